"""When a page was published, weighed against all else that it dates."""

import json
from datetime import UTC, datetime

import pytest

from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Lead, Page, Site
from tests.pipelines.page.samples import FIRST, SECOND, THIRD, TRIBUN, URL, bare, tribun

NOW = datetime(2024, 3, 13, tzinfo=UTC)
SHOWN = "Selasa, 12 Maret 2024 19:05 WIB"


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


def test_a_printed_zone_bears_utc_out_against_an_attribute_without_one() -> None:
    meta = "<meta property='article:published_time' content='2026-01-14T17:22:46+00:00'>"
    shown = "<time datetime='Rabu, 14 Januari 2026 17:22'>15 Januari 2026 | 00:22 WIB</time>"
    body = bare(f"{meta}<h1>Judul Berita yang Cukup Panjang</h1><div>{shown}</div>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert str(article.published_at) == "2026-01-15 00:22:46+07:00"


@pytest.mark.parametrize(
    ("meta", "published"),
    [
        ("2024-03-12T19:05:44+08:00", "2024-03-12T19:05:44+08:00"),
        ("2024-03-12T12:05:44Z", "2024-03-12T19:05:44+07:00"),
        ("2024-03-12T19:05:44Z", "2024-03-12T19:05:44+07:00"),
        ("2024-03-11T08:00:00+08:00", "2024-03-12T19:05:44+07:00"),
    ],
)
def test_a_machines_clock_without_a_zone_has_that_of_another_which_shows_the_same(
    meta: str, published: str
) -> None:
    ld = json.dumps({"@type": "NewsArticle", "datePublished": "2024-03-12 19:05:44"})
    head = f"<script type='application/ld+json'>{ld}</script>"
    body = bare(f"{head}<meta property='article:published_time' content='{meta}'>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
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


def test_the_time_of_a_comment_is_never_the_date() -> None:
    head = "<h2>Judul Berita yang Panjang</h2><ul><li>{}</li></ul>"
    said = "<p>Acara: 3 Mei 2022</p><p>Joined: Jan 3, 2022</p><h4>5 Comments</h4><p>4 Mei 2017</p>"
    head += "<dl><dt>Acara<dd>Rabu, 4 Mei 2022, Aula Reka</dl>"
    for shown, day in (("22 September 2023", "2023-09-22"), ("Berita", None)):
        body = bare(head.format(shown), said)
        at = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).published_at
        assert (at and f"{at:%Y-%m-%d}") == day


@pytest.mark.parametrize(("label", "dated"), [("Judul", True), ("Berita lain dari kami", False)])
def test_a_table_with_the_headline_dates_the_story(label: str, dated: bool) -> None:
    title = "Pasar Ikan di Reka Kembali Dibuka"
    rows = f"<tr><th>{label}<td>{title}</tr><tr><th>Tanggal<td>04-04-2023</tr>"
    told = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>"
    head = f"<html><head><title>{title}</title></head>"
    body = f"{head}<body><div><table>{rows}</table></div><div>{told}</div>"
    at = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE).published_at
    assert (at is not None) == dated


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


@pytest.mark.parametrize(
    ("dated", "published"),
    [
        ("Jumat, 24 November 2023 01:47", "2023-11-24 01:47:00+07:00"),
        ("Dikirim oleh : Ani Contoh Semisal | Tanggal : 24-11-2023 | Jam : 07:48:02 | Kategori : "
         "Pemerintahan Daerah", "2023-11-24 07:48:02+07:00"),
        ("Oleh Ani Contoh 11/24/23 8:12 AM 402 kali", "2023-11-24 08:12:00+07:00"),
        ("Bupati Teken Perjanjian Perangkat Desa <br>Diposting tanggal: 24/11/2023 16:35 oleh: a",
         "2023-11-24 16:35:00+07:00"),
        ("Dicetak pada: 24/11/2023 10:00:14", "None"),
        ("Pemutakhiran Terakhir ( Senin, 27 November 2023 08:30 )", "2023-11-27 08:30:00+07:00"),
    ],
)  # fmt: skip
def test_old_portals_date_a_story_below_a_headline_that_is_no_heading(
    dated: str, published: str
) -> None:
    title = "Bupati Teken Perjanjian Perangkat Desa"
    side = "<td><h3>Berita Terbaru</h3><ul><li>Pasar Ikan Dibuka 21 November 2023</li></ul></td>"
    rows = f"<tr><td>{title}</td></tr><tr><td>{dated}</td></tr>"
    story = f"<tr><td>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</td></tr>"
    body = f"<title>{title}</title><body><table><tr>{side}<td><table>{rows}{story}</table></table>"
    article = extract_article(Page("https://contoh.go.id/a", body.encode()), GENERIC_SITE)
    assert (article.title, str(article.published_at)) == (title, published)


