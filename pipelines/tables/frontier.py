"""What discovery asks of the ledger: which leads are news, and how far a channel was walked."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from pipelines.fates import Fate
from pipelines.model import Lead
from pipelines.tables.ledger import Ledger, utc_text
from pipelines.tables.visits import INSERT
from pipelines.urls import canonical_url

UNFOCUSED = "the lead does not name the agency"


class Sorted(NamedTuple):
    """What a channel's leads were: to be fetched; new and put aside; new in all."""

    wanted: list[Lead]
    aside: int
    new: int


class Frontier:
    """The edge between what is known and what is new."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._db = ledger._db

    def sort(
        self,
        run_id: int,
        site_key: str,
        leads: Sequence[Lead],
        is_wanted: Callable[[Lead], bool],
        is_sampled: Callable[[Lead], bool],
        at: datetime,
    ) -> Sorted:
        """Put leads into the ledger, all or none: as pending, or as off topic by their words.

        A lead that was put aside earlier and is wanted now waits to be fetched again.
        """
        with self._db.atomic():
            by_url = {canonical_url(lead.url): lead for lead in reversed(leads)}
            found = self._ledger.found(run_id, site_key, leads, at)
            new = set(found)
            fresh = [url for url in found if is_wanted(by_url[url]) or is_sampled(by_url[url])]
            aside = new.difference(fresh)
            for url in sorted(aside):
                self._ledger.settle(run_id, url, Fate.OFF_TOPIC, UNFOCUSED, at, site_key=site_key)
            known = [url for url, lead in by_url.items() if url not in new and is_wanted(lead)]
            reopened = [url for url in known if self._reopen(url)]
        wanted = [by_url[url] for url in (*fresh, *reopened)]
        return Sorted(wanted, len(aside), len(new))

    def _reopen(self, url: str) -> bool:
        cursor = self._db.execute(
            "UPDATE pages SET fate = ?, fate_detail = NULL, settled_at = NULL,"
            " settled_at_utc = NULL WHERE url = ? AND fate = ? AND fate_detail = ?",
            (Fate.PENDING, url, Fate.OFF_TOPIC, UNFOCUSED),
        )
        return cursor.rowcount == 1

    def unseen_since(self, leads: Sequence[Lead], walked_at: datetime) -> int:
        """How many leads were not known when a channel was last walked to its end."""
        query = "SELECT 1 FROM pages WHERE url = ? AND found_at_utc <= ?"
        known = (
            self._db.execute(query, (canonical_url(lead.url), utc_text(walked_at))).fetchone()
            for lead in leads
        )
        return sum(row is None for row in known)

    def due_again(self, site_key: str, now: datetime, most: int = 50) -> list[tuple[str, Lead]]:
        """Stored pages to look at again for edits, longest unseen first: (canonical URL, lead).

        A page is due when it has twice the age of the last look, at first after a day, and no
        more after two months.
        """
        rows = self._db.execute(
            """SELECT url, lead_url, channel_kind, channel_url, lead_title, lead_summary,
                lead_published_raw FROM pages
            WHERE site = :site AND fate = 'stored' AND lead_url IS NOT NULL
                AND julianday(settled_at_utc) - julianday(found_at_utc) < 60
                AND julianday(:now) - julianday(settled_at_utc)
                    >= max(1, julianday(settled_at_utc) - julianday(found_at_utc))
            ORDER BY settled_at_utc LIMIT :most""",
            {"site": site_key, "now": utc_text(now), "most": most},
        )
        return [(url, Lead(lead_url, *lead)) for url, lead_url, *lead in rows]

    def save_visit(self, visit: dict[str, Any]) -> None:
        """Note a site's visit in a run, with the channels it asked."""
        self._db.execute(INSERT, visit)

    def walked_at(self, channel_url: str) -> datetime | None:
        """When a channel last answered as it should and was walked to its end."""
        row = self._db.execute(
            "SELECT tried_at FROM channels WHERE url = ? AND error IS NULL", (channel_url,)
        ).fetchone()
        return datetime.fromisoformat(row[0]) if row else None
