"""docs/commands.md says every verb, every option and every choice of the command line."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from crawler.cli import VERBS, cli

PAGE = (Path(__file__).parent.parent / "docs" / "commands.md").read_text(encoding="utf-8")


def commands(verb: str) -> Iterator[click.Command]:
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    yield command
    if isinstance(command, click.Group):
        yield from command.commands.values()


def section(title: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"docs/commands.md has no section `## {title}`"
    return found[1]


def said(verb: str) -> Iterator[str]:
    """All that a user may type after the verb: options by their longest name, and choices."""
    for command in commands(verb):
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield max(parameter.opts, key=len)
            if isinstance(parameter.type, click.Choice):
                yield from map(str, parameter.type.choices)


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_is_explained(verb: str) -> None:
    text = section(f"pantau {verb}") + section("What many verbs share")
    silent = [
        word for word in said(verb) if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    ]
    assert not silent, f"docs/commands.md says nothing under `pantau {verb}` of {silent}"
