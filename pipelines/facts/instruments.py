"""What was agreed: instrument, renewal, duration, programmes."""

import re
from collections.abc import Iterator

from pipelines.facts.prose import Prose, data_lines
from pipelines.model import Instrument

SIGN = (
    r"(?:tanda\s?tangan|nandatangan|\bteken|\btekan(?=\s+(?:mou|pks|nota|perjanjian))|"
    r"\bme[nm]e?ken|\bditeken\b)"
)
PACT = r"(?:kerja\s?sama|kerjsama|kerj\w{0,2}\s?sama)"
_RULE = (
    r"(?:ra)?per(?:da|bup|wali?|wako|gub)\b|peraturan\s+(?:bupati|daerah|gubernur|wal[iy]\s?kota)|"
    r"surat\s+edaran|\bSE\b|\bedaran\b|regulasi|qanun|instruksi\s+(?:bupati|gubernur|wal[iy])|"
    r"keputusan\s+(?:gubernur|bupati|wal[iy])"
)
_NEAR = r"[^.\n]{0,45}?"
_PATTERNS: dict[Instrument, str] = {
    "mou": r"mou\b|m\.o\.u|nota\s+kesep\w+|mem?o?rand?[uo]m\w*|momerandum|memorendum|"
    r"kesepakatan\s+bersama|nks\b|kesepahaman",
    "pks": rf"(?<!fraksi )(?<!partai )(?<!politisi )(?<!dpd )(?<!dpc )pks\b|"
    rf"perjanjian\s+(?:{PACT}|kerja\b|antara|tripartit)|iks\b|ikatan\s+{PACT}",
    "addendum": r"add?end[ue]m\b",
    "regulation": rf"raperda|(?:{_RULE})[^.\n]{{0,110}}?(?:menjadi\s+(?:landasan|payung|dasar)|"
    rf"mewajibkan|mengharuskan)|(?!{_RULE}|peraturan|surat|keputusan|instruksi)"
    rf"\w+{_NEAR}(?:{_RULE})|payung\s+hukum",
    "agreement": rf"(?:gandeng|menggandeng|sepakat|digandeng)\b|"
    rf"{PACT}\s+(?:(?:itu|ini|tersebut)\s+)?(?:dengan|antara|bersama|kedua|di\w*te[kn]en|"
    rf"ditandatangani|disepakati|dijalin|pem(?:kab|kot|ko|prov|erintah))\b|"
    rf"kesepakatan\s+(?:(?:itu|ini|tersebut)\s+)?di\w*(?:te[kn]en|tandatangani)\b|(?:\w+{_NEAR})(?<!\bbe){PACT}",
    "commitment": r"\w+",
    "socialization": r"rapat\s+(?:koordinasi|evaluasi)|(?!rapat\b)\w+",
    "other": r"\w+[^.\n]{0,30}?kartu|kartu\s+(?:peserta|kepesertaan)",
}
_TRIGGERS = {name: frozenset(words.split()) for name, words in data_lines("instrument_words.tsv")}
_COMPILED = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _PATTERNS.items()}
_FOLLOW_UP = re.compile(
    r"(?:di\s?tindak\s?lanjuti\s+\w+[^.\n]{0,60}|tindak\s?lanjut\s+(?:dari|atas)[^.\n]{0,25}|"
    r"menindaklanjuti[^.\n]{0,25}|kelanjutan\s+dari[^.\n]{0,25}|turunan\w*\s+\w*[^.\n]{0,25}|"
    r"sebelumnya[^.\n]{0,80}|pernah[^.\n]{0,40})$",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r"\b(?:saat|dalam|usai|seusai|di\s+sela|ketika|selepas)\s+(?:acara\s+|kegiatan\s+)?$",
    re.IGNORECASE,
)
PACT_HERE = re.compile(rf"\bmou\b|nota\s+kesep|\bpks\b|perjanjian|{PACT}|{_RULE}", re.IGNORECASE)
_LAUNCH = re.compile(
    r"\b(?:komitmen|launching|lounching|\w*luncur\w*|deklarasi|\w*canangkan|daftarkan|mendaftarkan|"
    r"anggarkan|menganggarkan|\w*alokasikan)\b",
    re.IGNORECASE,
)
_PLEDGE = re.compile(r"\b(?:bentuk|wujud)(?:\s+nyata)?\s+komitmen\b", re.IGNORECASE)
_PAID = re.compile(
    r"\b(?:iuran|premi)\w*\b[^.\n]{0,80}\b(?:apbd|apbdes|dbh|dbhcht|cukai)\b",
    re.IGNORECASE,
)
_RULE_IN_TITLE = re.compile(
    r"\b(?:ra)?per(?:da|bup|wali?|wako|gub|dasus)\b|surat\s+edaran|peraturan\s+(?:bupati|daerah|"
    r"gubernur|wal[iy]\s?kota)",
    re.IGNORECASE,
)
_BOTH_NAMES = re.compile(
    rf"(?:\bpks\b|perjanjian\s+{PACT})\)?\s?[/(]{{1,2}}\s?(?:mou\b|memorandum)"
    rf"|(?:\bmou|\bnks)\)?\s+(?:dan|serta|sekaligus)\s+(?:\bpks\b|perjanjian\s+{PACT})",
    re.IGNORECASE,
)
_SIGNING = re.compile(SIGN, re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:sebelumnya|telah|sudah|lalu|pernah|tahun\s+20[0-9]{2}|akan|nantinya|rencana\w*)\b",
    re.IGNORECASE,
)
_RENEWED = re.compile(
    rf"perpanjang\w*|memperpanjang|diperpanjang|perbaru\w*|memperbarui|pembaruan|"
    rf"\b(?:melanjutkan|lanjutkan|kelanjutan|keberlanjutan|lanjutan)\b[^.\n]{{0,20}}?"
    rf"(?:{PACT}|mou|pks|nota|perjanjian)|"
    rf"kembali\s+(?:\w{{0,6}}{SIGN}|menjalin|jalin|bekerja|meneken|melakukan\s+(?:{PACT}|mou|"
    rf"penandatangan\w*|perjanjian)|menyepakati|menyusun\s+rencana\s+{PACT})",
    re.IGNORECASE,
)
_NOT_OF_TERM = re.compile(
    r"perpanjangan\s+tangan|memperpanjang\s+(?:usia|umur)|perpanjangan\s+kontrak", re.IGNORECASE
)
_SPELLED = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|setahun"
_DURATION = re.compile(
    rf"(?:selama|jangka\s+waktu|masa\s+(?:berlaku|kerja\s?sama)|berlaku)\s+"
    rf"(?:\w+\s+){{0,3}}?(?P<term>(?:\d{{1,2}}|{_SPELLED})(?:\s?\(\w+\))?\s+(?:tahun|bulan))\b",
    re.IGNORECASE,
)
_TERM_WORDS = frozenset({"selama", "jangka", "masa", "berlaku"})
_PROGRAMMES = {
    "JKK": "kecelakaan kerja",
    "JKM": "kematian",
    "JHT": "hari tua",
    "JP": "pensiun",
    "JKP": "kehilangan pekerjaan",
}
_PROGRAMME = re.compile(
    rf"(?P<short>jkk|jkm|jht|jp|jkp)\b|jaminan\s+(?P<long>{'|'.join(_PROGRAMMES.values())})",
    re.IGNORECASE,
)
_PROGRAMME_WORDS = frozenset({"jkk", "jkm", "jht", "jp", "jkp", "jaminan"})
_BENEFIT_BEFORE = re.compile(
    r"(?:santunan|klaim|manfaat|pencairan)\s+(?:program\s+)?$", re.IGNORECASE
)


