"""Pages through aiohttp, in less time than by Scrapy's own client, with its exceptions."""

import asyncio
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from urllib.parse import urldefrag

import aiohttp
from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from yarl import URL

from crawler.forgiving import Answer, ask
from crawler.network_errors import BadProxyError, NotHttpError, ProxyRefusedError
from crawler.resolver import OneAddress

LINE_MAX_BYTES = 64 * 1024
HEAD_MAX_LINES = 512
_TO_PROXY = "Proxy-Authorization"
_FORGIVE = "forgive"
# Old servers cannot renegotiate securely; ssl.OP_LEGACY_SERVER_CONNECT from Python 3.12.
_OP_LEGACY_SERVER_CONNECT = 0x4


class HttpClient(BaseDownloadHandler):
    """Scrapy's handler of http and https, one a site.

    Honours DOWNLOAD_MAXSIZE and a request's `download_timeout` and `proxy`; sets its
    `download_latency`, the seconds until the headers were there.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._max_bytes = crawler.settings.getint("DOWNLOAD_MAXSIZE") or sys.maxsize
        self._tls = _ssl_context()
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                ssl=self._tls, resolver=OneAddress(), use_dns_cache=False
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            skip_auto_headers=("Accept", "Accept-Encoding", "Content-Type", "User-Agent"),
            max_line_size=LINE_MAX_BYTES,
            max_field_size=LINE_MAX_BYTES,
            max_headers=HEAD_MAX_LINES,
            timeout=aiohttp.ClientTimeout(),
        )
        self._session._retry_connection = False  # asking again, after the delay, is Scrapy's

    async def download_request(self, request: Request) -> Response:
        """The answer as it came, still packed; raises as Scrapy's own handlers do.

        Where it was not proper HTTP, the same request tried again is read forgivingly.
        """
        begin = monotonic()
        read = self._forgiven if request.meta.get(_FORGIVE) else self._strict
        try:
            with _in_scrapys_words():
                async with asyncio.timeout(request.meta["download_timeout"]):
                    answer = await read(request, begin)
        except NotHttpError:
            request.meta[_FORGIVE] = not request.meta.get("proxy")
            raise
        headers = Headers(answer.headers)
        url = urldefrag(request.url).url
        kind = responsetypes.from_args(headers=headers, url=url, body=answer.body)
        return kind(url, status=answer.status, headers=headers, body=answer.body)

    async def close(self) -> None:
        """Hang up on everybody."""
        await self._session.close()

    async def _strict(self, request: Request, begin: float) -> Answer:
        async with self._ask(request) as answer:
            request.meta["download_latency"] = monotonic() - begin
            return Answer(answer.status, answer.raw_headers, await self._body(answer))

    async def _forgiven(self, request: Request, begin: float) -> Answer:
        url = URL(request.url, encoded=True)
        answer = await ask(url, _headers_of(request), self._tls, self._max_bytes)
        request.meta["download_latency"] = monotonic() - begin
        return answer

    def _ask(self, request: Request) -> "aiohttp.client._RequestContextManager":
        headers = _headers_of(request)
        proxy = _proxy_of(request)
        to_proxy = []
        if proxy and request.url.startswith("https:"):  # what opens the tunnel is not for the site
            to_proxy = [header for header in headers if header[0] == _TO_PROXY]
            headers = [header for header in headers if header[0] != _TO_PROXY]
        return self._session.request(
            request.method,
            URL(request.url, encoded=True),
            headers=headers,
            data=request.body or None,
            allow_redirects=False,
            proxy=proxy,
            proxy_headers=to_proxy,
        )

    async def _body(self, answer: aiohttp.ClientResponse) -> bytes:
        if (answer.content_length or 0) > self._max_bytes:
            raise DownloadCancelledError(f"it says that it has {answer.content_length} bytes")
        parts = []
        left = self._max_bytes
        async for part in answer.content.iter_any():
            parts.append(part)
            left -= len(part)
            if left < 0:
                raise DownloadCancelledError(f"it has more than {self._max_bytes} bytes")
        return b"".join(parts)


def _proxy_of(request: Request) -> URL | None:
    said = request.meta.get("proxy")
    try:
        proxy = URL(said) if said else None
    except ValueError as error:
        raise BadProxyError(str(error)) from error
    if proxy and proxy.scheme not in ("http", "https"):
        raise BadProxyError(said)
    return proxy


def _headers_of(request: Request) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in request.headers.items()
        for value in values
    ]


def _ssl_context() -> ssl.SSLContext:
    """News is public: a certificate that has run out or an old server's weak cipher will do."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.options |= _OP_LEGACY_SERVER_CONNECT
    return context


@contextmanager
def _in_scrapys_words() -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise DownloadTimeoutError(str(error)) from error
    except ValueError as error:
        raise UnsupportedURLSchemeError(str(error)) from error
    except aiohttp.ClientPayloadError as error:
        raise ResponseDataLossError(str(error)) from error
    except (aiohttp.ClientHttpProxyError, aiohttp.ClientProxyConnectionError) as error:
        raise ProxyRefusedError(str(error)) from error
    except aiohttp.ClientResponseError as error:
        raise NotHttpError(str(error)) from error
    except aiohttp.ClientConnectorError as error:
        if isinstance(error.os_error, ConnectionRefusedError):
            raise DownloadConnectionRefusedError(str(error)) from error
        raise DownloadFailedError(str(error)) from error
    except (aiohttp.ClientError, OSError) as error:
        raise DownloadFailedError(str(error)) from error
