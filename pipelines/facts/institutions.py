"""Which institution agrees with the agency: a prosecutor's office, campus, order, firm."""

import re

from pipelines.facts.offices import find_places
from pipelines.facts.prose import Prose, read_prose

DATELINE_END = re.compile(r"[^\n]{0,70}?\s?(?:[–—|]|--|-(?=\s)|(?<=[a-z)])-(?=[A-Z]))\s?")
INSTITUTION = re.compile(
    r"\b(?=[A-Z])(?:(?P<law>Kejaksaan\s+(?:Negeri|Tinggi|Agung)|Kejari|Kejati|Kejagung|KEJARI|KEJATI)"
    r"|(?P<council>DPRD|DPRK|DPRA|DPR\s+Papua)"
    r"|(?P<police>Polda|Polres\w*|Polri|Kodim|Korem|TNI)"
    r"|(?P<poll>KPU|Bawaslu)|(?P<sport>KONI|NPCI|KORMI|PSSI|Kwarcab)|(?P<alms>Baznas|BAZNAS)"
    r"|(?P<campus>Universitas|Unimal|UIN|IAIN|STAIN|STIE|STIKES|Institut|Politeknik|Poltekkes|"
    r"Sekolah\s+Tinggi|UNIVERSITAS|Akademi)"
    r"|(?P<care>RSUD|RSU|RSIA|RSI|RS|Rumah\s+Sakit|Klinik)"
    r"|(?P<firm>PT|CV|PDAM|Perumda|Perumdam|BUMD|Perum|Bank|BPR|Koperasi|KUD|KSP|PLN|Pegadaian|"
    r"Pertamina|Pelindo|Pos\s+Indonesia|BUMDes|Hotel)"
    r"|(?P<order>PBNU|(?:PP|Pimpinan\s+Pusat(?:\s+\(PP\))?)\s+Muhammadiyah|Pengurus\s+Besar\s+Nahdlatul\s+Ulama)"
    r"|(?P<faith>(?:Pimpinan\s+(?:Wilayah|Daerah|Cabang)\s+)?Muhammadiyah|Aisyiyah|"
    r"(?:P[CDW]\s+)?LP\s+Ma[’'`]?arif(?:\s+NU)?|Ma[’'`]arif\s+NU|NU(?!\s+[Oo][Nn])|PCNU|PWNU|Sinode|"
    r"GMIM|Keuskupan|Gereja|MUI|FKUB|Dewan\s+Masjid|DKM|Pondok\s+Pesantren|Ponpes|BKPRMI|DMI|LDII)"
    r"|(?P<state>Kantor\s+Kementerian\s+Agama|Kementerian|Kemendagri|Kemenag|Kemenkumham|Kemnaker|Ditjen|Kantor\s+Pertanahan|"
    r"LL[Dd][Ii][Kk][Tt][Ii]|Lembaga\s+Layanan\s+Pendidikan\s+Tinggi|BPN|ATR/BPN|BKKBN|Bulog|OJK|BNN\w*|BPS|Basarnas|Imigrasi|Pengadilan\s+\w+|Rutan|Lapas|BP3MI)"
    r"|(?P<guild>Apindo|APINDO|Kadin|KADIN|HKTI|KTNA|HNSI|PWI|AJI|SPSI|KSPSI|IDI|IBI|PPNI|PGRI|"
    r"Apdesi|APDESI|PABPDSI|Asosiasi|Ikatan|Persatuan|Perhimpunan|Himpunan|Gapki|GAPKI|HIPMI|Gapensi|Organda|"
    r"Pramuka|Forum(?!\s+(?:Kepatuhan|Koordinasi|Komunikasi|Group|Grup|Discussion|Diskusi))(?=\s+[A-Z]))"
    r"|(?P<village>Pemerintah\s+(?:Desa|Nagari|Kalurahan|Gampong)|Pemdes))\b"
)
_NAME_AFTER = re.compile(
    r"\)?(?:[ \xa0]?\([A-Z][A-Za-z]{1,9}\)|[ \xa0]+(?:dan|[A-Z][\w.'’-]*))"
    r"{0,6}"
)
_SHORT_FORM = re.compile(r"\s?\([^()]*\)|\)")
_WRITTEN_OUT = {
    "kejari": "Kejaksaan Negeri",
    "kejati": "Kejaksaan Tinggi",
    "kejagung": "Kejaksaan Agung",
}
_NOT_IN_NAME = re.compile(
    r"\s+(?:dan|dengan|Nomor|Tekan|Tunjuk|Monitoring|Undang|Prof|Drs?|Dra|Ir|KH?|Hj?|Romo|Pdt|Bapak|Ibu|BPJS|BPJamsostek|BPJAMSOSTEK|Jamsostek|Teken|Jalin|Gandeng|Tandatangani|"
    r"Tanda|Sisihkan|Tanggung|Biayai|Salurkan|Gratiskan|Berjanji|Urunan|Pilih|Kembali|Jajaki|Rencanakan|Siapkan|Bayari|Bayar|Cover|Proteksi|Akan|Sahkan|Gaet|Rangkul|Perkuat|Sepakat\w*|Sinergi\w*|Kerja\w*|Kolaborasi\w*|Lindungi|Daftarkan|Ikutkan|Dan|"
    r"Pastikan|MoU|PKS|Bersinergi|Perpanjang|Tingkatkan|Berikan|Beri|Jadi|Untuk|Dorong|Bahas|"
    r"Dukung|Ajak|Ikut|Minta|Siap|Gelar|Masuk|Terima|Punya|Bantu|Kini|Imbau|Pantau|Panggil|"
    r"Kawal|Tagih|Evaluasi|Jamin|Galakkan|Genjot|Luncurkan|Komit|Targetkan|Edukasi|Sosialisasi\w*|Dengan|Serahkan|Optimalkan|Perluas|Bersama|Komitmen|Resmi|Wujudkan|Menjadi)\b.*$",
    re.DOTALL,
)
AGENCY_NEAR = re.compile(r"bpjs|jamsostek", re.IGNORECASE)
_AN_OFFICE_OF = re.compile(
    r"\b(?:dinas|bidang|badan|kadis|sekretariat|sekretaris|setwan)\s+(?:\w+,?\s+)?$", re.IGNORECASE
)
_HEAD_OF = re.compile(
    r"\b(?:rektor|dekan|direktur(?:\s+utama)?|dirut|ketua|kepala|pimpinan|manajer)\s+$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[\s)]+(?:\(\w+\)\s)?(?:(?:Kabupaten|Kab\.?|Kota|Provinsi)\s)?")
