"""What changed since an export: every row's digest, and the number of the export that told it.

A cursor is the number of an export with a check on all that was told up to it, so that a cursor
of another database, or of a later state of a restored one, is known as such. A row that is gone
keeps its key, without a digest.
"""

import hashlib
import json
from collections.abc import Iterator

from pipelines.exports.catalogue import DATASETS, Dataset
from pipelines.store import Store

BEGINNING = "0"

_CHANGE = """INSERT INTO exported (dataset, key, digest, number)
    SELECT :dataset, key, digest, :number FROM temp.told WHERE true
    ON CONFLICT (dataset, key) DO UPDATE SET digest = excluded.digest, number = excluded.number
    WHERE exported.digest IS NOT excluded.digest"""
_WITHDRAW = """UPDATE exported SET digest = NULL, number = :number
    WHERE dataset = :dataset AND digest IS NOT NULL AND key NOT IN (SELECT key FROM temp.told)"""
_NEWEST = "SELECT number, cursor FROM cursors ORDER BY number DESC LIMIT 1"
_NEW = """SELECT dataset, key, digest FROM exported
    WHERE dataset = :dataset AND number = :number ORDER BY key"""


class UnknownCursor(Exception):  # noqa: N818
    """The database never gave this cursor; the text is one line that says what to do."""


def number_of(store: Store, cursor: str) -> int:
    """The number of the export that gave a cursor, 0 for the beginning. Raises UnknownCursor."""
    if cursor == BEGINNING:
        return 0
    asked = {"cursor": cursor}
    for row in store.query("SELECT number FROM cursors WHERE cursor = :cursor", asked):
        return int(row["number"])
    raise UnknownCursor(
        f"--since {cursor}: this database never gave that cursor (its newest is"
        f" {_newest(store)[1]}); take everything anew with --since {BEGINNING}"
    )


def advance(store: Store) -> str:
    """Note what changed since the last export, as a part of the open transaction; the cursor."""
    number, before = _newest(store)
    number += 1
    store.change("CREATE TEMP TABLE IF NOT EXISTS told (key TEXT PRIMARY KEY, digest BLOB)")
    for dataset in DATASETS.values():
        store.change("DELETE FROM temp.told")
        store.change_many("INSERT INTO temp.told VALUES (?, ?)", _digests(store, dataset))
        told = {"dataset": dataset.name, "number": number}
        store.change(_CHANGE, told)
        store.change(_WITHDRAW, told)
    check = _check(store, before, number)
    if check is None:
        return before
    cursor = f"{number}-{check}"
    store.change("INSERT INTO cursors VALUES (:n, :c)", {"n": number, "c": cursor})
    return cursor


def _digests(store: Store, dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    encode = json.JSONEncoder(ensure_ascii=False).encode
    columns = f"{dataset.key_text}, {dataset.columns}"
    for key, *values in store.stream(f"SELECT {columns} FROM {dataset.rows}"):
        row = encode(values).encode()
        yield key, hashlib.blake2b(row, digest_size=8).digest()


def _check(store: Store, before: str, number: int) -> str | None:
    """Eight hex digits of all that was ever told; None when nothing is new."""
    digest = hashlib.sha256(before.encode())
    news = 0
    for name in DATASETS:
        for row in store.stream(_NEW, {"dataset": name, "number": number}):
            digest.update(repr(row).encode())
            news += 1
    return digest.hexdigest()[:8] if news else None


def _newest(store: Store) -> tuple[int, str]:
    rows = store.query(_NEWEST)
    return (rows[0]["number"], rows[0]["cursor"]) if rows else (0, BEGINNING)
