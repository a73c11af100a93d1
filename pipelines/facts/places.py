"""Where places stand in a text: those of the lists, and those that only the text tells of."""

import re
from collections.abc import Iterator
from itertools import islice

from pipelines.facts.office_names import find_places
from pipelines.facts.prose import MAX_READ, Heads, Prose

_BEFORE = Heads({"kabupaten", "pemkab", "pemkot", "pemko", "pemprov", "kecamatan"})
_NAMED = re.compile(
    r"[A-Z]\w+\s(?P<name>[A-Z][a-z]{3,}(?:\s[A-Z][a-z]{2,}){0,2})(?=[,.)]|\s(?:[a-z]|\())"
)
_MOST = 12
"""So many unlisted places are looked for throughout a text."""


def places_in(prose: Prose) -> dict[int, int]:
    """The end of each place by its start; "Elok Jati" too, after "Kecamatan Elok Jati"."""
    listed = {place.start: place.end for place in find_places(prose)}
    told = prose.matches_at(prose.places_of(_BEFORE), _NAMED)
    names = dict.fromkeys(one["name"] for one in told if one.start("name") not in listed)
    unlisted = {
        start: start + len(name)
        for name in islice(names, _MOST)
        for start in _starts_of(name, prose.text)
    }
    return unlisted | listed


def _starts_of(name: str, text: str) -> Iterator[int]:
    """Where a name stands as whole words."""
    start = text.find(name, 0, MAX_READ)
    while start >= 0:
        end = start + len(name)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start
        start = text.find(name, end, MAX_READ)
