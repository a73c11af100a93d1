"""What a report says: new, running, planned, ended, covered and silent, with the sources."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, get_args

from pipelines.model import Government
from pipelines.report.period import Period
from pipelines.report.terms import end_of
from pipelines.serve.coverage import TOLD, ProvinceStanding, coverage, rows
from pipelines.tables.standing import AGREED, NEW, Form, form_of

Event = dict[str, Any]

QUIET_DAYS = 365
_MONTHS = 12
_EVENTS = f"""SELECT id, government_code, government_name, counterpart, bpjs_office, instrument,
    renewal, status, event_date, duration, quote, article_id, sources, day,
    {TOLD} AS told, coalesce({AGREED}, 0) AS agreed, coalesce({NEW}, 0) AS new
    FROM agreements WHERE {TOLD} <= :last AND (:province IS NULL
        OR substr(government_code, 1, 2) = :province) ORDER BY day, id"""
_SOURCES = """SELECT DISTINCT a.url, a.title, a.published_at, coalesce(s.name, a.site) AS site
    FROM agreement_sources r JOIN articles a ON a.id = r.article_id
    LEFT JOIN sites s ON s.key = a.site
    WHERE r.agreement_id = ? AND a.copy_of IS NULL ORDER BY a.published_at_utc, a.url"""
_GROUPS = """SELECT "group", json_group_array(DISTINCT raw) AS raws FROM worker_groups
    WHERE article_id = ? GROUP BY 1 ORDER BY 1"""
# Only where the very sentence that tells of the event names one number of workers.
_WORKERS = """SELECT min(f.raw) AS raw FROM agreements g JOIN figures f
        ON f.article_id = g.article_id AND f.start >= g.start AND f."end" <= g."end"
    WHERE g.id = ? AND f.upper IS NULL AND EXISTS (SELECT 1 FROM worker_groups w
        WHERE w.article_id = f.article_id AND w.start < f."end" AND w."end" > f.start)
    HAVING min(f.value) = max(f.value)"""
_LAST_TOLD = """SELECT government_code AS code, max(published_on) AS day FROM agreement_sources
    WHERE published_on <= :last AND government_code IS NOT NULL GROUP BY 1"""


@dataclass(frozen=True, slots=True)
class Source:
    """One article that tells of events in the report; number: as they refer to it, from 1."""

    number: int
    url: str
    title: str
    site: str
    published_at: str | None


@dataclass(frozen=True, slots=True)
class Findings:
    """A report without its words.

    new, running, planned, told, ended: events by day. new: signed, neither renewing an older
    agreement nor adding to it; running: renewals and addenda, and what the news tells of
    agreements in force; told: campaigns, and news that does not say where things stand; planned:
    those told in the period, and earlier ones that no agreement of the same party followed;
    ended: those whose stated term ran out in the period and that nothing followed. Each event has
    `groups` (with the words that are printed), `workers` (as printed, or None), `ends` (a day or
    None) and `refs`, the numbers of its sources. held: by province the latest agreement of each
    region that has one. silent: regions that were never in the news; quiet: (region, ISO day of
    the last news) of those that were, but not in the last year. first_time: regions whose first
    agreement on record is among the new ones. forms: how many new ones there are of each.
    months: events by status for the twelve months up to the period's end.
    """

    period: Period
    province: ProvinceStanding | None
    provinces: dict[str, ProvinceStanding]
    new: list[Event]
    running: list[Event]
    planned: list[Event]
    told: list[Event]
    ended: list[Event]
    held: dict[str, list[Event]]
    silent: dict[str, list[Government]]
    quiet: list[tuple[Government, str]]
    first_time: list[str]
    months: dict[str, dict[str, int]]
    forms: dict[Form, int]
    instruments: dict[str, int]
    sources: list[Source]

    @property
    def covered(self) -> int:
        """How many kabupaten/kota have an agreement."""
        return sum(province.covered for province in self.provinces.values())

    @property
    def regions(self) -> int:
        """How many kabupaten/kota the report is about."""
        return sum(len(province.parts) for province in self.provinces.values())


def findings(connection: sqlite3.Connection, period: Period, province: str | None) -> Findings:
    """What happened in a period, in all of Indonesia or in one province (Kemendagri code)."""
    events = rows(connection, _EVENTS, {"last": period.last.isoformat(), "province": province})
    for event in events:
        # only a signing is on the day from which a term counts
        start = event["event_date"] if event["status"] == "signed" else None
        event["ends"] = end_of(start, event["duration"])
    provinces = {
        code: standing
        for code, standing in coverage(connection, period.last.isoformat()).items()
        if province in (None, code)
    }
    fresh = [event for event in events if event["told"] in period]
    new = [event for event in fresh if event["new"]]
    running = [event for event in fresh if event["agreed"] and not event["new"]]
    told = [event for event in fresh if not event["agreed"] and event["status"] != "planned"]
    last = _last_by_party(events)
    open_ends = [event for event in events if not _followed(event, last)]
    planned = [event for event in open_ends if event["status"] == "planned"]
    ended = [event for event in open_ends if event["agreed"] and event["ends"] in period]
    held = _held(events)
    sources = _tell(connection, (new, running, planned, told, ended, *held.values()))
    silent, quiet = _silent(connection, provinces, period)
    return Findings(
        period,
        provinces.get(province or ""),
        provinces,
        new,
        running,
        planned,
        told,
        ended,
        held,
        silent,
        quiet,
        _first_time(events, period),
        _months(events, period),
        _forms(new),
        dict(Counter(event["instrument"] for event in new).most_common()),
        sources,
    )


def _party(event: Event) -> str | None:
    party: str | None = event["government_code"] or event["counterpart"]
    return party


def _last_by_party(events: Iterable[Event]) -> dict[str | None, str]:
    """The day of each party's last agreement."""
    return {_party(event): event["day"] for event in events if event["agreed"]}


