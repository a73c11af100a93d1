"""SiteSpider: a site of the registry at work for a run; its options and how it is left."""

import asyncio
import re
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

from scrapy import Spider
from scrapy.http import Headers, Response

from crawler.channel import Channel
from crawler.current_run import join_or_open
from crawler.downloader import SiteDownloader
from crawler.registry import Registry
from pipelines.model import Page, Site
from pipelines.open_run import OpenRun, now
from pipelines.regions import zone_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings


class SiteSpider(Spider):
    """One site in one run.

    Arguments: since, a day back to which archives are walked; limit, the most article requests;
    broad, follow every lead. left: why the site was left before the end of its work.
    """

    site: ClassVar[Site]
    registry: ClassVar[Registry]
    channels: ClassVar[tuple[Channel, ...]] = ()
    article: ClassVar[re.Pattern[str]]
    run: OpenRun

    def __init__(
        self,
        since: date | str | None = None,
        limit: int | str | None = None,
        broad: bool | str = False,
    ) -> None:
        super().__init__()
        self.since = date.fromisoformat(since) if isinstance(since, str) else since
        self.limit = int(limit) if limit is not None else None
        self.broad = str(broad).lower() in ("1", "true", "yes")
        self.zone = zone_of(self.site.province)
        self.left: str | None = None
        self._owns_run = False
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: "Crawler", *args: Any, **kwargs: Any) -> Self:
        """Joins the run under way, or opens one of its own."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.run, spider._owns_run = join_or_open(cls.site, crawler.settings)
        return spider

    @classmethod
    def update_settings(cls, settings: "BaseSettings") -> None:
        """The contact goes into the User-Agent."""
        super().update_settings(settings)
        introduce(settings)

    def sitemaps_named(self, urls: list[str]) -> None:
        """robots.txt names these sitemaps."""

    def completeness(self) -> float | None:
        """The share of the stories about the agency that the channels showed, where it is known."""
        return None

    def leave(self, reason: str) -> None:
        """Ask nothing more of the site in this run; what is unfinished stays pending."""
        if self.left:
            return
        self.left = reason
        downloader = self.crawler.engine.downloader
        if isinstance(downloader, SiteDownloader):
            downloader.give_up()
        self._closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason=reason))

    def is_leaving(self) -> bool:
        """Whether nothing more will be asked of the site in this run."""
        downloader = self.crawler.engine.downloader
        return isinstance(downloader, SiteDownloader) and downloader.given_up

    def closed(self, reason: str) -> None:
        """Called by Scrapy at the end; a visit that was cut short from outside is not noted."""
        if reason != "shutdown":
            asked = self.crawler.stats.get_value("downloader/request_count", 0)
            self.run.save_visit(self.site, asked, self.completeness(), self.left)
        if self._owns_run:
            self.run.end("stopped" if reason == "shutdown" else "done")


def introduce(settings: "BaseSettings") -> None:
    """Put the contact into the User-Agent."""
    agent = settings["USER_AGENT"].replace("{CONTACT}", settings["CONTACT"])
    # The runner's own settings are laid over these once more, so ours must stand above them.
    settings.set("USER_AGENT", agent, priority="cmdline")


def header(response: Response, name: str) -> str | None:
    """A response header as text."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def page_of(response: Response, lead: Any = None) -> Page:
    """The response as a Page."""
    asked = _plain(response.request.headers) if response.request else {}
    return Page(
        response.url,
        response.body,
        response.status,
        _plain(response.headers),
        now(),
        lead,
        request_headers=asked,
    )


def _plain(headers: Headers) -> dict[str, str]:
    return {
        name.decode("latin-1").lower(): b", ".join(values).decode("latin-1")
        for name, values in headers.items()
    }
