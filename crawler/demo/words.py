"""Indonesian dates as newsrooms print them, and HTML text."""

from datetime import date
from html import escape

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def long_date(day: date) -> str:
    """`Senin, 14 September 2026`."""
    return f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def text(value: str) -> str:
    """Text for HTML, with quotes left as typed."""
    return escape(value, quote=False)


def attribute(value: str) -> str:
    """Text for an attribute in double quotes."""
    return escape(value, quote=True)
