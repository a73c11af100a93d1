"""Dates inside the prose: which day, which year, and of what.

A date is only given where its printed weekday agrees. The missing year is settled by the
weekday together with the publication date, or where that is unknown with the latest year that the
text tells; nothing is repaired.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.facts.prose import Heads, Prose

_WEEKDAYS = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "jum’at": 4,
    "jum`at": 4, "jumaat": 4, "sabtu": 5, "saptu": 5, "minggu": 6, "ahad": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6, "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
MONTHS = {
    "januari": 1, "jan": 1, "february": 2, "februari": 2, "pebruari": 2, "feb": 2, "peb": 2,
    "maret": 3, "mar": 3, "march": 3, "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6,
    "jun": 6, "june": 6, "juli": 7, "jul": 7, "july": 7, "agustus": 8, "agt": 8, "agu": 8,
    "ags": 8, "agst": 8, "aug": 8, "august": 8, "september": 9, "sept": 9, "sep": 9,
    "oktober": 10, "okt": 10, "oct": 10, "october": 10, "november": 11, "nopember": 11,
    "nov": 11, "nop": 11, "desember": 12, "des": 12, "dec": 12, "december": 12, "january": 1,
}  # fmt: skip
"""Numbers of the months by their names, in lower case."""
_DAY = "|".join(sorted(map(re.escape, _WEEKDAYS), key=len, reverse=True))
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
"""Any of them, as a pattern."""
_PASARAN = (
    r"(?:\s+(?:legi|pahing|pon|wage|kliwon))?"
    r"(?:\s+(?:pagi|siang|sore|petang|malam|kemarin|lalu)\b)?"
)
_PRINTED = re.compile(
    rf"(?P<relative>\b(?:kemarin|hari\s+ini)\b[\s,]*(?=\(\s?[0-9]))?"
    rf"(?:\b(?P<weekday>{_DAY})\b{_PASARAN}(?:\s?[-–/]\s?(?P<weekday2>{_DAY})\b)?"
    rf"[\s,]{{0,3}}(?:tanggal\s+)?)?"
    rf"(?P<open>\(\s?)?"
    rf"(?P<day>[0-9]{{1,2}})(?:\s?(?:-|–|hingga|sampai|s/d|dan)\s?(?:(?P<weekday3>{_DAY})\s+)?"
    rf"(?P<day2>[0-9]{{1,2}}))?"
    rf"(?:\s?[/]\s?(?P<m>[0-9]{{1,2}})(?:\s?[/]\s?(?P<y>[0-9]{{2,6}}))?(?![0-9,]*[0-9])"
    rf"|-(?P<m2>[0-9]{{1,2}})-(?P<y2>[0-9]{{4}})\b|\.(?P<m3>[0-9]{{1,2}})\.(?P<y4>[0-9]{{4}})\b"
    rf"|[\s-](?:bulan\s)?(?P<month>{MONTH})\b\.?(?:[\s,-]{{1,2}}(?P<y3>[0-9]{{3,6}})\b)?)"
    rf"(?(open)(?P<close>\s?[)/])?(?:(?<=\))\s(?P<y5>20[0-9]{{2}})\b)?)",
    re.IGNORECASE,
)
_INSIDE_A_NUMBER = re.compile(r"[0-9][.,/]$")
_ISO = re.compile(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9][0-9])[-/](?P<m>[0-9][0-9])[-/](?P<day>[0-9][0-9])(?![0-9])"
)
_BARE = re.compile(
    rf"\b(?P<weekday>{_DAY})\b(?=[\s,.;)(]|$)(?!\s*[,(]?\s*[0-9])"
    r"(?:\s(?:pekan|minggu)\s(?:(?P<before>lalu|kemarin|silam)|(?P<this>ini))\b"
    r"|\s(?P<last>kemarin|lalu)\b(?!\s*\(\s?[0-9]))?"
    rf"|\b(?P<relative>kemarin|hari\s+ini)\b(?!\s*\(\s?[0-9])",
    re.IGNORECASE,
)
STILL_TO_COME = "the day is still to come"
"""The note of a date after the publication."""
_YEAR = re.compile(
    rf"(?<!\w)(?:tahun|pada|mulai|sejak|awal|akhir|anggaran|apbd[\w-]*|{MONTH}|"
    r"[0-9]{1,2}[/-][0-9]{1,2}(?=[/-]))[\s/-](?P<year>20[0-9][0-9])\b"
    r"(?![.,/][0-9]|\s?[-–]\s?[0-9]|\s(?:orang|pekerja|peserta|warga)\b)",
    re.IGNORECASE,
)
_OF_A_LAW = re.compile(
    r"(?:\bno(?:mor)?\b|\b(?:uud?|pp|per(?:da|bup|wali?|wako|gub|men\w*|pres|ppu)|inpres|undang-undang)\b)[^\n]{0,30}$|\b(?:menuju|hingga|sampai|target\w*|visi)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_LAW_NAMED = 40
_HEADS = Heads({*_WEEKDAYS, "jum", "kemarin", "hari"})
_NEWS_YEARS = range(1990, 2101)
_LONGEST_SILENCE = timedelta(days=400)
_UNDATED_WINDOW = timedelta(days=200)
_SOON = timedelta(days=90)
_LATELY = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as it stands in a text.

    raw: verbatim. day: the day meant, None when it is unknown or contradicts its weekday.
    until: the last day of a range. note: why there is no day. dated: it has day and month,
    not only a weekday. start, end: offsets.
    """

    raw: str
    start: int
    end: int
    day: date | None
    until: date | None
    note: str | None
    dated: bool


