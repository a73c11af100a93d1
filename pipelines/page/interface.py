"""Lines that are only words of a page's controls: "Lihat semua komentar", "Artikel selanjutnya"."""

import re

from pipelines.page.lines import Line

LONGEST = 70
_MOST_WORDS = 8
_WORD = re.compile(r"[^\W\d_]+")
_SAID = ('"', "“", "‘", "'")
_SENTENCE = (".", "?", "!", ",", ";", '"', "”")
_ARROW = re.compile("[«»‹›←→]")
_TRAIL = re.compile(
    r"[«‹←]\s?\w.{2,120}$|\w.{2,120}\s[»›→]$|[\w &]{2,30}\s[»›]\s[\w &]{2,40}$|"
    r"(?:home|beranda)\s*[»›]|(?:[\w. ]{2,30}\s*[»›]\s*){2,}"
)
_CONTROLS = """
    a about admin aktifkan all also and anda app apps article articles artikel atas atau audio
    author baca back bagikan balas balasan banyak beranda berbayar berhasil beri berikan
    berikutnya berita berkomentar berlangganan blank breaking by cari cetak clipboard close
    comment comments copied copy daftar daftarkan dan dari dengarkan description detail di
    dibaca dilihat disalin disini dokumen donasi donate download dukung email exit facebook
    file follow font foto galeri gelap get gulir halaman hide home hubungi huruf iklan indeks
    info ini isi kami kamu ke kembali kembangkan kirim klik komentar kontak konten koreksi
    lagi lainnya lampiran lanjut lanjutkan lapor laporkan leave lebih lengkap lihat like link
    listen load loading login logout lupa masuk may melanjutkan mematikan membaca memuat menit
    menu mobile mode more most muat navigasi navigation newer news newsletter next no
    notification notifikasi of older on open page pdf pembaca perkecil permalink play polling
    pos post posted postingan posts potret prev preview previous print profil promo putar read
    redaksi reply reset search sebelumnya see sekarang selanjutnya selengkapnya semua share
    show simpan sini skip suara subscribe suka tampilkan tanggapan tautan teks tentang
    terang terjemahkan the this tinggalkan to top trackback translate tulis tutup ubah ukuran
    unduh untuk version video view views watch yang you
"""
_WORDS = frozenset(_CONTROLS.split())


def is_interface(line: Line, lower: str) -> bool:
    """Nothing but words of controls, as no sentence and no step of a list has it."""
    said = lower.startswith(_SAID) or lower.removesuffix("...").endswith(_SENTENCE)
    if said or line.tag == "li":
        return False
    words = _WORD.findall(lower)
    return 0 < len(words) <= _MOST_WORDS and _WORDS.issuperset(words)


def is_trail(line: Line, lower: str) -> bool:
    """The way to a page, or to the story before or after: "Home » Berita", "Panen Raya »"."""
    return _ARROW.search(lower) is not None and _TRAIL.match(lower) is not None
