"""WARC files of others: the pages in them that may name the agency, as fast as they can be had.

Records are unpacked and looked through as raw bytes; only a page that names the agency is parsed.
A record that is damaged or lies about its length is left out, and the next one is found again.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, NamedTuple

from fastwarc.stream_io import ZstdReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from pipelines.archives.capture import moment
from pipelines.archives.http_block import from_block, is_packed
from pipelines.model import Page
from pipelines.relevance import names_agency
from pipelines.response import MAX_PAGE_BYTES

SLICE_BYTES = 16 * 1024 * 1024
_LARGEST = 4 * MAX_PAGE_BYTES
_HEAD = 4096
_EDGE = 1024 * 1024
_STEP = 1024 * 1024
_GZIP, _ZSTD, _PLAIN = rb"\x1f\x8b\x08", rb"\x28\xb5\x2f\xfd", rb"WARC/1\.[01]\r?\n"
# What a record can begin with, by what the file begins with: packed records hold plain words too.
_BEGINNINGS = tuple(map(re.compile, (_GZIP, _ZSTD, _PLAIN)))
_ANY_BEGINNING = re.compile(b"|".join((_GZIP, _ZSTD, _PLAIN)))


class Slice(NamedTuple):
    """What a slice of a file gave. end: where the next one begins, None at the file's end.

    records: responses looked at. pages: those that may name the agency. damaged: in how many
    places records could not be read.
    """

    end: int | None
    records: int
    pages: list[Page]
    damaged: int


class _Raw(NamedTuple):
    offset: int
    record: WarcRecord
    block: bytes


def mark_of(path: Path) -> str:
    """What tells one file from another: SHA-256 of its size, its beginning and its end, hex.

    Raises OSError when the file cannot be read.
    """
    size = path.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with path.open("rb") as file:
        digest.update(file.read(_EDGE))
        file.seek(max(0, size - _EDGE))
        digest.update(file.read(_EDGE))
    return digest.hexdigest()


def slices_of(
    path: Path, start: int = 0, most_bytes: int = SLICE_BYTES
) -> list[tuple[int, int | None]]:
    """Where the slices of a file begin and end, from a slice's beginning on; None: the file's end.

    A file that was packed as a whole, not record by record, is one slice. Raises OSError.
    """
    borders = [start]
    with path.open("rb") as stream:
        while border := _next_member(stream, borders[-1] + most_bytes):
            borders.append(border)
    return [*pairwise(borders), (borders[-1], None)]


def read_slice(path: Path, start: int = 0, end: int | None = None) -> Slice:
    """Look through a slice of a file. Raises OSError when the file cannot be opened."""
    records, damaged = 0, 0
    pages: list[Page] = []
    with path.open("rb") as stream:
        for raw in _records(stream, start, end):
            if raw is None:
                damaged += 1
                continue
            records += 1
            if page := _page(raw):
                pages.append(page)
    return Slice(end, records, pages, damaged)


def _records(stream: BinaryIO, start: int, end: int | None) -> Iterator[_Raw | None]:
    """Every response with its block; None where records could not be read."""
    at: int | None = start
    was_read = True
    while at is not None and (end is None or at < end):
        stream.seek(at)
        try:
            for record in ArchiveIterator(
                stream, parse_http=False, record_types=WarcRecordType.response
            ):
                at = record.stream_pos
                if end is not None and at >= end:
                    return
                if record.content_length > _LARGEST:
                    break  # no page, or a lie: the next record is looked for, not trusted
                block = record.reader.read()
                if len(block) != record.content_length:
                    raise EOFError
                yield _Raw(at, record, block)
                was_read = True
            else:
                return
        except (OSError, EOFError, ValueError):
            if was_read:
                yield None
            was_read = False
        at = _next_member(stream, at + 1)


def _page(raw: _Raw) -> Page | None:
    """The page of a response if it may name the agency, and if it says where it came from."""
    block = raw.block
    if not names_agency(block) and not is_packed(block[:_HEAD]):
        return None
    status, named, body = from_block(block)
    url = (raw.record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if not names_agency(body) or not url.startswith(("http://", "https://")):
        return None
    return Page(url, body, status, named, moment(raw.record.headers.get("WARC-Date") or ""))


def _is_record(head: bytes) -> bool:
    try:
        if head.startswith(b"\x28\xb5\x2f\xfd"):
            return bool(ZstdReader(BytesIO(head)).read(7) == b"WARC/1.")
        if head.startswith(b"\x1f\x8b"):
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 64)
    except (zlib.error, OSError):
        return False
    return head.startswith(b"WARC/1.")


def _beginning_in(stream: BinaryIO) -> re.Pattern[bytes]:
    """What records begin with in a file, by how the file itself begins."""
    stream.seek(0)
    head = stream.read(10)
    return next((kind for kind in _BEGINNINGS if kind.match(head)), _ANY_BEGINNING)


def _next_member(stream: BinaryIO, start: int) -> int | None:
    """Where the next record begins, at `start` or behind it; None where there is none."""
    beginning = _beginning_in(stream)
    while True:
        stream.seek(start)
        part = stream.read(_STEP + _HEAD)
        for found in beginning.finditer(part):
            if found.start() < _STEP and _is_record(part[found.start() : found.start() + _HEAD]):
                return start + found.start()
        if len(part) <= _STEP:
            return None
        start += _STEP