@pytest.mark.parametrize(
    ("link", "published"),
    [
        ("<a href='/d'>Daerah</a>", "2025-11-12"),
        ("<a href='/d'>Pasar Ikan di Reka Kembali Dibuka</a>", "None"),
    ],
)
def test_an_aside_in_the_article_dates_it_unless_it_leads_elsewhere(
    link: str, published: str
) -> None:
    aside = f"<aside>{link}<p>12 November 2025</p></aside>"
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<article><h1>Judul Berita</h1>{aside}<section>{story}</section></article>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert str(extract_article(page, GENERIC_SITE).published_at)[:10] == published


def test_a_bare_table_dates_its_story_above_the_headline_and_no_box_beside_it_does() -> None:
    title = "Bupati Teken Perjanjian Perangkat Desa"
    cell = f"<b>12 Nov 2025 - 08:22 WIB</b><br><b>{title}</b><br>Diposting oleh: admin<br>"
    story = f"<div class='isi'>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>"
    side = "<div><h2>Agenda</h2><p>21 November 2025 Rapat warga di balai desa</p></div>"
    body = f"<div><div><table><tr><td>{cell}{story}</table></div>{side}</div>"
    html = f"<html><title>{title}</title><body>{body}</body></html>"
    at = extract_article(Page("https://contoh.id/a", html.encode()), GENERIC_SITE).published_at
    assert f"{at:%Y-%m-%d %H:%M}" == "2025-11-12 08:22"


def test_a_machines_date_in_content_dates_the_line() -> None:
    sent = "<span content='2025-11-12T16:25:08+07:00'>Dikirim oleh ani pada 12/11/2025</span>"
    body = bare(f"<h1>Judul Berita yang Panjang</h1><div>{sent}</div>")
    at = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).published_at
    assert str(at) == "2025-11-12 16:25:08+07:00"


def test_the_header_of_an_article_dates_it_but_the_sites_does_not() -> None:
    clock = "<header>Minggu, 22 November 2026 10:00 WIB</header>"
    sent = "<article><header>Dikirim oleh ani.contoh pada Rab, 12/11/2025 - 16:25</header>"
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"{clock}<main><h1>Judul Berita</h1>{sent}<div class='x'>{story}</div></article></main>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    article = extract_article(page, GENERIC_SITE)
    assert str(article.published_at) == "2025-11-12 16:25:00+07:00"


def test_a_date_beside_a_headline_many_boxes_out_is_the_storys() -> None:
    head = "<div><h1>Judul Berita yang Cukup Panjang</h1><span>12 Feb 2026, 14:05:12 WIB</span>"
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<div>{head}</div>{'<div>' * 8}{story}{'</div>' * 8}</div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    at = extract_article(page, GENERIC_SITE).published_at
    assert str(at) == "2026-02-12 14:05:12+07:00"


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


def test_a_date_of_publishing_comes_before_one_of_a_change() -> None:
    line = "<p>Terakhir diperbarui: 1 Mei 2024. Terbit: 19 April 2024 pukul 10:30 WIB.</p>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert str(article.published_at) == "2024-04-19 10:30:00+07:00"


def test_a_date_above_the_headline_is_the_storys_where_both_stand_in_its_element() -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    dated = "<div>Rabu, 1 Mei 2024 10:05 WIB</div><h1>Judul Berita yang Cukup Panjang</h1>"
    body = f"<div>Minggu, 22 November 2026</div><div class='isi'>{dated}{story}</div>"
    page = Page("https://x.id/a/1/b", f"<html><body>{body}</body></html>".encode())
    at = extract_article(page, GENERIC_SITE).published_at
    assert str(at) == "2024-05-01 10:05:00+07:00"


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (("Diperbarui: 3 Mei 2024 09:10 WIB", "Terbit: 2 Mei 2024 14:05 WIB"), "02 14:05"),
        (("Diperbarui: 3 Mei 2024 09:10 WIB",), "03 09:10"),
        (("2 jam yang lalu", "Kamis, 2 Mei 2024"), "02 00:00"),
        (("Mei 2, 2024", "2:05 pm"), "02 14:05"),
        (("Mei 2, 2024", "pukul 14.05 WIB"), "02 14:05"),
        (("Mei 2, 2024", "3 komentar"), "02 00:00"),
    ],
)
def test_of_several_lines_with_dates_the_firm_one_speaks(
    lines: tuple[str, ...], published: str
) -> None:
    shown = "".join(f"<li>{line}</li>" for line in lines)
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1><ul>{shown}</ul>")
    page = Page("https://contoh.id/a", body, fetched_at=datetime(2024, 5, 4, tzinfo=UTC))
    at = extract_article(page, GENERIC_SITE).published_at
    assert at
    assert f"{at:%d %H:%M}" == published


