"""A parsed page together with the layout that fits it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from pipelines.layout import Layout, bodies_of, is_at_home
from pipelines.layouts import GENERIC, layouts_for, own_layouts
from pipelines.model import Page, Site
from pipelines.page.body import find_body
from pipelines.page.junk import holds_prose
from pipelines.page.lines import SENTENCE_ENDS
from pipelines.page.markup import parse, squash, text_of
from pipelines.page.metadata import ARCHIVE_PREFIX, Metadata, read_metadata
from pipelines.page.names import folded
from pipelines.page.neighbours import is_of_another
from pipelines.page.selectors import Index
from pipelines.page.surroundings import NOWHERE, Surroundings, is_in_frame, surroundings
from pipelines.page.titles import title_of
from pipelines.urls import is_home

_GALLERY_PATH = re.compile(
    r"/(?:readfoto|fotonews|foto-?news|foto|photos?|galeri|gallery|video|videos|20detik|tv|infografis|"
    r"in-picture)/|^https?://(?:foto|photo|video|tv|20)\.",
    re.I,
)

_LISTING_PATH = re.compile(
    r"/(?:tag|tags|topik|topic|search|cari|indeks|index-news|kategori|category|author|penulis|"
    r"listtag|rss|feed|page)(?:/[^/]*){0,2}/?(?:\?.*)?$|[?&](?:s|q|c|cari)=[^&]+$",
    re.I,
)
_BLOG_HOSTS = (["blogspot"], ["wordpress"])
_CLOCK = re.compile(r"\d[:.]\d\d")
_SHOWN, _TOLD, _PARAGRAPH = 8, 200, 60
_SECOND_LEVEL = {"co", "go", "or", "ac", "web", "my", "sch", "net", "desa"}


@dataclass(frozen=True)
class Opened:
    """root, meta, index: the page, its head, its elements by class name and id.

    layout, bodies: what fits it. newsroom: folded names of the outlet.

    gallery: why the page looks like pictures or a video instead of a story, else None.
    listing: why it looks like a list of stories, else None.
    """

    root: etree._Element
    meta: Metadata
    index: Index
    layout: Layout
    bodies: tuple[etree._Element, ...]
    newsroom: frozenset[str] = field(default=frozenset())
    gallery: str | None = None
    listing: str | None = None

    def anchor(self) -> etree._Element | None:
        """What the names and dates of the article stand around: its body, else its headline."""
        return self.bodies[0] if self.bodies else next(self.root.iter("h1"), None)

    def dated(self) -> Iterator[tuple[etree._Element, str]]:
        """What holds the article's own date, and its text; never the page header's clock."""
        own = self.own(self.layout.published)
        placed = [element for element in own if not is_in_frame(element)][:2]
        shown = [(element, text_of(element)) for element in placed]
        yield from shown
        clocks = (f"{e.get('datetime')} {e.get('content')} {text}" for e, text in shown)
        declared = self.meta.ld_text("datePublished") or self.meta.first("article:published_time")
        if not shown or not any(map(_CLOCK.search, (declared, *clocks))):
            yield from self.around.dates

    def own(self, selectors: Iterable[str]) -> list[etree._Element]:
        """What the first selector shows that shows anything outside of other stories' cards."""
        for css in selectors:
            shown = (e for e in islice(self.index.select(css), _SHOWN) if e.tag != "meta")
            if own := [element for element in shown if self.owns(element)]:
                return own
        return []

    def owns(self, element: etree._Element | None) -> bool:
        """False for what stands in the card of another story."""
        return element is None or not is_of_another(element, self.anchor(), self.title)

    @cached_property
    def title(self) -> str:
        """The headline as the reader sees it."""
        placed = self.index.first_of(self.layout.title)
        return title_of(self.root, self.meta, placed, self.newsroom, next(iter(self.bodies), None))

    @cached_property
    def around(self) -> Surroundings:
        """What stands around the body, looked at only where the layout leaves something open."""
        anchor = self.anchor()
        return NOWHERE if anchor is None else surroundings(anchor, self.title)


