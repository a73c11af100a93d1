"""robots.txt: obeyed, Crawl-delay included; a file that cannot be had means wait, not go."""

import asyncio
from itertools import islice
from typing import TYPE_CHECKING, Self

from protego import Protego
from scrapy import Request
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from crawler.downloader import SiteDownloader
from crawler.host_guard import SiteUnreachable
from crawler.network_errors import NETWORK_ERRORS, in_words
from crawler.site_spider import SiteSpider

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

ROBOTS_MAX_BYTES = 512 * 1024
SITEMAPS_OF_ROBOTS = 5
_NO_ANSWER: tuple[type[Exception], ...] = (IgnoreRequest, *NETWORK_ERRORS)


class RobotsForbidden(IgnoreRequest):
    """robots.txt forbids the page."""


class RobotsUnreachable(SiteUnreachable):
    """robots.txt could not be had: that means wait, not go."""


class RobotsGate:
    """Lets a request pass when the robots.txt of its host allows it."""

    def __init__(self, crawler: "Crawler") -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._rules: dict[str, asyncio.Future[Protego]] = {}

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """Needs ROBOTSTXT_OBEY."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raise RobotsForbidden or RobotsUnreachable."""
        if request.meta.get("is_robots_txt"):
            return
        rules = await self._rules_for(request)
        if not rules.can_fetch(request.url, self._agent):
            raise RobotsForbidden("robots.txt forbids it")

    async def _rules_for(self, request: Request) -> Protego:
        parts = urlparse_cached(request)
        if parts.netloc not in self._rules:
            address = f"{parts.scheme}://{parts.netloc}/robots.txt"
            self._rules[parts.netloc] = asyncio.ensure_future(self._fetch(address))
        return await asyncio.shield(self._rules[parts.netloc])

    async def _fetch(self, address: str) -> Protego:
        request = Request(
            address, priority=1000, meta={"is_robots_txt": True}, callback=NO_CALLBACK
        )
        try:
            response = await self._crawler.engine.download_async(request)
        except _NO_ANSWER as error:
            raise RobotsUnreachable(f"robots.txt: {in_words(error)}") from error
        rules = rules_of(response.status, response.body)
        self._obey_crawl_delay(rules)
        if isinstance(self._crawler.spider, SiteSpider):
            self._crawler.spider.sitemaps_named([*islice(rules.sitemaps, SITEMAPS_OF_ROBOTS)])
        return rules

    def _obey_crawl_delay(self, rules: Protego) -> None:
        delay = rules.crawl_delay(self._agent)
        if not delay:
            return
        longest = self._crawler.settings.getfloat("CRAWL_DELAY_MAX")
        if delay > longest:
            raise RobotsUnreachable(f"robots.txt asks for {delay:g} s between requests")
        downloader = self._crawler.engine.downloader
        if isinstance(downloader, SiteDownloader):
            downloader.slow_down(delay)


def rules_of(status: int, body: bytes) -> Protego:
    """The rules that an answer gives: 4xx is no rules; 429, 5xx and the like are no answer."""
    if 200 <= status < 300:
        return Protego.parse(_head(body))
    if 400 <= status < 500 and status != 429:
        return Protego.parse("")
    raise RobotsUnreachable(f"robots.txt: HTTP {status}")


def _head(body: bytes) -> str:
    """As much of the file as counts, cut at a line's end."""
    if len(body) > ROBOTS_MAX_BYTES:
        body = body[:ROBOTS_MAX_BYTES].rpartition(b"\n")[0]
    return body.decode("utf-8-sig", errors="ignore")
