"""Again and again: a crawl in the foreground every so often, without overlap."""

import random
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from select import select
from socket import socket, socketpair
from time import monotonic

import click

from crawler.cli.console import notes
from pipelines.store import StoreBusy

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_LEAST = timedelta(minutes=1)
_JITTER = 0.05


def interval(text: str) -> timedelta:
    """A span of time from "30m", "6h" or "1d". Raises UsageError."""
    match = re.fullmatch(r"(\d{1,4})([mhd])", text.strip().lower())
    span = timedelta(**{_UNITS[match[2]]: int(match[1])}) if match else timedelta()
    if span < _LEAST:
        raise click.UsageError(f"--every {text}: write it as 30m, 6h or 1d")
    return span


def repeat(span: timedelta, crawl_once: Callable[[], object]) -> None:
    """Crawl now and then every `span`, counted from start to start; ends on SIGTERM or SIGINT.

    A signal during a crawl lets the pages in flight come to their end. What the next turn may
    find mended is said and waits for it: a database in use, a page given up, a failed --on-sick.
    """
    while True:
        started = monotonic()
        try:
            crawl_once()
        except (StoreBusy, click.ClickException) as problem:
            notes.print(str(problem), markup=False, soft_wrap=True)
        wait = max(0.0, _with_jitter(span) - (monotonic() - started))
        with _stop_signals() as stop:
            _say_when(wait)
            if select([stop], [], [], wait)[0]:
                notes.print("stopped")
                return


def _with_jitter(span: timedelta) -> float:
    """Seconds, spread a little, so that many schedules do not ask everybody at the same minute."""
    return span.total_seconds() * random.uniform(1 - _JITTER, 1 + _JITTER)


def _say_when(wait: float) -> None:
    at = datetime.now(UTC).astimezone() + timedelta(seconds=wait)
    notes.print(f"next crawl at {at:%Y-%m-%d %H:%M:%S}; stop with Ctrl-C")


@contextmanager
def _stop_signals() -> Iterator[socket]:
    """What can be read from once SIGTERM or SIGINT has come, at whatever moment.

    A wakeup descriptor, for a threading.Event set by a handler waits for ever when the signal
    comes while `Event.wait` holds its lock, and a sleep does not hear one just before it.
    """
    heard, wakeup = socketpair()
    wakeup.setblocking(False)
    numbers = (signal.SIGINT, signal.SIGTERM)
    descriptor = signal.set_wakeup_fd(wakeup.fileno())
    before = [signal.signal(number, lambda *_: None) for number in numbers]
    try:
        yield heard
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
        signal.set_wakeup_fd(descriptor)
        heard.close()
        wakeup.close()
