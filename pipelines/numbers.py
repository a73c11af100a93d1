"""Figures in Indonesian prose: 35.000 jiwa · 60,70% · Rp2,35 miliar · belasan ribu pekerja.

A dot groups thousands and a comma is the decimal sign; the unit decides what a number is.
Spans of time, ages, ordinals, dates, article and regulation numbers are no figures.
"""

import re
from dataclasses import dataclass, replace

from pipelines.facts.counted_things import counted_ends
from pipelines.facts.group_names import group_ends
from pipelines.facts.labels import is_labelled
from pipelines.facts.number_words import (
    NUMBER,
    ONE_WORD,
    ONES,
    SCALE,
    VAGUE,
    number,
    scale_of,
    spelled,
)
from pipelines.facts.prose import Heads, Prose
from pipelines.facts.rupiah import ENGLISH_SCALE, amount_at
from pipelines.facts.units import MODIFIER, UNIT, thing_ends, without_name

_RANGE = r"(?:-|–|—|hingga|sampai(?:\s+dengan)?|s/d)"
_DIGITS = re.compile(
    rf"(?:(?P<low>{NUMBER})\s?(?:%|persen|{SCALE})?\s?{_RANGE}\s?)?"
    rf"(?P<number>{NUMBER})(?:\s?\([a-z ]{{3,24}}\))?"
    rf"(?:(?P<round0>-?an\b)?\s?(?P<percent>%|persen\b)"
    rf"|-?(?P<round1>an\b)?(?:\s?(?P<scale>{SCALE})(?P<round2>an)?\b)?(?P<rupiah>\s+rupiah\b)?"
    rf"(?:\s+(?:lebih\s+)?(?P<unit>{UNIT}{MODIFIER}?))?)",
    re.IGNORECASE,
)
_WORDED = re.compile(
    rf"(?:(?P<vague>belasan|puluhan|ratusan|ribuan|jutaan)(?:\s+(?P<vscale>{SCALE}))?"
    rf"|(?P<words>(?:(?:{ONE_WORD})(?:\s+(?:belas|puluh|ratus))?\s+){{1,3}})"
    rf"(?P<wscale>{SCALE}(?:an)?\b)?"
    rf"(?P<rest>(?:\s+(?:{ONE_WORD})(?:\s+(?:belas|puluh|ratus))?(?!\s+{SCALE})){{1,3}}(?=\s))?)"
    rf"(?:\(\d+\))?"
    rf"\s*(?P<percent>persen\b)?(?P<rupiah>rupiah\b)?(?:(?:lebih\s+)?(?P<unit>{UNIT}{MODIFIER}?))?",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(
    r"\s*(?:\([a-z ]+\)\s*)?(?:(?:tahun|bulan|hari|minggu|pekan|jam|menit|detik)(?:an)?|kali|"
    r"wib|wita|wit|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|nop?v?ember|desember|"
    r"km|meter|m2|kilometer|derajat|poin|menit|besar|pihak|lantai|a\.m|p\.m|am|pm|tahap|"
    r"th\b|st\b)\b|\s?[/:][0-9]|[/-][0-9]",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:sekitar|kurang\s+lebih|hampir|lebih\s+dari|lebih|±|kira-kira|setidaknya|sedikitnya|"
    r"diperkirakan|mendekati|nyaris|tak\s+kurang\s+dari|tidak\s+kurang\s+dari|kisaran|"
    r"di\s+atas|lebih\s+kurang|capai\s+lebih\s+dari)\s*(?:rp\.?\s?)?$",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(r"\s+(?:lebih|an)\b", re.IGNORECASE)
_LIKE_ENGLISH = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_GOES_ON = re.compile(r"\.[0-9]")
_PARTED = re.compile(
    r"\b(?:sebanyak|sejumlah|mencapai|total|sekitar|ada)\s[0-9]{1,3}\. [0-9]{3}\s(?=[a-z])", re.I
)
_PART = 18
_REFERRED_TO = re.compile(r"\s(?:ini|itu|tersebut|tadi)\b")
_PART_AFTER = re.compile(r"\s(?:di\s?antaranya|dari\s(?:total\s)?[0-9]|sisanya|lainnya)")
_SO_MANY = re.compile(
    r"\b(?:baru|sebanyak|sejumlah|hanya|cuma|total(?:nya)?|seluruhnya|jumlahnya|"
    r"berjumlah)\s$",
    re.IGNORECASE,
)
_ENDS_A_COUNT = re.compile(
    r"[;!?\"”)]|[.,](?![0-9])|\s(?:yang|saja|sudah|telah|hadir|dari|dengan|untuk|tetapi|dan)\b"
)
_A_REGION = re.compile(r"(?:L(?i:ima puluh)|50) K(?i:ota)")
_NICKNAME = re.compile(
    r"\b(?:Negeri|Bumi|Kota|Pulau|Kepulauan|Kampung|Tanah|Gunung|Lawang|Gerbang)\s$"
)
"""Before a number that is a part of a name: "Negeri Seribu Jembatan"."""
_CAPITAL_BEFORE = re.compile(r"[a-z]{2,}\s(?:[a-z]+\s)?[A-Z][a-z]+\s$")
_DIVISION = re.compile(r"\w+\s(?:Kecamatan|Kabupaten|Kelurahan|Distrik)\s[A-Z]")
_WORDS = Heads({*ONES, *VAGUE})
_MONEY = ("rp", "idr")
_PEOPLE = frozenset({"orang", "jiwa"})
_SMALLEST_BARE = 1000
_ROUND_FROM = 1000
_YEARS = range(1900, 2061)
_PAIR = 2
_SMALLEST_AFTER_KE = 10


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its unit, as found: the stuff of a Figure. start, end: offsets of raw."""

    raw: str
    start: int
    end: int
    value: float
    upper: float | None
    unit: str | None
    approximate: bool


def find_counted(prose: Prose) -> tuple[Counted, ...]:
    """Every figure of a text in order."""
    found: list[Counted] = []
    free = 0
    for place in sorted([*prose.places_of(_WORDS), *prose.numerals, *prose.beginning(*_MONEY)]):
        start = prose.starts[place]
        counted = _counted(prose, place, found[-1] if found else None) if start >= free else None
        if counted is not None:
            found.append(counted)
            free = counted.end
    return tuple(found)


def _counted(prose: Prose, place: int, previous: Counted | None) -> Counted | None:
    text, start, word = prose.text, prose.starts[place], prose.words[place]
    if word in _WORDS:
        match = _WORDED.match(text, start)
        return _whole(prose, _worded(prose, place, match)) if match else None
    if not "0" <= word[0] <= "9":
        return _amount(text, start)
    match = _DIGITS.match(text, start)
    if match is None or is_labelled(prose, place):
        return None
    return _whole(prose, _digits(prose, match, previous))


def _whole(prose: Prose, one: Counted | None) -> Counted | None:
    """With all that says what is counted: "180 pegawai harian lepas", "56 pasar tradisional"."""
    if one is None or _A_REGION.fullmatch(one.raw):
        return None
    if one.unit in (None, "rupiah", "persen") or not one.raw.endswith(one.unit):
        return one
    first = one.end - len(one.unit)
    end = without_name(prose.text, first, counted_ends(prose, first, one.end))
    unit = _one_line(prose.text[first:end])
    return replace(one, raw=prose.text[one.start : end], end=end, unit=unit)


def _amount(text: str, start: int) -> Counted | None:
    one = amount_at(text, start)
    if one is None:
        return None
    return _made(text, start, one.end, one.value, one.upper, "rupiah", one.rounded)


def _digits(prose: Prose, match: re.Match[str], previous: Counted | None) -> Counted | None:
    text = prose.text
    value = number(match["number"])
    if value is None or _is_ordinal(text, match, value) or _is_unsure(match):
        return None
    scale = scale_of(match["scale"])
    unit = _unit(match)
    end = match.end()
    if unit is None and (group := group_ends(prose, end + 1)) and text[end] == " ":
        unit, end = text[end + 1 : group], group
    if unit is None and (thing := _thing_ends(text, match)):
        unit, end = text[end + 1 : thing], thing
    if unit is None:
        unit = _unit_of_bare(text, match, previous, value * scale)
        if unit is None:
            return None
        end = match.end("scale") if match["scale"] else match.end("number")
        if match["round2"] or match["round1"]:
            end = match.end("round2") if match["round2"] else match.end("round1")
        unit = unit or None
    low = number(match["low"]) if match["low"] else None
    start = match.start()
    upper = None
    if low is not None:
        if low * scale < value * scale or low < value:
            low, upper = (low if low >= _SMALLEST_BARE else low * scale), value * scale
        else:
            low, start = None, match.start("number")
    rounded = bool(match["round0"] or match["round1"] or match["round2"])
    first = low if low is not None else value * scale
    return _made(text, start, end, first, upper, unit, rounded)


def _is_unsure(match: re.Match[str]) -> bool:
    """Whether it goes on like "1.328.50" or "12. 915 petani", may group thousands as English does
    ("2,300"), or is the year before a name or a thing: "2025 Kabupaten Bangka", "Paritrana 2022
    kategori"."""
    if _is_parted(match):
        return True
    if match["unit"] and match["unit"] not in _PEOPLE and _is_year(match["number"]):
        return True
    whole = match["scale"] is None and match["percent"] is None
    return whole and bool(_LIKE_ENGLISH.fullmatch(match["number"]))


def _is_parted(match: re.Match[str]) -> bool:
    """Whether it goes on, or is a part of a number that a slip of the pen parted."""
    text, start, end = match.string, match.start("number"), match.end("number")
    if _GOES_ON.match(text, end):
        return True
    slip = _PARTED.search(text, max(0, start - _PART), end + _PART)
    return slip is not None and slip.start() < start < slip.end()


def _is_year(digits: str) -> bool:
    return digits.isdigit() and int(digits) in _YEARS


def _thing_ends(text: str, match: re.Match[str]) -> int | None:
    """Where an unlisted thing ends that is counted in digits, and is no span of time."""
    end = match.end()
    year = match["scale"] is None and _is_year(match["number"])
    if year or (match["low"] and _is_year(match["low"])) or text[end : end + 1] != " ":
        return None
    if _TIME_AFTER.match(text, end) or ENGLISH_SCALE.match(text, end):
        return None
    return thing_ends(text, end)


def _is_ordinal(text: str, match: re.Match[str], value: float) -> bool:
    """Whether "ke" before it makes an order of it: "ke 2", and not "ke 158 desa"."""
    led = text[max(0, match.start() - 4) : match.start()].lower().endswith((" ke ", "-ke "))
    return led and (match["unit"] is None or value < _SMALLEST_AFTER_KE)


def _unit(match: re.Match[str]) -> str | None:
    if match["percent"]:
        return "persen"
    if match["rupiah"]:
        return "rupiah"
    return match["unit"]


def _unit_of_bare(
    text: str, match: re.Match[str], previous: Counted | None, value: float
) -> str | None:
    """Unit of a number with none of its own: that of a list it continues; "" when unknown."""
    grouped = "." in match["number"] and match["scale"] is None
    if match["number"].isdigit() and value not in _YEARS and _tells_how_many(text, match):
        return ""
    if value < _SMALLEST_BARE or not (grouped or match["scale"]):
        return None
    if _TIME_AFTER.match(text, match.end()) or (match["low"] and not match["scale"]):
        return None
    if ENGLISH_SCALE.match(text, match.end()):
        return None
    if previous is None or match.start() - previous.end > 60 or previous.unit == "persen":
        return ""
    between = text[previous.end : match.start()]
    carried = re.search(r"(?:\bdan\b|,|\bsedangkan\b|\bserta\b)", between) and "." not in between
    return previous.unit or "" if carried and previous.unit != "rupiah" else ""


def _tells_how_many(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number tells how many: "412 dari 530 pekerja", "baru 19 yang ikut"."""
    if _PART_AFTER.match(text, match.end("number")):
        return True
    so_many = _SO_MANY.search(text, max(0, match.start() - 12), match.start())
    return bool(so_many and _ENDS_A_COUNT.match(text, match.end("number")))


def _worded(prose: Prose, place: int, match: re.Match[str]) -> Counted | None:
    text, unit, end = prose.text, _unit(match), match.end()
    if unit is None and _TIME_AFTER.match(text, end):
        return None
    if unit is None and (thing := _worded_thing_ends(text, match)):
        unit, end = text[end:thing].strip(), thing
    if unit is None and not (match["vscale"] or match["wscale"]):
        return None
    if match["vague"]:
        return _vague(text, match, unit)
    start = match.start()
    if text[start].isupper() and _is_in_a_name(text, start, end):
        return None
    value = spelled(match["words"].lower().split())
    if value is None or (value == 1 and match["wscale"] is None and unit != "persen"):
        return None
    if value == _PAIR and _REFERRED_TO.match(text, end):
        return None
    if is_labelled(prose, place):
        return None
    scale = (match["wscale"] or "").lower()
    rounded = scale.endswith("an")
    rest = spelled(match["rest"].lower().split()) if match["rest"] else 0.0
    value = value * scale_of(scale.removesuffix("an")) + (rest or 0.0)
    return _made(text, match.start(), end, value, None, unit, rounded)


def _is_in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a number is part of a name: "Negeri Seribu Jembatan", "Tamo Dua Kecamatan Reka"."""
    if _NICKNAME.search(text, max(0, start - 12), start):
        return True
    named = _CAPITAL_BEFORE.search(text, max(0, start - 24), start) is not None
    return named and _DIVISION.match(text, start, end + _PART) is not None


def _worded_thing_ends(text: str, match: re.Match[str]) -> int | None:
    """Where an unlisted thing ends that is counted in words: "tiga pelabuhan", no "dua hal itu"."""
    if match["vague"]:
        return None
    end = thing_ends(text, match.end() - text[match.end() - 1].isspace())
    return None if end and _REFERRED_TO.match(text, end) else end


def _vague(text: str, match: re.Match[str], unit: str | None) -> Counted | None:
    """Belasan ribu workers are eleven to nineteen thousand; ribuan, or no unit, is too vague."""
    if match["vscale"] is None or unit is None:
        return None
    word, scale = match["vague"].lower(), scale_of(match["vscale"])
    upper = 19 * scale if word == "belasan" else None
    return _made(text, match.start(), match.end(), VAGUE[word] * scale, upper, unit, rounded=True)


def _made(
    text: str, start: int, end: int, value: float, upper: float | None, unit: str | None,
    rounded: bool,
) -> Counted:  # fmt: skip
    raw = text[start:end].rstrip()
    end = start + len(raw)
    about = bool(_ABOUT.search(text, max(0, start - 24), start))
    after = " lebih " in raw or bool(_MORE_AFTER.match(text, end))
    value, upper = _to_the_sen(value), upper and _to_the_sen(upper)
    return Counted(raw, start, end, value, upper, _one_line(unit), rounded or about or after)


def _to_the_sen(value: float) -> float:
    """8,46 miliar is no 8460000000.000001, which is what a float makes of it."""
    return round(value, 2) if value >= _ROUND_FROM else value


def _one_line(unit: str | None) -> str | None:
    return " ".join(unit.split()) if unit else None
