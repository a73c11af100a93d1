"""When an agreement ends, from its day and the term that the news gives."""

import re
from calendar import monthrange
from datetime import date

_SPELLED = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_NUMBERS = {word: number for number, word in enumerate((*_SPELLED, "sepuluh"), start=1)}
_TERM = re.compile(
    rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})?\s*(?:\(\w+\)\s*)?(?P<unit>setahun|tahun|bulan)",
    re.IGNORECASE,
)


def end_of(event_date: str | None, duration: str | None) -> date | None:
    """The last day of an agreement; None where its day or its term is not known.

    event_date: ISO. duration: as printed, "dua (2) tahun", "6 bulan", "setahun".
    """
    match = _TERM.search(duration or "")
    if event_date is None or match is None:
        return None
    unit, number = match["unit"].lower(), (match["number"] or "").lower()
    if unit != "setahun" and not number:
        return None
    many = 1 if unit == "setahun" else _NUMBERS.get(number) or int(number)
    return _later(date.fromisoformat(event_date), many if unit == "bulan" else 12 * many)


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
