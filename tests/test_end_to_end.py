"""The whole product on the mini-web: nothing lost, nothing twice, whatever happens to a run."""

import json
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

pytestmark = pytest.mark.slow

PANTAU = [sys.executable, "-c", "from crawler.cli import main; main()"]
FAST = ["-s", "DOWNLOAD_DELAY=0.01", "-s", "AUTOTHROTTLE_ENABLED=False"]


@pytest.fixture(scope="module")
def web() -> Iterator[MiniWeb]:
    with MiniWeb() as web:
        yield web


def crawl(web: MiniWeb, db: Path, *more: str) -> subprocess.Popen[str]:
    call = [*PANTAU, "crawl", "--sites", str(web.registry_file), "--db", str(db), *FAST, *more]
    return subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def finish(run: subprocess.Popen[str]) -> tuple[str, str]:
    out, err = run.communicate(timeout=90)
    assert "Traceback" not in err
    return out, err


def content(db: Path) -> dict[str, list[Any]]:
    """What must be the same however the database came about."""
    questions = {
        "pages": "select url, fate from pages order by url",
        "articles": "select id, url, title, text from articles order by id",
        "stories": "select id, canonical_article_id, articles from stories order by id",
        "agreements": "select id, government_code, event_date, sources from agreements order by id",
        "figures": "select article_id, position, raw, value from figures order by 1, 2",
    }
    with sqlite3.connect(db) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        return {name: connection.execute(sql).fetchall() for name, sql in questions.items()}


