"""Datelines, sign-offs and credited sources at the ends of a story."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.page.edges import (
    dateline_of,
    is_closing_name,
    is_sign_off,
    source_credit_of,
    split_sign_off,
    with_dateline_joined,
)
from pipelines.page.lines import Line

DATELINES = [
    ("Kota Semu, InfoPublik - Pemkab", "Kota Semu"),
    ("KOTA SEMU, PROKOMPIM – Pemkab", "KOTA SEMU"),
    ("SRIFIKSI.COM, PALEMBANG - Pemerintah provinsi", "PALEMBANG"),
    ("MUARA BUNGO, JAMBI-FIKSI.CO.ID – Kantor cabang", "MUARA BUNGO"),
    ("MUARADUA - Guna memberikan", "MUARADUA"),
    ("[Kampus Reka – Mataram] Rektor melepas", "Mataram"),
    ("[Berita duka] Telah berpulang", None),
    ("KOTA SEMU, HUMAS DPRD. Komisi tiga", "KOTA SEMU"),
    ("KOTA SEMU, PT ABADI. Komisi tiga", None),
    ("BANGKA BARAT – BPJS Ketenagakerjaan", "BANGKA BARAT"),
    ("Mataram, NTB (ANTARA News) - Sebanyak 29", "Mataram, NTB"),
    ("Manado (ANTARA) - Wali kota", "Manado"),
    ("JAKARTA, KOMPAS.com - Menteri", "JAKARTA"),
    ("jpnn.com, BREBES - Bupati", "BREBES"),
    ("REPUBLIKA.CO.ID, MEDAN -- Dua hari", "MEDAN"),
    ("Liputan6.com, Jakarta - Kasus", "Jakarta"),
    ("BERITAFIKSI.COM, Bulukumba — Bupati", "Bulukumba"),
    ("OKI,PALFIKSI.CO -Bupati", "OKI"),
    ("PEKANBARU (fiksipos.co)-Wali kota", "PEKANBARU"),
    ("PROVINSIFIKSI.com | Pekanbaru, 26 September 2025 – BPJS", "Pekanbaru"),
    ("Ternate, 8/6 (Antaranews Maluku) - BPJS", "Ternate"),
    ("MEDAN | Fiksinews.com – Wali kota", "MEDAN"),
    ("Surabaya-Pemerintah kota", "Surabaya"),
    ("Banda Aceh – Pemerintah Aceh", "Banda Aceh"),
    ("MUARADUA, HARIAN FIKSI - Camat", "MUARADUA"),
    ("KBRN, Semarang: BPJS", "Semarang"),
    ("KOTA SEMU, Sebanyak 1.800 pekerja", "KOTA SEMU"),
    ("PEMKAB SEMU, Selasa pagi", None),
    ("KOTA SEMU, FIKSIPOS - Pemkab", "KOTA SEMU"),
    ("Palembang: Wali kota meneken", "Palembang"),
    ("JAKARTA. Menteri meneken", "JAKARTA"),
    ("Catatan: Wali kota meneken", None),
    ("TRIBUNFIKSI.COM - Berikut ini", None),
    ("Suara.com - Kapolda", None),
    ("Bupati Ogan Ilir – yang baru dilantik – hadir.", None),
    ("Pemerintah Kabupaten Ogan Ilir berkomitmen memastikan pekerja terlindungi.", None),
    ("“Kami siap,” kata bupati - sambil tersenyum.", None),
    ("Program ini - yang dimulai Maret - berlanjut.", None),
    ("", None),
]

SIGN_OFFS = """
(vyp/kna) | [ian] | (*) | (**) | *** | (Z-3) | ( SK ) | (red) | (Hafid) | (Red/kompas) |
(Luh Contoh) | (sy/ed: pt) | [tyi/loy] | *** (dds) | (SN7) | (end) | (BPJS-red) | [*/abe] | [*] |
(Pendim 1306-A)
"""
NO_SIGN_OFFS = [
    "(31/5/2015)",
    "[Nama Kitab hal. 41]",
    "(Foto: Humas)",
    "Selesai.",
    "(JKK) dan",
    "(dua ribu tiga ratus orang pekerja rentan di kabupaten itu)",
]


@pytest.mark.parametrize(("paragraph", "place"), DATELINES)
def test_dateline(paragraph: str, place: str | None) -> None:
    assert dateline_of(paragraph) == place


def test_the_outlet_is_no_place() -> None:
    assert dateline_of("ZONA REKA – Pemkab", frozenset({"zonareka"})) is None
    assert dateline_of("Kota Semu, CNN Reka -- Pasar", frozenset({"cnnreka"})) == "Kota Semu"
    assert dateline_of("KOTA SEMU, REKA – Pasar", frozenset({"suarareka"})) == "KOTA SEMU"
    assert dateline_of("REKA.COM, SEMU - Pasar", frozenset({"semu.reka.com"})) == "SEMU"
    assert dateline_of("JAMBI - Wali kota", frozenset({"jambi"})) == "JAMBI"
    assert dateline_of("KOTA SEMU, urbanReka – Pasar", frozenset({"urbanreka"})) == "KOTA SEMU"
    own = frozenset({"suarajambi"})
    assert dateline_of("Muaro Jambi, Jambi – Pasar", own) == "Muaro Jambi, Jambi"


@pytest.mark.parametrize("line", [sign.strip() for sign in SIGN_OFFS.split("|")])
def test_sign_off_line(line: str) -> None:
    assert is_sign_off(line)
    assert split_sign_off(f"“Kami siap,” ujarnya. {line}") == ("“Kami siap,” ujarnya.", line)


def test_initials_without_brackets_are_a_code_only_on_a_line_of_their_own() -> None:
    assert is_sign_off("GE/AS")
    assert is_sign_off("Humas/Ani")
    assert is_sign_off("Ani Contoh/Budi Semisal")
    assert is_sign_off("(Diskominfo Reka/rls-foto: ani)")
    assert is_sign_off("[Prokopim Setda/Ani Contoh]")
    assert not is_sign_off("(Foto: Humas Reka)")
    long = "Dinas Tenaga Kerja dan Transmigrasi Kabupaten Sungai Madu Reka"
    assert is_sign_off(f"(Humas {long})")
    assert is_sign_off(f"(Humas {long[:50]})")
    assert not is_sign_off(f"({long})")
    assert not is_sign_off("(Kamis, 16/10/2025)")
    assert not is_sign_off("Humas/Ani Contoh menyebut")
    assert not is_sign_off("Bupati/wali kota")
    assert split_sign_off("Peserta mendapat JKK/JKM") == ("Peserta mendapat JKK/JKM", None)
    assert split_sign_off("Iuran dibayar desa (*/ril)") == ("Iuran dibayar desa", "(*/ril)")
    assert split_sign_off('"Sulit," ujarnya.***(ani)') == ('"Sulit," ujarnya.', "***(ani)")
    assert split_sign_off("Kartu dibagi. [Anisa]") == ("Kartu dibagi.", "[Anisa]")
    assert split_sign_off("Kartu dibagi [Anisa]")[1] is None
    assert split_sign_off("Kartu dibagi. (ANI/Foto:Budi)") == ("Kartu dibagi.", "(ANI/Foto:Budi)")
    assert split_sign_off("Kartu dibagi (ANI/Foto:Budi)")[1] is None
    assert split_sign_off("Kartu dibagi (**).") == ("Kartu dibagi", "(**)")
    assert split_sign_off("Program itu disebut (jkk)")[1] is None


@pytest.mark.parametrize("line", NO_SIGN_OFFS)
def test_no_sign_off_line(line: str) -> None:
    assert not is_sign_off(line)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Iuran dibayar dari anggaran daerah (APBD).",
        "Hal itu disampaikan bupati, Rabu (24/9).",
        "Program itu bernama Sejahterakan Pekerja (SERTAKAN)",
        "(*)",
    ],
)
def test_paragraph_without_sign_off(paragraph: str) -> None:
    assert split_sign_off(paragraph) == (paragraph, None)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Sumber: Sriwijaya Fiksi", "Sriwijaya Fiksi"),
        ("Link sumber: portalfiksi.com", "portalfiksi.com"),
        ("Sumber : Antara", "Antara"),
        ("Sumber:", ""),
        ("Sumber dana berasal dari APBD.", None),
        ("Sumber daya: manusia " + "dan alam " * 20, None),
    ],
)
def test_credited_source(line: str, credit: str | None) -> None:
    assert source_credit_of(line) == credit


def test_closing_name() -> None:
    assert is_closing_name("ANI CONTOH", 1.0)
    assert not is_closing_name("ANI CONTOH", 0.0)
    assert not is_closing_name("Akhir Cerita?", 1.0)


def test_dateline_outside_of_the_first_paragraph_opens_it() -> None:
    lines = [Line("Kota Semu -", "div"), Line("Pemkot menambah peserta.", "p"), Line("Dua.", "p")]
    assert [line.text for line in with_dateline_joined(lines)] == [
        "Kota Semu - Pemkot menambah peserta.",
        "Dua.",
    ]
    advert = [Line("- Advertisement -", "div"), Line("Pemkot menambah peserta.", "p")]
    assert with_dateline_joined(advert) == advert
    apart = [Line("KOTA SEMU, 3 Mei --", "p"), Line("Pemkot menambah peserta.", "p")]
    assert with_dateline_joined(apart) == apart


def test_labelled_datelines(shared: Path) -> None:
    """Real openings: a place or nothing, never the outlet's domain."""
    places = [
        place
        for line in (shared / "labels/date_strings.tsv").read_text().splitlines()
        if (raw := line.split("\t")[0]).rstrip().endswith(("-", "–", "—"))
        and (place := dateline_of(f"{raw} Pemerintah daerah dan BPJS"))
    ]
    assert len(places) > 80
    assert [p for p in places if ".com" in p.lower() or ".id" in p.lower()] == []


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    dateline_of(text)
    is_sign_off(text)
    source_credit_of(text)
    rest, sign = split_sign_off(text)
    assert text.startswith(rest)
    assert sign is None or sign in text
