"""Visits: what each site was asked for and gave in each run; the history that health is from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Ask = Callable[[str, dict[str, Any]], list[dict[str, Any]]]

_COLUMNS = (
    "run_id, site, at, at_utc, requests, found, stored, blocked, failed, channels, sick_channels,"
    ' dated, completeness, "left"'
)
INSERT = (
    f"INSERT OR REPLACE INTO visits ({_COLUMNS}) SELECT :run_id, :site, :at, :at_utc, :requests,"
    " :found, :stored, :blocked, :failed, count(*), coalesce(sum(error IS NOT NULL), 0), :dated,"
    " :completeness, :left FROM channels WHERE run_id = :run_id AND site = :site"
)

_ERROR = (
    "(SELECT error FROM channels c WHERE c.run_id = visits.run_id AND c.site = visits.site"
    " AND error IS NOT NULL GROUP BY error ORDER BY count(*) DESC, error LIMIT 1)"
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One site in one run.

    found: new URLs. stored: articles. dated: those of them with a publication date. channels,
    sick_channels: asked, and those that gave an error. completeness: share of
    the stories about the agency that its channels showed, judged from how they overlap; None where
    that says nothing. left: why the site was left before the end. error: what most of its sick
    channels say, known for the newest visit.
    """

    site: str
    at: datetime
    requests: int
    found: int
    stored: int
    blocked: int
    failed: int
    channels: int
    sick_channels: int
    dated: int
    completeness: float | None = None
    left: str | None = None
    error: str | None = None


def visits(ask: Ask, newest: int = 60) -> dict[str, list[Visit]]:
    """The newest visits of every site that was ever visited, newest first."""
    rows = ask(
        f"SELECT * FROM (SELECT {_COLUMNS}, {_ERROR} AS error, row_number() OVER"
        " (PARTITION BY site ORDER BY run_id DESC) AS nth FROM visits) WHERE nth <= :newest"
        " ORDER BY site, nth",
        {"newest": newest},
    )
    history: dict[str, list[Visit]] = {}
    for row in rows:
        history.setdefault(row["site"], []).append(_visit(row))
    return history


def _visit(row: Mapping[str, Any]) -> Visit:
    names = Visit.__slots__
    return Visit(**{name: row[name] for name in names if name != "at"}, at=_time(row["at"]))


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def completeness_of(one: set[str], other: set[str]) -> float | None:
    """The share of all stories that two lists together saw, judged from their overlap (Chapman).

    None where a list is too short for its overlap to say anything.
    """
    if min(len(one), len(other)) < 5:
        return None
    in_all = (len(one) + 1) * (len(other) + 1) / (len(one & other) + 1) - 1
    return min(1.0, len(one | other) / in_all)
