"""Lines in which a newsroom or an office asks its readers for something: to follow, pay, write."""

import re

from pipelines.page.lines import Line
from pipelines.page.rule import Rule, any_of, rule

_LEAD = r"[^\w\"“‘']*"
_CHANNEL = any_of(
    r"google\s*news|google\s*berita|whats\s?app|telegram|newsletter|buletin|saluran|channel|kanal",
    r"youtube|instagram|facebook|tiktok|fanpage|media\s+sosial|\bgrup\b|sosmed",
)
_INVITES = any_of(
    r"cek|ikuti|dapatkan|follow|yuk|gabung|bergabung(?:lah)?|temukan|nikmati|subscribe|tonton|nonton",
    r"jangan\s+(?:lupa|lewatkan|sampai)|langganan|berlangganan|kunjungi",
)
_MAY_INVITE = any_of(
    r"ikut|ayo|mari|simak|baca|klik|untuk\s+(?:mendapatkan|update|informasi)|update",
    r"download|unduh|pantau|ingin|silakan",
)
"""What opens a sentence of a story as well; it invites where it speaks of the newsroom's own."""
_OF_NEWSROOMS = any_of(
    r"berita|artikel|konten|redaksi|update|kami|google|follow|subscribe|gratis|resmi|terkini",
    r"terbaru|notifikasi|iklan|channel|whats\s?app|telegram|kabar|info|lowongan|\w+\.(?:com|id|co)",
)
_OF_THE_AGENCY = r"(?:jmo|nik|klaim|saldo|kartu|verifikasi|bpjs\w*|\w*jamsostek|peserta)"

_CHANNELLED = re.compile(r"\b(?:klik|gabung|ikuti|join|follow)\b.{0,40}\b(?:t\.me|com/channel)/\S")
_MAILED = re.compile(
    r"[^\"“]{0,120}\bsilah?kan (?:kontak|(?:meng)?hubungi|kirim(?:kan)?|e-?mail)\b.{0,60}"
    r"(?:\bredaksi\b|\be-?mail\b|\bsurel\b|\S@\S)"
)

_APPLAUDED = re.compile(
    r"(?:[^\"“]{0,200}[.!?] )?(?:kirim|beri)kan (?:apresiasi|dukungan)\b[^\"“]{0,80}"
    r"(?:\bjurnalis\w+|\bkami\b|\.com\b|\.id\b)[^\"“]{0,40}$"
)
_TREATED = re.compile(r"(?:[^\"”]{0,120}\b)?traktir (?:kami|redaksi)\b")
_POSTED = re.compile(r"[^\"”]{0,120}\bke (?:kotak masuk|inbox|e-?mail|surel)(?:mu| anda| kamu)\W*$")
_PHONED = re.compile(r"[^\"”]{0,80}\b(?:ikuti|gabung)\b[^\"”]{0,30}\bsaluran wa\b[^\"”]{0,30}$")
_SIGNED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("traktir ", _TREATED), ("kotak masuk", _POSTED), ("inbox", _POSTED), ("saluran wa", _PHONED)
)  # fmt: skip
"""What to look for first, since a search for a word takes next to no time."""
_FOR_DONATIONS = re.compile(
    r"[^\"“]{0,200}\bdukung kami (?:dengan|lewat|melalui)\b[^\"“,]{0,30}\b(?:ber)?donasi\b"
)


def _asks_to_reach(_: Line, lower: str) -> bool:
    """ "Klik t.me/reka untuk bergabung", "Silakan kontak email redaksi", "Berikan dukungan …"."""
    if "dukung kami" in lower and _FOR_DONATIONS.match(lower):
        return True
    if ("kan apresiasi" in lower or "kan dukungan" in lower) and _APPLAUDED.match(lower):
        return True
    if "sila" in lower and _MAILED.match(lower):
        return True
    if any(sign in lower and asked.match(lower) for sign, asked in _SIGNED):
        return True
    named = "t.me/" in lower or "/channel/" in lower
    return named and _CHANNELLED.search(lower) is not None


