"""`pantau sites`: the registry."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from crawler.cli import options
from crawler.cli.console import results
from crawler.registry import load_registry
from pipelines.model import Site


@click.group(name="sites")
def command() -> None:
    """The registry: which sites there are."""


@command.command(name="list")
@options.site_filters
@options.registry_file
@options.as_json
def list_sites(
    names: tuple[str, ...],
    province: str | None,
    platform: str | None,
    sites_file: Path | None,
    as_json: bool,
) -> None:
    """List the sites, or those that fit."""
    chosen = options.choose_sites(load_registry(sites_file), names, province, platform)
    if as_json:
        click.echo(json.dumps([_plain(site) for site in chosen], ensure_ascii=False, indent=2))
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in ("site", "name", "platform", "province", "home", "verified"):
        table.add_column(column, no_wrap=column in {"site", "home"})
    for site in chosen:
        verified = "yes" if site.verified else ""
        table.add_row(site.key, site.name, site.platform, site.province or "", site.home, verified)
    results.print(table)
    click.echo(f"{len(chosen)} sites", err=True)


@command.command(name="show")
@click.argument("name", metavar="SITE")
@options.registry_file
@options.as_json
def show_site(name: str, sites_file: Path | None, as_json: bool) -> None:
    """Show one site: its table, and the channels that its platform offers."""
    registry = load_registry(sites_file)
    (site,) = options.choose_sites(registry, [name], None, None)
    if as_json:
        click.echo(json.dumps(_plain(site), ensure_ascii=False, indent=2))
        return
    for key, value in _plain(site).items():
        if value not in (None, "", [], {}, ()):
            click.echo(f"{key:<10} {value}")


def _plain(site: Site) -> dict[str, Any]:
    return asdict(site) | {"channels": {kind: list(urls) for kind, urls in site.channels.items()}}
