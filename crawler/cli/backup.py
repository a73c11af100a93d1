"""`pantau backup`: a consistent copy of the database, also while a run writes into it."""

from pathlib import Path

import click

from crawler.cli import options


@click.command(name="backup")
@click.argument("target", type=click.Path(path_type=Path))
@options.database
def command(target: Path, db: Path) -> None:
    """Copy the database to TARGET, a file or a folder."""
    from pipelines.backup import back_up

    copy = back_up(db, target)
    click.echo(f"{copy}: {copy.stat().st_size} bytes")
