"""The `pantau` command: one file a verb or a small group of verbs.

Exit status: 0 done · 1 the work failed · 2 wrong use · 3 another run is using the database ·
4 some sites are sick (`--strict`) · 130 interrupted · 141 nobody reads the output any more.
"""

import os
import signal
import sys
from importlib import import_module
from importlib.metadata import version
from typing import Any

import click

PIPE_CLOSED = 128 + signal.SIGPIPE
VERBS = (
    "archive",
    "backup",
    "crawl",
    "demo",
    "doctor",
    "export",
    "ingest",
    "inspect",
    "report",
    "reprocess",
    "serve",
    "sites",
    "status",
    "stories",
)


class Verbs(click.Group):
    """Loads a verb's module when the verb is used, so that each starts fast."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; one whose output nobody reads any more, as in `| head`, just ends."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is left
            raise click.exceptions.Exit(PIPE_CLOSED) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, in the order of the alphabet."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command; None for a word that is no verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"crawler.cli.{cmd_name}").command
        return command


@click.group(cls=Verbs, epilog="See docs/commands.md for every verb, with examples.")
@click.version_option(version("pantau-jamsos"), prog_name="pantau")
def cli() -> None:
    """Watch Indonesia's regional news for agreements with BPJS Ketenagakerjaan."""


def main() -> None:
    """Run the command; every error a user can cause is one line on standard error."""
    from crawler.cli.errors import one_line_errors

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a polite end, as Ctrl-C is
    with one_line_errors():
        status = cli.main(prog_name="pantau", standalone_mode=False)
    sys.exit(status or 0)
