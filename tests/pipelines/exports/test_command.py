"""`pantau export` as a user meets it: what it prints, and one line for what is wrong."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from crawler.cli import main


class Run:
    """The command in a folder of its own, with what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capsys, self._patch = capsys, patch
        self.out = self.err = ""

    def __call__(self, *arguments: str) -> int:
        self._patch.setattr(sys, "argv", ["pantau", "export", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        self.out, self.err = self._capsys.readouterr()
        return int(ended.value.code or 0)


@pytest.fixture
def pantau(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    shutil.copy(db, tmp_path / "news.db")
    monkeypatch.chdir(tmp_path)
    return Run(capsys, monkeypatch)


def test_it_says_what_it_wrote(pantau: Run) -> None:
    assert pantau("--db", "news.db", "--dataset", "coverage", "--dataset", "stories") == 0
    assert pantau.out.splitlines() == [
        "output/datasets/coverage.csv",
        "output/datasets/datapackage.json",
        "output/datasets/stories.csv",
    ]


def test_a_job_takes_the_cursor_from_the_last_line(pantau: Run) -> None:
    assert pantau("--db", "news.db", "--since", "0") == 0
    cursor = pantau.out.splitlines()[-1]
    described = json.loads(Path("output/changes/datapackage.json").read_text())
    assert cursor == described["cursor"]
    assert pantau("--db", "news.db", "--since", cursor, "--format", "jsonl") == 0
    assert Path("output/changes/articles.jsonl").read_bytes() == b""


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--since", "3-0a0a0a0a"), 2, "never gave that cursor"),
        (("--since", "0", "--format", "hf"), 2, "always whole"),
        (("--with-text",), 2, "--with-text is for --format hf"),
        (("--format", "xlsx"), 2, "'csv', 'jsonl', 'parquet', 'hf'"),
        (("--dataset", "regions"), 2, "'articles'"),
        (("--out", "news.db"), 2, "is a file"),
    ],
)
def test_wrong_use_is_one_line(
    arguments: tuple[str, ...], status: int, said: str, pantau: Run
) -> None:
    assert pantau("--db", "news.db", *arguments) == status
    assert said in pantau.err
    assert len(pantau.err.splitlines()) == 1
    assert not pantau.out


@pytest.mark.parametrize("more", [(), ("--since", "0")])
def test_a_missing_database_is_not_made(more: tuple[str, ...], pantau: Run) -> None:
    assert pantau("--db", "other.db", *more) == 1
    assert "there is no such database" in pantau.err
    assert not Path("other.db").exists()


def test_changes_wait_for_no_other_run(pantau: Run) -> None:
    with FileLock("news.db.lock"):
        assert pantau("--db", "news.db", "--since", "0") == 3
        assert "another run is using this database" in pantau.err
        assert pantau("--db", "news.db", "--dataset", "stories") == 0


def test_a_format_whose_library_is_missing(pantau: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert pantau("--db", "news.db", "--format", "parquet") == 1
    assert "pip install '.[parquet]'" in pantau.err
    assert not list(Path("output/datasets").iterdir())
