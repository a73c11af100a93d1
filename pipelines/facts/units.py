"""What can be counted: the names of people and things that stand as a number's unit."""

import re

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
    r"kampung|kalurahan|tiyuh|pekon|jorong|korong|tempat\s+tidur|kabupaten|kota|provinsi|opd|skpd|instansi|dinas|perangkat\s+daerah|kartu|"
    r"kasus|klaim|unit|dusun|lingkungan|sekolah|puskesmas|rumah\s+sakit|klinik|koperasi|umkm|"
    r"usaha|proyek|paket|kapal|lembaga|organisasi|yayasan|masjid|gereja|dapur|sppg|koni|cabor|"
    r"rumah\s+tangga|keluarga|hektare?|ha|ton|dpmptsp|bumdes|faskes|plkk|laporan|"
    r"kejadian|sektor|kios|lapak|pasar|titik|gerai|loket|perahu|rumah|makam|serikat|pabrik|gudang|"
    r"hotel|bank|mobil|traktor|motor|truk|bus|ekor|kilogram|kg|liter|ruang|kamar|dokumen|naskah|"
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
    rf"kepala\s+desa|rt\s?/?\s?rw|{_PEOPLE}|{_THINGS})\b"
)
"""A known unit, as a pattern."""

_WORD = re.compile(r"(?: |-)?([A-Za-z]+(?:-[A-Za-z]+)*)")
_VERB = re.compile(r"(?:me[mnlry]|ber|ter|di)[a-z]{3,}")
_FUNCTION_WORDS = data_words("function_words.txt")
_MOST_WORDS = 3


def thing_ends(text: str, offset: int) -> int | None:
    """Where an unlisted thing ends that a number counts: "22| surat kuasa khusus|".

    None where no lower-case noun follows. It goes on until a function word, a verb, a name.
    """
    end: int | None = None
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, end or offset)
        if match is None or not _goes_on(match[1], first=end is None):
            return end
        end = match.end()
    return end


def _goes_on(word: str, first: bool) -> bool:
    if word.lower() in _FUNCTION_WORDS or len(word) < 3:
        return False
    if word[0].isupper():
        return word.isupper() and not first
    return not _VERB.match(word) or word in _NOUNS_LIKE_VERBS


_NOUNS_LIKE_VERBS = frozenset(
    {"berkas", "meter", "dinas", "distrik", "terminal", "termin", "dirham"}
)
