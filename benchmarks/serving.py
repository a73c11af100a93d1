"""How fast the pages answer: `python -m benchmarks.serving [--db FILE]`.

Asks every page of `pantau serve` without a browser and without a network: once cold, then again
and again. Prints the first and the median answer in milliseconds, and the CPU time of one answer,
which says what the machine can do when nobody else uses it. Exits with 1 when the median of the
CPU time is above the limit. Without a database, one of 100,000 synthetic articles is made first,
which takes some minutes.
"""

import argparse
import asyncio
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import duplicates_scale
from pipelines.serve.app import application
from pipelines.store import Store

LIMIT_MS = 300
ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Answer:
    """Milliseconds: the first answer, the median one, the median of the CPU time; size in kB."""

    first: float
    median: float
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


async def measure(served: Any, path: str) -> Answer:
    """Ask for a page once, then ROUNDS times."""
    walls, cpus, size = [], [], 0
    for _ in range(ROUNDS + 1):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = await served.client.get(path)
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
        size = len(answer.content)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
    return Answer(walls[0], median(walls[1:]), median(cpus[1:]), size / 1000)


async def benchmark(db: Path) -> bool:
    """Print a line a page; whether all keep the limit."""
    served = application(db)
    await served.invoke_startup()
    print(f"{'':34} first ms  median ms  cpu ms     kB")
    kept = True
    for name, path in pages(db).items():
        found = await measure(served, path)
        over = found.cpu > LIMIT_MS
        kept = kept and not over
        print(
            f"{name:34}{found.first:9.0f}{found.median:11.0f}{found.cpu:8.0f}{found.size:7.0f}"
            f"{'  above ' + str(LIMIT_MS) if over else ''}"
        )
    return kept


def main() -> None:
    """Measure; exit with 1 above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path)
    given = parser.parse_args().db
    with tempfile.TemporaryDirectory() as name:
        db = given or Path(name) / "news.db"
        if not given:
            with Store.open(db) as store:
                duplicates_scale.load(store, 100_000, db)
        with Store.open(db, read_only=True) as store:
            print(", ".join(f"{n:,} {table}" for table, n in store.counts().items()))
        sys.exit(0 if asyncio.run(benchmark(db)) else 1)


if __name__ == "__main__":
    main()
