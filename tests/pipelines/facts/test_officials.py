"""Named persons with their offices, and what is none of them. All names are invented."""

import pytest

from pipelines.facts.officials import find_officials
from pipelines.facts.prose import Prose


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Menurut Ketua Kelas Budi Santoso hal itu", "Budi Santoso", "Ketua Kelas"),
        (
            "Kepala Perum Perhutani Divisi Regional Jawa Timur, Eko Contoh, hadir",
            "Eko Contoh",
            "Kepala Perum Perhutani Divisi Regional Jawa Timur",
        ),
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
        (
            "Kepala BPJS Ketenagakerjaan Wilayah Regional se-Kalimantan Joni Rafael hadir",
            "Joni Rafael",
            "Kepala BPJS Ketenagakerjaan Wilayah Regional se-Kalimantan",
        ),
        (
            "Kepala BPJS Ketenagakerjaan atau BPJAMSOSTEK Cabang Binjai Joni Rafael hadir",
            "Joni Rafael",
            "Kepala BPJS Ketenagakerjaan atau BPJAMSOSTEK Cabang Binjai",
        ),
        (
            "Kepala Bidang Sumber Daya Alam Bappeda Kabupaten Sumbawa, Joni Rafael, Senin",
            "Joni Rafael",
            "Kepala Bidang Sumber Daya Alam Bappeda Kabupaten Sumbawa",
        ),
        (
            "Koordinator Advokasi BPJS Watch Joni Rafael menerangkan",
            "Joni Rafael",
            "Koordinator Advokasi BPJS Watch",
        ),
        (
            "Komandan Kodim 0999/Reka Letkol Czi Joni Rafael, S.I.P hadir",
            "Joni Rafael",
            "Komandan Kodim 0999/Reka",
        ),
        ("Danrem 099/Reka Jaya Kolonel Inf Joni Rafael", "Joni Rafael", "Danrem 099/Reka Jaya"),
        ("Danlanal Bintan Letkol Laut (P) Joni Rafael", "Joni Rafael", "Danlanal Bintan"),
        ("diwakili Sekdaprovsu Joni Rafael bersama", "Joni Rafael", "Sekdaprovsu"),
        ("Kapolres Bima AKBP Joni Rafael hadir", "Joni Rafael", "Kapolres Bima"),
        ("Kepala BPJS setempat, Joni Rafael, hadir", "Joni Rafael", "Kepala BPJS setempat"),
        (
            "Kartu diterima Bendesa Adat Rekasari, I Ketut Contoh di kantor",
            "I Ketut Contoh",
            "Bendesa Adat Rekasari",
        ),
        (
            "Kartu diterima Bendesa Adat Rekasari I Ketut Contoh di kantor",
            "I Ketut Contoh",
            "Bendesa Adat Rekasari",
        ),
        ("Asisten I Pemda Binjai Joni Rafael hadir", "Joni Rafael", "Asisten I Pemda Binjai"),
        ("Asisten II Ir Rafael MP mengatakan", "Rafael", "Asisten II"),
        ("Asisten I Joni Rafael, AP., M.Si menerangkan", "Joni Rafael", "Asisten I"),
        ("Adapun Joni Rafael, Kepala BPJS Binjai, hadir", "Joni Rafael", "Kepala BPJS Binjai"),
        ("Suci Rafael, Kepala BPJS Binjai, hadir", "Suci Rafael", "Kepala BPJS Binjai"),
        ("Kasudis Nakertransgi, Joni Rafael, hadir", "Joni Rafael", "Kasudis Nakertransgi"),
        ("Direktur Guru Madrasah, Joni Rafael, hadir", "Joni Rafael", "Direktur Guru Madrasah"),
        ("Kepala Dinas Sosial, H. Joni Rafael M. Ag. Ia", "Joni Rafael", "Kepala Dinas Sosial"),
        ("Subkoordinator Humas Joni Rafael hadir", "Joni Rafael", "Subkoordinator Humas"),
        (
            "Joni Rafael, Supervisor CSR Sebuku Coal Group, menyebut",
            "Joni Rafael",
            "Supervisor CSR Sebuku Coal Group",
        ),
        ("Ketua Klasis Pendeta Joni Rafael berdoa", "Joni Rafael", "Ketua Klasis"),
        (
            "Direktur Utama Perum Perumnas Joni Rafael",
            "Joni Rafael",
            "Direktur Utama Perum Perumnas",
        ),
        (
            "Kepala Dinas Pemberdayaan Masyarakat Nagari Joni Rafael hadir",
            "Joni Rafael",
            "Kepala Dinas Pemberdayaan Masyarakat Nagari",
        ),
        ("Atas instruksi Bupati Bungo Joni Rafael, desa mendaftar", "Joni Rafael", "Bupati Bungo"),
        ("Kepala Dinas Nakerumum Joni Rafael hadir", "Joni Rafael", "Kepala Dinas Nakerumum"),
        (
            "Direktur Reserse Narkoba Polda Jambi, Kompol Joni Rafael, menegaskan",
            "Joni Rafael",
            "Direktur Reserse Narkoba Polda Jambi",
        ),
        (
            "Kepala Dinas Pemberdayaan Masyarakat Desa Joni Raya Rafael, menyebut",
            "Joni Raya Rafael",
            "Kepala Dinas Pemberdayaan Masyarakat Desa",
        ),
        (
            "Kepala Dinas Kominfo-SP Bungo, Joni Rafael, ada",
            "Joni Rafael",
            "Kepala Dinas Kominfo-SP Bungo",
        ),
        (
            "Kepala Kantor BPJS Ketenagakerjaan Bungo ,Joni Rafael ada",
            "Joni Rafael",
            "Kepala Kantor BPJS Ketenagakerjaan Bungo",
        ),
        (
            "Direktur Utama Bank Elok BEJ Joni Rafael hadir",
            "Joni Rafael",
            "Direktur Utama Bank Elok BEJ",
        ),
        ("Joni Rafael (Kabid PHI Disnaker Bungo)", "Joni Rafael", "Kabid PHI Disnaker Bungo"),
        ("Ketua PWNU Jambi Kiai Joni Rafael berterima kasih", "Joni Rafael", "Ketua PWNU Jambi"),
        ("Kapolri Drs. Joni Rafael hadir", "Joni Rafael", "Kapolri"),
        ("Gubernur Banten Tubagus Joni Rafael hadir", "Tubagus Joni Rafael", "Gubernur Banten"),
        (
            "Kakanwil Badan Penyelenggara Jaminan Sosial Tenaga Kerja Sumbar Riau Joni Rafael ada",
            "Joni Rafael",
            "Kakanwil Badan Penyelenggara Jaminan Sosial Tenaga Kerja Sumbar Riau",
        ),
        (
            "Kepala Kanwil BPJS-TK Sumbar Riau-Kepri, Joni Rafael, hadir",
            "Joni Rafael",
            "Kepala Kanwil BPJS-TK Sumbar Riau-Kepri",
        ),
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
        (
            "Anggota Komisi B DPRD Kota Reka, Hj Ani Contoh,",
            "Ani Contoh",
            "Anggota Komisi B DPRD Kota Reka",
        ),
        ("Wakil Ketua I H. Wahyu Karim,", "Wahyu Karim", "Wakil Ketua I"),
        ("Ketua Panwascam Wahyu Karim,", "Wahyu Karim", "Ketua Panwascam"),
        (
            "Kepala Dinas Pemberdayaan Masyarakat dan Desa Wahyu, Senin",
            "Wahyu",
            "Kepala Dinas Pemberdayaan Masyarakat dan Desa",
        ),
        ("Kasidatun Kejari Reka, Wahyu Karim,", "Wahyu Karim", "Kasidatun Kejari Reka"),
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
            "Hal itu dibenarkan Kunto Budi, Kepala Dinas Sosial Tegal, Senin.",
            "Kunto Budi",
            "Kepala Dinas Sosial Tegal",
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
        ("Sekda Nagan Raya Aceh Ir Arda Marta hadir", "Arda Marta", "Sekda Nagan Raya Aceh"),
        ("Bupati Kab. Sorong Budi Kawan hadir", "Budi Kawan", "Bupati Kab. Sorong"),
        ("Bupati Raharja Santoso hadir", "Raharja Santoso", "Bupati"),
        ("kata Dirlantas Polda Riau, Budi Kawan.", "Budi Kawan", "Dirlantas Polda Riau"),
        (
            "kata Kepala BPJS Ketenagakerjaan di Papua, Budi Kawan.",
            "Budi Kawan",
            "Kepala BPJS Ketenagakerjaan di Papua",
        ),
        (
            "Kepala Cabang PT Jasa Raharja Budi Kawan hadir",
            "Budi Kawan",
            "Kepala Cabang PT Jasa Raharja",
        ),
        ("Bupati Bangli Anak Agung Gde Oka hadir", "Anak Agung Gde Oka", "Bupati Bangli"),
        (
            "Kepala Dinas Perlindungan Anak Agung Kawan hadir",
            "Agung Kawan",
            "Kepala Dinas Perlindungan Anak",
        ),
        (
            "Kepala Kanwil BPJS Ketenagakerjaan Sumbar Riau Kepri Nurhayati hadir",
            "Nurhayati",
            "Kepala Kanwil BPJS Ketenagakerjaan Sumbar Riau Kepri",
        ),
        (
            "Kepala BPJS Ketenagakerjaan Bogor Bima Kawan hadir",
            "Bima Kawan",
            "Kepala BPJS Ketenagakerjaan Bogor",
        ),
        (
            "Rektor IIK Bhakti Wiyata Kediri, Prof. Dr. Umar bin Said, hadir",
            "Umar bin Said",
            "Rektor IIK Bhakti Wiyata Kediri",
        ),
        (
            "hal sama diutarakan Umar bin Said selaku Kepala BPJS Ketenagakerjaan Blitar",
            "Umar bin Said",
            "Kepala BPJS Ketenagakerjaan Blitar",
        ),
        (
            "Kepala BPJS Ketenagakerjaan Kutim Siti Nur. Inovasi itu berjalan",
            "Siti Nur",
            "Kepala BPJS Ketenagakerjaan Kutim",
        ),
        (
            "wakil dari BPJS Ketenagakerjaan Blitar, Rahman, menghargai itu",
            "Rahman",
            "wakil dari BPJS Ketenagakerjaan Blitar",
        ),
        ("Praeses Pdt Maruli Kawan mengakui", "Maruli Kawan", "Praeses"),
        ("Waka IV BAZNAS Minahasa Budi Kawan menilai", "Budi Kawan", "Waka IV BAZNAS Minahasa"),
        ("Wakil Bupati Andi Muh. Saleh hadir", "Andi Muh. Saleh", "Wakil Bupati"),
        ("Sekda Bungo, Bambang S.", "Bambang S", "Sekda Bungo"),
        (
            "Tamu diterima Budi Kawan, Relationship Manager Kepesertaan BPJS Ketenagakerjaan.",
            "Budi Kawan",
            "Relationship Manager Kepesertaan BPJS Ketenagakerjaan",
        ),
        (
            "Kepala Dinas Pariwisata, Budaya dan Olahraga (Disbudpora) Ponorogo Budi Kawan hadir",
            "Budi Kawan",
            "Kepala Dinas Pariwisata, Budaya dan Olahraga (Disbudpora) Ponorogo",
        ),
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
        "Kepala UPTD Balai Latihan Kerja Kelas A Sulut hadir.",
    ],
)
def test_a_word_after_an_office_is_not_always_a_name(text: str) -> None:
    assert find_officials(Prose(text)) == ()


