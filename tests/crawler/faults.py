"""Servers that fail in the ways that servers fail, at the level of bytes on a socket."""

import gzip
import socket
import socketserver
import threading
import time
from collections.abc import Callable
from typing import Self

from tests.crawler.judge import story

Fault = Callable[[socket.socket], None]


def raw(status: str, headers: str = "", body: bytes = b"", length: int | None = None) -> Fault:
    """An answer of exactly these parts; length: a Content-Length that may lie."""
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status}\r\nContent-Length: {size}\r\nConnection: close\r\n{headers}\r\n"
    return lambda sock: sock.sendall(head.encode() + body)


def html(body: bytes, headers: str = "Content-Type: text/html\r\n") -> Fault:
    return raw("200 OK", headers, body)


def reset(sock: socket.socket) -> None:
    """Close so that the client sees a reset."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


def silent(sock: socket.socket) -> None:
    """Take the request and say nothing for longer than anyone waits."""
    time.sleep(4)


def slow_body(sock: socket.socket) -> None:
    """A body that comes byte by byte."""
    sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(40):
        sock.sendall(b"x")
        time.sleep(0.1)


def endless(sock: socket.socket) -> None:
    """A body of a gigabyte that does not say so."""
    sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
    for _ in range(1024):
        sock.sendall(b"x" * 1024 * 1024)


def no_http(sock: socket.socket) -> None:
    sock.sendall(b"SSH-2.0-OpenSSH_9.6\r\n")


def bad_chunk(sock: socket.socket) -> None:
    """A chunk of less than nothing."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    sock.sendall(head + b"-5\r\n<p>\r\n")


def two_lengths(sock: socket.socket) -> None:
    """Lengths that contradict each other."""
    sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\n<p>")


def endless_header(sock: socket.socket) -> None:
    """A header line that never ends."""
    sock.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    for _ in range(1024):
        sock.sendall(b"x" * 1024 * 1024)


def endless_headers(sock: socket.socket) -> None:
    """Header lines without end, each of them fine."""
    sock.sendall(b"HTTP/1.1 200 OK\r\n")
    for _ in range(4096):
        sock.sendall(b"X-Line: %s\r\n" % (b"x" * 1000) * 256)


def endless_waiting(sock: socket.socket) -> None:
    """One answer to wait after the other."""
    for _ in range(4096):
        sock.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * 4096)


def once_then(first: Fault, then: Fault) -> Fault:
    """One fault, and from then on another."""
    turns = iter([first])
    return lambda sock: next(turns, then)(sock)


def gzip_bomb() -> Fault:
    body = gzip.compress(b"\0" * 200_000_000)
    return html(body, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")


GOOD = html(story(1))
CHALLENGE = b"<html><title>Just a moment...</title><div class='cf-chl-widget'></div></html>"
SOFT_404 = b"<html><title>Tidak Ditemukan</title><h1>Halaman tidak ditemukan</h1></html>"
LOGIN = b"<html><title>Masuk</title><form><input type=password></form>Silakan masuk.</html>"
BINARY = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40


class FaultyServer(socketserver.ThreadingTCPServer):
    """Answers each path with its fault, robots.txt and all else with nothing special."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, faults: dict[str, Fault]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.faults = faults
        self.asked: list[str] = []
        self.home = f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what is wanted here."""


class _Handler(socketserver.BaseRequestHandler):
    server: FaultyServer

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            part = self.request.recv(4096)
            if not part:
                return
            head += part
        path = head.split(b" ")[1].decode()
        self.server.asked.append(path)
        self.server.faults.get(path, raw("404 Not Found"))(self.request)
