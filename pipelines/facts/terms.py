"""The terms of an agreement: renewal, duration, programmes."""

import re

from pipelines.facts.prose import Prose

_SIGN = r"(?:tanda\s?tangan|nandatangan|\bteken|\bme[nm]e?ken|\bditeken\b)"
_PACT = r"(?:kerja\s?sama|kerjsama|kerj\w{0,2}\s?sama)"
_RENEWED = re.compile(
    rf"perpanjang\w*|memperpanjang|diperpanjang|perbaru\w*|memperbarui|pembaruan|"
    rf"\b(?:melanjutkan|lanjutkan|kelanjutan|keberlanjutan|lanjutan)\b[^.\n]{{0,20}}?"
    rf"(?:{_PACT}|mou|pks|nota|perjanjian)|"
    rf"kembali\s+(?:\w{{0,6}}{_SIGN}|menjalin|jalin|bekerja|meneken|melakukan\s+(?:{_PACT}|mou|"
    rf"penandatangan\w*|perjanjian)|menyepakati|menyusun\s+rencana\s+{_PACT})"
)
_RENEWING = ("perpanjang", "perbaru", "pembaru", "lanjut", "kembali")
"""What each of these words has inside: told by these, most stories need no further look."""
_NOT_OF_TERM = re.compile(
    r"perpanjangan\s+(?:tangan|kontrak)|(?:mem|di)?perpanjang(?:an)?\s+(?:usia|umur|i[zj]in\w*|pas\b|"
    r"paspor|masa\s+jabatan)|\b(?:bukan|tidak|tak)\s+(?:mem|di)?perpanjang"
)
_SPELLED = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|setahun"
_DURATION = re.compile(
    rf"(?:selama|jangka\s+waktu|masa\s+(?:berlaku|kerja\s?sama)|berlaku)\s+"
    rf"(?:\w+\s+){{0,3}}?(?P<term>(?:\d{{1,2}}|{_SPELLED})(?:\s?\(\w+\))?\s+(?:tahun|bulan))\b",
    re.IGNORECASE,
)
_TERM_WORDS = frozenset({"selama", "jangka", "masa", "berlaku"})
# A term is of a pact, of contributions or of cover; not of a working life, a past or a benefit.
_OF_PACT = re.compile(
    rf"{_PACT}|perjanjian|\bnota\b|\bmou\b|\bpks\b|kesepaka|kesepaha|adendum|iuran|daftar|"
    r"lindung|kepesertaan|tanggung",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    r"bekerja(?!\s?sama)|mengabdi|pengabdian|menjabat|terakhir|belum\s+pernah|upah|gaji|santunan|"
    r"beasiswa|pengobatan|perawatan|hukuman|penjara|denda",
    re.IGNORECASE,
)
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


def is_renewal(title: str, prose: Prose) -> bool:
    """Whether an earlier agreement is prolonged, by the headline and first paragraphs."""
    starts = prose.paragraph_starts
    opening = f"{title.lower()}\n{prose.lower[: starts[3] if len(starts) > 3 else 2000]}"
    told = any(root in opening for root in _RENEWING) and _RENEWED.search(opening)
    return bool(told and _RENEWED.search(_NOT_OF_TERM.sub("", opening)))


def duration_of(prose: Prose) -> str | None:
    """How long the agreement or its cover lasts, as printed."""
    matches = prose.matches_at(_TERM_WORDS, _DURATION)
    match = next((match for match in matches if _is_of_pact(prose, match.start())), None)
    return " ".join(match["term"].split()) if match else None


def _is_of_pact(prose: Prose, offset: int) -> bool:
    start, end = prose.sentence_at(offset)
    sentence = prose.text[start:end]
    return bool(_OF_PACT.search(sentence)) and not _OF_ELSE.search(sentence)


def programmes_of(prose: Prose) -> tuple[str, ...]:
    """Programmes that the text names, in the order JKK JKM JHT JP JKP."""
    short = {long: name for name, long in _PROGRAMMES.items()}
    named = {
        match["short"].upper() if match["short"] else short[" ".join(match["long"].lower().split())]
        for match in prose.matches_at(_PROGRAMME_WORDS, _PROGRAMME)
        if not _BENEFIT_BEFORE.search(prose.text[max(0, match.start() - 30) : match.start()])
    }
    return tuple(name for name in _PROGRAMMES if name in named)
