"""WordPress: independent portals, most of them with an Indonesian news theme."""

import re

from crawler.channel import Channel
from crawler.news_spider import NewsSpider

REST = "/wp-json/wp/v2/posts?search={query}&per_page=20&_fields=link,title,excerpt,date,date_gmt"


class WordpressSpider(NewsSpider):
    """WordPress sites: REST and page search, feeds, the core sitemap."""

    channels = (
        Channel("rest", REST + "&page=1", REST + "&page={page}"),
        Channel("search", "/?s={query}", "/page/{page}/?s={query}", pages=5),
        Channel("feed", "/feed/", "/feed/?paged={page}", pages=3),
        Channel("sitemap", "/sitemap_index.xml"),
    )
    article = re.compile(
        r"^/(?!tag/|category/|kategori/|author/|page/|wp-|feed|search/)"
        r"(?:.*/)?[\w%]+(?:-[\w%]+){2,}(?:\.html)?/?$"
    )
