"""The institutions that a text names in full: a prosecutor's office, campus, order, firm, village.

A well-known short form stands for its long one: "Komisi Pemilihan Umum (KPU) Kota X" is
"KPU Kota X"; only a prosecutor's office (or its head) and PBNU are written out.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from pipelines.facts.offices import find_places
from pipelines.facts.prose import Prose, data_words

_MAARIF = r"Ma[’'`]?arif"
_KINDS = {
    "law": r"Kejaksaan\s+(?:Negeri|Tinggi|Agung)|Kejari|Kejati|Kejagung|KEJARI|KEJATI|"
    r"Kajari|Kajati",
    "council": r"DPRD|DPRK|DPRA|DPR\s+Papua",
    "police": r"Polda|Polres\w*|Polri|Polsek|Kodim|Korem|Kodam|TNI|Lanal|Lantamal|Lanud",
    "poll": r"Komisi\s+Pemilihan\s+Umum|KPU|Bawaslu",
    "sport": r"KONI|NPCI|KORMI|PSSI|Kwarcab|Kwarda|PBSI|PASI|IPSI|Perbasi|Askab|Askot|Asprov",
    "alms": r"Badan\s+Amil\s+Zakat\s+Nasional|Baznas|BAZNAS|Lazismu|LAZISNU",
    "campus": r"Universitas|Unimal|UIN|IAIN|STAIN|STIE|STIKES|Institut|Politeknik|Poltekkes|"
    r"Sekolah\s+Tinggi|UNIVERSITAS|Akademi",
    "care": r"RSUD|RSU|RSIA|RSI|RS|Rumah\s+Sakit|Klinik",
    "firm": r"PT|CV|PDAM|Perumda|Perumdam|BUMD|Perum|Bank|BPR|Koperasi|KUD|KSP|PLN|Pegadaian|"
    r"Pertamina|Pelindo|Pos\s+Indonesia|BUMDes|Hotel|Yayasan|BPD|PTPN|Perseroda|PD\s+Pasar",
    "order": r"PBNU|(?:PP|Pimpinan\s+Pusat(?:\s+\(PP\))?)\s+Muhammadiyah|"
    r"Pengurus\s+Besar\s+Nahdlatul\s+Ulama",
    "faith": r"(?:Pimpinan\s+(?:Wilayah|Daerah|Cabang)\s+)?Muhammadiyah|Aisyiyah|"
    rf"(?:P[CDW]\s+)?LP\s+{_MAARIF}(?:\s+NU)?|{_MAARIF}\s+NU|NU(?!\s+[Oo][Nn])|PCNU|PWNU|"
    r"Sinode|GMIM|Keuskupan|Gereja|MUI|FKUB|Dewan\s+Masjid|DKM|"
    r"Pondok\s+Pesantren|Ponpes|BKPRMI|DMI|LDII|HKBP|GBKP|GMIT|GPM|GKPS|GPIB|PHDI|Walubi|Klasis|Fatayat|Muslimat|GP\s+Ansor|BKMT|"
    r"Nahdlatul\s+Wathan|Al\s+Washliyah",
    "state": r"Kantor\s+Kementerian\s+Agama|Kementerian|Kemendagri|Kemenag|Kemenkumham|Kemnaker|"
    r"Ditjen|Kantor\s+Pertanahan|LL[Dd][Ii][Kk][Tt][Ii]|Lembaga\s+Layanan\s+Pendidikan\s+Tinggi|"
    r"BPN|ATR/BPN|BKKBN|Bulog|OJK|BNN\w*|BPS|Basarnas|Imigrasi|Pengadilan\s+\w+|Rutan|Lapas|BP3MI|"
    r"BP2MI|KP2MI|BRIN|BNPB|BPOM|BPKP|KKP|Kementan|Kemenhub|Kemenkes|Kemensos|Kemendes|Kemenpora|"
    r"Kemenperin|Kemendag|Kemenkeu|Direktorat\s+Jenderal|KPP\s+Pratama|Bea\s+Cukai|KSOP|"
    r"Kantor\s+Wilayah\s+(?:Kementerian|Kemenkumham|Kemenag|DJP|BPN|ATR)|"
    r"Balai\s+(?:Besar|Pelayanan|Pelatihan)|Ombudsman|Bank\s+Indonesia",
    "guild": r"Apindo|APINDO|Kadin|KADIN|HKTI|KTNA|HNSI|PWI|AJI|SPSI|KSPSI|IDI|IBI|PPNI|PGRI|"
    r"Apdesi|APDESI|PABPDSI|Asosiasi|Ikatan|Persatuan|Perhimpunan|Himpunan|Gapki|GAPKI|HIPMI|"
    r"Gapensi|Organda|Pramuka|Dekranasda|Gabungan|Kamar\s+Dagang|Paguyuban|Badan\s+Kerja\s+Sama|"
    r"Perkumpulan|REI|Apersi|APERSI|Gapeknas|Inkindo|INKINDO|ALFI|INSA|PPDI|Papdesi|PAPDESI|Abpednas|ABPEDNAS|Iwapi|"
    r"IWAPI|APTRI|Aptisi|APTISI|PHRI|Aspekindo|"
    r"Forum(?!\s+(?:Kepatuhan|Koordinasi|Komunikasi|Group|Grup|Discussion|Diskusi))(?=\s+[A-Z])",
    "village": r"(?:Pemerintah\s+|Kepala\s+|^)(?:Desa|Nagari|Kalurahan|Gampong|Kampung|Pekon)"
    r"(?=\s+[A-Z])(?!\s+(?:Sadar|Se|Dan|Sejahtera|Digital|Wisata|Binaan|Mandiri|Tertinggal)\b)"
    r"|Pemdes",
}
_INSTITUTION = re.compile(
    rf"(?=[A-Z])(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _KINDS.items())})\b"
)
_FIRST_WORDS = data_words("institution_first_words.txt")
_NAMED_WITHIN = 2500
AGENCY_NEAR = re.compile(r"bpjs|jamsostek", re.IGNORECASE)
FREELY_NAMED = ("campus", "care", "firm", "faith", "village")
"""Kinds with a name of their own rather than that of their place."""

_BY_PLACE_IN_HEADLINES = ("law", "council", "police", "poll")
_HEADS = ("Kajari", "Kajati")
_NEVER_SHORTENED = ("law", "campus", "order", "faith", "village")
_NAME_AFTER = re.compile(r"\)?(?:[ \xa0]?\([A-Z][\w-]{1,9}\)|[ \xa0]+(?:dan|[A-Z][\w.'’-]*)){0,9}")
_IN_BRACKETS = re.compile(r"\s?\([^()]*\)|\)")
_SHORT_FORM = re.compile(r"[^()]+\s\((?P<short>[\w-]+)\)\s(?P<place>[^()]+)")
_OF_A_VILLAGE = re.compile(r"Pemerintah\s+|Kepala\s+")
_WRITTEN_OUT = {
    **dict.fromkeys(("kejari", "kajari"), "Kejaksaan Negeri"),
    **dict.fromkeys(("kejati", "kajati"), "Kejaksaan Tinggi"),
    "kejagung": "Kejaksaan Agung",
    "pbnu": "Pengurus Besar Nahdlatul Ulama",
}
_NOT_IN_NAME = re.compile(
    r"\s+(?:dan|dengan|Nomor|Tekan|Tunjuk|Monitoring|Undang|Prof|Drs?|Dra|Ir|KH?|Hj?|Romo|Pdt|"
    r"Bapak|Ibu|BPJS|BPJamsostek|BPJAMSOSTEK|Jamsostek|Teken|Jalin|Gandeng|Tandatangani|Tanda|"
    r"Sisihkan|Tanggung|Biayai|Salurkan|Gratiskan|Berjanji|Urunan|Pilih|Kembali|Jajaki|"
    r"Rencanakan|Siapkan|Bayari|Bayar|Cover|Proteksi|Akan|Sahkan|Gaet|Rangkul|Perkuat|Sepakat\w*|"
    r"Sinergi\w*|Kerja(?!\s+Sama\s+Lembaga)\w*|Kolaborasi\w*|Lindungi|Daftarkan|Ikutkan|Dan|"
    r"Pastikan|MoU|PKS|Bersinergi|Perpanjang|Tingkatkan|Berikan|Beri|Jadi|Untuk|Dorong|Bahas|"
    r"Dukung|Ajak|Ikut|Minta|Siap|Gelar|Masuk|Terima|Punya|Bantu|Kini|Imbau|Pantau|Panggil|"
    r"Kawal|Tagih|Evaluasi|Jamin|Galakkan|Genjot|Luncurkan|Komit|Targetkan|Edukasi|Sosialisasi\w*|"
    r"Dengan|Serahkan|Optimalkan|Perluas|Bersama|Komitmen|Resmi|Wujudkan|Menjadi)\b.*$",
    re.DOTALL,
)
_BESIDE = re.compile(r"[\s)]+(?:\(\w+\)\s)?(?:(?:Kabupaten|Kab\.?|Kota|Provinsi)\s)?")


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution as a text names it.

    kind: "law", "campus", "firm" and so on. start, end: offsets of its name and place. bare:
    whether nothing tells which of its kind it is. name: in full, without brackets.
    """

    kind: str
    start: int
    end: int
    bare: bool
    name: str


