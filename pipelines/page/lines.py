"""The text of a body, line by line as a reader sees it, with what the markup says of each."""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from lxml import etree

from pipelines.page.junk import is_junk
from pipelines.page.markup import SUB_HEADINGS, squash, text_of
from pipelines.page.unfolding import unfolds

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
_SOME_PROSE, _TEXTS = 150, 2000
_CELL, _NAME, _SIGNATURE, _BAR, _CLOCKED = 400, 50, 100, 3, 60
_INNER_LABEL = re.compile(
    r"[\s(\[]*(?:baca|simak|lihat|tonton)\s+(?:juga|selengkapnya)\b|[\s(]*baca\s*:|"
    r"[\s(]*read\s+(?:also|more)\s*:",
    re.I,
)


_PICTURES = ("img", "amp-img")
_STYLED_BLOCK = re.compile(r"display:\s*block", re.I)
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


def _is_form(form: etree._Element) -> bool:
    """No form around the whole page, as some systems have it."""
    prose = 0
    for text in islice(form.itertext(), _TEXTS):
        prose += len(text) if len(text) > 60 else 0
        if prose > _SOME_PROSE:
            return False
    return True


@lru_cache(maxsize=512)
def _stands_apart(tag: str) -> bool:
    """A block, or an element that the site itself defined, <mat-card-title>, but no icon."""
    return tag in _BLOCKS or ("-" in tag and not tag.endswith("icon"))


def _names_speaker(part: etree._Element) -> bool:
    """What ends a quote that is set apart: <blockquote>… <cite>Ani Contoh</cite>."""
    if (part.tail or "").strip() or next(part.iterancestors("blockquote"), None) is None:
        return False
    above, beside = part.getparent(), part.getprevious()
    before = (above.text if above is not None else "") if beside is None else beside.tail
    ended = (before or "").rstrip()[-1:]
    return not ended.isalnum() and ended != "," and sum(map(len, part.itertext())) <= _SIGNATURE


def _lays_out(cell: etree._Element) -> bool:
    """A table cell that holds a part of the page instead of a value."""
    total = 0
    for text in islice(cell.itertext(), _CELL):
        total += len(text)
        if total > _CELL:
            return True
    return False


def _is_block(span: etree._Element) -> bool:
    """A span that is styled as a paragraph is."""
    style = span.get("style")
    return style is not None and _STYLED_BLOCK.search(style) is not None


def _without_bullet(text: str, block: etree._Element) -> str:
    """The item of a list of Word's, which writes out what other lists draw."""
    return text[2:] if (block.get("class") or "").startswith("MsoList") else text


def _is_bar(block: etree._Element) -> bool:
    """A div with several elements and no word of its own."""
    if block.tag != "div" or len(block) < _BAR or (block.text or "").strip():
        return False
    return not any((part.tail or "").strip() for part in islice(block, _NAME))


def _is_control(button: etree._Element) -> bool:
    return not unfolds(button)


def _is_unheaded(button: etree._Element) -> bool:
    """A question in no heading, which would set it apart."""
    above = button.getparent()
    return above is None or above.tag not in SUB_HEADINGS


def _is_below_picture(small: etree._Element) -> bool:
    """Small print right below a picture: <img><small>Warga antre</small>."""
    above, below = small.getprevious(), small.getnext()
    if above is None or above.tag not in _PICTURES or (above.tail or "").strip():
        return False
    return not (small.tail or "").strip() and (below is None or below.tag in ("br", *_PICTURES))


_DROPPED_IF = {
    "small": _is_below_picture,
    "form": _is_form,
    "cite": _names_speaker,
    "footer": _names_speaker,
    "button": _is_control,
}
_LAID_OUT = {"td": _lays_out, "span": _is_block, "button": _is_unheaded}


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
        self._image = self._dated = self._touching = False
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
            or (tag in _DROPPED_IF and _DROPPED_IF[tag](element))
            or element in self._dropped
            or (tag != "a" and self._junk(element))
        )

    def _open(self, element: etree._Element, tag: str) -> None:
        if _stands_apart(tag) or (tag in _LAID_OUT and _LAID_OUT[tag](element)):
            self._flush()
            if element is not self._body:
                self._blocks.append(element)
        elif tag == "br":
            self._breaks += 1
            self._part(" ")
        elif tag in _PICTURES:
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
        first = (text or "")[:1]
        counts = first.isdigit() and " " in (text or "")
        if not self._last.islower() or not (first.isupper() or counts):
            return False
        return (first.isupper() and tag != "a") or _is_bar(self._blocks[-1])

    def _add(self, text: str) -> None:
        size = len(text.strip())
        if not size:
            self._part(" ")
            return
        if self._breaks:
            if self._breaks > 1 or self._stands_alone(text):
                self._flush()
            self._breaks = 0
        if not self._total:
            self._dated = size <= _CLOCKED and OPENS_WITH_DATE.match(text) is not None
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
        dated, self._dated = self._dated, OPENS_WITH_DATE.match(text) is not None
        return bool(
            dated
            or self._dated
            or bold_changes
            or link_changes
            or another_link
            or text.lstrip()[:1] in "(["
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
