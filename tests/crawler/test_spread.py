"""A crawl handed out: who goes together, what a worker is told, and shards that come twice."""

import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from crawler.registry import by_host
from crawler.spread.coordinator import merge
from crawler.spread.journal import Channel, Entry, Found, Read, Settled, Visited
from crawler.spread.unit import Shard, Unit, UnitFailed, crawl_unit
from pipelines.archives.packing import packed
from pipelines.archives.verify import verify
from pipelines.cluster import Wish
from pipelines.fates import Fate
from pipelines.model import Lead, Site
from pipelines.open_run import OpenRun
from pipelines.ready import ready
from pipelines.store import Store
from pipelines.tables.cut import cut, open_cut
from tests.pipelines.synthetic import NOW, SITE, page, reading

HOME = "https://portal.example"
STORY, REFUSED, BROKEN = (f"{HOME}/{name}" for name in ("cerita", "ditolak", "rusak"))


def site(key: str, home: str, *aliases: str, feed: str = "") -> Site:
    channels = {"feeds": (feed,)} if feed else {}
    return Site(key, key, "wordpress", f"https://{home}", aliases=aliases, channels=channels)


@pytest.mark.parametrize(
    ("sites", "expected"),
    [
        ([], []),
        ([site("a", "a.example"), site("b", "b.example")], ["a", "b"]),
        ([site("a", "a.example/x"), site("b", "b.example"), site("c", "www.a.example/y")],
         ["ac", "b"]),
        ([site("a", "a.example", "old.example"), site("b", "old.example")], ["ab"]),
        ([site("a", "a.example"), site("b", "b.example"), site("c", "c.example", "a.example",
          "b.example"), site("d", "d.example")], ["abc", "d"]),
        ([site("a", "a.example", feed="https://f.example/1"),
          site("b", "b.example", feed="https://f.example/2")], ["ab"]),
    ],
)  # fmt: skip
def test_sites_that_share_a_host_are_never_parted(sites: list[Site], expected: list[str]) -> None:
    assert ["".join(site.key for site in group) for group in by_host(sites)] == expected


def shard() -> Shard:
    """What a worker may send: a story, a refusal and a failure that one feed told of."""
    leads = [Lead(url, "feed", f"{HOME}/feed") for url in (STORY, REFUSED, BROKEN)]
    fetched = page(STORY)
    channel = {
        "url": f"{HOME}/feed", "site": SITE.key, "kind": "feed", "status": 200, "etag": '"1"',
        "last_modified": None, "leads": 3, "error": None, "tried_at": NOW.isoformat(),
    }  # fmt: skip
    visit = {
        "run_id": 99, "site": SITE.key, "at": NOW.isoformat(), "at_utc": "2026-05-04T01:00:00Z",
        "requests": 4, "found": 3, "stored": 1, "blocked": 0, "failed": 1, "dated": 1,
        "completeness": None, "left": None,
    }  # fmt: skip
    journal: list[Entry] = [
        Found(SITE.key, leads, frozenset(leads), frozenset(), NOW),
        Read(SITE, packed(fetched), ready(reading(STORY)), NOW),
        Settled(SITE.key, REFUSED, Fate.REFUSED, "not a host of this site", NOW),
        Settled(SITE.key, BROKEN, Fate.FAILED, "HTTP 500", NOW),
        Channel(channel),
        Visited(visit),
    ]
    return Shard("7/0", (), (), journal)


def everything(db: Path) -> dict[str, list[Any]]:
    tables = ("pages", "articles", "stories", "agreements", "channels", "visits", "merged")
    with sqlite3.connect(db) as rows:
        return {table: rows.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def opened(folder: Path) -> OpenRun:
    return OpenRun(folder / "news.db", folder / "archive").start("crawl", [SITE])


def test_a_shard_is_written_once_however_often_it_comes(tmp_path: Path) -> None:
    run = opened(tmp_path)
    merge(run, shard())
    before = everything(tmp_path / "news.db")
    merge(run, shard())
    run.end("done")
    assert everything(tmp_path / "news.db") == before
    fates = {row[0]: row[2] for row in before["pages"]}
    assert fates == {STORY: "stored", REFUSED: "refused", BROKEN: "failed"}
    assert [len(before[table]) for table in ("articles", "channels", "visits")] == [1, 1, 1]
    with Store.open(tmp_path / "news.db", read_only=True) as store:
        found = verify(store, tmp_path / "archive")
        (visit,) = store.query("SELECT * FROM visits")
    assert (found.captures, found.positions, found.problems) == (1, 1, [])
    assert (visit["run_id"], visit["channels"], visit["sick_channels"]) == (run.id, 1, 0)


def test_a_shard_that_cannot_be_written_whole_is_not_written(tmp_path: Path) -> None:
    run = opened(tmp_path)
    whole = shard()
    broken = Shard(whole.unit, (), (), [*whole.journal, Channel({"url": "no more"})])
    with pytest.raises(KeyError):
        merge(run, broken)
    assert not any(everything(tmp_path / "news.db").values())
    merge(run, whole)
    run.end("done")
    assert len(everything(tmp_path / "news.db")["pages"]) == 3


def test_a_worker_is_told_what_is_known_of_its_sites_and_nothing_else(tmp_path: Path) -> None:
    run = opened(tmp_path)
    merge(run, shard())
    others = ("https://lain.example/1", "https://portal.example.org/1", f"{HOME}/diarsipkan")
    run.ledger.found(run.id, "lain", [Lead(url, "feed", "f") for url in others], NOW)
    open_cut(cut(tmp_path / "news.db", run.id, [SITE]), tmp_path / "cut.db")
    due = {n: run.ledger.pending(SITE.key, NOW + timedelta(days=n)) for n in (0, 1)}
    with Store.open(tmp_path / "cut.db") as known:
        assert known.ledger.count() == 3 + 1
        fates = dict(known.stream("SELECT url, fate FROM pages"))
        assert fates[f"{HOME}/diarsipkan"] == Fate.PENDING
        assert known.ledger.validators(f"{HOME}/feed") == ('"1"', None)
        told = {n: known.ledger.pending(SITE.key, NOW + timedelta(days=n)) for n in due}
        assert told == due
        assert [len(told[n]) for n in due] == [0, 1]
        assert known.counts()["articles"] == 0
        assert known.ledger.start_run("crawl", [], NOW) == run.id + 1
    run.end("done")


@pytest.mark.slow
@pytest.mark.parametrize("wish", [Wish.GO_ON, Wish.STOP])
def test_a_unit_that_fails_says_why_and_one_that_is_stopped_is_empty(
    wish: Wish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.spread.unit.scratch", lambda: str(tmp_path))
    monkeypatch.setattr("crawler.spread.unit.wish", lambda flag: wish)
    pause, known = (0.0, b"no database") if wish is Wish.GO_ON else (60.0, cut_of(tmp_path))
    unit = Unit("1/0", "flag", [SITE], pause, known, {})
    if wish is Wish.STOP:
        assert crawl_unit(unit) == Shard("1/0")
    else:
        with pytest.raises(UnitFailed, match=r"^zlib\.error: "):
            crawl_unit(unit)
    assert not list(tmp_path.glob("pantau-unit-*"))


def cut_of(folder: Path) -> bytes:
    run = opened(folder)
    run.end("done")
    return cut(folder / "news.db", run.id, [SITE])
