"""The dashboard: coverage by province, agreements over time, sites by health, fates by run."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pipelines.fates import Fate
from pipelines.health import Health, health_of_sites
from pipelines.serve.coverage import ProvinceStanding, coverage, rows

STATUSES = ("signed", "ongoing", "planned")
COUNTED = (*STATUSES, "unsaid")
_MOST_MONTHS, _MOST_RUNS = 36, 12
# A person tells seven colours apart, not twelve.
FATE_GROUPS = {
    "stored": (Fate.STORED,),
    "off_topic": (Fate.OFF_TOPIC,),
    "duplicate": (Fate.ALIAS,),
    "no_story": (Fate.NOT_ARTICLE, Fate.NOT_HTML, Fate.TOO_LARGE),
    "closed": (Fate.BLOCKED, Fate.ROBOTS, Fate.REFUSED),
    "lost": (Fate.GONE, Fate.FAILED),
    "pending": (Fate.PENDING,),
}
_GROUP_OF = {fate.value: name for name, fates in FATE_GROUPS.items() for fate in fates}
# By day first, as they lie in an index.
_BY_MONTH = """SELECT substr(day, 1, 7) AS month, coalesce(status, 'unsaid') AS status,
    sum(events) AS events FROM (SELECT day, status, count(*) AS events FROM agreements
        GROUP BY day, status) GROUP BY 1, 2"""
_RUNS = f"""SELECT id, command, status, started_at FROM runs ORDER BY id DESC LIMIT {_MOST_RUNS}"""
_FATES = "SELECT fate, count(*) AS pages FROM pages WHERE run_id = ? GROUP BY fate"


@dataclass(frozen=True, slots=True)
class Dashboard:
    """months: events by status, by "2026-10", without gaps; health: by site; sites: their names;
    runs: the newest first, each with `fates` by group and their sum `found`."""

    provinces: dict[str, ProvinceStanding]
    months: dict[str, dict[str, int]]
    health: dict[str, Health]
    sites: dict[str, str]
    runs: list[dict[str, Any]]

    @property
    def states(self) -> dict[str, int]:
        """How many sites are in each state, the most common first."""
        return dict(Counter(health.state for health in self.health.values()).most_common())


def dashboard(connection: sqlite3.Connection) -> Dashboard:
    """What the dashboard says."""
    runs = rows(connection, _RUNS)
    for run in runs:
        run["fates"] = _fates(rows(connection, _FATES, [run["id"]]))
        run["found"] = sum(run["fates"].values())
    sites = {row["key"]: row["name"] for row in rows(connection, "SELECT key, name FROM sites")}
    return Dashboard(
        coverage(connection),
        _months(rows(connection, _BY_MONTH)),
        health_of_sites(connection.execute),
        sites,
        runs,
    )


def _fates(found: list[dict[str, Any]]) -> dict[str, int]:
    sums = dict.fromkeys(FATE_GROUPS, 0)
    for row in found:
        sums[_GROUP_OF[row["fate"]]] += row["pages"]
    return sums


def _months(found: list[dict[str, Any]]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for row in found:
        if row["month"]:
            counts.setdefault(row["month"], {})[row["status"]] = row["events"]
    if not counts:
        return {}
    months = list(islice(_back_from(max(counts), min(counts)), _MOST_MONTHS))
    return {month: counts.get(month, {}) for month in reversed(months)}


def _back_from(newest: str, oldest: str) -> Iterator[str]:
    """Months from the newest down to the oldest."""
    year, month = int(newest[:4]), int(newest[5:])
    while (text := f"{year:04}-{month:02}") >= oldest:
        yield text
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
