"""A copy of the database as it is at one moment, also while a run writes into it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pipelines.schema import APPLICATION_ID
from pipelines.tables.database import StoreError, open_as_it_is


def back_up(db: Path, target: Path) -> Path:
    """Copy a database, of an older version too; the copy's path. It appears whole or not at all.

    target: a file, or a folder in which the copy has the database's name. An earlier backup there
    is replaced. Raises StoreError for what is no database of ours, on either side.
    """
    copy = target / db.name if target.is_dir() else target
    aside = copy.with_name(f"{copy.name}.part")
    with closing(open_as_it_is(db)) as source:
        _mind(db, copy)
        try:
            with closing(sqlite3.connect(aside)) as made:
                source.conn.backup(made)
                made.execute("PRAGMA journal_mode = DELETE")
            aside.replace(copy)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{copy}: the backup could not be written: {error}") from error
        finally:
            aside.unlink(missing_ok=True)
    return copy


def _mind(db: Path, copy: Path) -> None:
    """Never write over what is no backup."""
    if copy.resolve() == db.resolve():
        raise StoreError(f"{copy}: that is the database itself; choose another target")
    if not copy.parent.is_dir():
        raise StoreError(f"{copy.parent}: there is no such folder")
    if copy.exists() and copy.stat().st_size and not _is_ours(copy):
        raise StoreError(f"{copy}: not a database of this program; choose another target")


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(100)
    return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(
        4, "big"
    )
