"""`pantau archive`: the pages that were kept as they came."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from crawler.cli import options


@click.group(name="archive")
def command() -> None:
    """Look after the archive of kept pages."""


@command.command(name="verify")
@options.database
@options.archive_folder
@options.as_json
def verify_command(db: Path, archive: Path | None, as_json: bool) -> None:
    """Read every record and digest, and look up every page that the ledger says is kept."""
    from pipelines.archive import folder_beside
    from pipelines.archives.verify import verify
    from pipelines.store import Store

    folder = archive or folder_beside(db)
    with Store.open(db, read_only=True) as store:
        found = verify(store, folder)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
    else:
        for problem in found.problems:
            click.echo(problem)
        click.echo(
            f"{folder}: {found.files} files, {found.captures} captures; "
            f"the database points to {found.positions} of them"
        )
    if found.problems:
        raise click.ClickException(f"{len(found.problems)} things are wrong; see above")
