"""A page read: bytes to title, paragraphs, byline, dates and why. Relevance and facts follow."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipelines.layouts import GENERIC
from pipelines.model import Article, Page, Site, Trace
from pipelines.page.credits import authors_and_editors
from pipelines.page.edges import dateline_date, dateline_of, source_credit_of
from pipelines.page.junk import is_of_others
from pipelines.page.language import language_of
from pipelines.page.lines import Line
from pipelines.page.markup import NotHtmlError, TooLargeError, depth_of, parse, text_of, unpacked
from pipelines.page.metadata import ARCHIVE_PREFIX, read_metadata
from pipelines.page.opened import Opened, open_page
from pipelines.page.paging import page_links
from pipelines.page.published import Decision, decide
from pipelines.page.story import Story, body_lines, declared_lines, plain_lines, story_of
from pipelines.regions import zone_of
from pipelines.urls import article_id, choose_canonical

_LEAST_WORDS = 15
_GALLERY_WORDS = 80
_LARGEST, _DEEPEST = 5_000, 150
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)\s*(https?://\S{4,2000}?)\s*-->", re.I)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a page says. not_article: why it is no article, None for one."""

    article: Article
    trace: Trace
    not_article: str | None = None


def extract_article(page: Page, site: Site) -> Article:
    """The article on a page; one without text where there is none. Never raises."""
    return extract(page, site).article


def extract(page: Page, site: Site) -> Extraction:
    """Read one page. Never raises for what a page may contain; needs no clock."""
    try:
        opened = open_page(page, site)
    except (NotHtmlError, TooLargeError) as error:
        return Extraction(_empty(page, site), Trace(), str(error))
    title = opened.title
    story = _read(opened, page, site, title)
    dates = _dates(opened, page, site, story)
    byline = authors_and_editors(opened, story.dropped, story.sign_off)
    paragraphs = story.paragraphs
    text = "\n\n".join(paragraphs)
    url = choose_canonical(page.url, opened.meta.declared_url())
    article = Article(
        id=article_id(url),
        url=url,
        site=site.key,
        platform=site.platform,
        title=title,
        text=text,
        paragraphs=paragraphs,
        authors=byline.authors,
        editors=byline.editors,
        source_credit=story.source_credit or _credited(opened),
        dateline=dateline_of(paragraphs[0], opened.newsroom) if paragraphs else None,
        sign_off=story.sign_off,
        tags=_tags(opened),
        language=language_of(text, opened.meta.lang),
        published_at=dates.chosen.at if dates.chosen else None,
        published_precision=dates.chosen.precision if dates.chosen else None,
        published_source=dates.source,
        published_raw=dates.raw,
        modified_at=dates.modified,
    )
    trace = Trace(opened.layout.name, story.dropped, _dates_for_people(dates))
    return Extraction(article, trace, _why_not(article, opened))


def declared_url(body: bytes) -> str | None:
    """The address a saved page gives itself: canonical link, og:url, or the browser's note."""
    try:
        saved = _SAVED_FROM.search(unpacked(body)[:4096])
        declared = read_metadata(parse(body)).declared_url()
    except (NotHtmlError, TooLargeError):
        return None
    if declared and declared.startswith(("http://", "https://")):
        return declared
    return ARCHIVE_PREFIX.sub("", saved.group(1).decode("ascii", "replace")) if saved else None


def next_pages(page: Page, site: Site) -> tuple[str, ...]:
    """Absolute URLs of pages 2..n of a multi-page article, in order; () for one page."""
    try:
        opened = open_page(page, site)
    except (NotHtmlError, TooLargeError):
        return ()
    return page_links(opened.index.first_of(opened.layout.pages), page.url)


def _read(opened: Opened, page: Page, site: Site, title: str) -> Story:
    """The story by its layout; where there is next to nothing, by what the page declares."""
    pages = [opened, *_later_pages(page, site)]
    story = story_of(body_lines(pages), title, site.recurring)
    whole = opened.meta.ld_text("articleBody") if opened.layout is GENERIC else ""
    if whole and not story.is_told_in(whole):
        declared = story_of(declared_lines(opened.meta), title, site.recurring)
        story = story if declared.is_short else declared
    if story.is_short and not opened.gallery:
        named = story_of(body_lines(pages, is_of_others), title, site.recurring)
        story = story if named.is_short else named
    if story.is_short and not opened.gallery:
        others = (declared_lines(opened.meta), _by_trafilatura(opened.root))
        story = max((story, *(story_of(o, title, site.recurring) for o in others)), key=_length)
    return story


def _length(story: Story) -> int:
    return sum(map(len, story.paragraphs))


def _later_pages(page: Page, site: Site) -> Iterator[Opened]:
    for later in page.more:
        try:
            yield open_page(later, site)
        except (NotHtmlError, TooLargeError):
            continue


def _by_trafilatura(root: etree._Element) -> list[Line]:
    """The last resort, for pages whose prose stands in no element of its own."""
    from trafilatura import bare_extraction  # takes half a second to import
    from trafilatura.settings import Document

    if sum(1 for _ in root.iter()) > _LARGEST or depth_of(root) > _DEEPEST:
        return []
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    html = etree.tostring(root, encoding="unicode", method="html")
    found = bare_extraction(html, include_comments=False, favor_precision=True)
    return plain_lines(found.text or "") if isinstance(found, Document) else []


def _credited(opened: Opened) -> str | None:
    credits = (source_credit_of(text_of(e)) for e in opened.index.all_of(opened.layout.source))
    return next(filter(None, credits), None)


def _tags(opened: Opened) -> tuple[str, ...]:
    shown = [text_of(e).strip("# ,") for e in opened.index.first_of(opened.layout.tags)]
    words = opened.meta.first("news_keywords", "keywords", "content_tags", "content_tag").split(",")
    tags = shown or opened.meta.article_tags or [word.strip() for word in words]
    return tuple(dict.fromkeys(tag for tag in tags if 1 < len(tag) <= 80))[:40]


def _dates(opened: Opened, page: Page, site: Site, story: Story) -> Decision:
    zone = zone_of(site.province)
    told = story.only_date or dateline_date(next(iter(story.paragraphs), "")) or ""
    return decide(opened.meta, opened.dated(), page.url, page.lead, zone, page.fetched_at, told)


def _dates_for_people(dates: Decision) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (f"{f.source}: {f.where}", f.raw, f.value.at.isoformat() if f.value else "no certain date")
        for f in dates.seen
    )


def _why_not(article: Article, opened: Opened) -> str | None:
    words = len(article.text.split(maxsplit=_GALLERY_WORDS))
    if opened.gallery and words < _GALLERY_WORDS:
        return opened.gallery
    if words < _LEAST_WORDS:
        return f"too little text ({words} words)" if words else "no text"
    return opened.listing


def _empty(page: Page, site: Site) -> Article:
    url = choose_canonical(page.url, None)
    return Article(article_id(url), url, site.key, site.platform, "", "", ())
