"""Do archive and database agree? Reads every record, and looks up every position of the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.archive import SUFFIX, read_captures
from pipelines.archives.capture import DamagedError
from pipelines.archives.packing import body_digest
from pipelines.store import Store

_POSITIONS = """SELECT url, archive_offset AS offset, archive_digest AS digest FROM pages
    WHERE archive_file = :file ORDER BY archive_offset"""
_FILES = "SELECT DISTINCT archive_file AS file FROM pages WHERE archive_file IS NOT NULL"


@dataclass(slots=True)
class Verified:
    """What was read: files and captures of the folder, positions of the ledger; what is wrong.

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
    for name, path in files.items():
        found.files += 1
        found.problems += _wrong_in_file(store, name, path, found)
    for name in sorted(named - files.keys()):
        rows = store.query(_POSITIONS, {"file": name})
        found.positions += len(rows)
        found.problems.append(f"{name}: not in {folder}, though {len(rows)} pages are kept in it")
    return found


def _wrong_in_file(store: Store, name: str, path: Path, found: Verified) -> Iterator[str]:
    digests: dict[int, str] = {}
    damage = None
    try:
        for offset, page in read_captures(path):
            digests[offset] = body_digest(page.body)
    except DamagedError as error:
        damage = str(error)
    except OSError as error:
        damage = f"{name}: {error.strerror or error}"
    found.captures += len(digests)
    rows = store.query(_POSITIONS, {"file": name})
    found.positions += len(rows)
    missed = [row for row in rows if row["offset"] not in digests]
    if damage and missed:
        yield damage
    found.torn += bool(damage and not missed)
    for row in rows:
        place = f"{name}, byte {row['offset']}: {row['url']}"
        if row["offset"] not in digests:
            yield f"{place}: no capture begins there"
        elif row["digest"] != digests[row["offset"]]:
            yield f"{place}: the ledger names another digest"
