"""AutoThrottle that never goes under a site's own delay or its Crawl-delay."""

from scrapy import Spider
from scrapy.core.downloader import Slot
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response

from crawler.downloader import SiteDownloader


class SiteThrottle(AutoThrottle):
    """Slow sites are asked more slowly; a delay of 0 turns the throttle off."""

    def _spider_opened(self, spider: Spider) -> None:
        self.maxdelay = self._max_delay()

    def _adjust_delay(self, slot: Slot, latency: float, response: Response) -> None:
        downloader = self.crawler.engine.downloader
        floor = downloader.floor if isinstance(downloader, SiteDownloader) else slot.delay
        if not floor:
            return
        self.mindelay = floor
        self.maxdelay = max(self._max_delay(), floor)
        super()._adjust_delay(slot, latency, response)
