"""What stands around a story in the same article: headline, dates, names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, dropwhile, islice, takewhile, zip_longest

from lxml import etree

from pipelines.boilerplate import announces_others, opens_comments
from pipelines.page.junk import nothing_is_junk
from pipelines.page.lines import OPENS_WITH_DATE, Line, read_lines
from pipelines.page.markup import squash, text_of, words_of
from pipelines.page.neighbours import is_of_another

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:lalu|ago)\b|\b\d\d?/\d\d?/\d\d\b")
_DATED = re.compile(
    r"\d|(?:terakhir |last )?(?:"
    r"di(?:perbarui|terbitkan|publikasikan|posting|tulis|update|kirim|unggah)|terbit|tayang|tanggal|oleh|penulis|posted|published|updated|submitted)\b",
    re.I,
)
_SEEN = re.compile(
    r"\W*(?:dicetak|diakses|diunduh|printed|accessed|joined|bergabung|"
    r"(?:tanggal |waktu |jadwal )?(?:pelaksanaan|kegiatan|acara|agenda)\s*(?::|$))",
    re.I,
)
_LONE_CLOCK = re.compile(
    r"(?:(?:pukul|jam|pkl?\.?)\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:am|pm|wib|wita|wit)?", re.I
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_OUTWARDS, _DATES = 9, 3
_FEW, _BOXES, _EVENT = 6, 3, 4
_LONGEST = 160
_HEAD = 90
_HEADLINE, _LABEL = 20, 12
_SENTENCE = (".", "!", '"', "”")
_HEADLINES = ("h1", "h2", "h3", "h4")
_HEADS = (*_HEADLINES, "h5", "h6")


_Dating = tuple[etree._Element, str]


@dataclass(frozen=True)
class Surroundings:
    """Short lines around a body in page order, and what among them dates it, first to last."""

    lines: tuple[Line, ...]
    dating: Iterator[_Dating]

    @cached_property
    def dates(self) -> tuple[_Dating, ...]:
        """The first few elements that date the story, with their text."""
        return tuple(islice(self.dating, _DATES))


NOWHERE = Surroundings((), iter(()))


def surroundings(body: etree._Element, title: str = "") -> Surroundings:
    """Look from the body outwards until an element also holds a heading, no further.

    title: the page's declared title, which tells a headline where no heading does.
    """
    around = _around(body, title)
    site = _site_frame(around)
    head = list(_head(body, site, title))
    outside = read_lines(around, {body, *site}, nothing_is_junk, spaced=True)
    headed = around.tag == "body" and any(text_of(h) == title for h in body.iter("h1"))
    near = iter(()) if headed else _near(outside, around, title)
    dated = _or_else(_dating(head, near), _right_above(body, title))
    own = (dating for dating in dated if not is_of_another(dating[0], body, title))
    short = tuple(line for line in (*head, *outside) if len(line.text) <= _LONGEST)
    return Surroundings(short, own)


def _dating(head: Sequence[Line], near: Iterator[Line]) -> Iterator[_Dating]:
    label = ""
    for line in _with_clocks((*head, *near)):
        told_of = label and _SEEN.fullmatch(label)
        if not told_of and _may_date(line) and (dating := _dated(line)):
            yield dating
        label = line.text if line.tag == "dt" else ""


def _or_else(dating: Iterator[_Dating], lines: Iterator[Line]) -> Iterator[_Dating]:
    first = next(dating, None)
    yield from chain((first,), dating) if first else _dating((), lines)


def _right_above(body: etree._Element, title: str) -> Iterator[Line]:
    """The few lines above a headline, in an element that holds little but the article."""
    for box in islice(body.iterancestors("div", "section", "article", "main"), _BOXES):
        above = box.getparent()
        if above is None or above.tag == "body":
            return
        lines = read_lines(box, frozenset(), nothing_is_junk, most=_FEW, spaced=True)
        if own := next((i for i, line in enumerate(lines) if _is_titled(line, title)), 0):
            yield from lines[:own]
            return


def _is_titled(line: Line, title: str) -> bool:
    return line.text == title or (len(title) > _HEADLINE and line.text.startswith(title))


def _with_clocks(lines: Sequence[Line]) -> Iterator[Line]:
    """A clock on a line of its own belongs to the date above it."""
    for line, below in zip_longest(lines, lines[1:]):
        clock = (
            below is not None and not _CLOCK.search(line.text) and _LONE_CLOCK.fullmatch(below.text)
        )
        yield replace(line, text=f"{line.text} {clock[0]}") if clock else line


def _around(body: etree._Element, title: str) -> etree._Element:
    around = body
    headings = next(body.iterancestors("body"), body).iter("h1", "h2")
    own = {heading for heading in headings if text_of(heading) == title}
    own = set() if any(body in heading.iterancestors() for heading in own) else own
    for above in _above(body):
        heads = (h for h in above.iter("h1", "h2") if h.tag == "h1" or len(text_of(h)) > _HEADLINE)
        if any(h in own or (not own and body not in h.iterancestors()) for h in heads):
            return above
        if above.tag == "body" and not _shows(above, title):
            return around
        around = above
    return around


def _shows(page: etree._Element, title: str) -> bool:
    """A headline that stands in no heading."""
    return any(_opens(str(text), title) for text in page.itertext())


def _opens(text: str, title: str) -> bool:
    line = squash(text)
    return len(line) > _HEADLINE and squash(title).startswith(line)


def _near(lines: list[Line], around: etree._Element, title: str) -> Iterator[Line]:
    """What may date the article: on a whole page only below its headline, above other stories.

    Above the headline ticks the site's clock, and a section may be called as other stories are.
    """
    if around.tag == "body" or next(around.iter("h1", "h2"), None) is None:
        below = lines[_headline_at(lines, title, len(lines) if around.tag == "body" else 0) :]
        below[:1] = (_below_title(line, title) for line in below[:1])
        return takewhile(_is_of_article, below)
    at = _own_headline_at(lines, title) or 0
    parts = (lines[:at], lines[at:])
    return chain.from_iterable(takewhile(_is_of_article, part) for part in parts)


def _is_of_article(line: Line) -> bool:
    return not announces_others(line) and not (line.tag in _HEADS and opens_comments(line))


def _headline_at(lines: Sequence[Line], title: str, otherwise: int) -> int:
    """Where the headline stands, be it in no heading; else the first heading."""
    own = _own_headline_at(lines, title)
    headings = (i for i, line in enumerate(lines) if line.tag == "h1" or _is_headline(line))
    return next(headings, otherwise) if own is None else own


def _own_headline_at(lines: Sequence[Line], title: str) -> int | None:
    long = ((i, line.text) for i, line in enumerate(lines) if len(line.text) > _HEADLINE)
    own = (i for i, text in long if title.startswith(text) or (title and _shows_title(text, title)))
    return next(own, None)


def _is_headline(line: Line) -> bool:
    """A heading long enough for one: "Agenda" heads a box."""
    return line.tag in _HEADLINES and len(line.text) > _HEADLINE


def _shows_title(text: str, title: str) -> bool:
    """The headline first, or behind a label: "Judul: …"."""
    labelled = text.endswith(title) and len(text) <= len(title) + _LABEL
    return labelled or text.startswith(title)


def _below_title(line: Line, title: str) -> Line:
    """What a line says after the headline, where nothing but the print tells them apart."""
    further = len(line.text) > len(title) > _HEADLINE and line.text.startswith(title)
    return replace(line, text=line.text[len(title) :].strip()) if further else line


def _dated(line: Line) -> _Dating | None:
    """The line's own <time>, the first published before the last changed, else the line."""
    if line.element is None:
        return None
    for time in sorted(_times(line), key=_is_change):
        return time, words_of(time)
    return line.element, line.text


