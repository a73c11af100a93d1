"""The archive read again with today's rules, in all cores; nothing here touches the database."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from pipelines.archive import Position, read_archived
from pipelines.archives.capture import DamagedError
from pipelines.cluster import Cluster
from pipelines.fates import Fate
from pipelines.model import Reading, Site
from pipelines.reader import die_with_parent, read_in_time
from pipelines.tables.rows import article_row, fact_rows, reading_hash

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
    if reading.fate is not Fate.STORED or not reading.article or not reading.relevance:
        return kept.reading_hash is None
    row = article_row(reading.article, reading.relevance)
    return kept.reading_hash == reading_hash(row, fact_rows(reading))


class Rereaders:
    """Processes that read the archive, of this machine or of a cluster; a context manager.

    A page that kills its process or takes it longer than `seconds` is tried once more alone, and
    then comes back with its problem; the pages beside it do not suffer.
    """

    def __init__(
        self,
        folder: Path,
        workers: int | None = None,
        seconds: float = 30.0,
        cluster: Cluster | None = None,
    ) -> None:
        self._folder = folder.resolve()
        self._cluster = cluster
        self._workers = cluster.at_once if cluster else workers or os.cpu_count() or 1
        self._lost: tuple[type[Exception], ...] = (BrokenProcessPool,)
        if cluster:
            self._lost += (cluster.lost,)
        self._seconds = seconds
        self._context = get_context("forkserver")
        self._context.set_forkserver_preload(["pipelines.read", "pipelines.archives.reread"])
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Rereaders":
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def read(self, kept: Iterable[Kept]) -> Iterator[Reread]:
        """Every page read again, in the order given."""
        waiting: deque[tuple[Sequence[Kept], Future[list[Reread]] | None]] = deque()
        pages = iter(kept)
        while part := tuple(islice(pages, _AT_ONCE)):
            waiting.append((part, self._submit(part)))
            if len(waiting) > 2 * self._workers:
                yield from self._result(*waiting.popleft())
        while waiting:
            yield from self._result(*waiting.popleft())

    def _submit(self, part: Sequence[Kept]) -> "Future[list[Reread]] | None":
        work = partial(_reread_all, self._folder, part, self._seconds)
        if self._cluster:
            return self._cluster.executor.submit(work)
        if self._pool is None:
            self._pool = self._new_pool(self._workers)
        try:
            return self._pool.submit(work)
        except BrokenProcessPool:
            return None

    def _result(
        self, part: Sequence[Kept], future: "Future[list[Reread]] | None"
    ) -> Iterable[Reread]:
        try:
            if future:
                return future.result()
        except self._lost:
            self._pool = None
        return (self._alone(kept) for kept in part)

    def _alone(self, kept: Kept) -> Reread:
        with self._new_pool(1) as pool:
            try:
                return pool.submit(reread, self._folder, kept, self._seconds).result()
            except BrokenProcessPool:
                words = f"no reader survived it within {self._seconds:g} s"
                return Reread(kept, problem=f"{kept.url}: {words}")

    def _new_pool(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, self._context, initializer=die_with_parent)


def _reread_all(folder: Path, part: Sequence[Kept], seconds: float) -> list[Reread]:
    return [reread(folder, kept, seconds) for kept in part]
