"""Any site whose system is not known: what most sites offer, and the front page."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class GenericSpider(NewsSpider):
    """Feed, sitemap and front page; further pages where the page marks a next one."""

    channels = (
        Channel("feed", "/feed"),
        Channel("sitemap", "/sitemap.xml"),
        Channel("listing", "/"),
    )
    article = re.compile(
        r"^/(?!tags?/|category/|kategori/|author/|penulis/|page/|wp-|search)"
        r"(?:.*/(?:\d+/)?)?[\w%]+(?:[-_][\w%]+){3,}(?:\.html?|\.php)?/?$"
    )
