"""The element that holds the story on a page whose layout nobody described."""

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from pipelines.boilerplate import rule_for
from pipelines.lines import Line, read_lines
from pipelines.markup import select

_HINTS = (
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
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:lalu|ago)\b")
_DOMINANT = 0.72
_SHORTEST = 45


def find_body(root: etree._Element) -> etree._Element | None:
    """The smallest element that holds most of the page's prose, None where there is none."""
    page = next(root.iter("body"), root)
    weights = _weights(page)
    if not weights.get(page):
        return None
    hinted = _hinted(page, weights)
    return hinted if hinted is not None else _descend(page, weights)


def _weights(page: etree._Element) -> dict[etree._Element, float]:
    """How much prose stands below each element."""
    weights: dict[etree._Element, float] = defaultdict(float)
    for line in read_lines(page):
        weight = _prose(line)
        element = line.element
        while weight and element is not None:
            weights[element] += weight
            if element is page:
                break
            element = element.getparent()
    return weights


def _prose(line: Line) -> float:
    """How much a line speaks for being told as a story."""
    length = len(line.text)
    if length < _SHORTEST or line.link > 0.5 or line.tag in ("footer", "option", "label"):
        return 0.0
    if length < 500 and rule_for(line):
        return 0.0
    return length * (1 - line.link) * (1.0 if line.text[-1] in ".!?”\"'’)" else 0.5)


def _hinted(page: etree._Element, weights: dict[etree._Element, float]) -> etree._Element | None:
    for css in _HINTS:
        found = max(select(page, css), key=lambda e: weights.get(e, 0.0), default=None)
        if found is not None and weights.get(found, 0.0) > 0.6 * weights[page]:
            return _descend(found, weights)
    return None


def _descend(element: etree._Element, weights: dict[etree._Element, float]) -> etree._Element:
    """Follow the child that holds nearly all of the prose."""
    while True:
        child = max(element, key=lambda e: weights.get(e, 0.0), default=None)
        if child is None or child.tag == "p" or not weights.get(child):
            return element
        if weights[child] < _DOMINANT * weights[element]:
            return element
        element = child


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a body: short lines that may credit, elements that may date it."""

    credits: tuple[str, ...]
    dates: tuple[etree._Element, ...]


def surroundings(body: etree._Element) -> Surroundings:
    """Look from the body outwards, until an element also holds a heading."""
    around = body
    for _ in range(5):
        parent = around.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        around = parent
        if next(around.iter("h1"), None) is not None:
            break
    inside = set(body.iter())
    lines = [line for line in read_lines(around, junk=_nothing) if line.element not in inside]
    short = [line for line in lines if len(line.text) <= 160]
    dated = [line.element for line in short if len(line.text) <= 90 and _YEAR.search(line.text)]
    return Surroundings(
        tuple(line.text for line in short), tuple(e for e in dated if e is not None)[:3]
    )


def _nothing(element: etree._Element) -> bool:
    return False
