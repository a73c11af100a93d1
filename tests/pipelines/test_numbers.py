"""Figures in prose: value, unit, range, rounding; and what is no figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.facts.number_words import number
from pipelines.facts.prose import Prose
from pipelines.numbers import find_counted


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit", "approximate"),
    [
        ("ada 35.000 jiwa", "35.000 jiwa", 35_000, "jiwa", False),
        ("ada 2100 petani di sana", "2100 petani", 2_100, "petani", False),
        ("dana Rp 170-an juta lebih", "Rp 170-an juta", 170_000_000, "rupiah", True),
        (
            "ada 22 surat kuasa khusus yang",
            "22 surat kuasa khusus",
            22,
            "surat kuasa khusus",
            False,
        ),
        ("tersedia 21 fasilitas PLKK di sana", "21 fasilitas PLKK", 21, "fasilitas PLKK", False),
        ("dari 93 kepalo tiyuh mendaftar", "93 kepalo tiyuh", 93, "kepalo tiyuh", False),
        ("sekitar 35.000 jiwa", "35.000 jiwa", 35_000, "jiwa", True),
        ("sudah di angka 3.410 orang", "3.410 orang", 3_410, "orang", False),
        ("hanya 17 saja yang datang", "17", 17, None, False),
        ("jumlahnya 86. Kemudian", "86", 86, None, False),
        ("penerima upah sebanyak 6104, lalu", "6104", 6_104, None, False),
        ("Tiga orang ahli waris hadir", "Tiga orang ahli waris", 3, "orang ahli waris", False),
        ("dua orang anak korban", "dua orang anak", 2, "orang anak", False),
        ("320 pengemudi roda dua dan", "320 pengemudi roda dua", 320, "pengemudi roda dua", False),
        ("28 dusun sasaran didata", "28 dusun", 28, "dusun", False),
        ("lima kampung atau desa di sana", "lima kampung atau desa", 5, "kampung atau desa", False),
        ("yakni 19 Menteri, Jaksa Agung", "19 Menteri", 19, "Menteri", False),
        (
            "dan 9 Kepala Sekretariat PPK",
            "9 Kepala Sekretariat PPK",
            9,
            "Kepala Sekretariat PPK",
            False,
        ),
        ("dari enam juta lebih pekerja", "enam juta lebih pekerja", 6_000_000, "pekerja", True),
        ("508 ribu pekerja sektor PU dan", "508 ribu pekerja", 508_000, "pekerja", False),
        (
            "untuk 5000 orang peserta sesuai anggaran",
            "5000 orang peserta",
            5_000,
            "orang peserta",
            False,
        ),
        ("ada tiga (3) koperasi", "tiga (3) koperasi", 3, "koperasi", False),
        ("di 14 desa penerima hibah", "14 desa", 14, "desa", False),
        ("di 14 desa penerima, kata", "14 desa penerima", 14, "desa penerima", False),
        ("kepada 418 warga Desa Suka Maju", "418 warga", 418, "warga", False),
        (
            "ada 12 Organisasi Perangkat Daerah yang",
            "12 Organisasi Perangkat Daerah",
            12,
            "Organisasi Perangkat Daerah",
            False,
        ),
        ("mencapai 60,70% pekerja", "60,70%", 60.7, "persen", False),
        ("baru dua persen", "dua persen", 2, "persen", False),
        ("sebesar Rp 8,46 miliar", "Rp 8,46 miliar", 8_460_000_000, "rupiah", False),
        ("sebesar Rp2,35 miliar", "Rp2,35 miliar", 2_350_000_000, "rupiah", False),
        ("sebesar Rp 24.000.000,00", "Rp 24.000.000,00", 24_000_000, "rupiah", False),
        ("tunggakan Rp 24.310.125.36 itu", "Rp 24.310.125.36", 24_310_125.36, "rupiah", False),
        ("sudah 70an persen pekerja", "70an persen", 70, "persen", True),
        ("sudah 70-an persen pekerja", "70-an persen", 70, "persen", True),
        ("hampir Rp1,9 milyar", "Rp1,9 milyar", 1_900_000_000, "rupiah", True),
        ("iuran Rp. 16.800 per bulan", "Rp. 16.800", 16_800, "rupiah", False),
        ("iuran Rp16,800 per bulan", "Rp16,800", 16_800, "rupiah", False),
        ("iuran Rp 16. 800 per bulan", "Rp 16. 800", 16_800, "rupiah", False),
        ("santunan Rp576, 5 juta itu", "Rp576, 5 juta", 576_500_000, "rupiah", False),
        ("kepada 16.800 pekerja rentan", "16.800 pekerja rentan", 16_800, "pekerja rentan", False),
        ("ada 23 ribu pekerja", "23 ribu pekerja", 23_000, "pekerja", False),
        ("ada 8 ribuan pekerja rentan", "8 ribuan pekerja rentan", 8_000, "pekerja rentan", True),
        ("ada 800-an RT RW", "800-an RT RW", 800, "RT RW", True),
        ("ada 1029 Aparatur Desa", "1029 Aparatur Desa", 1_029, "Aparatur Desa", False),
        ("tiga ribu orang", "tiga ribu orang", 3_000, "orang", False),
        ("dua belas ribu lima ratus nelayan",) * 2 + (12_500, "nelayan", False),
        ("180 pegawai harian lepas",) * 2 + (180, "pegawai harian lepas", False),
        ("500-an anggota BPD",) * 2 + (500, "anggota BPD", True),
        ("1.086 ketua RT",) * 2 + (1_086, "ketua RT", False),
        ("dana Rp 1,4 M", "Rp 1,4 M", 1_400_000_000, "rupiah", False),
        ("puluhan ribu petani", "puluhan ribu petani", 10_000, "petani", True),
        ("dari 38 kabupaten/kota", "38 kabupaten/kota", 38, "kabupaten/kota", False),
        ("enam kecamatan", "enam kecamatan", 6, "kecamatan", False),
        ("lebih dari 30 ribu nelayan", "30 ribu nelayan", 30_000, "nelayan", True),
        ("anggaran 45 juta rupiah", "45 juta rupiah", 45_000_000, "rupiah", False),
        ("sebanyak 552 orang nelayan hadir", "552 orang nelayan", 552, "orang nelayan", False),
        (
            "96 nelayan dan petani garam",
            "96 nelayan dan petani garam",
            96,
            "nelayan dan petani garam",
            False,
        ),
        ("96 nelayan dan bupati", "96 nelayan", 96, "nelayan", False),
        ("56 pasar tradisional",) * 2 + (56, "pasar tradisional", False),
        ("71 desa dan kelurahan",) * 2 + (71, "desa dan kelurahan", False),
        ("30 atlet, pelatih, dan wasit",) * 2 + (30, "atlet, pelatih, dan wasit", False),
        ("9 kelompok tani (poktan)",) * 2 + (9, "kelompok tani (poktan)", False),
        ("40 guru baru terdaftar", "40 guru", 40, "guru", False),
        ("40 guru baru untuk", "40 guru baru", 40, "guru baru", False),
        ("35 perajin masing-masing", "35 perajin", 35, "perajin", False),
        ("40 mangkuk habis", "40 mangkuk", 40, "mangkuk", False),
        ("4 orang anaknya", "4 orang", 4, "orang", False),
        ("3 ton rumput laut", "3 ton", 3, "ton", False),
        ("tiga dermaga kecil",) * 2 + (3, "dermaga kecil", False),
        ("sebanyak 34 di antaranya", "34", 34, None, False),
        ("baru 19 yang ikut", "19", 19, None, False),
        ("74 Koperasi Desa (Kopdes) Merah Putih",) * 2
        + (74, "Koperasi Desa (Kopdes) Merah Putih", False),
        ("41 kepala keluarga (KK) miskin",) * 2 + (41, "kepala keluarga (KK) miskin", False),
        ("60 petani tebu sekarang", "60 petani tebu", 60, "petani tebu", False),
        ("16 Ketua Kelompok Tani (Poktan)",) * 2 + (16, "Ketua Kelompok Tani (Poktan)", False),
        ("29 BUMD Pemerintah Kota", "29 BUMD", 29, "BUMD", False),
        ("29 OPD Kabupaten Asahan", "29 OPD", 29, "OPD", False),
        ("27 kalurahan baru 40", "27 kalurahan", 27, "kalurahan", False),
        ("enam layanan BPJS-TK", "enam layanan", 6, "layanan", False),
        ("grant of Rp42 million", "Rp42 million", 42_000_000, "rupiah", False),
    ],
)
def test_one_figure(text: str, raw: str, value: float, unit: str | None, approximate: bool) -> None:
    (found,) = find_counted(Prose(f"Tercatat {text} di sana."))
    assert (found.raw, found.value, found.unit, found.approximate) == (
        raw,
        value,
        unit,
        approximate,
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("500 hingga 1.000 mahasiswa", 500, 1_000),
        ("50-75 antrean", 50, 75),
        ("0,10%–0,24%", 0.1, 0.24),
        ("Rp500 ribu sampai Rp7 juta", 500_000, 7_000_000),
        ("belasan ribu buruh", 11_000, 19_000),
    ],
)
def test_ranges(text: str, low: float, high: float) -> None:
    (found,) = find_counted(Prose(f"Tercatat {text} di sana."))
    assert (found.value, found.upper) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "selama 12 bulan",
        "jumlahnya ratusan ribu",
        "ketua RT 07 Kelurahan Telaga",
        "di Ruang Rapat 1 Kantor Wali Kota",
        "senilai Rp 24.310.125.3614",
        "covers 2,300 farmers",
        "Sebanyak 12. 915 petani mendaftar",
        "pada 2024 pemkab mendaftar",
        "tiba di sana 30 menit kemudian",
        "peringkat 5 menyusul",
        "berlaku lima tahun",
        "selama 5 (lima) bulan",
        "Inpres Nomor 2 Tahun 2021",
        "Pasal 5 ayat 2",
        "tahun 2025 ini",
        "pukul 10.00 WIB",
        "Selasa (12/3/2025)",
        "tanggal 12 Maret 2025",
        "berusia 45 tahun",
        "dua kali",
        "kedua pihak",
        "Pemilu 2024",
        "puluhan warga",
        "satu orang",
        "IDR 3.024 billion",
        "Asisten 1 Setda",
        "Asisten 2 dan 3 Setdakab hadir",
        "Deputi 1 BAZNAS RI hadir",
        "Paritrana 2022 kategori desa",
        "dari dua kabupaten tersebut",
        "siklus lima tahunan",
        "hanya 24 jam saja",
        "baru 2024 yang lalu",
        "bernomor 38 hadir",
        "usia mencapai 60 dan",
        "Suhu mencapai 38 dan",
        "mulai awal 2025 Kabupaten Bangka Selatan",
        "di Negeri Seribu Jembatan itu",
        "di Tamo dan Tamo Dua Kecamatan Reka",
        "di Kabupaten Lima Puluh Kota",
        "di Pemkab 50 Kota",
        "LIMA PULUH KOTA, WARTA - Bupati",
    ],
)
def test_no_figure(text: str) -> None:
    assert find_counted(Prose(f"Hal itu {text} saja.")) == ()


def test_what_has_a_number_of_its_own_is_counted_by_itself() -> None:
    found = find_counted(Prose("Tercatat 900 buku dan dua mesin cetak di sana."))
    assert [one.raw for one in found] == ["900 buku", "dua mesin cetak"]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Ada 300 nelayan atau separuh dari peserta.", "300 nelayan"),
        ("Ada 500 pekerja atau mayoritas pekerja.", "500 pekerja"),
        ("Ada 300 mahasiswa atau pelajar di sana.", "300 mahasiswa atau pelajar"),
        ("Ada 20 sekolah atau sekretariat desa.", "20 sekolah atau sekretariat desa"),
    ],
)
def test_a_count_said_in_other_words_is_not_counted_together(text: str, raw: str) -> None:
    assert [one.raw for one in find_counted(Prose(text))] == [raw]


def test_a_bare_number_takes_the_unit_of_its_list() -> None:
    text = "Rinciannya 52.104 pekerja di sektor formal dan 26.973 di sektor informal."
    assert [(one.raw, one.unit) for one in find_counted(Prose(text))] == [
        ("52.104 pekerja", "pekerja"),
        ("26.973", "pekerja"),
    ]


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("1.328", 1328.0),
        ("60,70", 60.7),
        ("1029", 1029.0),
        ("494,048,052", 494_048_052.0),
        ("2.35", 2.35),
        ("", None),
        ("1.2.3", None),
        ("x", None),
        ("9" * 40, None),
    ],
)
def test_number(digits: str, value: float | None) -> None:
    assert number(digits) == value


@given(st.integers(0, 10**12))
def test_grouped_digits_keep_their_value(value: int) -> None:
    assert number(f"{value:,}".replace(",", ".")) == value


@given(st.text(alphabet="0123456789.,-–%( )Rpribu juta satu dua orang\n", max_size=200))
def test_any_text_gives_figures_at_their_offsets(text: str) -> None:
    for found in find_counted(Prose(text)):
        assert text[found.start : found.end] == found.raw
        assert found.upper is None or found.upper > found.value
