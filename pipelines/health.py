"""Health: which sites are sick, judged from what their visits gave, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Literal

from pipelines.tables.visits import Ask, Visit, visits

State = Literal["ok", "new", "blocked", "unreachable", "sick", "silent", "undated", "costly"]

# So many stories should have come since: that none came is chance once in 150 times.
_MISSED = 5.0
_DAY = 86_400
_MANY_REQUESTS = 30


@dataclass(frozen=True, slots=True)
class Health:
    """state: "ok" or "new", or what is wrong; reason: for people, "" where nothing is wrong."""

    state: State
    reason: str = ""

    @property
    def is_sick(self) -> bool:
        """Whether somebody should look."""
        return self.state not in ("ok", "new")


def health_of_sites(ask: Ask) -> dict[str, Health]:
    """Health of every site that was ever visited. ask: `Store.stream`."""
    return {site: judge(history) for site, history in visits(ask).items()}


def judge(history: Sequence[Visit]) -> Health:
    """Health from visits, newest first; a visit that was cut short by us is no evidence."""
    if not history:
        return Health("new")
    for rule in (_left, _channels, _silence, _dates, _cost):
        if found := rule(history):
            return found
    return Health("ok")


def _left(history: Sequence[Visit]) -> Health | None:
    if history[0].left and not _was_blocked(history[0]):
        return Health("unreachable", history[0].left)
    # A visit that stored nothing may have asked for no page at all: it unsays no refusal.
    told = next((visit for visit in history if visit.stored or _was_blocked(visit)), None)
    if told is None or not _was_blocked(told):
        return None
    left = told.left.removeprefix("blocked: ") if told.left else None
    return Health("blocked", left or f"{told.blocked} pages refused in a visit")


def _was_blocked(visit: Visit) -> bool:
    if visit.left:
        return visit.left.startswith("blocked")
    return 0 < visit.blocked >= visit.stored


def _channels(history: Sequence[Visit]) -> Health | None:
    last = history[0]
    if last.channels and last.sick_channels == last.channels:
        why = f": {last.error}" if last.error else ""
        return Health("sick", f"none of its {last.channels} channels answers as it should{why}")
    before = [visit.sick_channels for visit in history[1:6]]
    if before and last.sick_channels > max(before):
        fell = last.sick_channels - max(before)
        return Health("sick", f"{fell} of its {last.channels} channels fell ill since last time")
    return None


def _silence(history: Sequence[Visit]) -> Health | None:
    gave = [visit for visit in history if visit.found]
    if len(gave) < 3:
        return None
    newest, last, first = (datetime.fromisoformat(v.at) for v in (history[0], gave[0], gave[-1]))
    days = (last - first).total_seconds() / _DAY
    if days <= 0:
        return None
    # What the first visit found had been gathering for years.
    per_day = sum(visit.found for visit in gave[:-1]) / days
    quiet = (newest - last).total_seconds() / _DAY
    if per_day * quiet < _MISSED:
        return None
    return Health(
        "silent", f"nothing new since {last:%Y-%m-%d}; it used to give {per_day:.1f} a day"
    )


def _dates(history: Sequence[Visit]) -> Health | None:
    recent, before = _share_dated(history[:3]), _share_dated(history[3:])
    if recent is None or before is None or recent >= 0.5 or before < 0.8:
        return None
    return Health(
        "undated", f"{1 - recent:.0%} of its new articles lack a date, {1 - before:.0%} did"
    )


def _share_dated(part: Sequence[Visit]) -> float | None:
    stored = sum(visit.stored for visit in part)
    return sum(visit.dated for visit in part) / stored if stored >= 5 else None


def _cost(history: Sequence[Visit]) -> Health | None:
    costs = [visit.requests / visit.found for visit in history if visit.found]
    if len(costs) < 5 or not history[0].found or history[0].requests < _MANY_REQUESTS:
        return None
    usual = median(costs[1:])
    if costs[0] < 4 * usual:
        return None
    return Health("costly", f"{costs[0]:.0f} requests a story, where {usual:.0f} used to do")
