"""Which institution agrees with the agency: the one beside it in the agreeing sentence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile

from pipelines.facts.agency import AGENCY_NEAR
from pipelines.facts.institutions import (
    FREELY_NAMED,
    Institution,
    find_institutions,
)
from pipelines.facts.prose import Prose, read_prose
from pipelines.regions import find_regions

DATELINE_END = re.compile(r"[^\n]{0,70}?\s?(?:[–—|]|--|-(?=\s)|(?<=[a-z)])-(?=[A-Z]))\s?")
_AN_OFFICE_OF = re.compile(
    r"\b(?:dinas|bidang|badan|kadis|sekretariat|sekretaris|setwan)\s+(?:(?!pengurus)\w+,?\s+)?$",
    re.IGNORECASE,
)
_HEAD_OF = re.compile(
    r"\b(?:rektor|dekan|direktur(?:\s+utama)?|dirut|ketua|kepala|pimpinan|manajer)\s+$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"\b(?:dan|dengan|bersama|gandeng|menggandeng|teken|kerja\s?sama|antara|sinergi|jalin|&)\b|[-–,]",
    re.IGNORECASE,
)
_SIGNED_WITH = re.compile(
    r"tanda\s?tangan|nandatangan|teken|\bpks\b|\bmou\b|perjanjian|nota\s+kesep|kerja\s?sama"
)
_COVERS = re.compile(
    r"\b(?:mendaftarkan|daftarkan|melindungi|lindungi|mengikut(?:sert)?akan|ikut(?:sert)?akan|"
    r"membiayai|biayai|menanggung|tanggung|membayar(?:kan|i)?|bayar(?:kan|i)?|menjamin|jamin)\b",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"(?:kerja\s?sama|\bpks|\bmou|kesepa\w+|perjanjian|sinergi|kolaborasi|gandeng)\)?(?:\s\(\w+\))?"
    r"\s(?:dengan|bersama)\s(?-i:(?:Lembaga|Fakultas|Pusat|Majelis|Biro)\s[\w\s()]{3,70}\s)?$",
    re.IGNORECASE,
)
_TAKES_PART = re.compile(
    r"\b(?:(?:hadir|dihadiri|disaksikan|menyaksikan)\b[^.\n]*|"
    r"(?:tindak\s?lanjut|menindaklanjuti|sebelumnya)\b[^.,\n]*)$"
)
_LEVELS = {"kabupaten", "kab", "kota", "provinsi"}
_PARAGRAPHS = 4
_OFTEN = 3


def counterpart_of(title: str, prose: Prose) -> str | None:
    """The institution that the headline, the lead or a signing sentence joins with the agency."""
    in_title = next(_joined(read_prose(title), headline=True), None)
    if in_title:
        return written_out(_as_text_names(in_title, prose), prose)
    called = (one.name for one in find_institutions(prose) if _is_called(one, title))
    joined = next(called, None) or next((one.name for one in _joined_in_text(prose)), None)
    return written_out(joined, prose) if joined else None


def _is_called(one: Institution, title: str) -> bool:
    """Whether a headline begins with the short form: "Pupuk Kaltim Tanggung …" by "PT … (…)"."""
    return bool(one.short) and title.lower().startswith(f"{one.short} ".lower())


def written_out(name: str, prose: Prose) -> str:
    """A name in its long form, where the text tells it: "KPU Jambi" by "Komisi … (KPU) Jambi"."""
    short, _, rest = name.partition(" ")
    for one in find_institutions(prose):
        if one.short and one.long and one.short.lower() == short.lower():
            same = not one.bare and (not rest or _of_one_place(one.name, name))
            return one.name if same else f"{one.long} {rest}".rstrip()
        if _is_initialism(short, rest, one.name.split()):
            return one.name
    return name


def _is_initialism(short: str, rest: str, words: list[str]) -> bool:
    """Whether a name is another by the initials of its first words: "PP Muhammadiyah"."""
    first, further = words[: len(short)], words[len(short) :]
    initials = "".join(word[0] for word in first)
    return len(first) > 1 and short == initials and rest.split() == further


def opening_institution(prose: Prose) -> str | None:
    """The institution that a story begins with, where its sentence names the agency too."""
    dateline = DATELINE_END.match(prose.text)
    start = dateline.end() if dateline else 0
    first = next((one for one in find_institutions(prose) if one.start >= start), None)
    if first is None or first.start != start or first.kind == "council" or first.bare:
        return None
    agency = AGENCY_NEAR.search(prose.text, first.end, prose.sentence_at(start)[1])
    return first.name if agency else None


def only_institution(prose: Prose) -> str | None:
    """The one institution that a story names, and names again: whose people are covered."""
    named = [one.name for one in find_institutions(prose) if not one.bare]
    shortest = min(named, key=len, default="")
    again = len(named) >= _OFTEN and all(name.startswith(shortest) for name in named)
    return Counter(named).most_common(1)[0][0] if again else None


def _joined_in_text(prose: Prose) -> Iterator[Institution]:
    starts = prose.paragraph_starts
    end = starts[_PARAGRAPHS] if len(starts) > _PARAGRAPHS else len(prose.text)
    for one in takewhile(lambda one: one.start < end, _joined(prose)):
        lead = prose.paragraph_of(one.start) == 0
        if lead or _SIGNED_WITH.search(prose.lower, *prose.sentence_at(one.start)):
            yield one


def _joined(prose: Prose, headline: bool = False) -> Iterator[Institution]:
    """Institutions that a sentence joins with the agency, or that a headline begins with."""
    text = prose.text
    for one in find_institutions(prose, headline):
        start, end = (0, len(text)) if headline else prose.sentence_at(one.start)
        before = text[max(start, one.start - 90) : one.start]
        if _AN_OFFICE_OF.search(before[-24:]) or (one.kind == "council" and not headline):
            continue
        if one.kind in FREELY_NAMED and (one.bare or _HEAD_OF.search(before[-24:])):
            continue
        if not headline and _TAKES_PART.search(prose.lower, start, one.start):
            continue
        after = text[one.end : min(end, one.end + 90)]
        beside_before = AGENCY_NEAR.search(before) and _JOIN.search(before[-40:])
        beside_after = AGENCY_NEAR.search(after) and (
            _JOIN.search(after[:70]) or _COVERS.search(after)
        )
        if _PARTNER.search(before):
            beside_before = AGENCY_NEAR.search(text, start, end)
        if beside_before or beside_after or (headline and not before.strip()):
            yield one


def _as_text_names(one: Institution, prose: Prose) -> str:
    """What a headline names in short as the text names it: "KONI" is "KONI Papua Barat"."""
    named = [other.name for other in _further_named(one, find_institutions(prose))]
    if one.bare:
        joined = (other.name for other in _further_named(one, _joined_in_text(prose)))
        names = {name for name in named if name.startswith(f"{one.name} ")}
        return next(joined, names.pop() if len(names) == 1 else one.name)
    if one.kind not in FREELY_NAMED:
        return next((name for name in named if _of_one_place(name, one.name)), one.name)
    words = _own_words(one.name)
    shared = [(len(words & _own_words(name)), name) for name in named]
    most, best = max(shared, key=lambda pair: pair[0], default=(0, one.name))
    same = most and most * 2 >= len(words) and not best.endswith(f" {one.name}")
    return best if same else one.name


def _of_one_place(name: str, other: str) -> bool:
    """Whether a name is of the place that another tells, however written: "KONI Jateng"."""
    if name == other:
        return True
    here, told = ({found.code for found in find_regions(read_prose(n))} for n in (name, other))
    return not told or here == told


def _further_named(one: Institution, others: Iterable[Institution]) -> Iterator[Institution]:
    """Institutions of the same kind that are told from others of it."""
    return (other for other in others if other.kind == one.kind and not other.bare)


def _own_words(name: str) -> set[str]:
    """The words of a name that tell it from others of its kind."""
    return set(name.lower().split()[1:]) - _LEVELS
