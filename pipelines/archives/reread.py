"""The archive read again with today's rules, in all cores; nothing here touches the database."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from pipelines.archive import Position, read_archived
from pipelines.archives.capture import DamagedError
from pipelines.model import Reading, Site
from pipelines.reader import READ_SECONDS, read_in_time
from pipelines.tables.rows import rows_of
from pipelines.workers import Workers

_AT_ONCE = 16  # pages a worker is handed at a time


@dataclass(frozen=True, slots=True)
class Kept:
    """A page of the ledger that the archive keeps.

    url: its address there. article_id: of the article it is or once was, None where it never was
    one. reading_hash: of that article's reading, None where there is none now.
    """

    url: str
    site: Site
    position: Position
    article_id: str | None
    reading_hash: str | None


@dataclass(frozen=True, slots=True)
class Reread:
    """What today's rules make of a kept page.

    reading: None where it is the stored one. problem: why the page could not be read, else None.
    """

    kept: Kept
    reading: Reading | None = None
    problem: str | None = None


def reread(folder: Path, kept: Kept, seconds: float) -> Reread:
    """Read one kept page; an article keeps the identity under which it is known."""
    try:
        page = read_archived(folder, kept.position)
    except OSError as error:
        return Reread(kept, problem=f"{kept.position.file}: {error.strerror or error}")
    except DamagedError as error:
        return Reread(kept, problem=str(error))
    reading = read_in_time(page, kept.site, seconds)
    if reading.article and kept.article_id:
        known = replace(reading.article, id=kept.article_id, url=kept.url)
        reading = replace(reading, article=known)
    return Reread(kept, None if _is_known(kept, reading) else reading)


def _is_known(kept: Kept, reading: Reading) -> bool:
    rows = rows_of(reading)
    return kept.reading_hash == (rows.article["reading_hash"] if rows else None)


def reread_all(
    workers: Workers, folder: Path, kept: Iterable[Kept], seconds: float = READ_SECONDS
) -> Iterator[Reread]:
    """Every kept page read again, in the order given.

    A page that ends its process or takes it longer than `seconds` comes back with its problem;
    the pages beside it do not suffer.
    """
    place = folder.resolve()
    pages = iter(kept)
    parts = iter(lambda: tuple(islice(pages, _AT_ONCE)), ())
    for part, found in workers.map(partial(_reread_part, place, seconds), parts):
        yield from found or (_alone(workers, place, seconds, page) for page in part)


def _alone(workers: Workers, folder: Path, seconds: float, kept: Kept) -> Reread:
    found = workers.alone(partial(_reread_part, folder, seconds), (kept,))
    words = f"{kept.url}: no reader survived it within {seconds:g} s"
    return found[0] if found else Reread(kept, problem=words)


def _reread_part(folder: Path, seconds: float, part: Sequence[Kept]) -> list[Reread]:
    return [reread(folder, kept, seconds) for kept in part]
