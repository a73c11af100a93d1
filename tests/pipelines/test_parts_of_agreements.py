"""Offices, groups, regulations and officials, one at a time."""

import pytest

from pipelines.facts.durations import duration_of
from pipelines.facts.prose import Prose
from pipelines.facts.regulations import find_regulations
from pipelines.facts.terms import is_renewal, programmes_of


@pytest.mark.parametrize(
    ("text", "renewed"),
    [
        ("Pemkab memperpanjang kerja sama.", True),
        ("Pemkab melanjutkan kerja sama.", True),
        ("Pemkab kembali menandatangani PKS.", True),
        ("Pemkab menandatangani PKS.", False),
        ("Program ini perpanjangan tangan pemerintah.", False),
        ("Pengusaha lalai tidak bisa memperpanjang izin.", False),
        ("MoU akan dilanjutkan dengan perjanjian.", False),
        ("PKS diteken. Bukan memperpanjang, tetapi menambah peserta.", False),
        ("Kartu menjadi syarat memperpanjang pas kecil.", False),
        ("Pemkot melanjutkan kerja sama jaminan sosial nasional dengan BPJS.", True),
        ("Kerja sama ini kelanjutan dari kerja sama KONI pusat dengan BPJS.", False),
    ],
)
def test_renewal(text: str, renewed: bool) -> None:
    assert is_renewal("", Prose(text)) is renewed


def test_duration_and_programmes() -> None:
    prose = Prose(
        "Perjanjian berlaku selama 2 (dua) tahun. Programnya JKM dan Jaminan Kecelakaan Kerja. "
        "Santunan JHT tidak termasuk."
    )
    assert duration_of(prose, "pks") == "2 (dua) tahun"
    assert programmes_of(prose) == ("JKK", "JKM")
    assert duration_of(Prose("Ia bicara panjang."), None) is None


@pytest.mark.parametrize(
    ("text", "of_paper", "of_cover"),
    [
        ("Selama 14 tahun bekerja ia belum pernah terdaftar di program ini.", None, None),
        ("Peserta menerima penuh upah selama 12 bulan.", None, None),
        ("Ia menjabat selama lima tahun.", None, None),
        ("Kekurangan iuran selama satu bulan dianggarkan kembali.", None, None),
        ("Program iuran ini, selama tiga tahun berjalan, tetap dibiayai.", None, None),
        ("Sebanyak 974 marbot didaftarkan selama 12 bulan.", None, "12 bulan"),
        ("Dalam perjanjian itu, 974 marbot didaftarkan selama 12 bulan.", None, "12 bulan"),
        ("Iuran mereka selama enam bulan dibayar dari APBD.", None, "enam bulan"),
        ("Kedua pihak bekerja sama selama dua tahun.", "dua tahun", "dua tahun"),
        ("MoU yang habis September lalu dilanjutkan tiga tahun.", "tiga tahun", "tiga tahun"),
        (
            "Untuk melindungi nelayan, nota itu berlaku selama dua tahun.",
            "dua tahun",
            "dua tahun",
        ),
    ],
)
def test_a_term_is_of_the_paper_and_of_a_commitment_its_cover(
    text: str, of_paper: str | None, of_cover: str | None
) -> None:
    assert duration_of(Prose(text), "pks") == duration_of(Prose(text), None) == of_paper
    assert duration_of(Prose(text), "commitment") == of_cover


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Perjanjian itu berlaku sampai 28 Februari 2030.", "sampai 28 Februari 2030"),
        ("Nota itu masih berlaku hingga 2028.", "hingga 2028"),
        ("Kesepakatan pokok tetap, masa berlakunya sampai Mei 2027.", "sampai Mei 2027"),
        ("PKS ini berlaku s.d. 30/6/2027.", "s.d. 30/6/2027"),
        ("Jangka waktu perjanjian tidak diubah, tetap sampai Juni 2027.", "sampai Juni 2027"),
        ("MoU itu mengikat keduanya sampai akhir 2027.", "sampai akhir 2027"),
        ("Perpanjangan berlaku untuk lima tahun ke depan.", "lima tahun"),
        ("Perjanjian berlaku 18 (delapan belas) bulan.", "18 (delapan belas) bulan"),
        ("Nota itu berlaku setahun.", "setahun"),
        ("MoU dilanjutkan dua tahun, hingga 2028.", "dua tahun, hingga 2028"),
        (
            "Perjanjian terhitung sejak 1 Maret 2026 sampai dengan 28 Februari 2027.",
            "sejak 1 Maret 2026 sampai dengan 28 Februari 2027",
        ),
        ("Perjanjian memuat data kusir. Masa berlakunya empat tahun.", "empat tahun"),
        ("Perjanjian memuat data kusir. Kartu berlaku empat tahun.", None),
        ("Kerja sama selama setahun ini dinilai baik.", None),
        ("Perjanjian dibahas hingga Desember 2026.", None),
        ("Perjanjian berlaku bagi 24 desa.", None),
    ],
)
def test_a_term_is_a_span_a_period_or_an_end(text: str, term: str | None) -> None:
    assert duration_of(Prose(text), "mou") == term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Iuran ditanggung pemkab sampai Desember 2027.", "sampai Desember 2027"),
        ("Perlindungan berlaku April hingga Juni 2026.", "April hingga Juni 2026"),
        ("Iuran dibayar tiga bulan, Oktober-Desember 2026.", "tiga bulan, Oktober-Desember 2026"),
        ("Iuran yang sudah dibayar sampai Juni 2026 didata.", None),
        ("Iuran dibayar setahun sekali.", None),
        ("Hingga Juli 2026 peserta bertambah.", None),
    ],
)
def test_a_cover_is_paid_for_a_span_or_until_its_end(text: str, term: str | None) -> None:
    assert duration_of(Prose(text), "commitment") == term


