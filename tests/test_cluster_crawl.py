"""A crawl on a cluster gives the same database as one here, whatever dies, and is as polite."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from crawler.demo.server import MiniWeb
from tests.crawler.judge import JudgedWeb, newsroom
from tests.test_end_to_end import PANTAU, content, status
from tests.test_end_to_end import crawl as start_crawl

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

DELAY, STORIES = 0.3, 15
FEW = 'channels = { feeds = ["/feed/"], listings = ["/?s=jamsostek"], sitemaps = [] }'
# A site that refuses is left in the middle: how far it was asked by then is chance.
NOT_LEFT = 'SELECT site FROM visits WHERE "left" IS NULL'
HISTORY = {
    "visits": "SELECT site, requests, found, stored, blocked, failed, channels, sick_channels,"
    f" dated, completeness FROM visits WHERE site IN ({NOT_LEFT}) ORDER BY site",
    "channels": "SELECT url, site, kind, status, etag, last_modified, leads, error FROM channels"
    f" WHERE site IN ({NOT_LEFT}) ORDER BY url",
    "pages": "SELECT url, site, fate, fate_detail, status, etag, content_hash, final_url, tries,"
    " lead_url, channel_url, archive_digest FROM pages ORDER BY url",
}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50
    ) as cluster:
        yield cluster


@pytest.fixture
def slow_web(tmp_path: Path) -> Iterator[JudgedWeb]:
    """Two sites with so much to ask for that something can die in the middle."""
    with JudgedWeb(tmp_path) as web:
        for n in range(2):
            stories = newsroom(relevant=STORIES, first=100 * n)
            web.add(f"koran_{n}", stories, platform="generic", extra=FEW)
        yield web


def finish(run: subprocess.Popen[str]) -> tuple[str, str]:
    """Every unit starts a process of its own, which a busy machine makes wait."""
    out, err = run.communicate(timeout=300)
    assert "Traceback" not in err
    return out, err


def history(db: Path) -> dict[str, list[Any]]:
    with sqlite3.connect(db) as rows:
        return {name: rows.execute(sql).fetchall() for name, sql in HISTORY.items()}


def judged_crawl(
    web: JudgedWeb, db: Path, *more: str, delay: float = DELAY
) -> subprocess.Popen[str]:
    settings = ["-s", f"DOWNLOAD_DELAY={delay}", "-s", "AUTOTHROTTLE_ENABLED=False"]
    call = [*PANTAU, "crawl", "--sites", str(web.registry), "--db", str(db), *settings, *more]
    return subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for_stories(web: JudgedWeb, count: int, run: subprocess.Popen[str]) -> None:
    give_up = monotonic() + 100
    while sum(len(site.articles_asked()) for site in web.sites.values()) < count:
        assert run.poll() is None, run.communicate()
        assert monotonic() < give_up
        try:
            run.wait(0.02)
        except subprocess.TimeoutExpired:
            continue


def was_polite(web: JudgedWeb) -> bool:
    sites = web.sites.values()
    return all(not site.at_once() and site.least_gap() >= DELAY - 0.02 for site in sites)


def test_the_mini_web_gives_the_same(cluster: Any, tmp_path: Path) -> None:
    here, there = tmp_path / "here" / "news.db", tmp_path / "there" / "news.db"
    with MiniWeb() as web:
        finish(start_crawl(web, here))
        asked = len(web.requests)
        run = start_crawl(web, there, "--cluster", cluster.scheduler_address)
        finish(run)
        assert run.returncode == 0
        assert content(there) == content(here)
        assert history(there) == history(here)
        assert abs(len(web.requests) - 2 * asked) <= 2
        again = start_crawl(web, there, "kabarmusi", "--cluster", cluster.scheduler_address)
        out, _ = finish(again)
    assert "Nothing new" in out
    assert content(there) == content(here)
    told = status(there)
    assert told["found"] == sum(told["fates"].values())
    doctor = [*PANTAU, "doctor", "--db", str(there)]
    assert subprocess.run(doctor, capture_output=True).returncode == 0


def test_a_worker_killed_in_the_middle_costs_only_its_unit(
    cluster: Any, slow_web: JudgedWeb, tmp_path: Path
) -> None:
    there, here = tmp_path / "there" / "news.db", tmp_path / "here" / "news.db"
    run = judged_crawl(slow_web, there, "--cluster", cluster.scheduler_address)
    wait_for_stories(slow_web, 2, run)
    with distributed.Client(cluster, set_as_default=False) as client:
        busy = [worker for worker, tasks in client.processing().items() if tasks]
        (pid,) = client.run(os.getpid, workers=busy[:1]).values()
    os.kill(pid, signal.SIGKILL)
    finish(run)
    assert run.returncode == 0
    assert was_polite(slow_web)
    finish(judged_crawl(slow_web, here, delay=0))
    assert content(there) == content(here)
    assert history(there)["visits"] == history(here)["visits"]
    assert len(content(there)["articles"]) == 2 * STORIES


def test_interrupted_it_keeps_what_was_done_and_the_next_run_goes_on(
    cluster: Any, slow_web: JudgedWeb, tmp_path: Path
) -> None:
    db = tmp_path / "db" / "news.db"
    run = judged_crawl(slow_web, db, "--cluster", cluster.scheduler_address)
    wait_for_stories(slow_web, 8, run)
    run.send_signal(signal.SIGINT)
    _, err = finish(run)
    assert run.returncode == 130
    assert "taken up by the next run" in err
    told = status(db)
    kept = told["fates"]["stored"]
    assert 6 <= kept < 2 * STORIES
    assert told["runs"][0]["status"] == "stopped"
    assert was_polite(slow_web)
    asked = {key: site.articles_asked() for key, site in slow_web.sites.items()}
    finish(judged_crawl(slow_web, db, delay=0))
    again = [
        path
        for key, site in slow_web.sites.items()
        for path in site.articles_asked()[len(asked[key]) :]
        if path in asked[key]
    ]
    assert len(again) <= sum(map(len, asked.values())) - kept
    assert status(db)["fates"]["stored"] == 2 * STORIES


def test_a_scheduler_that_dies_ends_the_run_with_one_line(
    slow_web: JudgedWeb, tmp_path: Path
) -> None:
    db, told = tmp_path / "db" / "news.db", tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "distributed.cli"]
    port = ["--port", "0", "--no-dashboard"]
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    scheduler = subprocess.Popen(
        [*dask[:2], "distributed.cli.dask_scheduler", *port, "--scheduler-file", str(told)],
        **options,  # type: ignore[call-overload]
    )
    worker = subprocess.Popen(
        [*dask[:2], "distributed.cli.dask_worker", "--scheduler-file", str(told), "--nthreads", "1",
         "--no-dashboard"],
        **options,  # type: ignore[call-overload]
    )  # fmt: skip
    try:
        with distributed.Client(scheduler_file=str(told), set_as_default=False) as client:
            client.wait_for_workers(1, timeout=60)
            address = client.scheduler.address
        run = judged_crawl(slow_web, db, "--cluster", address)
        wait_for_stories(slow_web, 4, run)
        scheduler.kill()
        _, err = finish(run)
    finally:
        for process in (scheduler, worker):
            process.kill()
            process.wait()
    assert run.returncode == 1
    assert len(err.strip().splitlines()) == 1
    assert "the scheduler went away" in err
    assert status(db)["runs"][0]["status"] == "failed"
    finish(judged_crawl(slow_web, db, delay=0))
    assert status(db)["fates"] == {"stored": 2 * STORIES}
