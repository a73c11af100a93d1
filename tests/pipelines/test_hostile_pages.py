"""Whatever the bytes are: a reading or a reason, in bounded time, and always the same.

PANTAU_MUTATIONS says how many mutated pages there are; without it a thousand.
"""

import asyncio
import gzip
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract import declared_url, extract, extract_article, next_pages
from pipelines.model import GENERIC_SITE, Article, Page
from pipelines.page.lines import Line
from pipelines.page.story import story_of
from pipelines.read import read_page
from pipelines.reader import Reader
from tests.mutations import HEAD, MONSTERS, SITE, TEXT, URL, digest, mutant

MUTATIONS = int(os.environ.get("PANTAU_MUTATIONS", "1000"))

PAGE = (
    HEAD
    + '<script type=\'application/ld+json\'>{"@type":"NewsArticle",'
    + '"datePublished":"2024-03-12T19:05:44+07:00"}</script>'
    + '<div class="side-article txt-article">'
    + TEXT * 4
    + "</div><div>Penulis: Ani Contoh</div></body></html>"
).encode()
LIMIT_SECONDS = 2.0


@pytest.mark.slow
@pytest.mark.parametrize("name", MONSTERS)
def test_monster_ends_in_time(name: str) -> None:
    body = MONSTERS[name]()
    for site in (SITE, GENERIC_SITE):
        start = time.process_time()
        extract(Page(url=URL, body=body), site)
        assert time.process_time() - start < LIMIT_SECONDS
    start = time.process_time()
    declared_url(body)
    next_pages(Page(url=URL, body=body), SITE)
    assert time.process_time() - start < 2 * LIMIT_SECONDS


TITLED = "<html><head><title>Dinas Contoh</title></head><body>"
REPETITIONS = {
    "parts of a box with long names": TEXT * 3
    + f'<div class="{"x " * 25_000}">'
    + '<div class="accordion">a</div>' * 2_500,
    "parts in a part": TEXT
    + '<div class="accordion"><h3>a<h3>b'
    + '<i class="accordion"></i>' * 8_000
    + "<p>c",
    "plain lines above a long story": "".join(
        f"<div>Judul lain nomor {n} sana</div>" for n in range(1_000)
    )
    + f"<article>{TEXT * 1_000}</article>",
    "headlines above a story": "".join(
        f"<h2>Judul {n} yang lain {'k' * 1_500}</h2>" for n in range(1_500)
    )
    + TEXT * 4,
}


@pytest.mark.parametrize("name", REPETITIONS)
def test_repetition_takes_linear_time(name: str) -> None:
    page = Page(url=URL, body=(TITLED + REPETITIONS[name]).encode())
    start = time.process_time()
    extract(page, GENERIC_SITE)
    assert time.process_time() - start < LIMIT_SECONDS


def test_headings_of_comments_take_linear_time() -> None:
    lines = [*[Line("Komentar", "p")] * 10_000, *[Line(TEXT, "p")] * 3]
    start = time.process_time()
    story_of(lines, "Judul")
    assert time.process_time() - start < LIMIT_SECONDS


@pytest.mark.slow
@pytest.mark.timeout(60 + MUTATIONS)
def test_every_mutated_page_has_a_fate_in_time() -> None:
    fates: Counter[str] = Counter()
    slow = []
    for number in range(MUTATIONS):
        page, site = mutant(number)
        start = time.process_time()
        fates[read_page(page, site).fate] += 1
        if (seconds := time.process_time() - start) >= LIMIT_SECONDS:
            slow.append((number, round(seconds, 2)))
    assert slow == []
    assert fates.total() == MUTATIONS
    assert set(fates) >= {"stored", "off_topic", "not_article"}


@pytest.mark.slow
@pytest.mark.timeout(60 + MUTATIONS)
def test_no_mutated_page_ends_its_reader() -> None:
    """In worker processes, and backwards: what was read before makes no difference."""
    numbers = range(MUTATIONS // 5 - 1, -1, -1)

    async def all_fates() -> list[str]:
        reader = Reader(workers=1)
        try:
            pages = (reader.read(*mutant(number)) for number in numbers)
            return [ready.fate for ready in await asyncio.gather(*pages)]
        finally:
            reader.close()

    fates = asyncio.run(all_fates())
    assert fates == [read_page(*mutant(number)).fate for number in numbers]


@pytest.mark.slow
def test_mutated_pages_read_alike_in_any_order_process_and_locale() -> None:
    numbers = [n for n in range(1, 120) if n % 10]
    call = f"from tests.mutations import digest; print(digest({numbers[::-1]}))"
    other = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "LANG": "C", "TZ": "America/Lima"}
    done = subprocess.run(
        [sys.executable, "-c", call],
        cwd=Path(__file__).parents[2],
        env={**os.environ, **other},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == digest(numbers)


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


@pytest.mark.slow
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
