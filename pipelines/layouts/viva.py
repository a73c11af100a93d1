"""VIVA since 2016; its paragraphs may be divs."""

from pipelines.layout import Layout

LAYOUTS = (
    Layout(
        name="viva",
        hosts=("viva.co.id",),
        body=(
            "div#article-content span[itemprop='articleBody']",
            "div.main-content-detail",
            "div.main-content-left-detail div.text",
        ),
        drop=("div.main-content-detail-caption", "blockquote"),
        title=("article.article-detail div.title h1", "h1.main-content-title"),
        reporter=("div.main-content-author li a",),
        byline=("div.smalldesc div", "div.smalldesc span", "div.main-content-author li"),
        published=("div.smalldesc div.date", "div.main-content-date"),
        tags=("div.main-content-tag a", "ul.tag a"),
        pages=("div.paging a",),
        authors_from=("visible", "json-ld"),
    ),
)
