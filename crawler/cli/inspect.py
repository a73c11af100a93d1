"""`pantau inspect`: what the reader makes of one page, and why."""

import json
from pathlib import Path

import click

from crawler.cli import options
from crawler.registry import Registry, load_registry
from pipelines.contract import as_contract
from pipelines.extract import declared_url
from pipelines.model import GENERIC_SITE, Page
from pipelines.read import read_page


@click.command(name="inspect")
@click.argument("source", metavar="FILE|URL")
@click.option("--url", help="The page's address, where the file does not say it.")
@options.registry_file
@options.as_json
def command(source: str, url: str | None, sites_file: Path | None, as_json: bool) -> None:
    """Show what the reader makes of one page: a saved FILE or a URL."""
    registry = load_registry(sites_file)
    page = _page(source, url, registry)
    site = registry.site_for(page.url) or GENERIC_SITE
    reading = read_page(page, site)
    if as_json:
        click.echo(json.dumps(as_contract(reading), ensure_ascii=False, indent=2))
    else:
        from crawler.cli.show_reading import show_reading

        show_reading(page, site, reading)


def _page(source: str, url: str | None, registry: Registry) -> Page:
    if source.startswith(("http://", "https://")):
        from crawler.fetch import fetch

        return fetch(source, registry.site_for(source))
    path = Path(source)
    body = path.read_bytes()
    if path.suffix == ".gz":
        import gzip

        body = gzip.decompress(body)
    address = url or declared_url(body) or path.resolve().as_uri()
    return Page(address, body)
