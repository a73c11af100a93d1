"""How long an agreement runs: a span, a period or an end, as printed.

"dua tahun", "6 bulan, Juli hingga Desember 2026", "sampai 30 September 2029".
"""

import re

from pipelines.facts.event_dates import MONTH
from pipelines.facts.number_words import ONE_WORD
from pipelines.facts.prose import Heads, Prose
from pipelines.model import Instrument

_SPAN = (
    rf"(?:(?:\d{{1,2}}|(?:{ONE_WORD})(?:\s(?:belas|puluh))?)(?:\s?\([\w ]{{1,20}}\))?"
    r"\s+(?:tahun|bulan)|se(?:tahun|bulan))\b(?!\s(?:ini|terakhir|lalu|belakangan|sebelumnya|sekali)\b)"
)
_DAY = r"\d{1,2}[/-]\d{1,2}[/-]20\d\d"
_NEAR = r"(?:(?:tanggal|bulan|tahun|awal|akhir|pertengahan)\s+){0,2}"
_FIRST = (
    rf"(?:(?:sejak|mulai|dari)\s+){{0,2}}"
    rf"{_NEAR}(?:{_DAY}|(?:\d{{1,2}}\s+)?(?:{MONTH})\b(?:\s+20\d\d)?|20\d\d)"
)
_LAST = (
    rf"{_NEAR}(?:{_DAY}|(?:(?:\d{{1,2}}\s+)?(?:{MONTH})\s+)?(?:tahun\s+)?20\d\d\b"
    rf"|(?:{MONTH})\s+(?:mendatang|tahun\s+(?:ini|depan))\b)"
)
_TO = r"(?:sampai(?:\s+dengan)?|hingga|s\.?/?d\.?)"
_PERIOD = rf"(?:{_FIRST}(?:\s*[–-]\s*|,?\s+{_TO}\s+)|{_TO}\s+){_LAST}"
_PAID = {"ditanggung", "dibayar", "dibayarkan", "dibiayai", "dicover", "cover"}
_DURATION = re.compile(
    rf"(?:(?P<paid>{'|'.join(_PAID)})|selama|jangka\s+waktu|masa\s+(?:berlaku|kerja\s?sama)(?:nya)?"
    r"|berlaku|dilanjutkan|(?:di|mem)perpanjang|mengikat|terhitung)\b,?\s+"
    rf"(?:(?:\w+\s+){{0,3}}?(?P<span>{_SPAN}(?:,?\s+(?:(?:terhitung|yakni|yaitu)\s+)?{_PERIOD})?)"
    rf"|(?:[\w-]+,?\s+){{0,7}}?(?P<until>{_PERIOD}))",
    re.IGNORECASE,
)
_HEADS = Heads(
    {"selama", "jangka", "masa", "berlaku", "dilanjutkan", "diperpanjang", "memperpanjang"}
    | {"mengikat", "terhitung", *_PAID}
)
_OF_PAPER = re.compile(
    r"kerj\w{0,2}\s?sama|perjanjian|perpanjangan|\bnota\b|\bmou\b|\bpks\b|kesepaka|kesepaha|adendum",
    re.IGNORECASE,
)
_OF_COVER = re.compile(
    r"iuran|premi\b|daftar|lindung|kepesertaan|peserta\b|tanggung", re.IGNORECASE
)
_OF_ELSE = re.compile(
    r"bekerja(?!\s?sama)|mengabdi|pengabdian|menjabat|terakhir|belum\s+pernah|upah|gaji|santunan|"
    r"beasiswa|pengobatan|perawatan|hukuman|penjara|denda|kekurangan|tungga[kn]|\bberjalan\b|meninggal",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\b(?:telah|sudah|tercatat|klaim)\b", re.IGNORECASE)
_CLAUSE_START = re.compile(r"[,;:(](?=\s)")


def duration_of(prose: Prose, instrument: Instrument | None) -> str | None:
    """How long the agreement runs, as printed; of a commitment, how long the cover is paid for."""
    runs = _cover_runs if instrument == "commitment" else _paper_runs
    matches = prose.matches_at(prose.places_of(_HEADS), _DURATION)
    match = next((match for match in matches if runs(prose, match)), None)
    return " ".join((match["span"] or match["until"]).split()) if match else None


def _paper_runs(prose: Prose, match: re.Match[str]) -> bool:
    """Whether a term is of a paper: not of cover, a working life, a past or a benefit."""
    start, end = prose.sentence_at(match.start())
    sentence = prose.text[start:end]
    clause = _CLAUSE_START.split(prose.text[start : match.start()])[-1]
    if match["paid"] or _OF_COVER.search(clause) or _OF_ELSE.search(sentence):
        return False
    its = match.start() == start and start and "nya" in match.group().split()[1]
    before = prose.sentence_at(start - 1)[0] if its else start
    return bool(_OF_PAPER.search(prose.text, before, end))


def _cover_runs(prose: Prose, match: re.Match[str]) -> bool:
    start, end = prose.sentence_at(match.start())
    sentence = prose.text[start:end]
    told = _OF_COVER.search(sentence) or _OF_PAPER.search(sentence)
    so_far = match["until"] and _SO_FAR.search(prose.text, start, match.end())
    return bool(told) and not so_far and not _OF_ELSE.search(sentence)
