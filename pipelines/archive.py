"""WARC in and out: every page that mattered can be read again without the network."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipelines.model import Page

ROTATE_BYTES = 1_000_000_000


class Position(NamedTuple):
    """Where a capture stands: file name in the archive folder, byte offset, body's SHA-256."""

    file: str
    offset: int
    digest: str


class ArchiveWriter:
    """Appends captures to one rotated file of its own; earlier files are never touched."""

    def __init__(self, folder: Path, rotate_bytes: int = ROTATE_BYTES) -> None:
        """Open nothing yet: a run that archives nothing leaves no file."""
        self._folder = folder
        self._rotate_bytes = rotate_bytes
        self._stream: BinaryIO | None = None

    def write(self, page: Page) -> Position:
        """Write a page and its further pages as one capture; on disk when this returns."""
        stream = self._open()
        offset = stream.tell()
        writer = WARCWriter(stream, gzip=True)
        first = _response_record(writer, page, None)
        writer.write_record(first)
        for further in page.more:
            record_id = first.rec_headers.get_header("WARC-Record-ID")
            writer.write_record(_response_record(writer, further, record_id))
        stream.flush()
        return Position(Path(stream.name).name, offset, body_digest(page.body))

    def close(self) -> None:
        """Close the file, if any."""
        if self._stream:
            self._stream.close()
            self._stream = None

    def _open(self) -> BinaryIO:
        if self._stream and self._stream.tell() >= self._rotate_bytes:
            self.close()
        if self._stream is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._stream = _new_file(self._folder)
        return self._stream


def body_digest(body: bytes) -> str:
    """SHA-256 of the body, hex."""
    return hashlib.sha256(body).hexdigest()


def read_archived(folder: Path, file: str, offset: int) -> Page:
    """The page that was captured there, with its further pages.

    Raises OSError when the file is not there, ValueError when no capture stands at the offset.
    """
    with (folder / file).open("rb") as stream:
        stream.seek(offset)
        pages = _capture(ArchiveIterator(stream))
    if not pages:
        raise ValueError(f"{file}: no page at byte {offset}")
    return pages[0]


def read_warc(path: Path) -> Iterator[Page]:
    """Every page in a WARC file of anyone, in order; further pages joined to their first.

    Raises OSError when the file cannot be read; a file that is cut ends where it is cut.
    """
    with path.open("rb") as stream:
        records = ArchiveIterator(stream)
        pending: Page | None = None
        first_id = None
        for record in records:
            if record.rec_type != "response":
                continue
            concurrent = record.rec_headers.get_header("WARC-Concurrent-To")
            page = _page(record)
            if pending and concurrent and concurrent == first_id:
                pending = _joined(pending, page)
                continue
            if pending:
                yield pending
            pending, first_id = page, record.rec_headers.get_header("WARC-Record-ID")
        if pending:
            yield pending


def _capture(records: ArchiveIterator) -> list[Page]:
    first: Page | None = None
    first_id = None
    for record in records:
        if record.rec_type != "response":
            continue
        if first is None:
            first, first_id = _page(record), record.rec_headers.get_header("WARC-Record-ID")
        elif record.rec_headers.get_header("WARC-Concurrent-To") == first_id:
            first = _joined(first, _page(record))
        else:
            break
    return [first] if first else []


def _joined(first: Page, further: Page) -> Page:
    return Page(
        first.url,
        first.body,
        first.status,
        first.headers,
        first.fetched_at,
        first.lead,
        (*first.more, further),
    )


def _new_file(folder: Path) -> BinaryIO:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    return (folder / f"pantau-{stamp}.warc.gz").open("xb")


def _response_record(writer: WARCWriter, page: Page, concurrent_to: str | None) -> ArcWarcRecord:
    http = StatusAndHeaders(f"{page.status} ", list(page.headers.items()), protocol="HTTP/1.1")
    warc = {"WARC-Payload-Digest": f"sha256:{body_digest(page.body)}"}
    if page.fetched_at:
        warc["WARC-Date"] = page.fetched_at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if concurrent_to:
        warc["WARC-Concurrent-To"] = concurrent_to
    return writer.create_warc_record(
        page.url, "response", payload=BytesIO(page.body), http_headers=http, warc_headers_dict=warc
    )


def _page(record: ArcWarcRecord) -> Page:
    http = record.http_headers
    headers = {name.lower(): value for name, value in http.headers} if http else {}
    date = record.rec_headers.get_header("WARC-Date")
    return Page(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        body=record.content_stream().read(),
        status=int(http.get_statuscode()) if http else 200,
        headers=headers,
        fetched_at=datetime.fromisoformat(date) if date else None,
    )