INVITATIONS: tuple[Rule, ...] = (
    Rule("invitation", _asks_to_reach, 350),
    rule(
        "invitation",
        rf"{_LEAD}(?:{_INVITES}|{_MAY_INVITE}\b(?=.{{0,300}}\b{_OF_NEWSROOMS}\b))\b"
        rf"(?:.{{0,200}}{_CHANNEL}|"
        rf"(?!.{{0,300}}\b{_OF_THE_AGENCY}\b).{{0,200}}\b(?:aplikasi\w*|app)\b|"
        r".{0,100}\bberita\b.{0,200}\b(?:akun|klik|notifikasi)\b)",
        r"[^\w\"“]*yuk daftarkan|banyak orang hebat di sekitar kita|jadilah (?:yang )?pertama",
        r"[^\w\"“]*(?:simak|ikuti|dapatkan|baca|nikmati|temukan|jangan lewatkan)\s+"
        r"(?:terus\s+)?(?:update\s+)?"
        r"(?:berita|artikel|informasi|info)(?:-\w+)?(?: dan \w+)?\s+"
        r"(?:terbaru|terkini|menarik|lainnya|lain|pilihan|terupdate)\b",
        r"jangan (?:ketinggalan|terlewat)\b.{0,40}\b(?:berita|kabar|info|update|konten)\b.{0,120}"
        rf"(?:{_CHANNEL})",
        r"baca artikel .{0,60} lainnya|jangan sampai ketinggalan berita",
        r"ikuti (?:terus )?(?:berita|informasi|kami)\b.{0,60}\b(?:di|melalui|lewat)\s*:$",
        r"suka (?:artikel|berita|liputan|tulisan) (?:seperti )?ini\b",
        r"daftar surel\b|(?:masukkan|isi) (?:alamat )?(?:surel|e-?mail)\b.{0,80}$",
        r"(?:\w+ ){0,4}preferred source\b.{0,20}$",
        r"jadikan .{2,40} (?:sumber|media) (?:pilihan|utama)\b",
        r"simak breaking news\b|pilih saluran\b.{0,60}\bberita\b",
        r"dapatkan\b.{0,30}\b(?:berita|kabar|info)\b.{0,80}\b(?:laman|situs|website|portal|tautan|link)"
        r" (?:ini|kami|resmi)\b",
        r"anda harus (?:meng)?install? (?:dulu )?aplikasi\b",
        r"kirim(?:kan)? (?:tulisan|artikel|berita) (?:anda|kamu)|kirim(?:kan)? koreksi\b.{0,40}$",
        r"[^\w\"“”]*punya (?:informasi|info|cerita|berita|keluhan|foto|video)\b.{0,60}"
        r"\b(?:kirim|hubungi)(?:kan)?\b.{0,40}(?:\b(?:redaksi|kami|wa|whatsapp|e-?mail|sini|bawah)\b|\S@\S|\d[\d\s.-]{4,}\d)",
        r"punya (?:masalah|pertanyaan)\b[^.?\"”]{0,60}\?"
        r"(?: (?:kirim|ajukan|hubungi|tanya|konsultasi|tulis|sampaikan|klik)[^\"“]{0,80})?$",
        r"(?:kirim|ajukan)(?:kan)? (?:pertanyaan|masalah)(?: (?:anda|kamu|mu)\b.{0,80})?\W*$",
        r"redaksi (?:\w+ ){0,3}menerima (?:kiriman|sumbangan|tulisan|naskah|artikel|opini|karya)\b",
        r"(?:naskah|tulisan|opini|artikel|esai)\b.{0,60}\b(?:di)?kirim(?:kan)?\b.{0,60}\S@\S",
        r"(?:ingin|mau|tertarik) (?:menulis|mengirim)\w*\b.{0,160}(?:\bkirim|\bhubungi|\S@\S)",
        r"(?:anda|kamu) (?:telah|sudah) (?:mem)?baca (?:\w+ ){0,3}(?:artikel|berita)\b.{0,40}$",
        r"(?:ber)?langganan\b.{0,60}(?:\brp\s?\d|"
        r"\bakses (?:ke|penuh|semua|seluruh|tanpa|premium)\b|\bartikel\b|\bkonten\b|"
        r"\b(?:surat kabar|buletin|nawala|majalah|koran)\b[^.]{0,30}\bkami\b)",
        r"mulai (?:dari )?rp\s?[\d.,]+\b.{0,80}\b(?:artikel|konten|berita|tanpa iklan)\b",
        r"jangan lupa (?:untuk )?(?:subscribe|like|follow|share|(?:klik|tekan|nyalakan) lonceng)\b",
        r"(?:like|subscribe|share|comment|komen|komentar)\s?[,&]\s?(?:dan\s)?"
        r"(?:like|subscribe|share|comment|komen|follow|nyalakan)\b.{0,160}$",
        r"(?:saksikan|tonton|nonton|dengarkan|ikuti)\b.{2,80}\b(?:setiap|tiap)\b.{2,60}\b(?:pukul|jam|pkl)\b"
        r".{0,60}\b(?:di|hanya)\b.{2,60}$",
        r"(?:kami tidak .{0,60}\. )?dukung (?:kerja )?(?:jurnalis\w+|media|kami)\b.{0,120}"
        r"\b(?:ber)?(?:donasi|langganan)\b",
        r"(?:dapatkan|aktifkan|terima|nyalakan) notifikasi\b.{0,40}$|join our\b.{0,60}$",
        r"(?:ber)?gabung (?:dengan|bersama) [\d.,]+\b.{0,20}\b(?:pelanggan|pembaca|anggota)\b"
        r"[^,]{0,15}$",
        r"(?:tersedia|kini ada|get it|unduh)\b.{0,20}\b(?:google play|play ?store|app store)\b",
        r"kirim(?:kan)? (?:berita|info\w*|foto|video|laporan)\b.{0,60}(?:\bwa\b|whatsapp|\S@\S)",
        r"(?:cek|lihat) (?:berita|artikel|informasi)(?: dan \w+)? lain(?:nya)?\b[^.,]{0,60}$",
        r"(?:(?:mari|ayo|yuk) )?(?:tunaikan|salurkan|transfer(?:kan)?|"
        r"ber(?:donasi|infa[kq]|sedekah|zakat))\b.{0,80}\b(?:anda|kamu|mu|rekening)\b.{0,60}\d[\d\s.-]{5,}",
        r"konfirmasi (?:donasi|transfer|zakat)\b.{0,30}\d[\d\s.-]{5,}\W*$",
        r"(?:(?:bagi|untuk) )?(?:(?:umat|warga|pembaca|masyarakat|donatur|dermawan|anda|jemaah) )?"
        r"(?:yang )?(?:ingin|hendak) (?:mendukung|membantu|berdonasi|menyumbang)\b.{0,60}"
        r"\b(?:(?:meng)?hubungi|transfer|rekening)\b.{0,80}\d[\d\s.-]{5,}\W*$",
        r"donasi (?:sekarang|di sini)\W*$|sudah (?:berlangganan|terdaftar|punya akun)\?",
        r"belum (?:berlangganan|menjadi pelanggan|punya akun)\?",
        r"(?:artikel|berita|konten) ini (?:khusus|hanya) (?:untuk )?(?:pelanggan|anggota|member)\b",
        r"(?:temukan|menemukan|ada) (?:kesalahan|kekeliruan|typo)\b(?=.{0,80}\b(?:artikel|berita|"
        r"tulisan|konten|penulisan|ketik|typo|redaksi|kami)\b).{0,80}\b(?:laporkan|koreksi|redaksi)\b",
        r"(?:sign up|subscribe)\b.{0,60}\b(?:newsletters?|inbox|e-?mail|updates)\b|by signing up\b",
        r"(?:be \w+(?: up)?! )?get the latest\b.{0,60}\b(?:inbox|news|updates)\b",
        r"we respect your privacy\b",
        r"suka (?:liputan|tulisan|karya|artikel) kami\?",
        r"(?:ceritakan|bagikan|kirim(?:kan)?) (?:cerita|pengalaman|kisah)(?:mu| anda| kamu)\b"
        r"[^\"”]{0,80}\b(?:formulir|tautan|form|e-?mail|surel)\b",
        r"dengan (?:mendaftar|berlangganan)\b.{0,40}\b(?:menyetujui|setuju)\b.{0,60}"
        r"\b(?:kebijakan|syarat|ketentuan)\b",
        r"ikuti (?:perkembangan|terus|akun)\b.{0,60}\b(?:topik|resmi kami|media sosial)\s*:?$",
        r"(?:baca )?selengkapnya (?:baca )?di\b.{0,60}\b(?:edisi|e-?paper|cetak|majalah)\b",
        longest=350,
    ),
    rule(
        "invitation",
        r".{0,60}(?:google news|whatsapp channel|(?:saluran|grup) (?:whatsapp|telegram)|"
        r"(?:pada|ke) asisten \w+\.\w+)\W*$",
        r"(?:google news|whatsapp channel|saluran whatsapp)\s[\w .]{2,40}$",
        r"(?:selengkapnya|untuk informasi)\b.{0,40}\bklik\b(?! tautan di).{0,30}$",
        r"(?:whats\s?app|telegram|google news)\b[^,]{0,50}\bklik\b.{0,20}$",
        r"(?:bergabung|dapatkan|terima)\b.{0,80}\b(?:melalui|lewat|via) (?:e-?mail|surel)\W*$",
        r"(?:berita|video|info|kabar|selengkapnya)\b.{0,60}\b(?:tautan|link) (?:di|in) bio\W*$",
        r"klik (?:di ?sini|tautan)\b.{0,40}$",
        r"dukung (?:kami|kerja|jurnalis\w+|media|redaksi)\b[^,]{0,40}[^.,!?\"”]$",
        r".{0,80}\b(?:berkat|lewat|melalui|dengan|dari) (?:donasi|dukungan) (?:para )?pembaca\W*$",
        longest=100,
    ),
)
