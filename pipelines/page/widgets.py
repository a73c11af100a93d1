"""Small boxes that a reader works with: polls, calculators, forms to give or subscribe."""

import re
from itertools import islice

from lxml import etree

from pipelines.page.lines import Line
from pipelines.page.links import is_button
from pipelines.page.unfolding import unfolds

LONGEST = 120
_BOXES = ("div", "section", "aside", "fieldset")
_FIELDS = ("input", "select", "textarea", "label")
_PARTS, _TEXT, _TEXTS = 9, 260, 60
_SHARES = re.compile(
    r"\W*(?:share|bagikan|salin|copy|suka|like|balas|reply|komentar|simpan|save|dengar|putar|play|"
    r"tutup|close|cetak|print|lapor|kembali|back|unduh|download|lampiran)|\W*$",
    re.I,
)


def is_in_widget(line: Line, _: str) -> bool:
    """A line beside a field or a button with words on it, in a box with little else."""
    box = None if line.element is None else line.element.getparent()
    return (box is not None and _is_widget(box)) or (
        line.element is not None and _is_widget(line.element)
    )


def _is_widget(box: etree._Element) -> bool:
    if box.tag not in _BOXES or len(box) > _PARTS:
        return False
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
    if tag == "button" or (tag == "a" and is_button(part)):
        words = "".join(map(str, islice(part.itertext(), _TEXTS)))
        return not (_SHARES.match(words) or unfolds(part))
    return tag in _FIELDS and part.get("type") != "hidden"
