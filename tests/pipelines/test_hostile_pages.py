"""Whatever the bytes are: a reading or a reason, in bounded time, and always the same."""

import gzip
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract import declared_url, extract, extract_article, next_pages
from pipelines.model import GENERIC_SITE, Article, Page, Site

SITE = Site("fiksi", "Koran Fiksi", "tribun")
URL = "https://fiksi.example/berita/1/judul"
TEXT = (
    "<p>Bupati meneken perjanjian kerja sama dengan BPJS Ketenagakerjaan untuk pekerja rentan.</p>"
)
HEAD = "<html><head><title>Judul Berita Panjang</title></head><body><h1>Judul Berita Panjang</h1>"
PAGE = (
    HEAD
    + '<script type=\'application/ld+json\'>{"@type":"NewsArticle",'
    + '"datePublished":"2024-03-12T19:05:44+07:00"}</script>'
    + '<div class="side-article txt-article">'
    + TEXT * 4
    + "</div><div>Penulis: Ani Contoh</div></body></html>"
).encode()
LONG = 7_500_000
LIMIT_SECONDS = 2.0


def filled(unit: str, size: int = LONG) -> bytes:
    return (HEAD + TEXT * 3 + unit * (size // len(unit))).encode()


HOSTILE = {
    "nested divs": (HEAD + "<div>" * 50_000 + TEXT).encode(),
    "nested bold": (HEAD + "<p>" + "<b>" * 50_000 + TEXT).encode(),
    "nested tables": (HEAD + "<table><tr><td>" * 20_000 + TEXT).encode(),
    "nested links": (HEAD + "<a href=x>" * 50_000 + TEXT).encode(),
    "nested and closed": (HEAD + "<i>" * 50_000 + TEXT + "</i>" * 50_000).encode(),
    "20 MB of one tag": ("<p>" * 7_000_000).encode(),
    "paragraphs without end": filled("<p>"),
    "breaks without end": filled("<br>"),
    "brackets without end": filled("<"),
    "links without end": filled("<a href=/x>kata</a> "),
    "stories without end": filled(TEXT),
    "headings without end": filled("<h1>Judul lain</h1>"),
    "bylines without end": filled("<div>Penulis: Ani</div>"),
    "labels in one line": filled("Penulis: "),
    "one line": filled("kata baca juga: "),
    "one word": filled("k"),
    "spaces": filled(" "),
    "attributes": (HEAD + "<div " + "a=b " * 1_500_000 + ">" + TEXT * 3).encode(),
    "class names": (HEAD + '<div class="' + "iklan " * 1_000_000 + '">' + TEXT * 3).encode(),
    "dashes": filled("-- "),
    "comment": b"<html><!--" + b"-" * 2_000_000,
    "gzip bomb": gzip.compress(b"<p>" * 20_000_000),
    "broken gzip": b"\x1f\x8b" + random.Random(1).randbytes(5000),
    "deep json-ld": (
        HEAD + "<script type='application/ld+json'>" + "[" * 200_000 + "</script>" + TEXT * 4
    ).encode(),
    "json-ld without end": (
        HEAD + '<script type=\'application/ld+json\'>{"headline":"' + '\\"' * 1_500_000 + TEXT * 4
    ).encode(),
    "entity bomb": (
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;">]>'
        "<html><body><p>&d;&d;&d;&d;</p>" + TEXT * 4
    ).encode(),
    "noise": random.Random(2).randbytes(300_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_page_ends_in_time(name: str) -> None:
    for site in (SITE, GENERIC_SITE):
        page = Page(url=URL, body=HOSTILE[name])
        start = time.process_time()
        extract(page, site)
        assert time.process_time() - start < LIMIT_SECONDS
    start = time.process_time()
    declared_url(HOSTILE[name])
    next_pages(Page(url=URL, body=HOSTILE[name]), SITE)
    assert time.process_time() - start < 2 * LIMIT_SECONDS


def mutated(rng: random.Random, page: bytes) -> bytes:
    """The page cut, torn, doubled, filled with noise, or told in another charset."""
    at = rng.randrange(len(page))
    length = rng.randrange(1, 200)
    kind = rng.randrange(9)
    if kind == 0:
        return page[:at]
    if kind == 1:
        return page[at:]
    if kind == 2:
        return page[:at] + page[at + length :]
    if kind == 3:
        return page[:at] + rng.randbytes(length) + page[at:]
    if kind == 4:
        return page[:at] + b"\x00" * length + page[at:]
    if kind == 5:
        return page[:at] + page[at : at + length] * rng.randrange(2, 20) + page[at:]
    if kind == 6:
        return page.decode("utf-8", "replace").encode("utf-16")
    if kind == 7:
        return gzip.compress(page)[: rng.randrange(20, 2000)]
    return page.replace(rng.choice((b"<div", b'"', b">", b"{", b"</", b"p>")), rng.randbytes(2))


@pytest.mark.slow
def test_ten_thousand_mutated_pages() -> None:
    rng = random.Random(2026)
    slowest = 0.0
    for _ in range(10_000):
        body = PAGE
        for _ in range(rng.randrange(1, 4)):
            body = mutated(rng, body) or PAGE
        start = time.process_time()
        extraction = extract(Page(url=URL, body=body), rng.choice((SITE, GENERIC_SITE)))
        slowest = max(slowest, time.process_time() - start)
        assert extraction.not_article or extraction.article.text
    assert slowest < LIMIT_SECONDS


@given(st.binary(max_size=2000))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_survived(body: bytes) -> None:
    page = Page(url=URL, body=body)
    assert isinstance(extract_article(page, GENERIC_SITE), Article)
    next_pages(page, SITE)
    declared_url(body)


FRAGMENTS = [
    "\n<p>",
    "</p>",
    "<div class='entry-content'>",
    "</div>",
    "<br>",
    "<b>",
    "</b>",
    "<a href='/x'>",
    "</a>",
    "<h1>",
    "<ul><li>",
    "\nBaca juga: ",
    "Penulis: Ani ",
    "Sumber: ",
    "(red)",
    "KOTA – ",
    "Bupati hadir di acara itu. ",
    "\x00",
    "&#xD800;",
    "é",
    "\n<time datetime='2024-01-01'>",
    "<script>",
    "</script>",
    "<table><tr><td>",
    "<form>",
    "<meta name='pubdate'>\n",
]


@given(
    st.lists(st.sampled_from(FRAGMENTS), max_size=60), st.sampled_from(["", "x", URL, "http://["])
)
@settings(max_examples=200, deadline=None)
def test_any_markup_is_survived(fragments: list[str], url: str) -> None:
    page = Page(url=url, body="".join(fragments).encode())
    once, twice = extract(page, GENERIC_SITE), extract(page, GENERIC_SITE)
    assert once.article == twice.article
    assert once.article.text == "\n\n".join(once.article.paragraphs)
    next_pages(page, GENERIC_SITE)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"%PDF-1.7 ...", "binary data"),
        (b'{"judul": "x"}', "no markup in it"),
        (b"<rss version='2.0'><channel></channel></rss>", "a feed or sitemap, not a page"),
        (b"<html><body><h1>Judul</h1></body></html>", "no text"),
    ],
)
def test_reason_why_there_is_no_article(body: bytes, reason: str) -> None:
    extraction = extract(Page(url=URL, body=body), SITE)
    assert (extraction.not_article, extraction.article.paragraphs) == (reason, ())


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "cp1252", "iso-8859-1"])
def test_charsets(charset: str) -> None:
    page = PAGE.decode().replace("rentan", "rentan – “ya”" if charset[0] != "i" else "rentan é")
    article = extract_article(Page(url=URL, body=page.encode(charset)), SITE)
    assert article.paragraphs[0] in page


def test_gzipped_page_is_read() -> None:
    assert extract_article(Page(url=URL, body=gzip.compress(PAGE)), SITE).text


def test_broken_json_ld_still_gives_the_date() -> None:
    body = PAGE.replace(b'{"@type"', b'{broken "@type"')
    article = extract_article(Page(url=URL, body=body), SITE)
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2024-03-12T19:05:44+07:00"
