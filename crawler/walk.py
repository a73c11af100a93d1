"""How far a channel is walked: page by page until it has nothing more to say."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from crawler.channel import Channel
from pipelines.dates import parse_published
from pipelines.model import Lead
from pipelines.urls import canonical_url

PAGES_BACK_TO_A_DATE = 200
PAGES_WITHOUT_A_DATE = 30
_DATED_PATH = re.compile(r"/(20\d\d)/(\d\d)/(\d\d)/")


@dataclass(slots=True)
class Told:
    """What one page of a channel told that earlier pages did not.

    fresh: anything. young: something not from before `since`. dated: how far back it reaches.
    unseen: something that came after the last walk.
    """

    fresh: bool = False
    young: bool = False
    dated: bool = False
    unseen: bool = False


@dataclass(slots=True)
class Walk:
    """One channel in one run.

    walked_at: when it was last walked to its end. etag, last_modified: what page 1 answered with.
    leads: how many it gave. seen: canonical URLs of its pages so far. next_url: where the next page
    is, where only the page says so. about_agency: a search that heeds its word. places: where on
    its pages results stand.
    """

    channel: Channel
    walked_at: datetime | None = None
    number: int = 1
    etag: str | None = None
    last_modified: str | None = None
    leads: int = 0
    seen: set[str] = field(default_factory=set)
    next_url: str | None = None
    about_agency: bool = False
    places: set[str] = field(default_factory=set)

    def take(self, leads: list[Lead]) -> list[Lead]:
        """The leads that earlier ones of the walk did not name, each page once."""
        fresh = []
        for lead in leads:
            url = canonical_url(lead.url)
            if url not in self.seen:
                self.seen.add(url)
                fresh.append(lead)
        self.leads += len(fresh)
        return fresh

    def may_go_on(self, since: date | None, dated: bool) -> bool:
        """Whether another page may be asked; dated: the last one told how far back it reached."""
        if since is None:
            return self.number < self.channel.pages
        return self.number < (PAGES_BACK_TO_A_DATE if dated else PAGES_WITHOUT_A_DATE)


def date_of(lead: Lead) -> str | None:
    """What a lead says of its day: the channel's own words, else the date in its address."""
    path = _DATED_PATH.search(lead.url)
    return lead.published_raw or ("-".join(path.groups()) if path else None)


def is_older(raw: str | None, since: date, zone: ZoneInfo, now: datetime) -> bool:
    """Whether a channel's own date is certainly before the day `since`."""
    published = parse_published(raw, zone, now) if raw else None
    return published is not None and published.at.astimezone(zone).date() < since


def is_before(raw: str, moment: datetime, zone: ZoneInfo) -> bool:
    """Whether a channel's own time is certainly before a moment; a mere day counts to its end."""
    stamp = parse_published(raw, zone, moment)
    if stamp is None:
        return False
    return stamp.at + timedelta(days=stamp.precision == "day") < moment
