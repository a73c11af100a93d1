"""The bytes of a page that somebody saved; a file of another kind is named for what it is."""

import gzip
import re
import zlib
from pathlib import Path

_GZIP = b"\x1f\x8b"
_WARC = re.compile(r"\.warc(\.gz|\.zst)?$")
_MHTML = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEAD = 4096


class NoPageError(Exception):
    """The file is no saved page; the text says what it is and what to do."""


def saved_bytes(path: Path) -> bytes:
    """A saved page as it came, unpacked where it is gzip. Raises NoPageError, OSError."""
    if path.is_dir():
        raise NoPageError("a folder; name one page, or let `pantau ingest` take all in")
    if _WARC.search(path.name):
        raise NoPageError("a WARC file holds many pages; `pantau ingest` takes them in")
    body = path.read_bytes()
    if body.startswith(_GZIP):
        body = _unpacked(body)
    if body.startswith(b"SQLite format 3\0"):
        raise NoPageError("a database, not a page; `pantau status --db` shows it")
    if _MHTML.search(body[:_HEAD]):
        raise NoPageError("a page in a single file (MHTML); save it again as HTML")
    return body


def _unpacked(body: bytes) -> bytes:
    try:
        return gzip.decompress(body)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise NoPageError("the compressed file is cut or damaged") from error
