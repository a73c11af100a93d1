"""docs/sites.md from the registry: `python -m crawler.sites_page > docs/sites.md`."""

import sys
from collections import Counter

from crawler.registry import Registry, load_registry
from pipelines.model import Site
from pipelines.regions import region

_HEAD = """# The sites

Made from `crawler/sites.toml` by `python -m crawler.sites_page > docs/sites.md`; do not edit.

{sites} sites on {platforms} platforms in all {provinces} provinces. *Verified* means that a live
check or a recorded page proved the entry; the evidence for each stands in the registry.
"""


def sites_page(registry: Registry) -> str:
    """The page: one table a province, national outlets first."""
    by_province: dict[str | None, list[Site]] = {}
    for site in registry.sites.values():
        by_province.setdefault(site.province, []).append(site)
    parts = [_head(registry)]
    for code in sorted(by_province, key=lambda code: code or ""):
        parts.append(_part(code, by_province[code]))
    return "\n".join(parts)


def _head(registry: Registry) -> str:
    sites = registry.sites.values()
    platforms = Counter(site.platform for site in sites)
    provinces = {site.province for site in sites} - {None}
    return _HEAD.format(sites=len(sites), platforms=len(platforms), provinces=len(provinces))


def _part(code: str | None, sites: list[Site]) -> str:
    name = _province(code) if code else "National"
    rows = "".join(map(_row, sorted(sites, key=lambda site: site.key)))
    return f"## {name}\n\n| site | name | platform | verified |\n|---|---|---|---|\n{rows}"


def _province(code: str) -> str:
    found = region(code)
    return f"{found.name} ({code})" if found else code


def _row(site: Site) -> str:
    name = site.name.replace("|", "\\|")
    return f"| `{site.key}` | [{name}]({site.home}) | {site.platform} | {_mark(site)} |\n"


def _mark(site: Site) -> str:
    return "yes" if site.verified else ""


if __name__ == "__main__":
    sys.stdout.write(sites_page(load_registry()))
