"""Our archive: WARC files in which every page that mattered stands as it came.

A capture is a response record, its request, the lead that led to it (a metadata record in JSON),
and the same for each further page of the article; all but the first record are concurrent to an
earlier one. A page comes out of its capture bit for bit.
"""

import errno
import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib.metadata import version
from io import BytesIO, FileIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import urlsplit
from uuid import uuid4

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipelines.archives.http_block import from_block, headers_in, split_head, to_block
from pipelines.model import Lead, Page
from pipelines.tables.database import StoreError

ROTATE_BYTES = 1_000_000_000
SUFFIX = ".warc.gz"
_WITH = "WARC-Concurrent-To"
_RECORDS = "Pantau-Records"  # how many records the capture has, on its first
_MOST_RECORDS = 200
_SOFTWARE = "software: pantau-jamsos/"
_UNKNOWN_TIME = "Pantau-Fetched"  # a saved file does not say when it was fetched


class Position(NamedTuple):
    """Where a capture stands: file name in the archive folder, byte offset, body's SHA-256."""

    file: str
    offset: int
    digest: str


class ArchiveError(StoreError):
    """The archive cannot be written; the text is one line that names it and says what to do."""


class DamagedError(ValueError):
    """What stands at a place of the archive is not what was written there."""


def folder_beside(db: Path) -> Path:
    """Where the archive of a database stands unless somebody says otherwise."""
    return db.parent / "archive"


class ArchiveWriter:
    """Appends captures to one rotated file of its own; earlier files are never touched."""

    def __init__(self, folder: Path, rotate_bytes: int = ROTATE_BYTES) -> None:
        """Open nothing yet: a run that archives nothing leaves no file."""
        self._folder = folder
        self._rotate_bytes = rotate_bytes
        self._stream: FileIO | None = None

    def write(self, page: Page) -> Position:
        """Write a page and its further pages as one capture, whole or not at all.

        Raises ArchiveError when the folder cannot be written or the disk is full.
        """
        try:
            stream = self._open()
            offset = stream.tell()
            _append(stream, _capture(page))
        except OSError as error:
            raise _plainly(self._folder, error) from error
        return Position(Path(stream.name).name, offset, body_digest(page.body))

    def close(self) -> None:
        """Close the file, if any."""
        if self._stream:
            self._stream.close()
            self._stream = None

    def _open(self) -> FileIO:
        if self._stream and self._stream.tell() >= self._rotate_bytes:
            self.close()
        if self._stream is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._stream = _new_file(self._folder)
        return self._stream


def body_digest(body: bytes) -> str:
    """SHA-256 of the body, hex."""
    return hashlib.sha256(body).hexdigest()


def read_archived(folder: Path, position: Position) -> Page:
    """The page that was captured there, with its further pages and its lead.

    Raises OSError when the file is not there, DamagedError when something else stands there.
    """
    path = folder / position.file
    if path.name != position.file:
        raise DamagedError(f"{position.file}: not a file of the archive folder")
    with path.open("rb") as stream:
        stream.seek(position.offset)
        page = next((page for _, page in _captures(stream, path.name)), None)
    if page is None:
        raise DamagedError(f"{position.file}: no page at byte {position.offset}")
    if body_digest(page.body) != position.digest:
        raise DamagedError(f"{position.file}: another page at byte {position.offset}")
    return page


def read_captures(path: Path) -> Iterator[tuple[int, Page]]:
    """Every page of a WARC file in order with the offset of its capture.

    Raises OSError when the file cannot be read, DamagedError where it is cut or damaged.
    """
    with path.open("rb") as stream:
        yield from _captures(stream, path.name)


class _Record(NamedTuple):
    """A record of a WARC file: where it begins, its own headers, its block."""

    offset: int
    headers: StatusAndHeaders
    block: bytes

    def get(self, name: str) -> str:
        """A header; "" where there is none."""
        return str(self.headers.get_header(name) or "")


def is_ours(path: Path) -> bool:
    """Whether this program wrote a file. Raises OSError when it cannot be read."""
    with path.open("rb") as stream:
        try:
            first = next(_records(stream, path.name), None)
        except DamagedError:
            return False
    return first is not None and first.block.startswith(_SOFTWARE.encode())


def _captures(stream: BinaryIO, name: str) -> Iterator[tuple[int, Page]]:
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


def _capture(page: Page) -> bytes:
    """All records of a page, packed."""
    packed = BytesIO()
    writer = WARCWriter(packed, gzip=True, warc_version="WARC/1.1")
    count = 1 + bool(page.lead) + len(page.more)
    count += sum(bool(part.request_headers) for part in (page, *page.more))
    first = _write_page(writer, page, {_RECORDS: str(count)})
    if page.lead:
        lead = json.dumps(asdict(page.lead), ensure_ascii=False).encode()
        _write(writer, page, "metadata", "application/json", lead, {_WITH: first})
    for further in page.more:
        _write_page(writer, further, {_WITH: first})
    return packed.getvalue()


def _write_page(writer: WARCWriter, page: Page, headers: dict[str, str]) -> str:
    """The response and its request; the response's id."""
    block = to_block(page.status, page.headers, page.body)
    own = _write(writer, page, "response", "application/http; msgtype=response", block, headers)
    if page.request_headers:
        kind = "application/http; msgtype=request"
        _write(writer, page, "request", kind, _request(page), {_WITH: own})
    return own


def _write(
    writer: WARCWriter,
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
    writer.write_record(record)
    return own


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _request(page: Page) -> bytes:
    parts = urlsplit(page.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    lines = [f"GET {path} HTTP/1.1", f"Host: {parts.netloc}"]
    lines += [f"{name}: {value}" for name, value in page.request_headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")


def _new_file(folder: Path) -> FileIO:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    path = folder / f"pantau-{stamp}-{os.urandom(4).hex()}{SUFFIX}"
    packed = BytesIO()
    writer = WARCWriter(packed, gzip=True, warc_version="WARC/1.1")
    about = {
        "software": f"pantau-jamsos/{version('pantau-jamsos')}",
        "format": "WARC File Format 1.1",
    }
    writer.write_record(writer.create_warcinfo_record(path.name, about))
    stream = path.open("xb", buffering=0)
    try:
        _append(stream, packed.getvalue())
    except OSError:
        stream.close()
        path.unlink()
        raise
    return stream


def _append(stream: FileIO, packed: bytes) -> None:
    """Write all of it, or leave the file as it was."""
    start, rest = stream.tell(), memoryview(packed)
    try:
        while rest:
            rest = rest[stream.write(rest) :]
    except OSError:
        stream.truncate(start)
        stream.seek(start)
        raise


def _plainly(folder: Path, error: OSError) -> ArchiveError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ArchiveError(
            f"{folder}: the disk is full; free some space and run again, nothing stored is lost"
        )
    return ArchiveError(f"{folder}: {error.strerror or error}; choose another --archive")
