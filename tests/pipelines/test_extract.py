"""One page read: pages joined, addresses declared, reasons told."""

import pytest

from pipelines.extract import declared_url, extract, extract_article, next_pages
from pipelines.model import GENERIC_SITE, Page
from tests.pipelines.page.samples import FIRST, SECOND, THIRD, TRIBUN, URL, bare, tribun


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


@pytest.mark.parametrize(
    ("classes", "reason"),
    [
        ("archive tag tag-nelayan", "a list of stories by its own word"),
        ("search search-results", "a list of stories by its own word"),
        ("single single-post archive-layout", None),
        ("single archive", None),
        ("", None),
    ],
)
def test_wordpress_says_which_pages_are_lists(classes: str, reason: str | None) -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    page = f"<body class='{classes}'><h1>Judul</h1><div class='entry-content'>{story}</div></body>"
    assert extract(Page("https://contoh.id/a", page.encode()), GENERIC_SITE).not_article == reason


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


def test_a_page_without_more_has_no_next_pages() -> None:
    assert next_pages(Page(URL, tribun(FIRST)), TRIBUN) == ()
    assert next_pages(Page(URL, b""), TRIBUN) == ()


def test_a_photo_page_that_tells_a_story_is_an_article_and_one_of_captions_is_none() -> None:
    long, short = bare("<h1>Judul</h1>", f"<p>{FIRST} {SECOND} {THIRD}</p>" * 2), bare("")
    for body, reason in (
        (long.replace(b"</div>", f"<p>Tambahan. {FIRST} {THIRD}</p></div>".encode() * 2), None),
        (short, "a gallery or video by its address"),
    ):
        read = extract(Page("https://contoh.id/foto/12/judul", body), GENERIC_SITE)
        assert read.not_article == reason
        assert read.article.paragraphs[:3] == (FIRST, SECOND, THIRD)
