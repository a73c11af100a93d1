"""Where things are said: results on standard output, everything else on standard error."""

import click
from rich.console import Console

notes = Console(stderr=True)


def say(line: str) -> None:
    """One plain line of the result."""
    click.echo(line)
