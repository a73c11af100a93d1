"""Persons named before their office: "Andi Rauf, Kepala Dinas …", "Venita selaku Kepala …"."""

import re

from pipelines.facts.person_names import name_at

_WINDOW = 90
_OPENS = (
    r"(?:^|\n|[.!?”\"]\s+|(?:^|\n)[A-Z][\w.,/ ]{2,40}\s[–—-]{1,2}\s|"
    r"\b(?:dihadiri|didampingi|disaksikan|[Mm]enurut|kata|ujar|ucap|tutur|oleh|"
    r"di(?:benarkan|katakan|sampaikan|ungkapkan|utarakan|tegaskan|paparkan|jelaskan|akui|terima|wakili|"
    r"pimpin|buka|tutup|pandu|moderatori|serahkan)(?:\slangsung)?|"
    r"bersama|jelas|ungkap|yakni|yaitu|adalah|[Hh]adir|[Aa]dapun|[Ss]edangkan|[Ss]ementara)\s|\b(?:itu|tersebut|sama|terpisah|lain),?\s)"
)
_FURTHER = r"\s(?:(?:bin|binti|al|el|de|van|da|dos|la)\s)?[A-Z][\w.'’]*"
_NAME = (
    r"(?P<name>(?!(?:Menurut|Adapun|Sedangkan|Sementara|Hadir)\s)"
    rf"[A-Z][\w.'’]*(?:{_FURTHER}){{0,4}}?)"
)
_RANK = r"(?:[A-Z][a-z]+\.?\s(?:TNI|Pol|POL)\.?\s(?:\([Pp]urn\.?\)\s)?)?"
_DEGREES = r"(?:,\s?(?:[A-Z][\w.]{0,5}\.?))*"
_SET_OFF = re.compile(
    rf"{_OPENS}{_RANK}{_NAME}{_DEGREES}(?P<joint>[,.]{{0,2}}\s+(?:selaku\s+|sebagai\s+)?)$"
)
_LISTED = re.compile(
    rf"^{_DEGREES},\s(?:(?:dan|serta)\s)?{_RANK}(?P<name>[A-Z][\w.'’]*(?:{_FURTHER}){{1,4}}?)"
    rf"{_DEGREES}(?P<joint>,\s)$"
)
_BEFORE_BRACKETS = re.compile(
    rf"(?:[,;]\s|\b(?:dan|serta|[Mm]enurut|kata|ujar|oleh|bersama|yakni|yaitu|hadir|tersebut)\s|^|\n){_NAME}{_DEGREES}"
    r"(?P<joint>\s\()$"
)
_ON_BEHALF = re.compile(rf"(?:[a-z]|,)\s{_NAME}{_DEGREES}(?P<joint>,?\sselaku\s+)$")


def person_before(text: str, offset: int, taken: int) -> tuple[str, int] | None:
    """The name, and where it begins, of who is named right before an office.

    taken: where the person named before ends, whom a list may go on from.
    """
    window = max(0, offset - _WINDOW)
    ahead = text[window:offset]
    found = _SET_OFF.search(ahead) or (ahead.endswith("selaku ") and _ON_BEHALF.search(ahead))
    if not found and ahead.endswith(" ("):
        found = _BEFORE_BRACKETS.search(ahead)
    elif not found and window <= taken and taken:
        window, found = taken, _LISTED.search(text[taken:offset])
    named = name_at(text[:offset], window + found.start("name"), {}) if found else None
    if not found or named is None or not found["name"].endswith(named[0]):
        return None
    alone = " " not in named[0] and not found["joint"].strip()
    return None if alone else (named[0], named[1])
