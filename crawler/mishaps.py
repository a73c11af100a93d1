"""Errors of this program in the middle of a crawl: each named with its page, none silent."""

import sqlite3
from collections.abc import Callable
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from pipelines.fates import Fate
from pipelines.open_run import OpenRun
from pipelines.steps import Fetched
from pipelines.store import StoreError

_NOTHING_CAN_BE_KEPT = (StoreError, sqlite3.Error, OSError)


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

    def _in_a_callback(self, failure: Failure, response: Response, spider: Any) -> None:
        request = response.request
        known = request.cb_kwargs.get("url") if request else None
        self._note(spider.site, known, failure, response.url)

    def _note(self, site: Any, url: str | None, failure: Failure, seen: str = "") -> None:
        error = failure.value
        if isinstance(error, _NOTHING_CAN_BE_KEPT):
            self.fatal = self.fatal or error
            self._stop()
            return
        said = f"an error of this program: {type(error).__name__}: {error}"
        self.lines.append(f"{url or seen}: {said}")
        if url:
            self._run.settle(site, [url], Fate.FAILED, said)
