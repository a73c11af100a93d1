"""Disway network: *.disway.id, *.bacakoran.co and own domains on one CodeIgniter system."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider

SEARCH = "/search/kata/{offset}/{offset}/?c={query}&num="


class DiswaySpider(NewsSpider):
    """Disway and bacakoran sites: a search that counts by 30, a feed on some of them."""

    channels = (
        Channel("search", "/search/kata/?c={query}", SEARCH, step=30),
        Channel("feed", "/rss"),
        Channel("listing", "/"),
    )
    article = re.compile(r"/(?:read|amp)/(?:\d{4}/\d{2}/\d{2}/)?\d+/[^/]+")
