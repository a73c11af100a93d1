"""Media Indonesia since 2023; its JSON-LD names the editor as the author."""

from pipelines.layout import Layout

LAYOUTS = (
    Layout(
        name="mediaindonesia",
        hosts=("mediaindonesia.com",),
        body=("section.detail div.article",),
        drop=("div.ext-channel", "div.info-author", "div.flying-carpet", "div._ap_apex_ad"),
        title=("section.detail div.post-header h1",),
        reporter=("div.post-header div.author-2",),
        editor=("div.info-author a.author", "div.info-author a"),
        byline=("div.info-author",),
        published=("div.post-header span.datetime",),
        tags=("ul.related-tags a.bt", "ul.related-tags a"),
        authors_from=("visible",),
        look_around=False,
    ),
)
