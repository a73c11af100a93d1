"""The Scrapy item pipelines: read, archive, save. One item is one fetched page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from pipelines.archive import Position
from pipelines.model import Page, Site
from pipelines.open_run import OpenRun
from pipelines.ready import Ready

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


@dataclass(slots=True)
class Fetched:
    """A fetched page on its way to the database; each step adds what it made of it.

    reading: there from the start where the page need not be read.
    """

    site: Site
    page: Page
    reading: Ready | None = None
    archived: Position | None = None

    def __str__(self) -> str:
        return f"{self.page.url}: {self.reading.fate if self.reading else 'not read'}"


class Step:
    """What the steps share: the run that all crawlers of the process work for."""

    def __init__(self, run: OpenRun) -> None:
        self.run = run

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        """The spider has opened or joined the run."""
        return cls(crawler.spider.run)  # type: ignore[union-attr]


class Read(Step):
    """What the page says, read in a worker process."""

    async def process_item(self, item: Fetched) -> Fetched:
        """Adds the reading, unless it is there."""
        item.reading = item.reading or await self.run.read(item.page, item.site)
        return item


class Archive(Step):
    """Keeps the bytes of the pages that mattered."""

    def process_item(self, item: Fetched) -> Fetched:
        """Adds the position in the archive, before anything of the page is stored."""
        if item.reading:
            item.archived = self.run.keep(item.page, item.reading)
        return item


class Save(Step):
    """Writes the reading and the fate."""

    async def process_item(self, item: Fetched) -> Fetched:
        """The page is settled when this returns."""
        if item.reading:
            self.run.save(item.site, item.page, item.reading, item.archived)
            await self.run.committed()
        return item
