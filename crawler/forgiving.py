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
    with socket.socket() as line:
        line.setblocking(False)
        address = (await address_of(url.raw_host or ""), url.port or 80)
        await asyncio.get_running_loop().sock_connect(line, address)
        line.setblocking(True)
        with _secured(line, url, tls) as speaking:
            try:
                return await asyncio.to_thread(_exchange, speaking, url, headers, max_bytes)
            finally:
                with suppress(OSError):
                    speaking.shutdown(socket.SHUT_RDWR)  # or the thread would wait past its time


def _secured(line: socket.socket, url: URL, tls: ssl.SSLContext) -> socket.socket:
    if url.scheme != "https":
        return line
    return tls.wrap_socket(line, server_hostname=url.raw_host, do_handshake_on_connect=False)


def _exchange(
    line: socket.socket, url: URL, headers: Iterable[tuple[str, str]], max_bytes: int
) -> Answer:
    connection = http.client.HTTPConnection(url.raw_host or "")
    connection.sock = line
    try:
        connection.putrequest("GET", url.raw_path_qs, skip_host=True, skip_accept_encoding=True)
        for name, value in (("Host", url.host_port_subcomponent or ""), *headers, _LAST):
            connection.putheader(name, value)
        connection.endheaders()
        return _answer(connection.getresponse(), max_bytes)
    except http.client.IncompleteRead as error:
        raise ResponseDataLossError(str(error)) from error
    except (http.client.HTTPException, ValueError) as error:
        raise NotHttpError(str(error)) from error


def _answer(answer: http.client.HTTPResponse, max_bytes: int) -> Answer:
    """Read it to its end; raises as http.client does."""
    lengths = set(answer.headers.get_all("Content-Length", []))
    if answer.status < http.HTTPStatus.OK or len(lengths) > 1:
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
