"""What the database has learned of its sites: the lines that recur across their stories."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from pipelines.model import GENERIC_SITE, Site
from pipelines.page.recurring import recurring_lines
from pipelines.store import Store
from pipelines.tables.ledger import utc_text

Lines = Mapping[str, frozenset[str]]
"""Recurring lines by the key of their site."""

_TEXTS = """SELECT site, text FROM articles a WHERE site <> :generic AND NOT EXISTS
    (SELECT 1 FROM articles b WHERE b.story_id = a.story_id AND b.site = a.site AND b.id < a.id)
    ORDER BY site"""


def known_lines(store: Store) -> Lines:
    """The lines that were learned; every reader of pages starts with them."""
    rows = store.query("SELECT site, line FROM recurring_lines ORDER BY site")
    by_site = groupby(rows, key=itemgetter("site"))
    return {site: frozenset(row["line"] for row in found) for site, found in by_site}


def learned_lines(store: Store) -> Lines:
    """Those that were learned, with what the stories now in the database add to them.

    A line once learned stands in no text any more, and is kept for that reason.
    """
    known = known_lines(store)
    found = dict(_recurring(store))
    nothing: frozenset[str] = frozenset()
    sites = {*known, *found}
    return {site: known.get(site, nothing) | found.get(site, nothing) for site in sites}


def _recurring(store: Store) -> Iterator[tuple[str, frozenset[str]]]:
    """One text a story: a reprint is no frame."""
    texts = store.stream(_TEXTS, {"generic": GENERIC_SITE.key})
    for site, rows in groupby(texts, key=itemgetter(0)):
        if lines := recurring_lines(text.split("\n\n") for _, text in rows):
            yield site, lines


def note_lines(store: Store, lines: Lines, at: datetime) -> None:
    """Keep what was learned."""
    store.begin()
    store.change_many(
        "INSERT OR IGNORE INTO recurring_lines VALUES (?, ?, ?, ?)",
        [
            (site, line, at.isoformat(), utc_text(at))
            for site, found in sorted(lines.items())
            for line in sorted(found)
        ],
    )
    store.commit()


def taught(site: Site, lines: Lines) -> Site:
    """A site with the lines that were learned of it."""
    found = lines.get(site.key)
    return replace(site, recurring=found) if found else site
