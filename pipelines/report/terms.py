"""When an agreement ends: the printed end, or its day and the term that the news gives."""

import re
from calendar import monthrange
from datetime import date

from pipelines.facts.event_dates import MONTH, MONTHS
from pipelines.facts.number_words import ONE_WORD, spelled

_DECEMBER = 12
_END = re.compile(
    rf"(?:(?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}})[/-]|(?:\b(?P<day>\d{{1,2}})\s)?\b(?P<month>{MONTH})\s|"
    r"(?P<vague>awal|pertengahan)\s)?(?:tahun\s)?(?P<year>20\d\d)$",
    re.IGNORECASE,
)
_TERM = re.compile(
    rf"(?P<number>\d{{1,2}}|(?:{ONE_WORD})(?:\s(?:belas|puluh))?)?\s*(?:\([\w ]+\)\s*)?"
    r"(?P<unit>setahun|sebulan|tahun|bulan)",
    re.IGNORECASE,
)


def end_of(event_date: str | None, duration: str | None) -> date | None:
    """The last day of an agreement; None where its end or its day and term are not known.

    event_date: ISO, the day from which a span counts. duration: as printed, "dua (2) tahun",
    "setahun", "sampai 30 September 2029", "hingga 2027": then the last day of that year.
    """
    printed = _END.search(duration or "")
    if printed is not None:
        return _printed_end(printed)
    match = _TERM.search(duration or "")
    if event_date is None or match is None:
        return None
    unit, number = match["unit"].lower(), (match["number"] or "").lower()
    if not unit.startswith("se") and not number:
        return None
    many = 1 if unit.startswith("se") else _number(number)
    return _later(date.fromisoformat(event_date), many if "bulan" in unit else 12 * many)


def _printed_end(match: re.Match[str]) -> date | None:
    if match["vague"]:
        return None
    year, name = int(match["year"]), (match["month"] or "").lower()
    month = int(match["m"] or MONTHS.get(name, _DECEMBER))
    if not 1 <= month <= _DECEMBER:
        return None
    last = monthrange(year, month)[1]
    day = int(match["d"] or match["day"] or last)
    return date(year, month, day) if 1 <= day <= last else None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(spelled(text.split()) or 0)


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
