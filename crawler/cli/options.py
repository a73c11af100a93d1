"""Options that several verbs share, and the answers they lead to."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from crawler.registry import Registry, host_key
from pipelines.model import Site

DEFAULT_DB = Path("output/news.db")
_SCHEDULER = re.compile(r"(tcp|tls)://[^\s/]+:\d{1,5}")

database = click.option(
    "--db",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DEFAULT_DB,
    show_default=True,
    help="The SQLite database.",
)
registry_file = click.option(
    "--sites",
    "sites_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A registry of your own instead of ours.",
)
archive_folder = click.option(
    "--archive",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the WARC files; if not given, archive/ beside the database.",
)
archive_all = click.option(
    "--archive-all", is_flag=True, help="Keep also the pages that are not stored."
)


def _scheduler(context: click.Context, option: click.Parameter, address: str | None) -> str | None:
    if address is not None and not _SCHEDULER.fullmatch(address):
        raise click.UsageError(
            f"--cluster {address}: not a scheduler's address; write it as tcp://10.0.0.1:8786"
        )
    return address


cluster = click.option(
    "--cluster",
    metavar="tcp://HOST:PORT",
    callback=_scheduler,
    help="Let the workers of a Dask scheduler do the work.",
)


def check_address(url: str, said: str) -> None:
    """What is no address of a page is wrong use. said: how the user gave it."""
    if not host_key(url):
        raise click.UsageError(f"{said}: not an http(s) address; write it as https://host/path")


def _address(context: click.Context, option: click.Parameter, url: str | None) -> str | None:
    if url is not None:
        check_address(url, f"--url {url}")
    return url


page_address = click.option(
    "--url", callback=_address, help="The page's address, where the file does not say it."
)
as_json = click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")


def _province(context: click.Context, option: click.Parameter, text: str | None) -> str | None:
    """The code of a province that was given by its code or by any of its names."""
    if text is None:
        return None
    from pipelines.regions import province_called, region

    name = " ".join(text.split())
    if len(name) == 2 and region(name):
        return name
    code = province_called(name.lower().removeprefix("provinsi "))
    if code is None:
        raise click.UsageError(f"--province {text}: {_unknown_province(text)}")
    return code


def province(help_text: str) -> Callable[..., Any]:
    """The option that chooses a province, for a verb to say what for."""
    return click.option("--province", metavar="PROVINCE", callback=_province, help=help_text)


def site_filters(function: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments and options that choose sites: SITE…, --province, --platform."""
    for decorate in (
        click.option("--platform", help="Only sites of this platform."),
        province("Only sites of this province: its name, or its Kemendagri code."),
        click.argument("names", metavar="[SITE]...", nargs=-1),
    ):
        function = decorate(function)
    return function


def choose_sites(
    registry: Registry, names: Sequence[str], province: str | None, platform: str | None
) -> list[Site]:
    """The sites that fit; a name nobody knows or a choice of nothing is wrong use."""
    for name in names:
        if name not in registry.sites:
            raise click.UsageError(_unknown_site(name, registry))
    chosen = [
        site
        for site in registry.sites.values()
        if (not names or site.key in names)
        and (province is None or site.province == province)
        and (platform is None or site.platform == platform)
    ]
    if not chosen:
        raise click.UsageError(_nothing_fits(registry, province, platform))
    return chosen


def _nothing_fits(registry: Registry, province: str | None, platform: str | None) -> str:
    known = registry.sites.values()
    if not known:
        return "this registry has no site; `pantau sites add URL --append FILE` writes one into it"
    provinces = sorted({site.province for site in known if site.province})
    platforms = sorted({site.platform for site in known})
    if province and province not in provinces:
        return f"no site here is in {_named([province])}; there are {_named(provinces)}"
    if platform and platform not in platforms:
        return f"no site fits --platform {platform}; there are {', '.join(platforms)}"
    return "no site fits all of this; `pantau sites list` shows the registry"


def _unknown_province(text: str) -> str:
    """What to write instead: the province that a kabupaten lies in, a name like it, or any."""
    from difflib import get_close_matches

    from pipelines.regions import all_regions, bare_name

    provinces = {bare_name(one.name): one.code for one in all_regions() if one.level == "province"}
    asked = " ".join(text.split()).lower()
    within = {
        f"{one.name} is in {_named([one.code[:2]])}"
        for one in all_regions()
        if asked in (one.code, one.name.lower(), bare_name(one.name).lower())
    }
    near = get_close_matches(asked.title(), provinces, n=3)
    if within:
        return "; ".join(sorted(within))
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"no province has this name or code; there are {_named(provinces.values())}"


def _named(codes: Iterable[str]) -> str:
    """Codes of provinces, each with its name."""
    from pipelines.regions import region

    named = ((code, region(code)) for code in codes)
    return ", ".join(f"{code} {one.name.removeprefix('Provinsi ')}" for code, one in named if one)


def day(text: str | None) -> date | None:
    """A day that is not in the future, from YYYY-MM-DD."""
    if text is None:
        return None
    try:
        parsed = date.fromisoformat(text)
    except ValueError:
        raise click.UsageError(f"--since {text}: not a day; write it as 2026-01-31") from None
    if parsed > date.today():
        raise click.UsageError(f"--since {text}: that day is still to come")
    return parsed


def _unknown_site(name: str, registry: Registry) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, registry.sites, n=3)
    hint = f"did you mean {', '.join(near)}?" if near else "`pantau sites list` shows them all"
    return f"no site is called {name}; {hint}"