@pytest.mark.parametrize(
    ("opening", "below", "published"),
    [
        ("Semu Raya, 22 Juli 2022 – ", "", "2022-07-22"),
        ("SEMU RAYA (22/7/2022) - ", "", "2022-07-22"),
        ("Bupati, 22 Juli 2022 – ", "", None),
        ("Pada Jumat, 22 Juli 2022 ", "", None),
        ("", "<ul><li>Jumat, 22 Juli 2022 | 10:41:05 WIB</li></ul>", "2022-07-22"),
        ("", "<p>22 Juli 2022</p><p>23 Juli 2022</p>", None),
        ("", f"<p>Batas daftar:</p><p>22 Juli 2022</p><p>{FIRST}</p>", None),
    ],
)
def test_the_story_dates_itself_where_nothing_else_does(
    opening: str, below: str, published: str | None
) -> None:
    told = f"<p>{opening}{SECOND}</p><p>{THIRD}</p><p>{THIRD.upper()}</p>{below}"
    body = f"<html><body><h1>Judul Berita Panjang</h1><div>{told}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    at = article.published_at
    assert (at and f"{at:%Y-%m-%d}") == published
    assert article.published_source == (published and "visible")


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://contoh.id/2025/10/04/judul", "2025-10-04"),
        ("https://contoh.id/daerah/24/10/2023/judul", "2023-10-24"),
        ("https://contoh.id/daerah/10/24/2023/judul", "2023-10-24"),
        ("https://contoh.id/daerah/24/24/2023/judul", None),
    ],
)
def test_an_address_may_date_a_page_that_does_not(url: str, published: str | None) -> None:
    article = extract_article(Page(url, bare("<h1>Judul Berita yang Panjang</h1>")), GENERIC_SITE)
    assert (article.published_at and str(article.published_at.date())) == published


@pytest.mark.parametrize(
    ("page", "published"),
    [
        ("<div><div>{date}{head}<div class='isi'>{story}</div></div></div>", "2025-11-05"),
        ("<div><div><div>{date}</div><div>{head}{story}</div></div></div>", "2025-11-05"),
        ("<div><div>{date}{head}<div><div>{story}</div></div></div></div>", "2025-11-05"),
        ("<div>{date}{head}<div class='isi'>{story}</div></div>", None),
        ("<div><div>{date}{menu}{head}<div class='isi'>{story}</div></div></div>", None),
    ],
)
def test_a_date_above_a_headline_in_no_h1_is_the_storys_in_its_own_element_only(
    page: str, published: str | None
) -> None:
    story = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    head = "<p class='text-2xl font-bold'>Bupati Teken Perjanjian Perangkat Desa</p>"
    menu = "".join(f"<p>Menu {n}</p>" for n in range(6))
    body = page.format(date="<p>05 Nov 2025</p>", head=head, story=story, menu=menu)
    html = f"<html><title>Pemkab Semu</title><body>{body}</body></html>"
    article = extract_article(Page("https://semu.go.id/a", html.encode()), GENERIC_SITE)
    assert article.title == "Bupati Teken Perjanjian Perangkat Desa"
    assert (article.published_at.date().isoformat() if article.published_at else None) == published


def test_the_time_element_of_a_line_is_more_exact_than_what_it_shows() -> None:
    line = (
        "<p><time class='updated' datetime='2026-10-08T08:00:00+07:00'>8 Oktober 2026</time>"
        "<time datetime='2026-10-07T09:12:30+07:00'>7 Oktober 2026</time></p>"
    )
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert str(article.published_at) == "2026-10-07 09:12:30+07:00"


def test_a_templates_own_date_yields_to_the_one_that_its_element_prints() -> None:
    line = "<p><time datetime='2020-01-01'>7 Oktober 2026</time></p>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert str(article.published_at)[:10] == "2026-10-07"


@pytest.mark.parametrize("tag", ["time", "abbr", "span"])
def test_a_machine_date_dates_a_line_that_shows_no_year(tag: str) -> None:
    line = f"<p>Ani <{tag} datetime='2026-10-07T09:12:30+07:00'>7 Okt</{tag}></p>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert str(article.published_at) == "2026-10-07 09:12:30+07:00"


