"""What goes wrong on the web: every URL gets its named fate, every sick channel its reason."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

import brotli
import pytest

from crawler.registry import load_registry
from crawler.run import RunResult, crawl
from pipelines.health import health_of_sites
from pipelines.store import Store
from tests.crawler import faults
from tests.crawler.faults import Fault, FaultyServer, html, once_then, raw
from tests.crawler.judge import feed, story

pytestmark = pytest.mark.slow

SETTINGS = {
    "DOWNLOAD_DELAY": "0",
    "DOWNLOAD_TIMEOUT": "1.5",
    "RETRY_TIMES": "1",
    "RETRY_AFTER_MAX": "2",
    "DOWNLOAD_MAXSIZE": str(2_000_000),
}
LATIN = (
    story(7)
    .decode()
    .replace("Ogan Ilir", "Ogan Ilir – “caf\u00e9”")
    .encode("windows-1252", "replace")
)
ZSTD = b"\x28\xb5\x2f\xfd" + faults.BINARY
FUTURE, EPOCH = story(8, date="2031-01-01"), story(9, date="1970-01-01")


def away(to: str) -> Fault:
    return raw("302 Found", f"Location: {to}\r\n")


ARTICLES: dict[str, tuple[Fault, str, str]] = {
    "reset": (faults.reset, "failed", "the connection broke"),
    "slow-headers": (faults.silent, "failed", "the server took too long"),
    "slow-body": (faults.slow_body, "failed", "the server took too long"),
    "truncated": (raw("200 OK", "", story(2), len(story(2)) + 500), "failed", "cut short"),
    "wrong-length": (raw("200 OK", "", story(3) + b"<!-- -->", len(story(3))), "stored", ""),
    "301-loop": (away("/301-loop"), "failed", "redirects too often"),
    "to-another-host": (away("http://lain.example/x"), "refused", "redirects to lain.example"),
    "to-another-port": (away("http://127.0.0.1:9/x"), "refused", "redirects to 127.0.0.1:9"),
    "to-private": (away("http://169.254.169.254/meta"), "refused", "169.254.169.254"),
    "to-a-file": (away("file:///etc/passwd"), "failed", "HTTP 302"),
    "403": (raw("403 Forbidden"), "blocked", "HTTP 403"),
    "404": (raw("404 Not Found"), "gone", "HTTP 404"),
    "410": (raw("410 Gone"), "gone", "HTTP 410"),
    "429-then-fine": (
        once_then(raw("429 Too Many", "Retry-After: 1\r\n"), faults.GOOD),
        "stored",
        "",
    ),
    "429-without-a-time": (once_then(raw("429 Too Many"), faults.GOOD), "stored", ""),
    "500": (raw("500 Oops"), "failed", "HTTP 500"),
    "500-then-fine": (once_then(raw("500 Oops"), html(story(14))), "stored", ""),
    "503-then-fine": (once_then(raw("503 Busy"), faults.GOOD), "stored", ""),
    "soft-404": (html(faults.SOFT_404), "not_article", "it says that it is not there"),
    "empty": (html(b""), "not_article", "empty"),
    "binary": (html(faults.BINARY), "not_html", ""),
    "pdf": (html(b"%PDF-1.7", "Content-Type: application/pdf\r\n"), "not_html", "pdf"),
    "wrong-charset": (html(LATIN, "Content-Type: text/html; charset=utf-8\r\n"), "stored", ""),
    "gzip-bomb": (faults.gzip_bomb(), "too_large", "unpacks to too much"),
    "no-gzip": (html(story(4), "Content-Encoding: gzip\r\n"), "failed", ""),
    "a-gigabyte": (raw("200 OK", "", b"x", 1024**3), "too_large", "too large"),
    "endless": (faults.endless, "too_large", "too large"),
    "a-warning-in-the-headers": (html(story(15), "Warning  Cannot modify\r\n"), "stored", ""),
    "no-http": (faults.no_http, "failed", ""),
    "br": (html(brotli.compress(story(12)), "Content-Encoding: br\r\n"), "stored", ""),
    "not-br": (html(story(13), "Content-Encoding: br\r\n"), "failed", "decoder failed"),
    "no-zstd": (html(ZSTD, "Content-Encoding: zstd\r\n"), "failed", "Zstandard"),
    "login-wall": (html(faults.LOGIN), "blocked", "another page stands there"),
    "304": (raw("304 Not Modified"), "failed", "HTTP 304"),
    "999": (raw("999 Denied"), "failed", "HTTP 999"),
    "to-a-wall": (away("/masuk"), "blocked", "another page stands there"),
    "bad-location": (away("http://[::1"), "failed", "Invalid IPv6 URL"),
    "to-the-front-page": (away("/"), "not_article", "it leads to the front page"),
    "401": (raw("401 Unauthorized"), "blocked", "HTTP 401"),
    "bad-chunk": (faults.bad_chunk, "failed", "not proper HTTP"),
    "two-lengths": (faults.two_lengths, "failed", "not proper HTTP"),
    "endless-header": (faults.endless_header, "failed", "not proper HTTP"),
    "endless-headers": (faults.endless_headers, "failed", "not proper HTTP"),
    "endless-waiting": (faults.endless_waiting, "failed", "the server took too long"),
    "future": (html(FUTURE), "stored", ""),
    "epoch": (html(EPOCH), "stored", ""),
}
# 403 three times in a row would end the visit: the faults stand in an order that has them apart.


def memory_of(pid: int) -> float:
    """Megabytes of a process and its children, what they share counted once."""
    total = 0
    with suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for one in (str(pid), *children):
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
            total += int(rollup.split("Pss:")[1].split()[0])
    return total / 1024


@pytest.fixture
def serve(tmp_path: Path) -> Iterator["Serve"]:
    with ExitStack() as stack:
        yield Serve(stack, tmp_path)


class Serve:
    """Puts faulty servers on the web and crawls them all."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self.stack, self.folder = stack, folder
        self.registry = folder / "sites.toml"
        self.db = folder / "news.db"

    def site(
        self, key: str, pages: Mapping[str, Fault], channels: str, home: str = ""
    ) -> FaultyServer:
        server = self.stack.enter_context(FaultyServer(dict(pages)))
        with self.registry.open("a") as file:
            file.write(
                f'[{key}]\nname = "{key}"\nplatform = "generic"\nallow_private = true\n'
                f'home = "{home or server.home}"\n'
                f"channels = {{ feeds = [], sitemaps = [], listings = [], {channels} }}\n".replace(
                    f"{channels.partition(' ')[0]} = [], ", ""
                )
            )
        return server

    def crawl(self, **settings: str) -> RunResult:
        sites = list(load_registry(self.registry).sites.values())
        return crawl(sites, db=self.db, settings={**SETTINGS, **settings})

    def crawl_alone(self) -> float:
        """Crawl in processes of its own; the most memory that they took together, in MB."""
        call = [sys.executable, "-c", "from crawler.cli import main; main()", "crawl"]
        settings = [part for pair in SETTINGS.items() for part in ("-s", "=".join(pair))]
        files = ["--sites", str(self.registry), "--db", str(self.db)]
        run = subprocess.Popen([*call, *files, *settings], stdout=subprocess.DEVNULL)
        most = 0.0
        while run.poll() is None:
            most = max(most, memory_of(run.pid))
            with suppress(subprocess.TimeoutExpired):
                run.wait(0.05)
        assert run.returncode == 0
        return most

    def rows(self, query: str) -> list[tuple[str, ...]]:
        with sqlite3.connect(self.db) as rows:
            return rows.execute(query).fetchall()

    def errors(self) -> dict[str, str | None]:
        return dict(
            self.rows(
                "SELECT replace(url, rtrim(url, replace(url, '/', '')), ''), error FROM channels"
            )
        )  # type: ignore[arg-type]


