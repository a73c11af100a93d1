"""What is a person's name, and what is the newsroom, a column, a region or a degree."""

import re
from collections.abc import Iterable
from functools import cache

from pipelines.page.roles import BY_WHOM, PERSON, PERSONS, role_of
from pipelines.regions import region_names

_SPLIT = re.compile(r"\s*(?:[,;|/•·\n]|\s&\s|\bdan\b|\band\b)\s*", re.I)
_DEGREE = re.compile(
    r"(?:[SMDA]\.[A-Z][a-zA-Z.]{0,5}|[SMDA]\.?\s?(?:[A-Z]{1,2}|Kom|Ikom|Sos|Si|Pd|Hum|Ag|Psi|Farm|Kes|Kep|"
    r"Kn|Ak|Md|Th|Sc|Ap|Ip|Kom\.I|Pd\.I)\.?|S\.?E|Dr|Drs|Dra|Ir|Prof|Ph\.?D|AP|H|Hj)\.?$"
)
_ADDED = re.compile(
    r"(\b\w+ [\w'’.]{0,20}[a-z]),\s?(?:[A-Z]{2,4}|O\.?Carm|OFM\s?Cap|SSpS|CSsR|Pr|SdB)(?![\w.])"
)
"""A degree or an order's letters after a full name: "Ani Contoh, SH", "Ani Contoh, OFM"."""
_PREFIX = re.compile(
    rf"^(?:{BY_WHOM}|{PERSON}|laporan)(?:\b[\s:.]*|(?-i:(?<=[a-z])(?=[A-Z])))", re.I
)
_OFFICE = re.compile(
    r"(?:Dinas|Badan|Kementerian|Bagian|Bidang|Biro|Sekretariat)\s(?:[A-Z]\w+,?\s)+(?:dan|&)\s[A-Z]\w+"
)
"""An office whose name would be two: "Dinas Komunikasi dan Informatika"."""
_PLACED = re.compile(
    r"^(?:kontributor|contributor|koresponden|wartawan|reporter)\s+[^,:;|]{2,40},\s*(?=\w)",
    re.I,
)
_POSTED = re.compile(
    r"(?:kontributor|contributor|koresponden|wartawan|reporter|jurnalis)\s+\w", re.I
)
_LIFE = re.compile(
    r"(?-i:[a-z]+\s)|(?:guru|dosen|mahasiswa|warga|pegiat|pengamat|peneliti|aktivis|penyuluh|pensiunan|"
    r"pelajar|siswa|pemerhati|praktisi|alumni|anggota|staf|pranata|pegawai|pengajar)\b",
    re.I,
)
"""What says of someone named before what he does or where he lives."""
_NOTICE = re.compile(
    r"copyright\b|©|\s(?:last\s+)?(?:diperbarui|diterbitkan|dipublikasikan|updated|published|dibaca|terakhir)\b|"
    r"\bdilarang keras\b|\b(?:pada|on)\s+(?:[a-z]{3,9}\.?,?\s+)?\d|"
    r"(?:\bpada\s+)?(?:\b|(?<=[a-z]))(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad),?\s+\d|"
    r"\s\d{1,2}/\d{1,2}/\d{2}\b|\s\d{1,2}\s?[-/.\s]\s?(?:\d{1,2}|[a-z]{3,9})\s?[-/.,\s]\s?\d{4}|"
    r"\s\d{1,2}\s+(?:detik|menit|jam|hari)\b|"
    r"\s(?:jan|feb|mar|apr|m(?:ei|ay)|jun|jul|agu|aug|sep|o[kc]t|nov|de[sc])[a-z]{0,6}\.?\s\d{1,2},?\s\d{4}\b",
    re.I,
)
_MAY_NOTE = re.compile(
    r"[\d©]|copyright|di(?:per|ter|pub|baca|larang)|terakhir|updated|published", re.I
)
_AFTER = re.compile(
    r"\s*(?:[-–—|(].*|\suntuk\s(?-i:[A-Z]).*|\btim redaksi\b.*|\sdi\s(?-i:[A-Z]).*)$", re.I
)
_CALLING = re.compile(
    r"(?<=[a-z.]) (?:Guru Besar|Dosen|Pengajar|Peneliti|Pengamat|Mahasiswa|Pegiat|Aktivis|Praktisi|"
    r"Pemerhati|Alumn[ui]s?|Direktur|Ketua|Sekretaris|Anggota|Staf|Kepala|Pendiri)\b.*"
)
"""What a columnist is, right behind the full name: "Ani Contoh Guru Besar Universitas Reka"."""
_SENTENCE = re.compile(r"(?<=[a-z]{2})\.\s+(?=[A-Z]\w+\s(?!bin|ibn|van|von|der)[a-z]{3})")
"""Where a name ends and a sentence begins: "Ani Contoh. Wawancara ini disunting …"."""
_SUFFIX = re.compile(rf"\s*\b(?:{PERSON})$", re.I)
_NO_NAME = re.compile(
    r"(?:tentang|profil|pilihan|catatan|kolom|rekomendasi|artikel|berita|foto|semua|daftar|kontak|"
    r"about|kata|surat|pojok|opini|lihat|laporan|dari|para|hak|kode|jadi|lowongan|"
    r"karena|sebab|muda|senior|lepas|magang|asal|(?:ter)?verifi(?:ed|kasi))\b",
    re.I,
)
BETWEEN = " -–|/·•,()"
"""What stands between a name and a role, a date or an outlet."""

