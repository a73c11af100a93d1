"""Questions that unfold their answers, and whether they are a story's or the site's own."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from lxml import etree

from pipelines.page.markup import text_of

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_HEADS = (*_HEADINGS, "button", "summary", "dt")
_TELLING = ("p", "ul", "ol", "blockquote", "figure", *_HEADINGS)
_NAME = re.compile(r"(?:^|[\s_-])accordion(?:$|[\s_-])", re.I)
_OUTWARDS, _BESIDE, _LEAST, _PROSE, _PARAGRAPH = 8, 60, 2, 30, 60


def unfolds(element: etree._Element) -> bool:
    """A button or a link that shows the text below it, as a question does its answer."""
    if element.tag not in ("button", "a"):
        return False
    if (element.get("data-bs-toggle") or element.get("data-toggle")) == "collapse":
        return True
    above = element.getparent()
    headed = element.tag == "button" and above is not None and above.tag in _HEADINGS
    return headed or is_accordion(element)


def is_accordion(element: etree._Element) -> bool:
    """Named so, itself or as a part of one: "accordion", "accordion-item"."""
    called = element.get("class"), element.get("id")
    return any(name is not None and _NAME.search(name) for name in called)


def tells_on(part: etree._Element) -> bool:
    """True of an accordion, or a part of one, with several questions right below a story's text.

    A site's own stands apart from the story, has links to unfold, or is a single box.
    """
    if unfolds(part):
        return True
    above = (e for e in islice(part.iterancestors(), _OUTWARDS) if is_accordion(e))
    outer = [part, *above][-1]
    before = list(takewhile(is_accordion, _siblings(outer, preceding=True)))
    top = before[-1] if before else outer
    if (told := top.getprevious()) is None or told.tag not in _TELLING:
        return False
    paragraphs = (e for e in _siblings(top, preceding=True) if e.tag == "p")
    if not any(len(text_of(p)) > _PARAGRAPH for p in paragraphs):
        return False
    row = (top, *takewhile(is_accordion, _siblings(top, preceding=False)))
    heads = (head for box in row for head in box.iter(*_HEADS) if not _is_within(head))
    return sum(1 for _ in islice(heads, _LEAST)) == _LEAST and any(map(_holds_prose, row))


def _siblings(element: etree._Element, preceding: bool) -> Iterator[etree._Element]:
    return islice(element.itersiblings(preceding=preceding), _BESIDE)


def _is_within(head: etree._Element) -> bool:
    """A button in a heading, which counts once."""
    above = head.getparent()
    return above is not None and above.tag in _HEADS


def _holds_prose(box: etree._Element) -> bool:
    blocks = (e for e in box.iter("p", "div", "dd", "li") if len((e.text or "").strip()) > _PROSE)
    return next(blocks, None) is not None
