"""Whole runs against test sites that count and judge every request."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.discovery import BATCH
from crawler.registry import load_registry
from crawler.run import Progress, RunResult, crawl
from pipelines.fates import Fate
from pipelines.health import Health, health_of_sites
from pipelines.store import Store, StoreBusy
from pipelines.tables.status import runs
from pipelines.tables.visits import visits
from tests.crawler.judge import JudgedWeb, Routes, feed, newsroom, story, with_etag

pytestmark = pytest.mark.slow

FAST = {"DOWNLOAD_DELAY": "0", "SITES_AT_ONCE": "8"}


@pytest.fixture
def web(tmp_path: Path) -> Iterator[JudgedWeb]:
    with JudgedWeb(tmp_path) as web:
        yield web


def run(web: JudgedWeb, db: Path, settings: dict[str, str] = FAST, **options: object) -> RunResult:
    sites = list(load_registry(web.registry).sites.values())
    return crawl(sites, db=db, settings=settings, **options)  # type: ignore[arg-type]


def fates_of(db: Path) -> dict[str, int]:
    with sqlite3.connect(db) as rows:
        return dict(rows.execute("SELECT fate, count(*) FROM pages GROUP BY fate"))


def sums_up(db: Path) -> bool:
    """Found is the sum of the fates, nothing stands twice, and the file is sound."""
    with sqlite3.connect(db) as rows:
        (found, known) = rows.execute("SELECT count(*), count(DISTINCT url) FROM pages").fetchone()
        (sound,) = rows.execute("PRAGMA integrity_check").fetchone()
    return bool(found == known == sum(fates_of(db).values()) and sound == "ok")


def test_a_focused_crawl_is_complete_and_cheap(web: JudgedWeb, tmp_path: Path) -> None:
    for n in range(3):
        web.add(f"koran_{n}", newsroom(relevant=20, other=30, hidden=10, first=100 * n))
    db = tmp_path / "news.db"
    result = run(web, db)
    asked = [path for site in web.sites.values() for path in site.articles_asked()]
    assert result.status == "done"
    assert result.fates[Fate.STORED] == 90
    assert len(asked) <= 1.3 * 90
    assert sums_up(db)


def test_a_second_crawl_asks_for_no_article(web: JudgedWeb, tmp_path: Path) -> None:
    """One request for each channel: conditional where the server lets it be, else page 1 alone."""
    koran = web.add("koran", newsroom(relevant=25, other=20))
    plain = web.add("polos", newsroom(relevant=25, other=20, first=100))
    plain.etags = False
    db = tmp_path / "news.db"
    run(web, db)
    first = {site.key: {asked.path for asked in site.asked} for site in web.sites.values()}
    for site in web.sites.values():
        site.asked.clear()
    assert run(web, db).found == 0
    for site in web.sites.values():
        assert site.articles_asked() == []
        asked = [asked.path for asked in site.asked]
        assert len(set(asked)) == len(asked)
        assert set(asked) < first[site.key]
        assert not [path for path in asked if path.startswith("/page/")]
    conditional = {asked.path for asked in koran.asked if asked.is_conditional}
    assert conditional == {"/feed/", "/?s=bpjs+ketenagakerjaan", "/?s=jamsostek"}


def test_new_stories_cost_little(web: JudgedWeb, tmp_path: Path) -> None:
    site = web.add("koran", newsroom(relevant=25, other=20))
    db = tmp_path / "news.db"
    run(web, db)
    site.asked.clear()
    site.routes = newsroom(relevant=35, other=24)(site.home)
    result = run(web, db)
    assert result.fates[Fate.STORED] == 10
    assert len(site.articles_asked()) <= 13


def test_what_a_feed_put_aside_a_search_brings_back(web: JudgedWeb, tmp_path: Path) -> None:
    site = web.add("koran", newsroom(relevant=1, hidden=5))
    search = site.routes["/?s=jamsostek"]
    site.routes = {path: to for path, to in site.routes.items() if "?s=" not in path}
    db = tmp_path / "news.db"
    assert run(web, db).fates[Fate.STORED] <= 2
    site.routes = {**site.routes, "/?s=jamsostek": search}
    run(web, db)
    assert fates_of(db) == {"stored": 6}


def test_broad_follows_every_lead(web: JudgedWeb, tmp_path: Path) -> None:
    site = web.add("koran", newsroom(relevant=3, other=12))
    result = run(web, tmp_path / "news.db", broad=True)
    assert len(site.articles_asked()) == 15
    assert result.fates == {Fate.STORED: 3, Fate.OFF_TOPIC: 12}


def test_limit_leaves_the_rest_for_the_next_run(web: JudgedWeb, tmp_path: Path) -> None:
    site = web.add("koran", newsroom(relevant=12))
    db = tmp_path / "news.db"
    run(web, db, limit=5)
    assert len(site.articles_asked()) == 5
    assert fates_of(db) == {"stored": 5, "pending": 7}
    run(web, db)
    assert fates_of(db) == {"stored": 12}
    assert len(site.articles_asked()) == 12


@pytest.mark.slow
def test_manners_with_forty_sites_at_once(web: JudgedWeb, tmp_path: Path) -> None:
    robots = "User-agent: *\nDisallow: /cerita/pemkab-dan-bpjs-ketenagakerjaan-ke-1/\n"
    for n in range(40):
        slower = "Crawl-delay: 0.5\n" if n % 4 == 0 else ""
        site = web.add(f"koran_{n}", newsroom(relevant=4, other=2), robots=robots + slower)
        site.takes = 0.2 if n % 4 == 1 else 0.0
    result = run(web, tmp_path / "news.db", {"DOWNLOAD_DELAY": "0.3", "SITES_AT_ONCE": "40"})
    assert result.fates[Fate.ROBOTS] == 40
    assert result.fates[Fate.STORED] == 120
    for n, site in enumerate(web.sites.values()):
        assert site.forbidden() == []
        assert site.at_once() == []
        assert site.least_gap() >= (0.5 if n % 4 == 0 else 0.3)
    assert result.seconds < 40


def test_a_challenge_stops_the_site_and_no_other(web: JudgedWeb, tmp_path: Path) -> None:
    challenge = b"<html><head><title>Just a moment...</title></head><body></body></html>"
    site = web.add("tertutup", newsroom(relevant=8))
    web.add("terbuka", newsroom(relevant=8))
    blocked = "/cerita/pemkab-dan-bpjs-ketenagakerjaan-ke-0/"
    site.routes = {**site.routes, blocked: challenge}
    db = tmp_path / "news.db"
    closed, opened = run(web, db).sites
    assert closed.left is not None
    assert closed.left.startswith("blocked")
    assert closed.fates[Fate.BLOCKED] == 1
    assert opened.fates == {Fate.STORED: 8}
    assert site.articles_asked() == [blocked]
    assert sums_up(db)
    assert fates_of(db) == {"stored": 8, "blocked": 1, "pending": 7}


def test_no_robots_txt_no_crawl(web: JudgedWeb, tmp_path: Path) -> None:
    site = web.add("sakit", newsroom(relevant=3), robots=(503, {"Retry-After": "0"}, b""))
    (result,) = run(web, tmp_path / "news.db").sites
    assert {asked.path for asked in site.asked} == {"/robots.txt"}
    assert result.left == "robots.txt: HTTP 503"


def test_two_runs_on_one_database_do_not_meet(web: JudgedWeb, tmp_path: Path) -> None:
    web.add("koran", newsroom(relevant=1))
    db = tmp_path / "news.db"
    with Store.open(db), pytest.raises(StoreBusy, match="another run"):
        run(web, db)


def test_progress_is_told(web: JudgedWeb, tmp_path: Path) -> None:
    web.add("koran", newsroom(relevant=3))
    told: list[Progress] = []
    run(web, tmp_path / "news.db", on_progress=told.append)
    assert told[-1].sites_done == told[-1].sites == 1
    assert told[-1].found == 3
    assert told[-1].fates[Fate.STORED] == 3
    assert told[-1].pages >= 5


def test_a_lone_scrapy_crawl_opens_a_run_of_its_own(web: JudgedWeb, tmp_path: Path) -> None:
    web.add("koran", newsroom(relevant=4))
    db = tmp_path / "sendiri.db"
    options = ["-s", f"SITES={web.registry}", "-s", f"DB={db}", "-s", "DOWNLOAD_DELAY=0"]
    subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "koran", *options],
        check=True,
        capture_output=True,
    )
    assert fates_of(db) == {"stored": 4}
    with Store.open(db, read_only=True) as store:
        assert [(r["status"], r["command"]) for r in runs(store)] == [
            ("done", "scrapy crawl koran")
        ]


SLOWLY = """
import sys
from pathlib import Path
from crawler.registry import load_registry
from crawler.run import crawl

