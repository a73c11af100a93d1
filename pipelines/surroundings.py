"""What stands around a story in the same article: headline, dates, names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from pipelines.lines import Line, nothing_is_junk, read_lines

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:lalu|ago)\b")
_OUTWARDS = 6
_LONGEST = 160
_HEAD = 90
_HEADLINES = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Short lines around a body in page order, and those among them that may date it."""

    lines: tuple[Line, ...]
    dates: tuple[etree._Element, ...]


def surroundings(body: etree._Element) -> Surroundings:
    """Look from the body outwards until an element also holds a heading, no further."""
    around = body
    for above in _above(body):
        if any(body not in h.iterancestors() for h in above.iter("h1", "h2")):
            around = above
            break
        around = around if above.tag == "body" else above
    site = _site_frame(around)
    head = list(_head(body, site))
    outside = read_lines(around, {body, *site}, nothing_is_junk)
    dated = (e.element for e in (*head, *_below_headline(outside, around)) if _may_date(e))
    short = tuple(line for line in (*head, *outside) if len(line.text) <= _LONGEST)
    return Surroundings(short, tuple(e for e in dated if e is not None)[:3])


def _below_headline(lines: list[Line], around: etree._Element) -> list[Line]:
    """On the whole page only what stands below a headline: above it ticks the site's clock."""
    if around.tag != "body":
        return lines
    headline = (i for i, line in enumerate(lines) if line.tag in _HEADLINES)
    return lines[next(headline, len(lines)) :]


def _may_date(line: Line) -> bool:
    return len(line.text) <= _HEAD and _YEAR.search(line.text) is not None


def _head(body: etree._Element, site: set[etree._Element]) -> Iterator[Line]:
    """Short lines at the top of the body itself, above the story's first paragraph."""
    lines = read_lines(body, site, nothing_is_junk, most=12)
    headline = next((i for i, line in enumerate(lines) if line.tag in _HEADLINES), -1)
    if headline < 0 and body.tag == "body":
        return iter(())
    return takewhile(lambda line: len(line.text) <= _HEAD, lines[headline + 1 :])


def _site_frame(around: etree._Element) -> set[etree._Element]:
    """The site's own header, footer and sidebars: those that hold no headline."""
    frames = around.iter("header", "footer", "aside")
    return {e for e in frames if next(e.iter("h1", "h2"), None) is None}


def _above(body: etree._Element) -> Iterator[etree._Element]:
    for count, element in enumerate(body.iterancestors()):
        if count == _OUTWARDS or element.tag == "html":
            return
        yield element
