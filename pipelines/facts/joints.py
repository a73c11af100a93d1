"""Which institutions a sentence joins with the agency, by the grammar of agreeing."""

import re
from collections.abc import Iterator
from itertools import takewhile

from pipelines.facts.agency import AGENCY_NEAR
from pipelines.facts.institutions import FREELY_NAMED, LISTED, Institution, find_institutions
from pipelines.facts.prose import Prose

_AN_OFFICE_OF = re.compile(
    r"\b(?:dinas|bidang|badan|menteri|menko|kementerian|deputi|direktorat|kadis|sekretariat|sekretaris|setwan)\s+(?:(?!pengurus)\w+,?\s+)?$",
    re.IGNORECASE,
)
_HEAD_OF = re.compile(
    r"\b(?:rektor|dekan|direktur(?:\s+utama)?|dirut|ketua|kepala|pimpinan|manajer)\s+$",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:di|ke)\s(?:[a-z]+\s)?(?:[A-Z]\w+\s)?$")
_JOIN = re.compile(
    r"\b(?:dan|dengan|bersama|bareng|gandeng|menggandeng|teken|kerja\s?sama|antara|sinergi|jalin|&|"
    r"kepada\s+(?:para\s+)?(?:pengurus|anggota))\b|[-–,]|silaturahmi|kunjung|sambangi|audiensi",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"tanda\s?tangan|nandatangan|teken|\bpks\b|\bmou\b|perjanjian|nota\s+kesep|kerja\s?sama|"
    r"gandeng|rangkul|kolaborasi|sinergi|komitmen\s+bersama"
)
_DEED = r"(?:kerja\s?sama|\bpks|\bmou|kesepa\w+|perjanjian|sinergi|kolaborasi|gandeng)\)?"
_AGENCY = re.compile(r"bpjs|jamsostek|jaminan\ssosial\sketenagakerjaan", re.IGNORECASE)
_COVERS = re.compile(
    r"\b(?:mendaftarkan|daftarkan|melindungi|lindungi|memproteksi|mengikut(?:sert)?akan|ikut(?:sert)?akan|"
    r"membiayai|biayai|menanggung|tanggung|membayar(?:kan|i)?|bayar(?:kan|i)?|menjamin|jamin|"
    r"memfasilitasi|fasilitasi)\b",
    re.IGNORECASE,
)
_AS_PARTNER = re.compile(
    r"\b(?:dengan|bersama|tergabung\s(?:dalam|di))\s"
    r"(?-i:(?:Lembaga|Fakultas|Pusat|Majelis|Biro|Dewan|Pengurus|Pimpinan)\s[\w\s()]{3,70}\s)?$",
    re.IGNORECASE,
)
_WITH_THE_AGENCY = re.compile(
    rf"{_DEED}(?:\s\w+){{0,3}}?\s(?:(?:dengan|bersama)\s(?:\w+\s){{0,4}}?)?"
    r"(?:bpjs|bp\s?j|jamsostek|badan\spenyelenggara)"
)
_TAKES_PART = re.compile(
    r"\b(?:(?:hadir|dihadiri|disaksikan|menyaksikan(?!\s+penandatangan))\b[^.\n]*|"
    r"(?:tindak\s?lanjut|menindaklanjuti|sebelumnya)\b[^.,\n]*)$"
)
IS_URGED = re.compile(
    r"[^.]{0,60}?\b(?:diminta|diimbau|didorong|diajak|wajib|harus)\b", re.IGNORECASE
)
"""What follows one that is only told to take part."""

_THROUGH = re.compile(r"\b(?:melalui|lewat)\s$", re.IGNORECASE)
_GOVERNMENT_ACTS = re.compile(
    r"(?:\s\([^)]{2,20}\))?(?:\s[A-Z]\w+){0,3},\s(?:Pem(?:kab|kot|ko|prov|da|erintah)|Bupati|Wal[iy]|Gub)"
)
"""What follows one through which a government acts: "Melalui Baznas Kota Reka, Pemkot …"."""
_GIVEN_BY = re.compile(r"(?:(?:lewat|melalui|pakai)\s)?(?:dana\s)?(?:csr|tjslp?)\s", re.IGNORECASE)
_COLLECTIVE = re.compile(r"\bse-?[A-Z]")
_PARAGRAPHS, _DATELINE = 4, 60


