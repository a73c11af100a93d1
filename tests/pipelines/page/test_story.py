"""Which lines of a page are its story."""

import json

import pytest

from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Page
from pipelines.page.lines import Line
from pipelines.page.story import story_of
from tests.pipelines.page.samples import FIRST, SECOND, THIRD, TRIBUN, URL, tribun


@pytest.mark.parametrize(
    "heading",
    ["2 Komentar", "Komentar (2)", "Komentar via Website : 1", "Satu pemikiran pada “Judul”"],
)
def test_comments_of_readers_are_no_story(heading: str) -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    comments = f"<h3>{heading}</h3><div><p>Saya setuju dengan {THIRD.lower()}</p></div>"
    body = f"<html><body><h1>Judul</h1><div>{story}</div><div>{comments}</div></body></html>"
    article = extract_article(Page("https://x.id/a/1/b", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_a_heading_of_comments_above_most_of_a_story_ends_none() -> None:
    for above, kept in ((f"<p>{FIRST}</p>", 9), ("<p>Foto</p>", 8)):
        rest = "".join(f"<p>{THIRD} Bagian {n}.</p>" for n in range(8))
        body = f"<h1>Judul</h1><div>{above}<h4>3 Komentar</h4>{rest}</div>"
        page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
        told = [p for p in extract_article(page, GENERIC_SITE).paragraphs if len(p) > 50]
        assert len(told) == kept


@pytest.mark.parametrize("name", ["blog_left_sidebar", "blog right-sidebar", "box caption"])
def test_a_column_called_junk_is_the_story_where_nothing_else_is(name: str) -> None:
    told = "".join(f"<p><i>{p}</i></p>" for p in (FIRST, SECOND, THIRD, THIRD.upper()))
    said = f"<div class='comments'><p>{THIRD.lower()} {SECOND.lower()}</p></div>"
    body = f"<html><body><h2>Judul</h2><div class='{name}'>{told}{said}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD, THIRD.upper())


@pytest.mark.parametrize(
    ("wide", "narrow"), [("col-12 col-md-8", "col-md-4"), ("span8", "span4"), ("w-2/3", "lg:w-1/3")]
)
def test_a_narrow_column_beside_a_short_story_is_no_story(wide: str, narrow: str) -> None:
    told = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND))
    beside = "".join(f"<p>{p.upper()}</p>" for p in (FIRST, SECOND, THIRD, f"{THIRD} {SECOND}"))
    rows = f"<div class='{wide}'>{told}</div><div class='{narrow}'><h4>Lain</h4>{beside}</div>"
    body = f"<html><body><h2>Judul</h2><div class='row'>{rows}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND)


@pytest.mark.parametrize(
    ("wide", "left"),
    [("col-md-7", (THIRD.upper(),)), ("col-md-8", (FIRST, SECOND)), ("col-md-12", (FIRST,))],
)
def test_a_narrow_column_without_a_heading_tells_the_story_on(
    wide: str, left: tuple[str, ...]
) -> None:
    right = (f"{SECOND} Demikian.", THIRD, f"{THIRD} Demikian.", f"{FIRST} Demikian.")
    columns = ("".join(f"<p>{p}</p>" for p in told) for told in (left, right))
    rows = "<div class='{}'>{}</div><div class='col-md-4'>{}</div>".format(wide, *columns)
    body = f"<html><body><h2>Judul</h2><div class='row'>{rows}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert set(article.paragraphs) >= set(right)


