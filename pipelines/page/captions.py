"""Lines that tell of a picture: its caption, its credit."""

import re

from pipelines.page.edges import opens_story
from pipelines.page.lines import Line
from pipelines.page.markup import SUB_HEADINGS
from pipelines.page.names import is_place
from pipelines.page.neighbours import is_below_picture, is_framed, is_small_print
from pipelines.page.rule import any_of

_CREDIT, _FRAMED, _SHORT, _BOLD = 130, 160, 30, 0.9
_CREDITED = any_of(r"foto|dok\.?", r"ist(?:imewa)?\.?", r"antara(?:\s+foto)?", r"MI")

_PICTURE_CREDIT = re.compile(
    rf"\((?:{_CREDITED}\b|[^\W\d][\w. ]{{0,29}}/)[^()]{{0,80}}\)\s*\.?$|©|\[[^\]]{{0,60}}\]$|"
    r"\b(?:foto|dok|doc|sumber|credit|istimewa|ist)\b\s*[:/.]|"
    r"\((?:paling |ke)?(?:dua |tiga |empat |lima )?(?:dari )?(?:kiri|kanan|tengah|depan)\)",
    re.I,
)
_CAPTION_END = re.compile(
    any_of(
        r"\((?:[Ff]oto|FOTO|[Dd]ok|DOK|[Ii]st(?:imewa)?)\s*[:./][^()]{0,90}\)",
        r"\((?:ANTARA|Antara)(?:\s+(?:FOTO|Foto|foto))?/[^()]{0,60}\)|\(MI/[^()]{0,60}\)",
        r"\((?:AP|AFP|EPA|REUTERS|Reuters|Xinhua|Getty Images)(?:\s(?:PHOTO|Photo))?/[^()]{2,50}\)",
        r"\((?:[Dd]ok\.?|DOK\.?|[Ii]st(?:imewa)?\.?|IST|[Ff]oto|FOTO)(?:\s[^()]{0,60})?\)",
        r"\b(?:ANTARA|Antara)\s(?:FOTO|Foto)/[\w .]{2,40}",
        r"\([\w.]{2,20}\.(?:com|id|co|net)/[^()]{2,60}\)",
        r"\([A-Z][\w. ]{2,40}/\w*(?:com|detik|news|antara|tribun|kompas)\w*\)",
        r"\((?:[A-Z][\w.']*\s){1,3}?[A-Z]?[\w.']*/(?:[A-Z][\w.]*\s){0,3}"
        r"(?:Jawa Pos|JAWA POS|Radar|RADAR|Harian|Koran|Media|Pos)\b[\w .]{0,30}\)",
        r"[-–]\s?(?:[Ff]oto|FOTO|[Ii]st(?:imewa)?|[Dd]ok)\b[^-–]{0,90}[-–]+",
        r"(?<=[\w.)”\"])--\s?(?:(?:[A-Z(]|foto|ist|dok)[\w .,/()]{0,50})?",
        r"©\s?[\w .,/@]{0,60}|(?<=[.!?])\s?\(\d\d?/\d\d?\)",
        r"\b(?:Foto|FOTO)(?:\s?:\s[^:]{2,50}|\s(?:oleh|by)\s[A-Z][\w.' ]{2,40})",
    )
    + r"[\s.|]*$"
)


_OFFICE_CREDIT = re.compile(
    r"\((?:[Hh]umas|HUMAS|[Pp]rokop?im|(?:[Dd]is)?[Kk]ominfo)\b[^()]{0,40}\)$"
)


_CREDIT_FIRST = re.compile(
    r"(?:[\w-]+\.(?i:com|id|co\.id|net)|[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})\s?/\s?"
    r"(?:[A-Z][\w.'’]*\s){0,5}?(?P<shown>[A-Z]{4,}(?:\s[A-Z]{3,}){0,4})\s?[-–—:]\s"
)


def is_caption(line: Line, _: str) -> bool:
    """A line in a picture's block, below a picture, or that ends as credits do; no dateline."""
    text = line.text
    pictured = (
        line.image
        and line.tag not in SUB_HEADINGS
        and (_is_short(line) or _PICTURE_CREDIT.search(text))
    )
    if not pictured and text.endswith(")") and line.element is not None:
        pictured = is_below_picture(line.element) and _PICTURE_CREDIT.search(text)
    if not pictured and len(text) <= _FRAMED and line.element is not None and len(line.element):
        pictured = is_small_print(line.element, text) and is_below_picture(line.element)
    if not pictured and line.image and len(text) <= _FRAMED:
        pictured = _OFFICE_CREDIT.search(text)
    framed = False
    if line.image and not pictured and len(text) <= _FRAMED and line.element is not None:
        framed = line.tag not in SUB_HEADINGS and is_framed(line.element, text)
    found = pictured or framed or ends_in_credit(text)
    shown = bool(found) and (_is_led(text, framed) or not opens_story(text))
    return shown or _opens_with_credit(text)


def _opens_with_credit(text: str) -> bool:
    """Opens with who took a picture and what it shows: "Koran Reka/Ani Contoh RAPAT - Bupati …"."""
    credit = _CREDIT_FIRST.match(text) if "/" in text[:_SHORT] else None
    return credit is not None and not is_place(credit["shown"])


def _is_led(text: str, framed: bool) -> bool:
    """Opens with what it shows and with no place: "BERISIKO: Petani …", "RAPAT - Warga …"."""
    head, mark, _ = text.partition(" - " if framed and " - " in text else ": ")
    words = head.replace(" ", "").isalpha() if framed else head.isalpha()
    return bool(mark) and len(head) < _SHORT and words and not is_place(head)


def _is_short(line: Line) -> bool:
    """A few words that head nothing, be it in bold."""
    return len(line.text) < _SHORT and line.text[-1] != ":" and line.bold < _BOLD


def ends_in_credit(text: str) -> bool:
    """Whether it ends as what tells of a picture does: "Warga antre. (Foto: Reka/Ani)"."""
    # A look at the marks first: nearly every paragraph ends without any.
    end = text[-_CREDIT:]
    first = max(0, len(text) - _CREDIT)
    if "--" in end or "©" in end or "Foto" in end or "FOTO" in end:
        return _CAPTION_END.search(text, first) is not None
    last = end.rstrip(". |")[-1:]
    if last == ")":
        return _CAPTION_END.search(text, max(first, text.rfind("(") - 1)) is not None
    return last in ("-", "–") and _CAPTION_END.search(text, first) is not None
