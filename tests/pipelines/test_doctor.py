"""The doctor finds each thing that is wrong, mends it, and finds nothing in what is sound."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlite_utils import Database

from crawler.cli.doctor import command
from pipelines.archive import ArchiveWriter
from pipelines.archives.packing import content_hash
from pipelines.archives.verify import verify
from pipelines.backup import back_up
from pipelines.doctor import Finding, advice, examine
from pipelines.fates import Fate
from pipelines.migrations import migrations
from pipelines.model import Reading
from pipelines.schema import APPLICATION_ID, version
from pipelines.store import Store, StoreError
from pipelines.urls import article_id
from tests.pipelines.synthetic import NOW, SITE, TEXT, page, reading

URLS = [f"https://portal.example/berita-{number}" for number in range(4)]

ORPHAN = """INSERT INTO figures SELECT 'nobody', position, raw, value, upper, unit, approximate,
    as_of, about, quote, start, "end" FROM figures LIMIT 1"""

NOWHERE = "UPDATE pages SET archive_file = NULL, archive_offset = NULL, archive_digest = NULL"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A database of four articles, three of one story, with their archive."""
    writer = ArchiveWriter(tmp_path / "archive", "news")
    with Store.open(tmp_path / "news.db") as store:
        run = store.ledger.start_run("ingest", [], NOW)
        for number, url in enumerate(URLS):
            text = (
                TEXT if number else TEXT.replace("nelayan", "petani garam").replace("Asri", "Ayu")
            )
            fetched = page(url, f"<html>synthetic {number}</html>".encode())
            made = reading(url, text)
            store.save(run, SITE, fetched, made, NOW, writer.write(fetched))
        store.ledger.end_run(run, NOW, "done")
    writer.close()
    return tmp_path


def examined(folder: Path, *, mend: bool = False, forget: bool = False) -> list[Finding]:
    with Store.open(folder / "news.db") as store:
        return list(examine(store, folder / "archive", mend=mend, forget=forget))


def spoil(folder: Path, sql: str) -> None:
    with sqlite3.connect(folder / "news.db") as connection:
        connection.executescript(sql)


def content(folder: Path) -> list[object]:
    with sqlite3.connect(folder / "news.db") as db:
        return [
            db.execute(sql).fetchall()
            for sql in (
                "SELECT url, fate, archive_file, archive_offset FROM pages ORDER BY 1",
                "SELECT id, articles FROM stories ORDER BY 1",
                "SELECT * FROM agreements ORDER BY id",
                "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'nelayan' ORDER BY 1",
                "SELECT * FROM figures",
            )
        ]


def test_nothing_is_wrong_with_what_is_sound(folder: Path) -> None:
    assert examined(folder) == []


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        (ORPHAN, "1 figures of"),
        ("UPDATE stories SET articles = 9", "stories with a wrong number"),
        ("DELETE FROM agreements", "agreements are not what"),
        ("UPDATE agreements SET sources = 7", "agreements are not what"),
        ("INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')", "full-text index"),
        ("UPDATE pages SET fate = 'off_topic'", "whose fate is another"),
        ("UPDATE pages SET archive_offset = 3 WHERE url LIKE '%-2'", "no capture begins there"),
        ("UPDATE pages SET archive_file = 'x.warc.gz' WHERE url LIKE '%-2'", "not in"),
        (
            NOWHERE,
            "4 pages are in",
        ),
    ],
)  # fmt: skip
def test_each_fault_is_named_and_mended(folder: Path, sql: str, says: str) -> None:
    sound = content(folder)
    spoil(folder, sql)
    spoilt = content(folder)
    named = examined(folder)
    assert any(says in finding.text for finding in named), named
    assert content(folder) == spoilt
    assert [finding.text for finding in examined(folder, mend=True)] == [f.text for f in named]
    assert all(finding.remedy for finding in named)
    assert examined(folder) == []
    assert content(folder) == sound


def test_a_page_stored_without_its_article_waits_to_be_fetched_again(folder: Path) -> None:
    spoil(folder, "UPDATE pages SET url = url || '-x' WHERE url LIKE '%-1'")
    assert len(examined(folder, mend=True)) == 2
    assert examined(folder) == []
    with Store.open(folder / "news.db", read_only=True) as store:
        assert store.ledger.fates() == {"stored": 4, "pending": 1}


