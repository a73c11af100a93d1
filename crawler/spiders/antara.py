"""ANTARA: the national news agency's bureaus, one sub-domain each."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class AntaraSpider(NewsSpider):
    """Bureau sites: search, tag, latest pages, RSS."""

    channels = (
        Channel("search", "/search?q={query}", "/search/{query}/{page}", pages=5),
        Channel("listing", "/tag/bpjs-ketenagakerjaan", "/tag/bpjs-ketenagakerjaan/{page}"),
        Channel("feed", "/rss/terkini.xml"),
        Channel("listing", "/terkini", "/terkini/{page}"),
    )
    article = re.compile(r"/berita/\d+/[^/]+")
