"""Every format holds the same rows with their types, the same every time."""

import csv
import hashlib
import json
from datetime import date, datetime
from operator import methodcaller
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from pipelines.datasets import FORMATS, Format, export, names
from pipelines.exports.catalogue import DATASETS
from pipelines.exports.rows import whole
from pipelines.store import Store
from tests.pipelines.exports.conftest import HOSTILE


def written(db: Path, form: Format, out: Path, **options: bool) -> dict[str, bytes]:
    with Store.open(db, read_only=True) as store:
        files = export(store, names(), form, out, **options)
        return {file.name: file.read_bytes() for file in files}


def rows(db: Path, name: str) -> list[dict[str, Any]]:
    with Store.open(db, read_only=True) as store:
        table = whole(store, DATASETS[name])
        columns = [column.name for column in table.columns]
        return [
            dict(zip(columns, row, strict=True))
            for chunk in table.chunks
            for row in zip(*chunk, strict=True)
        ]


@pytest.mark.parametrize("form", FORMATS)
def test_two_exports_of_one_database_are_the_same_bytes(
    form: Format, db: Path, tmp_path: Path
) -> None:
    assert written(db, form, tmp_path / "one") == written(db, form, tmp_path / "two")


@pytest.mark.parametrize("form", FORMATS)
def test_every_file_is_what_its_description_says(form: Format, db: Path, tmp_path: Path) -> None:
    files = written(db, form, tmp_path)
    package = json.loads(files["datapackage.json"])
    for resource in package["resources"]:
        body = files[resource["path"]]
        assert resource["bytes"] == len(body)
        assert resource["hash"] == f"sha256:{hashlib.sha256(body).hexdigest()}"
        assert all(field["description"] for field in resource["schema"]["fields"])
    assert [r["name"] for r in package["resources"]] == [n.replace("_", "-") for n in names()]
    assert package["sources"] == [{"title": "Portal", "path": "https://portal.example"}]
    assert {r["name"]: r["rows"] for r in package["resources"]}["coverage"] == 514


@pytest.mark.parametrize("name", names())
def test_every_format_gives_the_same_rows(name: str, db: Path, tmp_path: Path) -> None:
    expected = rows(db, name)
    for form in ("csv", "jsonl", "parquet"):
        written(db, form, tmp_path)
    assert from_parquet(tmp_path / f"{name}.parquet") == instants(expected)
    assert from_jsonl(tmp_path / f"{name}.jsonl") == as_json(expected)
    assert from_csv(tmp_path / f"{name}.csv") == [
        {column: printed(value) for column, value in row.items()} for row in expected
    ]


def from_parquet(file: Path) -> list[dict[str, Any]]:
    return instants(pyarrow.parquet.read_table(file).to_pylist())


def from_jsonl(file: Path) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]


