"""Portals of regional governments: the CodeIgniter templates most of them share."""

from pipelines.layout import Layout

LAYOUTS = (
    Layout(
        name="government swarakalibata",
        body=(
            "div.post-single div.post-text",
            "div.detail-berita",
            "div.isi-berita",
            "div.blog-post-text",
        ),
        byline=("div.post-meta", "ul.entry-meta"),
        published=("span.meta-date", "div.post-meta span.date", "span.post-date"),
        tags=("div.post-tag a", "div.tagcloud a"),
        authors_from=("visible",),
    ),
    Layout(
        name="government berita",
        body=("div.news-content", "div.konten-berita", "div.content-berita", "div.berita-content"),
        byline=("ul.entry-meta", "div.entry-meta", "div.news-meta"),
        published=("ul.entry-meta li", "div.entry-meta span", "div.news-meta span", "span.tanggal"),
        authors_from=("visible",),
    ),
)