_OFFICES = ("law", "council", "police", "poll")
_FREELY_NAMED = ("campus", "care", "firm", "faith", "village")
_JOIN = re.compile(
    r"\b(?:dan|dengan|bersama|gandeng|menggandeng|teken|kerja\s?sama|antara|sinergi|jalin|&)\b|[-–,]",
    re.IGNORECASE,
)
_SIGNED_WITH = re.compile(
    r"tanda\s?tangan|nandatangan|teken|\bpks\b|\bmou\b|perjanjian|nota\s+kesep|kerja\s?sama"
)
_NAMED_WITHIN = 2500


def counterpart_of(title: str, prose: Prose) -> str | None:
    """An institution that the headline, the lead or the signing sentence joins with the agency."""
    in_title = _institution(read_prose(title), 0, len(title), need_agency=False)
    found = [in_title] if in_title else []
    starts = prose.paragraph_starts
    end = min(starts[4] if len(starts) > 4 else len(prose.text), _NAMED_WITHIN)
    for start in prose.sentence_starts:
        if start >= end:
            break
        sentence_end = prose.sentence_at(start)[1]
        lead = start < (starts[1] if len(starts) > 1 else end)
        if lead or _SIGNED_WITH.search(prose.lower, start, sentence_end):
            one = _institution(prose, start, sentence_end, need_agency=True)
            if one:
                found.append(one)
    return _with_place(max(found, key=len), prose) if found else None


def _with_place(name: str, prose: Prose) -> str:
    """A bare "KONI" as the text names it further down, where it names but one."""
    if not INSTITUTION.fullmatch(name):
        return name
    longer = {
        _in_full(prose.text[match.start() : _end_of_name(prose, match, headline=False)])
        for match in INSTITUTION.finditer(prose.text, 0, _NAMED_WITHIN)
    }
    longer = {one for one in longer if one.startswith(f"{name} ")}
    return longer.pop() if len(longer) == 1 else name


def opening_institution(prose: Prose) -> str | None:
    """The institution that a story begins with, where its sentence names the agency too."""
    dateline = DATELINE_END.match(prose.text)
    match = INSTITUTION.match(prose.text, dateline.end() if dateline else 0)
    if match is None or match["council"]:
        return None
    end = _end_of_name(prose, match, headline=False)
    if end == match.end() or not AGENCY_NEAR.search(
        prose.text, end, prose.sentence_at(match.start())[1]
    ):
        return None
    return _in_full(prose.text[match.start() : end])


def _institution(prose: Prose, start: int, end: int, need_agency: bool) -> str | None:
    text = prose.text
    for match in INSTITUTION.finditer(text, start, end):
        if match["council"] and need_agency:
            continue
        if _AN_OFFICE_OF.search(text, max(start, match.start() - 24), match.start()):
            continue
        free = match.lastgroup in _FREELY_NAMED
        if free and _HEAD_OF.search(text, max(start, match.start() - 24), match.start()):
            continue
        name_end = _end_of_name(prose, match, headline=not need_agency)
        name = _in_full(text[match.start() : name_end])
        if name == match.group() and free:
            continue
        before = text[max(start, match.start() - 90) : match.start()]
        after = text[name_end : min(end, name_end + 90)]
        near_before = AGENCY_NEAR.search(before) and _JOIN.search(before[-40:])
        near_after = AGENCY_NEAR.search(after) and _JOIN.search(after[:70])
        if near_before or near_after or not (need_agency or before.strip()):
            return name
    return None


def _end_of_name(prose: Prose, match: re.Match[str], headline: bool) -> int:
    """Where an institution ends: with its place, "Baznas Kota Semarang"; else with the capitals.

    headline: capitals tell nothing there, so that the place of an office must be a known one.
    """
    tail = _NAME_AFTER.match(prose.text, match.end())
    rest = tail.group() if tail else ""
    end = match.end() + len(_NOT_IN_NAME.sub("", rest))
    end = min(end, prose.sentence_at(match.start())[1])
    office = headline and match.lastgroup in _OFFICES
    for place in find_places(prose) if match.lastgroup not in _FREELY_NAMED else ():
        if match.end() < place.start < end:
            beside = _BESIDE.fullmatch(prose.text, match.end(), place.start)
            return min(place.end, end) if beside or not office else match.end()
    if office:
        return match.end()
    return match.start() + len(prose.text[match.start() : end].rstrip(" .,-("))


def _in_full(name: str) -> str:
    """A name without its short form in brackets, a prosecutor's office written out."""
    first, space, rest = _SHORT_FORM.sub("", name).partition(" ")
    return _WRITTEN_OUT.get(first.lower(), first) + space + rest
