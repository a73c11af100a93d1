"""WordPress: the gmr themes of most regional portals, other news themes, and the plain blog."""

from pipelines.layout import Layout

_DATE = (
    "time.entry-date.published",
    ".posted-on time",
    "time.entry-date",
    "time.post-date",
    "abbr.published",
    "div.entry-meta time",
    "span.posted-on",
    "span.date.meta-item",
    "div.jeg_meta_date",
    "time.post-published",
)
_TAGS = ("span.tags-links a", "div.tags-links a", "ul.td-tags a", "a[rel='tag']")
_DROP = (
    "div[class^='gmr-banner']",
    "div.gmr-related-post",
    "div.gmr-content-share",
    "div.wp-caption",
    "p.wp-caption-text",
    "div.sharedaddy",
    "div.jp-relatedposts",
    "div.code-block",
    "div.inline-related-post",
    "div.post-views",
    "div[class*='baca-juga']",
    "div[class*='jnews_inline_related']",
    "div.tptn_counter",
)
_PAGES = ("div.page-links a", "div.post-page-numbers a", "a.post-page-numbers", "div.link-pages a")

LAYOUTS = (
    Layout(
        name="wordpress gmr",
        body=(
            "div.entry-content.entry-content-single",
            "div.entry-content.entry-content-single-page",
        ),
        drop=_DROP,
        title=("h1.entry-title",),
        reporter=("span.entry-author a.fn", "span.entry-author a", ".gmr-metacontent a.fn"),
        byline=("div.gmr-cf-metacontent", ".gmr-cf-metacontent span"),
        source=(".gmr-cf-metacontent span.source",),
        published=_DATE,
        tags=_TAGS,
        pages=_PAGES,
        account=True,
    ),
    Layout(
        name="wordpress",
        body=(
            "div.elementor-widget-theme-post-content",
            "div.entry-content",
            "div.wp-block-post-content",
            "div.post-content",
            "div.td-post-content",
            "div.tdb_single_content",
            "div.jeg_main_content div.content-inner",
            "div.entry[itemprop='articleBody']",
            "div.single-content",
            "div.post div.entry",
            "div.entry",
        ),
        drop=_DROP,
        reporter=(
            "span.author.vcard a",
            "a.author-name",
            "span.elementor-post-info__item--type-author",
            "div.jeg_meta_author a",
            "div.td-post-author-name a",
            "span.meta-author a",
        ),
        published=_DATE,
        tags=_TAGS,
        pages=_PAGES,
        account=True,
    ),
)
