"""When a page was published: weighing what it says in several places."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from zoneinfo import ZoneInfo

from lxml import etree

from pipelines.dates import WIB, Published, parse_published
from pipelines.model import Lead, PublishedSource
from pipelines.page.metadata import Metadata

_META = (
    "article:published_time",
    "og:article:published_time",
    "dtk:publishdateunix",
    "content_publisheddate",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "published_date",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "date",
)
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod")
_URL_DATE = re.compile(
    r"/(?:(?P<year>20\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})"
    r"(?:/(?P<hour>\d{2})(?P<minute>\d{2})\d{4,6})?"
    r"|(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<last>20\d\d))/"
)
_NEAR = timedelta(minutes=20)
_DAY = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|[a-z]{3,6}day)"
_OPENS = re.compile(
    r"\W*(?:(?:di(?:terbit|publikasi|posting|tulis|unggah|perbarui|perbaharui|rilis|tayang|muat|buat|kirim|update)(?:kan)?|pada|tanggal|tgl|posted|published|on|terbit|tayang)\b\W*){0,3}"
    rf"(?:{_DAY}\W{{1,3}})?(?:\d{{1,2}}[\s/.-]|20\d\d-|[a-z]{{3,9}}\s\d{{1,2}},)",
    re.I,
)
"""A line that dates the story, and is no caption that tells a date."""
_CHANGED = re.compile(
    r"\W*(?:terakhir |last )?(?:di)?(?:perba(?:ha)?rui|updated?|modified)\b", re.I
)
_ONE_DAY, _MOVED = timedelta(days=1), timedelta(days=7)
_Shown = tuple[etree._Element, str]
_Reader = Callable[[str], Published | None]


@dataclass(frozen=True, slots=True)
class Found:
    """One date on the page. where: a meta name, a selector …; value: None where unreadable."""

    source: PublishedSource
    where: str
    raw: str
    value: Published | None


@dataclass(frozen=True, slots=True)
class Decision:
    """The date chosen, where it came from, and every date that was weighed.

    chosen: None where the page gives none that can be believed; then `raw` is what it printed.
    """

    chosen: Published | None
    source: PublishedSource | None
    raw: str | None
    modified: datetime | None
    seen: tuple[Found, ...]


def decide(
    meta: Metadata,
    shown: Iterable[_Shown],
    url: str,
    lead: Lead | None,
    zone: ZoneInfo,
    now: datetime | None,
    told: str = "",
) -> Decision:
    """Weigh machine dates against the one that readers see.

    shown: elements that hold the article's own date, with its text; a page header is none.
    told: the date below the story, or with which it opens, for pages that give no other.
    """
    machine, visible = _read_all(meta, shown, zone, now)
    late = [*_from_lead(lead, zone, now), *_from_url(url)]
    seen = (*machine, *visible, *late)
    firm = [f for f in visible if f.value and f.value.firm]
    modified = _modified(meta, zone, now)
    best = _best(machine, firm or visible) or next((f for f in late if f.value), None)
    if best is None and (last := _from_story(told, zone, now)):
        seen, best = (*seen, last), last
    if best and best.source in ("meta", "json-ld"):
        best = _beside_headline(firm, best, modified, late) or best
    if best is None or best.value is None:
        unread = next((f for f in (*visible, *machine) if f.raw), None)
        raw = unread.raw if unread else None
        return Decision(None, None, raw, modified, seen)
    chosen = Published(_in_zone(best.value.at, zone), best.value.precision, True)
    return Decision(chosen, best.source, best.raw, modified, seen)


def _read_all(
    meta: Metadata, shown: Iterable[_Shown], zone: ZoneInfo, now: datetime | None
) -> tuple[list[Found], list[Found]]:
    """What machines and what readers see.

    UTC-7 is +07:00 with the wrong sign, but where a printed clock bears it out, and on Blogger,
    which counts in the Pacific's time until its owner sets another.
    """
    places = sorted(shown, key=_tells_change)
    read = partial(parse_published, zone=zone, now=now, west=True)
    machine, visible = list(_machine(meta, read)), list(_visible(places, read))
    western = [f for f in (*machine, *visible) if f.value and _is_western(f.value)]
    blogger = western and meta.first("generator").lower().startswith("blogger")
    if not western or blogger or any(_are_one(a, b) for a in western for b in visible):
        return machine, visible
    read = partial(parse_published, zone=zone, now=now)
    return list(_machine(meta, read)), list(_visible(places, read))


def _tells_change(shown: _Shown) -> bool:
    """When a story was changed, not when it appeared: "Diperbarui: 4 Mei 2024 11:40"."""
    return _CHANGED.match(shown[1]) is not None


def _is_western(date: Published) -> bool:
    return (date.at.utcoffset() or timedelta()) < timedelta()


def _is_east(date: Published | None) -> bool:
    """Names a zone east of UTC."""
    offset = date.at.utcoffset() if date and date.zone_given else None
    return offset is not None and offset > timedelta()


def _are_one(machine: Found, shown: Found) -> bool:
    """The same moment by two clocks."""
    if not machine.value or not shown.value or _is_western(shown.value):
        return False
    return shown.value.precision != "day" and abs(machine.value.at - shown.value.at) <= _NEAR


def _machine(meta: Metadata, read: _Reader) -> Iterator[Found]:
    for key in ("datePublished", "dateCreated"):
        if raw := meta.ld_text(key):
            yield Found("json-ld", key, raw, read(raw))
    for name in _META:
        if raw := meta.first(name):
            yield Found("meta", name, raw, read(raw))


def _visible(shown: Iterable[_Shown], read: _Reader) -> Iterator[Found]:
    for element, text in shown:
        told = read(text[:200])
        where = f"{element.tag}.{element.get('class') or element.get('id') or ''}".rstrip(".")
        for name in ("datetime", "content", "title", "d-time"):
            raw = (element.get(name) or "").strip()
            if raw and not _is_left_over(value := read(raw), told):
                yield Found("element", f"{where}[{name}]", raw, value)
        if raw := text[:200]:
            yield Found("visible", where, raw, told)


def _is_left_over(machine: Published | None, told: Published | None) -> bool:
    """Whether an attribute is a template's: days from the full date that its element prints."""
    if not machine or not told or not told.firm:
        return False
    return abs(machine.at.date() - told.at.date()) > _ONE_DAY