@pytest.mark.parametrize(
    "mark",
    [
        "<p><a href='#komentar'>0 Komentar</a></p>",
        "<ul><li>Komentar</li><li>Bagikan</li></ul>",
        "<div>Komentar</div>",
        "<h3>Asal Usul Gagasan Perlindungan bagi Petani</h3><p>5 Januari 2026</p>",
        "<h3>Jadwal Penyuluhan di Kecamatan Reka dan Semu</h3><p>12 Mei 2026 di balai desa</p>",
    ],
)
def test_a_tab_or_a_chapter_with_its_day_ends_no_story(mark: str) -> None:
    told = f"<p>{FIRST}</p><p>{SECOND}</p>{mark}<p>{THIRD}</p>"
    body = f"<html><body><h1>Judul</h1><div>{told}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert {FIRST, SECOND, THIRD} <= set(article.paragraphs)


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ("col-lg-8 blog_left_sidebar", "col-lg-4 blog_right_sidebar", "story"),
        ("col-lg-4 blog_left_sidebar", "col-lg-8", "greeting"),
    ],
)
def test_a_wide_column_called_sidebar_is_the_story_beside_a_longer_greeting(
    left: str, right: str, kept: str
) -> None:
    told = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    greeting = f"<h4>Sambutan</h4><p>{THIRD.upper() * 12}</p>"
    rows = f"<div class='{left}'>{told}</div><div class='{right}'>{greeting}</div>"
    body = f"<html><body><h2>Judul</h2><div class='row'>{rows}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert (FIRST in article.paragraphs) == (kept == "story")
    assert ("Sambutan" in article.paragraphs) == (kept == "greeting")


def test_a_story_told_once_more_in_english_is_told_once() -> None:
    english = (
        "The regent and the head of the agency signed the agreement at the town hall in the "
        "morning, and they said that it would cover all of the village officials this year."
    )
    told = "".join(f"<p>{p}</p>" for p in (FIRST, f"{SECOND} {THIRD}", english, f"Later {english}"))
    quoted = told.replace(f"Later {english}", THIRD)
    sung = told.replace(english, "We sing of the sea and of the wind that is the home of us all.")
    abstract = "".join(
        f"<p>{p}</p>" for p in (FIRST, f"{SECOND} {THIRD}", SECOND, f"<em>{english}</em>")
    )
    said = abstract.replace("<em>", "<em>“")
    for body, kept in ((told, 2), (quoted, 4), (sung, 4), (abstract, 3), (said, 4)):
        page = Page("https://contoh.id/a", f"<html><body><h1>J</h1><div>{body}</div>".encode())
        assert len(extract_article(page, GENERIC_SITE).paragraphs) == kept


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("<h2>Pasar Ikan di Reka Kembali Dibuka</h2><p>8 November 2023 - admin</p>", 2),
        ("<h2><a href='/a'>Pasar Ikan Dibuka</a></h2><p>08 Nov 2023</p>", 2),
        ("<h2>Pasar Ikan di Reka Kembali Dibuka</h2>", 4),
        ("<section><h3>Layanan Kami</h3></section>", 2),
        ("<h3>Warga: Itu Hak Kami</h3>", 4),
        ("<p>Layanan Kami</p>", 4),
        ("<h2>Linimasa</h2><p>8 November 2023</p>", 4),
        ("<div><h2><a href='/a'>Pasar Ikan Desa Dibuka</a></h2><p>08 Nov 2023</p></div>", 3),
    ],
)
def test_a_further_headline_with_its_date_opens_another_story(below: str, kept: int) -> None:
    told = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND))
    body = f"<html><body><h2>Judul Berita</h2><div>{told}{below}<p>{THIRD}</p></div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert len(article.paragraphs) == kept


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("<div><a href='/a'>buruh tani</a></div><div><a href='/b'>UMKM</a></div>", 0),
        ("<p>Aturannya ialah:</p><p><a href='/a'>Perda Reka</a></p>", 2),
        ("<p>Warga mendaftar di:</p><p><a href='/a'>www.contoh.id</a></p>", 2),
        ("<p>Ani Contoh adalah wartawan Koran Reka. Ia meliput pelabuhan sejak 2016.</p>", 0),
        ("<p>Ani Contoh bergabung dengan Koran Reka sejak 2016. Ia meliput nelayan.</p>", 0),
        ("<p>Ani Contoh adalah wartawan yang ikut mendaftar pagi itu.</p>", 1),
    ],
)
def test_links_alone_and_who_wrote_end_no_story(below: str, kept: int) -> None:
    told = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<html><body><h1>Judul</h1><div>{told}{below}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert len(article.paragraphs) == 3 + kept


def test_bare_text_with_breaks_is_a_story_in_a_column_called_junk_below_a_linked_headline() -> None:
    told = (FIRST, SECOND, THIRD, *(f"{THIRD} Bagian {n}." for n in range(8)))
    story = f"<div>{'<br><br>'.join(told)}</div>"
    head = "<div><a href='/a'><h3>Bupati Teken Perjanjian Perangkat Desa</h3></a></div>"
    body = f"<div class='blog_left_sidebar'><article>{head}{story}</article></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == told


