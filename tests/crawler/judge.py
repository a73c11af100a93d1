"""A web of test sites on loopback that keeps a record of every request and judges it."""

import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from protego import Protego

Answer = tuple[int, dict[str, str], bytes]
Routes = Mapping[str, "bytes | Answer | Callable[[Asked], Answer]"]

HTML = {"Content-Type": "text/html; charset=utf-8"}
# Synthetic, on the structure of a WordPress news theme.
_ARTICLE = """<!doctype html><html lang="id"><head><title>{title}</title>
<meta property="article:published_time" content="{date}T09:00:00+07:00"></head><body>
<article class="post"><h1 class="entry-title">{title}</h1>
<div class="entry-content entry-content-single">{paragraphs}</div></article></body></html>"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: what was asked, and when it came and was answered (seconds)."""

    site: str
    path: str
    headers: Mapping[str, str]
    came: float
    answered: float = 0.0

    @property
    def is_conditional(self) -> bool:
        return "If-None-Match" in self.headers or "If-Modified-Since" in self.headers


@dataclass
class JudgedSite:
    """A site on a port of its own.

    routes: by path with its query; robots: its rules; takes: seconds that an answer takes;
    etags: whether it tells them.
    """

    key: str
    home: str
    routes: Routes
    robots: "str | Answer" = ""
    platform: str = "wordpress"
    takes: float = 0.0
    etags: bool = True
    asked: list[Asked] = field(default_factory=list)

    def answer(self, asked: Asked) -> Answer:
        if asked.path == "/robots.txt":
            return (
                self.robots if isinstance(self.robots, tuple) else (200, {}, self.robots.encode())
            )
        found = self.routes.get(asked.path) or self.routes.get("*")
        if found is None:
            return 404, HTML, b"tidak ada"
        if callable(found):
            return found(asked)
        return found if isinstance(found, tuple) else (200, dict(HTML), found)

    def articles_asked(self) -> list[str]:
        return [asked.path for asked in self.asked if asked.path.startswith("/cerita")]

    def forbidden(self) -> list[str]:
        """Requests that the site's robots.txt forbids."""
        rules = Protego.parse(self.robots if isinstance(self.robots, str) else "")
        paths = [a.path for a in self.asked if a.path != "/robots.txt"]
        return [p for p in paths if not rules.can_fetch(self.home + p, "PantauJamsos")]

    def at_once(self) -> list[str]:
        """Requests that came before the one before them was answered."""
        pairs = zip(self.asked, self.asked[1:], strict=False)
        return [after.path for before, after in pairs if after.came < before.answered]

    def least_gap(self) -> float:
        """The shortest time between two requests coming in, in seconds."""
        pairs = zip(self.asked, self.asked[1:], strict=False)
        return min((after.came - before.came for before, after in pairs), default=float("inf"))