_PARTED = re.compile(r"\s*[|·•]\s*|\s[-–—/]\s")
_WITH_OUTLET = re.compile(
    r"(?P<name>[^,|–-]{4,45}?)\s*(?:\s[-–|·•]|,)\s(?P<outlet>.{2,39}[^\s|–—-])"
)
_JOINING = ("bin", "binti", "al", "de", "van")
_WITH_OUTLET_LONGEST = 90
_COLUMN = re.compile(
    r"\b(?:ekonomi|bisnis|politik|hukum|kriminal|olahraga|sport|hiburan|gaya|hidup|kesehatan|"
    r"pendidikan|teknologi|metro|regional|internasional|dunia|peristiwa|pemerintahan|keuangan|"
    r"otomotif|wisata|kuliner|sosial|budaya|umum|lokal|headline|terkini|terbaru|utama|kabar|info|"
    r"khusus|tahunan|akhir|warga|masyarakat|siaran|pers|rilis|sorotan|publik|jaminan|desa)\b",
    re.I,
)
_BUREAU = 5
_PRESS = ("news", "online", "media", "post", "pos", "tv", "com", "id", "co", "newscom", "newsid")
"""What may be left off an outlet's name: "Harapan Baru" of harapanbarunews.com."""
_ACRONYM = range(3, 6)
_INITIAL = re.compile(r"[\s.][A-Z]$")
_NO_WORD = re.compile(r"[\W_]+")
_OFFICES = """
    redaksi redaksional red redpel editorial news newsroom desk publisher uploader berita lainnya
    webmaster pada
    developer superuser user operator online anonim anonymous unknown www http https mc kab humas
    diskominfo kominfo prokopim protokol dinas pemkab pemkot pemprov kantor bagian bidang seksi biro
    setda sekretariat badan kabupaten kota provinsi kecamatan kelurahan daerah nasional indonesia
    polres polda kodim kejari dprd kpu bawaslu rsud baznas pdam universitas tim team media cyber
    network portal advertorial adv wartawan reporter jurnalis antara jpnn okezone xinhua reuters
    kanwil kankemenag kemenag kemendagri kemnaker disnaker dinsos dinkes disdik bappeda bpbd ppid
    bpjs bpjamsostek jamsostek ketenagakerjaan kementerian kejaksaan puskesmas koperasi sma smk smp
    popojicms wordpress joomla drupal
    author judul tanggal diterbitkan dipublikasikan diposting published posted
    anadolu afp studio wib wita wit senin selasa rabu kamis jumat sabtu minggu
"""
_NOBODY = frozenset(_OFFICES.split())
_OF_VILLAGES = """
    kaur kasi kasubag sekdes umum tu
    pemerintahan keuangan perencanaan pelayanan kesejahteraan kesra
"""
_POSTS = frozenset(_OF_VILLAGES.split())
"""What names a post where nothing else stands beside it: "Kaur Umum"."""
_FIRST_OF_OTHERS = ("pt", "cv", "beranda", "home")
"""What begins the name of a firm, and the way to a page through its site."""
_STOCK = frozenset(("johndoe", "janedoe", "johnsmith", "janesmith", "jamessmith"))
_NOBODYS_FIRST = ("admin", "tribun", "detik", "kompas")
_YEAR = re.compile(r"20\d\d")
_NO_LETTERS = re.compile(r"\d|@|\.(?:com|id|co|net|org|news)\b", re.I)


