"""`pantau crawl`: find, fetch, read and store."""

import json
from collections.abc import Mapping
from difflib import get_close_matches
from logging import getLevelNamesMapping
from pathlib import Path
from typing import Any

import click
from scrapy.settings import Settings

from crawler.cli import options
from crawler.cli.errors import SICK
from crawler.registry import load_registry
from pipelines.archive import folder_beside
from pipelines.fates import Fate
from pipelines.model import Site

_TRUE_OR_FALSE = ("0", "1", "True", "False", "true", "false")  # what Scrapy takes


@click.command(name="crawl")
@options.site_filters
@options.registry_file
@options.database
@options.archive_folder
@options.archive_all
@click.option("--since", metavar="YYYY-MM-DD", help="Walk archives back to this day.")
@click.option("--limit", type=click.IntRange(min=1), help="At most this many articles a site.")
@click.option("--broad", is_flag=True, help="Follow every lead, also those off the topic.")
@click.option("--strict", is_flag=True, help="Exit with status 4 when a site is sick.")
@click.option(
    "--on-sick",
    metavar="COMMAND",
    help="Call this when sites are sick; it gets them as JSON on its standard input.",
)
@options.cluster
@click.option("--every", metavar="6h", help="Crawl again and again: 30m, 6h, 1d.")
@click.option("-s", "settings", metavar="KEY=VALUE", multiple=True, help="A Scrapy setting.")
def command(
    names: tuple[str, ...],
    province: str | None,
    platform: str | None,
    sites_file: Path | None,
    db: Path,
    archive: Path | None,
    archive_all: bool,
    since: str | None,
    limit: int | None,
    broad: bool,
    strict: bool,
    on_sick: str | None,
    cluster: str | None,
    every: str | None,
    settings: tuple[str, ...],
) -> None:
    """Crawl all sites, or those that are named or fit."""
    if every and strict:
        raise click.UsageError(
            "--strict is a status at the end, and --every has none; use --on-sick"
        )
    registry = load_registry(sites_file)
    chosen = options.choose_sites(registry, names, province, platform)
    arguments = {
        "cluster": cluster,
        "db": db,
        "archive": archive or folder_beside(db),
        "archive_all": archive_all,
        "since": options.day(since),
        "limit": limit,
        "broad": broad,
        "registry": registry,
        "settings": _settings(settings),
    }
    if every:
        from crawler.cli.every import interval, repeat

        repeat(interval(every), lambda: _crawl_once(chosen, arguments, on_sick))
    elif _crawl_once(chosen, arguments, on_sick) and strict:
        raise click.exceptions.Exit(SICK)


def _crawl_once(chosen: list[Site], arguments: dict[str, Any], on_sick: str | None) -> int:
    """One run with all it has to say; how many of its sites are sick. Raises Abort if stopped."""
    from crawler.cli.progress import CrawlProgress
    from crawler.cli.sick import name_sick, sick_among, tell
    from crawler.cli.tables import run_line, show_sites
    from crawler.spread.coordinator import crawl_anywhere
    from pipelines.store import Store

    db: Path = arguments["db"]
    with Store.open(db) as store:
        before = store.counts()
    with CrawlProgress(len(chosen)) as progress:
        result = crawl_anywhere(chosen, **arguments, on_progress=progress.update)
    keys = [site.key for site in chosen]
    with Store.open(db, read_only=True) as store:
        show_sites(store, keys)
        pending = sum(store.ledger.fates(key).get(Fate.PENDING, 0) for key in keys)
        left = [site.left for site in result.sites] if result.status == "done" else []
        line = run_line(before, store.counts(), pending, left)
        sick = sick_among(store, keys)
    name_sick(sick)
    click.echo(line)
    if result.status == "stopped":
        raise click.Abort
    tell(sick, on_sick)
    if result.mishaps:
        first = f"{len(result.mishaps)} pages were given up; the first: {result.mishaps[0]}"
        raise click.ClickException(first)
    return len(sick)


def _settings(pairs: tuple[str, ...]) -> dict[str, str]:
    """Scrapy settings from KEY=VALUE; a name nobody knows or a value of no use is wrong use."""
    known = Settings()
    known.setmodule("crawler.settings", priority="project")
    settings = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key.isupper():
            raise click.UsageError(f"-s {pair}: write it as KEY=VALUE, as in DOWNLOAD_DELAY=2")
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"-s {pair}: there is no setting {key}{hint}")
        if wanted := _wanted(key, known[key], value):
            raise click.UsageError(f"-s {pair}: {key} is {wanted}")
        settings[key] = value
    return settings


def _wanted(key: str, usual: object, value: str) -> str | None:
    """What the value should have been, where it is something else."""
    if key == "LOG_LEVEL" and value not in getLevelNamesMapping():
        return "DEBUG, INFO, WARNING, ERROR or CRITICAL"
    if isinstance(usual, bool):
        return None if value in _TRUE_OR_FALSE else f"True or False, as in {key}={usual}"
    if isinstance(usual, int | float):
        return None if _is_number(value) else f"a number, as in {key}={usual}"
    if isinstance(usual, Mapping):
        return None if _is_table(value) else f'a table in JSON, as in {key}={{"a.b": 100}}'
    if isinstance(usual, list) and all(isinstance(one, int) for one in usual) and usual:
        numbers = ",".join(map(str, usual))
        fits = all(map(_is_number, value.split(",")))
        return None if fits else f"numbers with commas between them, as in {key}={numbers}"
    return None


def _is_table(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _is_number(text: str) -> bool:
    try:
        return float(text) >= 0
    except ValueError:
        return False
