"""Pages unpacked from the records of our WARC files, bit for bit as `packing` packed them."""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import BinaryIO, NamedTuple

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders

from pipelines.archives.http_block import from_block, headers_in, split_head
from pipelines.archives.packing import RECORDS, SOFTWARE, UNKNOWN_TIME, body_digest
from pipelines.model import Lead, Page

_MOST_RECORDS = 200


class DamagedError(ValueError):
    """What stands at a place of the archive is not what was written there."""


class _Record(NamedTuple):
    """A record of a WARC file: where it begins, its own headers, its block."""

    offset: int
    headers: StatusAndHeaders
    block: bytes

    def get(self, name: str) -> str:
        """A header; "" where there is none."""
        return str(self.headers.get_header(name) or "")


def is_our_file(stream: BinaryIO, name: str) -> bool:
    """Whether this program wrote the file that a stream begins."""
    try:
        first = next(_records(stream, name), None)
    except DamagedError:
        return False
    return first is not None and first.block.startswith(SOFTWARE.encode())


def captures(stream: BinaryIO, name: str) -> Iterator[tuple[int, Page]]:
    """Every page with the offset of its capture, from where the stream stands. name: for people.

    Raises DamagedError where the stream is cut or damaged.
    """
    records = _records(stream, name)
    for first in records:
        if first.get("WARC-Type") != "response":
            continue
        told = first.get(RECORDS)
        more = min(int(told), _MOST_RECORDS) - 1 if told.isdecimal() else 0
        beside = list(islice(records, more))
        if len(beside) < more:
            raise DamagedError(f"{name}: cut in the capture at byte {first.offset}")
        try:
            page = _joined(first, beside)
        except DamagedError as error:
            raise DamagedError(f"{name}, byte {first.offset}: {error}") from error
        yield first.offset, page


def _records(stream: BinaryIO, name: str) -> Iterator[_Record]:
    records = ArchiveIterator(stream, no_record_parse=True)
    try:
        for record in records:
            block = b"".join(iter(record.raw_stream.read, b""))
            if len(block) != record.length:
                raise DamagedError(f"{name}: cut in the record at byte {records.offset}")
            yield _Record(records.get_record_offset(), record.rec_headers, block)
    except (ArchiveLoadFailed, EOFError, zlib.error, UnicodeError) as error:
        raise DamagedError(f"{name}: damaged after byte {records.offset}") from error


def _page(record: _Record) -> Page:
    status, headers, body = from_block(record.block)
    url, digest = record.get("WARC-Target-URI"), record.get("WARC-Payload-Digest")
    if digest.startswith("sha256:") and digest != f"sha256:{body_digest(body)}":
        raise DamagedError(f"the digest of {url} is not that of its body")
    fetched_at = None if record.get(UNKNOWN_TIME) else moment(record.get("WARC-Date"))
    return Page(url, body, status, headers, fetched_at)


def moment(text: str) -> datetime | None:
    """A WARC date, aware; None for what is none."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _joined(first: _Record, beside: Iterable[_Record]) -> Page:
    """The page with its request, its lead and its further pages."""
    pages = [_page(first)]
    for record in beside:
        kind = record.get("WARC-Type")
        if kind == "response":
            pages.append(_page(record))
        elif kind == "request":
            pages[-1] = replace(pages[-1], request_headers=_asked_with(record.block))
        elif kind == "metadata":
            pages[-1] = replace(pages[-1], lead=_lead(record.block))
    return replace(pages[0], more=tuple(pages[1:]))


def _lead(block: bytes) -> Lead:
    try:
        return Lead(**json.loads(block))
    except (ValueError, TypeError) as error:
        raise DamagedError("a lead that cannot be read") from error


def _asked_with(block: bytes) -> dict[str, str]:
    """The page's own request headers; their names are in lower case, the added Host is not."""
    lines = split_head(block)[0].splitlines()
    return headers_in(b"\n".join(line for line in lines if not line.startswith(b"Host: ")))
