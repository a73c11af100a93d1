"""Publication dates as Indonesian pages print them, machine and visible forms."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from pipelines.model import Precision

WIB = ZoneInfo("Asia/Jakarta")
_ZONES = {"wib": WIB, "wita": ZoneInfo("Asia/Makassar"), "wit": ZoneInfo("Asia/Jayapura")}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "senin monday mon sen",
            "selasa tuesday tue sel",
            "rabu wednesday wed rab",
            "kamis thursday thu kam",
            "jumat jum'at jum’at jum`at jumaat friday fri jum",
            "sabtu saturday sat sab",
            "minggu ahad sunday sun min",
        )
    )
    for name in names.split()
}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari pebruari february feb peb pebr febr",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt agst ags aug agus agust",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}


def _names(table: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, table), key=len, reverse=True))


_TIME = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?!\d)\s*(?P<half>[ap]m\b)?"
)
_ZONE = r"\s*\(?(?P<zone>wib|wita|wit)?\b"
_GAP = r"[\s,|\-–—/•·@(]*(?:(?:pukul|jam|pkl?\.?|at|pada)[\s:]*)?"
_AFTER = rf"(?:{_GAP}(?:{_TIME})?{_ZONE})?"
_DAY_NAME = (
    rf"(?:\b(?P<weekday>{_names(_WEEKDAYS)})\b\.?(?:\s+(?:legi|pahing|pon|wage|kliwon)\b)?[\s,]*)?"
)
_MONTH = rf"(?P<month>{_names(_MONTHS)})\b\.?"
_VISIBLE = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b{_TIME}{_ZONE}[\s,|]+{_DAY_NAME}(?P<day>\d{{1,2}})[\s\-/]+{_MONTH}[\s,\-/]+(?P<year>\d{{4}})(?!\d)",
        rf"\b{_TIME}{_ZONE}[\s,|]+{_DAY_NAME}(?P<day>\d{{1,2}})(?P<sep>[/.\-])(?P<month>\d{{1,2}})"
        r"(?P=sep)(?P<year>\d{4})(?!\d)",
        rf"{_DAY_NAME}\(?(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-/]*{_MONTH}[\s,\-/]*(?P<year>\d{{4}})(?!\d)\)?{_AFTER}",
        rf"{_DAY_NAME}\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d){_AFTER}",
        rf"{_DAY_NAME}\(?(?<![\d/.\-])(?P<day>\d{{1,2}})(?P<sep>[/.\-])(?P<month>\d{{1,2}})(?P=sep)(?P<year>\d{{4}})(?!\d)\)?{_AFTER}",
        rf"{_DAY_NAME}(?<![\d/.\-])(?P<year>\d{{4}})(?P<sep>[/.\-])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?!\d){_AFTER}",
        rf"(?<![\d/.\-])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/(?P<year>\d\d){_GAP}(?<=\W){_TIME}"
        r"\s*\(?(?P<zone>wib|wita|wit)\b",
        r"(?<![\d/.\-])(?P<month>[1-9]|1[0-2])/(?P<day>[1-9]|1[3-9]|[23]\d)/(?P<year>\d\d),?\s+"
        rf"(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})\s*(?P<half>[ap]m)\b{_ZONE}",
    )
)
_EITHER_ORDER = tuple(
    re.compile(
        rf"\b(?P<weekday>sen|sel|rab|kam|jum|sab|min|mon|tue|wed|thu|fri|sat|sun), {order}"
        r"/(?P<year>\d{4}) - (?P<hour>\d{2}):(?P<minute>\d{2})(?!\d)",
        re.I,
    )
    for order in (r"(?P<month>\d\d)/(?P<day>\d\d)", r"(?P<day>\d\d)/(?P<month>\d\d)")
)
_MACHINE = re.compile(
    r"\s*(?P<year>\d{4})(?P<sep>[-/])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})"
    r"(?:(?P<gap>\s*T|\s+T?)\s*(?P<hour>\d{1,2})(?P<colon>[:.\-])(?P<minute>\d{2})"
    r"(?:[:.\-](?P<second>\d{2})(?:[.,]\d{1,9})?)?)?"
    r"\s*(?P<offset>Z|[+-]\d{1,2}:?\d{2}|UTC|GMT)?\s*(?P<zone>wib|wita|wit)?Z?\s*",
    re.I,
)
_HIJRI = re.compile(
    r"(?<![\s/|,(–-])[\s/|,(–-]*\d{1,2}\s[a-z'’]{3,9}(?: [a-z]{3,6})?\s14\d\d(?!\d)\s?H?\b\)?", re.I
)
"""The same day by the Islamic calendar, between a date and its clock."""
_STAMP = re.compile(
    r"(?<!\d)20\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?"
)
"""A machine's date among other words."""
_RFC822 = re.compile(
    rf"\s*(?:(?P<weekday>{_names(_WEEKDAYS)}),?\s+)?(?P<day>\d{{1,2}})\s+{_MONTH}\s+(?P<year>\d{{4}})"
    r"\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"\s*(?P<offset>Z|UTC|GMT|[+-]\d{2}:?\d{2})(?:\s*\([^)]*\))?\s*",
    re.I,
)
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*")
_RELATIVE = re.compile(
    r"(?:^|\s)(?:\d{1,3}\s*|se)"
    r"(?P<minutes>detik|menit|seconds?|minutes?|mins?)?(?P<hours>jam|hours?)?"
    r"(?:hari|minggu|days?|weeks?)?\s*(?:yang\s+)?(?:lalu|ago)\b",
    re.I,
)
_HOURS_SPAN = (timedelta(hours=-1), timedelta(minutes=30))
"""Between which "3 jam lalu" lies around three hours ago: some sites cut the hour, others round."""
_DAY_WORDS = ("kemarin", "yesterday", "hari ini", "today")
_UPDATED = re.compile(
    r"\b(?:(?:last|terakhir)\s+)?(?:diperbarui|diperbaharui|diupdate|updated?|modified|diubah|"
    r"pemutakhiran|dimutakhirkan)\b",
    re.I,
)
_FIRST_PUBLISHED = re.compile(r"\b(?:terbit|tayang|diterbitkan|dipublikasikan)\s*:", re.I)


