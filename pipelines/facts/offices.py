"""Which office of BPJS Ketenagakerjaan acts: its type and place, or only the place."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pipelines.facts.prose import Heads, Phrase, Phrases, Prose, data_words
from pipelines.model import Government
from pipelines.regions import bare_name, province_called, region, region_names

_AGENCY = (
    r"(?:b[pj]{2}s\s?-?\s?(?:ketenaga\s?kerjaan|tenaga\s?kerja|naker|tk)|bp\s?jamsostek|"
    r"bpjs\s?jamsostek|bpjstk|bpjsk|jamsostek|badan\s+penyelenggara(?:an)?\s+jaminan\s+sosial\s+"
    r"(?:\(bpjs\)\s+)?(?:ketenagakerjaan|tenaga\s+kerja)|bpjs(?!\s?-?\s?kes))"
    r"(?:\s?\((?:bpjs[\s-]?(?:tk|naker|ketenagakerjaan)|bp\s?jamsostek|jamsostek)\))?"
)
_KINDS = (
    ("Kantor Cabang Utama", r"(?:kantor\s+)?cabang\s+utama|kacab\s+utama"),
    ("Kantor Cabang Pembantu", r"(?:kantor\s+)?cabang\s+pembantu(?:\s?\(kcp\))?|kcp"),
    ("Kantor Cabang Perintis", r"(?:kantor\s+)?(?:cabang\s+)?perintis(?:\s?\(k\w+\))?"),
    ("Kantor Cabang", r"(?:kantor\s+)?cabang|kacab|kancab|kakacab|kacab\.|cab\.?"),
    ("Kantor Wilayah", r"kantor\s+wilayah|kanwil|kakanwil|wilayah"),
)


def _kind(side: str) -> str:
    named = (f"(?P<{side}{index}>{pattern})" for index, (_, pattern) in enumerate(_KINDS))
    return f"(?:{'|'.join(named)})"


_LEVEL = r"(?:\s+(?:(?P<level{}>Provinsi|Kabupaten|Kota)|kab\.?|regional))?"
_BEFORE_A_PLACE = r"(?:\s+|(?<=\.))(?=(?-i:[A-Z]))"
_OFFICE = re.compile(
    rf"\b(?:(?P<head>kepala|pimpinan|kakacab|kacab)\s+(?:kantor\s+(?!cabang|wilayah))?)?"
    rf"(?:{_kind('a')}\s+)?(?P<room>kantor\s+)?(?P<agency>{_AGENCY})(?:\s+{_kind('b')})?"
    rf"(?:\s+untuk)?{_LEVEL.format('')}{_BEFORE_A_PLACE}"
    rf"|\b(?P<head2>kepala\s+)?(?:(?<=direktur\s)|(?!wilayah)){_kind('c')}{_LEVEL.format('2')}{_BEFORE_A_PLACE}",
    re.IGNORECASE,
)
_HEADS = Heads(data_words("office_first_words.txt"))
_JOINED = re.compile(r",\s(?:(?:dan|serta)\s)?|\s?[-–—/]\s?|,?\s+(?:dan|serta|&)\s+|\s(?=[A-Z])")
_TOWN = re.compile(
    r"(?P<town>(?:(?:Tanjung|Muara|Sungai|Kota|Lubuk|Pangkalan|Bagan|Batu|Kuala|Teluk|Ujung|Pulau|"
    r"Bukit|Labuan|Rantau|Tebing|Bandar|Kayu|Pasir|Gunung|Simpang|Air)\s)?"
    r"(?!BPJS|Jamsostek|Ketenagakerjaan|Pembantu|Utama|Perintis)[A-Z][a-z]{3,}"
    r"|[A-Z][a-z]+\s[A-Z][a-z]+(?=,))(?=[,.)\n]|\s(?:[a-z]|\())"
)
_SIGNING = re.compile(r"nandatangan|tanda\s?tangan|\bteken|\bmeneken|\bditeken")
_SIGNS = re.compile(r"\bantara\s(?:[\w()]+\s){0,5}$", re.IGNORECASE)
_SIGNS_ITSELF = re.compile(
    r"\s(?:(?:resmi|kembali|telah)\s)?(?:meneken|teken|menandatangani|menggandeng|menjalin)\b"
)
_ATTENDS = re.compile(r"\b(?:hadir|dihadiri|disaksikan|didampingi)\b")
_SIGNER, _ONLY_THERE = 3.5, 0.8
_LISTED = {"Kantor Wilayah"}
_RAYA = " Raya"
_OWN, _LEADS = 1.0, 1.0
_BUILDING = re.compile(r"\b(?:plaza|menara|gedung|graha|wisma)\s$", re.IGNORECASE)
_PROVINCES = frozenset({"Bali", "Papua", "Jakarta", "Jambi", "Banten", "Maluku", "Riau"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the text names it.

    kind: None where only the place is told. level: "Kota" before the place, "" where not printed.
    home: the place, of a regional office the first, by which offices are told apart. attends:
    whether it is only said to be there.
    """

    kind: str | None
    level: str
    place: str
    home: str
    start: int
    end: int
    weight: float
    attends: bool


@cache
def _places() -> Phrases[str]:
    branches = files("pipelines").joinpath("data", "branches.txt").read_text(encoding="utf-8")
    names = {name.lower(): name for name in (*region_names(), *branches.split("\n")) if name}
    return Phrases((name, name) for name in names.values())


@lru_cache(maxsize=8)
def find_places(prose: Prose) -> tuple[Phrase[str], ...]:
    """Regions and branch towns, by name alone."""
    return tuple(_places().find(prose))


def find_offices(prose: Prose) -> tuple[Office, ...]:
    """Every office of the agency that the text names."""
    found = prose.matches_at(prose.places_of(_HEADS), _OFFICE)
    return tuple(office for match in found if (office := _office(prose, match)))