def joined_in_headline(heading: Prose) -> Iterator[Institution]:
    """Institutions that a headline joins with the agency, or begins with."""
    for one in find_institutions(heading, headline=True):
        free = one.kind in FREELY_NAMED and _is_unnamed(one, heading)
        before = heading.text[: one.start]
        begins = not before.strip() or before[-2:-1] in (":", ",") or _GIVEN_BY.fullmatch(before)
        if not free and not _is_no_party(one, heading) and (begins or _is_beside(one, heading)):
            yield one


def joined_in_text(prose: Prose) -> Iterator[Institution]:
    """Institutions that the lead, or a sentence of agreeing after it, joins with the agency."""
    starts = prose.paragraph_starts
    end = starts[_PARAGRAPHS] if len(starts) > _PARAGRAPHS else len(prose.text)
    lead = 1 if len(starts) > 1 and starts[1] < _DATELINE else 0
    sentence = -1
    for one in takewhile(lambda one: one.start < end, find_institutions(prose)):
        start, sentence_end = prose.sentence_at(one.start)
        first, sentence = start != sentence, start
        if not _may_be_a_party(one, prose):
            continue
        agrees = not prose.quoted_at(one.start) and _AGREES.search(prose.lower, start, sentence_end)
        if (agrees or prose.paragraph_of(one.start) <= lead) and (
            _is_beside(one, prose)
            or (first and _WITH_THE_AGENCY.search(prose.lower, one.end, sentence_end))
        ):
            yield one


def listed_with(first: Institution, prose: Prose) -> Iterator[Institution]:
    """An institution and those that are listed after it: "X, Y dan Z"."""
    yield first
    end = first.end
    for one in find_institutions(prose):
        if one.start >= end and not _COLLECTIVE.search(one.name):
            if not LISTED.fullmatch(prose.text, end, one.start):
                return
            yield one
            end = one.end


def _may_be_a_party(one: Institution, prose: Prose) -> bool:
    """Whether an institution of the text is none that only attends, is urged, or lends a place."""
    if one.kind == "council" or _is_no_party(one, prose):
        return False
    if one.kind in FREELY_NAMED and _is_unnamed(one, prose):
        return False
    start, end = prose.sentence_at(one.start)
    if _TAKES_PART.search(prose.lower, start, one.start):
        return False
    return not IS_URGED.match(prose.lower, one.end, end)


def _is_no_party(one: Institution, prose: Prose) -> bool:
    """Whether it is the agency, an office of a government ("Dinas Koperasi"), its way, a venue."""
    before = prose.text[max(0, one.start - 24) : one.start]
    venue = one.name.lower().startswith("hotel") and _AT.search(before)
    way = _THROUGH.search(before) and _GOVERNMENT_ACTS.match(prose.text, one.end)
    return bool(venue or way or AGENCY_NEAR.search(one.name) or _AN_OFFICE_OF.search(before))


def _is_unnamed(one: Institution, prose: Prose) -> bool:
    """Whether only its kind is told, or a role: "Ketua Koperasi"."""
    before = prose.text[max(0, one.start - 24) : one.start]
    return one.bare or bool(_HEAD_OF.search(before))


def _is_beside(one: Institution, prose: Prose) -> bool:
    """Whether the agency is named beside it, with a word that joins the two."""
    text = prose.text
    start, end = prose.sentence_at(one.start)
    before = text[max(start, one.start - 90) : one.start]
    after = text[one.end : min(end, one.end + 90)]
    if _AS_PARTNER.search(before) and _AGENCY.search(text, start, one.start):
        return True
    if _AGENCY.search(before) and _JOIN.search(before[-40:]):
        return True
    if not _AGENCY.search(after):
        return False
    return bool(_JOIN.search(after[:70]) or _COVERS.search(after))