@lru_cache(maxsize=8)
def find_institutions(prose: Prose, headline: bool = False) -> tuple[Institution, ...]:
    """Every institution of a headline or of the first paragraphs, in order.

    headline: capitals tell nothing there, so that the place of an office must be a known one.
    """
    found = prose.matches_at(_FIRST_WORDS, _INSTITUTION)
    early = takewhile(lambda match: match.start() < _NAMED_WITHIN, found)
    return tuple(_institution(prose, match, headline) for match in early)


def _institution(prose: Prose, match: re.Match[str], headline: bool) -> Institution:
    kind = match.lastgroup or ""
    end = _end_of_name(prose, match, kind, headline)
    name = _in_full(prose.text[match.start() : end], kind)
    bare = name == _in_full(match.group(), kind)
    return Institution(kind, match.start(), end, bare, name)


def _end_of_name(prose: Prose, match: re.Match[str], kind: str, headline: bool) -> int:
    """Where an institution ends: with its place, "Baznas Kota Semarang"; else with the capitals."""
    tail = _NAME_AFTER.match(prose.text, match.end())
    rest = tail.group() if tail else ""
    end = match.end() + len(_NOT_IN_NAME.sub("", rest))
    end = min(end, prose.sentence_at(match.start())[1])
    by_place = (headline and kind in _BY_PLACE_IN_HEADLINES) or match.group() in _HEADS
    for place in find_places(prose) if kind not in FREELY_NAMED else ():
        if match.end() < place.start < end:
            beside = _BESIDE.fullmatch(prose.text, match.end(), place.start)
            return min(place.end, end) if beside or not by_place else match.end()
    if by_place:
        return match.end()
    return match.start() + len(prose.text[match.start() : end].rstrip(" .,-("))


def _in_full(printed: str, kind: str) -> str:
    """The name of what is printed, as this module tells it."""
    short = None if kind in _NEVER_SHORTENED else _SHORT_FORM.fullmatch(printed)
    if short:
        return f"{short['short']} {short['place']}"
    if kind == "village":
        printed = f"Pemerintah {_OF_A_VILLAGE.sub('', printed).replace('Pemdes', 'Desa')}"
    first, space, rest = _IN_BRACKETS.sub("", printed).partition(" ")
    return _WRITTEN_OUT.get(first.lower(), first) + space + rest