def from_csv(file: Path) -> list[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [
            {column: restored(value) for column, value in row.items()}
            for row in csv.DictReader(lines)
        ]


def restored(cell: str) -> str:
    """A cell as it was before an apostrophe was put before what looks like a formula."""
    bare = cell.lstrip("'")
    return cell[1:] if cell[:1] == "'" and bare and bare[0] in "=+-@\t\r\n＝＋－＠" else cell


def as_json(expected: list[dict[str, Any]]) -> Any:
    return json.loads(json.dumps(expected, default=methodcaller("isoformat")))


def instants(table: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {c: v.timestamp() if isinstance(v, datetime) else v for c, v in r.items()} for r in table
    ]


def printed(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def test_types_and_zones_are_kept_in_parquet(db: Path, tmp_path: Path) -> None:
    written(db, "parquet", tmp_path)
    types = {
        field.name: str(field.type)
        for name in names()
        for field in pyarrow.parquet.read_schema(tmp_path / f"{name}.parquet")
    }
    assert {types[c] for c in ("published_at", "modified_at", "found_at")} == {
        "timestamp[us, tz=Asia/Jakarta]"
    }
    assert {types[c] for c in ("published_at_utc", "saved_at_utc")} == {"timestamp[us, tz=UTC]"}
    assert {types[c] for c in ("event_date", "as_of", "since", "first_seen", "last_seen")} == {
        "date32[day]"
    }
    assert {types[c] for c in ("renewal", "approximate")} == {"bool"}
    assert {types[c] for c in ("authors", "programmes", "source_urls")} == {"list<element: string>"}
    assert {types[c] for c in ("start", "year", "workers")} == {"int64"}
    meta = pyarrow.parquet.ParquetFile(tmp_path / "articles.parquet").metadata
    assert meta.row_group(0).column(0).compression == "ZSTD"


def test_a_time_in_the_east_keeps_its_instant_and_its_offset(db: Path, tmp_path: Path) -> None:
    (row,) = [row for row in rows(db, "articles") if row["url"].endswith("/timur")]
    assert (row["published_offset"], row["published_at"].isoformat()) == (
        "UTC+09:00",
        "2026-04-09T00:30:00+09:00",
    )
    written(db, "parquet", tmp_path)
    (same,) = [
        one
        for one in pyarrow.parquet.read_table(tmp_path / "articles.parquet").to_pylist()
        if one["id"] == row["id"]
    ]
    assert same["published_at"] == row["published_at"]
    assert same["published_at"].isoformat() == "2026-04-08T22:30:00+07:00"


@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_starts_a_formula(name: str, db: Path, tmp_path: Path) -> None:
    written(db, "csv", tmp_path)
    csv.field_size_limit(10_000_000)
    with (tmp_path / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = [row for row in csv.DictReader(file) if row["url"].endswith(f"/{name}")]
    assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in row.values())
    assert restored(row["text"]) == HOSTILE[name]


def test_csv_has_what_excel_needs(db: Path, tmp_path: Path) -> None:
    body = written(db, "csv", tmp_path)["agreements.csv"]
    assert body.startswith(b"\xef\xbb\xbfid,")
    header, first = body.decode("utf-8-sig").split("\r\n")[:2]
    assert "event_date" in header
    assert ",2026-04-0" in first


def test_coverage_has_a_row_for_every_region_also_the_silent_ones(db: Path) -> None:
    found = rows(db, "coverage")
    assert len({row["code"] for row in found}) == 514
    assert {row["agreements"] for row in found} == {0}
    assert {row["province"] for row in found if row["code"] == "16.07"} == {
        "Provinsi Sumatera Selatan"
    }


@pytest.mark.parametrize("with_text", [False, True])
def test_what_is_published_has_texts_only_when_asked(
    with_text: bool, db: Path, tmp_path: Path
) -> None:
    files = written(db, "hf", tmp_path, with_text=with_text)
    held = b"".join(files.values())
    columns = pyarrow.parquet.read_schema(tmp_path / "articles.parquet").names
    assert ("text" in columns, "no article texts" in files["README.md"].decode()) == (
        with_text,
        not with_text,
    )
    quotes = pyarrow.parquet.read_table(tmp_path / "agreement_sources.parquet")["quote"].to_pylist()
    assert (max(map(len, quotes)) > 202) is with_text
    assert with_text or any(quote.endswith(" …") for quote in quotes)
    assert str(tmp_path).encode() not in held


def test_a_failed_export_leaves_what_was_there(db: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = written(db, "csv", out)
    with Store.open(db, read_only=True) as store, pytest.raises(KeyError):
        export(store, ["stories", "nothing"], "jsonl", out)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before


def test_a_card_of_nothing_but_an_empty_dataset(db: Path, tmp_path: Path) -> None:
    with Store.open(db, read_only=True) as store:
        export(store, ["regulations"], "hf", tmp_path)
    assert "config_name: regulations" in (tmp_path / "README.md").read_text()
