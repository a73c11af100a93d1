"""LibreOffice opens the CSV files: dates are dates, text is text, nothing runs."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from pipelines.datasets import export
from pipelines.store import Store
from tests.pipelines.exports.conftest import HOSTILE

pytestmark = pytest.mark.slow

COMMA_QUOTE_UTF8_FROM_FIRST_LINE = "CSV:44,34,76,1"
NAMES = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
Sheet = list[dict[str, etree._Element]]


@pytest.fixture(scope="module")
def opened(db: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice: install libreoffice-calc-nogui")
    folder = tmp_path_factory.mktemp("spreadsheet")
    names = ("agreements", "articles", "coverage")
    with Store.open(db, read_only=True) as store:
        export(store, names, "csv", folder)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    form = [f"--infilter={COMMA_QUOTE_UTF8_FROM_FIRST_LINE}", "--convert-to", "fods"]
    files = [folder / f"{name}.csv" for name in names]
    subprocess.run(
        [program, profile, "--headless", *form, "--outdir", folder, *files],
        check=True,
        capture_output=True,
        timeout=110,
    )
    return {name: sheet(folder / f"{name}.fods") for name in names}


def sheet(file: Path) -> Sheet:
    """The rows of a flat OpenDocument file, as cells by the name in the first row."""
    tree = etree.parse(file, etree.XMLParser(huge_tree=True))
    head, *rows = [list(cells(row)) for row in tree.iterfind(".//table:table-row", NAMES)]
    columns = [text(cell) for cell in head]
    return [dict(zip(columns, row, strict=False)) for row in rows]


def cells(row: etree._Element) -> Iterator[etree._Element]:
    for cell in row.iterfind("table:table-cell", NAMES):
        times = int(cell.get(f"{{{NAMES['table']}}}number-columns-repeated", "1"))
        yield from [cell] * min(times, 50)


def text(cell: etree._Element) -> str:
    return "\n".join("".join(p.itertext()) for p in cell.iterfind("text:p", NAMES))


def test_days_are_dates(opened: dict[str, Sheet]) -> None:
    days = {
        row["event_date"].get(f"{{{NAMES['office']}}}date-value") for row in opened["agreements"]
    }
    assert days == {"2026-04-08", "2026-04-09", None}


def test_what_no_story_says_is_an_empty_cell(opened: dict[str, Sheet]) -> None:
    row = next(r for r in opened["agreements"] if text(r["counterpart"]) == "Universitas Asri")
    unsaid = ("government_code", "instrument", "status", "event_date", "day", "duration")
    assert [text(row[column]) for column in unsaid] == [""] * 6


def test_nothing_is_a_formula(opened: dict[str, Sheet]) -> None:
    found = [cell for rows in opened.values() for row in rows for cell in row.values()]
    assert len(found) > 514
    assert not any(cell.get(f"{{{NAMES['table']}}}formula") for cell in found)


def test_indonesian_text_is_whole(opened: dict[str, Sheet]) -> None:
    assert {text(row["government_name"]) for row in opened["agreements"]} == {
        "",
        "Kabupaten Asri",
        "Kabupaten Baru",
    }
    assert len({text(row["name"]) for row in opened["coverage"]}) == 514
    titles = {text(row["title"]) for row in opened["articles"]}
    assert {
        HOSTILE["script"].replace("\t", ""),
        HOSTILE["astral"],
        HOSTILE["right-to-left"],
    } <= titles


def test_a_row_stays_a_row(opened: dict[str, Sheet]) -> None:
    assert len(opened["articles"]) == len(HOSTILE) + 4
    assert {text(row["site"]) for row in opened["articles"]} == {"portal"}
