"""What a person is shown of one page."""

from pathlib import Path

from click.testing import CliRunner

from crawler.cli import cli
from tests.pipelines.page.samples import FIRST, SECOND, tribun


def test_large_figures_are_shown_in_full(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    told = "Pemkab melindungi 1.234.567 pekerja dengan anggaran Rp1,3 miliar atau 23,5 persen."
    page.write_bytes(tribun(FIRST, SECOND, told))
    done = CliRunner().invoke(cli, ["inspect", str(page)])
    assert "1.234.567 pekerja = 1,234,567" in done.output
    assert "Rp1,3 miliar = 1,300,000,000" in done.output
    assert "23,5 persen = 23.5" in done.output
