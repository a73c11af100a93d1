"""Rows on their way into a file: typed, column by column, a few thousand at a time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipelines.exports.catalogue import Dataset
from pipelines.exports.kinds import Column
from pipelines.store import Store

CHUNK = 5_000  # rows that are in memory at a time
SHORT_QUOTE = 200  # characters of a quote that are published where the texts are not

_CHANGED = """{key} IN (SELECT key FROM exported
    WHERE dataset = :dataset AND number > :number AND digest IS NOT NULL)"""
_WITHDRAWN = """SELECT key FROM exported
    WHERE dataset = :dataset AND number > :number AND digest IS NULL ORDER BY key"""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and chunk by chunk their values, one list a column. Can be gone through once."""

    columns: tuple[Column, ...]
    chunks: Iterator[list[list[Any]]]


def whole(store: Store, dataset: Dataset) -> Table:
    """All rows of a dataset."""
    return _table(store, dataset.question())


def published(store: Store, dataset: Dataset) -> Table:
    """All rows without the texts, and with short quotes: what is not the publishers'."""
    table = whole(store, dataset)
    kept = [n for n, column in enumerate(table.columns) if column.name != "text"]
    columns = tuple(table.columns[n] for n in kept)
    return Table(columns, ([_short(table.columns[n], c[n]) for n in kept] for c in table.chunks))


def changes(store: Store, dataset: Dataset, number: int) -> Table:
    """The rows that changed after an export, then the keys of those withdrawn: see cursors.py."""
    asked = {"dataset": dataset.name, "number": number}
    table = _table(store, dataset.question(_CHANGED.format(key=dataset.key_text)), asked)
    columns = (*table.columns, Column("withdrawn"))
    gone = [json.loads(key) for (key,) in store.stream(_WITHDRAWN, asked)] if number else []
    return Table(columns, _with_withdrawn(table, dataset.key, gone))


def _with_withdrawn(
    table: Table, key: tuple[str, ...], gone: list[list[Any]]
) -> Iterator[list[list[Any]]]:
    for chunk in table.chunks:
        yield [*chunk, [False] * len(chunk[0])]
    if gone:
        keys = dict(zip(key, map(list, zip(*gone, strict=True)), strict=True))
        nothing = [None] * len(gone)
        yield [*(keys.get(column.name, nothing) for column in table.columns), [True] * len(gone)]


def _table(store: Store, question: str, parameters: dict[str, Any] | None = None) -> Table:
    cursor = store.stream(question, parameters)
    columns = tuple(Column(name) for name, *_ in cursor.description)

    def chunks() -> Iterator[list[list[Any]]]:
        while rows := cursor.fetchmany(CHUNK):
            pairs = zip(columns, zip(*rows, strict=True), strict=True)
            yield [column.values(values) for column, values in pairs]

    return Table(columns, chunks())


def _short(column: Column, values: list[Any]) -> list[Any]:
    if column.name != "quote":
        return values
    return [_cut(value) if value and len(value) > SHORT_QUOTE else value for value in values]


def _cut(quote: str) -> str:
    """The beginning of a quote, up to a word's end."""
    return quote[:SHORT_QUOTE].rsplit(None, 1)[0] + " …"
