"""What the pages say, in Indonesian and English: phrases, numbers, days."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlencode

from pipelines.regions import WIB, region

Code = Literal["id", "en"]

_WORDS = Path(__file__).with_name("words.toml")
_COLUMN: dict[Code, int] = {"id": 0, "en": 1}
_MONTHS: dict[Code, tuple[str, ...]] = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_WORD = re.compile(r"[^\W\d_]+")


@cache
def words() -> dict[str, tuple[str, str]]:
    """Every phrase by its key: (Indonesian, English)."""
    return {key: (one, other) for key, (one, other) in tomllib.loads(_WORDS.read_text()).items()}


@dataclass(frozen=True, slots=True)
class Language:
    """One of the two languages; called with a key it gives the phrase."""

    code: Code

    def __call__(self, key: str, **values: Any) -> str:
        """The phrase of a key of words.toml, with {names} filled in. Raises KeyError."""
        phrase = words()[key][_COLUMN[self.code]]
        return phrase.format(**values) if values else phrase

    def value(self, kind: str, value: str | None) -> str:
        """The phrase for a value of the data ("status", "signed"); None is what no story says."""
        return self(f"{kind}.{value or 'unsaid'}")

    def because(self, reason: str) -> tuple[str, Code]:
        """A reason that the program gives in English, as (text, its language).

        One with words that no phrase foresees, such as what a server said, stays as it is.
        """
        if self.code == "en":
            return reason, "en"
        clauses = re.split("(; |, but )", reason)
        said = [_BUT.get(clause) or _indonesian(clause) for clause in clauses]
        return ("".join(filter(None, said)), "id") if all(said) else (reason, "en")

    @property
    def other(self) -> "Language":
        """The other one."""
        return ENGLISH if self.code == "id" else INDONESIAN

    def number(self, value: float) -> str:
        """A count: 1.234 in Indonesian, 1,234 in English."""
        text = f"{value:,}"
        return text.translate(str.maketrans(",.", ".,")) if self.code == "id" else text

    def day(self, text: str | None) -> str:
        """A day from ISO text ("2026-10-27", with or without a time): 27 Oktober 2026."""
        if not text:
            return self("no_date")
        year, month, day = text[:10].split("-")
        return f"{int(day)} {_MONTHS[self.code][int(month) - 1]} {year}"

    def when(self, event: Mapping[str, Any]) -> str:
        """The day of an event; of what runs, as of when; of a plan or without a day, when told.

        event: with `status`, and the ISO days `event_date` and `told`, or None.
        """
        if event["event_date"] and event["status"] != "planned":
            day = self.day(event["event_date"])
            return self("as_of", day=day) if event["status"] == "ongoing" else day
        return self("told_on", day=self.day(event["told"])) if event["told"] else self("no_date")

    def groups(self, names: Iterable[str]) -> str:
        """Groups of workers, as the language writes them; one without a phrase as in the data."""
        known = words()
        phrases = (known.get(f"group.{name}", (name, name)) for name in names)
        return ", ".join(phrase[_COLUMN[self.code]] for phrase in phrases)

    def term(self, text: str) -> str:
        """How long something runs, from the words that the news prints: dua tahun, two years.

        Words without a translation leave it as printed.
        """
        if self.code == "id":
            return text
        said = {month.lower(): name for month, name in zip(*_MONTHS.values(), strict=True)}
        found = _WORD.findall(text.lower())
        said |= {word: self(f"term.{word}") for word in found if f"term.{word}" in words()}
        if not all(word in said for word in found):
            return text
        english = _WORD.sub(lambda word: said[word[0].lower()], text)
        return re.sub(r"\b(one|1)((?: \(\w+\))? (?:year|month))s\b", r"\1\2", english)

    def month(self, text: str) -> str:
        """A month from "2026-10", short: Okt 2026."""
        year, month = text[:7].split("-")
        return f"{_MONTHS[self.code][int(month) - 1][:3]} {year}"

    def moment(self, text: str) -> str:
        """A time from ISO text, on the clock of western Indonesia."""
        at = datetime.fromisoformat(text).astimezone(WIB)
        return f"{self.day(at.isoformat())} {at:%H:%M} WIB"

    def path(self, path: str, **query: Any) -> str:
        """The address of one of our pages in this language; empty values are left out."""
        prefix = "" if self.code == "id" else "/en"
        asked = urlencode({key: value for key, value in query.items() if value})
        return (prefix + path.rstrip("/") or "/") + (f"?{asked}" if asked else "")


_BUT = {"; ": "; ", ", but ": ", tetapi "}


def _indonesian(clause: str) -> str | None:
    """A clause of a reason in Indonesian; None where it is none of the phrases."""
    for english, indonesian in _reasons():
        if found := english.fullmatch(clause):
            values = found.groupdict()
            names = {"codes": _names(values["codes"])} if "codes" in values else {}
            return indonesian.format(**values | names)
    return None


def _names(codes: str) -> str:
    """Names of regions, from their codes."""
    found = (region(code) or code for code in codes.split(", "))
    return ", ".join(one if isinstance(one, str) else one.name for one in found)


@cache
def _reasons() -> list[tuple[re.Pattern[str], str]]:
    """What the English phrases look like once filled in, each with the Indonesian one."""
    pairs = [pair for key, pair in words().items() if key.startswith("because.")]
    return [
        (re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(english))), indonesian)
        for indonesian, english in pairs
    ]


INDONESIAN = Language("id")
ENGLISH = Language("en")
