"""Whether sites answer as their entries say: every channel and one article each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.run import Progress, crawl
from pipelines.archive import folder_beside
from pipelines.fates import Fate
from pipelines.health import Health, health_of_sites
from pipelines.model import Site
from pipelines.store import Store

_CHANNELS = """SELECT site, kind, url, leads, status, error FROM channels
    WHERE run_id = :run ORDER BY site, kind, url"""
_ARTICLES = """SELECT site, url, fate, fate_detail FROM pages
    WHERE run_id = :run AND settled_at IS NOT NULL AND status IS NOT NULL
    ORDER BY site, fate = 'stored' DESC"""


@dataclass(frozen=True, slots=True)
class ChannelCheck:
    """One channel: how many leads it gave, or what was wrong with it.

    unchanged: it answered that nothing is new since it was last asked, and so gave none.
    """

    kind: str
    url: str
    leads: int
    unchanged: bool
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
    db: Path,
    settings: Mapping[str, str] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> list[Checked]:
    """Ask each site's channels and one article, politely and many sites at once.

    What it learns stays in the database: the visits that health is judged from, and the leads
    for the next crawl.
    """
    run = crawl(
        sites,
        db=db,
        archive=folder_beside(db),
        limit=1,
        settings=settings,
        on_progress=on_progress,
    )
    with Store.open(db, read_only=True) as store:
        health = health_of_sites(store.stream)
        channels = store.query(_CHANNELS, {"run": run.run_id})
        articles = store.query(_ARTICLES, {"run": run.run_id})
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
            ChannelCheck(row["kind"], row["url"], row["leads"], row["status"] == 304, row["error"])
            for row in own
        ),
        article=(article["url"], Fate(article["fate"]), article["fate_detail"])
        if article
        else None,
    )
