"""One page read: pages joined, dates weighed, addresses declared, reasons told."""

import json
from datetime import UTC, datetime

import pytest

from pipelines.extract import declared_url, extract, extract_article, next_pages
from pipelines.model import GENERIC_SITE, Lead, Page, Site

TRIBUN = Site("fiksi", "Tribun Fiksi", "tribun", province="73")
URL = "https://fiksi.tribunnews.com/2024/03/12/sungai-madu-lindungi-perangkat-desa"
NOW = datetime(2024, 3, 13, tzinfo=UTC)


def tribun(*paragraphs: str, head: str = "", around: str = "") -> bytes:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<html><head><title>Judul</title>{head}</head><body><div id='article'>"
        f"<h1 id='arttitle'>Judul</h1>{around}<div id='article_con'>"
        f"<div class='side-article txt-article'>{body}</div></div></div></body></html>"
    ).encode()


FIRST = (
    "TRIBUNFIKSI.COM, MAKASSAR - Bupati meneken perjanjian dengan BPJS Ketenagakerjaan hari itu."
)
SECOND = (
    "Iuran perangkat desa dibayar dari anggaran pendapatan dan belanja daerah sejak Januari lalu."
)
SHOWN = "Selasa, 12 Maret 2024 19:05 WIB"
THIRD = "Kepala cabang menyebut kepesertaan berlaku setelah data diserahkan oleh setiap kecamatan."


def test_later_pages_are_joined_and_a_repeated_lead_is_told_once() -> None:
    later = Page(f"{URL}?page=2", tribun(FIRST, THIRD, "(tri/bun)"))
    page = Page(URL, tribun(FIRST, SECOND, "Halaman selanjutnya"), more=(later,))
    article = extract_article(page, TRIBUN)
    assert article.paragraphs == (FIRST, SECOND, THIRD)
    assert article.sign_off == "(tri/bun)"
    assert article.text == "\n\n".join(article.paragraphs)


def test_a_later_page_that_cannot_be_read_costs_nothing() -> None:
    page = Page(URL, tribun(FIRST, SECOND), more=(Page(f"{URL}?page=2", b"%PDF-1.4"),))
    assert extract_article(page, TRIBUN).paragraphs == (FIRST, SECOND)


def test_zone_of_the_province_where_the_page_names_none() -> None:
    time = "<time class='grey'>Selasa, 12 Maret 2024 19:05</time>"
    article = extract_article(Page(URL, tribun(FIRST, SECOND, around=time)), TRIBUN)
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2024-03-12T19:05:00+08:00"
    assert (article.published_precision, article.published_source) == ("minute", "visible")


@pytest.mark.parametrize(
    ("machine", "shown", "published"),
    [
        ("2024-03-12T12:05:44+00:00", SHOWN, "2024-03-12T20:05:44+08:00"),
        ("2024-03-12T19:05:44Z", SHOWN, "2024-03-12T19:05:44+07:00"),
        ("2024-03-12T19:05:44-07:00", SHOWN, "2024-03-12T19:05:44+07:00"),
        ("2024-03-12", "Selasa, 12 Maret 2024 19:05 WITA", "2024-03-12T19:05:00+08:00"),
        ("bukan tanggal", "Selasa, 12 Maret 2024 19:05 WITA", "2024-03-12T19:05:00+08:00"),
        ("2024-03-12T19:05:44+07:00", "Rabu, 12 Maret 2024", "2024-03-12T19:05:44+07:00"),
        ("2024-03-12T19:05:44+09:00", "12/03/2024 19:05", "2024-03-12T19:05:44+09:00"),
        ("2024-03-12T19:05:44Z", "12/03/2024 19:05", "2024-03-12T19:05:44+08:00"),
    ],
)  # fmt: skip
def test_machine_date_is_weighed_against_the_printed_one(
    machine: str, shown: str, published: str
) -> None:
    meta = f"<meta property='article:published_time' content='{machine}'>"
    page = tribun(FIRST, SECOND, head=meta, around=f"<time class='grey'>{shown}</time>")
    article = extract_article(Page(URL, page), TRIBUN)
    assert article.published_at is not None
    assert article.published_at.isoformat() == published