def status(db: Path) -> dict[str, Any]:
    done = subprocess.run(
        [*PANTAU, "status", "--db", str(db), "--json"], capture_output=True, text=True, check=True
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.fixture(scope="module")
def whole(web: MiniWeb, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of one undisturbed crawl."""
    db = tmp_path_factory.mktemp("whole") / "news.db"
    run = crawl(web, db)
    finish(run)
    assert run.returncode == 0
    return db


def wait_for_requests(web: MiniWeb, count: int, run: subprocess.Popen[str]) -> None:
    """Until the mini-web was asked that often since it was last asked."""
    start, give_up = len(web.requests), monotonic() + 60
    while len(web.requests) < start + count:
        assert run.poll() is None, run.communicate()
        assert monotonic() < give_up
        try:
            run.wait(0.02)
        except subprocess.TimeoutExpired:
            continue


def test_found_is_the_sum_of_the_fates(whole: Path) -> None:
    told = status(whole)
    assert told["found"] == sum(told["fates"].values()) > 60
    assert told["found"] == sum(site["found"] for site in told["sites"])
    assert "pending" not in told["fates"]
    assert told["fates"]["stored"] == told["articles"] >= 40


def test_every_gold_page_is_in_the_ledger(web: MiniWeb, whole: Path) -> None:
    known = dict(content(whole)["pages"])
    linked = {url for url, gold in web.expected().items() if gold.fate == "stored"}
    assert {url: known.get(url) for url in linked} == dict.fromkeys(linked, "stored")


def test_a_second_run_asks_for_no_article_and_stores_nothing(
    web: MiniWeb, tmp_path: Path, whole: Path
) -> None:
    db = tmp_path / "news.db"
    with sqlite3.connect(whole) as source, sqlite3.connect(db) as copy:
        source.backup(copy)
    before, asked = content(db), len(web.requests)
    out, _ = finish(crawl(web, db))
    paths = {request.path for request in web.requests[asked:]}
    stored = [url for url, fate in before["pages"] if fate == "stored"]
    assert not [url for url in stored for path in paths if url.endswith(path) and len(path) > 1]
    assert content(db) == before
    assert "Nothing new" in out


@pytest.mark.parametrize("after_requests", [12, 60, 110])
def test_killed_in_the_middle_the_next_run_takes_it_up(
    after_requests: int, web: MiniWeb, whole: Path, tmp_path: Path
) -> None:
    db = tmp_path / "news.db"
    run = crawl(web, db)
    wait_for_requests(web, after_requests, run)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    told = status(db)
    assert told["found"] == sum(told["fates"].values())
    again = crawl(web, db)
    finish(again)
    assert again.returncode == 0
    assert content(db) == content(whole)
    assert [run["status"] for run in status(db)["runs"]] == ["done", "died"]


def test_interrupted_politely_it_says_so_and_loses_nothing(
    web: MiniWeb, whole: Path, tmp_path: Path
) -> None:
    db = tmp_path / "news.db"
    run = crawl(web, db)
    wait_for_requests(web, 40, run)
    run.send_signal(signal.SIGINT)
    _, err = finish(run)
    assert run.returncode == 130
    assert "taken up by the next run" in err
    finish(crawl(web, db))
    assert content(db) == content(whole)


def test_an_overlapping_run_stops_at_once(web: MiniWeb, tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    first = crawl(web, db)
    wait_for_requests(web, 5, first)
    second = crawl(web, db)
    _, err = finish(second)
    assert second.returncode == 3
    assert len(err.strip().splitlines()) == 1
    assert "another run is using this database" in err
    finish(first)
    assert first.returncode == 0


def test_a_limit_is_kept(web: MiniWeb, tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    finish(crawl(web, db, "wartapraja"))
    out, _ = finish(crawl(web, db, "kabarmusi", "--limit", "2"))
    told = status(db)
    (site,) = (row for row in told["sites"] if row["key"] == "kabarmusi")
    fates = site["fates"]
    assert fates["stored"] <= 2
    assert fates["pending"] > 0
    assert f"pages left to the next run: {fates['pending']}." in out
    (total,) = (line.split() for line in out.splitlines() if line.startswith("1 site "))
    assert total[2:] == [str(site[name]) for name in ("found", "stored", "stories", "agreements")]
    assert site["stories"] < told["stories"]


def test_the_server_is_told_who_asks(web: MiniWeb, tmp_path: Path) -> None:
    asked = len(web.requests)
    contact = "-s", "CONTACT=desk@pantau.example"
    finish(crawl(web, tmp_path / "news.db", "wartapraja", *contact))
    agents = {request.headers["user-agent"] for request in web.requests[asked:]}
    (agent,) = agents
    assert agent.startswith("Mozilla/5.0 (compatible; PantauJamsos/")
    assert agent.endswith("; +desk@pantau.example)")


def test_scrapy_itself_works(web: MiniWeb, tmp_path: Path) -> None:
    settings = ["-s", f"SITES={web.registry_file}", "-s", f"DB={tmp_path / 'news.db'}"]
    scrapy = [sys.executable, "-m", "scrapy"]
    root = Path(__file__).parent.parent
    listed = subprocess.run(
        [*scrapy, "list", *settings], cwd=root, capture_output=True, text=True, check=True
    )
    assert set(listed.stdout.split()) == set(web.sites)
    subprocess.run(
        [*scrapy, "crawl", "wartapraja", *settings, *FAST],
        cwd=root,
        capture_output=True,
        check=True,
    )
    told = status(tmp_path / "news.db")
    assert told["fates"]["stored"] >= 1
    assert told["found"] == sum(told["fates"].values())


def test_a_full_disk_ends_the_crawl_in_one_line(web: MiniWeb, tmp_path: Path) -> None:
    """What was kept before stays sound, and the next run with room takes up the rest."""
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a small disk in a namespace of their own")
    disk, room = tmp_path / "disk", tmp_path / "room"
    disk.mkdir()
    room.mkdir()
    sites = f"--sites {web.registry_file} {' '.join(FAST)}"
    pantau = f'{sys.executable} -c "from crawler.cli import main; main()"'
    script = (
        f"mount -t tmpfs -o size=1400k none {disk} && {pantau} crawl {sites} --db {disk}/news.db; "
        f"echo status $?; cp {disk}/news.db* {room}/"
    )
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, timeout=100
    )
    assert "status 1" in done.stdout
    assert "Traceback" not in done.stderr
    assert "full" in done.stderr.strip().splitlines()[-1]
    finish(crawl(web, room / "news.db"))
    told = status(room / "news.db")
    assert told["found"] == sum(told["fates"].values())
    assert told["fates"]["stored"] == told["articles"] >= 40
