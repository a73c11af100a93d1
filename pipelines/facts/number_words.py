"""How a number is written: digits grouped by dots, scales, spelled-out and vague words."""

import re

SCALES = {
    "ribu": 1e3, "rb": 1e3, "juta": 1e6, "jt": 1e6, "miliar": 1e9, "milyar": 1e9,
    "milliar": 1e9, "miliyar": 1e9, "m": 1e9, "t": 1e12, "triliun": 1e12,
    "trilyun": 1e12, "triliyun": 1e12,
}  # fmt: skip
ONES = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000,
}  # fmt: skip
VAGUE = {"belasan": 11, "puluhan": 10, "ratusan": 100, "ribuan": 1000, "jutaan": 1_000_000}
ONE_WORD = "|".join(sorted(ONES, key=len, reverse=True))
NUMBER = (
    r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?(?![0-9])|[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])"
    r"|[0-9]+(?:[.,][0-9]+)?(?![0-9])"
)
SCALE = r"(?:ribu|rb|juta|jt|mil[l]?i?[ay]+r|tri[l]+[iy]+un)"


_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}")
_PLAIN = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:[.,][0-9]{1,6})?")


def number(text: str) -> float | None:
    """The value of Indonesian digits ("1.328", "60,70", "1029"); None for "007"."""
    digits = text.strip()
    if _GROUPED.fullmatch(digits):
        return float(digits.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(digits):
        return float(digits.replace(",", ""))
    if _PLAIN.fullmatch(digits):
        return float(digits.replace(",", "."))
    return None


def spelled(words: list[str]) -> float | None:
    """Value of spelled-out digits: dua puluh lima."""
    total, last = 0, 0
    for word in words:
        if word == "belas":
            total += 10
        elif word in ("puluh", "ratus"):
            total += last * (10 if word == "puluh" else 100) - last
        else:
            last = ONES[word]
            total += last
    return float(total) if total else None


def scale_of(name: str | None) -> float:
    """What a scale multiplies by: ribu is a thousand; 1 where there is none."""
    return SCALES.get((name or "").lower(), 1.0 if not name else 1e9)
