"""`pantau sites`: the registry."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.table import Table

from crawler.cli import options
from crawler.cli.add import command as add
from crawler.cli.check import command as check
from crawler.cli.console import results
from crawler.cli.record import command as record
from crawler.loader import spider_of
from crawler.registry import load_registry
from pipelines.model import Site

_COLUMNS = ("site", "platform", "province", "verified", "name", "home")
_WIDE = 130


@click.group(name="sites")
def command() -> None:
    """The registry: which sites there are."""


command.add_command(add)
command.add_command(check)
command.add_command(record)


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
    if results.is_terminal:
        _show_table(chosen)
    else:
        for site in chosen:
            click.echo("\t".join(_row(site)))
    click.echo(f"{len(chosen)} sites", err=True)


def _show_table(sites: list[Site]) -> None:
    """A table for a person; a narrow terminal leaves the addresses out."""
    columns = _COLUMNS if results.width >= _WIDE else _COLUMNS[:-1]
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, no_wrap=True)
    for site in sites:
        table.add_row(*map(escape, _row(site)[: len(columns)]))
    results.print(table)


def _row(site: Site) -> tuple[str, ...]:
    verified = "yes" if site.verified else "no"
    return (site.key, site.platform, site.province or "", verified, site.name, site.home)


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
        if key != "channels" and value not in (None, "", []):
            shown = ", ".join(value) if isinstance(value, list) else value
            click.echo(f"{key:<14}{shown}")
    for channel in spider_of(site)().offered_channels():
        click.echo(f"{channel.kind:<14}{channel.url}")


def _plain(site: Site) -> dict[str, Any]:
    plain = asdict(site)
    del plain["recurring"]
    plain["aliases"] = list(site.aliases)
    return plain | {"channels": {kind: list(urls) for kind, urls in site.channels.items()}}
