"""What nearly every system has in common, for pages that no layout fits."""

from pipelines.layout import Layout

GENERIC = Layout(
    name="generic",
    body=(),
    reporter=("[itemprop='author'] [itemprop='name']", "a[rel='author']", "[itemprop='author']"),
    published=("[itemprop='datePublished']",),
    tags=("a[rel='tag']", "[class*='tag'] a[href*='/tag']", "[class*='topic'] a[href*='/topic']"),
    account=True,
    author_meta=("content_author",),
    editor_meta=("content_editor",),
    pages=("[class*='paging'] a", "[class*='pagination'] a", "[class*='page-link'] a"),
)