@pytest.mark.parametrize("such", ["di antaranya", "antara lain"])
def test_members_are_listed_after_a_committee(such: str) -> None:
    text = f"Hadir anggota komisi {such} Rahman Seti, Junai Tamba, H. Risma Haki, dan Aprilia."
    names = [one.name for one in find_officials(Prose(text))]
    assert names == ["Rahman Seti", "Junai Tamba", "Risma Haki", "Aprilia"]


def test_the_name_may_stand_before_the_office() -> None:
    text = "Venita selaku Kepala BPJS Ketenagakerjaan Blitar berterima kasih."
    (found,) = find_officials(Prose(text))
    assert (found.name, found.role) == ("Venita", "Kepala BPJS Ketenagakerjaan Blitar")


def test_the_name_may_follow_the_dateline() -> None:
    text = "LOKUS, BLITAR – Wira Kawan, Kepala Kantor BPJS Ketenagakerjaan Cabang Blitar, hadir."
    (found,) = find_officials(Prose(text))
    assert found.name == "Wira Kawan"


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


def test_a_degree_ends_no_list() -> None:
    text = "Hadir Direktur Kelas, dr. Joni Rafael, MMR, serta Budi Contoh, Kepala BPJS Binjai."
    assert [one.name for one in find_officials(Prose(text))] == ["Joni Rafael", "Budi Contoh"]


