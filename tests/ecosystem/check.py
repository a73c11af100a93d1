"""Do other people's tools read our exports as we mean them? `python check.py TOOL FOLDER`.

Runs in an environment of its own (`make ecosystem`), so it imports nothing of ours. FOLDER holds
an export in csv/, jsonl/, parquet/ and hf/, and expected.json: by dataset the rows, with times as
instants in UTC. Ends with an AssertionError at the first difference.
"""

import json
import math
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

FOLDER = Path(sys.argv[2])
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
PACKAGE = json.loads((FOLDER / "csv" / "datapackage.json").read_text(encoding="utf-8"))
FIELDS = {
    r["path"].removesuffix(".csv"): {f["name"]: f["type"] for f in r["schema"]["fields"]}
    for r in PACKAGE["resources"]
}
Row = dict[str, Any]


def of_type(name: str, *kinds: str) -> list[str]:
    return [column for column, kind in FIELDS[name].items() if kind in kinds]


def plain(value: Any) -> Any:
    """Any tool's value as JSON has it."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if value is None or value != value or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, datetime):
        assert value.tzinfo is not None, value
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def from_csv(name: str, row: Row) -> Row:
    """A row of a CSV file with its lists read, and without the guard against formulas."""
    kinds = FIELDS[name]
    return {
        column: json.loads(value)
        if kinds[column] == "array" and isinstance(value, str)
        else unguarded(value)
        for column, value in row.items()
    }


def unguarded(value: Any) -> Any:
    bare = value.lstrip("'") if isinstance(value, str) else ""
    return value[1:] if bare and bare != value and bare[0] in "=+-@\t\r\n＝＋－＠" else value


def same(name: str, rows: list[Row], where: str) -> None:
    expected = EXPECTED[name]
    assert len(rows) == len(expected), f"{where} {name}: {len(rows)} rows of {len(expected)}"
    for got, wanted in zip(rows, expected, strict=True):
        got = {column: plain(value) for column, value in got.items()}
        for column in wanted:
            assert equal(got[column], wanted[column]), (
                f"{where} {name}.{column}: {got[column]!r:.200} is not {wanted[column]!r:.200}"
            )


def equal(got: Any, wanted: Any) -> bool:
    if isinstance(wanted, bool) or isinstance(got, bool):
        return got is wanted
    if isinstance(wanted, float):
        return isinstance(got, int | float) and math.isclose(got, wanted)
    return got == wanted


def check_pandas() -> None:
    import pandas

    def days(name: str, frame: Any) -> list[Row]:
        for column in of_type(name, "date"):
            frame[column] = pandas.to_datetime(frame[column]).dt.date
        for column in of_type(name, "datetime"):
            frame[column] = pandas.to_datetime(frame[column], format="ISO8601", utc=True)
        return frame.astype(object).to_dict("records")

    for name, kinds in FIELDS.items():
        frame = pandas.read_parquet(FOLDER / "parquet" / f"{name}.parquet")
        for column in of_type(name, "datetime"):
            zone = "UTC" if column.endswith("_utc") else "Asia/Jakarta"
            assert str(frame[column].dtype) == f"datetime64[us, {zone}]", frame[column].dtype
        same(name, days(name, frame), "pandas parquet")
        lines = (FOLDER / "jsonl" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
        frame = pandas.DataFrame([json.loads(line) for line in lines if line], dtype=object)
        if len(frame):
            same(name, days(name, frame), "pandas jsonl")
        types = {"string": "str", "array": "str", "integer": "Int64", "boolean": "boolean"}
        frame = pandas.read_csv(
            FOLDER / "csv" / f"{name}.csv",
            dtype={column: types[kind] for column, kind in kinds.items() if kind in types},
            keep_default_na=False,
            na_values=[""],
        )
        rows = days(name, frame)
        same(name, [from_csv(name, row) for row in rows], "pandas csv")


def check_polars() -> None:
    import polars

    types = {
        "string": polars.String, "array": polars.String, "integer": polars.Int64,
        "number": polars.Float64, "boolean": polars.Boolean, "date": polars.Date,
        "datetime": polars.String,
    }  # fmt: skip
    for name, kinds in FIELDS.items():
        frame = polars.read_parquet(FOLDER / "parquet" / f"{name}.parquet")
        for column in of_type(name, "datetime"):
            zone = "UTC" if column.endswith("_utc") else "Asia/Jakarta"
            assert frame.schema[column] == polars.Datetime("us", zone), frame.schema
        for column in of_type(name, "array"):
            assert frame.schema[column] == polars.List(polars.String), frame.schema
        same(name, frame.rows(named=True), "polars parquet")
        schema = {column: types[kind] for column, kind in kinds.items()}
        frame = polars.read_csv(FOLDER / "csv" / f"{name}.csv", schema=schema)
        rows = [from_csv(name, timed(name, row)) for row in frame.rows(named=True)]
        same(name, rows, "polars csv")
        listed = {c: polars.List(polars.String) for c in of_type(name, "array")}
        dates = dict.fromkeys(of_type(name, "date"), polars.String)
        file = FOLDER / "jsonl" / f"{name}.jsonl"
        frame = polars.read_ndjson(file, schema=schema | listed | dates)
        same(name, [timed(name, row) for row in frame.rows(named=True)], "polars jsonl")


def timed(name: str, row: Row) -> Row:
    times = of_type(name, "datetime")
    return row | {c: row[c] and datetime.fromisoformat(row[c]) for c in times}


def check_duckdb() -> None:
    import duckdb

    types = {
        "string": "VARCHAR", "array": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE",
        "boolean": "BOOLEAN", "date": "DATE", "datetime": "TIMESTAMPTZ",
    }  # fmt: skip
    for name, kinds in FIELDS.items():
        columns = {column: types[kind] for column, kind in kinds.items()}
        parquet = f"read_parquet('{FOLDER}/parquet/{name}.parquet')"
        described = {row[0]: row[1] for row in duckdb.sql(f"DESCRIBE FROM {parquet}").fetchall()}
        for column in of_type(name, "datetime"):
            assert described[column] == "TIMESTAMP WITH TIME ZONE", described
        lists = dict.fromkeys(of_type(name, "array"), "VARCHAR[]")
        sources = {
            "parquet": parquet,
            "csv": f"read_csv('{FOLDER}/csv/{name}.csv', columns = {columns},"
            " max_line_size = 10000000, header = true, delim = ',', quote = '\"', escape = '\"')",
            "jsonl": f"read_json('{FOLDER}/jsonl/{name}.jsonl', columns = {columns | lists},"
            " format = 'newline_delimited')",
        }
        for form, source in sources.items():
            found = duckdb.sql(f"FROM {source}")
            rows = [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]
            rows = [from_csv(name, row) for row in rows] if form == "csv" else rows
            same(name, rows, f"duckdb {form}")


def check_datasets() -> None:
    from datasets import List, Value, get_dataset_config_names, load_dataset

    default = load_dataset(str(FOLDER / "hf"))["train"]
    assert default.num_rows == len(EXPECTED["agreements"])
    filled = {name for name, rows in EXPECTED.items() if rows}
    assert set(get_dataset_config_names(str(FOLDER / "hf"))) == filled < set(FIELDS)
    for name in filled:
        data = load_dataset(str(FOLDER / "hf"), name, split="train")
        assert "text" not in data.column_names
        for column in of_type(name, "datetime"):
            zone = "UTC" if column.endswith("_utc") else "Asia/Jakarta"
            assert data.features[column] == Value(f"timestamp[us, tz={zone}]"), data.features
        for column in of_type(name, "array"):
            assert data.features[column] == List(Value("string")), data.features
        expected = [{c: v for c, v in row.items() if c != "text"} for row in EXPECTED[name]]
        for row in expected:
            if len(row.get("quote") or "") > 200:
                row.pop("quote")
        EXPECTED[name] = expected
        same(name, list(data), "datasets")


def check_frictionless() -> None:
    from frictionless import Package, Resource, system

    with system.use_context(trusted=True):
        for form in ("csv", "jsonl"):
            package = Package(str(FOLDER / form / "datapackage.json"))
            if form == "jsonl":  # an empty file of this form is an error to frictionless
                package.resources = [r for r in package.resources if r.rows]
            report = package.validate()
            assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
        for form in ("parquet", "hf"):
            described = json.loads((FOLDER / form / "datapackage.json").read_text())
            assert not list(Package.metadata_validate(described)), form
        for name in FIELDS:
            for resource in (r for r in PACKAGE["resources"] if r["path"] == f"{name}.csv"):
                with Resource(resource, basepath=str(FOLDER / "csv")) as opened:
                    rows = [row.to_dict() for row in opened.row_stream]
                same(name, [from_csv(name, number(row)) for row in rows], "frictionless csv")


def number(row: Row) -> Row:
    return {c: float(v) if type(v).__name__ == "Decimal" else v for c, v in row.items()}


def checks() -> Iterator[tuple[str, Callable[[], None]]]:
    for name, check in list(globals().items()):
        if name.startswith("check_"):
            yield name.removeprefix("check_"), check


if __name__ == "__main__":
    dict(checks())[sys.argv[1]]()
