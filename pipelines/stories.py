"""Stories in the database: places each text in its group and keeps the decisions up to date.

Works on the store's own connection, inside the store's transaction; keeps nothing in memory. A
new text is compared with the few that share a band or the same facts; then the small component
around it is grouped anew by `duplicates.partition`, so the order of arrival does not matter.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.duplicates import (
    IDENTICAL,
    Fingerprint,
    Likeness,
    Node,
    compatible,
    fingerprint,
    fit,
    likeness,
    partition,
    rank,
    shared_part,
)

FULL_BUCKET = 100  # of a band that more texts share, only the first are looked at
MOST_CANDIDATES, MOST_PIVOTS = 40, 8
LARGEST_COMPONENT = 150  # in a larger crowd a new text joins a story and moves nobody
COPIES_AT_ONCE = 100  # a larger story tells its copies the canonical article at the run's end
LIKELY = 0.42  # estimated share of the shorter text below which the texts are not compared

NODE = """SELECT n.id, n.fingerprint, f.text_hash, f.words, n.governments, n.dates
    FROM nodes n JOIN fingerprints f ON f.id = n.fingerprint"""
_TEXT = """SELECT a.text FROM nodes n JOIN articles a ON a.node = n.id
    WHERE n.fingerprint = ? LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an article went, and the stories between which other articles moved."""

    story_id: str
    changed: frozenset[str]


class Stories:
    """The grouping of all articles of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    def place(
        self,
        article_id: str,
        text: str,
        governments: Iterable[str],
        dates: Iterable[str],
        order: str,
        at: str,
    ) -> Placed:
        """Put an article whose row exists into its story.

        order: its `article_rank`. at: dates what is recorded.
        """
        mark = fingerprint(text, article_id)
        key, new_text = self._fingerprint(mark)
        node, new_node = self._node(key, _joined(governments), _joined(dates))
        self._sql.execute(
            "UPDATE articles SET node = ?, rank = ? WHERE id = ?", (node, order, article_id)
        )
        self._sql.execute(
            "UPDATE nodes SET articles = articles + 1, first_id = min(coalesce(first_id, ?1), ?1),"
            " best_rank = min(coalesce(best_rank, ?2), ?2) WHERE id = ?3",
            (article_id, order, node),
        )
        if new_node:
            self._compare(key, node, mark if new_text else None, text)
        changed = self._regroup(self._component(node), at)
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
            mates.remove(node)
            self._forget(node, fingerprint(text, article_id))
        self._sql.execute("DELETE FROM stories WHERE id = ?", (story,))
        changed = {story}
        placed: set[int] = set()
        for mate in mates:
            if mate not in placed:
                near = self._component(mate)
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

    def _fingerprint(self, mark: Fingerprint) -> tuple[int, bool]:
        row = self._sql.execute(
            "SELECT id FROM fingerprints WHERE text_hash = ?", (mark.text_hash,)
        ).fetchone()
        if row:
            return row[0], False
        cursor = self._sql.execute(
            "INSERT INTO fingerprints (text_hash, words, signature) VALUES (?, ?, ?)",
            (mark.text_hash, mark.words, mark.signature),
        )
        return int(cursor.lastrowid or 0), True

    def _node(self, key: int, governments: str, dates: str) -> tuple[int, bool]:
        row = self._sql.execute(
            "SELECT id FROM nodes WHERE fingerprint = ? AND governments = ? AND dates = ?",
            (key, governments, dates),
        ).fetchone()
        if row:
            return row[0], False
        cursor = self._sql.execute(
            "INSERT INTO nodes (fingerprint, governments, dates) VALUES (?, ?, ?)",
            (key, governments, dates),
        )
        return int(cursor.lastrowid or 0), True

    def _compare(self, key: int, node: int, mark: Fingerprint | None, text: str) -> None:
        """Find the texts like a new one, or like an old one whose facts are new."""
        likely = self._sharing_facts(key, node)
        if mark is not None:
            likely += self._sharing_bands(mark)
            bands = [(band, key) for band in set(mark.bands)]
            self._sql.executemany("INSERT INTO bands VALUES (?, ?)", bands)
        for other in dict.fromkeys(likely):
            row = self._sql.execute(_TEXT, (other,)).fetchone()
            alike = likeness(text, row[0]) if row else None
            if alike:
                rows = [
                    (key, other, alike.score, alike.names),
                    (other, key, alike.score, alike.names),
                ]
                self._sql.executemany("INSERT OR IGNORE INTO likenesses VALUES (?, ?, ?, ?)", rows)

    def _sharing_facts(self, key: int, node: int) -> list[int]:
        rows = self._sql.execute(
            "SELECT DISTINCT o.fingerprint FROM nodes n JOIN nodes o"
            " ON o.governments = n.governments AND o.dates = n.dates AND o.fingerprint <> ?1"
            " WHERE n.id = ?2 AND n.governments <> '' AND n.dates <> '' LIMIT ?3",
            (key, node, MOST_CANDIDATES),
        )
        return [other for (other,) in rows]

    def _sharing_bands(self, mark: Fingerprint) -> list[int]:
        """The texts most likely alike, by the bands they share and what their signatures say."""
        shared: Counter[int] = Counter()
        for band in mark.bands:
            query = "SELECT fingerprint FROM bands WHERE band = ? LIMIT ?"
            shared.update(key for (key,) in self._sql.execute(query, (band, FULL_BUCKET)))
        first = [key for key, _ in shared.most_common(3 * MOST_CANDIDATES)]
        rows = self._sql.execute(
            "SELECT id, words, signature FROM fingerprints"
            f" WHERE id IN ({', '.join('?' * len(first))})",
            first,
        )
        shares = {key: shared_part(mark, words, signature) for key, words, signature in rows}
        likely = sorted((-share, key) for key, share in shares.items() if share >= LIKELY)
        return [key for _, key in likely[:MOST_CANDIDATES]]

    def _component(self, node: int) -> list[Node]:
        """The nodes that could be one story with this one, step by step; itself first."""
        start = node_of(self._sql.execute(f"{NODE} WHERE n.id = ?", (node,)).fetchone())
        reached = {start.id: start}
        queue = [start]
        while queue and len(reached) <= LARGEST_COMPONENT:
            at = queue.pop(0)
            for row in self._sql.execute(
                f"{NODE} WHERE n.fingerprint = ?1 OR n.fingerprint IN"
                " (SELECT other FROM likenesses WHERE one = ?1)",
                (at.fingerprint,),
            ):
                near = node_of(row)
                if near.id not in reached and compatible(at, near):
                    reached[near.id] = near
                    queue.append(near)
        return list(reached.values())

    def _likenesses(self, nodes: Sequence[Node]) -> dict[tuple[int, int], Likeness]:
        found = {}
        for key in {node.fingerprint for node in nodes}:
            query = "SELECT other, score, names FROM likenesses WHERE one = ? AND other > ?"
            for other, score, names in self._sql.execute(query, (key, key)):
                found[key, other] = Likeness(score, names)
        return found

    def _regroup(self, nodes: list[Node], at: str) -> set[str]:
        if len(nodes) > LARGEST_COMPONENT:
            return self._join_crowd(nodes[0], at)
        if len(nodes) == 1:
            return self._write([nodes], at)
        return self._write(partition(nodes, self._likenesses(nodes)), at)

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
        pivot = node_of(self._sql.execute(f"{NODE} WHERE n.id = ?", (pivot_id,)).fetchone())
        one, other = (
            self._sql.execute(_TEXT, (n.fingerprint,)).fetchone()[0] for n in (pivot, node)
        )
        same = pivot.fingerprint == node.fingerprint
        return fit(pivot, node, IDENTICAL if same else likeness(one, other))

    def _write(self, groups: list[list[Node]], at: str) -> set[str]:
        """Write the decisions that are new; the ids of the stories between which texts moved."""
        changed: set[str] = set()
        kept: set[str] = set()
        for group in groups:
            ids = [node.id for node in group]
            places = ", ".join("?" * len(ids))
            story, best, articles = self._sql.execute(
                "SELECT min(first_id), min(best_rank), sum(articles)"
                f" FROM nodes WHERE id IN ({places})",
                ids,
            ).fetchone()
            before = self._sql.execute(
                f"SELECT id, story_id, first_id FROM nodes WHERE id IN ({places})", ids
            ).fetchall()
            kept.add(story)
            changed |= self._move(story, before, at)
            self._settle(story, best, articles, group[0].id, at)
        gone = [(old,) for old in changed - kept]
        self._sql.executemany("DELETE FROM stories WHERE id = ?", gone)
        return changed

    def _move(self, story: str, before: list[tuple[int, str | None, str]], at: str) -> set[str]:
        left = set()
        for node, old, article in before:
            if old == story:
                continue
            self._sql.execute("UPDATE nodes SET story_id = ? WHERE id = ?", (story, node))
            self._sql.execute("UPDATE articles SET story_id = ? WHERE node = ?", (story, node))
            self._sql.execute(
                "UPDATE agreement_sources SET story_id = ? WHERE article_id IN"
                " (SELECT id FROM articles WHERE node = ?)",
                (story, node),
            )
            if old is not None:
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
            " FROM stories WHERE id = ?1), id) WHERE id = ?2",
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

    def _forget(self, node: int, mark: Fingerprint) -> None:
        """Drop an empty node, and its text when no other node has it."""
        (key,) = self._sql.execute("SELECT fingerprint FROM nodes WHERE id = ?", (node,)).fetchone()
        self._sql.execute("DELETE FROM nodes WHERE id = ?", (node,))
        if self._sql.execute("SELECT 1 FROM nodes WHERE fingerprint = ?", (key,)).fetchone():
            return
        self._sql.execute(
            "DELETE FROM likenesses WHERE other = ?1 AND one IN"
            " (SELECT other FROM likenesses WHERE one = ?1)",
            (key,),
        )
        self._sql.execute("DELETE FROM likenesses WHERE one = ?", (key,))
        bands = [(band, key) for band in mark.bands]
        self._sql.executemany("DELETE FROM bands WHERE band = ? AND fingerprint = ?", bands)
        self._sql.execute("DELETE FROM fingerprints WHERE id = ?", (key,))


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


def _joined(facts: Iterable[str]) -> str:
    return " ".join(sorted(set(facts)))


def node_of(row: tuple[int, int, bytes, int, str, str]) -> Node:
    """A row of NODE as a node."""
    return Node(*row[:4], frozenset(row[4].split()), frozenset(row[5].split()))
