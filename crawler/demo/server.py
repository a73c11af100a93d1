"""The embedded mini-web: each demo outlet served on loopback, on a port of its own."""

import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.demo.content import Gold, Outlet, Story, load_outlets
from crawler.demo.reply import Reply, http_date
from crawler.demo.routes import answer

HOST = "127.0.0.1"
DEMO_PORT = 28610


@dataclass(frozen=True, slots=True)
class Request:
    """One request that reached the mini-web.

    time: seconds, monotonic clock. status: of the answer, 304 where nothing had changed.
    """

    site: str
    method: str
    path: str
    headers: Mapping[str, str]
    time: float
    status: int


class MiniWeb:
    """Serves the demo's outlets while the `with` block lasts.

    first_port: ports from there on, one an outlet, so that addresses are the same in every run;
    0 lets the system choose. Raises OSError when a port is taken.
    """

    def __init__(self, first_port: int = 0) -> None:
        self.requests: list[Request] = []
        self.sites: dict[str, Outlet] = {}
        self._servers: list[ThreadingHTTPServer] = []
        self._first_port = first_port
        self._folder = tempfile.TemporaryDirectory(prefix="pantau-demo-")

    @property
    def registry_file(self) -> Path:
        """A sites file of the crawler's own form, naming the outlets at their addresses."""
        return Path(self._folder.name) / "sites.toml"

    def __enter__(self) -> Self:
        try:
            for index, outlet in enumerate(load_outlets()):
                self._serve(outlet, self._first_port + index if self._first_port else 0)
        except OSError:
            self._stop()
            raise
        self.registry_file.write_text(
            "\n".join(_table(outlet) for outlet in self.sites.values()), encoding="utf-8"
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def expected(self) -> dict[str, Gold]:
        """What a careful reader makes of every page, by its address."""
        return {
            outlet.url(story): story.gold
            for outlet in self.sites.values()
            for story in outlet.stories
        }

    def variants(self) -> dict[str, str]:
        """Other addresses that the web hands out, each with the address it stands for."""
        return {
            outlet.listed_url(story): outlet.url(story)
            for outlet in self.sites.values()
            for story in outlet.stories
            if story.listed
        }

    def stories(self) -> dict[str, Story]:
        """Every story by its address."""
        return {
            outlet.url(story): story for outlet in self.sites.values() for story in outlet.stories
        }

    def _serve(self, outlet: Outlet, port: int) -> None:
        server = _listening(port)
        server.outlet = outlet.at(f"http://{HOST}:{server.server_port}")
        server.requests = self.requests
        self.sites[outlet.key] = server.outlet
        self._servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()

    def _stop(self) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()
        self._servers.clear()
        self._folder.cleanup()


class _OutletServer(ThreadingHTTPServer):
    daemon_threads = True
    outlet: Outlet
    requests: list[Request]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no error of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _listening(port: int) -> _OutletServer:
    try:
        return _OutletServer((HOST, port), _Handler)
    except OSError as error:
        words = f"port {port} of this computer, which the demo needs, is in use or forbidden"
        raise OSError(error.errno, words) from error


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _OutletServer

    def do_GET(self) -> None:
        arrived = time.monotonic()
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self._reply(self.server.outlet, headers)
        if reply.is_known_to(headers):
            reply = Reply(status=304, etag=reply.etag, last_modified=reply.last_modified)
        self.server.requests.append(
            Request(self.server.outlet.key, self.command, self.path, headers, arrived, reply.status)
        )
        time.sleep(reply.delay)
        self._send(reply)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet: the requests are in MiniWeb.requests."""

    def _reply(self, outlet: Outlet, headers: Mapping[str, str]) -> Reply:
        if outlet.picky and headers.get("user-agent", "").lower().startswith(_LIBRARIES):
            return Reply(b"<!-- Synthetic page. --><h1>403 ERROR</h1><p>Request blocked.</p>", 403)
        parts = urlsplit(self.path)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        return answer(outlet, unquote(parts.path), query, date.today())

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        headers = {"Content-Type": reply.content_type, **reply.headers}
        if reply.etag:
            headers["ETag"] = reply.etag
        if reply.last_modified:
            headers["Last-Modified"] = http_date(reply.last_modified)
        if reply.status != 304:
            headers["Content-Length"] = str(len(reply.body))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD" and reply.status != 304:
            self.wfile.write(reply.body)


_LIBRARIES = ("scrapy", "python", "curl", "feedparser", "go-http")


def _table(outlet: Outlet) -> str:
    province = f'province = "{outlet.province}"\n' if outlet.province else ""
    return (
        f'[{outlet.key}]\nname = "{outlet.name}"\nplatform = "{outlet.platform}"\n'
        f'home = "{outlet.home}"\n{province}allow_private = true\n'
    )
