"""Who acts: the regional government that agrees with the agency, or another counterpart.

Never the branch's city, the dateline or a region that is only compared with.
"""

import re
from dataclasses import dataclass

from pipelines.facts.joint_parties import ACTING_FORMS, acting_together
from pipelines.facts.offices import find_places
from pipelines.facts.prose import Prose
from pipelines.model import Government
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
    r"\b(?:seperti|dibanding\w*|mencontoh|belajar dari|studi|sebelumnya|selain|menyusul|setelah|"
    r"dihadiri|disaksikan|turut hadir|hadir (?:pula|juga)|mantan|asal|menghadiri|lainnya)\b"
    r"[^.\n]{0,80}$",
    re.IGNORECASE,
)
_DATELINE_END = re.compile(r"[^\n]{0,70}?\s?(?:[–—|]|--|-(?=\s)|(?<=[a-z)])-(?=[A-Z]))\s?")
_SIGNED_WITH = re.compile(
    r"tanda\s?tangan|nandatangan|teken|\bpks\b|\bmou\b|perjanjian|nota\s+kesep|kerja\s?sama",
    re.IGNORECASE,
)
_ENOUGH = 3.0
_CLEAR = 1.25
_INSTITUTION = re.compile(
    r"\b(?:(?P<law>Kejaksaan\s+(?:Negeri|Tinggi|Agung)|Kejari|Kejati|Kejagung|KEJARI|KEJATI)"
    r"|(?P<council>DPRD|DPRK|DPRA|DPR\s+Papua)"
    r"|(?P<police>Polda|Polres\w*|Polri|Kodim|Korem|TNI)"
    r"|(?P<poll>KPU|Bawaslu)|(?P<sport>KONI|NPCI|KORMI|PSSI|Kwarcab)|(?P<alms>Baznas|BAZNAS)"
    r"|(?P<campus>Universitas|Unimal|UIN|IAIN|STAIN|STIE|STIKES|Institut|Politeknik|Poltekkes|"
    r"Sekolah\s+Tinggi|UNIVERSITAS|Akademi)"
    r"|(?P<care>RSUD|RSU|RSIA|RSI|RS|Rumah\s+Sakit|Klinik)"
    r"|(?P<firm>PT|CV|PDAM|Perumda|Perumdam|BUMD|Bank|BPR|Koperasi|KUD|KSP|PLN|Pegadaian|"
    r"Pertamina|Pelindo|Pos\s+Indonesia|BUMDes|Hotel)"
    r"|(?P<faith>(?:Pimpinan\s+(?:Wilayah|Daerah|Cabang)\s+)?Muhammadiyah|Aisyiyah|NU|PCNU|PWNU|Sinode|GMIM|Keuskupan|Gereja|MUI|FKUB|Dewan\s+Masjid|"
    r"Pondok\s+Pesantren|Ponpes|BKPRMI|DMI|LDII)"
    r"|(?P<state>Kantor\s+Kementerian\s+Agama|Kementerian|Kemendagri|Kemenag|Kemenkumham|Kemnaker|Ditjen|Kantor\s+Pertanahan|"
    r"BPN|ATR/BPN|BKKBN|Bulog|OJK|BNN\w*|BPS|Basarnas|Imigrasi|Pengadilan\s+\w+)"
    r"|(?P<guild>Apindo|APINDO|Kadin|KADIN|HKTI|KTNA|HNSI|PWI|AJI|SPSI|KSPSI|IDI|IBI|PPNI|PGRI|"
    r"Apdesi|APDESI|PABPDSI|Asosiasi|Ikatan|Persatuan|Himpunan|Gapki|GAPKI|HIPMI|Gapensi|Organda|"
    r"Pramuka)"
    r"|(?P<village>Pemerintah\s+(?:Desa|Nagari|Kalurahan|Gampong)|Pemdes))\b"
)
_NAME_AFTER = re.compile(
    r"(?:[ \xa0]?\([A-Z][A-Za-z]{1,9}\)|[ \xa0]+(?:dan|[A-Z][\w.'’-]*))"
    r"{0,6}"
)
_NOT_IN_NAME = re.compile(
    r"\s+(?:dan|dengan|BPJS|BPJamsostek|BPJAMSOSTEK|Jamsostek|Teken|Jalin|Gandeng|Tandatangani|"
    r"Tanda|Perkuat|Sepakat\w*|Sinergi\w*|Kerja\w*|Kolaborasi\w*|Lindungi|Daftarkan|Ikutkan|Dan|"
    r"Pastikan|MoU|PKS|Bersinergi|Perpanjang|Tingkatkan|Berikan|Beri|Jadi|Untuk|Dorong|Bahas|"
    r"Dukung|Ajak|Ikut|Ikutkan|Minta|Siap|Gelar|Masuk|Terima|Punya|Bantu|Kini|Imbau|Pantau|Panggil|"
    r"Kawal|Tagih|Evaluasi|Jamin|Galakkan|Genjot|Luncurkan|Komit|Targetkan|Edukasi|Sosialisasi\w*|Dengan|Serahkan|Optimalkan|Perluas|Bersama|Komitmen|Resmi|Wujudkan|Menjadi)\b.*$",
    re.DOTALL,
)
_AGENCY_NEAR = re.compile(r"bpjs|jamsostek", re.IGNORECASE)
_AN_OFFICE_OF = re.compile(
    r"\b(?:dinas|bidang|badan|kadis|sekretariat|sekretaris|setwan)\s+(?:\w+,?\s+)?$", re.IGNORECASE
)
_FREELY_NAMED = ("campus", "care", "firm", "faith", "village")
_JOIN = re.compile(
    r"\b(?:dan|dengan|bersama|gandeng|menggandeng|teken|kerja\s?sama|antara|sinergi|jalin|&)\b|[-–,]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The governments that act, the strongest first, or the counterpart that is none."""

    governments: tuple[Government, ...]
    counterpart: str | None


def find_parties(title: str, prose: Prose) -> Parties:
    """Who agrees with the agency. Nothing is named when nothing is clear."""
    heading = Prose(title)
    in_title = find_regions(heading)
    in_text = find_regions(prose)
    acting = _acting_in_title(heading, in_title, in_text)
    counterpart = _counterpart(title, prose)
    legislates = _legislates(title, prose)
    if counterpart and _COUNCIL.match(counterpart) and legislates:
        counterpart = None
    if counterpart and not _government_leads(title, prose, acting, in_text):
        return Parties((), counterpart)
    together = acting_together(heading, in_title) or acting_together(prose, in_text)
    if together:
        return Parties(together, None)
    best = _strongest(prose, _scores(prose, acting, in_text))
    if best is None and legislates:
        best = _of_the_council(prose, in_text)
    return Parties((best,), None) if best else Parties((), counterpart)


def _legislates(title: str, prose: Prose) -> bool:
    """Whether a regulation is passed, by the headline or by the lead of a council's story."""
    if _PASSES_A_RULE.search(title):
        return True
    council = _COUNCIL_IN.search(title)
    return bool(council and _PASSES_A_RULE.search(prose.text, *prose.sentence_at(0)))


def _of_the_council(prose: Prose, in_text: tuple[RegionMention, ...]) -> Government | None:
    """The region whose council passes a regulation."""
    codes = (
        one.code
        for one in in_text
        if one.code and _COUNCIL_OF.search(prose.text, max(0, one.start - 24), one.start)
    )
    code = next(codes, None)
    return region(code) if code else None


def _government_leads(
    title: str,
    prose: Prose,
    in_title: tuple[RegionMention, ...],
    in_text: tuple[RegionMention, ...],
) -> bool:
    """Whether a regional government acts in the headline, or begins the story."""
    named = _INSTITUTION.search(title)
    joined = named and _AGENCY_NEAR.search(title)
    before = max(named.start(), joined.start()) if named and joined else len(title)
    if any(one.form in ACTING_FORMS and one.start < before for one in in_title):
        return True
    _, end = prose.sentence_at(0)
    first = _INSTITUTION.search(prose.text, 0, end)
    before = min(end, 160, first.start() if first else end)
    return any(one.form == "government" and one.start < before for one in in_text)


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
    dateline = _DATELINE_END.match(prose.text)
    body = dateline.end() if dateline else 0
    seen: dict[tuple[str | None, int], float] = {}
    for mention in in_text:
        if mention.start < body and mention.form in ("bare", "place"):
            continue
        paragraph = prose.paragraph_of(mention.start)
        weight = _FORM_WEIGHTS[mention.form] * _paragraph_weight(paragraph)
        if _BACKGROUND.search(prose.text, max(0, mention.start - 100), mention.start):
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


_COUNCIL_OF = re.compile(r"DPR[DKA]\s(?:(?:Kabupaten|Kota|Provinsi)\s)?$")
_COUNCIL = re.compile(r"DPR[DKA]\b")
_COUNCIL_IN = re.compile(r"\b(?:DPR[DKA]|Dewan|Pansus)\b")
_PASSES_A_RULE = re.compile(r"\b(?:perda|ran?perda|qanun|peraturan daerah)\b", re.IGNORECASE)


def _counterpart(title: str, prose: Prose) -> str | None:
    """An institution that the headline, the lead or the signing sentence joins with the agency."""
    in_title = _institution(Prose(title), 0, len(title), need_agency=False)
    found = [in_title] if in_title else []
    starts = prose.paragraph_starts
    end = min(starts[4] if len(starts) > 4 else len(prose.text), 2500)
    for start in prose.sentence_starts:
        if start >= end:
            break
        sentence_end = prose.sentence_at(start)[1]
        lead = start < (starts[1] if len(starts) > 1 else end)
        if lead or _SIGNED_WITH.search(prose.text, start, sentence_end):
            one = _institution(prose, start, sentence_end, need_agency=True)
            if one:
                found.append(one)
    return max(found, key=len) if found else None


def _institution(prose: Prose, start: int, end: int, need_agency: bool) -> str | None:
    text = prose.text
    for match in _INSTITUTION.finditer(text, start, end):
        if match["council"] and need_agency:
            continue
        if _AN_OFFICE_OF.search(text, max(start, match.start() - 24), match.start()):
            continue
        name = _institution_name(prose, match)
        if name == match.group() and match.lastgroup in _FREELY_NAMED:
            continue
        before = text[max(start, match.start() - 90) : match.start()]
        after = text[match.start() + len(name) : min(end, match.start() + len(name) + 90)]
        near_before = _AGENCY_NEAR.search(before) and _JOIN.search(before[-40:])
        near_after = _AGENCY_NEAR.search(after) and _JOIN.search(after[:70])
        if near_before or near_after or not (need_agency or before.strip()):
            return name
    return None


def _institution_name(prose: Prose, match: re.Match[str]) -> str:
    """The institution with its place: "Baznas Kota Semarang"; else as far as capitals go."""
    tail = _NAME_AFTER.match(prose.text, match.end())
    rest = tail.group() if tail else ""
    end = match.end() + len(_NOT_IN_NAME.sub("", rest))
    for place in find_places(prose) if match.lastgroup not in _FREELY_NAMED else ():
        if match.end() < place.start < end:
            return prose.text[match.start() : min(place.end, end)]
    return prose.text[match.start() : end].rstrip(" .,-(")
