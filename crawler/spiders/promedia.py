"""Promedia: Pikiran Rakyat's network, Suara Merdeka, the Radar and ayo* sites."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class PromediaSpider(NewsSpider):
    """Promedia and PRMN sites: search, tag, sitemap, feed."""

    channels = (
        Channel("search", "/search?q={query}", "/search?q={query}&page={page}", pages=5),
        Channel("listing", "/tag/bpjs-ketenagakerjaan", "/tag/bpjs-ketenagakerjaan?page={page}"),
        Channel("sitemap", "/sitemap.xml"),
        Channel("feed", "/rss"),
    )
    article = re.compile(r"/(?:[a-z]{1,8}-)?\d{6,}/[\w-]+-[\w-]+")
