"""Where the words of an office end: "Kepala Dinas Tenaga Kerja Kabupaten Bungo| Mursalim"."""

import re

from pipelines.facts.agency import AGENCY_NEAR
from pipelines.facts.person_names import NAME_INITIALS, is_derived_noun, past_titles
from pipelines.facts.prose import Heads, data_words

ROLE_FIRST_WORDS = Heads(data_words("role_first_words.txt"))
"""Words that an office begins with."""
OFFICES = ROLE_FIRST_WORDS - {"wakil", "staf", "general", "dewan"}
"""Words that begin an office, and no name."""
ORG_WORDS = data_words("office_words.txt")
"""Words that belong to an office or a body."""
_AGENCY_OFFICE = re.compile(
    r"(?:\w*(?i:naker|perindag|kominfo|dukcapil|kukm|kumkm)[\w-]*|Dis[a-z]{3,}|Din(?:kes|kop|sos|dik|hub|per|pora)\w*|Ba(?:pe|ppe|kes)\w+|Satpol|DP[A-Z]\w*|Dalduk)\b"
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z0-9]+[A-Za-z0-9]*\b|[IVX]{1,5}\b|\d{1,2}\b")
_ROLE_WORD = re.compile(
    r"\s*(?:\([^()\n]{2,30}\)|\d{3,4}(?:-\d{1,2})?/[A-Z]\w+|[/&,–-]|\bCab\.|\b(?i:kominfo\w*|perundang)-\w+|\b[\w.'’]+)"
)
_SIDE = re.compile(r"\s(?:Timur|Barat|Utara|Selatan|Tengah|Tenggara|Pesisir|Raya)\b")
_OF_A_PARTY = re.compile(r"\s(?:fraksi|partai)\s", re.IGNORECASE)
_SENT_BY = re.compile(r"\b(?:per)?wakil(?:an)?\sdari\sB(?:PJ?S?|adan Pe)", re.IGNORECASE)
_AGENCY_AT = re.compile(r"(?:kerjaan|jamsostek|bpjs-?tk)\sdi$", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:wilayah|komisi|bidang|divisi|region)\s$", re.IGNORECASE)
_LETTERED = re.compile(r"\bkomisi\s$", re.IGNORECASE)
_JOINS = re.compile(r"(?:,|\b(?:dan|serta))$")
_NAME_GOES_ON = re.compile(r"\s[A-Z][a-z]+")
_JOINTS = ("pada", "untuk", "/", "&", "-", "–", ",")
_FURTHER_PLACE = re.compile(r",?\s(?:(?:dan|serta|&)\s)?")
_SET_OFF_ACRONYM = re.compile(r"\s[A-Z]{2,6},\s")
_GIVEN_NAMES = ("Bima", "Intan", "Jaya", "Lingga", "Muna", "Suci", "Surya")
"""Places that are given names as well."""
_LONGEST_ROLE = 22
_PRINCELY = ("Anak", "Agung")
"""What names of Bali begin with: the first word is one of offices, too."""
_PRINCELY_NAME = re.compile(r"(?<!Perlindungan\s)(?<!Hak\s)Anak\sAgung\b")


def opens_an_office(name: str) -> bool:
    """Whether what may be a name begins with a word of offices and bodies."""
    words = name.split()
    return words[0].lower() in ORG_WORDS and tuple(words[:2]) != _PRINCELY


def end_of_role(text: str, offset: int, places: dict[int, int]) -> int:
    """Where the words of the office end: known words, places, acronyms and brackets.

    A second place in a row that goes on like a name is one, and struck from the places:
    "Wali Kota Bogor Bima Arya Nugraha".
    """
    placed = begin = offset - 1
    for _ in range(_LONGEST_ROLE):
        ahead = text[offset : offset + 3]
        start = offset + len(ahead) - len(ahead.lstrip())
        if text.startswith(("se-", "Se-"), start) and start + 3 in places:
            start += 3
        if placed == offset and (side := _SIDE.match(text, offset)):
            offset = side.end()
            continue
        if start in places:
            if placed == offset and _begins_a_name(text, begin, places[start], places):
                del places[start]
                break
            placed = offset = places[start]
            continue
        match = _ROLE_WORD.match(text, offset)
        if match is None or "\n" in match.group():
            break
        word = match.group().strip()
        if word.lower() in OFFICES and _JOINS.search(text, max(0, offset - 7), offset):
            break
        if not _belongs_to_role(word, text, match.end(), places):
            break
        offset = match.end()
    return offset


