"""Which institutions agree with the agency, where the other side is no regional government."""

from collections import Counter

from pipelines.facts.agency import AGENCY_NEAR
from pipelines.facts.bodies import body_key
from pipelines.facts.full_names import full_name, name_in_text
from pipelines.facts.institutions import Institution, find_institutions
from pipelines.facts.joints import IS_URGED, joined_in_headline, joined_in_text, listed_with
from pipelines.facts.prose import DATELINE_END, Prose, read_prose

_OFTEN = 3


def counterparts_of(title: str, prose: Prose) -> tuple[str, ...]:
    """The institutions that the headline, the lead or a sentence of agreeing joins with the agency.

    More than one only where the text lists them together: "Kejari X dan Kejari Y".
    """
    in_title = next(joined_in_headline(read_prose(title)), None)
    if in_title:
        first = _longest_printed(full_name(in_title, prose, joined_in_text(prose)), prose)
        return (first, *_others_alike(in_title, first, prose))
    called = (one for one in find_institutions(prose) if _is_called(one, title))
    joined = next(called, None) or next(joined_in_text(prose), None)
    listed = listed_with(joined, prose) if joined else ()
    names = tuple(
        dict.fromkeys(_longest_printed(name_in_text(one, prose), prose) for one in listed)
    )
    return names + _others_alike(joined, names[0], prose) if joined and len(names) == 1 else names


def _others_alike(party: Institution, name: str, prose: Prose) -> tuple[str, ...]:
    """The prosecutors' offices that agree beside the one named first, where the text lists them."""
    if party.kind != "law":
        return ()
    joined = (one for one in joined_in_text(prose) if one.kind == "law")
    lists = ([one for one in listed_with(first, prose) if not one.bare] for first in joined)
    listed = next((some for some in lists if len(some) > 1), [])
    names = dict.fromkeys(name_in_text(one, prose) for one in listed if one.kind == "law")
    return tuple(other for other in names if body_key(other) != body_key(name))


def _longest_printed(name: str, prose: Prose) -> str:
    """The longest that a story prints of a body's names: "Kementerian Agama" of "Kemenag"."""
    named = dict.fromkeys(one.name for one in find_institutions(prose))
    longer = [other for other in named if len(other) > len(name) and other[0] == name[0]]
    same = [other for other in longer if body_key(other) == body_key(name)]
    return max(same, key=len, default=name)


def _is_called(one: Institution, title: str) -> bool:
    """Whether a headline begins with the short form: "Pupuk Kaltim Tanggung …" by "PT … (…)"."""
    begins = bool(one.short) and title.lower().startswith(f"{one.short} ".lower())
    return begins and not IS_URGED.match(title, len(one.short or ""))


def opening_institution(prose: Prose) -> str | None:
    """The institution that a story begins with, where its paragraph names the agency too."""
    dateline = DATELINE_END.match(prose.text)
    start = dateline.end() if dateline else 0
    first = next((one for one in find_institutions(prose) if one.start >= start), None)
    if first is None or first.start != start or first.kind == "council" or first.bare:
        return None
    if IS_URGED.match(prose.text, first.end):
        return None
    further = (offset for offset in prose.paragraph_starts if offset > start)
    agency = AGENCY_NEAR.search(prose.text, first.end, next(further, len(prose.text)))
    return first.name if agency else None


def only_institution(prose: Prose) -> str | None:
    """The one institution that a story names, and names again: whose people are covered."""
    named = [one.name for one in find_institutions(prose) if not one.bare]
    named = [_longest_printed(name, prose) for name in named]
    shortest = min(named, key=len, default="")
    short = next((one.short for one in find_institutions(prose) if one.short), None)
    times = len(named) + (prose.text.count(f" {short} ") if short else 0)
    again = times >= _OFTEN and all(name.startswith(shortest) for name in named)
    return Counter(named).most_common(1)[0][0] if again else None
