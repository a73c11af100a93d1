"""The reading never gets worse than its pin in benchmarks/reading_floor.json."""

import json
from pathlib import Path

import pytest

from benchmarks import reading
from benchmarks.reading_extractors import OURS
from benchmarks.reading_scores import Gold, Read, Scores, residue_lines, text_f1

GOLD = Gold(
    title="Judul",
    paragraphs=("satu dua tiga empat lima enam",),
    authors=("Ani",),
    editors=("Budi",),
    published="2024-03-12T19:05:44+07:00",
    boilerplate=("baca juga",),
)


def ours(corpus: str) -> dict[str, dict[str, float]]:
    samples = list(reading.CORPORA[corpus]())
    assert samples
    scores = {}
    for name, reader in OURS.items():
        scores[name] = Scores()
        for sample in samples:
            scores[name].add(reader(sample), sample.gold)
    return {name: score.summary() for name, score in scores.items()}


def test_own_fixtures_hold_the_floor() -> None:
    assert reading.below_floor({"own fixtures": ours("own fixtures")}) == []


@pytest.mark.parametrize("corpus", ["shared pages", "seed pages"])
def test_real_pages_hold_the_floor(shared: Path, corpus: str) -> None:
    assert reading.below_floor({corpus: ours(corpus)}) == []


def test_a_drop_is_told_and_needs_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = (*reading.HIGHER, *reading.LOWER)
    good = {"x": {name: dict.fromkeys(keys, 1.0) for name in OURS}}
    bad = {"x": {name: dict.fromkeys(keys, 1.0) | {"f1": 0.5} for name in OURS}}
    monkeypatch.setattr(reading, "FLOOR", tmp_path / "floor.json")
    reading.pin(good, None)
    assert reading.below_floor(good) == []
    assert len(reading.below_floor(bad)) == len(OURS)
    with pytest.raises(SystemExit, match="say --lower REASON"):
        reading.pin(bad, None)
    reading.pin(bad, "the gold changed")
    assert json.loads(reading.FLOOR.read_text())["lowered"] == ["the gold changed"]
    assert reading.below_floor(bad) == []


@pytest.mark.parametrize(
    ("lines", "f1"),
    [
        (("satu dua tiga empat lima enam",), 1.0),
        (("Satu dua", "tiga empat lima enam"), 1.0),
        (("satu dua tiga empat",), 0.5),
        (("lain sama sekali dari itu",), 0.0),
        ((), 0.0),
    ],
)
def test_text_score(lines: tuple[str, ...], f1: float) -> None:
    assert text_f1(Read(lines=lines), GOLD) == f1


def test_residue_is_counted_by_line() -> None:
    assert residue_lines(Read(lines=("Baca  Juga", "satu dua")), GOLD) == 1


def test_every_reader_says_what_it_is() -> None:
    assert all(reader.__doc__ for reader in OURS.values())
