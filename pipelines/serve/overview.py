"""The front page: how much there is, how fresh it is, what is newest."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from pipelines.serve.coverage import ProvinceStanding, rows
from pipelines.serve.events import newest
from pipelines.tables.standing import AGREED, KINDS

_SUMS = f"""SELECT (SELECT count(*) FROM articles) AS articles,
    (SELECT count(*) FROM stories) AS stories,
    (SELECT count(*) FROM agreements WHERE {AGREED}) AS agreements,
    (SELECT count(*) FROM agreements WHERE {KINDS["planned"]}) AS plans,
    (SELECT count(*) FROM sites) AS sites,
    (SELECT max(published_at) FROM (SELECT published_at FROM articles
        ORDER BY published_at_utc DESC LIMIT 1)) AS newest_story"""
_RUN = "SELECT status, started_at, ended_at FROM runs ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Overview:
    """sums: articles, stories, agreements, plans, sites, newest_story; run: the newest, if
    any; newest: what was signed last; covered: how many kabupaten/kota have an agreement."""

    sums: dict[str, Any]
    run: dict[str, Any] | None
    newest: list[dict[str, Any]]
    provinces: dict[str, ProvinceStanding]

    @property
    def covered(self) -> int:
        """How many kabupaten/kota have an agreement."""
        return sum(province.covered for province in self.provinces.values())

    @property
    def regions(self) -> int:
        """How many kabupaten/kota there are."""
        return sum(len(province.parts) for province in self.provinces.values())


def overview(connection: sqlite3.Connection, provinces: dict[str, ProvinceStanding]) -> Overview:
    """What the front page says."""
    runs = rows(connection, _RUN)
    return Overview(
        rows(connection, _SUMS)[0],
        runs[0] if runs else None,
        newest(connection, "new", 8),
        provinces,
    )
