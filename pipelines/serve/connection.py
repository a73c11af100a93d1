"""What a question may do to the database: read, for a limited time, values of a limited size."""

import sqlite3

# Longer than any text we store; keeps a question from filling the memory with one value.
_LONGEST_VALUE = 16_000_000
_CACHE_KIB = 65_536
_MAPPED = 1 << 31  # bytes of the file that need no second reading after somebody else has written
_NEVER = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH}
_NEVER_CALLED = {"load_extension", "fts3_tokenizer"}


def restrict(connection: sqlite3.Connection) -> None:
    """Make a connection that was opened read-only harmless in the hands of a stranger."""
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA busy_timeout = 2000")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
    connection.execute("PRAGMA query_only = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_authorizer(_allowed)


def _allowed(action: int, one: str | None, other: str | None, *_where: str | None) -> int:
    called = action == sqlite3.SQLITE_FUNCTION and (other or "").lower() in _NEVER_CALLED
    return sqlite3.SQLITE_DENY if action in _NEVER or called else sqlite3.SQLITE_OK
