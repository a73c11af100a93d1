"""Is the story about BPJS Ketenagakerjaan agreeing with someone to cover workers?

Headline, lead and body are weighed apart: what a story is about stands in its headline and
lead; one keyword further down decides nothing.
"""

import re
from dataclasses import dataclass, field

from pipelines.facts.agency import (
    AGENCY,
    BARE_BPJS,
    COVERED,
    FIRST_WORDS,
    HEALTH_INSURER,
    SUBJECT,
    raw_names_agency,
)
from pipelines.facts.alternatives import by_first_letter
from pipelines.facts.other_news import SAYS, other_news
from pipelines.facts.prose import Prose, read_prose
from pipelines.model import Article, Relevance, RelevanceLabel
from pipelines.regions import find_regions

_LEAD_CHARACTERS = 900
_OPENING = 450
_GUEST = re.compile(
    r"\b(?:(?:di|meng)hadir\w*|turut hadir|ikut hadir|hadir|undangan|tamu|"
    r"(?<!ditargetkan )(?<!wajib )(?<!dapat )diikuti)\b"
)
_ITS_SCHEME = re.compile(r"\bjaminan kecelakaan kerja\b")
_OTHER_FUND = re.compile(r"\btaspen\b")
"""Who insures civil servants against accidents at work."""
_LESS_BESIDE_A_GOVERNMENT = ("howto", "policy", "complaint")
_HEADLINE_ONLY = ("howto", "complaint", "farewell")
_PRIOR = 0.2
_HALF_WAY = 0.5

