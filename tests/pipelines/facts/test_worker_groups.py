"""Which groups of workers a story says are or shall be covered. All stories are our own."""

import pytest

from pipelines.facts.prose import Prose
from pipelines.facts.worker_groups import find_worker_groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("melindungi pegawai non ASN dan perangkat desa", ["non-asn", "perangkat desa"]),
        ("bagi Tenaga Kontrak Daerah (TKD)", ["tenaga kontrak"]),
        ("untuk petani, nelayan, dan tukang ojek", ["petani", "nelayan", "ojek"]),
        ("mendaftarkan ketua RT/RW dan kader posyandu", ["rt/rw", "kader"]),
        ("melindungi sopirnya", ["sopir"]),
        ("meliputi 12 orang guru dan 120 orang kader posyandu", ["guru", "kader"]),
        ("Ada 12 orang guru serta 120 orang kader posyandu", ["guru", "kader"]),
        ("Bupati bertemu 50 orang kader posyandu", []),
        ("Setiap kader posyandu membantu petani terdaftar sebagai peserta", ["petani"]),
        ("Guru diminta mendaftar ulang", []),
        ("ada kader posyandu", []),
        ("Sosialisasi perlindungan bagi nelayan digelar sampai tingkat RT", ["nelayan"]),
        ("Begitu diperiksa RT/RW, nelayan yang terdaftar 968 orang", ["nelayan"]),
        ("Bupati melibatkan perangkat desa untuk melindungi nelayan", ["nelayan"]),
        ("agar tidak lahir keluarga miskin baru dan nelayan terlindungi", ["nelayan"]),
        ("Ketua Kelas, Imam Contoh, hadir. Imam meliputi 2 program bagi guru", ["guru"]),
        ("Ketua Kelas, Budi Contoh, hadir. Imam masjid dilindungi", ["pekerja keagamaan"]),
        ("berjanji setiap nelayan terlindungi", ["nelayan"]),
        ("berjanji mengunjungi setiap nelayan", []),
        ("Anggota KPPS diminta mendaftar", ["penyelenggara pemilu"]),
        ("sesuai Permen Nomor 4 Tahun 2016 tentang perjanjian kerja bagi awak kapal", []),
        ("sesuai Perbup Nomor 4 Tahun 2016 tentang perlindungan bagi awak kapal", ["awak kapal"]),
        ("perlindungan bagi perusahaan jasa konstruksi", []),
        ("perlindungan bagi tenaga kerja Indonesia", []),
        ("melindungi pekerja rentan di sektor formal maupun informal", ["pekerja rentan"]),
        ("melindungi pekerja rentan non-ASN", ["pekerja rentan"]),
        ("melindungi pekerja rentan dan non-ASN", ["pekerja rentan", "non-asn"]),
        ("Program ini untuk Dinas Koperasi dan UMKM serta petani.", ["petani"]),
        ("Dinas Koperasi dan para nelayan didaftarkan", ["nelayan"]),
        ("melindungi petugas pemulasaran jenazah", ["pengurus jenazah dan makam"]),
        ("seperti Pedagang, Supir Angkot, dan nelayan", ["pedagang", "sopir", "nelayan"]),
        ("Kader dan guru honorer belum optimal kepesertaannya.", ["kader", "guru"]),
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
        ("Ani, Pps. Kepala Kantor Cabang Reka, melindungi buruh", ["buruh"]),
        ("Kepala Dinas Petani", []),
        (
            "Pemkab melindungi pekerja formal maupun informal.",
            ["pekerja formal", "pekerja informal"],
        ),
        ("Pemkab melindungi seluruh pekerja, baik di sektor formal maupun informal.", []),
        ("Pemkab melindungi pekerja baik penerima upah maupun bukan penerima upah.", []),
        (
            "Pemkab melindungi warga, baik nelayan maupun pekerja informal.",
            ["nelayan", "pekerja informal"],
        ),
        ("Pemkab melindungi para ustadz, kata Ustadz DR. Amin.", ["guru ngaji"]),
        ("Ini kata Ketua Masjid Ustadz DR. Amin.", []),
        ("Jumlahnya kecil dibanding kabupaten dengan 9.400 petani.", []),
        ("Total pekerja formal di sana 24 persen.", []),
        ("Pemkab bekerja sama dengan aparat desa menyebar selebaran.", []),
        ("Keluarga nelayan menerima bantuan.", []),
        ("Hal itu disampaikan kepada wartawan.", []),
        ("mengatakan iuran diberikan kepada sejumlah wartawan", ["pekerja media"]),
        ("Perda melindungi buruh tani, ujarnya ketika ditanya wartawan.", ["petani"]),
        ("Semua pekerja terdaftar, kata Bupati saat mengobrol dengan wartawan.", []),
        ("Program itu melindungi wartawan dan kusir bendi.", ["pekerja media", "kusir"]),
        ("Program itu melindungi para pemangku kepentingan.", []),
        ("mahasiswa praktik kerja lapangan (PKL). Peserta PKL dilindungi", ["peserta magang"]),
        ("Hadir Pejabat Pengganti Sementara (PPS) kepala cabang", []),
        ("melindungi pegiat masjid", ["pekerja keagamaan"]),
        ("memproteksi pegiat masjid", ["pekerja keagamaan"]),
        ("Pegiat masjid mendapat proteksi dari desa.", ["pekerja keagamaan"]),
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
        ("membayar santunan kepada dua ahli waris nelayan", ["nelayan"]),
        ("membayar santunan kepada ahli waris, disaksikan kepala desa", []),
        ("wajib diikuti seluruh petani", ["petani"]),
        ("diikuti para camat dan petani", []),
        ("menyasar pekerja formal, informal", ["pekerja formal", "pekerja informal"]),
        ("mengajak nelayan mendaftarkan diri", ["nelayan"]),
        ("mengajak nelayan mendaftarkan anaknya", []),
        ("melindungi kepala keluarga buruh tani", ["petani"]),
        ("Juru parkir yang tertib akan menerima BPJS Ketenagakerjaan.", ["juru parkir"]),
        ("Juru parkir yang tertib akan menerima rompi.", []),
    ],
)
def test_worker_groups(text: str, groups: list[str]) -> None:
    found = find_worker_groups(Prose(f"Program itu {text} tahun ini."))
    assert [one.group for one in found] == groups


