"""Questions that unfold their answers, and whether they are a story's or the site's own."""

import re
from collections.abc import Iterator
from itertools import accumulate, islice, takewhile

from lxml import etree

from pipelines.page.markup import text_of

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_HEADS = (*_HEADINGS, "button", "summary", "dt", "a")
_TELLING = ("p", "ul", "ol", "blockquote", "figure", *_HEADINGS)
_NAME = re.compile(r"(?:^|[\s_-])accordion(?:$|[\s_-])", re.I)
_OUTWARDS, _BESIDE, _LEAST = 8, 60, 2
_PROSE, _PARAGRAPH, _INTRODUCTION = 30, 60, 500


def unfolds(element: etree._Element) -> bool:
    """A button or a link that shows the text below it, as a question does its answer."""
    if element.tag not in ("button", "a"):
        return False
    if "collapse" in (element.get("data-bs-toggle"), element.get("data-toggle")):
        return True
    above = element.getparent()
    headed = element.tag == "button" and above is not None and above.tag in _HEADINGS
    toggles = (
        element.tag == "a" and not element.get("href") and "toggle" in (element.get("class") or "")
    )
    return headed or toggles or is_accordion(element)


def is_accordion(element: etree._Element) -> bool:
    """Named so, itself or as a part of one: "accordion", "accordion-item"."""
    return _NAME.search(f"{element.get('class')} {element.get('id')}") is not None


def tells_on(part: etree._Element) -> bool:
    """True of an accordion, or a part of one, with several questions right below a story's text.

    A site's own stands apart from a longer story, has links to unfold, or is a single box.
    """
    if unfolds(part):
        return True
    above = (e for e in islice(part.iterancestors(), _OUTWARDS) if is_accordion(e))
    outer = [part, *above][-1]
    before = list(takewhile(is_accordion, _siblings(outer, preceding=True)))
    top = before[-1] if before else outer
    row = (top, *takewhile(is_accordion, _siblings(top, preceding=False)))
    if not (_is_below_text(top) or _tells_more(row, top.getprevious())):
        return False
    heads = (head for box in row for head in box.iter(*_HEADS) if _is_head(head))
    return sum(1 for _ in islice(heads, _LEAST)) == _LEAST and any(map(_holds_prose, row))


def _is_below_text(top: etree._Element) -> bool:
    """Right below paragraphs, or a heading or list among them."""
    above = top.getprevious()
    if above is None or above.tag not in _TELLING:
        return False
    paragraphs = (e for e in _siblings(top, preceding=True) if e.tag == "p")
    return any(map(_is_long, paragraphs))


def _tells_more(row: tuple[etree._Element, ...], above: etree._Element | None) -> bool:
    """Longer than the box above it, in which a paragraph or two introduce it."""
    if above is None or above.tag not in ("div", "section"):
        return False
    told = len(text_of(above))
    if told > _INTRODUCTION or not any(map(_is_long, above.iter("p"))):
        return False
    return any(size > told for size in accumulate(len(text.strip()) for text in _texts(row)))


def _is_long(paragraph: etree._Element) -> bool:
    return len(text_of(paragraph)) > _PARAGRAPH


def _texts(row: tuple[etree._Element, ...]) -> Iterator[str]:
    return (str(text) for box in row for text in box.itertext())


def _siblings(element: etree._Element, preceding: bool) -> Iterator[etree._Element]:
    return islice(element.itersiblings(preceding=preceding), _BESIDE)


def _is_head(part: etree._Element) -> bool:
    """A question; a button in a heading counts once, and a link only where it unfolds."""
    above = part.getparent()
    within = above is not None and above.tag in _HEADS
    return not within and (part.tag != "a" or unfolds(part))


def _holds_prose(box: etree._Element) -> bool:
    blocks = (e for e in box.iter("p", "div", "dd", "li") if len((e.text or "").strip()) > _PROSE)
    return next(blocks, None) is not None
