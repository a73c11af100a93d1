"""The words of the project as data: what passes from a channel to a row.

Every class is frozen; the field names are the keys of `pantau inspect --json` and the columns of
the database. A value that the source does not give is None. The string below a field says what it
means and, after "e.g.", how it looks; docs/data-dictionary.md is made from them.
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
    """One outlet or edition, as its table in the registry says."""

    key: str
    """Name of the table in the registry, also the spider's name. e.g. sripoku"""
    name: str
    """What the outlet calls itself. e.g. Sriwijaya Post"""
    platform: str
    """The publishing system: a file in crawler/spiders. e.g. tribun"""
    home: str = ""
    """Address of the front page; may carry a port. e.g. https://palembang.tribunnews.com"""
    province: str | None = None
    """Two-digit Kemendagri code; null for a national outlet. Gives the time zone. e.g. 16"""
    delay: float | None = None
    """Seconds between requests where the setting is not enough. e.g. 5.0"""
    channels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """URLs by kind (feeds, sitemaps, listings, search, rest) where they differ from the habit."""
    aliases: tuple[str, ...] = ()
    """Other hosts of the same outlet. e.g. ["jambiindependent.disway.id"]"""
    evidence: str | None = None
    """How the entry is known."""
    verified: bool = False
    """A live check or a recorded page proved it."""
    allow_private: bool = False
    """The host may be on loopback or in a private network."""
    recurring: frozenset[str] = frozenset()
    """Lines that stand below or above many of its stories, as the database has learned them."""


GENERIC_SITE = Site(key="generic", name="unknown site", platform="generic")


@dataclass(frozen=True, slots=True)
class Lead:
    """A discovered link with what the channel said of it."""

    url: str
    """The absolute address, as found."""
    channel_kind: ChannelKind
    """The kind of channel that told of it. e.g. feed"""
    channel_url: str
    """The address of that channel."""
    title: str = ""
    """The link's title there."""
    summary: str = ""
    """The link's summary there."""
    published_raw: str | None = None
    """The channel's own date, verbatim. e.g. Mon, 05 Oct 2026 07:30:00 +0700"""


@dataclass(frozen=True, slots=True)
class Page:
    """Raw bytes as fetched."""

    url: str
    """Where the bytes came from, after redirects."""
    body: bytes
    """The body, unpacked."""
    status: int = 200
    """The HTTP status."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Response headers, names in lower case."""
    fetched_at: datetime | None = None
    """When, aware; relative times ("2 jam lalu") are resolved from it."""
    lead: Lead | None = None
    """What the channel said."""
    more: tuple["Page", ...] = ()
    """Pages 2..n of a multi-page article, in order."""
    request_headers: Mapping[str, str] = field(default_factory=dict)
    """What it was asked with, names in lower case; none where nobody asked."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words that say so: quote == article.text[start:end]."""

    quote: str
    """The words, verbatim. e.g. sekitar 35.000 jiwa"""
    start: int
    """Where they begin in the article's text, in characters. e.g. 1410"""
    end: int
    """Where they end, exclusive, in characters. e.g. 1429"""


