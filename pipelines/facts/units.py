"""What can be counted: the names of people and things that stand as a number's unit."""

import re

from pipelines.facts.number_words import ONES, VAGUE
from pipelines.facts.prose import data_words

_PEOPLE = (
    r"(?:(?:tenaga|angkatan)\s+kerja|anak|tenaga\s+(?:honorer|kontrak|pendidik|kesehatan)|jiwa|orang|"
    r"pekerja|peserta|pegawai|karyawan|buruh|petani|nelayan|pekebun|petambak|peternak|guru|"
    r"mahasiswa|siswa|santri|pelajar|atlet|pelatih|honorer|perangkat\s+(?:desa|gampong|nagari|"
    r"kampung|daerah|rt\s+dan\s+rw|rt|rw|bpd)|juru\s+parkir|pemandu\s+wisata|modin|"
    r"aparat(?:ur)?(?:\s+(?:desa|kampung|gampong))?|kepala\s+(?:desa|"
    r"dusun|keluarga|kampung|lingkungan)|keuchik|datuk\s+rio|anggota|pengurus|kader|marbo[td]|"
    r"imam|pendeta|ustad[zh]|petugas|pedagang|pengemudi|sopir|tukang|ojek|pelaku\s+(?:umkm|usaha)|"
    r"ahli\s+waris|penerima(?:\s+(?:manfaat|upah))?|warga|masyarakat|penduduk|kk|tkd|ptt|gtt|"
    r"non[\s-]?(?:asn|pns)|asn|pns|p3k|pppk|thl|bpd|rt|rw|linmas|satlinmas|kelompok|perempuan|"
    r"laki-laki|relawan|penyelenggara|pemilih|pekerja\s+migran|pmi|disabilitas|penyandang|"
    r"bendahara|(?:ketua|pengurus)\s+r[tw](?:\s+dan\s+rw|/rw)?|ketua|tenaga|operator|kades|lurah|camat|kepling|tokoh|pemangku|bilal|garim|ustadzah)"
)
_THINGS = (
    r"(?:perusahaan|badan\s+usaha|pemberi\s+kerja|desa|kelurahan|kecamatan|distrik|nagari|gampong|"
    r"kampung|kalurahan|tiyuh|pekon|jorong|korong|tempat\s+tidur|kabupaten|kota|provinsi|opd|skpd|instansi|dinas|perangkat\s+daerah|kartu(?:\s+bpjs\s+\w+)?|korban(?:\s+(?:jiwa|meninggal|luka))?|"
    r"kasus|klaim|unit|dusun|lingkungan|sekolah|puskesmas|rumah\s+sakit|klinik|koperasi|umkm|"
    r"usaha|proyek|paket|menteri|gubernur|wal[iy]\s?kota|kapal|lembaga|organisasi|yayasan|masjid|gereja|dapur|sppg|koni|cabor|"
    r"rumah\s+tangga|keluarga|hektare?|ha|ton|dpmptsp|bumdes|faskes|plkk|laporan|"
    r"kejadian|sektor|kios|lapak|pasar|titik|gerai|loket|perahu|rumah|makam|serikat|pabrik|gudang|"
    r"hotel|bank|program|jenis|kategori|daerah|bupati|mobil|traktor|motor|truk|bus|ekor|kilogram|kg|liter|ruang|kamar|dokumen|naskah|rancangan(?=\s(?:p|q))|"
    r"jemaat|banjar|subak|marga|posyandu|madrasah|pesantren|universitas|perguruan\s+tinggi|kampus|pelaksana|pemda|kecelakaan)"
)
MODIFIER = (
    r"(?:\s+(?:rentan|tani(?:\s+tembakau)?|informal|formal|mandiri|sawit|tembakau|desa|rt(?:\s+dan\s+rw|/rw|\s+rw)?|"
    r"rw|kecil|non[\s-]?(?:asn|pns)|kebersihan|honorer|ngaji|mengaji|kebun|masjid|konstruksi|lepas|gampong|nagari|"
    r"migran|keagamaan|kontrak|online|posyandu|bpd|pemilu|kkn|sosial|penerima\s+upah|"
    r"bukan\s+penerima\s+upah|dan\s+kota|jasa\s+konstruksi))"
)
UNIT = (
    rf"(?:kabupaten\s?/\s?kota|kabupaten\s+dan\s+kota|desa\s?/\s?kelurahan|datuk\s+rio\s?/\s?"
    rf"kepala\s+desa|rt\s?/?\s?rw|{_PEOPLE}|{_THINGS})(?:nya)?\b"
)
"""A known unit, as a pattern."""

