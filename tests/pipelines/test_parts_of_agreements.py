"""Offices, groups, regulations and officials, one at a time."""

import pytest

from pipelines.facts.officials import find_officials
from pipelines.facts.prose import Prose
from pipelines.facts.regulations import find_regulations
from pipelines.facts.terms import duration_of, is_renewal, programmes_of
from pipelines.facts.worker_groups import find_worker_groups


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
        ("Perwal Nomor 19 B Tahun 2022", "perwali", "19 B", 2022),
        ("Instruksi Presiden (Inpres) Nomor 2", "inpres", "2", None),
        ("Instruksi Bupati Buton Nomor 8 Tahun 2023", "instruksi bupati", "8", 2023),
        ("Surat Edaran Gubernur Nomor 560/3311/2022", "se", "560/3311/2022", 2022),
        ("PP No 46 2015", "pp", "46", 2015),
        ("surat edaran bupati bernomor 140/7/DPMD/2020", "se", "140/7/DPMD/2020", 2020),
        ("Keputusan Menteri Sosial RI Nomor 12 Tahun 2023", "kepmen", "12", 2023),
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


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("melindungi pegawai non ASN dan perangkat desa", ["non-asn", "perangkat desa"]),
        ("bagi Tenaga Kontrak Daerah (TKD)", ["tenaga kontrak"]),
        ("untuk petani, nelayan, dan tukang ojek", ["petani", "nelayan", "ojek"]),
        ("mendaftarkan ketua RT/RW dan kader posyandu", ["rt/rw", "kader"]),
        ("melindungi sopirnya", ["sopir"]),
        (
            "perlindungan bagi garim (pekerja keagamaan) dan mustahik",
            ["pekerja keagamaan", "mustahik"],
        ),
        (
            "melindungi pekerja informal (petani, nelayan)",
            ["pekerja informal", "petani", "nelayan"],
        ),
        ("Ia dibawa ke tukang urut. Pemkab melindungi tukang jahit.", ["pekerja jasa"]),
        ("Peran semua diperlukan, mulai dari guru hingga sopir.", ["guru", "sopir"]),
        ("Bantuan itu untuk buruh tani, bukan kepada pedagangnya.", ["petani"]),
        ("dihadiri para kepala desa", []),
        ("kata Kepala Desa Sukamaju", []),
        ("pemangku kepentingan di daerah", []),
        ("Kepala Dinas Petani", []),
        (
            "Pemkab melindungi pekerja formal maupun informal.",
            ["pekerja formal", "pekerja informal"],
        ),
        ("Jumlahnya kecil dibanding kabupaten dengan 9.400 petani.", []),
        ("Total pekerja formal di sana 24 persen.", []),
        ("Pemkab bekerja sama dengan aparat desa menyebar selebaran.", []),
        ("Keluarga nelayan menerima bantuan.", []),
        ("Hal itu disampaikan kepada wartawan.", []),
        ("Program itu melindungi wartawan dan kusir bendi.", ["pekerja media", "sopir"]),
        ("Program itu melindungi para pemangku kepentingan.", []),
        ("mahasiswa praktik kerja lapangan (PKL). Peserta PKL dilindungi", ["mahasiswa"]),
        ("Hadir Pejabat Pengganti Sementara (PPS) kepala cabang", []),
        ("melindungi pegiat masjid", ["pekerja keagamaan"]),
        ("melindungi relawan Program Makan Bergizi Gratis", []),
        ("disampaikan Ketua Asosiasi Petani Garam", []),
        ("melindungi tukang dodos dan sopir mikrolet", ["pekerja sawit", "sopir"]),
        ("meliputi\n\n- RT/RW: 5.232 pekerja", ["rt/rw"]),
        ("mendaftarkan ASN dan tenaga honorer", ["asn", "honorer"]),
        ("dibayar dari iuran ASN untuk nelayan", ["nelayan"]),
        ("melindungi pekerja rentan sektor informal", ["pekerja rentan"]),
        ("melindungi nelayan dan pekerja jasa konstruksi", ["nelayan", "jasa konstruksi"]),
        ("berupa skema bukan penerima upah dan jasa konstruksi", []),
        ("melindungi pekerja informal atau pekerja bukan penerima upah", ["pekerja informal"] * 2),
        ("berupa program khusus jasa konstruksi Rp2 miliar", []),
    ],
)
def test_worker_groups(text: str, groups: list[str]) -> None:
    found = find_worker_groups(Prose(f"Program itu {text} tahun ini."))
    assert [one.group for one in found] == groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Pemkab Cirebon melindungi nelayan.", ["nelayan"]),
        ("Di Kabupaten Tuban program itu melindungi nelayan.", []),
        (
            "Pemkab melindungi nelayan dan pekerja orang asli Papua.",
            ["nelayan", "orang asli papua"],
        ),
        ("Pemkab melindungi datok penghulu dan perangkatnya.", ["kepala desa", "perangkat desa"]),
        ("Peserta program Bukan Penerima Upah bertambah.", []),
        ("Cakupannya PU 40 persen, BPU 10,02%.", []),
        ("Ia datang ke kantor wali nagari.", []),
        ("Ketua RT diminta aktif mengusulkan warga.", []),
        ("Tiap agen membina lima RT.", []),
        ("Latihannya lebih berat dari kuli.", []),
        ("Program itu melindungi guru agama honorer.", ["guru"]),
        ("Kampus berniat mengikutkan tenaga satpam.", ["linmas"]),
        ("Peserta itu bekerja sebagai guru dan montir.", ["guru", "pekerja jasa"]),
        ("Pemkab menyasar pekerja, khususnya sektor informal.", ["pekerja informal"]),
        ("Pemkab melindungi kader siaga dan pengurus LPM.", ["kader", "lembaga kemasyarakatan"]),
        ("Sasarannya pekerja rentan dan warga miskin.", ["pekerja rentan", "masyarakat miskin"]),
        ("Ada petani, tukang las, hingga seniman.", ["petani", "pekerja jasa", "seniman"]),
        ("Ada petani. Tukang las datang.", ["petani"]),
        ("Iuran bagi mereka yang bekerja di sektor informal.", []),
        ("Itu bagian dari social security bagi negara.", []),
        ("Peserta ialah pelajar praktik kerja lapangan (PKL).", ["mahasiswa"]),
        ("Program itu digelar bersama Ikatan Guru TK setempat.", []),
    ],
)
def test_groups_are_those_of_the_place(text: str, groups: list[str]) -> None:
    found = find_worker_groups(Prose(text), frozenset({"32.09"}))
    assert [one.group for one in found] == groups


