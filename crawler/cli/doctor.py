"""`pantau doctor`: is the database sound, and does its archive hold what it should?"""

import json
from pathlib import Path

import click

from crawler.cli import options
from crawler.cli.console import notes


@click.command(name="doctor")
@options.database
@options.archive_folder
@click.option("--fix", is_flag=True, help="Mend what can be mended.")
@click.option(
    "--forget", is_flag=True, help="With --fix: let go of kept pages whose files are lost for good."
)
@options.as_json
def command(db: Path, archive: Path | None, fix: bool, forget: bool, as_json: bool) -> None:
    """Check database and archive; say what is wrong and what would mend it."""
    from pipelines.archive import folder_beside
    from pipelines.doctor import advice, examine
    from pipelines.store import Store
    from pipelines.tables.database import StoreError

    if forget and not fix:
        raise click.UsageError("--forget changes the database; say --fix too")
    folder = archive or folder_beside(db)
    if forget and not folder.is_dir():
        raise click.UsageError(f"{folder}: no such folder, so --forget would let go of all of it")
    if not db.exists():
        raise StoreError(f"{db}: there is no such database; crawl or ingest into it first")
    if not fix:
        Store.open(db, read_only=True).close()  # an older database is named, not changed
    with Store.open(db) as store:
        found = list(examine(store, folder, mend=fix, forget=forget))
        could = advice(store)
    if as_json:
        said = {"findings": [finding._asdict() for finding in found], "mended": fix}
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        for finding in found:
            remedy = finding.remedy or "cannot be mended here"
            click.echo(f"{finding.text} ({'done: ' if fix and finding.remedy else ''}{remedy})")
        click.echo("nothing is wrong" if not found else f"{len(found)} things found")
    if could:
        notes.print(could, soft_wrap=True)
    if any(not fix or finding.remedy is None for finding in found):
        mends = not fix and any(finding.remedy for finding in found)
        words = "`pantau doctor --fix` mends what it can" if mends else "see above"
        raise click.ClickException(f"{db}: not as it should be; {words}")
