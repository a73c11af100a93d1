"""Which words of a sentence are deeds, and whether they are done, ahead or past."""

import pytest

from pipelines.facts.deeds import read_story
from pipelines.facts.instruments import instrument_of
from pipelines.facts.prose import Prose, data_lines
from pipelines.facts.statuses import status_of


def _times(text: str, kind: str) -> list[str]:
    return [deed.time for deed in read_story("", Prose(text)).text if deed.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "times"),
    [
        ("Bupati menandatangani PKS yang akan melindungi petani.", "pks", ["done"]),
        ("PKS itu akan segera diteken.", "pks", ["ahead"]),
        ("Penandatanganan MoU dijadwalkan pekan depan.", "mou", ["ahead"]),
        ("Pemkab akan mendaftarkan petani melalui PKS yang diteken Senin.", "pks", ["done"]),
        ("Sesuai PKS yang diteken Januari, pemkab membayar iuran.", "sign", ["back"]),
        ("Sebelumnya, pemkab meneken MoU.", "mou", ["back"]),
        ("Bupati meneken PKS sebagai tindak lanjut MoU.", "pks", ["done"]),
        ("Bupati meneken PKS sebagai tindak lanjut MoU.", "mou", ["back"]),
        ("MoU akan ditindaklanjuti dengan PKS.", "pks", ["ahead"]),
        ("Dua tahun setelah MoU diteken, peserta naik.", "sign", ["back"]),
        ("Pelaksanaan penandatanganan PKS berlangsung Rabu.", "pks", ["done"]),
        ("PKS yang telah berjalan setahun dievaluasi.", "pks", ["back"]),
        ("Pelaksanaan PKS dinilai baik.", "pks", ["back"]),
        ("Tindak lanjut Perjanjian Kerja Sama (PKS) tentang Sinergi Program.", "ally", ["back"]),
        ("Bupati meneken PKS tentang sinergi program.", "ally", ["done"]),
        ("Raperda itu masuk prolegda.", "draft", ["ahead"]),
        ("DPRD mengesahkan raperda itu.", "draft", ["done"]),
        ("Perbup telah diterbitkan tahun ini.", "rule", ["back"]),
        ("Bupati menargetkan 3.000 pekerja terlindungi.", "cover", ["now"]),
        ("Bupati menargetkan MoU rampung.", "mou", ["ahead"]),
        ("Fraksi PKS mendukung.", "pks", []),
        ("Fraksi pks.", "sign", []),
    ],
)
def test_a_deed_has_its_time(text: str, kind: str, times: list[str]) -> None:
    assert _times(text, kind) == times


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Perjanjian Kerja Sama/PKS (MoU) diteken.", True),
        ("Keduanya meneken MoU dan PKS.", True),
        ("MoU diteken. PKS menyusul.", False),
    ],
)
def test_one_paper_may_have_both_names(text: str, both: bool) -> None:
    assert read_story("", Prose(text)).both_names is both


