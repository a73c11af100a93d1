"""A cut of the database: what a crawl of a few sites needs to know, small enough to be sent."""

import json
import sqlite3
import zlib
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines.store import Store

_COPIED = (
    "INSERT INTO runs SELECT * FROM whole.runs WHERE id = :run",
    "INSERT INTO sites SELECT * FROM whole.sites WHERE key IN (SELECT value FROM json_each(:keys))",
    "INSERT INTO pages SELECT * FROM whole.pages"
    " WHERE site IN (SELECT value FROM json_each(:keys)) ORDER BY rowid",
    "INSERT INTO channels SELECT * FROM whole.channels"
    " WHERE site IN (SELECT value FROM json_each(:keys))",
    "INSERT INTO recurring_lines SELECT * FROM whole.recurring_lines"
    " WHERE site IN (SELECT value FROM json_each(:keys))",
)


def cut(db: Path, run_id: int, sites: Collection[str]) -> bytes:
    """A packed database with the ledger and the channels of some sites, but no article.

    The run is copied too, so that a run of the cut has a number that no row of it names.
    """
    with TemporaryDirectory() as folder:
        target = Path(folder) / "cut.db"
        Store.open(target).close()
        with closing(sqlite3.connect(target)) as small:
            small.execute("ATTACH ? AS whole", (str(db.resolve()),))
            with small:
                for sql in _COPIED:
                    small.execute(sql, {"run": run_id, "keys": json.dumps(list(sites))})
        return zlib.compress(target.read_bytes(), 1)


def open_cut(packed: bytes, target: Path) -> None:
    """Lay a cut down as a database."""
    target.write_bytes(zlib.decompress(packed))