def instrument_of(title: str, prose: Prose, institution: bool = False) -> tuple[Instrument, int]:
    """The instrument, and the offset in the text of the words that say so.

    institution: the other party is no government, whose working together is an agreement.
    """
    scores: dict[Instrument, float] = {}
    offsets: dict[Instrument, tuple[float, int]] = {}
    heading = Prose(title)
    for name, pattern in _COMPILED.items():
        in_title = any(True for _ in heading.matches_at(_TRIGGERS[name], pattern))
        scores[name] = 4.0 if in_title else 0.0
        for start, weight in _weighed(prose, _TRIGGERS[name], pattern, name in ("mou", "pks")):
            if name == "agreement" and _signs_here(prose, start):
                weight = max(weight, 3.0)
            scores[name] += weight
            if weight > offsets.get(name, (0.0, 0))[0]:
                offsets[name] = (weight, start)
    if _RULE_IN_TITLE.search(title):
        scores["regulation"] += 4
    if _BOTH_NAMES.search(prose.text, 0, 3_000):
        scores["pks"] += scores["mou"]
    paid = bool(_PLEDGE.search(prose.text, 0, 1_600) or _PAID.search(_lead(prose)))
    chosen = _choose(scores, _launches(title, prose), paid)
    allied = scores["agreement"] or PACT_HERE.search(_lead(prose))
    if institution and chosen == "commitment" and allied:
        chosen = "agreement"
    return chosen, offsets.get(chosen, (0.0, 0))[1]


