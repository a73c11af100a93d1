"""How fast the pages answer: `python -m benchmarks.serving [--db FILE] [--write]`.

Asks every page of `pantau serve` without a browser and without a network, three ways: first of all
in a server of its own that has just started, after each of several writes to the database, and
again and again with nothing written. Prints milliseconds, the last two as medians, and the most
CPU time that one of the three takes, which says what the machine can do when nobody else uses it.
Exits with 1 when that is above the limit. Works on a copy of the database; without one, one of
100,000 synthetic articles is made, which takes some minutes. --write puts the table into
docs/benchmarks.md, with the load that the machine had beside it.
"""

import argparse
import asyncio
import multiprocessing
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import duplicates_scale
from pipelines.serve.app import application, warm
from pipelines.store import Store

LIMIT_MS = 300
ROUNDS = 7
DOCS = Path(__file__).parent.parent / "docs" / "benchmarks.md"
START, END = "<!-- serving: begin -->", "<!-- serving: end -->"
_HEAD = "| page | just started | after a write | again | CPU | kB |\n|---|--:|--:|--:|--:|--:|\n"


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of an answer: on the clock, and of CPU time; its size in kB."""

    wall: float
    cpu: float
    size: float


def pages(db: Path) -> dict[str, str]:
    """One address a kind of page, the dearest we know: most events, most reprints, most hits."""
    with sqlite3.connect(db) as connection:

        def one(sql: str) -> str:
            return str(connection.execute(sql).fetchone()[0])

        code = one(
            "SELECT government_code FROM agreements WHERE length(government_code) = 5"
            " GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
        )
        story = one("SELECT id FROM stories ORDER BY articles DESC, id LIMIT 1")
        word = one("SELECT title FROM articles ORDER BY rowid LIMIT 1").split()[0]
    return {
        "front": "/",
        "search, a common word": "/search?q=bpjs",
        "search, two words, best first": "/search?q=perangkat+desa&order=best",
        "search, a rare word": f"/search?q={word}",
        "search, word, status, instrument": "/search?q=bpjs&status=signed&instrument=pks",
        "search, word, with reprints": "/search?q=bpjs&copies=1",
        "filter, province": f"/search?province={code[:2]}",
        "filter, time": "/search?since=2026-01-01&until=2026-06-30",
        "regions": "/regions",
        "agreements": "/agreements",
        "agreements, newly signed": "/agreements?kind=new",
        "region": f"/region/{code}",
        "province": f"/region/{code[:2]}",
        "story": f"/story/{story}",
        "dashboard": "/dashboard",
        "tables": "/data",
        "table with facets": "/data/agreements",
        "full text of Datasette": "/data/articles?_search=perangkat",
        "stored query, silent regions": "/data/silent_regions",
        "stored query, by region": "/data/latest_agreement_by_region",
    }


async def ask(served: Any, path: str) -> Took:
    """Ask for a page once."""
    wall, cpu = time.perf_counter(), time.process_time()
    answer = await served.client.get(path)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    return Took(wall * 1000, cpu * 1000, len(answer.content) / 1000)


async def often(served: Any, path: str, before: Callable[[], object]) -> Took:
    """The median of ROUNDS answers; before each of them, something is done."""
    found = []
    for _ in range(ROUNDS):
        before()
        found.append(await ask(served, path))
    return Took(median(t.wall for t in found), median(t.cpu for t in found), found[0].size)


def just_started(db: Path, path: str) -> Took:
    """The first answer of a server that nobody has asked anything."""

    async def first() -> Took:
        served = application(db)
        await warm(served)
        return await ask(served, path)

    return asyncio.run(first())


async def benchmark(db: Path) -> tuple[str, bool]:
    """A line of a table for each page; whether all keep the limit."""
    served = application(db)
    await warm(served)
    writer = sqlite3.connect(db, isolation_level=None)
    some_event = writer.execute("SELECT min(id) FROM agreements").fetchone()

    def write() -> None:
        writer.execute("UPDATE agreements SET stories = stories + 1 WHERE id = ?", some_event)

    spawn = multiprocessing.get_context("spawn")
    lines, kept = "", True
    with ProcessPoolExecutor(1, spawn, max_tasks_per_child=1) as fresh:
        for name, path in pages(db).items():
            started = fresh.submit(just_started, db, path).result()
            written = await often(served, path, write)
            again = await often(served, path, lambda: None)
            cpu = max(took.cpu for took in (started, written, again))
            walls = (f"{took.wall:.0f}" for took in (started, written, again))
            lines += f"| {name} | {' | '.join(walls)} | {cpu:.0f} | {again.size:.0f} |\n"
            kept = kept and cpu <= LIMIT_MS
    writer.close()
    return lines, kept


def copied(given: Path | None, db: Path) -> str:
    """Put a copy, or a synthetic database, at `db`; what it holds."""
    if given:
        shutil.copyfile(given, db)
    else:
        duplicates_scale.load(db, db.with_name("small.db"), 100_000)
    with Store.open(db) as store:
        return ", ".join(f"{count:,} {table}" for table, count in store.counts().items())


def main() -> None:
    """Measure; exit with 1 above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        db = Path(name) / "news.db"
        holds = copied(given.db, db)
        load = os.getloadavg()[0]
        lines, kept = asyncio.run(benchmark(db))
    told = f"{holds}; load of the machine before the start: {load:.1f}.\n\n{_HEAD}{lines}"
    print(told, end="")
    if given.write:
        head, _, rest = DOCS.read_text().partition(START)
        DOCS.write_text(f"{head}{START}\n{told}{END}{rest.partition(END)[2]}")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
