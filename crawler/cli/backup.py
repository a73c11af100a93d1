"""`pantau backup`: a consistent copy of the database, also while a run writes into it."""

from pathlib import Path

import click

from crawler.cli import options


@click.command(name="backup")
@click.argument("target", type=click.Path())
@options.database
def command(target: str, db: Path) -> None:
    """Copy the database to TARGET, a file or a folder."""
    from pipelines.backup import back_up

    if target.endswith("/") and not Path(target).is_dir():
        raise click.ClickException(f"{target}: there is no such folder; make it first")
    copy = back_up(db, Path(target))
    click.echo(f"{copy}: {copy.stat().st_size} bytes")