@dataclass(frozen=True, slots=True)
class Published:
    """A moment that a page names.

    at: aware; midnight where only the day is known. precision: how much of it was printed.
    zone_given: the string itself named its zone or offset. firm: neither counted back from now
    nor said of a change.
    """

    at: datetime
    precision: Precision
    zone_given: bool = False
    firm: bool = True


def parse_published(
    raw: str, zone: tzinfo, now: datetime | None = None, west: bool = False
) -> Published | None:
    """Read one printed or machine date.

    zone: holds where the string names none. now: aware; resolves relative times and rules out
    what lies in the future. west: UTC-7 means what it says. None where the string is no full
    date, contradicts its printed weekday or cannot be.
    """
    raw = raw[:300]
    found = _machine(raw, zone, west) or _visible(raw, zone) or (now and _relative(raw, zone, now))
    if not found or (now and found.at > now + timedelta(hours=1) and not _is_today(found, now)):
        return None
    return found


def _is_today(found: Published, now: datetime) -> bool:
    return found.precision == "day" and found.at.date() <= now.astimezone(found.at.tzinfo).date()


def _machine(raw: str, zone: tzinfo, west: bool) -> Published | None:
    epoch = _EPOCH.fullmatch(raw)
    if epoch:
        moment = datetime.fromtimestamp(int(epoch.group(1)), UTC).astimezone(zone)
        return Published(moment, "second", zone_given=True) if moment.year > 1990 else None
    match = _MACHINE.fullmatch(raw) or _RFC822.fullmatch(raw)
    return _built(match, zone, _offset(match, west)) if match else None


def _offset(match: re.Match[str], west: bool) -> tzinfo | None:
    """The offset that a machine date names, None where it names none that can be believed.

    A malformed time is local whatever its Z says; UTC-7 is +07:00 with the wrong sign, but
    where it is known to mean the west.
    """
    groups = match.groupdict()
    named = (groups["offset"] or "").upper()
    if groups.get("zone"):
        return _ZONES[groups["zone"].lower()]
    if not named or groups.get("colon") == "-" or (groups.get("gap") or "").upper() == " T":
        return None
    if named in ("Z", "UTC", "GMT"):
        return UTC
    hours, minutes = int(named[1:-2].rstrip(":")), int(named[-2:])
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if named[0] == "-" else 1)
    if not timedelta(hours=-12) <= offset <= timedelta(hours=14):
        return None
    wrong_sign = offset == timedelta(hours=-7) and not west
    return timezone(abs(offset)) if wrong_sign else timezone(offset)


