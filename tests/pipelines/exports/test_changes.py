"""A chain of exports of what changed is one export of everything, each change told once."""

import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.datasets import UnknownCursor, export, export_changes, names
from pipelines.exports.catalogue import DATASETS
from pipelines.fates import Fate
from pipelines.store import Store
from pipelines.urls import article_id, canonical_url
from tests.pipelines.synthetic import ASRI, BARU, NOW, SITE, TEXT, agreement, page, reading

RUNS = 5
PARAGRAPHS = TEXT.split("\n\n")

Key = tuple[Any, ...]
Rows = dict[str, dict[Key, dict[str, Any]]]


@dataclass(frozen=True)
class Deed:
    """Something that happens to one article: what, which, and with which text and facts."""

    what: str
    article: int
    cut: int
    other_government: bool
    later: int


deeds = st.builds(
    Deed,
    st.sampled_from(["save", "save", "save", "withdraw", "gone"]),
    st.integers(0, 5),
    st.integers(0, 4),
    st.booleans(),
    st.integers(0, 40),
)


def do(store: Store, run: int, deed: Deed) -> None:
    url = canonical_url(f"https://portal.example/berita-{deed.article}")
    known = store.query("SELECT 1 FROM articles WHERE url = :url", {"url": url})
    if deed.what == "save":
        text = "\n\n".join(PARAGRAPHS[: 1 + deed.cut])
        government = BARU if deed.other_government else ASRI
        day = NOW.date() - timedelta(days=deed.later)
        told = [agreement(government, day, text=text)]
        one = reading(url, text, NOW - timedelta(days=deed.later), told)
        store.save(run, SITE, page(url, f"{deed}".encode()), one, NOW + timedelta(hours=run))
    elif known and deed.what == "withdraw":
        store.withdraw(run, article_id(url), url, Fate.OFF_TOPIC, "today's rules", NOW)
    elif known:
        store.change(
            "UPDATE articles SET gone_at = :at WHERE url = :url",
            {"at": NOW.isoformat(), "url": url},
        )


def told(folder: Path, name: str) -> list[dict[str, Any]]:
    with (folder / f"{name}.jsonl").open(encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]


def key_of(name: str, row: dict[str, Any]) -> Key:
    return tuple(row[column] for column in DATASETS[name].key)


def apply(folder: Path, held: Rows) -> int:
    """Do with the changes what a nightly job does with them; how many there were."""
    number = 0
    for name in names():
        for row in told(folder, name):
            number += 1
            withdrawn = row.pop("withdrawn")
            if withdrawn:
                assert not any(v for c, v in row.items() if c not in DATASETS[name].key)
                held[name].pop(key_of(name, row), None)
            else:
                assert held[name].get(key_of(name, row)) != row, "told twice"
                held[name][key_of(name, row)] = row
    return number


def everything(store: Store, folder: Path) -> Rows:
    export(store, names(), "jsonl", folder)
    return {name: {key_of(name, row): row for row in told(folder, name)} for name in names()}


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(deeds, max_size=5), min_size=RUNS, max_size=RUNS))
def test_a_chain_of_changes_equals_one_full_export(runs: list[list[Deed]]) -> None:
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "news.db") as store:
        held: Rows = {name: {} for name in names()}
        cursor = "0"
        for number, done in enumerate(runs):
            run = store.ledger.start_run("crawl", [SITE.key], NOW + timedelta(hours=number))
            for deed in done:
                do(store, run, deed)
            out = Path(folder) / f"changes-{number}"
            _, cursor = export_changes(store, names(), "jsonl", out, cursor)
            apply(out, held)
            assert held == everything(store, Path(folder) / "whole")


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with Store.open(tmp_path / "news.db") as opened:
        do(opened, opened.ledger.start_run("crawl", [SITE.key], NOW), Deed("save", 1, 4, False, 0))
        yield opened


def changes(store: Store, out: Path, since: str) -> tuple[int, str]:
    _, cursor = export_changes(store, names(), "jsonl", out, since)
    return sum(len(told(out, name)) for name in names()), cursor


def test_nothing_new_is_told_and_the_cursor_stays(store: Store, tmp_path: Path) -> None:
    first, cursor = changes(store, tmp_path / "one", "0")
    assert first > 514
    assert changes(store, tmp_path / "two", cursor) == (0, cursor)
    assert changes(store, tmp_path / "three", "0") == (first, cursor)


