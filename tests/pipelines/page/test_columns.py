"""Which element of a page holds the story, whatever stands beside it."""

import pytest

from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Page
from tests.pipelines.page.samples import FIRST, SECOND, THIRD


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


def test_a_form_around_the_whole_page_holds_the_story() -> None:
    spans = "<br><br>".join(f"<span>{p}</span>" for p in (FIRST, SECOND, THIRD))
    body = f"<html><body><form><h1>Judul Berita</h1><div>{spans}</div></form></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


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


def test_paragraphs_above_an_element_with_the_rest_are_the_storys() -> None:
    rest = "".join(f"<p>{p} Bagian {n}.</p>" for n in range(4) for p in (SECOND, THIRD))
    first = f"<p>Warga menunggu. {SECOND}</p><p>Sejak lama. {THIRD}</p><p>{THIRD}</p>"
    body = f"<h1>Judul Berita</h1><div class='isi'>{first}<div class='more'>{rest}</div></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert len(extract_article(page, GENERIC_SITE).paragraphs) == 11


@pytest.mark.parametrize(
    ("blocks", "stored"), [((FIRST, SECOND, THIRD), True), (("Foto: Ani Contoh",), False)]
)
def test_a_video_with_a_story_in_divs_is_read(blocks: tuple[str, ...], stored: bool) -> None:
    told = "".join(f"<div>{block}</div>" for block in blocks)
    head = "<meta property='og:type' content='video.other'><h1>Judul Berita yang Panjang</h1>"
    page = Page("https://x.id/a", f"<html><body>{head}<section>{told}</section>".encode())
    assert (extract_article(page, GENERIC_SITE).paragraphs == blocks) == stored
