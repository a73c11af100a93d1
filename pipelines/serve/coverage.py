"""Where every region stands: has it an agreement, only plans, or was it never in the news?"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pipelines.model import Government
from pipelines.regions import kabupaten_and_kota, region
from pipelines.tables.standing import AGREED, Form, form_of

Values = Sequence[Any] | Mapping[str, Any]
State = Literal["covered", "planned", "silent"]

# By status and instrument first, as they lie in an index.
_BY_CODE = f"""SELECT code, {AGREED} AS agreed, status, instrument, sum(events) AS events,
    max(latest) AS latest FROM (SELECT government_code AS code, status, instrument,
        count(*) AS events, max(day) AS latest FROM agreements
        WHERE government_code IS NOT NULL AND {{told}}
        GROUP BY government_code, status, instrument) GROUP BY 1, 2"""
# An event is news on the day it was first told; where that is not known, on its own day.
TOLD = "coalesce(substr(first_published_at, 1, 10), event_date)"


def rows(connection: sqlite3.Connection, sql: str, values: Values = ()) -> list[dict[str, Any]]:
    """The rows of a reading question, as dicts by column."""
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


@dataclass(frozen=True, slots=True)
class Standing:
    """One region. latest: ISO day of its newest agreement, else of its newest plan or campaign;
    status, instrument: of that event; events: how many there are, plans included."""

    region: Government
    state: State = "silent"
    events: int = 0
    latest: str | None = None
    status: str | None = None
    instrument: str | None = None

    @property
    def form(self) -> Form:
        """What kind of thing that event is about."""
        return form_of(self.instrument)


@dataclass(frozen=True, slots=True)
class ProvinceStanding:
    """One province: its own government, and its kabupaten and kota."""

    own: Standing
    parts: tuple[Standing, ...]

    @property
    def covered(self) -> int:
        """How many kabupaten/kota have an agreement."""
        return sum(part.state == "covered" for part in self.parts)

    @property
    def planned(self) -> int:
        """How many have only plans or campaigns."""
        return sum(part.state == "planned" for part in self.parts)

    @property
    def events(self) -> int:
        """Events of the province and all its parts."""
        return self.own.events + sum(part.events for part in self.parts)

    @property
    def latest(self) -> str | None:
        """ISO day of the newest event, plans aside, of the province or one of its parts."""
        standings = (self.own, *self.parts)
        return max((s.latest for s in standings if s.state == "covered" and s.latest), default=None)


def coverage(
    connection: sqlite3.Connection, until: str | None = None
) -> dict[str, ProvinceStanding]:
    """All 38 provinces by code, with their 514 kabupaten and kota, silent ones too.

    until: as it was on this ISO day, by what had been told; None for now.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    told = f"{TOLD} <= :until" if until else "true"
    for row in rows(connection, _BY_CODE.format(told=told), {"until": until}):
        found.setdefault(row["code"], []).append(row)
    parts: dict[str, list[Standing]] = {}
    for place in kabupaten_and_kota():
        parts.setdefault(place.code[:2], []).append(_standing(place, found.get(place.code, ())))
    provinces: dict[str, ProvinceStanding] = {}
    for code, standings in parts.items():
        own = region(code)
        assert own is not None
        provinces[code] = ProvinceStanding(_standing(own, found.get(code, ())), tuple(standings))
    return provinces


def _standing(place: Government, found: Iterable[dict[str, Any]]) -> Standing:
    known = list(found)
    if not known:
        return Standing(place)
    done = [row for row in known if row["agreed"]]
    newest = max(done or known, key=lambda row: row["latest"] or "")
    return Standing(
        place,
        "covered" if done else "planned",
        sum(row["events"] for row in known),
        newest["latest"],
        newest["status"],
        newest["instrument"],
    )
