"""Suara.com: the national site and its regional sub-domains."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class SuaraSpider(NewsSpider):
    """The tag, the index and the news sitemap."""

    channels = (
        Channel("listing", "/tag/bpjs-ketenagakerjaan", "/tag/bpjs-ketenagakerjaan?page={page}"),
        Channel("sitemap", "/sitemap_news.xml"),
        Channel("listing", "/"),
    )
    article = re.compile(r"/read/\d{4}/\d{2}/\d{2}/\d{6}/[^/]+")
