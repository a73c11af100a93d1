"""One run over many sites: a Scrapy crawler each, in one process, with one store and one reader."""

import asyncio
import gc
import logging
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.settings import Settings
from scrapy.utils.log import configure_logging

from crawler.current_run import working_for
from crawler.downloader import SiteDownloader
from crawler.loader import spider_of
from crawler.loop import open_loop, our_settings
from crawler.mishaps import Mishaps, is_news
from crawler.registry import Registry, by_host
from crawler.site_spider import SiteSpider
from pipelines.fates import Fate
from pipelines.model import Site
from pipelines.open_run import OpenRun


@dataclass(frozen=True, slots=True)
class SiteResult:
    """One site in a run.

    found: new URLs. left: why the site was left early, None if it was not. completeness: share of
    the stories about the agency that its channels showed, None where they do not tell.
    """

    key: str
    found: int
    requests: int
    fates: Mapping[Fate, int]
    left: str | None
    completeness: float | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands. pages: answers so far, channels and robots.txt included."""

    sites: int
    sites_done: int
    pages: int
    found: int
    fates: Mapping[Fate, int]
    seconds: float


@dataclass(frozen=True, slots=True)
class RunResult:
    """A run that has ended: "done", or "stopped" by a signal.

    sites: in the order given. mishaps: pages given up for an error of this program, a line each.
    """

    run_id: int
    status: str
    sites: tuple[SiteResult, ...]
    seconds: float
    mishaps: tuple[str, ...] = ()

    @property
    def found(self) -> int:
        """New URLs of all sites."""
        return sum(site.found for site in self.sites)

    @property
    def fates(self) -> Counter[Fate]:
        """Fates given in this run, of all sites."""
        return sum((Counter(site.fates) for site in self.sites), Counter())


def crawl(
    sites: Sequence[Site],
    *,
    db: Path,
    archive: Path | None = None,
    archive_all: bool = False,
    since: date | None = None,
    limit: int | None = None,
    broad: bool = False,
    registry: Registry | None = None,
    settings: Mapping[str, str] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    open_run: Callable[..., OpenRun] = OpenRun,
) -> RunResult:
    """Crawl sites into a database; SIGINT and SIGTERM end the run cleanly, as "stopped".

    archive: where pages that mattered are kept, else nowhere; archive_all: also the others.
    limit: article requests a site. registry: of sites that get what others find of theirs; only
    the crawled ones unless given. settings: Scrapy settings that win over ours. open_run: what
    the sites work for, an OpenRun that may do more. May be called again in the same process, from
    its main thread. Raises StoreError and StoreBusy at once, and what makes it impossible to keep
    anything (a full disk) when it happens.
    """
    chosen = our_settings(settings or {})
    open_loop(chosen)
    arguments = {"since": since, "limit": limit, "broad": broad}
    team = _Team(sites, registry or Registry.of(sites), chosen, arguments, on_progress)
    run = open_run(
        db,
        archive,
        archive_all=archive_all,
        on_change=team.report,
    )
    status = "failed"
    try:
        run.start("crawl", sites)
        run.reader.prepare()
        team.run = run
        team.mishaps = mishaps = Mishaps(run, team.stop)
        with working_for(run), _quiet(chosen), _seldom_collected():
            ended = _run_in_loop(team)
        if mishaps.fatal:
            raise mishaps.fatal
        status = ended
    finally:
        run.end(status)
    seconds = monotonic() - team.started
    return RunResult(run.id, status, team.results(), seconds, tuple(mishaps.lines))


class _Team:
    """The crawlers of a run: as many at once as the setting allows, one at a time for a host."""

    run: OpenRun
    mishaps: Mishaps

    def __init__(
        self,
        sites: Sequence[Site],
        registry: Registry,
        settings: Settings,
        arguments: Mapping[str, Any],
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self.sites = sites
        self._registry = registry
        self.settings = settings
        self.started = monotonic()
        self._arguments = arguments
        self._on_progress = on_progress
        self.runner = AsyncCrawlerRunner(settings)
        self._crawlers: dict[str, Crawler] = {}
        self._done: set[str] = set()
        self.stopping = False

    async def work(self) -> None:
        """Crawl every site; sites on one host follow each other."""
        at_once = asyncio.Semaphore(self.settings.getint("SITES_AT_ONCE"))
        await asyncio.gather(*(self._in_turn(group, at_once) for group in by_host(self.sites)))

    async def _in_turn(self, group: Sequence[Site], at_once: asyncio.Semaphore) -> None:
        async with at_once:
            for site in group:
                if not self.stopping:
                    await self._crawl(site)
                    await asyncio.sleep(0 if site is group[-1] else self._delay(site))

    async def _crawl(self, site: Site) -> None:
        crawler = self.runner.create_crawler(spider_of(site, self._registry))
        self._crawlers[site.key] = crawler
        self.mishaps.watch(crawler)
        await self.runner.crawl(crawler, **self._arguments)
        self._done.add(site.key)
        self.report()

    def _delay(self, site: Site) -> float:
        return site.delay or self.settings.getfloat("DOWNLOAD_DELAY")

    def stop(self) -> None:
        """Ask nothing more of anyone; pages in flight come to their end."""
        self.stopping = True
        for crawler in list(self.runner.crawlers):
            downloader = crawler.engine.downloader
            if isinstance(downloader, SiteDownloader):
                downloader.give_up()
        self._stop_task = asyncio.ensure_future(self.runner.stop())

    def report(self) -> None:
        """Tell whoever watches where the run stands."""
        if self._on_progress:
            self._on_progress(self._progress())

    def _progress(self) -> Progress:
        fates: Counter[Fate] = Counter()
        for (_, fate), count in self.run.fates.items():
            fates[fate] += count
        return Progress(
            sites=len(self.sites),
            sites_done=len(self._done),
            pages=sum(_answers(crawler) for crawler in self._crawlers.values()),
            found=self.run.found.total(),
            fates=fates,
            seconds=monotonic() - self.started,
        )

    def results(self) -> tuple[SiteResult, ...]:
        """What became of each site."""
        return tuple(self._result(site) for site in self.sites)

    def _result(self, site: Site) -> SiteResult:
        crawler = self._crawlers.get(site.key)
        spider = crawler.spider if crawler else None
        left = None if crawler else "stopped before its turn"
        return SiteResult(
            key=site.key,
            found=self.run.found[site.key],
            requests=_stat(crawler, "downloader/request_count"),
            fates={f: n for (key, f), n in self.run.fates.items() if key == site.key},
            left=spider.left if isinstance(spider, SiteSpider) else left,
            completeness=spider.completeness() if isinstance(spider, SiteSpider) else None,
        )


def _answers(crawler: Crawler) -> int:
    return _stat(crawler, "downloader/response_count")


def _stat(crawler: Crawler | None, name: str) -> int:
    stats = crawler and crawler._stats
    return int(stats.get_value(name, 0) or 0) if stats else 0


def _run_in_loop(team: _Team) -> str:
    loop = open_loop(team.settings)
    with _stopped_by_signals(loop, team):
        loop.run_until_complete(team.work())
    return "stopped" if team.stopping else "done"


@contextmanager
def _stopped_by_signals(loop: asyncio.AbstractEventLoop, team: _Team) -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        loop.add_signal_handler(number, team.stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)


@contextmanager
def _quiet(settings: Settings) -> Iterator[None]:
    """Scrapy's own log only from ERROR on, unless somebody asked for it with -s LOG_LEVEL."""
    asked = settings.getpriority("LOG_LEVEL") == 40
    level = settings["LOG_LEVEL"] if asked else "ERROR"
    if asked:
        configure_logging(settings)
    loggers = [logging.getLogger(name) for name in ("scrapy", "twisted", "protego")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(level)
    scraper = logging.getLogger("scrapy.core.scraper")
    scraper.addFilter(is_news)
    try:
        yield
    finally:
        scraper.removeFilter(is_news)
        for logger, old in zip(loggers, before, strict=True):
            logger.setLevel(old)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Look for circles of garbage seldom: a page makes thousands of objects, hardly one in any."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
