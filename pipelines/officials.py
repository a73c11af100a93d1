"""Named persons with their roles: names without titles and degrees, roles as printed."""

import re

from pipelines.model import Official
from pipelines.offices import find_places
from pipelines.prose import Prose, data_words

_ACTING = (
    r"(?:(?:pj|plt|plh|pjs|pps|pgs|penjabat|pelaksana\s+(?:tugas|harian)|pejabat\s+sementara|"
    r"pejabat\s+pengganti\s+sementara|wakil)\.?(?:\s?\(\w+\))?\s+){0,2}"
)
_HEADS = (
    r"bupati|wal[iy]\s?kota|gubernur|wabup|wawali|wagub|wawalkot|sekda(?:prov|kab|ko)?|"
    r"sekretaris\s+(?:daerah|dinas|desa|jenderal|dprd|utama|umum)|asisten(?:\s+(?:[IVX]{1,3}\b|\d\b))?|"
    r"kepala|kadis\w*|kabid|kabag|kakanwil|kakacab|kacab|kasi\b|kajari|kajati|kapolres\w*|kapolda|"
    r"ketua(?:\s+umum)?|direktur(?:\s+utama)?|dirut|dirjen|deputi|rektor|dekan|camat|lurah|keuchik|"
    r"menteri|presiden|staf\s+(?:ahli|khusus)|manager|manajer|pimpinan|koordinator|inspektur|"
    r"anggota\s+(?:dprd|dpr|komisi|pansus)|komisioner|penghulu|dandim|dewan\s+pengawas"
)
_ROLE_START = re.compile(rf"\b(?P<role>{_ACTING}(?:{_HEADS}))\b", re.IGNORECASE)
_FIRST_WORDS = frozenset(
    [
        "pj",
        "plt",
        "plh",
        "pjs",
        "pps",
        "pgs",
        "penjabat",
        "pelaksana",
        "pejabat",
        "wakil",
        "bupati",
        "wali",
        "waly",
        "walikota",
        "walykota",
        "gubernur",
        "wabup",
        "wawali",
        "wagub",
        "wawalkot",
        "sekda",
        "sekdaprov",
        "sekdakab",
        "sekdako",
        "sekretaris",
        "asisten",
        "kepala",
        "kadis",
        "kadisnaker",
        "kadisnakertrans",
        "kabid",
        "kabag",
        "kakanwil",
        "kakacab",
        "kacab",
        "kasi",
        "kajari",
        "kajati",
        "kapolres",
        "kapolresta",
        "kapolda",
        "ketua",
        "direktur",
        "dirut",
        "dirjen",
        "deputi",
        "rektor",
        "dekan",
        "camat",
        "lurah",
        "keuchik",
        "menteri",
        "presiden",
        "staf",
        "manager",
        "manajer",
        "pimpinan",
        "koordinator",
        "inspektur",
        "anggota",
        "komisioner",
        "penghulu",
        "dandim",
        "dewan",
    ]
)
_ORG_WORDS = data_words("office_words.txt")
_HONORIFICS = re.compile(
    r"(?:(?:bapak|ibu|pak|bu|sdr|saudara|yth|h|hj|kh|k\.h|tgh|tuan\s+guru|ust|ustadz|drs|dra|dr|"
    r"drg|drh|ir|prof|apt|ns|irjen|brigjen|kombes|akbp|kompol|akp|mayjen|kolonel|letkol|mayor|"
    r"kapten|letjen|laksma|marsma|pol|pdt|rm|hc|raden|rd|st|tn|ny|komjen|jenderal|purn|sh|se|"
    r"haji|hajah|purnawirawan)\b\.?(?:\s?\(?(?:pol|purn|hc|h\.c|inf|tni)\.?\)?)?[,\s]*)+",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"(?:[A-Z]\.\s?(?=[A-Z])|[A-Z][a-z’'`]+(?:-[A-Z][a-z]+)*|[A-Z]{1,2}\.?(?=[\s,.]|$)|[A-Z]{3,}|"
    r"[A-Z][a-z]*['’`][A-Z]?[a-z]+|[A-Z][a-z]+[A-Z][a-z]+)\.?"
)
_PARTICLES = re.compile(r"\s(?:bin|binti|al|el|de|van|da|dos|la)\b(?=\s[A-Z])")
_DEGREE = re.compile(
    r"(?:S|M|A|D|B|Dr|Sp|SE|SH|MH|MM|ST|MT|MAP|AP|SIP|SSos|SPd|MSi|MPd|SKM|SSTP|STP|Phd|MBA|CN|AKS|"
    r"Ak|CA|QIA|Lc|MA|MSc|MKes|SKep|SPi|SHut|SAg|MAg|STTP|CRMO|CGCAE|SIK|MIK|LLM|Psi|MPsi)\.?$"
)
_NEVER_NAMES = data_words("never_names.txt")
_APPOSITION = re.compile(r",\s+(?=[A-Z])|\s*\(?[‘“\"]?(?=[A-Z])|\s*,\s*(?:yakni|yaitu)\s+")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]+[A-Za-z]*\b|[IVX]{1,5}\b|\d{1,2}\b")
_ROLE_WORD = re.compile(r"\s*(?:\([^()\n]{2,30}\)|[/&,-]|\b[\w.'’]+)")
_LONGEST_ROLE = 22
_SELAKU = re.compile(
    rf"(?P<name>[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+){{0,4}}),?\s+(?:selaku|sebagai)\s+(?={_ACTING}(?:{_HEADS})\b)"
)


