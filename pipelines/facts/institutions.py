"""The institutions that a text names in full: a prosecutor's office, campus, order, firm, village.

A name is given as it is printed, without the short form in brackets: "Komisi Pemilihan Umum
(KPU) Kota X" is "Komisi Pemilihan Umum Kota X". Only a prosecutor's office is always written out.
`data/institutions.tsv` lists the words that begin the names of each kind.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from pipelines.facts.office_names import find_places
from pipelines.facts.officials import find_officials
from pipelines.facts.prose import Phrase, Phrases, Prose, data_lines

_NAMED_WITHIN = 2500
FREELY_NAMED = ("campus", "care", "firm", "faith", "village")
"""Kinds with a name of their own rather than that of their place."""

LISTED = re.compile(r"\)?(?:,|,?\s(?:dan|serta|&))\s(?:juga\s)?")
"""What stands between two institutions of a list."""

_MET_AT = re.compile(
    r"\bdi\s(?:\w+\s){0,3}?(?:kampus|aula|auditorium|gedung|balairung)\s$", re.IGNORECASE
)
"""Before a campus that only lends its rooms."""
_BY_PLACE_IN_HEADLINES = ("law", "council", "police", "poll")
_HEADS = ("Kajari", "Kajati")
_BEGIN_WITH_A_WORD = ("law", "campus", "firm", "village")
_LONGEST_SHORT_FORM = 6
_NAME_AFTER = re.compile(
    r"[.)]?(?:[ \xa0]?\([A-Z][\w-]{1,9}\)"
    r"|[ \xa0]+(?:dan|di|se-?(?=[A-Z])[\w-]+|[A-Z][a-z]{0,2}\.(?=\s[A-Z])|\d{1,3}(?=\s[A-Z])"
    r"|[A-Z][\w'’/-]*(?:\.[\w'’/-]+)*)){0,12}"
)
_LONG_FORM = re.compile(
    r"(?<![\w-])(?P<long>[A-Z][\w’'/-]*(?:\s(?:dan\s)?[A-Z][\w’'/-]*){1,7})\s?\($"
)
_LONGEST_NAME, _LONGEST_ALIAS = 90, 30
_UP_TO_SHORT_FORM = re.compile(r"[^()]*\((?P<initial>\w)[\w-]+\)")
_IN_BRACKETS = re.compile(r"\s?\([^()]*\)|\)")
_SHORT_FORM = re.compile(r"(?P<long>[^()]+?)\s?\((?P<short>[\w-]+(?:\s[\w-]+){0,2})\)")
_GENERIC = re.compile(
    r"(?:(?:universitas|institut|sekolah|tinggi|politeknik|ilmu|kesehatan|ekonomi|hukum|agama|islam|"
    r"kristen|katolik|hindu|negeri|teknologi|teknik|pertanian|keguruan|pendidikan|seni|dan)\b\s?)+",
    re.IGNORECASE,
)
"""The long form of a campus that many share: "Universitas Islam Negeri (UIN) Sumatera Utara"."""
_OF_A_VILLAGE = re.compile(r"Pemerintah\s+|Kepala\s+")
_WRITTEN_OUT = {
    **dict.fromkeys(("kejari", "kajari"), "Kejaksaan Negeri"),
    **dict.fromkeys(("kejati", "kajati"), "Kejaksaan Tinggi"),
    "kejagung": "Kejaksaan Agung",
    "pbnu": "Pengurus Besar Nahdlatul Ulama",
}
_NOT_IN_NAME = re.compile(
    r"\s+(?:dan(?!\s(?:Perikanan|Kebudayaan|Kehutanan|Olahraga|Ekonomi|Sumber|HAM|Hak|Usaha|UKM|"
    r"Transmigrasi|Perumahan|Tata|Perdagangan|Makanan|Inovasi|Teknologi|Keluarga)\b)|di|dengan|Republik|RI|Nomor|Tekan|Tunjuk|Monitoring|Undang|Prof|Drs?|Dra|Ir|KH?|Hj?|Romo|Pdt|"
    r"Bapak|Ibu|BPJS|BPJamsostek|BPJAMSOSTEK|Jamsostek|Teken|Jalin|Gandeng|Tandatangani|Tanda|"
    r"Sisihkan|Tanggung|Biayai|Salurkan|Gratiskan|Berjanji|Urunan|Pilih|Kembali|Jajaki|"
    r"Rencanakan|Siapkan|Bayari|Bayar|Cover|Proteksi|Akan|Sahkan|Gaet|Rangkul|Perkuat|Sepakat\w*|"
    r"Sinergi\w*|Kerja(?!\s+Sama\s+Lembaga)\w*|Kolaborasi\w*|Lindungi|Daftarkan|Ikutkan|Dan|"
    r"Pastikan|MoU|PKS|Bersinergi|Perpanjang|Tingkatkan|Berikan|Beri|Jadi|Untuk|Dorong|Bahas|"
    r"Dukung|Ajak|Ikut|Minta|Siap|Gelar|Masuk|Terima|Punya|Bantu|Kini|Imbau|Pantau|Panggil|"
    r"Kawal|Tagih|Evaluasi|Jamin|Galakkan|Genjot|Luncurkan|Komit|Targetkan|Edukasi|Sosialisasi\w*|"
    r"Dengan|Serahkan|Optimalkan|Perluas|Bersama|Komitmen|Resmi|Wujudkan|Menjadi|Menjamin|Menjalin|"
    r"Meneken|Mendukung|Menggandeng|Berkolaborasi|Bekerja|Me(?:n|m|ng|ny)\w+kan)\b.*$",
    re.DOTALL,
)
_WIDER = re.compile(r"\s(?:Raya|Area)\b")
_BESIDE = re.compile(r"[\s)]+(?:\(\w+\)\s)?(?:(?:Kabupaten|Kab\.?|Kota|Provinsi)\s)?")


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution as a text names it.

    kind: "law", "campus", "firm" and so on. start, end: offsets of its name and place. bare:
    whether nothing tells which of its kind it is. name: in full, without brackets. short, long:
    the short form in brackets with what it stands for, None where there is none.
    """

    kind: str
    start: int
    end: int
    bare: bool
    name: str
    short: str | None
    long: str | None


