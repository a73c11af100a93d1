"""What can go wrong on the way to a page, in plain words."""

import zlib

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)


class NotHttpError(DownloadFailedError):
    """What came was no answer by the rules of HTTP."""


class ProxyRefusedError(DownloadFailedError):
    """The user's proxy does not let the request through."""


class BadProxyError(UnsupportedURLSchemeError):
    """What the user's environment names as a proxy is none that can be asked."""


NETWORK_ERRORS: tuple[type[Exception], ...] = (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
    OSError,
    EOFError,
    zlib.error,
)

_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (CannotResolveHostError, "the host name is not known"),
    (DownloadConnectionRefusedError, "the server refused the connection"),
    (DownloadTimeoutError, "the server took too long"),
    (ResponseDataLossError, "the answer was cut short"),
    (DownloadCancelledError, "the answer was too large"),
    (NotHttpError, "the answer was not proper HTTP"),
    (ProxyRefusedError, "the proxy refused it"),
    (DownloadFailedError, "the connection broke"),
    (BadProxyError, "the proxy's address is not like http://host:port"),
    (UnsupportedURLSchemeError, "not an http(s) address"),
    (OSError, "the answer could not be unpacked"),
    (EOFError, "the answer could not be unpacked"),
    (zlib.error, "the answer could not be unpacked"),
)


def in_words(error: BaseException) -> str:
    """One short phrase for people."""
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return words
    return " ".join(str(error).split()) or type(error).__name__
