"""Errors of the program itself never vanish: a page is given up by name, a full disk ends it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.discovery import DiscoverySpider
from crawler.registry import load_registry
from crawler.run import RunResult, crawl
from pipelines.fates import Fate
from pipelines.steps import Archive, Fetched, Save
from pipelines.store import Store, StoreError
from pipelines.tables.status import runs
from tests.crawler.judge import JudgedWeb, newsroom


@pytest.fixture
def web(tmp_path: Path) -> Iterator[JudgedWeb]:
    with JudgedWeb(tmp_path) as web:
        web.add("koran", newsroom(relevant=6, other=2, hidden=0, first=1))
        yield web


def run(web: JudgedWeb, db: Path) -> RunResult:
    sites = list(load_registry(web.registry).sites.values())
    return crawl(sites, db=db, settings={"DOWNLOAD_DELAY": "0"})


@pytest.mark.slow
def test_one_page_that_trips_the_program_is_given_up_by_name(
    web: JudgedWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tripped: list[str] = []

    def trip(self: Archive, item: Fetched) -> Fetched:
        if item.reading and item.reading.fate is Fate.STORED and not tripped:
            tripped.append(item.page.url)
            raise KeyError("halaman")
        return item

    monkeypatch.setattr(Archive, "process_item", trip)
    db = tmp_path / "news.db"
    result = run(web, db)
    assert len(result.mishaps) == 1
    assert tripped[0] in result.mishaps[0]
    assert "KeyError" in result.mishaps[0]
    with Store.open(db, read_only=True) as store:
        assert store.ledger.fates()[Fate.FAILED] == 1
        assert store.ledger.fates()[Fate.STORED] == 5


def test_a_store_that_can_keep_nothing_ends_the_run(
    web: JudgedWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Save, item: Fetched) -> Fetched:
        raise StoreError("news.db: the disk is full")

    monkeypatch.setattr(Save, "process_item", refuse)
    with pytest.raises(StoreError, match="disk is full"):
        run(web, tmp_path / "news.db")
    monkeypatch.undo()
    with Store.open(tmp_path / "news.db") as store:
        assert [entry["status"] for entry in runs(store)] == ["failed"]
        assert store.ledger.fates()[Fate.PENDING] > 0


def test_so_does_one_that_cannot_even_keep_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*arguments: object) -> None:
        raise StoreError("news.db: the disk is full")

    monkeypatch.setattr(DiscoverySpider, "end_walk", refuse)
    with JudgedWeb(tmp_path) as web:
        web.add("koran", newsroom(relevant=1, other=0, hidden=0, first=1))
        sites = list(load_registry(web.registry).sites.values())
    with pytest.raises(StoreError, match="disk is full"):
        crawl(sites, db=tmp_path / "news.db", settings={"DOWNLOAD_DELAY": "0", "RETRY_TIMES": "0"})
    assert [
        record.getMessage() for record in caplog.records if record.name.endswith("signal")
    ] == []