def test_a_list_goes_on_with_the_name_before_its_office() -> None:
    text = (
        "Hadir Bupati Bungo Joni Rafael, Sri Hartati, Kepala Kantor Kementerian Agama Bungo, serta "
        "para camat. Ikut Bupati Tebo Budi Santoso, Jawa Tengah, Kepala Dinas Sosial, dan tamu."
    )
    names = [one.name for one in find_officials(Prose(text))]
    assert names == ["Joni Rafael", "Sri Hartati", "Budi Santoso"]


def test_a_place_of_no_list_is_known_by_how_the_text_names_it() -> None:
    text = "Camat Elok Jati Joni Rafael hadir. Kecamatan Elok Jati maju, kata Bupati Elok Jatiwan."
    assert [one.name for one in find_officials(Prose(text))] == ["Joni Rafael", "Elok Jatiwan"]


def test_a_person_is_listed_once_by_the_fullest_name() -> None:
    text = "Bupati Panca hadir. Bupati Ogan Ilir Panca Adinata bicara. Bupati P Adinata pulang. "
    text += "Bupati Adin makan."
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
        "sesuai Peraturan Menteri Tanaga Kerja",
        "Staf Ahli Senior Dewan Pengawas BPJS Ketenagakerjaan",
        "perwakilan Badan Penyelenggara Jaminan Sosial",
        "perwakilan Disnaker, Tokoh Masyarakat",
        "perwakilan Asosiasi Pengusaha Muda",
        "Kabag Hukum dan Kabag Tapem",
        "pengurus desa adat, ialah Bendesa Adat Rekasari",
        "usai kata Bupati, Ahad (1/10)",
        "Rektor Universitas Bina Karsa (UBK)",
        "saat Pemilihan Kepala Daerah (Pilkada) Serentak",
        "di Ruang Rapat Bupati, Elok Selatan,",
        "dalam program Wali Kota Menyapa",
        "para Camat dan Kades",
        "pendeta, vikaris, guru Injil,",
        "Kepala Seksi Bimas Islam yang baru",
        "Rektor Universitas Islam Negeri Sultan Elok Raya",
        "para ketua RT Kecamatan Ngasem dan Kasiman",
        "ketua Forum Kewaspadaan Dini Masyarakat (FKDM)",
        "Ketua Panwascam se-Kabupaten",
        "pada rapat, hadir Kasubbag TU, Kasi Bimas Islam, dan tamu",
        "atas instruksi presiden RI. Alasannya",
        "wakil rektor, Kampus Elok Raya,",
        "Sesuai Keputusan Bupati Bungo Nomor Lima",
        "Sesuai Instruksi Bupati Bungo Tentang Jaminan",
        "Hadir Kepala BPKAD, Bapperida, dan Disnakertrans.",
        "MoU diteken Pimpinan Wilayah Gerakan Pemuda di aula.",
        "Penghargaan dinilai Ketua Tim Juri.",
        "Hadir wakil bupati, Jum'at (5/4/2024), di aula.",
        "Usai bertemu Direktur Utama di Jakarta, Budi Kawan pulang.",
        "Direktur Utama Perumda PAM Jaya Budi Kawan hadir.",
        "Pimpinan Cabang (PC) Ikatan Pelajar Putri Nahdlatul Ulama hadir.",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert find_officials(Prose(f"Hadir {text} di sana.")) == ()


@pytest.mark.parametrize(
    ("before", "role"),
    [
        (
            "Rektor Universitas Batanghari Bersatu Prof. Dr.",
            "Rektor Universitas Batanghari Bersatu",
        ),
        ("Rektor Universitas Cahya Prof Dr", "Rektor Universitas Cahya"),
        ("Rektor Universitas Ria Cahya Assoc. Prof. Dr.", "Rektor Universitas Ria Cahya"),
        ("Wakil Rektor I Prof. Dr.", "Wakil Rektor I"),
        ("Kepala Dinas Tenaga Kerja Prof. Dr.", "Kepala Dinas Tenaga Kerja"),
    ],
)
def test_a_body_goes_on_until_the_title(before: str, role: str) -> None:
    found = find_officials(Prose(f"Hadir {before} Wirda Hanum, M.Pd. di sana."))
    assert [(one.name, one.role) for one in found] == [("Wirda Hanum", role)]


@pytest.mark.parametrize("text", ["Setiap kepala OPD wajib", "Kepala BPJS Ketenagakerjaan.\n\nNKS"])
def test_words_around_an_office_are_no_names(text: str) -> None:
    assert find_officials(Prose(text)) == ()
