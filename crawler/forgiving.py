"""Answers that break the rules of HTTP, read as browsers forgive them: one connection each."""

import asyncio
import re
import ssl
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scrapy.exceptions import DownloadCancelledError, ResponseDataLossError
from yarl import URL

from crawler.network_errors import NotHttpError
from crawler.resolver import address_of

RawHeaders = Sequence[tuple[bytes, bytes]]

LINE_MAX_BYTES = 64 * 1024
HEAD_MAX_LINES = 512
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+([2-9]\d\d)\b", re.IGNORECASE)
_HEADER = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*:(.*)", re.DOTALL)
_LENGTH = re.compile(rb"\d{1,15}")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})\b")
_WITHOUT_BODY = (204, 304)


class Answer(NamedTuple):
    """An answer as it came, without its chunks."""

    status: int
    headers: RawHeaders
    body: bytes


async def ask(
    url: URL, headers: Iterable[tuple[str, str]], tls: ssl.SSLContext, max_bytes: int
) -> Answer:
    """GET a page over a connection of its own; what follows the end of the answer is left out.

    Raises NotHttpError for what cannot be told apart at all, ResponseDataLossError,
    DownloadCancelledError for a body over max_bytes, CannotResolveHostError, OSError.
    """
    host = url.raw_host or ""
    secure = url.scheme == "https"
    reader, writer = await asyncio.open_connection(
        await address_of(host),
        url.port,
        limit=LINE_MAX_BYTES,
        ssl=tls if secure else None,
        server_hostname=host if secure else None,
    )
    try:
        writer.write(_request(url, headers))
        return await read_answer(reader, max_bytes)
    finally:
        writer.close()


async def read_answer(reader: asyncio.StreamReader, max_bytes: int) -> Answer:
    """The one answer that a server sends; raises as `ask` does."""
    try:
        status, named = await _head(reader)
        body = b"" if status in _WITHOUT_BODY else await _body(reader, named, max_bytes)
    except asyncio.IncompleteReadError as error:
        raise ResponseDataLossError(str(error)) from error
    except ValueError as error:
        raise NotHttpError(f"a line without an end: {error}") from error
    return Answer(status, named, body)


def _request(url: URL, headers: Iterable[tuple[str, str]]) -> bytes:
    own = (("Host", url.host_port_subcomponent), *headers, ("Connection", "close"))
    lines = [f"GET {url.raw_path_qs} HTTP/1.1", *(f"{name}: {value}" for name, value in own)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


async def _head(reader: asyncio.StreamReader) -> tuple[int, RawHeaders]:
    """A line that is no header is left out."""
    status = _STATUS.search(await reader.readline())
    if not status:
        raise NotHttpError("no status")
    named: list[tuple[bytes, bytes]] = []
    for _ in range(HEAD_MAX_LINES):
        line = (await reader.readline()).rstrip(b"\r\n")
        if not line:
            return int(status[1]), named
        if header := _HEADER.match(line):
            named.append((header[1], header[2].strip()))
    raise NotHttpError("too many headers")


async def _body(reader: asyncio.StreamReader, headers: RawHeaders, max_bytes: int) -> bytes:
    """Chunks count more than a length; without either all that comes."""
    if b"chunked" in _values(headers, b"transfer-encoding").lower():
        return await _chunks(reader, max_bytes)
    said = _values(headers, b"content-length").replace(b" ", b"").split(b",")
    lengths = {int(length) for length in said if _LENGTH.fullmatch(length)}
    if len(lengths) > 1:
        raise NotHttpError("lengths that contradict each other")
    if not lengths:
        return await _all(reader, max_bytes)
    (length,) = lengths
    return await reader.readexactly(_allowed(length, max_bytes))


def _values(headers: RawHeaders, wanted: bytes) -> bytes:
    return b",".join(value for name, value in headers if name.lower() == wanted)


def _allowed(size: int, max_bytes: int) -> int:
    if size > max_bytes:
        raise DownloadCancelledError("it has too many bytes")
    return size


async def _chunks(reader: asyncio.StreamReader, max_bytes: int) -> bytes:
    parts: list[bytes] = []
    while size := await _chunk_size(reader):
        max_bytes -= _allowed(size, max_bytes)
        parts.append(await reader.readexactly(size))
        await reader.readline()
    return b"".join(parts)


async def _chunk_size(reader: asyncio.StreamReader) -> int:
    line = await reader.readline()
    if not line:
        raise ResponseDataLossError("the last chunk is missing")
    if not (size := _CHUNK.match(line)):
        raise NotHttpError("no chunk where one should be")
    return int(size[1], 16)


async def _all(reader: asyncio.StreamReader, max_bytes: int) -> bytes:
    parts = []
    while part := await reader.read(LINE_MAX_BYTES):
        max_bytes -= _allowed(len(part), max_bytes)
        parts.append(part)
    return b"".join(parts)
