"""`pantau sites add`: a registry entry from one page of a site."""

import tempfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import click

from crawler.cli import options
from crawler.cli.check import as_row, show_checks
from crawler.cli.console import notes
from crawler.registry import load_registry
from pipelines.model import GENERIC_SITE
from pipelines.response import fate_of_response


@click.command(name="add")
@click.argument("url", metavar="URL")
@options.province("Its name or Kemendagri code, where you know it.")
@click.option("--allow-private", is_flag=True, help="The site is in a network of your own.")
@click.option(
    "--append",
    "registry_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Append the entry to this registry instead of printing it.",
)
def command(
    url: str, province: str | None, allow_private: bool, registry_file: Path | None
) -> None:
    """Tell from one page what a site is made with, try its channels, and give its entry."""
    options.check_address(url, url)
    from crawler.detect import detect
    from crawler.fetch import fetch

    taken = load_registry(registry_file).sites if registry_file and registry_file.exists() else {}
    parts = urlsplit(url)
    home = f"{parts.scheme}://{parts.netloc}"
    unknown = replace(GENERIC_SITE, home=home, allow_private=allow_private)
    page = fetch(url, unknown, then_rest=True)
    if fate := fate_of_response(page):
        raise click.ClickException(f"{url}: {fate[0]}: {fate[1]}; give the address of an article")
    found = detect(page.url, page.body)
    if found.key in taken:
        raise click.ClickException(f"{registry_file}: there is a site called {found.key} already")
    entry = found.table(province) + ("allow_private = true\n" if allow_private else "")
    _try(entry)
    if registry_file is None:
        click.echo(f"\n{entry}", nl=False)
        return
    with registry_file.open("a", encoding="utf-8") as registry:
        registry.write(f"\n{entry}")
    click.echo(f"appended [{found.key}] to {registry_file}", err=True)


def _try(entry: str) -> None:
    """Ask the channels of an entry, and one article, and show what came of it."""
    from crawler.check import check

    with tempfile.TemporaryDirectory() as folder:
        alone = Path(folder) / "new.toml"
        alone.write_text(entry, encoding="utf-8")
        sites = list(load_registry(alone).sites.values())
        show_checks([as_row(one) for one in check(sites, db=Path(folder) / "try.db")], notes)
