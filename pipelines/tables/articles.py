"""Articles in the database: each with its facts, placed in its story and its events.

Works on the store's own connection, inside its transaction.
"""

import sqlite3
from collections.abc import Iterable
from functools import cache

from pipelines.rules import rules_version
from pipelines.tables.diffs import readable_diff
from pipelines.tables.events import Events
from pipelines.tables.rows import Row
from pipelines.tables.stories import Stories

_FACT_TABLES = ("figures", "worker_groups", "regulations", "officials")
_KNOWN = ("id", "title", "text", "reading_hash")
_INDEX = """INSERT INTO articles_fts (rowid, title, text) SELECT rowid, title, text FROM articles
    WHERE rowid > (SELECT coalesce(max(id), 0) FROM articles_fts_docsize)"""


class Articles:
    """The articles of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        self._stories = Stories(connection)
        self._events = Events(connection)

    def known(self, article_id: str) -> Row | None:
        """Id, title, text and hash of the reading of a stored article."""
        row = self._sql.execute(
            f"SELECT {', '.join(_KNOWN)} FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        return dict(zip(_KNOWN, row, strict=True)) if row else None

    def add(self, row: Row, facts: dict[str, list[Row]]) -> None:
        """Put in a new article with its facts."""
        row = {**row, "node": self._node(row, facts)}
        self._insert("articles", row)
        self._place(row, facts)

    def revise(self, known: Row, row: Row, facts: dict[str, list[Row]], *, rewritten: bool) -> None:
        """Replace an article; what the publisher changed is kept as a revision with its diff."""
        if rewritten and (known["title"], known["text"]) != (row["title"], row["text"]):
            self._keep_revision(known, row)
        self._take_out(row["id"], row["saved_at"])
        row = {**row, "node": self._node(row, facts)}
        # setting the key, also to itself, would make SQLite look for its children everywhere
        columns = ", ".join(f'"{name}" = :{name}' for name in row if name != "id")
        self._sql.execute(f"UPDATE articles SET {columns} WHERE id = :id", row)
        self._place(row, facts)

    def remove(self, article_id: str, at: str) -> None:
        """Take out an article with its facts; its revisions stay."""
        self._take_out(article_id, at)
        self._sql.execute("DELETE FROM articles WHERE id = ?", (article_id,))

    def is_back(self, article_id: str) -> None:
        """Note that its page is there, should it have been gone."""
        self._sql.execute(
            "UPDATE articles SET gone_at = NULL WHERE id = ? AND gone_at IS NOT NULL", (article_id,)
        )

    def note_rules(self, article_ids: Iterable[str]) -> None:
        """Note that today's rules read these articles as they stand."""
        rows = [(rules_version(), article_id) for article_id in article_ids]
        self._sql.executemany(
            "UPDATE articles SET rules_version = ?1 WHERE id = ?2 AND rules_version IS NOT ?1", rows
        )

    def refresh_agreements(self, agreement_ids: Iterable[str]) -> None:
        """Write these agreements anew from their sources."""
        self._events.refresh(agreement_ids)

    def index(self) -> None:
        """Put the articles that are new into the full-text index, all at once."""
        self._sql.execute(_INDEX)

    def tell_copies(self) -> None:
        """Write what each copy of the large stories copies, where that was put off."""
        self._stories.tell_copies()

    def _keep_revision(self, known: Row, row: Row) -> None:
        seen = (row["id"], row["saved_at"], row["saved_at_utc"])
        before = (known["title"], known["text"])
        self._sql.execute(
            "INSERT INTO revisions SELECT ?, count(*) + 1, ?, ?, ?, ?, ? FROM revisions"
            " WHERE article_id = ?",
            (*seen, *before, readable_diff(known, row), row["id"]),
        )

    def _take_out(self, article_id: str, at: str) -> None:
        """Out of its story and its events, and those placed anew without it; without its facts."""
        self.index()  # the triggers take out of the index what they find in the row
        self._events.forget(article_id)
        for story in self._stories.remove(article_id, at):
            self._events.place_story(story)
        for table in _FACT_TABLES:
            self._sql.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))

    def _node(self, row: Row, facts: dict[str, list[Row]]) -> int:
        """Of its text with the facts that tell it from a like one."""
        reports = facts["agreement_sources"]
        governments = {r["government_code"] for r in reports if r["government_code"]}
        dates = {"~" * r["inferred"] + r["event_date"] for r in reports if r["event_date"]}
        return self._stories.node(row["id"], row["text"], governments, dates)

    def _place(self, row: Row, facts: dict[str, list[Row]]) -> None:
        placed = self._stories.place(row["id"], row["node"], row["rank"], row["saved_at"])
        for table, rows in facts.items():
            own = {"story_id": placed.story_id} if table == "agreement_sources" else {}
            for fact in rows:
                self._insert(table, fact | own)
        self._events.place(row["id"])
        for story in placed.changed:
            self._events.place_story(story)

    def _insert(self, table: str, row: Row) -> None:
        self._sql.execute(_insertion(table, tuple(row)), tuple(row.values()))


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    named = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({named}) VALUES ({', '.join('?' * len(columns))})"
