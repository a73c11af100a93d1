"""Datasets load in the tools that people have, the same every time."""

import csv
import hashlib
import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet
import pytest

from pipelines.datasets import FORMATS, Format, export, load, names, rows_of
from pipelines.model import GENERIC_SITE, Page
from pipelines.read import read_page
from pipelines.store import Store
from tests.test_recorded import PAGE

NOW = datetime(2026, 10, 6, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    page = Page("https://kabar.example/2026/10/05/sinergi-pemkab/", PAGE.encode())
    with Store.open(path) as store:
        run = store.ledger.start_run("ingest", [], NOW)
        reading = read_page(page, GENERIC_SITE)
        store.save(run, GENERIC_SITE, page, reading, NOW)
    return path


def written(db: Path, kind: Format, out: Path) -> dict[str, bytes]:
    with Store.open(db, read_only=True) as store:
        return {file.name: file.read_bytes() for file in export(store, names(), kind, out)}


@pytest.mark.parametrize("kind", FORMATS)
def test_two_exports_of_one_database_are_the_same_bytes(
    kind: Format, db: Path, tmp_path: Path
) -> None:
    assert written(db, kind, tmp_path / "one") == written(db, kind, tmp_path / "two")


@pytest.mark.parametrize("kind", FORMATS)
def test_every_file_is_what_its_description_says(kind: Format, db: Path, tmp_path: Path) -> None:
    files = written(db, kind, tmp_path)
    package = json.loads(files["datapackage.json"])
    for resource in package["resources"]:
        body = files[resource["path"]]
        assert resource["bytes"] == len(body)
        assert resource["hash"] == f"sha256:{hashlib.sha256(body).hexdigest()}"
    assert {resource["name"] for resource in package["resources"]} == {
        name.replace("_", "-") for name in names()
    }


def test_every_format_gives_the_same_agreements(db: Path, tmp_path: Path) -> None:
    for kind in FORMATS:
        written(db, kind, tmp_path)
    with Store.open(db, read_only=True) as store:
        (row,) = rows_of("agreements", store)
    (lines,) = (tmp_path / "agreements.jsonl").read_text().splitlines()
    assert json.loads(lines) == row
    assert pyarrow.parquet.read_table(tmp_path / "agreements.parquet").to_pylist() == [row]
    with (tmp_path / "agreements.csv").open(encoding="utf-8-sig", newline="") as file:
        (printed,) = csv.DictReader(file)
    assert (printed["government_code"], printed["event_date"]) == ("16.07", "2026-10-05")


def test_coverage_has_a_row_for_every_region_also_the_silent_ones(db: Path) -> None:
    frame = load("coverage", db)
    assert len(frame) == 514
    (banyuasin,) = frame.rows_by_key("code", named=True)["16.07"]
    assert (banyuasin["name"], banyuasin["province"]) == (
        "Kabupaten Banyuasin",
        "Provinsi Sumatera Selatan",
    )
    assert (banyuasin["agreements"], banyuasin["since"]) == (1, "2026-10-05")
    assert frame["agreements"].sum() == 1


def test_a_cell_never_starts_a_formula(db: Path, tmp_path: Path) -> None:
    with sqlite3.connect(db) as connection:
        connection.execute("UPDATE articles SET title = '=HYPERLINK(1)', dateline = '+62'")
    written(db, "csv", tmp_path)
    with (tmp_path / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["title"], row["dateline"]) == ("'=HYPERLINK(1)", "'+62")
