"""Search: what was asked, as a question to the full-text index, and a page of hits."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, get_args

from pipelines.model import Instrument, Status
from pipelines.regions import all_regions, bare_name, region
from pipelines.serve.coverage import rows

Order = Literal["newest", "best"]
Criterion = tuple[str, tuple[str, ...]]

PAGE = 20
MOST_PAGES = 500
INSTITUTIONS = "none"
INSTRUMENTS: tuple[str, ...] = get_args(Instrument)
_LONGEST = 200
# In words: Penukal Abab Lematang Ilir.
_LONGEST_NAME = 4
# Ranking reads every hit; above this it would be felt.
_MOST_RANKED = 20_000
_PHRASE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_BEGIN, _END = "\x02", "\x03"
_MARKED = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks for; empty is no wish. ignored: names of fields that made no sense."""

    q: str = ""
    province: str = ""
    government: str = ""
    instrument: str = ""
    status: str = ""
    since: str = ""
    until: str = ""
    order: Order = "newest"
    copies: bool = False
    page: int = 1
    ignored: tuple[str, ...] = ()

    @property
    def query(self) -> dict[str, str]:
        """The fields of the address that asks for the same, the page aside."""
        fields = ("q", "province", "government", "instrument", "status", "since", "until")
        found = {name: str(getattr(self, name)) for name in fields}
        found["order"] = self.order if self.order != "newest" else ""
        return found | {"copies": "1" if self.copies else ""}


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of what was found. found: rows with title and excerpt as marked parts;
    ranked: False where best-first was asked for and there were too many to rank."""

    total: int
    pages: int
    found: tuple[dict[str, Any], ...]
    ranked: bool = True


def asked(fields: Mapping[str, str]) -> Asked:
    """What the fields of an address ask for. Never raises: what makes no sense is left out."""
    checks = {
        "province": lambda text: len(text) == 2 and region(text) is not None,
        "government": lambda text: text == INSTITUTIONS or region(text) is not None,
        "instrument": lambda text: text in INSTRUMENTS,
        "status": lambda text: text in get_args(Status),
        "since": _is_day,
        "until": _is_day,
    }
    given = {name: fields.get(name, "").strip() for name in checks}
    good = {name: text for name, text in given.items() if text and checks[name](text)}
    page = fields.get("page", "1")
    return Asked(
        q=" ".join(_plain(fields.get("q", "")).split())[:_LONGEST],
        order="best" if fields.get("order") == "best" else "newest",
        copies=fields.get("copies") == "1",
        page=min(max(1, int(page)), MOST_PAGES) if re.fullmatch(r"[0-9]{1,6}", page) else 1,
        ignored=tuple(name for name, text in given.items() if text and name not in good),
        **good,
    )


def full_text(words: str) -> str:
    """Words of a person as a question to FTS5: all of them, "quoted ones" in their order.

    A region's name, not quoted, is asked for as one word too: Lubuk Linggau, Lubuklinggau.
    """
    found = [(phrase or word, bool(word)) for phrase, word in _PHRASE.findall(words)]
    return " AND ".join(_asked_for([one for one in found if re.search(r"\w", one[0])]))


def _asked_for(found: list[tuple[str, bool]]) -> Iterator[str]:
    """found: (text, whether it may be part of a region's name)."""
    while found:
        many = next((n for n in range(_LONGEST_NAME, 0, -1) if _name_of(found[:n])), 0)
        if name := _name_of(found[:many]):
            apart = " AND ".join(f'"{word}"' for word in name.split())
            yield f'(({apart}) OR "{name.replace(" ", "")}")'
        else:
            yield f'"{found[0][0]}"'
        found = found[many or 1 :]


def _name_of(found: list[tuple[str, bool]]) -> str | None:
    """The region's name of several words that words are, joined or not."""
    if not all(free for _, free in found):
        return None
    return _names().get("".join(text for text, _ in found).lower().replace("-", ""))


@cache
def _names() -> dict[str, str]:
    """The regions' names of several words, in lower case, by how they read as one word."""
    found = (bare_name(place.name).lower().replace("-", " ") for place in all_regions())
    return {name.replace(" ", ""): name for name in found if " " in name}


def hits(connection: sqlite3.Connection, wanted: Asked) -> Hits:
    """A page of articles that fit; reprints only when asked for."""
    match = full_text(wanted.q)
    if wanted.q and not match:
        return Hits(0, 0, ())
    ids = _fitting(connection, wanted, match)
    ranked = bool(match) and wanted.order == "best" and len(ids) <= _MOST_RANKED
    if ranked:
        ids = _best_first(connection, match, ids)
    shown = ids[(wanted.page - 1) * PAGE : wanted.page * PAGE]
    pages = min(MOST_PAGES, -(-len(ids) // PAGE))
    found = tuple(_shown(connection, match, shown))
    return Hits(len(ids), pages, found, ranked or wanted.order == "newest")


def marked(text: str) -> list[tuple[str, bool]]:
    """A text with marks as (part, is a hit); marks that do not pair are dropped."""
    parts = _MARKED.split(text)
    return [
        (part.replace(_BEGIN, "").replace(_END, ""), bool(index % 2))
        for index, part in enumerate(parts)
        if part
    ]


def _fitting(connection: sqlite3.Connection, wanted: Asked, match: str) -> list[int]:
    """Row ids of all articles that fit, newest first, from indexes alone."""
    where = [criterion for criterion in _criteria(wanted, match) if criterion]
    index = "articles_published" if wanted.copies else "articles_originals"
    condition = " AND ".join(text for text, _ in where) or "TRUE"
    cursor = connection.execute(
        f"SELECT a.rowid FROM articles a INDEXED BY {index} WHERE {condition}"
        " ORDER BY a.published_at_utc DESC",
        [value for _, values in where for value in values],
    )
    return [row[0] for row in cursor]


def _criteria(wanted: Asked, match: str) -> list[Criterion | None]:
    in_index = "a.rowid IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
    # A day is that of western Indonesia, where most of the sites are.
    after = "a.published_at_utc >= strftime('%Y-%m-%dT%H:%M:%SZ', ?, '-7 hours')"
    before = "a.published_at_utc < strftime('%Y-%m-%dT%H:%M:%SZ', ?, '+17 hours')"
    return [
        None if wanted.copies else ("a.copy_of IS NULL", ()),
        (in_index, (match,)) if match else None,
        (after, (wanted.since,)) if wanted.since else None,
        (before, (wanted.until,)) if wanted.until else None,
        _of_agreement(wanted),
    ]


def _of_agreement(wanted: Asked) -> Criterion | None:
    """The article tells of an agreement like this."""
    where: list[Criterion] = [
        (f"{name} = ?", (value,))
        for name, value in (("status", wanted.status), ("instrument", wanted.instrument))
        if value
    ]
    if wanted.government == INSTITUTIONS:
        where.append(("government_code IS NULL", ()))
    elif wanted.government:
        where.append(("government_code = ?", (wanted.government,)))
    elif wanted.province:
        where.append(("government_code BETWEEN ? AND ? || '.99'", (wanted.province,) * 2))
    if not where:
        return None
    condition = " AND ".join(text for text, _ in where)
    return (
        f"a.id IN (SELECT article_id FROM agreement_sources WHERE {condition})",
        tuple(value for _, values in where for value in values),
    )


def _best_first(connection: sqlite3.Connection, match: str, ids: list[int]) -> list[int]:
    fitting = set(ids)
    ranking = connection.execute(
        "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"
        " AND rank MATCH 'bm25(8.0, 1.0)' ORDER BY rank",
        (match,),
    )
    return [row[0] for row in ranking if row[0] in fitting]


def _shown(connection: sqlite3.Connection, match: str, ids: list[int]) -> list[dict[str, Any]]:
    places = ", ".join(map(str, ids))
    found = rows(
        connection,
        f"""SELECT a.rowid, a.id, a.story_id, a.title, substr(a.text, 1, 240) AS excerpt, a.copy_of,
            a.published_at, a.site, coalesce(s.name, a.site) AS site_name,
            (SELECT articles FROM stories t WHERE t.id = a.story_id) AS articles
        FROM articles a LEFT JOIN sites s ON s.key = a.site WHERE a.rowid IN ({places})""",
    )
    for row in found:
        row |= _marks(connection, match, row["rowid"]) if match else {}
        row["title"], row["excerpt"] = marked(row["title"]), marked(row["excerpt"])
        row["agreements"] = _agreements(connection, row["id"])
    return sorted(found, key=lambda row: ids.index(row["rowid"]))


def _marks(connection: sqlite3.Connection, match: str, rowid: int) -> dict[str, Any]:
    found = rows(
        connection,
        """SELECT highlight(articles_fts, 0, ?, ?) AS title,
            snippet(articles_fts, 1, ?, ?, '…', 32) AS excerpt
        FROM articles_fts WHERE articles_fts MATCH ? AND rowid = ?""",
        (_BEGIN, _END, _BEGIN, _END, match, rowid),
    )
    return found[0] if found else {}


def _agreements(connection: sqlite3.Connection, article_id: str) -> list[dict[str, Any]]:
    return rows(
        connection,
        """SELECT government_code, government_name, counterpart, instrument, status, event_date
        FROM agreement_sources WHERE article_id = ? ORDER BY position LIMIT 3""",
        [article_id],
    )


def _plain(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and date.fromisoformat(text) is not None
    except ValueError:
        return False
