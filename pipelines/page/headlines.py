"""What on a page reads like the headline of the story below it."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice

from lxml import etree

from pipelines.page.byline import read_byline
from pipelines.page.lines import Line, read_lines
from pipelines.page.markup import HEADINGS, squash, text_of

_LEAST_WORDS, _MOST_WORDS, _PARAGRAPH, _OPENING = 3, 25, 90, 20
_LONG_WORD, _HALF, _LONG_HEADLINE, _TRAIL = 4, 0.5, 160, 40
_GOES_ON = (":", ",", "-", "–")
_ENDS = (".", "!", "?", '"', "”", ":")
_HEADLINE = re.compile(r"(?:^|[-_ ])(?:judul\w*|jdl|(?!sub)[a-z]*title|headline)(?:$|[-_ ])", re.I)
_BLOCKS, _BOLD = ("p", "div", "span"), ("b", "strong")
_PLAIN = (*_BLOCKS, "td", "font", "label")
_LABELS, _LABEL = ("th", "td", "dt", "label"), re.compile(r"judul(?: berita)?\W*", re.I)
_BOLD_CLASS = re.compile(
    r"(?:^|\s)(?:(?:font|fw|text|f|weight)-?(?:bold(?:er)?|semibold|extrabold|[6-9]00)|"
    r"(?:text|fs)-(?:[1-6]|[2-6]?xl)|display-[1-6]|h[1-3])(?:$|\s)",
    re.I,
)
_WORD = re.compile(r"\w+")


def heading_before(above: Sequence[etree._Element], small: bool = False) -> str:
    """The last heading above a story that reads like a headline, else ""; no deck below one.

    above: all elements before the story. small: only h4, h5 and h6.
    """
    kinds = (_is_small_heading,) if small else (_is_heading, _is_small_heading, _is_bold)
    for is_heading in kinds:
        last: etree._Element | None = None
        told_before = False
        seen: deque[str] = deque(maxlen=_TRAIL)
        for element in filter(is_heading, above):
            if 4 < len(headline_of(element).split()) <= _MOST_WORDS:
                text = text_of(element)
                if element.tag in _BOLD and read_byline(text).names():
                    continue
                if last is None or not _is_lesser(element, text, last, told_before):
                    last, told_before = element, any(text in other for other in seen)
                seen.append(text)
        if last is not None:
            return headline_of(last)
    return ""


def above_story(body: etree._Element, root: etree._Element) -> Iterator[etree._Element]:
    """What stands before the first paragraph of a body, be it in the body or not."""
    told = (line for line in read_lines(body, most=12) if _is_paragraph(line.text))
    first = next((line for line in told if line.tag not in HEADINGS), None)
    for element in next(root.iter("body"), root).iter():
        if first and (element is first.element is not body or _begins(element, first.text)):
            return
        yield element
        if first and _opens(element.tail, first.text):
            yield from element.iterdescendants()
            return


def _begins(element: etree._Element, paragraph: str) -> bool:
    """A menu may name an office as its story does."""
    return element.tag != "a" and _opens(element.text, paragraph)


def _is_paragraph(text: str) -> bool:
    return len(text) > (_PARAGRAPH if text.endswith(_ENDS) else _LONG_HEADLINE)


def _opens(text: str | None, paragraph: str) -> bool:
    opening = squash((text or "")[:_PARAGRAPH])
    return len(opening) > _OPENING and paragraph.startswith(opening)


def headline_of(heading: etree._Element) -> str:
    """What a heading says without the small print behind it: <h1>Judul <small>Senin …</small>."""
    last = heading[-1] if len(heading) else None
    if last is not None and _is_small_print(last) and not (last.tail or "").strip():
        small, whole = text_of(last), text_of(heading)
        rest = whole.removesuffix(small).rstrip()
        return rest if len(rest.split()) > _LEAST_WORDS and not rest.endswith(_GOES_ON) else whole
    return text_of(heading)


def _is_small_print(part: etree._Element) -> bool:
    """A deck, a date or a badge in the headline's own element: <span><sup>Featured</sup></span>."""
    if part.tag != "span":
        return part.tag == "small"
    if len(part) == 1 and part[0].tag == "sup":
        return text_of(part) == text_of(part[0])
    above = part.getprevious()
    below = above is not None and above.tag == "br" and not (above.tail or "").strip()
    return below and "font-size" in (part.get("style") or "")


def _is_lesser(
    heading: etree._Element, text: str, headline: etree._Element, told_before: bool
) -> bool:
    """A deck; what stands below a headline that the page's trail has told before."""
    return _is_deck(heading, headline) or (told_before and text != text_of(headline))


def _is_deck(element: etree._Element, headline: etree._Element) -> bool:
    """A smaller heading right beside a headline."""
    return element.getprevious() is headline and str(element.tag) > str(headline.tag)


def _is_small_heading(element: etree._Element) -> bool:
    return element.tag in ("h4", "h5", "h6")


def _is_bold(element: etree._Element) -> bool:
    """Bold print that has its block to itself, in no link; a block that its class makes bold."""
    if element.tag in _BLOCKS:
        called = element.get("class")
        bold = called is not None and _BOLD_CLASS.search(called) is not None
        return bold and next(element.iter("a"), None) is None
    above = element.getparent()
    if element.tag not in _BOLD or above is None:
        return False
    return above.tag != "a" and text_of(above) == text_of(element)


def _is_heading(element: etree._Element) -> bool:
    """A heading by its tag; on old pages, text that its class calls a headline, no link's."""
    if element.tag in ("h1", "h2", "h3"):
        return True
    own = str(element.tag) if "-" in str(element.tag) else ""
    called = element.get("class") or element.get("id") or own
    return bool(_HEADLINE.search(called)) and next(element.iter("a", "table"), None) is None


def labelled(above: Iterable[etree._Element]) -> str:
    """What stands beside the word for it: <th>Judul</th><td>Bupati Teken …</td>."""
    words = (e for e in above if e.tag in _LABELS and _LABEL.fullmatch(text_of(e)))
    return next((text_of(beside) for e in words for beside in e.itersiblings()), "")


def plain_headline(above: Iterable[etree._Element], body: etree._Element) -> str:
    """Of the lines above a story that nothing sets off, the first that is told in it."""
    lines = (squash(e.text or "") for e in above if e.tag in _PLAIN or _leads_nowhere(e))
    long = (t for t in lines if 4 < len(t.split()) <= _MOST_WORDS and not t.endswith(_ENDS))
    told = told_words(body)
    return next((line for line in long if share_in(told, line) > _HALF), "")


def _leads_nowhere(element: etree._Element) -> bool:
    return element.tag == "a" and (element.get("href") or "#").startswith("#")


def headline_above(lines: Iterable[Line]) -> str:
    """The headline that a body without headings opens with, in bold or in capitals, else ""."""
    for line in islice(lines, 4):
        written = line.bold > 0.9 or line.text.isupper()
        if (
            written
            and 4 <= len(line.text.split()) <= _MOST_WORDS
            and not line.text.endswith((".", ":"))
            and not read_byline(line.text).names()
        ):
            return line.text
    return ""


def told_words(body: etree._Element) -> Set[str]:
    """The words that the paragraphs of a story tell, in lower case."""
    lines = (line.text for line in read_lines(body) if len(line.text) > _PARAGRAPH)
    return {word for line in lines for word in _WORD.findall(line.casefold())}


def share_in(told: Set[str], heading: str) -> float:
    """How many of the longer words of a heading are told, as a share."""
    words = {word for word in _WORD.findall(heading.casefold()) if len(word) >= _LONG_WORD}
    return len(words & told) / len(words) if words else 0.0
