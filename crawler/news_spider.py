"""NewsSpider: leads become pages; what every platform shares."""

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.channels import is_page
from crawler.discovery import DiscoverySpider
from crawler.failures import fate_of_failure, value_of
from crawler.focus import is_sampled, points
from crawler.host_guard import SiteUnreachable
from crawler.registry import asked_hosts, at_home, host_key
from crawler.site_spider import page_of
from crawler.walk import Walk
from pipelines.extract import next_pages
from pipelines.fates import Fate
from pipelines.model import Lead, Page, Site
from pipelines.open_run import now
from pipelines.ready import Ready
from pipelines.response import fate_at_sight, fate_of_response, is_challenge
from pipelines.steps import Fetched
from pipelines.urls import canonical_url, fetch_address

REFUSALS_BEFORE_LEAVING = 3
ARTICLE_BYTES = 4 * 1024 * 1024
# [?&;](page|hal|halaman)=\d, looked for by its rarer part, in a tenth of the time
_PAGE_NUMBER = re.compile(rb"=\d(?:(?<=[?&;]page=\d)|(?<=[?&;]hal=\d)|(?<=[?&;]halaman=\d))")


def hints_at_more(page: Page) -> bool:
    """Whether a page may link to further pages of its own: cheap, and never wrongly False."""
    if _PAGE_NUMBER.search(page.body):
        return True
    path = urlsplit(page.url).path.rstrip("/").encode()
    own, at = path + b"/", -1
    while path and (at := page.body.find(own, at + 1)) >= 0:
        if page.body[at + len(own) : at + len(own) + 1].isdigit():
            return True
    return False