_WORTH_FETCHING = re.compile(
    r"\bb[pj]{2}s(?!\s?-?\s?kes)|jamsostek|jaminan sosial|jamsosnaker|pekerja rentan|"
    r"(?:perlindungan|proteksi) (?:tenaga kerja|pekerja)|"
    r"lindungi (?:\w+ ){0,3}(?:pekerja|tenaga kerja|nelayan|petani|honorer|non asn|"
    r"perangkat desa)|\bsertakan\b|paritrana",
    re.IGNORECASE,
)
_PARTIES = by_first_letter(
    r"pem(?:kab|kot|ko|prov|da|erintah|des)\w*|bupati|wabup|wal[iy]\s?kota|wawali(?:kot)?|"
    r"gubernur|wagub|sekda\w*|kabupaten|provinsi|disnaker\w*|dinas|dprd|dprk|kejari|kejati|"
    r"kejaksaan|koni|baznas|kpu|bawaslu|universitas|uin|iain|kampus|stain|politeknik|institut|"
    r"kementerian|kemen\w+|ditjen|polda|polres|koperasi|bank|rsud|rumah sakit|muhammadiyah|"
    r"pdam|kepling|bpn|apindo|kadin|pt|yayasan|pondok|pesantren|gereja|sinode|"
    r"pssi|npci|kormi|kwarcab|kwarda|pwi|dmi|mui|ppdi|apdesi|papdesi|polri|organda|gapensi|hkti|hnsi|"
    r"perguruan tinggi|lldikti|persatuan|asosiasi|himpunan|paguyuban"
)
_PARTY = re.compile(
    r"\W(?!(?:(?<=\Wdi\s)|(?<=\Wdua\s)|(?<=\Wtiga\s)|(?<=\Wempat\s)|(?<=\Wlima\s)|(?<=\d\s))"
    rf"(?:kabupaten|provinsi)\b)(?:{_PARTIES})\b"
)
"""One that may be a party; "di Kabupaten X", "tiga provinsi" only say where."""
_LAW = re.compile(r"\b(?:keja(?:ri|ti|ksaan)|kajari|kajati|polda|polres\w*|polisi)\b")
_GOVERNMENT = re.compile(r"\b(?:pem(?:kab|kot|ko|prov|da)|bupati|wal[iy]\s?kota|gubernur)\b")
_AUTHORITY = re.compile(
    rf"{_GOVERNMENT.pattern}|"
    r"\b(?:(?<!membantu )pemerintah(?! (?:mematok|menarget\w*|pusat)\b)|wabup|wagub|pemdes)\b"
)
_CARDS_TOO = re.compile(
    r"\b(?:serah|bagi|terima)\w*\s[^.\n]{0,20}\bkartu\b[^.\n]{0,40}(?:\b(?:dan|serta|sekaligus|plus)\b|&)"
)
"""A headline with cards handed out beside a claim paid: "Serahkan Kartu Peserta dan Santunan"."""
_MEMBERS_COUNTED = re.compile(
    r"\s(?:bpj\w* ?\w{0,15}: )?(?:(?:sebanyak|sekitar|sudah|baru|hingga kini|total|jumlah|angka) )*"
    r"(?:\d[^\n]{0,60} (?:terdaftar|peserta)\b|"
    r"(?:ke)?peserta(?:an)?\b[^\n]{0,60} (?:(?:men)?capai|tembus|\d|di bawah|(?:rendah|minim)\b))"
)
"""A headline that begins with how many are members, and so with nobody who has them join."""
_GOVERNMENT_PAYS = re.compile(
    r"\b(?:pem(?:kab|kot|ko|prov|da)|pemerintah (?:kabupaten|kota|provinsi|daerah))\b"
)
_PAYS = re.compile(
    r"\b(?:\w*bayar\w*|menanggung|tanggung|membiayai|menganggarkan)\b[^.\n]{0,30}\b(?:iuran|premi)"
    r"|\b(?:iuran|premi)\w*\b[^.\n]{0,60}\b(?:ditanggung|dibayar\w*|dibiayai|dianggarkan)\b"
)
_BESIDE = re.compile(r"\b(?:kesehatan|kes)\s?(?:dan|serta|maupun|&|,)\s?$")
_NO_PRESS = r"(?! (?:(?:insan|awak|para|rekan) )?(?:pers|media|wartawan|jurnalis)\b)"
"""Who is asked to tell the news agrees to cover nobody."""
_PACTS = by_first_letter(
    r"mou|m\.o\.u|nota kesep\w+|memorandum|pks|perjanjian|"
    r"ker[j]?a?\s?sama\w*|kerj\w*sama|bekerja\s?sama|"
    r"teken\w*|tekan(?= (?:mou|pks|nota|perjanjian))|tanda\s?tangan\w*|"
    r"(?:me|pe)?nandatangan\w*(?! (?:offering|prasasti|petisi|kontrak kerja|spanduk)\b)|"
    r"ditandatangani|"
    rf"sepakat\w*|menyepakati|gandeng{_NO_PRESS}\w*|digandeng{_NO_PRESS}|menggandeng{_NO_PRESS}|"
    r"sinergi\w*|bersinergi|kolaborasi\w*|"
    r"berkolaborasi|bermitra|jalin|menjalin|adendum|addendum|perpanjang\w*|memperpanjang|iks|nks"
)
_PACT = re.compile(rf"\b(?:{_PACTS})\b")
_URGED = re.compile(
    r"\b(?:(?:men)?dorong|(?:meng)?ajak|(?:meng)?h?imbau|(?:me)?minta|berharap|harap|mendesak)\s"
    rf"(?:\w+\s){{0,2}}(?:{_PARTIES})\b"
    rf"|\b(?:{_PARTIES})\b[^.\n]{{0,30}}\b(?:perlu|diminta|diharapkan|didorong|harus|wajib)\b"
)
_PACT_TOLD = re.compile(rf"\W(?:{_PACTS})\b")
"""The same behind a character that is no part of a word: searched for much faster than "\\b"."""
_PROTECTS = by_first_letter(
    r"lindungi|melindungi|dilindungi|terlindungi|perlindungan|pelindungan|"
    r"(?:mem|di|ter)?proteksi|daftarkan|"
    r"mendaftarkan|didaftarkan|terdaftar|di?\s?cover|ter-?cover|mengcover|tercover|ikutsertakan|"
    r"diikutsertakan|mengikutsertakan|jadi peserta|menjadi peserta|kepesertaan|wajib\w*|"
    r"optimal\w+|mengoptimalkan|perluas\w*|memperluas|tingkatkan|meningkatkan|luncurkan|"
    r"meluncurkan|diluncurkan|launching|peluncuran|komitmen|berkomitmen|canangkan|"
    r"per(?:da|bup|wali?|wako|gub)|edaran|peraturan (?:bupati|daerah|gubernur|wali\s?kota)|"
    r"raperda|regulasi|anggarkan|menganggarkan|apbd\w*|ucj|universal coverage|forum kepatuhan|"
    r"sertakan|rakor|fgd|tindak\s?lanjut\w*|kaver|terkaver|monev|audiensi|dorong|mendorong|"
    r"sosialisasi\w*|jaminkan|"
    r"pastikan|jamin|menjamin|dijamin|siapkan|menyiapkan|alokasikan|mengalokasikan|biayai|"
    r"tanggung(?! jawab)|ditanggung|peserta|iuran|pekerja (?:rentan|informal)|salurkan|bayarkan|"
    r"peroleh|memberikan|beri|berikan|(?:terima|serahkan|dapat) kartu|bagikan"
)
_PROTECT = re.compile(rf"\W(?:{_PROTECTS})\b")
_TEACHING = re.compile(r"\b\w*(?:osialisasi|edukasi)")