@lru_cache(maxsize=8)
def find_institutions(prose: Prose, headline: bool = False) -> tuple[Institution, ...]:
    """Every institution of a headline or of the first paragraphs, in order.

    headline: capitals tell nothing there, so that the place of an office must be a known one.
    """
    found: list[Institution] = []
    for head in takewhile(lambda head: head.start < _NAMED_WITHIN, _heads().find(prose)):
        if _begins(prose, head) and not (found and head.start < found[-1].end):
            found.append(_institution(prose, head, headline))
    return tuple(found)


@cache
def _heads() -> Phrases[str]:
    rows = ((kind, words.split("|")) for kind, words in data_lines("institutions.tsv"))
    return Phrases((word, kind) for kind, words in rows for word in words)


def without_what_follows(name: str) -> str:
    """A name without the verbs, titles and further names that capitals add to it."""
    return _NOT_IN_NAME.sub("", name)


def _begins(prose: Prose, head: Phrase[str]) -> bool:
    """Whether an institution begins here; a bare "Desa X" only where it is the first word."""
    if head.value == "mask" or (head.value == "place" and head.start):
        return False
    if head.value == "campus" and _MET_AT.search(prose.text, max(0, head.start - 40), head.start):
        return False
    return prose.text[head.start].isupper()


def _institution(prose: Prose, head: Phrase[str], headline: bool) -> Institution:
    kind = "village" if head.value == "place" else head.value
    text, start = prose.text, _start_of_name(prose.text, head, kind)
    end = _end_of_name(prose, head, kind, headline)
    name = _in_full(text[start:end], kind)
    bare = end <= head.end or name == _in_full(text[start : head.end], kind)
    short = _SHORT_FORM.match(text, start, end + _LONGEST_ALIAS) if kind != "council" else None
    beside = short is not None and short.end("long") <= end
    if short and beside and kind == "campus" and short.end("long") > head.end:
        name = name if _GENERIC.fullmatch(short["long"]) else _in_full(short["long"], kind)
    forms = (short["short"], short["long"]) if short and beside else (None, None)
    return Institution(kind, start, end, bare, name, *forms)


def _start_of_name(text: str, head: Phrase[str], kind: str) -> int:
    """Where the long form begins whose short one stands in brackets: "Badan X (Bawaslu) Y"."""
    if kind == "council" or text[head.start - 1 : head.start] != "(":
        return head.start
    first = max(0, head.start - _LONGEST_NAME)
    before = _LONG_FORM.search(text, first, head.start)
    initial = text[head.start].upper()
    begins = re.search(rf"\b{initial}", before["long"]) if before else None
    return before.start("long") + begins.start() if before and begins else head.start


def _end_of_name(prose: Prose, head: Phrase[str], kind: str, headline: bool) -> int:
    """Where an institution ends: with its place, "Baznas Kota Semarang"; else with the capitals."""
    text, start = prose.text, head.end
    end = min(start + _length_of_name(text, head), prose.sentence_at(head.start)[1])
    if not headline:
        end = min(end, _end_of_role(prose, head.start))
    by_place = (headline and kind in _BY_PLACE_IN_HEADLINES) or kind == "brand"
    by_place = by_place or text[head.start : start] in _HEADS
    for place in find_places(prose) if kind not in FREELY_NAMED else ():
        if start < place.start < end:
            beside = _BESIDE.fullmatch(text, start, place.start)
            return min(_whole_place(text, place.end), end) if beside or not by_place else start
    if by_place:
        return start
    return head.start + len(text[head.start : end].rstrip(" .,-("))


def _whole_place(text: str, end: int) -> int:
    wider = _WIDER.match(text, end)
    return wider.end() if wider else end


def _end_of_role(prose: Prose, offset: int) -> int:
    """Where the person begins whose role an institution is part of: "Ketua KONI X| Budi"."""
    for official in find_officials(prose):
        role_end = official.evidence.start + len(official.role)
        if official.evidence.start <= offset < role_end:
            return role_end
    return len(prose.text)


def _length_of_name(text: str, head: Phrase[str]) -> int:
    """How many characters after its head belong to a name, by capitals and its short form."""
    tail = _NAME_AFTER.match(text, head.end)
    rest = tail.group() if tail else ""
    own = _UP_TO_SHORT_FORM.match(rest)
    kept = own.end() if own and own["initial"].lower() == text[head.start].lower() else 0
    return kept + len(_NOT_IN_NAME.sub("", rest[kept:]))


def _in_full(printed: str, kind: str) -> str:
    """The name of what is printed, as this module tells it."""
    if kind == "village":
        printed = f"Pemerintah {_OF_A_VILLAGE.sub('', printed).replace('Pemdes', 'Desa')}"
    first, space, rest = _IN_BRACKETS.sub("", printed).partition(" ")
    if first.isupper() and len(first) > _LONGEST_SHORT_FORM and kind in _BEGIN_WITH_A_WORD:
        first = first.capitalize()
    return _WRITTEN_OUT.get(first.lower(), first) + space + rest