CARD = (
    "<div class='kartu'><h3><a href='/b'>Kapal Nelayan Hilang Kontak di Selat Reka</a></h3>{}</div>"
)


@pytest.mark.parametrize(
    ("before", "date", "after"),
    [
        ("", "<span itemprop='datePublished'>{}</span>", CARD),
        (CARD, "<span itemprop='datePublished'>{}</span>", ""),
        (CARD, "<p><a href='/a'>Ani Contoh, {}</a></p>", CARD),
        ("", "<div>{}<h6><a href='/profil/1'>Ani Budi Citra Contoh Penulis</a></h6></div>", CARD),
        ("<a href='/b'>Kapal Nelayan Hilang Kontak di Selat Reka {}</a>", "<p>{}</p>", ""),
        ("", "", CARD),
    ],
)
def test_a_date_in_the_card_of_another_story_is_never_the_date(
    before: str, date: str, after: str
) -> None:
    other = "<span itemprop='datePublished'>10 Agustus 2025 10:00 WIB</span>"
    own = date.format("18 Agustus 2025 08:03 WIB")
    headline = "<h1>Judul Berita yang Cukup Panjang</h1>"
    body = bare(f"{before.format(other)}<div>{headline}{own}</div>", after.format(other))
    at = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).published_at
    assert str(at) == ("2025-08-18 08:03:00+07:00" if date else "None")


def test_the_clock_of_the_page_header_is_no_date_and_the_date_beside_the_headline_is() -> None:
    """As on RRI: both have the same class, and links to other stories stand in the same block."""
    clock = "<header><div class='date'>Minggu, 22 November 2026</div></header>"
    own = (
        "<ul><li><a href='/p'>Ani Contoh</a></li><li class='date'>13 Nov 2025 - 15:20 WIT</li></ul>"
    )
    headline = "<h1>Judul Berita yang Cukup Panjang</h1>"
    link = "<p><a href='/b'>Baca juga: Enam Kapal Nelayan Hilang Kontak di Selat Reka</a></p>"
    text = f"<div>{headline}{own}<p>{FIRST}</p><p>{SECOND}</p>{link}</div>"
    story = f"<div class='post_details_inner'>{text}</div>"
    page = Page("https://rri.co.id/a", f"<html><body>{clock}{story}</body></html>".encode())
    at = extract_article(page, Site("rri", "RRI", "rri", province="81")).published_at
    assert str(at) == "2025-11-13 15:20:00+09:00"


@pytest.mark.parametrize(
    ("generator", "shown", "published"),
    [
        ("blogger", "September 24, 2025", "2025-09-25T06:12:00+07:00"),
        ("Blogger", "4:12 PM September 24, 2025", "2025-09-25T06:12:00+07:00"),
        ("WordPress 6.8", "September 24, 2025", "2025-09-24T16:12:00+07:00"),
        ("", "24 September 2025 16:12 WIB", "2025-09-24T16:12:00+07:00"),
        ("", "25 September 2025 06:12 WIB", "2025-09-25T06:12:00+07:00"),
    ],
)
def test_a_time_west_of_greenwich_is_meant_where_a_clock_or_blogger_says_so(
    generator: str, shown: str, published: str
) -> None:
    head = f"<meta name='generator' content='{generator}'><h1>Judul Berita yang Cukup Panjang</h1>"
    time = f"<abbr itemprop='datePublished' title='2025-09-24T16:12:00-07:00'>{shown}</abbr>"
    page = Page("https://contoh.id/a", bare(f"{head}<p>{time}</p>"))
    at = extract_article(page, GENERIC_SITE).published_at
    assert at
    assert at.isoformat() == published


def test_a_date_for_machines_only_leaves_the_printed_one_to_be_seen() -> None:
    meta = "<meta itemprop='datePublished' content='2025-06-21T15:10:00Z'>"
    shown = "<h1>Judul Berita yang Cukup Panjang</h1><div>21 Juni 2025 15:10 WITA</div>"
    page = Page("https://contoh.id/a", bare(f"{meta}{shown}"))
    assert str(extract_article(page, GENERIC_SITE).published_at) == "2025-06-21 15:10:00+08:00"


def test_the_day_of_a_talk_above_the_story_is_not_its_date() -> None:
    shown = "<h1>Judul Panjang</h1><div>Diskusi 30 April 2026</div><div>11 Mei 2026 10:30 WIB</div>"
    at = extract_article(Page("https://contoh.id/a", bare(shown)), GENERIC_SITE).published_at
    assert f"{at:%Y-%m-%d %H:%M}" == "2026-05-11 10:30"


