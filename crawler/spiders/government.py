"""Government portals: go.id sites, each with a system of its own."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class GovernmentSpider(NewsSpider):
    """Feed, sitemap, news listing and front page."""

    channels = (
        Channel("feed", "/feed"),
        Channel("sitemap", "/sitemap.xml"),
        Channel("listing", "/berita", "/berita?page={page}", pages=3),
        Channel("listing", "/"),
    )
    article = re.compile(
        r"/(?:web/)?(?:view_)?(?:berita|news|post|artikel)/(?:detail/|detail_berita/|index/|read/)?"
        r"(?:\d+|[\w%]+-[\w%]+-[\w%-]+|\d+/[\w%-]+)(?:\.html?)?/?$"
        r"|^/\d{4}/\d{2}/\d{2}/[^/]+"
    )
