"""`pantau ingest`: saved pages and WARC files into the database."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import click
from rich.progress import track

from crawler.cli import options
from crawler.cli.console import notes
from crawler.cli.saved import NoPageError, saved_bytes
from crawler.registry import Registry, load_registry
from pipelines.archive import ArchiveWriter, folder_beside, is_ours, read_captures
from pipelines.archives.capture import DamagedError
from pipelines.archives.foreign import Slice, mark_of, read_slice, slices_of
from pipelines.extract import declared_url
from pipelines.fates import Fate
from pipelines.model import GENERIC_SITE, Page, Site
from pipelines.open_run import keep, now
from pipelines.reader import READ_SECONDS, read_all
from pipelines.ready import Ready
from pipelines.response import fate_of_response
from pipelines.store import Store
from pipelines.tables.ingested import Ingested
from pipelines.tables.learned import Lines, known_lines, taught
from pipelines.urls import host_of
from pipelines.workers import Workers, hired

_SAVED = (".html", ".htm", ".html.gz", ".htm.gz")
_WARC = (".warc", ".warc.gz", ".warc.zst")
_NO_ADDRESS = (
    "the page does not say its address (canonical link, og:url), so it is not taken;"
    " `pantau ingest --url ADDRESS FILE` says it"
)
_AT_ONCE = 16  # pages a worker is handed at a time

Span = tuple[int, int | None]


@click.command(name="ingest")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@options.page_address
@options.registry_file
@options.database
@options.archive_folder
@options.archive_all
@options.cluster
def command(
    paths: tuple[Path, ...],
    url: str | None,
    sites_file: Path | None,
    db: Path,
    archive: Path | None,
    archive_all: bool,
    cluster: str | None,
) -> None:
    """Read saved HTML and WARC files (or folders of them) into the database."""
    if not any(path.exists() for path in paths):
        raise click.UsageError(f"{paths[0]}: no such file or folder")
    files = list(_files(paths))
    if url and (len(files) > 1 or files[0].is_dir() or files[0].name.endswith(_WARC)):
        raise click.UsageError("--url is the address of one saved page; name that file alone")
    registry = load_registry(sites_file)
    with (
        Store.open(db) as store,
        closing(ArchiveWriter(archive or folder_beside(db), db.stem)) as keeper,
        hired(cluster) as workers,
    ):
        run = store.ledger.start_run("ingest", [], now())
        before = store.counts()
        known = Known(registry, known_lines(store))
        intake = _Intake(store, keeper, archive_all, workers, known, run, url)
        for file in track(files, "reading", console=notes, disable=not notes.is_terminal):
            intake.take(file)
        store.ledger.end_run(run, now(), "done")
        _report(before, store.counts(), len(files) - intake.skipped)
    if intake.skipped:
        words = f"{intake.skipped} of {len(files)} files were not taken, or not whole"
        raise click.ClickException(f"{words}; see above")


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, those of folders too; what is not there, or has none, as it was named."""
    for path in paths:
        found = sorted(p for p in path.rglob("*") if p.name.endswith((*_SAVED, *_WARC)))
        yield from found or (path,)


class Known(NamedTuple):
    """What tells whose page is at an address, and what its site repeats."""

    registry: Registry
    lines: Lines

    def site_of(self, url: str) -> Site:
        """A page of no known site is kept under its host's name."""
        host = host_of(url)
        unknown = replace(GENERIC_SITE, key=host, name=host, home=f"https://{host}")
        return taught(self.registry.site_for(url) or unknown, self.lines)


class Looked(NamedTuple):
    """What a worker made of a slice: what it gave, and what each of its pages says."""

    part: Slice
    told: Sequence[Ready]


