"""Synthetic press releases on BPJS Ketenagakerjaan, their copies and their look-alikes.

Everything is written for the project on the patterns that real duplicates show: reprints, cuts,
reordered and edited copies, other texts on the same event, and what must not be merged (templates
reused for another government or another year, plans, shared boilerplate). No publisher's words.
"""

import random
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pipelines.fates import Fate
from pipelines.model import (
    Agreement,
    Article,
    Evidence,
    Government,
    Instrument,
    Page,
    Reading,
    Relevance,
    Site,
    Status,
)
from pipelines.urls import article_id

WIB = ZoneInfo("Asia/Jakarta")
SITE = Site("portal", "Portal", "wordpress", "https://portal.example")

_TEXTS = tomllib.loads(Path(__file__).with_name("releases.toml").read_text())


@dataclass(frozen=True, slots=True)
class Release:
    """One newsroom's text of one event, with the facts that a reader would find in it."""

    text: str
    title: str
    government: Government | None
    day: date | None
    status: Status
    instrument: Instrument
    published: datetime | None
    credit: str | None = None
    counterpart: str | None = None
    told: bool = True


class Writer:
    """Writes releases; the same seed writes the same ones."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._serial = 0

    def event(self) -> "Event":
        """A new signing somewhere, unlike any other."""
        self._serial += 1
        pick = self.chance.choice
        place = f"{self._one('places')} {pick(('Barat', 'Timur', 'Utara', 'Selatan', 'Tengah'))}"
        day = date(2021, 1, 4) + timedelta(days=self.chance.randrange(1900))
        code = f"{self._serial // 90 + 11}.{self._serial % 90 + 1:02}"
        return Event(
            Government(code, f"Kabupaten {place}", "kabupaten"),
            day,
            {
                "place": place, "office": pick(("Cabang ", "KCP ")) + self._one('places'),
                "workers": self._one("workers"), "act": self._one("acts"),
                **self._people(), **self._numbers(),
                "district": self._one('places'), "month": self._one('months'),
            },
        )  # fmt: skip

    def _one(self, kind: str) -> str:
        return str(self.chance.choice(_TEXTS[kind]))

    def _people(self) -> dict[str, str]:
        names = [f"{self._one('first_names')} {self._one('last_names')}" for _ in range(4)]
        roles = dict(zip(("regent", "head", "secretary", "citizen"), names, strict=True))
        return roles | {f"{role}_short": roles[role].split()[0] for role in ("regent", "head")}

    def _numbers(self) -> dict[str, str]:
        number = self.chance.randrange
        return {
            "count": f"{number(1, 60)}.{number(1000):03}",
            "total": f"{number(61, 400)}.{number(1000):03}",
            "share": f"{number(11, 89)},{number(1, 99)}",
            "money": f"{number(1, 40)},{number(1, 9)}",
            "months": str(number(3, 24)),
        }

    def skeleton(self, half: int | None = None) -> tuple[str, ...]:
        """The sentences of a text, with its gaps; two halves share none but boilerplate."""

        def some(kind: str, number: int = 1) -> str:
            pool = _TEXTS[kind] if half is None else _TEXTS[kind][half::2]
            return " ".join(self.chance.sample(pool, number))

        return (
            f"{some('leads')} {some('signings')}",
            f"{some('quotes')} {some('details')}",
            some("answers", 2),
            some("details", 2),
            *self.chance.sample(_TEXTS["boilerplate"], self.chance.randrange(3)),
            some("closings"),
        )

    def rival(self, event: "Event") -> tuple[Release, Release]:
        """Two newsrooms' own texts on one event."""
        return self.release(event, self.skeleton(0)), self.release(event, self.skeleton(1))

    def release(self, event: "Event", skeleton: Sequence[str] | None = None) -> Release:
        """A text on an event, on its own or on a given skeleton."""
        gaps = event.gaps | {
            "day": _TEXTS["days"][event.day.weekday()],
            "short": event.short,
        }
        paragraphs = [p.format(**gaps) for p in skeleton or self.skeleton()]
        published = datetime.combine(event.day, time(9), WIB)
        return Release(
            "\n\n".join(paragraphs),
            f"{gaps['place']} lindungi {gaps['workers']}",
            event.government,
            event.day,
            "signed",
            "mou",
            published + timedelta(minutes=self.chance.randrange(2000)),
        )

    def explained(self, event: "Event") -> Release:
        """A lead and a signing, then nothing but the agency's standing explanation; unread."""
        lead = self.skeleton()[0]
        made = self.release(event, [lead, *_TEXTS["boilerplate"]])
        return replace(made, told=False)

    def reused(self, old: "Event", release: Release, event: "Event") -> Release:
        """The text of an old release, word for word, with the names and figures of another."""
        text = release.text
        for gap, word in sorted(old.gaps.items(), key=lambda pair: -len(pair[1])):
            if gap not in ("act", "workers"):
                text = text.replace(word, event.gaps[gap])
        text = text.replace(f"({old.short})", f"({event.short})")
        published = datetime.combine(event.day, time(10), WIB)
        return replace(
            release, text=text, government=event.government, day=event.day, published=published
        )

    def copy(self, release: Release) -> Release:
        """A copy as newsrooms make them: as it is, or with one or two of the usual changes."""
        changes = (self._prefixed, self._cut, self._reordered, self._edited, self._framed)
        made = release
        for change in self.chance.sample(changes, self.chance.choice((0, 1, 1, 2))):
            made = replace(made, text=change(made.text))
        later = timedelta(minutes=self.chance.randrange(10, 6000))
        at = made.published + later if made.published else None
        return replace(made, published=at, title=self.chance.choice((made.title, "Kabar daerah")))

    def forgetful(self, release: Release) -> Release:
        """The release as a reader sees it that misses the year, the date or the government."""
        chance = self.chance.random()
        if chance < 0.12:
            return replace(release, day=None, published=None)
        if chance < 0.22:
            return replace(release, day=None)
        if chance < 0.28:
            return replace(release, told=False)
        return release

    def _prefixed(self, text: str) -> str:
        place = self._one("places")
        return f"{place.upper()}, KABAR {self._one('last_names').upper()}.COM - {text}"

    def _cut(self, text: str) -> str:
        paragraphs = text.split("\n\n")
        return "\n\n".join(paragraphs[: max(3, len(paragraphs) * 3 // 5)])

    def _reordered(self, text: str) -> str:
        first, *rest = text.split("\n\n")
        self.chance.shuffle(rest)
        return "\n\n".join([first, *rest])

    def _edited(self, text: str) -> str:
        for old, new in self.chance.sample(sorted(_TEXTS["spin"].items()), 8):
            text = text.replace(old, new)
        return re.sub(r"\b(\d+)\.(\d{3})\b", r"\1.999", text, count=1)

    def _framed(self, text: str) -> str:
        return f"{text}\n\nSimak kabar lain hanya di kanal kami. Laporan: {self._one('last_names')}"


@dataclass(frozen=True, slots=True)
class Event:
    """One real-world signing. gaps: what fills the gaps of a text."""

    government: Government
    day: date
    gaps: dict[str, str]

    @property
    def short(self) -> str:
        """The day as newsrooms print it."""
        return f"{self.day.day}/{self.day.month}"


def reading_of(release: Release, url: str) -> Reading:
    """What the reader would make of a release published at this address."""
    quote = release.text[:40]
    agreement = Agreement(
        release.government, release.counterpart, None, release.instrument, False, release.status,
        release.day, None, None, None, ("JKK", "JKM"), Evidence(quote, 0, len(quote)),
    )  # fmt: skip
    article = Article(
        article_id(url), url, SITE.key, SITE.platform, release.title, release.text,
        tuple(release.text.split("\n\n")), source_credit=release.credit,
        published_at=release.published,
        published_precision="minute" if release.published else None,
    )  # fmt: skip
    why = Relevance("cooperation", 0.9, ("synthetic",))
    return Reading(Fate.STORED, None, article, why, (agreement,) if release.told else ())


def page_of(url: str) -> Page:
    """A page at this address; its bytes are not what is measured."""
    return Page(url, url.encode())
