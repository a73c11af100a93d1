"""Small boxes among a story: polls, forms to give or subscribe, pleas, pointers elsewhere."""

import re
from itertools import islice

from lxml import etree

from pipelines.page.lines import Line
from pipelines.page.links import is_button
from pipelines.page.markup import SUB_HEADINGS, text_of
from pipelines.page.unfolding import unfolds

LONGEST = 240
_POSTED = re.compile(r"[—–-]\s?[^—–]{2,60}\s\(@\w{2,30}\)\s[^.]{4,40}$")
_BOXES = ("div", "section", "aside", "fieldset")
_FIELDS = ("input", "select", "textarea", "label")
_TITLES = (*SUB_HEADINGS, "b", "strong")
_AUTHORS = "wp-block"
_LABELS, _LABEL = ("span", "small", "div", *_TITLES), 30
_PARTS, _TEXT, _TEXTS = 9, 260, 60
_AMONG, _PROSE, _FEW_WORDS = 3, 60, 120
_SHARES = re.compile(
    r"\W*(?:share|bagikan|salin|copy|suka|like|balas|reply|komentar|simpan|save|dengar|putar|play|"
    r"tutup|close|cetak|print|lapor|kembali|back|unduh|download|lampiran)|\W*$",
    re.I,
)


def is_in_widget(line: Line, _: str) -> bool:
    """A line in a box with little else: beside a field or a button, or among paragraphs."""
    element = line.element
    if element is None:
        return False
    box = element.getparent()
    if _is_box(element) and (_is_widget(element) or _is_inset(element)):
        return True
    if box is None or not _is_box(box):
        return False
    outer = box.getparent()
    around = outer is not None and _is_box(outer) and _is_inset(outer)
    return around or _is_widget(box) or _is_inset(box)


def is_posted(line: Line, _: str) -> bool:
    """In a post set into the story: "… — Info Reka (@inforeka) 29 Mei 2026"."""
    quote = line.element
    if quote is not None and quote.tag != "blockquote":
        quote = quote.getparent()
    if quote is None or quote.tag != "blockquote":
        return False
    return _POSTED.search(text_of(quote)) is not None


def _is_box(element: etree._Element) -> bool:
    """Of few parts; a count of them all would take long for each line of a long story."""
    if element.tag not in _BOXES:
        return False
    try:
        return element[_PARTS] is None
    except IndexError:
        return True


def _is_inset(box: etree._Element) -> bool:
    """A little with a title, or in a named box, and a link or a form among a story's paragraphs.

    Without these, where it stands between two and no other box of the story is like it.
    """
    above, before, after = box.getparent(), box.getprevious(), box.getnext()
    if above is None or not any(e is not None and e.tag == "p" for e in (before, after)):
        return False
    if not _is_small(box):
        return False
    titled = len(box) > 1 and (_is_pointer(box) or next(box.iter(*_TITLES), None) is not None)
    calls = box.get("class") is not None and _ends_in_link(box)
    if not (titled or calls or _is_apart(box)):
        return False
    if sum(len(text_of(p)) > _PROSE for p in islice(above.iterchildren("p"), _PARTS)) < _AMONG:
        return False
    linked = calls or any(part.tag in ("a", "form") for part in box)
    return linked or _stands_between(box, above)


def _ends_in_link(box: etree._Element) -> bool:
    """A sentence or two, and where to go for it: <p>Kami kecil …</p><p><a>Traktir redaksi</a>."""
    last = box[-1] if len(box) > 1 else None
    link = None if last is None else next(last.iter("a"), None)
    return link is not None and last is not None and text_of(link) == text_of(last) != ""


def _is_apart(box: etree._Element) -> bool:
    """A few words, no list, below a paragraph in a box that the site, not the author, names."""
    name = box.get("class")
    if not name or _AUTHORS in name or next(box.iter("li", "td"), None) is not None:
        return False
    below = any(e.tag == "p" for e in islice(box.itersiblings(preceding=True), _TEXTS))
    return below and len(text_of(box)) <= _FEW_WORDS


def _is_pointer(box: etree._Element) -> bool:
    """A word or three, no sentence, and a link to another story."""
    label, link = box[0], box[-1]
    if len(box) != 2 or label.tag not in _LABELS or link.tag != "a" or link.tail:
        return False
    words, headline = text_of(label), text_of(link)
    return 0 < len(words) <= _LABEL and len(headline) > _LABEL and not headline.endswith(".")


def _stands_between(box: etree._Element, above: etree._Element) -> bool:
    """Bounded, since every box of a page may ask for it."""
    below = list(islice(box.itersiblings(), _TEXTS))
    near = (*below, *islice(box.itersiblings(preceding=True), _TEXTS))
    alike = any(e.tag == box.tag and e.get("class") == box.get("class") for e in near)
    return not alike and above[0] is not box and any(e.tag == "p" for e in below)


def _is_widget(box: etree._Element) -> bool:
    return any(map(_is_control, box)) and _is_small(box)


def _is_small(box: etree._Element) -> bool:
    """Bounded, since every line of a box asks for it."""
    total = 0
    for i, text in enumerate(box.itertext()):
        total += len(text.strip())
        if total > _TEXT or i > _TEXTS:
            return False
    return True


def _is_control(part: etree._Element) -> bool:
    tag = part.tag
    if tag == "ins":
        return part.get("data-ad-client") is not None or part.get("data-ad-slot") is not None
    if tag == "button" or (tag == "a" and is_button(part)):
        words = "".join(map(str, islice(part.itertext(), _TEXTS)))
        return not (_SHARES.match(words) or unfolds(part))
    return tag in _FIELDS and part.get("type") != "hidden"
