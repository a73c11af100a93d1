"""Questions that unfold their answers, and whether they are a story's or the site's own."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, chain, islice, takewhile

from lxml import etree

from pipelines.page.markup import SUB_HEADINGS

_HEADS = (*SUB_HEADINGS, "button", "summary", "dt", "a")
_TELLING = ("p", "ul", "ol", "blockquote", "figure", *SUB_HEADINGS)
_PROSE_IN = ("p", "span")
_INLINE = ("span", "b", "strong", "em", "i", "br", "font", "u")
_NAME = re.compile(r"(?:^|[\s_-])accordion(?:$|[\s_-])", re.I)
_OUTWARDS, _BESIDE, _LEAST = 8, 30, 2
_LONGEST_NAME, _LOOKED_AT = 2000, 400
_ENDS = (".", "!", "?", ":", ";", '"', "”")
_PROSE, _PARAGRAPH, _INTRODUCTION = 30, 60, 500


def unfolds(element: etree._Element) -> bool:
    """A button or a link that shows the text below it, as a question does its answer."""
    if element.tag not in ("button", "a"):
        return False
    if "collapse" in (element.get("data-bs-toggle"), element.get("data-toggle")):
        return True
    if element.tag == "a":
        called = element.get("class")
        toggles = called is not None and "toggle" in called and not element.get("href")
        return toggles or is_accordion(element)
    return is_accordion(element) or _is_headed(element)


def _is_headed(button: etree._Element) -> bool:
    """A question in a heading, and no bar for sharing."""
    above = button.getparent()
    if above is None or above.tag not in SUB_HEADINGS:
        return False
    told = button.get("aria-expanded") or button.get("aria-controls")
    return bool(told) or any(map(is_accordion, islice(above.iterancestors(), 1)))


def is_accordion(element: etree._Element) -> bool:
    """Named so, itself or as a part of one: "accordion", "accordion-item"."""
    name, key = element.get("class"), element.get("id")
    if not (name or key) or len(name or "") + len(key or "") > _LONGEST_NAME:
        return False
    return _is_named(name, key)


@lru_cache(maxsize=4096)
def _is_named(name: str | None, key: str | None) -> bool:
    return _NAME.search(f"{name} {key}") is not None


def tells_on(part: etree._Element) -> bool:
    """True of an accordion, or a part of one, with several questions right below a story's text.

    A site's own stands apart from a longer story, has links to unfold, or is a single box.
    """
    if unfolds(part):
        return True
    if len(_before(part)) == _BESIDE:
        return False
    above = (e for e in islice(part.iterancestors(), _OUTWARDS) if is_accordion(e))
    outer = [part, *above][-1]
    top = [outer, *_before(outer)][-1]
    row = (top, *takewhile(is_accordion, _siblings(top, preceding=False)))
    if not (_is_below_text(top) or _tells_more(row, top.getprevious())):
        return False
    parts = list(islice(chain.from_iterable(box.iter() for box in row), _LOOKED_AT))
    heads = sum(part.tag in _HEADS and _is_head(part) for part in parts)
    return heads >= _LEAST and any(map(_is_prose, parts))


def _before(part: etree._Element) -> list[etree._Element]:
    return list(takewhile(is_accordion, _siblings(part, preceding=True)))


def _is_below_text(top: etree._Element) -> bool:
    """Right below paragraphs, or a heading or list among them."""
    above = top.getprevious()
    if above is None or not (above.tag in (*_TELLING, "br") or _is_plain(above)):
        return False
    before = list(_siblings(top, preceding=True))
    bare = (len((e.tail or "").strip()) > _PARAGRAPH for e in before if e.tag == "br")
    return any(bare) or any(_is_long(e) for e in before if e.tag in _PROSE_IN or _is_plain(e))


def _is_plain(block: etree._Element) -> bool:
    """A paragraph in a div of its own, or one that is a div."""
    inner = block[0] if len(block) == 1 and block[0].tag in ("p", "div") else block
    return block.tag == "div" and bool((inner.text or "").strip() or _inline_text(inner))


def _tells_more(row: tuple[etree._Element, ...], above: etree._Element | None) -> bool:
    """Longer than the box above it, in which a paragraph or two introduce it."""
    if above is None or above.tag not in ("div", "section"):
        return False
    told = list(islice(_sizes(above), _LOOKED_AT))
    if not told or told[-1] > _INTRODUCTION or not any(map(_is_long, above.iter("p"))):
        return False
    return any(size > told[-1] for size in _sizes(*row))


def _is_long(paragraph: etree._Element) -> bool:
    return any(size > _PARAGRAPH for size in _sizes(paragraph))


def _sizes(*row: etree._Element) -> Iterator[int]:
    """How much text its first pieces hold, summed up piece by piece."""
    texts = islice((text for box in row for text in box.itertext()), _LOOKED_AT)
    return accumulate(len(text.strip()) for text in texts)


def _siblings(element: etree._Element, preceding: bool) -> Iterator[etree._Element]:
    return islice(element.itersiblings(preceding=preceding), _BESIDE)


def _is_head(part: etree._Element) -> bool:
    """A question; a button in a heading counts once, and a link only where it unfolds."""
    above = part.getparent()
    within = above is not None and above.tag in _HEADS
    return not within and (part.tag != "a" or unfolds(part))


def _is_prose(part: etree._Element) -> bool:
    """A sentence, or so long that it must be one; a menu's entries are shorter."""
    if part.tag not in ("p", "div", "dd", "li"):
        return False
    text = (part.text or "").strip() or _inline_text(part)
    return len(text) > (_PROSE if text.endswith(_ENDS) else _PARAGRAPH)


def _inline_text(part: etree._Element) -> str:
    """What a block holds in elements that are no blocks themselves."""
    if not len(part) or part[0].tag not in _INLINE:
        return ""
    if any(inner.tag not in _INLINE for inner in islice(part, _BESIDE)):
        return ""
    return "".join(map(str, islice(part.itertext(), _LOOKED_AT))).strip()
