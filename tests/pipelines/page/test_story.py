"""Which lines of a page are its story."""

import json

import pytest

from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Page
from tests.pipelines.page.samples import FIRST, SECOND, THIRD, TRIBUN, URL, tribun


def test_a_date_and_an_office_above_the_story_are_none_of_it() -> None:
    dated = "<div>22 September 2023 <i></i> Diskominfo</div><p>By Sekretariat Kegiatan12</p>"
    head = f"<h2>Judul Berita yang Panjang</h2>{dated}<p>Semu Raya, 22 September 2023</p>"
    told = "".join(f"<p>{p}</p>" for p in ("Kata bupati:", SECOND, THIRD, SECOND.upper()))
    body = f"<html><body><div>{head}{told}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == ("Kata bupati:", SECOND, THIRD, SECOND.upper())


def test_single_line_break_is_a_space() -> None:
    article = extract_article(Page(URL, tribun(f"{FIRST}<br>Lanjut di baris ini.", SECOND)), TRIBUN)
    assert article.paragraphs[0] == f"{FIRST} Lanjut di baris ini."


def test_numbers_behind_a_line_break_open_points_of_their_own() -> None:
    points = ("1) nelayan kecil", "2) buruh angkut di pasar 7 hari")
    listed = "<br>".join(("Pesertanya:", *points))
    told = extract_article(Page(URL, tribun(FIRST, listed)), TRIBUN)
    assert told.paragraphs == (FIRST, "Pesertanya:", *points)


def test_dashes_behind_line_breaks_open_points_where_the_first_has_one_too() -> None:
    points = ("- nelayan kecil;", "- buruh angkut di pasar.")
    told = extract_article(Page(URL, tribun(FIRST, "<br>".join(points))), TRIBUN)
    assert told.paragraphs == (FIRST, *points)
    told = extract_article(Page(URL, tribun(FIRST, f"Warga panen<br>{points[1]}")), TRIBUN)
    assert told.paragraphs == (FIRST, f"Warga panen {points[1]}")


def test_link_split_over_tags_is_dropped_inside_a_paragraph() -> None:
    linked = f"{SECOND}<br><strong>Baca juga: <a href='/x'>Pasar Baru Dibuka</a></strong>"
    inline = f"{THIRD} <em>Baca Juga: <a href='/y'>Jalan Diaspal</a></em>"
    article = extract_article(Page(URL, tribun(FIRST, linked, inline)), TRIBUN)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_what_stands_above_the_dateline_is_a_teaser_but_a_list_is_not() -> None:
    teaser = "Iuran ditanggung anggaran daerah."
    article = extract_article(Page(URL, tribun(teaser, FIRST, SECOND)), TRIBUN)
    assert article.paragraphs == (FIRST, SECOND)
    lead = "Ada dua program yang perlu diketahui pekerja di daerah ini sebelum mendaftar."
    programme = "JKK - Jaminan yang menanggung biaya perawatan pekerja yang celaka saat bekerja."
    article = extract_article(Page(URL, tribun(lead, programme, SECOND)), TRIBUN)
    assert article.paragraphs == (lead, programme, SECOND)


