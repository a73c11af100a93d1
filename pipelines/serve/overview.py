"""The front page: how much there is, how fresh it is, what is newest."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from pipelines.serve.coverage import TOLD, ProvinceStanding, rows
from pipelines.tables.standing import AGREED

_SUMS = """SELECT (SELECT count(*) FROM articles) AS articles,
    (SELECT count(*) FROM stories) AS stories,
    (SELECT count(*) FROM agreements) AS agreements,
    (SELECT count(*) FROM sites) AS sites,
    (SELECT max(published_at) FROM (SELECT published_at FROM articles
        ORDER BY published_at_utc DESC LIMIT 1)) AS newest_story"""
_RUN = "SELECT status, started_at, ended_at FROM runs ORDER BY id DESC LIMIT 1"
# The newest are chosen by an index alone; then come their words.
_NEWEST = f"""SELECT g.id, g.government_code, g.government_name, g.counterpart, g.instrument,
    g.status, g.renewal, g.article_id, g.event_date, {TOLD} AS told, g.sources, a.story_id, a.title
    FROM agreements g JOIN articles a ON a.id = g.article_id WHERE g.id IN (
        SELECT id FROM agreements WHERE {AGREED}
        ORDER BY day DESC, id LIMIT ?)
    ORDER BY day DESC, g.id"""


@dataclass(frozen=True, slots=True)
class Overview:
    """sums: articles, stories, agreements, sites, newest_story; run: the newest, if any;
    newest: events; covered: how many kabupaten/kota have an agreement."""

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
        rows(connection, _NEWEST, [8]),
        provinces,
    )