@pytest.mark.alone
def test_every_article_url_ends_in_its_fate(serve: Serve) -> None:
    server = serve.site("sial", {}, 'feeds = ["/feed"]')
    pages = {
        f"/cerita/{name}-bpjs-ketenagakerjaan": fault for name, (fault, _, _) in ARTICLES.items()
    }
    pages |= {"/301-loop": away("/301-loop"), "/masuk": html(faults.LOGIN), "/": html(faults.LOGIN)}
    entries = {path: "BPJS Ketenagakerjaan" for path in pages if path.startswith("/cerita")}
    server.faults.update(pages, **{"/feed": html(feed(server.home, entries))})
    memory = serve.crawl_alone()
    rows = {
        url.rpartition("/")[2]: (fate, detail)
        for url, fate, detail in serve.rows(
            "SELECT url, fate, coalesce(fate_detail, '') FROM pages WHERE fate <> 'alias'"
        )
    }
    wrong = {
        name: rows.get(f"{name}-bpjs-ketenagakerjaan")
        for name, (_, fate, says) in ARTICLES.items()
        if (row := rows.get(f"{name}-bpjs-ketenagakerjaan")) is None
        or row[0] != fate
        or says not in row[1]
    }
    assert wrong == {}
    assert 0 < memory < 400
    dates = dict(serve.rows("SELECT url, published_at FROM articles"))
    assert [dates[url] for url in dates if "/future" in url or "/epoch" in url] == [None, None]