class NewsSpider(DiscoverySpider):
    """A site on one platform.

    A platform sets `channels`, the ways of discovery that its system offers, and `article`, the
    pattern of an article's path. It overrides nothing unless its system needs code.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._hosts = asked_hosts(self.site)
        self._requested: set[str] = set()
        self._refusals = 0

    async def start(self) -> AsyncIterator[Request]:
        """Ask the channels, then for what earlier runs left unfinished."""
        for channel in self.offered_channels():
            for request in self.ask(Walk(channel)):
                yield request
        for url, lead in self.run.ledger.pending(self.site.key, now()):
            for request in self.fetch(lead, url):
                yield request
        for url, lead in self.run.frontier.due_again(self.site.key, now()):
            for request in self.fetch(lead, url):
                yield self._asked_again(request, url)

    def _asked_again(self, request: Request, url: str) -> Request:
        """The request for a page that is stored: if it changed, and after everything else."""
        etag, last_modified = self.run.ledger.page_validators(url)
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        request.headers.update({name: value for name, value in conditions.items() if value})
        return request.replace(priority=-10, callback=self.parse_again, errback=self.again_failed)

    def follow(self, leads: list[Lead], pointing: bool) -> Iterator[Request]:
        """Note the leads; ask for those that point to the agency and a sample of the others."""

        def is_wanted(lead: Lead) -> bool:
            return pointing or self.broad or points(lead)

        for site, own in self._by_owner(leads):
            wanted = self.run.note_found(site, own, is_wanted, is_sampled)
            for lead in wanted if site is self.site else ():
                yield from self.fetch(lead, canonical_url(lead.url))

    def _by_owner(self, leads: list[Lead]) -> Iterable[tuple[Site, list[Lead]]]:
        """Each site with its leads: a page on a host of another site waits for that one's visit."""
        owned: dict[str, tuple[Site, list[Lead]]] = {}
        for lead in leads:
            owner = self._owner(lead.url) or self.site
            own = replace(lead, url=at_home(lead.url, owner))
            owned.setdefault(owner.key, (owner, []))[1].append(own)
        return owned.values()

    def _owner(self, url: str) -> Site | None:
        """The site of the registry that asks for a page, this one first."""
        ours = host_key(url) in self._hosts
        return self.site if ours else self.registry.site_for(url)

    def fetch(self, lead: Lead, url: str) -> Iterator[Request]:
        """The request for a page, once; nothing over the limit. url: its address in the ledger."""
        if url in self._requested or len(self._requested) == self.limit:
            return
        self._requested.add(url)
        yield Request(
            fetch_address(lead.url),
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"lead": lead, "url": url},
            meta={"download_maxsize": self._most_bytes()},
            dont_filter=True,
        )

    def _most_bytes(self) -> int:
        """An article is never as large as a sitemap may be; 40 sites share the memory."""
        return min(ARTICLE_BYTES, self.settings.getint("DOWNLOAD_MAXSIZE"))

    def parse_article(
        self, response: Response, lead: Lead, url: str
    ) -> Iterator[Request | Fetched]:
        """The page on its way to the reader, or first its further pages."""
        page = page_of(response, lead)
        if 300 <= page.status < 400:
            self._settle(url, Fate.FAILED, f"HTTP {page.status} that leads nowhere")
            return
        fate = fate_at_sight(page)
        self._mind_refusals(page, fate is not None and fate[0] is Fate.BLOCKED)
        if fate:
            yield Fetched(self.site, page, Ready(*fate))
            return
        yield from self._collect(
            page, next_pages(page, self.site) if hints_at_more(page) else (), url
        )

    def parse_again(self, response: Response, lead: Lead, url: str) -> Iterator[Request | Fetched]:
        """A stored page that was asked for again; only news of it changes its fate."""
        page = page_of(response, lead)
        fate = fate_of_response(page)
        if response.status == 304 or (fate and fate[0] is not Fate.GONE):
            self._settle(url, Fate.STORED, None)
        else:
            yield from self.parse_article(response, lead, url)

    def again_failed(self, failure: Failure) -> None:
        """A stored page that gave no answer when it was asked for again stays stored."""
        if isinstance(failure.value, SiteUnreachable):
            self.leave(str(failure.value))

    def parse_further(
        self, response: Response, first: Page, rest: tuple[str, ...], url: str
    ) -> Iterator[Request | Fetched]:
        """Page 2, 3, … of an article; a page that is missing makes the article a failure."""
        number = len(first.more) + 2
        if response.status != 200:
            self._settle(url, Fate.FAILED, f"page {number} of the article: HTTP {response.status}")
            return
        page = replace(first, more=(*first.more, page_of(response)))
        yield from self._collect(page, rest, url)

    def _collect(
        self, page: Page, further: tuple[str, ...], url: str
    ) -> Iterator[Request | Fetched]:
        if not further:
            yield Fetched(self.site, page)
            return
        yield Request(
            further[0],
            callback=self.parse_further,
            errback=self.article_failed,
            cb_kwargs={"first": page, "rest": further[1:], "url": url},
            dont_filter=True,
            priority=5,
        )

    def article_failed(self, failure: Failure) -> None:
        """No answer: the page gets the fate that says why, or waits for another run."""
        fate, detail = fate_of_failure(value_of(failure))
        if isinstance(failure.value, SiteUnreachable):
            self.leave(detail)
        request: Request = failure.request  # type: ignore[attr-defined]
        if fate is Fate.REFUSED and self._hand_over(request):
            return
        if fate is not Fate.PENDING:
            self._settle(request.cb_kwargs["url"], fate, detail)

    def _hand_over(self, request: Request) -> bool:
        """Leave a page that moved to another site of the registry to that one's next visit."""
        owner, lead = self._owner(request.url), request.cb_kwargs.get("lead")
        if owner is None or owner is self.site or not lead or not is_page(request.url):
            return False
        moved = replace(lead, url=at_home(request.url, owner))
        self.run.note_found(owner, [moved], lambda lead: True, lambda lead: False)
        self._settle(request.cb_kwargs["url"], Fate.ALIAS, canonical_url(moved.url))
        return True

    def _settle(self, url: str, fate: Fate, detail: str | None) -> None:
        self.run.settle(self.site, [url], fate, detail)

    def _mind_refusals(self, page: Page, refused: bool) -> None:
        """A challenge, or several refusals in a row, and the site is left for this run."""
        self._refusals = self._refusals + 1 if refused else 0
        if not refused:
            return
        if is_challenge(page) or page.status == 429 or self._refusals >= REFUSALS_BEFORE_LEAVING:
            self.leave(f"blocked: HTTP {page.status} at {page.url}")