def test_paragraphs_each_in_a_div_of_their_own_are_a_story_beside_longer_ones() -> None:
    story = "".join(f"<div class='x'><p>{p}</p></div>" for p in (FIRST, SECOND, THIRD))
    told = "Pemkab Semu berkomitmen memberikan pelayanan yang cepat, ramah, dan terbuka kepada "
    foot = f"<footer><div><h4>Tentang Kami</h4><p>{told * 2}warga.</p></div></footer>"
    body = f"<body><main><h1>Judul Berita yang Panjang</h1><div>{story}</div></main>{foot}</body>"
    page = Page("https://contoh.id/a", f"<html>{body}</html>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, SECOND, THIRD)


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


@pytest.mark.parametrize(
    ("heading", "kept"),
    [("<h4>Iuran perangkat desa ditanggung anggaran daerah</h4>", False),
     ("<h4>Dua Program Wajib</h4>", True),
     ("<h2>Iuran perangkat desa ditanggung anggaran daerah</h2>", True)],
)  # fmt: skip
def test_a_small_heading_above_the_story_sums_it_up_and_none_ends_it(
    heading: str, kept: bool
) -> None:
    story = f"<p>{SECOND}</p><p>{THIRD}</p>"
    for told, left in ((heading + story, kept), (story + heading, False)):
        body = f"<h1>Judul Berita</h1><div class='isi'>{told}</div>"
        page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
        paragraphs = extract_article(page, GENERIC_SITE).paragraphs
        assert (len(paragraphs) == 3, SECOND in paragraphs) == (left, True)


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


def test_a_form_around_the_whole_page_holds_the_story() -> None:
    spans = "<br><br>".join(f"<span>{p}</span>" for p in (FIRST, SECOND, THIRD))
    body = f"<html><body><form><h1>Judul Berita</h1><div>{spans}</div></form></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_spans_are_paragraphs_where_they_are_styled_so() -> None:
    for style, told in (("display: block", 3), ("color:red", 1), ("display:inline-block", 1)):
        spans = "".join(f"<span style='{style}'>{p} </span>" for p in (FIRST, SECOND, THIRD))
        body = f"<html><body><h1>Judul Berita</h1><div>{spans}</div></body></html>"
        article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
        assert len(article.paragraphs) == told


def test_a_column_longer_than_a_story_below_the_headline_is_no_story() -> None:
    beside = "".join(
        f"<div><a href='/{n}'>Kabar {n}</a><p>Warga kampung ke-{n} berkumpul. {THIRD}</p></div>"
        for n in range(6)
    )
    told = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, f"Selain itu, {SECOND.lower()}", THIRD))
    story = f"<h1>Judul Berita yang Cukup Panjang</h1>{told}"
    body = f"<html><body><div><div>{beside}</div><div>{story}</div></div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs[0] == FIRST
    assert article.paragraphs[-1] == THIRD


def test_a_story_told_in_small_headings_loses_none() -> None:
    body = f"<h1>Judul Berita</h1><div><h4>{SECOND}</h4><h4>{THIRD}</h4></div>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (SECOND, THIRD)


def test_cards_below_a_short_story_and_a_credit_below_a_picture_are_no_story() -> None:
    card = "<div><a href='/x'><h4>Pasar Ikan Kembali Dibuka</h4></a><p>Pasar itu {}.</p></div>"
    cards = "".join(card.format("kembali ramai oleh para pedagang " * n) for n in (3, 4, 5))
    story = f"<p>{FIRST}</p><p><img></p><p>Suasana rapat, Senin. (Contoh/Budi)</p><p>{THIRD}</p>"
    body = f"<h1>Judul Berita</h1><div>{story}</div><h3>Terbaru</h3><div>{cards}</div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, THIRD)


def test_cards_without_headings_beside_a_story_in_divs_are_no_story() -> None:
    card = "<div><a href='/x'><img></a><p><a href='/x'>Pasar Ikan Kembali Dibuka</a></p>{}</div>"
    told = "<span>17 November 2026</span><p>Pasar itu {} sejak pagi hari setelah dibuka.</p>"
    cards = "".join(card.format(told.format("ramai oleh pedagang " * n)) for n in (2, 3, 4, 5, 6))
    story = "".join(f"<div>{p}</div>" for p in (FIRST, SECOND, THIRD))
    body = f"<h1>Judul Berita</h1><div>{story}</div><div><div>Pilihan</div>{cards}</div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, SECOND, THIRD)


