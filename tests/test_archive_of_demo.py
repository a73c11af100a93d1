"""The archive of a whole crawl: complete, checkable, and enough to read everything again."""

import json
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.cli import cli
from crawler.demo.server import MiniWeb
from crawler.registry import Registry, load_registry
from crawler.run import crawl
from pipelines.archive import ArchiveWriter, Position, read_archived
from pipelines.model import Page, Site
from pipelines.open_run import OpenRun
from pipelines.ready import Ready
from pipelines.rules import rules_version

pytestmark = pytest.mark.slow

FAST = {"DOWNLOAD_DELAY": "0.01", "AUTOTHROTTLE_ENABLED": "False"}
POSITIONS = "SELECT archive_file, archive_offset, archive_digest FROM pages WHERE url = ?"


class Crawled:
    """A crawl of the mini-web: its database, its archive, and each page as it was saved."""

    def __init__(self, folder: Path) -> None:
        self.db = folder / "demo.db"
        self.archive = folder / "archive"
        self.saved: dict[str, tuple[Site, Page]] = {}
        self.registry: Registry


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    made = Crawled(tmp_path_factory.mktemp("demo"))
    save = OpenRun.save

    def watched(run: OpenRun, site: Site, page: Page, reading: Ready, at: Any) -> None:
        save(run, site, page, reading, at)
        if reading.rows:
            made.saved[reading.rows.article["url"]] = (site, page)

    with MiniWeb() as web, pytest.MonkeyPatch.context() as patch:
        patch.setattr(OpenRun, "save", watched)
        made.registry = load_registry(web.registry_file)
        shutil.copy(web.registry_file, made.db.with_name("sites.toml"))
        sites = list(made.registry.sites.values())
        crawl(sites, db=made.db, archive=made.archive, settings=FAST)
    return made


@pytest.fixture
def copy(crawled: Crawled, tmp_path: Path) -> Crawled:
    """The crawl's database and archive, to be spoilt."""
    made = Crawled(tmp_path)
    shutil.copy(crawled.db, made.db)
    shutil.copy(crawled.db.with_name("sites.toml"), tmp_path)
    shutil.copytree(crawled.archive, made.archive)
    made.saved, made.registry = crawled.saved, crawled.registry
    return made


def pantau(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def rows(db: Path, sql: str, *values: object) -> list[Any]:
    with sqlite3.connect(db) as connection:
        return connection.execute(sql, values).fetchall()


def change(db: Path, sql: str, *values: object) -> None:
    with sqlite3.connect(db) as connection:
        connection.execute(sql, values)


def test_every_stored_page_is_rebuilt_bit_for_bit(crawled: Crawled) -> None:
    stored = rows(crawled.db, "SELECT url FROM articles")
    assert len(stored) >= 40
    assert any(page.more for _, page in crawled.saved.values())
    assert all(page.lead and page.request_headers for _, page in crawled.saved.values())
    for (url,) in stored:
        position = Position(*rows(crawled.db, POSITIONS, url)[0])
        assert read_archived(crawled.archive, position) == crawled.saved[url][1]


def test_verify_finds_archive_and_database_in_agreement(crawled: Crawled) -> None:
    done = pantau("archive", "verify", "--db", crawled.db, "--json")
    told = json.loads(done.output)
    assert done.exit_code == 0
    assert told["problems"] == []
    assert told["positions"] == told["captures"] == len(rows(crawled.db, "SELECT 1 FROM articles"))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        ("UPDATE pages SET archive_offset = archive_offset + 1", "no capture begins there"),
        ("UPDATE pages SET archive_digest = 'x' WHERE archive_file > ''", "another digest"),
        ("UPDATE pages SET archive_file = '../' || archive_file", "not in"),
    ],
)
def test_verify_says_what_is_wrong_in_the_ledger(copy: Crawled, spoil: str, says: str) -> None:
    change(copy.db, spoil)
    done = pantau("archive", "verify", "--db", copy.db)
    assert done.exit_code == 1
    assert says in done.output


def test_verify_says_what_is_wrong_in_the_files(copy: Crawled) -> None:
    path = next(copy.archive.iterdir())
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    done = pantau("archive", "verify", "--db", copy.db)
    assert done.exit_code == 1
    assert path.name in done.output


def dump(db: Path) -> list[str]:
    with sqlite3.connect(db) as connection:
        return list(connection.iterdump())


def reprocess(made: Crawled, *words: str) -> Result:
    sites = made.db.with_name("sites.toml")
    return pantau("reprocess", "--db", made.db, "--sites", sites, *words)


def test_unchanged_rules_change_nothing(copy: Crawled) -> None:
    before = dump(copy.db)
    for words in (("--diff", "--json"), ("--json",)):
        done = reprocess(copy, *words)
        told = json.loads(done.stdout)
        assert done.exit_code == 0
        assert told == {"read": len(copy.saved), "changed": 0, "changes": []}
    assert dump(copy.db) == before


SPOILT = (
    "UPDATE articles SET title = 'Judul lama', reading_hash = 'lama', rules_version = 'lama'"
    " WHERE id = (SELECT article_id FROM agreement_sources WHERE position = 0 AND status = 'signed'"
    " ORDER BY 1 LIMIT 1)",
    "UPDATE agreement_sources SET status = 'planned', phase = 'planned'"
    " WHERE article_id = (SELECT id FROM articles WHERE reading_hash = 'lama') AND position = 0",
    "INSERT INTO figures SELECT id, 99, '9 orang', 9, NULL, 'orang', 0, NULL, NULL, '9 orang', 0, 7"
    " FROM articles WHERE reading_hash = 'lama'",
)
FACTS = (
    "SELECT * FROM figures ORDER BY 1, 2",
    "SELECT * FROM agreement_sources ORDER BY 1, 2",
    "SELECT * FROM agreements ORDER BY id",
    "SELECT id, canonical_article_id, reason, articles FROM stories ORDER BY id",
    "SELECT url, fate, fate_detail FROM pages ORDER BY url",
    "SELECT id, title, text, story_id, copy_of, reading_hash, rules_version FROM articles"
    " ORDER BY id",
)


