"""Named regulations: Inpres Nomor 2 Tahun 2021, Perbup No. 83 Tahun 2023, Perwali No. 62/2018."""

import re
from collections.abc import Iterator

from pipelines.facts.prose import Heads, Prose
from pipelines.model import Regulation

_LONG_KINDS = (
    (r"ins?truksi\s+presiden", "inpres"),
    (r"ins?truksi\s+(?:menteri\s+dalam\s+negeri|mendagri)", "instruksi mendagri"),
    (r"ins?truksi\s+gubernur", "instruksi gubernur"),
    (r"ins?truksi\s+bupati", "instruksi bupati"),
    (r"ins?truksi\s+wal[iy]\s?kota", "instruksi wali kota"),
    (r"undang\s?-\s?undang", "uu"),
    (r"peraturan\s+pemerintah\s+pengganti\s+undang\s?-\s?undang", "perppu"),
    (r"peraturan\s+pemerintah", "pp"),
    (r"peraturan\s+presiden", "perpres"),
    (r"peraturan\s+(?:menteri\s+dalam\s+negeri|mendagri)", "permendagri"),
    (r"peraturan\s+(?:menteri\s+(?:ketenagakerjaan|tenaga\s+kerja)|menaker)", "permenaker"),
    (r"peraturan\s+(?:menteri\s+keuangan|menkeu)", "pmk"),
    (r"peraturan\s+(?:menteri\s+desa\w*|mendes\w*)", "permendes"),
    (r"peraturan\s+menteri\s+kesehatan", "permenkes"),
    (r"peraturan\s+menteri\s+sosial", "permensos"),
    (r"peraturan\s+menteri\s+koordinator(?:\s+bidang\s+pmk)?", "permenko"),
    (r"peraturan\s+menteri(?=,?\s(?:nomor|nomer|no)\b)", "permen"),
    (r"peraturan\s+kpu", "pkpu"),
    (r"peraturan\s+bpjs\s+ketenagakerjaan", "perbpjs"),
    (r"rancangan\s+peraturan\s+daerah", "raperda"),
    (r"peraturan\s+daerah", "perda"),
    (r"peraturan\s+bupati", "perbup"),
    (r"peraturan\s+wal[iy]\s?kota", "perwali"),
    (r"peraturan\s+gubernur", "pergub"),
    (r"peraturan\s+(?:kepala\s+)?desa", "perdes"),
    (r"surat\s+edaran", "se"),
    (r"keputusan\s+presiden", "keppres"),
    (r"(?:surat\s+)?keputusan\s+menteri", "kepmen"),
    (r"(?:surat\s+)?keputusan\s+(?:\(sk\)\s+)?gubernur", "kepgub"),
    (r"(?:surat\s+)?keputusan\s+(?:\(sk\)\s+)?bupati", "kepbup"),
    (r"(?:surat\s+)?keputusan\s+(?:\(sk\)\s+)?wal[iy]\s?kota", "kepwali"),
    (r"surat\s+keputusan", "sk"),
    (r"qanun", "qanun"),
)
_SHORT_KINDS = {
    "inpres": "inpres", "instpres": "inpres", "uu": "uu", "kepmen": "kepmen",
    "ingub": "instruksi gubernur", "inbup": "instruksi bupati", "inwali": "instruksi wali kota",
    "inmendagri": "instruksi mendagri", "keppres": "keppres", "perpu": "perppu",
    "perdasus": "perdasus", "perdasi": "perdasi",
    "perppu": "perppu", "pp": "pp", "perpres": "perpres", "permendagri": "permendagri",
    "permenaker": "permenaker", "permennaker": "permenaker", "pmk": "pmk",
    "permenko": "permenko", "permendes": "permendes", "permendesa": "permendes",
    "permenkes": "permenkes", "permenkeu": "pmk", "permen": "permen", "pkpu": "pkpu",
    "raperda": "raperda", "perda": "perda", "perbup": "perbup", "perwali": "perwali",
    "perwal": "perwali", "perwako": "perwali", "perwa": "perwali", "pergub": "pergub",
    "perdes": "perdes", "perkades": "perdes", "se": "se", "kepgub": "kepgub", "kepbup": "kepbup",
    "kepwal": "kepwali", "sk": "sk",
}  # fmt: skip
_LONG = "|".join(f"(?P<k{index}>{pattern})" for index, (pattern, _) in enumerate(_LONG_KINDS))
_SHORT = "|".join(sorted(_SHORT_KINDS, key=len, reverse=True))
_ANY_KIND = rf"(?:peraturan|instruksi|undang|keputusan|surat|qanun|{_SHORT})\b"
_NUMBERED = r"(?:(?:ber)?nomor|nomer|number|no)\b\s?[.:]*\s?|no\.?(?=\d)"
_NAMED = re.compile(
    rf"\b(?:(?:{_LONG})|(?P<short>{_SHORT})\b)"
    rf"(?P<of>(?:\s?\([^()\n]{{2,30}}\)|\s+(?!(?:ber)?nomor|nomer|no\b|tahun\b|{_ANY_KIND})"
    rf"(?:bupati|gubernur|wal[iy]|kota|kabupaten|kab\.|menteri|dalam|negeri|dan|(?-i:[A-Z])[A-Za-z]*)"
    rf"(?:\b|(?<=kab\.))"
    rf"){{0,9}}?)"
    rf"(?:[\s,]{{1,3}}(?:{_NUMBERED})\s?(?P<number>\d{{1,3}}\s[A-Z](?=\s+tahun)|[A-Za-z]?-?\d[\w./-]*\w|\d+)"
    rf"(?P<more>(?:(?:,|,?\s(?:dan|serta|&))\s(?:{_NUMBERED})?\d{{1,3}}(?=\s*(?:[,.;)]|(?:dan|serta|tahun|tentang)\b|$))){{0,5}})"
    rf"|\s?(?:{_NUMBERED})(?P<number2>\d+)|\s(?P<number3>\d{{1,3}})(?=\s+tahun\s+\d|\s?/\s?\d{{4}}))"
    rf"(?:[\s,]{{1,2}}(?:tahun|thn|th\.?|of)\s+(?P<year>\d{{4}})\b|\s?/\s?(?P<year2>\d{{4}})\b"
    rf"|\s(?P<year3>(?:19|20)\d\d)(?=\s+tentang\b))?",
    re.IGNORECASE,
)
_NUMBER_WITH_YEAR = re.compile(r"(\d{1,3})/(\d{4})")
_YEAR_LAST = re.compile(r"/((?:19|20)\d\d)$")
_HEADS = Heads(
    {*_SHORT_KINDS, "instruksi", "intruksi", "undang", "peraturan", "rancangan", "surat"}
    | {"keputusan", "qanun"}
)
_YEARS = range(1945, 2100)


