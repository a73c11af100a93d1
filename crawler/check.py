"""Whether sites answer as their entries say: every channel and one article each."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.run import Progress, crawl
from pipelines.fates import Fate
from pipelines.health import Health, health_of_sites
from pipelines.model import Site
from pipelines.store import Store

_CHANNELS = "SELECT site, kind, url, leads, error FROM channels ORDER BY site, kind, url"
_ARTICLES = """SELECT site, url, fate, fate_detail FROM pages
    WHERE settled_at IS NOT NULL AND status IS NOT NULL ORDER BY site, fate = 'stored' DESC"""


@dataclass(frozen=True, slots=True)
class ChannelCheck:
    """One channel: how many leads it gave, or what was wrong with it."""

    kind: str
    url: str
    leads: int
    error: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """One site: its channels, and the article that was read with its fate, if there was one."""

    site: Site
    health: Health
    channels: tuple[ChannelCheck, ...]
    article: tuple[str, Fate, str | None] | None


def check(
    sites: Sequence[Site],
    *,
    settings: Mapping[str, str] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> list[Checked]:
    """Ask each site's channels and one article, politely and many sites at once.

    Nothing of it is kept: the pages go into a database that is thrown away.
    """
    with tempfile.TemporaryDirectory(prefix="pantau-check-") as folder:
        db = Path(folder) / "check.db"
        crawl(sites, db=db, limit=1, settings=settings, on_progress=on_progress)
        with Store.open(db, read_only=True) as store:
            health = health_of_sites(store.query)
            channels, articles = store.query(_CHANNELS), store.query(_ARTICLES)
    return [_checked(site, health, channels, articles) for site in sites]


def _checked(
    site: Site,
    health: Mapping[str, Health],
    channels: Sequence[Mapping[str, Any]],
    articles: Sequence[Mapping[str, Any]],
) -> Checked:
    own = (row for row in channels if row["site"] == site.key)
    article = next((row for row in articles if row["site"] == site.key), None)
    return Checked(
        site=site,
        health=health.get(site.key, Health("new", "stopped before its turn")),
        channels=tuple(
            ChannelCheck(row["kind"], row["url"], row["leads"], row["error"]) for row in own
        ),
        article=(article["url"], Fate(article["fate"]), article["fate_detail"])
        if article
        else None,
    )
