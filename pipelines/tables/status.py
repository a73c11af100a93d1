"""What `pantau status` tells of a database: its sites and its runs, each with the fates it gave."""

import json
from typing import TYPE_CHECKING, Any

from pipelines.tables.standing import AGREED

if TYPE_CHECKING:
    from pipelines.store import Store

_SITES = f"""WITH keys AS (SELECT key FROM sites UNION SELECT DISTINCT site FROM pages)
    SELECT k.key, coalesce(s.name, k.key) AS name, s.platform,
        (SELECT count(*) FROM pages p WHERE p.site = k.key) AS found,
        (SELECT count(*) FROM pages p WHERE p.site = k.key AND p.fate = 'stored') AS stored,
        (SELECT count(DISTINCT story_id) FROM articles a WHERE a.site = k.key) AS stories,
        (SELECT count(DISTINCT agreement_id) FROM agreement_sources r
            JOIN articles a ON a.id = r.article_id WHERE a.site = k.key
                AND agreement_id IN (SELECT id FROM agreements WHERE {AGREED})) AS agreements
    FROM keys k LEFT JOIN sites s ON s.key = k.key ORDER BY k.key"""


def summary(store: "Store") -> list[dict[str, Any]]:
    """One row a site: key, name, platform, found, stored, stories, agreements, fates."""
    return [{**row, "fates": store.ledger.fates(row["key"])} for row in store.query(_SITES)]


def runs(store: "Store", *, at_work: bool = True) -> list[dict[str, Any]]:
    """Every run, the newest first, with the fates it gave.

    at_work: whether a writer holds the database; where none does, a run that never ended died.
    """
    rows = store.query("SELECT * FROM runs ORDER BY id DESC")
    for row in rows:
        row |= {"sites": json.loads(row["sites"]), "fates": store.ledger.fates(run_id=row["id"])}
        if row["status"] == "running" and not at_work:
            row["status"] = "died"
    return rows
