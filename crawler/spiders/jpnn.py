"""JPNN: the national site and its regional sub-domains (jabar, bali, jatim …)."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class JpnnSpider(NewsSpider):
    """The tag, which serves as its search, and the feed."""

    channels = (
        Channel("listing", "/tag/bpjs-ketenagakerjaan", "/tag/bpjs-ketenagakerjaan?page={page}"),
        Channel("feed", "/index.php?mib=rss"),
    )
    article = re.compile(r"^/(?!tag/|page/)[\w-]+/(?:\d+/)?\w+(?:-\w+){2,}$")
