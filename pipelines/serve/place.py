"""The page of one province, kabupaten or kota: its events on a line of time."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from pipelines.model import Government
from pipelines.serve.coverage import ProvinceStanding, Standing, rows

MOST_EVENTS = 50
_MOST_SOURCES, _MOST_FACTS = 4, 4
_EVENTS = f"""SELECT id, counterpart, bpjs_office, instrument, renewal, status, event_date,
    event_date_raw, duration, quote, article_id, sources, day
    FROM agreements WHERE government_code = ?
    ORDER BY day DESC, id LIMIT {MOST_EVENTS}"""
_SUMS = """SELECT count(*) AS events, min(day) AS first FROM agreements
    WHERE government_code = ?"""


@dataclass(frozen=True, slots=True)
class Place:
    """One region. standing: where it stands; province: it is in, with all others of it;
    events: the newest, each with its sources, figures and groups; all_events: how many there are;
    first: ISO day of the first."""

    region: Government
    standing: Standing
    province: ProvinceStanding
    events: tuple[dict[str, Any], ...]
    all_events: int
    first: str | None


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
    sums = rows(connection, _SUMS, [code])[0]
    for event in events:
        event["told_by"] = _sources(connection, event["id"])
        event["figures"] = _facts(connection, "figures", "raw", event["article_id"])
        event["groups"] = _facts(connection, "worker_groups", '"group"', event["article_id"])
    found = tuple(events)
    return Place(standing.region, standing, province, found, sums["events"], sums["first"])


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
