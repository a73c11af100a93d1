"""The ledger: every article URL ever found, with exactly one fate; runs, sites and channels.

A row's key is `normal_url`. A variant of a known page (AMP, page 2, mobile host) has a row of its
own with the fate `alias` and the canonical URL as its detail, so found = the sum of the fates.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from pipelines.fates import Fate
from pipelines.model import Lead, Site
from pipelines.urls import address_key, article_id, canonical_url, normal_url

if TYPE_CHECKING:
    from sqlite_utils import Database

FIRST_BACK_OFF = {Fate.FAILED: timedelta(minutes=15), Fate.BLOCKED: timedelta(days=1)}
"""Fates that are tried again, and after how long at first."""
LONGEST_BACK_OFF = timedelta(days=7)

_LEAD = "lead_url, channel_kind, channel_url, lead_title, lead_summary, lead_published_raw"
_INSERT = f"""INSERT INTO pages
    (url, site, fate, fate_detail, address_key, run_id, found_at, found_at_utc, {_LEAD})
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO NOTHING"""
_STAYS = "fate = 'stored' AND excluded.fate NOT IN ('stored', 'gone', 'alias')"
# What is told of an article's bytes is not overwritten by those of a challenge or a 404.
_IS_ARTICLE = "(fate = 'stored' OR EXISTS (SELECT 1 FROM articles WHERE id = :article_id))"
_BYTES = ", ".join(
    f"{told} = iif(excluded.fate <> 'stored' AND {_IS_ARTICLE}, {told},"
    f" coalesce(excluded.{told}, {told}))"
    for told in (
        *("etag", "last_modified", "content_hash", "final_url"),
        *("archive_file", "archive_offset", "archive_digest"),
    )
)
_SETTLE = f"""INSERT INTO pages
    (url, site, fate, fate_detail, address_key, run_id, found_at, found_at_utc, settled_at,
     settled_at_utc, status, etag, last_modified, content_hash, final_url, tries, next_try_utc,
     archive_file, archive_offset, archive_digest)
    VALUES (:url, :site, :fate, :detail, :key, :run_id, :at, :utc, :at, :utc, :status, :etag,
     :last_modified, :content_hash, :final_url, :tries, :next_try, :file, :offset, :digest)
    ON CONFLICT (url) DO UPDATE SET
     fate = iif({_STAYS}, fate, excluded.fate),
     fate_detail = iif({_STAYS},
       'last visit: ' || excluded.fate || coalesce(', ' || excluded.fate_detail, ''),
       excluded.fate_detail),
     run_id = excluded.run_id,
     settled_at = excluded.settled_at, settled_at_utc = excluded.settled_at_utc,
     status = coalesce(excluded.status, status),
     tries = excluded.tries, next_try_utc = excluded.next_try_utc, {_BYTES}"""


def utc_text(at: datetime) -> str:
    """A time in UTC, to the second, in the one form that sorts as text."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def back_off(fate: Fate, tries: int) -> timedelta:
    """How long to leave a page alone that failed, or was refused, so many times: doubling."""
    doublings = min(max(tries, 1) - 1, 16)
    return min(FIRST_BACK_OFF[fate] * (1 << doublings), LONGEST_BACK_OFF)