@pytest.mark.parametrize("shown", ["Senin, 12 Maret 2024 19:05 WIB", "31 November 2023", "Rabu"])
def test_a_contradictory_date_is_kept_raw_and_the_url_speaks(shown: str) -> None:
    page = Page(URL, tribun(FIRST, SECOND, around=f"<time class='grey'>{shown}</time>"))
    article = extract_article(page, TRIBUN)
    assert (article.published_source, article.published_precision) == ("url", "day")
    undated = Page("https://fiksi.tribunnews.com/kota/1/judul", page.body)
    article = extract_article(undated, TRIBUN)
    assert (article.published_at, article.published_raw) == (None, shown)


def test_future_date_is_not_believed() -> None:
    time = "<time class='grey'>Jumat, 15 Maret 2030 10:00 WIB</time>"
    page = Page("https://x.id/a/1/b", tribun(FIRST, SECOND, around=time), fetched_at=NOW)
    article = extract_article(page, TRIBUN)
    assert article.published_at is None
    assert article.published_raw == "Jumat, 15 Maret 2030 10:00 WIB"


def test_channel_date_fills_in_and_says_so() -> None:
    lead = Lead(URL, "feed", "https://x.id/rss", published_raw="Tue, 12 Mar 2024 12:05:44 +0000")
    page = Page("https://x.id/a/1/b", tribun(FIRST, SECOND), lead=lead)
    article = extract_article(page, TRIBUN)
    assert article.published_source == "feed"
    assert article.published_at == datetime(2024, 3, 12, 12, 5, 44, tzinfo=UTC)


def test_header_clock_is_never_the_date() -> None:
    body = tribun(FIRST, SECOND).replace(b"<body>", b"<body><div>Minggu, 22 November 2026</div>")
    assert extract_article(Page("https://x.id/a/1/b", body), TRIBUN).published_at is None
    assert extract_article(Page("https://x.id/a/1/b", body), GENERIC_SITE).published_at is None


def test_clock_above_the_headline_of_a_bare_page_is_never_the_date() -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    clock, shown = "<div>Minggu, 22 November 2026</div>", "<div>Rabu, 1 Mei 2024 10:05 WIB</div>"
    for date, published in (("", None), (shown, "2024-05-01T10:05:00+07:00")):
        body = f"<html><body>{clock}<h1>Judul</h1>{date}<div>{story}</div></body></html>"
        article = extract_article(Page("https://x.id/a/1/b", body.encode()), GENERIC_SITE)
        found = article.published_at
        assert (found and found.isoformat()) == published


