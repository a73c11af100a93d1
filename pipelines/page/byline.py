"""Who reported and who edited, from the labels that newsrooms print."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipelines.regions import region_names

Role = Literal["author", "editor"]
_REPORTERS = (
    r"penulis(?:\s+naskah)?|reporter|pewarta(?:\s+foto)?|wartawan|jurnalis|rep|"
    r"(?:ditulis|laporan|liputan|diposting|dilaporkan)\s+oleh|ditulis|oleh|(?:written\s+|posted\s+)?by|"
    r"writer|author|kontributor|contributor|koresponden|laporan|liputan|"
    r"fotografer|photographer|naskah|teks|reported\s+by|report"
)
_EDITORS = (
    r"editors?|ed|redaktur(?:\s+pelaksana)?|red|penyunting|disunting\s+oleh|edited\s+by|penyelia|"
    r"copy\s*editor|editor\s+in\s+chief|uploader|pengunggah|publisher"
)
_OTHERS = (
    r"sumber(?:\s+berita)?|source(?:\s+news)?|foto(?:\s+oleh)?|kategori|tags?|tanggal|published"
)
_GLUED = r"(?-i:(?<=[a-z])(?=[A-Z][a-z]+\s?:))"
_LABEL = re.compile(
    rf"(?:(?<![\w.])|{_GLUED})(?P<role>{_REPORTERS}|{_EDITORS}|{_OTHERS})"
    rf"(?:\s*(?:&|dan|/|,)\s*(?P<second>{_REPORTERS}|{_EDITORS}))?\s*\|?\s*[:：]\s*\|?",
    re.I,
)
_LABEL_ALONE = re.compile(_REPORTERS, re.I)
_BARE = re.compile(
    r"\W*(?:(?:(?:ditulis|laporan|liputan|diposting|dilaporkan) )?oleh|(?:written |posted )?by|"
    r"penulis|reporter|pewarta|editor)\s+(?=\S)",
    re.I,
)
_ROLES_AFTER = {"reporter", "penulis", "writer", "wartawan", "jurnalis", "pewarta", "kontributor"}
_ROLES_AFTER |= {"editor", "redaktur"}
_NO_NAME = re.compile(
    r"(?:tentang|profil|pilihan|catatan|kolom|rekomendasi|artikel|berita|foto|semua|daftar|kontak|"
    r"about|surat|pojok|opini|lihat|laporan|dari|para|hak|kode|jadi|lowongan)\b",
    re.I,
)
_EDITOR = re.compile(rf"(?:{_EDITORS})", re.I)
_OTHER = re.compile(rf"(?:{_OTHERS})", re.I)
_LAPORAN = re.compile(
    r"\W*laporan\s+(?:wartawan|reporter|kontributor|jurnalis|koresponden)\b"
    r"(?:\s+[\w.-]+){0,6}?\s*[,:/]\s*(?P<name>[^,:/]{3,50}?)\W*$",
    re.I,
)
_SPLIT = re.compile(r"\s*(?:[,;|/•·\n]|\s&\s|\bdan\b|\band\b)\s*", re.I)
_DEGREE = re.compile(
    r"(?:[SMDA]\.[A-Z][a-zA-Z.]{0,5}|[SMDA]\.?\s?(?:[A-Z]{1,2}|Kom|Ikom|Sos|Si|Pd|Hum|Ag|Psi|Farm|Kes|Kep|"
    r"Kn|Ak|Md|Th|Sc|Ap|Ip|Kom\.I|Pd\.I)\.?|S\.?E|Dr|Drs|Dra|Ir|Prof|Ph\.?D|AP|H|Hj)\.?$"
)
_PREFIX = re.compile(
    r"^(?:(?:ditulis|laporan|liputan|diposting) oleh|"
    r"kontributor|contributor|koresponden|reporter|wartawan|jurnalis|penulis|pewarta|oleh|by|"
    r"editor|redaktur|fotografer|laporan)\b[\s:.]*",
    re.I,
)
_PLACED = re.compile(
    r"^(?:kontributor|contributor|koresponden|wartawan|reporter)\s+[^,:;|]{2,40},\s*(?=\w)",
    re.I,
)
_NOTICE = re.compile(
    r"copyright\b|©|\s(?:diperbarui|diterbitkan|dipublikasikan|updated|published|dibaca)\b|"
    r"\bdilarang keras\b|\b(?:pada|on)\s+\d|"
    r"(?:\bpada\s+)?\b(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad),?\s+\d|"
    r"\s\d{1,2}/\d{1,2}/\d{2}\b|\s\d{1,2}\s?[-/.\s]\s?(?:\d{1,2}|[a-z]{3,9})\s?[-/.,\s]\s?\d{4}|"
    r"\s\d{1,2}\s+(?:detik|menit|jam|hari)\b",
    re.I,
)
_SUFFIX = re.compile(
    r"\s*(?:[-–|(].*|\btim redaksi\b.*|\bjurnalis\b|\bpenulis\b|\beditor\b)$", re.I
)
_SEPARATORS = ("-", "–", "|", "/", "·", "•", ",")
_WITH_OUTLET = re.compile(r"(?P<name>[^,|–-]{4,45}?)\s*(?:\s[-–|]|,)\s(?P<outlet>.{3,40})")
_COLUMN = re.compile(
    r"\b(?:ekonomi|bisnis|politik|hukum|kriminal|olahraga|sport|hiburan|gaya|hidup|kesehatan|"
    r"pendidikan|teknologi|metro|regional|internasional|dunia|peristiwa|pemerintahan|keuangan|"
    r"otomotif|wisata|kuliner|sosial|budaya|umum|lokal|headline|terkini|terbaru|utama|kabar|info)\b",
    re.I,
)
_BUREAU = 5
_NO_WORD = re.compile(r"[\W_]+")
_NOBODY = re.compile(
    r"\b(?:redaksi|redaksional|admin\w*|newsroom|webmaster|developer|super\s?user|operator|humas|"
    r"diskominfo|kominfo|tim|team|media\s?center|editorial|news|desk|publisher|anonim|anonymous|"
    r"unknown|user|online|www|https?|dinas|pemkab|pemkot|pemprov|berita|kantor|advertorial|adv|"
    r"kabupaten|kota|provinsi|bagian|media|cyber|network|portal|indonesia|prokopim|protokol|wartawan|reporter|jurnalis|lainnya|red|redpel|"
    r"daerah|nasional|bidang|seksi|biro|setda|sekretariat|badan|kecamatan|kelurahan|polres|kodim|"
    r"tribun\w*|antara|detik\w*|kompas\w*|jpnn|okezone|xinhua|reuters|anadolu|afp|"
    r"wib|wita|wit|senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b|\d|@|\.(?:com|id|co|net|org|news)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Names by role. told: the page itself calls these authors reporters, even if they edited."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    told: bool = False

    def __or__(self, other: "Byline") -> "Byline":
        """Fill what is missing from another byline."""
        return Byline(
            self.authors or other.authors,
            self.editors or other.editors,
            self.told if self.authors else other.told,
        )


def read_byline(text: str, newsroom: frozenset[str] = frozenset(), placed: bool = False) -> Byline:
    """Names from a line such as "Penulis: A | Editor: B" or "Redaktur & Reporter : C".

    newsroom: folded names of the outlet itself, which are nobody. placed: the line stands where
    reporters are named, so that names without a label are theirs.
    """
    laporan = _LAPORAN.match(text)
    if laporan:
        return _reported(people(laporan["name"], newsroom))
    labels = list(_LABEL.finditer(text)) if ":" in text or "：" in text else []
    if not labels:
        return _without_label(text, newsroom, placed)
    authors = list(people(text[: labels[0].start()], newsroom)) if placed else []
    editors: list[str] = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        names = people(text[label.end() : following.start() if following else None], newsroom)
        for role in filter(None, (label["role"], label["second"])):
            if _EDITOR.fullmatch(role):
                editors.extend(names)
            elif not _OTHER.fullmatch(role):
                authors.extend(names)
    return Byline(_unique(authors), _unique(editors), told=True)


def _without_label(text: str, newsroom: frozenset[str], placed: bool) -> Byline:
    """Names after a bare "Oleh", before a bare role ("Ani Contoh Reporter"), or in their place."""
    if bare := _BARE.match(text):
        role, names = bare.group().strip(), text[bare.end() :]
    elif after := _before_role(_NOTICE.split(text, maxsplit=1)[0]):
        names, role = after
    elif of_outlet := _of_outlet(text, newsroom):
        return _reported(people(of_outlet, newsroom))
    else:
        return _reported(people(text, newsroom)) if placed else Byline()
    found = people(names, newsroom)
    is_editor = role.casefold().endswith(("editor", "redaktur"))
    return Byline(editors=found) if is_editor else _reported(found)


def _before_role(text: str) -> tuple[str, str] | None:
    """The name that a line puts before a bare role, and the role."""
    *words, role = text.strip(" ()|/–,-·").split() or [""]
    role = role.strip("(),.").casefold()
    if role not in _ROLES_AFTER or not 2 <= len(words) <= 6 or _NO_NAME.match(text):
        return None
    names = [word for word in words if word not in _SEPARATORS]
    return (" ".join(names), role) if all(word[0].isupper() for word in names) else None


def _of_outlet(text: str, newsroom: frozenset[str]) -> str | None:
    """The name in a line that only adds the outlet to it: "Ani Contoh - Koran Reka"."""
    match = _WITH_OUTLET.fullmatch(text)
    if not match or not _is_full_name(match["name"]):
        return None
    return match["name"] if is_newsroom(match["outlet"], newsroom) else None


def name_before_date(text: str, newsroom: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The name in the line that dates a story: "Ani Contoh | Rabu, 4 November 2026 17:30"."""
    name = _NOTICE.split(text, maxsplit=1)[0]
    if name == text or not name.rstrip().endswith(_SEPARATORS):
        return ()
    name = name.rstrip(" ," + "".join(_SEPARATORS))
    return people(name, newsroom) if _is_full_name(name) else ()


