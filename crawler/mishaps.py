"""Errors of this program in the middle of a crawl: each named with its page, none silent."""

import logging
import sqlite3
from collections.abc import Callable
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from pipelines.fates import Fate
from pipelines.model import Site
from pipelines.open_run import OpenRun
from pipelines.steps import Fetched
from pipelines.store import StoreError

_NOTHING_CAN_BE_KEPT = (StoreError, sqlite3.Error, OSError)


def is_news(record: logging.LogRecord) -> bool:
    """Whether a log record says what the end of the run will not say in a line of its own."""
    return not (record.exc_info and isinstance(record.exc_info[1], _NOTHING_CAN_BE_KEPT))


class Mishaps:
    """What went wrong in a run through no fault of a page.

    lines: one for each page that was given up, for people. fatal: the error after which nothing
    more can be kept (a full disk, say); the run is asked to stop at once.
    """

    def __init__(self, run: OpenRun, stop: Callable[[], None]) -> None:
        self.lines: list[str] = []
        self.fatal: BaseException | None = None
        self._run = run
        self._stop = stop

    def watch(self, crawler: Crawler) -> None:
        """Hear of every error in this crawler's steps and callbacks."""
        crawler.signals.connect(self._in_a_step, signals.item_error)
        crawler.signals.connect(self._in_a_callback, signals.spider_error)

    def _in_a_step(self, item: Fetched, failure: Failure) -> None:
        lead = item.page.lead
        self._note(item.site, lead.url if lead else item.page.url, failure)

    def _in_a_callback(self, failure: Failure, response: Response | Failure, spider: Any) -> None:
        """`response` is the failure itself where a request failed before there was any."""
        request: Request | None = getattr(response, "request", None)
        known = request.cb_kwargs.get("url") if request else None
        self._note(spider.site, known, failure, request.url if request else "")

    def _note(self, site: Any, url: str | None, failure: Failure, seen: str = "") -> None:
        error = failure.value
        if isinstance(error, _NOTHING_CAN_BE_KEPT):
            self._end(error)
            return
        said = f"an error of this program: {type(error).__name__}: {error}"
        self.lines.append(f"{url or seen}: {said}")
        if url:
            self._settle(site, url, said)

    def _settle(self, site: Site, url: str, said: str) -> None:
        try:
            self._run.settle(site, [url], Fate.FAILED, said)
        except _NOTHING_CAN_BE_KEPT as error:
            self._end(error)

    def _end(self, error: BaseException) -> None:
        self.fatal = self.fatal or error
        self._stop()