def test_comments_of_readers_are_no_story() -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    comments = f"<h3>2 Komentar</h3><div><p>Saya setuju dengan {THIRD.lower()}</p></div>"
    body = f"<html><body><h1>Judul</h1><div>{story}</div><div>{comments}</div></body></html>"
    article = extract_article(Page("https://x.id/a/1/b", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_editor_of_the_json_ld_is_no_reporter() -> None:
    ld = (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-12",'
        '"author":{"@type":"Person","name":"Tono Contoh"}}</script>'
    )
    credit = "<div class='side-article mb5'><div id='editor'>Editor: Tono Contoh</div></div>"
    article = extract_article(Page(URL, tribun(FIRST, SECOND, head=ld, around=credit)), TRIBUN)
    assert (article.authors, article.editors) == ((), ("Tono Contoh",))


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
def test_a_small_heading_above_the_story_sums_it_up(heading: str, kept: bool) -> None:
    body = f"<h1>Judul Berita</h1><div class='isi'>{heading}<p>{SECOND}</p><p>{THIRD}</p></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    paragraphs = extract_article(page, GENERIC_SITE).paragraphs
    assert (len(paragraphs) == 3, paragraphs[-2:]) == (kept, (SECOND, THIRD))


def test_old_pages_call_their_headline_by_class_and_date_below_it() -> None:
    rows = (
        "<tr><td>Rabu, 26 November 2025 | 10:31:07</td></tr><tr><td>BERITA POPULER</td></tr>"
        "<tr><td class='judul'>Bupati Teken Perjanjian Perangkat Desa</td></tr>"
        "<tr><td>24-11-2025 16:47:55 - Ditulis oleh : Bagian Humas - Kategori : Pemerintahan - "
        "Dibaca : 1423 kali hari ini</td></tr>"
    )
    story = f"<tr><td><div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div></td></tr>"
    body = f"<title>Website Resmi</title><body><table>{rows}{story}</table></body>"
    article = extract_article(Page("https://contoh.go.id/a", body.encode()), GENERIC_SITE)
    assert article.title == "Bupati Teken Perjanjian Perangkat Desa"
    assert str(article.published_at) == "2025-11-24 16:47:55+07:00"
    assert article.authors == ()


def test_the_header_of_an_article_dates_it_but_the_sites_does_not() -> None:
    clock = "<header>Minggu, 22 November 2026 10:00 WIB</header>"
    sent = "<article><header>Dikirim oleh ani.contoh pada Rab, 12/11/2025 - 16:25</header>"
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"{clock}<main><h1>Judul Berita</h1>{sent}<div class='x'>{story}</div></article></main>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    article = extract_article(page, GENERIC_SITE)
    assert str(article.published_at) == "2025-11-12 16:25:00+07:00"


def test_trace_tells_what_was_left_out_and_why() -> None:
    page = Page(URL, tribun(FIRST, "Baca juga: Pasar Baru Dibuka", SECOND))
    trace = extract(page, TRIBUN).trace
    assert trace.layout == "tribun"
    assert [(d.line, d.rule) for d in trace.dropped] == [
        ("Baca juga: Pasar Baru Dibuka", "read also")
    ]
    assert trace.dates == (("url: url", "2024/03/12", "2024-03-12T00:00:00+07:00"),)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://a.id/x/1/y">', "https://a.id/x/1/y"),
        ('<link rel="canonical" href=""><meta property="og:url" content="https://a.id/x">',
         "https://a.id/x"),
        ('<link rel="canonical" href="https://web.archive.org/web/2021/https://a.id/x">',
         "https://a.id/x"),
        ("<!-- saved from url=(0022)https://a.id/disimpan -->", "https://a.id/disimpan"),
        ('<link rel="canonical" href="/relatif">', None),
        ("", None),
    ],
)  # fmt: skip
def test_declared_url(head: str, url: str | None) -> None:
    assert declared_url(f"<html><head>{head}</head><body><p>x</p></body></html>".encode()) == url


def test_declared_url_of_what_is_no_page() -> None:
    assert declared_url(b"%PDF-1.4") is None


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://contoh.id/", "a front page"),
        ("https://contoh.id/tag/bpjs", "a list of stories by its address"),
        ("https://contoh.id/?s=bpjs", "a list of stories by its address"),
        ("https://contoh.id/berita/judul", None),
    ],
)
def test_lists_are_no_articles(url: str, reason: str | None) -> None:
    story = "".join(f"<div><p>{p}</p></div>" for p in (FIRST, SECOND, THIRD))
    body = f"<html><body><h1>Judul</h1>{story}</body></html>".encode()
    assert extract(Page(url, body), GENERIC_SITE).not_article == reason


def bare(between: str, after: str = "") -> bytes:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    return f"<html><body>{between}<div class='teks'>{story}</div>{after}</body></html>".encode()


def test_a_class_that_tells_a_state_names_no_share_bar() -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    page = f"<h1>Judul</h1><div class='isi no-share'>{story}</div><div class='x-share'>Salin</div>"
    article = extract_article(Page("https://contoh.id/a", page.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_dates_of_other_stories_are_never_the_date() -> None:
    after = "<h3>Video Lainnya</h3><ul><li>Pasar <span>Sabtu, 21 November 2026 20:11 WIB</span>"
    body = bare("<h1>Judul Berita yang Cukup Panjang</h1>", after)
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).published_at is None


def test_a_name_and_a_date_side_by_side_stay_apart() -> None:
    line = "<div><span>Oleh Ani Contoh</span><span>7 Oktober 2026 09:12 WIB</span></div>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert article.authors == ("Ani Contoh",)
    assert str(article.published_at) == "2026-10-07 09:12:00+07:00"


def test_a_name_in_a_row_that_is_called_author_is_the_reporters() -> None:
    row = "<div class='row author'><div>Ani Contoh</div><div>7 Oktober 2026</div></div>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{row}")
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == (
        "Ani Contoh",
    )


