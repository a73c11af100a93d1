"""Which office of BPJS Ketenagakerjaan acts: its type and place, or only the place."""

import re
from dataclasses import dataclass

from pipelines.facts.office_names import Named, offices_named, specificity
from pipelines.facts.prose import Prose
from pipelines.model import Government
from pipelines.regions import bare_name, province_called, region, region_called

_SIGNING = re.compile(r"nandatangan|tanda\s?tangan|\bteken|\bmeneken|\bditeken")
_SIGNS = re.compile(r"\bantara\s(?:[\w()]+\s){0,5}$", re.IGNORECASE)
_SIGNS_ITSELF = re.compile(
    r"\s(?:(?:resmi|kembali|telah)\s)?(?:meneken|teken|menandatangani|menggandeng|menjalin)\b"
)
_ATTENDS = re.compile(r"\b(?:hadir|dihadiri|disaksikan|didampingi)\b")
_WITNESSES = re.compile(
    r"(?:,\s[^.,\n]{2,40},)?\s(?:turut\s|ikut\s)?"
    r"(?:(?:menjadi|jadi|selaku|sebagai)\ssaksi|menyaksikan\spenandatanganan)\b",
    re.IGNORECASE,
)
_SIGNER, _ONLY_THERE, _WITNESS = 3.5, 0.8, 0.5
_NEAR, _FAR, _BARE = 0.8, 0.1, 0.5
_OWN, _LEADS, _LOCAL, _UNNAMED = 1.0, 1.0, 1.2, 0.4
_REGIONAL = (None, "Kantor Wilayah")
_SHORT_FOR = {
    "banuspa": "bali",
    "bali nusa tenggara": "bali",
    "sulama": "sulawesi",
    "sulawesi maluku": "sulawesi",
    "sumbarriau": "sumatera barat",
    "sumbariau": "sumatera barat",
}
"""Regional offices by what else they are called: the first of their provinces."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the text names it once.

    home: the place, of a regional office the first, by which offices are told apart. attends:
    whether it is only said to be there. witnesses: whether it watches others sign.
    """

    named: Named
    home: str
    weight: float
    attends: bool
    witnesses: bool


def find_offices(prose: Prose) -> tuple[Office, ...]:
    """Every office of the agency that the text names."""
    return tuple(_office(prose, named) for named in offices_named(prose))


def acting_office(prose: Prose, governments: tuple[Government, ...] = ()) -> str | None:
    """The office that acts: heads and early mentions weigh most; "Kantor Cabang Palembang".

    governments: those that act, whose own office goes before others. None where two places weigh
    the same and nothing tells of a branch.
    """
    offices = find_offices(prose)
    if not offices:
        return None
    weights = _weights(prose, offices, governments)
    best = max(weights, key=lambda home: weights[home])
    chosen = [office for office in offices if office.home == best]
    kinds = [office.named.kind for office in chosen if office.named.kind]
    only_there = all(office.attends for office in chosen)
    if (not kinds or only_there) and list(weights.values()).count(weights[best]) > 1:
        return None
    kind = min(kinds, key=specificity, default=None)
    named = max(
        chosen,
        key=lambda office: (office.named.kind == kind, len(office.named.place), office.weight),
    ).named
    return " ".join(filter(None, (kind, named.level, _titled(named.place))))


def _weights(
    prose: Prose, offices: tuple[Office, ...], governments: tuple[Government, ...]
) -> dict[str, float]:
    """What speaks for each place; more for a branch, at home and where the lead names it first.

    Less for "BPJS Ketenagakerjaan" of the government's own place where a branch's head speaks.
    """
    weights: dict[str, float] = {}
    for office in offices:
        weights[office.home] = weights.get(office.home, 0.0) + office.weight
    for home in {office.home for office in offices if office.witnesses}:
        weights[home] *= _WITNESS
    own = {bare_name(one.name).lower() for one in governments}
    for home in own & {office.home for office in offices if office.named.kind}:
        weights[home] += _OWN
    if any(one.named.kind == "Kantor Cabang" and one.named.head for one in offices):
        for home in own & weights.keys():
            here = [office.named for office in offices if office.home == home]
            weights[home] *= 1.0 if any(one.kind or one.head for one in here) else _UNNAMED
    if any(one.level != "province" for one in governments):
        for home in {office.home for office in offices if office.named.kind not in _REGIONAL}:
            weights[home] += _LOCAL
    first = offices[0]
    if first.named.kind and not first.attends and prose.paragraph_of(first.named.start) == 0:
        weights[first.home] += _LEADS
    return weights


def _office(prose: Prose, named: Named) -> Office:
    sentence, _ = prose.sentence_at(named.start)
    attends = _ATTENDS.search(prose.lower, sentence, named.start) is not None
    weight = _weight(prose, named) * (_ONLY_THERE if attends else 1.0)
    first = named.first if named.kind in _REGIONAL else None
    witnesses = _WITNESSES.match(prose.text, named.end) is not None
    return Office(named, _home(first or named.place), weight, attends, witnesses)


def _home(place: str) -> str:
    """What offices are told apart by: Jatim and Jawa Timur are one."""
    code = province_called(place) or region_called(place)
    found = region(code) if code else None
    if found:
        return bare_name(found.name).lower()
    return _SHORT_FOR.get(place.lower(), place.lower())


def _titled(place: str) -> str:
    """A place printed in capitals, as it is written: PALEMBANG is Palembang, OKU stays."""
    return place.title() if place.isupper() and len(place) > 5 else place


def _weight(prose: Prose, named: Named) -> float:
    """What one mention counts: little where the agency is not named with it."""
    paragraph = prose.paragraph_of(named.start)
    weight = 3.0 if paragraph == 0 else 2.0 if paragraph < 4 else 1.0
    if named.head:
        weight += 2.0
    if named.kind:
        weight += 0.5
    if _SIGNS.search(prose.text, max(0, named.start - 60), named.start):
        weight += _SIGNER
    if _SIGNS_ITSELF.match(prose.text, named.end):
        weight += _SIGNER
    if _SIGNING.search(prose.lower, *prose.sentence_at(named.start)):
        weight += 2.0
    if named.agency is None:
        return weight * (_NEAR if named.near else _FAR)
    return weight * (_BARE if named.agency.lower() == "bpjs" else 1.0)
