"""ANTARA and its bureaus: bare text cut by line breaks until 2018, the card template since."""

from pipelines.layout import Layout

_DROP = (
    "p.mt10",
    "p.date",
    "span.baca-juga",
    "p.text-muted",
    "div.quote_old",
    "span.quote_old",
    "blockquote.quote",
)

LAYOUTS = (
    Layout(
        name="antara",
        hosts=("antaranews.com",),
        body=(
            "div.wrap__article-detail-content",
            "div.post-content.clearfix",
            "div#article-detail div.post-content",
        ),
        drop=_DROP,
        title=(
            "h1.wrap__article-detail-title",
            "div.wrap__article-detail-title h1",
            "h1.post-title",
        ),
        byline=("p.text-muted", "div.wrap__article-detail-content p.text-muted", "div.author"),
        published=(
            "div.wrap__article-detail-info time",
            "div.wrap__article-detail-info .list-inline-item",
            "ul.list-inline .list-inline-item",
            "span.article-date",
        ),
        tags=(
            "div.blog-tags a",
            "ul.blog-tags a",
            "div.tags-widget a",
            "ul.tags-widget a",
            "ul.tags a",
        ),
        authors_from=("visible", "json-ld"),
    ),
    Layout(
        name="antara 2015",
        hosts=("antaranews.com",),
        body=("div#content_news", "div.content_news", "div[itemprop='articleBody'].content"),
        drop=_DROP,
        title=("h1.title",),
        editor=("span[itemprop='editor']",),
        byline=("div.byline", "div.bjbrt > p", "div.bjbrt div.mt10", "p.mt10", "div.author"),
        published=("div.date time", "time[itemprop='datePublished']"),
        authors_from=("visible",),
    ),
    Layout(
        name="antara amp",
        hosts=("antaranews.com",),
        body=("div.amp-wp-article-content", "article.amp-wp-article div.content"),
        byline=("p.text-muted", "div.amp-wp-byline"),
        published=("div.amp-wp-posted-on time", "time"),
    ),
)