def test_the_story_stands_below_the_headline_however_much_stands_beside_it() -> None:
    tale = "<div><p>{}</p></div>".format
    beside = "".join(tale(f"Pasar ke-{n} itu ramai sejak pagi. " * 8) for n in range(9))
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD) * 3)
    head = "<h1>Judul Berita yang Cukup Panjang</h1>"
    body = f"<html><body><div><main>{head}{story}</main><div>{beside}</div></div></body></html>"
    page = Page("https://contoh.id/a", body.encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, SECOND, THIRD)


def test_a_first_sentence_outside_of_the_others_element_is_the_storys() -> None:
    rest = "".join(f"<p>{p} {p}</p>" for p in (SECOND, THIRD))
    body = f"<h1>Judul Berita</h1><div class='isi'>{FIRST}<div>{rest}</div></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs[0] == FIRST


def test_a_ticker_beside_a_short_story_is_no_story() -> None:
    tick = "<li><div>{} Antrean kapal di dermaga kembali panjang menurut petugas jaga.</div></li>"
    ticker = "".join(tick.format(f"{hour}.00 WIB.") for hour in range(6, 18))
    story = f"<h1>Judul Berita</h1><div><p>{FIRST}</p><p>{THIRD}</p></div>"
    body = f"<html><body><div>{story}<aside><ul>{ticker}</ul></aside></div></body></html>"
    page = Page("https://contoh.id/a", body.encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, THIRD)


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("<p class='MsoListParagraph'><span>·<b>  </b></span>Iuran desa;</p>", "Iuran desa;"),
        ("<p class='MsoNormal'><span>·<b>  </b></span>Iuran desa;</p>", "· Iuran desa;"),
        ("<figure><img><figcaption>Rapat.</figcaption></figure><p><b>Target</b></p>", "Target"),
        ("<figure><img><figcaption> </figcaption></figure><p>Suasana rapat</p>", None),
        ("<marquee>Selamat datang di laman kami, jam layanan pukul delapan.</marquee>", None),
        ("<blockquote>Itu hak kami.<cite>Ani</cite></blockquote>", "Itu hak kami."),
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


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("<p>Penulis: Ani Contoh</p><h3>Agenda</h3><p>Rapat anggota dimulai besok pagi.</p>", ()),
        ("<p>Penulis: Ani Contoh</p><p>Rapat anggota itu usai.</p>", ("Rapat anggota itu usai.",)),
        ("<h3>Agenda</h3><p>Rapat anggota itu usai.</p>", ("Agenda", "Rapat anggota itu usai.")),
        ("<h3>Kabar Singkat</h3>", ()),
        ("<ul><li><a href='/x'>Pasar Ikan Kembali Dibuka</a><br>Pasar itu ramai.</li></ul>", ()),
        ("<ul><li><b>Pasar Ikan Kembali Dibuka</b><br>Ramai.</li></ul>",
         ("Pasar Ikan Kembali Dibuka", "Ramai.")),
        ("<table><td><h4><a href='/x'>Pasar Ikan Kembali Dibuka</a></h4><p>Ramai.</p></table>", ()),
        ("<table><td><h4>Pasar Ikan</h4><p>Ramai.</p></table>", ("Pasar Ikan", "Ramai.")),
        (f"<table><td><h4><a href='/x'>Pasar Ikan Dibuka Lagi</a></h4><p>{THIRD * 4}</p></table>",
         (THIRD * 4,)),
    ],
)  # fmt: skip
def test_further_items_of_a_newsletter_are_no_story(after: str, told: tuple[str, ...]) -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<h1>Bupati Teken Perjanjian</h1><div class='entry-content'>{story}{after}</div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, SECOND, THIRD, *told)


