"""Whether two names are of one body: "KONI Sumsel" and "Komite Olahraga … Sumatera Selatan"."""

import re
from collections.abc import Iterator
from functools import cache

from pipelines.facts.prose import Phrases, Prose, data_lines
from pipelines.regions import find_regions

_LEVEL = re.compile(r"\b(?:kabupaten|kota|provinsi) (?=\d)")
_WORD = re.compile(r"\w+")


def party_of(government_code: str | None, counterpart: str | None) -> str:
    """Who agreed with the agency, as one comparable word; "" when nobody is named."""
    if government_code:
        return government_code
    key = body_key(counterpart or "")
    return f"c:{key}" if key else ""


def body_key(name: str) -> str:
    """The name in small letters, well-known bodies by their short form, regions by their code.

    A region that two share, and that the name does not tell apart, keeps its words.
    """
    prose = Prose(name)
    parts, end = [], 0
    for start, until, said in sorted(_replaced(prose)):
        if start >= end:
            parts += [prose.lower[end:start], said]
            end = until
    words = " ".join(_WORD.findall(" ".join((*parts, prose.lower[end:]))))
    return _LEVEL.sub("", words)


def _replaced(prose: Prose) -> Iterator[tuple[int, int, str]]:
    for found in _long_forms().find(prose):
        yield found.start, found.end, found.value
    for mention in find_regions(prose):
        if mention.code is not None:
            yield mention.start, mention.end, mention.code.replace(".", "")


@cache
def _long_forms() -> Phrases[str]:
    rows = data_lines("short_forms.tsv")
    return Phrases((long, short) for short, forms in rows for long in forms.split("|"))