@pytest.mark.parametrize(
    ("text", "kind", "number", "year"),
    [
        ("Peraturan Gubernur (Pergub) Nomor 15 Tahun 2014", "pergub", "15", 2014),
        ("Inpres Nomor 2 Tahun 2021", "inpres", "2", 2021),
        ("intruksi presiden nomor 2 tahun 2021", "inpres", "2", 2021),
        ("Perwali No. 62/2018", "perwali", "62", 2018),
        ("UU No40/2004", "uu", "40", 2004),
        ("UU No.24/2011", "uu", "24", 2011),
        ("Permendagri 27 tahun 2021", "permendagri", "27", 2021),
        ("PMK Nomor 91 Tahun 2023", "pmk", "91", 2023),
        ("Perbup Blora no 86 Tahun 2021", "perbup", "86", 2021),
        ("Peraturan Bupati (Perbup) Semarang No 89 Tahun 2017", "perbup", "89", 2017),
        ("Peraturan Gubernur Provinsi DKI Jakarta Nomor 15 tahun 2023", "pergub", "15", 2023),
        ("Surat Edaran Wali Kota Jakarta Timur No e-0001/SE/2024", "se", "e-0001/SE/2024", 2024),
        ("Surat Edaran Bupati Nomor 140/792/DPMD-IV/2025", "se", "140/792/DPMD-IV/2025", 2025),
        ("Perda Nomor 7", "perda", "7", None),
        ("Permenko Nomor 32 Tahun 2022", "permenko", "32", 2022),
        (
            "Peraturan Menteri Koordinator Bidang PMK Nomor 32 Tahun 2022",
            "permenko",
            "32",
            2022,
        ),
        ("Perda Kab. Blora Nomor 9 Tahun 2024", "perda", "9", 2024),
        ("Perwal Nomor 19 B Tahun 2022", "perwali", "19 B", 2022),
        ("Instruksi Presiden (Inpres) Nomor 2", "inpres", "2", None),
        ("Instruksi Bupati Buton Nomor 8 Tahun 2023", "instruksi bupati", "8", 2023),
        ("Surat Edaran Gubernur Nomor 560/3311/2022", "se", "560/3311/2022", 2022),
        ("PP No 46 2015", "pp", "46", 2015),
        ("Inpres 02 tahun 2021", "inpres", "2", 2021),
        ("Perda Nomor 007/2022", "perda", "7", 2022),
        ("surat edaran bupati bernomor 140/7/DPMD/2020", "se", "140/7/DPMD/2020", 2020),
        ("Keputusan Menteri Sosial RI Nomor 12 Tahun 2023", "kepmen", "12", 2023),
        ("Peraturan Menteri Nomor 3 Tahun 2024", "permen", "3", 2024),
        ("Surat Keputusan (SK) Gubernur Nomor 77 Tahun 2021", "kepgub", "77", 2021),
    ],
)
def test_regulations(text: str, kind: str, number: str, year: int | None) -> None:
    (found,) = find_regulations(Prose(f"Sesuai {text} tentang perlindungan."))
    assert (found.raw, found.kind, found.number, found.year) == (text, kind, number, year)


@pytest.mark.parametrize(
    "text", ["Peraturan Bupati akan terbit", "nomor 5", "SE Asia", "Inpres Nomor dua"]
)
def test_no_regulation_without_a_number(text: str) -> None:
    assert find_regulations(Prose(text)) == ()


def test_several_of_one_kind_are_several() -> None:
    found = find_regulations(Prose("Sesuai PP Nomor 44, 45, dan 46 Tahun 2015 tentang jaminan."))
    assert [(one.kind, one.number, one.year) for one in found] == [
        ("pp", "44", 2015),
        ("pp", "45", 2015),
        ("pp", "46", 2015),
    ]
    (alone,) = find_regulations(Prose("Menurut Perbup Nomor 5, 3 desa wajib ikut."))
    assert alone.number == "5"


def test_a_rule_that_follows_another_is_not_run_together() -> None:
    text = "Perda tersebut menindaklanjuti Instruksi Presiden Nomor 2 Tahun 2021."
    assert [one.kind for one in find_regulations(Prose(text))] == ["inpres"]
