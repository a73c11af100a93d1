"""Answers as broken servers send them: what of them is the page."""

import asyncio
import ssl
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some
from scrapy.exceptions import DownloadCancelledError, ResponseDataLossError
from yarl import URL

from crawler.forgiving import Answer, ask
from crawler.network_errors import NotHttpError

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: Chunked\r\n"
MAX_BYTES = 100
TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


async def _read(sent: bytes) -> Answer:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(sent)
        writer.close()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        return await ask(URL(f"http://127.0.0.1:{port}/"), [], TLS, MAX_BYTES)


def read(sent: bytes) -> Answer:
    return asyncio.run(_read(sent))


@pytest.mark.parametrize(
    ("sent", "body"),
    [
        (OK + b"\r\n<p>", b"<p>"),
        (OK + b"Content-Length: 3\r\n\r\n<p>more", b"<p>"),
        (OK + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\n<p>more", b"<p>"),
        (OK + b"Content-Length: 3, 3\r\n\r\n<p>", b"<p>"),
        (OK + b"Content-Length: banyak\r\n\r\n<p>", b"<p>"),
        (OK + b"Content-Length : 3\r\n\r\n<p>", b"<p>"),
        (OK + b"Warning  Cannot modify\r\nContent-Length: 3\r\n\r\n<p>", b"<p>"),
        (OK + b"X: a\0b\rc\r\r\nContent-Length: 3\r\n\r\n<p>", b"<p>"),
        (b"HTTP/1.2  200\nContent-Length: 3\n\n<p>more", b"<p>"),
        (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 90\r\n\r\n<p>", b""),
        (b"HTTP/1.1 204 No Content\r\n\r\n<p>", b""),
        (CHUNKED + b"Content-Length: 90\r\n\r\n3\r\n<p>\r\n1  ;x=y\r\na\r\n0\r\n\r\nmore", b"<p>a"),
    ],
)
def test_a_page_is_read(sent: bytes, body: bytes) -> None:
    assert read(sent).body == body


def test_headers_are_kept_as_they_came() -> None:
    answer = read(OK + b"X-Kota: Muara \xe9nim\r\nX-Kota: Lahat\r\n\r\n<p>")
    assert answer.headers == [(b"X-Kota", b"Muara \xe9nim"), (b"X-Kota", b"Lahat")]


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (b"", NotHttpError),
        (b"SSH-2.0-OpenSSH_9.6\r\n", NotHttpError),
        (b"HTTP/1.1 103 Early Hints\r\n\r\n", NotHttpError),
        (OK + b"Content-Length: 3\r\nContent-Length: 30\r\n\r\n<p>", NotHttpError),
        (OK + b"X: " + b"x" * 200_000, NotHttpError),
        (OK + b"X: x\r\n" * 9999, NotHttpError),
        (CHUNKED + b"\r\n-3\r\n<p>", NotHttpError),
        (CHUNKED + b"\r\n3\r\n<p>\r\n", ResponseDataLossError),
        (CHUNKED + b"\r\n9\r\n<p>\r\n", ResponseDataLossError),
        (OK + b"Content-Length: 9\r\n\r\n<p>", ResponseDataLossError),
        (OK + b"Content-Length: 102\r\n\r\n" + b"x" * 102, DownloadCancelledError),
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
    with suppress(NotHttpError, ResponseDataLossError, DownloadCancelledError, ConnectionError):
        assert len(read(sent).body) <= MAX_BYTES


def test_a_server_that_says_nothing_holds_nobody() -> None:
    """The thread that reads would otherwise keep the event loop from its end."""

    async def wait() -> None:
        async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read()
            writer.close()

        async with await asyncio.start_server(silent, "127.0.0.1", 0) as server:
            url = URL(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
            async with asyncio.timeout(0.1):
                await ask(url, [], TLS, MAX_BYTES)

    with pytest.raises(TimeoutError):
        asyncio.run(wait())


def test_an_address_that_cannot_be_asked_for_is_named() -> None:
    async def ask_for_blank() -> None:
        async with await asyncio.start_server(lambda *_: None, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            await ask(URL(f"http://127.0.0.1:{port}/a b", encoded=True), [], TLS, MAX_BYTES)

    with pytest.raises(NotHttpError):
        asyncio.run(ask_for_blank())