@pytest.mark.parametrize(
    ("title", "text", "instrument", "status"),
    [
        ("Pemkab Menjalin Kemitraan", "Pemkab menjalin kemitraan.", "agreement", "signed"),
        ("Pemprov Jajaki Kolaborasi", "Pemprov menjajaki kolaborasi.", "agreement", "planned"),
        ("Pemkab Sepakati Perlindungan", "Pemkab menyepakatinya.", "agreement", "signed"),
        ("Pemkot Siap Tanggung Iuran", "Iuran akan ditanggung pemkot.", "commitment", "planned"),
        ("DPRD Setujui Raperda", "DPRD menyetujui raperda itu.", "regulation", "signed"),
        ("Raperda Masuk Prolegda", "DPRD memasukkan raperda itu.", "regulation", "planned"),
        ("Bupati Buka Rakor", "Bupati membuka rapat koordinasi.", "socialization", "planned"),
        ("Pemkab Evaluasi Iuran", "Pemkab mengevaluasi iuran.", "socialization", "ongoing"),
        ("BPJS Gandeng Disnaker Sosialisasikan Jamsostek", "Sosialisasi itu digelar Rabu.",
         "socialization", "ongoing"),
        ("Pemkab Daftarkan Nelayan", "Pemkab mendaftarkan nelayan. Kartu diserahkan bupati.",
         "commitment", "ongoing"),
        ("Bupati Serahkan Kartu", "Kartu diserahkan kepada nelayan.", "commitment", "ongoing"),
        ("Bupati Serahkan Kartu", "Petani menerima kartu yang iurannya dibiayai APBD. Ini bentuk "
         "komitmen pemkab.", "commitment", "ongoing"),
        ("Pemkot Mulai Daftarkan Nelayan", "Pemkot mendaftarkan nelayan sesuai MoU.\n\n"
         "Nota kesepakatan ditandatangani wali kota Jumat.", "mou", "signed"),
        ("Polda Jalin Kerja Sama", "Polda menandatangani kerja sama, turunan nota kesepahaman di "
         "pusat.", "agreement", "signed"),
        ("Pemkab Evaluasi Kepesertaan", "Pemkab mengevaluasi pelaksanaan perjanjian kerja sama.",
         "pks", "ongoing"),
        ("Kampus Wajibkan Mahasiswa", "Aturan itu pelaksanaan MoU yang diteken tahun lalu.",
         "mou", "ongoing"),
        ("MoU Dua Tahun Lalu Berbuah", "MoU yang diteken dua tahun lalu melindungi honorer.",
         "mou", "ongoing"),
        ("Bupati Ikrarkan Komitmen Bersama", "Keduanya sepakat. Kesepakatan tertuang dalam naskah "
         "komitmen bersama yang diteken Rabu.", "commitment", "signed"),
        ("Pemkab Siapkan Dana Otsus", "Pemkab menyusun rencana memasukkan pedagang.\n\n"
         "Payung hukumnya peraturan bupati.", "commitment", "planned"),
        ("Fraksi Dukung Pengesahan Raperda", "Fraksi mendukung pengesahan raperda.", "regulation",
         "planned"),
        ("Nelayan akan Terlindungi", "Nelayan akan terlindungi.\n\nHal itu dipastikan setelah "
         "pemkab meneken kerja sama.", "agreement", "signed"),
        ("Pemprov Anggarkan Jaminan Guru", "Mulai 2026 guru akan dijamin. Iuran dimasukkan dalam "
         "rancangan APBD.", "commitment", "planned"),
        ("Kick Off Perlindungan Ditandai Penyerahan Kartu", "Gubernur memulai program itu. Kartu "
         "diserahkan.", "commitment", "ongoing"),
        ("Wali Kota Janji Daftarkan Adat", "Wali kota berjanji mendaftarkan pemangku adat.",
         "commitment", "planned"),
        ("Enam Bulan Kerja Sama", "Enam bulan sejak kerja sama diteken, peserta naik.",
         "agreement", "ongoing"),
        ("Pemkot Luncurkan Program", "Program diluncurkan bersama penandatanganan PKS.", "pks",
         "signed"),
        ("Tahun Ketiga Berjalan, PKS Dinilai Baik", "PKS memasuki tahun ketiga.", "pks", "ongoing"),
        ("Bupati Dukung Jamsostek", "Bupati mendukung program itu.", None, None),
        ("Audiensi dengan Bupati", "Kepala cabang melakukan audiensi kepada bupati.", None, None),
        ("Warga Dapat Perlindungan", "Warga dapat perlindungan dari pemkab.", "commitment",
         "ongoing"),
        ("Bupati Keluarkan Instruksi", "Instruksi itu mewajibkan desa membayar iuran.",
         "regulation", "signed"),
        ("BPJS Jalin Komunikasi dengan Pemkab", "Iuran honorer dibahas.", None, None),
        ("Pemkab Kerja Sama dengan BPJS", "Pemkab bekerja sama dengan BPJS.", None, None),
        ("Sosialisasi Digelar", "Kegiatan diselenggarakan oleh BPJS bekerja sama dengan pemkab.",
         "socialization", "ongoing"),
        ("Pemkab Gelar Pertemuan", "Kalau anggaran cukup, nota kesepahaman diteken Januari.",
         "mou", "planned"),
        ("Penandatanganan PKS Ditunda", "Rencana penandatanganan PKS hari itu batal.", "pks",
         "planned"),
        ("Sinode Berjanji Lindungi Koster", "Komitmen bersama ditandatangani ketua sinode.",
         "commitment", "signed"),
        ("Bupati Sambut Baik Tawaran Kerja Sama", "Ia menyambut baik tawaran kerja sama.",
         "agreement", "planned"),
    ],
)  # fmt: skip
def test_instrument_and_status_follow_from_the_deeds(
    title: str, text: str, instrument: str | None, status: str | None
) -> None:
    story = read_story(title, Prose(text))
    choice = instrument_of(story)
    assert (choice.instrument, status_of(story, choice)) == (instrument, status)


def test_no_phrase_stands_twice_in_the_table() -> None:
    phrases = [phrase for _, words in data_lines("deeds.tsv") for phrase in words.split("|")]
    assert sorted({p for p in phrases if phrases.count(p) > 1}) == []
