"""Okezone since 2015."""

from pipelines.layout import Layout

LAYOUTS = (
    Layout(
        name="okezone",
        hosts=("okezone.com",),
        body=("div#contentx", "div#article-box div.read", "div.c-detail"),
        drop=(
            "div.detads",
            "div.box-gpr",
            "div#rekomendasi",
            "div.lebih",
            "div.sharebottom",
            "p.link-baca",
        ),
        title=("div.title h1", "div.detail-page > h1"),
        reporter=("div.nmreporter div", "div.namerep a", "div.namerep"),
        published=("time.tgl", "div.namerep b", "div.meta-post time"),
        tags=("div.detail-tag a", "ul.detail-tag a"),
        pages=("div.paging a", "div.second-paging a"),
        authors_from=("visible", "json-ld"),
    ),
)
