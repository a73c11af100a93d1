"""The text of a body, line by line as a reader sees it, with what the markup says of each."""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from pipelines.page.junk import is_junk
from pipelines.page.markup import squash, text_of
from pipelines.page.shapes import DROPPED_IF, LAID_OUT, PICTURES, is_bar

_DROPPED = (
    "script style noscript iframe svg canvas select input textarea video audio object "
    "embed template figcaption nav ins map link meta marquee amp-ad amp-iframe amp-social-share"
)
_BLOCK = (
    "p div li ul ol h1 h2 h3 h4 h5 h6 blockquote table tbody thead tr section article header "
    "footer dl dt dd pre center main aside figure fieldset hr details summary address body"
)
_DROPPED_TAGS = frozenset(_DROPPED.split())
_BLOCKS = frozenset(_BLOCK.split())
_NAME, _CLOCKED = 50, 60
_INNER_LABEL = re.compile(
    r"[\s(\[]*(?:baca|simak|lihat|tonton)\s+(?:juga|selengkapnya)\b|[\s(]*baca\s*:|"
    r"[\s(]*read\s+(?:also|more)\s*:",
    re.I,
)


SENTENCE_ENDS = (".", "!", "?", '"', "”")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s?[A-Za-z]")
_OPENS_LINE = "([•►▪"
_DASH = ("- ", "– ")
_BULLETS = ("· ", "§ ", "Ø ", "ü ", "o ")
OPENS_WITH_DATE = re.compile(
    r"\s*(?:(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)[,\s]+)?(?:\d{1,2}"
    r"(?:/\d{1,2}/|-\d{1,2}-|\s+[a-z]{3,9}\s+)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]{0,6}\.?\s+\d{1,2},\s+)20\d\d\b",
    re.I,
)


@dataclass(slots=True)
class Line:
    """One line. tag: its block. link, bold: share of its letters in links and in bold.

    image: the block also holds a picture. element: the block itself.
    """

    text: str
    tag: str
    link: float = 0.0
    bold: float = 0.0
    image: bool = False
    element: etree._Element | None = field(default=None, compare=False, repr=False)

    @property
    def box(self) -> etree._Element | None:
        """The element around the block."""
        return None if self.element is None else self.element.getparent()


@lru_cache(maxsize=512)
def _stands_apart(tag: str) -> bool:
    """A block, or an element that the site itself defined, <mat-card-title>, but no icon."""
    return tag in _BLOCKS or ("-" in tag and not tag.endswith("icon"))


def _without_bullet(text: str, block: etree._Element) -> str:
    """The item of a list of Word's, which writes out what other lists draw."""
    return text[2:] if (block.get("class") or "").startswith("MsoList") else text


def read_lines(
    body: etree._Element,
    dropped: Set[etree._Element] = frozenset(),
    junk: Callable[[etree._Element], bool] = is_junk,
    most: int = 2_000,
    spaced: bool = False,
) -> list[Line]:
    """The first lines below `body`, in page order; `dropped` elements and junk are passed over.

    spaced: with a space wherever the markup changes, so that a name and a date stay apart.
    """
    return _Reader(body, dropped, junk, most, " " if spaced else "").lines[:most]


