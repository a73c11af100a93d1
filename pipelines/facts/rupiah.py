"""Amounts of money: Rp2,35 miliar · Rp16.800,- · Rp500 ribu sampai Rp7 juta · Rp42 million."""

import re
from typing import NamedTuple

from pipelines.facts.number_words import NUMBER, SCALE, number, scale_of

_MONEY = re.compile(
    rf"(?:rp|idr)\.?\s?(?P<amount>{NUMBER})(?:,-|,00|\.(?P<sen>[0-9]{{2}})(?!\.?[0-9]))?"
    rf"(?P<about>-an\b)?(?:\s?(?P<scale>{SCALE}|(?-i:M|T)(?!\w))(?P<round>an)?\b)?",
    re.IGNORECASE,
)
_TO = re.compile(r"\s?(?:-|–|hingga|sampai(?:\s+dengan)?|s/d)\s?(?=rp)", re.IGNORECASE)
_GOES_ON = re.compile(r"\.[0-9]")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_SPLIT = re.compile(
    rf"(?P<rest>\. [0-9]{{3}}(?![0-9])|, [0-9]{{1,2}}(?=\s?{SCALE}))(?:\s?(?P<scale>{SCALE})\b)?",
    re.IGNORECASE,
)
_LEAST_WHOLE = 1000
"""Under this an amount without a scale is cut short, or grouped the English way: "Rp16,800"."""
ENGLISH_SCALE = re.compile(r"\s?(thousand|million|billion|trillion)\b", re.IGNORECASE)
_ENGLISH_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_ENGLISH_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,2})?")


class Amount(NamedTuple):
    """An amount of rupiah, or the least and most of a range; end: offset behind it."""

    end: int
    value: float
    upper: float | None
    rounded: bool


def amount_at(text: str, start: int) -> Amount | None:
    """The amount that begins at an offset; None where its digits can be read in two ways."""
    match = _MONEY.match(text, start)
    value = number(match["amount"]) if match else None
    if match is None or value is None:
        return None
    if english := ENGLISH_SCALE.match(text, match.end()):
        return _english(match, english)
    if _GOES_ON.match(text, match.end()):
        return None
    if not match["scale"] and value < _LEAST_WHOLE:
        if _THOUSANDS.fullmatch(match["amount"]):
            return Amount(match.end(), value * 1000, None, bool(match["about"]))
        if split := _SPLIT.match(text, match.end()):
            return _joined(match["amount"], split)
    first, end, upper = _rupiah(match, value), match.end(), None
    joint = _TO.match(text, end)
    if joint and (last := _MONEY.match(text, joint.end())) and (most := number(last["amount"])):
        upper = _rupiah(last, most)
        upper, end = (upper, last.end()) if upper > first else (None, end)
    return Amount(end, first, upper, bool(match["round"] or match["about"]))


def _joined(amount: str, split: re.Match[str]) -> Amount | None:
    """ "Rp 16. 800" and "Rp576, 5 juta", which a blank parts."""
    value = number(amount + split["rest"].replace(" ", ""))
    return Amount(split.end(), value * scale_of(split["scale"]), None, False) if value else None


def _rupiah(match: re.Match[str], amount: float) -> float:
    return amount * scale_of(match["scale"]) + int(match["sen"] or 0) / 100


def _english(match: re.Match[str], scale: re.Match[str]) -> Amount | None:
    """ "Rp42 million"; nothing where the point may group thousands: "Rp3.024 billion"."""
    if match["scale"] or not _ENGLISH_NUMBER.fullmatch(match["amount"]):
        return None
    value = float(match["amount"]) * _ENGLISH_SCALES[scale[1].lower()]
    return Amount(scale.end(), value, None, rounded=False)