def test_names_above_most_of_a_story_do_not_end_it() -> None:
    told = (THIRD, "Rapat anggota dimulai besok pagi.", "Pasar itu ramai.")
    head = f"<p>{FIRST}</p><p>{SECOND}</p><p>Penulis: Ani Contoh</p><h3>Agenda</h3>"
    body = head + "".join(f"<p>{p}</p>" for p in told)
    page = Page(URL, f"<h1>Judul</h1><div class='entry-content'>{body}</div>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, SECOND, "Agenda", *told)


def test_cards_with_their_dates_below_a_short_story_are_no_story() -> None:
    head = "<div><a href='/x'>Pasar Ikan Kembali Dibuka</a> 18 Juni 2025</div>"
    cards = "".join(f"<div>{head}<p>Pasar itu {'ramai lagi ' * n}.</p></div>" for n in range(4, 20))
    body = f"<h4>Judul</h4><div><div><p>{FIRST}</p><p>{THIRD}</p></div></div><div>{cards}</div>"
    page = Page("https://contoh.id/a", f"<html><body><div>{body}</div></body></html>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, THIRD)


@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_long_deck_beside_the_headline_does_not_hide_the_story(tag: str) -> None:
    tale = "<p>Pasar ke-{} itu ramai sejak pagi hari setelah bangunannya dibuka.</p>".format
    deck = "".join(map(tale, range(12)))
    told = [f"{p} Bagian ke-{n} dari cerita ini." for n in range(5) for p in (FIRST, SECOND, THIRD)]
    story = "".join(f"<{tag}>{p}</{tag}>" for p in told)
    head = f"<header><h1>Judul Berita yang Cukup Panjang</h1>{deck}</header>"
    body = f"<html><body>{head}<div><div>{story}</div></div></body></html>"
    page = Page("https://contoh.id/a", body.encode())
    assert extract_article(page, GENERIC_SITE).paragraphs[-len(told) :] == tuple(told)


@pytest.mark.parametrize(
    ("lead", "kept"),
    [(FIRST, True), ("Iuran para pekerja itu ditanggung anggaran daerah selama setahun.", False)],
)
def test_a_dateline_above_the_others_element_opens_the_story(lead: str, kept: bool) -> None:
    rest = "".join(f"<p>{p} {p}</p>" for p in (SECOND, THIRD, SECOND, THIRD))
    told = f"<div class='lead'><strong>{lead}</strong></div><div class='isi'>{rest}</div>"
    body = f"<html><body><div><h1>Judul Berita yang Cukup Panjang</h1>{told}</div></body></html>"
    read = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE).paragraphs
    assert (read[0] == FIRST, len(read)) == (kept, 2 + kept)


@pytest.mark.parametrize("name", ["kanan", "right", "main-sidebar"])
def test_a_column_beside_a_short_story_is_no_story(name: str) -> None:
    beside = "".join(f"<p>Dinas melayani {n} loket setiap hari kerja sejak pagi.</p>" for n in "ab")
    story = f"<h1>Judul Berita yang Cukup Panjang</h1><div><p>{FIRST}</p><p>{THIRD}</p></div>"
    column = f"<div class='{name}'><h4>Tentang Dinas</h4>{beside * 3}</div>"
    body = f"<html><body><div><div>{story}</div>{column}</div></body></html>"
    page = Page("https://contoh.id/a", body.encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, THIRD)
    whole = f"<html><body><div class='{name}'>{story}</div></body></html>"
    page = Page("https://contoh.id/a", whole.encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, THIRD)


def test_a_date_after_a_line_break_is_a_line_of_its_own() -> None:
    told = f"Kabar Desa<br>Rabu, 4 November 2026 17:30 WIB<br>{SECOND}<br><br>{THIRD}"
    body = f"<html><body><h1>Judul Berita yang Cukup Panjang</h1><div>{told}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs[-2:] == (SECOND, THIRD)
    assert str(article.published_at) == "2026-11-04 17:30:00+07:00"


@pytest.mark.parametrize("name", ["author-info", "about-author-box", "profil-penulis"])
def test_a_box_about_the_writer_is_no_story(name: str) -> None:
    box = (
        f"<div class='{name}'><h4>Ani Contoh</h4><p>Ani menulis tentang desa sejak lama.</p></div>"
    )
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<html><body><h1>Judul Berita</h1><div class='isi'>{story}{box}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


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


def test_paragraphs_above_an_element_with_the_rest_are_the_storys() -> None:
    rest = "".join(f"<p>{p} Bagian {n}.</p>" for n in range(4) for p in (SECOND, THIRD))
    first = f"<p>Warga menunggu. {SECOND}</p><p>Sejak lama. {THIRD}</p><p>{THIRD}</p>"
    body = f"<h1>Judul Berita</h1><div class='isi'>{first}<div class='more'>{rest}</div></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert len(extract_article(page, GENERIC_SITE).paragraphs) == 11


ABOUT = "Bank Reka adalah bank milik daerah yang berdiri pada 1964."


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        (("-- Selesai --", "Bank Reka", ABOUT), 0),
        (("Tentang Bank Reka", ABOUT), 0),
        (("Tentang Bank Reka", ABOUT, "Narahubung:", "Ani Contoh"), 0),
        (("Untuk informasi lebih lanjut silakan hubungi:", "Ani Contoh", "Kepala Humas"), 0),
        (("Narahubung", "Ani Contoh, Kepala Humas"), 0),
        (("***", ABOUT), 0),
        (("***", "Ani Contoh adalah ketua kelompok nelayan di desa itu."), 2),
        (("Selesai dibahas, perjanjian itu diteken.", ABOUT), 2),
        (("Tentang Iuran Nelayan", ABOUT), 2),
        (("Tentang Bank Reka", "PT Bank Daerah Reka didirikan pada 1964 oleh provinsi."), 0),
        (("Tentang Iuran Nelayan", "Iuran nelayan adalah iuran yang ditanggung kas daerah."), 2),
        (("Informasi lebih lanjut hubungi kantor desa, kata bupati itu.", ABOUT), 2),
    ],
)
def test_the_frame_of_a_press_release_is_no_story(below: tuple[str, ...], kept: int) -> None:
    story = story_of([Line(text, "p") for text in (FIRST, SECOND, THIRD, *below)], "Judul")
    told = tuple(text for text in below[:kept] if text != "***")
    assert story.paragraphs == (FIRST, SECOND, THIRD, *told)


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
    ("block", "kept"),
    [
        ("<div><img src='a.jpg'><span>{}</span></div>", False),
        ("<div class='x'><img src='a.jpg'><p>{}</p></div>", False),
        ("<p><img src='a.jpg'><br><em>{}</em></p>", False),
        ("<p><img src='a.jpg'></p><p style='x'><small>{}</small></p>", False),
        ("<p><img src='a.jpg'></p><p>{}</p>", True),
        ("<p>Rapat itu.</p><p><small>{}</small></p>", True),
        ("<p><img src='a.jpg'>{}</p>", True),
        ("<ul><li><img src='a.svg'>{}</li></ul>", True),
        ("<div><img class='emoji' src='a.svg'>{}</div>", True),
        ("<div>{}<img src='a.jpg'></div>", True),
        ("<div><img src='a'><small>{}</small><br><img src='b'><small>Rapat</small></div>", False),
    ],
)
def test_all_the_text_in_a_pictures_element_is_its_caption(block: str, kept: bool) -> None:
    shown = "Para nelayan menerima kartu peserta di dermaga desa itu."
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<h1>Judul</h1><div class='teks'>{story}{block.format(shown)}<p>{FIRST[18:]}</p></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert (shown in extract_article(page, GENERIC_SITE).paragraphs) == kept


