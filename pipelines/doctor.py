"""Is everything as it should be? Each check names what is wrong and, where it can, mends it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pipelines.archive import SUFFIX, Position, read_captures
from pipelines.archives.capture import DamagedError
from pipelines.archives.packing import body_digest, content_hash
from pipelines.archives.verify import is_there, verify
from pipelines.fates import Fate
from pipelines.model import Page
from pipelines.rules import rules_version
from pipelines.store import Store

_FACT_TABLES = ("agreement_sources", "figures", "worker_groups", "regulations", "officials")
_ORPHANED = "article_id NOT IN (SELECT id FROM articles)"
_FATES = ", ".join(f"'{fate}'" for fate in Fate)
_AGAIN = "fate = 'pending', fate_detail = NULL, settled_at = NULL, settled_at_utc = NULL"


class Finding(NamedTuple):
    """What is wrong, for people. remedy: what mends it, None where nothing here can."""

    text: str
    remedy: str | None


@dataclass(frozen=True, slots=True)
class _Rule:
    """Rows of a table that must not be. wrong: which, as SQL. mend: the statement that mends."""

    table: str
    wrong: str
    text: str
    mend: str
    remedy: str


_RULES = (
    *(
        _Rule(
            table,
            _ORPHANED,
            f"{table} of an article that is not there",
            f"DELETE FROM {table} WHERE {{wrong}}",
            "delete them",
        )
        for table in _FACT_TABLES
    ),
    _Rule(
        "pages",
        f"fate NOT IN ({_FATES})",
        "pages with a fate that does not exist",
        f"UPDATE pages SET {_AGAIN} WHERE {{wrong}}",
        "fetch them again with the next run",
    ),
    _Rule(
        "pages",
        "fate = 'stored' AND url NOT IN (SELECT url FROM articles)",
        "pages that are stored, but without an article",
        f"UPDATE pages SET {_AGAIN} WHERE {{wrong}}",
        "fetch them again with the next run",
    ),
    _Rule(
        "pages",
        "fate NOT IN ('stored', 'gone') AND url IN (SELECT url FROM articles)",
        "pages with an article whose fate is another",
        "UPDATE pages SET fate = 'stored', fate_detail = NULL WHERE {wrong}",
        "call them stored",
    ),
    _Rule(
        "articles",
        "url NOT IN (SELECT url FROM pages)",
        "articles that are not in the ledger",
        "INSERT INTO pages (url, site, fate, address_key, found_at, found_at_utc)"
        " SELECT url, site, 'stored', url, saved_at, saved_at_utc FROM articles WHERE {wrong}",
        "put them into the ledger",
    ),
    _Rule(
        "stories",
        "id NOT IN (SELECT story_id FROM articles WHERE story_id IS NOT NULL)",
        "stories that no article tells",
        "DELETE FROM stories WHERE {wrong}",
        "delete them",
    ),
    _Rule(
        "stories",
        "articles <> (SELECT count(*) FROM articles a WHERE a.story_id = stories.id)",
        "stories with a wrong number of articles",
        "UPDATE stories SET articles ="
        " (SELECT count(*) FROM articles a WHERE a.story_id = stories.id) WHERE {wrong}",
        "count again",
    ),
)
_AGREEMENTS = """SELECT id FROM agreements g WHERE sources <>
        (SELECT count(*) FROM agreement_sources s WHERE s.agreement_id = g.id)
    UNION SELECT agreement_id FROM agreement_sources WHERE agreement_id NOT IN
        (SELECT id FROM agreements)"""
_PLACES = """SELECT url, archive_file AS file, archive_offset AS offset, archive_digest AS digest
    FROM pages WHERE archive_file IS NOT NULL ORDER BY archive_file, archive_offset"""
_PLACELESS = """SELECT url, content_hash FROM pages WHERE archive_file IS NULL
    AND content_hash IS NOT NULL
    AND (fate = 'stored' AND fate_detail IS NULL OR fate_detail LIKE 'withdrawn: %')"""
_LOOK = "look for it in the other files"
_FORGOTTEN = "forgotten"
_BRING = "bring it back, or say where it is with --archive"
_OR_FORGET = "; `--fix --forget` lets go of what is lost"
_LOOK_FIRST = f"{_LOOK}; what is in none: {_BRING}{_OR_FORGET}"
_OLDER = "SELECT count(*) AS n FROM articles WHERE rules_version IS NOT :now"


def examine(store: Store, folder: Path, *, mend: bool, forget: bool = False) -> Iterator[Finding]:
    """What is wrong with a database and its archive, and with `mend` also mended at once.

    forget: mend also by letting go of what the archive should keep and does not.
    """
    damage = [row["integrity_check"] for row in store.query("PRAGMA integrity_check")]
    if damage != ["ok"]:
        restore = "restore a backup, or rebuild the database with `pantau ingest` of the archive"
        yield Finding(f"the database is damaged: {damage[0]}; {restore}", None)
        return
    for check in (_rules, _agreements, _full_text):
        yield from check(store, mend)
    yield from _misplaced(store, folder, mend, forget)
    yield from _placeless(store, folder, mend)


def advice(store: Store) -> str | None:
    """What is not wrong, but could be better."""
    older = store.query(_OLDER, {"now": rules_version()})[0]["n"]
    words = "articles were read with other rules than today's; see `pantau reprocess --diff`"
    return f"{older} {words}" if older else None


def _rules(store: Store, mend: bool) -> Iterator[Finding]:
    for rule in _RULES:
        count = store.query(f"SELECT count(*) AS n FROM {rule.table} WHERE {rule.wrong}")[0]["n"]
        if count:
            yield Finding(f"{count} {rule.text}", rule.remedy)
            if mend:
                store.change(rule.mend.format(wrong=rule.wrong))


def _agreements(store: Store, mend: bool) -> Iterator[Finding]:
    wrong = [row["id"] for row in store.query(_AGREEMENTS)]
    if wrong:
        text = f"{len(wrong)} agreements are not what their sources say"
        yield Finding(text, "write them anew from their sources")
        if mend:
            store.refresh_agreements(wrong)


def _full_text(store: Store, mend: bool) -> Iterator[Finding]:
    if not store.search_is_in_step():
        yield Finding("the full-text index is out of step with the articles", "build it again")
        if mend:
            store.change("INSERT INTO articles_fts(articles_fts) VALUES ('rebuild')")


def _misplaced(store: Store, folder: Path, mend: bool, forget: bool) -> Iterator[Finding]:
    """Positions where the archive does not hold what the ledger says."""
    problems = verify(store, folder).problems
    kept = [] if folder.is_dir() else problems
    if problems and mend:
        _point_anew(store, folder)
        kept = verify(store, folder).problems
    look = _LOOK if mend else _LOOK_FIRST
    yield from (Finding(problem, look) for problem in _without(problems, kept))
    left = kept
    if kept and forget:
        _forget(store, folder)
        left = verify(store, folder).problems
    yield from (Finding(problem, _FORGOTTEN) for problem in _without(kept, left))
    advised = _BRING if forget else _BRING + _OR_FORGET
    yield from (Finding(f"{problem}; {advised}", None) for problem in left)


def _without(problems: list[str], left: list[str]) -> list[str]:
    still = set(left)
    return [problem for problem in problems if problem not in still]


def _point_anew(store: Store, folder: Path) -> None:
    """Every position to where its bytes stand today."""
    places = {(place.file, place.offset): place for place, _ in _captures(folder)}
    by_digest = {place.digest: place for place in places.values()}
    for row in store.query(_PLACES):
        place = places.get((row["file"], row["offset"]))
        if (place is None or place.digest != row["digest"]) and row["digest"] in by_digest:
            _place(store, row["url"], by_digest[row["digest"]])


def _forget(store: Store, folder: Path) -> None:
    """Let go of every position where nothing is, but not where nobody can tell."""
    for row in store.query(_PLACES):
        with suppress(OSError):
            if not is_there(folder, Position(row["file"], row["offset"], row["digest"])):
                _place(store, row["url"], None)


def _placeless(store: Store, folder: Path, mend: bool) -> Iterator[Finding]:
    """Pages of which the archive holds the very bytes, though the ledger does not say where."""
    rows = store.query(_PLACELESS)
    by_content = {content_hash(page): place for place, page in _captures(folder)} if rows else {}
    found = [(row["url"], by_content[row["content_hash"]]) for row in rows
             if row["content_hash"] in by_content]  # fmt: skip
    if found:
        text = f"{len(found)} pages are in {folder}, but the ledger does not say where"
        yield Finding(text, "note where they are")
    for url, place in found if mend else ():
        _place(store, url, place)


def _place(store: Store, url: str, place: Position | None) -> None:
    file, offset, digest = place or (None, None, None)
    store.change(
        "UPDATE pages SET archive_file = :file, archive_offset = :offset,"
        " archive_digest = :digest WHERE url = :url",
        {"file": file, "offset": offset, "digest": digest, "url": url},
    )


def _captures(folder: Path) -> Iterator[tuple[Position, Page]]:
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            for offset, page in read_captures(path):
                yield Position(path.name, offset, body_digest(page.body)), page
        except (DamagedError, OSError):
            continue
