"""Where a story ends: at readers' comments, at another story, at what a site says of itself."""

import re
from collections.abc import Set
from itertools import accumulate, islice

from lxml import etree

from pipelines.boilerplate import opens_comments
from pipelines.page.edges import is_sign_off, source_credit_of, split_sign_off
from pipelines.page.lines import OPENS_WITH_DATE, Line
from pipelines.page.links import is_titled
from pipelines.page.markup import SUB_HEADINGS

_LINKED, _MOST, _SUMMARY, _RUBRIC = 0.7, 3, 6, 45
_LONG, _SENTENCE = 160, 40
_ENDS = (".", "!", "?", '"', "”", ":")
_LOOSE, _FEW_WORDS, _MOST_LOOSE = 60, 5, 2
_PLEAS, _PLEADED, _TOLD = 3, 300, 3
_PASTED = re.compile(r"x[a-z0-9]{6,}|gmail_|yiv|elementToProof|Mso|wp-block")
"""What an author's own paragraph is called: pasted from elsewhere, or a block of the editor's."""
_BOXES = ("div", "section", "aside", "footer")
_LISTS = ("li", "dd", "td", "th", "tr", "blockquote")
_NO_LABEL = re.compile(r"\W|\d{1,2}[.)]|.*[.!?;,'\"’”)\]*…]$")
"""Opens like an item of a list or a quote, or ends like a sentence or a signature."""
_CODE = re.compile(r"[([]?(?![A-Z]+[)\]])[*\w/.-]+[)\]]?")
"""Of a newsroom: one word, be it of several writers, that is no abbreviation."""
_COUNTED_COMMENTS = re.compile(r"(?:komentar|comments?) ?\(\d+\) ", re.I)
_OWN = re.compile(
    r"\W*(?:(?:tentang|hubungi|kunjungi|temukan|ikuti|kenapa memilih|mengapa memilih)|(?:semua )?"
    r"(?:layanan|produk|fasilitas|mitra|klien|dokter|tim|galeri|lokasi|alamat|kontak|keunggulan))"
    r" kami\W*",
    re.I,
)
_SIGNED = re.compile(r"[\s,]*(?:[-–—|/•·]\s*\S.{1,40}|\d\d[.:]\d\d\b.{0,40})")
"""What stands behind the date of another story: a clock, or who wrote it."""


def before_comments(lines: list[Line]) -> list[Line]:
    """Readers speak, and writers are told of, below a heading of their own."""
    heads = (i for i, line in enumerate(lines) if i and _may_head(line) and opens_comments(line))
    return lines[: next((i for i in heads if _is_mostly_told(lines, i)), len(lines))]


def _is_mostly_told(lines: list[Line], end: int) -> bool:
    """Whether a heading may end a story: a good part of the text stands above it."""
    above = lines[:end]
    return any(map(is_paragraph, above)) and length_of(lines[end:]) < _MOST * length_of(above)


def before_another(lines: list[Line]) -> list[Line]:
    """Below a story, a headline above a date of its own opens another, "Layanan Kami" the site.

    A date alone may be a chapter's, but for one below a headline that is a link.
    """
    heads = [i for i, line in enumerate(lines[:-1]) if i and line.tag in SUB_HEADINGS]
    told = _told_at(lines)
    boxed = _boxed(lines) if any(lines[i].link > _LINKED for i in heads) else frozenset()
    ends = (i for i in heads if i >= told and _is_anothers(lines, i, boxed))
    return lines[: next(ends, len(lines))]


def _is_anothers(lines: list[Line], i: int, boxed: Set[int]) -> bool:
    heading, below = lines[i], lines[i + 1].text
    if _OWN.fullmatch(heading.text):
        return _is_mostly_told(lines, i)
    if not (dated := OPENS_WITH_DATE.match(below)):
        return False
    signed = _SIGNED.fullmatch(below, dated.end()) and len(heading.text.split()) >= _SUMMARY
    linked = heading.link > _LINKED and dated.end() == len(below)
    return bool(signed) or (linked and i not in boxed)