@dataclass(slots=True)
class _Intake:
    """Takes files in, one after the other.

    url: the address that was given for the one page. skipped: how many were not taken, or not
    whole.
    """

    store: Store
    keeper: ArchiveWriter
    archive_all: bool
    workers: Workers
    known: Known
    run: int
    url: str | None
    skipped: int = 0

    def take(self, file: Path) -> None:
        """Take one file in; what is wrong with it is said and counted."""
        try:
            problem = self._take(file)
        except OSError as error:
            problem = error.strerror or str(error)
        except NoPageError as error:
            problem = str(error)
        if problem:
            self.skipped += 1
            notes.print(f"{file}: {problem}", markup=False, soft_wrap=True)

    def _take(self, file: Path) -> str | None:
        if file.is_dir():
            return "no .html and no .warc.gz or .warc.zst file in this folder"
        if not file.name.endswith(_WARC):
            return self._take_saved(file)
        return self._take_own(file) if is_ours(file) else self._take_foreign(file)

    def _take_saved(self, file: Path) -> str | None:
        body = saved_bytes(file)
        url = self.url or declared_url(body)
        if not url:
            fate = fate_of_response(Page("", body))
            return f"{fate[1]}, so it is not taken" if fate else _NO_ADDRESS
        self._save([Page(url, body)])
        return None

    def _take_own(self, file: Path) -> str | None:
        """A file of our own archive: its captures whole, with their leads and further pages."""
        try:
            self._save(page for _, page in read_captures(file))
        except DamagedError as error:
            return str(error)
        return None

    def _take_foreign(self, file: Path) -> str | None:
        """A file of others, slice by slice; a run that dies goes on with the slice it was at."""
        ingested, digest, size = Ingested(self.store), mark_of(file), file.stat().st_size
        reached = ingested.progress(digest)
        if reached.done:
            return None
        damaged = 0
        spans = slices_of(file, reached.position)
        for span, looked in self.workers.map(partial(_look, self.known, file.resolve()), spans):
            part, told = looked or self._look_again(file, span)
            if part.end is None and not part.records and not reached.position:
                return "no WARC record can be read in it"
            self._write(part.pages, told)
            ingested.note(digest, file.name, size, part, self.run, now())
            damaged += part.damaged
            reached = ingested.progress(digest)
        return f"damaged in {damaged} places; all other records are taken" if damaged else None

    def _look_again(self, file: Path, span: Span) -> Looked:
        """A slice with a page that ends its reader: each of its pages is read for itself."""
        part = self.workers.alone(partial(_slice, file.resolve()), span)
        if part is None:
            raise click.ClickException(f"{file}: a worker process died; run again")
        return Looked(part, [self._read_alone(page) for page in part.pages])

    def _read_alone(self, page: Page) -> Ready:
        told = self.workers.alone(partial(_read, self.known), (page,))
        words = f"no reader survived it within {READ_SECONDS:g} s"
        return told[0] if told else Ready(Fate.FAILED, words)

    def _save(self, pages: Iterable[Page]) -> None:
        """Read pages in worker processes, keep those that matter, and store them in order."""
        rest = iter(pages)
        parts = iter(lambda: tuple(islice(rest, _AT_ONCE)), ())
        for part, told in self.workers.map(partial(_read, self.known), parts):
            self._write(part, told or [self._read_alone(page) for page in part])

    def _write(self, pages: Sequence[Page], told: Sequence[Ready]) -> None:
        """Everything that matters into the archive, then what was read of it."""
        self.store.begin()
        for page, reading in zip(pages, told, strict=True):
            position = keep(self.store, self.keeper, page, reading, unstored=self.archive_all)
            at, site = page.fetched_at or now(), self.known.site_of(page.url)
            self.store.ledger.save_sites([site])
            self.store.save(self.run, site, page, reading, at, position)
        self.store.commit()


def _look(known: Known, file: Path, span: Span) -> Looked:
    part = _slice(file, span)
    return Looked(part, _read(known, part.pages))


def _slice(file: Path, span: Span) -> Slice:
    return read_slice(file, *span)


def _read(known: Known, pages: Sequence[Page]) -> list[Ready]:
    return read_all([(page, known.site_of(page.url)) for page in pages], READ_SECONDS)


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
