"""Periods of a report: a year, a month, or from one day to another."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

LAST_DAYS = 30
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both within."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        """Whether an ISO day, or the start of an ISO time, is within."""
        text = str(day)[:10] if day else ""
        return self.first.isoformat() <= text <= self.last.isoformat()


def period(text: str | None, today: date) -> Period:
    """The period of "2026", "2026-10" or "2026-10-01..2026-10-15"; the last 30 days for None.

    Raises ValueError, in words, for anything else.
    """
    if text is None:
        return Period(today - timedelta(days=LAST_DAYS - 1), today)
    try:
        found = _from_days(text) if ".." in text else _from_month(text)
    except ValueError:
        forms = "write it as 2026, 2026-10 or 2026-10-01..2026-10-15"
        raise ValueError(f"{text}: not a period; {forms}") from None
    if found.first > found.last:
        raise ValueError(f"{text}: the period ends before it begins")
    if found.first > today:
        raise ValueError(f"{text}: that period is still to come")
    return found


def _from_days(text: str) -> Period:
    first, last = text.split("..")
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def _from_month(text: str) -> Period:
    match = _YEAR_MONTH.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year = int(match["year"])
    if match["month"] is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    month = int(match["month"])
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