def find_regulations(prose: Prose) -> tuple[Regulation, ...]:
    """Each regulation that is named by its number, once, with the first place it is named."""
    found: dict[tuple[str, str | None], Regulation] = {}
    for match in prose.matches_at(prose.places_of(_HEADS), _NAMED):
        for one in _regulations(prose, match):
            known = found.get((one.kind, one.number))
            if known is None or (known.year is None and one.year is not None):
                found[(one.kind, one.number)] = one
    return tuple(found.values())


def _regulations(prose: Prose, match: re.Match[str]) -> Iterator[Regulation]:
    """The regulation, or each of several of one kind: "PP Nomor 44, 45 dan 46 Tahun 2015"."""
    number: str = match["number"] or match["number2"] or match["number3"]
    for one in (number, *re.findall(r"\d+", match["more"] or "")):
        yield _regulation(prose, match, one)


def _regulation(prose: Prose, match: re.Match[str], number: str) -> Regulation:
    year = match["year"] or match["year2"] or match["year3"]
    if year is None and (together := _NUMBER_WITH_YEAR.fullmatch(number)):
        number, year = together.groups()
    elif year is None and (last := _YEAR_LAST.search(number)):
        year = last[1]
    return Regulation(
        raw=match.group(),
        kind=_kind(match),
        number=str(int(number)) if number.isdecimal() else number,
        year=int(year) if year and int(year) in _YEARS else None,
        evidence=prose.evidence(match.start(), match.end()),
    )


def _kind(match: re.Match[str]) -> str:
    if match["short"]:
        return _SHORT_KINDS[match["short"].lower()]
    index = next(i for i in range(len(_LONG_KINDS)) if match[f"k{i}"])
    return _LONG_KINDS[index][1]
