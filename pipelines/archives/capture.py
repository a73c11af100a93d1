"""A page as records of a WARC file: packed when it is kept, unpacked when it is read again.

A capture is a response record, its request, the lead that led to it (a metadata record in JSON),
and the same for each further page of the article; all but the first record are concurrent to an
earlier one. A page comes out of its capture bit for bit.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib.metadata import version
from io import BytesIO
from itertools import islice
from typing import BinaryIO, NamedTuple
from urllib.parse import urlsplit
from uuid import uuid4

from isal import isal_zlib
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordbuilder import RecordBuilder
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipelines.archives.http_block import from_block, headers_in, split_head, to_block
from pipelines.model import Lead, Page

_WITH = "WARC-Concurrent-To"
_RECORDS = "Pantau-Records"  # how many records the capture has, on its first
_MOST_RECORDS = 200
_LEVEL, _GZIP = 3, 31  # news pages come out 8 % larger than from zlib, in a fifth of its time
_SOFTWARE = "software: pantau-jamsos/"
_UNKNOWN_TIME = "Pantau-Fetched"  # a saved file does not say when it was fetched


class DamagedError(ValueError):
    """What stands at a place of the archive is not what was written there."""


def body_digest(body: bytes) -> str:
    """SHA-256 of the body, hex."""
    return hashlib.sha256(body).hexdigest()


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
    return first is not None and first.block.startswith(_SOFTWARE.encode())


def packed_head(name: str) -> bytes:
    """The record with which a file of this program begins. name: the file's."""
    about = {
        "software": f"pantau-jamsos/{version('pantau-jamsos')}",
        "format": "WARC File Format 1.1",
    }
    return _member(RecordBuilder(warc_version="WARC/1.1").create_warcinfo_record(name, about))


def captures(stream: BinaryIO, name: str) -> Iterator[tuple[int, Page]]:
    """Every page with the offset of its capture, from where the stream stands. name: for people.

    Raises DamagedError where the stream is cut or damaged.
    """
    records = _records(stream, name)
    for first in records:
        if first.get("WARC-Type") != "response":
            continue
        told = first.get(_RECORDS)
        more = min(int(told), _MOST_RECORDS) - 1 if told.isdecimal() else 0
        beside = list(islice(records, more))
        if len(beside) < more:
            raise DamagedError(f"{name}: cut in the capture at byte {first.offset}")
        yield first.offset, _joined(first, beside)


def _records(stream: BinaryIO, name: str) -> Iterator[_Record]:
    records = ArchiveIterator(stream, no_record_parse=True)
    try:
        for record in records:
            block = b"".join(iter(record.raw_stream.read, b""))
            if len(block) != record.length:
                raise DamagedError(f"{name}: cut in the record at byte {records.offset}")
            yield _Record(records.get_record_offset(), record.rec_headers, block)
    except (ArchiveLoadFailed, EOFError, zlib.error, UnicodeError) as error:
        raise DamagedError(f"{name}: damaged after byte {records.offset}: {error}") from error


def _page(record: _Record) -> Page:
    status, headers, body = from_block(record.block)
    url, digest = record.get("WARC-Target-URI"), record.get("WARC-Payload-Digest")
    if digest.startswith("sha256:") and digest != f"sha256:{body_digest(body)}":
        raise DamagedError(f"the digest of {url} is not that of its body")
    fetched_at = None if record.get(_UNKNOWN_TIME) else moment(record.get("WARC-Date"))
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
        raise DamagedError(f"a lead that cannot be read: {error}") from error


def _asked_with(block: bytes) -> dict[str, str]:
    """The page's own request headers; their names are in lower case, the added Host is not."""
    lines = split_head(block)[0].splitlines()
    return headers_in(b"\n".join(line for line in lines if not line.startswith(b"Host: ")))


def packed(page: Page) -> bytes:
    """All records of a page, as they stand in a WARC.gz file."""
    into = BytesIO()
    count = 1 + bool(page.lead) + len(page.more)
    count += sum(bool(part.request_headers) for part in (page, *page.more))
    first = _write_page(into, page, {_RECORDS: str(count)})
    if page.lead:
        lead = json.dumps(asdict(page.lead), ensure_ascii=False).encode()
        _write(into, page, "metadata", "application/json", lead, {_WITH: first})
    for further in page.more:
        _write_page(into, further, {_WITH: first})
    return into.getvalue()


def _write_page(into: BytesIO, page: Page, headers: dict[str, str]) -> str:
    """The response and its request; the response's id."""
    block = to_block(page.status, page.headers, page.body)
    own = _write(into, page, "response", "application/http; msgtype=response", block, headers)
    if page.request_headers:
        kind = "application/http; msgtype=request"
        _write(into, page, "request", kind, _request(page), {_WITH: own})
    return own


def _write(
    into: BytesIO,
    page: Page,
    kind: str,
    content: str,
    block: bytes,
    headers: dict[str, str],
) -> str:
    """Write a record whose block is kept as it stands; its id."""
    own = f"<urn:uuid:{uuid4()}>"
    payload = split_head(block)[1] if content.startswith("application/http") else block
    named = {
        "WARC-Type": kind,
        "WARC-Record-ID": own,
        "WARC-Target-URI": " ".join(page.url.split()),
        "WARC-Date": _iso(page.fetched_at or datetime.now(UTC)),
        "WARC-Block-Digest": f"sha256:{body_digest(block)}",
        "WARC-Payload-Digest": f"sha256:{body_digest(payload)}",
        **({} if page.fetched_at else {_UNKNOWN_TIME: "unknown"}),
        **headers,
    }
    warc = StatusAndHeaders("", list(named.items()), protocol="WARC/1.1")
    record = ArcWarcRecord("warc", kind, warc, BytesIO(block), None, content, len(block))
    into.write(_member(record))
    return own


def _member(record: ArcWarcRecord) -> bytes:
    """A record packed by itself, so that it can be read from where it begins."""
    plain = BytesIO()
    WARCWriter(plain, gzip=False, warc_version="WARC/1.1").write_record(record)
    return isal_zlib.compress(plain.getvalue(), _LEVEL, _GZIP)


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _request(page: Page) -> bytes:
    parts = urlsplit(page.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    lines = [f"GET {path} HTTP/1.1", f"Host: {parts.netloc}"]
    lines += [f"{name}: {value}" for name, value in page.request_headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")
