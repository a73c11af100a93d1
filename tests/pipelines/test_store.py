"""The store: a page goes in once, with its facts; revisions, aliases, and databases not ours."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from pipelines.fates import Fate
from pipelines.model import Evidence, Lead, Reading
from pipelines.schema import version
from pipelines.store import Store, StoreBusy, StoreError
from pipelines.tables.status import summary
from tests.pipelines.synthetic import NOW, SITE, TEXT, agreement, page, reading

URL = "https://portal.example/berita-satu"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.db") as store:
        yield store


def rows(store: Store, query: str) -> list[tuple[object, ...]]:
    return store._db.execute(query).fetchall()


def dump(store: Store) -> list[str]:
    return list(store._db.iterdump())


def test_an_article_goes_in_with_all_its_facts(store: Store) -> None:
    saved = store.save(None, SITE, page(URL), reading(URL), NOW, ("a.warc.gz", 7, "digest"))
    assert (saved.fate, saved.outcome) == (Fate.STORED, "new")
    assert store.counts() == {"articles": 1, "stories": 1, "agreements": 1, "events": 1}
    assert rows(store, "SELECT url, fate, etag, archive_offset FROM pages") == [
        (URL, "stored", '"1"', 7)
    ]
    assert rows(store, "SELECT article_id, raw, value, quote FROM figures") == [
        (saved.article_id, "4.250 orang", 4250.0, "TANJU")
    ]
    assert rows(store, "SELECT government_code, event_date, sources, stories FROM agreements") == [
        ("99.01", "2026-04-08", 1, 1)
    ]
    assert rows(store, "SELECT published_at, published_at_utc FROM articles") == [
        ("2026-04-08T08:00:00+07:00", "2026-04-08T01:00:00Z")
    ]


def test_full_text_finds_it(store: Store) -> None:
    store.save(None, SITE, page(URL), reading(URL), NOW)
    query = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH "
    assert rows(store, query + "'posyandu'") == [(1,)]
    store.save(
        None, SITE, page(URL, b"2"), reading(URL, text=TEXT.replace("posyandu", "gizi")), NOW
    )
    assert rows(store, query + "'posyandu'") == [(0,)]
    assert rows(store, query + "'gizi'") == [(1,)]


def test_full_text_follows_whatever_one_transaction_did(store: Store) -> None:
    run = store.ledger.start_run("test", [], NOW)
    store.begin()
    for number in range(4):
        url = f"{URL}-{number}"
        store.save(run, SITE, page(url), reading(url, f"Kabar {number}", None, ()), NOW)
    store.save(run, SITE, page(URL, b"2"), reading(f"{URL}-1", "Kabar baru", None, ()), NOW)
    (last,) = rows(store, f"SELECT id FROM articles WHERE url = '{URL}-3'")[0]
    store.withdraw(run, str(last), f"{URL}-3", Fate.OFF_TOPIC, "other rules", NOW)
    store.save(run, SITE, page(f"{URL}-9"), reading(f"{URL}-9", "Kabar 9", None, ()), NOW)
    store.commit()
    query = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'kabar' ORDER BY 1"
    assert rows(store, query) == rows(store, "SELECT rowid FROM articles ORDER BY 1")
    assert store.search_is_in_step()


def test_the_same_page_twice_changes_nothing(store: Store) -> None:
    store.save(None, SITE, page(URL), reading(URL), NOW)
    before = dump(store)
    assert store.save(None, SITE, page(URL), reading(URL), NOW).outcome == "unchanged"
    assert dump(store) == before


def test_changed_text_is_a_revision_with_its_diff(store: Store) -> None:
    store.save(None, SITE, page(URL), reading(URL), NOW)
    text = TEXT.replace("4.250 orang", "4.520 orang")
    changed = reading(URL, text=text, agreements=[agreement(text=text)])
    saved = store.save(None, SITE, page(URL, b"2"), changed, NOW + timedelta(days=1))
    assert saved.outcome == "revised"
    assert store.counts() == {"articles": 1, "stories": 1, "agreements": 1, "events": 1}
    ((number, old, diff),) = rows(store, "SELECT number, text, diff FROM revisions")
    assert (number, old) == (1, TEXT)
    assert "-Bupati" in str(diff)
    assert "4.520" in str(diff)
    assert "posyandu" not in str(diff)


def test_new_rules_on_the_same_bytes_are_no_revision(store: Store) -> None:
    store.save(None, SITE, page(URL), reading(URL), NOW)
    store.save(None, SITE, page(URL), reading(URL, text=TEXT + "\n\nBaris."), NOW)
    assert rows(store, "SELECT count(*) FROM revisions") == [(0,)]
    assert rows(store, "SELECT text LIKE '%Baris.' FROM articles") == [(1,)]


@pytest.mark.parametrize("change", ["revise", "withdraw"])
def test_changing_an_article_costs_the_same_among_many(tmp_path: Path, change: str) -> None:
    def steps_among(others: int) -> int:
        with Store.open(tmp_path / f"{others}.db") as store:
            run = store.ledger.start_run("test", [], NOW)
            for number in range(others):
                url = f"{URL}-{number}"
                store.save(run, SITE, page(url), reading(url, f"Kabar {number}", None, ()), NOW)
            name = store.save(run, SITE, page(URL), reading(URL, "Yang lain"), NOW).article_id or ""
            steps = count()
            store._db.conn.set_progress_handler(lambda: next(steps) < 0, 1)
            if change == "revise":
                store.save(run, SITE, page(URL, b"2"), reading(URL, "Yang baru"), NOW)
            else:
                store.withdraw(run, name, URL, Fate.OFF_TOPIC, "other rules", NOW)
            store._db.conn.set_progress_handler(None, 0)
            return next(steps)

    assert steps_among(100) < 1.1 * steps_among(10)


def test_other_addresses_become_aliases(store: Store) -> None:
    short = "https://portal.example/?p=77"
    lead = Lead(short, "feed", "https://portal.example/feed")
    run = store.ledger.start_run("crawl", [], NOW)
    store.ledger.found(run, SITE.key, [lead], NOW)
    saved = store.save(None, SITE, page(URL, lead=lead), reading(URL), NOW)
    assert saved.outcome == "new"
    assert store.ledger.fates() == {Fate.STORED: 1, Fate.ALIAS: 1}
    assert rows(store, "SELECT fate_detail FROM pages WHERE fate = 'alias'") == [(URL,)]


@pytest.mark.parametrize("main_first", [True, False])
def test_the_main_address_has_the_last_word_on_the_text(store: Store, main_first: bool) -> None:
    amp = page("https://portal.example/berita-satu/amp", b"amp")
    short = reading(URL, text=TEXT.partition("\n\nSekretaris")[0])
    visits = [(page(URL), reading(URL)), (amp, short)]
    for visited, read in visits if main_first else reversed(visits):
        store.save(None, SITE, visited, read, NOW)
    assert rows(store, "SELECT text = '" + TEXT.replace("'", "''") + "' FROM articles") == [(1,)]
    assert store.counts()["articles"] == 1
    fates = dict(store.stream("SELECT url, fate FROM pages"))
    assert fates == {URL: Fate.STORED, amp.url: Fate.ALIAS}


def test_a_page_that_is_no_article_is_only_a_fate(store: Store) -> None:
    saved = store.save(None, SITE, page(URL), Reading(Fate.OFF_TOPIC, "no agency"), NOW)
    assert (saved.fate, saved.article_id) == (Fate.OFF_TOPIC, None)
    assert store.counts()["articles"] == 0
    assert rows(store, "SELECT fate, fate_detail FROM pages") == [("off_topic", "no agency")]


def test_a_taken_down_page_keeps_its_article_as_gone(store: Store) -> None:
    store.save(None, SITE, page(URL), reading(URL), NOW)
    store.save(None, SITE, replace(page(URL), status=404), Reading(Fate.GONE, "404"), NOW)
    assert rows(store, "SELECT fate FROM pages") == [("gone",)]
    assert rows(store, "SELECT gone_at FROM articles") == [(NOW.isoformat(),)]
    store.save(None, SITE, page(URL, b"back"), reading(URL), NOW)
    assert rows(store, "SELECT gone_at FROM articles") == [(None,)]


def test_a_sick_page_takes_nothing_away(store: Store) -> None:
    store.save(None, SITE, page(URL), reading(URL), NOW)
    store.save(None, SITE, page(URL, b"sick"), Reading(Fate.NOT_ARTICLE, "too little text"), NOW)
    assert store.counts()["articles"] == 1
    assert rows(store, "SELECT fate, fate_detail FROM pages") == [
        ("stored", "last visit: not_article, too little text")
    ]


@pytest.mark.parametrize(
    "met", [Reading(Fate.BLOCKED, "HTTP 403"), Reading(Fate.GONE, "404"), Reading(Fate.NOT_ARTICLE)]
)
def test_an_article_keeps_what_is_told_of_its_bytes(store: Store, met: Reading) -> None:
    told = """SELECT etag, last_modified, content_hash, final_url, archive_file, archive_offset,
        archive_digest FROM pages"""
    store.save(None, SITE, page(URL), reading(URL), NOW, ("a.warc.gz", 7, "digest"))
    before = rows(store, told)
    other = replace(page(f"{URL}?m=1", b"other"), headers={"etag": "2", "last-modified": "now"})
    other = replace(other, lead=Lead(URL, "feed", "https://portal.example/feed"))
    for _ in range(2):
        store.save(None, SITE, other, met, NOW, ("b.warc.gz", 8, "another"))
        assert rows(store, told) == before
    store.save(None, SITE, page(URL, b"2"), reading(URL), NOW, ("b.warc.gz", 8, "another"))
    assert rows(store, "SELECT archive_file FROM pages") == [("b.warc.gz",)]


def test_a_page_that_is_no_article_is_where_it_was_met_last(store: Store) -> None:
    for file in ("a.warc.gz", "b.warc.gz"):
        store.save(None, SITE, page(URL), Reading(Fate.OFF_TOPIC), NOW, (file, 7, "digest"))
    assert rows(store, "SELECT archive_file FROM pages") == [("b.warc.gz",)]


def test_a_failure_in_the_middle_leaves_nothing(store: Store) -> None:
    broken = replace(reading(URL), agreements=(agreement(evidence=Evidence(None, 0, 5)),))  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        store.save(None, SITE, page(URL), broken, NOW)
    assert store.counts()["articles"] == 0
    assert store.ledger.count() == 0


def test_a_failure_in_a_transaction_takes_nothing_of_the_pages_beside_it(store: Store) -> None:
    good, bad = f"{URL}-1", f"{URL}-2"
    broken = replace(reading(bad), agreements=(agreement(evidence=Evidence(None, 0, 5)),))  # type: ignore[arg-type]
    store.begin()
    store.save(None, SITE, page(good), reading(good), NOW)
    before = dump(store)
    with pytest.raises(sqlite3.IntegrityError):
        store.save(None, SITE, page(bad), broken, NOW)
    assert dump(store) == before
    store.commit()
    assert rows(store, "SELECT url FROM articles") == [(good,)]


def test_summary_counts_by_site(store: Store) -> None:
    store.ledger.save_sites([SITE])
    store.save(None, SITE, page(URL), reading(URL), NOW)
    assert summary(store) == [
        {
            "key": "portal", "name": "Portal", "platform": "wordpress", "found": 1, "stored": 1,
            "stories": 1, "agreements": 1, "fates": {Fate.STORED: 1},
        }
    ]  # fmt: skip


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Store.open(path):
        with pytest.raises(StoreBusy, match="another run") as busy:
            Store.open(path)
        assert busy.value.exit_status == 3
        Store.open(path, read_only=True).close()
    Store.open(path).close()


def test_reading_needs_a_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such database"):
        Store.open(tmp_path / "none.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_reading_does_not_write(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    Store.open(path).close()
    with Store.open(path, read_only=True) as store, pytest.raises(StoreError, match="permission"):
        store.ledger.start_run("crawl", [], NOW)


def test_a_foreign_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a database of this program"):
        Store.open(path)
    assert path.read_bytes() == before


def test_what_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear reader, " * 100)
    with pytest.raises(StoreError, match="not a database of this program"):
        Store.open(path)
    assert path.read_text().startswith("Dear")


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    Store.open(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version = {version() + 1}")
    newer.close()
    for read_only in (False, True):
        with pytest.raises(StoreError, match="newer version"):
            Store.open(path, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_folder_is_no_database(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(StoreError, match=str(tmp_path)):
        Store.open(tmp_path, read_only=read_only)


def test_a_full_disk_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db") as store:
        store.save(None, SITE, page(URL), reading(URL), NOW)
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="disk is full"):
            fill(store)
        assert store._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert store.counts()["articles"] >= 1


def fill(store: Store) -> None:
    for i in range(50):
        url = f"https://portal.example/berita-{i}"
        text = " ".join(f"kata{i * j}" for j in range(300))
        store.save(None, SITE, page(url), reading(url, text=text), NOW)
