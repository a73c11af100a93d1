"""Where around a story its own date and writer stand."""

import pytest

from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Article, Page
from tests.pipelines.page.samples import FIRST, SECOND, THIRD

TITLE = "Judul Berita yang Cukup Panjang"
STORY = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
DATED = "<div>Rabu, 1 Mei 2024 10:05 WIB</div>"
AT = "2024-05-01 10:05:00+07:00"


def read(body: str) -> Article:
    html = f"<html><title>{TITLE}</title><body>{body}</body></html>"
    return extract_article(Page("https://contoh.id/a", html.encode()), GENERIC_SITE)


@pytest.mark.parametrize("section", ["Berita Terkini", "Reka Terkini", "Terbaru"])
def test_a_section_called_like_other_stories_above_the_headline_ends_nothing(section: str) -> None:
    article = read(f"<div><span>{section}</span><h1>{TITLE}</h1>{DATED}<div>{STORY}</div></div>")
    assert str(article.published_at) == AT


def test_a_long_deck_between_headline_and_date_is_passed_over() -> None:
    deck = f"<h2>{'Iuran warga pesisir dibayar dari anggaran daerah. ' * 3}</h2>"
    article = read(f"<div><b>Daerah</b><h1>{TITLE}</h1>{deck}{DATED}{STORY}</div>")
    assert str(article.published_at) == AT


def test_the_headline_is_the_pages_own_and_not_that_of_a_box_nearer_to_the_story() -> None:
    head = f"<div><h1>{TITLE}</h1><p><a href='/penulis/ani'>Ani Contoh</a></p>{DATED}</div>"
    box = "<div><h2><a href='/b'>Pasar Ikan di Reka Kembali Dibuka</a></h2></div>"
    article = read(f"<div>{head}<div><div>{STORY}</div>{box}</div></div>")
    assert str(article.published_at) == AT
    assert article.authors == ("Ani Contoh",)


@pytest.mark.parametrize(
    ("opening", "told"), [("Mamuju -- Bupati", True), ("Ringkasnya, bupati", False)]
)
def test_an_opening_in_an_element_of_its_own_belongs_to_the_story(opening: str, told: bool) -> None:
    first = f"{opening} meneken perjanjian dengan BPJS Ketenagakerjaan hari itu di aula."
    parts = f"<div class='a'><p>{first}</p></div><div class='b'>{SECOND}<br><br>{THIRD * 9}</div>"
    article = read(f"<div><h1>{TITLE}</h1>{parts}<div>Dibaca 87 kali</div></div>")
    assert (article.paragraphs[0] == first) == told


def test_dates_below_a_heading_of_others_are_theirs_where_the_headline_is_in_the_body() -> None:
    others = "<h4>Berita Terkait</h4><h3>Pasar Ikan di Reka Kembali Dibuka</h3><p>12 Mei 2026</p>"
    article = read(f"<div><div class='x'><h1>{TITLE}</h1>{STORY}</div>{others}</div>")
    assert article.published_at is None


def test_a_list_of_the_newest_that_names_this_story_is_not_its_head() -> None:
    newest = f"<div><h2>{TITLE}</h2><p>12 Mei 2026</p></div>"
    inner = f"<div class='x'><h1>{TITLE}</h1>{DATED}{STORY}</div>"
    article = read(f"<div><div><div>{inner}</div></div><div>{newest}</div></div>")
    assert str(article.published_at) == AT


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        ("Bogor – 1.240 pekerja rentan yang iurannya dibayar pemerintah daerah itu.", True),
        ("Bogor – Bupati meneken perjanjian dengan BPJS Ketenagakerjaan hari itu.", False),
    ],
)
def test_what_opens_with_a_place_and_a_number_is_no_dateline(second: str, kept: bool) -> None:
    first = "Berikut rinciannya menurut data kepala dinas:"
    article = read(f"<div><h1>{TITLE}</h1>{DATED}<p>{first}</p><p>{second}</p>{STORY[90:]}</div>")
    assert (first in article.paragraphs) == kept


@pytest.mark.parametrize(("shown", "at"), [("WIB", "02 00:22"), ("", "01 17:22")])
def test_an_attribute_in_utc_yields_to_the_same_moment_printed_with_its_zone(
    shown: str, at: str
) -> None:
    dated = f"<time datetime='1 Mei 2024 17:22'>2 Mei 2024 | 00:22 {shown}</time>"
    article = read(f"<div><h1>{TITLE}</h1><div>{dated}</div><div>{STORY}</div></div>")
    assert f"{article.published_at:%Y-%m-%d %H:%M}" == f"2024-05-{at}"


def test_a_change_comes_after_the_day_of_publishing_in_another_line() -> None:
    changed = "<time datetime='2024-05-02T11:40:00+07:00'>Diperbarui: 2 Mei 2024 11:40</time>"
    dated = "<div><time datetime='2024-05-01T10:05:00+07:00'>1 Mei 2024 10:05 WIB</time></div>"
    article = read(f"<div><h1>{TITLE}</h1>{changed}{dated}<div>{STORY}</div></div>")
    assert str(article.published_at) == AT
    article = read(f"<div><h1>{TITLE}</h1>{changed}<div>{STORY}</div></div>")
    assert str(article.published_at) == "2024-05-02 11:40:00+07:00"


def test_a_marked_day_is_completed_by_the_clock_beside_it() -> None:
    parts = "<li itemprop='datePublished'><time>Rabu, 1 Mei 2024</time></li><li>10:05 WIB</li>"
    article = read(f"<div><h1>{TITLE}</h1><ul>{parts}</ul><div>{STORY}</div></div>")
    assert str(article.published_at) == AT


def test_a_deck_above_a_by_is_no_writer() -> None:
    line = "<p>Iuran Setahun Ditanggung</p><div>Oleh</div><b>Ani Contoh</b>"
    article = read(f"<div><h1>{TITLE}</h1>{line}{DATED}<div>{STORY}</div></div>")
    assert article.authors == ("Ani Contoh",)


def test_who_published_by_a_mixed_word_is_read_from_behind_it() -> None:
    line = "<ul><li><i></i> Dipublish Oleh: <a href='#'>{}</a></li><li>Dilihat: 203</li></ul>"
    for name, authors in (("admin kominfo", ()), ("Ani Contoh", ("Ani Contoh",))):
        head = f"<h1>{TITLE}</h1>{line.format(name)}"
        assert read(f"<div>{head}<div>{STORY}</div></div>").authors == authors


def test_a_label_of_tags_is_no_writer() -> None:
    tags = "<div>Kata Kunci / Tags : <a href='/t'>nelayan</a></div>"
    assert read(f"<div><h1>{TITLE}</h1>{DATED}<div>{STORY}</div>{tags}</div>").authors == ()


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Laporan Ani Contoh dari Pulau Semu", TITLE),
        ("Laporan Warga Semu Berbuah Hasil", "Laporan Warga Semu Berbuah Hasil"),
    ],
)
def test_a_byline_in_bold_is_no_headline(line: str, title: str) -> None:
    body = f"<div id='x'><font size='6'><b>{TITLE}</b></font></div>" * (title == TITLE)
    html = f"<title>Portal Reka</title>{body}<div><p><b>{line}</b></p>{STORY}</div>"
    page = Page("https://contoh.id/a", f"<html>{html}</html>".encode())
    assert extract_article(page, GENERIC_SITE).title == title
