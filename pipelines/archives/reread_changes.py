"""What today's rules change in the database: the differences, and how they are carried out."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from pipelines.archive import Position, read_archived
from pipelines.archives.reread import Kept, Reread
from pipelines.fates import Fate
from pipelines.model import Reading, Site
from pipelines.store import Store
from pipelines.tables.learned import Lines, taught
from pipelines.tables.rows import Row, article_row, fact_rows
from pipelines.urls import article_id

_KEPT = """SELECT p.url, p.fate, p.fate_detail, p.site, s.name, s.platform, s.home, s.province,
        p.archive_file, p.archive_offset, p.archive_digest, a.id, a.reading_hash
    FROM pages p LEFT JOIN sites s ON s.key = p.site LEFT JOIN articles a ON a.url = p.url
    WHERE p.archive_file IS NOT NULL AND p.fate <> 'alias'
    ORDER BY p.archive_file, p.archive_offset"""
_NOT_KEPT = """SELECT count(*) AS n FROM articles a JOIN pages p ON p.url = a.url
    WHERE p.archive_file IS NULL"""
_JSON = {"authors", "editors", "tags", "relevance_reasons", "programmes"}
_DERIVED = {"rank", "inferred", "party", "phase", "published_on", "article_id", "position"}
_NAMES = {"agreement_sources": "agreements"}
_WITHDRAWN = "withdrawn: "


class Change(NamedTuple):
    """One field that today's rules read otherwise. site: the site's key."""

    url: str
    site: str
    field: str
    before: Any
    after: Any


def kept_pages(store: Store, sites: Mapping[str, Site], lines: Lines) -> list[Kept]:
    """Every page that the archive keeps, in the archive's own order.

    sites: the registry; a page whose site it does not have is read as the database knows the site.
    lines: what was learned of the sites.
    """
    return [_kept(row, sites, lines) for row in store.query(_KEPT)]


def not_kept(store: Store) -> int:
    """How many articles the archive does not keep."""
    return int(store.query(_NOT_KEPT)[0]["n"])


def changes_of(store: Store, found: Reread) -> list[Change]:
    """What would change, field by field; nothing where the reading is the stored one."""
    reading, kept = found.reading, found.kept
    if reading is None:
        return []
    if kept.reading_hash is None or reading.fate is not Fate.STORED:
        before, after = _fate_of(store, kept.url), _said(reading.fate, reading.fate_detail)
        return [Change(kept.url, kept.site.key, "fate", before, after)]
    read = _as_read(reading)
    return [
        Change(kept.url, kept.site.key, field, before, after)
        for field, before, after in _differences(_as_stored(store, kept, read), read)
    ]


def apply(store: Store, run_id: int, folder: Path, found: Reread, at: datetime) -> str:
    """Carry out what today's rules changed: "revised", "withdrawn" or "restored".

    An article keeps its identifier and its revisions; one that is off topic now is taken out of
    its story and its events.
    """
    kept, reading = found.kept, found.reading
    assert reading is not None
    if reading.fate is not Fate.STORED:
        assert kept.article_id is not None
        detail = f"{_WITHDRAWN}{reading.fate_detail or reading.fate.meaning}"
        store.withdraw(run_id, kept.article_id, kept.url, reading.fate, detail, at)
        return "withdrawn"
    if kept.reading_hash is not None:
        store.reread(reading, at)
        return "revised"
    page = read_archived(folder, kept.position)
    store.save(run_id, kept.site, page, reading, at, kept.position)
    return "restored"


def _kept(row: dict[str, Any], sites: Mapping[str, Site], lines: Lines) -> Kept:
    known = Site(
        row["site"], row["name"] or row["site"], row["platform"] or "generic", row["home"] or "",
        row["province"],
    )  # fmt: skip
    ours = sites.get(known.key)
    site = taught(ours if ours and ours.home == known.home else known, lines)
    position = Position(row["archive_file"], row["archive_offset"], row["archive_digest"])
    once = (row["fate_detail"] or "").startswith(_WITHDRAWN)
    identity = row["id"] or (article_id(row["url"]) if once else None)
    return Kept(row["url"], site, position, identity, row["reading_hash"])


def _fate_of(store: Store, url: str) -> str:
    sql = "SELECT fate, fate_detail FROM pages WHERE url = :url"
    row = store.query(sql, {"url": url})[0]
    detail = row["fate_detail"]
    return _said(row["fate"], detail.removeprefix(_WITHDRAWN) if detail else None)


def _said(fate: str, detail: str | None) -> str:
    return f"{fate}: {detail}" if detail else str(fate)


def _as_read(reading: Reading) -> tuple[Row, dict[str, list[Row]]]:
    assert reading.article is not None
    assert reading.relevance is not None
    return article_row(reading.article, reading.relevance), fact_rows(reading)


def _as_stored(
    store: Store, kept: Kept, read: tuple[Row, dict[str, list[Row]]]
) -> tuple[Row, dict[str, list[Row]]]:
    """The same rows as they stand in the database."""
    row, facts = read
    columns = ", ".join(row)
    named = {"id": kept.article_id}
    (stored,) = store.query(f"SELECT {columns} FROM articles WHERE id = :id", named)
    return stored, {
        table: store.query(f"SELECT * FROM {table} WHERE article_id = :id ORDER BY position", named)
        for table in facts
    }


def _differences(
    stored: tuple[Row, dict[str, list[Row]]], read: tuple[Row, dict[str, list[Row]]]
) -> Iterator[tuple[str, Any, Any]]:
    for column, after in read[0].items():
        if column not in _DERIVED and not column.endswith("_utc") and after != stored[0][column]:
            yield column, _plain(column, stored[0][column]), _plain(column, after)
    for table, rows in read[1].items():
        yield from _fact_differences(_NAMES.get(table, table), stored[1][table], rows)


def _fact_differences(
    name: str, before: list[Row], after: list[Row]
) -> Iterator[tuple[str, Any, Any]]:
    """Column by column where the facts are as many as before, else the whole list."""
    if len(before) != len(after):
        yield name, [_shown(row) for row in before], [_shown(row) for row in after]
        return
    for old, new in zip(before, after, strict=True):
        for column in _shown(new):
            if old[column] != new[column]:
                yield f"{name}.{column}", _plain(column, old[column]), _plain(column, new[column])


def _shown(row: Row) -> Row:
    hidden = {*_DERIVED, "agreement_id", "story_id"}
    return {name: _plain(name, value) for name, value in row.items() if name not in hidden}


def _plain(column: str, value: Any) -> Any:
    return json.loads(value) if column in _JSON and value is not None else value