def people(text: str, newsroom: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The names in a list of names, without roles, degrees and the newsroom itself."""
    names: list[str] = []
    listed = without_notice(text[:300]).lstrip(" :|")
    listed = _SENTENCE.split(listed, maxsplit=1)[0] if ". " in listed else listed
    listed = _ADDED.sub(r"\1", listed) if "," in listed else listed
    listed = _OFFICE.sub("", listed) if " dan " in listed or "&" in listed else listed
    for part in _SPLIT.split(_PLACED.sub("", listed)):
        if (names and _LIFE.match(part)) or _YEAR.fullmatch(part):
            break
        if (names and _POSTED.match(part)) or role_of(part):
            continue
        name = _PREFIX.sub("", part.strip(" .:|[](){}\"'“”#-–—_*"))
        name = _AFTER.sub("", name)
        name = _CALLING.sub("", name) if name.count(" ") > 1 else name
        name = (_SUFFIX.sub("", name) if name.lower().endswith(PERSONS) else name).strip(" .,")
        name += "." * bool(_INITIAL.search(name) and f"{name}." in part)
        if _is_person(name, newsroom):
            names.append(name)
    return unique(names)


def _is_person(name: str, newsroom: frozenset[str]) -> bool:
    if not 2 <= len(name) <= 45 or len(name.split()) > 5 or _NO_LETTERS.search(name):
        return False
    words = _NO_WORD.split(name.casefold())
    if not _NOBODY.isdisjoint(words) or any(word.startswith(_NOBODYS_FIRST) for word in words):
        return False
    if words[0] in _FIRST_OF_OTHERS or is_stock(name) or _POSTS.issuperset(words):
        return False
    if len(words) > 1 and is_place(name):
        return False
    if ":" in name or (_DEGREE.fullmatch(name) and not name.isalpha()):
        return False
    return any(c.isalpha() for c in name) and not is_newsroom(name, newsroom)


def is_stock(name: str) -> bool:
    """Whom templates name until somebody changes it: "John Doe"."""
    return name.casefold().replace(" ", "") in _STOCK


def is_newsroom(name: str, newsroom: frozenset[str]) -> bool:
    """True for the outlet's own name, however it is spaced or cut, and for its bureaus."""
    key = folded(name)
    long = len(key) > _BUREAU
    cut = (long or name.isupper()) and " " not in name
    return key in newsroom or any(
        (len(n) > _BUREAU and key.startswith(n))
        or (n.startswith(key) and (cut or (long and n[len(key) :] in _PRESS)))
        for n in newsroom
    )


def is_written_as_name(name: str) -> bool:
    """Every word begins with a capital, but for those that only join: "Ali bin Abu"."""
    return all(word[0].isupper() or word in _JOINING for word in name.split())


def is_account(name: str) -> bool:
    """One word that is not written as a name is: "adminbp"."""
    return " " not in name and not name[:1].isupper()


def folded(name: str) -> str:
    """Letters and digits only, lower case: how names of outlets are compared."""
    return _NO_WORD.sub("", name.casefold())


def name_before_date(text: str, newsroom: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The name in the line that dates a story: "Ani Contoh | Rabu, 4 November 2026 17:30"."""
    head = without_notice(text).rstrip()
    name = head.rstrip(BETWEEN)
    if not name != head != text:
        return ()
    parts = [part for part in _PARTED.split(name) if not is_newsroom(part, newsroom)]
    return people(parts[0], newsroom) if len(parts) == 1 and is_full_name(parts[0]) else ()


def name_after_date(text: str, newsroom: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The name that ends such a line: "Rabu, 4 November 2026 (17:30 WIB) • Ani Contoh"."""
    head, _, name = re.sub(r"\s[-–—|•·]\s", "\n", text).rpartition("\n")
    dated = head and without_notice(f" {head}") != f" {head}"
    return people(name, newsroom) if dated and is_full_name(name) else ()


def name_before_outlet(text: str, newsroom: frozenset[str]) -> tuple[str, ...]:
    """The name in a line that only adds the outlet to it: "Ani Contoh - Koran Reka"."""
    match = _WITH_OUTLET.fullmatch(text) if len(text) <= _WITH_OUTLET_LONGEST else None
    if not match or not is_full_name(match["name"]) or not is_newsroom(match["outlet"], newsroom):
        return ()
    return people(match["name"], newsroom)


def without_notice(text: str) -> str:
    """The text up to a date, a copyright or the like."""
    return _NOTICE.split(text, maxsplit=1)[0] if _MAY_NOTE.search(text) else text


def is_full_name(text: str, least: int = 2) -> bool:
    """Two to four words written as a name is, neither a column's nor a region's."""
    words = text.split()
    if not least <= len(words) <= 4 or not is_written_as_name(text) or _holds_acronym(words):
        return False
    return not _NO_NAME.match(text) and not _COLUMN.search(text) and not is_place(text)


def _holds_acronym(words: list[str]) -> bool:
    """Of words that are not all in capitals: "Jenjang SMA"."""
    acronym = any(w.isupper() and w.isalpha() and len(w) in _ACRONYM for w in words)
    return acronym and not all(map(str.isupper, words))


def is_place(text: str) -> bool:
    """The name of a region, in any spelling."""
    return text.casefold() in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(name.casefold() for name in region_names())


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, as it is spelt first."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name.casefold(), name)
    return tuple(kept.values())
