"""Which leads are followed: those that point to the agency, and a sample of the others."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import unquote_plus, urlsplit

from crawler.channel import Channel
from pipelines.model import Lead
from pipelines.relevance import points_to_agency
from pipelines.tables.frontier import UNFOCUSED
from pipelines.urls import article_id, canonical_url, slug_words

ONE_IN = 50


@lru_cache(maxsize=1024)
def points(lead: Lead) -> bool:
    """Whether title, slug or summary point to the agency."""
    return points_to_agency(f"{lead.title} {' '.join(slug_words(lead.url))} {lead.summary}")


def asks_for_agency(channel: Channel) -> bool:
    """Whether a channel is a search for the agency, or a tag or feed about it."""
    parts = urlsplit(channel.url)
    return points_to_agency(unquote_plus(f"{parts.path}?{parts.query}").replace("/", " "))


def is_sampled(lead: Lead) -> bool:
    """Whether this lead is one of those that are followed to learn what focus misses."""
    return int(article_id(canonical_url(lead.url)), 16) % ONE_IN == 0


@dataclass(frozen=True, slots=True)
class FocusReport:
    """What focus leaves out. aside: leads put aside by their words. sampled: of those like them
    that were followed all the same; stories: of the sampled, those that were about the agency.
    """

    aside: int
    sampled: int
    stories: int

    @property
    def missed(self) -> float | None:
        """How many stories are among those put aside, by the sample; None without a sample."""
        return self.aside * self.stories / self.sampled if self.sampled else None


def focus_report(ask: Callable[[str], list[dict[str, Any]]]) -> FocusReport:
    """Judged from the sample that every crawl follows. ask: `Store.query`."""
    rows = ask(
        "SELECT url, fate, fate_detail, status, channel_kind, channel_url, lead_title,"
        " lead_summary FROM pages WHERE fate <> 'alias' AND channel_url IS NOT NULL"
    )
    unfocused = [row for row in rows if not _was_wanted(row)]
    read = [row for row in unfocused if row["status"] == 200]
    return FocusReport(
        aside=sum(row["fate_detail"] == UNFOCUSED for row in unfocused),
        sampled=len(read),
        stories=sum(row["fate"] == "stored" for row in read),
    )


def _was_wanted(row: dict[str, Any]) -> bool:
    lead = Lead(
        url=row["url"],
        channel_kind=row["channel_kind"],
        channel_url=row["channel_url"],
        title=row["lead_title"] or "",
        summary=row["lead_summary"] or "",
    )
    return points(lead) or asks_for_agency(Channel(lead.channel_kind, lead.channel_url))
