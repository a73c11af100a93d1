"""What an element is by its shape, where its tag alone does not tell: dropped, or a block."""

import re
from itertools import islice

from lxml import etree

from pipelines.page.markup import SUB_HEADINGS
from pipelines.page.unfolding import unfolds

PICTURES = ("img", "amp-img")
_SOME_PROSE, _TEXTS = 150, 2000
_CELL, _SIGNATURE, _BAR, _PARTS = 400, 100, 2, 50
_POST = re.compile(r"//(?:\w+\.)?(?:twitter|x|instagram|tiktok|threads|facebook)\.(?:com|net)/\S")
_ACCOUNT = re.compile(r"\(@\w{2,30}\)|pic\.twitter\.com/|\b(?:instagram|tiktok|facebook)\b", re.I)
_STYLED_BLOCK = re.compile(r"display:\s*block", re.I)


def _is_form(form: etree._Element) -> bool:
    """No form around the whole page, as some systems have it."""
    prose = 0
    for text in islice(form.itertext(), _TEXTS):
        prose += len(text) if len(text) > 60 else 0
        if prose > _SOME_PROSE:
            return False
    return True


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


def is_bar(block: etree._Element) -> bool:
    """A div with several elements and no word of its own."""
    if block.tag != "div" or len(block) < _BAR or (block.text or "").strip():
        return False
    return not any((part.tail or "").strip() for part in islice(block, _PARTS))


def _is_control(button: etree._Element) -> bool:
    return not unfolds(button)


def _is_unheaded(button: etree._Element) -> bool:
    """A question in no heading, which would set it apart."""
    above = button.getparent()
    return above is None or above.tag not in SUB_HEADINGS


def _is_below_picture(small: etree._Element) -> bool:
    """Small print right below a picture: <img><small>Warga antre</small>."""
    above, below = small.getprevious(), small.getnext()
    if above is None or above.tag not in PICTURES or (above.tail or "").strip():
        return False
    return not (small.tail or "").strip() and (below is None or below.tag in ("br", *PICTURES))


def _is_embedded(quote: etree._Element) -> bool:
    """A post of others, with its account and a link to it."""
    links = islice((link.get("href") or "" for link in quote.iter("a")), _PARTS)
    return any(map(_POST.search, links)) and _ACCOUNT.search(_start_of(quote)) is not None


def _start_of(block: etree._Element) -> str:
    return " ".join(map(str, islice(block.itertext(), _PARTS)))[:_CELL]


DROPPED_IF = {
    "blockquote": _is_embedded,
    "small": _is_below_picture,
    "form": _is_form,
    "button": _is_control,
}
LAID_OUT = {"td": _lays_out, "span": _is_block, "button": _is_unheaded, "cite": _names_speaker}
