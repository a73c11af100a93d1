"""Tribun network: one template for the national site and every regional host since 2015."""

from pipelines.layout import Layout

_DROP = (
    "p.baca",
    "blockquote.summary-article",
    "div.ads-placeholder",
    "div[id^='div-Inside']",
    "h4.hide",
)

LAYOUTS = (
    Layout(
        name="tribun",
        body=("div.side-article.txt-article", "div.txt-article", "div#article_con div.content"),
        drop=_DROP,
        title=("h1#arttitle", "div#article h1"),
        reporter=("div#penulis",),
        editor=("div#editor a", "span#editor a", "div#editor", "span#editor"),
        byline=(
            "div.side-article.mb5 div",
            "div.side-article.mb20:not(.txt-article) div",
            "div.credit",
        ),
        published=("div#article time", "time.grey"),
        source=("div#article_con > div.mt10", "div#article_con div#sumber"),
        tags=("h5.tagcloud3 a", "div.tagcloud a", "a.rd2"),
        pages=("div.paging a", "div#article_con a[href*='page=']"),
    ),
    Layout(
        name="tribun amp and micro sites",
        hosts=("tribunnews.com",),
        body=("div.content-detail div.txt-detail", "article div.article-content"),
        drop=_DROP,
        byline=("div.penulis", "div.editor"),
        published=("div.content-date time",),
    ),
)
