"""Named persons with their roles: names without titles and degrees, roles as printed."""

import re
from functools import lru_cache

from pipelines.facts.named_first import person_before
from pipelines.facts.named_lists import names_after
from pipelines.facts.person_names import is_derived_noun, name_at, past_titles
from pipelines.facts.places import places_in
from pipelines.facts.prose import MAX_READ, Prose
from pipelines.facts.role_ends import (
    OFFICES,
    ORG_WORDS,
    ROLE_FIRST_WORDS,
    end_of_role,
    opens_an_office,
)
from pipelines.facts.roles import ACTING, HEADS
from pipelines.model import Official

_ROLE_START = re.compile(rf"\b(?P<role>{ACTING}(?:{HEADS}))\b", re.IGNORECASE)
_NOBODY_ACTS = re.compile(
    r"\b(?:(?P<word>keputusan|instruksi)|peraturan|edaran|pemilihan|kantor|aula|pendopo|pendapa|rumah\s+(?:dinas|jabatan)|gedung|halaman|"
    r"ruang\s(?:rapat|sidang))\s$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"[^.\n]{0,60}?\b(?:nomor|no|tentang|tahun|perihal|agar|untuk)\b", re.IGNORECASE
)
_ALSO_CALLED = re.compile(r"[\s.,]{0,3}\((?:atau\s|akrab disapa\s)?")
_LOWER_WORD = re.compile(r"\b[a-z]{3,}\b")
_SHORTENED_HEADS = ("kadis", "kapolres")
_BEFORE_NAME = re.compile(
    r",?[^\S\n]*(?:yakni|yaitu|di\s?antaranya|antara[^\S\n]lain)[^\S\n]+|[^\S\n]?,[^\S\n]*|[^\S\n]+(?:[–—-][^\S\n]+|[‘“\"])?|"
)
_BODY_GOES_ON = re.compile(
    r"\s(?:Kabupaten|Kota|Provinsi|Kab|Prov|Polda|Polres\w*|Kejaksaan|Kejari|Kejati|Dinas|Badan|"
    r"Kementerian|Universitas|Setda|Sekretariat|DPRD|BPJS|Nahdlatul|Muhammadiyah|Pemkab|Pemkot|Pemprov|Daerah|RI|Tbk|Coal|Gro?up)\b"
)
_NEXT_WORD = re.compile(r"\s([A-Z][a-z]+)\b")
_OF_A_BODY = re.compile(r"(?<=\s)(?:Kementerian|Republik|Badan|Dinas|Kantor)\b")
_VILLAGE_HEADS = re.compile(r"kepala\s+(?:desa|kampung|dusun)")
_OF_A_VILLAGE = re.compile(
    r"(?:(?:plt|pj|plh)\.?\s+)?(?:lurah|camat|sekcam|keuchik|wali\s+nagari|bendesa|perbekel)\b",
    re.IGNORECASE,
)
_VILLAGE = re.compile(
    r"(?:(?:Tanjung|Muara|Sungai|Kampung|Lubuk|Pangkalan|Batu|Kuala|Teluk|Ujung|Pulau|Bukit|Rantau|"
    r"Bandar|Pasir|Gunung|Simpang|Air|Karang|Pondok|Kebon|Suka|Sumber|Tebing|Padang|Koto|Ulak|Rawa)"
    r"\s)?[A-Z][a-z]+(?:\s(?:Timur|Barat|Utara|Selatan|Tengah|Tenggara|Pesisir|Kota|Baru|Lama|Raya|Jaya|"
    r"Indah|Kulon|Wetan|Kidul|Lor|Hulu|Hilir|Ulu|Ilir|Dalam|Luar|Besar|Kecil|Atas|Bawah|"
    r"[IVX]+(?!\s(?:Made|Ketut|Wayan|Nyoman|Gede|Gusti|Putu|Komang|Nengah|Kadek|Dewa|Kade)))\b)?"
    r"\s"
)
_FULL_STOP = re.compile(r"\b(?!(?:Prov|Kab|Kec|Kel|Cab)\.)[A-Za-z]{4,}\.$")
_COMMA_NAME = re.compile(r",\s+")
_OFFICE_GOES_ON = re.compile(
    r"\s(?:(?:BPJS|BPJAMSOSTEK|BPJamsostek|Cabang|Wilayah|Region(?:al)?|Masyarakat)\b|\([A-Z]{2,}\))"
)
_SET_APART = re.compile(r",|\b(?:yakni|yaitu|di\s?antaranya|antara\slain)\b")
_SHORTENED_TO = 5
_SHORTEST_CALLED = 4
_MOST = 200
_A_NAME = re.compile(r"[A-Z][a-z]{3,}\s")
_A_TITLE = r"(?:dr|drg|drs|dra|assoc|prof|ir|h|hj|kh|ns|apt|romo)\.?"
_TITLED = re.compile(rf"(?:\s\(\w+\))?,?\s(?={_A_TITLE}\s)", re.IGNORECASE)
_RANK = (
    r"(?:kolonel|letkol|mayor|kapten|letjen|mayjen|brigjen|irjen|kombes|kompol|akbp|akp)\.?"
    r"(?:\s(?:inf|czi|kav|ar[mh]|c[pb][lam]|mar|laut|tni|pol)\b\.?)?"
)
_TITLES_LAST = re.compile(rf"(?:\s(?:{_A_TITLE}|{_RANK}))+\s*$", re.IGNORECASE)
_CALLED = re.compile(r"\b[A-Z]{3,6}\s(?=[A-Z][a-z]+\s[A-Z][a-z])")
_SHORT_FORM = re.compile(r"\s\([A-Z][\w -]+\)\s(?:(?:Kabupaten|Kota|Provinsi)\s)?")
_ONLY_DEGREE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}\.\s?)+(?:[A-Z][A-Za-z]{0,5}\b)?\.?(?=[,)]|\s+(?!bint?i?\s)[a-z(\"“]|\s*$|\n)"
)
_NAMED_BODIES = re.compile(
    r"(?:\b(?:bank|(?:universitas|institut)(?:\s(?:agama|islam|negeri|kristen|hindu))*|politeknik|koperasi|perumdam|(?:perumda|pdam)(?:\s(?:air\sminum|pam|tirta|pasar|bpr))?|pt|cv|rs|rsud|rsu|yayasan|klinik|"
    r"hotel|(?<!masyarakat\s)(?<!masyarakat\sdan\s)(?<!masyarakat\s&\s)(?<!pemerintahan\s)(?:desa|nagari|gampong|kampung)|kelurahan|kecamatan|kalurahan|asosiasi|ikatan|persatuan|"
    r"forum|komisi|serikat|himpunan)|\b(?:camat|sekcam|lurah|keuchik|bendesa(?:\s+adat)?|perbekel|rektor|wali\s+nagari)"
    r"|\bbank(?:\s\w+){1,2}\s+(?:kantor\s+)?cabang|(?:bpjs|kerjaan|jamsostek|tk|naker|kerja)\s+(?:kantor\s+)?cabang(?:\s+(?:pembantu|perintis|utama))?)\s*$",
    re.IGNORECASE,
)
_ROLE_SHAPED = re.compile(rf"(?:{ACTING})(?:{HEADS})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def find_officials(prose: Prose) -> tuple[Official, ...]:
    """Each named person once, by the fullest name, with the first role printed for it."""
    places = places_in(prose)
    found: list[Official] = []
    taken = 0
    heads = sorted({*prose.places_of(ROLE_FIRST_WORDS), *prose.beginning(*_SHORTENED_HEADS)})
    for match in prose.matches_at(heads, _ROLE_START):
        free = match.start() >= taken and not (
            _is_nobody(prose.text, match)
            or _ALSO_CALLED.fullmatch(prose.text, taken, match.start())
        )
        official = _official(prose, match, places, taken) if free else None
        if official is not None and len(found) < _MOST:
            taken = official.evidence.end
            _add(found, official)
            for name, end in names_after(prose.text, official.role, taken, places):
                taken = end
                _add(found, Official(name, official.role, prose.evidence(match.start(), end)))
    return tuple(found)


def _is_nobody(text: str, role: re.Match[str]) -> bool:
    """Whether an office names a house or a paper, and no person: "Keputusan Bupati Nomor 5"."""
    before = _NOBODY_ACTS.search(text, max(0, role.start() - 16), role.start())
    return bool(before and not (before["word"] and not _NUMBERED.match(text, role.end())))


def _add(found: list[Official], official: Official) -> None:
    """Add a person, or put a fuller name in the place of a part of it."""
    words = _words_of(official)
    for index, known in enumerate(found):
        known_words = _words_of(known)
        if words <= known_words or _shortened(official, known):
            if len(official.role.split()) > 1 and len(known.role.split()) == 1:
                found[index] = Official(known.name, official.role, known.evidence)
            return
        if known_words < words or _shortened(known, official):
            found[index] = official
            return
    found.append(official)


def _words_of(official: Official) -> set[str]:
    return set(official.name.lower().replace("’", "'").split())


def _shortened(one: Official, other: Official) -> bool:
    """Whether a name is another, shortened: "M Faisal" of "Mohammad Faisal", or a call-name."""
    short, full = one.name.replace(".", " ").split(), other.name.split()
    if len(short) == 1 and len(short[0]) >= _SHORTEST_CALLED:
        return any(whole.startswith(short[0]) for whole in full)
    return len(short) == len(full) and all(
        name == whole or (len(name) < _SHORTENED_TO and whole.startswith(name))
        for name, whole in zip(short, full, strict=True)
    )


def _official(
    prose: Prose, match: re.Match[str], places: dict[int, int], taken: int
) -> Official | None:
    text = prose.text
    role_end = end_of_role(text, match.end(), places)
    if _VILLAGE_HEADS.match(text, match.start()):
        return None
    if _FULL_STOP.search(text, max(0, role_end - 16), role_end):
        return _named_before(prose, match, role_end, taken, places)
    joint = _BEFORE_NAME.match(text, role_end)
    named = name_at(text, joint.end() if joint else role_end, places)
    if named is None or opens_an_office(named[0]):
        return _named_before(prose, match, role_end, taken, places)
    placed = " " not in named[0] and named[2] + 1 in places
    inside = _OF_A_BODY.search(text, named[1], named[2])
    if placed or inside or _body_goes_on(text, named[2]):
        role_end = end_of_role(text, inside.start() if inside else named[2], places)
        joint = _BEFORE_NAME.match(text, role_end)
        named = name_at(text, joint.end() if joint else role_end, places)
        if named is None:
            return _named_before(prose, match, role_end, taken, places)
    name, start, end = named
    role_end = _up_to_the_title(text, role_end, joint.end() if joint else role_end, start)
    after_comma = _name_after_comma(text, end, places)
    if after_comma is not None and not _SET_APART.search(text, role_end, start):
        role_end = end
        name, start, end = after_comma
    else:
        person = _past_the_body(text, match.start(), role_end, named, places)
        if person is None:
            return None
        if person != named:
            role_end = person[1]
            name, start, end = person
    if (
        _is_no_person(prose, name)
        or _is_part_of_a_body(text, name, end)
        or _is_a_further_guest(match, name, text[role_end:start])
    ):
        return None
    role = " ".join(_TITLES_LAST.sub("", text[match.start() : role_end]).split()).strip(" ,-")
    return (
        None if role.endswith(" dan") else Official(name, role, prose.evidence(match.start(), end))
    )


def _up_to_the_title(text: str, role_end: int, offset: int, name: int) -> int:
    """The end of a role whose body goes on, until a title, where the name was looked for."""
    return name if offset < name and past_titles(text, offset) < name else role_end


def _past_the_body(
    text: str, role: int, role_end: int, named: tuple[str, int, int], places: dict[int, int]
) -> tuple[str, int, int] | None:
    """The person, where what was taken for one may be the own name of a body or a village."""
    _, start, end = named
    if _SET_APART.search(text, role_end, start):
        return named
    if not _NAMED_BODIES.search(text[role:role_end]):
        return (_SHORT_FORM.match(text, end) and _after_the_body(text, start, end, places)) or named
    if _A_NAME.search(text, role_end, start):
        return named
    person = _after_the_body(text, start, end, places)
    if person is None and _OF_A_VILLAGE.match(text, role):
        return _after_the_village(text, start, places)
    return person


def _is_no_person(prose: Prose, name: str) -> bool:
    """Whether a name begins with an office, or is a word that the text has in lower case too."""
    words = name.lower().split()
    common = len(words) == 1 and words[0] in _lower_words(prose)
    return common or words[0] in OFFICES


def _body_goes_on(text: str, end: int) -> bool:
    """Whether what was taken for a name goes on as a body's does."""
    following = _NEXT_WORD.match(text, end)
    derived = following is not None and is_derived_noun(following[1])
    return derived or _BODY_GOES_ON.match(text, end) is not None


def _is_part_of_a_body(text: str, name: str, end: int) -> bool:
    """Whether one capital word goes on as an office does: "Kepala Divisi Pertugasan BPJS"."""
    return " " not in name and _OFFICE_GOES_ON.match(text, end) is not None


def _is_a_further_guest(match: re.Match[str], name: str, between: str) -> bool:
    """Whether what a "perwakilan" is followed by is a body; a person's full name is set off."""
    words = name.lower().split()
    person = "," in between and len(words) > 1 and ORG_WORDS.isdisjoint(words)
    return match.group().lower() == "perwakilan" and not person


@lru_cache(maxsize=8)
def _lower_words(prose: Prose) -> frozenset[str]:
    return frozenset(_LOWER_WORD.findall(prose.text, 0, MAX_READ))


def _after_the_body(
    text: str, start: int, end: int, places: dict[int, int]
) -> tuple[str, int, int] | None:
    """The person after a body's own name, where a title or a place parts them."""
    titled = _TITLED.match(text, end)
    short = _SHORT_FORM.match(text, end)
    inside = [place_end for place, place_end in places.items() if start < place < end]
    offset = titled.end() if titled else short.end() if short else max(inside, default=end)
    if offset == end and not titled:
        called = _CALLED.search(text, start, end)
        if called is None:
            return None
        offset = called.end()
    offset = end_of_role(text, offset, places) if short else offset
    while text[offset : offset + 1] == " ":
        offset += 1
    named = name_at(text, offset, places)
    return named if named and " " in named[0] else None


def _after_the_village(
    text: str, start: int, places: dict[int, int]
) -> tuple[str, int, int] | None:
    """The person of "Lurah Sukamaju Budi Santoso": two names or more after the village's."""
    village = _VILLAGE.match(text, start)
    named = name_at(text, village.end(), places) if village else None
    return named if named and " " in named[0] else None


def _named_before(
    prose: Prose, match: re.Match[str], role_end: int, taken: int, places: dict[int, int]
) -> Official | None:
    """The person of "Venina selaku Kepala …", or of a sentence beginning "Andi Rauf, Kepala …"."""
    person = person_before(prose.text, match.start(), taken)
    if person is None or opens_an_office(person[0]) or person[0].split()[0].lower() in OFFICES:
        return None
    if places.get(person[1], 0) >= person[1] + len(person[0]):
        return None
    role = " ".join(prose.text[match.start() : role_end].split()).strip(" .,-").removesuffix(" dan")
    if len(role.split()) < 2:
        return None
    return Official(person[0], role, prose.evidence(person[1], role_end))


def _name_after_comma(text: str, end: int, places: dict[int, int]) -> tuple[str, int, int] | None:
    """The name in "Kepala DPMD Dalduk, Risdiyanto Hadi, …": what came before was the office."""
    comma = _COMMA_NAME.match(text, end)
    if comma is None or _ROLE_SHAPED.match(text, comma.end()):
        return None
    if _ONLY_DEGREE.match(text, comma.end()):
        return None
    named = name_at(text, comma.end(), places)
    if named is None or _ROLE_SHAPED.search(text, named[2], named[2] + 14):
        return None
    if opens_an_office(named[0]):
        return None
    name, _, name_end = named
    speaks = re.match(r"[,;.\n]|\s(?:[a-z]{4,}|di\b)|$", text[name_end : name_end + 12])
    return named if speaks and len(name.replace(".", "")) > 4 and not name.isupper() else None