def test_a_short_name_in_brackets_belongs_to_the_group() -> None:
    (found,) = find_worker_groups(Prose("melindungi Tenaga Kontrak Daerah (TKD) kita"))
    assert found.raw == "Tenaga Kontrak Daerah (TKD)"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Bupati Ogan Ilir Panca Adinata mengatakan", "Panca Adinata", "Bupati Ogan Ilir"),
        (
            "Sekretaris Daerah Kabupaten Bungo, Drs. Mursalim, M.M., menegaskan",
            "Mursalim",
            "Sekretaris Daerah Kabupaten Bungo",
        ),
        (
            "Pj Sekretaris Daerah Provinsi Sumsel, Drs H Edwin Candra, M.H, hadir",
            "Edwin Candra",
            "Pj Sekretaris Daerah Provinsi Sumsel",
        ),
        ("Asisten I Joni Rafael, AP., M.Si menerangkan", "Joni Rafael", "Asisten I"),
        (
            "Kepala Dinas Tenaga Kerja dan Transmigrasi Kabupaten OKU Selatan, Darwis, SE., M.Si",
            "Darwis",
            "Kepala Dinas Tenaga Kerja dan Transmigrasi Kabupaten OKU Selatan",
        ),
        (
            "Kepala Kantor BPJS Ketenagakerjaan Cabang Palembang Bapak Moch Fauzi siap",
            "Moch Fauzi",
            "Kepala Kantor BPJS Ketenagakerjaan Cabang Palembang",
        ),
        ("Kepala BPKAD Abimayu hadir", "Abimayu", "Kepala BPKAD"),
        ("Perbekel Gerokgak, Made Suarsana, hadir", "Made Suarsana", "Perbekel Gerokgak"),
        (
            "Kepala DPMD Dalduk Kulonprogo, Risdi Hadi, menjelaskan",
            "Risdi Hadi",
            "Kepala DPMD Dalduk Kulonprogo",
        ),
        ("Wali Kota Tarakan, dr. H. Mansur Latif, hadir", "Mansur Latif", "Wali Kota Tarakan"),
        (
            "Kepala Kejaksaan Tinggi Riau M.Teguh Darma hadir",
            "M. Teguh Darma",
            "Kepala Kejaksaan Tinggi Riau",
        ),
        ("Wakil Bupati Bangli, I Wayan Dira, hadir", "I Wayan Dira", "Wakil Bupati Bangli"),
        ("Lurah Cipayung Darma Setiawan", "Darma Setiawan", "Lurah Cipayung"),
        ("Lurah Sukamaju Baru Budi Santoso", "Budi Santoso", "Lurah Sukamaju Baru"),
        ("Camat Tanjung Raya Dewi Lestari Putri", "Dewi Lestari Putri", "Camat Tanjung Raya"),
        ("Wali Nagari Katapiang Alfian Mukhtar", "Alfian Mukhtar", "Wali Nagari Katapiang"),
        (
            "Direktur Tanaman Kelapa Sawit dan Aneka Palma Baginda Sirait",
            "Baginda Sirait",
            "Direktur Tanaman Kelapa Sawit dan Aneka Palma",
        ),
        (
            "Kepala BPJS Ketenagakerjaan Kanwil Jateng–DIY Edy Purwono",
            "Edy Purwono",
            "Kepala BPJS Ketenagakerjaan Kanwil Jateng–DIY",
        ),
        ("Kepala DKP2P Tuban, Eko Wibowo,", "Eko Wibowo", "Kepala DKP2P Tuban"),
        ("Kasie Penkum Kejati Maluku, Wahyu Karim,", "Wahyu Karim", "Kasie Penkum Kejati Maluku"),
        (
            "Perwakilan BPJS Ketenagakerjaan Cabang Dumai, Aris Simbolon, hadir",
            "Aris Simbolon",
            "Perwakilan BPJS Ketenagakerjaan Cabang Dumai",
        ),
        (
            "Anggota DPRD Sleman dari Fraksi Gerindra, Yosef Darmaji, mengatakan",
            "Yosef Darmaji",
            "Anggota DPRD Sleman dari Fraksi Gerindra",
        ),
        (
            "Ketua Pengurus Cabang (PC) LP Ma’arif NU Jepara Dr Mahmud Asyhari hadir",
            "Mahmud Asyhari",
            "Ketua Pengurus Cabang (PC) LP Ma’arif NU Jepara",
        ),
        (
            "Ketua LLDikti Wilayah I Sumut Prof Drs Syahrul Matondang MA PhD hadir",
            "Syahrul Matondang",
            "Ketua LLDikti Wilayah I Sumut",
        ),
        ("Wakil Ketua I DPRD Kudus Panca Adinata", "Panca Adinata", "Wakil Ketua I DPRD Kudus"),
        ("Kepala Bidang I Panca Adinata hadir", "Panca Adinata", "Kepala Bidang I"),
        ("Ketua I Made Danayasa hadir", "I Made Danayasa", "Ketua"),
        (
            "Penata Madya Kepesertaan BPJS Ketenagakerjaan Padang, Rina Melati, hadir",
            "Rina Melati",
            "Penata Madya Kepesertaan BPJS Ketenagakerjaan Padang",
        ),
        ("Juru Bicara Pemkab Sleman, Yosef Darmaji,", "Yosef Darmaji", "Juru Bicara Pemkab Sleman"),
        ("jaksa Yosef Darmaji usai sidang", "Yosef Darmaji", "jaksa"),
        ("perwakilan Dinas Sosial, Bupati Panca Adinata", "Panca Adinata", "Bupati"),
        ("Perwakilan Dinas Sosial dan Bupati Panca Adinata", "Panca Adinata", "Bupati"),
        (
            "Kepala Kantor Wilayah BPJS Ketenagakerjaan Sumbar Riau Kepri Eka Yulianto menjelaskan",
            "Eka Yulianto",
            "Kepala Kantor Wilayah BPJS Ketenagakerjaan Sumbar Riau Kepri",
        ),
        (
            "Kepala Dinas Kominfo Kabupaten Pohuwato, Kadri Amran.",
            "Kadri Amran",
            "Kepala Dinas Kominfo Kabupaten Pohuwato",
        ),
        ("acara dihadiri Kunto Budi, Kepala Dinas Sosial.", "Kunto Budi", "Kepala Dinas Sosial"),
        (
            "Ketua Umum Komite Olahraga Nasional (KONI) Pusat Letjen TNI (Purn) Surya Darma",
            "Surya Darma",
            "Ketua Umum Komite Olahraga Nasional (KONI) Pusat",
        ),
        ("Sekretaris Jenderal KONI TB Surya Darma", "Surya Darma", "Sekretaris Jenderal KONI"),
        ("Wakil Wali Kota Tegal HM Suryana hadir", "Suryana", "Wakil Wali Kota Tegal"),
        ("Kepala Dinas Sosial – Kunto Budi hadir", "Kunto Budi", "Kepala Dinas Sosial"),
        (
            "Ketua Umum Pengurus Besar Nurul Fajar (PB NF) KH Surya Darma, hadir",
            "Surya Darma",
            "Ketua Umum Pengurus Besar Nurul Fajar (PB NF)",
        ),
        ("ketua PWI Malang Raya Surya Darma hadir", "Surya Darma", "ketua PWI Malang Raya"),
        (
            "Ketua Asosiasi Petani Garam Indonesia (APGI) Rembang Surya Darma hadir",
            "Surya Darma",
            "Ketua Asosiasi Petani Garam Indonesia (APGI) Rembang",
        ),
        (
            "penanda tangan ialah Kunto Budi selaku Kepala Dinas Sosial Tegal.",
            "Kunto Budi",
            "Kepala Dinas Sosial Tegal",
        ),
        (
            "Hadir di acara tersebut Kunto Budi, Kepala Dinas Sosial Tegal, yang bicara",
            "Kunto Budi",
            "Kepala Dinas Sosial Tegal",
        ),
        (
            "Kepala Kantor Wilayah Jateng & DIY BPJS Ketenagakerjaan, Surya Darma; ia hadir",
            "Surya Darma",
            "Kepala Kantor Wilayah Jateng & DIY BPJS Ketenagakerjaan",
        ),
        (
            "Kepala Kanwil BPJS Ketenagakerjaan untuk Riau dan Kepri, Surya Darma, hadir",
            "Surya Darma",
            "Kepala Kanwil BPJS Ketenagakerjaan untuk Riau dan Kepri",
        ),
        ("Deputi 1 Baznas RI, M Surya Darma, hadir", "M Surya Darma", "Deputi 1 Baznas RI"),
        (
            "Direktur Rencana Strategis dan TI BPJS Ketenagakerjaan, Darmaji, hadir",
            "Darmaji",
            "Direktur Rencana Strategis dan TI BPJS Ketenagakerjaan",
        ),
        (
            "Rektor Universitas Sanggar Raya (USR) Romo Antonius Bagus menyebut",
            "Antonius Bagus",
            "Rektor Universitas Sanggar Raya (USR)",
        ),
        (
            "Ketua Divisi Sosialisasi, Pendidikan Pemilih dan SDM KPU Sleman, Darmaji, hadir",
            "Darmaji",
            "Ketua Divisi Sosialisasi, Pendidikan Pemilih dan SDM KPU Sleman",
        ),
        (
            "Kepala Kanwil BPJS Ketenagakerjaan Jambi, Riau, dan Bengkulu, Darto Wibowo, berharap",
            "Darto Wibowo",
            "Kepala Kanwil BPJS Ketenagakerjaan Jambi, Riau, dan Bengkulu",
        ),
        (
            "Direktur Jendral Pesisir Kementerian KKP R. Sunarno Putra hadir",
            "R. Sunarno Putra",
            "Direktur Jendral Pesisir Kementerian KKP",
        ),
        (
            "Sarman Jaya Koordinator Sekretariat (Korsek) Bawaslu Sorong menyebut",
            "Sarman Jaya",
            "Koordinator Sekretariat (Korsek) Bawaslu Sorong",
        ),
        (
            "Kabag Perencanaan dan Persandingan DPRD Muna Bayu Utama hadir",
            "Bayu Utama",
            "Kabag Perencanaan dan Persandingan DPRD Muna",
        ),
        ("Wakil Rektor III Sandi Mungkar PhD, yang hadir", "Sandi Mungkar", "Wakil Rektor III"),
        (
            "Ketua Lembaga Pengabdian (LPM) UXD Yohan Sarjo, ini baru",
            "Yohan Sarjo",
            "Ketua Lembaga Pengabdian (LPM) UXD",
        ),
        (
            "Kepala Dinas Tenaga Kerja, KBX, Hasan Toyib hadir",
            "Hasan Toyib",
            "Kepala Dinas Tenaga Kerja, KBX",
        ),
        (
            "Kepala Kantor Wilayah BPJS Ketenagakerjaan Sumbar Riau Kepri, Heri Rasid; hadir",
            "Heri Rasid",
            "Kepala Kantor Wilayah BPJS Ketenagakerjaan Sumbar Riau Kepri",
        ),
        (
            "Associate Director Institutional Marketing, Sora Indri hadir",
            "Sora Indri",
            "Associate Director Institutional Marketing",
        ),
        ("Asdep Wilayah Bidang MR Wasri Iskan hadir", "Wasri Iskan", "Asdep Wilayah Bidang MR"),
        (
            "Mayjen TNI (Purn.) Toni Suratno, Ketua Umum KONI hadir",
            "Toni Suratno",
            "Ketua Umum KONI",
        ),
        (
            "Wali Kota Tegal, A. Arfan Arsla (Wali Kota Aan), hadir",
            "A. Arfan Arsla",
            "Wali Kota Tegal",
        ),
        ("Sekda Nagan Raya Aceh Ir Arda Marta hadir", "Arda Marta", "Sekda Nagan Raya"),
        ("Bupati Kab. Sorong Budi Kawan hadir", "Budi Kawan", "Bupati Kab. Sorong"),
    ],
)
def test_officials(text: str, name: str, role: str) -> None:
    (found,) = find_officials(Prose(f"Menurut {text}."))
    assert (found.name, found.role) == (name, role)