def test_a_capture_out_of_reach_is_forgotten_only_on_request(folder: Path) -> None:
    sound, away = content(folder), folder / "away"
    (folder / "archive").rename(away)
    (finding,) = examined(folder, mend=True)
    assert examined(folder) == [finding]
    assert finding.remedy is None
    assert f"not in {folder / 'archive'}, though 4 pages are kept in it" in finding.text
    assert content(folder) == sound
    away.rename(folder / "archive")
    assert examined(folder) == []
    (path,) = (folder / "archive").iterdir()
    path.unlink()
    (finding,) = examined(folder, mend=True, forget=True)
    assert finding.remedy == "forgotten"
    assert examined(folder) == []


def test_the_first_look_at_a_lost_file_says_all_that_can_be_done(folder: Path) -> None:
    (path,) = (folder / "archive").iterdir()
    path.unlink()
    told = CliRunner().invoke(command, ["--db", str(folder / "news.db")])
    for way in ("other files", "--archive", "--fix --forget", "doctor --fix` mends what it can"):
        assert way in told.output
    (folder / "archive").rmdir()
    told = CliRunner().invoke(command, ["--db", str(folder / "news.db")])
    assert "say where it is with --archive" in told.output
    assert "mends what it can" not in told.output


def test_a_damaged_capture_is_forgotten_and_those_behind_it_are_not(folder: Path) -> None:
    damage_capture(folder, URLS[1])
    damage, lost = (finding.text for finding in examined(folder, mend=True))
    assert "but 2 pages behind it can be read" in damage
    assert damage.isprintable()
    assert URLS[1] in lost
    forgotten, left = examined(folder, mend=True, forget=True)
    assert (forgotten.remedy, left.remedy) == ("forgotten", None)
    assert "--forget" not in left.text
    with Store.open(folder / "news.db", read_only=True) as store:
        kept = store.query("SELECT url FROM pages WHERE archive_file IS NOT NULL ORDER BY url")
        assert verify(store, folder / "archive").captures == 3
    assert [row["url"] for row in kept] == [URLS[0], *URLS[2:]]


def damage_capture(folder: Path, url: str) -> None:
    with Store.open(folder / "news.db", read_only=True) as store:
        (row,) = store.query("SELECT * FROM pages WHERE url = :url", {"url": url})
    path = folder / "archive" / row["archive_file"]
    whole = bytearray(path.read_bytes())
    whole[row["archive_offset"] + 60] ^= 0xFF
    path.write_bytes(whole)


def test_what_nobody_can_read_now_is_not_forgotten(folder: Path) -> None:
    sound = content(folder)
    (path,) = (folder / "archive").iterdir()
    path.rename(folder / "away")
    path.mkdir()
    assert all(finding.remedy is None for finding in examined(folder, mend=True, forget=True))
    assert content(folder) == sound