def _followed(event: Event, last: dict[str | None, str]) -> bool:
    """Whether its party agreed on something later."""
    party = _party(event)
    return party is not None and last.get(party, "") > event["day"]


def _first_time(events: Iterable[Event], period: Period) -> list[str]:
    first: dict[str, Event] = {}
    for event in events:
        if event["agreed"] and event["government_code"]:
            first.setdefault(event["government_code"], event)
    new = (event for event in first.values() if event["told"] in period and event["new"])
    return [event["government_name"] for event in new]


def _forms(new: Iterable[Event]) -> dict[Form, int]:
    counts = Counter(form_of(event["instrument"]) for event in new)
    return {form: counts[form] for form in get_args(Form) if counts[form]}


def _held(events: Iterable[Event]) -> dict[str, list[Event]]:
    """By province, the latest agreement of each kabupaten and kota, in the order of codes."""
    latest = {
        event["government_code"]: event
        for event in events
        if event["agreed"] and len(event["government_code"] or "") > len("16")
    }
    held: dict[str, list[Event]] = {}
    for code in sorted(latest):
        held.setdefault(code[:2], []).append(latest[code])
    return held


def _months(events: Iterable[Event], period: Period) -> dict[str, dict[str, int]]:
    end = period.last.year * 12 + period.last.month - 1
    counts: dict[str, dict[str, int]] = {
        f"{month // 12:04}-{month % 12 + 1:02}": {} for month in range(end - _MONTHS + 1, end + 1)
    }
    for event in events:
        column = counts.get(event["day"][:7])
        if column is not None:
            status = event["status"] or "unsaid"
            column[status] = column.get(status, 0) + 1
    return counts


def _silent(
    connection: sqlite3.Connection, provinces: dict[str, ProvinceStanding], period: Period
) -> tuple[dict[str, list[Government]], list[tuple[Government, str]]]:
    """Regions never in the news, by province; and those whose last news is over a year old."""
    told = {row["code"]: row["day"] for row in rows(connection, _LAST_TOLD, _until(period))}
    since = (period.last - timedelta(days=QUIET_DAYS)).isoformat()
    silent: dict[str, list[Government]] = {}
    quiet: list[tuple[Government, str]] = []
    for code, province in provinces.items():
        for part in province.parts:
            day = told.get(part.region.code)
            if day is None and part.state == "silent":
                silent.setdefault(code, []).append(part.region)
            elif day is not None and day < since:
                quiet.append((part.region, day))
    return silent, sorted(quiet, key=lambda found: (found[1], found[0].code))


def _until(period: Period) -> dict[str, str]:
    return {"last": period.last.isoformat()}


def _other_words(group: str, raws: Iterable[str]) -> list[str]:
    """What the news calls a group, where that does not say its name already."""
    return sorted({raw.lower() for raw in raws if group not in raw.lower()})


def _tell(connection: sqlite3.Connection, lists: Iterable[list[Event]]) -> list[Source]:
    """Give the events their groups, workers, and the numbers of their sources."""
    sources: dict[str, Source] = {}
    for event in (event for events in lists for event in events):
        if "refs" in event:
            continue
        event["groups"] = {
            row["group"]: _other_words(row["group"], json.loads(row["raws"]))
            for row in rows(connection, _GROUPS, [event["article_id"]])
        }
        workers = rows(connection, _WORKERS, [event["id"]])
        event["workers"] = workers[0]["raw"] if workers else None
        event["refs"] = []
        for row in rows(connection, _SOURCES, [event["id"]]):
            source = sources.setdefault(row["url"], Source(number=len(sources) + 1, **row))
            event["refs"].append(source.number)
    return list(sources.values())