def _weighed(
    prose: Prose, triggers: frozenset[str], pattern: re.Pattern[str], signed: bool
) -> Iterator[tuple[int, float]]:
    """Where a pattern is in the text and how much that counts; each paragraph counts once."""
    seen: set[int] = set()
    for match in prose.matches_at(triggers, pattern):
        paragraph = prose.paragraph_of(match.start())
        if paragraph in seen:
            continue
        if _FOLLOW_UP.search(prose.text[max(0, match.start() - 90) : match.start()]):
            continue
        if _is_setting(prose, match.start()):
            continue
        seen.add(paragraph)
        loud = paragraph < 3 or (paragraph < 8 and signed and _signs_here(prose, match.start()))
        yield match.start(), 3.0 if paragraph == 0 else 2.0 if loud else 0.7


def _is_setting(prose: Prose, offset: int) -> bool:
    """Whether a meeting is only where something was said: "disampaikan saat rapat koordinasi"."""
    met = prose.lower.startswith(("rapat", "rakor", "pertemuan"), offset)
    return met and bool(_SETTING.search(prose.text, max(0, offset - 30), offset))


def _signs_here(prose: Prose, offset: int) -> bool:
    """Whether the sentence tells of the signing, and not of an earlier one."""
    start, end = prose.sentence_at(offset)
    return bool(_SIGNING.search(prose.text, start, end)) and not _EARLIER.search(
        prose.text, start, end
    )


def _launches(title: str, prose: Prose) -> bool:
    """Whether the headline or lead tells of a start or a pledge."""
    return bool(_LAUNCH.search(title) or _LAUNCH.search(_lead(prose)))


def _lead(prose: Prose) -> str:
    """The first paragraph."""
    starts = prose.paragraph_starts
    return prose.text[: min(starts[1] if len(starts) > 1 else 900, 900)]


def _choose(scores: dict[Instrument, float], launch: bool, paid: bool) -> Instrument:
    """The most specific of what is said loudly enough."""
    paper = scores["mou"] + scores["pks"]
    if scores["addendum"] >= 3:
        return "addendum"
    if scores["regulation"] >= 4 and scores["regulation"] > paper:
        return "regulation"
    if paper >= 2:
        return "pks" if scores["pks"] >= 0.6 * scores["mou"] else "mou"
    if scores["agreement"] >= 3 and paper:
        return "pks" if scores["pks"] >= scores["mou"] else "mou"
    if scores["agreement"] >= 3:
        return "agreement"
    if scores["regulation"] >= 2 and scores["socialization"] < 6:
        return "regulation"
    if scores["other"] >= 3 and not (launch or paid):
        return "other"
    handed: tuple[Instrument, ...] = () if paid else ("other",)
    loud: tuple[Instrument, ...] = (*handed, "socialization", "commitment")
    best = max(loud, key=lambda name: scores[name])
    return best if scores[best] >= 2 else "commitment"


def is_renewal(title: str, prose: Prose) -> bool:
    """Whether an earlier agreement is prolonged, by the headline and first paragraphs."""
    starts = prose.paragraph_starts
    opening = f"{title}\n{prose.text[: starts[3] if len(starts) > 3 else 2000]}"
    return bool(_RENEWED.search(_NOT_OF_TERM.sub("", opening)))


def duration_of(prose: Prose) -> str | None:
    """How long the agreement or its cover lasts, as printed."""
    match = next(prose.matches_at(_TERM_WORDS, _DURATION), None)
    return " ".join(match["term"].split()) if match else None


def programmes_of(prose: Prose) -> tuple[str, ...]:
    """Programmes that the text names, in the order JKK JKM JHT JP JKP."""
    short = {long: name for name, long in _PROGRAMMES.items()}
    named = {
        match["short"].upper() if match["short"] else short[" ".join(match["long"].lower().split())]
        for match in prose.matches_at(_PROGRAMME_WORDS, _PROGRAMME)
        if not _BENEFIT_BEFORE.search(prose.text[max(0, match.start() - 30) : match.start()])
    }
    return tuple(name for name in _PROGRAMMES if name in named)