@pytest.mark.parametrize(
    ("shown", "change", "path", "published"),
    [
        ("19 November 2025 08:05 WIB", "", "a", "2025-11-19 08:05"),
        ("19 November 2025 08:05 WIB", "2025-11-19T01:05:00Z", "a", "2025-11-21 06:00"),
        ("19 November 2025 08:05 WIB", "", "2025/11/21/a/", "2025-11-21 06:00"),
        ("20 November 2025 18:05 WIB", "", "a", "2025-11-21 06:00"),
        ("19 November 2025", "", "a", "2025-11-21 06:00"),
        ("9 November 2025", "", "a", "2025-11-09 00:00"),
        ("9 November 2025", "", "2025/11/21/a/", "2025-11-21 06:00"),
        ("Tanggal kegiatan: 9 November 2025", "", "a", "2025-11-21 06:00"),
        ("3 Desember 2025", "", "a", "2025-11-21 06:00"),
        ("Mulai: 9 November 2025", "", "a", "2025-11-21 06:00"),
        ("Diposting pada Minggu, 9 November 2025", "", "a", "2025-11-09 00:00"),
        ("Suasana rapat di balai desa, 9 November 2025", "", "a", "2025-11-21 06:00"),
    ],
)
def test_a_date_beside_the_headline_outweighs_a_machine_days_apart(
    shown: str, change: str, path: str, published: str
) -> None:
    times = "<meta property='article:published_time' content='2025-11-21T06:00:00+07:00'>"
    times += f"<meta property='article:modified_time' content='{change}'>"
    headline = f"<h1>Judul Berita yang Cukup Panjang</h1><p>{shown}</p>"
    page = Page(f"https://contoh.id/{path}", bare(times + headline))
    at = extract_article(page, GENERIC_SITE).published_at
    assert f"{at:%Y-%m-%d %H:%M}" == published


@pytest.mark.parametrize(("kind", "dated"), [("QAPage", True), ("FAQPage", False)])
def test_a_page_of_questions_may_date_itself(kind: str, dated: bool) -> None:
    asked = {"@type": "Question", "dateCreated": "2020-01-01", "author": {"name": "Ani Contoh"}}
    data = {"@type": kind, "datePublished": "2025-11-21T06:00:00+07:00", "mainEntity": asked}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    article = extract_article(Page("https://contoh.id/a", bare(script)), GENERIC_SITE)
    assert (article.published_source == "json-ld") == dated
    assert article.authors == ()


@pytest.mark.parametrize(
    ("headline", "url", "published"),
    [
        ("Pesut Terlihat Lagi di Muara", "https://contoh.id/b", "None"),
        ("Pesut Terlihat Lagi di Muara", "https://contoh.id/a", "2025-11-21 06:00:00+08:00"),
        ("Bupati Lindungi Kru Kapal di Hulu", "", "2025-11-21 06:00:00+08:00"),
        ("", "https://contoh.id/b", "2025-11-21 06:00:00+08:00"),
    ],
)
def test_json_ld_of_another_story_says_nothing_of_this_one(
    headline: str, url: str, published: str
) -> None:
    data = {"@type": "NewsArticle", "datePublished": "2025-11-21T06:00:00+08:00", "url": url}
    data |= {"headline": headline} if headline else {}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    head = f"<title>Bupati Lindungi Seluruh Kru Kapal</title>{script}"
    link = "<link rel='canonical' href='https://contoh.id/a'>"
    page = Page(
        "https://contoh.id/a", bare(f"{head}{link}<h1>Bupati Lindungi Seluruh Kru Kapal</h1>")
    )
    assert str(extract_article(page, GENERIC_SITE).published_at) == published


@pytest.mark.parametrize("own", ["<meta itemprop='datePublished' content='{}'>", ""])
def test_of_many_microdata_dates_the_headlines_speaks(own: str) -> None:
    card = "<article itemscope><meta itemprop='datePublished' content='2026-11-1{}T08:00:00+07:00'>"
    cards = "".join(f"{card.format(i)}<h2>Kapal Nelayan Hilang</h2></article>" for i in (1, 2))
    at = "2025-08-29T16:05:00+07:00"
    head = f"<h1>Judul Berita yang Cukup Panjang</h1>{own.format(at)}"
    page = Page("https://contoh.id/a", bare(f"{cards}<article itemscope>{head}", "</article>"))
    found = extract_article(page, GENERIC_SITE).published_at
    assert (found and found.isoformat()) == (at if own else None)
