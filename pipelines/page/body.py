"""The element that holds the story on a page whose layout nobody described."""

import re
from collections import defaultdict
from collections.abc import Callable, Set
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from pipelines.boilerplate import rule_for
from pipelines.page.edges import opens_story
from pipelines.page.junk import is_junk, is_of_others, width_of
from pipelines.page.lines import Line, read_lines
from pipelines.page.markup import HEADINGS, squash, text_of
from pipelines.page.neighbours import is_teaser
from pipelines.page.selectors import Index

HINTS = (
    "[itemprop='articleBody']",
    "article .entry-content",
    ".entry-content",
    ".post-content",
    ".article-content",
    ".article-body",
    ".post-body",
    "#article-body",
    "article",
)
_PARTS = ("br", "p", "div", "ul", "ol", "table", "section")
_DOMINANT, _LIKE = 0.72, 0.6
_SHORTEST, _SENTENCE = 45, 90
_ENDS = (".", "!", "?", '"', "”", "'", "’", ")")
_HEADLINE = 20
_WRAPPERS = 3
_ENTRIES, _CLOCK = 4, re.compile(r"(?:pukul |jam )?\d{1,2}[.:]\d{2}(?!\d)", re.I)
_NARROW = 0.45
_STORY, _SHORT_STORY, _TOLD = 300.0, 120.0, 200.0


@dataclass(frozen=True, slots=True)
class _Prose:
    """How much prose stands below each element, as its own paragraphs, and at its densest spot.

    bare: elements that hold some of it outside of any element of its own.
    """

    below: dict[etree._Element, float]
    own: dict[etree._Element, float]
    densest: dict[etree._Element, float]
    bare: Set[etree._Element]


def find_body(index: Index) -> etree._Element | None:
    """The smallest element that holds most of the page's prose, None where there is none.

    Some templates call the column of the story a sidebar.
    """
    page = next(index.root.iter("body"), index.root)
    prose = _measured(page, is_junk)
    if prose.densest.get(page, 0.0) < _STORY:
        named = _measured(page, is_of_others)
        prose = named if named.densest.get(page, 0.0) >= _STORY else prose
    if not prose.below.get(page):
        return None
    story = _around_first_headline(page, prose)
    return _with_opening(_descend(_hinted(story, index, prose), prose), story, prose)


def _with_opening(body: etree._Element, story: etree._Element, prose: _Prose) -> etree._Element:
    """The body together with the paragraph above it that opens the story, if that is apart."""
    for part in (body, *body.iterancestors()):
        if part is story:
            return body
        before = [e for e in part.itersiblings(preceding=True) if prose.below.get(e)]
        above = part.getparent()
        opened = any(_opens_story(e) for e in before) or (before and _is_live(part))
        if above is not None and opened:
            return above
    return body


def _opens_story(element: etree._Element) -> bool:
    return any(opens_story(line.text) for line in read_lines(element))


def _is_live(body: etree._Element) -> bool:
    """News told as it comes, each under its clock; what stands above tells it as a whole."""
    entries = (map(str, entry.itertext()) for entry in islice(body, _ENTRIES))
    firsts = (next((text for text in texts if text.strip()), "") for texts in entries)
    return sum(_CLOCK.match(text.strip()) is not None for text in firsts) > 1


def _around_first_headline(page: etree._Element, prose: _Prose) -> etree._Element:
    """The part of a page in which its first headline stands above a story; else the page.

    On a page that scrolls on to other stories it ends before the next headline.
    """
    headlines = [h for h in page.iter("h1") if len(text_of(h)) > _HEADLINE][:2]
    if not headlines:
        return page
    enough = _STORY
    if len(headlines) > 1:
        shared = set(headlines[1].iterancestors())
        apart = [e for e in headlines[0].iterancestors() if e not in shared]
        title = next((squash(t.text or "") for t in page.getroottree().iter("title")), "")
        enough = _SHORT_STORY if text_of(headlines[0]) in title else _STORY
        return apart[-1] if apart and prose.below.get(apart[-1], 0.0) >= enough else page
    parts = (e for e in headlines[0].iterancestors() if prose.below.get(e, 0.0) >= enough)
    densest = _LIKE * prose.densest.get(page, 0.0)
    least = {"main": min(enough, densest), "article": min(enough, densest)}
    return next((e for e in parts if prose.densest.get(e, 0.0) >= least.get(e.tag, densest)), page)


