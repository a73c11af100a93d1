"""What goes into the archive comes out of it, also after a crash and for other tools."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from pipelines.archive import (
    ArchiveError,
    ArchiveWriter,
    Position,
    read_archived,
    read_captures,
)
from pipelines.archives.capture import DamagedError
from pipelines.archives.packing import body_digest
from pipelines.model import Lead, Page

NOW = datetime(2026, 10, 5, 7, 30, 15, 123456, tzinfo=UTC)
HEADERS = {"content-type": "text/html; charset=utf-8", "etag": '"abc"'}
ASKED = {"user-agent": "Mozilla/5.0 (compatible; Uji)", "host": "lain.example"}
LEAD = Lead("https://kabar.example/1?ref=rss", "feed", "https://kabar.example/feed", "Judul – 1")
FIRST = Page(
    "https://kabar.example/1",
    "<p>satu – dua</p>".encode(),
    200,
    HEADERS,
    NOW,
    LEAD,
    request_headers=ASKED,
)
SECOND = Page("https://kabar.example/2?a=1&b=é", b"<p>tiga</p>\r\n\r\n\x00\xff", 404, HEADERS, NOW)
SAVED = Page("https://kabar.example/4", b"<p>dari berkas</p>")
UNPACKED = replace(
    FIRST,
    headers={"content-encoding": "gzip", "content-length": "7", "x-crawler-date": "kemarin"},
)
LONG = Page(
    "https://kabar.example/3",
    b"<p>halaman 1</p>",
    200,
    HEADERS,
    NOW,
    LEAD,
    request_headers=ASKED,
    more=(
        Page(
            "https://kabar.example/3?page=2", b"<p>2</p>", 200, HEADERS, NOW, request_headers=ASKED
        ),
        Page("https://kabar.example/3?page=3", b"<p>3</p>", 200, HEADERS, NOW),
    ),
)
PAGES = [FIRST, LONG, SECOND, SAVED, UNPACKED]


def write(folder: Path, *pages: Page) -> list[Position]:
    writer = ArchiveWriter(folder, "news")
    positions = [writer.write(page) for page in pages]
    writer.close()
    return positions


def test_every_page_is_read_again_bit_for_bit(tmp_path: Path) -> None:
    for page, position in zip(PAGES, write(tmp_path, *PAGES), strict=True):
        assert read_archived(tmp_path, position) == page
        assert position.digest == body_digest(page.body)


header_text = st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=30).map(
    str.strip
)


@given(
    body=st.binary(max_size=300),
    status=st.integers(100, 599),
    headers=st.dictionaries(st.from_regex(r"\A[a-z][a-z-]{0,9}\Z"), header_text, max_size=4),
    title=st.text(max_size=20),
)
def test_any_bytes_and_headers_come_back(
    tmp_path_factory: pytest.TempPathFactory,
    body: bytes,
    status: int,
    headers: dict[str, str],
    title: str,
) -> None:
    folder = tmp_path_factory.mktemp("archive")
    page = replace(FIRST, body=body, status=status, headers=headers, request_headers=headers)
    page = replace(page, lead=replace(LEAD, title=title), more=(replace(SECOND, body=body),))
    assert read_archived(folder, write(folder, page)[0]) == page


def test_a_whole_file_gives_its_pages_in_order(tmp_path: Path) -> None:
    positions = write(tmp_path, *PAGES)
    found = list(read_captures(tmp_path / positions[0].file))
    assert found == [(at.offset, page) for at, page in zip(positions, PAGES, strict=True)]


@pytest.mark.parametrize("kept", [1, 20, 200])
def test_a_cut_file_gives_what_was_written_before_the_cut(tmp_path: Path, kept: int) -> None:
    _, last = write(tmp_path, FIRST, SECOND)
    path = tmp_path / last.file
    path.write_bytes(path.read_bytes()[: last.offset + kept])
    captures = read_captures(path)
    assert next(captures)[1] == FIRST
    with pytest.raises((DamagedError, StopIteration)):
        next(captures)
    with pytest.raises(DamagedError):
        read_archived(tmp_path, last)
    assert read_archived(tmp_path, write(tmp_path, SECOND)[0]) == SECOND


def test_warcio_and_fastwarc_read_it_and_find_the_digests_right(tmp_path: Path) -> None:
    path = tmp_path / write(tmp_path, FIRST, LONG)[0].file
    with path.open("rb") as stream:
        records = []
        for record in ArchiveIterator(stream, check_digests="raise"):
            record.content_stream().read()
            records.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI")))
    first, long = (FIRST.url, LONG.url)
    assert records == [
        ("warcinfo", None),
        *(("response", first), ("request", first), ("metadata", first)),
        *(("response", long), ("request", long), ("metadata", long)),
        *(("response", LONG.more[0].url), ("request", LONG.more[0].url)),
        ("response", LONG.more[1].url),
    ]
    with path.open("rb") as stream:
        again = [
            (str(record.record_type), record.headers.get("WARC-Target-URI"))
            for record in FastIterator(stream)
        ]
    assert again == records


def test_fastwarc_reads_status_headers_and_body(tmp_path: Path) -> None:
    path = tmp_path / write(tmp_path, UNPACKED, SECOND)[0].file
    with path.open("rb") as stream:
        answers = [
            (record.http_headers.status_code, record.reader.read())
            for record in FastIterator(stream)
            if record.headers.get("WARC-Type") == "response"
        ]
    assert answers == [(200, UNPACKED.body), (404, SECOND.body)]


def test_a_full_file_is_followed_by_another(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path, "news", rotate_bytes=1)
    files = {writer.write(page).file for page in (FIRST, SECOND)}
    writer.close()
    assert len(files) == 2
    assert all(name.startswith("news-") for name in files)


def test_nothing_written_leaves_no_file(tmp_path: Path) -> None:
    ArchiveWriter(tmp_path / "archive", "news").close()
    assert not (tmp_path / "archive").exists()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"offset": 10**9}, "no page at byte"),
        ({"digest": "0" * 64}, "another page"),
        ({"file": "../archive/x.warc.gz"}, "not a file of the archive"),
        ({"offset": 7}, "damaged"),
    ],
)
def test_a_place_without_its_page_is_an_error(
    tmp_path: Path, change: dict[str, object], says: str
) -> None:
    position = write(tmp_path, FIRST)[0]._replace(**change)  # type: ignore[arg-type]
    with pytest.raises(DamagedError, match=says) as told:
        read_archived(tmp_path, position)
    assert str(told.value).isprintable()
    assert "\\x" not in str(told.value)


def test_a_folder_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ArchiveError, match="choose another --archive"):
        ArchiveWriter(tmp_path / "file" / "archive", "news").write(FIRST)


def test_what_is_written_reaches_the_disk_once_a_second_and_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, synced = [100.0], []
    monkeypatch.setattr("pipelines.archive.monotonic", lambda: clock[0])
    monkeypatch.setattr("pipelines.archive.os.fsync", lambda file: synced.append(clock[0]))
    writer = ArchiveWriter(tmp_path, "news")
    for moment in (100.0, 100.2, 100.9, 101.0, 101.5):
        clock[0] = moment
        writer.write(FIRST)
    writer.close()
    assert synced == [100.0, 101.0, 101.5]
