"""Institutions on the other side of an agreement: which, by what full name, and which are none."""

import pytest

from pipelines.facts.parties import find_parties
from pipelines.facts.prose import Prose


def _counterparts(title: str, text: str) -> tuple[str, ...]:
    return find_parties(title, Prose(text)).counterparts


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (
            "Mahasiswa Unhas Dijamin BPJS Ketenagakerjaan",
            "Jaminan dari Universitas Hasanuddin bekerja sama dengan BPJS Ketenagakerjaan. "
            "Rektor Unhas berterima kasih.",
            "Universitas Hasanuddin",
        ),
        (
            "Panwas Dilindungi Bawaslu Makassar",
            "Panwas dijamin Badan Pengawas Pemilihan Umum (Bawaslu) Kota Makassar. MoU dengan BPJS "
            "Ketenagakerjaan itu wujud kepedulian Bawaslu Makassar, kata Ketua Bawaslu Makassar "
            "pada Pemilihan Wali Kota dan Wakil Wali Kota Makassar. Warga Kota Makassar senang.",
            "Badan Pengawas Pemilihan Umum Kota Makassar",
        ),
        (
            "BPJS Ketenagakerjaan Gandeng IIK Surya Elok",
            "Institut Ilmu Kesehatan (IIK) Surya Elok Kediri dan BPJS Ketenagakerjaan sepakat.",
            "Institut Ilmu Kesehatan Surya Elok Kediri",
        ),
        (
            "BPJS Ketenagakerjaan-Bank Elok Raya Catat Rekor",
            "Kartu itu dibiayai Bank Elok Raya, Senin.",
            "Bank Elok Raya",
        ),
        (
            "BPJS Ketenagakerjaan Teken Kerja Sama Bank Syariah BSJ Demi Nasabah",
            "Kerja sama dengan Bank Syariah Bina Sejahtera (BSJ) itu diteken. Bank Syariah BSJ "
            "puas.",
            "Bank Syariah Bina Sejahtera",
        ),
        (
            "USE-BPJamsostek Lanjutkan Perlindungan",
            "Kerja sama antara Universitas Surya Elok (USE) Malang dengan BPJS Ketenagakerjaan "
            "berlanjut.",
            "Universitas Surya Elok",
        ),
        (
            "Muhammadiyah Kota Tegal dan BPJS Teken Kerja Sama",
            "BPJS Ketenagakerjaan bersama Pimpinan Daerah Muhammadiyah Kota Tegal meneken MoU.",
            "Pimpinan Daerah Muhammadiyah Kota Tegal",
        ),
        (
            "BPJamsostek dan Kemenag Bersinergi",
            "BPJS Ketenagakerjaan Cabang Sampit dan Kementerian Agama (Kemenag) setempat "
            "bersinergi."
            "\n\nKepala Kementerian Agama Kabupaten Seruyan Umar Said bergembira.",
            "Kementerian Agama Kabupaten Seruyan",
        ),
        (
            "Penyuluh Jadi Agen",
            "Kerja sama BPJS Ketenagakerjaan Sampit dengan Kemenag Seruyan diteken.\n\nPenyuluh di "
            "lingkungan Kementerian Agama Kabupaten Seruyan menjadi agen.",
            "Kementerian Agama Kabupaten Seruyan",
        ),
        (
            "Nelayan Dilindungi",
            "BPJS Ketenagakerjaan bersama Pelabuhan Perikanan Samudera (PPS) Elok meneken PKS.",
            "Pelabuhan Perikanan Samudera Elok",
        ),
        (
            "BPJS Ketenagakerjaan Datangi Baznas Sampit",
            "BPJS Ketenagakerjaan Sampit bersilaturahmi ke Baznas Kabupaten Seruyan, Jumat.",
            "Baznas Kabupaten Seruyan",
        ),
        (
            "Bupati Seruyan Dukung BPJS Ketenagakerjaan",
            "Bupati Seruyan ikut menyaksikan penandatanganan MoU BPJS Ketenagakerjaan dengan "
            "Kejaksaan Negeri Seruyan.",
            "Kejaksaan Negeri Seruyan",
        ),
        (
            "1.200 Mahasiswa KKN Terlindungi",
            "Peserta KKN Universitas Surya Elok (USE) dilepas.\n\nMahasiswa USE ikut BPJS "
            "Ketenagakerjaan, kata dosen USE Budi.",
            "Universitas Surya Elok",
        ),
        (
            "Wali Kota Hadiri MoU",
            "Penandatanganan MoU antara BPJS Ketenagakerjaan dengan Kejaksaan Tinggi serta "
            "Kejaksaan Negeri se-Provinsi Maluku dihadiri wali kota.",
            "Kejaksaan Tinggi Maluku",
        ),
        (
            "Warga Jadi Peserta",
            "MoU ditandatangani Kepala BPJS Ketenagakerjaan dan Kepala Desa Sukaelok Marwanto. "
            "Warga Desa Sukaelok bergembira.",
            "Pemerintah Desa Sukaelok",
        ),
        (
            "Pengemudi Terlindungi",
            "Langkah itu dilakukan setelah PT Elok Bersinar (EB), perusahaan aplikasi yang lahir "
            "dan "
            "tumbuh di kota itu sejak lima tahun lalu, meneken kerja sama dengan BPJS "
            "Ketenagakerjaan.",
            "PT Elok Bersinar",
        ),
        (
            "Piutang Iuran Ditagih",
            "BPJS Ketenagakerjaan Cabang Kediri melaksanakan evaluasi, pemantauan, serta "
            "penandatanganan kesepakatan kerja sama surat kuasa khusus (SKK) piutang dengan "
            "Kejaksaan Negeri Kediri.",
            "Kejaksaan Negeri Kediri",
        ),
        (
            "Petani Terlindungi",
            "Itu dikatakan usai kerja sama bersama Dewan Pimpinan Wilayah (DPW) Asosiasi Petani "
            "Aren Nusantara (APAN) Riau dan BPJS Ketenagakerjaan.",
            "Asosiasi Petani Aren Nusantara Riau",
        ),
        (
            "Kepatuhan Ditingkatkan, BPJamsostek Gandeng Polri",
            "BPJS Ketenagakerjaan meneken MoU dengan Polri. Polresta Kediri akan menyusul.",
            "Polri",
        ),
        (
            "BPJamsostek Gandeng Kejaksaan",
            "Badan Penyelenggara Jaminan Sosial Ketenagakerjaan Cabang Pati bersama Kejaksaan "
            "Negeri setempat meneken MoU. Kepala Kejari Pati hadir.",
            "Kejaksaan Negeri Pati",
        ),
        (
            "Petugas Pemilihan Dilindungi",
            "Penandatanganan kerja sama antara BPJS Ketenagakerjaan Bandung Suci dilakukan oleh "
            "Umar Said selaku Kepala Kantor Cabang dengan Komisi Pemilihan Umum (KPU) Kota Cimahi.",
            "Komisi Pemilihan Umum Kota Cimahi",
        ),
        (
            "KONI Jateng Gandeng BPJS Ketenagakerjaan",
            "Atlet KONI Jateng tenang. Ketua KONI Jawa Tengah Umar Said bergembira.",
            "KONI Jawa Tengah",
        ),
        (
            "Baznas Mojokerto dan BPJS Ketenagakerjaan Bersinergi",
            "Badan Amil Zakat Nasional (Baznas) Kabupaten Mojokerto meneken PKS.",
            "Badan Amil Zakat Nasional Kabupaten Mojokerto",
        ),
        (
            "Nelayan Tenang",
            "PT Elok Samudra kembali memfasilitasi nelayan memiliki jaminan sosial dari BPJS "
            "Ketenagakerjaan.",
            "PT Elok Samudra",
        ),
        (
            "Guru Madrasah Terlindungi",
            "BPJS Ketenagakerjaan melanjutkan kerja sama dengan Kanwil Kemenag Provinsi Banten.",
            "Kanwil Kemenag Provinsi Banten",
        ),
        (
            "BPJS Ketenagakerjaan Sosialisasikan Manfaat kepada Pengurus Dewan Masjid Kalsel",
            "Penyuluhan digelar bagi pengurus Dewan Masjid Provinsi Kalimantan Selatan.",
            "Dewan Masjid Provinsi Kalimantan Selatan",
        ),
        (
            "Siswa Magang Terlindungi",
            "MoU diteken antara Sekolah Menengah Kejuruan (SMK) Negeri 1 Kota Pasuruan dan BPJS "
            "Ketenagakerjaan.",
            "Sekolah Menengah Kejuruan Negeri 1 Kota Pasuruan",
        ),
        (
            "Nasabah Terlindungi",
            "BPJS Ketenagakerjaan bersama Bank Perkreditan Rakyat (BPR) yang tergabung dalam "
            "Perhimpunan Bank Elok Nusantara (Perbanelok) Bali mengadakan pertemuan.",
            "Perhimpunan Bank Elok Nusantara Bali",
        ),
        (
            "Gus Umar: PBNU Lindungi Guru Ngaji",
            "Guru ngaji akan mendapat perlindungan BPJS Ketenagakerjaan.",
            "Pengurus Besar Nahdlatul Ulama",
        ),
        (
            "Temu BPJS Ketenagakerjaan Bersama Sanggarelok Bali",
            "Pengurus dan anggota Sanggarelok hadir. Kerja sama dengan Sanggarelok dibahas.",
            "Sanggarelok",
        ),
        (
            "Ribuan Mahasiswa Dilepas",
            "SURABAYA| WARTA.ID – Universitas Surya Elok melepas mahasiswanya. Mereka dilindungi "
            "BPJS Ketenagakerjaan.",
            "Universitas Surya Elok",
        ),
        (
            "PP Muhammadiyah Gandeng BPJS Ketenagakerjaan",
            "Guru dilindungi. Pimpinan Pusat Muhammadiyah menyambut baik.",
            "Pimpinan Pusat Muhammadiyah",
        ),
    ],
)
def test_the_full_name_of_the_other_side(title: str, text: str, name: str) -> None:
    assert _counterparts(title, text) == (name,)


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (
            "Pengemudi Jadi Peserta",
            "BPJS Ketenagakerjaan menggandeng pengemudi ojek daring yakni Elokride. Ada 1.200 "
            "pengemudi Elokride yang akan bergabung.",
            "Elokride",
        ),
        (
            "Kurir Jadi Peserta",
            "Ribuan kurir terlindungi.\n\nKolaborasi Kilat-Ku dengan BPJS Ketenagakerjaan itu "
            "dibutuhkan. Kurir Kilat-Ku senang.",
            "Kilat-Ku",
        ),
        (
            "Lindungi Perajin, Sanggarku Bareng BPJS Beri Penyuluhan",
            "Penyuluhan digelar di balai warga. Perajin dari Sanggarku hadir, dan pengurus "
            "Sanggarku "
            "berterima kasih kepada BPJS Ketenagakerjaan.",
            "Sanggarku",
        ),
        (
            "Perajin Terlindungi",
            "SORONG (Warta) – Rumpun Perajin Elok (RPE) Kota Sorong mendaftarkan anggotanya ke "
            "BPJS "
            "Ketenagakerjaan. Ketua RPE Umar Said senang.",
            "Rumpun Perajin Elok Kota Sorong",
        ),
        (
            "Juru Sembelih Terlindungi",
            "Badan usaha daerah, Pangan Jaya Elok, menjalin kerja sama dengan BPJS "
            "Ketenagakerjaan. "
            "Itu dikatakan direksi Pangan Jaya Elok.",
            "Pangan Jaya Elok",
        ),
        (
            "Temu BPJS Ketenagakerjaan Bersama Rumadi Bali",
            "Pesanggem hadir, lalu pengurus Rumadi bicara. Kata Rumadi, itu baik. Wadah mereka "
            "Rumpun Masyarakat Desa Indah (Rumadi).",
            "Rumpun Masyarakat Desa Indah",
        ),
        (
            "BPJS Ketenagakerjaan dan PGEI Jalin Kerja Sama",
            "Jakarta – Pekerja diperhatikan lewat PGEI, kata pengurus PGEI. Ketua Rumpun Guru Elok "
            "Indonesia, bukan Pusat Guru Elok Indonesia (PGEI), tidak hadir.",
            "Pusat Guru Elok Indonesia",
        ),
        (
            "BPJS Ketenagakerjaan Gandeng Pusat Pengadaan",
            "BPJS Ketenagakerjaan menjalin kerja sama dengan Pusat Pengadaan Barang/Jasa Nasional "
            "(PPBJN). Kepala PPBJN menyambutnya.",
            "Pusat Pengadaan Barang/Jasa Nasional",
        ),
    ],
)
def test_a_partner_without_an_institutions_word(title: str, text: str, name: str) -> None:
    assert _counterparts(title, text) == (name,)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Pekerja Dilindungi", "BPJS Ketenagakerjaan menggandeng Sanggarku, Senin."),
        (
            "Kesepahaman Diteken",
            "Nota kesepahaman diteken direktur BPJS Ketenagakerjaan dan Menteri Koperasi dan UKM "
            "Joni Rafael di Jakarta.",
        ),
        (
            "Pekerja Dilindungi",
            "BPJS Ketenagakerjaan menggandeng pesohor Umar Said. Direktur Umar Said pun senang.",
        ),
        (
            "Pekerja Dilindungi",
            "BPJS Ketenagakerjaan bekerja sama dengan Dinas Tenaga Kerja. Dinas Tenaga Kerja siap.",
        ),
        (
            "Pekerja Dilindungi",
            "BPJS Ketenagakerjaan bekerja sama lewat Program Perisai. Program Perisai berjalan.",
        ),
        (
            "Bupati Bertemu BPJS",
            "Tiga kabupaten meneken kerja sama dengan BPJS Ketenagakerjaan. Tiga bupati hadir.",
        ),
        (
            "Perajin Dilindungi",
            "Rumpun Perajin Elok diminta mendaftarkan anggota ke BPJS Ketenagakerjaan. Pengurus "
            "Rumpun Perajin Elok hadir.",
        ),
        (
            "PPE Diminta Daftarkan Pengajar",
            "Pondok Pesantren Elok (PPE) diminta mendaftarkan pengajar ke BPJS Ketenagakerjaan.",
        ),
        (
            "Regulasi Dipercepat",
            "Rapat digelar.\n\nSemua hadir.\n\n“Sinergi antara pemda, BPJS Ketenagakerjaan, dan "
            "Kemenkumham Jambi berdampak,” katanya.",
        ),
        (
            "Pekerja Dilindungi",
            "BPJS Ketenagakerjaan, sejak berubah dari PT Jamsostek (Persero), bekerja sama luas.",
        ),
        (
            "Kerja Sama Jamsostek Diteken",
            "Kerja sama diteken di Hotel Rasa In, disaksikan wakil BPJS Ketenagakerjaan.",
        ),
        (
            "Pekerja Dilindungi",
            "BPJS Ketenagakerjaan meneken PKS. Penandatanganan dihadiri Universitas Riau, BPJS "
            "Ketenagakerjaan, dan warga.",
        ),
    ],
)
def test_no_partner_is_guessed(title: str, text: str) -> None:
    assert _counterparts(title, text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "BPJS Ketenagakerjaan meneken MoU dengan Kejaksaan Negeri Kediri dan Kejaksaan Negeri "
            "Blitar.",
            ("Kejaksaan Negeri Kediri", "Kejaksaan Negeri Blitar"),
        ),
        (
            "BPJS Ketenagakerjaan menggandeng Persatuan Wartawan Elok (PWE) serta Aliansi Jurnalis "
            "Elok (AJE).",
            ("Persatuan Wartawan Elok", "Aliansi Jurnalis Elok"),
        ),
        (
            "BPJS Ketenagakerjaan bersama KPU, Bawaslu dan Kejari Asahan meneken kerja sama.",
            ("KPU Asahan", "Bawaslu Asahan", "Kejaksaan Negeri Asahan"),
        ),
        (
            "BPJS Ketenagakerjaan meneken MoU dengan Kejaksaan Tinggi Maluku dan Kejaksaan Negeri "
            "se-Maluku.",
            ("Kejaksaan Tinggi Maluku",),
        ),
        (
            "BPJS Ketenagakerjaan meneken MoU dengan RSUD Elok, disaksikan Bank Elok.",
            ("RSUD Elok",),
        ),
        (
            "BPJS Ketenagakerjaan meneken PKS dengan Kejaksaan Tinggi Bali dan dua Kejaksaan "
            "Negeri.\n\nKantor BPJS Ketenagakerjaan di Denpasar bekerja sama dengan Kejaksaan "
            "Negeri Gianyar dan Kejaksaan Negeri Badung.",
            ("Kejaksaan Tinggi Bali", "Kejaksaan Negeri Gianyar", "Kejaksaan Negeri Badung"),
        ),
    ],
)
def test_those_listed_together_are_parties_each(text: str, names: tuple[str, ...]) -> None:
    assert _counterparts("Kerja Sama Diteken", text) == names


