"""One queue a site: never two requests at once, and the delay counts from the last answer."""

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.core.downloader import Downloader, Slot
from scrapy.exceptions import IgnoreRequest
from scrapy.utils.asyncio import call_later
from twisted.python.failure import Failure

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class Stopped(IgnoreRequest):
    """The site is left for this run before the request was sent."""


def _stopped() -> Failure:
    return Failure(Stopped("left for this run"))  # type: ignore[no-untyped-call]


class SiteDownloader(Downloader):
    """All requests of a crawler wait in the queue of its site, whatever host or port they name.

    floor: the least seconds between an answer and the next request; the site's own delay, else
    the setting, raised by a larger Crawl-delay. given_up: nothing more is sent in this run.
    """

    def __init__(self, crawler: "Crawler") -> None:
        super().__init__(crawler)
        own = getattr(crawler.spider, "site", None)
        self.floor: float = self._delay if own is None or own.delay is None else own.delay
        self._delay = self.floor
        self._in_flight = False
        self.given_up = False
        self._tasks: set[asyncio.Task[None]] = set()

    def get_slot_key(self, request: Request) -> str:
        """The site, not the host."""
        return self.crawler.spider.name if self.crawler.spider else super().get_slot_key(request)

    def slow_down(self, seconds: float) -> None:
        """Keep at least this many seconds between requests from now on (Crawl-delay)."""
        self.floor = max(self.floor, seconds)
        self._delay = max(self._delay, self.floor)
        for slot in self.slots.values():
            slot.delay = max(slot.delay, self.floor)

    def rest(self, seconds: float) -> None:
        """Ask nothing of the site for this many seconds (Retry-After)."""
        for slot in self.slots.values():
            slot.close()
            slot.latercall = call_later(seconds, self._latercall, slot)

    def give_up(self) -> None:
        """Send nothing more in this run; what waits in the queue fails with Stopped."""
        self.given_up = True
        for slot in self.slots.values():
            slot.close()
            self._process_queue(slot)

    def _process_queue(self, slot: Slot) -> None:
        while self.given_up and slot.queue:
            slot.queue.popleft()[1].errback(_stopped())
        if self._in_flight or slot.latercall or not slot.queue:
            return
        wait = slot.lastseen + slot.download_delay() - monotonic()
        if wait > 0:
            slot.latercall = call_later(wait, self._latercall, slot)
            return
        self._in_flight = True
        request, answered = slot.queue.popleft()
        task = asyncio.ensure_future(self._wait_for_download(slot, request, answered))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _download(self, slot: Slot, request: Request) -> "Response":
        self._count("downloader/request_count")
        try:
            response = await super()._download(slot, request)
            self._count("downloader/response_count")
            return response
        finally:
            self._in_flight = False
            slot.lastseen = monotonic()
            self._process_queue(slot)

    def _count(self, name: str) -> None:
        if self.crawler.stats:
            self.crawler.stats.inc_value(name)
