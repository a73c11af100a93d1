"""Who is or shall be covered: as printed, with a normalised name.

`data/worker_groups.tsv` lists the ways each group is called. Groups that are often only the
audience (village heads, students, guides) count where the sentence speaks of cover.
"""

import re
from bisect import bisect_left
from itertools import islice, takewhile

from pipelines.facts.group_names import BY_PAY, LISTED, NO_GROUP, VILLAGE_HEADS, lexicon, names_none
from pipelines.facts.officials import find_officials
from pipelines.facts.prose import Phrase, Prose
from pipelines.model import WorkerGroup
from pipelines.regions import RegionMention, find_regions

_PARTLY_AUDIENCE = {
    "kepala desa", "mahasiswa", "sopir", "kader", "anggota dprd", "seniman", "umkm",
    "koperasi", "tenaga kesehatan", "guru", "karyawan", "pekerja keagamaan", "linmas",
    "asisten rumah tangga", "pemangku adat", "atlet", "pendamping", "pekerja formal",
    "penyandang disabilitas", "penyelenggara pemilu", "orang asli papua", "perajin", "pekerja jasa",
    "pekerja media", "masyarakat miskin", "lembaga kemasyarakatan", "asn", "kepala dusun",
    "kusir", "tukang becak", "juru parkir", "awak perahu", "kernet", "pemadam kebakaran",
    "satpol pp", "petugas keamanan", "penjaga", "petugas pengairan", "relawan", "bpbd", "pelatih",
    "wasit", "ofisial", "pelaku olahraga", "pengurus jenazah dan makam", "dosen", "siswa",
    "peserta magang", "pekerja pariwisata", "pekerja ekonomi kreatif", "pengasuh", "tukang kebun",
    "pekerja bumdes", "penyuluh", "tenaga kependidikan", "staf desa",
}  # fmt: skip
_COVER = re.compile(
    r"lindung|proteksi|daftar|jamin|cover|"
    r"(?:edaran|aturan|perda|perbup|perwal\w*|pergub) menyebut\b|"
    r"(?:ikutkan|ikutsertakan|perluas)\b|"
    r"\b(?:mencakup|cakup\w*|meliputi|peserta|kepesertaan|iuran|"
    r"sasar\w*|menyasar|bagi|untuk|seperti|antara lain|yakni|yaitu|"
    r"terdiri|memasukkan|giliran|ikut serta\w*|tercatat|"
    r"di\s?antaranya|mulai dari|termasuk|sebanyak|(?:bekerja|berprofesi) sebagai|"
    r"diberikan|kepada|penerima\w*|adalah|berasal|prioritas\w*|menanggung|tanggung)\b"
)
_AUDIENCE = re.compile(
    r"osialisasi\w*\b[^.\n]{0,80}\bkepada\b|"
    r"\b(?:(?:di|meng)hadir\w*|turut hadir|hadir (?:dalam|pada|pula)|disaksikan|"
    r"(?<!wajib )(?<!dapat )(?<!bisa )(?<!juga )diikuti (?:oleh )?|"
    r"peserta (?:rapat|sosialisasi|kegiatan|rakor)|ahli waris|almarhum\w*|mendiang|santunan|"
    r"(?:kabupaten|kota|daerah|provinsi)\s(?:lain|tetangga)\b|"
    r"pe?maparan\b[^.\n]{0,80}\bkepada|meninggal|undangan|mengundang|narasumber)\b"
)
_HEIRS_OF = re.compile(r"\bahli waris (?:(?:dari|seorang|para|dua|tiga) )?$")
_COVERED_AFTER = re.compile(
    r"(?<!belum )(?<!tidak )\b(?:terlindungi|dilindungi|(?:di|ter)proteksi|didaftarkan|terdaftar|"
    r"(?:di|ter)cover|kepesertaannya|tercakup|dimasukkan|"
    r"(?:punya|memiliki|mendapat|memperoleh)\s+(?:jaminan|perlindungan|proteksi)|"
    r"dijamin|diikutsertakan|\w*dahulukan|mendaftar\s(?:diri|sendiri)|masuk\s+(?:peserta|program|kepesertaan)|"
    r"(?:men)?jadi\s+(?:prioritas|sasaran|peserta|fokus|penerima)|diprioritaskan|disasar|"
    r"(?:menerima|dapat|mendapat|mendapatkan|dapatkan|terima|diberi)\s(?:bpjs|jamsostek)|"
    r"diminta\s(?:segera\s)?mendaftar(?!\sulang))\b"
)
_ROUTE = re.compile(
    r"\b(?:oleh|bersama|kantor|kerabat|ikatan|himpunan|asosiasi|persatuan|aliansi|(?<!kepala\s)keluarga|janda|balai|mendampingi|melalui|lewat|peran|tingkat|melibatkan|mengerahkan|menerjunkan|diperiksa|diverifikasi|dicek|disaring|menugaskan|merangkap|disahkan|datang\s+dari|anak|"
    r"salah\s+(?:seorang|satu)|(?:sama|koordinasi|sinergi|kolaborasi|bermitra)\s+dengan|"
    r"agen|per|bukan(?:\s+(?:kepada|untuk|bagi))?|kecuali|lebih\s+\w+\s+dari)\s+(?:para\s+)?$|\blapangan\s\($"
)
_EACH = re.compile(r"\b(?:se)?tiap\s+$")
_NO_DEED = re.compile(r"(?:\s(?!me)\w+){0,3}\s")
_ASKS = re.compile(
    r"(?:\b(?:ditanya\w*|ditemui|dihubungi|dikonfirmasi|menjawab(?:\spertanyaan)?|diwawancara\w*|"
    r"(?:berbincang|\w*obrol|berbicara|bertemu)\sdengan)"
    r"|\b(?:kata|ujar|tutur|ungkap|jelas|terang|ucap|papar|rilis|mengatakan|menjelaskan|menyampaikan|"
    r"mengungkapkan|menuturkan|menerangkan|keterangan)\w*\s(?:(?!beri|serah|salur)[^.\n]){0,60}\bkepada)"
    r"\s(?:(?:para|sejumlah|beberapa|awak|insan)\s)*$"
)
"""Before journalists whom somebody answers."""
_AGENT_AFTER = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:(?:sebagai|menjadi|jadi)\s+agen|masing-masing|mencari|mendaftarkan(?!\s+diri)|"
    r"mengusulkan|mendata|bertugas|menyebarkan|menyosialisasikan|diverifikasi)\b",
    re.IGNORECASE,
)
_ATTENDS = re.compile(r"(?:turut|ikut)?\s?hadir\b|(?:acara|kegiatan)\s[^.]{0,40}\bdihadiri\b")
_GETS_ELSE = re.compile(
    r"\b(?:ruang|loket|kursi|konsultasi|pelatihan|modal|sarana|beasiswa|penyuluhan)\b"
    r"[^.,;]{0,60}\b(?:bagi|untuk|kepada)\s+(?:para\s+)?$"
)
"""What is no cover, and for whom: "ruang konsultasi bagi pedagang"."""
_FOR_WHOM = ("bagi ", "untuk ", "kepada ", "para ")
_LONGEST_ROUTE = 60  # characters before a group that may tell its route
_NEAR, _LONGEST_LIST = 80, 120  # characters after a group, or a list of groups, with its cover
_LONGEST_SUBJECT = 160  # the same after one that opens its sentence: "Petani yang … didaftarkan"
_PAIRED = re.compile(
    r"(?:,|\s(?:dan|maupun|atau|serta|ataupun))\s(?:(?:pekerja|tenaga\skerja|sektor)\s)?"
    r"(?:informal|nonformal|non\sformal|bukan)\b"
)
_ALL_OF_THEM = re.compile(
    r"\b(?:baik|rentan)\s(?:itu\s|di\s|yang\s|dari\s|pekerja\s|sektor\s|tenaga kerja\s)*"
    r"(?:(?:formal|penerima upah|informal)\smaupun\s(?:di\s|pekerja\s|sektor\s)*)?$"
)
"""Before what is no group but every worker: "pekerja, baik formal maupun informal"."""
_PAIRS = re.compile(r"\b(?:formal|rentan)(?:,|\s(?:dan|maupun|atau|serta|ataupun))\s$")
_COMPARED = re.compile(r"\b(?:dibanding\w*|daripada|ketimbang)\s[^,;\n]{0,40}$")
_NATIONAL_RULE = re.compile(
    r"\b(?:undang-undang|uu|permen\w*|peraturan\s(?:menteri|pemerintah|presiden)|perpres|inpres|pp)\b"
    r"[^.;\n]{0,90}\stentang\s[^.;\n]{0,150}$"
)
"""The title of a rule of the state's, which covers nobody here."""
_COUNTED_WITH = re.compile(r"\b(?:instansi|kecamatan|opd)\b[^.]{0,20}\d\s*(?:\w+/)?$")
_COUNTED = re.compile(r"(?:\d|\b(?:ribu|juta))\s(?:orang\s)?$")
_DOES_ELSE = re.compile(
    r"\b(?:bertanya|menanyakan|meminta|mengaku|mengatakan|menyebut|berharap|menilai|berapa)\b"
)
"""What a group does itself, so that the cover told later is of others."""
_NEARBY = 30  # characters up to "setiap" and its group within which its cover is told
_SO_MANY = 14  # characters before a group that may tell how many they are
_BRACKET = re.compile(r"\s?\([A-Za-z]{2,14}\)")
_ONE_CALL = {
    "non-asn", "perangkat desa", "pekerja rentan", "rt/rw", "bpd", "tenaga kontrak", "honorer",
    "pekerja informal", "penyelenggara pemilu", *VILLAGE_HEADS, "jasa konstruksi", "pekerja formal",
    "pekerja migran", "umkm", "asisten rumah tangga", "pekerja media", "masyarakat miskin",
    "lembaga kemasyarakatan", "asn",
}  # fmt: skip
_MEANS_ELSE = {
    "pkl": "praktik kerja", "pps": "pengganti sementara", "pmi": "palang merah",
    "tkd": "transfer ke daerah", "ppk": "pembuat komitmen", "bpd": "bank pembangunan daerah",
    "relawan": "makan bergizi",
}  # fmt: skip
"""Short names that stand for something else in a text that writes it out."""


