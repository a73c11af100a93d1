"""A cut of the database: what a crawl of a few sites needs to know, small enough to be sent."""

import json
import sqlite3
import zlib
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

from pipelines.model import Site
from pipelines.store import Store
from pipelines.urls import canonical_url

_COPIED = (
    "INSERT INTO runs SELECT * FROM whole.runs WHERE id = :run",
    "INSERT INTO sites SELECT * FROM whole.sites WHERE key IN (SELECT value FROM json_each(:keys))",
    "INSERT INTO pages SELECT * FROM whole.pages"
    " WHERE site IN (SELECT value FROM json_each(:keys)) ORDER BY rowid",
    "INSERT OR IGNORE INTO pages SELECT p.* FROM json_each(:origins) o JOIN whole.pages p"
    " ON p.url >= o.value || '/' AND p.url < o.value || '0'",  # 0 is what follows the slash
    "INSERT INTO channels SELECT * FROM whole.channels"
    " WHERE site IN (SELECT value FROM json_each(:keys))",
    "INSERT INTO recurring_lines SELECT * FROM whole.recurring_lines"
    " WHERE site IN (SELECT value FROM json_each(:keys))",
)


def cut(db: Path, run_id: int, sites: Collection[Site]) -> bytes:
    """A packed database with the ledger and the channels of some sites, but no article.

    Pages of their hosts that came by another way, from an archive say, are known there too. The
    run is copied, so that a run of the cut has a number that no row of it names.
    """
    named = {
        "run": run_id,
        "keys": json.dumps([site.key for site in sites]),
        "origins": json.dumps([_origin(site.home) for site in sites]),
    }
    with TemporaryDirectory() as folder:
        target = Path(folder) / "cut.db"
        Store.open(target).close()
        with closing(sqlite3.connect(target)) as small:
            small.execute("ATTACH ? AS whole", (str(db.resolve()),))
            with small:
                for sql in _COPIED:
                    small.execute(sql, named)
        return zlib.compress(target.read_bytes(), 1)


def _origin(home: str) -> str:
    """What the addresses of a site's pages begin with in the ledger, without the slash."""
    return canonical_url(urljoin(home, "/")).removesuffix("/")


def open_cut(packed: bytes, target: Path) -> None:
    """Lay a cut down as a database."""
    target.write_bytes(zlib.decompress(packed))
