"""`pantau crawl`: find, fetch, read and store."""

from pathlib import Path

import click

from crawler.cli import options
from crawler.cli.console import notes
from crawler.registry import load_registry


@click.command(name="crawl")
@options.site_filters
@options.registry_file
@options.database
@options.archive_folder
@options.archive_all
@click.option("--since", metavar="YYYY-MM-DD", help="Walk archives back to this day.")
@click.option("--limit", type=click.IntRange(min=1), help="At most this many articles a site.")
@click.option("--broad", is_flag=True, help="Follow every lead, also those off the topic.")
@click.option("-s", "settings", metavar="KEY=VALUE", multiple=True, help="A Scrapy setting.")
def command(
    names: tuple[str, ...],
    province: str | None,
    platform: str | None,
    sites_file: Path | None,
    db: Path,
    archive: Path | None,
    archive_all: bool,
    since: str | None,
    limit: int | None,
    broad: bool,
    settings: tuple[str, ...],
) -> None:
    """Crawl all sites, or those that are named or fit."""
    chosen = options.choose_sites(load_registry(sites_file), names, province, platform)
    overrides = _settings(settings)
    back_to = options.day(since)
    from crawler.cli.progress import CrawlProgress
    from crawler.cli.tables import run_line, show_sites
    from crawler.run import crawl
    from pipelines.archive import folder_beside
    from pipelines.store import Store

    with Store.open(db) as store:
        before = store.counts()
    with CrawlProgress(len(chosen)) as progress:
        result = crawl(
            chosen,
            db=db,
            archive=archive or folder_beside(db),
            archive_all=archive_all,
            since=back_to,
            limit=limit,
            broad=broad,
            settings=overrides,
            on_progress=progress.update,
        )
    with Store.open(db, read_only=True) as store:
        show_sites(store, [site.key for site in chosen])
        click.echo(run_line(before, store.counts()))
    for site in result.sites:
        if site.left:
            notes.print(f"{site.key}: left early: {site.left}", markup=False, soft_wrap=True)
    if result.status == "stopped":
        raise click.Abort


def _settings(pairs: tuple[str, ...]) -> dict[str, str]:
    settings = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key.isupper():
            raise click.UsageError(f"-s {pair}: write it as KEY=VALUE, as in DOWNLOAD_DELAY=2")
        settings[key] = value
    return settings
