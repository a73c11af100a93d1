"""How far an agreement is: planned, signed in this news, or in force and carried out."""

import re
from collections.abc import Iterator

from pipelines.facts.instruments import PACT, PACT_HERE, SIGN
from pipelines.facts.prose import Prose
from pipelines.model import Instrument, Status

_SIGNED = re.compile(
    rf"{SIGN}|\b(?:sepakati|menyepakati|disepakati|sepakat|resmi\s+(?:jalin|menjalin|kerja|"
    rf"bekerja|memperpanjang|perpanjang|punya|miliki|memiliki)|diundangkan|(?:meng)?ikat\s+(?:kerja\s?sama|kontrak|perjanjian)|jalin|menjalin|gandeng|menggandeng|bersepakat|"
    rf"memperpanjang|diperpanjang|\w*perbarui|melakukan\s+(?:perpanjangan|mou|pks|kerja\s?sama)|mou\s+dengan|mengesahkan|"
    rf"disahkan|sahkan|menerbitkan|terbitkan|deklarasi\w*|pakta)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:akan|berencana|rencana\w*|direncanakan|segera|bakal|jajaki|menjajaki|penjajakan|"
    r"siapkan|menyiapkan|menyusun|susun|merancang|rancang|rancangan|bahas|membahas|dibahas|pembahasan|membicarakan|dibicarakan|kemungkinan|peluang|"
    r"draft?|wacana\w*|godok|menggodok|raperda|usulkan|mengusulkan|jika\s+memungkinkan|kaji|mengkaji|dikaji|menawarkan|tawarkan|tertarik|lirik|melirik|"
    r"mempertimbangkan|berupaya|mengupayakan|belum\s+di(?:perpanjang|teken|tandatangani)|"
    r"siap\s+(?:bikin|buat|membuat|menjalin|jalin|teken|meneken|menandatangani|bekerja)|"
    r""
    r"dalam\s+waktu\s+dekat|targetkan|ingin|matangkan|mematangkan|persiapan|finalisasi|"
    r"dijadwalkan|menargetkan|merevisi|revisi|harmonisasi|ranperda|pansus|diharapkan|mudah-mudahan)\b",
    re.IGNORECASE,
)
_PLANNED_SIGNING = re.compile(
    rf"\w+\b[^.\n]{{0,60}}?(?:{SIGN}|\bmou\b|\bpks\b|nota\s+kesep|perpanjangan|melanjutkan|"
    rf"{PACT})",
    re.IGNORECASE,
)
_PLEDGED = re.compile(
    rf"{SIGN}|\b(?:deklarasi\w*|pakta|sepakat\w*|menyepakati|ikrar|berikrar)\b", re.IGNORECASE
)
_AFTERWARDS = re.compile(r"\b(?:usai|setelah|pasca)\b[^,]*", re.IGNORECASE)
_REVIEW = re.compile(
    r"\b(?:\w*evaluasi|monev|monitoring|me?monitor|pantau|memantau|pemantauan)\b", re.IGNORECASE
)
_SIGNED_BEFORE = re.compile(
    r"\byang\s+(?:telah\s+|sudah\s+)?di\w*(?:te[kn]en|tandatangani|sepakati|jalin)\b[^.\n]{0,30}?"
    r"\b(?:lalu|silam|sebelumnya|sejak)\b"
    r"|\b(?:tahun|bulan)\s(?:setelah|sejak)\b[^.,\n]{0,80}?(?:teken|tandatangani|sepakati)\b"
    r"|\b(?:telah|sudah|pernah)\sme\w*(?:te[kn]en|ndatangani|jalin|sepakati)\b[^.\n]{0,60}?"
    r"\btahun\s(?:lalu|silam)\b"
    r"|\bdi\w*(?:te[kn]en|tandatangani|sepakati)\s(?:pada\s)?(?:tahun\s(?:lalu|silam|sebelumnya)|sejak)\b",
    re.IGNORECASE,
)
_LOOKING_BACK = re.compile(
    r"\b(?:yang\s+(?:telah\s+|sudah\s+)?(?:di|me)\w*(?:te[kn]en|tandatangani|sepakati|jalin)|"
    r"tahun\s+lalu|silam|sebelumnya|sejak|masih\s+berlaku|sudah\s+berjalan|"
    r"tindak\s?lanjut(?:an)?|menindaklanjuti|implementasi|realisasi)\b",
    re.IGNORECASE,
)
_IN_FORCE = re.compile(
    r"\b(?:mulai\s+(?:dijalankan|berlaku|diterapkan)|(?:sudah|telah)\s+(?:terbit|berlaku|"
    r"berjalan))\b",
    re.IGNORECASE,
)
_PAPERS = ("mou", "pks", "addendum", "agreement")
_PLANNING = frozenset(
    {"akan", "rencana", "rencananya", "segera", "bakal", "kapan", "jadwal", "menentukan"}
    | {"nantinya"}
)


def status_of(title: str, prose: Prose, instrument: Instrument, offset: int) -> Status:
    """planned, signed or ongoing, from what the headline and lead say is done or to be done.

    offset: where the text names the instrument.
    """
    title = _AFTERWARDS.sub("", title)
    signing = _SIGNED if instrument != "commitment" else _PLEDGED
    ahead, settled = _PLAN.search(title), signing.search(title)
    hopes = bool(ahead and not (settled or PACT_HERE.search(title)))
    planned, signed = 0.0, 0.0
    if ahead and not (settled and settled.start() < ahead.start()):
        planned += 3
    elif settled:
        signed += 3
    in_text = _told_in_text(title, prose, instrument, offset)
    planned, signed = planned + in_text[0], signed + in_text[1]
    if instrument in ("socialization", "other") and planned < 4:
        return "ongoing"
    if instrument == "regulation" and _IN_FORCE.search(f"{title}. {prose.text[:600]}"):
        return "ongoing"
    if hopes and signed >= 3:
        planned -= 3
    if planned >= max(signed, 2):
        return "planned"
    return "signed" if signed >= 3 else "ongoing"


def _told_in_text(
    title: str, prose: Prose, instrument: Instrument, offset: int
) -> tuple[float, float]:
    """How loudly the text tells of a plan, and of a signing."""
    signing = _SIGNED if instrument != "commitment" else _PLEDGED
    sentences = [*_opening_sentences(prose)]
    reviews = bool(_REVIEW.search(title) or (sentences and _REVIEW.search(sentences[0])))
    if instrument in _PAPERS:
        start, end = prose.sentence_at(offset)
        sentences.append(prose.text[start:end])
    planned, signed = 0.0, 0.0
    for sentence in dict.fromkeys(sentences):
        future, done = _PLAN.search(sentence), signing.search(_SIGNED_BEFORE.sub(" ", sentence))
        if future and (done or PACT_HERE.search(sentence)):
            planned += 2
        elif done and not (reviews and _done_before(sentence)):
            signed += 3
    later = sum(1 for _ in prose.matches_at(_PLANNING, _PLANNED_SIGNING))
    return planned + 1.5 * min(2, later), signed


def _done_before(sentence: str) -> bool:
    """Whether the sentence looks back on what was signed: "nota yang diteken tahun lalu"."""
    return bool(_REVIEW.search(sentence) or _LOOKING_BACK.search(sentence))


def _opening_sentences(prose: Prose) -> Iterator[str]:
    """Sentences of the first two paragraphs."""
    starts = prose.paragraph_starts
    end = min(starts[2] if len(starts) > 2 else len(prose.text), 1600)
    for start in prose.sentence_starts:
        if start >= end:
            return
        yield prose.text[start : prose.sentence_at(start)[1]]
