"""RRI: the public radio's stations, below paths of rri.co.id."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class RriSpider(NewsSpider):
    """The national search with paging, and the feed; items are short."""

    channels = (
        Channel("search", "/search?q={query}", "/search?q={query}&page={page}", pages=5),
        Channel("feed", "/rss"),
        Channel("listing", "/"),
    )
    article = re.compile(r"^/[\w-]+/(?:[\w-]+/)?\d{4,}/[^/]+")
