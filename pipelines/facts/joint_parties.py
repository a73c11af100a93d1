"""Several governments of one signing: "Pemkab Gowa, Maros dan Takalar teken …"."""

import re

from pipelines.facts.number_words import ONES
from pipelines.facts.prose import Prose
from pipelines.model import Government
from pipelines.regions import RegionMention, kabupaten_and_kota, region

ACTING_FORMS = ("government", "head")
_AND = re.compile(r"\b(?:dan|serta)\b|&")
_AND_ALSO = re.compile(r"\s*(?:,\s*(?:dan|serta)|,|dan|serta|&)\s*(?:juga\s+)?", re.IGNORECASE)
_GOVERNMENT_WORD = re.compile(
    r"(?:(?:pem(?:kab|kot|ko|prov|da)|pemerintah\s+(?:kab(?:upaten|\.)|kota|provinsi))(?:\s?\(\w+\))?"
    r"|(?:(?:pj|plt|penjabat|wakil)\.?\s+)?(?:bupati|wal[iy]\s?kota|gubernur))\s*$",
    re.IGNORECASE,
)
_BARE_LEVEL = re.compile(r"(?:kab(?:upaten|\.)\s+|kota\s+)?", re.IGNORECASE)
_ITS_HEAD = re.compile(
    r"(?:\s\([A-Z]\w*\))?(?:,?\s+(?!Kepala|Ketua|BPJS|Kejaksaan|Kejari|Bupati|Wali|Gubernur|Wakil|Penjabat|Pj|Plt|Pem)[A-Z][\w.'’]*){1,6}(?=,?\s)"
)
_SO_MANY = (
    r"\b(?P<number>dua|tiga|empat|lima|enam|tujuh|delapan|[2-9])\s(?:pemerintah\s)?"
    r"(?:kab(?:upaten|\.)|kota|daerah|kepala\sdaerah|pemda|pemkab|bupati)(?!\w)"
)
_TOLD_SO_MANY = re.compile(_SO_MANY, re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?:{_SO_MANY}[^.\n]{{0,60}}"
    r"\b(?:yakni|yaitu)\s(?:kab(?:upaten|\.)\s|kota\s|pemkab\s|pemkot\s|bupati\s|wal[iy]\s?kota\s)?)$",
    re.IGNORECASE,
)
"""Before the first of a list of so many: "dua kabupaten, yakni Paser …"."""
_OF_A_BRANCH = re.compile(r"wilayah kerja|membawahi|cakupan|mencakup|cabang", re.IGNORECASE)
_ONLY_THERE = re.compile(r"hadir|saksi|terima|raih|kunjung|ajak|minta", re.IGNORECASE)
_SIGN_THEMSELVES = re.compile(
    r"\s(?:(?:resmi|kompak|sepakat|sama-sama|bersama-sama|kembali|telah|juga)\s){0,3}"
    r"(?:menandatangani|meneken|teken|tandatangani|menyepakati|menjalin|jalin|bekerja\s?sama)\b",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"tanda\s?tangan|nandatangan|teken|meneken|kerja\s?sama|mou\b|sepakat|pks\b|sinergi|gandeng",
    re.IGNORECASE,
)


def acting_together(
    prose: Prose, mentions: tuple[RegionMention, ...], title: str = ""
) -> tuple[Government, ...]:
    """Two or more governments of one signing: "Pemprov Maluku dan Pemkot Ambon teken …".

    title: the headline, which may tell how many there are.
    """
    chain: list[RegionMention] = []
    for mention in mentions:
        if prose.paragraph_of(mention.start) > 1:
            continue
        if chain and _joined(prose, chain[-1], mention):
            chain.append(mention)
        elif len(chain) < 2 and (
            mention.form in (*ACTING_FORMS, "place") or _begins_a_count(prose, mention)
        ):
            chain = [mention]
    while len(chain) > 1 and not _AND.search(prose.text, chain[-2].end, chain[-1].start):
        chain.pop()
    if len(chain) < 2:
        return ()
    codes = dict.fromkeys(_code_in(chain[0], mention) for mention in chain)
    if None in codes or len(codes) < 2:
        return ()
    counted = chain[0].form in ACTING_FORMS and len(codes) == _so_many(title)
    if not counted and not _act(prose, chain):
        return ()
    return tuple(found for code in codes if code and (found := region(code)))


def _act(prose: Prose, chain: list[RegionMention]) -> bool:
    """Whether governments that are named together sign, or are told as so many that take part."""
    first = chain[0]
    if _begins_a_count(prose, first):
        return True
    end = prose.sentence_at(first.start)[1]
    start = prose.paragraph_starts[prose.paragraph_of(first.start)]
    if not _SIGNING.search(prose.text, start, end):
        return False
    if first.form == "place":
        return bool(_SIGN_THEMSELVES.match(prose.text, chain[-1].end))
    return first.form != "head" or not _ONLY_THERE.search(prose.text, start, end)


def _so_many(title: str) -> int:
    """How many governments a headline counts, "FGD Bersama 4 Kabupaten/Kota", or 0."""
    told = _TOLD_SO_MANY.search(title)
    number = told["number"].lower() if told else "0"
    return ONES.get(number) or int(number)


def _begins_a_count(prose: Prose, mention: RegionMention) -> bool:
    """Whether a list of so many governments begins here, and not of those a branch serves."""
    start, _ = prose.sentence_at(mention.start)
    before = prose.text[max(start, mention.start - 110) : mention.start]
    return bool(_COUNTED.search(before)) and not _OF_A_BRANCH.search(before)


def _code_in(first: RegionMention, mention: RegionMention) -> str | None:
    """The region's code; a shared name is of the level of the first in its list."""
    if mention.code or not first.code:
        return mention.code
    named = (
        found
        for found in kabupaten_and_kota()
        if found.name.lower().endswith(f" {mention.bare_name}")
        and len(found.name.split()) == len(mention.bare_name.split()) + 1
    )
    levels = {found.level: found.code for found in named}
    known = region(first.code)
    return levels.get(known.level) if known else None


def _joined(prose: Prose, one: RegionMention, other: RegionMention) -> bool:
    between = prose.text[one.end : other.start]
    person = _ITS_HEAD.match(between) if one.form == "head" else None
    joint = _AND_ALSO.match(between, person.end() if person else 0)
    if joint is None:
        return False
    if other.form in ACTING_FORMS:
        return bool(_GOVERNMENT_WORD.fullmatch(between[joint.end() :]))
    listed = other.form in ("bare", "place") and not person
    parent = other.code is not None and one.code is not None and one.code.startswith(other.code)
    return listed and not parent and bool(_BARE_LEVEL.fullmatch(between[joint.end() :]))
