"""Merdeka: later pages of a story are hidden in the first one; codes stand below the body."""

from pipelines.layout import Layout

LAYOUTS = (
    Layout(
        name="merdeka",
        body=("div.mdk-body-paragraph", "div.mdk-news-body div.paragraph"),
        drop=("div.imageinfo", "div.imagecontent", "div#gplus_recommendation", "blockquote"),
        title=("div.mdk-news-head h1", "div#detail_news h1"),
        byline=("div.mdk-date-reporter span", "div.mdk-date-reporter"),
        published=("div.mdk-date-reporter span", "div.mdk-date-reporter"),
        tags=("div.mdk-tag a", "div.mdk-news-tag h2 a"),
        authors_from=("visible",),
    ),
    Layout(
        name="merdeka 2015",
        body=("div#mdk-body-newsarea",),
        drop=("div.box_shortcut", "div#mdk-body-newsinit"),
        title=("div#mdk-body-news h1",),
        byline=("div#mdk-body-news-reporter",),
        published=("div#mdk-body-news-reporter",),
        authors_from=("visible",),
    ),
)