def test_changed_rules_are_shown_first_and_then_carried_out(copy: Crawled) -> None:
    whole = [rows(copy.db, sql) for sql in FACTS]
    for sql in SPOILT:
        change(copy.db, sql)
    spoilt = dump(copy.db)
    told = json.loads(reprocess(copy, "--diff", "--json").stdout)
    assert dump(copy.db) == spoilt
    assert told["changed"] == 1
    by_field = {entry["field"]: entry for entry in told["changes"]}
    assert by_field["title"]["before"] == "Judul lama"
    assert by_field["agreements.status"]["before"] == "planned"
    assert len(by_field["figures"]["before"]) == len(by_field["figures"]["after"]) + 1
    assert {entry["url"] for entry in told["changes"]} == {by_field["title"]["url"]}
    assert "Judul lama" in reprocess(copy, "--diff").stdout
    assert "1 revised" in reprocess(copy).stdout
    assert [rows(copy.db, sql) for sql in FACTS] == whole
    assert rows(copy.db, "SELECT count(*) FROM revisions") == [(0,)]
    assert json.loads(reprocess(copy, "--diff", "--json").stdout)["changed"] == 0


def test_an_article_that_is_off_topic_today_is_withdrawn_and_may_come_back(copy: Crawled) -> None:
    whole = [rows(copy.db, sql) for sql in FACTS]
    told_twice = "SELECT canonical_article_id FROM stories WHERE articles > 1 ORDER BY id LIMIT 1"
    ((url,),) = rows(copy.db, f"SELECT url FROM articles WHERE id = ({told_twice})")
    place = rows(copy.db, POSITIONS, url)[0]
    change(copy.db, "INSERT INTO revisions SELECT id, 1, '', '', 'lama', 'lama', '-' FROM articles"
           " WHERE url = ?", url)  # fmt: skip
    writer = ArchiveWriter(copy.archive, "demo")
    body = b"<html><p>Panen raya di desa itu.</p></html>"
    page = replace(copy.saved[url][1], body=body, lead=None)
    move = "UPDATE pages SET archive_file = ?, archive_offset = ?, archive_digest = ? WHERE url = ?"
    change(copy.db, move, *writer.write(page), url)
    writer.close()
    told = json.loads(reprocess(copy, "--diff", "--json").stdout)
    assert [(entry["url"], entry["field"]) for entry in told["changes"]] == [(url, "fate")]
    assert "1 withdrawn" in reprocess(copy).stdout
    assert rows(copy.db, "SELECT fate FROM pages WHERE url = ?", url) == [("off_topic",)]
    assert rows(copy.db, "SELECT 1 FROM articles WHERE url = ?", url) == []
    assert rows(copy.db, "PRAGMA foreign_key_check") == []
    change(copy.db, "INSERT INTO articles_fts(articles_fts, rank) VALUES ('integrity-check', 1)")
    assert rows(copy.db, "SELECT 1 FROM agreement_sources WHERE article_id NOT IN"
                " (SELECT id FROM articles)") == []  # fmt: skip
    change(copy.db, move, *place, url)
    assert "1 restored" in reprocess(copy).stdout
    assert [rows(copy.db, sql) for sql in FACTS] == whole
    kept = "SELECT url, r.title FROM revisions r JOIN articles a ON a.id = r.article_id"
    assert rows(copy.db, kept) == [(url, "lama")]


def test_a_page_that_cannot_be_read_is_named_and_left_as_it_is(copy: Crawled) -> None:
    before = [rows(copy.db, sql) for sql in FACTS]
    change(copy.db, "UPDATE pages SET archive_digest = 'x' WHERE url = ?", next(iter(copy.saved)))
    done = reprocess(copy)
    assert done.exit_code == 1
    assert "another page" in done.stderr
    assert [rows(copy.db, sql) for sql in FACTS] == before


def test_an_archive_that_is_not_there_is_named_once(copy: Crawled, tmp_path: Path) -> None:
    done = reprocess(copy, "--diff", "--archive", str(tmp_path / "nowhere"))
    assert done.exit_code == 1
    said = [line for line in done.stderr.splitlines() if "No such file" in line]
    assert len(said) == 1
    assert said[0].endswith(f"({rows(copy.db, 'SELECT count(*) FROM articles')[0][0]} pages)")


def test_every_article_names_the_rules_that_read_it(crawled: Crawled) -> None:
    assert rows(crawled.db, "SELECT DISTINCT rules_version FROM articles") == [(rules_version(),)]


def test_with_archive_all_every_page_is_kept_and_reads_the_same(tmp_path: Path) -> None:
    made = Crawled(tmp_path)
    with MiniWeb() as web:
        shutil.copy(web.registry_file, tmp_path)
        sites = list(load_registry(web.registry_file).sites.values())
        crawl(sites, db=made.db, archive=made.archive, archive_all=True, settings=FAST)
    fetched = "fate NOT IN ('alias', 'robots', 'pending') AND content_hash IS NOT NULL"
    kept = rows(made.db, f"SELECT fate, archive_file IS NOT NULL FROM pages WHERE {fetched}")
    assert all(is_kept for _, is_kept in kept)
    assert {"stored", "off_topic"} <= {fate for fate, _ in kept}
    told = json.loads(reprocess(made, "--diff", "--json").stdout)
    assert (told["read"], told["changed"]) == (len(kept), 0)
    assert pantau("doctor", "--db", made.db).exit_code == 0