def open_page(page: Page, site: Site) -> Opened:
    """Parse a page and find its layout.

    Raises NotHtmlError and TooLargeError.
    """
    root = parse(page.body, page.headers.get("content-type", ""))
    meta, index = read_metadata(root), Index(root)
    gallery = _gallery(page.url, meta)
    layout, bodies = _fitting(index, site, _hosts(page, meta), gallery)
    listing = _listing_by_word(root) or (_listing(page.url) if layout is GENERIC else None)
    newsroom = _newsroom(page, site, meta) | _named_after_headline(root, meta)
    return Opened(root, meta, index, layout, bodies, newsroom, gallery, listing)


def _fitting(
    index: Index, site: Site, hosts: tuple[str, ...], gallery: str | None
) -> tuple[Layout, tuple[etree._Element, ...]]:
    own = own_layouts(site.platform)
    for layout in layouts_for(site.platform):
        tried = layout in own or is_at_home(layout, hosts)
        bodies = bodies_of(layout, index) if tried else ()
        if bodies and (layout in own or _tells_enough(bodies)):
            return layout, bodies
    told = not gallery or holds_prose(index.root, _TOLD) or _tells_in_blocks(index.root)
    body = find_body(index) if told else None
    return GENERIC, (body,) if body is not None else ()


def _tells_in_blocks(page: etree._Element) -> bool:
    """A story whose paragraphs are no <p>: sentences, each in a div of its own."""
    texts = (squash(div.text) for div in page.iter("div") if div.text)
    told = (len(text) for text in texts if text.endswith(SENTENCE_ENDS))
    return sum(length for length in told if length > _PARAGRAPH) > _TOLD


def _tells_enough(bodies: tuple[etree._Element, ...]) -> bool:
    """More than the card of another story does, which some systems call like a body."""
    prose = any(holds_prose(body, _TOLD) for body in bodies)
    return prose or sum(len(text_of(body)) for body in bodies) > 2 * _TOLD


def _gallery(url: str, meta: Metadata) -> str | None:
    kind = str(meta.ld.get("@type") or "").lower()
    if "gallery" in kind or "videoobject" in kind or meta.first("og:type").startswith("video"):
        return "a gallery or video by its own word"
    for address in (url, meta.declared_url() or ""):
        if _GALLERY_PATH.search(address):
            return "a gallery or video by its address"
    return None


def _listing(url: str) -> str | None:
    if _host(url) and is_home(url):
        return "a front page"
    return "a list of stories by its address" if _LISTING_PATH.search(url) else None


def _listing_by_word(root: etree._Element) -> str | None:
    """WordPress says on the body of a page what it shows."""
    body = root.find("body")
    classes = set() if body is None else {*(body.get("class") or "").split()}
    listed = classes & {"archive", "search-results"} and "single" not in classes
    return "a list of stories by its own word" if listed else None


def _newsroom(page: Page, site: Site, meta: Metadata) -> frozenset[str]:
    """Folded names of the outlet: what it is called is no reporter and no place."""
    names = {site.name, site.key, meta.first("og:site_name"), meta.publisher()}
    for address in (page.url, site.home, meta.declared_url() or ""):
        names |= _names_in_host(_host(address))
    return frozenset(key for name in names if len(key := folded(name)) > 2)


def _named_after_headline(root: etree._Element, meta: Metadata) -> frozenset[str]:
    """What the declared title adds to the headline: "Judul" and "Judul - Zona Reka"."""
    headings = [text_of(heading) for heading in root.iter("h1")][:5]
    titles = (meta.title, meta.first("og:title"), meta.ld_text("headline"))
    tails = (t[len(h) :] for t in titles for h in headings if len(h) > 20 and t.startswith(h))
    return frozenset(key for tail in tails if 2 < len(key := folded(tail)) <= 40)


def _names_in_host(host: str) -> set[str]:
    """The whole host and its registered name; a sub-domain is often a region's name."""
    labels = host.removeprefix("www.").split(".")
    ending = 2 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 1
    own = labels[:1] if labels[-ending - 1 : -ending] in _BLOG_HOSTS else []
    return {".".join(labels), *labels[-ending - 1 : -ending], *own}


def _hosts(page: Page, meta: Metadata) -> tuple[str, ...]:
    """Where the page came from, and where it says it is at home."""
    return _host(ARCHIVE_PREFIX.sub("", page.url)), _host(meta.declared_url() or "")


@lru_cache(maxsize=256)
def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