def _begins_a_name(text: str, role: int, end: int, places: dict[int, int]) -> bool:
    """Whether a second place in a row is a name; an office of the agency may have more."""
    if end + 1 in places:
        return False
    office = AGENCY_NEAR.search(text, role, end) and not text.endswith(_GIVEN_NAMES, 0, end)
    return bool(_NAME_GOES_ON.match(text, end)) and not office


def _belongs_to_role(word: str, text: str, end: int, places: dict[int, int]) -> bool:
    if word.startswith("(") or (len(word) > 1 and "/" in word):
        return True
    if word in ("di", "dari"):
        agency = _AGENCY_AT.search(text, max(0, end - 20), end)
        placed = agency and text.startswith(", ", places.get(end + 1, end))
        sent = word == "dari" and _SENT_BY.search(text, max(0, end - 16), end + 10)
        return bool(placed or sent or _OF_A_PARTY.match(text, end))
    if word == "atau":
        return AGENCY_NEAR.search(text, end, end + 12) is not None
    if word in _JOINTS:
        return _goes_on(word, text, end, places)
    if word in ("I", "V", "X", "1", "2", "3", "4"):
        return _numbers_office(text, end, places) or _goes_on(word, text, end, places)
    if word == "Cab." or text.startswith("Jasa Raharja", end - 12):
        return True
    return _is_of_office(word, text, end)


def _is_of_office(word: str, text: str, end: int) -> bool:
    if _PRINCELY_NAME.match(text, end - len(word)):
        return False
    if word.lower().strip(".") in ORG_WORDS or _AGENCY_OFFICE.fullmatch(word):
        return True
    if word.lower() in NAME_INITIALS and _NAME_GOES_ON.match(text, end):
        return False
    if is_derived_noun(word):
        return True
    if len(word) == 1:
        return _LETTERED.search(text, max(0, end - 9), end - 1) is not None
    return bool(_ACRONYM.fullmatch(word)) and text[end : end + 1] != "."


def _numbers_office(text: str, end: int, places: dict[int, int]) -> bool:
    """Whether a number is a part of an office: "Wilayah I", "Asisten I Setda", "Ketua I H. Ani"."""
    if _NUMBERED.search(text, max(0, end - 12), end - 1):
        return True
    return end + 1 in places or past_titles(text, end + 1) > end + 1


def _goes_on(joint: str, text: str, end: int, places: dict[int, int]) -> bool:
    """Whether the office goes on after a joint: "Perindustrian, Perdagangan dan Tenaga Kerja"."""
    if joint == "," and (_lists_places(text, end, places) or _SET_OFF_ACRONYM.match(text, end)):
        return True
    following = _ROLE_WORD.match(text, end)
    nearest = following.group().strip().lower() if following else ""
    if joint == ",":
        if nearest in ("dan", "serta") and following:
            further = _ROLE_WORD.match(text, following.end())
            return further is not None and further.group().strip().lower() in ORG_WORDS
        return nearest in ORG_WORDS
    return nearest in ORG_WORDS or end in places or (joint in ("&", "untuk") and end + 1 in places)


def _lists_places(text: str, end: int, places: dict[int, int]) -> bool:
    """Whether a comma parts the places of one office: "Kanwil Sumbar, Riau, dan Kepri"."""
    joint = _FURTHER_PLACE.match(text, end)
    place = places.get(joint.end()) if joint else None
    if joint is None or place is None:
        return False
    further = _FURTHER_PLACE.match(text, place)
    return len(joint.group()) > 1 or (further is not None and further.end() in places)
