"""Facts where they stand in the text: paragraphs cut into segments, each with its facts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["agreement", "figure", "group", "regulation", "official"]

_PARAGRAPH = re.compile(r"\n{2,}")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of an article. key: names it on the page; start, end: where its words stand in the
    text, in characters, end exclusive; label: what is made of them, for people."""

    key: str
    kind: Kind
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same facts; begins: those of them whose first segment it is."""

    text: str
    facts: tuple[Fact, ...]
    begins: tuple[Fact, ...]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of its facts, the shortest fact first, each once."""
        inner_first = sorted(self.facts, key=lambda fact: fact.end - fact.start)
        return tuple(dict.fromkeys(fact.kind for fact in inner_first))


def paragraphs(text: str, facts: Iterable[Fact]) -> list[list[Segment]]:
    """The text's paragraphs as segments. Joined again, the segments are the paragraph's text.

    Facts may lie in one another or overlap. A fact that points outside the text is left out.
    """
    waiting = sorted(
        (fact for fact in facts if 0 <= fact.start < fact.end <= len(text)),
        key=lambda fact: fact.start,
        reverse=True,
    )
    found, active = [], list[Fact]()
    for start, end in _spans(text):
        edges = {start, end}
        edges |= {fact.end for fact in active if start < fact.end < end}
        for fact in reversed(waiting):
            if fact.start >= end:
                break
            edges |= {cut for cut in (fact.start, fact.end) if start < cut < end}
        segments = []
        for left, right in pairwise(sorted(edges)):
            begins = []
            while waiting and waiting[-1].start <= left:
                begins.append(waiting.pop())
            active = [fact for fact in (*active, *begins) if fact.end > left]
            segments.append(Segment(text[left:right], tuple(active), tuple(begins)))
        found.append(segments)
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)