class _Reader:
    def __init__(
        self,
        body: etree._Element,
        dropped: Set[etree._Element],
        junk: Callable[[etree._Element], bool],
        most: int,
        between: str,
    ) -> None:
        self.lines: list[Line] = []
        self._body, self._dropped, self._junk, self._most = body, dropped, junk, most
        self._between = between
        self._blocks = [body]
        self._links = self._bolds = self._breaks = 0
        self._image = self._touching = False
        self._pieces: list[str] = []
        self._last = ""
        self._total = self._linked = self._bolded = 0
        self._walk()
        self._flush()

    def _walk(self) -> None:
        skipped: etree._Element | None = None
        walker = etree.iterwalk(self._body, events=("start", "end"))
        body, lines, most = self._body, self.lines, self._most
        for event, element in walker:
            if len(lines) >= most:
                return
            tag = element.tag
            if event == "end":
                if skipped is not None and element is skipped:
                    if tail := element.tail:
                        self._add(tail)
                else:
                    self._close(element, tag)
            elif element is not body and self._unwanted(element, tag):
                walker.skip_subtree()
                skipped = element
                self._image = self._image and not (tag == "figcaption" and text_of(element))
                if _stands_apart(tag):
                    self._flush()
            else:
                self._open(element, tag)

    def _unwanted(self, element: etree._Element, tag: str) -> bool:
        return (
            tag in _DROPPED_TAGS
            or (tag in DROPPED_IF and DROPPED_IF[tag](element))
            or element in self._dropped
            or (tag != "a" and self._junk(element))
        )

    def _open(self, element: etree._Element, tag: str) -> None:
        if _stands_apart(tag) or (tag in LAID_OUT and LAID_OUT[tag](element)):
            self._flush()
            if element is not self._body:
                self._blocks.append(element)
        elif tag == "br":
            self._breaks += 1
            self._part(" ")
        elif tag in PICTURES:
            self._image = True
        elif tag in ("td", "th"):
            self._part(" ")
        else:
            if self._touching and self._total <= _NAME and self._meets(element.text, tag):
                self._flush()
            self._touching = False
            self._part(self._between)
            self._links += tag == "a"
            self._bolds += tag in ("b", "strong")
            if self._total and element.text and _INNER_LABEL.match(element.text):
                self._flush()
        if text := element.text:
            self._add(text)

    def _close(self, element: etree._Element, tag: str) -> None:
        if element is self._blocks[-1]:
            self._flush()
            self._image = self._image and tag != "p"
            if element is not self._body:
                self._blocks.pop()
        elif tag == "a":
            self._links -= 1
        elif tag in ("b", "strong"):
            self._bolds -= 1
        if element is not self._body:
            self._part(self._between)
            tail = element.tail
            self._touching = not tail
            if tail:
                self._add(tail)

    def _part(self, between: str) -> None:
        """White space matters only after words."""
        if self._total:
            self._pieces.append(between)

    def _meets(self, text: str | None, tag: str) -> bool:
        """A word that begins right where another element ends: <b>Ani</b><span>Penulis</span>.

        In a bar of counters a number or a link does: <span>28 komentar</span><span>1,4 rb kali.
        """
        if not self._last.islower() or (tag == "a" and self._blocks[-1].tag != "div"):
            return False
        first = (text or "")[:1]
        if first.isupper() and tag != "a":
            return True
        counts = first.isdigit() and " " in (text or "")
        return (first.isupper() or counts) and is_bar(self._blocks[-1])

    def _add(self, text: str) -> None:
        size = len(text.strip())
        if not size:
            self._part(" ")
            return
        if self._breaks:
            if self._breaks > 1 or self._stands_alone(text):
                self._flush()
            self._breaks = 0
        self._pieces.append(text)
        self._last = text[-1]
        self._total += size
        if self._links:
            self._linked += size
        if self._bolds:
            self._bolded += size

    def _stands_alone(self, text: str) -> bool:
        """After a single line break: a heading, a link, a credit or a date is a line of its own."""
        if not self._total:
            return False
        bold_changes = (self._bolded == self._total) != bool(self._bolds)
        link_changes = (self._linked == self._total) != bool(self._links)
        another_link = self._links and len(text) > 25
        dated = self._total <= _CLOCKED and OPENS_WITH_DATE.match("".join(self._pieces))
        return bool(
            dated
            or OPENS_WITH_DATE.match(text)
            or bold_changes
            or link_changes
            or another_link
            or text.lstrip()[:1] in _OPENS_LINE
            or (text.lstrip().startswith(_DASH) and self._pieces[0].lstrip().startswith(_DASH))
            or _NUMBERED.match(text)
            or _INNER_LABEL.match(text)
        )

    def _flush(self) -> None:
        self._breaks = 0
        if not self._total:
            return
        if text := squash("".join(self._pieces)):
            block = self._blocks[-1]
            text = _without_bullet(text, block) if text.startswith(_BULLETS) else text
            link, bold = self._linked / self._total, self._bolded / self._total
            self.lines.append(Line(text, block.tag, link, bold, self._image, block))
            self._image = False
        self._pieces.clear()
        self._total = self._linked = self._bolded = 0
