"""detik: the detail__ template since 2018 and the older one; a Z in its times means WIB."""

from pipelines.layout import Layout

_DROP = (
    "table.linksisip",
    "div.parallaxindetail",
    "div.detail__body-tag",
    "div.pic_artikel",
    "div.newstag",
    "a.embed",
    "div.lihatjg",
    "div.sisip_embed_sosmed",
    "div.staticdetail_container",
    "div.noncontent",
)

LAYOUTS = (
    Layout(
        name="detik",
        body=("div.detail__body-text.itp_bodycontent", "div.detail__body-text"),
        drop=_DROP,
        title=("h1.detail__title",),
        reporter=("div.detail__author",),
        published=("div.detail__date",),
        tags=("div.detail__body-tag a", "div.detail__tag a"),
        pages=("div.detail__anchor-numb a", "a.detail__anchor-numb"),
        authors_from=("meta", "visible"),
        author_meta=("author",),
    ),
    Layout(
        name="detik 2015",
        hosts=("detik.com",),
        body=("div.detail_text", "div.text_detail", "div#detikdetailtext", "div.itp_bodycontent"),
        drop=_DROP,
        title=("div.jdl h1", "article h1"),
        reporter=("div.jdl div.author", "div.author"),
        published=("div.jdl div.date", "div.date", "span.date"),
        tags=("div.detail_tag a",),
        authors_from=("visible",),
    ),
)
