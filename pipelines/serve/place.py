"""The page of one province, kabupaten or kota: its events on a line of time."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from pipelines.model import Government
from pipelines.serve.coverage import TOLD, ProvinceStanding, Standing, rows
from pipelines.serve.events import newest

MOST_EVENTS = 50
_MOST_SOURCES, _MOST_FACTS, _MOST_WITHIN = 4, 4, 8
_EVENTS = f"""SELECT id, counterpart, bpjs_office, instrument, renewal, status, event_date,
    event_date_raw, duration, quote, article_id, sources, {TOLD} AS told
    FROM agreements WHERE government_code = ?
    ORDER BY day DESC, id LIMIT {MOST_EVENTS}"""
_COUNT = "SELECT count(*) AS events FROM agreements WHERE government_code = ?"
_SINCE = """SELECT min(event_date) FILTER (WHERE status = 'signed') AS signed
    FROM agreements WHERE government_code = ?"""
_SEEN = "SELECT min(published_on) AS day FROM agreement_sources WHERE government_code = ?"
_LATEST = f"""SELECT status, event_date, {TOLD} AS told FROM agreements WHERE government_code = ?
    AND day IS ? AND status IS ? AND instrument IS ? ORDER BY event_date IS NULL LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Place:
    """One region. standing: where it stands; province: it is in, with all others of it;
    events: the newest, each with its sources, figures and groups; all_events: how many there are;
    since: ISO day of the first signing on record; seen: of the first article; latest: the day of
    the event that `standing` tells of as `Language.when` takes it; None where there is none;
    within: of a province the newest agreements in all of it."""

    region: Government
    standing: Standing
    province: ProvinceStanding
    events: tuple[dict[str, Any], ...]
    all_events: int
    since: str | None
    seen: str | None
    latest: dict[str, Any] | None
    within: list[dict[str, Any]]


def place(
    connection: sqlite3.Connection, code: str, provinces: dict[str, ProvinceStanding]
) -> Place | None:
    """The page of a region by its Kemendagri code; None where there is no such region."""
    province = provinces.get(code[:2])
    if province is None:
        return None
    standing = next((s for s in (province.own, *province.parts) if s.region.code == code), None)
    if standing is None:
        return None
    events = rows(connection, _EVENTS, [code])
    count = rows(connection, _COUNT, [code])[0]["events"]
    told_last = [code, standing.latest, standing.status, standing.instrument]
    latest = rows(connection, _LATEST, told_last)
    for event in events:
        event["told_by"] = _sources(connection, event["id"])
        event["figures"] = _facts(connection, "figures", "raw", event["article_id"])
        event["groups"] = _facts(connection, "worker_groups", '"group"', event["article_id"])
    return Place(
        standing.region,
        standing,
        province,
        tuple(events),
        count,
        rows(connection, _SINCE, [code])[0]["signed"],
        rows(connection, _SEEN, [code])[0]["day"],
        latest[0] if latest else None,
        newest(connection, "agreed", _MOST_WITHIN, code) if len(code) == 2 else [],
    )


def _sources(connection: sqlite3.Connection, agreement_id: str) -> list[dict[str, Any]]:
    """The originals that tell of an event, the first to tell first."""
    return rows(
        connection,
        f"""SELECT DISTINCT a.id, a.story_id, a.title, a.published_at, a.published_at_utc,
            coalesce(s.name, a.site) AS site_name
        FROM agreement_sources r JOIN articles a ON a.id = r.article_id
        LEFT JOIN sites s ON s.key = a.site
        WHERE r.agreement_id = ? AND a.copy_of IS NULL
        ORDER BY a.published_at_utc, a.id LIMIT {_MOST_SOURCES}""",
        [agreement_id],
    )


def _facts(connection: sqlite3.Connection, table: str, column: str, article_id: str) -> list[str]:
    found = rows(
        connection,
        f"SELECT {column} AS said FROM {table} WHERE article_id = ? GROUP BY 1"
        f" ORDER BY min(position) LIMIT {_MOST_FACTS}",
        [article_id],
    )
    return [row["said"] for row in found]
