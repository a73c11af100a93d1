"""Texts in the database: their fingerprints and bands, which are alike, and the nodes they make.

Works on the store's own connection. A new text is compared with the few that share a band or the
same facts, however many there are; nothing is kept in memory between calls.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from pipelines.duplicates import (
    Fingerprint,
    Likeness,
    Node,
    compatible,
    fingerprint,
    likeness,
    shared_part,
)

FULL_BUCKET = 100  # of a band that more texts share, only the first are looked at
MOST_CANDIDATES = 40
LARGEST_COMPONENT = 100  # a larger one is a crowd and is not looked through
LIKELY = 0.42  # estimated share of the shorter text below which the texts are not compared
UNLIKE = 0.1  # the same where the facts agree: a copy is estimated lower twice in a thousand

NODE = """SELECT n.id, n.fingerprint, f.text_hash, f.words, n.governments, n.dates
    FROM nodes n JOIN fingerprints f ON f.id = n.fingerprint"""
_TEXT = """SELECT a.text FROM nodes n JOIN articles a ON a.node = n.id
    WHERE n.fingerprint = ? LIMIT 1"""


class Texts:
    """All texts of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    def add(
        self, article_id: str, text: str, governments: Iterable[str], dates: Iterable[str]
    ) -> int:
        """The node of an article's text with its facts; a new one is compared with what is near."""
        mark = fingerprint(text, article_id)
        key, new_text = self._fingerprint(mark)
        node, new_node = self._node(key, _joined(governments), _joined(dates))
        if new_node:
            self._compare(key, node, mark, text, new_text)
        return node

    def node(self, node: int) -> Node:
        """A node by its id."""
        return node_of(self._sql.execute(f"{NODE} WHERE n.id = ?", (node,)).fetchone())

    def like(self, one: Node, other: Node) -> Likeness | None:
        """Compare two nodes' texts now, and keep what was found."""
        texts = [self._text(node.fingerprint) for node in (one, other)]
        alike = likeness(*texts)
        if alike:
            self._keep(one.fingerprint, other.fingerprint, alike)
        return alike

    def neighbours(self, node: int) -> list[int]:
        """The nodes of the same text and of texts like it."""
        rows = self._sql.execute(
            "SELECT id FROM nodes WHERE id <> ?1 AND fingerprint IN"
            " (SELECT fingerprint FROM nodes WHERE id = ?1 UNION ALL SELECT l.other FROM nodes n"
            " JOIN likenesses l ON l.one = n.fingerprint WHERE n.id = ?1)",
            (node,),
        )
        return [other for (other,) in rows]

    def component(self, node: int) -> list[Node]:
        """The nodes that could be one story with this one, step by step; itself first.

        One node more than LARGEST_COMPONENT means that there are too many.
        """
        start = self.node(node)
        met, reached, queue = {node: start}, {node: start}, [start]
        while queue and len(reached) <= LARGEST_COMPONENT:
            at = queue.pop(0)
            for other in self.neighbours(at.id):
                near = met[other] = met.get(other) or self.node(other)
                if other not in reached and compatible(at, near):
                    reached[other] = near
                    queue.append(near)
        return list(reached.values())[: LARGEST_COMPONENT + 1]

    def likenesses(self, nodes: Sequence[Node]) -> dict[tuple[int, int], Likeness]:
        """How alike the texts of these nodes are, by pair of fingerprints."""
        found = {}
        for key in {node.fingerprint for node in nodes}:
            query = "SELECT other, score, names FROM likenesses WHERE one = ? AND other > ?"
            for other, score, names in self._sql.execute(query, (key, key)):
                found[key, other] = Likeness(score, names)
        return found

    def forget(self, node: int, article_id: str, text: str) -> None:
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
        bands = [(band, key) for band in fingerprint(text, article_id).bands]
        self._sql.executemany("DELETE FROM bands WHERE band = ? AND fingerprint = ?", bands)
        self._sql.execute("DELETE FROM fingerprints WHERE id = ?", (key,))

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

    def _compare(self, key: int, node: int, mark: Fingerprint, text: str, new_text: bool) -> None:
        """Find the texts like a new one, or like an old one whose facts are new."""
        near = self._likely(mark, self._sharing_facts(key, node), UNLIKE)
        if new_text:
            near += self._likely(mark, self._sharing_bands(mark), LIKELY)
            bands = [(band, key) for band in set(mark.bands)]
            self._sql.executemany("INSERT INTO bands VALUES (?, ?)", bands)
        for other in dict.fromkeys(near):
            alike = likeness(text, self._text(other))
            if alike:
                self._keep(key, other, alike)

    def _text(self, key: int) -> str:
        row = self._sql.execute(_TEXT, (key,)).fetchone()
        return row[0] if row else ""

    def _keep(self, one: int, other: int, alike: Likeness) -> None:
        both = [(one, other), (other, one)]
        rows = [(*pair, alike.score, alike.names) for pair in both]
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
        """The texts that share the most bands."""
        if not mark.bands:
            return []
        rows = self._sql.execute(_in_any_band(len(mark.bands)), mark.bands).fetchall()
        if len(rows) == FULL_BUCKET:  # some band may be full, and hide what shares the others
            rows = self._sql.execute(_in_bands(len(mark.bands)), mark.bands).fetchall()
        shared = Counter(key for (key,) in rows)
        return [key for key, _ in shared.most_common(3 * MOST_CANDIDATES)]

    def _likely(self, mark: Fingerprint, keys: Sequence[int], least: float) -> list[int]:
        """The texts among these that most of a text is likely in, by what the signatures say."""
        if not keys:
            return []
        rows = self._sql.execute(
            "SELECT id, words, signature FROM fingerprints"
            f" WHERE id IN ({', '.join('?' * len(keys))})",
            keys,
        )
        shares = {key: shared_part(mark, words, signature) for key, words, signature in rows}
        likely = sorted((-share, key) for key, share in shares.items() if share >= least)
        return [key for _, key in likely[:MOST_CANDIDATES]]


@cache
def _in_any_band(count: int) -> str:
    """The question which texts are in some of so many bands."""
    places = ", ".join("?" * count)
    return f"SELECT fingerprint FROM bands WHERE band IN ({places}) LIMIT {FULL_BUCKET}"


@cache
def _in_bands(count: int) -> str:
    """The question which texts are in so many bands, once for each band."""
    one = f"SELECT * FROM (SELECT fingerprint FROM bands WHERE band = ? LIMIT {FULL_BUCKET})"
    return " UNION ALL ".join([one] * count)


def _joined(facts: Iterable[str]) -> str:
    return " ".join(sorted(set(facts)))


def node_of(row: tuple[int, int, bytes, int, str, str]) -> Node:
    """A row of NODE as a node."""
    return Node(*row[:4], frozenset(row[4].split()), frozenset(row[5].split()))
