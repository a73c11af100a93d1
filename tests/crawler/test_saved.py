"""A saved page comes unpacked; a file of another kind is named for what it is."""

import gzip
from pathlib import Path

import pytest

from crawler.cli.saved import NoPageError, saved_bytes

PAGE = b"<!doctype html><html><!-- synthetic --><body><p>Kabar</p></body></html>"
SINGLE_FILE = (
    b"""From: <Saved by a browser>\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="b"\r
\r
--b\r
"""
    + PAGE
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", PAGE),
        ("page.htm.gz", gzip.compress(PAGE, mtime=0)),
        ("packed.html", gzip.compress(PAGE, mtime=0)),
        ("plain.html.gz", PAGE),
    ],
)
def test_a_saved_page(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert saved_bytes(tmp_path / name) == PAGE


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("cut.html.gz", gzip.compress(PAGE, mtime=0)[:-9], "cut or damaged"),
        ("kept.warc.gz", gzip.compress(b"WARC/1.1", mtime=0), "pantau ingest"),
        ("kept.warc.zst", b"\x28\xb5\x2f\xfd", "pantau ingest"),
        ("news.db", b"SQLite format 3\0<html>", "a database"),
        ("page.mhtml", SINGLE_FILE, "MHTML"),
    ],
)
def test_what_is_no_page(name: str, content: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NoPageError, match=says):
        saved_bytes(tmp_path / name)


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(NoPageError, match="pantau ingest"):
        saved_bytes(tmp_path)