def _times(line: Line) -> Iterator[etree._Element]:
    """The elements of a line that date it for machines."""
    if line.element is None or line.element.tag == "body":
        return
    timed = line.element.iter("time", "abbr", "span")
    for time in islice((t for t in timed if t.tag != "span" or _machine(t)), 8):
        machine, shown = _machine(time) or time.get("title") or "", words_of(time)
        if _YEAR.search(machine) and len(shown) > 2 and shown in line.text:
            yield time


def _machine(element: etree._Element) -> str | None:
    return element.get("datetime") or element.get("content")


def _is_change(time: etree._Element) -> bool:
    called = f"{time.get('class')} {time.get('itemprop')}".lower()
    return "publish" not in called and ("update" in called or "modified" in called)


def _is_short(line: Line) -> bool:
    """A line that opens with a date, or says when it was published, may go on longer."""
    return len(line.text) <= (_LONGEST if _DATED.match(line.text) else _HEAD)


def _may_date(line: Line) -> bool:
    """A date, which is not that on which the page was printed."""
    if not _is_short(line) or not (_YEAR.search(line.text) or next(_times(line), None) is not None):
        return False
    return not (_SEEN.match(line.text) or _is_agenda(line.text))


def _is_agenda(text: str) -> bool:
    """A day and what happens on it: "21 Mei 2025 Rapat warga di balai desa"."""
    day = OPENS_WITH_DATE.match(text)
    words = text[day.end() :].split() if day else []
    if len(words) < _EVENT or not words[0].isalpha() or not words[0][0].isupper():
        return False
    return all(map(str.isalpha, words)) and sum(map(str.islower, words)) > len(words) // 2