def _best(machine: list[Found], visible: list[Found]) -> Found | None:
    """The machine's date, put right by the printed one where the two clocks show the same."""
    read = [f for f in machine if f.value]
    shown = [f for f in visible if f.value and f.value.precision != "day"]
    exact = [f for f in read if f.value and f.value.precision != "day"]
    if not exact and not read:
        return _first_shown([f for f in visible if f.value])
    if not exact:
        return next(iter(shown or read or [f for f in visible if f.value]), None)
    best, *others = exact
    if any(_is_borne_out(best.value, f.value) for f in shown):
        return best
    unzoned = best.value is not None and not best.value.zone_given
    zoned = [f for f in others if unzoned and _is_east(f.value)]
    for other in (*zoned, *shown):
        if best.value and other.value and _offset_lies(best.value, other.value):
            zone = other.value.at.tzinfo
            at = best.value.at.replace(tzinfo=zone)
            return Found(best.source, best.where, best.raw, Published(at, best.value.precision))
    return best


def _is_borne_out(machine: Published | None, shown: Published | None) -> bool:
    """A machine's moment in UTC is printed with a zone of its own."""
    if not machine or not shown or not (machine.zone_given and shown.zone_given):
        return False
    if machine.at.utcoffset() or not shown.at.utcoffset():
        return False
    return abs(machine.at - shown.at) <= _NEAR


