"""What was agreed and how far it is, by the short stories of told.tsv and at the edges."""

from pathlib import Path

import pytest

from pipelines.facts.deeds import read_story
from pipelines.facts.prose import Prose, data_lines
from pipelines.facts.verdicts import (
    LEAST,
    PAIRS,
    Verdict,
    best_of,
    likelihoods,
    signs_in,
    signs_of_all,
    sums_of,
    verdict_on,
)

TOLD = Path(__file__).parents[2] / "corpus" / "told.tsv"
ROWS = [line.split("\t") for line in TOLD.read_text(encoding="utf-8").splitlines()]


def _verdict(title: str, text: str, institution: bool = False) -> Verdict:
    return verdict_on(read_story(title, Prose(text)), institution)


@pytest.mark.parametrize(("title", "text", "instrument", "status"), ROWS)
def test_short_stories(title: str, text: str, instrument: str, status: str) -> None:
    found = _verdict(title, text.replace(" ¶ ", "\n\n"))
    assert not instrument or found.instrument == instrument
    assert not status or found.status == status


def test_a_story_without_a_deed_tells_nothing() -> None:
    assert _verdict("Cuaca Cerah", "Hari ini langit biru.") == Verdict(None, None, 0)


def test_a_headline_alone_is_heard() -> None:
    found = _verdict("Pemkab Teken MoU", "")
    assert (found.instrument, found.status, found.start) == ("mou", "signed", 0)


def test_the_quote_is_of_the_deed_that_speaks_loudest() -> None:
    text = "Bupati hadir. Nota kesepahaman diteken bupati. Warga senang."
    assert text[_verdict("Pemkab Teken MoU", text).start :].startswith(("Nota", "diteken"))


@pytest.mark.parametrize(
    ("likely", "best"),
    [
        ((LEAST, 0.1, 1.0), "planned"),
        ((0.1, LEAST - 0.01, 1.0), None),
        ((0.1, 0.1, 0.1), None),
    ],
)
def test_the_best_is_none_where_another_is_nearly_as_likely(
    likely: tuple[float, ...], best: str | None
) -> None:
    assert best_of(likely, ("planned", "signed", "ongoing")) == best


def test_an_answer_is_as_likely_as_all_its_pairs_together() -> None:
    loud = {("mou", "planned"): 0.0, ("mou", "signed"): 0.0, ("pks", "signed"): -69.3147}
    by_instrument, by_status = likelihoods([loud.get(pair, -9999.0) for pair in PAIRS])
    assert by_instrument == pytest.approx([2, 0.5, 0, 0, 0, 0, 0])
    assert by_status == pytest.approx([1, 1.5, 0])


def test_the_sums_are_those_of_the_rows_of_the_table() -> None:
    text = "Bupati meneken nota kesepahaman.\n\nPKS akan disusun, kata bupati."
    signs = signs_in(read_story("Pemkab Teken MoU", Prose(text)), institution=True)
    rows = [list(map(int, row)) for sign, *row in data_lines("deed_weights.tsv") if sign in signs]
    assert len(rows) > 10
    assert sums_of(signs) == [sum(column) for column in zip(*rows, strict=True)]


def test_papers_are_told_together_without_those_the_news_looks_back_on() -> None:
    told = {("mou", "lead", "done"), ("pks", "later", "ahead"), ("addendum", "later", "back")}
    assert "papers mou+pks" in signs_of_all(told)
    assert "papers none" in signs_of_all(set())


def test_every_row_of_the_table_weighs_each_pair_once() -> None:
    rows = list(data_lines("deed_weights.tsv"))
    assert {len(row) for row in rows} == {1 + len(PAIRS)}
    assert len({row[0] for row in rows}) == len(rows)


@pytest.mark.parametrize("name", ["deed_weights.tsv", "real_deeds.tsv"])
def test_what_was_learned_knows_only_kinds_that_there_are(name: str) -> None:
    kinds = {kind for kind, _ in data_lines("deeds.tsv")} | {"always", "institution", "both"}
    topics = {kind for kind, _ in data_lines("topics.tsv")}
    places = {"headline", "lead", "second", "third", "later", "quoted"} - kinds
    signs = [sign.split() for sign, *_ in (data_lines(name) if "weights" in name else _real())]
    assert {sign[0] for sign in signs} <= kinds | places | {"papers", "topic"}
    assert {sign[1] for sign in signs if sign[0] == "topic"} == topics


def _real() -> list[list[str]]:
    lines = (TOLD.parent / "real_deeds.tsv").read_text(encoding="utf-8").splitlines()
    return [[sign] for line in lines for sign in line.split("\t")[3].split("|")]
