"""Who acts: the regional government that agrees with the agency, or another counterpart.

Never the branch's city, the dateline or a region that is only compared with.
"""

import re
from dataclasses import dataclass

from pipelines.facts.agency import AGENCY_NEAR
from pipelines.facts.counterparts import (
    counterparts_of,
    only_institution,
    opening_institution,
)
from pipelines.facts.institutions import find_institutions
from pipelines.facts.joint_parties import ACTING_FORMS, acting_together
from pipelines.facts.partners import partners_named
from pipelines.facts.prose import DATELINE_END, MAX_READ, Prose, read_prose
from pipelines.model import Government, Level
from pipelines.regions import Form, RegionMention, find_regions, region

_FORM_WEIGHTS: dict[Form, float] = {
    "government": 5.0,
    "head": 4.0,
    "organ": 2.0,
    "place": 1.0,
    "bare": 0.4,
    "foreign": 0.0,
}
_TITLE_PLACE = 2.0
_PARAGRAPH_WEIGHTS = (3.0, 2.0, 1.5)
_LATER_WEIGHT = 0.6
_BACKGROUND = re.compile(
    r"\b(?:seperti|dibanding\w*|mencontoh|belajar dari|studi|sebelumnya|selain|menyusul|"
    r"(?<!ini )setelah|dihadiri|disaksikan|turut hadir|hadir (?:pula|juga)|mantan|asal|"
    r"menghadiri|didampingi|mendampingi|lainnya)\b"
    r"[^.\n]{0,80}$"
)
_HEAD_WITHIN, _OFTEN = 3, 2
_TELLS_WHERE = (*ACTING_FORMS, "place")
_PARTS = r"Pemerintah (?:Kecamatan|Kelurahan)|(?:Camat|Lurah)(?=\s[A-Z])"
_HEADS: dict[Level, re.Pattern[str]] = {
    "province": re.compile(r"(?<![0-9]\s)\b(?:Gubernur|Pemprov|Pemerintah Provinsi)\b"),
    "kabupaten": re.compile(rf"(?<![0-9]\s)\b(?:Bupati|Pemkab|Pemerintah Kabupaten|{_PARTS})\b"),
    "kota": re.compile(
        rf"(?<![0-9]\s)\b(?:Wal[iy]\s?[Kk]ota|Pemkot|Pemko|Pemerintah Kota|{_PARTS})\b"
    ),
}
_ELECTION = re.compile(
    r"\b(?:Pemilihan|Calon)\s(?:(?:Gubernur|Bupati|Wal[iy]\s?[Kk]ota|Wakil|dan|serta)\b\s?)+"
)
_GOVERNMENT_AND = re.compile(r"\bPem(?:kab|kot|ko|prov|da)(?:\s[A-Z]\w+){0,3}\s(?:dan|serta|&)\s$")
_AND_GOVERNMENT = re.compile(r"\s(?:dan|serta|&)\sPem(?:kab|kot|ko|prov|da)\b")
_ENOUGH = 3.0
_CLEAR = 1.25
_ATTENDS = re.compile(r"\s(?:[\w.]+\s){0,3}?(?:hadiri|saksikan|dampingi)\b", re.IGNORECASE)
_WATCHES = re.compile(
    r"\b(?:menyaksikan|menghadiri)\s(?:\w+\s){0,2}?penandatangan\w*(?P<sides>[^.\n]{0,160}?"
    r"(?i:bpjs|bp\s?j|jamsostek|badan\s+penyelenggara)[^.\n]{0,240})"
)
_SIGNS = re.compile(r"\s(?:[\w.]+\s){0,3}?(?:teken|meneken|tanda\s?tangani|menandatangani)\b", re.I)
_LEAD = 3
_COUNCIL_OF = re.compile(r"DPR[DKA]\)?\s(?:(?:Kabupaten|Kota|Provinsi)\s)?$")
_COUNCIL = re.compile(r"DPR[DKA]\b")
_COUNCIL_IN = re.compile(r"\b(?:DPR[DKA]|Dewan|Pansus)\b")
_PASSES_A_RULE = re.compile(r"\b(?:perda|ran?perda|qanun|peraturan daerah)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parties:
    """The governments that act, the strongest first, and the counterparts that are none of them."""

    governments: tuple[Government, ...]
    counterparts: tuple[str, ...]


def find_parties(title: str, prose: Prose) -> Parties:
    """Who agrees with the agency. Nothing is named when nothing is clear."""
    heading = read_prose(title)
    in_title = find_regions(heading)
    in_text = find_regions(prose)
    acting = _acting_in_title(heading, in_title, in_text)
    joined = counterparts_of(title, prose)
    legislates = _legislates(title, prose)
    if legislates:
        joined = tuple(name for name in joined if not _COUNCIL.match(name))
    beside = joined if _sign_side_by_side(title) else ()
    leads = bool(beside) or _government_leads(title, prose, acting, in_text)
    if not leads and (others := joined or partners_named(title, prose)):
        return Parties((), others)
    together = acting_together(heading, in_title) or acting_together(prose, in_text, title)
    if together:
        return Parties(together, beside)
    best = _of_the_council(heading, in_title) if legislates else None
    best = best or _strongest(prose, _scores(prose, acting, in_text))
    if best is None and legislates:
        best = _of_the_council(prose, in_text)
    if best is None and not joined:
        best = _only_one(prose, (*acting, *in_text))
    if best is not None:
        return Parties((best,), beside)
    alone = opening_institution(prose) or only_institution(prose)
    if not joined and not alone and (only := _headlined_kabupaten(acting, in_text)):
        return Parties((only,), ())
    return Parties((), joined or ((alone,) if alone else ()))


def _headlined_kabupaten(
    in_title: tuple[RegionMention, ...], in_text: tuple[RegionMention, ...]
) -> Government | None:
    """The kabupaten of the headline, where a story without parties tells of no other place."""
    told = {one.code for one in in_text if one.form in _TELLS_WHERE}
    code = next((one.code for one in in_title if one.form != "foreign" and one.code), None)
    only = region(code) if code and told == {code} else None
    return only if only and only.level == "kabupaten" else None


def _only_one(prose: Prose, mentions: tuple[RegionMention, ...]) -> Government | None:
    """The one region of a story whose "Bupati" or "Pemkot" is named without a place."""
    codes = {one.code for one in mentions if one.form in ("place", "bare") and one.code}
    parts = {code for code in codes if not any(other.startswith(f"{code}.") for other in codes)}
    if len(parts) != 1:
        return None
    only = region(parts.pop())
    named = [one.form for one in mentions if only and one.code == only.code]
    if only is None or (len(named) < _OFTEN and "place" not in named):
        return None
    starts = prose.paragraph_starts
    end = starts[_HEAD_WITHIN] if len(starts) > _HEAD_WITHIN else len(prose.text)
    return only if _HEADS[only.level].search(_ELECTION.sub("", prose.text[:end])) else None


def _legislates(title: str, prose: Prose) -> bool:
    """Whether a regulation is passed, by the headline or by the lead of a council's story."""
    if _PASSES_A_RULE.search(title):
        return True
    council = _COUNCIL_IN.search(title)
    return bool(council and _PASSES_A_RULE.search(prose.text, *prose.first_sentence))


def _of_the_council(prose: Prose, in_text: tuple[RegionMention, ...]) -> Government | None:
    """The region whose council passes a regulation."""
    codes = (
        one.code
        for one in in_text
        if one.code and _COUNCIL_OF.search(prose.text, max(0, one.start - 24), one.start)
    )
    code = next(codes, None)
    return region(code) if code else None


def _sign_side_by_side(title: str) -> bool:
    """Whether a headline sets a government and an institution beside each other, both as parties.

    "Pemkab dan Kejari Ende Gandeng BPJS Ketenagakerjaan".
    """
    agency = AGENCY_NEAR.search(title)
    end = agency.start() if agency else 0
    return any(
        _GOVERNMENT_AND.search(title[: one.start]) or _AND_GOVERNMENT.match(title[one.end : end])
        for one in find_institutions(read_prose(title), headline=True)
        if one.end < end
    )


def _government_leads(
    title: str,
    prose: Prose,
    in_title: tuple[RegionMention, ...],
    in_text: tuple[RegionMention, ...],
) -> bool:
    """Whether a regional government acts in the headline, or begins the story."""
    named = next(iter(find_institutions(read_prose(title), headline=True)), None)
    joined = named and AGENCY_NEAR.search(title)
    before = max(named.start, joined.start()) if named and joined else len(title)
    acting = [one for one in in_title if one.form in ACTING_FORMS]
    if any(_ATTENDS.match(title, one.end) for one in acting):
        return False
    if not any(_SIGNS.match(title, one.end) for one in acting) and _watches(prose, in_text):
        return False
    if any(one.start < before for one in acting):
        return True
    _, end = prose.first_sentence
    first = next((one.start for one in find_institutions(prose)), end)
    before = min(end, 160, first)
    return any(one.form in ("government", "organ") and one.start < before for one in in_text)


def _watches(prose: Prose, in_text: tuple[RegionMention, ...]) -> bool:
    """Whether the lead tells that a signing of the agency with an institution is watched.

    Not where a government is among those who sign.
    """
    starts = prose.paragraph_starts
    end = starts[_LEAD] if len(starts) > _LEAD else len(prose.text)
    if prose.lower.find("penandatangan", 0, end) < 0:
        return False
    watched = _WATCHES.search(prose.text, 0, min(end, MAX_READ))
    if watched is None:
        return False
    first, last = watched.span("sides")
    if any(one.form in ACTING_FORMS and first <= one.start < last for one in in_text):
        return False
    return bool(find_institutions(Prose(watched["sides"])))


def _acting_in_title(
    heading: Prose, in_title: tuple[RegionMention, ...], in_text: tuple[RegionMention, ...]
) -> tuple[RegionMention, ...]:
    """Mentions in the headline, a shared name settled by what the text calls it."""
    known: dict[str, set[str]] = {}
    for mention in in_text:
        if mention.code and mention.form != "foreign":
            known.setdefault(mention.bare_name, set()).add(mention.code)
    settled = []
    for mention in in_title:
        codes = known.get(mention.bare_name, set())
        if mention.code is None and len(codes) == 1:
            code = next(iter(codes))
            mention = RegionMention(
                mention.start, mention.end, code, mention.form, mention.bare_name
            )
        settled.append(mention)
    return tuple(settled)


def _scores(
    prose: Prose, in_title: tuple[RegionMention, ...], in_text: tuple[RegionMention, ...]
) -> dict[str, tuple[float, bool]]:
    """For each region its weight, and whether it is ever said to act."""
    scores: dict[str, tuple[float, bool]] = {}

    def add(mention: RegionMention, weight: float) -> None:
        if mention.code is not None:
            total, acts = scores.get(mention.code, (0.0, False))
            acts = acts or mention.form in ("government", "head", "organ")
            scores[mention.code] = (total + weight, acts)

    for mention in in_title:
        base = _FORM_WEIGHTS[mention.form]
        add(mention, 4 * base if mention.form in ACTING_FORMS else _TITLE_PLACE * base)
    dateline = DATELINE_END.match(prose.text)
    body = dateline.end() if dateline else 0
    seen: dict[tuple[str | None, int], float] = {}
    for mention in in_text:
        if mention.start < body and mention.form in ("bare", "place"):
            continue
        paragraph = prose.paragraph_of(mention.start)
        weight = _FORM_WEIGHTS[mention.form] * _paragraph_weight(paragraph)
        if _BACKGROUND.search(prose.lower, max(0, mention.start - 100), mention.start):
            weight *= 0.2
        if _is_parent(prose, mention):
            weight *= 0.1
        key = (mention.code, paragraph)
        if weight > seen.get(key, 0.0):
            add(mention, weight - seen.get(key, 0.0))
            seen[key] = weight
    return scores


def _paragraph_weight(paragraph: int) -> float:
    return _PARAGRAPH_WEIGHTS[paragraph] if paragraph < 3 else _LATER_WEIGHT


def _is_parent(prose: Prose, mention: RegionMention) -> bool:
    """Whether this province only says where a kabupaten lies: "Kabupaten Bungo, Provinsi Jambi"."""
    if mention.code is None or len(mention.code) != 2 or mention.form != "place":
        return False
    before = prose.text[max(0, mention.start - 14) : mention.start]
    return bool(re.search(r"[\w)],\s(?:Provinsi|Prov\.?)?\s?$", before))


def _strongest(prose: Prose, scores: dict[str, tuple[float, bool]]) -> Government | None:
    ranked = sorted(scores.items(), key=lambda item: -item[1][0])
    if not ranked:
        return None
    code, (best, acts) = ranked[0]
    rival = next((score for _, (score, acting) in ranked[1:] if acting), 0.0)
    if best < _ENOUGH or not acts or best < _CLEAR * rival:
        return None
    return region(code)
