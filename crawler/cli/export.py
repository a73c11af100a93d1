"""`pantau export`: datasets as files."""

from collections.abc import Sequence
from pathlib import Path

import click

from crawler.cli import options
from pipelines.datasets import FORMATS, Format, UnknownCursor, export, export_changes, names
from pipelines.store import Store

CHANGES = Path("output/changes")


@click.command(name="export")
@options.database
@click.option(
    "--dataset",
    "chosen",
    type=click.Choice(names()),
    multiple=True,
    help="Which; may be repeated; all if not given.",
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True,
    help="hf: a folder for `datasets.load_dataset`, made to be published.",
)  # fmt: skip
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder; output/datasets, output/hf or output/changes if not given.",
)
@click.option(
    "--since",
    metavar="CURSOR",
    help="Only what changed or went since the export that gave this cursor; 0 for all.",
)
@click.option("--with-text", is_flag=True, help="Let hf carry the article texts too.")
def command(
    db: Path,
    chosen: tuple[str, ...],
    form: Format,
    out: Path | None,
    since: str | None,
    with_text: bool,
) -> None:
    """Write datasets, and a datapackage.json that describes them."""
    if with_text and form != "hf":
        raise click.UsageError("--with-text is for --format hf; the others carry the texts anyway")
    if since is not None and form == "hf":
        raise click.UsageError("--since gives what changed; --format hf is always whole")
    try:
        if since is None:
            _export(db, chosen or names(), form, out or _folder(form), with_text)
        else:
            _export_changes(db, chosen or names(), form, out or CHANGES, since)
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"--format {form} needs {error.name}: pip install '.[parquet]' where the project lies"
        ) from error


def _export(db: Path, chosen: Sequence[str], form: Format, out: Path, with_text: bool) -> None:
    with Store.open(db, read_only=True) as store:
        files = export(store, chosen, form, out, with_text=with_text)
    _tell(files)


def _export_changes(db: Path, chosen: Sequence[str], form: Format, out: Path, since: str) -> None:
    Store.open(db, read_only=True).close()
    try:
        with Store.open(db) as store:
            files, cursor = export_changes(store, chosen, form, out, since)
    except UnknownCursor as error:
        raise click.UsageError(str(error)) from error
    _tell(files)
    click.echo("the cursor for the next --since:", err=True)
    click.echo(cursor)


def _folder(form: Format) -> Path:
    return Path("output/hf" if form == "hf" else "output/datasets")


def _tell(files: Sequence[Path]) -> None:
    for file in files:
        click.echo(file)
