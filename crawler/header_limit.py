"""A server whose header lines never end is hung up on: Twisted bounds a line, not their sum."""

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError
from scrapy.http import Response
from twisted.internet.interfaces import IAddress
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER, STATUS, HTTP11ClientProtocol, ResponseFailed

HEADERS_MAX_BYTES = 256 * 1024


class HeadersTooLargeError(Exception):
    """The header lines of an answer are more than HEADERS_MAX_BYTES."""


class HeaderLimit(HTTP11DownloadHandler):
    """Scrapy's handler of http and https; DownloadCancelledError for an answer all header."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _Factory

    async def download_request(self, request: Request) -> Response:
        """The response to a request."""
        try:
            return await super().download_request(request)
        except DownloadFailedError as error:
            if _is_of_headers(error.__cause__):
                raise DownloadCancelledError("the headers were too large") from error
            raise


class _Protocol(_LenientHTTP11ClientProtocol):
    _header_bytes = 0

    def dataReceived(self, data: bytes) -> None:  # noqa: N802
        super().dataReceived(data)  # type: ignore[no-untyped-call]
        still = self._parser is not None and self._parser.state in (STATUS, HEADER)
        self._header_bytes = self._header_bytes + len(data) if still else 0
        if self._header_bytes > HEADERS_MAX_BYTES:
            self.transport.abortConnection()  # type: ignore[union-attr]
            self._disconnectParser(Failure(HeadersTooLargeError()))  # type: ignore[no-untyped-call]


class _Factory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> HTTP11ClientProtocol:  # noqa: N802
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


def _is_of_headers(cause: BaseException | None) -> bool:
    reasons = cause.reasons if isinstance(cause, ResponseFailed) else []
    return any(reason.check(HeadersTooLargeError) for reason in reasons)
