"""Our archive: WARC files in which every page that mattered stands as it came.

What stands in them is told in `archives/packing.py`.
"""

import errno
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from pipelines.archives.capture import DamagedError, captures, is_our_file
from pipelines.archives.packing import Packed, body_digest, packed, packed_head
from pipelines.model import Page
from pipelines.tables.database import StoreError

ROTATE_BYTES = 1_000_000_000
SUFFIX = ".warc.gz"
SYNC_SECONDS = 1.0  # the least time between two waits for the disk


class Position(NamedTuple):
    """Where a capture stands: file name in the archive folder, byte offset, body's SHA-256."""

    file: str
    offset: int
    digest: str


class ArchiveError(StoreError):
    """The archive cannot be written; the text is one line that names it and says what to do."""


def folder_beside(db: Path) -> Path:
    """Where the archive of a database stands unless somebody says otherwise."""
    return db.parent / "archive"


class ArchiveWriter:
    """Appends captures to one rotated file of its own; earlier files are never touched.

    What was written is on the disk before the database names it, but for the last second of a
    burst: to wait for the disk at every page would cost 4 to 8 ms each, once a second 0.5.
    """

    def __init__(self, folder: Path, name: str, rotate_bytes: int = ROTATE_BYTES) -> None:
        """Open nothing yet: a run that archives nothing leaves no file.

        name: what the files are called by, that of the database; several may share a folder.
        """
        self._folder = folder
        self._name = name
        self._rotate_bytes = rotate_bytes
        self._stream: FileIO | None = None
        self._synced = 0.0

    def write(self, page: Page, capture: Packed | None = None) -> Position:
        """Write a page and its further pages as one capture, whole or not at all.

        capture: the page packed, where that is done already.

        Raises ArchiveError when the folder cannot be written or the disk is full.
        """
        capture = capture or packed(page)
        try:
            stream = self._open()
            offset = stream.tell()
            _append(stream, capture.records)
            if monotonic() - self._synced >= SYNC_SECONDS:
                self._sync(stream)
        except OSError as error:
            raise _plainly(self._folder, error) from error
        return Position(Path(stream.name).name, offset, capture.digest)

    def close(self) -> None:
        """Close the file, if any; all of it is on the disk then. Raises ArchiveError."""
        if self._stream:
            try:
                with self._stream as stream:
                    self._sync(stream)
            except OSError as error:
                raise _plainly(self._folder, error) from error
            finally:
                self._stream = None

    def _sync(self, stream: FileIO) -> None:
        os.fsync(stream.fileno())
        self._synced = monotonic()

    def _open(self) -> FileIO:
        if self._stream and self._stream.tell() >= self._rotate_bytes:
            self.close()
        if self._stream is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._stream = _new_file(self._folder, self._name)
        return self._stream


def read_archived(folder: Path, position: Position) -> Page:
    """The page that was captured there, with its further pages and its lead.

    Raises OSError when the file is not there, DamagedError when something else stands there.
    """
    path = folder / position.file
    if path.name != position.file:
        raise DamagedError(f"{position.file}: not a file of the archive folder")
    with path.open("rb") as stream:
        stream.seek(position.offset)
        page = next((page for _, page in captures(stream, path.name)), None)
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
        yield from captures(stream, path.name)


def is_ours(path: Path) -> bool:
    """Whether this program wrote a file, which it packs with gzip. Raises OSError."""
    if path.suffix == ".zst":
        return False
    with path.open("rb") as stream:
        return is_our_file(stream, path.name)


def _new_file(folder: Path, name: str) -> FileIO:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    path = folder / f"{name}-{stamp}-{os.urandom(4).hex()}{SUFFIX}"
    stream = path.open("xb", buffering=0)
    try:
        _append(stream, packed_head(path.name))
    except OSError:
        stream.close()
        path.unlink()
        raise
    return stream


def _append(stream: FileIO, records: bytes) -> None:
    """Write all of it, or leave the file as it was."""
    start, rest = stream.tell(), memoryview(records)
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
