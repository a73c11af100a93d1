"""`pantau ingest`: saved pages and WARC files into the database."""

import gzip
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.progress import track

from crawler.cli import options
from crawler.cli.console import notes
from crawler.registry import Registry, load_registry
from pipelines.archive import ArchiveWriter, DamagedError, folder_beside, read_captures
from pipelines.extract import declared_url
from pipelines.fates import Fate
from pipelines.model import GENERIC_SITE, Page, Site
from pipelines.read import read_page
from pipelines.store import Store
from pipelines.urls import host_of

_SAVED = (".html", ".htm", ".html.gz", ".htm.gz")
_WARC = (".warc", ".warc.gz")


@click.command(name="ingest")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@options.registry_file
@options.database
@options.archive_folder
def command(
    paths: tuple[Path, ...], sites_file: Path | None, db: Path, archive: Path | None
) -> None:
    """Read saved HTML and WARC files (or folders of them) into the database."""
    files = list(_files(paths))
    registry = load_registry(sites_file)
    skipped = 0
    keeper = ArchiveWriter(archive or folder_beside(db))
    with Store.open(db) as store, closing(keeper):
        run = store.ledger.start_run("ingest", [], datetime.now(UTC))
        before = store.counts()
        for file in track(files, "reading", console=notes, disable=not notes.is_terminal):
            problem = _ingest_file(store, keeper, run, registry, file)
            if problem:
                skipped += 1
                notes.print(f"{file}: {problem}", markup=False, soft_wrap=True)
        store.ledger.end_run(run, datetime.now(UTC), "done")
        _report(before, store.counts(), len(files) - skipped)
    if skipped:
        raise click.ClickException(f"{skipped} of {len(files)} files were not taken; see above")


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


def _ingest_file(
    store: Store, keeper: ArchiveWriter, run: int, registry: Registry, file: Path
) -> str | None:
    """Take one file in; the problem, if it was not taken."""
    try:
        if file.name.endswith(_WARC):
            for _, page in read_captures(file):
                _ingest_page(store, keeper, run, registry, page)
            return None
        page = _saved_page(file)
    except OSError as error:
        return error.strerror or str(error)
    except DamagedError as error:
        return str(error)
    except EOFError:
        return "the compressed file is cut"
    if not page.url:
        return "the page does not say its address (canonical link, og:url), so it is not taken"
    _ingest_page(store, keeper, run, registry, page)
    return None


def _saved_page(file: Path) -> Page:
    body = file.read_bytes()
    if file.suffix == ".gz":
        body = gzip.decompress(body)
    return Page(declared_url(body) or "", body)


def _ingest_page(
    store: Store, keeper: ArchiveWriter, run: int, registry: Registry, page: Page
) -> None:
    site = registry.site_for(page.url) or _unknown_site(page.url)
    store.ledger.save_sites([site])
    reading = read_page(page, site)
    position = None
    if reading.fate is Fate.STORED and not store.is_archived(page, reading):
        position = keeper.write(page)
    store.save(run, site, page, reading, page.fetched_at or datetime.now(UTC), position)


def _unknown_site(url: str) -> Site:
    """A page of no known site is kept under its host's name."""
    host = host_of(url)
    return replace(GENERIC_SITE, key=host, name=host, home=f"https://{host}")


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
