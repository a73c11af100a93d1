"""How an office of BPJS Ketenagakerjaan is named: words of its kind and the agency, then a place.

The words come in any order: "Kepala Cabang BPJS Ketenagakerjaan", "BPJS TK Kantor Cabang (Kacab)".
"""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from pipelines.facts.person_names import is_derived_noun
from pipelines.facts.prose import Heads, Phrase, Phrases, Prose, data_words
from pipelines.facts.role_ends import ROLE_FIRST_WORDS
from pipelines.regions import province_called, region_names

_AGENCY = (
    r"(?:(?:b[pj]{2}s|bpsj|pbjs)\s?-?\s?(?:kete\w{2,5}kerja\w{1,4}|tenaga\s?kerja|naker|tk)|bp\s?jamsostek|"
    r"bpjs\s?jamsostek|bpjstk|bpjsk|jamsostek|(?:badan\s+)?penyelenggara(?:an)?\s+jaminan\s+sosial"
    r"\s+(?:\(bpjs\)\s+)?(?:ketenagakerjaan|tenaga\s+kerja)|bpjs(?!\s?-?\s?kes))"
)
_KINDS = (
    ("Kantor Cabang Utama", ("utama",)),
    ("Kantor Cabang Perintis", ("perintis",)),
    ("Kantor Cabang Pembantu", ("pembantu", "kcp")),
    ("Kantor Cabang", ("cabang", "kacab", "kancab", "kakacab", "cab", "kc")),
    ("Kantor Wilayah", ("wilayah", "kanwil", "kakanwil", "deputi")),
)
"""The kinds of offices, the closest first, each with the words that tell it."""

_REGIONAL = "Kantor Wilayah"
_RANKS = {word: rank for rank, (_, words) in enumerate(_KINDS) for word in words}
_LETTERS = re.compile("[a-z]+")
_WORD = (
    r"kepala|pimpinan|deputi\s+direktur|kantor|cabang|utama|pembantu|perintis|wilayah|perwakilan|"
    r"kacab|kancab|kakacab|kanwil|kakanwil|kcp|kc|cab\.?|kelas\s+\w{1,3}|untuk|area"
)
_IN_BRACKETS = r"(?:\s?\((?:ka?\w{1,7}|bpjs[^()\n]{0,17}|bp\s?jamsostek|jamsostek)\))?"
_LEVEL = r"(?:(?:(?P<level>Provinsi|Kabupaten|Kota)|kab\.?|prov\.?|regional)\s+)?"
_OFFICE = re.compile(
    rf"\b(?P<words>(?:(?:(?P<agency>{_AGENCY})|{_WORD}){_IN_BRACKETS}(?:\s+|(?<=\.))){{1,7}})"
    rf"{_LEVEL}(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:kepala|pimpinan|kakacab|kacab|kakanwil|deputi)\b", re.IGNORECASE)
_HEADS = Heads(data_words("office_first_words.txt"))
_LISTED = re.compile(r",\s(?:(?:dan|serta)\s)?|\s?[-–—/]\s?|,?\s+(?:dan|serta|&)\s+|\s(?=[A-Z])")
_AND = re.compile(r"\s(?:dan|serta|&)\s|\s?[-–—/]\s?")
_HYPHEN = re.compile(r"\s?[-–—/]\s?")
_NAME_GOES_ON = re.compile(r"\s[A-Z]")
_TOWN = re.compile(
    r"(?P<town>(?:(?:Tanjung|Muara|Sungai|Kota|Lubuk|Pangkalan|Bagan|Batu|Kuala|Teluk|Ujung|Pulau|"
    r"Bukit|Labuan|Rantau|Tebing|Bandar|Kayu|Pasir|Gunung|Simpang|Air)\s)?"
    r"(?!BPJS|Jamsostek|Ketenagakerjaan|Naker|Tenaga|Pembantu|Utama|Perintis)[A-Z][a-z]{3,}"
    r"|[A-Z][a-z]+\s[A-Z][a-z]+(?=,))(?=[,.)\n]|\s(?:[a-z]|\(|(?:Drs?|Dra|Ir)\b))"
)
_ACTS = re.compile(r"\s(?:me[a-z]{3,}|ber[a-z]{3,}|hadir|ikut|turut)\b")
_PART_OF_A_TOWN = re.compile(
    r"\s(?P<part>[A-Z][a-z]{2,}),\s(?P<next>[A-Z][a-z]{2,})(?:\s[A-Z][\w.'’]*){0,4}(?:,|\s[a-z])"
)
_NO_NAMES = ROLE_FIRST_WORDS | {"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"}
_RAYA = " Raya"
_BUILDING = re.compile(r"\b(?:plaza|menara|gedung|graha|wisma)\s$", re.IGNORECASE)
_ANOTHER_BODY = re.compile(
    r"\b(?:kesehatan,?\s$|(?:bank|b[rn]i|bpd|bsi|pt|pegadaian|taspen|pln|pos|bulog|raharja|pwi|ikatan|"
    r"persatuan|himpunan|kejaksaan)\b[^,.;:()\n]{0,24}$)"
)
_NEAR = 60


class Named(NamedTuple):
    """An office as it is printed once.

    kind: None where only the place is told. level: "Kota" before the place, "" where not printed.
    first: the place as the lists have it, of several the first, None where no list has it.
    head: whether it is told by its head. agency: what the agency is called, None where it is not
    named with the office. near: whether it is named close by.
    """

    kind: str | None
    level: str
    place: str
    first: str | None
    head: bool
    agency: str | None
    near: bool
    start: int
    end: int


