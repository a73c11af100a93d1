"""`pantau demo`: the whole product on the embedded mini-web, without the network."""

from pathlib import Path

import click

from crawler.cli.console import notes, results
from crawler.registry import load_registry

DEMO_DB = Path("output/demo.db")
# The mini-web is ours: it may be asked faster than a stranger's server.
_SETTINGS = {"DOWNLOAD_DELAY": "0.02", "AUTOTHROTTLE_ENABLED": "False"}

_MOST_TOLD = "SELECT id FROM stories ORDER BY articles DESC, id LIMIT 1"


@click.command(name="demo")
@click.option(
    "--db",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DEMO_DB,
    show_default=True,
    help="The SQLite database.",
)
def command(db: Path) -> None:
    """Crawl the embedded mini-web on loopback and show what came of it."""
    from crawler.cli.progress import CrawlProgress
    from crawler.cli.tables import run_line, show_agreements, show_sites
    from crawler.demo.server import DEMO_PORT, MiniWeb
    from crawler.run import crawl
    from pipelines.archive import folder_beside
    from pipelines.store import Store

    with Store.open(db) as store:
        before = store.counts()
    with MiniWeb(DEMO_PORT) as web:
        sites = list(load_registry(web.registry_file).sites.values())
        notes.print(f"crawling {len(sites)} small sites on this computer ...")
        with CrawlProgress(len(sites)) as progress:
            result = crawl(
                sites,
                db=db,
                archive=folder_beside(db),
                settings=_SETTINGS,
                on_progress=progress.update,
            )
    if result.status == "stopped":
        raise click.Abort
    with Store.open(db, read_only=True) as store:
        show_sites(store)
        results.print("\n[bold]Newest agreements[/]")
        show_agreements(store, 8)
        results.print(f"\n[bold]{run_line(before, store.counts())}[/]")
        told = store.query(_MOST_TOLD)
    _how_to_look_further(db, told[0]["id"] if told else "ID")


def _how_to_look_further(db: Path, story: str) -> None:
    results.print(
        f"\nLook further:\n"
        f"  .venv/bin/pantau status --db {db}\n"
        f"  .venv/bin/pantau stories show {story} --db {db}\n"
        f"  .venv/bin/pantau serve --db {db}        (pages in a browser)\n"
        f"  .venv/bin/sqlite-utils {db} 'select event_date, government_name from agreements' -t\n"
        f"  .venv/bin/pantau crawl --limit 5        (real sites, politely)",
        soft_wrap=True,
    )
