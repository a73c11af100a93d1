"""Kompas.com: a national site whose regional desk is regional.kompas.com."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class KompasSpider(NewsSpider):
    """The tag on www and the news sitemap; the index is on a host of its own."""

    channels = (
        Channel("listing", "/tag/bpjs-ketenagakerjaan", "/tag/bpjs-ketenagakerjaan?page={page}"),
        Channel("sitemap", "/sitemap.xml"),
        Channel("listing", "/"),
    )
    article = re.compile(r"/read/\d{4}/\d{2}/\d{2}/\d+/[^/]+")