_WORD = re.compile(
    r"(?: |-)?((?:non |tidak (?=tetap)|roda (?=dua|tiga|empat))?[A-Za-z]+(?:-[A-Za-z]+)*)"
)
_VERB = re.compile(r"(?:me[mnlry]|ber|ter|di)[a-z]{3,}|be(?:kerja|lajar)|(?:se|ber)-\w")
_TITLE_WORDS = data_words("office_words.txt").union(
    {"kepala", "merah", "putih", "tani", "kecelakaan"}
)
_FUNCTION_WORDS = data_words("function_words.txt").union(ONES, VAGUE)
_LISTED = re.compile(UNIT, re.IGNORECASE)
_JOINED = re.compile(rf"{UNIT}(?<!nya)", re.IGNORECASE)
_PERSON = re.compile(r"(?:orang|jiwa)(?:nya)?", re.IGNORECASE)
_PERSON_OF = re.compile(r"\s(?:anak|staf|ahli\s+waris|siswa|santri|warga|anggota)\b", re.IGNORECASE)
_MEASURE = re.compile(r"hektare?|ha|ton|kilogram|kg|liter", re.IGNORECASE)
_PEOPLE_BY_DEED = re.compile(r" pe[a-z]{4,}(?<!an)\b")
_AGENT_OF = re.compile(r" (?:penerima|pemilik|penunggak|pengelola|penyedia|pemasok) [a-z]{4,}")
_ORDERED = re.compile(r"\b[A-Z]\w*\s[0-9]+$")
"""A number that is part of a name: "Asisten 1 Setda", "Ruang Rapat 1 Kantor Wali Kota"."""
_RANKED = re.compile(
    r"\b(?:Asisten|Deputi|Komisi|Direktorat|Kelas|Tipe|Wakil\s\w+)\s(?:[0-9]\s(?:dan|&)\s)?[0-9]$"
)
_LEADS_TO = re.compile(r" [a-z]{3,}")
_NAME = re.compile(r"\s[A-Z][a-z]")
_MOST_WORDS = 3


def thing_ends(text: str, offset: int) -> int | None:
    """Where an unlisted thing begins to be counted: "22| surat| kuasa khusus".

    None where no noun in lower case, no short name in capitals and no title follows.
    """
    match = _WORD.match(text, offset)
    if match is None or not (_is_a_noun(match[1]) or _is_of_a_title(match[1])):
        return None
    named = match[1].istitle() and _ORDERED.search(text, max(0, offset - 30), offset)
    ranked = not match[1].islower() and _RANKED.search(text, max(0, offset - 30), offset)
    return None if named or ranked else match.end()


def qualified_ends(text: str, start: int, end: int) -> int:
    """Where the words end that say which things of a kind are counted: "56 pasar| tradisional|".

    start, end: offsets of the kind. They go on until a function word, a verb, a name.
    """
    if _MEASURE.fullmatch(text, start, end):
        return end
    if _PERSON.fullmatch(text, start, end):
        if told := _PERSON_OF.match(text, end):
            return told.end()
        if not _PEOPLE_BY_DEED.match(text, end):
            return end
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, end)
        if match is None or not (_qualifies(text, match) or _belongs(text, start, match)):
            break
        end = match.end()
    return end