def test_a_server_that_is_not_there(serve: Serve) -> None:
    serve.site("tutup", {}, 'feeds = ["/feed"]', home="http://127.0.0.1:9")
    serve.site("hilang", {}, 'feeds = ["/feed"]', home="http://tidak-ada.invalid")
    closed, lost = serve.crawl().sites
    assert closed.left == "robots.txt: the server refused the connection"
    assert lost.left == "robots.txt: the host name is not known"


def test_a_public_name_that_nobody_knows_leaves_its_pages_waiting(serve: Serve) -> None:
    serve.site("hilang", {}, 'feeds = ["/feed"]', home="http://tidak-ada.invalid")
    serve.registry.write_text(serve.registry.read_text().replace("allow_private = true", ""))
    (lost,) = serve.crawl().sites
    assert lost.left == "the host name is not known"


def test_a_wall_in_front_of_every_story_ends_the_visit_and_is_told(serve: Serve) -> None:
    paths = [f"/cerita/bpjs-ketenagakerjaan-{n}" for n in range(6)]
    server = serve.site("tembok", {path: html(faults.LOGIN) for path in paths}, 'feeds = ["/feed"]')
    server.faults["/feed"] = html(feed(server.home, dict.fromkeys(paths, "BPJS Ketenagakerjaan")))
    (result,) = serve.crawl().sites
    assert "blocked" in (result.left or "")
    with Store.open(serve.db, read_only=True) as store:
        assert health_of_sites(store.stream)["tembok"].state == "blocked"


def test_what_belongs_to_another_site_waits_for_that_one(serve: Serve) -> None:
    here = serve.site("lama", {}, 'feeds = ["/feed"]')
    there = serve.site("baru", {}, 'feeds = ["/feed"]')
    moved, new = "/cerita/pindah-bpjs-ketenagakerjaan", "/cerita/baru-bpjs-ketenagakerjaan"
    listed = "/cerita/rekan-bpjs-ketenagakerjaan"
    here.faults[moved] = away(there.home + new)
    there.faults.update({new: faults.GOOD, listed: html(story(5))})
    here.faults["/feed"] = html(
        feed(here.home, {moved: "BPJS Ketenagakerjaan"}).replace(
            b"</channel>", feed(there.home, {listed: "BPJS Ketenagakerjaan"})[28:]
        )
    )
    old, others = load_registry(serve.registry).sites.values()
    registry = load_registry(serve.registry)
    crawl([old], db=serve.db, registry=registry, settings=SETTINGS)
    assert there.asked == []
    rows = "SELECT site, fate, fate_detail FROM pages ORDER BY site DESC, url"
    assert serve.rows(rows) == [
        ("lama", "alias", there.home + new),
        ("baru", "pending", None),
        ("baru", "pending", None),
    ]
    crawl([others], db=serve.db, registry=registry, settings=SETTINGS)
    assert {fate for _, fate, _ in serve.rows(rows)[1:]} == {"stored"}
    assert here.asked.count(moved) == 1


