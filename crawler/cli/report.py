"""`pantau report`: what a period or a province brought, as a page to mail or print."""

from datetime import date
from pathlib import Path
from typing import Literal

import click

from crawler.cli import options

FOLDER = Path("output/reports")


@click.command(name="report")
@options.database
@click.option(
    "--period",
    "wanted",
    metavar="PERIOD",
    help="2026, 2026-10 or 2026-10-01..2026-10-15; the last 30 days if not given.",
)
@options.province("Only this province: its name, or its Kemendagri code.")
@click.option(
    "--language",
    type=click.Choice(["id", "en"]),
    default="id",
    show_default=True,
    help="Indonesian or English.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=FOLDER,
    show_default=True,
    help="The folder for report-….html and report-….md.",
)
def command(
    db: Path, wanted: str | None, province: str | None, language: Literal["id", "en"], out: Path
) -> None:
    """Write a report of a period: what is new, planned and ended, and which regions are silent."""
    from pipelines.report.period import period
    from pipelines.report.write import write_report

    try:
        days = period(wanted, date.today())
    except ValueError as error:
        raise click.UsageError(f"--period {error}") from None
    for path in write_report(db, days, province, language, out):
        click.echo(path)