def test_a_job_that_lost_its_answer_asks_again(store: Store, tmp_path: Path) -> None:
    _, cursor = changes(store, tmp_path / "one", "0")
    do(store, 1, Deed("save", 2, 1, True, 3))
    changes(store, tmp_path / "lost", cursor)
    changes(store, tmp_path / "again", cursor)
    for name in (*(f"{name}.jsonl" for name in names()), "datapackage.json"):
        assert (tmp_path / "lost" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_a_withdrawn_article_takes_its_facts_along(store: Store, tmp_path: Path) -> None:
    _, cursor = changes(store, tmp_path / "one", "0")
    (article,) = store.query("SELECT id FROM articles")
    do(store, 1, Deed("withdraw", 1, 0, False, 0))
    changes(store, tmp_path / "two", cursor)
    gone = {
        name: [key_of(name, row) for row in told(tmp_path / "two", name) if row["withdrawn"]]
        for name in names()
    }
    assert gone["articles"] == [(article["id"],)]
    assert gone["agreement_sources"] == gone["figures"] == [(article["id"], 0)]
    assert len(gone["stories"]) == len(gone["agreements"]) == 1
    assert gone["fates"] == gone["coverage"] == []
    ((fate),) = told(tmp_path / "two", "fates")
    assert fate["fate"] == "off_topic"


def test_what_went_and_came_back_is_told_each_time_once(store: Store, tmp_path: Path) -> None:
    save, withdraw = Deed("save", 1, 4, False, 0), Deed("withdraw", 1, 0, False, 0)
    _, cursor = changes(store, tmp_path, "0")
    for deed, gone in ((withdraw, [True]), (None, []), (save, [False]), (None, [])):
        if deed:
            do(store, 1, deed)
        _, cursor = changes(store, tmp_path, cursor)
        assert [row["withdrawn"] for row in told(tmp_path, "articles")] == gone


def test_a_cursor_stands_for_all_that_was_told_up_to_it(store: Store, tmp_path: Path) -> None:
    """Two databases that differ only in what was told before give different cursors."""
    with Store.open(tmp_path / "other.db") as other:
        run = other.ledger.start_run("crawl", [SITE.key], NOW)
        do(other, run, Deed("save", 1, 4, False, 0))
        do(other, run, Deed("gone", 1, 0, False, 0))
        cursors = []
        for one in (store, other):
            changes(one, tmp_path, "0")
            do(one, run, Deed("save", 2, 1, True, 3))
            do(one, run, Deed("withdraw", 2, 1, True, 3))
            cursors.append(changes(one, tmp_path, "0")[1])
    assert cursors[0] != cursors[1]


def test_the_description_carries_both_cursors(store: Store, tmp_path: Path) -> None:
    _, cursor = changes(store, tmp_path, "0")
    package = json.loads((tmp_path / "datapackage.json").read_text())
    assert (package["since"], package["cursor"]) == ("0", cursor)


@pytest.mark.parametrize("cursor", ["", "1", "2-00000000", "1-00000000", "kemarin", "0; DROP"])
def test_a_cursor_of_another_database_is_refused(cursor: str, store: Store, tmp_path: Path) -> None:
    changes(store, tmp_path, "0")
    before = sorted(file.read_bytes() for file in tmp_path.glob("*.json*"))
    with pytest.raises(UnknownCursor, match="never gave that cursor"):
        changes(store, tmp_path, cursor)
    assert sorted(file.read_bytes() for file in tmp_path.glob("*.json*")) == before


def test_two_databases_give_different_cursors(store: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "other.db") as other:
        do(other, other.ledger.start_run("crawl", [SITE.key], NOW), Deed("save", 3, 4, True, 0))
        _, theirs = changes(other, tmp_path / "theirs", "0")
        with pytest.raises(UnknownCursor):
            changes(store, tmp_path / "ours", theirs)


def test_a_reading_that_is_the_same_again_is_no_change(store: Store, tmp_path: Path) -> None:
    _, cursor = changes(store, tmp_path / "one", "0")
    (row,) = store.query("SELECT url, text FROM articles")
    same = reading(row["url"], row["text"], NOW, [agreement(ASRI, NOW.date(), text=row["text"])])
    store.reread(same, NOW + timedelta(hours=1))
    assert changes(store, tmp_path / "two", cursor)[0] == 0
