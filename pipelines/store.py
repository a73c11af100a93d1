"""The store: the one writer of the database. A page goes in with all its facts or not at all."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import BaseFileLock
from sqlite_utils import Database

from pipelines.archives.packing import content_hash
from pipelines.fates import Fate
from pipelines.model import Page, Reading, Site
from pipelines.ready import Ready, ready
from pipelines.rules import rules_version
from pipelines.tables.articles import Articles
from pipelines.tables.database import (
    StoreBusy,
    StoreError,
    lock_for_writing,
    open_to_read,
    open_to_write,
)
from pipelines.tables.ledger import Ledger, utc_text
from pipelines.tables.rows import ArticleRows, Row, rows_of
from pipelines.tables.standing import AGREED
from pipelines.tables.story_view import StoryView
from pipelines.urls import canonical_url, normal_url

_COUNTED = {
    "articles": "articles",
    "stories": "stories",
    "agreements": f"agreements WHERE {AGREED}",
    "events": "agreements",
}

__all__ = ["Saved", "Store", "StoreBusy", "StoreError"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a page that was saved.

    outcome: "new", "revised", "unchanged", "alias" (of an article stored from its own address)
    or "settled" (no article).
    """

    fate: Fate
    outcome: str
    article_id: str | None = None


class Store:
    """An open database: a ledger, and articles in stories and agreements. A context manager."""

    def __init__(self, db: Database, lock: BaseFileLock | None) -> None:
        self._db = db
        self._lock = lock
        self._articles = Articles(db.conn)
        self.ledger = Ledger(db)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a database, made or brought up to date if need be; a writer holds `path`.lock.

        Raises StoreError with one line for people: missing (read only), not ours, written by a
        newer version, no permission, disk full; StoreBusy when another run holds it.
        """
        if read_only:
            return cls(open_to_read(path), None)
        with ExitStack() as unless_open:
            lock = lock_for_writing(path)
            unless_open.callback(lock.release)
            store = cls(open_to_write(path), lock)
            unless_open.callback(store._db.close)
            store.ledger.note_died()
            unless_open.pop_all()
        return store

    def close(self) -> None:
        """Finish what was put off and let the database go."""
        try:
            if self._lock is not None:
                with self._db.atomic():
                    self._articles.tell_copies()
                self.commit()
        finally:
            self._db.close()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def begin(self) -> None:
        """What is written from now on stands for good only at `commit`, all of it at once."""
        if not self._db.conn.in_transaction:
            self._db.begin()

    def commit(self) -> None:
        """Let what was written since `begin` stand. Raises StoreError, and then none of it does."""
        with ExitStack() as unless_kept:
            unless_kept.callback(self._db.rollback)
            self._index()
            self._db.commit()
            unless_kept.pop_all()

    def save(
        self,
        run_id: int | None,
        site: Site,
        page: Page,
        reading: Reading | Ready,
        at: datetime,
        archive: tuple[str, int, str] | None = None,
    ) -> Saved:
        """Write what was read of a page and settle its URL, in one transaction.

        The same page twice changes nothing. Every other address it came by becomes an alias of
        the article's canonical URL. A reading that is no article only settles the URL.
        """
        told = ready(reading) if isinstance(reading, Reading) else reading
        with self.atomic():
            if told.rows is None:
                asked = canonical_url(page.lead.url if page.lead else page.url)
                self._settle(run_id, site, page, asked, told.fate, told.fate_detail, at, archive)
                return Saved(told.fate, "settled")
            target = told.rows.article["url"]
            for address in self._addresses(page) - {target}:
                self.ledger.settle(run_id, address, Fate.ALIAS, target, at, site_key=site.key)
            return self._save_article(run_id, site, page, told.rows, at, archive)

    def withdraw(
        self, run_id: int, article_id: str, url: str, fate: Fate, detail: str, at: datetime
    ) -> None:
        """Take out an article, with its facts, that today's rules no longer find in its page.

        Its revisions stay, and are its own again should other rules bring it back.
        """
        with self.atomic():
            self._articles.remove(article_id, at.isoformat())
            self._db.execute("UPDATE pages SET fate = 'pending' WHERE url = ?", (url,))
            self.ledger.settle(run_id, url, fate, detail, at)

    def reread(self, reading: Reading, at: datetime) -> None:
        """Replace what was read of a stored article whose page is the same as before."""
        rows = rows_of(reading)
        assert rows is not None
        row, facts = _dated(rows, at)
        known = self._articles.known(row["id"])
        assert known is not None
        with self.atomic():
            self._articles.revise(known, row, facts, rewritten=False)

    def _addresses(self, page: Page) -> set[str]:
        urls = [page.url, page.lead.url] if page.lead else [page.url]
        return {fold(url) for url in urls for fold in (normal_url, canonical_url)}

    def _settle(
        self,
        run_id: int | None,
        site: Site,
        page: Page,
        url: str,
        fate: Fate,
        detail: str | None,
        at: datetime,
        archive: tuple[str, int, str] | None,
    ) -> None:
        digest = archive[2] if archive and not page.more else content_hash(page)
        self.ledger.settle(
            run_id,
            url,
            fate,
            detail,
            at,
            site_key=site.key,
            status=page.status,
            etag=page.headers.get("etag"),
            last_modified=page.headers.get("last-modified"),
            content_hash=digest,
            final_url=normal_url(page.url),
            archive=archive,
        )

    def _save_article(
        self,
        run_id: int | None,
        site: Site,
        page: Page,
        rows: ArticleRows,
        at: datetime,
        archive: tuple[str, int, str] | None,
    ) -> Saved:
        row, facts = _dated(rows, at)
        known = self._articles.known(row["id"])
        seen = self._seen(row["url"]) if known else None
        if seen and seen[1] == row["url"] != normal_url(page.url):
            return Saved(Fate.STORED, "alias", row["id"])
        self._settle(run_id, site, page, row["url"], Fate.STORED, None, at, archive)
        if known is None:
            self._articles.add(row, facts)
            return Saved(Fate.STORED, "new", row["id"])
        self._articles.is_back(row["id"])
        if known["reading_hash"] == row["reading_hash"]:
            self._articles.note_rules([row["id"]])
            return Saved(Fate.STORED, "unchanged", row["id"])
        rewritten = not seen or seen[0] != content_hash(page)
        self._articles.revise(known, row, facts, rewritten=rewritten)
        return Saved(Fate.STORED, "revised", row["id"])

    def note_rules(self, article_ids: Iterable[str]) -> None:
        """Note that today's rules read these articles as they stand."""
        self._articles.note_rules(article_ids)

    def is_archived(self, page: Page, rows: ArticleRows | None) -> bool:
        """Whether the archive holds a capture of the same bytes that reads the same."""
        if rows is None:
            return False
        found = self._db.execute(
            "SELECT p.content_hash FROM pages p JOIN articles a ON a.url = p.url WHERE a.id = ?"
            " AND a.reading_hash = ? AND p.archive_file IS NOT NULL",
            (rows.article["id"], rows.article["reading_hash"]),
        ).fetchone()
        return found is not None and found[0] == content_hash(page)

    def _seen(self, url: str) -> tuple[str | None, str | None] | None:
        """(content hash, address the bytes came from) of the last visit."""
        row: tuple[str | None, str | None] | None = self._db.execute(
            "SELECT content_hash, final_url FROM pages WHERE url = ?", (url,)
        ).fetchone()
        return row

    def counts(self) -> dict[str, int]:
        """How many articles, stories, agreements, and events with plans among them there are."""
        return {
            name: int(self._db.execute(f"SELECT count(*) FROM {rows}").fetchone()[0])
            for name, rows in _COUNTED.items()
        }

    def query(self, sql: str, parameters: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a reading question, as dicts by column."""
        return list(self._db.query(sql, parameters or {}))

    def stream(self, sql: str, parameters: dict[str, Any] | None = None) -> sqlite3.Cursor:
        """The rows of a reading question as tuples, one after the other, however many."""
        cursor: sqlite3.Cursor = self._db.execute(sql, parameters or {})
        return cursor

    @contextmanager
    def atomic(self) -> Iterator[Database]:
        """One transaction: what is read inside is of one moment, what is changed is all or none."""
        outermost = not self._db.conn.in_transaction
        with self._db.atomic() as db:
            yield db
            if outermost:
                self._index()

    def _index(self) -> None:
        """Let the full-text index follow, once a transaction: a page alone would cost twice."""
        if self._lock is not None and self._db.conn.in_transaction:
            self._articles.index()

    def change_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Carry out a statement for each row, as a part of the transaction that is open."""
        self._db.conn.executemany(sql, rows)

    def change(self, sql: str, parameters: dict[str, Any] | None = None) -> None:
        """Carry out a mending statement, in one transaction."""
        with self._db.atomic():
            self._db.execute(sql, parameters or {})

    def refresh_agreements(self, agreement_ids: Iterable[str]) -> None:
        """Write these agreements anew from their sources."""
        with self._db.atomic():
            self._articles.refresh_agreements(agreement_ids)

    def search_is_in_step(self) -> bool:
        """Whether the full-text index holds the articles' words."""
        check = "INSERT INTO articles_fts(articles_fts, rank) VALUES ('integrity-check', 1)"
        try:
            self.change(check)
        except StoreError:
            return False
        return True

    def story(self, name: str) -> dict[str, Any] | None:
        """The story of a story id, article id, start of one, or URL; see StoryView.show."""
        return StoryView(self._db.conn).show(name)


def _dated(rows: ArticleRows, at: datetime) -> tuple[Row, dict[str, list[Row]]]:
    saved = {"saved_at": at.isoformat(), "saved_at_utc": utc_text(at)}
    return {**rows.article, "rules_version": rules_version(), **saved}, rows.facts
