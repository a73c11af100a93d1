"""How a reading is scored against what a careful reader wrote down."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from statistics import mean
from typing import Any

_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader made of a page; text is its lines."""

    title: str = ""
    lines: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """What the page says. accept: other values that are as good."""

    title: str
    paragraphs: tuple[str, ...]
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    published: str | None
    optional: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    authors_accept: tuple[tuple[str, ...], ...] = ()
    published_accept: tuple[str | None, ...] = ()


@dataclass(slots=True)
class Scores:
    """The scores of one reader over many pages."""

    f1: list[float] = field(default_factory=list)
    residue: int = 0
    titles: int = 0
    authors: int = 0
    editors_as_authors: int = 0
    dates: int = 0
    wrong_dates: int = 0

    def add(self, read: Read, gold: Gold) -> None:
        """Score one page."""
        self.f1.append(text_f1(read, gold))
        self.residue += residue_lines(read, gold)
        self.titles += _folded(read.title) == _folded(gold.title)
        accepted = (gold.authors, *gold.authors_accept)
        self.authors += any(set(read.authors) == set(names) for names in accepted)
        self.editors_as_authors += bool(set(read.authors) & set(gold.editors) - set(gold.authors))
        right = is_right_date(read.published, gold)
        self.dates += right
        self.wrong_dates += not right and is_wrong_day(read.published, gold)

    def summary(self) -> dict[str, float]:
        """Means and shares by name."""
        pages = len(self.f1)
        return {
            "pages": pages,
            "f1": round(mean(self.f1), 4),
            "lowest_f1": round(min(self.f1), 4),
            "residue": self.residue,
            "titles": round(self.titles / pages, 4),
            "authors": round(self.authors / pages, 4),
            "editors_as_authors": self.editors_as_authors,
            "published": round(self.dates / pages, 4),
            "wrong_dates": self.wrong_dates,
        }


def gold_of(data: dict[str, Any]) -> Gold:
    """A gold annotation as it stands in the JSON files."""
    paragraphs = [_clean(p) for p in data["paragraphs"]]
    sign_off = data.get("sign_off")
    if sign_off and paragraphs and paragraphs[-1].endswith(sign_off):
        paragraphs[-1] = paragraphs[-1].removesuffix(sign_off).rstrip()
    accept = data.get("authors_accept", [])
    listed = [accept] if accept and isinstance(accept[0], str) else accept
    return Gold(
        title=data["title"],
        paragraphs=tuple(paragraphs),
        authors=tuple(data.get("authors", ())),
        editors=tuple(data.get("editors", ())),
        published=data.get("published"),
        optional=tuple(_folded(o) for o in data.get("optional", ())),
        boilerplate=tuple(_folded(b) for b in data.get("boilerplate", ())),
        authors_accept=tuple(tuple(names) for names in listed),
        published_accept=tuple(data.get("published_accept", ())),
    )


def text_f1(read: Read, gold: Gold) -> float:
    """F1 of lower-cased word 4-shingles; a page without gold text is right when left empty."""
    got = _shingles(line for line in read.lines if _folded(line) not in gold.optional)
    want = _shingles(gold.paragraphs)
    if not want or not got:
        return float(not want and not got)
    common = (got & want).total()
    return 2 * common / (got.total() + want.total())


def residue_lines(read: Read, gold: Gold) -> int:
    """Lines of the text that the annotation lists as no part of the story."""
    return sum(_folded(line) in gold.boilerplate for line in read.lines)


def is_right_date(found: datetime | date | None, gold: Gold) -> bool:
    """The same instant to the minute; where the gold is a day, the same day."""
    if found is None:
        return None in (gold.published, *gold.published_accept)
    return any(_same(found, text) for text in _accepted(gold))


def is_wrong_day(found: datetime | date | None, gold: Gold) -> bool:
    """A date that is not even on the day that the page gives, in any zone."""
    if found is None:
        return False
    days = (datetime.fromisoformat(text).date() for text in _accepted(gold))
    day = found.date() if isinstance(found, datetime) else found
    return all(abs((day - other).days) > 0 for other in days)


def _accepted(gold: Gold) -> tuple[str, ...]:
    return tuple(filter(None, (gold.published, *gold.published_accept)))


def _same(found: datetime | date | None, text: str) -> bool:
    if not isinstance(found, datetime):
        return found is not None and len(text) == 10 and found.isoformat() == text
    if len(text) == 10:
        return found.date().isoformat() == text
    expected = datetime.fromisoformat(text)
    if expected.tzinfo is None or found.tzinfo is None:
        expected, found = expected.replace(tzinfo=None), found.replace(tzinfo=None)
    return found.replace(second=0, microsecond=0) == expected.replace(second=0)


def _shingles(lines: Iterable[str]) -> Counter[tuple[str, ...]]:
    words = " ".join(lines).lower().split()
    if len(words) < _SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(_windows(words))


def _windows(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def _clean(text: str) -> str:
    return " ".join(text.split())


def _folded(text: str) -> str:
    return re.sub("[“”]", '"', _clean(text).lower())
