"""Other national papers with systems of their own: Suara, Tempo, KapanLagi, RRI, iNews, Bisnis."""

from pipelines.layout import Layout

SUARA = (
    Layout(
        name="suara",
        hosts=("suara.com",),
        editor_meta=("content_editor",),
        body=("article.detail-content", "div.detail-content", "article.content-article"),
        drop=("div.baca-juga-new", "ul.baca-juga", "div.baca-juga"),
        title=("div.info h1", "div.detail h1"),
        byline=("div.writer", "div.author", "div.editor"),
        published=("div.date-article span", "div.date"),
        tags=("ul.list-tag a", "div.tag a"),
        pages=("ul.pages a", "ul.pagination a"),
    ),
    Layout(
        name="suara 2015",
        body=("div#contentImageCaption",),
        title=("div.kanal-detail h1",),
        reporter=("div.dateDetail2 author", "author"),
        published=("div.dateDetail2 time",),
        tags=("div.tagList a",),
        authors_from=("visible",),
    ),
)
TEMPO = (
    Layout(
        name="tempo",
        hosts=("tempo.co",),
        body=("div.detail-in", "div.detail-konten"),
        title=("h1.title", "article h1"),
        byline=("div.box-avatar p.title", "p.title.bold", "div#editor", "h4.reporter"),
        published=("p.date", "span#date", "div.date"),
        tags=("div.box-tag-detail a", "ul.tag a"),
    ),
    Layout(
        name="tempo 2015",
        hosts=("tempo.co",),
        body=("div.artikel",),
        drop=("div.block-tanggal",),
        title=("div.artikel h1",),
        published=("div.block-tanggal", "div.tanggal"),
        authors_from=("visible",),
        closing_names=True,
    ),
)
KAPANLAGI = (
    Layout(
        name="kapanlagi 2015",
        body=(
            "div#v6-revb-detailnews",
            "div.v7-music-detail-news",
            "div.entertainment-detail-news",
        ),
        drop=("div.entertainment-newsdetail-image-caption", "div.music-newsdetail-image-caption"),
        title=("h1.entertainment-newsdetail-title-new", "h1.v7-music-newsdetail-title"),
        published=("span.newsdetail-schedule-new", "span.v7-music-newsdetail-schedule"),
        authors_from=(),
    ),
)
RRI = (
    Layout(
        name="rri",
        hosts=("rri.co.id",),
        body=("div.post_details_inner", "div.post-details-inner"),
        byline=("div.post_details_inner div.author", "span.author", "div.blog_meta_content_box"),
        published=("div.post_details_inner .date", ".date"),
        tags=("div.tag_list a", "div.tags a"),
    ),
)
INEWS = (
    Layout(
        name="inews",
        hosts=("inews.id",),
        body=("div#contentBody", "article.content-body", "div.detailContent"),
        drop=("div.baca-juga", "div.bacajuga"),
        byline=("div.author", "p.author", "div.editor", "div.namaeditor"),
        published=("div.subHead span", "div.createdDate", "p.date"),
        tags=("div.tag a", "ul.tag a"),
        pages=("div.pagination a", "ul.paging a"),
    ),
)
BISNIS = (
    Layout(
        name="bisnis",
        hosts=("bisnis.com",),
        body=("article.detailsContent", "div.detailsContent", "div.sub-article"),
        drop=("div.baca-juga-box", "div.topRead", "div.adsBox"),
        title=("h1.detailsTitleCaption",),
        reporter=("div.detailsAuthorText", "div.authorName"),
        byline=("div.detailsAuthor", "div.detailsEditor"),
        published=("div.detailsAttributeDates", "div.new-description span"),
        tags=("ul.detailsTagItem a", "div.tagList a"),
        pages=("div.detailsPagination a", "a.pagination"),
    ),
)
