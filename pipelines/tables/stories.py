"""Stories in the database: places each text in its group and keeps the decisions up to date.

Works on the store's own connection, inside the store's transaction; keeps nothing in memory. A
new text is compared with the few near it (`texts`); then the small component around it is grouped
anew by `duplicates.partition`, so the order of arrival does not matter.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.duplicates import IDENTICAL, Node, fit, partition, rank
from pipelines.tables.texts import LARGEST_COMPONENT, NODE, Texts, node_of

MOST_PIVOTS = 8  # stories of a crowd that a new text is compared with
COPIES_AT_ONCE = 100  # a larger story tells its copies the canonical article at the run's end


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an article went, and the stories between which other articles moved."""

    story_id: str
    changed: frozenset[str]


class Stories:
    """The grouping of all articles of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        self._texts = Texts(connection)

    def node(
        self, article_id: str, text: str, governments: Iterable[str], dates: Iterable[str]
    ) -> int:
        """The node for an article's text with its facts, known or new."""
        return self._texts.add(article_id, text, governments, dates)

    def place(self, article_id: str, node: int, order: str, at: str) -> Placed:
        """Put an article whose row names its node into its story.

        order: its `article_rank`. at: dates what is recorded.
        """
        self._sql.execute(
            "UPDATE nodes SET articles = articles + 1, first_id = min(coalesce(first_id, ?1), ?1),"
            " best_rank = min(coalesce(best_rank, ?2), ?2) WHERE id = ?3",
            (article_id, order, node),
        )
        changed = self._regroup(self._texts.component(node), at)
        story = self._story_of(node) or article_id
        self._tell(article_id, story)
        return Placed(story, frozenset(changed))

    def remove(self, article_id: str, at: str) -> frozenset[str]:
        """Take an article out of its story, before its text or facts change."""
        node, story, text = self._sql.execute(
            "SELECT node, story_id, text FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        self._sql.execute("UPDATE articles SET node = NULL WHERE id = ?", (article_id,))
        left = self._sql.execute(
            "SELECT count(*), min(id), min(rank) FROM articles WHERE node = ?", (node,)
        ).fetchone()
        self._sql.execute(
            "UPDATE nodes SET articles = ?, first_id = ?, best_rank = ? WHERE id = ?",
            (*left, node),
        )
        mates = [
            n for (n,) in self._sql.execute("SELECT id FROM nodes WHERE story_id = ?", (story,))
        ]
        if left[0] == 0:
            mates = [*mates, *self._texts.neighbours(node)]
            mates = [mate for mate in mates if mate != node]
            self._texts.forget(node, article_id, text)
        self._sql.execute("DELETE FROM stories WHERE id = ?", (story,))
        changed = {story}
        placed: set[int] = set()
        for mate in mates:
            if mate not in placed:
                near = self._texts.component(mate)
                changed |= self._regroup(near, at)
                placed |= {node.id for node in near}
        return frozenset(changed)

    def tell_copies(self) -> None:
        """Write what each copy of the large stories copies, where that was put off."""
        due = self._sql.execute(
            "SELECT id, canonical_article_id FROM stories WHERE copies_due"
        ).fetchall()
        for story, canonical in due:
            self._tell_all(story, canonical)
            self._sql.execute("UPDATE stories SET copies_due = 0 WHERE id = ?", (story,))

    def _regroup(self, nodes: list[Node], at: str) -> set[str]:
        if len(nodes) > LARGEST_COMPONENT:
            return self._join_crowd(nodes[0], at)
        if len(nodes) == 1:
            return self._write([nodes], at)
        return self._write(partition(nodes, self._texts.likenesses(nodes)), at)

    def _join_crowd(self, node: Node, at: str) -> set[str]:
        """In a crowd nobody moves: a text stays, or joins the story whose pivot it is likest."""
        own = self._story_of(node.id)
        story = own or self._likest_story(node)
        if story is None:
            return self._write([[node]], at)
        if own is None:
            self._move(story, [(node.id, None, "")], at)
        first, best, articles = self._sql.execute(
            "SELECT min(first_id), min(best_rank), sum(articles) FROM nodes WHERE story_id = ?",
            (story,),
        ).fetchone()
        known = self._sql.execute("SELECT pivot FROM stories WHERE id = ?", (story,)).fetchone()
        if known and first == story:
            self._settle(story, best, articles, known[0], at)
            return set()
        rows = self._sql.execute(f"{NODE} WHERE n.story_id = ?", (story,))
        return self._write([sorted(map(node_of, rows), key=rank)], at)

    def _likest_story(self, node: Node) -> str | None:
        rows = self._sql.execute(
            "SELECT DISTINCT s.id, s.pivot FROM nodes n JOIN stories s ON s.id = n.story_id"
            " WHERE n.fingerprint IN (SELECT ?1 UNION ALL SELECT other FROM likenesses"
            " WHERE one = ?1) LIMIT ?2",
            (node.fingerprint, MOST_PIVOTS),
        ).fetchall()
        fits = [(self._fit(node, pivot), story) for story, pivot in rows]
        best, story = max(fits, default=(0.0, ""))
        return story if best > 0 else None

    def _story_of(self, node: int) -> str | None:
        row = self._sql.execute("SELECT story_id FROM nodes WHERE id = ?", (node,)).fetchone()
        return row[0] if row else None

    def _fit(self, node: Node, pivot_id: int) -> float:
        pivot = self._texts.node(pivot_id)
        same = pivot.fingerprint == node.fingerprint
        return fit(pivot, node, IDENTICAL if same else self._texts.like(pivot, node))

    def _write(self, groups: list[list[Node]], at: str) -> set[str]:
        """Write the decisions that are new; the ids of the stories between which texts moved."""
        changed: set[str] = set()
        kept: set[str] = set()
        for group in groups:
            ids = [node.id for node in group]
            places = ", ".join("?" * len(ids))
            rows = self._sql.execute(
                "SELECT id, story_id, first_id, best_rank, articles FROM nodes"
                f" WHERE id IN ({places})",
                ids,
            ).fetchall()
            _, _, firsts, ranks, counts = zip(*rows, strict=True)
            story, best, articles = min(firsts), min(ranks), sum(counts)
            kept.add(story)
            changed |= self._move(story, [row[:3] for row in rows], at)
            self._settle(story, best, articles, group[0].id, at)
        self._sql.executemany(
            "DELETE FROM stories WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM nodes WHERE story_id = ?1)",
            [(old,) for old in changed - kept],
        )
        return changed

    def _move(self, story: str, before: list[tuple[int, str | None, str]], at: str) -> set[str]:
        left = set()
        for node, old, article in before:
            if old == story:
                continue
            self._sql.execute("UPDATE nodes SET story_id = ? WHERE id = ?", (story, node))
            if old is None:
                continue  # its one article is on its way and told after it
            self._sql.execute("UPDATE articles SET story_id = ? WHERE node = ?", (story, node))
            self._sql.execute(
                "UPDATE agreement_sources SET story_id = ? WHERE article_id IN"
                " (SELECT id FROM articles WHERE node = ?)",
                (story, node),
            )
            left.add(old)
            self._record(at, story, article, f"moved here from story {old}")
        return left | ({story} if left else set())

    def _settle(self, story: str, best: str, articles: int, pivot: int, at: str) -> None:
        canonical, reason = canonical_of(best, articles)
        row = self._sql.execute(
            "SELECT canonical_article_id, reason, articles, pivot FROM stories WHERE id = ?",
            (story,),
        ).fetchone()
        if row == (canonical, reason, articles, pivot):
            return
        self._sql.execute(
            "INSERT INTO stories (id, canonical_article_id, reason, articles, pivot)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " canonical_article_id = excluded.canonical_article_id, reason = excluded.reason,"
            " articles = excluded.articles, pivot = excluded.pivot",
            (story, canonical, reason, articles, pivot),
        )
        if row and row[0] != canonical:
            self._record(at, story, canonical, f"became the canonical article instead of {row[0]}")
        if articles <= COPIES_AT_ONCE:
            self._tell_all(story, canonical)
        elif row and row[0] != canonical:
            self._sql.execute("UPDATE stories SET copies_due = 1 WHERE id = ?", (story,))

    def _tell(self, article_id: str, story: str) -> None:
        self._sql.execute(
            "UPDATE articles SET story_id = ?1, copy_of = nullif((SELECT canonical_article_id"
            " FROM stories WHERE id = ?1), id) WHERE id = ?2 AND (story_id, copy_of) IS NOT"
            " (?1, nullif((SELECT canonical_article_id FROM stories WHERE id = ?1), id))",
            (story, article_id),
        )

    def _tell_all(self, story: str, canonical: str) -> None:
        self._sql.execute(
            "UPDATE articles SET copy_of = nullif(?1, id)"
            " WHERE story_id = ?2 AND copy_of IS NOT nullif(?1, id)",
            (canonical, story),
        )

    def _record(self, at: str, story: str, article: str, change: str) -> None:
        self._sql.execute(
            "INSERT INTO story_changes (at, story_id, article_id, change) VALUES (?, ?, ?, ?)",
            (at, story, article, change),
        )


def article_rank(*, credited: bool, published_utc: str | None, words: int, article_id: str) -> str:
    """Sorts the articles of a story: original before credited copy, dated, earliest, fullest."""
    dated = published_utc or "undated"
    return f"{int(credited)}|{dated}|{max(0, 9_999_999 - words):07}|{article_id}"


def canonical_of(best_rank: str, articles: int) -> tuple[str, str]:
    """The canonical article of a story by its best rank, and why it is that one."""
    credited, published, _, article_id = best_rank.split("|")
    if articles == 1:
        return article_id, "the only article"
    own = "every article credits another source" if credited == "1" else "credits no other source"
    first = (
        "no date is known, fullest text"
        if published == "undated"
        else f"published first, {published}"
    )
    return article_id, f"{own}; {first}"
