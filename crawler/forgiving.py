"""Answers that break the rules of HTTP, read by the standard library, which forgives more."""

import asyncio
import http.client
import socket
import ssl
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from scrapy.exceptions import DownloadCancelledError, ResponseDataLossError
from yarl import URL

from crawler.network_errors import NotHttpError
from crawler.resolver import address_of

_AT_ONCE = 64 * 1024
_LAST = ("Connection", "close")


class Answer(NamedTuple):
    """An answer as it came, without its chunks."""

    status: int
    headers: Sequence[tuple[bytes, bytes]]
    body: bytes


async def ask(
    url: URL, headers: Iterable[tuple[str, str]], tls: ssl.SSLContext, max_bytes: int
) -> Answer:
    """GET a page over a connection of its own; what follows the end of the answer is left out.

    Raises NotHttpError for what cannot be told apart at all, ResponseDataLossError,
    DownloadCancelledError for a body over max_bytes, CannotResolveHostError, OSError.
    """
    line = await _connected(url, tls)
    try:
        return await asyncio.to_thread(_exchange, line, url, headers, max_bytes)
    finally:
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)  # or the thread would wait past its time
        line.close()


async def _connected(url: URL, tls: ssl.SSLContext) -> socket.socket:
    host, port = url.raw_host or "", url.port or 80
    line = socket.socket()
    line.setblocking(False)
    try:
        await asyncio.get_running_loop().sock_connect(line, (await address_of(host), port))
    except BaseException:
        line.close()
        raise
    line.setblocking(True)
    if url.scheme == "https":
        return tls.wrap_socket(line, server_hostname=host, do_handshake_on_connect=False)
    return line


def _exchange(
    line: socket.socket, url: URL, headers: Iterable[tuple[str, str]], max_bytes: int
) -> Answer:
    connection = http.client.HTTPConnection(url.raw_host or "")
    connection.sock = line
    connection.putrequest("GET", url.raw_path_qs, skip_host=True, skip_accept_encoding=True)
    for name, value in (("Host", url.host_port_subcomponent or ""), *headers, _LAST):
        connection.putheader(name, value)
    connection.endheaders()
    try:
        return _answer(connection.getresponse(), max_bytes)
    except http.client.IncompleteRead as error:
        raise ResponseDataLossError(str(error)) from error
    except (http.client.HTTPException, ValueError) as error:
        raise NotHttpError(str(error)) from error


def _answer(answer: http.client.HTTPResponse, max_bytes: int) -> Answer:
    """Read it to its end; raises as http.client does."""
    if answer.status < http.HTTPStatus.OK or len(set(_lengths(answer))) > 1:
        raise ValueError("nobody can say where it ends")
    parts: list[bytes] = []
    while part := answer.read(min(_AT_ONCE, max_bytes + 1)):
        parts.append(part)
        max_bytes -= len(part)
        if max_bytes < 0:
            raise DownloadCancelledError("it has too many bytes")
    if answer.length:
        raise ResponseDataLossError(f"{answer.length} bytes are missing")
    named = [
        (name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.getheaders()
    ]
    return Answer(answer.status, named, b"".join(parts))


def _lengths(answer: http.client.HTTPResponse) -> Sequence[str]:
    return answer.headers.get_all("Content-Length", [])
