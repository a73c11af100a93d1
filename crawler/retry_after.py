"""Retries that wait as long as the server asks: Retry-After for 429 and 503."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response

from crawler.downloader import SiteDownloader


class PatientRetry(RetryMiddleware):
    """Like Scrapy's, but the whole site rests before a request is tried again.

    Without Retry-After it rests for five delays, then ten.
    A wait over RETRY_AFTER_MAX is not waited for: the response goes on as it is.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The request again after a rest, or the response."""
        if response.status not in (429, 503):
            return super().process_response(request, response)
        header = (response.headers.get("Retry-After") or b"").decode("latin-1")
        wait = retry_after(header, datetime.now(UTC))
        if wait is not None and wait > self.crawler.settings.getfloat("RETRY_AFTER_MAX"):
            return response
        again = super().process_response(request, response)
        downloader = self.crawler.engine.downloader
        if isinstance(again, Request) and isinstance(downloader, SiteDownloader):
            tried = request.meta.get("retry_times", 0)
            downloader.rest(5 * downloader.floor * 2**tried if wait is None else wait)
        return again


def retry_after(header: str, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, given as seconds or as a date; None without."""
    value = header.strip()
    if value.isdigit() and len(value) < 10:
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())
