"""A body's name as its story prints it in full: "KONI" of a headline is "KONI Papua Barat"."""

import re
from collections.abc import Iterable, Iterator

from pipelines.facts.institutions import FREELY_NAMED, LISTED, Institution, find_institutions
from pipelines.facts.office_names import find_places
from pipelines.facts.prose import Prose, read_prose
from pipelines.regions import RegionMention, find_regions

_LEVELS = {"kabupaten", "kab", "kota", "provinsi"}
_WITH_A_TAIL = ("village", "campus")


def full_name(one: Institution, prose: Prose, joined: Iterable[Institution]) -> str:
    """What a headline names in short as the text names it.

    joined: the institutions that the text joins with the agency, of which a bare one is the first.
    """
    named = _further_named(one, find_institutions(prose))
    if one.bare:
        first = next((other.name for other in _further_named(one, joined)), one.name)
        return _with_its_place(first, one, prose)
    if one.kind not in FREELY_NAMED:
        same = (other.name for other in named if _of_one_place(other.name, one.name))
        return _with_its_place(next(same, one.name), one, prose)
    name = _as_far_as_printed(one.name, prose)
    words = _own_words(name)
    shared = [(len(words & _own_words(other.name)), other.name) for other in named]
    most, best = max(shared, key=lambda pair: pair[0], default=(0, name))
    same_body = most and most * 2 >= len(words) and not best.endswith(f" {name}")
    return written_out(best if same_body else name, prose)


def _longest_form(name: str, place: RegionMention, one: Institution, prose: Prose) -> str:
    """The place of a body as the text prints it in full beside another of its names."""
    forms = [name[place.start : place.end]]
    for other in _further_named(one, find_institutions(prose)):
        for found in find_regions(read_prose(other.name)):
            if found.code == place.code:
                forms.append(other.name[found.start : found.end])
    return max(forms, key=len)


def name_in_text(one: Institution, prose: Prose) -> str:
    """The name of an institution of the text; without its place, with the only one it is told."""
    if one.bare and (place := _place_of_the_list(one, prose)):
        return f"{one.name} {place}"
    return _without_what_is_left_out(_with_its_place(one.name, one, prose), one.kind, prose)


def _place_of_the_list(one: Institution, prose: Prose) -> str | None:
    """The place told by the last of a list: "Kejaksaan Tinggi dan Kejaksaan Negeri se-Maluku"."""
    end = one.end
    for other in find_institutions(prose):
        if other.start < end:
            continue
        if not LISTED.fullmatch(prose.text, end, other.start):
            return None
        place = next(iter(find_regions(read_prose(other.name))), None)
        if place:
            return other.name[place.start : place.end]
        end = other.end
    return None


def _without_what_is_left_out(name: str, kind: str, prose: Prose) -> str:
    """A village without the person after it, a campus without its town, if it is named so too."""
    shorter, _, last = name.rpartition(" ")
    if kind not in _WITH_A_TAIL or (kind != "village" and not find_places(read_prose(last))):
        return name
    printed = shorter.removeprefix("Pemerintah ")
    named_so = " " in printed and re.search(rf"{re.escape(printed)}(?!\w|\s[A-Z(])", prose.text)
    return shorter if named_so else name


def _with_its_place(name: str, one: Institution, prose: Prose) -> str:
    """A name written out, and with its place where the text names the body with only one."""
    name = written_out(name, prose)
    if one.kind in FREELY_NAMED:
        return name
    if place := next(iter(find_regions(read_prose(name))), None):
        return name[: place.start] + _longest_form(name, place, one, prose) + name[place.end :]
    named = _further_named(one, find_institutions(prose))
    fuller = {other.name for other in named if other.name.startswith(f"{name} ")}
    return fuller.pop() if len(fuller) == 1 else name


def written_out(name: str, prose: Prose) -> str:
    """A name in its long form, where the text tells it: "KPU Jambi" by "Komisi … (KPU) Jambi"."""
    short, _, rest = name.partition(" ")
    for one in find_institutions(prose):
        if one.short and one.long and one.short.lower() == short.lower():
            same = not one.bare and (not rest or _of_one_place(one.name, name))
            return one.name if same else f"{one.long} {rest}".rstrip()
        if one.short and not one.bare and _ends_with_its_short_form(name, one):
            return one.name
        if _is_initialism(short, rest, one.name.split()):
            return one.name
    return name


def _ends_with_its_short_form(name: str, one: Institution) -> bool:
    """Whether a name is of one that it shortens at its end: "Bank Syariah BEJ"."""
    head, _, last = name.rpartition(" ")
    return bool(head) and last == one.short and one.name.startswith(f"{head} ")


def _is_initialism(short: str, rest: str, words: list[str]) -> bool:
    """Whether a name is another by the initials of its first words: "PP Muhammadiyah"."""
    first, further = words[: len(short)], words[len(short) :]
    initials = "".join(word[0] for word in first)
    return len(first) > 1 and short == initials and rest.split() == further


def _as_far_as_printed(name: str, prose: Prose) -> str:
    """A headline's name without the verbs that follow it: as many words as the text prints."""
    prefix = "Pemerintah " if name.startswith("Pemerintah ") else ""
    words = name.removeprefix(prefix).split()
    for count in range(len(words), 1, -1):
        beginning = " ".join(words[:count])
        if beginning.lower() in prose.lower:
            return prefix + beginning
    return name


def _of_one_place(name: str, other: str) -> bool:
    """Whether a name is of the place that another tells, however written: "KONI Jateng"."""
    if name == other:
        return True
    here, told = (find_regions(read_prose(n)) for n in (name, other))
    if any(found.code is None for found in told):
        return {found.bare_name for found in here} == {found.bare_name for found in told}
    return not told or {found.code for found in here} == {found.code for found in told}


def _further_named(one: Institution, others: Iterable[Institution]) -> Iterator[Institution]:
    """Institutions of the same kind that are told from others of it."""
    return (other for other in others if other.kind == one.kind and not other.bare)


def _own_words(name: str) -> set[str]:
    """The words of a name that tell it from others of its kind."""
    return set(name.lower().split()[1:]) - _LEVELS