def test_a_class_that_tells_a_state_names_no_share_bar() -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    page = f"<h1>Judul</h1><div class='isi no-share'>{story}</div><div class='x-share'>Salin</div>"
    article = extract_article(Page("https://contoh.id/a", page.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_the_story_stands_in_json_ld_where_the_page_shows_others() -> None:
    whole = json.dumps({"@type": "NewsArticle", "articleBody": f"{FIRST}\n\n{SECOND}\n\n{THIRD}"})
    ld = f'<script type="application/ld+json">{whole}</script>'
    shown = (
        "<p>Warga menyambut baik pasar baru itu meski sebagian masih menunggu jadwalnya.</p>" * 2
    )
    other = f"<h1>Judul Berita</h1><div><p>Pasar ramai sejak pagi hari ini.</p>{shown}</div>"
    story = f"<h1>Judul Berita</h1><div><p>{FIRST}</p><p>{SECOND}</p><p>Tambahan. {THIRD}</p></div>"
    page = "<html><head>{}</head><body>{}</body></html>".format
    read = extract_article(Page("https://contoh.id/a", page(ld, other).encode()), GENERIC_SITE)
    assert read.paragraphs == (FIRST, SECOND, THIRD)
    read = extract_article(Page("https://contoh.id/a", page(ld, story).encode()), GENERIC_SITE)
    assert read.paragraphs[-1].startswith("Tambahan.")


@pytest.mark.parametrize("name", ["et_pb_module et_pb_promo", "elementor-cta", "x-call-to-action"])
def test_a_call_to_the_reader_among_the_parts_of_a_story_is_none_of_them(name: str) -> None:
    call = f"<div class='{name}'><h2>Daftar Kuliah</h2><p>Kampus ini dibuka sampai Mei.</p></div>"
    parts = f"<div><p>{FIRST}</p></div>{call}<div><p>{SECOND}</p><p>{THIRD}</p></div>"
    body = f"<html><body><h1>Judul</h1><div class='entry-content'>{parts}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(("clock", "told"), [("15.42 WIB", 4), ("Warga:", 3)])
def test_a_story_told_as_it_comes_begins_above_its_first_entry(clock: str, told: int) -> None:
    entry = f"<div class='e'><p>{clock}</p><div><h3>Judul Kecil</h3><p>{{}}</p></div></div>"
    entries = "".join(entry.format(f"{p} {p}") for p in (SECOND, THIRD, FIRST.partition("- ")[2]))
    lead = f"<div class='lead'><p>{THIRD[:-1]} setiap hari.</p></div>"
    body = f"<h1>Judul Berita yang Cukup Panjang</h1><div>{lead}<div>{entries}</div></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    texts = extract_article(page, GENERIC_SITE).paragraphs
    assert sum(len(text) > 60 for text in texts) == told


def test_paragraphs_of_nothing_that_shows_are_none() -> None:
    empty = ("\u200d", "\u200b \u200d", "\u2800")
    article = extract_article(Page(URL, tribun(FIRST, *empty, f"\u200d{SECOND}")), TRIBUN)
    assert article.paragraphs == (FIRST, SECOND)


def test_spans_are_paragraphs_where_they_are_styled_so() -> None:
    for style, told in (("display: block", 3), ("color:red", 1), ("display:inline-block", 1)):
        spans = "".join(f"<span style='{style}'>{p} </span>" for p in (FIRST, SECOND, THIRD))
        body = f"<html><body><h1>Judul Berita</h1><div>{spans}</div></body></html>"
        article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
        assert len(article.paragraphs) == told


def test_a_story_told_in_small_headings_loses_none() -> None:
    body = f"<h1>Judul Berita</h1><div><h4>{SECOND}</h4><h4>{THIRD}</h4></div>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (SECOND, THIRD)


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("<p class='MsoListParagraph'><span>·<b>  </b></span>Iuran desa;</p>", "Iuran desa;"),
        ("<p class='MsoNormal'><span>·<b>  </b></span>Iuran desa;</p>", "· Iuran desa;"),
        ("<figure><img><figcaption>Rapat.</figcaption></figure><p><b>Target</b></p>", "Target"),
        ("<figure><img><figcaption> </figcaption></figure><p>Suasana rapat</p>", None),
        ("<marquee>Selamat datang di laman kami, jam layanan pukul delapan.</marquee>", None),
        ("<blockquote>Menurut <cite>Koran Reka</cite></blockquote>", "Menurut Koran Reka"),
        (f"<blockquote><cite>{THIRD} {THIRD}</cite></blockquote>", f"{THIRD} {THIRD}"),
        (
            "<p>Yayasan Nulla Ipsum memuji program itu.</p>",
            "Yayasan Nulla Ipsum memuji program itu.",
        ),
        ("<h3><button>Kirim ke teman</button></h3>", None),
        ("<p>Lorem ipsum dolor sit amet, consectetur nulla voluptat.</p>", None),
        ("<div class='accordion'><h5>Maklumat</h5><p>Kami siap melayani.</p></div>", None),
        ("<div class='langganan'><p>Majalah Reka terbit lagi</p></div>", None),
        ("<button aria-controls='x'>Bagikan Artikel Ini</button>", None),
        ("<p><a href='#'>John Doe</a></p>", None),
        ("<figure><img></figure><p><b>Target</b></p>", "Target"),
        (
            "<blockquote><p>Pagi <a href='https://t.co/x'>pic.twitter.com/x</a></p>&mdash; Info "
            "(@info) <a href='https://twitter.com/x/status/1'>4 Mei 2025</a></blockquote>",
            None,
        ),
        (
            "<blockquote>Unggahan <a href='https://twitter.com/x/status/1'>akun itu</a> "
            "dihapus.</blockquote>",
            "Unggahan akun itu dihapus.",
        ),
        ("<div><b>28 komentar</b><button>Salin</button><b>1,4 rb kali dilihat</b></div>", None),
        ("<p><b>Sawah</b><i>12 petak</i><i>2 lagi</i></p>", "Sawah12 petak2 lagi"),
        (
            "<p><img><small>Pagi</small> itu warga antre sejak subuh.</p>",
            "Pagi itu warga antre sejak subuh.",
        ),
    ],
)
def test_what_the_markup_says_of_a_line_is_heeded(block: str, told: str | None) -> None:
    body = f"<h1>Judul Berita</h1><div class='teks'><p>{FIRST}</p>{block}<p>{THIRD}</p></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    expected = (FIRST, told, THIRD) if told else (FIRST, THIRD)
    assert extract_article(page, GENERIC_SITE).paragraphs == expected


