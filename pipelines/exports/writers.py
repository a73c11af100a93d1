"""The formats: each writes the same typed rows into an open file and says how many there were."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, Any

from pipelines.exports.kinds import DAY, FLAG, INTEGER, LIST, NUMBER, TEXT, TIME, Column
from pipelines.exports.rows import Table

if TYPE_CHECKING:
    import pyarrow

HERE = "Asia/Jakarta"  # the zone that typed times are shown in; they are of any zone

# A spreadsheet takes these for the beginning of a formula, also behind our own apostrophe.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def write_csv(table: Table, file: IO[bytes]) -> int:
    """UTF-8 with a byte order mark, which Excel needs; nothing that a spreadsheet would run."""
    rows = 0
    text = TextIOWrapper(file, "utf-8-sig", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for chunk in table.chunks:
        writer.writerows(zip(*(map(_cell, values) for values in chunk), strict=True))
        rows += len(chunk[0])
    text.detach()
    return rows


def write_jsonl(table: Table, file: IO[bytes]) -> int:
    """One JSON object a line, UTF-8."""
    rows = 0
    names = [column.name for column in table.columns]
    encode = json.JSONEncoder(ensure_ascii=False, default=_iso).encode
    for chunk in table.chunks:
        for row in zip(*chunk, strict=True):
            file.write(encode(dict(zip(names, row, strict=True))).encode() + b"\n")
        rows += len(chunk[0])
    return rows


def write_parquet(table: Table, file: IO[bytes]) -> int:
    """Typed columns, zstd. Raises ModuleNotFoundError without the extra `parquet`."""
    import pyarrow.parquet

    rows = 0
    with pyarrow.parquet.ParquetWriter(file, arrow_schema(table), compression="zstd") as writer:
        for batch in arrow_batches(table):
            writer.write_batch(batch)
            rows += batch.num_rows
    return rows


def arrow_batches(table: Table) -> "Iterator[pyarrow.RecordBatch]":
    """The rows as Arrow batches. Raises ModuleNotFoundError without the extra `parquet`."""
    import pyarrow

    schema = arrow_schema(table)
    for chunk in table.chunks:
        arrays = [pyarrow.array(v, f.type) for v, f in zip(chunk, schema, strict=True)]
        yield pyarrow.record_batch(arrays, schema=schema)


def arrow_schema(table: Table) -> "pyarrow.Schema":
    """The columns as Arrow types; a time is an instant, `*_utc` in UTC, the others in HERE."""
    import pyarrow

    return pyarrow.schema([(column.name, _arrow_type(column)) for column in table.columns])


def _arrow_type(column: Column) -> "pyarrow.DataType":
    import pyarrow

    if column.kind is TIME:
        return pyarrow.timestamp("us", "UTC" if column.name.endswith("_utc") else HERE)
    return {
        TEXT: pyarrow.string(),
        INTEGER: pyarrow.int64(),
        NUMBER: pyarrow.float64(),
        FLAG: pyarrow.bool_(),
        DAY: pyarrow.date32(),
        LIST: pyarrow.list_(pyarrow.string()),
    }[column.kind]


def harmless(text: str) -> str:
    """A text of which no spreadsheet makes a formula: one that begins like one gets a "'"."""
    return f"'{text}" if _FORMULA.match(text) else text


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return _iso(value) if isinstance(value, date) else value


def _iso(value: Any) -> str:
    return str(value.isoformat())


Write = Callable[[Table, IO[bytes]], int]
WRITERS: dict[str, Write] = {"csv": write_csv, "jsonl": write_jsonl, "parquet": write_parquet}
