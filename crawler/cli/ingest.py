"""`pantau ingest`: saved pages and WARC files into the database."""

import asyncio
import gzip
import os
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import click
from rich.progress import track

from crawler.cli import options
from crawler.cli.console import notes
from crawler.registry import Registry, load_registry
from pipelines.archive import ArchiveWriter, folder_beside, is_ours, read_captures
from pipelines.archives.capture import DamagedError
from pipelines.archives.foreign import Slice, mark_of, read_slice, slices_of
from pipelines.cluster import connected
from pipelines.extract import declared_url
from pipelines.fates import Fate
from pipelines.model import GENERIC_SITE, Page, Site
from pipelines.reader import Reader, die_with_parent
from pipelines.store import Store
from pipelines.tables.ingested import Ingested
from pipelines.urls import host_of

_SAVED = (".html", ".htm", ".html.gz", ".htm.gz")
_WARC = (".warc", ".warc.gz")
_AT_ONCE = 64
CORES = os.cpu_count() or 1


@click.command(name="ingest")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@options.registry_file
@options.database
@options.archive_folder
@options.archive_all
@options.cluster
def command(
    paths: tuple[Path, ...],
    sites_file: Path | None,
    db: Path,
    archive: Path | None,
    archive_all: bool,
    cluster: str | None,
) -> None:
    """Read saved HTML and WARC files (or folders of them) into the database."""
    files = list(_files(paths))
    registry = load_registry(sites_file)
    with (
        Store.open(db) as store,
        closing(ArchiveWriter(archive or folder_beside(db))) as keeper,
        closing(Reader()) as reader,
        asyncio.Runner() as loop,
        _slicers(cluster) as slicers,
    ):
        run = store.ledger.start_run("ingest", [], datetime.now(UTC))
        before = store.counts()
        intake = _Intake(store, keeper, archive_all, reader, loop, slicers, registry, run)
        for file in track(files, "reading", console=notes, disable=not notes.is_terminal):
            intake.take(file)
        store.ledger.end_run(run, datetime.now(UTC), "done")
        _report(before, store.counts(), len(files) - intake.skipped)
    if intake.skipped:
        words = f"{intake.skipped} of {len(files)} files were not taken, or not whole"
        raise click.ClickException(f"{words}; see above")


@contextmanager
def _slicers(cluster: str | None) -> Iterator[Executor]:
    """What looks through slices: the cores of this machine, or a cluster."""
    if cluster:
        with connected(cluster) as joined:
            yield joined.executor
    else:
        with ProcessPoolExecutor(CORES, get_context("forkserver"), die_with_parent) as pool:
            yield pool


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.name.endswith((*_SAVED, *_WARC)))
            if not found:
                raise click.UsageError(f"{path}: no .html and no .warc.gz file in this folder")
            yield from found
        elif path.exists():
            yield path
        else:
            raise click.UsageError(f"{path}: no such file or folder")


@dataclass(slots=True)
class _Intake:
    """Takes files in, one after the other. skipped: how many were not taken, or not whole."""

    store: Store
    keeper: ArchiveWriter
    archive_all: bool
    reader: Reader
    loop: asyncio.Runner
    slicers: Executor
    registry: Registry
    run: int
    skipped: int = 0

    def take(self, file: Path) -> None:
        """Take one file in; what is wrong with it is said and counted."""
        try:
            problem = self._take(file)
        except OSError as error:
            problem = error.strerror or str(error)
        except BrokenProcessPool:
            raise click.ClickException(f"{file}: a worker process died; run again") from None
        except (EOFError, zlib.error):
            problem = "the compressed file is cut or damaged"
        if problem:
            self.skipped += 1
            notes.print(f"{file}: {problem}", markup=False, soft_wrap=True)

    def _take(self, file: Path) -> str | None:
        if not file.name.endswith(_WARC):
            return self._take_saved(file)
        return self._take_own(file) if is_ours(file) else self._take_foreign(file)

    def _take_saved(self, file: Path) -> str | None:
        body = file.read_bytes()
        body = gzip.decompress(body) if file.suffix == ".gz" else body
        url = declared_url(body)
        if not url:
            return "the page does not say its address (canonical link, og:url), so it is not taken"
        self._save([Page(url, body)])
        return None

    def _take_own(self, file: Path) -> str | None:
        """A file of our own archive: its captures whole, with their leads and further pages."""
        waiting: list[Page] = []
        try:
            for _, page in read_captures(file):
                waiting.append(page)
                if len(waiting) == _AT_ONCE:
                    self._save(waiting)
                    waiting = []
        except DamagedError as error:
            return str(error)
        finally:
            self._save(waiting)
        return None

    def _take_foreign(self, file: Path) -> str | None:
        """A file of others, slice by slice; a run that dies goes on with the slice it was at."""
        ingested, digest, size = Ingested(self.store), mark_of(file), file.stat().st_size
        reached = ingested.progress(digest)
        if reached.done:
            return None
        damaged = 0
        for part in self._slices(file, reached.position):
            if part.end is None and not part.records and not reached.position:
                return "no WARC record can be read in it"
            self._save(part.pages)
            ingested.note(digest, file.name, size, part, self.run, datetime.now(UTC))
            damaged += part.damaged
            reached = ingested.progress(digest)
        return f"damaged in {damaged} places; all other records are taken" if damaged else None

    def _slices(self, file: Path, start: int) -> Iterator[Slice]:
        """The slices in order, looked through in all cores, a few of them ahead."""
        waiting: deque[Future[Slice]] = deque()
        for first, end in slices_of(file, start):
            waiting.append(self.slicers.submit(read_slice, file.resolve(), first, end))
            if len(waiting) > 2 * CORES:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _save(self, pages: list[Page]) -> None:
        """Read pages in worker processes, keep those that matter, and store them in order."""
        if pages:
            self.loop.run(self._save_all(pages))

    async def _save_all(self, pages: list[Page]) -> None:
        sites = [self._site_of(page.url) for page in pages]
        reads = (self.reader.read(page, site) for page, site in zip(pages, sites, strict=True))
        for page, site, reading in zip(pages, sites, await asyncio.gather(*reads), strict=True):
            position = None
            mattered = self.archive_all or reading.fate is Fate.STORED
            if mattered and not self.store.is_archived(page, reading.rows):
                position = self.keeper.write(page, reading.capture)
            at = page.fetched_at or datetime.now(UTC)
            self.store.ledger.save_sites([site])
            self.store.save(self.run, site, page, reading, at, position)

    def _site_of(self, url: str) -> Site:
        """A page of no known site is kept under its host's name."""
        host = host_of(url)
        unknown = replace(GENERIC_SITE, key=host, name=host, home=f"https://{host}")
        return self.registry.site_for(url) or unknown


def _report(before: dict[str, int], after: dict[str, int], taken: int) -> None:
    new = {name: after[name] - before[name] for name in after}
    click.echo(
        f"{taken} files read: {new['articles']} new articles, {new['stories']} new stories, "
        f"{new['agreements']} new agreements"
    )
    click.echo(
        f"in the database: {after['articles']} articles, {after['stories']} stories, "
        f"{after['agreements']} agreements"
    )