@dataclass(frozen=True, slots=True)
class Article:
    """A page that has been read."""

    id: str
    """16 hex digits of SHA-256 of the canonical URL: the same on every machine. e.g. 1f0c9a…"""
    url: str
    """The canonical URL: one for all variants of the address."""
    site: str
    """Key of the site in the registry. e.g. sripoku"""
    platform: str
    """The publishing system. e.g. tribun"""
    title: str
    """The headline as the reader sees it, without the site's name."""
    text: str
    """The paragraphs joined by a blank line, verbatim, dateline kept."""
    paragraphs: tuple[str, ...]
    """The story in order, with sub-headings, lists and quotes; nothing of the page's frame."""
    authors: tuple[str, ...] = ()
    """People who reported; never the newsroom itself. e.g. ["Hamdal Hadi"]"""
    editors: tuple[str, ...] = ()
    """People who edited. e.g. ["Odi Aria"]"""
    source_credit: str | None = None
    """The credited origin. e.g. portaldutaradio.com"""
    dateline: str | None = None
    """The place before the first sentence, as printed. e.g. MUARA BUNGO"""
    sign_off: str | None = None
    """The newsroom's code at the end, moved out of the text. e.g. (Z-3)"""
    tags: tuple[str, ...] = ()
    """The page's own tags. e.g. ["BPJS Ketenagakerjaan"]"""
    language: str | None = None
    """ISO 639-1. e.g. id"""
    published_at: datetime | None = None
    """ISO 8601 with offset, in the page's or the site's zone. e.g. 2025-01-21T09:14:33+07:00"""
    published_precision: Precision | None = None
    """How exact the page is; with day, the time is midnight. e.g. second"""
    published_source: PublishedSource | None = None
    """Where on the page or in its channel the time stands. e.g. json-ld"""
    published_raw: str | None = None
    """As it stands there. e.g. Selasa 21-01-2025,09:14 WIB"""
    modified_at: datetime | None = None
    """The page's own time of its last change, ISO 8601 with offset."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """What the story is about."""

    label: RelevanceLabel
    """Its main point: cooperation; about the agency but not that: related. e.g. cooperation"""
    score: float
    """How sure cooperation is, 0..1. e.g. 0.97"""
    reasons: tuple[str, ...]
    """Why, for a person."""


@dataclass(frozen=True, slots=True)
class Government:
    """A regional government."""

    code: str
    """Kemendagri code of a province or of a kabupaten/kota. e.g. 16.10"""
    name: str
    """Its full name. e.g. Kabupaten Ogan Ilir"""
    level: Level
    """e.g. kabupaten"""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One real-world event between the agency and a government or institution."""

    government: Government | None
    """The regional government that acts as the party; null where it is an institution."""
    counterpart: str | None
    """The other party where it is no regional government. e.g. Kejaksaan Negeri Maros"""
    bpjs_office: str | None
    """Type and place of the office, or only its place. e.g. Kantor Cabang Palembang"""
    instrument: Instrument | None
    """What was agreed on; null where the story does not say it clearly. e.g. pks"""
    renewal: bool
    """It extends an earlier one."""
    status: Status | None
    """Not yet signed, signed in this news, or in force and being carried out; null where the story
    does not say it clearly. e.g. signed"""
    event_date: date | None
    """The day of the deed that the news tells: of the signing; of what is planned or in force the
    meeting, launch or evaluation, not an older signing that is recalled. e.g. 2025-01-20"""
    event_date_raw: str | None
    """The date as printed. e.g. Senin 20 Januari 2025"""
    event_date_note: str | None
    """Why the date is null though one is printed. e.g. contradicts its weekday"""
    duration: str | None
    """How long it runs or until when, or a commitment's cover, as printed. e.g. dua tahun"""
    programmes: tuple[str, ...]
    """Which of JKK JKM JHT JP JKP are named. e.g. ["JKK", "JKM"]"""
    evidence: Evidence
    """The words that say so."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted thing, amount or share."""

    raw: str
    """The literal with its unit. e.g. 35.000 jiwa"""
    value: float
    """The number. e.g. 35000"""
    upper: float | None
    """The end of a range. e.g. 40000"""
    unit: str | None
    """What is counted, as printed; rupiah and persen for amounts and shares. e.g. jiwa"""
    approximate: bool
    """A rounding or a word: sekitar, belasan ribu, 800-an."""
    as_of: date | None
    """The day the figure holds for. e.g. 2024-12-31"""
    about: str | None
    """What it counts, as printed."""
    evidence: Evidence
    """The words that say so."""


@dataclass(frozen=True, slots=True)
class WorkerGroup:
    """Who is or shall be covered."""

    raw: str
    """As printed. e.g. para perangkat desa"""
    group: str
    """The normalised name. e.g. perangkat desa"""
    evidence: Evidence
    """The words that say so."""


@dataclass(frozen=True, slots=True)
class Regulation:
    """A named regulation."""

    raw: str
    """As printed. e.g. Peraturan Gubernur (Pergub) Nomor 15 Tahun 2014"""
    kind: str
    """In lower case. e.g. pergub"""
    number: str | None
    """As printed, plain numbers without zeros in front. e.g. 15"""
    year: int | None
    """Four digits. e.g. 2014"""
    evidence: Evidence
    """The words that say so."""


@dataclass(frozen=True, slots=True)
class Official:
    """A named person with a role."""

    name: str
    """Without titles and degrees. e.g. Edward Candra"""
    role: str
    """As printed. e.g. Pj Sekretaris Daerah Provinsi Sumsel"""
    evidence: Evidence
    """The words that say so."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of the page that is not the story."""

    line: str
    """The line."""
    rule: str
    """The rule that says so."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Why the reading is what it is: for `pantau inspect`."""

    layout: str | None = None
    """Name of the layout whose body was there, or of the generic way."""
    dropped: tuple[Dropped, ...] = ()
    """Lines left out."""
    dates: tuple[tuple[str, str, str], ...] = ()
    """Each date seen on the page: where, as it stood, what was made of it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one page says, or why it says nothing: the result of `read_page`."""

    fate: Fate
    """What becomes of the page. e.g. stored"""
    fate_detail: str | None = None
    """Why, for a person."""
    article: Article | None = None
    """What was read."""
    relevance: Relevance | None = None
    """What it is about."""
    agreements: tuple[Agreement, ...] = ()
    """The agreements it tells of, each a row of its own."""
    figures: tuple[Figure, ...] = ()
    """What it counts."""
    worker_groups: tuple[WorkerGroup, ...] = ()
    """Who is or shall be covered."""
    regulations: tuple[Regulation, ...] = ()
    """Which regulations it names."""
    officials: tuple[Official, ...] = ()
    """Whom it names."""
    trace: Trace = Trace()
    """Why the reading is what it is."""