def test_a_notice_with_a_heading_of_its_own_is_told() -> None:
    for heading, told in (("", 2), ("<h4>Syarat</h4>", 4)):
        page = f"<div class='cookie-notice'>{heading}<p>Situs ini memakai kuki.</p></div>"
        block = f"<div class='notice'>{heading}<p>{SECOND}</p></div>{page}"
        body = f"<h1>Judul Berita</h1><div class='teks'><p>{FIRST}</p>{block}<p>{THIRD}</p></div>"
        page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
        assert len(extract_article(page, GENERIC_SITE).paragraphs) == told


@pytest.mark.parametrize("tag", ["cite", "footer"])
def test_who_is_quoted_is_told_with_the_quote(tag: str) -> None:
    quote = "Kami tidak ingin ada nelayan yang tidak terlindungi"
    block = f"<blockquote>“{quote}.”<{tag}>Ani, kepala desa</{tag}></blockquote>"
    for below, told in ((SECOND, 2), (f"“{quote},” kata Ani, kepala desa, di sana.", 0)):
        body = f"<h1>Judul Berita</h1><div class='teks'><p>{FIRST}</p>{block}<p>{below}</p></div>"
        page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
        assert len(extract_article(page, GENERIC_SITE).paragraphs) == told + 2


def test_a_date_after_a_line_break_is_a_line_of_its_own() -> None:
    told = f"Kabar Desa<br>Rabu, 4 November 2026 17:30 WIB<br>{SECOND}<br><br>{THIRD}"
    body = f"<html><body><h1>Judul Berita yang Cukup Panjang</h1><div>{told}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs[-2:] == (SECOND, THIRD)
    assert str(article.published_at) == "2026-11-04 17:30:00+07:00"


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("<p>Kabar Desa</p><h2>Iuran ditanggung</h2><p>Rabu, 4 November 2026 17:30 WIB</p>", ()),
        ("<p>Ani Contoh</p><h1>Judul Berita yang Cukup Panjang</h1>", ()),
        ("<p>Kabar Desa</p>", ("Kabar Desa",)),
        ("<p>Iuran itu ditanggung daerah selama setahun penuh.</p><p>Editor: Budi</p>",
         ("Iuran itu ditanggung daerah selama setahun penuh.",)),
    ],
)  # fmt: skip
def test_what_stands_above_date_and_headline_in_a_body_is_no_story(
    head: str, kept: tuple[str, ...]
) -> None:
    story = "".join(f"<p>{p}</p>" for p in (SECOND, THIRD))
    body = f"<title>Judul Berita yang Cukup Panjang</title><div class='isi'>{head}{story}</div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (*kept, SECOND, THIRD)


@pytest.mark.parametrize(
    ("pulled", "kept"),
    [
        ("<aside>“{}”</aside>", False),
        ("<blockquote><p>{}</p></blockquote>", False),
        ("<div class='kutipan-besar'>{}</div>", False),
        ("<p>{}</p>", True),
        ("<h3>{}</h3>", True),
        ("<blockquote>{} Itu janji bupati.</blockquote>", True),
    ],
)
def test_a_quote_pulled_out_of_the_story_is_told_once(pulled: str, kept: bool) -> None:
    told = SECOND.removesuffix(" Januari lalu.")
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<h1>Judul</h1><div class='teks'><p>{FIRST}</p>{pulled.format(told)}{story}</div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    paragraphs = extract_article(page, GENERIC_SITE).paragraphs
    assert any(p.startswith(told) and p != SECOND for p in paragraphs) == kept
    assert {FIRST, SECOND, THIRD} <= set(paragraphs)


@pytest.mark.parametrize(
    ("heading", "below", "heads"),
    [
        ("<h4>Rekomendasi</h4>", THIRD, True),
        ("<p><b>Rekomendasi</b></p>", THIRD, True),
        ("<h3>Senin, 9 Februari 2026</h3>", THIRD, True),
        ("<p>Senin, 9 Februari 2026</p>", THIRD, False),
        ("<h3>Senin, 9 Februari 2026</h3>", "<a href='/b'>Pasar Ikan Kembali Dibuka</a>", False),
        ("<h3>Dokumen</h3>", THIRD, True),
        ("<h4>Rekomendasi</h4>", "<a href='/b'>Pasar Ikan di Reka Kembali Dibuka</a>", False),
        ("<p>Rekomendasi</p>", THIRD, False),
        ("<h4>Berita Terkait</h4>", THIRD, False),
    ],
)
def test_one_word_or_a_day_above_a_paragraph_heads_a_part_of_the_story(
    heading: str, below: str, heads: bool
) -> None:
    story = f"<div><p>{FIRST}</p><p>{SECOND}</p>{heading}<p>{below}</p></div>"
    page = Page("https://contoh.id/a", f"<html><body><h1>Judul</h1>{story}".encode())
    word = heading.partition("</")[0].rpartition(">")[2]
    assert (word in extract_article(page, GENERIC_SITE).paragraphs) == heads