@pytest.mark.parametrize(("head", "kept"), [("RAPAT KERJA", False), ("SURABAYA", True)])
def test_a_caption_opens_with_what_it_shows_and_a_story_with_a_place(head: str, kept: bool) -> None:
    shown = f"{head} - Para nelayan menerima kartu peserta di dermaga desa itu."
    story = "".join(f"<p>{p}</p>" for p in (FIRST[18:], SECOND, THIRD))
    body = f"<h1>Judul</h1><div class='teks'><div><img src='a'><b>{shown}</b></div>{story}</div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert (shown in extract_article(page, GENERIC_SITE).paragraphs) == kept


_ASKED = ("Siapa saja yang didaftarkan?", "Ke mana melapor?")
_ANSWERED = ("Semua kader yang bertugas di kelurahan.", "Ke puskesmas terdekat dari rumah.")
_UNFOLDED = {
    "details": "<details><summary>{0}</summary><p>{1}</p></details>",
    "Bootstrap 5": "<div class='accordion-item'><h2><button>{0}</button></h2>"
    "<div class='accordion-body'>{1}</div></div>",
    "Bootstrap 4": "<div class='card'><h5><button data-toggle='collapse'>{0}</button></h5>"
    "<div class='collapse'>{1}</div></div>",
    "Bootstrap 3": "<div><h4><a class='btn' data-toggle='collapse' href='#c'>{0}</a></h4>"
    "<div>{1}</div></div>",
    "Elementor": "<div class='elementor-accordion-item'><div role='button'>"
    "<a class='elementor-accordion-title'>{0}</a></div><div><p>{1}</p></div></div>",
    "answers in spans": "<div class='accordion-item'><h2><button>{0}</button></h2>"
    "<div class='accordion-body'><span>{1}</span></div></div>",
    "a list of terms": "<dt>{0}</dt><dd>{1}</dd>",
    "buttons": "<button class='accordion'>{0}</button><div class='panel'><p>{1}</p></div>",
}


