"""Do archive and database agree? Reads every record, and looks up every position of the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipelines.archive import SUFFIX, Position, read_archived, read_captures
from pipelines.archives.capture import DamagedError
from pipelines.archives.packing import body_digest
from pipelines.store import Store

_POSITIONS = """SELECT url, archive_offset AS offset, archive_digest AS digest FROM pages
    WHERE archive_file = :file ORDER BY archive_offset"""
_FILES = "SELECT DISTINCT archive_file AS file FROM pages WHERE archive_file IS NOT NULL"


@dataclass(slots=True)
class Verified:
    """What was read: files and captures of the folder, positions of the ledger; what is wrong.

    captures: all up to a file's damage, and behind it those that the ledger knows.
    torn: files that end in a capture nobody waits for, cut when a run died.
    """

    files: int = 0
    torn: int = 0
    captures: int = 0
    positions: int = 0
    problems: list[str] = field(default_factory=list)


def verify(store: Store, folder: Path) -> Verified:
    """Read the whole archive against the ledger. Never raises for what the files contain."""
    found = Verified()
    files = {path.name: path for path in sorted(folder.glob(f"*{SUFFIX}"))}
    named = {row["file"] for row in store.query(_FILES)}
    for path in files.values():
        found.files += 1
        found.problems += _wrong_in_file(store, path, found)
    for name in sorted(named - files.keys()):
        rows = store.query(_POSITIONS, {"file": name})
        found.positions += len(rows)
        found.problems.append(f"{name}: not in {folder}, though {len(rows)} pages are kept in it")
    return found


def is_there(folder: Path, position: Position) -> bool:
    """Whether the page that was captured there is there. Raises OSError when nobody can tell."""
    try:
        read_archived(folder, position)
    except (DamagedError, FileNotFoundError):
        return False
    return True


def _wrong_in_file(store: Store, path: Path, found: Verified) -> Iterator[str]:
    digests: dict[int, str] = {}
    damage = None
    try:
        for offset, page in read_captures(path):
            digests[offset] = body_digest(page.body)
    except DamagedError as error:
        damage = str(error)
    except OSError as error:
        damage = f"{path.name}: {error.strerror or error}"
    rows = store.query(_POSITIONS, {"file": path.name})
    wrong = [(row, _wrong_at(path, row, digests.get(row["offset"]))) for row in rows]
    missed = [said for row, said in wrong if row["offset"] not in digests]
    found.captures += len(digests) + missed.count(None)
    found.positions += len(rows)
    found.torn += bool(damage and not missed)
    if damage and missed:
        behind = f", but {missed.count(None)} pages behind it can be read" if None in missed else ""
        yield damage + behind
    for row, said in wrong:
        if said:
            yield f"{path.name}, byte {row['offset']}: {row['url']}: {said}"


def _wrong_at(path: Path, row: dict[str, Any], digest: str | None) -> str | None:
    """What is wrong with a position. digest: of what was found there on the way through."""
    if digest:
        return None if digest == row["digest"] else "the ledger names another digest"
    try:
        there = is_there(path.parent, Position(path.name, row["offset"], row["digest"]))
    except OSError as error:
        return str(error.strerror or error)
    return None if there else "no capture begins there"
