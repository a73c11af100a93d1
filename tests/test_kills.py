"""Killed at any moment, nothing is lost, nothing stands twice, and the doctor finds nothing.

PANTAU_KILLS says how many kills there are in all; without it a few.
"""

import gzip
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.demo.server import MiniWeb
from tests.pipelines.archives.test_foreign import INFO, OTHER, packed, visits
from tests.test_end_to_end import FAST, PANTAU, content
from tests.test_ingest import story

KILLS = int(os.environ.get("PANTAU_KILLS", "9"))
EACH = -(-KILLS // 3)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(60 + 20 * KILLS)]


def pantau(*words: object) -> list[str]:
    return [*PANTAU, *map(str, words)]


def finish(call: list[str]) -> float:
    """Run to the end; how long it took, in seconds."""
    start = time.monotonic()
    done = subprocess.run(call, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    return time.monotonic() - start


def kill(call: list[str], after: float) -> None:
    run = subprocess.Popen(
        call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        run.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()


def is_sound(db: Path) -> None:
    done = subprocess.run(pantau("doctor", "--db", db), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    with sqlite3.connect(db) as rows:
        found, known = rows.execute("SELECT count(*), count(DISTINCT url) FROM pages").fetchone()
        assert found == known


def survive(call: list[str], db: Path, longest: float, rng: random.Random) -> None:
    """Kill a command again and again on one database; then let it finish."""
    for _ in range(EACH):
        kill(call, rng.uniform(0.2, longest))
        if db.exists() and db.stat().st_size:
            is_sound(db)
    finish(call)
    is_sound(db)


@pytest.fixture(scope="module")
def rng() -> random.Random:
    seed = random.randrange(10**6)
    sys.stderr.write(f"kills with seed {seed}\n")
    return random.Random(seed)


@pytest.fixture(scope="module")
def web() -> Iterator[MiniWeb]:
    with MiniWeb() as web:
        yield web


@pytest.fixture(scope="module")
def crawled(web: MiniWeb, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    db = tmp_path_factory.mktemp("whole") / "news.db"
    return db, finish(pantau("crawl", "--sites", web.registry_file, "--db", db, *FAST))


def test_a_crawl_survives(
    web: MiniWeb, crawled: tuple[Path, float], tmp_path: Path, rng: random.Random
) -> None:
    whole, longest = crawled
    db = tmp_path / "news.db"
    call = pantau("crawl", "--sites", web.registry_file, "--db", db, *FAST)
    survive(call, db, longest, rng)
    assert content(db) == content(whole)


def test_an_ingest_survives(tmp_path: Path, rng: random.Random) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for number in range(4):
        bodies = [story(100 * number + n) if n % 3 == 0 else OTHER for n in range(60)]
        (files / f"CC-NEWS-{number}.warc.gz").write_bytes(
            packed(INFO, *(part.replace(b"/berita/", b"/b%d/" % number) for part in visits(bodies)))
        )
        for n in range(5):
            page = story(1000 + 10 * number + n).replace(
                b"<head>", b"<head><link rel=canonical href=https://x.example/%d-%d>" % (number, n)
            )
            (files / f"{number}-{n}.html.gz").write_bytes(gzip.compress(page))
    whole, db = tmp_path / "whole" / "news.db", tmp_path / "killed" / "news.db"
    longest = finish(pantau("ingest", files, "--db", whole))
    survive(pantau("ingest", files, "--db", db), db, longest, rng)
    assert content(db) == content(whole)
    taken = "SELECT name, records, pages, done FROM ingested ORDER BY name"
    with sqlite3.connect(db) as one, sqlite3.connect(whole) as other:
        assert one.execute(taken).fetchall() == other.execute(taken).fetchall()


def test_a_reprocess_survives(
    web: MiniWeb, crawled: tuple[Path, float], tmp_path: Path, rng: random.Random
) -> None:
    whole, _ = crawled
    shutil.copytree(whole.parent, tmp_path / "copy")
    db = tmp_path / "copy" / "news.db"
    call = pantau("reprocess", "--sites", web.registry_file, "--db", db)
    spoil = "UPDATE articles SET reading_hash = 'old', title = 'lama ' || title"
    for _ in range(EACH):
        with sqlite3.connect(db) as rows:
            rows.execute(spoil)
        kill(call, rng.uniform(0.5, 4))
        is_sound(db)
    finish(call)
    is_sound(db)
    assert content(db) == content(whole)
    with sqlite3.connect(db) as rows:
        assert rows.execute("SELECT count(*) FROM revisions").fetchone() == (0,)