def _head(body: etree._Element, site: set[etree._Element], title: str) -> Iterator[Line]:
    """Short lines at the top of the body itself, above the story's first paragraph."""
    first = read_lines(body, site, nothing_is_junk, most=1, spaced=True)
    if not first or (len(first[0].text) > _HEAD and first[0].text.endswith(_SENTENCE)):
        return iter(())
    lines = read_lines(body, site, nothing_is_junk, most=12, spaced=True)
    headline = next((i for i, line in enumerate(lines) if line.tag in _HEADLINES), -1)
    if headline < 0 and len(title) > _HEADLINE and lines[0].text.startswith(title):
        return takewhile(_is_short, (_below_title(lines[0], title), *lines[1:]))
    below = takewhile(_is_short, dropwhile(_is_deck, lines[headline + 1 :]))
    if body.tag == "body":
        return below if headline >= 0 else iter(())
    return chain(below, filter(_is_short, lines[: max(headline, 0)]))


def _is_deck(line: Line) -> bool:
    return line.tag in _HEADS and not _is_short(line)


def _site_frame(around: etree._Element) -> set[etree._Element]:
    """The site's own header, footer and sidebars: those that hold no headline.

    An article's header and footer are its own, and so is an aside in it that leads nowhere.
    """
    frames = around.iter("header", "footer", "aside")
    return {e for e in frames if next(e.iter("h1", "h2"), None) is None and not _of_article(e)}


def is_in_frame(element: etree._Element) -> bool:
    """Whether it stands in the site's own header or footer, as a clock does."""
    above = (e for e in element.iterancestors("header", "footer") if not _of_article(e))
    return any(next(e.iter("h1", "h2"), None) is None for e in above)


def _of_article(frame: etree._Element) -> bool:
    if next(frame.iterancestors("article"), None) is None:
        return False
    return frame.tag != "aside" or not any(len(text_of(a)) > _HEADLINE for a in frame.iter("a"))


def _above(body: etree._Element) -> Iterator[etree._Element]:
    wrappers = (e for e in body.iterancestors() if e.tag not in ("tr", "tbody"))
    for count, element in enumerate(wrappers):
        if count == _OUTWARDS or element.tag == "html":
            return
        yield element
