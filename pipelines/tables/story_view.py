"""One story as a person wants to see it: its articles with the reasons, and what was kept apart."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from pipelines.duplicates import (
    IDENTICAL,
    SAME_NAMES,
    Likeness,
    Node,
    compatible,
    likeness_between,
    rank,
)
from pipelines.tables.texts import NODE, node_of
from pipelines.urls import canonical_url

MOST_SHOWN = 200
_ARTICLES = """SELECT id, url, site, title, published_at, copy_of, source_credit, gone_at, node
    FROM articles WHERE story_id = ? ORDER BY copy_of IS NOT NULL, rank LIMIT ?"""
_AGREEMENTS = """SELECT DISTINCT g.* FROM agreements g
    JOIN agreement_sources s ON s.agreement_id = g.id WHERE s.story_id = ? ORDER BY g.id"""


class StoryView:
    """Reads the groups of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    def show(self, name: str) -> dict[str, Any] | None:
        """The story behind a story id, an article id, the start of one, or a URL; None if unknown.

        Keys: id, canonical_article_id, reason, articles (their number), members (at most 200, the
        canonical first, each with `why`), agreements, kept_apart (alike, but another story, with
        `why`), changes (earlier decisions that were revised).
        """
        story = self._story_id(name)
        if story is None:
            return None
        row = self._rows(
            "SELECT id, canonical_article_id, reason, articles FROM stories WHERE id = ?", story
        )[0]
        nodes = {n.id: n for n in map(node_of, self._nodes("n.story_id = ?", story))}
        pivot = min(nodes.values(), key=rank)
        likenesses = self._likenesses(pivot)
        members = self._rows(_ARTICLES, story, MOST_SHOWN)
        for member in members:
            node = nodes[member.pop("node")]
            member["why"] = _why_together(member, pivot, node, likenesses)
        return {
            **row,
            "members": members,
            "agreements": self._rows(_AGREEMENTS, story),
            "kept_apart": self._kept_apart(story, pivot, likenesses),
            "changes": self._rows(
                "SELECT at, article_id, change FROM story_changes WHERE story_id = ? ORDER BY id",
                story,
            ),
        }

    def _story_id(self, name: str) -> str | None:
        """The story of an id, in capitals too, of the one that an id starts, or of a URL."""
        for query in (
            "SELECT id FROM stories WHERE id = ?1",
            "SELECT story_id FROM articles WHERE id = ?1",
            "SELECT min(id) FROM stories WHERE id >= ?1 AND id < ?1 || 'g' HAVING count(*) = 1",
            "SELECT min(story_id) FROM articles WHERE id >= ?1 AND id < ?1 || 'g'"
            " HAVING count(DISTINCT story_id) = 1",
        ):
            found = self._sql.execute(query, (name.lower(),)).fetchone()
            if found:
                return str(found[0])
        found = self._sql.execute(
            "SELECT a.story_id FROM pages p JOIN articles a"
            " ON a.url = iif(p.fate = 'alias', p.fate_detail, p.url) WHERE p.url = ?",
            (canonical_url(name),),
        ).fetchone()
        return str(found[0]) if found else None

    def _kept_apart(
        self, story: str, pivot: Node, likenesses: Mapping[tuple[int, int], Likeness]
    ) -> list[dict[str, Any]]:
        alike = self._nodes(
            "n.fingerprint IN (SELECT ?2 UNION SELECT other FROM likenesses WHERE one = ?2)"
            " AND n.story_id <> ?1 LIMIT ?3",
            *(story, pivot.fingerprint, MOST_SHOWN),
        )
        shown = []
        for node in map(node_of, alike):
            article = self._rows(
                "SELECT id, url, title, story_id FROM articles WHERE node = ? LIMIT 1", node.id
            )[0]
            article["why"] = _why_apart(pivot, node, likenesses)
            shown.append(article)
        return shown

    def _likenesses(self, pivot: Node) -> dict[tuple[int, int], Likeness]:
        rows = self._sql.execute(
            "SELECT other, score, names FROM likenesses WHERE one = ?", (pivot.fingerprint,)
        )
        return {_pair(pivot.fingerprint, key): Likeness(*alike) for key, *alike in rows}

    def _nodes(self, condition: str, *values: Any) -> list[Any]:
        return self._sql.execute(f"{NODE} WHERE {condition}", values).fetchall()

    def _rows(self, query: str, *values: Any) -> list[dict[str, Any]]:
        cursor = self._sql.execute(query, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def _why_together(
    member: Mapping[str, Any],
    pivot: Node,
    node: Node,
    likenesses: Mapping[tuple[int, int], Likeness],
) -> str:
    alike = likeness_between(pivot, node, likenesses)
    if node.id == pivot.id:
        text = "the fullest text of the story"
    elif alike is None:
        text = "joined by its neighbours"
    elif alike == IDENTICAL:
        text = "the same text"
    else:
        text = f"{alike.score:.0%} of the shorter text is in the other"
    credit = f"credits {member['source_credit']}" if member["source_credit"] else None
    facts = [_fact("government", node.governments), _fact("event date", node.dates)]
    return "; ".join([text, *facts, *([credit] if credit else [])])


def _fact(name: str, values: frozenset[str]) -> str:
    return f"{name} {_listed(values)}" if values else f"{name} not known"


def _listed(values: frozenset[str]) -> str:
    return ", ".join(sorted(values)).replace("~", "about ")


def _why_apart(pivot: Node, node: Node, likenesses: Mapping[tuple[int, int], Likeness]) -> str:
    alike = likeness_between(pivot, node, likenesses)
    share = f"{alike.score:.0%} the same words" if alike else "similar words"
    if not compatible(pivot, node):
        different = [
            f"another {name} ({_listed(theirs)})"
            for name, ours, theirs in (
                ("government", pivot.governments, node.governments),
                ("event date", pivot.dates, node.dates),
            )
            if ours and theirs and ours.isdisjoint(theirs)
        ]
        return f"{share}, but {' and '.join(different)}"
    if alike and alike.names < SAME_NAMES:
        return f"{share}, but other names or dates in the text"
    return f"{share}, but liker to another story"


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
