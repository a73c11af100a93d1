"""Provinces and kabupaten/kota: names, nicknames, Kemendagri codes, time zones.

`data/regions.tsv` are the 38 provinces and 514 kabupaten/kota of Kepmendagri 300.2.2-2138/2025;
`data/region_nicknames.tsv` what newspapers and former laws call them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from pipelines.facts.prose import Phrase, Phrases, Prose, data_lines, data_words
from pipelines.model import Government, Level

WIB = ZoneInfo("Asia/Jakarta")
WITA = ZoneInfo("Asia/Makassar")
WIT = ZoneInfo("Asia/Jayapura")

_WITA_PROVINCES = {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}

Form = Literal["government", "head", "organ", "place", "bare", "foreign"]
"""How a text speaks of a region: Pemkab X, Bupati X, Dinas … X, Kabupaten X, X; or as a part of
something that is no regional government (Polres X, BPJS Ketenagakerjaan X)."""

_LEVELS: dict[str, Level] = {
    **dict.fromkeys(
        ("kabupaten", "kab", "pemkab", "bupati", "wabup", "wabub", "sekkab", "sekdakab", "regency"),
        "kabupaten",
    ),
    **dict.fromkeys(
        ("kota", "pemkot", "pemko", "walikota", "wawali", "wawalikota", "sekdako", "sekkot"), "kota"
    ),
    **dict.fromkeys(
        ("provinsi", "propinsi", "prov", "pemprov", "gubernur", "wagub", "sekdaprov", "setdaprov"),
        "province",
    ),
}
_GOVERNMENT = {"pemkab", "pemkot", "pemko", "pemprov", "pemda", "pemerintah", "government"}
_HEAD = {"bupati", "walikota", "gubernur", "wabup", "wabub", "wagub", "wawali", "wawalikota"}
_ORGAN = data_words("organ_words.txt")
_FOREIGN = data_words("foreign_words.txt")
_LONGEST_OFFICE = 60
_ELECTED = re.compile(
    r"\b(?:pemilihan|calon)\s(?:(?:gubernur|bupati|wali\s?kota|wakil|dan|serta)\s)+$", re.IGNORECASE
)
"""An office that somebody is elected to."""
_BELOW = frozenset({"kecamatan", "kec", "kelurahan", "kel", "desa", "kapanewon", "dusun"})
"""What is named after these lies in a region and may be called like another."""
_LINKS = {"daerah", "se", "administrasi", "adm", "pj", "plt", "penjabat", "provinsi", "kabupaten"}
_LISTED_ORGAN = re.compile(
    r"\b(?:Dinas|Kadis|Satuan)\s[A-Z]\w+(?:,?\s(?:dan|serta|[A-Z]\w+)){2,12}(?:\sKab\.)?\s$"
)
"""An office named by several fields, whose commas part it from its place."""
_AGENCY = frozenset(
    {"bpjs", "bpjamsostek", "bpjstk", "jamsostek", "ketenagakerjaan", "naker", "tk"}
)
_TO_BRANCH = frozenset(
    {"di", "cabang", "kantor", "wilayah", "kota", "kabupaten", "kab", "provinsi", "daerah", "kcp"}
    | {"pembantu", "perintis", "perwakilan", "utama", "induk", "pusat", "kanwil", "kacab", "unit"}
    | {"area", "regional", "layanan", "dan", "se", "sumbagut", "sumbagsel", "banuspa", "sulama"}
)
"""What may stand between the agency and the place of its office, beside names of places."""
_FIELDS = frozenset({"ketenagakerjaan", "naker", "kesehatan"})
_AGENCY_ENDS = frozenset({"bpjs", "bjps", "bp", "jaminan", "jamsostek", "penyelenggara"})
_NEEDS_TITLE = data_words("ambiguous_names.txt")


def zone_of(province: str | None) -> ZoneInfo:
    """Time zone of a province by its Kemendagri code; WIB for a national outlet."""
    if province is None or province < "50" or province in {"61", "62"}:
        return WIB
    return WITA if province in _WITA_PROVINCES else WIT


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A region in a text. code: None when a name is shared and nothing tells which is meant."""

    start: int
    end: int
    code: str | None
    form: Form
    bare_name: str