@pytest.mark.parametrize(
    "text",
    [
        "Warga terdiri dari perangkat dan Kepala Desa. Sedangkan sisanya belum.",
        "Ketua Panitia Pemungutan Suara (PPS) dan anggotanya dilindungi.",
        "Ketua Seketariat PPK dan anggotanya dilindungi.",
    ],
)
def test_a_word_after_an_office_is_not_always_a_name(text: str) -> None:
    assert find_officials(Prose(text)) == ()


def test_members_are_listed_after_a_committee() -> None:
    text = "Hadir anggota komisi di antaranya Rahman Seti, Junai Tamba, H. Risma Haki, dan Aprilia."
    names = [one.name for one in find_officials(Prose(text))]
    assert names == ["Rahman Seti", "Junai Tamba", "Risma Haki", "Aprilia"]


def test_the_name_may_stand_before_the_office() -> None:
    text = "Venita selaku Kepala BPJS Ketenagakerjaan Blitar berterima kasih."
    (found,) = find_officials(Prose(text))
    assert (found.name, found.role) == ("Venita", "Kepala BPJS Ketenagakerjaan Blitar")


def test_the_name_may_follow_an_opening_phrase() -> None:
    text = "Secara terpisah, Venita Ayu, Kepala BPJS Ketenagakerjaan Blitar, bersyukur."
    (found,) = find_officials(Prose(text))
    assert (found.name, found.role) == ("Venita Ayu", "Kepala BPJS Ketenagakerjaan Blitar")


