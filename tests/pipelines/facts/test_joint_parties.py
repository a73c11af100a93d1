"""Several governments of one signing, and those that are only beside it."""

import pytest

from pipelines.facts.parties import find_parties
from pipelines.facts.prose import Prose


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Pemkab Gowa, Maros dan Takalar menandatangani MoU.", ["73.06", "73.09", "73.05"]),
        ("Bupati Pelalawan dan Bupati Siak meneken kerja sama.", ["14.05", "14.08"]),
        (
            "Bupati Pelalawan Zukri Mahendra dan Bupati Siak Alfedri Husni meneken PKS.",
            ["14.05", "14.08"],
        ),
        (
            "Bupati Karanganyar, Bupati Sukoharjo, dan Wali Kota Surakarta meneken PKS.",
            ["33.13", "33.11", "33.72"],
        ),
        (
            "Kabupaten Minahasa Utara dan Kota Tomohon sama-sama menandatangani MoU.",
            ["71.06", "71.73"],
        ),
        (
            "Dua kabupaten, yakni Paser dan Kutai Barat, menyisihkan anggaran bagi pekerja.",
            ["64.01", "64.07"],
        ),
        (
            "Dua kabupaten meneken nota kesepahaman, yakni Kab. Paser dan Kab. Kutai Barat.",
            ["64.01", "64.07"],
        ),
        (
            "Tiga kepala daerah, yaitu Wali Kota Binjai, Bupati Langkat dan Bupati Karo, berbenah.",
            ["12.75", "12.05", "12.06"],
        ),
        (
            "Dua bupati meneken perjanjian kerja sama dengan BPJS. Mereka adalah Penjabat Bupati "
            "Timor Tengah Selatan (TTS) Seno Sipay, Bupati Timor Tengah Utara Kris Nabe, dan "
            "Bupati Belu Agus Leki.",
            ["53.02", "53.03", "53.04"],
        ),
    ],
)
def test_each_government_of_a_signing(text: str, codes: list[str]) -> None:
    parties = find_parties("Kerja Sama Diteken", Prose(f"{text}\n\nAcara berlangsung lancar."))
    assert [one.code for one in parties.governments] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Natuna, Kepulauan Riau, menandatangani MoU dengan BPJS Ketenagakerjaan.",
        "Pemkab Natuna meneken MoU bagi nelayan Kabupaten Lingga dan Kota Batam.",
        "Pemkab Natuna menandatangani MoU, dihadiri Bupati Lingga dan Bupati Bintan.",
        "Pemkab Natuna dibantu. Cabang itu melayani tiga daerah, yaitu Natuna, Karimun dan Bintan.",
    ],
)
def test_one_government_stays_one(text: str) -> None:
    parties = find_parties("Natuna Teken MoU", Prose(text))
    assert [one.code for one in parties.governments] == ["21.03"]


def test_the_monitored_government_is_no_party() -> None:
    text = "Kejaksaan Negeri Ambon bersama BPJamsostek Cabang Maluku memantau Pemkot Ambon."
    parties = find_parties("Kejari dan BPJamsostek Pantau Pemkot Ambon", Prose(text))
    assert parties.governments == ()
    assert parties.counterparts == ("Kejaksaan Negeri Ambon",)


def test_a_council_that_passes_a_rule_stands_for_its_government() -> None:
    text = "Panitia khusus DPRD Kota Magelang membahas raperda jaminan sosial ketenagakerjaan."
    parties = find_parties("DPRD Godok Raperda", Prose(text))
    assert [one.code for one in parties.governments] == ["33.71"]


def test_the_council_of_the_headline_legislates_and_not_the_government_that_it_visited() -> None:
    text = (
        "Panitia khusus melengkapi draf raperda jaminan sosial ketenagakerjaan.\n\nAnggota telah "
        "mendatangi Tabalong, Penajam Paser Utara, Kota Balikpapan dan sesudah itu Pemprov Kaltim."
    )
    parties = find_parties("Pansus DPRD Kukar Godok Raperda", Prose(text))
    assert [one.code for one in parties.governments] == ["64.02"]


