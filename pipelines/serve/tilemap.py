"""A tile map of Indonesia: one tile a province, where `tiles.tsv` puts it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pipelines.serve.coverage import ProvinceStanding

Colour = Literal["coverage", "recency"]

_TILES = Path(__file__).with_name("tiles.tsv")
_DAYS = (90, 365, 730)


@dataclass(frozen=True, slots=True)
class Tile:
    """One province on the map. row, column: from 1; short: its short name;
    step: 0 (nothing) to 4, how dark it is; standing: what it says."""

    code: str
    row: int
    column: int
    short: str
    step: int
    standing: ProvinceStanding


@cache
def places() -> tuple[tuple[str, int, int, str], ...]:
    """(code, row, column, short name) of the 38 provinces."""
    lines = (line for line in _TILES.read_text().splitlines() if not line.startswith("#"))
    found = (line.split("\t") for line in lines)
    return tuple((code, int(row), int(column), short) for code, row, column, short in found)


def tiles(
    provinces: Mapping[str, ProvinceStanding], colour: Colour, today: date
) -> tuple[Tile, ...]:
    """The map, coloured by the share of covered kabupaten/kota or by the newest agreement."""
    return tuple(
        Tile(code, row, column, short, _step(provinces[code], colour, today), provinces[code])
        for code, row, column, short in places()
    )


def _step(province: ProvinceStanding, colour: Colour, today: date) -> int:
    if colour == "coverage":
        return coverage_step(province.covered, len(province.parts))
    return recency_step(province.latest, today)


def coverage_step(covered: int, of: int) -> int:
    """0 none, then a step every quarter."""
    return 0 if not covered else min(4, 1 + 4 * covered // of)


def recency_step(latest: str | None, today: date) -> int:
    """0 none, 1 older than two years, then two years, one year, 90 days."""
    if latest is None:
        return 0
    age = (today - date.fromisoformat(latest)).days
    return 4 - sum(age > days for days in _DAYS)
