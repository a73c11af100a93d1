"""A cluster gives the same database as this machine alone, also when a worker is killed."""

import os
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pipelines.archives.test_foreign import INFO, OTHER, packed, visits
from tests.test_end_to_end import PANTAU, content
from tests.test_ingest import story

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50
    ) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that this machine made alone, of a file in the layout of Common Crawl's news."""
    folder = tmp_path_factory.mktemp("whole")
    bodies = [story(n) if n % 3 == 0 else OTHER for n in range(120)]
    (folder / "CC-NEWS-1.warc.gz").write_bytes(packed(INFO, *visits(bodies)))
    pantau("ingest", folder / "CC-NEWS-1.warc.gz", "--db", folder / "news.db")
    return folder / "news.db"


def pantau(*words: object) -> str:
    call = [*PANTAU, *map(str, words)]
    done = subprocess.run(call, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    return done.stdout


def copied(db: Path, target: Path) -> Path:
    """The database in a folder of its own, every title spoilt; its archive stays where it is."""
    with sqlite3.connect(db) as source, sqlite3.connect(target) as copy:
        source.backup(copy)
        copy.execute("UPDATE articles SET reading_hash = 'old', title = 'lama ' || title")
    return target


def test_an_ingest_gives_the_same(cluster: Any, whole: Path, tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    file = whole.with_name("CC-NEWS-1.warc.gz")
    pantau("ingest", file, "--db", db, "--cluster", cluster.scheduler_address)
    assert content(db) == content(whole)


def test_a_reprocess_gives_the_same(cluster: Any, whole: Path, tmp_path: Path) -> None:
    db = copied(whole, tmp_path / "news.db")
    archive = ("--archive", whole.parent / "archive")
    said = pantau("reprocess", "--db", db, *archive, "--cluster", cluster.scheduler_address)
    assert "40 revised" in said
    assert content(db) == content(whole)


def test_a_worker_killed_in_the_middle_costs_nothing(
    cluster: Any, whole: Path, tmp_path: Path
) -> None:
    db = copied(whole, tmp_path / "news.db")
    call = ["reprocess", "--db", db, "--archive", whole.parent / "archive"]
    call += ["--cluster", cluster.scheduler_address]
    run = subprocess.Popen([*PANTAU, *map(str, call)], stdout=subprocess.PIPE, text=True)
    with distributed.Client(cluster, set_as_default=False) as client:
        while run.poll() is None and not any(client.processing().values()):
            continue
        (pid, *_) = client.run(os.getpid).values()
    os.kill(pid, signal.SIGKILL)
    said, _ = run.communicate(timeout=100)
    assert run.returncode == 0
    assert "40 revised" in said
    assert content(db) == content(whole)


def test_a_cluster_that_is_not_there_is_one_line(whole: Path) -> None:
    hurried = "from pipelines import cluster; cluster._PATIENCE = 1.0; " + PANTAU[2]
    call = ["reprocess", "--db", str(whole), "--diff", "--cluster", "tcp://127.0.0.1:9"]
    done = subprocess.run(
        [*PANTAU[:2], hurried, *call], capture_output=True, text=True, timeout=100
    )
    assert done.returncode == 1
    assert "no scheduler answers there" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