def test_prosecutors_of_a_headline_are_those_that_the_text_lists() -> None:
    text = (
        "Bekerja sama dengan BPJS Ketenagakerjaan, Kejaksaan Negeri Kota Kediri dan Kejaksaan "
        "Negeri Kabupaten Kediri memanggil pengusaha."
    )
    names = ("Kejaksaan Negeri Kota Kediri", "Kejaksaan Negeri Kabupaten Kediri")
    assert _counterparts("Kejari Kediri Panggil Pengusaha", text) == names


def test_a_body_through_which_a_government_acts_is_no_counterpart() -> None:
    cards = "mulai membagikan kartu BPJS Ketenagakerjaan bagi guru. Wali Kota hadir."
    for opening, codes in (("Melalui Baznas Kota Palu, Pemkot", ["72.71"]), ("Baznas", [])):
        parties = find_parties("Guru di Palu Terima Kartu", Prose(f"{opening} {cards}"))
        assert [one.code for one in parties.governments] == codes


def test_a_headline_in_quotation_marks_is_read() -> None:
    text = "BPJS Ketenagakerjaan dan Pemkot Manado menandatangani perjanjian kerja sama."
    parties = find_parties('"PT Reka Jaya Daftarkan Pekerja ke BPJS Ketenagakerjaan"', Prose(text))
    assert [one.code for one in parties.governments] == ["71.71"]


def test_a_campus_that_lends_its_rooms_is_no_counterpart() -> None:
    text = (
        "Sarilamak - Kabupaten Limapuluh Kota menjadi percontohan BPJS Ketenagakerjaan bagi "
        "perangkat nagari.\n\nHal itu dikatakan menteri saat menghadiri penandatanganan nota "
        "kesepahaman antara Pemkab Limapuluh Kota dan BPJS Ketenagakerjaan di Aula Kampus "
        "Politeknik Surya Elok."
    )
    parties = find_parties("Limapuluh Kota Jadi Percontohan BPJS Ketenagakerjaan", Prose(text))
    assert ([one.code for one in parties.governments], parties.counterparts) == (["13.07"], ())