if __name__ == "__main__":
    sites = list(load_registry(Path(sys.argv[1])).sites.values())
    result = crawl(sites, db=Path(sys.argv[2]), settings={"DOWNLOAD_DELAY": "0.05"})
    sys.stdout.write(result.status)
"""


def interrupted(web: JudgedWeb, db: Path, number: signal.Signals) -> "subprocess.Popen[str]":
    """A crawl in a process of its own that got a signal while it was at work."""
    script = web.registry.with_name("slowly.py")
    script.write_text(SLOWLY)
    process = subprocess.Popen(
        [sys.executable, str(script), str(web.registry), str(db)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    deadline = time.monotonic() + 30
    while sum(len(s.articles_asked()) for s in web.sites.values()) < 12:
        assert time.monotonic() < deadline, "the crawl never began"
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(number)
    return process


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_an_interrupted_run_loses_nothing(
    web: JudgedWeb, tmp_path: Path, number: signal.Signals
) -> None:
    for n in range(2):
        web.add(f"koran_{n}", newsroom(relevant=30, other=5, first=100 * n))
    db = tmp_path / "news.db"
    process = interrupted(web, db, number)
    said, _ = process.communicate(timeout=30)
    if number is not signal.SIGKILL:
        assert (said, process.returncode) == ("stopped", 0)
    assert sums_up(db)
    before = fates_of(db)
    assert before.get("stored", 0) < 60
    run(web, db)
    assert sums_up(db)
    assert fates_of(db) == {"stored": 60, "off_topic": 10}
    asked = [path for site in web.sites.values() for path in site.articles_asked()]
    assert len(asked) <= 60 + 10 + 4
    with Store.open(db, read_only=True) as store:
        ends = [row["status"] for row in runs(store)]
    assert ends == ["done", "died" if number is signal.SIGKILL else "stopped"]


def test_a_crash_in_the_middle_of_a_listing_is_walked_again(web: JudgedWeb, tmp_path: Path) -> None:
    """Known stories on page 1 do not hide the unknown ones on page 2."""
    site = web.add("koran", newsroom(relevant=25))
    db = tmp_path / "news.db"
    site.routes = {**site.routes, "/feed/": b"<rss></rss>"}
    whole = dict(site.routes)
    site.routes = {
        path: (503, {"Retry-After": "0"}, b"") if path.startswith("/page/") else to
        for path, to in whole.items()
    }
    run(web, db)
    assert fates_of(db) == {"stored": 10}
    site.routes = whole
    run(web, db)
    assert fates_of(db) == {"stored": 25}


def test_a_long_feed_lets_others_have_their_turn_and_is_taken_up_where_it_was_cut(
    web: JudgedWeb, tmp_path: Path
) -> None:
    """A signal is heard between two batches; what was not taken is taken by the next run."""
    titles = {f"/cerita/harga-cabai-{n}/": f"Harga Cabai {n}" for n in range(6 * BATCH)}
    site = web.add("koran", lambda home: {"/feed/": with_etag(feed(home, titles), "text/xml")})
    db = tmp_path / "news.db"
    cut = run(web, db, limit=1, on_progress=lambda _: os.kill(os.getpid(), signal.SIGTERM))
    assert cut.status == "stopped"
    assert BATCH <= cut.found < len(titles)
    run(web, db, limit=1)
    assert sum(fates_of(db).values()) == len(titles)
    feeds = [asked for asked in site.asked if asked.path == "/feed/"]
    assert [asked.is_conditional for asked in feeds] == [False, False]


def test_since_walks_back_and_stops(web: JudgedWeb, tmp_path: Path) -> None:
    stories = {f"/cerita/bpjs-ketenagakerjaan-lama-{n}/": story(n) for n in range(40)}
    pages: dict[str, bytes] = {}
    for page in range(1, 9):
        part = list(stories)[5 * page - 5 : 5 * page]
        rows = "".join(
            f'<div><h2><a href="{path}">Pemkab dan BPJS Ketenagakerjaan</a></h2>'
            f"<span>{31 - page:02d}-10-2026</span></div>"
            for path in part
        )
        following = f'<a rel="next" href="/arsip/{page + 1}">lanjut</a>' if page < 8 else ""
        pages[f"/arsip/{page}"] = f"<html><body>{rows}{following}</body></html>".encode()
    site = web.add(
        "koran",
        lambda home: {**stories, **pages},
        platform="generic",
        extra='channels = { feeds = [], sitemaps = [], listings = ["/arsip/1"] }',
    )
    from datetime import date

    run(web, tmp_path / "news.db", since=date(2026, 10, 28))
    assert {path for path in pages if path in {a.path for a in site.asked}} == {
        "/arsip/1",
        "/arsip/2",
        "/arsip/3",
        "/arsip/4",
    }
    assert len(site.articles_asked()) == 15


def test_a_visit_is_noted_with_what_it_gave(web: JudgedWeb, tmp_path: Path) -> None:
    web.add("koran", newsroom(relevant=12, hidden=3))
    web.add("sakit", newsroom(relevant=1), robots=(500, {}, b""))
    db = tmp_path / "news.db"
    run(web, db)
    with Store.open(db, read_only=True) as store:
        (good,) = visits(store.stream)["koran"]
        health = health_of_sites(store.stream)
    assert (good.found, good.stored, good.dated, good.left) == (15, 15, 15, None)
    assert good.requests == len(web.sites["koran"].asked)
    assert good.completeness == 1.0
    assert health["koran"] == Health("ok")
    assert health["sakit"] == Health("unreachable", "robots.txt: HTTP 500")


def later(db: Path, **ago: int) -> None:
    """As if everything in the database had happened so long ago."""
    by = f"-{next(iter(ago.values()))} {next(iter(ago))}"
    moved = f"strftime('%Y-%m-%dT%H:%M:%SZ', {{0}}, '{by}')"
    with sqlite3.connect(db) as rows:
        for column in ("settled_at_utc", "found_at_utc"):
            rows.execute(f"UPDATE pages SET {column} = {moved.format(column)}")


def test_a_stored_story_is_asked_for_again_and_only_news_is_read(
    web: JudgedWeb, tmp_path: Path
) -> None:
    site = web.add("koran", newsroom(relevant=4))
    same, edited, gone, sick = sorted(path for path in site.routes if path.startswith("/cerita"))
    site.routes = {**site.routes, same: with_etag(story(0))}
    db = tmp_path / "news.db"
    run(web, db)
    site.asked.clear()
    site.routes = {
        **site.routes,
        edited: story(1).replace(b"berlaku setahun", b"berlaku dua tahun"),
        gone: (410, {}, b""),
        sick: (403, {}, b""),
    }
    later(db, days=2)
    run(web, db)
    asked = {a.path: a.is_conditional for a in site.asked if a.path.startswith("/cerita")}
    assert asked == {same: True, edited: False, gone: False, sick: False}
    assert fates_of(db) == {"stored": 3, "gone": 1}
    with sqlite3.connect(db) as rows:
        assert rows.execute("SELECT count(*) FROM revisions").fetchone() == (1,)
    site.asked.clear()
    run(web, db)
    assert site.articles_asked() == []


def test_sitemaps_of_an_index_are_asked_when_they_changed(web: JudgedWeb, tmp_path: Path) -> None:
    def index(second: str) -> bytes:
        entries = "".join(
            f"<sitemap><loc>/{name}.xml</loc><lastmod>{stamp}</lastmod></sitemap>"
            for name, stamp in (("lama", "2020-01-01"), ("baru", second))
        )
        return f"<sitemapindex>{entries}</sitemapindex>".encode()

    def urls(home: str, *paths: str) -> bytes:
        entries = "".join(f"<url><loc>{home}{path}</loc></url>" for path in paths)
        return f"<urlset>{entries}</urlset>".encode()

    one, two = "/cerita/pemkab-bpjs-ketenagakerjaan-1/", "/cerita/pemkab-bpjs-ketenagakerjaan-2/"
    site = web.add(
        "koran",
        lambda home: {
            "/peta.xml": index("2020-02-02"),
            "/lama.xml": urls(home, one),
            "/baru.xml": urls(home),
            one: story(1),
            two: story(2),
        },
        platform="government",
    )
    site.robots = f"User-agent: *\nAllow: /\nSitemap: {site.home}/peta.xml\n"
    db = tmp_path / "news.db"
    run(web, db)
    assert site.articles_asked() == [one]
    site.asked.clear()
    changed = {"/peta.xml": index("2099-01-01T00:00:00Z"), "/baru.xml": urls(site.home, two)}
    site.routes = {**site.routes, **changed}
    run(web, db)
    asked = [asked.path for asked in site.asked]
    assert site.articles_asked() == [two]
    assert ("/baru.xml" in asked, "/lama.xml" in asked) == (True, False)


def test_a_lone_crawl_says_in_one_line_what_is_wrong(web: JudgedWeb, tmp_path: Path) -> None:
    web.add("koran", newsroom(relevant=1))
    db, broken = tmp_path / "news.db", tmp_path / "broken.toml"
    broken.write_text("[a]\n")
    with Store.open(db):
        for sites, says in ((web.registry, "another run"), (broken, "[a] name: is missing")):
            command = ["-m", "scrapy", "crawl", "koran", "-s", f"SITES={sites}", "-s", f"DB={db}"]
            done = subprocess.run(
                [sys.executable, *command, "-s", "LOG_LEVEL=WARNING"],
                capture_output=True,
                text=True,
            )
            assert done.returncode == 1
            assert done.stderr.startswith("pantau: ")
            assert done.stderr.count("\n") == 1
            assert says in done.stderr


def test_a_sitemap_that_failed_is_asked_again_though_its_index_did_not_change(
    web: JudgedWeb, tmp_path: Path
) -> None:
    child = b"<sitemap><loc>/anak.xml</loc><lastmod>2020-01-01</lastmod></sitemap>"
    index = b"<sitemapindex>" + child + b"</sitemapindex>"
    path = "/cerita/pemkab-dan-bpjs-ketenagakerjaan/"

    def routes(home: str) -> Routes:
        child = f"<urlset><url><loc>{home}{path}</loc></url></urlset>".encode()
        return {"/sitemap_index.xml": with_etag(index), "/anak.xml": child, path: story(1)}

    site = web.add("koran", routes)
    whole = site.routes
    site.routes = {**whole, "/anak.xml": (500, {}, b"")}
    db = tmp_path / "news.db"
    run(web, db)
    site.routes = whole
    run(web, db)
    assert fates_of(db) == {"stored": 1}


def test_sites_on_one_host_are_asked_one_after_the_other(web: JudgedWeb, tmp_path: Path) -> None:
    site = web.add("satu", newsroom(relevant=4))
    inner = newsroom(relevant=4, first=50)(f"{site.home}/dua")
    site.routes = {**site.routes, **{f"/dua{path}": to for path, to in inner.items()}}
    with web.registry.open("a") as file:
        file.write(
            f'[dua]\nname = "dua"\nplatform = "wordpress"\nhome = "{site.home}/dua"\n'
            "allow_private = true\n"
        )
    db = tmp_path / "news.db"
    result = run(web, db, {"DOWNLOAD_DELAY": "0.05"})
    assert result.fates[Fate.STORED] == 8
    assert site.at_once() == []
    assert site.least_gap() >= 0.05