class JudgedWeb:
    """Serves sites while the `with` block lasts."""

    def __init__(self, folder: Path) -> None:
        self.sites: dict[str, JudgedSite] = {}
        self.registry = folder / "sites.toml"
        self._servers: list[ThreadingHTTPServer] = []

    def add(
        self,
        key: str,
        routes: Callable[[str], Routes],
        robots: "str | Answer" = "",
        platform: str = "wordpress",
        extra: str = "",
    ) -> JudgedSite:
        """Put a site on the web; routes is given the site's home address."""
        server = _Server(("127.0.0.1", 0), _Handler)
        home = f"http://127.0.0.1:{server.server_port}"
        site = JudgedSite(key, home, routes(home), robots, platform)
        server.site = self.sites[key] = site
        self._servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        with self.registry.open("a") as file:
            file.write(
                f'[{key}]\nname = "{key}"\nplatform = "{platform}"\nhome = "{home}"\n'
                f"allow_private = true\n{extra}\n"
            )
        return site

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    site: JudgedSite


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        site, came = self.server.site, time.monotonic()
        asked = Asked(site.key, self.path, dict(self.headers), came)
        status, headers, body = site.answer(asked)
        time.sleep(site.takes)
        answered = time.monotonic()
        site.asked.append(Asked(site.key, self.path, asked.headers, came, answered))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            if site.etags or name != "ETag":
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the record is enough."""


def story(number: int, agency: bool = True, date: str = "2026-11-20") -> bytes:
    """An article of our own words; about the agency or about the price of chilli."""
    if agency:
        title = f"Pemkab Ogan Ilir dan BPJS Ketenagakerjaan Teken Kerja Sama Ke-{number}"
        told = (
            f"INDRALAYA – Pemerintah Kabupaten Ogan Ilir menandatangani perjanjian kerja sama "
            f"dengan BPJS Ketenagakerjaan untuk melindungi {number + 100} pekerja rentan.",
            "Bupati mengatakan perlindungan itu dibiayai anggaran daerah dan berlaku setahun.",
            "Kepala BPJS Ketenagakerjaan Cabang Palembang menyambut baik langkah itu.",
        )
    else:
        title = f"Harga Cabai di Pasar Kota Naik Lagi Pekan Ke-{number}"
        told = (
            f"Harga cabai merah di pasar kota naik {number} persen sejak pekan lalu.",
            "Pedagang mengaku pasokan dari lereng gunung berkurang karena hujan turun terus.",
            "Pemerintah menyiapkan operasi pasar bila harga belum turun sampai akhir bulan.",
        )
    paragraphs = "".join(f"<p>{line}</p>" for line in told)
    return _ARTICLE.format(title=title, date=date, paragraphs=paragraphs).encode()


def title_of(number: int, agency: bool = True) -> str:
    return story(number, agency).split(b"<title>")[1].split(b"</title>")[0].decode()


def feed(home: str, entries: Mapping[str, str]) -> bytes:
    """RSS of path → title."""
    items = "".join(
        f"<item><title>{title}</title><link>{home}{path}</link></item>"
        for path, title in entries.items()
    )
    return f"<rss><channel><title>t</title>{items}</channel></rss>".encode()


def listing(entries: Mapping[str, str], next_page: str = "") -> bytes:
    """A page of links of path → title."""
    links = "".join(
        f'<div class="hasil"><h2><a href="{path}">{title}</a></h2></div>'
        for path, title in entries.items()
    )
    more = f'<a rel="next" href="{next_page}">Berikutnya</a>' if next_page else ""
    return f"<html><body>{links}{more}</body></html>".encode()


def with_etag(body: bytes, content_type: str = "text/html") -> Callable[[Asked], Answer]:
    """A route that answers 304 to who has it."""
    etag = f'"{zlib.crc32(body)}"'

    def answer(asked: Asked) -> Answer:
        headers = {"Content-Type": content_type, "ETag": etag}
        if asked.headers.get("If-None-Match") == etag:
            return 304, headers, b""
        return 200, headers, body

    return answer


def newsroom(
    relevant: int, other: int = 0, hidden: int = 0, per_page: int = 10, first: int = 0
) -> Callable[[str], Routes]:
    """A WordPress-like site: a feed of the newest, a search with paging, the stories.

    hidden: relevant stories whose headline does not say so; only the search finds them.
    """

    def routes(home: str) -> Routes:
        stories: dict[str, bytes] = {}
        found: dict[str, str] = {}
        newest: dict[str, str] = {}
        for n in range(first, first + relevant):
            path = f"/cerita/pemkab-dan-bpjs-ketenagakerjaan-ke-{n}/"
            stories[path] = story(n)
            found[path] = newest[path] = title_of(n)
        for n in range(first, first + hidden):
            path = f"/cerita/ribuan-nelayan-kini-tenang-melaut-{n}/"
            stories[path] = story(n + 5000)
            found[path] = newest[path] = f"Ribuan Nelayan Kini Tenang Melaut {n}"
        for n in range(first, first + other):
            path = f"/cerita/harga-cabai-di-pasar-kota-{n}/"
            stories[path] = story(n, agency=False)
            newest[path] = title_of(n, agency=False)
        return {**stories, **_search(found, per_page), "/feed/": _feed_route(home, newest)}

    return routes


def _feed_route(home: str, newest: Mapping[str, str]) -> Callable[[Asked], Answer]:
    return with_etag(feed(home, newest), "application/rss+xml")


def _search(found: Mapping[str, str], per_page: int) -> dict[str, Callable[[Asked], Answer]]:
    pages: dict[str, Callable[[Asked], Answer]] = {}
    entries = list(found.items())
    parts = [entries[n : n + per_page] for n in range(0, len(entries), per_page)] or [[]]
    for query in ("bpjs+ketenagakerjaan", "jamsostek"):
        for number, part in enumerate(parts, 1):
            path = f"/?s={query}" if number == 1 else f"/page/{number}/?s={query}"
            pages[path] = with_etag(listing(dict(part)))
    return pages
