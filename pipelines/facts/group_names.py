"""The ways each group of workers is called, and where these words name none of them.

`data/worker_groups.tsv` has a row for each group.
"""

import re
from functools import cache

from pipelines.facts.prose import Phrase, Phrases, Prose, data_lines

NO_GROUP = "-"
"""The row of worker_groups.tsv with what only looks like a group: "pemangku kepentingan"."""
LISTED = re.compile(r"\s?(?:,|,?\s(?:dan|serta|hingga|sampai|maupun|juga|atau)(?:\sjuga)?)\s")
"""What stands between the groups of a list."""
BY_PAY = re.compile(r"penerima upah|\bbpu\b", re.IGNORECASE)
"""Workers as the agency's schemes call them."""
VILLAGE_HEADS = frozenset({"kepala desa", "kepala dusun"})
"""Groups that are often only named with a person or as the audience."""

_SCHEME = re.compile(
    r"\b(?:program(?:\s+khusus)?|segmen|jalur|skema|kategori|kepesertaan|ketenagakerjaan|jamsostek|sektor),?\s\(?$|\bupah\s\($"
)
_OF_A_SECTOR = re.compile(r"^(pekerja|tenaga kerja) sektor\b(?! (?:in|non)?formal)")
_SHARE = re.compile(r"\)?\s(?:Rp\.?\s?)?[0-9]")
_TAUGHT = frozenset({"guru", "penyuluh", "perawat", "bidan"})
_QUALIFIED = (" rentan ", " honorer ", " keagamaan ")
_NUMBER_WORDS = frozenset({"satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "sepuluh"})
_ADDRESS = re.compile(r"\s?[.:]?\s?[0-9]{1,3}(?![.0-9])")
_NAMED_AFTER = re.compile(r"\s(?:[A-Z][a-z]|[A-Z]{1,3}\.)")
_NEAR = 60
_OF_AN_OFFICE = re.compile(
    r"\b(?:Dinas|Kadis|Menteri|Kementerian|Bidang|Kabid)\s(?:[A-Z]\w+(?:,|\s(?:dan|serta|&))?\s){1,6}$"
)
"""An office named by several fields, the last of them like a group: "Dinas Koperasi dan UMKM"."""
_PART_OF = frozenset(
    {"kepala", "ketua", "dinas", "bidang", "sekretaris", "seksi", "pemilihan", "pelantikan"}
    | {"calon", "mantan", "jabatan"}
)
"""Words before a call that make it part of a title, a body or an event."""


@cache
def lexicon() -> Phrases[str]:
    """Every way a group is called, with its name."""
    rows = ((group, calls.split("|")) for group, calls in data_lines("worker_groups.tsv"))
    named = ((call, group) for group, names in rows for call in names)
    calls = [
        pair
        for call, group in named
        for pair in dict.fromkeys([(call, group), (_OF_A_SECTOR.sub(r"\1 di sektor", call), group)])
    ]
    return Phrases((call + ending, group) for call, group in calls for ending in ("", "nya"))


def group_ends(prose: Prose, offset: int) -> int | None:
    """Where the name of a group ends that begins exactly at an offset."""
    phrase = lexicon().at(prose, offset)
    return phrase.end if phrase else None


def names_none(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether a call stands for no group: a title, a name, an address, a scheme, a mere quality."""
    if phrase.first and prose.words[phrase.first - 1] in _PART_OF:
        return True
    capital = prose.text[phrase.start].isupper()
    if capital and _OF_AN_OFFICE.search(prose.text, max(0, phrase.start - _NEAR), phrase.start):
        return True
    if _is_a_name(prose, phrase) or _is_a_scheme(prose, phrase) or _only_qualifies(prose, phrase):
        return True
    if prose.words[phrase.first] == "sektor" and _is_only_where(prose, phrase):
        return True
    if phrase.value == "rt/rw" and _is_a_place(prose, phrase):
        return True
    return phrase.value == "asn" and not _goes_before_others(prose, phrase)


def _is_a_place(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether RT or RW is part of an address, or counted as neighbourhoods: "551 RW"."""
    before = prose.words[phrase.first - 1] if phrase.first else ""
    counted = before.isdigit() or before in _NUMBER_WORDS
    bare = phrase.length == 1 or prose.words[phrase.first] == "rukun"
    return bool(_ADDRESS.match(prose.text, phrase.end)) or (bare and counted)


def _is_a_scheme(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether "(bukan) penerima upah" is the agency's scheme, not those who are in it."""
    scheme = prose.words[phrase.first] in ("bukan", "penerima", "bpu", "jasa")
    if scheme and (_SHARE.match(prose.text, phrase.end) or _beside_a_scheme(prose, phrase)):
        return True
    return scheme and bool(_SCHEME.search(prose.lower, max(0, phrase.start - 40), phrase.start))


def _beside_a_scheme(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether "jasa konstruksi" is told with the agency's other schemes, by who pays."""
    near = prose.text[max(0, phrase.start - _NEAR) : phrase.start]
    return prose.words[phrase.first] == "jasa" and bool(BY_PAY.search(near))


def _only_qualifies(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether a status only says of what kind the group before it is: "guru agama honorer"."""
    if phrase.value not in ("honorer", "non-asn"):
        return False
    before = prose.words[max(0, phrase.first - 2) : phrase.first]
    beside = prose.text[max(0, phrase.start - _NEAR) : phrase.start].lower().endswith(_QUALIFIED)
    return beside or not _TAUGHT.isdisjoint(before)


def _is_a_name(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether a single capital word begins a name: "Imam Baskoro"."""
    capital = phrase.length == 1 and prose.text[phrase.start].isupper()
    named = capital or phrase.value in VILLAGE_HEADS
    return named and bool(_NAMED_AFTER.match(prose.text, phrase.end))


def _is_only_where(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether "sektor informal" only says where: "yang bekerja di …", "pekerja rentan …"."""
    first = max(0, phrase.first - 3)
    words = prose.words[first : phrase.first]
    if "di" in words and "bekerja" in words:
        return True
    starts = prose.starts[first : phrase.first]
    return any(group_ends(prose, start) == phrase.start - 1 for start in starts)


def _goes_before_others(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether a list of other groups begins here: "ASN dan tenaga honorer"."""
    joint = LISTED.match(prose.text, phrase.end)
    further = lexicon().at(prose, joint.end()) if joint else None
    return further is not None and further.value not in ("asn", "non-asn", NO_GROUP)