@cache
def _regions() -> dict[str, Government]:
    rows = ((code, name) for code, name in data_lines("regions.tsv"))
    return {code: Government(code, name, _level(name)) for code, name in rows}


def region(code: str) -> Government | None:
    """The region of a Kemendagri code ("16", "16.10"), or None."""
    return _regions().get(code)


def all_regions() -> tuple[Government, ...]:
    """The 38 provinces and all 514, in the order of the table."""
    return tuple(_regions().values())


def kabupaten_and_kota() -> tuple[Government, ...]:
    """All 514, in the order of their codes."""
    return tuple(found for found in _regions().values() if found.level != "province")


def _level(name: str) -> Level:
    first = name.split()[0].lower()
    return "province" if first == "provinsi" else "kota" if first == "kota" else "kabupaten"


def bare_name(full: str) -> str:
    """The name without its level: "Ogan Ilir" of "Kabupaten Ogan Ilir"."""
    return full.split(" ", 1)[1].removeprefix("Administrasi ")


def _all_names() -> Iterator[tuple[str, str, bool]]:
    for code, place in _regions().items():
        name = bare_name(place.name)
        spellings = {name, name.replace(" ", ""), name.replace("-", " ")}
        spellings.add(name.removeprefix("Daerah Istimewa "))
        yield from ((spelling, code, False) for spelling in spellings)
    for code, nicknames in data_lines("region_nicknames.tsv"):
        yield from ((nickname, code, True) for nickname in nicknames.split("|"))


@cache
def _called() -> dict[str, frozenset[str]]:
    codes: dict[str, set[str]] = {}
    for name, code, _ in _all_names():
        codes.setdefault(name.lower(), set()).add(code)
    return {name: frozenset(found) for name, found in codes.items()}


def province_called(name: str) -> str | None:
    """The code of a province by any of its names, "Jatim" as well as "Jawa Timur"."""
    return next((code for code in _called().get(name.lower(), ()) if len(code) == 2), None)


def region_called(name: str) -> str | None:
    """The code of a region by any of its names, None for one that several share."""
    codes = _called().get(name.lower(), frozenset())
    return next(iter(codes)) if len(codes) == 1 else None


def region_names() -> tuple[str, ...]:
    """Every spelling of every region, nicknames among them, without its level."""
    return tuple(name for name, _, _ in _all_names())


@cache
def _names() -> Phrases[tuple[tuple[str, bool], ...]]:
    by_name: dict[str, dict[str, bool]] = {}
    for name, code, nick in _all_names():
        by_name.setdefault(name.lower(), {}).setdefault(code, nick)
    return Phrases((name, tuple(codes.items())) for name, codes in by_name.items())


@lru_cache(maxsize=8)
def find_regions(prose: Prose) -> tuple[RegionMention, ...]:
    """Every province and kabupaten/kota that the text names, in order, with the form of speech.

    A shared name (Bogor) is settled by its own words (Pemkot Bogor), else by what the same
    text calls it elsewhere, when that is one and the same.
    """
    raw = [_mention(prose, found) for found in _names().find(prose)]
    mentions = [mention for mention in raw if mention is not None]
    settled: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.code is not None:
            settled.setdefault(mention.bare_name, set()).add(mention.code)
    return tuple(_settle(mention, settled) for mention in mentions)


def _settle(mention: RegionMention, settled: dict[str, set[str]]) -> RegionMention:
    known = settled.get(mention.bare_name, set())
    if mention.code is not None or len(known) != 1:
        return mention
    code = next(iter(known))
    return RegionMention(mention.start, mention.end, code, mention.form, mention.bare_name)


