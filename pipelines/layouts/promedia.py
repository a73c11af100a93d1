"""Promedia's system: Pikiran Rakyat network, Jawa Pos and its Radar papers, Ayo and others."""

from pipelines.layout import Layout

LAYOUTS = (
    Layout(
        name="promedia",
        body=(
            "article.read__content",
            "div.read__content[itemprop='articleBody']",
            "section.read__content",
        ),
        whole=True,
        drop=(
            "strong.read__others",
            "div.read__others",
            "div.read__related",
            "div.paging",
            "div.read__photo",
            "div.read__tag",
        ),
        title=("h1.read__title",),
        reporter=("div.read__info__author a", "div.read__info__author", "div.read__author a"),
        byline=(
            ".read__content ~ p",
            ".read__content ~ div",
            "div.read__wrap p",
            "div.read__editor",
        ),
        published=("div.read__info__date", "div.read__date"),
        source=(".read__content ~ p",),
        tags=("ul.tag__list a", "div.tag__list a"),
        pages=("div.paging--article a.paging__link", "div.paging a", "a.paging__link"),
        authors_from=("visible", "json-ld"),
        look_around=False,
    ),
)
