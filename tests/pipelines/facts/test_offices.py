"""Which office acts: how it is named, and which of several. All stories are our own."""

import pytest

from pipelines.facts.offices import acting_office
from pipelines.facts.prose import Prose
from pipelines.regions import region


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Kepala BPJS Ketenagakerjaan Cabang Palembang Andi", "Kantor Cabang Palembang"),
        ("Kantor Cabang BPJS Ketenagakerjaan Muara Bungo", "Kantor Cabang Muara Bungo"),
        ("BPJS Ketenagakerjaan Cabang Utama Palembang", "Kantor Cabang Utama Palembang"),
        ("BPJS Ketenagakerjaan KCP Halmahera Selatan", "Kantor Cabang Pembantu Halmahera Selatan"),
        ("BPJS Ketenagakerjaan Kantor Cabang Perintis Bantul", "Kantor Cabang Perintis Bantul"),
        ("BPJAMSOSTEK Cabang Manado", "Kantor Cabang Manado"),
        ("BPJS TK Cabang Kudus Multanti, Penandatanganan itu", "Kantor Cabang Kudus"),
        ("BPSJ Ketenagakerjaan Cabang Manado", "Kantor Cabang Manado"),
        ("Kanwil BPJS Ketenagakerjaan Sumbagsel", "Kantor Wilayah Sumbagsel"),
        (
            "Kantor Wilayah BPJS Ketenagakerjaan Jawa Tengah dan DIY",
            "Kantor Wilayah Jawa Tengah dan DIY",
        ),
        ("BPJS Ketenagakerjaan Kantor Wilayah Jawa Timur", "Kantor Wilayah Jawa Timur"),
        ("Kantor BPJS Pangkalpinang Abdul", "Pangkalpinang"),
        ("BPJS Ketenagakerjaan Batam Nagoya, Ocky", "Batam Nagoya"),
        ("BPJS Ketenagakerjaan Jakarta Ceger", "Jakarta Ceger"),
        ("BPJS Tenaga kerja OKU, Riski", "OKU"),
        ("Kepala Kantor BPJS Ketenagakerjaan Cab. Lampung Tengah", "Kantor Cabang Lampung Tengah"),
        ("Kepala BPJS Ketenagakerjaan Cab.Lampung Tengah", "Kantor Cabang Lampung Tengah"),
        ("Kantor BPJS Kuala Tungkal Wilayah Kabupaten Tanjabbar", "Kuala Tungkal"),
        ("BPJS Kesehatan Cabang Palembang", None),
        ("BPJS Ketenagakerjaan mengapresiasi", None),
        ("bank cabang Palembang", None),
        ("tamu di Plaza BPJAMSOSTEK Jakarta", None),
        (
            "Deputi Direktur Wilayah Kalimantan BPJS Ketenagakerjaan, Rini",
            "Kantor Wilayah Kalimantan",
        ),
        ("Kepala Cabang BPJS Ketenagakerjaan Malang Raya Imam", "Kantor Cabang Malang Raya"),
        (
            "Kepala Kantor Wilayah BPJS Ketenagakerjaan untuk Sumatra Barat, Riau, dan Kepri",
            "Kantor Wilayah Sumatra Barat, Riau, dan Kepri",
        ),
        (
            "Kepala Kantor Cabang BPJS Ketenagakerjaan Kota Binjai di BPJS Ketenagakerjaan Binjai",
            "Kantor Cabang Kota Binjai",
        ),
        (
            "Wilayah BPJS Ketenagakerjaan Jatim, lalu Kanwil BPJS Ketenagakerjaan Jawa Timur",
            "Kantor Wilayah Jawa Timur",
        ),
        ("kata Kepala BPJS Ketenagakerjaan Kota Bontang", "Kota Bontang"),
        (
            "Kepala Kantor Cabang BPJS Ketenagakerjaan Cilacap memandu penandatanganan antara "
            "Kantor Wilayah BPJS Ketenagakerjaan Jateng dengan kampus",
            "Kantor Wilayah Jateng",
        ),
        ("Kepala KCP BPJS Ketenagakerjaan Cabang Kudus", "Kantor Cabang Pembantu Kudus"),
        ("Kepala Kantor Cabang (Kakacab) BPJS Ketenagakerjaan Kudus", "Kantor Cabang Kudus"),
        (
            "BPJS Ketenagakerjaan (BPJAMSOSTEK) Kantor Wilayah (Kanwil) Banten, Sri",
            "Kantor Wilayah Banten",
        ),
        ("Kepala Kantor Cabang Kelas 3 BPJS Ketenagakerjaan Sampit, Sri", "Kantor Cabang Sampit"),
        ("BPJS Ketenagakerjaan KC Kudus-Jepara, menyerahkan", "Kantor Cabang Kudus-Jepara"),
        ("Kepala BPJamsostek Perwakilan Kebumen Sri", "Kebumen"),
        ("Deputi Direktur BPJS Ketenagakerjaan Jateng DIY Sri", "Kantor Wilayah Jateng DIY"),
        ("Deputi Direktur BPJS Ketenagakerjaan Bidang Hukum", None),
        ("Kepala cabang Penyelenggara Jaminan Sosial Ketenagakerjaan Kudus", "Kantor Cabang Kudus"),
        ("BPJS Ketengakerjaan Cabang Kudus", "Kantor Cabang Kudus"),
        ("BPJS Ketenagakerjaan Cabang Papua Biak Sri Wahyuni", "Kantor Cabang Papua Biak"),
        (
            "Kepala Cabang BPJS Ketenagakerjaan Nias Gunungsitoli, Sri",
            "Kantor Cabang Nias Gunungsitoli",
        ),
        ("Kepala Cabang BPJS Ketenagakerjaan Demak Kudus Wahyudi", "Kantor Cabang Demak"),
        ("BPJS Ketenagakerjaan Cabang Tobelo Halmahera Utara", "Kantor Cabang Tobelo"),
        (
            "BPJS Ketenagakerjaan Papua Barat dan Papua Barat Daya",
            "Papua Barat dan Papua Barat Daya",
        ),
        ("BPJS Ketenagakerjaan Demak dan Kudus", "Demak"),
        ("Kepala Cabang BPJS Ketenagakerjaan Demak dan Kudus", "Kantor Cabang Demak dan Kudus"),
        ("Kepala BPJS TK Cabang Demak Kidul, Sri, mengatakan", "Kantor Cabang Demak Kidul"),
        ("Kepala BPJS TK Cabang Demak Wahyu, Rabu (3/4), mengatakan", "Kantor Cabang Demak"),
        ("Kepala BPJS TK Cabang Demak Wahyu, Kepala Dinas Sri, hadir", "Kantor Cabang Demak"),
        ("Kepala BPJS TK Cabang Demak Wahyu, SE, mengatakan", "Kantor Cabang Demak"),
        ("Kepala BPJS Ketenagakerjaan wilayah Demak", "Demak"),
        ("Kepala BPJS Ketenagakerjaan wilayah Kalimantan", "Kantor Wilayah Kalimantan"),
        ("Kepala BPJS Ketenagakerjaan area Demak", "Demak"),
        ("BPJS Ketenagakerjaan bersama Bank Maju cabang Kudus", None),
        ("BPJS Ketenagakerjaan dan PT Pos Cabang Kudus", None),
        ("petugas di wilayah BPJS Ketenagakerjaan Kudus", "Kudus"),
        ("Kepala Kantor Cabang BPJS Naker mengatakan", None),
        ("Kepala Kantor Cabang (Kacab) BPJS Ketenagakerjaan Multanti menjelaskan", None),
        ("BPJS Ketenagakerjaan Cabang Elokraya menyerahkan kartu", "Kantor Cabang Elokraya"),
        ("BPJS Ketenagakerjaan, kata Kepala Kantor Wilayah Kementerian Agama Banten", None),
    ],
)
def test_offices(text: str, office: str | None) -> None:
    assert acting_office(Prose(f"Acara dihadiri {text} hari itu.")) == office