def _mention(prose: Prose, found: Phrase[tuple[tuple[str, bool], ...]]) -> RegionMention | None:
    form, level = _speech(prose, found.first)
    if form in ("place", "bare") and _LISTED_ORGAN.search(
        prose.text, max(0, found.start - 110), found.start
    ):
        form = "organ"
    if form == "head" and _ELECTED.search(
        prose.text, max(0, found.start - _LONGEST_OFFICE), found.start
    ):
        form = "foreign"
    printed = prose.text[found.start : found.end]
    name = printed.lower()
    if not printed[0].isupper() and not printed[0].isdigit() and level is None:
        return None
    if level is None and form == "bare" and name in _NEEDS_TITLE:
        return None
    codes = [code for code, nick in found.value if _spelt(nick, printed, form)]
    if level is not None:
        codes = [code for code in codes if _regions()[code].level == level]
    if not codes:
        return None
    return RegionMention(found.start, found.end, codes[0] if len(codes) == 1 else None, form, name)


@cache
def _words_of_names() -> frozenset[str]:
    return frozenset(word for name in region_names() for word in name.lower().split())


def _spelt(nick: bool, printed: str, form: Form) -> bool:
    """A short nickname is believed in lower-case prose only after a government's word."""
    return not nick or form != "bare" or printed[0].isupper()


def _speech(prose: Prose, first: int) -> tuple[Form, Level | None]:
    """Form and level from the words before a name, nearest first."""
    before = _words_before(prose, first)
    if not before:
        return "bare", None
    level = _LEVELS.get(before[0])
    nearest = before[0] if before[0] not in _LINKS else ""
    rest = before[1:4]
    if (nearest == "kota" and rest[:1] == ["wali"]) or nearest in _HEAD:
        return ("foreign" if "polda" in rest else "head"), level or "kota"
    if nearest in _GOVERNMENT:
        return "government", level
    if nearest in _BELOW:
        return "foreign", None
    if nearest in _FOREIGN and not _is_of_a_dinas(before):
        return ("organ" if before[:2] == ["dprd", "sekretariat"] else "foreign"), level
    if level is not None or before[0] in _LINKS:
        return _titled_form(before), level
    return _organ_form(before), None


def _titled_form(before: list[str]) -> Form:
    """Form of "… Kabupaten X" and "… Daerah X" by what stands before."""
    for index, word in enumerate(before[1:3], 1):
        if word in _GOVERNMENT:
            return "government"
        if word in _HEAD:
            return "head"
        if word in _FOREIGN and not _is_of_a_dinas(before[index:]):
            return "foreign"
        if word not in _LINKS and word != "kota":
            break
    return _organ_form(before[1:], otherwise="place")


def _is_of_a_dinas(before: list[str]) -> bool:
    """Whether "ketenagakerjaan" is a field of a government, not the end of the agency's name."""
    return before[0] in _FIELDS and _AGENCY_ENDS.isdisjoint(before[1:3])


def _organ_form(before: list[str], otherwise: Form = "bare") -> Form:
    for index, word in enumerate(before):
        if word in _FOREIGN and not _is_of_a_dinas(before[index:]):
            between = set(before[:index]) - _TO_BRANCH
            apart = word in _AGENCY and not _words_of_names().issuperset(between)
            return otherwise if apart else "foreign"
        if word in _ORGAN:
            return "organ"
    return otherwise


def _words_before(prose: Prose, first: int) -> list[str]:
    """Up to six words before a word, nearest first, as far as only blanks or brackets part them."""
    words: list[str] = []
    text, starts, ends, all_words = prose.text, prose.starts, prose.ends, prose.words
    for index in range(first - 1, max(-1, first - 7), -1):
        gap = text[ends[index] : starts[index + 1]]
        if gap != " " and (len(gap) > 3 or "\n\n" in gap or gap.strip(" \xa0().-/&")):
            break
        words.append(all_words[index])
    return words