def find_dates(prose: Prose, published: date | None) -> tuple[PrintedDate, ...]:
    """Every date of a text in order: printed ones, then what weekdays and "kemarin" stand for."""
    if published is not None and published.year not in _NEWS_YEARS:
        published = None
    told = () if published else _years_told(prose)
    found: list[PrintedDate] = []
    free = 0
    for place in sorted(prose.places_of(_HEADS) + prose.numerals):
        start = prose.starts[place]
        one = _date_at(prose.text, start, published, told) if start >= free else None
        if one is not None:
            found.append(one)
            free = one.end
    return tuple(found)


def _years_told(prose: Prose) -> tuple[int, ...]:
    """The latest year that a text tells, and the one before; none of a law's own counts."""
    text = prose.text
    years = [
        int(one["year"])
        for one in _YEAR.finditer(text)
        if not _OF_A_LAW.search(text, max(0, one.start() - _LAW_NAMED), one.start())
    ]
    return (max(years), max(years) - 1) if years else ()


def _date_at(
    text: str, start: int, published: date | None, told: tuple[int, ...]
) -> PrintedDate | None:
    """The date that begins at a word, with the bracket before it."""
    if not "0" <= text[start] <= "9":
        match = _PRINTED.match(text, start)
        if match is None:
            match = _BARE.match(text, start)
            return _read_bare(match, published) if match else None
        return _read(match, published, told)
    if _INSIDE_A_NUMBER.search(text, max(0, start - 2), start):
        return None
    iso = _ISO.match(text, start)
    if iso is not None:
        return _read_iso(iso)
    bracket = 1 if text[start - 1 : start] == "(" else 2 if text[start - 2 : start] == "( " else 0
    match = _PRINTED.match(text, start - bracket)
    return _read(match, published, told) if match else None


def _read(match: re.Match[str], published: date | None, told: tuple[int, ...]) -> PrintedDate:
    groups = match.groupdict()
    raw, start, end = _trimmed(match)
    month = _month(groups["m"] or groups["m2"] or groups["m3"], groups["month"])
    year = next((groups[y] for y in ("y", "y2", "y3", "y4", "y5") if groups[y]), None)
    weekday = _weekday(groups["weekday"])
    note: str | None = None
    first: date | None = None
    if year is not None:
        first, note = _full(int(groups["day"]), month, year, weekday)
    else:
        first, note = _yearless(int(groups["day"]), month, weekday, published, told)
    until = None
    if first and groups["day2"]:
        until = _make(first.year, month, int(groups["day2"]))
        second = _weekday(groups["weekday2"] or groups["weekday3"])
        if until is None or until < first or (second is not None and until.weekday() != second):
            first, until, note = None, None, "the range contradicts itself"
    if first and published and first > published + timedelta(days=1):
        first, until, note = None, None, STILL_TO_COME
    return PrintedDate(raw, start, end, first, until, note, dated=True)