def test_part_of_a_lost_file_that_stands_elsewhere_is_found(folder: Path) -> None:
    spoil(folder, "UPDATE pages SET archive_file = 'x.warc.gz'")
    spoil(folder, "UPDATE pages SET archive_digest = 'none' WHERE url LIKE '%-2'")
    found, left = examined(folder, mend=True)
    assert ("though 4 pages" in found.text, found.remedy is None) == (True, False)
    assert ("though 1 pages" in left.text, left.remedy) == (True, None)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["--forget"], "say --fix too"), (["--fix", "--forget", "--archive", "X"], "no such folder")],
)
def test_forgetting_needs_a_folder_and_fix(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    sound = content(folder)
    monkeypatch.chdir(folder)
    told = CliRunner().invoke(command, ["--db", "news.db", *arguments])
    assert (told.exit_code, says in told.output) == (2, True)
    assert content(folder) == sound


@pytest.mark.parametrize("older", [False, True])
def test_an_article_is_never_given_the_capture_of_a_challenge(folder: Path, older: bool) -> None:
    """older: as a database was left that noted the hash of whatever was met last."""
    challenge = page(URLS[1], b"<title>Just a moment...</title>")
    writer = ArchiveWriter(folder / "archive", "news")
    spoil(folder, NOWHERE)
    with Store.open(folder / "news.db") as store:
        refused = Reading(Fate.BLOCKED, "HTTP 403")
        store.save(None, SITE, challenge, refused, NOW, writer.write(challenge))
        if older:
            met = {"hash": content_hash(challenge), "url": URLS[1]}
            store.change("UPDATE pages SET content_hash = :hash WHERE url = :url", met)
    writer.close()
    assert "3 pages are in" in examined(folder, mend=True)[0].text
    with Store.open(folder / "news.db", read_only=True) as store:
        lost = store.query("SELECT url FROM pages WHERE archive_file IS NULL")
    assert [row["url"] for row in lost] == [URLS[1]]


def test_a_page_that_was_withdrawn_is_found_in_the_archive(folder: Path) -> None:
    with Store.open(folder / "news.db") as store:
        run = store.ledger.start_run("reprocess", [], NOW)
        detail = "withdrawn: other rules"
        store.withdraw(run, article_id(URLS[0]), URLS[0], Fate.OFF_TOPIC, detail, NOW)
    placed = content(folder)
    spoil(folder, NOWHERE)
    assert "4 pages are in" in examined(folder, mend=True)[0].text
    assert content(folder) == placed


def test_a_file_that_came_in_half_is_not_forgotten(folder: Path) -> None:
    sound = content(folder)
    (path,) = (folder / "archive").iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    assert all(finding.remedy is None for finding in examined(folder, mend=True))
    path.write_bytes(whole)
    assert content(folder) == sound
    assert examined(folder) == []


def test_a_torn_end_that_nobody_waits_for_is_no_fault(folder: Path) -> None:
    (path,) = (folder / "archive").iterdir()
    content = path.read_bytes()
    path.write_bytes(content + content[-200:-100])
    with path.open("ab") as file:
        file.write(content[:300])
    assert examined(folder) == []


def test_older_readings_are_advice(folder: Path) -> None:
    with Store.open(folder / "news.db") as store:
        assert advice(store) is None
        store.change(
            "UPDATE articles SET rules_version = 'old' WHERE id = (SELECT min(id) FROM articles)"
        )
        assert "1 articles were read with other rules" in str(advice(store))


def test_a_backup_is_the_database_of_that_moment(folder: Path) -> None:
    (folder / "safe").mkdir()
    with Store.open(folder / "news.db") as store:
        store.change("UPDATE stories SET articles = articles")
        copy = back_up(folder / "news.db", folder / "safe")
    assert copy == folder / "safe" / "news.db"
    with sqlite3.connect(copy) as made, sqlite3.connect(folder / "news.db") as source:
        assert list(made.iterdump()) == list(source.iterdump())
    assert [path.name for path in (folder / "safe").iterdir()] == ["news.db"]
    assert back_up(folder / "news.db", copy) == copy


def test_a_database_of_an_older_version_is_named_and_only_mending_changes_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "news.db"
    older = Database(sqlite3.connect(path))
    migrations.apply(older, stop_before=list(migrations.pending(older))[-1].name)
    older.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    older.execute(f"PRAGMA user_version = {version() - 1}")
    before = list(older.conn.iterdump())
    told = CliRunner().invoke(command, ["--db", str(path)])
    assert isinstance(told.exception, StoreError)
    assert "from an older version; `pantau doctor --fix`" in str(told.exception)
    assert list(older.conn.iterdump()) == before
    assert CliRunner().invoke(command, ["--db", str(path), "--fix"]).exit_code == 0
    assert older.execute("PRAGMA user_version").fetchone() == (version(),)


def test_a_database_of_an_older_version_can_be_copied(folder: Path) -> None:
    (folder / "safe").mkdir()
    with sqlite3.connect(folder / "news.db") as older:
        older.execute("PRAGMA user_version = 1")
    with sqlite3.connect(back_up(folder / "news.db", folder / "safe")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT count(*) FROM articles").fetchone() > (0,)


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("news.db", "the database itself"),
        ("nowhere/news.db", "no such folder"),
        ("notes.txt", "not a database of this program"),
    ],
)
def test_a_backup_never_writes_over_anything_else(folder: Path, target: str, says: str) -> None:
    (folder / "notes.txt").write_text("catatan")
    with pytest.raises(StoreError, match=says):
        back_up(folder / "news.db", folder / target)
    assert (folder / "notes.txt").read_text() == "catatan"
