"""`pantau sites record`: keep a page with what is read of it, for a person to review."""

import json
import re
from pathlib import Path

import click

from crawler.cli import options
from crawler.cli.inspect import page_from
from crawler.registry import load_registry
from pipelines.contract import as_contract
from pipelines.model import GENERIC_SITE
from pipelines.read import read_page
from pipelines.urls import host_of

_SAFE = re.compile(r"[^a-z0-9]+")


@click.command(name="record")
@click.argument("source", metavar="FILE|URL")
@options.page_address
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("tests/recorded"),
    show_default=True,
    help="Folder of the recorded pages; git leaves it alone, since publishers own the texts.",
)
@options.registry_file
def command(source: str, url: str | None, out: Path, sites_file: Path | None) -> None:
    """Record a page beside what is read of it; its test fails until somebody has reviewed it."""
    registry = load_registry(sites_file)
    page = page_from(source, url, registry)
    site = registry.site_for(page.url) or GENERIC_SITE
    reading = as_contract(read_page(page, site))
    stem = out / site.platform / _name(page.url)
    stem.parent.mkdir(parents=True, exist_ok=True)
    html, expected = stem.with_suffix(".html"), stem.with_suffix(".json")
    if expected.exists():
        raise click.ClickException(f"{expected}: recorded already; remove it to record it again")
    html.write_bytes(page.body)
    known = {"reviewed": False, "url": page.url, "site": site.key, "reading": reading}
    expected.write_text(json.dumps(known, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    click.echo(f"{html}\n{expected}")
    click.echo('look at the JSON, mend what is wrong, then set "reviewed" to true', err=True)


def _name(url: str) -> str:
    """A file name from an address: its host and the words of its path."""
    path = url.split("?")[0].rstrip("/").rpartition("/")[2]
    return _SAFE.sub("-", f"{host_of(url)}-{path}".lower()).strip("-")[:120]