def acting_office(prose: Prose, governments: tuple[Government, ...] = ()) -> str | None:
    """The office that acts: heads and early mentions weigh most; "Kantor Cabang Palembang".

    governments: those that act, whose own office goes before others. None where two places weigh
    the same and nothing tells of a branch.
    """
    offices = find_offices(prose)
    if not offices:
        return None
    weights = _weights(prose, offices, {bare_name(one.name).lower() for one in governments})
    best = max(weights, key=lambda home: weights[home])
    chosen = [office for office in offices if office.home == best]
    kinds = [office.kind for office in chosen if office.kind]
    only_there = all(office.attends for office in chosen)
    if (not kinds or only_there) and list(weights.values()).count(weights[best]) > 1:
        return None
    kind = min(kinds, key=_rank, default=None)
    named = max(
        chosen,
        key=lambda office: (office.kind == kind, len(office.place), office.weight),
    )
    return " ".join(filter(None, (kind, named.level, _titled(named.place))))


def _weights(prose: Prose, offices: tuple[Office, ...], own: set[str]) -> dict[str, float]:
    """What speaks for each place; more for a branch that the lead names first, and at home."""
    weights: dict[str, float] = {}
    for office in offices:
        weights[office.home] = weights.get(office.home, 0.0) + office.weight
    for home in own & {office.home for office in offices if office.kind}:
        weights[home] += _OWN
    first = offices[0]
    if first.kind and not first.attends and prose.paragraph_of(first.start) == 0:
        weights[first.home] += _LEADS
    return weights


def _home(place: str) -> str:
    """What offices are told apart by: Jatim and Jawa Timur are one."""
    code = province_called(place)
    found = region(code) if code else None
    return bare_name(found.name).lower() if found else place.lower()


def _rank(kind: str) -> int:
    return next(index for index, (name, _) in enumerate(_KINDS) if name == kind)


def _titled(place: str) -> str:
    """A place printed in capitals, as it is written: PALEMBANG is Palembang, OKU stays."""
    return place.title() if place.isupper() and len(place) > 5 else place


def _office(prose: Prose, match: re.Match[str]) -> Office | None:
    kind = _kind_of(match)
    place = _place_at(prose, match.end(), kind in _LISTED)
    if place is None and kind is not None and kind not in _LISTED:
        place = _unlisted_town(prose.text, match.end())
    if place is None or (kind is None and _is_a_building(prose.text, match.start())):
        return None
    start, end = place
    sentence, _ = prose.sentence_at(match.start())
    attends = _ATTENDS.search(prose.lower, sentence, match.start()) is not None
    weight = _weight(prose, match, end, bool(kind)) * (_ONLY_THERE if attends else 1.0)
    if not weight:
        return None
    name = " ".join(prose.text[start:end].split())
    level = (match["level"] or match["level2"] or "").title()
    first = _places().at(prose, start)
    home = _home(first.value if first and kind in (None, *_LISTED) else name)
    return Office(kind, level, name, home, match.start(), end, weight, attends)


def _weight(prose: Prose, match: re.Match[str], end: int, kind: bool) -> float:
    """What a mention that ends at an offset counts; nothing where it may be another body's."""
    paragraph = prose.paragraph_of(match.start())
    weight = 3.0 if paragraph == 0 else 2.0 if paragraph < 4 else 1.0
    if match["head"] or match["head2"]:
        weight += 2.0
    if kind:
        weight += 0.5
    if _SIGNS.search(prose.text, max(0, match.start() - 60), match.start()):
        weight += _SIGNER
    if _SIGNS_ITSELF.match(prose.text, end):
        weight += _SIGNER
    if _SIGNING.search(prose.lower, *prose.sentence_at(match.start())):
        weight += 2.0
    if match["agency"] is None:
        return weight * _share_without_agency(prose, match, end)
    return weight * (0.5 if match["agency"].lower() == "bpjs" and not match["room"] else 1.0)


def _is_a_building(text: str, offset: int) -> bool:
    """Whether the agency's name is that of a house: "Plaza BPJAMSOSTEK Jakarta"."""
    return bool(_BUILDING.search(text, max(0, offset - 8), offset))


def _share_without_agency(prose: Prose, match: re.Match[str], end: int) -> float:
    """How much an office counts that is named without the agency: its head's a little anywhere."""
    if "kesehatan" in prose.lower[max(0, match.start() - 24) : match.start()]:
        return 0.0
    window = prose.lower[max(0, match.start() - 60) : end + 60]
    if "bpjs" in window or "jamsostek" in window:
        return 0.8
    return 0.1 if match["head2"] else 0.0


def _kind_of(match: re.Match[str]) -> str | None:
    for side in "bac":
        for index, (kind, _) in enumerate(_KINDS):
            if match[f"{side}{index}"]:
                return kind
    return None


def _unlisted_town(text: str, offset: int) -> tuple[int, int] | None:
    """A town that no list has: one capital word, or two that are clearly one name."""
    match = _TOWN.match(text, offset)
    return match.span("town") if match else None


def _place_at(prose: Prose, offset: int, listed: bool) -> tuple[int, int] | None:
    """Offsets of the place that begins here, with its further parts for a regional office."""
    first = _places().at(prose, offset)
    if first is None:
        return None
    end = first.end + len(_RAYA) * prose.text.startswith(_RAYA, first.end)
    within = _places().at(prose, end + 1) if first.value in _PROVINCES else None
    if within and not listed and prose.text[end] == " ":
        return offset, within.end
    while listed:
        joint = _JOINED.match(prose.text, end)
        further = _places().at(prose, joint.end()) if joint else None
        if further is None:
            break
        end = further.end
    return offset, end