@pytest.mark.parametrize(("headers", "times"), [("Retry-After: 3600\r\n", 1), ("", 2)])
def test_too_many_requests_without_end(serve: Serve, headers: str, times: int) -> None:
    path = "/cerita/bpjs-ketenagakerjaan-satu"
    server = serve.site("sibuk", {path: raw("429 Too Many", headers)}, 'feeds = ["/feed"]')
    server.faults["/feed"] = html(feed(server.home, {path: "BPJS Ketenagakerjaan"}))
    (result,) = serve.crawl().sites
    assert server.asked.count(path) == times
    assert result.left is not None
    assert "429" in result.left


def test_a_challenge_instead_of_a_channel_ends_the_visit(serve: Serve) -> None:
    server = serve.site("awas", {"/feed": html(faults.CHALLENGE)}, 'feeds = ["/feed", "/lain"]')
    (result,) = serve.crawl(DOWNLOAD_DELAY="0.1").sites
    assert result.left == f"blocked: challenge page at {server.home}/feed"
    assert serve.errors()["feed"] == "a challenge page stands there"
    assert "/lain" not in server.asked


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433"])
def test_private_addresses_need_leave(serve: Serve, host: str) -> None:
    """Whatever the address is written as, and also where a name leads to it."""
    server = serve.site("dalam", {"/feed": faults.GOOD}, 'feeds = ["/feed"]')
    entry = serve.registry.read_text().replace("allow_private = true", "")
    serve.registry.write_text(entry.replace("127.0.0.1", host))
    serve.crawl()
    assert server.asked == []
    assert "not a public address" in (serve.errors()["feed"] or "")


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (html(b"<!doctype html><html><body>Beranda</body></html>"), "an HTML page stands there"),
        (html(b"<rss><channel><item><title"), "broken XML"),
        (html(b""), "empty"),
        (html(b"\x00\xff" * 99), "not XML"),
        (raw("404 Not Found"), "HTTP 404"),
        (raw("304 Not Modified"), "HTTP 304"),
        (raw("500 Oops"), "HTTP 500"),
        (faults.reset, "the connection broke"),
        (faults.endless, "too large"),
        (faults.gzip_bomb(), "unpacks to too much"),
        (away("http://lain.example/feed"), "redirects to lain.example"),
        (away("/feed"), "redirects too often"),
    ],
)
def test_a_sick_channel_says_why_and_the_others_work(serve: Serve, fault: Fault, says: str) -> None:
    path = "/cerita/bpjs-ketenagakerjaan-satu"
    server = serve.site(
        "separuh", {path: faults.GOOD, "/feed": fault}, 'feeds = ["/feed", "/sehat"]'
    )
    server.faults["/sehat"] = html(feed(server.home, {path: "BPJS Ketenagakerjaan"}))
    serve.crawl()
    errors = serve.errors()
    assert says in (errors["feed"] or "")
    assert errors["sehat"] is None
    assert serve.rows("SELECT fate FROM pages") == [("stored",)]


def test_an_entity_bomb_in_a_feed(serve: Serve) -> None:
    bomb = b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'x'>"
    bomb += b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 50) for n in range(9))
    bomb += b"]><rss><channel><item><title>&j;</title></item></channel></rss>"
    serve.site("bom", {"/feed": html(bomb)}, 'feeds = ["/feed"]')
    serve.crawl()
    assert "broken XML" in (serve.errors()["feed"] or "")