def find_worker_groups(prose: Prose, here: frozenset[str] = frozenset()) -> tuple[WorkerGroup, ...]:
    """Each group that the text says is or shall be covered, once, where it is first named.

    here: codes of the governments that act; what another place does is no group of theirs.
    """
    found: dict[tuple[str, str], WorkerGroup] = {}
    before = covered = 0
    for phrase in lexicon().find(prose):
        between, before = prose.text[before : phrase.start], phrase.end
        if between == " (" and prose.text[phrase.end : phrase.end + 1] == ")":
            continue
        if phrase.value == NO_GROUP or _means_else(prose, phrase) or _is_a_name(prose, phrase):
            continue
        end = _with_bracket(prose.text, phrase.end)
        printed = prose.text[phrase.start : end]
        key = (phrase.value, _kernel(printed))
        listed = bool(covered) and LISTED.fullmatch(prose.text, covered, phrase.start) is not None
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


def _is_a_name(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether a word is what an official is called: "Imam menyebut", "Bilal berharap"."""
    printed = prose.text[phrase.start : phrase.end]
    alone = phrase.length == 1 and printed.istitle()
    return alone and any(printed in one.name.split() for one in find_officials(prose))


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
    kernels: dict[tuple[str, bool], list[str]] = {}
    for group in groups:
        kernel = _kernel(group.raw)
        if any(one.startswith(f"{kernel} ") for same in kernels.values() for one in same):
            continue
        again = kernels.setdefault((group.group, bool(BY_PAY.search(kernel))), [])
        if not again or not (group.group in _ONE_CALL or any(_same(one, kernel) for one in again)):
            again.append(kernel)
            kept.append(group)
    return tuple(kept)


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def _is_half_a_pair(prose: Prose, phrase: Phrase[str]) -> bool:
    """Whether "formal" lacks its "maupun informal", or a bare "informal" its "formal"."""
    of_pay = phrase.value in ("pekerja formal", "pekerja informal")
    first = max(0, phrase.start - _LONGEST_ROUTE)
    if of_pay and _ALL_OF_THEM.search(prose.lower, first, phrase.start):
        return True
    words = prose.words[phrase.first : phrase.first + phrase.length]
    if words in (["informal"], ["nonformal"], ["non", "formal"]):
        return not _PAIRS.search(prose.lower, max(0, phrase.start - 20), phrase.start)
    after = prose.lower[phrase.end : phrase.end + 20]
    paired = _PAIRED.match(prose.lower, phrase.end) or _COVERED_AFTER.search(after)
    return phrase.value == "pekerja formal" and not paired


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
    if names_none(prose, phrase) or _is_half_a_pair(prose, phrase):
        return False
    start, end = prose.sentence_at(phrase.start)
    before = prose.lower[max(start, phrase.start - 160) : phrase.start]
    if _AUDIENCE.search(before) and not _HEIRS_OF.search(before):
        return False
    attends = _ATTENDS.match(prose.lower, start, phrase.start) and not _COVER.search(before)
    if attends or (before.endswith(_FOR_WHOM) and _GETS_ELSE.search(before)):
        return False
    if _NATIONAL_RULE.search(before):
        return False
    if phrase.value == "pekerja media" and _ASKS.search(before):
        return False
    route = max(0, len(before) - _LONGEST_ROUTE)
    if (
        _AGENT_AFTER.match(prose.text, phrase.end)
        or _ROUTE.search(before, route)
        or _COUNTED_WITH.search(before, route)
        or _COMPARED.search(before, route)
    ):
        return False
    reach = phrase.end + _reach(prose, phrase, start)
    covered_after = _COVERED_AFTER.search(prose.lower, phrase.end, min(end, reach))
    if _EACH.search(before):
        told = _COVER.search(before[-_NEARBY:])
        between = prose.lower[phrase.end : covered_after.start()] if covered_after else ""
        return bool(told or (covered_after and _NO_DEED.fullmatch(between)))
    if listed or (phrase.value not in _PARTLY_AUDIENCE and not _is_bare(prose, phrase)):
        return True
    counted = _COUNTED.search(prose.text, max(start, phrase.start - _SO_MANY), phrase.start)
    if counted and phrase.value not in VILLAGE_HEADS:
        listed = prose.lower.count(" orang ", start, end) > 1
        return listed or not counted.group().endswith("orang ") or bool(_COVER.search(before))
    return bool(_COVER.search(before) or covered_after)


def _reach(prose: Prose, phrase: Phrase[str], sentence: int) -> int:
    """How many characters after a group may tell its cover."""
    far = phrase.end + _LONGEST_SUBJECT
    opens = phrase.start == sentence and prose.lower.startswith(" yang ", phrase.end)
    if opens and not _DOES_ELSE.search(prose.lower, phrase.end, far):
        return _LONGEST_SUBJECT
    return _LONGEST_LIST if LISTED.match(prose.text, phrase.end) else _NEAR
