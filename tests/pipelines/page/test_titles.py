"""The headline as the reader sees it."""

from itertools import takewhile

import pytest
from lxml import etree

from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Page
from pipelines.page.headlines import heading_before, headline_above
from pipelines.page.lines import Line
from pipelines.page.metadata import read_metadata
from pipelines.page.titles import confirmed_by, is_site_only, title_of, without_site
from tests.pipelines.page.samples import FIRST, SECOND

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
        ("MisalKini.com - Bupati Teken PKS", "Bupati Teken PKS"),
        ("Pemkab Ogan Ilir - BPJS Teken PKS", "Pemkab Ogan Ilir - BPJS Teken PKS"),
        ("Bupati: Pekerja - Petani Dilindungi", "Bupati: Pekerja - Petani Dilindungi"),
        ("Dinas - Zona Reka Buka Loket di...", "Dinas - Zona Reka Buka Loket di..."),
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
        ("Bupati Teken PKS", ["Blog Contoh", "Arsip"], ""),
        (
            "Universitas Semu Raya Reka",
            ["Beranda / Universitas Semu Raya Reka Wajibkan Ribuan Mahasiswa Ikut Jaminan Sosial"],
            "",
        ),
        ("", ["Judul di Halaman"], ""),
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
    assert confirmed_by(declared, headings, OUTLET) == title


OWN = "Warga Menyambut Baik Program Pelatihan Nelayan"
OTHER = "Kapal Ikan Dua Kabupaten Hilang Kontak"


@pytest.mark.parametrize(
    ("declared", "shown", "title"),
    [
        (f"<meta property='og:title' content='{OTHER}'><title>{OWN} - Contoh</title>",
         f"<h1>{OWN}</h1>", OWN),
        (f"<meta property='og:title' content='{OWN}'><title>Kabar Pagi dari Reka</title>",
         f"<h3>Kabar Pagi dari Reka</h3><div>{OWN}</div>", OWN),
        ("<title>Detail Berita - Balai Pelatihan Semu</title>", f"<h1>{OWN}</h1>", OWN),
        ("<title>Kementerian Contoh R.I. | Siaran Pers</title>",
         f"<div class='judul'><span>{OWN}</span></div>", OWN),
        (f"<title>{OTHER}</title>", f"<h1>{OWN}</h1>", OWN),
        ("<title>Warga Pesisir dan Nelayan Menyambut Program</title>", f"<h1>{OWN}</h1>", OWN),
        ("<title>Warga Pesisir dan Nelayan Menyambut Program</title>", f"<h3>{OWN}</h3>",
         "Warga Pesisir dan Nelayan Menyambut Program"),
        ("<title>Dinas Pasar Kota Semu</title>", f"<h1>Dinas Pasar Kota Semu</h1><h2>{OWN}</h2>",
         OWN),
        (f"<title>{OWN} - Berita - Pemkab Semu</title>", f"<h4>{OWN}</h4>", OWN),
        (f"<title>{OWN} - Ini Daftarnya</title>", f"<p>{OWN} - Ini Daftarnya</p>",
         f"{OWN} - Ini Daftarnya"),
        ("<title>Kabar Tercepat, Akurat dan Terpercaya</title>", f"<h4>{OWN}</h4>", OWN),
        (f"<title>{OTHER}</title>", "<h2>Melayani dengan Sepenuh Hati Setiap Hari</h2>", OTHER),
        (f"<title>{OTHER}</title>", f"<div>{OTHER}</div><h3>{OWN}</h3>", OTHER),
        (f"<title>{OTHER}</title>", "<h2>Warga Berlibur ke Pantai Selatan</h2>", OTHER),
    ],
)  # fmt: skip
def test_of_what_the_head_declares_and_the_page_shows_the_storys_own_is_the_title(
    declared: str, shown: str, title: str
) -> None:
    told = "Program pelatihan itu dimulai. Para nelayan dan warga di pesisir Reka menyambut baik."
    story = f"<p>{FIRST}</p><p>{SECOND}</p><p>{told} Kapal siap.</p>"
    body = f"{declared}<body>{shown}<div>{story}</div></body>"
    page = Page("https://contoh.id/a", f"<html>{body}</html>".encode())
    assert extract_article(page, GENERIC_SITE).title == title


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("Bupati Meneken Perjanjian Iuran Perangkat Desa", "heading"),
        ("Ikuti Akun Kami di Media Sosial", "office"),
    ],
)
def test_an_office_in_a_large_heading_is_no_headline_above_a_small_one_that_is_told(
    heading: str, read: str
) -> None:
    office = "BADAN KEPEGAWAIAN DAN SUMBER DAYA MANUSIA"
    head = f"<title>BKPSDM Semu | Berita</title><h1>{office}</h1><h4>{heading}</h4>"
    body = f"<html><body>{head}<div><p>{FIRST}</p><p>{SECOND}</p></div></body></html>"
    article = extract_article(Page("https://bkpsdm.semukab.go.id/a", body.encode()), GENERIC_SITE)
    assert article.title == {"heading": heading, "office": office}[read]


