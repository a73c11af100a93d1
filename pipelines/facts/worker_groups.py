"""Who is or shall be covered: as printed, with a normalised name.

`data/worker_groups.tsv` lists the ways each group is called. Groups that are often only the
audience (village heads, students, guides) count where the sentence speaks of cover.
"""

import re
from bisect import bisect_left
from functools import cache
from itertools import islice, takewhile

from pipelines.facts.prose import Phrase, Phrases, Prose, data_lines
from pipelines.model import WorkerGroup
from pipelines.regions import RegionMention, find_regions

_PARTLY_AUDIENCE = {
    "kepala desa", "mahasiswa", "sopir", "kader", "anggota dprd", "seniman", "umkm",
    "koperasi", "tenaga kesehatan", "guru", "karyawan", "pekerja keagamaan", "linmas",
    "asisten rumah tangga", "pemangku adat", "atlet", "pendamping", "pekerja formal",
    "penyandang disabilitas", "penyelenggara pemilu", "orang asli papua", "perajin", "pekerja jasa",
    "pekerja media", "masyarakat miskin", "lembaga kemasyarakatan",
}  # fmt: skip
_COVER = re.compile(
    r"lindung|daftar|jamin|cover|(?:ikutkan|ikutsertakan|perluas)\b|"
    r"\b(?:mencakup|cakup\w*|meliputi|peserta|kepesertaan|iuran|"
    r"sasar\w*|menyasar|bagi|untuk|seperti|antara lain|yakni|yaitu|"
    r"terdiri|memasukkan|giliran|ikut serta\w*|tercatat|"
    r"di\s?antaranya|mulai dari|termasuk|sebanyak|(?:bekerja|berprofesi) sebagai|"
    r"diberikan|kepada|penerima\w*|adalah|berasal|prioritas\w*|menanggung|tanggung)\b"
)
_AUDIENCE = re.compile(
    r"osialisasi\w*\b[^.\n]{0,80}\bkepada\b|"
    r"\b(?:(?:di|meng)hadir\w*|turut hadir|hadir (?:dalam|pada|pula)|disaksikan|diikuti (?:oleh )?|"
    r"peserta (?:rapat|sosialisasi|kegiatan|rakor)|ahli waris|almarhum\w*|mendiang|santunan|"
    r"(?:kabupaten|kota|daerah|provinsi)\s(?:lain|tetangga)\b|"
    r"pe?maparan\b[^.\n]{0,80}\bkepada|meninggal|undangan|mengundang|narasumber)\b"
)
_COVERED_AFTER = re.compile(
    r"(?<!belum )(?<!tidak )\b(?:terlindungi|dilindungi|didaftarkan|terdaftar|dicover|tercover|"
    r"tercakup|(?:punya|memiliki|mendapat|memperoleh)\s+(?:jaminan|perlindungan)|"
    r"dijamin|diikutsertakan|\w*dahulukan|mendaftar\s(?:diri|sendiri)|masuk\s+(?:peserta|program|kepesertaan)|"
    r"(?:men)?jadi\s+(?:prioritas|sasaran|peserta|fokus|penerima)|diprioritaskan|disasar)\b"
)
_ROUTE = re.compile(
    r"\b(?:setiap|tiap|oleh|bersama|segmen|kantor|kerabat|ikatan|himpunan|asosiasi|persatuan|aliansi|keluarga|janda|balai|mendampingi|melalui|lewat|peran|merangkap|disahkan|datang\s+dari|"
    r"(?:sama|koordinasi|sinergi|kolaborasi|bermitra)\s+dengan|"
    r"agen|per|bukan(?:\s+(?:kepada|untuk|bagi))?|kecuali|lebih\s+\w+\s+dari)\s+(?:para\s+)?$|\blapangan\s\($"
)
_AGENT_AFTER = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:(?:sebagai|menjadi|jadi)\s+agen|masing-masing|mencari|mendaftarkan|"
    r"mengusulkan|mendata|bertugas|menyebarkan|menyosialisasikan|diverifikasi)\b",
    re.IGNORECASE,
)
_LONGEST_ROUTE = 60  # characters before a group that may tell its route
_SCHEME = re.compile(
    r"\b(?:program|segmen|jalur|skema|kategori|kepesertaan|ketenagakerjaan|jamsostek|sektor),?\s\(?$|\bupah\s\($"
)
_SHARE = re.compile(r"\)?\s[0-9.,]+\s?(?:%|persen)")
_LISTED = re.compile(r"\s?(?:,|,?\s(?:dan|serta|hingga|sampai|maupun|juga|atau)(?:\sjuga)?)\s")
_NO_GROUP = "-"
"""The row of worker_groups.tsv with what only looks like a group: "pemangku kepentingan"."""
_COMPARED = re.compile(r"\b(?:dibanding\w*|daripada|ketimbang)\s[^,;\n]{0,40}$")
_PAIRED = re.compile(
    r"\s(?:dan|maupun|atau|serta|ataupun)\s(?:(?:pekerja|tenaga\skerja|sektor)\s)?"
    r"(?:informal|nonformal|non\sformal|bukan)\b"
)
_PAIRS = re.compile(r"\bformal\s(?:dan|maupun|atau|serta|ataupun)\s$")
_TAUGHT = frozenset({"guru", "penyuluh", "perawat", "bidan"})
_NUMBER_WORDS = frozenset({"satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "sepuluh"})
_ADDRESS = re.compile(r"\s?[.:]?\s?[0-9]{1,3}(?![.0-9])")
_NAMED_AFTER = re.compile(r"\s[A-Z][a-z]")
_COUNTED_WITH = re.compile(r"\b(?:instansi|kecamatan|opd)\b[^.]{0,20}\d\s*(?:\w+/)?$")
_COUNTED = re.compile(r"\d\s$|\b(?:ribu|juta)\s$")
_BRACKET = re.compile(r"\s?\([A-Za-z]{2,14}\)")
_ONE_CALL = {
    "non-asn", "perangkat desa", "pekerja rentan", "rt/rw", "bpd", "tenaga kontrak", "honorer",
    "pekerja informal", "penyelenggara pemilu", "kepala desa", "jasa konstruksi", "pekerja formal",
    "pekerja migran", "umkm", "asisten rumah tangga", "pekerja media", "masyarakat miskin",
    "lembaga kemasyarakatan",
}  # fmt: skip
_MEANS_ELSE = {
    "pkl": "praktik kerja", "pps": "pengganti sementara", "pmi": "palang merah",
    "tkd": "transfer ke daerah", "ppk": "pembuat komitmen", "bpd": "bank pembangunan daerah",
    "relawan": "makan bergizi",
}  # fmt: skip
"""Short names that stand for something else in a text that writes it out."""
_PREVIOUS_WORD_IS_A_TITLE = {
    "kepala",
    "ketua",
    "dinas",
    "bidang",
    "sekretaris",
    "seksi",
}


@cache
def _lexicon() -> Phrases[str]:
    rows = ((group, calls.split("|")) for group, calls in data_lines("worker_groups.tsv"))
    calls = ((call, group) for group, names in rows for call in names)
    return Phrases((call + ending, group) for call, group in calls for ending in ("", "nya"))


def group_ends(prose: Prose, offset: int) -> int | None:
    """Where the name of a group ends that begins exactly at an offset."""
    phrase = _lexicon().at(prose, offset)
    return phrase.end if phrase else None


def find_worker_groups(prose: Prose, here: frozenset[str] = frozenset()) -> tuple[WorkerGroup, ...]:
    """Each group that the text says is or shall be covered, once, where it is first named.

    here: codes of the governments that act; what another place does is no group of theirs.
    """
    found: dict[tuple[str, str], WorkerGroup] = {}
    before = covered = 0
    for phrase in _lexicon().find(prose):
        between, before = prose.text[before : phrase.start], phrase.end
        if between == " (" and prose.text[phrase.end : phrase.end + 1] == ")":
            continue
        if phrase.value == _NO_GROUP or _means_else(prose, phrase):
            continue
        end = _with_bracket(prose.text, phrase.end)
        printed = prose.text[phrase.start : end]
        key = (phrase.value, _kernel(printed))
        listed = bool(covered) and _LISTED.fullmatch(prose.text, covered, phrase.start) is not None
        if not _is_covered(prose, phrase, listed) or _is_elsewhere(prose, phrase, here):
            continue
        covered = end
        if key not in found:
            evidence = prose.evidence(phrase.start, end)
            found[key] = WorkerGroup(" ".join(printed.split()), phrase.value, evidence)
    return _without_repeats(tuple(found.values()))


def _means_else(prose: Prose, phrase: Phrase[str]) -> bool:
    written_out = _MEANS_ELSE.get(prose.lower[phrase.start : phrase.end])
    return written_out is not None and written_out in prose.lower


def _is_elsewhere(prose: Prose, phrase: Phrase[str], here: frozenset[str]) -> bool:
    """Whether the sentence tells only of other places: "Di Tuban sasarannya nelayan"."""
    if not here:
        return False
    start, end = prose.sentence_at(phrase.start)
    regions = find_regions(prose)
    first = bisect_left(regions, start, key=lambda one: one.start)
    near = takewhile(lambda one: one.start < end, islice(regions, first, None))
    named = [one.code for one in near if one.start == start or _is_where(prose.text, one)]
    own = here | {code[:2] for code in here}
    return bool(named) and all(
        code is not None and code not in own and code[:2] not in here for code in named
    )


def _is_where(text: str, one: RegionMention) -> bool:
    """Whether a region is where something is done: no office's town, no "orang asli Papua"."""
    told = one.form != "bare" or text[max(0, one.start - 4) : one.start].lower().endswith("di ")
    return told and one.form != "foreign"


def _with_bracket(text: str, end: int) -> int:
    """The end with a short name in brackets: "Tenaga Kontrak Daerah (TKD)"."""
    bracket = _BRACKET.match(text, end)
    return bracket.end() if bracket else end


def _kernel(printed: str) -> str:
    return re.sub(r"[^a-z]+", " ", printed.lower())


def _without_repeats(groups: tuple[WorkerGroup, ...]) -> tuple[WorkerGroup, ...]:
    """Without a later, shorter call of the same group: "non ASN" after "pegawai non ASN"."""
    kept: list[WorkerGroup] = []
    for group in groups:
        kernel = _kernel(group.raw)
        again = [one for one in kept if one.group == group.group]
        if any(_kernel(one.raw).startswith(f"{kernel} ") for one in kept):
            continue
        if not any(one.group in _ONE_CALL or _same(_kernel(one.raw), kernel) for one in again):
            kept.append(group)
    return tuple(kept)


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def _is_a_place(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether RT or RW is part of an address, or counted as neighbourhoods: "551 RW"."""
    before = prose.words[phrase.first - 1] if phrase.first else ""
    counted = before.isdigit() or before in _NUMBER_WORDS
    return bool(_ADDRESS.match(prose.text, phrase.end)) or (phrase.length == 1 and counted)


def _is_a_scheme(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether "(bukan) penerima upah" is the agency's scheme, not those who are in it."""
    scheme = prose.words[phrase.first] in ("bukan", "penerima", "bpu")
    if scheme and _SHARE.match(prose.text, phrase.end):
        return True
    return scheme and bool(_SCHEME.search(prose.lower, max(0, phrase.start - 40), phrase.start))


def _only_qualifies(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether a status only says of what kind the group before it is: "guru agama honorer"."""
    before = prose.words[max(0, phrase.first - 2) : phrase.first]
    return phrase.value in ("honorer", "non-asn") and not _TAUGHT.isdisjoint(before)


def _is_a_name(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether a single capital word begins a name: "Imam Baskoro"."""
    capital = phrase.length == 1 and prose.text[phrase.start].isupper()
    return capital and bool(_NAMED_AFTER.match(prose.text, phrase.end))


def _is_half_a_pair(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether "formal" lacks its "maupun informal", or a bare "informal" its "formal"."""
    if prose.words[phrase.first] == "informal":
        return not _PAIRS.search(prose.lower, max(0, phrase.start - 20), phrase.start)
    after = prose.lower[phrase.end : phrase.end + 20]
    paired = _PAIRED.match(prose.lower, phrase.end) or _COVERED_AFTER.search(after)
    return phrase.value == "pekerja formal" and not paired


def _is_where_they_work(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether "sektor informal" only says where: "mereka yang bekerja di sektor informal"."""
    words = prose.words[max(0, phrase.first - 3) : phrase.first]
    return prose.words[phrase.first] == "sektor" and "di" in words and "bekerja" in words


def _is_bare(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether a call is too general to be believed without a word of cover."""
    words = prose.words[phrase.first : phrase.first + phrase.length]
    return words in (
        ["buruh"],
        ["buruh", "pabrik"],
        ["jasa", "konstruksi"],
        ["sektor", "informal"],
    )


def _is_covered(prose: Prose, phrase: Phrase[str], listed: bool) -> bool:
    """listed: right after a group that is covered, as in "petani, nelayan, dan sopir"."""
    if phrase.first and prose.words[phrase.first - 1] in _PREVIOUS_WORD_IS_A_TITLE:
        return False
    start, end = prose.sentence_at(phrase.start)
    before = prose.lower[max(start, phrase.start - 160) : phrase.start]
    if _AUDIENCE.search(before):
        return False
    if (
        _AGENT_AFTER.match(prose.text, phrase.end)
        or _ROUTE.search(before, max(0, len(before) - _LONGEST_ROUTE))
        or _COUNTED_WITH.search(before)
        or _COMPARED.search(before)
    ):
        return False
    if _is_half_a_pair(prose, phrase) or _is_where_they_work(prose, phrase):
        return False
    if _is_a_name(prose, phrase) or _is_a_scheme(prose, phrase) or _only_qualifies(prose, phrase):
        return False
    if phrase.value == "rt/rw" and _is_a_place(prose, phrase):
        return False
    if phrase.value == "kepala desa" and _NAMED_AFTER.match(prose.text, phrase.end):
        return False
    if listed or (phrase.value not in _PARTLY_AUDIENCE and not _is_bare(prose, phrase)):
        return True
    if phrase.value != "kepala desa" and _COUNTED.search(
        prose.text, max(start, phrase.start - 8), phrase.start
    ):
        return True
    after = prose.lower[phrase.end : min(end, phrase.end + 80)]
    return bool(_COVER.search(before) or _COVERED_AFTER.search(after))
