"""Persons listed after one office: "anggota Komisi V di antaranya Budi, Toha, dan Sri Ayu"."""

import re
from collections.abc import Iterator

from pipelines.facts.person_names import name_at

_MEMBERS = re.compile(r"anggota\b", re.IGNORECASE)
_JOINT = re.compile(r",?\s(?P<last>dan|serta)\s|,\s")
_GOES_ON = re.compile(r",\s|\s(?:dan|serta)\s")
_DEGREE = re.compile(r",\s(?:[A-Z][A-Za-z]{0,3}\.\s?|[A-Z]{2,3}\b)+(?=[,\n]|\s[a-z]|$)")
_MOST = 40


def names_after(
    text: str, role: str, end: int, places: dict[int, int]
) -> Iterator[tuple[str, int]]:
    """Further persons of a plural office as (name, end), as far as only names follow."""
    if not _MEMBERS.match(role):
        return
    for _ in range(_MOST):
        degree = _DEGREE.match(text, end)
        joint = _JOINT.match(text, degree.end() if degree else end)
        named = name_at(text, joint.end(), places) if joint else None
        if named is None or joint is None:
            return
        if not (joint["last"] or _GOES_ON.match(text, named[2])):
            return
        name, _, end = named
        yield name, end
