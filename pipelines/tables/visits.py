"""Visits: what each site was asked for and gave in each run; the history that health is from."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

Ask = Callable[[str, dict[str, Any]], Iterable[tuple[Any, ...]]]
"""Answers a question in SQL with rows as tuples: `Store.stream`, or a connection's `execute`."""

# In the order of a Visit's fields.
_COUNTS = (
    'requests, found, stored, blocked, failed, channels, sick_channels, dated, completeness, "left"'
)
INSERT = (
    f"INSERT OR REPLACE INTO visits (run_id, site, at, at_utc, {_COUNTS})"
    " SELECT :run_id, :site, :at, :at_utc, :requests, :found, :stored, :blocked, :failed,"
    " count(*), coalesce(sum(error IS NOT NULL), 0), :dated, :completeness, :left"
    " FROM channels WHERE run_id = :run_id AND site = :site"
)

_SITES = "SELECT DISTINCT site FROM visits"
_NEWEST = (
    f"SELECT site, at, {_COUNTS}, NULL FROM visits WHERE site = :site"
    " ORDER BY run_id DESC LIMIT :newest"
)
_ERRORS = (
    "SELECT site, error FROM channels WHERE error IS NOT NULL AND (site, run_id) IN"
    " (SELECT site, max(run_id) FROM visits GROUP BY site)"
    " GROUP BY site, error ORDER BY count(*), error DESC"
)


class Visit(NamedTuple):
    """One site in one run.

    at: when it ended, ISO 8601 with offset. found: new URLs. stored: articles. dated: those of
    them with a publication date. channels, sick_channels: asked, and those that gave an error.
    completeness: share of the stories about the agency that its channels showed, judged from how
    they overlap; None where that says nothing. left: why the site was left before the end.
    error: what most of its sick channels say, known for the newest visit.
    """

    site: str
    at: str
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
    errors: dict[str, str] = dict(ask(_ERRORS, {}))
    history: dict[str, list[Visit]] = {}
    for (site,) in list(ask(_SITES, {})):
        rows = ask(_NEWEST, {"site": site, "newest": newest})
        last, *before = map(Visit._make, rows)
        history[site] = [last._replace(error=errors.get(site)), *before]
    return history


def completeness_of(one: set[str], other: set[str]) -> float | None:
    """The share of all stories that two lists together saw, judged from their overlap (Chapman).

    None where a list is too short for its overlap to say anything.
    """
    if min(len(one), len(other)) < 5:
        return None
    in_all = (len(one) + 1) * (len(other) + 1) / (len(one & other) + 1) - 1
    return min(1.0, len(one | other) / in_all)
