"""The headline as the reader sees it."""

import pytest

from pipelines.titles import choose_title, without_site

OUTLET = frozenset({"tribunfiksi", "zonareka", "antaranewsfiksi", "republikaonline"})


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("Bupati Teken PKS - Tribunfiksi.com", "Bupati Teken PKS"),
        ("Bupati Teken PKS | Republika Online", "Bupati Teken PKS"),
        ("Bupati Teken PKS - ANTARA News Fiksi", "Bupati Teken PKS"),
        ("Bupati Teken PKS - Zona Reka", "Bupati Teken PKS"),
        ("Bupati Teken PKS Halaman all - Kompas.com", "Bupati Teken PKS Halaman all"),
        ("Pemkab Ogan Ilir - BPJS Teken PKS", "Pemkab Ogan Ilir - BPJS Teken PKS"),
        ("Bupati: Pekerja - Petani Dilindungi", "Bupati: Pekerja - Petani Dilindungi"),
        ("", ""),
    ],
)
def test_site_suffix(declared: str, title: str) -> None:
    assert without_site(declared, OUTLET) == title


@pytest.mark.parametrize(
    ("declared", "headings", "title"),
    [
        ("Bupati Teken PKS - Tribunfiksi.com", ["Bupati Teken PKS"], "Bupati Teken PKS"),
        ("Bupati Teken “PKS”", ["Nasional", 'Bupati Teken "PKS"'], 'Bupati Teken "PKS"'),
        ("Bupati Teken PKS", ["Blog Contoh", "Arsip"], "Bupati Teken PKS"),
        ("", ["Judul di Halaman"], "Judul di Halaman"),
        (
            "Bupati Teken Perjanjian Kerja Sama Halaman all - Kompas.com",
            ["Regional", "Bupati Teken Perjanjian Kerja Sama"],
            "Bupati Teken Perjanjian Kerja Sama",
        ),
        ("", [], ""),
    ],
)
def test_heading_that_the_declaration_confirms(
    declared: str, headings: list[str], title: str
) -> None:
    assert choose_title(declared, headings, OUTLET) == title