def test_a_regional_office_is_one_with_what_its_first_province_is_called() -> None:
    text = (
        "Kepala Kanwil BPJS Ketenagakerjaan Jateng dan DIY Ita bicara. Perjanjian kerja sama "
        "antara BPJS Ketenagakerjaan Jateng-DIY dan pengurus masjid ditandatangani."
    )
    assert acting_office(Prose(text)) == "Kantor Wilayah Jateng dan DIY"


def test_the_office_of_the_government_goes_before_that_of_its_guests() -> None:
    text = (
        "Pemkab Kudus meluncurkan program.\n\nHadir Kepala BPJS Ketenagakerjaan Kanwil Jateng Budi "
        "dan Kepala BPJS Ketenagakerjaan Cabang Kudus Andi."
    )
    kudus = region("33.19")
    assert kudus is not None
    assert acting_office(Prose(text), (kudus,)) == "Kantor Cabang Kudus"


@pytest.mark.parametrize(
    ("code", "office"), [("33.20", "Kantor Cabang Kudus"), ("33", "Kantor Wilayah Jateng")]
)
def test_a_kabupaten_works_with_a_branch_and_a_province_with_its_regional_office(
    code: str, office: str
) -> None:
    text = (
        "Hadir Kepala Kanwil BPJS Ketenagakerjaan Jateng Budi dan Kepala BPJS Ketenagakerjaan "
        "Cabang Kudus Andi.\n\nKepala Kanwil BPJS Ketenagakerjaan Jateng Budi senang."
        "\n\nKepala BPJS Ketenagakerjaan Cabang Kudus juga."
    )
    party = region(code)
    assert party is not None
    assert acting_office(Prose(text), (party,)) == office


