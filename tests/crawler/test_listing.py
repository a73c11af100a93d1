"""Listings: the stories that a page lists, with their words and dates; synthetic pages."""

import re
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.channels import ChannelError
from crawler.focus import points
from crawler.listing import next_link, parse_listing, parse_search

URL = "https://a.example/indeks"
ARTICLE = re.compile(r"/read/\d+/")

# On the structure of a Disway listing; the words are ours.
PAGE = b"""<!doctype html><html><head><link rel="next" href="/indeks/30"></head><body>
<nav><a href="/read/1/menu-atas">Pilihan redaksi hari ini untuk Anda semua</a></nav>
<div class="col-sm-8">
 <div class="media"><a href="/read/10/pemkab-gandeng-bpjs"><img src="x.jpg"></a>
  <div class="media-content"><p><a href="/kategori/daerah">DAERAH</a></p>
   <h2 class="media-heading"><a href="/read/10/pemkab-gandeng-bpjs">Pemkab Gandeng BPJS</a></h2>
   <span class="date">Minggu 12-04-2026,10:07 WIB</span><p>Bupati menandatangani naskah.</p>
  </div></div>
 <div class="media"><div class="media-content">
   <h2 class="media-heading"><a href="https://a.example/read/11/harga-cabai">Harga Cabai</a></h2>
   <time datetime="2026-04-11T09:00:00+07:00">9 jam lalu</time></div></div>
 <div class="media"><div class="media-content">
   <h2 class="media-heading"><a href="https://lain.example/read/12/iklan">Iklan</a></h2></div></div>
</div>
<div class="col-sm-4 sidebar"><h2><a href="/read/13/terpopuler">Terpopuler pekan ini</a></h2></div>
</body></html>"""


def test_a_listing_gives_its_own_stories() -> None:
    first, second = parse_listing(PAGE, URL, ARTICLE)
    assert (first.url, first.title) == (
        "https://a.example/read/10/pemkab-gandeng-bpjs",
        "Pemkab Gandeng BPJS",
    )
    assert first.published_raw == "12-04-2026,10:07 WIB"
    assert "Bupati menandatangani" in first.summary
    assert "Cabai" not in first.summary
    assert second.published_raw == "2026-04-11T09:00:00+07:00"


def test_the_next_page_where_it_is_marked() -> None:
    assert next_link(PAGE, URL) == "https://a.example/indeks/30"
    assert next_link(b"<a class='next page-numbers' href='?p=2'>", URL) == f"{URL}?p=2"
    assert next_link(b"<a rel='next' href='https://b.example/2'>", URL) is None
    assert next_link(b"<a href='/2'>2</a>", URL) is None


def result(number: int, title: str, css: str = "hasil") -> str:
    link = f'<a href="/read/{number}/judul-{number}">{title}</a>'
    return f'<div class="{css}"><h3>{link}</h3></div>'


def test_a_search_gives_results_and_not_what_stands_beside() -> None:
    page = "<div>" + result(1, "Kerja sama BPJS Ketenagakerjaan") + result(2, "Ribuan nelayan")
    page += "</div>" + "".join(result(n, "Berita terbaru", "kotak") for n in range(3, 9))
    leads = parse_search(page.encode(), URL, ARTICLE, points, set())
    assert [lead.url.rpartition("-")[2] for lead in leads] == ["1", "2"]
    assert {lead.channel_kind for lead in leads} == {"search"}


def test_a_further_page_of_results_is_known_by_its_place() -> None:
    places: set[str] = set()
    parse_search(result(1, "BPJS Ketenagakerjaan").encode(), URL, ARTICLE, points, places)
    further = (result(2, "Nelayan tenang") + result(3, "Terbaru", "kotak")).encode()
    assert len(parse_search(further, URL, ARTICLE, points, places)) == 1


def test_a_search_that_ignores_its_word_gives_nothing() -> None:
    page = "".join(result(n, "Berita terbaru") for n in range(5))
    assert parse_search(page.encode(), URL, ARTICLE, points, set()) == []


@pytest.mark.parametrize(
    ("body", "says"),
    [(b"", "empty"), (b"<p>tidak ada", "no link"), (b"\x00\x00", "not HTML|no link")],
)
def test_what_is_no_listing(body: bytes, says: str) -> None:
    with pytest.raises(ChannelError, match=says):
        parse_listing(body, URL, ARTICLE)


@pytest.mark.slow
@pytest.mark.parametrize(("links", "depth"), [(20_000, 0), (2_000, 200)])
def test_a_page_of_many_links_takes_no_time(links: int, depth: int) -> None:
    rows = (result(n, f"Judul cerita nomor {n} yang panjang sekali") for n in range(links))
    page = "".join("<div>" * depth + row + "</div>" * depth for row in rows)
    begin = process_time()
    leads = parse_listing(f"<div>{page}</div>".encode(), URL, ARTICLE)
    assert len(leads) == 2000
    assert process_time() - begin < 5


@given(st.binary(max_size=300))
def test_no_bytes_upset_it(noise: bytes) -> None:
    body = b"<a href='/read/1/a'>x</a><a href='" + noise + b"'>" + noise
    with suppress(ChannelError):
        parse_listing(body, URL, ARTICLE)