def test_members_listed_after_their_office_are_all_officials() -> None:
    text = (
        "Hadir anggota Komisi IV di antaranya H. Darsono, Wulan, SE, R. Bagas Tirta, dan Sumiati "
        "dari fraksi lain. Anggota DPRD Sigi, M. Rusdi, Raperda ini penting."
    )
    found = find_officials(Prose(text))
    assert [one.name for one in found] == [
        "Darsono",
        "Wulan",
        "R. Bagas Tirta",
        "Sumiati",
        "M. Rusdi",
    ]
    assert {one.role for one in found[:4]} == {"anggota Komisi IV"}


def test_a_person_is_listed_once_by_the_fullest_name() -> None:
    text = "Bupati Panca hadir. Bupati Ogan Ilir Panca Adinata bicara. Bupati P Adinata pulang."
    assert [one.name for one in find_officials(Prose(text))] == ["Panca Adinata"]


@pytest.mark.parametrize(
    "text",
    [
        "Bupati dan Perjanjian Kerja Sama",
        "Kepala Organisasi Perangkat Daerah",
        "Direktur Utama Bank Sulutgo Jeffri Dendeng",
        "Camat Andi Rauf",
        "Bupati mengatakan hal itu",
        "aula kantor bupati, Civic Center Oelamasi",
        "Kepala Instansi terkait. Semua instansi",
        "Plh Ketua Kabid Umum",
        "perwakilan dari BPJS Ketenagakerjaan Padang, Kejari Padang",
        "Koordinator Perancang Perundang-undangan",
        "juru parkir dan jaksa Agung",
        "perwakilan Badan Penyelenggara Jaminan Sosial",
        "perwakilan Disnaker, Tokoh Masyarakat",
        "perwakilan Asosiasi Pengusaha Muda",
        "Kabag Hukum dan Kabag Tapem",
        "usai kata Bupati, Ahad (1/10)",
        "Rektor Universitas Bina Karsa (UBK)",
        "saat Pemilihan Kepala Daerah (Pilkada) Serentak",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert find_officials(Prose(f"Hadir {text} di sana.")) == ()


def test_a_body_that_goes_on_before_a_title_is_no_name() -> None:
    text = "Hadir Rektor Universitas Batanghari Bersatu Prof. Dr. Wirda Hanum, M.Pd. di sana."
    assert [one.name for one in find_officials(Prose(text))] == ["Wirda Hanum"]


@pytest.mark.parametrize("text", ["Setiap kepala OPD wajib", "Kepala BPJS Ketenagakerjaan.\n\nNKS"])
def test_words_around_an_office_are_no_names(text: str) -> None:
    assert find_officials(Prose(text)) == ()


@pytest.mark.parametrize(
    "text", ["bukan karyawan perusahaan", "kata Imam Baskoro", "di RT 05", "ada 551 RW"]
)
def test_words_that_are_no_groups(text: str) -> None:
    assert find_worker_groups(Prose(f"Perlindungan itu {text} saja.")) == ()