def find_officials(prose: Prose) -> tuple[Official, ...]:
    """Each named person once, by the fullest name, with the first role printed for it."""
    regions = {place.start: place.end for place in find_places(prose)}
    found: list[Official] = []
    taken = 0
    for match in prose.matches_at(_FIRST_WORDS, _ROLE_START):
        if match.start() < taken:
            continue
        official = _official(prose, match, regions)
        if official is not None:
            taken = official.evidence.end
            _add(found, official)
    return tuple(found)


def _add(found: list[Official], official: Official) -> None:
    """Add a person, or put a fuller name in the place of a part of it."""
    words = set(official.name.lower().split())
    for index, known in enumerate(found):
        known_words = set(known.name.lower().split())
        if words <= known_words:
            if len(official.role.split()) > 1 and len(known.role.split()) == 1:
                found[index] = Official(known.name, official.role, known.evidence)
            return
        if known_words < words:
            found[index] = official
            return
    found.append(official)


def _official(prose: Prose, match: re.Match[str], regions: dict[int, int]) -> Official | None:
    role_end = _end_of_role(prose.text, match.end(), regions)
    named = _name_at(prose.text, role_end, regions)
    if named is None:
        return None
    name, end = named
    role = " ".join(prose.text[match.start() : role_end].split()).strip(" ,-")
    return Official(name, role, prose.evidence(match.start(), end))


def _end_of_role(text: str, offset: int, regions: dict[int, int]) -> int:
    """Where the words of the office end: known words, regions, acronyms and brackets."""
    for _ in range(_LONGEST_ROLE):
        start = offset + len(text[offset : offset + 3]) - len(text[offset : offset + 3].lstrip())
        if start in regions:
            offset = regions[start]
            continue
        match = _ROLE_WORD.match(text, offset)
        if match is None or "\n" in match.group():
            break
        word = match.group().strip()
        if not _belongs_to_role(word, text, match.end(), regions):
            break
        offset = match.end()
    return offset


def _belongs_to_role(word: str, text: str, end: int, regions: dict[int, int]) -> bool:
    if word.startswith("("):
        return True
    if word in ("/", "&", "-", ","):
        following = _ROLE_WORD.match(text, end)
        nearest = following.group().strip().lower() if following else ""
        return (word != "," and (nearest in _ORG_WORDS or end in regions)) or (
            word == "," and nearest in _ORG_WORDS and nearest not in ("dan", "serta")
        )
    if word.lower().strip(".") in _ORG_WORDS:
        return True
    return bool(_ACRONYM.fullmatch(word)) and len(word) > 1 and text[end : end + 1] != "."


def _name_at(text: str, offset: int, regions: dict[int, int]) -> tuple[str, int] | None:
    """The person's name that begins here, after a comma and titles, and where it ends."""
    joint = _APPOSITION.match(text, offset)
    start = joint.end() if joint else offset
    honorific = _HONORIFICS.match(text, start)
    start = honorific.end() if honorific else start
    words: list[str] = []
    end = start
    while len(words) < 6:
        match = _NAME_WORD.match(text, end)
        if match is None or not _is_name_word(match.group(), regions, match.start(), words):
            break
        words.append(match.group().strip())
        end = match.end()
        particle = _PARTICLES.match(text, end)
        if particle:
            words.append(particle.group().strip())
            end = particle.end()
        if text[end : end + 1] == " ":
            end += 1
        elif text[end - 1] not in ". ":
            break
    name = " ".join(words).strip(" .,")
    return (name, start + len(text[start:end].rstrip(" .,"))) if _is_person(words) else None


def _is_name_word(word: str, regions: dict[int, int], start: int, words: list[str]) -> bool:
    lower = word.lower().strip(".")
    if lower in _NEVER_NAMES or (
        _DEGREE.match(word) and len(words) > 0 and len(word) > 1 and (word.isupper() or "." in word)
    ):
        return False
    return start not in regions or (bool(words) and regions[start] - start == len(word))


def _is_person(words: list[str]) -> bool:
    letters = [word for word in words if len(word.strip(".")) > 2]
    return bool(letters) and letters[0][0].isupper()
