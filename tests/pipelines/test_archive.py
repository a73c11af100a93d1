"""What goes into the archive comes out of it, also after a crash and for other tools."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from pipelines.archive import ArchiveWriter, body_digest, read_archived, read_warc
from pipelines.model import Page

NOW = datetime(2026, 10, 5, 7, 30, 15, 123456, tzinfo=UTC)
HEADERS = {"content-type": "text/html; charset=utf-8", "etag": '"abc"'}
FIRST = Page("https://kabar.example/1", "<p>satu – dua</p>".encode(), 200, HEADERS, NOW)
SECOND = Page("https://kabar.example/2", b"<p>tiga</p>\x00\xff", 200, HEADERS, NOW)
LONG = Page(
    "https://kabar.example/3",
    b"<p>halaman 1</p>",
    200,
    HEADERS,
    NOW,
    more=(
        Page("https://kabar.example/3?page=2", b"<p>halaman 2</p>", 200, HEADERS, NOW),
        Page("https://kabar.example/3?page=3", b"<p>halaman 3</p>", 200, HEADERS, NOW),
    ),
)


def write(folder: Path, *pages: Page) -> list[tuple[str, int, str]]:
    writer = ArchiveWriter(folder)
    positions = [tuple(writer.write(page)) for page in pages]
    writer.close()
    return positions  # type: ignore[return-value]


def test_every_page_is_read_again_bit_for_bit(tmp_path: Path) -> None:
    pages = [FIRST, LONG, SECOND]
    for page, (file, offset, digest) in zip(pages, write(tmp_path, *pages), strict=True):
        assert read_archived(tmp_path, file, offset) == page
        assert digest == body_digest(page.body)


def test_a_whole_file_gives_its_pages_in_order(tmp_path: Path) -> None:
    file = write(tmp_path, FIRST, LONG, SECOND)[0][0]
    assert list(read_warc(tmp_path / file)) == [FIRST, LONG, SECOND]


def test_a_cut_file_gives_what_was_written_before_the_cut(tmp_path: Path) -> None:
    file, offset, _ = write(tmp_path, FIRST, SECOND)[1]
    path = tmp_path / file
    path.write_bytes(path.read_bytes()[: offset + 20])
    assert list(read_warc(path)) == [FIRST]


def test_other_tools_read_it(tmp_path: Path) -> None:
    file = write(tmp_path, FIRST)[0][0]
    with (tmp_path / file).open("rb") as stream:
        records = [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.http_headers.get("etag"))
            for r in ArchiveIterator(stream)
        ]
    assert records == [("response", FIRST.url, '"abc"')]


def test_a_full_file_is_followed_by_another(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path, rotate_bytes=1)
    files = {writer.write(page).file for page in (FIRST, SECOND)}
    writer.close()
    assert len(files) == 2


def test_nothing_written_leaves_no_file(tmp_path: Path) -> None:
    ArchiveWriter(tmp_path / "archive").close()
    assert not (tmp_path / "archive").exists()


def test_a_place_without_a_page_is_an_error(tmp_path: Path) -> None:
    file = write(tmp_path, FIRST)[0][0]
    with pytest.raises(ValueError, match="no page at byte"):
        read_archived(tmp_path, file, (tmp_path / file).stat().st_size)
