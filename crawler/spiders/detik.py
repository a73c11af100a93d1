"""detik: regional editions below paths of www.detik.com (/jatim, /sumut …)."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider


class DetikSpider(NewsSpider):
    """A daily index with paging and a news sitemap of about a day."""

    channels = (
        Channel("listing", "/indeks?date={us_date}", "/indeks?page={page}&date={us_date}"),
        Channel("sitemap", "/berita/sitemap_news.xml"),
    )
    article = re.compile(r"/d-\d+/[^/]+")
