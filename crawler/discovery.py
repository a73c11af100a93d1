"""Discovery: a site's channels are asked, walked page by page, and give leads."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from datetime import timedelta
from itertools import islice

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.channel import KIND_OF, Channel, for_days, for_queries
from crawler.channels import (
    ChannelError,
    SitemapRef,
    parse_feed,
    parse_rest,
    parse_sitemap,
)
from crawler.failures import fate_of_failure, value_of
from crawler.focus import asks_for_agency, points
from crawler.host_guard import SiteUnreachable
from crawler.listing import next_link, parse_listing, parse_search
from crawler.site_spider import SiteSpider, header, page_of
from crawler.sitemaps import MOST_BACK_TO_A_DATE, MOST_EVERY_DAY, children_worth_asking
from crawler.walk import Told, Walk, date_of, is_before, is_older
from pipelines.model import Lead
from pipelines.open_run import now
from pipelines.response import is_challenge
from pipelines.tables.visits import completeness_of
from pipelines.urls import canonical_url

QUERIES = ("bpjs ketenagakerjaan", "jamsostek")
BATCH = 500
"""Leads that are noted at a time: some 50 ms of work, and no more URLs than the caches hold."""
_CONDITIONS = {b"If-None-Match", b"If-Modified-Since"}


class DiscoverySpider(SiteSpider):
    """Turns channels into leads; `follow` decides what becomes of them."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._asked: set[str] = set()
        self._sitemaps = 0
        self._shown: dict[bool, set[str]] = {True: set(), False: set()}

    def follow(self, leads: list[Lead], pointing: bool) -> Iterable[Request]:
        """Requests for the leads worth it; pointing: the channel is about the agency."""
        raise NotImplementedError

    def offered_channels(self) -> Iterator[Channel]:
        """The site's own channels of a kind where its table has some, else the platform's."""
        last = now().astimezone(self.zone).date()
        first = self.since or last - timedelta(days=1)
        for channel in self._own_or_habit():
            for searched in for_queries(channel, QUERIES):
                yield from for_days(searched.at(self.site.home), first, last)

    def sitemaps_named(self, urls: list[str]) -> None:
        """Ask the sitemaps that robots.txt names, unless the registry names the site's own."""
        if "sitemaps" not in self.site.channels:
            for url in urls:
                for request in self.ask(Walk(Channel("sitemap", url))):
                    self.crawler.engine.crawl(request)

    def _own_or_habit(self) -> Iterator[Channel]:
        own = {KIND_OF[key]: urls for key, urls in self.site.channels.items()}
        for kind, urls in own.items():
            yield from (Channel.of(kind, url) for url in urls)
        yield from (channel for channel in self.channels if channel.kind not in own)

    def ask(self, walk: Walk) -> Iterator[Request]:
        """The request for a walk's next page, unless it has none or was asked in this run."""
        url = walk.next_url or walk.channel.page_url(walk.number)
        if url is None or url in self._asked:
            return
        self._asked.add(url)
        yield Request(
            url,
            callback=self.parse_channel,
            errback=self.channel_failed,
            headers=self._conditions(walk, url),
            cb_kwargs={"walk": walk},
            dont_filter=True,
            priority=20 if asks_for_agency(walk.channel) else 10,
        )

    def _conditions(self, walk: Walk, url: str) -> dict[str, str]:
        """Headers that let an unchanged channel say so; none when its end was not reached."""
        if walk.number > 1:
            return {}
        walk.walked_at = self.run.frontier.walked_at(url)
        if self.since or walk.walked_at is None:
            return {}
        etag, last_modified = self.run.ledger.validators(url)
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        return {name: value for name, value in conditions.items() if value}

    async def parse_channel(self, response: Response, walk: Walk) -> AsyncIterator[Request]:
        """Leads of one page of a channel, and its next page.

        Other sites get their turn between batches. A walk that is cut short there by the end of
        the run is not noted as walked, so that the next run takes it up.
        """
        if walk.number == 1:
            walk.etag = header(response, "ETag")
            walk.last_modified = header(response, "Last-Modified")
        problem = self._problem(response, walk)
        if problem or response.status != 200:
            self.end_walk(walk, response.status, problem)
            return
        told, children = Told(), list[SitemapRef]()
        try:
            for batch in _batches(self._read(response, walk)):
                children += [one for one in batch if isinstance(one, SitemapRef)]
                leads = [one for one in batch if isinstance(one, Lead)]
                for request in self._take(walk, told, leads):
                    yield request
                await asyncio.sleep(0)
                if len(batch) == BATCH and self.is_leaving():
                    return
        except ChannelError as error:
            self.end_walk(walk, response.status, str(error))
            return
        for request in (*self._ask_children(walk, children), *self._go_on(response, walk, told)):
            yield request

    def _problem(self, response: Response, walk: Walk) -> str | None:
        """What is wrong with an answer; a page 2 that is not there is where a channel ends."""
        if is_challenge(page_of(response)):
            self.leave(f"blocked: challenge page at {response.url}")
            return "a challenge page stands there"
        if response.status == 429:
            self.leave(f"blocked: HTTP 429 at {response.url}")
        ended = walk.number > 1 and response.status in (400, 404, 410)
        unchanged = response.status == 304 and _is_conditional(response.request)
        return None if ended or unchanged or response.status == 200 else f"HTTP {response.status}"

    def _read(self, response: Response, walk: Walk) -> Iterable[Lead | SitemapRef]:
        """What a page of a channel names. Raises ChannelError, also on the way."""
        body, url = response.body, response.url
        match walk.channel.kind:
            case "feed":
                return parse_feed(body, url)
            case "rest":
                return parse_rest(body, url)
            case "search":
                return parse_search(body, url, self.article, points, walk.places)
            case "listing":
                return parse_listing(body, url, self.article)
        return parse_sitemap(body, url, self.is_old)

    def _ask_children(self, walk: Walk, children: list[SitemapRef]) -> Iterator[Request]:
        """Requests for the sitemaps that an index names."""
        if children:
            # An index that did not change says nothing of a child that failed last time.
            walk.etag = walk.last_modified = None
        most = MOST_BACK_TO_A_DATE if self.since else MOST_EVERY_DAY
        for child in children_worth_asking(children, self.since, self.zone):
            if self._sitemaps < most and not self._is_unchanged(child):
                self._sitemaps += 1
                yield from self.ask(Walk(Channel("sitemap", child.url)))

    def _is_unchanged(self, child: SitemapRef) -> bool:
        """Whether a sitemap was walked to its end after the last change that the index knows."""
        walked = self.run.frontier.walked_at(child.url)
        if self.since or walked is None or child.changed_raw is None:
            return False
        return is_before(child.changed_raw, walked, self.zone)

    def is_old(self, raw: str | None) -> bool:
        """Whether a channel's date says that a page is from before `since`."""
        return self.since is not None and is_older(raw, self.since, self.zone, now())

    def _take(self, walk: Walk, told: Told, leads: list[Lead]) -> Iterator[Request]:
        """Requests for the leads of a batch that are worth it."""
        fresh = walk.take(leads)
        young = [lead for lead in fresh if not self.is_old(date_of(lead))]
        told.fresh |= bool(fresh)
        told.young |= bool(young)
        told.dated |= any(map(date_of, fresh))
        told.unseen |= self._has_news(walk, fresh)
        if walk.number == 1 and asks_for_agency(walk.channel):
            walk.about_agency |= any(map(points, fresh))
        pointing = {canonical_url(lead.url) for lead in young if points(lead)}
        self._shown[asks_for_agency(walk.channel)] |= pointing
        yield from self.follow(young, walk.about_agency)

    def _go_on(self, response: Response, walk: Walk, told: Told) -> Iterator[Request]:
        """The request for the next page, or the end of the walk."""
        has_news = told.fresh and told.young and told.unseen
        if has_news and walk.may_go_on(self.since, told.dated):
            walk.number += 1
            walk.next_url = self._marked_next(response, walk)
            asked = list(self.ask(walk))
            yield from asked
            if asked:
                return
        self.end_walk(walk, response.status, None)

    def _has_news(self, walk: Walk, leads: list[Lead]) -> bool:
        """Whether further pages may hold something that came after the last walk."""
        if self.since or walk.walked_at is None:
            return True
        return self.run.frontier.unseen_since(leads, walk.walked_at) > 0

    def _marked_next(self, response: Response, walk: Walk) -> str | None:
        if walk.channel.next or walk.channel.kind not in ("listing", "search"):
            return None
        return next_link(response.body, response.url)

    def completeness(self) -> float | None:
        """Judged from how what searches show overlaps with what feeds, sitemaps and lists show."""
        return completeness_of(self._shown[True], self._shown[False])

    def channel_failed(self, failure: Failure) -> None:
        """A channel gave no answer at all."""
        walk: Walk = failure.request.cb_kwargs["walk"]  # type: ignore[attr-defined]
        _, detail = fate_of_failure(value_of(failure))
        if isinstance(failure.value, SiteUnreachable):
            self.leave(detail)
        self.end_walk(walk, None, detail)

    def end_walk(self, walk: Walk, status: int | None, error: str | None) -> None:
        """Note what a channel gave; only a walk to its end counts as walked."""
        self.run.ledger.save_channel(
            self.run.id,
            self.site.key,
            walk.channel.kind,
            walk.channel.page_url(1) or "",
            now(),
            status=status,
            etag=walk.etag,
            last_modified=walk.last_modified,
            leads=walk.leads,
            error=error,
        )


def _batches(found: Iterable[Lead | SitemapRef]) -> Iterator[list[Lead | SitemapRef]]:
    remaining = iter(found)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _is_conditional(request: Request | None) -> bool:
    return request is not None and not _CONDITIONS.isdisjoint(request.headers)