def test_a_regional_office_and_its_short_form_are_one() -> None:
    text = (
        "BPJS Ketenagakerjaan Cabang Denpasar hadir.\n\nKepala Kantor Wilayah BPJS Ketenagakerjaan "
        "Bali, Nusa Tenggara dan Papua bicara.\n\nKakanwil Banuspa BPJS Ketenagakerjaan senang."
    )
    assert acting_office(Prose(text)) == "Kantor Wilayah Bali, Nusa Tenggara dan Papua"


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Program diluncurkan. Hadir Kepala BPJS Ketenagakerjaan Kanwil Jateng Budi dan Kepala "
            "BPJS Ketenagakerjaan Cabang Kudus Andi.",
            None,
        ),
        (
            "BPJS Ketenagakerjaan Ternate meneken kerja sama.\n\nHadir Kepala Kantor Wilayah BPJS "
            "Ketenagakerjaan Sulawesi-Maluku Wati.\n\nKepala Kantor Wilayah BPJS Ketenagakerjaan "
            "Sulawesi-Maluku Wati bergembira.",
            "Ternate",
        ),
        (
            "Kepala BPJS Ketenagakerjaan Wilayah Bali–Nusa Tenggara–Papua Budi berterima kasih.",
            "Kantor Wilayah Bali–Nusa Tenggara–Papua",
        ),
        (
            "BPJS Ketenagakerjaan melindungi pendeta dan guru sekolah minggu.\n\nSementara itu,"
            " Kepala Kantor Wilayah DKI Jakarta, Budi, bergembira.",
            "Kantor Wilayah DKI Jakarta",
        ),
        ("Program jalan. Hadir dari BPJS Kesehatan, Kepala Cabang Kudus, Budi.", None),
        (
            "Dua perjanjian dibuat pemkab bersama BPJS Ketenagakerjaan.\n\nYang membubuhkan tanda "
            "tangan ialah Kepala BPJS Ketenagakerjaan Cabang Makassar, Budi. Kepala BPJS "
            "Ketenagakerjaan Kantor Wilayah Sulawesi Maluku, Ani, menjadi saksi.\n\nKepala Kantor "
            "Wilayah Sulawesi Maluku BPJS Ketenagakerjaan, Ani, memuji penandatanganan itu.",
            "Kantor Cabang Makassar",
        ),
        (
            "Bupati Kudus meneken kerja sama. Kepala BPJS Ketenagakerjaan Cabang Kudus Budi "
            "menyaksikan penyerahan santunan. Kepala BPJS Ketenagakerjaan Cabang Pati, Ani, hadir.",
            "Kantor Cabang Kudus",
        ),
    ],
)
def test_who_signs_goes_before_who_attends(text: str, office: str | None) -> None:
    assert acting_office(Prose(text)) == office


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("BPJS Ketenagakerjaan Cabang Sukamaju bersama pemkab", "Kantor Cabang Sukamaju"),
        (
            "Kantor Cabang Pembantu BPJS Ketenagakerjaan Sukamaju, Fitri",
            "Kantor Cabang Pembantu Sukamaju",
        ),
        ("BPJS Ketenagakerjaan Cabang Sukamaju Retno Palupi hadir", None),
        ("BPJS Ketenagakerjaan Sukamaju bersama pemkab", None),
        ("BPJS Ketenagakerjaan sumber menyebut", None),
        ("Kepala BPJS Ketenagakerjaan Palu, Kepala BPJS Ketenagakerjaan Poso, dan camat", None),
    ],
)
def test_a_town_that_no_list_has_is_believed_only_where_it_ends(
    text: str, office: str | None
) -> None:
    assert acting_office(Prose(f"Acara {text} hari itu.")) == office


def test_an_office_is_the_governments_own_by_any_name_of_it() -> None:
    rokan_hulu = region("14.06")
    assert rokan_hulu is not None
    text = "Hadir BPJS Ketenagakerjaan Cabang Dumai dan BPJS Ketenagakerjaan Cabang Rohul."
    assert acting_office(Prose(text), (rokan_hulu,)) == "Kantor Cabang Rohul"


def test_a_branch_whose_head_speaks_goes_before_the_agency_of_the_place() -> None:
    text = (
        "PKS antara pemkab dan BPJS Ketenagakerjaan Sumba Timur ditandatangani, Rabu.\n\n"
        "Kepala BPJS Ketenagakerjaan Cabang Sumba, Ani Contoh, berterima kasih."
    )
    (own,) = filter(None, [region("53.11")])
    assert acting_office(Prose(text), (own,)) == "Kantor Cabang Sumba"
