"""`pantau sites check`: ask a site's channels and one article, and say how it does."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from crawler.cli import options
from crawler.cli.console import results
from crawler.cli.errors import SICK
from crawler.registry import load_registry
from pipelines.model import Site

if TYPE_CHECKING:
    from crawler.check import Checked


@click.command(name="check")
@options.site_filters
@options.registry_file
@options.database
@click.option("--strict", is_flag=True, help="Exit with status 4 when a site is sick.")
@options.as_json
def command(
    names: tuple[str, ...],
    province: str | None,
    platform: str | None,
    sites_file: Path | None,
    db: Path,
    strict: bool,
    as_json: bool,
) -> None:
    """Ask every channel and one article of each site; what it learns goes into the database."""
    chosen = options.choose_sites(load_registry(sites_file), names, province, platform)
    rows = _check(chosen, db)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        show_checks(rows)
    sick = sum(row["health"] not in ("ok", "new") for row in rows)
    click.echo(f"{len(rows) - sick} of {len(rows)} sites are well", err=True)
    if sick and strict:
        raise click.exceptions.Exit(SICK)


def _check(sites: Sequence[Site], db: Path) -> list[dict[str, Any]]:
    from crawler.check import check
    from crawler.cli.progress import CrawlProgress

    with CrawlProgress(len(sites)) as progress:
        return [as_row(one) for one in check(sites, db=db, on_progress=progress.update)]


def as_row(one: "Checked") -> dict[str, Any]:
    """What was learned of a site, as plain JSON types."""
    url, fate, detail = one.article or (None, None, None)
    return {
        "site": one.site.key,
        "health": one.health.state,
        "reason": one.health.reason,
        "channels": [asdict(channel) for channel in one.channels],
        "article": {"url": url, "fate": fate, "fate_detail": detail} if url else None,
    }


def show_checks(rows: Sequence[dict[str, Any]], out: Console = results) -> None:
    """One row a site, and what is wrong with it."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("site", "health", "channels", "leads", "article", "what is wrong"):
        table.add_column(name, justify="right" if name == "leads" else "left", overflow="fold")
    for row in rows:
        channels = row["channels"]
        answering = sum(channel["error"] is None for channel in channels)
        wrong = row["reason"] or "; ".join(
            f"{channel['kind']}: {channel['error']}" for channel in channels if channel["error"]
        )
        leads = str(sum(channel["leads"] for channel in channels))
        if unchanged := sum(channel["unchanged"] for channel in channels):
            leads += f", {unchanged} unchanged"
        article = row["article"]["fate"] if row["article"] else ""
        answered = f"{answering} of {len(channels)}"
        table.add_row(row["site"], row["health"], answered, leads, article, escape(wrong))
    out.print(table)
