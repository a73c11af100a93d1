"""The archive of a whole crawl: complete, checkable, and enough to read everything again."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.cli import cli
from crawler.demo.server import MiniWeb
from crawler.registry import Registry, load_registry
from crawler.run import crawl
from pipelines.archive import Position, read_archived
from pipelines.model import Page, Reading, Site
from pipelines.open_run import OpenRun

pytestmark = pytest.mark.slow

FAST = {"DOWNLOAD_DELAY": "0.01", "AUTOTHROTTLE_ENABLED": "False"}
POSITIONS = "SELECT archive_file, archive_offset, archive_digest FROM pages WHERE url = ?"


class Crawled:
    """A crawl of the mini-web: its database, its archive, and each page as it was saved."""

    def __init__(self, folder: Path) -> None:
        self.db = folder / "demo.db"
        self.archive = folder / "archive"
        self.saved: dict[str, tuple[Site, Page, Reading]] = {}
        self.registry: Registry


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    made = Crawled(tmp_path_factory.mktemp("demo"))
    save = OpenRun.save

    def watched(run: OpenRun, site: Site, page: Page, reading: Reading, at: Any) -> None:
        save(run, site, page, reading, at)
        if reading.article and reading.fate == "stored":
            made.saved[reading.article.url] = (site, page, reading)

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
    assert any(page.more for _, page, _ in crawled.saved.values())
    assert all(page.lead and page.request_headers for _, page, _ in crawled.saved.values())
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