def _month(digits: str | None, name: str | None) -> int:
    return int(digits) if digits else MONTHS[(name or "").lower()]


def _trimmed(match: re.Match[str]) -> tuple[str, int, int]:
    """The printed date without the bracket around it, or half of one inside."""
    raw, start, end = match.group(), match.start(), match.end()
    if raw.startswith("(") and raw.endswith(")"):
        raw, start, end = raw[1:-1], start + 1, end - 1
    elif raw.endswith("/") or (raw.endswith(")") and "(" not in raw):
        raw, end = raw[:-1], end - 1
    elif raw.startswith("(") and ")" not in raw:
        raw, start = raw[1:], start + 1
    stripped = raw.strip(" ,")
    start += len(raw) - len(raw.lstrip(" ,"))
    return stripped, start, start + len(stripped)


def _read_iso(match: re.Match[str]) -> PrintedDate:
    day = _make(int(match["y"]), int(match["m"]), int(match["day"]))
    note = None if day else "there is no such day"
    return PrintedDate(match.group(), match.start(), match.end(), day, None, note, dated=True)


def _read_bare(match: re.Match[str], published: date | None) -> PrintedDate:
    day: date | None = None
    note: str | None = "the publication date is unknown"
    if published is not None:
        if match["relative"]:
            day = published - timedelta(days=match.group().lower() == "kemarin")
        else:
            day = _of_a_week(match, published)
        day, note = (day, None) if day <= published else (None, STILL_TO_COME)
    return PrintedDate(match.group(), match.start(), match.end(), day, None, note, dated=False)


def _of_a_week(match: re.Match[str], published: date) -> date:
    """The last such weekday, or that of the week told: "Senin pekan lalu", "Jumat pekan ini"."""
    back = published.weekday() - _WEEKDAYS[match["weekday"].lower()]
    if match["before"]:
        return published - timedelta(days=back + 7)
    if match["last"]:
        return published - timedelta(days=back % 7 or 7)
    return published - timedelta(days=back if match["this"] else back % 7)


def _weekday(name: str | None) -> int | None:
    return _WEEKDAYS[name.lower()] if name else None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(day: int, month: int, year: str, weekday: int | None) -> tuple[date | None, str | None]:
    if len(year) not in (2, 4):
        return None, "the printed year is impossible"
    full = _make(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if full is None:
        return None, "there is no such day"
    if weekday is not None and full.weekday() != weekday:
        return None, "the day contradicts its printed weekday"
    return full, None


def _yearless(
    day: int, month: int, weekday: int | None, published: date | None, told: tuple[int, ...]
) -> tuple[date | None, str | None]:
    if published is None:
        known = [found for found in (_make(year, month, day) for year in told) if found]
        agreeing = [found for found in known if found.weekday() == weekday]
        if agreeing:
            return agreeing[0], None
        return None, "the year is unknown: no publication date"
    latest = published + _SOON
    days = [_make(year, month, day) for year in range(latest.year, latest.year - 3, -1)]
    window = _LONGEST_SILENCE if weekday is not None else _UNDATED_WINDOW
    near = [found for found in days if found and published - window <= found <= latest]
    if not near:
        return None, "there is no such day near the publication date"
    if weekday is None:
        past = [found for found in near if found <= published]
        return (past[0], None) if past else (None, STILL_TO_COME)
    nearest = min(near, key=lambda found: abs(found - published))
    agreeing = [found for found in near if found.weekday() == weekday]
    if not agreeing or (nearest not in agreeing and abs(nearest - published) <= _LATELY):
        return None, "the day contradicts its printed weekday"
    return agreeing[0], None
