"""Other people's tools read every format with the same rows, types and zones."""

import json
import os
import subprocess
import sysconfig
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.datasets import FORMATS, export, names
from pipelines.store import Store
from tests.conftest import ROOT
from tests.pipelines.exports.test_formats import rows

PYTHON = ROOT / ".venv-ecosystem" / "bin" / "python"
CHECK = ROOT / "tests" / "ecosystem" / "check.py"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def exported(db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ecosystem")
    with Store.open(db, read_only=True) as store:
        for form in FORMATS:
            export(store, names(), form, folder / form)
    expected = {name: [plain(row) for row in rows(db, name)] for name in names()}
    text = json.dumps(expected, default=lambda day: day.isoformat())
    (folder / "expected.json").write_text(text, encoding="utf-8")
    return folder


def plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        column: value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
        for column, value in row.items()
    }


@pytest.fixture
def python() -> Path:
    """The interpreter that has other people's tools."""
    if not PYTHON.exists():
        pytest.skip("no .venv-ecosystem: `make ecosystem` installs pandas and the others there")
    return PYTHON


@pytest.mark.parametrize("tool", ["pandas", "polars", "duckdb", "datasets", "frictionless"])
def test_a_tool_reads_the_same_rows(
    tool: str, python: Path, exported: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [python, CHECK, tool, exported],
        capture_output=True,
        text=True,
        env={**os.environ, "HF_HOME": str(tmp_path), "HF_HUB_OFFLINE": "1"},
    )
    assert done.returncode == 0, done.stderr[-3000:]


def test_load_gives_a_frame_of_pandas(python: Path, db: Path) -> None:
    ours = os.pathsep.join([str(ROOT), sysconfig.get_path("purelib")])
    code = f"""
from pipelines.datasets import load
frame = load("articles", {str(db)!r}, frame="pandas").set_index("url")
print(frame["published_at"].dtype, frame["published_on"].dtype)
print(frame.loc["https://portal.example/timur", "published_at"].isoformat())
coverage = load("coverage", {str(db)!r}, frame="pandas")
print(len(coverage), coverage["workers"].dtype, coverage["renewal"].dtype)
"""
    done = subprocess.run(
        [python, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": ours},
    )
    assert done.stdout.splitlines() == [
        "datetime64[us, Asia/Jakarta] datetime64[ms]",
        "2026-04-08T22:30:00+07:00",
        "514 Int64 boolean",
    ], done.stderr[-2000:]