def _measured(page: etree._Element, junk: Callable[[etree._Element], bool]) -> _Prose:
    below: dict[etree._Element, float] = defaultdict(float)
    own: dict[etree._Element, float] = defaultdict(float)
    bare: set[etree._Element] = set()
    sidebars = {e for e in page.iter("aside") if next(e.iter("h1", "article"), None) is None}
    for line in read_lines(page, sidebars, junk):
        weight = _weight(line)
        element = line.element
        if not weight or element is None or is_teaser(element):
            continue
        holder = _holder(element)
        own[holder] += weight
        if holder is element and weight > _SENTENCE and line.text.endswith(_ENDS):
            bare.add(element)
        for above in (element, *element.iterancestors()):
            below[above] += weight
            if above is page:
                break
    densest: dict[etree._Element, float] = defaultdict(float)
    for element, weight in own.items():
        for above in (element, *element.iterancestors()):
            if densest[above] >= weight:
                break
            densest[above] = weight
    return _Prose(below, own, densest, bare)


def _holder(element: etree._Element) -> etree._Element:
    """What holds a paragraph, be it a div; an element that holds bare text itself."""
    if element.tag != "p" and next(element.iterdescendants(*_PARTS), None) is not None:
        return element
    return next((e for e in islice(element.iterancestors(), _WRAPPERS) if len(e) > 1), element)


def _weight(line: Line) -> float:
    """How much a line speaks for being told as a story."""
    length = len(line.text)
    if length < _SHORTEST or line.link > 0.5 or line.tag in ("footer", "option", "label"):
        return 0.0
    if length < 500 and rule_for(line):
        return 0.0
    return length * (1 - line.link) * (1.0 if line.text.endswith(_ENDS) else 0.5)


def _hinted(page: etree._Element, index: Index, prose: _Prose) -> etree._Element:
    """An element that its markup calls the article, where it holds a good part of the prose."""
    for css in HINTS:
        found = max(index.select(css, page), key=lambda e: prose.below.get(e, 0.0), default=None)
        if found is not None and prose.below.get(found, 0.0) > 0.5 * prose.below[page]:
            return found
    return page


def _descend(element: etree._Element, prose: _Prose) -> etree._Element:
    """Follow the child that holds nearly all of the prose, or the only one that tells a story."""
    while element not in prose.bare:
        child = _wide_column(element, prose)
        if child is None:
            child = _dominant(element, prose)
        if child is None:
            child = _told(element, prose)
        if child is None or child.tag == "p":
            break
        if prose.own.get(element, 0.0) > _TOLD and prose.densest.get(child):
            break
        element = child
    return element


def _wide_column(element: etree._Element, prose: _Prose) -> etree._Element | None:
    """The column of a grid that tells a story, where all others with prose are narrow."""
    wide: etree._Element | None = None
    for child in element:
        if not prose.below.get(child):
            continue
        width = width_of(child)
        if width is None or (width > _NARROW and wide is not None):
            return None
        wide = child if width > _NARROW else wide
    told = wide is not None and prose.densest.get(wide, 0.0) >= _SHORT_STORY
    others = (e for e in element if e is not wide and prose.below.get(e))
    return wide if told and len(element) > 1 and all(map(_is_headed, others)) else None


def _is_headed(column: etree._Element) -> bool:
    """Tells of something else, below a heading of its own."""
    first = next(column.iter("p", *HEADINGS), None)
    return first is not None and first.tag != "p"


def _dominant(element: etree._Element, prose: _Prose) -> etree._Element | None:
    child = max(element, key=lambda e: prose.below.get(e, 0.0), default=None)
    if child is None or prose.below.get(child, 0.0) < _DOMINANT * prose.below[element]:
        return None
    return None if _is_one_of_many(child, prose) else child


def _is_one_of_many(child: etree._Element, prose: _Prose) -> bool:
    """A section beside others of the same class that tell the story on."""
    name = child.get("class")
    if not name:
        return False
    others = (*child.itersiblings(), *child.itersiblings(preceding=True))
    alike = (e for e in others if e.tag == child.tag and e.get("class") == name)
    return any(prose.below.get(other) for other in alike)


def _told(element: etree._Element, prose: _Prose) -> etree._Element | None:
    """Among several sections, the one whose paragraphs stand together, as a feed's do not."""
    if prose.own.get(element, 0.0) > 0.25 * prose.below[element]:
        return None
    densest = {child: prose.densest.get(child, 0.0) for child in element}
    ranked = sorted(densest, key=lambda e: densest[e], reverse=True)[:2]
    if not ranked or densest[ranked[0]] < _STORY:
        return None
    return ranked[0] if len(ranked) < 2 or densest[ranked[0]] > 3 * densest[ranked[1]] else None
