"""Disway network and bacakoran: a CodeIgniter system with /read/<id>/<slug> addresses."""

from pipelines.layout import Layout

_CREDIT = ("div#author", "div#editor", "div.post-info")

LAYOUTS = (
    Layout(
        name="disway",
        body=("div.post.text-black-1", "div.text-black-1", "div.post-content.text-black-1"),
        drop=("div.ads-slot", "div#author", "div#editor", "div.caption", "ul.pagination"),
        byline=_CREDIT,
        published=("div.post-info span.date", "span.date"),
        tags=("div.news-tags a[href*='/listtag/']", "div#tags a[href*='/listtag/']"),
        pages=("ul.pagination a[data-ci-pagination-page]", "ul.pagination a"),
        authors_from=("visible",),
        look_around=False,
    ),
    Layout(
        name="disway amp",
        body=("div.amp-article-content", "div.article-body.amp-wp-article-content"),
        byline=("div.amp-author", "div.amp-editor", "div.reporter"),
        published=("div.amp-date", "span.date"),
        authors_from=("visible",),
        look_around=False,
    ),
)
