"""Republika from 2015 to today, and its ihram.co.id skin."""

from pipelines.layout import Layout

_BYLINE = (
    "div.red",
    "div.by",
    "p.by",
    "div.reporter",
    "div.editor",
    "div.wrap-title",
    "div.rangka",
)

LAYOUTS = (
    Layout(
        name="republika",
        hosts=("republika.co.id", "republika.id"),
        body=("div.article-content article", "div.article-content", "div.artikel"),
        drop=("div.baca-juga", "div.picked-article", "div.taiching"),
        title=("div.max-card__title h1", "div.wrap_detail_set h1"),
        byline=("div.max-card__title a", "div.by", "div.wrap_detail_set div.by"),
        published=("div.date-detail", "div.date-item__headline", "div.date"),
        tags=("div.wrap-tag a", "ul.wrap-tag a", "div.tags a"),
        source=("div.sumber",),
        pages=("div.pagination a", "div.paging a"),
    ),
    Layout(
        name="republika 2016",
        hosts=("republika.co.id", "ihram.co.id"),
        body=("div.detail-berita div.content-detail", "div.content-detail"),
        drop=("div.picked-article", "div.teaser"),
        title=("div.jdl-detail h2", "div.wrap-title div.h5"),
        byline=("div.content-detail-center", "div.detail-berita p", "div.red-detail", "div.by"),
        published=("div.date-detail",),
        source=("div.detail-berita p", "div.red-detail"),
        tags=("div.tag-detail a", "ul.tag-detail a"),
        authors_from=("visible",),
    ),
    Layout(
        name="republika ihram 2017",
        body=("div.detail-left div.teaser.global-detail", "div.teaser.global-detail"),
        title=("div.wrap-title div.h5",),
        byline=_BYLINE,
        published=("div.wrap-title div.date-detail", "div.date-detail"),
        authors_from=("visible",),
        look_around=False,
    ),
    Layout(
        name="republika 2015",
        body=("div.txt-detailberita",),
        title=("h1.jdl-detail",),
        byline=_BYLINE,
        published=("div.content-detail-center div.date", "div.date"),
        authors_from=("visible",),
        look_around=False,
    ),
)
