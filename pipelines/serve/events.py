"""Lists of events: the newest of a kind, of all or of a province, a page at a time."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipelines.regions import region
from pipelines.serve.coverage import TOLD, rows
from pipelines.tables.standing import KINDS, Kind

PAGE = 25
_MOST_PAGES = 500
# They are chosen by an index alone; then come their words.
_NEWEST = f"""SELECT g.id, g.government_code, g.government_name, g.counterpart, g.instrument,
    g.status, g.renewal, g.article_id, g.event_date, {TOLD} AS told, g.sources, a.story_id, a.title
    FROM agreements g JOIN articles a ON a.id = g.article_id WHERE g.id IN (
        SELECT id FROM agreements WHERE {{where}}
        ORDER BY day DESC, id LIMIT :many OFFSET :first)
    ORDER BY day DESC, g.id"""
_COUNT = "SELECT count(*) AS events FROM agreements WHERE {where}"
_WITHIN = "government_code BETWEEN :province AND :province || '.99'"


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list. kinds: how many events of each there are; pages: of this list;
    found: its events, the newest first."""

    kind: Kind
    province: str
    page: int
    pages: int
    kinds: dict[Kind, int]
    found: list[dict[str, Any]]


def newest(
    connection: sqlite3.Connection, kind: Kind, many: int, province: str = "", first: int = 0
) -> list[dict[str, Any]]:
    """The newest events of a kind; province: only of it and its regions (Kemendagri code)."""
    values = {"many": many, "first": first, "province": province}
    return rows(connection, _NEWEST.format(where=_where(kind, province)), values)


def count(connection: sqlite3.Connection, kind: Kind, province: str = "") -> int:
    """How many events of a kind there are."""
    question = _COUNT.format(where=_where(kind, province))
    return int(rows(connection, question, {"province": province})[0]["events"])


def listed(connection: sqlite3.Connection, fields: Mapping[str, str]) -> Listed:
    """The page that the fields of an address ask for; what makes no sense is left out."""
    kind: Kind = next((one for one in KINDS if one == fields.get("kind")), "agreed")
    code = fields.get("province", "")
    province = code if len(code) == 2 and region(code) else ""
    kinds = {one: count(connection, one, province) for one in KINDS}
    pages = min(_MOST_PAGES, max(1, -(-kinds[kind] // PAGE)))
    wanted = fields.get("page", "1")
    page = min(pages, max(1, int(wanted))) if wanted.isascii() and wanted.isdigit() else 1
    found = newest(connection, kind, PAGE, province, (page - 1) * PAGE)
    return Listed(kind, province, page, pages, kinds, found)


def _where(kind: Kind, province: str) -> str:
    return f"{KINDS[kind]} AND {_WITHIN}" if province else KINDS[kind]
