"""The container file names what is there; no engine is needed to see that."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from crawler.cli import cli

ROOT = Path(__file__).parent.parent
STEPS = re.findall(r"^([A-Z]+) (.+)$", (ROOT / "Containerfile").read_text(), re.MULTILINE)
COPIED = [path for step, words in STEPS if step == "COPY" for path in words.split()[:-1]]


def said(step: str) -> str:
    (words,) = (words for name, words in STEPS if name == step)
    return str(words)


@pytest.mark.parametrize("path", COPIED)
def test_what_is_copied_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_what_the_project_is_made_from_is_copied() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = project["tool"]["setuptools"]["packages"]["find"]["include"]
    needed = {name.rstrip("*") for name in packages} | {project["project"]["readme"]}
    assert needed <= set(COPIED)


def test_python_is_new_enough() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    least = project["requires-python"].removeprefix(">=")
    offered = said("FROM").removeprefix("python:").removesuffix("-slim")
    assert [int(part) for part in offered.split(".")] >= [int(part) for part in least.split(".")]


def test_it_runs_a_command_that_there_is_and_not_as_root() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    (entry,) = json.loads(said("ENTRYPOINT"))
    verb, *options = json.loads(said("CMD"))
    assert entry in scripts
    assert said("USER") != "root"
    told = CliRunner().invoke(cli, [verb, "--help"]).output
    assert all(option in told for option in options if option.startswith("--"))
