"""JPNN and its regional editions."""

from pipelines.layout import Layout

LAYOUTS = (
    Layout(
        name="jpnn",
        hosts=("jpnn.com",),
        body=("div[itemprop='articleBody']", "div.page-content", "div.detail-content"),
        drop=("div.baca-juga", "p.waktu", "div.terkait", "div.tags", "div.page-break"),
        title=("h1.judul",),
        byline=("p.waktu", "div.reporter", "div.penulis"),
        published=("span.date-publish", "[itemprop='datePublished']"),
        tags=("div.tags a",),
        pages=("div.pagination a", "ul.pagination a"),
        authors_from=("visible",),
    ),
)