def test_a_headline_that_nothing_sets_off_is_told_in_its_story() -> None:
    for tag in ("p", "a href='#'"):
        headline = f"<{tag}>Bupati Meneken Perjanjian bagi Perangkat</{tag[0]}>"
        told = f"<p>Melayani warga kota ini</p>{headline}<div><p>{FIRST}</p><p>{SECOND}</p></div>"
        body = f"<html><title>Semu Raya</title><body>{told}</body></html>"
        article = extract_article(Page("https://semuraya.go.id/a", body.encode()), GENERIC_SITE)
        assert article.title == "Bupati Meneken Perjanjian bagi Perangkat"


def test_a_title_escaped_twice_is_read() -> None:
    root = etree.HTML("<title>Bupati &amp;ldquo;Naik Kelas&amp;rdquo; di Reka</title><p>x</p>")
    assert title_of(root, read_metadata(root), (), OUTLET, None) == "Bupati “Naik Kelas” di Reka"


@pytest.mark.parametrize(
    "headline",
    [
        "<td><span class='judulberita'>{}</span><br><br>{}<br><br>{}</td>",
        "<td><b>{}</b></td></tr><tr><td>4 Mei 2024<br><br>{}<br><br>{}</td>",
        "<td><div><h3>{}</h3><p>4 Mei 2024</p></div>{}<p>{}</p></td>",
        "<td><h2>{}</h2><h4>Bupati: iuran dibayar dari anggaran daerah</h4><p>{}</p><p>{}</p></td>",
        "<td><h1>{}<br><span style='font-size:14px'>Iuran dibayar daerah</span></h1>{}<p>{}</td>",
        "<td><h4>{} <small>4 Mei 2024</small></h4><p>{}</p><p>{}</p></td>",
        "<td><h3>Judul</h3><dl><dt>Judul<dd>{}</dl>{}<p>{}</p></td>",
        "<td><a href='#'><h6>{}</h6></a><p>{}</p><p>{}</p></td>",
        "<td><p class='text-2xl font-bold my-3'>{}</p><div><p>{}</p><p>{}</p></div></td>",
        "<td><mat-card-title>{}</mat-card-title><div><p>{}</p><p>{}</p></div></td>",
    ],
)
def test_a_page_that_declares_only_its_site_has_its_headline_above_the_story(headline: str) -> None:
    told = headline.format("Warga Semu Raya Panen Cabai di Lereng", FIRST, SECOND)
    slogan = "<b>Melayani dengan sepenuh hati <i>setiap hari</i> kerja</b>"
    for site in ("Portal Semu Raya", "Portal Resmi Dinas Pasar Kota", "Dinas Pasar :: Berita"):
        body = f"<title>{site}</title><p>{slogan}<p><h3>Beranda</h3><table><tr>{told}"
        page = Page("https://semuraya.go.id/a", f"<html><body>{body}".encode())
        article = extract_article(page, GENERIC_SITE)
        assert article.title == "Warga Semu Raya Panen Cabai di Lereng"
        assert article.paragraphs == (FIRST, SECOND)


@pytest.mark.parametrize(
    ("title", "heading", "read"),
    [
        ("Semu Raya - RSUD Reka Asri Semu", "Bupati Meneken Perjanjian dengan BPJS", "heading"),
        ("DPRD Semu Raya Sahkan Anggaran", "Ikuti Akun Kami di Media Sosial", "title"),
        ("Desa Semu Lindungi Petani Kopi", "Kabar Pilihan Warga Semu Hari Ini", "title"),
    ],
)
def test_a_title_like_an_offices_gives_way_to_a_heading_that_the_story_tells(
    title: str, heading: str, read: str
) -> None:
    head = f"<html><head><title>{title}</title></head><body><h3>{heading}</h3>"
    page = Page("https://x.go.id/a", f"{head}<div><p>{FIRST}</p><p>{SECOND}</p></div>".encode())
    assert extract_article(page, GENERIC_SITE).title == {"heading": heading, "title": title}[read]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Warga Reka Panen: Cabai Naik", "Warga Reka Panen: <small>Cabai Naik</small>"),
        ("Warga Reka Panen Cabai Merah", "Warga Reka Panen Cabai <small>Merah</small>"),
        ("Warga Reka Panen Cabai", "Warga Reka Panen Cabai <small>4 Mei 2024</small>"),
        ("Warga Reka Panen Cabai", "Warga Reka Panen Cabai <span><sup>Featured</sup></span>"),
        ("Lahan Cabai Reka 5 m2", "Lahan Cabai Reka 5 m<span><sup>2</sup></span>"),
    ],
)
def test_small_print_in_a_headline_is_its_own_where_the_page_declares_it(
    title: str, shown: str
) -> None:
    root = etree.HTML(f"<title>{title}</title><h1>{shown}</h1><p>x</p>")
    assert title_of(root, read_metadata(root), (), OUTLET, None) == title


@pytest.mark.parametrize(
    ("title", "only"),
    [
        (".:: Pemerintah Kota Semu Raya ::.", True),
        ("Situs Resmi Semu Raya", True),
        ("Beranda", True),
        ("Warga Semu Raya Panen Cabai di Lereng Bukit", False),
        ("Panen Cabai Merah", False),
        ("Semu Raya Portal Berita Semu Raya dan Sekitarnya", True),
        ("Warga Semu Raya Keluhkan Portal Berita Daerah", False),
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
    above = takewhile(lambda e: e.tag != "p", root.iter())
    assert heading_before(list(above)) == "Warga Panen Cabai di Lereng"