def test_the_secretariat_of_a_council_is_the_government() -> None:
    text = "Sekretariat DPRD Lampung Utara menandatangani kerja sama dengan BPJS Ketenagakerjaan."
    parties = find_parties("Sekretariat DPRD Lampung Utara Teken Kerja Sama", Prose(text))
    assert ([one.code for one in parties.governments], parties.counterparts) == (["18.03"], ())


def test_an_institution_ends_before_the_person_who_signs_for_it() -> None:
    text = (
        "Nota kesepahaman dengan BPJS Ketenagakerjaan diteken Ketua Umum Komite Olahraga Nasional "
        "Indonesia (KONI) Pusat Letjen TNI (Purn) Surya Darma di Jakarta."
    )
    assert find_parties("KONI Gandeng BPJamsostek", Prose(text)).counterparts == (
        "Komite Olahraga Nasional Indonesia Pusat",
    )


def test_heads_that_are_counted_tell_of_no_party() -> None:
    text = (
        "Jakarta - Inpres itu ditujukan kepada 34 gubernur, 416 Bupati dan 98 Wali Kota.\n\n"
        "Kepala Cabang Pematangsiantar Ahmad mengapresiasi. Pematangsiantar siap."
    )
    assert find_parties("Inpres Terbit", Prose(text)).governments == ()


def test_a_campus_is_known_by_its_short_name() -> None:
    text = "Rektor Unsoed bertemu BPJS Ketenagakerjaan. Unsoed mendaftarkan mahasiswa."
    assert find_parties("BPJamsostek dan Unsoed Teken MoU", Prose(text)).counterparts == ("Unsoed",)


def test_what_the_opening_points_at_is_no_background() -> None:
    text = (
        "Nabire - Kabar baik bagi pekerja.\n\nIni setelah Pemerintah Provinsi Papua Tengah "
        "menandatangani kerja sama dengan BPJS Ketenagakerjaan."
    )
    (government,) = find_parties("Pekerja Dilindungi", Prose(text)).governments
    assert government.code == "94"


def test_a_council_in_brackets_is_that_of_its_region() -> None:
    text = (
        "Pansus Dewan Perwakilan Rakyat Daerah (DPRD) Provinsi Jawa Barat mengunjungi BPJS "
        "Ketenagakerjaan untuk membahas rancangan itu."
    )
    (government,) = find_parties("Godok Raperda, Pansus Kunjungi BPJS", Prose(text)).governments
    assert government.code == "32"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "BPJS Ketenagakerjaan menggandeng Dinas Perdagangan, Perindustrian, dan Tenaga Kerja "
            "Kabupaten Ngawi untuk mendaftarkan pedagang.",
            "35.21",
        ),
        ("Satpol PP Kabupaten Karawang mendaftarkan linmas ke BPJS Ketenagakerjaan.", "32.15"),
    ],
)
def test_an_office_of_many_fields_acts_for_its_region(text: str, code: str) -> None:
    (government,) = find_parties("Pekerja Terlindungi BPJS", Prose(text)).governments
    assert government.code == code


def test_a_body_of_the_state_is_a_counterpart() -> None:
    text = "BPJS Ketenagakerjaan dan Badan Gizi Nasional (BGN) bekerja sama melindungi relawan."
    found = find_parties("BPJS Ketenagakerjaan-BGN Kerja Sama", Prose(text))
    assert found.counterparts == ("Badan Gizi Nasional",)


@pytest.mark.parametrize(
    ("title", "text", "codes"),
    [
        ("FGD Bersama 3 Kabupaten/Kota", "FGD dengan Pemkab Siak", ["14.08", "14.05", "14.71"]),
        ("FGD Bersama Tiga Kabupaten", "FGD dengan Pemkab Siak", ["14.08", "14.05", "14.71"]),
        ("FGD Bersama 4 Kabupaten/Kota", "FGD dengan Pemkab Siak", ["14.08"]),
        ("Layanan Baru di Tiga Kabupaten", "Layanan Kabupaten Siak", []),
    ],
)
def test_so_many_as_the_headline_counts(title: str, text: str, codes: list[str]) -> None:
    parties = find_parties(title, Prose(f"{text}, Pelalawan dan Kota Pekanbaru digelar Senin."))
    assert [one.code for one in parties.governments] == codes
