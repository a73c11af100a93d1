"""One page from its address, with the manners of a crawl: robots.txt, host guard, limits."""

from collections.abc import AsyncIterator
from dataclasses import replace
from time import sleep
from urllib.parse import urlsplit

from click import ClickException
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler.downloader import SiteDownloader
from crawler.failures import fate_of_failure, value_of
from crawler.loop import open_loop, our_settings
from crawler.site_spider import introduce, page_of
from pipelines.extract import next_pages
from pipelines.fates import Fate
from pipelines.model import GENERIC_SITE, Page, Site


class FetchError(ClickException):
    """The page could not be had; the text is one line that names it, its fate and the reason."""


class OnePage(Spider):
    """Fetches one article, with its further pages."""

    name = "one_page"

    def __init__(self, url: str, site: Site) -> None:
        super().__init__()
        self.site = site
        self.url = url
        self.page: Page | None = None
        self.problem: tuple[Fate, str] | None = None
        self.delay = 0.0

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """The contact goes into the User-Agent."""
        super().update_settings(settings)
        introduce(settings)

    async def start(self) -> AsyncIterator[Request]:
        """The page itself."""
        yield Request(self.url, callback=self.first, errback=self.failed)

    def first(self, response: Response) -> Request | None:
        """Page 1; then the others, one after the other."""
        self.page = page_of(response)
        downloader = self.crawler.engine and self.crawler.engine.downloader
        if isinstance(downloader, SiteDownloader):
            self.delay = downloader.floor
        return self._next(list(next_pages(self.page, self.site)))

    def further(self, response: Response, rest: list[str]) -> Request | None:
        """Page 2, 3, …"""
        if self.page:
            self.page = replace(self.page, more=(*self.page.more, page_of(response)))
        return self._next(rest)

    def failed(self, failure: Failure) -> None:
        """No answer."""
        self.problem = fate_of_failure(value_of(failure))

    def _next(self, urls: list[str]) -> Request | None:
        if not urls:
            return None
        rest = {"rest": urls[1:]}
        return Request(urls[0], callback=self.further, errback=self.failed, cb_kwargs=rest)


def fetch(url: str, site: Site | None, *, then_rest: bool = False) -> Page:
    """Fetch one page; a host of no known site is asked as a generic one.

    then_rest: return only when the site may be asked again, for a caller who is about to.
    Raises FetchError with the fate that the page would have in a crawl.
    """
    parts = urlsplit(url)
    home = f"{parts.scheme}://{parts.netloc}"
    settings = our_settings({"LOG_LEVEL": "ERROR"})
    settings.set("ITEM_PIPELINES", {}, priority="cmdline")
    loop = open_loop(settings)
    runner = AsyncCrawlerRunner(settings)
    crawler = runner.create_crawler(OnePage)
    asked = runner.crawl(crawler, url=url, site=site or replace(GENERIC_SITE, home=home))
    loop.run_until_complete(asked)
    spider = crawler.spider
    assert isinstance(spider, OnePage)
    if spider.page is None or spider.problem:
        fate, detail = spider.problem or (Fate.FAILED, "no answer")
        raise FetchError(f"{url}: {fate}: {detail}")
    if then_rest:
        sleep(spider.delay)
    return spider.page