@pytest.mark.parametrize("markup", _UNFOLDED.values(), ids=_UNFOLDED)
@pytest.mark.parametrize("apart", [False, True])
def test_questions_that_unfold_below_a_storys_text_are_its_own(markup: str, apart: bool) -> None:
    items = "".join(markup.format(*pair) for pair in zip(_ASKED, _ANSWERED, strict=True))
    unfolding = f"<div class='accordion'>{items}</div>"
    told = f"<p>{FIRST}</p><div>{SECOND}</div><div><p>{THIRD}</p></div>"
    inside = f"<div>{told}{unfolding}</div>"
    body = f"<div><div>{told}</div><nav></nav>{unfolding}</div>" if apart else inside
    page = Page("https://contoh.id/a", f"<html><body><h1>Judul</h1>{body}".encode())
    asked = (_ASKED[0], _ANSWERED[0], _ASKED[1], _ANSWERED[1])
    story = (FIRST, SECOND, THIRD)
    assert extract_article(page, GENERIC_SITE).paragraphs == story + (() if apart else asked)


@pytest.mark.parametrize(
    ("told", "kept"), [((FIRST,), 5), ((FIRST, SECOND, THIRD, THIRD.upper()), 4)]
)
def test_questions_below_a_box_that_introduces_them_are_the_story(
    told: tuple[str, ...], kept: int
) -> None:
    answers = (THIRD.lower(), f"{SECOND} {_ANSWERED[0]}")
    items = "".join(
        _UNFOLDED["Bootstrap 5"].format(*qa) for qa in zip(_ASKED, answers, strict=True)
    )
    above = "".join(f"<p>{p}</p>" for p in told)
    body = f"<div><div>{above}</div><div class='accordion'>{items}</div></div>"
    page = Page("https://contoh.id/a", f"<html><body><h1>Judul</h1>{body}".encode())
    assert len(extract_article(page, GENERIC_SITE).paragraphs) == kept


def test_links_that_unfold_are_no_story() -> None:
    menu = "<h4><button>Layanan</button></h4><ul><li><a href='/a'>Izin Usaha</a></li></ul>"
    column = "<h4>Ekonomi</h4><p>Kumpulan kabar usaha dari semua desa</p>"
    for parts in (menu, column):
        told = f"<p>{FIRST}</p><p>{SECOND}</p><div class='accordion'>{parts}{parts}</div>"
        page = Page("https://contoh.id/a", f"<html><body><h1>Judul</h1><div>{told}</div>".encode())
        assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, SECOND)


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


def test_a_heading_among_bare_text_heads_a_part_and_questions_below_it_are_told() -> None:
    items = "".join(_UNFOLDED["details"].format(*qa) for qa in zip(_ASKED, _ANSWERED, strict=True))
    asked = f"<br><br><div class='accordion'>{items}</div>"
    story = f"<div>{FIRST}<br><br>{SECOND}<h4>Rekomendasi</h4>{THIRD}{asked}</div>"
    page = Page("https://contoh.id/a", f"<html><body><h1>Judul</h1>{story}".encode())
    told = (FIRST, SECOND, "Rekomendasi", THIRD)
    unfolded = (_ASKED[0], _ANSWERED[0], _ASKED[1], _ANSWERED[1])
    assert extract_article(page, GENERIC_SITE).paragraphs == (*told, *unfolded)
