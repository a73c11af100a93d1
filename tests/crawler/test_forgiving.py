"""Answers as broken servers send them: what of them is the page."""

import asyncio
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some
from scrapy.exceptions import DownloadCancelledError, ResponseDataLossError

from crawler.forgiving import LINE_MAX_BYTES, Answer, read_answer
from crawler.network_errors import NotHttpError

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: Chunked\r\n"
MAX_BYTES = 100


def read(sent: bytes) -> Answer:
    async def fed() -> Answer:
        reader = asyncio.StreamReader(LINE_MAX_BYTES)
        reader.feed_data(sent)
        reader.feed_eof()
        return await read_answer(reader, MAX_BYTES)

    return asyncio.run(fed())


@pytest.mark.parametrize(
    ("sent", "body"),
    [
        (OK + b"\r\n<p>", b"<p>"),
        (OK + b"Content-Length: 3\r\n\r\n<p>more", b"<p>"),
        (OK + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\n<p>more", b"<p>"),
        (OK + b"Content-Length: 3, 3\r\n\r\n<p>more", b"<p>"),
        (OK + b"Content-Length : 3\r\n\r\n<p>more", b"<p>"),
        (OK + b"Content-Length: banyak\r\n\r\n<p>", b"<p>"),
        (OK + b"Warning: in line 3\r\nno header\r\nContent-Length: 3\r\n\r\n<p>more", b"<p>"),
        (OK + b"X: a\0b\rc\r\r\nContent-Length: 3\r\n\r\n<p>more", b"<p>"),
        (b"\xef\xbb\xbfhttp/1.2  200\nContent-Length: 3\n\n<p>more", b"<p>"),
        (b"HTTP/2 200, OK\r\n\r\n<p>", b"<p>"),
        (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 90\r\n\r\n<p>", b""),
        (b"HTTP/1.1 204 No Content\r\n\r\n<p>", b""),
        (CHUNKED + b"Content-Length: 90\r\n\r\n3\r\n<p>\r\n1  ;x=y\r\na\r\n0\r\n\r\nmore", b"<p>a"),
        (CHUNKED + b"\r\n3\n<p>\n0\n\n", b"<p>"),
    ],
)
def test_a_page_is_read(sent: bytes, body: bytes) -> None:
    assert read(sent).body == body


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (b"", NotHttpError),
        (b"SSH-2.0-OpenSSH_9.6\r\n", NotHttpError),
        (b"HTTP/1.1 103 Early Hints\r\n\r\n", NotHttpError),
        (OK + b"Content-Length: 3\r\nContent-Length: 30\r\n\r\n<p>", NotHttpError),
        (OK + b"X: " + b"x" * (2 * LINE_MAX_BYTES), NotHttpError),
        (OK + b"X: x\r\n" * 9999, NotHttpError),
        (CHUNKED + b"\r\n-3\r\n<p>", NotHttpError),
        (CHUNKED + b"\r\n<p>", NotHttpError),
        (CHUNKED + b"\r\n3\r\n<p>\r\n", ResponseDataLossError),
        (CHUNKED + b"\r\n9\r\n<p>\r\n", ResponseDataLossError),
        (OK + b"Content-Length: 9\r\n\r\n<p>", ResponseDataLossError),
        (OK + b"Content-Length: 101\r\n\r\n<p>", DownloadCancelledError),
        (OK + b"\r\n" + b"x" * 101, DownloadCancelledError),
        (CHUNKED + b"\r\n" + (b"20\r\n" + b"x" * 32 + b"\r\n") * 4, DownloadCancelledError),
    ],
)
def test_what_is_no_page_is_told(sent: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(sent)


PIECES = some.sampled_from(
    [OK, CHUNKED, b"Content-Length: 3", b"\r\n", b"\n", b"3", b"0", b"<p>", b":", b" ", b"\xff"]
)


@given(some.lists(PIECES, max_size=20).map(b"".join))
def test_any_bytes_are_a_page_or_a_named_error(sent: bytes) -> None:
    with suppress(NotHttpError, ResponseDataLossError, DownloadCancelledError):
        assert len(read(sent).body) <= MAX_BYTES