def test_cover_may_stand_far_behind_the_group_that_opens_its_sentence() -> None:
    festival = "pada Pentas Kesenian Rakyat yang empat hari lamanya digelar di alun-alun kota tua"
    found = find_worker_groups(Prose(f"Seniman yang tampil {festival} didaftarkan ke sana."))
    assert [one.group for one in found] == ["seniman"]
    assert find_worker_groups(Prose(f"Ada seniman {festival} didaftarkan ke sana.")) == ()


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
        ("Kampus berniat mengikutkan tenaga satpam.", ["petugas keamanan"]),
        ("Peserta itu bekerja sebagai guru dan montir.", ["guru", "pekerja jasa"]),
        ("Pemkab menyasar pekerja, khususnya sektor informal.", ["pekerja informal"]),
        ("Pemkab melindungi kader siaga dan pengurus LPM.", ["kader", "lembaga kemasyarakatan"]),
        ("Sasarannya pekerja rentan dan warga miskin.", ["pekerja rentan", "masyarakat miskin"]),
        ("Ada petani, tukang las, hingga seniman.", ["petani", "pekerja jasa", "seniman"]),
        ("Ada petani. Tukang las datang.", ["petani"]),
        ("Iuran bagi mereka yang bekerja di sektor informal.", []),
        ("Itu bagian dari social security bagi negara.", []),
        ("Peserta ialah pelajar praktik kerja lapangan (PKL).", ["siswa"]),
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
    "text", ["bukan karyawan perusahaan", "kata Imam Baskoro", "di RT 05", "ada 551 RW"]
)
def test_words_that_are_no_groups(text: str) -> None:
    assert find_worker_groups(Prose(f"Perlindungan itu {text} saja.")) == ()


@pytest.mark.parametrize(
    ("printed", "group"),
    [
        ("penjaga sekolah", "penjaga"),
        ("relawan pemadam", "pemadam kebakaran"),
        ("petugas pemadam", "pemadam kebakaran"),
        ("satpam", "petugas keamanan"),
        ("nahkoda", "awak perahu"),
        ("anggota linmas", "linmas"),
        ("kusir delman", "kusir"),
        ("juru parkir", "juru parkir"),
        ("tukang becak", "tukang becak"),
        ("motoris perahu", "awak perahu"),
        ("anak buah kapal", "awak kapal"),
        ("kurir paket", "kurir"),
        ("ofisial", "ofisial"),
        ("pelatih", "pelatih"),
        ("dosen", "dosen"),
        ("pemandu wisata", "pekerja pariwisata"),
        ("penggali kubur", "pengurus jenazah dan makam"),
        ("sekretaris desa", "staf desa"),
        ("kepala dusun", "kepala dusun"),
        ("penambang pasir", "penambang"),
    ],
)
def test_a_group_is_called_what_its_words_mean(printed: str, group: str) -> None:
    (found,) = find_worker_groups(Prose(f"Pemkab melindungi {printed} lewat program itu."))
    assert (found.raw, found.group) == (printed, group)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Turut hadir camat, tokoh masyarakat, ketua RT, serta petani.", []),
        ("Hadir pula camat. Ketua RT dilindungi pemkab.", ["rt/rw"]),
        ("Hadir kepala cabang yang memaparkan iuran bagi petani.", ["petani"]),
        ("Kampus membuka ruang konsultasi jaminan sosial bagi pedagang.", []),
        ("Pemkab membuka loket, lalu membayar iuran bagi pedagang.", ["pedagang"]),
        ("Kota itu mempunyai 586 Rukun Tetangga (RT) di lima kecamatan.", []),
        ("Hal itu disampaikan salah seorang petani.", []),
        ("Program itu untuk anak petani.", []),
        ("Relawan sosial dimasukkan juga.", ["relawan"]),
        ("Program itu untuk pekerja di sektor perkebunan.", ["pekerja sawit"]),
        (
            "Pemkab melindungi pekerja rentan dan non-formal.",
            ["pekerja rentan", "pekerja informal"],
        ),
        ("Pendidikan nonformal dibahas.", []),
        ("Program itu untuk pekerja serabutan dan pekerja lepas.", ["pekerja lepas"] * 2),
        ("Pemkab melindungi panitia pengawas pemilihan kepala desa.", ["penyelenggara pemilu"]),
        ("Perlindungan dibahas usai pelantikan kepala desa.", []),
        ("Edaran menyebut tukang kebun dan satpam.", ["tukang kebun", "petugas keamanan"]),
        ("Camat menyebut tukang kebun itu datang.", []),
        (
            "Guru, penyuluh pertanian, pelatih, ofisial, dan juru parkir di tiga belas kecamatan, "
            "kini terlindungi.",
            ["guru", "penyuluh", "pelatih", "ofisial", "juru parkir"],
        ),
        (
            "Guru di sana mengajar dengan tekun sepanjang tahun ajaran yang baru ini, kata bupati "
            "yang ikut terlindungi.",
            [],
        ),
    ],
)
def test_cover_told_before_or_after_a_list(text: str, groups: list[str]) -> None:
    assert [one.group for one in find_worker_groups(Prose(text))] == groups