class Ledger:
    """What became of every URL; the part of the store that knows no article."""

    def __init__(self, db: "Database") -> None:
        self._db = db

    def start_run(self, command: str, sites: Sequence[str], at: datetime) -> int:
        """Open a run and return its number."""
        row = (command, json.dumps(list(sites)), at.isoformat(), utc_text(at))
        cursor = self._db.execute(
            "INSERT INTO runs (command, sites, status, started_at, started_at_utc)"
            " VALUES (?, ?, 'running', ?, ?)",
            row,
        )
        return int(cursor.lastrowid or 0)

    def note_died(self) -> None:
        """Mark runs that never ended; for who holds the lock, so that no run is at work."""
        self._db.execute("UPDATE runs SET status = 'died' WHERE status = 'running'")

    def end_run(self, run_id: int, at: datetime, status: str) -> None:
        """Close a run with its status ("done", "stopped", "failed")."""
        self._db.execute(
            "UPDATE runs SET status = ?, ended_at = ?, ended_at_utc = ? WHERE id = ?",
            (status, at.isoformat(), utc_text(at), run_id),
        )

    def save_sites(self, sites: Iterable[Site]) -> None:
        """Keep what the registry says of these sites, for readers of the database."""
        rows = [(s.key, s.name, s.platform, s.home, s.province, s.verified) for s in sites]
        with self._db.atomic():
            self._db.conn.executemany(
                "INSERT INTO sites VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
                " name = excluded.name, platform = excluded.platform, home = excluded.home,"
                " province = excluded.province, verified = excluded.verified",
                rows,
            )

    def found(self, run_id: int, site_key: str, leads: Sequence[Lead], at: datetime) -> list[str]:
        """Note discovered links; the canonical URLs that are new and wait to be fetched, in order.

        A variant gets a row with fate alias beside the row of its canonical URL. A new slug for
        a known id is an alias of the known address.
        """
        new: list[str] = []
        with self._db.atomic():
            for lead in leads:
                canonical = self._known_address(canonical_url(lead.url))
                if self._insert(run_id, site_key, canonical, lead, at, Fate.PENDING, None):
                    new.append(canonical)
                own = normal_url(lead.url)
                if own != canonical:
                    self._insert(run_id, site_key, own, lead, at, Fate.ALIAS, canonical)
        return new

    def _known_address(self, canonical: str) -> str:
        """The canonical URL under which this page is known, else the given one."""
        row = self._db.execute(
            "SELECT url FROM pages WHERE address_key = ? AND fate <> 'alias' LIMIT 1",
            (address_key(canonical),),
        ).fetchone()
        return row[0] if row else canonical

    def _insert(
        self,
        run_id: int,
        site_key: str,
        url: str,
        lead: Lead,
        at: datetime,
        fate: Fate,
        detail: str | None,
    ) -> bool:
        seen = (at.isoformat(), utc_text(at))
        own = (url, site_key, fate, detail, address_key(canonical_url(url)), run_id, *seen)
        told = (lead.url, lead.channel_kind, lead.channel_url, lead.title, lead.summary)
        cursor = self._db.conn.execute(_INSERT, (*own, *told, lead.published_raw))
        return cursor.rowcount == 1

    def pending(self, site_key: str, now: datetime) -> list[tuple[str, Lead]]:
        """What is due for a site, oldest first: (canonical URL, lead).

        Pages never fetched, those in flight when a run died, and those that failed or were
        refused and whose back-off is over.
        """
        rows = self._db.execute(
            f"SELECT url, {_LEAD} FROM pages"
            " WHERE site = ? AND fate IN ('pending', 'failed', 'blocked')"
            " AND (next_try_utc IS NULL OR next_try_utc <= ?) ORDER BY rowid",
            (site_key, utc_text(now)),
        )
        return [(url, _lead(url, *rest)) for url, *rest in rows]

    def settle(
        self,
        run_id: int | None,
        url: str,
        fate: Fate,
        detail: str | None,
        at: datetime,
        *,
        site_key: str = "generic",
        status: int | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        content_hash: str | None = None,
        final_url: str | None = None,
        archive: tuple[str, int, str] | None = None,
    ) -> None:
        """Give a URL its fate; a failure or refusal is put off, twice as long with each try.

        A stored article stays stored whatever a later visit meets, unless it is gone. Of a visit
        that met no article where one stands, nothing about its bytes is noted, from `etag` to
        `archive`, where its capture stands.
        `site_key` counts only where the URL was never found before. What is None keeps the
        value of an earlier visit.
        """
        key = normal_url(url)
        again = fate in FIRST_BACK_OFF
        tries = self._tries(key) + 1 if again else 0
        file, offset, digest = archive or (None, None, None)
        self._db.execute(
            _SETTLE,
            {
                "url": key,
                "site": site_key,
                "fate": fate,
                "detail": detail,
                "key": address_key(canonical_url(key)),
                "article_id": article_id(key),
                "run_id": run_id,
                "at": at.isoformat(),
                "utc": utc_text(at),
                "status": status,
                "etag": etag,
                "last_modified": last_modified,
                "content_hash": content_hash,
                "final_url": final_url,
                "tries": tries,
                "next_try": utc_text(at + back_off(fate, tries)) if again else None,
                "file": file,
                "offset": offset,
                "digest": digest,
            },
        )
        if fate is Fate.GONE:
            self._db.execute(
                "UPDATE articles SET gone_at = ? WHERE url = ? AND gone_at IS NULL",
                (at.isoformat(), key),
            )

    def _tries(self, url: str) -> int:
        row = self._db.execute("SELECT tries FROM pages WHERE url = ?", (url,)).fetchone()
        return row[0] if row else 0

    def count(self) -> int:
        """How many URLs were ever found."""
        return int(self._db.execute("SELECT count(*) FROM pages").fetchone()[0])

    def fates(self, site_key: str | None = None, run_id: int | None = None) -> dict[Fate, int]:
        """How many URLs have each fate, of a site, of a run that settled them, or of all."""
        rows = self._db.execute(
            "SELECT fate, count(*) FROM pages WHERE site = coalesce(:site, site)"
            " AND (:run IS NULL OR run_id = :run) GROUP BY fate",
            {"site": site_key, "run": run_id},
        ).fetchall()
        counts = {Fate(fate): count for fate, count in rows}
        return {fate: counts[fate] for fate in Fate if fate in counts}

    def page_validators(self, url: str) -> tuple[str | None, str | None]:
        """(ETag, Last-Modified) that a page gave when it was last read."""
        known = self._known_address(canonical_url(url))
        return self._pair("SELECT etag, last_modified FROM pages WHERE url = ?", known)

    def validators(self, channel_url: str) -> tuple[str | None, str | None]:
        """(ETag, Last-Modified) that a channel gave when it last answered."""
        return self._pair("SELECT etag, last_modified FROM channels WHERE url = ?", channel_url)

    def save_channel(
        self,
        run_id: int,
        site_key: str,
        kind: str,
        url: str,
        at: datetime,
        *,
        status: int | None,
        etag: str | None,
        last_modified: str | None,
        leads: int,
        error: str | None,
    ) -> None:
        """Note what a channel gave; a 304 or a failure keeps the validators it had."""
        seen = (at.isoformat(), utc_text(at), utc_text(at) if leads else None)
        self._db.execute(
            """INSERT INTO channels (url, site, kind, status, etag, last_modified, leads, error,
                run_id, tried_at, tried_at_utc, last_gave_at_utc)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (url) DO UPDATE SET site = excluded.site, kind = excluded.kind,
                status = excluded.status, etag = coalesce(excluded.etag, etag),
                last_modified = coalesce(excluded.last_modified, last_modified),
                leads = excluded.leads, error = excluded.error, run_id = excluded.run_id,
                tried_at = excluded.tried_at, tried_at_utc = excluded.tried_at_utc,
                last_gave_at_utc = coalesce(excluded.last_gave_at_utc, last_gave_at_utc)""",
            (url, site_key, kind, status, etag, last_modified, leads, error, run_id, *seen),
        )

    def _pair(self, query: str, url: str) -> tuple[str | None, str | None]:
        row = self._db.execute(query, (url,)).fetchone()
        return (row[0], row[1]) if row else (None, None)


def _lead(url: str, *columns: Any) -> Lead:
    lead_url, kind, channel, title, summary, raw = columns
    return Lead(lead_url or url, kind or "listing", channel or "", title or "", summary or "", raw)