@pytest.mark.parametrize(
    ("account", "around", "authors", "editors"),
    [
        ("Budi Semisal", "", ("Budi Semisal",), ()),
        ("Budi Semisal", "<p>Penulis: Ani Contoh</p>", ("Ani Contoh",), ()),
        ("Budi Semisal", "<p>Editor: Budi Semisal</p>", (), ("Budi Semisal",)),
        ("admin", "<p>Penulis: Ani Contoh | Editor: Ani Contoh</p>", ("Ani Contoh",),
         ("Ani Contoh",)),
        ("Bun", "", ("Bun",), ()),
        ("adminbp", "", (), ()),
    ],
)  # fmt: skip
def test_an_account_is_the_reporters_where_nothing_else_is_told(
    account: str, around: str, authors: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    posted = f"<div class='entry-meta'>by <span class='author vcard'><a>{account}</a></span></div>"
    told = f"<p>{FIRST}</p><p>{SECOND}</p>{around}"
    body = bare(f"<h1>Judul Berita Panjang</h1>{posted}<div class='entry-content'>{told}</div>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert (article.authors, article.editors) == (authors, editors)


def test_a_headline_that_reads_like_a_name_is_nobody() -> None:
    head = "<title>Guru Mengaji Terlindungi - Contoh</title>"
    body = bare(
        f"{head}<p>Guru Mengaji Terlindungi - Contoh</p><h1>Guru Mengaji Terlindungi</h1>"
        "<p>Guru Mengaji Terlindungi | Rabu, 4 November 2026</p>"
    )
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>Ani Contoh</b> | Rabu, 4 November 2026 17:30 WIB</p>",
        "<div><img alt='x'><a href='/penulis/ani'>Ani Contoh</a></div>",
        "<p>Ani Contoh - Contoh.id</p><p>Rabu, 4 November 2026 17:30 WIB</p>",
        "<div>Ani Contoh &bull; <time datetime='2026-11-04T17:30'>4 November 2026</time></div>",
    ],
)
def test_an_unlabelled_name_beside_date_or_outlet_is_the_reporters(line: str) -> None:
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert article.authors == ("Ani Contoh",)


def test_names_set_in_a_row_beside_their_label_are_all_the_reporters() -> None:
    row = "<dt>Reporter</dt><dd>Ani Contoh</dd><dd>Tono Contoh</dd><dt>Editor</dt><dd>Budi</dd>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1><dl>{row}</dl><p>Facebook</p>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh", "Tono Contoh"), ("Budi",))


def test_a_labelled_name_anywhere_in_the_article_comes_before_the_account() -> None:
    posted = (
        "<div class='entry-meta'>by <span class='author vcard'><a>Budi Semisal</a></span></div>"
    )
    told = f"<div class='entry-content'><p>{FIRST}</p><p>{SECOND}</p></div>"
    body = bare(f"<h1>Judul Berita Panjang</h1>{posted}{told}<div>Reporter: Ani Contoh</div>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert article.authors == ("Ani Contoh",)


@pytest.mark.parametrize(
    ("box", "authors"),
    [
        ("<div class='user-box'><a class='user-name'>Ani Contoh</a></div>", ("Ani Contoh",)),
        ("<div class='author-box'><h4>Tentang Penulis</h4><p>Penulis suka kopi.</p></div>", ()),
    ],
)
def test_a_box_around_the_story_names_its_writer(box: str, authors: tuple[str, ...]) -> None:
    body = bare(f"{box}<h1>Judul Berita yang Cukup Panjang</h1>")
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == authors


def test_an_editor_by_his_job_in_json_ld_is_no_reporter() -> None:
    ld = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":['
        '{"@type":"Person","name":"Budi Semisal","jobTitle":"Editor"},'
        '{"@type":"Person","name":"Ani Contoh","jobTitle":"Author"}]}</script>'
    )
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{ld}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi Semisal",))


@pytest.mark.parametrize(
    ("sign", "authors"),
    [("(Ani Contoh)", ("Ani Contoh",)), ("(ani)", ()), ("(Humas DPRD)", ()), ("(MC Reka/Ani)", ())],
)
def test_a_full_name_at_the_end_is_the_reporters(sign: str, authors: tuple[str, ...]) -> None:
    page = Page(URL, tribun(FIRST, f"{SECOND} {sign}"))
    article = extract_article(page, TRIBUN)
    assert (article.authors, article.sign_off) == (authors, sign)