def _first_shown(dates: list[Found]) -> Found | None:
    """The first that dates the story, by a clock where that tells the same day."""
    clocks = [f for f in dates if f.value and f.value.precision != "day"]
    own = (f for f in dates if f in clocks or _OPENS.match(f.raw))
    first = next(own, next(iter(dates), None))
    day = first.value.at.date() if first and first.value else None
    best = next((f for f in clocks if f.value and f.value.at.date() == day), first)
    return next((f for f in clocks if best and _tells_its_zone(f, best)), best)


def _tells_its_zone(shown: Found, other: Found) -> bool:
    """A moment printed with its zone beside an attribute that tells the same in UTC, unsaid."""
    if not shown.value or not other.value or other.value.zone_given or not shown.value.zone_given:
        return False
    in_utc = other.value.at.replace(tzinfo=UTC)
    return other.source == "element" and abs(in_utc - shown.value.at) <= _NEAR


def _beside_headline(
    firm: list[Found], best: Found, modified: datetime | None, late: list[Found]
) -> Found | None:
    """The printed date where the machine's is days apart, and nothing bears that out.

    What is printed may be the time of a change; the address, a channel or another line may bear
    out the machine. A day without a clock may be the event's; more than a week before the
    machine's it is the story's own, which was moved to another system later.
    """
    clock = next((f for f in firm if f.value and f.value.precision != "day"), None)
    shown = clock or next((f for f in firm if _OPENS.match(f.raw)), None)
    if shown is None or not shown.value or not best.value:
        return None
    if not clock and shown.value.at > best.value.at - _MOVED:
        return None
    days = [f.value.at.date() for f in (*firm, *late) if f.value]
    borne_out = any(abs(day - best.value.at.date()) <= _ONE_DAY for day in days)
    changed = modified and abs(modified.date() - shown.value.at.date()) <= _ONE_DAY
    return None if borne_out or changed else shown


def _offset_lies(machine: Published, shown: Published) -> bool:
    """The same clock face in another zone: the machine's offset is wrong, not the clock.

    A printed time without a zone says nothing against an offset other than UTC.
    """
    if not shown.zone_given and machine.zone_given and machine.at.utcoffset():
        return False
    apart = abs(machine.at - shown.at)
    faces = abs(machine.at.replace(tzinfo=None) - shown.at.replace(tzinfo=None))
    return faces <= _NEAR < apart


def _in_zone(at: datetime, zone: ZoneInfo) -> datetime:
    """Times in UTC or west of it are told in the site's zone; other offsets stay as they are."""
    return at.astimezone(zone) if (at.utcoffset() or timedelta()) <= timedelta() else at


def _from_lead(lead: Lead | None, zone: tzinfo, now: datetime | None) -> Iterator[Found]:
    if lead and lead.published_raw:
        source: PublishedSource = "sitemap" if lead.channel_kind == "sitemap" else "feed"
        value = parse_published(lead.published_raw, zone, now)
        yield Found(source, lead.channel_url, lead.published_raw, value)


def _from_url(url: str) -> Iterator[Found]:
    match = _URL_DATE.search(url)
    if match:
        year, month, day, hour, minute, *reversed_ = match.groups()
        clock = f" {hour}:{minute}" if hour and "/read/" in url else ""
        raw = "/".join(reversed_) if year is None else f"{year}-{month}-{day}{clock}"
        value = parse_published(raw, WIB)
        yield Found("url", "url", match.group().strip("/"), value)


def _from_story(raw: str, zone: tzinfo, now: datetime | None) -> Found | None:
    value = parse_published(raw, zone, now) if raw else None
    return Found("visible", "the story", raw, value) if value else None


def _modified(meta: Metadata, zone: ZoneInfo, now: datetime | None) -> datetime | None:
    raws = (meta.ld_text("dateModified"), *(meta.first(name) for name in _MODIFIED))
    for raw in filter(None, raws):
        found = parse_published(raw, zone, now)
        if found:
            return _in_zone(found.at, zone)
    return None