def without_name(text: str, start: int, end: int) -> int:
    """The end without a word that begins a name: "316 warga| Desa Suka Maju"."""
    last = text.rfind(" ", start, end)
    named = last > start and text[start].islower() and text[last + 1 : end].istitle()
    return last if named and _NAME.match(text, end) else end


def is_listed(text: str, offset: int) -> bool:
    """Whether a known unit begins at an offset."""
    return _LISTED.match(text, offset) is not None


def joined_ends(text: str, offset: int) -> int | None:
    """Where a further thing ends that begins at an offset: "71 desa dan |kelurahan|"."""
    match = _JOINED.match(text, offset)
    if match is not None:
        named = match[0][0].isupper() and _NAME.match(text, match.end())
        return None if named or match[0].lower() in _HEADS else match.end()
    match = _WORD.match(text, offset)
    noun = match is not None and match[1].islower() and _is_a_noun(match[1])
    return match.end() if match and noun and not match[1].endswith("nya") else None


def _qualifies(text: str, match: re.Match[str]) -> bool:
    word = match[1]
    if word in _LEAD_ON:
        return _LEADS_TO.match(text, match.end()) is not None
    if word in _BEGIN_ANEW or _AGENT_OF.match(text, match.start()):
        return False
    if word.split()[-1] in _BEFORE_VERBS_TOO:
        following = _WORD.match(text, match.end())
        counted = text[match.end() + 1 : match.end() + 2].isdigit()
        return not counted and (following is None or not _VERB.match(following[1]))
    return _is_a_noun(word) and not word.endswith("nya")


def _belongs(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a word of a title goes on with it: "16 Organisasi Perangkat Daerah"."""
    own = match[1] not in _LEVELS or text.startswith(_LEVELS, start)
    return own and text[start].isupper() and _is_of_a_title(match[1])


def _is_of_a_title(word: str) -> bool:
    return word.istitle() and word.lower() in _TITLE_WORDS


def _is_a_noun(word: str) -> bool:
    if word.lower() in _FUNCTION_WORDS or len(word) < 3:
        return False
    if word[0].isupper():
        return word.isupper() and not word.startswith("BPJS") and word not in _NO_THINGS
    return word in _NOUNS_LIKE_VERBS or not _VERB.match(word)


_HEADS = frozenset({"bupati", "camat", "lurah", "kades", "ketua", "daerah", "orang", "jiwa"})
"""What is counted together with nobody: "96 nelayan dan bupati"."""
_BEFORE_VERBS_TOO = frozenset({"aktif", "tetap", "baru", "lain"})
"""Adjectives that are adverbs before a verb: "40 guru baru" and "40 guru baru terdaftar"."""
_LEAD_ON = frozenset({"sektor", "segmen", "kategori", "bidang", "wilayah"})
"""Nouns that say nothing without what follows them."""
_BEGIN_ANEW = frozenset({"perwakilan", "rampung", "sasaran", "setempat", "sekarang", "kini"})
"""Words that tell more of what is counted, and are no part of its name: "34 UKM perwakilan …"."""
_NO_THINGS = frozenset({"WIB", "WITA", "WIT", "UUD", "SWT", "SAW", "BPJAMSOSTEK"})
_LEVELS = ("Kabupaten", "Kota", "Provinsi", "Pemerintah")
"""What begins the name of a place behind a title: "29 OPD Kabupaten Asahan"."""
_NOUNS_LIKE_VERBS = frozenset(
    {
        "berkas", "meter", "dinas", "distrik", "terminal", "termin", "dirham", "tertinggal",
        "terpencil", "terluar", "terdepan", "digital", "disabilitas", "difabel", "diniyah",
        "ternak", "mengaji", "mengajar", "terapis", "menengah", "menteri", "mental",
        "berita", "beras", "berat",
    }
)  # fmt: skip
