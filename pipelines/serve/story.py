"""The page of one story: a text with its facts where they stand, and its reprints."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipelines.serve.coverage import rows
from pipelines.serve.highlight import Fact, Kind, Segment, paragraphs
from pipelines.serve.language import Language
from pipelines.tables.story_view import StoryView

_ARTICLE = """SELECT a.*, coalesce(s.name, a.site) AS site_name FROM articles a
    LEFT JOIN sites s ON s.key = a.site WHERE a.id = ?"""
_TABLES: tuple[tuple[Kind, str], ...] = (
    ("agreement", "agreement_sources"),
    ("figure", "figures"),
    ("group", "worker_groups"),
    ("regulation", "regulations"),
    ("official", "officials"),
)


@dataclass(frozen=True, slots=True)
class StoryPage:
    """story: as StoryView tells it; article: the one that is shown; text: its paragraphs;
    facts: by kind, in the order of the text; sites: names by key."""

    story: dict[str, Any]
    article: dict[str, Any]
    text: list[list[Segment]]
    facts: dict[Kind, list[Fact]]
    sites: dict[str, str]


def story_page(
    connection: sqlite3.Connection, story_id: str, article_id: str | None, say: Language
) -> StoryPage | None:
    """The story of a story's or article's id, showing one of its articles; None if unknown."""
    story = StoryView(connection).show(story_id)
    if story is None:
        return None
    shown = article_id or story["canonical_article_id"]
    found = rows(connection, _ARTICLE, [shown])
    if not found or found[0]["story_id"] != story["id"]:
        return None
    article = found[0]
    for names in ("authors", "editors"):
        article[names] = json.loads(article[names])
    facts = list(_facts(connection, article, say))
    by_kind: dict[Kind, list[Fact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    sites = {row["key"]: row["name"] for row in rows(connection, "SELECT key, name FROM sites")}
    return StoryPage(story, article, paragraphs(article["text"], facts), by_kind, sites)


def _facts(
    connection: sqlite3.Connection, article: dict[str, Any], say: Language
) -> Iterator[Fact]:
    """The article's facts; one whose quote does not stand where it says is not shown as one."""
    for kind, table in _TABLES:
        question = f"SELECT * FROM {table} WHERE article_id = ? ORDER BY start, position"
        for row in rows(connection, question, [article["id"]]):
            start, end = row["start"], row["end"]
            if article["text"][start:end] == row["quote"]:
                key = f"{kind}-{row['position']}"
                yield Fact(key, kind, start, end, _label(kind, row, say))


def _label(kind: Kind, row: dict[str, Any], say: Language) -> str:
    if kind == "agreement":
        party = row["government_name"] or row["counterpart"] or say("no_party")
        return f"{party}: {say.value('instrument', row['instrument'])}, {_when(row, say)}"
    if kind == "figure":
        return str(row["raw"])
    if kind == "group":
        return say.groups([row["group"]])
    if kind == "regulation":
        return str(row["raw"])
    return f"{row['name']}, {row['role']}"


def _when(row: dict[str, Any], say: Language) -> str:
    known = row["event_date"] and row["status"] != "planned"
    day = f" {say.when({**row, 'told': None})}" if known else ""
    return say.value("status", row["status"]).lower() + day
