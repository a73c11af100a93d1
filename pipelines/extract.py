"""A page read: bytes to title, paragraphs, byline, dates and why. Relevance and facts follow."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.boilerplate import without_boilerplate, without_repeats
from pipelines.credits import authors_and_editors
from pipelines.edges import (
    CLOSING_NAME,
    dateline_of,
    is_closing_name,
    is_sign_off,
    source_credit_of,
    split_sign_off,
)
from pipelines.language import language_of
from pipelines.layout import named
from pipelines.lines import Line, read_lines
from pipelines.markup import NotHtmlError, TooLargeError, parse, text_of, unpacked
from pipelines.metadata import ARCHIVE_PREFIX, read_metadata
from pipelines.model import Article, Dropped, Page, Site, Trace
from pipelines.opened import Opened, open_page
from pipelines.paging import page_links
from pipelines.published import Decision, decide
from pipelines.regions import zone_of
from pipelines.titles import title_of
from pipelines.urls import article_id, choose_canonical

_LEAST_WORDS = 30
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
    title = title_of(opened.root, opened.meta, opened.first(opened.layout.title), opened.newsroom)
    lines, dropped = _story(opened, page.more, title, site)
    paragraphs, sign_off, source = _edges(lines, dropped)
    dates = _dates(opened, page, site)
    byline = authors_and_editors(opened, dropped)
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
        source_credit=source or _credited(opened),
        dateline=dateline_of(paragraphs[0], opened.newsroom) if paragraphs else None,
        sign_off=sign_off,
        tags=_tags(opened),
        language=language_of(text, opened.meta.lang),
        published_at=dates.chosen.at if dates.chosen else None,
        published_precision=dates.chosen.precision if dates.chosen else None,
        published_source=dates.source,
        published_raw=dates.raw,
        modified_at=dates.modified,
    )
    trace = Trace(opened.layout.name, tuple(dropped), _dates_for_people(dates))
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
    return page_links(opened.first(opened.layout.pages), page.url)


def _story(
    opened: Opened, more: Iterable[Page], title: str, site: Site
) -> tuple[list[Line], list[Dropped]]:
    """The lines of the story over all its pages, and those left out."""
    lines = _lines_of(opened)
    for page in more:
        try:
            lines += _lines_of(open_page(page, site))
        except (NotHtmlError, TooLargeError):
            continue
    kept, dropped = without_boilerplate(lines, title)
    kept, repeated = without_repeats(kept)
    return kept, dropped + repeated


def _lines_of(opened: Opened) -> list[Line]:
    lines = []
    for body in opened.bodies:
        unwanted = {e for css in opened.layout.drop for e in named(body, css, opened.names)}
        lines += read_lines(body, unwanted)
    return lines


def _edges(
    lines: list[Line], dropped: list[Dropped]
) -> tuple[tuple[str, ...], str | None, str | None]:
    """Paragraphs, sign-off and credited source; what is taken out is told in `dropped`."""
    source = None
    paragraphs: list[str] = []
    if lines and is_closing_name(lines[-1].text, lines[-1].bold):
        dropped.append(Dropped(lines.pop().text, CLOSING_NAME))
    for line in lines:
        credit = source_credit_of(line.text)
        if credit is None:
            paragraphs.append(line.text)
        else:
            source = source or credit or None
            dropped.append(Dropped(line.text, "source"))
    sign_off = None
    while paragraphs and is_sign_off(paragraphs[-1]):
        sign_off = paragraphs.pop()
        dropped.append(Dropped(sign_off, "sign-off"))
    if paragraphs and not sign_off:
        paragraphs[-1], sign_off = split_sign_off(paragraphs[-1])
    return tuple(paragraphs), sign_off, source


def _credited(opened: Opened) -> str | None:
    credits = (source_credit_of(text_of(e)) for e in opened.all(opened.layout.source))
    return next(filter(None, credits), None)


def _tags(opened: Opened) -> tuple[str, ...]:
    shown = [text_of(e).strip("# ,") for e in opened.all(opened.layout.tags)]
    words = opened.meta.first("news_keywords", "keywords", "content_tags", "content_tag").split(",")
    tags = shown or opened.meta.article_tags or [word.strip() for word in words]
    return tuple(dict.fromkeys(tag for tag in tags if 1 < len(tag) <= 80))[:40]


def _dates(opened: Opened, page: Page, site: Site) -> Decision:
    zone = zone_of(site.province)
    return decide(opened.meta, opened.dated(), page.url, page.lead, zone, page.fetched_at)


def _dates_for_people(dates: Decision) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (f"{f.source}: {f.where}", f.raw, f.value.at.isoformat() if f.value else "not a date")
        for f in dates.seen
    )


def _why_not(article: Article, opened: Opened) -> str | None:
    words = len(article.text.split())
    if words >= _LEAST_WORDS:
        return None
    return opened.gallery or (f"too little text ({words} words)" if words else "no text")


def _empty(page: Page, site: Site) -> Article:
    url = choose_canonical(page.url, None)
    return Article(article_id(url), url, site.key, site.platform, "", "", ())
