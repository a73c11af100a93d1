"""Republika: the national daily and its regional sites (rejabar, rejogja)."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class RepublikaSpider(NewsSpider):
    """The index that counts by 50 and the tag; search and feeds are forbidden."""

    channels = (
        Channel("listing", "/tag/bpjs-ketenagakerjaan"),
        Channel("listing", "/index/0", "/index/{offset}", step=50, pages=4),
        Channel("sitemap", "/files/xml/sitemap.xml"),
    )
    article = re.compile(r"/berita/{1,2}\w{6,12}/[^/]+")
