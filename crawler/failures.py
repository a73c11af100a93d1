"""What a request that got no answer means for its URL: a fate with its reason."""

from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from twisted.python.failure import Failure

from crawler.downloader import Stopped
from crawler.host_guard import HostRefused, SiteUnreachable
from crawler.network_errors import in_words
from crawler.robots import RobotsForbidden
from pipelines.fates import Fate


def value_of(failure: Failure) -> BaseException:
    """The exception in a failure."""
    return failure.value or RuntimeError("no reason given")


def fate_of_failure(error: BaseException) -> tuple[Fate, str]:
    """The fate and its reason; pending for a page that was never really asked for."""
    if isinstance(error, (SiteUnreachable, Stopped)):
        return Fate.PENDING, str(error)
    if isinstance(error, RobotsForbidden):
        return Fate.ROBOTS, str(error)
    if isinstance(error, HostRefused):
        return Fate.REFUSED, str(error)
    if isinstance(error, DownloadCancelledError):
        return Fate.TOO_LARGE, in_words(error)
    if isinstance(error, IgnoreRequest):
        return _ignored(str(error))
    return Fate.FAILED, in_words(error)


def _ignored(words: str) -> tuple[Fate, str]:
    """What Scrapy's own middlewares mean when they ignore a request."""
    if "max redirections" in words:
        return Fate.FAILED, "it redirects too often"
    if "during decompression" in words:
        return Fate.TOO_LARGE, "the answer unpacks to too much"
    return Fate.FAILED, words
