"""`pantau inspect`: what the reader makes of one page, and why."""

import json
from dataclasses import replace
from pathlib import Path

import click

from crawler.cli import options
from crawler.cli.saved import NoPageError, saved_bytes
from crawler.registry import Registry, load_registry
from pipelines.contract import as_contract
from pipelines.extract import declared_url, extract
from pipelines.fates import Fate
from pipelines.model import GENERIC_SITE, Page, Reading, Site
from pipelines.read import read_page


@click.command(name="inspect")
@click.argument("source", metavar="FILE|URL")
@options.page_address
@options.registry_file
@options.as_json
def command(source: str, url: str | None, sites_file: Path | None, as_json: bool) -> None:
    """Show what the reader makes of one page: a saved FILE or a URL."""
    registry = load_registry(sites_file)
    page = page_from(source, url, registry)
    site = registry.site_for(page.url) or GENERIC_SITE
    reading = read_page(page, site)
    if as_json:
        click.echo(json.dumps(as_contract(reading), ensure_ascii=False, indent=2))
    else:
        from crawler.cli.show_reading import show_reading

        show_reading(page, site, _with_article(page, site, reading))


def _with_article(page: Page, site: Site, reading: Reading) -> Reading:
    """The reading of a page that was put aside unread, with what stands on it, for a person."""
    if reading.article or reading.fate is not Fate.OFF_TOPIC:
        return reading
    extraction = extract(page, site)
    return replace(reading, article=extraction.article, trace=extraction.trace)


def page_from(source: str, url: str | None, registry: Registry) -> Page:
    """The page of an address or of a saved file."""
    if "://" in source:
        from crawler.fetch import fetch

        options.check_address(source, source)
        return fetch(source, registry.site_for(source))
    path = Path(source)
    try:
        body = saved_bytes(path)
    except NoPageError as error:
        raise click.ClickException(f"{path}: {error}") from error
    address = url or declared_url(body) or path.resolve().as_uri()
    return Page(address, body)
