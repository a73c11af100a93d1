"""A worker's side of a crawl: one unit, crawled as ever against a cut of the database.

The crawl runs in a process of its own, since Scrapy wants a main thread. Its standard input is its
lifeline: a byte asks it to stop, the end of it means that nobody waits any more.
"""

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired
from tempfile import TemporaryDirectory
from typing import Any

from crawler.run import SiteResult, crawl
from crawler.spread.journal import Entry, NotedRun
from pipelines.cluster import Wish, scratch, wish
from pipelines.model import Site
from pipelines.tables.cut import open_cut

_SECONDS_BETWEEN_LOOKS = 0.5


@dataclass(frozen=True, slots=True)
class Unit:
    """Sites for one worker; a host's sites are all in one unit.

    name: no other unit of any run on this database has it. stop: the flag that ends the run.
    pause: seconds before the first request, as long as the slowest site wants between two. known:
    what the database knows of the sites. arguments: of the crawl.
    """

    name: str
    stop: str
    sites: Sequence[Site]
    pause: float
    known: bytes
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shard:
    """What came of a unit: all that its crawl wrote, in order, and what it says of its sites."""

    unit: str
    results: Sequence[SiteResult] = ()
    mishaps: Sequence[str] = ()
    journal: Sequence[Entry] = ()


class UnitFailed(Exception):  # noqa: N818
    """A worker could not do its unit; the text is one line that says why."""


def crawl_unit(unit: Unit) -> Shard:
    """Crawl a unit, as a task of a cluster; a shard of what was written so far if asked to stop.

    Raises UnitFailed.
    """
    with TemporaryDirectory(prefix="pantau-unit-", dir=scratch()) as folder:
        place = Path(folder)
        (place / "unit").write_bytes(pickle.dumps(unit))
        call = [sys.executable, "-m", "crawler.spread", folder]
        with (
            (place / "said").open("wb") as said,
            Popen(call, bufsize=0, stdin=PIPE, stderr=said) as process,
        ):
            asked = _watch(process, unit.stop)
        if (place / "shard").exists():
            shard: Shard = pickle.loads((place / "shard").read_bytes())
            return shard
        if asked:
            return Shard(unit.name)
        lines = (place / "said").read_text(errors="replace").split("\n")
        last = next((line for line in reversed(lines) if line.strip()), "")
        raise UnitFailed(last or f"its process ended with status {process.returncode}")


def _watch(process: "Popen[bytes]", stop: str) -> bool:
    """Wait for the end, handing on what the cluster wishes; whether that was to stop."""
    lifeline = process.stdin
    assert lifeline is not None
    asked = False
    while True:
        try:
            process.wait(_SECONDS_BETWEEN_LOOKS)
            return asked
        except TimeoutExpired:
            now = wish(stop)
        if now is Wish.GONE:
            process.kill()
        elif now is Wish.STOP and not asked:
            asked = True
            with suppress(BrokenPipeError):  # it has just come to its own end
                lifeline.write(b"s")


def main(folder: Path) -> None:
    """Crawl the unit that lies in a folder and lay its shard beside it."""
    threading.Thread(target=_mind_lifeline, daemon=True).start()
    unit: Unit = pickle.loads((folder / "unit").read_bytes())
    shard = pickle.dumps(_crawled(unit, folder / "news.db"))
    (folder / "part").write_bytes(shard)
    (folder / "part").rename(folder / "shard")


def _mind_lifeline() -> None:
    """The crawl ends in its own way when it is asked to, and at once when nobody waits for it."""
    if os.read(sys.stdin.fileno(), 1):
        os.kill(os.getpid(), signal.SIGTERM)
        while os.read(sys.stdin.fileno(), 4096):
            pass
    os._exit(1)


def _crawled(unit: Unit, db: Path) -> Shard:
    open_cut(unit.known, db)
    time.sleep(unit.pause)
    journal: list[Entry] = []
    noted = partial(NotedRun, journal)
    result = crawl(unit.sites, db=db, open_run=noted, **unit.arguments)
    return Shard(unit.name, result.sites, result.mishaps, journal)
