"""Tribun network: some 70 regional sub-domains of tribunnews.com on one system."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class TribunSpider(NewsSpider):
    """Regional Tribun sites.

    The feed's links lead to the home page only and the search is forbidden, so discovery goes by
    the sitemaps, the dated index (page 11 repeats page 10) and the tag, which www forbids.
    """

    channels = (
        Channel("sitemap", "/sitemap.xml"),
        Channel("listing", "/index-news?date={date}", "/index-news?date={date}&page={page}"),
        Channel("listing", "/tag/bpjs-ketenagakerjaan", "/tag/bpjs-ketenagakerjaan?page={page}"),
    )
    article = re.compile(r"^/(?:amp/)?(?:[\w-]+/)?(?:\d{4}/\d{2}/\d{2}|\d{6,8})/[^/]+")