def names_agency(body: bytes) -> bool:
    """Whether the raw bytes of a page may name the agency; False saves reading the page."""
    return raw_names_agency(body)


def points_to_agency(text: str) -> bool:
    """Whether a lead's words (headline, slug, summary) make the page worth a fetch."""
    return bool(_WORTH_FETCHING.search(text.replace("-", " ").replace("_", " ")))


@dataclass(slots=True)
class _Seen:
    """Where a text names the agency, the health insurer, either; and workers to cover."""

    agency: list[int] = field(default_factory=list)
    health: list[int] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)
    covered: list[int] = field(default_factory=list)

    @property
    def in_front(self) -> bool:
        """Whether the agency or those it covers are named, as in a headline that is its own."""
        return bool(self.agency or self.bare or self.covered)


def _seen(prose: Prose) -> _Seen:
    seen = _Seen()
    for place in prose.places_of(FIRST_WORDS):
        start = prose.starts[place]
        if HEALTH_INSURER.match(prose.text, start):
            seen.health.append(start)
        elif AGENCY.match(prose.text, start) or SUBJECT.match(prose.text, start):
            seen.agency.append(start)
        elif BARE_BPJS.match(prose.text, start):
            seen.bare.append(start)
        elif COVERED.match(prose.text, start):
            seen.covered.append(start)
    return seen


def judge(article: Article) -> Relevance:
    """What the story is about. Never raises; an empty story is unrelated."""
    prose, heading = read_prose(article.text), read_prose(article.title[:400])
    title, text = _seen(heading), _seen(prose)
    if not text.agency and _ITS_SCHEME.search(prose.lower) and not _OTHER_FUND.search(prose.lower):
        text.agency = text.bare
    off_topic = _why_unrelated(title, text, prose)
    if off_topic:
        return Relevance("unrelated", 0.0, (off_topic,))
    score, reasons = _cooperation(heading, prose)
    if not title.agency and not title.bare:
        score -= 0.05
    score = min(1.0, max(0.0, score))
    label: RelevanceLabel = "cooperation" if score >= _HALF_WAY else "related"
    return Relevance(label, round(score, 2), tuple(reasons))


def _why_unrelated(title: _Seen, text: _Seen, prose: Prose) -> str | None:
    if not text.agency and not title.agency:
        return "BPJS Ketenagakerjaan is not named"
    if title.health and not title.agency:
        return "the headline is about BPJS Kesehatan"
    named = len(text.agency) + len(title.agency)
    leads = bool(text.health) and text.health[0] < _LEAD_CHARACTERS
    both = _both_insurers_agree(title, text, prose)
    if not both and (len(text.health) > 2 * named or (leads and len(text.health) > named)):
        return "the story is about BPJS Kesehatan"
    if _among_the_guests(title, text.agency, prose):
        return "BPJS Ketenagakerjaan is only among the guests"
    if not title.in_front and _in_passing(text.agency, prose):
        return "BPJS Ketenagakerjaan is only mentioned in passing"
    return None


def _both_insurers_agree(title: _Seen, text: _Seen, prose: Prose) -> bool:
    """Whether the headline leaves open which BPJS, and the lead has both agree together."""
    if not title.bare:
        return False
    opening = (start for start in text.agency if start < _OPENING)
    return any(
        _BESIDE.search(prose.lower, max(0, start - 40), start)
        and _PACT.search(prose.lower, *prose.sentence_at(start))
        for start in opening
    )


def _among_the_guests(title: _Seen, named: list[int], prose: Prose) -> bool:
    """Whether the agency does nothing but attend, wherever it is named."""
    if title.bare or title.covered or len(named) > 2 or len(title.agency) > 1:
        return False
    return (
        bool(named)
        and all(_GUEST.search(prose.lower, *prose.sentence_at(start)) for start in named)
        and not any(_PACT.search(prose.lower, *prose.sentence_at(start)) for start in named)
    )


def _in_passing(named: list[int], prose: Prose) -> bool:
    """Whether the agency is named once or twice beside the story, and agrees to nothing there."""
    if len(named) > 2 + len(prose.lower) // 4000:
        return False
    if named[0] < _LEAD_CHARACTERS and (len(named) > 1 or named[0] < prose.first_sentence[1]):
        return False
    return not any(_agrees_or_pays(prose, start) for start in named)