def _boxed(lines: list[Line]) -> frozenset[int]:
    """Numbers of the lines in boxes between paragraphs of the story, which stand side by side."""
    boxes = {i: line.box for i, line in enumerate(lines) if is_paragraph(line)}
    lasts = {box: i for i, box in boxes.items()}
    reaches = accumulate((lasts[boxes[i]] if i in boxes else 0 for i in range(len(lines))), max)
    seen: set[etree._Element | None] = set()
    between: list[int] = []
    for i, reach in enumerate(reaches):
        if i < reach and i not in boxes and lines[i].box not in seen:
            between.append(i)
        seen |= {boxes[i]} if i in boxes else set()
    return frozenset(between)


def _may_head(line: Line) -> bool:
    """A heading, be it only bold; a plain line where it counts, no tab or link."""
    if line.tag in SUB_HEADINGS:
        return True
    counts = not line.link and line.text[-1].isdigit()
    if _COUNTED_COMMENTS.match(line.text):
        return True
    return len(line.text) <= _RUBRIC and (line.bold > _LINKED or counts)


def _told_at(lines: list[Line]) -> int:
    """Where several paragraphs have been told, and a further headline is not the story's."""
    paragraphs = (i for i, line in enumerate(lines) if is_paragraph(line))
    return next(islice(paragraphs, 1, None), len(lines)) + 1


def before_pleas(told: list[Line]) -> list[Line]:
    """A newsroom's code closes a story: a little that stands below is said to the reader."""
    near = range(max(len(told) - 1 - _PLEAS, 0), len(told) - 1)
    closed = next((i + 1 for i in near if _is_signed(told[i])), None)
    if closed is None or any(source_credit_of(line.text) is not None for line in told[closed:]):
        return told
    pleas = length_of(told[closed:]) <= _PLEADED and _is_mostly_told(told, closed)
    return told[:closed] if pleas else told


def _is_signed(line: Line) -> bool:
    if is_sign_off(line.text):
        return True
    paragraph, code = split_sign_off(line.text)
    if not code or not _CODE.fullmatch(code):
        return False
    return paragraph.endswith(_ENDS) and len(paragraph) > _SENTENCE


def without_loose_end(told: list[Line]) -> list[Line]:
    """A story ends with a sentence: without the label or two that stand below its last one."""
    last = next((i for i in reversed(range(len(told))) if not _is_loose(told[i])), -1)
    few = last >= 0 and len(told) - 1 - last <= _MOST_LOOSE
    announced = any(line.text[-1] == ":" for line in told[last:-1])
    return told[: last + 1] if few and not announced and is_paragraph(told[last]) else told


def without_boxes_below(told: list[Line]) -> list[Line]:
    """A story told in <p> ends with one: without a little in boxes of their own below it."""
    last = next((i for i in reversed(range(len(told))) if told[i].tag not in _BOXES), -1)
    below, above = told[last + 1 :], [line for line in told[: last + 1] if _is_prose(line)]
    if not below or len(above) < _TOLD or told[last].tag != "p":
        return told
    home = above[-1].box
    boxed = len(below) <= _PLEAS and length_of(below) <= _PLEADED
    apart = all(_is_apart(line, home) for line in below)
    return told[: last + 1] if boxed and apart else told


def _is_prose(line: Line) -> bool:
    return line.tag == "p" and is_paragraph(line)


def _is_apart(line: Line, home: etree._Element | None) -> bool:
    """In a box that the site, not the author, names, or outside of what holds the paragraphs."""
    if line.element is None or home is None or source_credit_of(line.text) is not None:
        return False
    called = line.element.get("class")
    named = line.element is not home and called is not None and not _PASTED.match(called)
    return not is_sign_off(line.text) and (named or home not in line.element.iterancestors())


def _is_loose(line: Line) -> bool:
    """A heading, a title or a few words that end no sentence and that nothing lists."""
    text = line.text
    if len(text) > _LOOSE or line.tag in _LISTS or _NO_LABEL.match(text):
        return False
    named = line.tag in SUB_HEADINGS or len(text.split()) <= _FEW_WORDS
    named = named or (is_titled(text) and not text.isupper())
    return named and not is_sign_off(text) and source_credit_of(text) is None


def is_paragraph(line: Line) -> bool:
    """Long, or a sentence."""
    length = len(line.text)
    return length > _LONG or (length > _SENTENCE and line.text.endswith(_ENDS))


def length_of(lines: list[Line]) -> int:
    """How many letters they have together."""
    return sum(len(line.text) for line in lines)
