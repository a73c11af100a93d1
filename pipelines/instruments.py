"""What was agreed and how far it is: instrument, renewal, status, duration, programmes."""

import re
from collections.abc import Iterator

from pipelines.model import Instrument, Status
from pipelines.prose import Prose

_SIGN = r"(?:\w*tanda\s?tangan\w*|\w*nandatangan\w*|\btek[ae]n\w*|\bme[nm]e?ken\w*|\bditeken\b)"
_PACT_WORD = r"(?:kerja\s?sama|kerjsama|kerj\w{0,2}\s?sama)"
_LOCAL_RULE = (
    r"(?:ra)?per(?:da|bup|wali?|wako|gub)\b|peraturan\s+(?:bupati|daerah|gubernur|wal[iy]\s?kota)|"
    r"surat\s+edaran|\bSE\b|\bedaran\b|regulasi|qanun|instruksi\s+(?:bupati|gubernur|wal[iy])|"
    r"keputusan\s+(?:gubernur|bupati|wal[iy])"
)
_PATTERNS: tuple[tuple[Instrument, re.Pattern[str]], ...] = (
    ("mou", re.compile(
        r"\bmou\b|\bm\.o\.u\b|nota\s+kesep\w+|mem?o?rand?u?m\w*|momerandum|kesepakatan\s+bersama|"
        r"\bnks\b|kesepahaman", re.IGNORECASE)),
    ("pks", re.compile(
        rf"\bpks\b|perjanjian\s+{_PACT_WORD}|perjanjian\s+kerja\b|perjanjian\s+antara|"
        rf"\biks\b|ikatan\s+{_PACT_WORD}", re.IGNORECASE)),
    ("addendum", re.compile(r"\badd?end[ua]m\b", re.IGNORECASE)),
    ("regulation", re.compile(
        rf"(?:menerbitkan|terbitkan|diterbitkan\w*|terbitnya|keluarkan|mengeluarkan|menetapkan|"
        rf"tetapkan|mengesahkan|sahkan|disahkan\w*|godok\w*|menggodok|revisi|merevisi|susun|"
        rf"menyusun|penyusunan|rancang\w*|merancang|siapkan|menyiapkan|miliki|memiliki|bahas|"
        rf"membahas|berdasar\w*|landasan|payung\s+hukum|melalui|lewat)"
        rf"[^.\n]{{0,50}}?(?:{_LOCAL_RULE})|raperda|"
        rf"(?:{_LOCAL_RULE})[^.\n]{{0,60}}?(?:menjadi\s+(?:landasan|payung|dasar)|terbit|disahkan|"
        rf"mewajibkan|mengharuskan)", re.IGNORECASE)),
    ("agreement", re.compile(
        rf"(?:{_SIGN}|jalin\w*|menjalin|terjalin|sepakat\w*|menyepakati|perpanjang\w*|"
        rf"memperpanjang|lanjutkan|melanjutkan|tingkatkan|perkuat\w*|rencana|melakukan|teken)"
        rf"[^.\n]{{0,30}}?{_PACT_WORD}|\b(?:gandeng|menggandeng|sepakat)\b"
        rf"|\b{_PACT_WORD}\s+(?:dengan|antara|bersama)\b|\bber\s?{_PACT_WORD}", re.IGNORECASE)),
    ("commitment", re.compile(
        r"komitmen\w*|berkomitmen|deklarasi|pakta|launching|lounching|luncurkan|meluncurkan|"
        r"peluncuran|canangkan|mencanangkan|\w*daftarkan\b|pendaftaran|menganggarkan|anggarkan|"
        r"dianggarkan|\bapbd\w*|dana\s+desa|dbh\b|\w*lindungi\b|gerakan|sertakan\b|ucj|"
        r"universal\s+coverage|sinergi\w*|kolaborasi\w*|cover\b|tanggung|biayai|membiayai|audiensi|"
        r"csr|dorong|perluas\w*|memperluas|optimal\w*|wajib\w*|jamin", re.IGNORECASE)),
    ("socialization", re.compile(
        r"sosialisasi\w*|rakor\b|rapat\s+koordinasi|monev\b|monitoring|evaluasi|\bfgd\b|diskusi|"
        r"diseminasi|workshop|bimtek|edukasi|penyuluhan|pertemuan|asistensi", re.IGNORECASE)),
    ("other", re.compile(
        r"(?:serahkan|menyerahkan|penyerahan|bagikan|membagikan|pembagian|terima|menerima)"
        r"[^.\n]{0,30}?kartu|kartu\s+(?:peserta|kepesertaan)", re.IGNORECASE)),
)  # fmt: skip
_FOLLOW_UP = re.compile(
    r"(?:di\s?tindak\s?lanjuti\s+\w+[^.\n]{0,60}|tindak\s?lanjut\s+(?:dari|atas)[^.\n]{0,25}|"
    r"menindaklanjuti[^.\n]{0,25}|kelanjutan\s+dari[^.\n]{0,25}|turunan\w*\s+\w*[^.\n]{0,25}|"
    r"sebelumnya[^.\n]{0,80}|pernah[^.\n]{0,40})$",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"{_SIGN}|\b(?:sepakati|menyepakati|disepakati|sepakat|resmi\s+(?:jalin|menjalin|kerja|"
    rf"bekerja|memperpanjang|perpanjang)|jalin|menjalin|gandeng|menggandeng|bersepakat|"
    rf"memperpanjang|melakukan\s+(?:perpanjangan|mou|pks|kerja\s?sama)|mou\s+dengan|mengesahkan|"
    rf"disahkan|sahkan|menerbitkan|terbitkan|deklarasi\w*|pakta)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:akan|berencana|rencana\w*|direncanakan|segera|bakal|jajaki|menjajaki|penjajakan|siapkan|"
    r"menyiapkan|menyusun|susun|merancang|rancang|rancangan|bahas|membahas|pembahasan|draft?|wacana\w*|"
    r"godok|menggodok|raperda|usulkan|mengusulkan|jika\s+memungkinkan|dalam\s+waktu\s+dekat|"
    r"targetkan|ingin|matangkan|mematangkan|persiapan|finalisasi|upayakan|dijadwalkan)\b",
    re.IGNORECASE,
)
_PLANNED_SIGNING = re.compile(
    rf"\b(?:akan|rencana\w*|segera|bakal|kapan|waktu\s+untuk|jadwal|menentukan|nantinya)\b"
    rf"[^.\n]{{0,60}}?(?:{_SIGN}|mou\b|pks\b|nota\s+kesep|perpanjangan|melanjutkan|{_PACT_WORD})",
    re.IGNORECASE,
)
_RENEWED = re.compile(
    rf"perpanjang\w*|memperpanjang|diperpanjang|perbaru\w*|memperbarui|pembaruan|"
    rf"(?:melanjutkan|lanjutkan|kelanjutan|keberlanjutan|lanjutan)[^.\n]{{0,20}}?"
    rf"(?:{_PACT_WORD}|mou|pks|nota|perjanjian)|"
    rf"kembali\s+(?:{_SIGN}|menjalin|jalin|bekerja|meneken|melakukan\s+(?:{_PACT_WORD}|mou|"
    rf"penandatangan\w*|perjanjian)|menyepakati|menyusun\s+rencana\s+{_PACT_WORD})",
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
_PROGRAMMES = (
    ("JKK", re.compile(r"\bjkk\b|jaminan\s+kecelakaan\s+kerja", re.IGNORECASE)),
    ("JKM", re.compile(r"\bjkm\b|jaminan\s+kematian", re.IGNORECASE)),
    ("JHT", re.compile(r"\bjht\b|jaminan\s+hari\s+tua", re.IGNORECASE)),
    ("JP", re.compile(r"\bjp\b|jaminan\s+pensiun", re.IGNORECASE)),
    ("JKP", re.compile(r"\bjkp\b|jaminan\s+kehilangan\s+pekerjaan", re.IGNORECASE)),
)
_BENEFIT_BEFORE = re.compile(r"(?:santunan|klaim|manfaat|pencairan)\s+(?:program\s+)?$", re.I)


def opening_of(title: str, prose: Prose) -> str:
    """What a story is about stands here: the headline and the first two paragraphs."""
    starts = prose.paragraph_starts
    end = starts[2] if len(starts) > 2 else len(prose.text)
    return f"{title}.\n\n{prose.text[: min(end, 1600)]}"


def instrument_of(title: str, prose: Prose) -> tuple[Instrument, int]:
    """The instrument, and the offset in the text of the words that say so."""
    scores: dict[Instrument, float] = {}
    offsets: dict[Instrument, tuple[float, int]] = {}
    for name, pattern in _PATTERNS:
        scores[name] = 4.0 if pattern.search(title) else 0.0
        for start, weight in _weighed(prose, pattern):
            scores[name] += weight
            if weight > offsets.get(name, (0.0, 0))[0]:
                offsets[name] = (weight, start)
    chosen = _choose(scores)
    return chosen, offsets.get(chosen, (0.0, 0))[1]


def _weighed(prose: Prose, pattern: re.Pattern[str]) -> Iterator[tuple[int, float]]:
    """Where a pattern is in the text and how much that counts; each paragraph counts once."""
    seen: set[int] = set()
    for match in pattern.finditer(prose.text, 0, 12_000):
        paragraph = prose.paragraph_of(match.start())
        if paragraph in seen:
            continue
        if _FOLLOW_UP.search(prose.text, max(0, match.start() - 90), match.start()):
            continue
        seen.add(paragraph)
        yield match.start(), 3.0 if paragraph == 0 else 2.0 if paragraph < 3 else 0.7


def _choose(scores: dict[Instrument, float]) -> Instrument:
    """The most specific of what is said loudly enough."""
    paper = scores["mou"] + scores["pks"]
    if scores["addendum"] >= 3:
        return "addendum"
    if scores["regulation"] >= 4 and scores["regulation"] > paper:
        return "regulation"
    if paper >= 2:
        return "pks" if scores["pks"] >= 0.4 * scores["mou"] else "mou"
    if scores["agreement"] >= 3:
        return "agreement"
    if scores["regulation"] >= 2:
        return "regulation"
    loud: tuple[Instrument, ...] = ("other", "socialization", "commitment")
    best = max(loud, key=lambda name: scores[name])
    return best if scores[best] >= 2 else "commitment" if scores["commitment"] else "other"


def is_renewal(title: str, prose: Prose) -> bool:
    """Whether an earlier agreement is prolonged, by the headline and first paragraphs."""
    starts = prose.paragraph_starts
    opening = f"{title}\n{prose.text[: starts[3] if len(starts) > 3 else 2000]}"
    return bool(_RENEWED.search(_NOT_OF_TERM.sub("", opening)))


def status_of(title: str, prose: Prose, instrument: Instrument) -> Status:
    """planned, signed or ongoing, from what the headline and lead say is done or to be done."""
    opening = opening_of(title, prose)
    planned, signed = 0.0, 0.0
    if _PLAN.search(title):
        planned += 3
    elif _SIGNED.search(title):
        signed += 3
    for sentence in re.split(r"(?<=[.!?])\s+|\n\n", opening[len(title) + 1 :]):
        future, done = _PLAN.search(sentence), _SIGNED.search(sentence)
        if future and (done or _PACT_HERE.search(sentence)):
            planned += 2
        elif done:
            signed += 3
    planned += 1.5 * min(2, len(_PLANNED_SIGNING.findall(prose.text, 0, 12_000)))
    if instrument in ("socialization", "other") and planned < 4:
        return "ongoing"
    if planned > signed and planned >= 2:
        return "planned"
    return "signed" if signed >= 3 else "ongoing"


_PACT_HERE = re.compile(
    rf"\bmou\b|nota\s+kesep|\bpks\b|perjanjian|{_PACT_WORD}|{_LOCAL_RULE}", re.IGNORECASE
)


def duration_of(prose: Prose) -> str | None:
    """How long the agreement or its cover lasts, as printed."""
    match = _DURATION.search(prose.text, 0, 12_000)
    return " ".join(match["term"].split()) if match else None


def programmes_of(prose: Prose) -> tuple[str, ...]:
    """Programmes that the text names, in the order JKK JKM JHT JP JKP."""
    return tuple(name for name, pattern in _PROGRAMMES if _covers(prose.text, pattern))


def _covers(text: str, pattern: re.Pattern[str]) -> bool:
    return any(
        not _BENEFIT_BEFORE.search(text, max(0, match.start() - 30), match.start())
        for match in pattern.finditer(text, 0, 12_000)
    )
