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


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Short lines around a body in page order, and those among them that may date it."""

    lines: tuple[Line, ...]
    dates: tuple[etree._Element, ...]


def surroundings(body: etree._Element) -> Surroundings:
    """Look from the body outwards until an element also holds a heading, no further."""
    around = body
    for above in _above(body):
        around = above
        if any(body not in h.iterancestors() for h in above.iter("h1", "h2")):
            break
    lines = [*_head(body), *read_lines(around, {body}, nothing_is_junk)]
    short = tuple(line for line in lines if len(line.text) <= _LONGEST)
    dated = (e.element for e in short if len(e.text) <= 90 and _YEAR.search(e.text))
    return Surroundings(short, tuple(e for e in dated if e is not None)[:3])


def _head(body: etree._Element) -> Iterator[Line]:
    """Short lines at the top of the body itself, above the story's first paragraph."""
    lines = read_lines(body, junk=nothing_is_junk, most=12)
    return takewhile(lambda line: len(line.text) <= _HEAD, lines)


def _above(body: etree._Element) -> Iterator[etree._Element]:
    for count, element in enumerate(body.iterancestors()):
        if count == _OUTWARDS or element.tag in ("body", "html"):
            return
        yield element
