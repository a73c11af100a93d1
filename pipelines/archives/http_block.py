"""An HTTP answer as an archive keeps it: head and body in one block of bytes, both ways.

Others' archives lie: a body may be packed or unpacked whatever its headers say, cut, or no HTTP
at all. What cannot be undone is left as it stands.
"""

import re
import zlib
from collections.abc import Callable, Mapping
from typing import NamedTuple

import brotli

from pipelines.response import MAX_PAGE_BYTES

# Headers that spoke of the bytes on the wire; the body beside them is already unpacked.
_OF_THE_WIRE = ("content-encoding", "content-length", "transfer-encoding")
_ASIDE = "x-crawler-"
_MOST_UNPACKED = 2 * MAX_PAGE_BYTES
_STATUS_LINE = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})(?!\d)")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")


class Answer(NamedTuple):
    """status: 200 where the block is no HTTP. headers: names in lower case. body: unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes


def head_of(status: int, headers: Mapping[str, str]) -> bytes:
    """The head of an answer; headers that would contradict the unpacked body stand aside."""
    lines = [f"HTTP/1.1 {status} "]
    for name, value in headers.items():
        aside = name in _OF_THE_WIRE or name.startswith(_ASIDE)
        lines.append(f"{_ASIDE if aside else ''}{name}: {value}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")


def from_block(block: bytes) -> Answer:
    """The answer in a block, also of others: unpacked as far as it is packed."""
    status = _STATUS_LINE.match(block)
    if not status:
        return Answer(200, {}, block)
    head, body = split_head(block)
    headers = headers_in(head)
    body = _unpacked(headers, body)
    plain = {name.removeprefix(_ASIDE): value for name, value in headers.items()}
    return Answer(int(status.group(1)), plain, body)


def split_head(block: bytes) -> tuple[bytes, bytes]:
    """Head and body."""
    end = _HEAD_END.search(block)
    return (block[: end.start()], block[end.end() :]) if end else (block, b"")


def headers_in(head: bytes) -> dict[str, str]:
    """The headers below the first line, names in lower case, repeated ones joined by a comma."""
    headers: dict[str, str] = {}
    for line in head.splitlines()[1:]:
        name, colon, value = line.decode("latin-1").partition(":")
        if colon:
            key, text = name.strip().lower(), value.strip(" \t")
            headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers


def is_packed(beginning: bytes) -> bool:
    """Whether the beginning of a block may speak of a packed or chunked body."""
    lowered = beginning.lower()
    return b"\ncontent-encoding:" in lowered or b"\ntransfer-encoding:" in lowered


def _unpacked(headers: Mapping[str, str], body: bytes) -> bytes:
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _without_chunks(body)
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        unpack = _CODINGS.get(coding.strip())
        body = unpack(body) if unpack else body
    return body


def _without_chunks(body: bytes) -> bytes:
    """Chunks joined; a body that is not made of chunks as it stands, a cut one to its cut."""
    parts: list[bytes] = []
    at = 0
    while size := _CHUNK_SIZE.match(body, at):
        length = int(size.group(1), 16)
        if length == 0:
            break
        parts.append(body[size.end() : size.end() + length])
        at = size.end() + length
    return b"".join(parts) if parts else body


def _gunzip(body: bytes) -> bytes:
    return _inflate(body, zlib.MAX_WBITS | 16) if body[:2] == b"\x1f\x8b" else body


def _deflated(body: bytes) -> bytes:
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        if plain := _inflate(body, bits):
            return plain
    return body


def _inflate(body: bytes, bits: int) -> bytes:
    """What can be unpacked; what came before a damage is kept. A bomb is cut."""
    unpacker = zlib.decompressobj(bits)
    plain: list[bytes] = []
    try:
        for at in range(0, len(body), 65536):
            plain.append(unpacker.decompress(body[at : at + 65536], _MOST_UNPACKED))
            if sum(map(len, plain)) >= _MOST_UNPACKED:
                break
    except zlib.error:
        return b"".join(plain)
    return b"".join(plain)


def _unbrotli(body: bytes) -> bytes:
    if b"<" in body[:200]:
        return body
    unpacker = brotli.Decompressor()
    plain = b""
    try:
        for at in range(0, len(body), 65536):
            plain += unpacker.process(body[at : at + 65536])
            if len(plain) >= _MOST_UNPACKED:
                break
    except brotli.error:
        return plain or body
    return plain


_CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _deflated,
    "br": _unbrotli,
}
