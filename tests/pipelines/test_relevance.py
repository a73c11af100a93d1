"""What a story is about: headline, lead and body, not one keyword."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.model import Article
from pipelines.relevance import judge, names_agency, points_to_agency


def _article(title: str, text: str) -> Article:
    return Article(
        id="0" * 16,
        url="https://berita.example/1",
        site="x",
        platform="generic",
        title=title,
        text=text,
        paragraphs=tuple(text.split("\n\n")),
    )


@pytest.mark.parametrize(
    "body",
    [
        b"<p>BPJS Ketenagakerjaan</p>",
        b"<p>bp jamsostek</p>",
        b"BPJAMSOSTEK",
        b"Bpjs&nbsp;Naker",
        b"jaminan&nbsp;sosial&nbsp;ketenagakerjaan",
        b"Jaminan  sosial tenaga kerja",
        b"Jaminan Sosial (PPJS) Ketenagakerjaan",
        "BPJS Ketenagakerjaan".encode("utf-16"),
        b"Badan Penyelenggara Jaminan Sosial",
    ],
)
def test_bytes_that_may_name_the_agency(body: bytes) -> None:
    assert names_agency(body)


@pytest.mark.parametrize("body", [b"", b"<p>Pasar murah digelar</p>", b"\0\0\0", b"\xff" * 99])
def test_bytes_that_do_not(body: bytes) -> None:
    assert not names_agency(body)


@pytest.mark.parametrize(
    ("words", "worth"),
    [
        ("Pemkab Agam Teken MoU dengan BPJS Ketenagakerjaan", True),
        ("pemkab-agam-teken-mou-dengan-bpjamsostek", True),
        ("Bupati Lindungi Ribuan Pekerja Rentan", True),
        ("Pemkab Siapkan Iuran BPJS bagi Guru Ngaji", True),
        ("BPJS Kesehatan Buka Layanan Malam", False),
        ("Pasar Murah Diserbu Warga", False),
        ("", False),
    ],
)
def test_leads_worth_fetching(words: str, worth: bool) -> None:
    assert points_to_agency(words) is worth


@pytest.mark.parametrize(
    "name",
    [
        "BPJS Ketenagakerjaan",
        "BPJAMSOSTEK",
        "BP Jamsostek",
        "BPJS TK",
        "BPJSTK",
        "BPJS-TK",
        "BPJS Naker",
        "BPJS Tenaga Kerja",
        "Jamsostek",
        "BJPS Ketenagakerjaan",
        "Badan Penyelenggara Jaminan Sosial (BPJS) Ketenagakerjaan",
        "Badan Penyelenggaraan Jaminan Sosial (BPJS) Ketenagakerjaan",
    ],
)
def test_every_name_of_the_agency(name: str) -> None:
    text = f"TEBO – Pemkab Tebo menandatangani kerja sama dengan {name} untuk 900 petani."
    found = judge(_article("Pemkab Tebo Lindungi Petani", text))
    assert found.label == "cooperation"
    assert found.score >= 0.5


@pytest.mark.parametrize(
    ("title", "text", "label"),
    [
        (
            "Pemkab Natuna Perpanjang Kerja Sama dengan BPJS Kesehatan",
            "Pemkab Natuna dan BPJS Kesehatan meneken kerja sama JKN. "
            "Pekerja formal juga punya BPJS Ketenagakerjaan.",
            "unrelated",
        ),
        (
            "Pemda Terima UHC Award",
            "BPJS Kesehatan memberi penghargaan UHC kepada pemda.",
            "unrelated",
        ),
        (
            "Lomba Panjat Pinang Meriah",
            "Warga bersorak di lapangan. Hadiah disumbang bank dan BPJS Ketenagakerjaan.",
            "unrelated",
        ),
        (
            "Ahli Waris Terima Santunan Rp42 Juta",
            "BPJS Ketenagakerjaan menyerahkan santunan kepada ahli waris. Bupati hadir.",
            "related",
        ),
        (
            "Wabup Tebo Serahkan Santunan Kematian",
            "Rapat anggaran perlindungan pekerja bersama BPJS Ketenagakerjaan dibuka Wakil Bupati "
            "Tebo, Selasa. Pemkab ingin semua pegawai kontrak didaftarkan.",
            "cooperation",
        ),
        (
            "Wabup Tebo Serahkan Santunan Kematian",
            "Wakil Bupati Tebo menyerahkan santunan BPJS Ketenagakerjaan kepada ahli waris.",
            "related",
        ),
        (
            "Cara Cek Saldo JHT Lewat JMO",
            "Peserta BPJS Ketenagakerjaan dapat mengecek saldo lewat aplikasi.",
            "related",
        ),
        (
            "BSU Cair, Simak Syaratnya",
            "Pekerja peserta BPJS Ketenagakerjaan menerima bantuan subsidi upah.",
            "related",
        ),
        (
            "Kejagung Periksa Saksi Korupsi BPJS Ketenagakerjaan",
            "Penyidik memeriksa lima saksi dugaan korupsi investasi BPJS Ketenagakerjaan.",
            "related",
        ),
        (
            "Pemkab Reka Lindungi Pekerja Kebun lewat DBH",
            "Pemerintah kabupaten memperluas jaminan ketenagakerjaan bagi pekerja kebun. Bupati "
            "membuka penyerahan kartu.\n\nTahun ini 900 pekerja menerima bantuan. Iuran BPJS "
            "Ketenagakerjaan mereka untuk setahun.",
            "cooperation",
        ),
        (
            "Begini Kata Bupati Reka soal Pekerja",
            "Perjanjian kerja sama Pemkab dan BPJS Ketenagakerjaan ditandatangani di Ruang Sidang "
            "Kantor Bupati.",
            "cooperation",
        ),
        (
            "BPJS Ketenagakerjaan Layani Tiga Provinsi",
            "Sosialisasi dan media gathering BPJS Ketenagakerjaan digelar bagi wartawan tiga "
            "provinsi.",
            "related",
        ),
        (
            "Perda Jaminan Sosial Ketenagakerjaan Disahkan DPRD Kendal",
            "DPRD mengesahkan perda jaminan sosial ketenagakerjaan bagi buruh tani.",
            "cooperation",
        ),
        (
            "BPJS Ketenagakerjaan dan Bank Daerah Kolaborasi Sediakan Rumah untuk Pekerja",
            "BPJS Ketenagakerjaan dan bank daerah bekerja sama menyediakan rumah bagi peserta.",
            "related",
        ),
        (
            "Pemkab Tanggung Iuran Ribuan Petani: Investasi Musim Tanam",
            "Pemerintah kabupaten membayar iuran BPJS Ketenagakerjaan 3.000 petani.",
            "cooperation",
        ),
        ("", "", "unrelated"),
        (
            "Kejari dan Dua BPJS Teken MoU",
            "Kejari meneken MoU dengan BPJS Kesehatan dan BPJS Ketenagakerjaan. BPJS Kesehatan "
            "lebih dulu. BPJS Kesehatan mengapresiasi.",
            "cooperation",
        ),
        (
            "Pemkab dan BPJS Teken MoU",
            "Pemkab meneken MoU dengan BPJS Kesehatan tentang JKN. Seluruh warga masuk JKN.\n\n"
            "BPJS Ketenagakerjaan turut hadir.",
            "unrelated",
        ),
        (
            "BPJS Ketenagakerjaan Sosialisasikan Manfaat kepada Pelaku Usaha",
            "BPJS Ketenagakerjaan melakukan sosialisasi kepada pelaku usaha, Selasa.",
            "related",
        ),
        (
            "Ratusan Ojek Pacitan Kini Ikut BPJS Ketenagakerjaan",
            "BPJS Ketenagakerjaan menyosialisasikan manfaatnya. Pengemudi menjadi peserta, Selasa.",
            "related",
        ),
        (
            "Ribuan Linmas Kabupaten Pacitan Belum Ikuti BPJS Ketenagakerjaan",
            "BPJS Ketenagakerjaan mendorong perlindungan bagi linmas di desa, Selasa.",
            "related",
        ),
        (
            "Kades Peduli Pekerja Rentan, Senyum di Pendopo",
            "Gubernur mengumumkan Paritrana Award. Acara itu diadakan BPJS Ketenagakerjaan. "
            "BPJS Ketenagakerjaan berharap desa lain menyusul.",
            "related",
        ),
        (
            "Kepala BPJS Ketenagakerjaan Pacitan Pamitan",
            "Kepala BPJS Ketenagakerjaan Pacitan berpamitan kepada bupati setelah tiga tahun.",
            "related",
        ),
        (
            "Petani Garam Tak Lagi Cemas",
            "Kekhawatiran petani berkurang. Pemerintah kabupaten membayar iuran BPJS "
            "Ketenagakerjaan mereka.\n\nBupati menyebut dananya dari APBD.",
            "cooperation",
        ),
        (
            "Pemkab Agam Teken MoU dengan BPJS",
            "Pemkab meneken MoU dengan BPJS Kesehatan. Penandatanganan dihadiri BPJS "
            "Ketenagakerjaan.\n\nBPJS Kesehatan mencatat UHC Agam 98 persen.",
            "unrelated",
        ),
        (
            "Kejari dan BPJS Teken Kerja Sama",
            "Kejari dan BPJS Kesehatan meneken kerja sama. BPJS Kesehatan menyebut penunggak.\n\n"
            "Tahun lalu Kejari bekerja sama dengan BPJS Ketenagakerjaan.",
            "unrelated",
        ),
        (
            "APBD Disahkan, Belanja Pegawai Naik",
            "DPRD dan Pemkab mengesahkan APBD. Belanja mencakup gaji dan iuran BPJS "
            "Ketenagakerjaan pemerintah daerah.\n\nBelanja modal turun.",
            "unrelated",
        ),
        (
            "Pemkot Gandeng BPJS, Pegawai Harian Terlindungi",
            "Pemkot menandatangani kerja sama dengan BPJS. Pegawai harian kini mendapat jaminan "
            "kecelakaan kerja dan jaminan kematian.",
            "cooperation",
        ),
        (
            "Pemkot Gandeng BPJS, Pegawai Terlindungi",
            "Pemkot menandatangani kerja sama dengan BPJS. Jaminan kecelakaan kerja pegawai tetap "
            "ditanggung Taspen.",
            "unrelated",
        ),
        (
            "Menunggak Iuran, Tiga Perusahaan Dipanggil Kejari Sukamaju",
            "Kejari Sukamaju menjalin nota kesepahaman dengan BPJS Ketenagakerjaan untuk menagih "
            "tunggakan iuran perusahaan. Kerja sama itu berlaku dua tahun.",
            "cooperation",
        ),
        (
            "Menunggak Iuran, Tiga Perusahaan Dipanggil BPJS Ketenagakerjaan",
            "Tiga perusahaan di Sukamaju menunggak iuran selama setahun. BPJS Ketenagakerjaan "
            "memanggil mereka dan memberi waktu sebulan untuk melunasi.",
            "related",
        ),
        (
            "BPJS Ketenagakerjaan Bermitra dengan Pemuda Sukamaju",
            "Organisasi pemuda Sukamaju dan BPJS Ketenagakerjaan bertemu di aula. Anggotanya "
            "kebanyakan pedagang kecil.",
            "cooperation",
        ),
        (
            "Nelayan Ditargetkan Masuk Program BPJS Ketenagakerjaan",
            "Program BPJS Ketenagakerjaan ditargetkan diikuti 900 nelayan Kabupaten Elok. Pemkab "
            "menanggung iuran peserta.",
            "cooperation",
        ),
        (
            "PSSI Daftarkan Pemain ke BPJS Ketenagakerjaan",
            "Pemain didaftarkan ke BPJS Ketenagakerjaan agar terlindungi. Kartu diserahkan saat "
            "sosialisasi.",
            "cooperation",
        ),
        (
            "Kunjungi Redaksi, BPJS Ketenagakerjaan Ingin Dikenal",
            "BPJS Ketenagakerjaan berkunjung ke redaksi untuk sinergi. Program itu tanggung jawab "
            "negara dan hendak dikenal dari desa sampai kota.",
            "related",
        ),
        (
            "Seribu Pekebun Agam Dilindungi Dana Sawit",
            "WARTA. CO, PADANG - Rapat iuran pekebun digelar BPJS Ketenagakerjaan dengan Dinas "
            "Tenaga Kerja Kabupaten Agam.\n\nTahap pertama sudah tersalur.",
            "cooperation",
        ),
        (
            "Paslon Ini Janjikan Pekerja Agam Terlindungi",
            "Calon bupati Agam berkomitmen mendaftarkan pekerja ke BPJS Ketenagakerjaan memakai "
            "APBD. Pemerintah harus hadir.",
            "related",
        ),
        (
            "Bupati Agam Pimpin Peresmian Kantor BPJS Ketenagakerjaan",
            "Peresmian kantor BPJS Ketenagakerjaan dipimpin Bupati Agam. Pemkab berkomitmen "
            "melindungi pekerja.",
            "related",
        ),
        (
            "DPR RI Puji Pemprov Lindungi Nelayan",
            "Pemerintah provinsi mendaftarkan nelayan ke BPJS Ketenagakerjaan. Hal itu dipuji.",
            "cooperation",
        ),
        (
            "Pemkot Sasar Pekerja Belum Terdaftar BPJS Ketenagakerjaan",
            "Pemerintah kota mewajibkan perusahaan menjadi peserta BPJS Ketenagakerjaan.",
            "cooperation",
        ),
        (
            "Peserta di Agam Masih Sepertiga",
            "BPJS Ketenagakerjaan membayar klaim di Kabupaten Agam dua miliar rupiah. Yang "
            "terlindungi di Provinsi Sumatera Barat masih sepertiga.",
            "related",
        ),
        (
            "BPJS Ketenagakerjaan Gandeng Kejari Agam Tagih Penunggak",
            "Di wilayah kerja BPJS Ketenagakerjaan ada 90 perusahaan menunggak iuran, sebagian di "
            "Kabupaten Agam.",
            "cooperation",
        ),
        (
            "2.150 Buruh Kebun Agam Terdaftar BPJS Ketenagakerjaan",
            "Buruh kebun yang terdaftar di BPJS Ketenagakerjaan kini 2.150 orang, menurut catatan "
            "dinas tenaga kerja.",
            "related",
        ),
        (
            "BPJS Ketenagakerjaan Agam Ajak Semua Buruh Jadi Peserta",
            "BPJS Ketenagakerjaan mendorong pemerintah daerah dan perusahaan mendaftarkan buruh.",
            "related",
        ),
        (
            "BPJS Ketenagakerjaan Agam Ajak Semua Buruh Jadi Peserta",
            "BPJS Ketenagakerjaan dan pemerintah daerah mendaftarkan buruh.",
            "cooperation",
        ),
        (
            "BPJS Ketenagakerjaan Lindungi 5.000 Pekerja Rentan di Agam",
            "Pekerja rentan dilindungi BPJS Ketenagakerjaan, iurannya dibayar APBD. Pimpinannya "
            "berharap pemerintah daerah menambah jumlahnya.",
            "cooperation",
        ),
        (
            "5.000 Petani Terdaftar BPJS Ketenagakerjaan",
            "Pemerintah menanggung iuran 5.000 petani yang didaftarkan ke BPJS Ketenagakerjaan.",
            "cooperation",
        ),
        (
            "BPJS Ketenagakerjaan Gandeng Aliansi Jurnalis Agam",
            "BPJS Ketenagakerjaan menggandeng Aliansi Jurnalis Agam agar jurnalis jadi peserta.",
            "cooperation",
        ),
        (
            "Kepesertaan Karyawan Minimarket Agam di BPJS Ketenagakerjaan Diperluas",
            "Koperasi mendaftarkan 300 pekerja minimarket ke BPJS Ketenagakerjaan.",
            "cooperation",
        ),
        (
            "Cakupan Agam Separuh, BPJS Ketenagakerjaan Gandeng Insan Pers",
            "BPJS Ketenagakerjaan mengadakan gathering. Pekerja yang terdaftar baru separuh.",
            "related",
        ),
        (
            "BPJS Ketenagakerjaan: Peserta Aktif di Agam 40 Ribu",
            "Peserta aktif di Kabupaten Agam 40 ribu orang. BPJS Ketenagakerjaan membantu "
            "pemerintah menyejahterakan masyarakat.",
            "related",
        ),
        (
            "Pekerja Agam Dilindungi, BPJS Ketenagakerjaan Serahkan Kartu dan Santunan",
            "Kartu peserta diserahkan Pemerintah Agam bersama BPJS Ketenagakerjaan, sekalian "
            "dengan santunan bagi ahli waris.",
            "cooperation",
        ),
        (
            "Atlet Agam Didaftarkan, KONI dan BPJS Ketenagakerjaan Teken PKS",
            "Demi gelar juara atlet berlatih keras. KONI Agam dan BPJS Ketenagakerjaan sepakat.",
            "cooperation",
        ),
        (
            "Iuran BPJS Ketenagakerjaan RT dan RW Agam Tertunggak Tujuh Bulan",
            "Iuran RT dan RW Kabupaten Agam tidak dibayar; tunggakan dibenarkan kepala cabang.",
            "related",
        ),
        (
            "Peserta BPJS Ketenagakerjaan di Agam Tembus 40 Ribuan",
            "Pekerja yang menjadi peserta BPJS Ketenagakerjaan 40 ribuan, kata dinas tenaga kerja.",
            "related",
        ),
        (
            "Kepesertaan BPJS Ketenagakerjaan Agam Masih di Bawah Target",
            "Pekerja Agam yang terdaftar baru 64 persen, sedangkan pemerintah mematok 80 persen.",
            "related",
        ),
        (
            "Jumlah Peserta BPJS Ketenagakerjaan Agam Capai 40 Ribu",
            "BPJS Ketenagakerjaan melindungi 40 ribu tenaga kerja di Provinsi Sumatera Barat.",
            "related",
        ),
        (
            "2.150 Buruh Kebun Agam Terdaftar BPJS Ketenagakerjaan",
            "Buruh kebun yang terdaftar di BPJS Ketenagakerjaan kini 2.150 orang, didaftarkan "
            "wabup lewat dinas tenaga kerja.",
            "cooperation",
        ),
        (
            "2.150 Anggota Koperasi Agam Terdaftar BPJS Ketenagakerjaan",
            "Anggota yang terdaftar di BPJS Ketenagakerjaan kini 2.150 orang, kata dinas.",
            "cooperation",
        ),
        (
            "Dinsos Agam Bantu 950 Buruh Jadi Peserta BPJS Ketenagakerjaan",
            "Buruh yang menjadi peserta BPJS Ketenagakerjaan dibantu dinas sosial.",
            "cooperation",
        ),
        (
            "BPJS Ketenagakerjaan Digandeng LP Guru Reka",
            "MoU dengan BPJS Ketenagakerjaan itu dibarengi penyerahan santunan kepada guru.",
            "cooperation",
        ),
        (
            "950 Guru di Balikpapan Terima Kartu BPJS Ketenagakerjaan",
            "Pemkot membagikan kartu kepada guru Taman Kanak-kanak. Wali Kota Balikpapan hadir.",
            "cooperation",
        ),
        (
            "PAM Contoh Tampung Karyawan Mitra",
            "Perusahaan air itu menampung karyawan mitra yang kontraknya habis. Direktur menyebut "
            "layanan tetap jalan.\n\nDigelar penandatanganan offering letter dan penerimaan kartu "
            "BPJS Ketenagakerjaan dan Kesehatan.",
            "unrelated",
        ),
        (
            "Pansus DPRD Jabar Himpun Masukan untuk Raperda PPJS Ketenagakerjaan",
            "Pansus DPRD Jawa Barat menyusun Raperda Penyelenggaraan Program Jaminan Sosial (PPJS) "
            "Ketenagakerjaan Provinsi Jabar.\n\nPansus berkunjung ke kabupaten.",
            "cooperation",
        ),
    ],
)
def test_labels(title: str, text: str, label: str) -> None:
    found = judge(_article(title, text))
    assert found.label == label
    assert found.reasons
    assert 0 <= found.score <= 1


@given(st.text(max_size=80), st.text(max_size=400))
def test_any_text_is_judged(title: str, text: str) -> None:
    found = judge(_article(title, text))
    assert found.label in ("cooperation", "related", "unrelated")
    assert 0 <= found.score <= 1
