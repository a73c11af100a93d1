"""Jawa Pos: the Radar dailies on sub-domains of jawapos.com."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class JawaposSpider(NewsSpider):
    """Radar sites: the tag, the feed and the latest; their search is forbidden."""

    channels = (
        Channel("listing", "/tag/bpjs-ketenagakerjaan", "/tag/bpjs-ketenagakerjaan?page={page}"),
        Channel("feed", "/rss"),
        Channel("sitemap", "/sitemap.xml"),
        Channel("listing", "/indeks-berita", "/indeks-berita?page={page}"),
    )
    article = re.compile(r"/(?:\d{8,11}/[\w-]+|\d{2}/\d{2}/\d{4}/[\w-]+)")