def _is_full_name(text: str) -> bool:
    """Two to four words written as a name is, neither a column's nor a region's."""
    words = text.split()
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
        return False
    return (
        not _NO_NAME.match(text) and not _COLUMN.search(text) and text.casefold() not in _places()
    )


@cache
def _places() -> frozenset[str]:
    return frozenset(name.casefold() for name in region_names())


def _reported(names: tuple[str, ...]) -> Byline:
    return Byline(authors=names, told=True)


def role_of(text: str) -> Role | None:
    """The role that a line is nothing but the label of: "Penulis", "Editor :"."""
    label = text.strip(" :|")
    if _EDITOR.fullmatch(label):
        return "editor"
    return "author" if _LABEL_ALONE.fullmatch(label) else None


def people(text: str, newsroom: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The names in a list of names, without roles, degrees and the newsroom itself."""
    names = []
    text = _NOTICE.split(text[:300], maxsplit=1)[0]
    for part in _SPLIT.split(_PLACED.sub("", text.lstrip(" :|"))):
        name = _SUFFIX.sub("", _PREFIX.sub("", part.strip(" .:|[](){}\"'“”#-–_*"))).strip(" .,")
        if _is_person(name, newsroom):
            names.append(name)
    return _unique(names)


def _is_person(name: str, newsroom: frozenset[str]) -> bool:
    if not 2 <= len(name) <= 45 or len(name.split()) > 5 or _NOBODY.search(name):
        return False
    if _DEGREE.fullmatch(name) and not name.isalpha():
        return False
    return any(c.isalpha() for c in name) and not is_newsroom(name, newsroom)


def is_newsroom(name: str, newsroom: frozenset[str]) -> bool:
    """True for the outlet's own name, however it is spaced, and for its bureaus."""
    key = folded(name)
    return key in newsroom or any(len(n) > _BUREAU and key.startswith(n) for n in newsroom)


def folded(name: str) -> str:
    """Letters and digits only, lower case: how names of outlets are compared."""
    return _NO_WORD.sub("", name.casefold())


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name.casefold(), name)
    return tuple(kept.values())