def _visible(raw: str, zone: tzinfo) -> Published | None:
    text = _FIRST_PUBLISHED.split(raw, maxsplit=1)[-1].strip()
    changed = _UPDATED.match(text) is not None
    text = text if changed else _UPDATED.split(text, maxsplit=1)[0]
    text = _HIJRI.sub("", text) if " 14" in text else text
    if "T" in text and (stamp := _STAMP.search(text)):
        return _machine(stamp[0], zone, west=False)
    if _EITHER_ORDER[0].search(text):
        return _by_weekday(text, zone)
    for pattern in _VISIBLE:
        match = pattern.search(text)
        if match:
            named = match["zone"]
            found = _built(match, zone, _ZONES[named.lower()] if named else None)
            return replace(found, firm=False) if found and changed else found
    return None


def _by_weekday(text: str, zone: tzinfo) -> Published | None:
    """Drupal's "Sen, 11/09/2026 - 15:33": the weekday says which number is the month."""
    matches = (m for pattern in _EITHER_ORDER if (m := pattern.search(text)))
    found = {_built(match, zone, None) for match in matches} - {None}
    return found.pop() if len(found) == 1 else None


def _built(match: re.Match[str], zone: tzinfo, named: tzinfo | None) -> Published | None:
    groups = match.groupdict()
    month, day = groups["month"], int(groups["day"])
    number = int(month) if month.isdigit() else _MONTHS[month.lower()]
    if (_is_american(match) or (number > 12 and groups.get("sep") == "/")) and day <= 12:
        number, day = day, number
    year = int(groups["year"]) + (2000 if len(groups["year"]) == 2 else 0)
    hour, minute, second = (int(groups.get(k) or 0) for k in ("hour", "minute", "second"))
    if groups.get("half"):
        hour = hour % 12 + (12 if groups["half"].lower() == "pm" else 0)
    try:
        at = datetime(year, number, day, hour, minute, second, tzinfo=named or zone)
    except ValueError:
        return None
    weekday = groups.get("weekday")
    if not 1990 <= at.year <= 2100 or (weekday and _WEEKDAYS[weekday.lower()] != at.weekday()):
        return None
    return Published(at, _precision(groups), zone_given=named is not None)


def _is_american(match: re.Match[str]) -> bool:
    """12/2/2025 2:05:11 PM, as .NET prints it: the month first."""
    groups = match.groupdict()
    if not groups.get("half") or not groups["month"].isdigit():
        return False
    day_first = match.start("day") < match.start("month") < match.start("year")
    return int(groups["month"]) > 12 or bool(day_first and groups.get("second"))


def _precision(groups: dict[str, str | None]) -> Precision:
    return "second" if groups.get("second") else "minute" if groups.get("minute") else "day"


def _relative(raw: str, zone: tzinfo, now: datetime) -> Published | None:
    """A moment counted back from `now`, where only minutes give more than the day.

    None where hours do not tell on which side of midnight it was.
    """
    match = _RELATIVE.search(raw)
    words = match[0].strip() if match else raw.strip().lower()
    if not match and words not in _DAY_WORDS:
        return None
    from dateparser import parse  # takes a fifth of a second to import; few pages need it

    local = now.astimezone(zone).replace(tzinfo=None, microsecond=0)
    at = parse(words, languages=["id", "en"], settings={"RELATIVE_BASE": local})
    if at is None:
        return None
    if match and match["minutes"]:
        return Published(at.replace(tzinfo=zone), "minute", firm=False)
    if match and match["hours"] and len({(at + span).date() for span in _HOURS_SPAN}) > 1:
        return None
    return Published(at.replace(hour=0, minute=0, second=0, tzinfo=zone), "day", firm=False)
