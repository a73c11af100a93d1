"""What stands beside: a linked headline above its summary or its date, a picture."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree

from pipelines.page.markup import text_of

_HEADS = ("h3", "h4", "h5", "h6")
_HEADLINES = ("h1", "h2", "h3", "h4", "h5")
_CARD, _LEAST_WORDS, _DATE = 6, 4, 60
_OUTWARDS, _OPENING, _LEAST_UNHEADED = 6, 20, 6
_PULLED, _QUOTES = (25, 300), ("aside", "blockquote", "q", "figure")
_SUMMARY, _LONGEST_TEASER, _WRAPPERS, _FRAMES = 300, 600, 2, 2
_DATED = re.compile(r"\b20\d\d\b|\b(?:lalu|ago|kemarin)\b", re.I)
_QUOTED = re.compile("pull|quote|kutip", re.I)
_SMALL = ("i", "em", "small")
_NO_FRAMES = ("li", "ul", "ol", *_HEADS)


def is_teaser(element: etree._Element) -> bool:
    """A paragraph right below a linked headline, as in a list of stories; no whole story."""
    return _is_below_headline(element) and _is_brief(element)


def _is_brief(element: etree._Element) -> bool:
    """Bounded, since every line of a block asks for it."""
    total = 0
    for text in islice(element.itertext(), _LONGEST_TEASER):
        total += len(text.strip())
        if total > _LONGEST_TEASER:
            return False
    return True


def _is_below_headline(element: etree._Element) -> bool:
    for part in wrappers(element):
        head, card = part.getprevious(), part.getparent()
        if head is not None and _is_linked_headline(head):
            return True
        if card is not None and len(card) <= _CARD and _is_card(card, part):
            return True
    return False


def wrappers(block: etree._Element) -> Iterator[etree._Element]:
    """A block, and what holds nothing but it: <div class="field"><p>…</p></div>."""
    yield block
    for above in islice(block.iterancestors(), _WRAPPERS):
        if len(above) > 1 or (above.text or "").strip():
            return
        yield above


def is_listed_teaser(element: etree._Element) -> bool:
    """A summary below a link in an item of a list or a cell, as no list of a story has it."""
    above = element.getparent()
    if above is None or len(above) < 2:
        return False
    cell = above.tag == "td" and len(above) == 2 and len(text_of(element)) <= _SUMMARY
    return (cell or above.tag == "li") and is_teaser(element)


def _is_card(card: etree._Element, summary: etree._Element) -> bool:
    """Above the summary a linked headline, and else nothing longer than a date or a column."""
    links = [e for e in summary.itersiblings(preceding=True) if _is_link(e)]
    others = (e for e in card if e is not summary and e not in links)
    return bool(links) and all(len(text_of(e)) <= _DATE for e in others)


def _is_link(element: etree._Element) -> bool:
    """A link of several words, with nothing beside it but its date."""
    link = next(element.iter("a"), None)
    if link is None or not link.get("href"):
        return False
    text = text_of(link)
    if len(text.split()) < _LEAST_WORDS:
        return False
    head, _, rest = text_of(element).partition(text)
    return not head and (not rest or (len(rest) <= _DATE and _DATED.search(rest) is not None))


def _is_linked_headline(element: etree._Element) -> bool:
    if element.tag == "a":
        return bool(element.get("href")) and next(element.iter(*_HEADS), None) is not None
    inner = next(element.iter("a"), None) if element.tag in _HEADS else None
    return inner is not None and bool(inner.get("href"))


def is_of_another(part: etree._Element, body: etree._Element | None, title: str) -> bool:
    """A date or a name in a card, whose linked headline is not the page's own."""
    if body is None:
        return False
    within, shown = {body, *body.iterancestors()}, text_of(part)
    for above in islice((part, *part.iterancestors()), _OUTWARDS):
        if above in within or any(text_of(head) == title for head in above.iter("h1", "h2")):
            return False
        if any(leads_elsewhere(link, shown, title) for link in above.iter("a")):
            return True
    return False


def leads_elsewhere(link: etree._Element, part: str, title: str) -> bool:
    """Whether a link is the headline of another story. part: what in it is none of the headline."""
    text = text_of(link).replace(part, "").strip()
    words = len(text.split())
    if words < _LEAST_WORDS:
        return False
    above = link.getparent()
    heading = next(link.iter(*_HEADLINES), above)
    headed = heading is not None and heading.tag in _HEADLINES
    least = _LEAST_WORDS if headed else _LEAST_UNHEADED
    return words >= least and text[:_OPENING].casefold() not in title.casefold()


def is_pulled(block: etree._Element | None, text: str) -> bool:
    """A sentence that is set apart as a quote."""
    if block is None or not _PULLED[0] <= len(text) <= _PULLED[1]:
        return False
    above = block.getparent()
    return _is_quote(block) or (above is not None and _is_quote(above))


def _is_quote(element: etree._Element) -> bool:
    name = element.get("class")
    return element.tag in _QUOTES or (name is not None and _names_quote(name))


@lru_cache(maxsize=4096)
def _names_quote(name: str) -> bool:
    return _QUOTED.search(name) is not None


def is_framed(block: etree._Element, text: str) -> bool:
    """A line that is all the text in an element with a picture; in <p> only where it is small."""
    for frame in (block, *islice(block.iterancestors(), _FRAMES)):
        picture = next(frame.iter("img", "amp-img"), None)
        if picture is not None and _is_frame(frame, picture) and text_of(frame) == text:
            return frame.tag != "p" or any(text_of(e) == text for e in frame.iter(*_SMALL))
    return False


def _is_frame(frame: etree._Element, picture: etree._Element) -> bool:
    """No item of a list, no line with a small sign in it; the text stands below the picture."""
    before = (frame.text or "").strip()
    return frame.tag not in _NO_FRAMES and not before and "emoji" not in str(picture.get("class"))


def is_small_print(block: etree._Element, text: str) -> bool:
    """Nothing but one element of small or slanted print."""
    first = block[0] if len(block) == 1 and not (block.text or "").strip() else None
    return first is not None and first.tag in _SMALL and text_of(first) == text


def is_below_picture(element: etree._Element) -> bool:
    """A paragraph after one that holds only a picture."""
    above = element.getprevious()
    if above is None or next(above.iter("img", "amp-img"), None) is None:
        return False
    return not any(text.strip() for text in above.itertext())
