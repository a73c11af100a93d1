"""Errors for people: one line that names the thing and what to do, and an exit status."""

import errno
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from crawler.registry import RegistryError
from pipelines.store import StoreError

FAILED, WRONG_USE, BUSY, SICK, INTERRUPTED = 1, 2, 3, 4, 130


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn what a user can cause into one line on standard error and its exit status."""
    try:
        yield
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _end("interrupted; what was finished is kept, the rest is taken up by the next run", 130)
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stderr.write(f"{error.format_message()}\n")
        sys.exit(WRONG_USE)
    except click.UsageError as error:
        _end(f"{error.format_message()}{_hint(error)}", WRONG_USE)
    except click.ClickException as error:
        _end(error.format_message(), error.exit_code)
    except (RegistryError, StoreError) as error:
        _end(str(error), getattr(error, "exit_status", WRONG_USE))
    except OSError as error:
        if error.errno == errno.ENOSPC:
            _end("no space is left on the disk; make room, then run this again", FAILED)
        where = f"{error.filename}: " if error.filename else ""
        _end(f"{where}{error.strerror or error}", FAILED)
    except sqlite3.Error as error:
        _end(f"the database: {error}", FAILED)


def _hint(error: click.UsageError) -> str:
    return f" (see `{error.ctx.command_path} --help`)" if error.ctx else ""


def _end(message: str, status: int) -> None:
    sys.stderr.write(f"pantau: {' '.join(message.split())}\n")
    sys.exit(status)
