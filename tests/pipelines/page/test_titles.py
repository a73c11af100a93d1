"""The headline as the reader sees it."""

import pytest
from lxml import etree

from pipelines.page.lines import Line
from pipelines.page.metadata import read_metadata
from pipelines.page.titles import (
    choose_title,
    heading_before,
    headline_above,
    is_site_only,
    title_of,
    without_site,
)

OUTLET = frozenset({"tribunfiksi", "zonareka", "antaranewsfiksi", "republikaonline"})


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("Bupati Teken PKS - Tribunfiksi.com", "Bupati Teken PKS"),
        ("Bupati Teken PKS | Republika Online", "Bupati Teken PKS"),
        ("Bupati Teken PKS - ANTARA News Fiksi", "Bupati Teken PKS"),
        ("Bupati Teken PKS - Zona Reka", "Bupati Teken PKS"),
        ("Bupati Teken PKS Halaman all - Kompas.com", "Bupati Teken PKS Halaman all"),
        ("Tribunfiksi 103,5 FM - Bupati Teken PKS", "Bupati Teken PKS"),
        (".:: Zona Reka - Bupati Teken PKS ::.", "Bupati Teken PKS"),
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


def test_a_title_escaped_twice_is_read() -> None:
    root = etree.HTML("<title>Bupati &amp;ldquo;Naik Kelas&amp;rdquo; di Reka</title><p>x</p>")
    assert title_of(root, read_metadata(root), (), OUTLET, None) == "Bupati “Naik Kelas” di Reka"


@pytest.mark.parametrize(
    ("title", "only"),
    [
        (".:: Pemerintah Kota Semu Raya ::.", True),
        ("Situs Resmi Semu Raya", True),
        ("Beranda", True),
        ("Warga Semu Raya Panen Cabai di Lereng Bukit", False),
        ("Panen Cabai Merah", False),
    ],
)
def test_title_that_names_only_the_site(title: str, only: bool) -> None:
    assert is_site_only(title, frozenset({"semuraya"})) is only


def test_headline_of_a_body_without_headings() -> None:
    kicker, head = Line("Berita Kota", "td", bold=1.0), Line("WARGA PANEN CABAI MERAH", "td")
    assert headline_above([kicker, head]) == head.text
    assert headline_above([Line("Warga panen cabai merah besar.", "p", bold=1.0)]) == ""


def test_headline_before_a_body() -> None:
    page = "<div><h1>Kota Semu</h1><h2>Warga Panen Cabai di Lereng</h2><p>A</p><h2>B C D E F</h2>"
    root = etree.fromstring(page, etree.HTMLParser())
    body = next(root.iter("p"))
    assert heading_before(body, root) == "Warga Panen Cabai di Lereng"
