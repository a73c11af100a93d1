"""`pantau export`: datasets as files."""

from pathlib import Path

import click

from crawler.cli import options
from pipelines.datasets import FORMATS, Format, export, names
from pipelines.store import Store


@click.command(name="export")
@options.database
@click.option(
    "--dataset",
    "chosen",
    type=click.Choice(names()),
    multiple=True,
    help="Which; may be repeated; all if not given.",
)
@click.option("--format", "kind", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output/datasets"),
    show_default=True,
    help="The folder.",
)
def command(db: Path, chosen: tuple[str, ...], kind: Format, out: Path) -> None:
    """Write datasets, and a datapackage.json that describes them."""
    with Store.open(db, read_only=True) as store:
        try:
            files = export(store, chosen or names(), kind, out)
        except ModuleNotFoundError as error:
            raise click.ClickException(
                f"--format {kind} needs {error.name}: pip install pantau-jamsos[{kind}]"
            ) from error
    for file in files:
        click.echo(file)