def _agrees_or_pays(prose: Prose, offset: int) -> bool:
    """Whether a sentence tells of an agreement, or early on of a government that covers."""
    sentence = prose.sentence_at(offset)
    if _PACT.search(prose.lower, *sentence):
        return True
    pays = all(one.search(prose.lower, *sentence) for one in (_GOVERNMENT_PAYS, _PAYS))
    return offset < _OPENING and pays and not HEALTH_INSURER.search(prose.lower, *sentence)


def _names_region(heading: Prose) -> bool:
    return any(mention.form != "foreign" for mention in find_regions(heading))


def _cost_of(place: str, news: str, title: str, opening: str) -> float:
    """How much other news speaks against cooperation; less where the headline says agreement.

    A claim that only the headline tells is not what a government's story is about.
    That prosecutors or the police help against employers who do not pay is cooperation itself.
    """
    if news in ("arrears", "complaint") and _LAW.search(title) and _PACT.search(title + opening):
        return 0.1
    if news == "claim" and _CARDS_TOO.search(title):
        return 0.1
    if place == "lead":
        return 0.45 if news == "award" else 0.25
    if news == "housing":
        return 1.3
    if news in _LESS_BESIDE_A_GOVERNMENT and _GOVERNMENT.search(title):
        return 0.25
    if news == "claim" and _GOVERNMENT.search(opening) and not other_news(opening):
        return 0.25
    return 0.45 if news == "award" or _PACT.search(title) else 0.65


def _only_counts(title: str, opening: str) -> bool:
    """Whether a headline counts members, and neither it nor the lead names who had them join."""
    if not _MEMBERS_COUNTED.match(title) or _PACT_TOLD.search(title) or _PARTY.search(title):
        return False
    if _PACT_TOLD.search(opening) or _PAYS.search(opening):
        return False
    return not _AUTHORITY.search(title + opening)


def _only_urges(heading: Prose, title: str, opening: str) -> bool:
    """Whether the agency opens the headline, and whoever else is named ought to do something."""
    if not AGENCY.match(heading.text) or _PARTY.search(title) or _PACT_TOLD.search(title + opening):
        return False
    if _PAYS.search(opening):
        return False
    rest = _URGED.sub("", opening)
    return rest != opening and not _PARTY.search(rest)


def _cooperation(heading: Prose, prose: Prose) -> tuple[float, list[str]]:
    """Score and reasons that the story tells of cooperation."""
    title, opening = f" {heading.lower}", f" {prose.lower[:_OPENING]}"
    body = prose.lower[_OPENING - 1 : 2_000]
    score, reasons, alone = _PRIOR, ["the story is about BPJS Ketenagakerjaan"], True
    for points, pattern, where, reason in (
        (0.35, _PACT_TOLD, title, "the headline speaks of an agreement"),
        (0.2, _PROTECT, title, "the headline speaks of covering workers"),
        (0.25, _PARTY, title, "the headline names the other party"),
        (0.25, _PACT_TOLD, opening, "the lead speaks of an agreement"),
        (0.15, _PROTECT, opening, "the lead speaks of covering workers"),
        (0.2, _PARTY, opening, "the lead names the other party"),
        (0.1, _PACT_TOLD, body, "the body speaks of an agreement"),
    ):
        found = pattern.search(where)
        if found:
            score += points
            reasons.append(f"{reason}: {found.group()[1:]}")
            alone = alone and (where is body or pattern is _PROTECT)
    if not _PARTY.search(title) and _names_region(heading):
        score += 0.25
        reasons.append("the headline names a region")
    if alone and _TEACHING.search(title + opening):
        score -= 0.35
        reasons.append("the agency teaches, and no other party is named")
    if _only_counts(title, opening):
        score -= 0.4 if "daftarkan" in opening else 0.55
        reasons.append("the headline counts members, and no government acts")
    if _only_urges(heading, title, opening):
        score -= 0.35
        reasons.append("the agency urges, and nobody acts")
    for place, where in (("headline", title), ("lead", opening)):
        other = other_news(where)
        if other and (place == "headline" or other[0] not in _HEADLINE_ONLY):
            kind, words = other
            score -= _cost_of(place, kind, title, opening)
            reasons.append(f"the {place} is about {SAYS[kind]}: {words}")
    return score, reasons
