"""`pantau status`: runs, fates, and sites that fell silent."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.table import Table

from crawler.cli import options
from crawler.cli.console import results
from crawler.cli.tables import show_sites
from crawler.focus import FocusReport, focus_report
from pipelines.health import health_of_sites
from pipelines.store import Store
from pipelines.tables.database import is_written
from pipelines.tables.status import runs, summary

_RUNS_SHOWN = 5


@click.command(name="status")
@options.database
@options.as_json
def command(db: Path, as_json: bool) -> None:
    """Show what was found, what became of it, the latest runs and each site's health."""
    with Store.open(db, read_only=True) as store:
        if as_json:
            click.echo(json.dumps(_status(store, db), ensure_ascii=False, indent=2))
            return
        show_sites(store)
        _show_focus(focus_report(store.query))
        _show_health(store)
        _show_runs(_latest_runs(store, db))
        found = store.ledger.count()
        fates = store.ledger.fates()
    if found:
        sum_of_fates = " + ".join(f"{count} {fate}" for fate, count in fates.items())
        click.echo(f"\nfound {found} = {sum_of_fates}")
    else:
        click.echo("\nnothing was found yet")


def _latest_runs(store: Store, db: Path) -> list[dict[str, Any]]:
    return runs(store, at_work=is_written(db))[:_RUNS_SHOWN]


def _status(store: Store, db: Path) -> dict[str, Any]:
    health = health_of_sites(store.stream)
    sites = [
        {
            **row,
            "health": health[row["key"]].state if row["key"] in health else "new",
            "health_reason": health[row["key"]].reason if row["key"] in health else "",
        }
        for row in summary(store)
    ]
    return {
        "found": store.ledger.count(),
        "fates": store.ledger.fates(),
        **store.counts(),
        "sites": sites,
        "runs": _latest_runs(store, db),
    }


def _show_focus(report: FocusReport) -> None:
    """What reading only the leads that point to the agency may have missed."""
    if report.missed is not None:
        results.print(
            f"\n{report.aside} leads were put aside by their words; of {report.sampled} such that"
            f" were read all the same, {report.stories} were stories (about {report.missed:.0f}"
            " missed; --broad reads them all)",
            soft_wrap=True,
        )


def _show_health(store: Store) -> None:
    health = health_of_sites(store.stream)
    sick = {key: state for key, state in health.items() if state.is_sick}
    results.print("\n[bold]Health[/]")
    for key, state in sorted(sick.items()):
        results.print(f"[red]{state.state}[/] {key}: {escape(state.reason)}", soft_wrap=True)
    results.print(health_line(len(health), len(sick), len(summary(store))))


def health_line(visited: int, sick: int, sites: int) -> str:
    """How many sites are well; of one that no crawl has seen to its end, nobody knows."""
    if not visited:
        return "no site was crawled to its end yet"
    rest = sites - visited
    unknown = f"; {rest} more were not crawled to their end yet" if rest else ""
    return f"{visited - sick} of {visited} crawled sites are well{unknown}"


def _local(moment: str | None) -> str:
    """A stored time on this computer's clock, with its offset."""
    if moment is None:
        return ""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M:%S %z}"


def _show_runs(runs: list[dict[str, Any]]) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False, title_justify="left")
    for name in ("run", "what", "started", "ended", "sites", "status"):
        table.add_column(name)
    for run in runs:
        table.add_row(
            str(run["id"]),
            run["command"],
            _local(run["started_at"]),
            _local(run["ended_at"]),
            str(len(run["sites"])) if run["sites"] else "",
            run["status"],
        )
    results.print("\n[bold]Latest runs[/]")
    results.print(table)
