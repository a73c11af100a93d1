"""Which of the sitemaps that an index names are worth asking."""

import re
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from crawler.channels import SitemapRef
from crawler.walk import is_older
from pipelines.open_run import now

MOST_EVERY_DAY, MOST_BACK_TO_A_DATE = 40, 400
_NO_STORIES = re.compile(
    r"image|video|foto|galler|categor|kategori|tag|author|penulis|topic|topik|static|"
    r"page-sitemap|halaman|iklan|attachment|product|format",
    re.IGNORECASE,
)


def children_worth_asking(
    children: Sequence[SitemapRef], since: date | None, zone: ZoneInfo
) -> list[SitemapRef]:
    """Sitemaps that may name stories, those that changed last first."""
    may = [child for child in children if not _NO_STORIES.search(child.url)] or list(children)
    if since:
        may = [child for child in may if not is_older(child.changed_raw, since, zone, now())]
    return sorted(may, key=lambda child: child.changed_raw or "", reverse=True)
