"""The terms of an agreement: renewal, programmes."""

import re

from pipelines.facts.prose import Heads, Prose

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
    r"paspor|masa\s+jabatan)|(?:ke)?lanjutan\s+(?:dari|atas)\s+(?:\w+\s+){0,4}(?:pusat|nasional|direksi)\b|"
    r"\b(?:bukan|tidak|tak)\s+(?:mem|di)?perpanjang"
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
_PROGRAMME_HEADS = Heads({"jkk", "jkm", "jht", "jp", "jkp", "jaminan"})
_BENEFIT_BEFORE = re.compile(
    r"(?:santunan|klaim|manfaat|pencairan)\s+(?:program\s+)?$", re.IGNORECASE
)


def is_renewal(title: str, prose: Prose) -> bool:
    """Whether an earlier agreement is prolonged, by the headline and first paragraphs."""
    starts = prose.paragraph_starts
    opening = f"{title.lower()}\n{prose.lower[: starts[3] if len(starts) > 3 else 2000]}"
    told = any(root in opening for root in _RENEWING) and _RENEWED.search(opening)
    return bool(told and _RENEWED.search(_NOT_OF_TERM.sub("", opening)))


def programmes_of(prose: Prose) -> tuple[str, ...]:
    """Programmes that the text names, in the order JKK JKM JHT JP JKP."""
    short = {long: name for name, long in _PROGRAMMES.items()}
    named = {
        match["short"].upper() if match["short"] else short[" ".join(match["long"].lower().split())]
        for match in prose.matches_at(prose.places_of(_PROGRAMME_HEADS), _PROGRAMME)
        if not _BENEFIT_BEFORE.search(prose.text[max(0, match.start() - 30) : match.start()])
    }
    return tuple(name for name in _PROGRAMMES if name in named)
