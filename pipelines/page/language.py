"""Which language a text is in."""

from string import ascii_lowercase

_LETTERS = bytes(ord(c) if c in ascii_lowercase else ord(" ") for c in map(chr, range(256)))
_INDONESIAN = (
    "yang dan di ini itu dengan untuk dari dalam tidak akan pada juga ke oleh karena ada bisa "
    "saat telah para sebagai kepada tersebut kata mereka kami kita atau agar"
)
_ENGLISH = (
    "the of and to in is that for it as was with be by on not he his but are this from have "
    "which they were their has had will would an at"
)
_COMMON = {
    "id": frozenset(_INDONESIAN.encode().split()),
    "en": frozenset(_ENGLISH.encode().split()),
}
_OLD_CODES = {"in": "id"}


def language_of(text: str, declared: str) -> str | None:
    """Two-letter code: what the words say, else what the page declares, else None.

    declared: the lang attribute; many Indonesian sites still carry a theme's "en-US".
    """
    words = text[:1000].lower().encode("ascii", "replace").translate(_LETTERS).split()
    counts = {code: sum(map(common.__contains__, words)) for code, common in _COMMON.items()}
    best = max(counts, key=lambda code: counts[code])
    if len(words) >= 20 and counts[best] >= 0.06 * len(words):
        return best
    code = declared[:2].lower()
    return _OLD_CODES.get(code, code) if len(code) == 2 and code.isalpha() else None
