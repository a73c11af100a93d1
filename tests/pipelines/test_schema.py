"""The schema: old databases are brought up to date, names follow the public contract."""

import sqlite3
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from pipelines.migrations import migrations
from pipelines.model import (
    Article,
    Figure,
    Instrument,
    Official,
    Regulation,
    Status,
    WorkerGroup,
)
from pipelines.regions import region
from pipelines.schema import APPLICATION_ID, migrate, version
from pipelines.store import Store
from pipelines.tables.events import Events
from pipelines.tables.status import summary
from tests.pipelines.synthetic import BARU, NOW, SITE, WIB, agreement, page, reading


def columns(db: Database, table: str) -> set[str]:
    return {row[1] for row in db.execute(f"PRAGMA table_info({table})")}


def test_a_new_database_says_whose_and_which_it_is() -> None:
    db = Database(memory=True)
    migrate(db)
    assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert db.execute("PRAGMA user_version").fetchone() == (version(),)
    assert not migrations.pending(db)
    db.close()


def test_tables_use_the_names_of_the_contract() -> None:
    db = Database(memory=True)
    migrate(db)
    assert {f.name for f in fields(Article)} - {"paragraphs"} <= columns(db, "articles")
    for table, kind in (
        ("figures", Figure),
        ("worker_groups", WorkerGroup),
        ("regulations", Regulation),
        ("officials", Official),
    ):
        own = {f.name for f in fields(kind)} - {"evidence"}
        assert own | {"article_id", "quote", "start", "end"} <= columns(db, table)
    db.close()


def test_every_view_can_be_read(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db") as store:
        store.save(None, SITE, page("https://a.example/x"), reading("https://a.example/x"), NOW)
        expected = dict.fromkeys(("worker_groups", "regulations", "officials"), 0)
        expected["coverage"] = 514
        for view in store._db.view_names():
            (rows,) = store._db.execute(f"SELECT count(*) FROM {view}").fetchone()
            assert rows == expected.get(view.removeprefix("dataset_"), 1), view


def test_a_database_that_a_full_disk_left_half_made_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    half = Database(sqlite3.connect(path))
    half.execute("PRAGMA max_page_count = 30")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        migrate(half)
    half.close()
    with Store.open(path) as store:
        assert not migrations.pending(store._db)


def test_an_older_database_is_brought_up_to_date_when_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    older = Database(sqlite3.connect(path))
    newest = list(migrations.pending(older))[-1]
    migrations.apply(older, stop_before=newest.name)
    older.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    older.execute(f"PRAGMA user_version = {version() - 1}")
    older.close()
    with Store.open(path) as store:
        store.save(None, SITE, page("https://a.example/x"), reading("https://a.example/x"), NOW)
        assert store.counts()["articles"] == 1


def test_agreements_of_an_older_database_stay_and_may_leave_things_unsaid(tmp_path: Path) -> None:
    older = Database(sqlite3.connect(tmp_path / "news.db"))
    migrations.apply(older, stop_before="m016_unsaid")
    views = set(older.view_names())
    store = Store(older, None)
    told = reading("https://a.example/x")
    store.save(None, SITE, page("https://a.example/x"), told, NOW)
    before = {name: list(older[name].rows) for name in ("agreements", "agreement_sources")}
    indexes = {index.name for name in before for index in older.table(name).indexes}
    migrations.apply(older, stop_before="m017_days")
    assert {name: list(older[name].rows) for name in before} == before
    assert {index.name for name in before for index in older.table(name).indexes} == indexes
    assert set(older.view_names()) == views
    migrate(older)
    unsaid = replace(told.agreements[0], government=BARU, instrument=None, status=None)
    other = reading("https://a.example/y", agreements=[unsaid])
    store.save(None, SITE, page("https://a.example/y"), other, NOW)
    (row,) = older.query("SELECT * FROM dataset_agreements WHERE government_code = ?", [BARU.code])
    assert (row["instrument"], row["status"], row["day"]) == (None, None, row["event_date"])
    older.execute("DELETE FROM agreements WHERE government_code = ?", [BARU.code])
    assert [row["day"] for row in older["agreements"].rows] == ["2026-04-08"]
    older.close()


def test_reports_of_one_body_by_two_names_become_one_event(tmp_path: Path) -> None:
    older = Database(sqlite3.connect(tmp_path / "news.db"))
    migrations.apply(older, stop_before="m019_bodies")
    store = Store(older, None)
    names = ("KONI Sumsel", "Komite Olahraga Nasional Indonesia Sumatera Selatan")
    for name, url in zip(names, ("https://a.example/x", "https://b.example/y"), strict=True):
        text = f"{name} meneken perjanjian di tempat lain. {name} hadir dengan {url}."
        told = agreement(government=None, counterpart=name, text=text)
        article = reading(url, text=text, agreements=[told])
        store.save(None, SITE, page(url, text.encode()), article, NOW)
        # as versions before wrote it
        before = ["c:" + name.lower(), name]
        older.execute("UPDATE agreement_sources SET party = ? WHERE counterpart = ?", before)
    for (article_id,) in older.execute("SELECT id FROM articles").fetchall():
        Events(older.conn).place(article_id)
    assert older["agreements"].count == 2
    migrate(older)
    (event,) = older["agreements"].rows
    assert (event["sources"], event["stories"]) == (2, 2)
    older.close()


def test_agreements_are_counted_apart_from_plans_and_dated_by_what_was_signed(
    tmp_path: Path,
) -> None:
    said: list[tuple[Instrument | None, Status | None]] = [
        ("mou", "ongoing"),
        ("mou", "signed"),
        ("mou", "planned"),
        ("socialization", "ongoing"),
        (None, None),
    ]
    told = replace(reading().agreements[0], government=region("16.07"))
    with Store.open(tmp_path / "news.db") as store:
        for number, (instrument, status) in enumerate(said):
            url, day = f"https://a.example/{number}", date(2026, 1 + 2 * number, 5)
            one = replace(told, instrument=instrument, status=status, event_date=day)
            published = datetime(2026, day.month, 6, 9, tzinfo=WIB)
            read = reading(url, f"{number} {url} " * 30, published, [one])
            store.save(None, SITE, page(url), read, NOW)
        # the evaluation in January is no signing
        (row,) = store._db.query("SELECT * FROM dataset_coverage WHERE code = '16.07'")
        names = ("agreements", "events", "since", "first_seen", "last_seen")
        expected = (2, 5, "2026-03-05", "2026-01-06", "2026-09-06")
        assert tuple(row[name] for name in names) == expected
        (row,) = store._db.query("SELECT * FROM dataset_governments")
        assert (row["agreements"], row["events"], row["signed"]) == (2, 5, 1)
        assert (store.counts()["agreements"], store.counts()["events"]) == (2, 5)
        store.ledger.save_sites([SITE])
        assert summary(store)[0]["agreements"] == 2