@cache
def _places() -> Phrases[str]:
    branches = files("pipelines").joinpath("data", "branches.txt").read_text(encoding="utf-8")
    names = {name.lower(): name for name in (*region_names(), *branches.split("\n")) if name}
    return Phrases((name, name) for name in names.values())


@lru_cache(maxsize=8)
def find_places(prose: Prose) -> tuple[Phrase[str], ...]:
    """Regions and branch towns, by name alone."""
    return tuple(_places().find(prose))


@cache
def _regions() -> frozenset[str]:
    return frozenset(region_names())


def offices_named(prose: Prose) -> list[Named]:
    """Every place in a text where an office of the agency is named."""
    found = prose.matches_at(prose.places_of(_HEADS), _OFFICE)
    return [named for match in found if (named := _named(prose, match))]


def specificity(kind: str) -> int:
    """Number of a kind of office, the closest first."""
    return next(rank for rank, (name, _) in enumerate(_KINDS) if name == kind)


def _named(prose: Prose, match: re.Match[str]) -> Named | None:
    words = match["words"].lower()
    kind, head, agency = _kind_told(words), bool(_HEAD.match(words)), match["agency"]
    near = agency is not None or _is_near(prose, match)
    other = agency is None and (kind is None or _is_another_body(prose, match))
    place = None if other or not (near or head) else _place_told(prose, match, kind, head)
    if place is None or (kind is None and _is_a_building(prose.text, match.start())):
        return None
    start, end = place
    found = _places().at(prose, start)
    first = found.value if found else None
    return Named(
        kind=None if first and _is_only_where(words, first) else kind,
        level=(match["level"] or "").title(),
        place=" ".join(prose.text[start:end].split()),
        first=first,
        head=head,
        agency=agency,
        near=near,
        start=match.start(),
        end=end,
    )


def _place_told(
    prose: Prose, match: re.Match[str], kind: str | None, head: bool
) -> tuple[int, int] | None:
    """Offsets of the place: a known one, or a town that no list has behind the agency's branch."""
    place = _place_at(prose, match.end(), kind, head)
    if place or not match["agency"] or kind in (None, _REGIONAL):
        return place
    town = _TOWN.match(prose.text, match.end())
    if town is None or (head and _ACTS.match(prose.text, town.end())):
        return None  # the head's own name, as like as not
    return town.span("town")


def _kind_told(words: str) -> str | None:
    told = [_RANKS[word] for word in _LETTERS.findall(words) if word in _RANKS]
    return _KINDS[min(told)][0] if told else None


def _is_only_where(words: str, place: str) -> bool:
    """Whether "wilayah" before a town makes no regional office: "BPJS TK wilayah Kudus"."""
    regional = "kantor" in words or _kind_told(words.replace("wilayah", "")) is not None
    return "wilayah" in words and not regional and _is_a_town(place)


def _is_a_town(place: str) -> bool:
    return place in _regions() and not province_called(place)


def _is_near(prose: Prose, match: re.Match[str]) -> bool:
    """Whether the agency is named close by."""
    window = prose.lower[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    return "bpjs" in window or "jamsostek" in window


def _is_another_body(prose: Prose, match: re.Match[str]) -> bool:
    """Whether a branch without the agency's name is a bank's: "Bank Maju Cabang Kudus"."""
    return bool(_ANOTHER_BODY.search(prose.lower, max(0, match.start() - _NEAR), match.start()))


def _is_a_building(text: str, offset: int) -> bool:
    """Whether the agency's name is that of a house: "Plaza BPJAMSOSTEK Jakarta"."""
    return bool(_BUILDING.search(text, max(0, offset - 8), offset))


def _place_at(prose: Prose, offset: int, kind: str | None, head: bool) -> tuple[int, int] | None:
    """Offsets of the place that begins here, of several all that are one office's."""
    first = _places().at(prose, offset)
    if first is None:
        return None
    end = first.end + len(_RAYA) * prose.text.startswith(_RAYA, first.end)
    within = _within(prose, first, end) if kind != _REGIONAL else None
    if within is not None:
        return offset, within
    joints = _LISTED if kind == _REGIONAL else _AND if kind and head else _HYPHEN
    while further := _further(prose, end, first, joints):
        end = further.end
    return offset, end


def _within(prose: Prose, first: Phrase[str], end: int) -> int | None:
    """Where a second place ends that tells the first more closely: "Papua Mimika"."""
    second = _places().at(prose, end + 1) if prose.text[end : end + 1] == " " else None
    if second is None:
        part = _PART_OF_A_TOWN.match(prose.text, end)
        if part is None or not _is_a_town(first.value):
            return None
        following = part["next"]
        name = following.lower() not in _NO_NAMES and not is_derived_noun(following)
        return part.end("part") if name else None
    if province_called(first.value):
        return second.end
    goes_on = _NAME_GOES_ON.match(prose.text, second.end)
    return second.end if first.value in _regions() and not goes_on else None


def _further(
    prose: Prose, end: int, first: Phrase[str], joints: re.Pattern[str]
) -> Phrase[str] | None:
    """The next place of an office that has several; two provinces are one office's anyhow."""
    if joint := joints.match(prose.text, end):
        return _places().at(prose, joint.end())
    joint = _AND.match(prose.text, end) if province_called(first.value) else None
    further = _places().at(prose, joint.end()) if joint else None
    return further if further and province_called(further.value) else None