def test_sitemaps_in_a_circle_end(serve: Serve) -> None:
    def index(*names: str) -> Fault:
        refs = "".join(f"<sitemap><loc>/{name}</loc></sitemap>" for name in names)
        return html(f"<sitemapindex>{refs}</sitemapindex>".encode())

    pages = {
        "/s.xml": index("b.xml", "s.xml"),
        "/b.xml": index("s.xml", "c.xml"),
        "/c.xml": index("b.xml"),
    }
    server = serve.site("putar", pages, 'sitemaps = ["/s.xml"]')
    serve.crawl()
    assert sorted(server.asked) == ["/b.xml", "/c.xml", "/robots.txt", "/s.xml"]


def test_a_sitemap_of_ever_more_sitemaps_ends(serve: Serve) -> None:
    class Endless(dict[str, Fault]):
        def get(self, path: str, default: object = None) -> Fault:  # type: ignore[override]
            if path == "/robots.txt":
                return raw("404 Not Found")
            refs = "".join(f"<sitemap><loc>{path}{n}</loc></sitemap>" for n in range(9))
            return html(f"<sitemapindex>{refs}</sitemapindex>".encode())

    server = serve.site("tumbuh", {}, 'sitemaps = ["/s"]')
    server.faults = Endless()
    serve.crawl()
    assert len(server.asked) < 120


def calendar(path: str) -> bytes:
    """A page with one story of its own and a link to the next: for ever."""
    number = int(path.rpartition("/")[2] or 1)
    link = f'<a href="/cerita/harga-cabai-hari-ke-{number}">Harga cabai hari ke {number}</a>'
    return f'<html><body>{link}<a rel="next" href="/k/{number + 1}">lagi</a></body></html>'.encode()


def test_an_infinite_calendar_ends(serve: Serve) -> None:
    class Days(dict[str, Fault]):
        def get(self, path: str, default: object = None) -> Fault:  # type: ignore[override]
            return html(calendar(path)) if path.startswith("/k/") else raw("404 Not Found")

    server = serve.site("kalender", {}, 'listings = ["/k/1"]')
    server.faults = Days()
    serve.crawl()
    assert 5 <= len([path for path in server.asked if path.startswith("/k/")]) <= 20


def test_endless_paging_that_repeats_itself_ends(serve: Serve) -> None:
    page = html(calendar("/k/1").replace(b"/k/2", b"/k?page={n}"))
    server = serve.site("gaung", {}, 'listings = ["/k?page={page}"]')
    server.faults = {f"/k?page={n}": page for n in range(1, 50)}
    serve.crawl()
    assert [path for path in server.asked if path.startswith("/k")] == ["/k?page=1", "/k?page=2"]


@pytest.mark.parametrize(
    ("robots", "asked", "left"),
    [
        (
            raw("200 OK", "", b"User-agent: *\nDisallow: /x\n" + b"#" * 5_000_000),
            False,
            "too large",
        ),
        (raw("200 OK", "", b"User-agent: *\nDisallow: /feed\n" + b"# x\n" * 300_000), False, None),
        (raw("500 Oops"), False, "robots.txt: HTTP 500"),
        (faults.silent, False, "robots.txt: the server took too long"),
        (raw("429 Slow", "Retry-After: 9999\r\n"), False, "robots.txt: HTTP 429"),
        (away("http://lain.example/robots.txt"), False, "robots.txt: redirects to lain.example"),
        (raw("200 OK", "", b"User-agent: *\nCrawl-delay: 9000\n"), False, "9000 s"),
        (raw("404 Not Found"), True, None),
        (html(b"<html>bukan robots</html>"), True, None),
        (html(b"\xff\xfe\x00"), True, None),
    ],
)
def test_robots_txt_of_every_kind(
    serve: Serve, robots: Fault, asked: bool, left: str | None
) -> None:
    server = serve.site("robot", {"/robots.txt": robots}, 'feeds = ["/feed"]')
    (result,) = serve.crawl().sites
    assert ("/feed" in server.asked) is asked
    assert (result.left or "").find(left or "") >= 0
    assert (result.left is None) is (left is None)
