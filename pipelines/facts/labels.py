"""What stands before a number that counts nothing: "Pasal 5", "No. 12", "tahun 2024"."""

import re

from pipelines.facts.prose import Prose

_LABELS = (
    r"no|nomor|nomer|pasal|ayat|tahun|tanggal|pukul|jam|usia|umur|perda|"
    r"perbup|uu|pp|inpres|jl|jalan|lantai|km|gang|halaman|hal|bulan|dan/atau|periode|tahap|"
    r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|"
    r"permendagri|permenaker|pmk|peringkat|seri|telepon|telp|wa|pemilu|pilkada|covid|rangking|"
    r"ranking|perwali|pergub|tipe|kelas|grade|hut|artikel|butir|huruf|poin|komisi|asisten|"
    r"senin|selasa|rabu|kamis|jumat|sabtu|minggu|se|gelombang|zona|wilayah|distrik|iso|petak|blok"
)
_LAST_WORDS = frozenset(re.split(r"[|/]", _LABELS))
_LABELLED = re.compile(
    rf"(?:\b(?:{_LABELS})\.?\s*[:(]?\s*"
    r"|[/-]|[0-9][.,:]|#|\$|\+|@)$",
    re.IGNORECASE,
)
_LONGEST = 16


def is_labelled(prose: Prose, place: int) -> bool:
    """Whether a number stands behind "Pasal", "No." or the like, or goes on from another."""
    start, before = prose.starts[place], place - 1
    plainly = before >= 0 and prose.text[prose.ends[before] : start] == " "
    if plainly and prose.words[before] not in _LAST_WORDS:
        return False
    return bool(_LABELLED.search(prose.text, max(0, start - _LONGEST), start))
