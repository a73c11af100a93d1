"""Kompas: the read__ template since 2017, and the three of 2015."""

from pipelines.layout import Layout

_OLD_BYLINE = ("div.kcm-read-copy tr", "div.penulis-editor tr", "div.kcm-read-copy")
_OLD_TAGS = ("div.tag a", "ul.kcm-tag a")

LAYOUTS = (
    Layout(
        name="kompas",
        body=("div.read__content > div.clearfix", "div.read__content"),
        drop=("span.ads-on-body", "div.video", "div.liftdown_v2_tanda", "div.inner-link-baca-juga"),
        title=("h1.read__title",),
        reporter=("div.credit-title-name",),
        editor=("div.credit-title-name h6 ~ h6",),
        byline=("div.read__author", "div#penulis", "div#editor"),
        published=("div.read__time",),
        tags=("ul.tag__article__wrap a", "li.tag__article__item a"),
        pages=("div.read__paging a", "a.paging__link"),
        authors_from=("meta", "visible"),
        author_meta=("content_author",),
        editor_meta=("content_editor",),
    ),
    Layout(
        name="kompas 2015",
        body=("div.kcm-read-text", "div.kcm-read-content-text span[class^='kcmread']"),
        drop=("div.kcm-read-copy", "div.photo"),
        title=("div.kcm-read-top h2", "div.kcm-read-content-top h2"),
        byline=_OLD_BYLINE,
        published=(
            "div.kcm-read-top div.grey",
            "div.kcm-read-content-top div.grey",
            "span.kcm-date",
            "div.kcm-date",
        ),
        source=("div.kcm-read-copy tr",),
        tags=_OLD_TAGS,
        authors_from=("visible",),
        look_around=False,
    ),
    Layout(
        name="kompas otomotif 2015",
        body=("div.baca-content div.div-read",),
        title=("div.baca-content h1",),
        byline=_OLD_BYLINE,
        published=("div.baca-content div.kcm-date", "div.kcm-date"),
        source=("div.penulis-editor tr",),
        tags=_OLD_TAGS,
        authors_from=("visible",),
        look_around=False,
    ),
)
