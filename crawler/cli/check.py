"""`pantau sites check`: ask a site's channels and one article, and say how it does."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.table import Table

from crawler.cli import options
from crawler.cli.console import results
from crawler.registry import load_registry
from pipelines.model import Site

_CHANNELS = """SELECT kind, url, status, leads, error FROM channels
    WHERE run_id = :run AND site = :site ORDER BY kind, url"""


@click.command(name="check")
@options.site_filters
@options.registry_file
@options.database
@options.as_json
def command(
    names: tuple[str, ...],
    province: str | None,
    platform: str | None,
    sites_file: Path | None,
    db: Path,
    as_json: bool,
) -> None:
    """Ask every channel and one article of each site; what it learns goes into the database."""
    chosen = options.choose_sites(load_registry(sites_file), names, province, platform)
    rows = _check(chosen, db)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _show(rows)
    sick = sum(row["health"] not in ("ok", "new") for row in rows)
    click.echo(f"{len(rows) - sick} of {len(rows)} sites are well", err=True)


def _check(sites: Sequence[Site], db: Path) -> list[dict[str, Any]]:
    from crawler.cli.progress import CrawlProgress
    from crawler.run import crawl
    from pipelines.archive import folder_beside
    from pipelines.health import Health, health_of_sites
    from pipelines.store import Store

    with CrawlProgress(len(sites)) as progress:
        result = crawl(
            sites, db=db, archive=folder_beside(db), limit=1, on_progress=progress.update
        )
    if result.status == "stopped":
        raise click.Abort
    with Store.open(db, read_only=True) as store:
        health = health_of_sites(store.query)
        return [
            {
                "site": site.key,
                "health": health.get(site.key, Health("new")).state,
                "reason": health.get(site.key, Health("new")).reason,
                "channels": store.query(_CHANNELS, {"run": result.run_id, "site": site.key}),
                "article": {str(fate): count for fate, count in site.fates.items()},
            }
            for site in result.sites
        ]


def _show(rows: Sequence[dict[str, Any]]) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("site", "health", "channels", "leads", "what is wrong"):
        table.add_column(name, justify="right" if name == "leads" else "left", overflow="fold")
    for row in rows:
        answering = sum(channel["error"] is None for channel in row["channels"])
        wrong = row["reason"] or "; ".join(
            f"{channel['kind']}: {channel['error']}"
            for channel in row["channels"]
            if channel["error"]
        )
        leads = sum(channel["leads"] for channel in row["channels"])
        answered = f"{answering} of {len(row['channels'])}"
        table.add_row(row["site"], row["health"], answered, str(leads), escape(wrong))
    results.print(table)