@pytest.mark.parametrize(
    "head",
    [
        "<title>SOSOK</title><h1>SOSOK</h1><h2>Bupati Teken Perjanjian Perangkat Desa</h2>"
        "<h3>Iuran ditanggung anggaran daerah tahun ini</h3>",
        "<title>Dinas Maju</title><x-title class='card-title'>Bupati Teken Perjanjian "
        "Perangkat Desa</x-title><x-date>Rab, 3 Des 2025, 18.25.10</x-date>",
    ],
)
def test_a_section_is_no_headline(head: str) -> None:
    article = extract_article(Page("https://contoh.id/a", bare(head)), GENERIC_SITE)
    assert article.title == "Bupati Teken Perjanjian Perangkat Desa"


def test_a_date_of_publishing_comes_before_one_of_a_change() -> None:
    line = "<p>Terakhir diperbarui: 1 Mei 2024. Terbit: 19 April 2024 pukul 10:30 WIB.</p>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert str(article.published_at) == "2024-04-19 10:30:00+07:00"


def test_a_name_deep_in_a_writers_box_is_the_reporters() -> None:
    box = "<div><p class='name'>Ani Contoh</p><p>4 November 2026</p></div>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1><div class='author-box'>{box}</div>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert article.authors == ("Ani Contoh",)


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


def test_a_form_around_the_whole_page_holds_the_story() -> None:
    spans = "<br><br>".join(f"<span>{p}</span>" for p in (FIRST, SECOND, THIRD))
    body = f"<html><body><form><h1>Judul Berita</h1><div>{spans}</div></form></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_a_story_told_in_small_headings_loses_none() -> None:
    body = f"<h1>Judul Berita</h1><div><h4>{SECOND}</h4><h4>{THIRD}</h4></div>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (SECOND, THIRD)


def test_names_above_a_summary_box_are_still_the_storys() -> None:
    byline = "<div class='x'><p>Ani Contoh</p><p>Writer</p><p>Budi Semisal</p><p>Editor</p></div>"
    box = "<div class='inti'><h2>Intinya Sih</h2><ul><li>Perjanjian diteken</li></ul></div>"
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<h1>Judul Berita yang Cukup Panjang</h1>{byline}<div>{box}<div>{story}</div></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    article = extract_article(page, GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi Semisal",))


def test_an_editor_by_json_ld_is_no_reporter_where_names_stand_unlabelled() -> None:
    ld = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x",'
        '"editor":{"@type":"Person","name":"Budi Semisal"}}</script>'
    )
    names = "<div class='penulis-detail'>Ani Contoh, <span>Budi Semisal</span></div>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{ld}{names}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi Semisal",))


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://contoh.id/2025/10/04/judul", "2025-10-04"),
        ("https://contoh.id/daerah/24/10/2023/judul", "2023-10-24"),
        ("https://contoh.id/daerah/10/24/2023/judul", None),
    ],
)
def test_an_address_may_date_a_page_that_does_not(url: str, published: str | None) -> None:
    article = extract_article(Page(url, bare("<h1>Judul Berita yang Panjang</h1>")), GENERIC_SITE)
    assert (article.published_at and str(article.published_at.date())) == published


def test_the_time_element_of_a_line_is_more_exact_than_what_it_shows() -> None:
    line = (
        "<p><time class='updated' datetime='2026-10-08T08:00:00+07:00'>8 Oktober 2026</time>"
        "<time datetime='2026-10-07T09:12:30+07:00'>7 Oktober 2026</time></p>"
    )
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert str(article.published_at) == "2026-10-07 09:12:30+07:00"


@pytest.mark.parametrize("tag", ["time", "abbr", "span"])
def test_a_machine_date_dates_a_line_that_shows_no_year(tag: str) -> None:
    line = f"<p>Ani <{tag} datetime='2026-10-07T09:12:30+07:00'>7 Okt</{tag}></p>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert str(article.published_at) == "2026-10-07 09:12:30+07:00"


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


def test_a_page_without_more_has_no_next_pages() -> None:
    assert next_pages(Page(URL, tribun(FIRST)), TRIBUN) == ()
    assert next_pages(Page(URL, b""), TRIBUN) == ()
