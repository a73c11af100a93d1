"""Media Indonesia: a national daily on a system of its own, its regional desk is /nusantara."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class MediaIndonesiaSpider(NewsSpider):
    """Feed, search, tag, and listings whose further pages count by 20."""

    channels = (
        Channel("search", "/search?q={query}", "/search?q={query}&page={page}", pages=5),
        Channel("listing", "/tag/bpjs-ketenagakerjaan"),
        Channel("feed", "/feed"),
        Channel("listing", "/nusantara", "/nusantara/20/{offset}", step=20, pages=5),
        Channel("sitemap", "/sitemap.xml"),
    )
    article = re.compile(r"^/(?!video|galler|infograf|podcast|tag/|search)[\w-]+/\d{4,}/[^/]+")
