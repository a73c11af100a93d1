"""iNews: regional sites on sub-domains of inews.id (sumsel, jateng, lintasbabel …)."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class InewsSpider(NewsSpider):
    """The tag, the search page and the front page."""

    channels = (
        Channel("listing", "/tag/bpjs-ketenagakerjaan", "/tag/bpjs-ketenagakerjaan/{page}"),
        Channel("search", "/find?q={query}"),
        Channel("listing", "/"),
    )
    article = re.compile(r"/(?:read|amp|berita)/(?:\d+/)?[\w-]+-[\w-]+")
