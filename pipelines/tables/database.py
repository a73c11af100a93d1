"""Opening a database file: whose it is, which version, who else writes, and what it refuses."""

import sqlite3
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from filelock import BaseFileLock, FileLock, Timeout
from sqlite_utils import Database

from pipelines.schema import APPLICATION_ID, migrate, version

FAILED, BUSY = 1, 3
_SETTINGS = ("busy_timeout = 10000", "foreign_keys = ON", "synchronous = NORMAL")
_WRITING = (
    "cache_size = -196608",
    "wal_autocheckpoint = 8000",
    "journal_size_limit = 67108864",
    "temp_store = MEMORY",  # or each savepoint of an open transaction writes a file of its own
)
_REFUSALS = {
    "SQLITE_NOTADB": "not a database of this program; choose another --db",
    "SQLITE_FULL": "the disk is full; free some space and run again, nothing stored is lost",
    "SQLITE_READONLY": "no permission to write; check the owner of the file and its folder, or"
    " read a copy made by `pantau backup`",
    "SQLITE_CANTOPEN": "cannot be opened; check the path and the permissions of its folder",
    "SQLITE_CORRUPT": "damaged; restore a copy, or rebuild it from the archive",
    "SQLITE_BUSY": "another program holds a lock on it; close that program and run again",
    "SQLITE_IOERR": "cannot be read or written; check the disk and that the path is a file",
}


class StoreError(Exception):
    """The database cannot be used; the text is one line that names it and says what to do."""

    exit_status = FAILED


class StoreBusy(StoreError):  # noqa: N818
    """Another run is using the database."""

    exit_status = BUSY


class PlainConnection(sqlite3.Connection):
    """A connection that says in one line what the system refused, naming the database."""

    path: str = ""

    def execute(self, *query: Any) -> sqlite3.Cursor:
        """As in sqlite3; raises StoreError where the disk or the permissions are the cause."""
        try:
            return super().execute(*query)
        except sqlite3.DatabaseError as error:
            raise _plainly(error, self.path) from error

    def executemany(self, *query: Any) -> sqlite3.Cursor:
        """As in sqlite3; raises StoreError where the disk or the permissions are the cause."""
        try:
            return super().executemany(*query)
        except sqlite3.DatabaseError as error:
            raise _plainly(error, self.path) from error


class OneNamedParts(Database):
    """A database whose nested transactions all have one name.

    SQLite compiles the same words once; sqlite-utils makes up a name for each.
    """

    @contextmanager
    def atomic(self) -> Generator["OneNamedParts", None, None]:
        """What is changed inside is all or none, also as a part of the transaction that is open."""
        if not self.conn.in_transaction:
            with super().atomic():
                yield self
            return
        self.execute("SAVEPOINT part")
        with ExitStack() as unless_whole:
            unless_whole.callback(self._undo_part)
            yield self
            unless_whole.pop_all()
        self.execute("RELEASE part")

    def _undo_part(self) -> None:
        if self.conn.in_transaction:  # or SQLite has undone all of it
            self.execute("ROLLBACK TO part")
            self.execute("RELEASE part")


def lock_for_writing(path: Path) -> BaseFileLock:
    """The lock that one writer holds; makes the folder. Raises StoreBusy, StoreError."""
    lock = FileLock(f"{path}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as busy:
        if not Path(lock.lock_file).exists():
            raise StoreError(f"{path}: {_REFUSALS['SQLITE_CANTOPEN']}") from busy
        raise StoreBusy(
            f"{path}: another run is using this database; wait for it to end or use another --db"
        ) from busy
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error
    return lock


def is_written(path: Path) -> bool:
    """Whether a writer holds the lock just now; also where nobody but its owner can tell."""
    lock = FileLock(f"{path}.lock")
    if not Path(lock.lock_file).exists():
        return False
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):
        return True
    lock.release()
    return False


def open_as_it_is(path: Path) -> Database:
    """A connection that cannot write, also to a database of an older version. Raises StoreError."""
    if not path.exists():
        raise StoreError(f"{path}: there is no such database; crawl or ingest into it first")
    db = _connect(path, f"{path.resolve().as_uri()}?mode=ro")
    _configure(db, path)
    if not _number(db, "application_id"):
        db.close()
        raise StoreError(
            f"{path}: empty, not yet a database; crawl or ingest into it first, or choose another"
            " --db"
        )
    return db


def open_to_read(path: Path) -> Database:
    """A connection that cannot write, to a database with today's tables. Raises StoreError."""
    db = open_as_it_is(path)
    if _number(db, "user_version") < version():
        db.close()
        raise StoreError(
            f"{path}: from an older version; `pantau doctor --fix` brings it up to date, as any"
            " crawl or ingest into it does"
        )
    return db


def open_to_write(path: Path) -> Database:
    """A connection to a database that is made or brought up to date. Raises StoreError."""
    db = _connect(path, path.resolve().as_uri())
    _configure(db, path)
    if _number(db, "user_version") < version():
        db.enable_wal()
        migrate(db)
    for setting in _WRITING:
        db.execute(f"PRAGMA {setting}")
    return db


def _configure(db: Database, path: Path) -> None:
    """Connection settings; a database that is not ours or is newer is left untouched."""
    with ExitStack() as unless_ours:
        unless_ours.callback(db.close)
        for setting in _SETTINGS:
            db.execute(f"PRAGMA {setting}")
        ours = _number(db, "application_id") == APPLICATION_ID
        if not ours and _number(db, "schema_version"):
            raise StoreError(f"{path}: not a database of this program; choose another --db")
        if _number(db, "user_version") > version():
            raise StoreError(f"{path}: written by a newer version; update this program")
        unless_ours.pop_all()


def _number(db: Database, pragma: str) -> int:
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])


def _connect(path: Path, uri: str) -> Database:
    try:
        connection = sqlite3.connect(uri, uri=True, factory=PlainConnection)
    except sqlite3.DatabaseError as error:
        raise _plainly(error, str(path)) from error
    connection.path = str(path)
    return OneNamedParts(connection)


def _plainly(error: sqlite3.DatabaseError, path: str) -> Exception:
    """What the system refused, in words; an error of ours stays as it is."""
    name = getattr(error, "sqlite_errorname", "")
    said = next((text for code, text in _REFUSALS.items() if name.startswith(code)), None)
    return StoreError(f"{path}: {said}") if said else error
