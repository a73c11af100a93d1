"""A channel: one way to discover the pages of a site, as a platform or a registry offers it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import quote_plus

from pipelines.model import ChannelKind

KIND_OF: dict[str, ChannelKind] = {
    "feeds": "feed",
    "sitemaps": "sitemap",
    "listings": "listing",
    "search": "search",
    "rest": "rest",
}


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to discover: an address, and the template of its further pages.

    url and next may hold {query}, {date} (YYYY-MM-DD), {us_date} (MM/DD/YYYY), {page} (from 1)
    and {offset} (pages already seen times step). pages: the most asked in an everyday crawl.
    """

    kind: ChannelKind
    url: str
    next: str | None = None
    step: int = 1
    pages: int = 10

    def page_url(self, number: int) -> str | None:
        """Address of page 1, 2, …; None where the channel has no further page."""
        template = self.url if number == 1 else self.next
        if template is None:
            return None
        offset = (number - 1) * self.step
        return template.replace("{page}", str(number)).replace("{offset}", str(offset))

    def fill(self, word: str, value: str) -> "Channel":
        """The channel with {query} or {date} filled in."""
        further = self.next and self.next.replace(word, value)
        return replace(self, url=self.url.replace(word, value), next=further)

    def at(self, home: str) -> "Channel":
        """The channel with addresses made absolute, below the site's home."""
        return replace(self, url=_below(home, self.url), next=self.next and _below(home, self.next))

    @classmethod
    def of(cls, kind: ChannelKind, url: str) -> "Channel":
        """A channel from a registry: an address, or a template of one."""
        pages = "{page}" in url or "{offset}" in url
        return cls(kind, url, url if pages else None)


def _below(home: str, url: str) -> str:
    return url if "://" in url else home.rstrip("/") + url


def for_queries(channel: Channel, queries: Iterable[str]) -> list[Channel]:
    """A search once for each query; any other channel as it is."""
    if "{query}" not in channel.url:
        return [channel]
    return [channel.fill("{query}", quote_plus(query)) for query in queries]


def for_days(channel: Channel, first: date, last: date) -> list[Channel]:
    """A daily index once for each day, newest first; any other channel as it is."""
    if "{date}" not in channel.url and "{us_date}" not in channel.url:
        return [channel]
    days = [last - timedelta(days=n) for n in range((last - first).days + 1)]
    return [
        channel.fill("{date}", f"{day:%Y-%m-%d}").fill("{us_date}", f"{day:%m/%d/%Y}")
        for day in days
    ]
