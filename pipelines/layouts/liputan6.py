"""Liputan6 (and the other KLY papers): all "halaman" of a story stand in one page."""

from pipelines.layout import Layout

_DROP = (
    "div.baca-juga",
    "div.baca-juga-collections",
    "div.article-content-body__break",
    "div[class^='article-photo-gallery']",
    "div.article-ad",
    "blockquote.twitter-tweet",
    "div.video-report",
    "div.box-infographic",
)

LAYOUTS = (
    Layout(
        name="liputan6",
        hosts=("liputan6.com",),
        body=("div.article-content-body",),
        drop=_DROP,
        title=("h1.article-header__title", "h1.read-page--header--title"),
        reporter=(
            "span.article-header__authors a",
            "a.article-header__author-link",
            "span.read-page--header--author__name",
        ),
        byline=("div.reporters-credit li",),
        published=(
            "span.article-header__datetime",
            "time.read-page--header--author__datetime",
            "p.read-page--header--author__datetime-wrapper time",
        ),
        tags=("li.tags--topics--item a", "ul.tags--snippet__list a"),
        authors_from=("visible", "json-ld"),
    ),
    Layout(
        name="liputan6 2016",
        body=("div[id^='multi-page-']", "div.read-page--content"),
        whole=True,
        drop=_DROP,
        title=("h1.read-page--header__title", "header.read-page--header h1"),
        reporter=("span.read-page--header__author a",),
        published=("span.read-page--header__datetime", "p.read-page--header__date", "time"),
        tags=("ul.tag-snippet a", "a.tag-snippet", "li.tag-snippet a"),
        authors_from=("visible", "json-ld"),
    ),
)
