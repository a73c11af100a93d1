"""The words of the project as data: what passes from a channel to a row.

Every class is frozen; the field names are the keys of `pantau inspect --json` and the
columns of the database. A value that the source does not give is None.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from pipelines.fates import Fate

ChannelKind = Literal["feed", "sitemap", "listing", "search", "rest"]
Precision = Literal["second", "minute", "day"]
PublishedSource = Literal["json-ld", "meta", "element", "visible", "feed", "sitemap", "url"]
RelevanceLabel = Literal["cooperation", "related", "unrelated"]
Level = Literal["province", "kabupaten", "kota"]
Instrument = Literal[
    "mou", "pks", "addendum", "regulation", "commitment", "agreement", "socialization", "other"
]
Status = Literal["planned", "signed", "ongoing"]


@dataclass(frozen=True, slots=True)
class Site:
    """One outlet or edition, as its table in the registry says.

    key: name of the table, also the spider's name. platform: the publishing system.
    home: address of the front page, may carry a port. province: two-digit Kemendagri code,
    None for a national outlet. delay: seconds between requests where the setting is not enough.
    channels: URLs by kind where they differ from the platform's habit. aliases: other hosts
    of the same outlet. evidence: where the entry comes from. verified: a live check or a
    recorded page proved it. allow_private: the host may be on loopback or a private network.
    """

    key: str
    name: str
    platform: str
    home: str = ""
    province: str | None = None
    delay: float | None = None
    channels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    evidence: str | None = None
    verified: bool = False
    allow_private: bool = False


GENERIC_SITE = Site(key="generic", name="unknown site", platform="generic")


@dataclass(frozen=True, slots=True)
class Lead:
    """A discovered link with what the channel said of it.

    url: absolute, as found. published_raw: the channel's own date, verbatim.
    channel_kind, channel_url: where it was found.
    """

    url: str
    channel_kind: ChannelKind
    channel_url: str
    title: str = ""
    summary: str = ""
    published_raw: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Raw bytes as fetched.

    url: where the bytes came from, after redirects. headers: response headers, lower-case
    names. fetched_at: aware; relative times ("2 jam lalu") are resolved from it. lead: what
    the channel said. more: pages 2..n of a multi-page article, in order.
    """

    url: str
    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched_at: datetime | None = None
    lead: Lead | None = None
    more: tuple["Page", ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words that say so: quote == article.text[start:end]."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A page that has been read.

    id: 16 hex digits of SHA-256 of the canonical URL. text: the paragraphs joined by a blank
    line, verbatim, dateline kept. authors: people who reported. source_credit: the credited
    origin. dateline: the place as printed ("MUARA BUNGO"). sign_off: the newsroom's code at
    the end ("(Z-3)"). published_at, modified_at: aware, in the page's or the site's zone;
    with precision "day" the time is midnight. published_source: where the date came from;
    published_raw: as it stood there.
    """

    id: str
    url: str
    site: str
    platform: str
    title: str
    text: str
    paragraphs: tuple[str, ...]
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    source_credit: str | None = None
    dateline: str | None = None
    sign_off: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    published_at: datetime | None = None
    published_precision: Precision | None = None
    published_source: PublishedSource | None = None
    published_raw: str | None = None
    modified_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Relevance:
    """What the story is about. score: 0..1, how sure cooperation is. reasons: for a person."""

    label: RelevanceLabel
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Government:
    """A regional government. code: Kemendagri, "16" or "16.10". name: "Kabupaten Ogan Ilir"."""

    code: str
    name: str
    level: Level


@dataclass(frozen=True, slots=True)
class Agreement:
    """One real-world event between the agency and a government or institution.

    counterpart: the other party where it is no regional government. bpjs_office: type and
    place ("Kantor Cabang Palembang") or only the place. renewal: extends an earlier one.
    event_date: the day of the signing, else the day printed with the news; None when it is
    unknown, still to come or contradicts its printed weekday, with event_date_note saying
    why. duration: as printed ("dua tahun"). programmes: of JKK JKM JHT JP JKP.
    """

    government: Government | None
    counterpart: str | None
    bpjs_office: str | None
    instrument: Instrument
    renewal: bool
    status: Status
    event_date: date | None
    event_date_raw: str | None
    event_date_note: str | None
    duration: str | None
    programmes: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted thing, amount or share.

    raw: the literal with its unit ("35.000 jiwa"). value: a number; upper: a range's end.
    unit: as printed ("jiwa", "orang", "rupiah", "persen"). approximate: words, roundings.
    as_of: the day the figure holds for. about: what it counts, as printed.
    """

    raw: str
    value: float
    upper: float | None
    unit: str | None
    approximate: bool
    as_of: date | None
    about: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class WorkerGroup:
    """Who is or shall be covered. raw: as printed. group: the normalised name."""

    raw: str
    group: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Regulation:
    """A named regulation. kind: "perbup", "inpres", …; number: as printed; year: four digits."""

    raw: str
    kind: str
    number: str | None
    year: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Official:
    """A named person. name: without titles and degrees. role: as printed."""

    name: str
    role: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of the page that is not the story, and the rule that says so."""

    line: str
    rule: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Why the reading is what it is: for `pantau inspect`.

    layout: name of the layout whose body was there, or of the generic way. dropped: lines left
    out. dates: each date seen on the page as (where, raw, what was made of it).
    """

    layout: str | None = None
    dropped: tuple[Dropped, ...] = ()
    dates: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one page says, or why it says nothing: the result of `read_page`."""

    fate: Fate
    fate_detail: str | None = None
    article: Article | None = None
    relevance: Relevance | None = None
    agreements: tuple[Agreement, ...] = ()
    figures: tuple[Figure, ...] = ()
    worker_groups: tuple[WorkerGroup, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    officials: tuple[Official, ...] = ()
    trace: Trace = Trace()
