"""Pages that somebody recorded are read as that person found right."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from crawler.registry import load_registry
from pipelines.contract import as_contract
from pipelines.model import GENERIC_SITE, Page
from pipelines.read import read_page

RECORDED = sorted((Path(__file__).parent / "recorded").glob("*/*.json"))
PAGE = """<!doctype html><html lang="id"><head><title>Sinergi</title><!-- synthetic -->
<link rel="canonical" href="https://kabar.example/2026/10/05/sinergi-pemkab/"></head><body>
<article><h1>Pemkab Banyuasin dan BPJS Ketenagakerjaan Teken MoU</h1>
<p>PANGKALAN BALAI - Pemerintah Kabupaten Banyuasin dan BPJS Ketenagakerjaan menandatangani nota
kesepahaman tentang perlindungan pekerja rentan, Senin (5/10/2026), di ruang rapat bupati.</p>
<p>Bupati Banyuasin mengatakan kesepakatan itu melindungi 1.200 nelayan dan petani melalui
program jaminan kecelakaan kerja dan jaminan kematian.</p></article></body></html>"""


def hold(expected_file: Path) -> None:
    expected: dict[str, Any] = json.loads(expected_file.read_text(encoding="utf-8"))
    assert expected["reviewed"], f"{expected_file}: look at it, mend it, set reviewed to true"
    page = Page(expected["url"], expected_file.with_suffix(".html").read_bytes())
    site = load_registry().sites.get(expected["site"], GENERIC_SITE)
    assert as_contract(read_page(page, site)) == expected["reading"]


@pytest.mark.parametrize("expected_file", RECORDED, ids=lambda path: path.stem)
def test_a_recorded_page(expected_file: Path) -> None:
    hold(expected_file)


def record(source: Path, out: Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-c", "from crawler.cli import main; main()", "sites", "record"]
    return subprocess.run(
        [*call, str(source), "--out", str(out)], capture_output=True, text=True, timeout=60
    )


@pytest.mark.slow
def test_a_record_fails_until_it_was_reviewed_and_is_not_overwritten(tmp_path: Path) -> None:
    source = tmp_path / "saved.html"
    source.write_text(PAGE)
    done = record(source, tmp_path / "recorded")
    assert done.returncode == 0, done.stderr
    expected_file = tmp_path / "recorded" / "generic" / "kabar-example-sinergi-pemkab.json"
    assert str(expected_file) in done.stdout
    with pytest.raises(AssertionError, match="set reviewed to true"):
        hold(expected_file)
    reviewed = json.loads(expected_file.read_text()) | {"reviewed": True}
    expected_file.write_text(json.dumps(reviewed))
    hold(expected_file)
    assert reviewed["reading"]["agreements"][0]["government"]["code"] == "16.07"
    again = record(source, tmp_path / "recorded")
    assert again.returncode == 1
    assert "recorded already" in again.stderr
