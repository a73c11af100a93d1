"""How Datasette's own pages show the tables: what they mean, what is counted, stored questions."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

DATABASE = "data"

# Bookkeeping of the programs; nobody asks it questions.
_HIDDEN = (
    "bands",
    "cursors",
    "exported",
    "fingerprints",
    "ingested",
    "likenesses",
    "merged",
    "nodes",
    "recurring_lines",
    "story_changes",
    "_sqlite_migrations",
    "articles_fts",
)
_FACETS = {
    "agreements": ("status", "instrument", "government_level"),
    "dataset_agreements": ("status", "instrument", "government_level"),
    "articles": ("relevance_label", "site"),
    "pages": ("fate", "site"),
    "runs": ("status",),
    "sites": ("platform", "province"),
}
_SORTED = {
    "agreements": "day",
    "articles": "published_at_utc",
    "runs": "id",
    "dataset_governments": "signed",
}
_QUERIES = {
    "latest_agreement_by_region": (
        "Every kabupaten and kota with its newest event, which may be a plan",
        """SELECT r.code, r.name, p.name AS province, g.status, g.instrument, g.day,
    coalesce(newest.events, 0) AS events, g.article_id
FROM regions r JOIN regions p ON p.code = r.province_code
LEFT JOIN (SELECT government_code, id, max(day) AS day, count(*) AS events
    FROM agreements GROUP BY government_code) newest ON newest.government_code = r.code
LEFT JOIN agreements g ON g.id = newest.id
WHERE r.level <> 'province' ORDER BY r.code""",
    ),
    "silent_regions": (
        "Kabupaten and kota without any news of an agreement",
        """SELECT r.code, r.name, p.name AS province
FROM regions r JOIN regions p ON p.code = r.province_code
WHERE r.level <> 'province' AND NOT EXISTS
    (SELECT 1 FROM agreements g WHERE g.government_code = r.code)
ORDER BY r.code""",
    ),
    "agreements_of_a_region": (
        "Events of one region, plans too, by its code",
        """SELECT day, status, instrument, renewal, bpjs_office, quote, article_id, id
FROM agreements WHERE government_code = :code ORDER BY day DESC""",
    ),
    "agreements_by_year": (
        "Events by year, instrument and status",
        """SELECT substr(day, 1, 4) AS year, instrument, status, count(*) AS events
FROM agreements GROUP BY 1, 2, 3 ORDER BY 1 DESC, 4 DESC""",
    ),
    "groups_of_workers": (
        "Groups of workers, by how often they are named",
        """SELECT "group", count(*) AS named FROM worker_groups GROUP BY 1 ORDER BY 2 DESC""",
    ),
    "fates_by_site": (
        "What became of every address, by site",
        "SELECT site, fate, count(*) AS addresses FROM pages GROUP BY 1, 2 ORDER BY 1, 3 DESC",
    ),
}


def metadata() -> dict[str, Any]:
    """Datasette's metadata: titles, meanings of tables, facets, stored questions."""
    return {
        "title": "Pantau Jamsos",
        "license": "Facts and short quotes; the texts belong to their publishers",
        "databases": {
            DATABASE: {
                "tables": {name: _table(name) for name in _names()},
                "queries": {
                    name: {"title": title, "sql": sql} for name, (title, sql) in _QUERIES.items()
                },
            }
        },
    }


def _names() -> list[str]:
    return list(dict.fromkeys((*_meanings(), *_meanings()["views"], *_FACETS, *_HIDDEN)))


def meanings(table: str) -> dict[str, str]:
    """What the columns of a table or a dataset mean.

    Not in the metadata, which Datasette copies for every table of every page.
    """
    known = _meanings()
    own = known.get(table.removeprefix("dataset_"), {}) | known.get(table, {})
    found = known.get("*", {}) | own
    return {column: said for column, said in found.items() if column}


@cache
def _meanings() -> dict[str, dict[str, str]]:
    text = (files("pipelines") / "data" / "columns.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _table(name: str) -> dict[str, Any]:
    said = _meanings().get(name, {}).get("") or _meanings()["views"].get(name, "")
    table: dict[str, Any] = {"description": said}
    if name in _FACETS:
        table["facets"] = list(_FACETS[name])
    if name in _SORTED:
        table["sort_desc"] = _SORTED[name]
    if name in _HIDDEN:
        table["hidden"] = True
    return table
