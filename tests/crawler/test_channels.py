"""Channels: templates fill, and parsers take what is sound and refuse what is not."""

import gzip
import json
from contextlib import suppress
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.channel import Channel, for_days, for_queries
from crawler.channels import ChannelError, SitemapRef, parse_feed, parse_rest, parse_sitemap
from pipelines.model import Lead

URL = "https://a.example/rss"
BOMB = b"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "haha">%s]>
<rss><channel><item><title>Aman &z;</title><link>https://a.example/satu-dua</link></item>
</channel></rss>""" % b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(25)
)


def rss(*items: str) -> bytes:
    return (
        f"<rss version='2.0'><channel><title>t</title>{''.join(items)}</channel></rss>"
    ).encode()


def test_pages_of_a_channel() -> None:
    offsets = Channel("search", "/cari/?c={query}", "/cari/{offset}/?c={query}", step=30)
    (searched,) = for_queries(offsets, ["bpjs tk"])
    at = searched.at("https://a.example/daerah/")
    assert at.page_url(1) == "https://a.example/daerah/cari/?c=bpjs+tk"
    assert at.page_url(3) == "https://a.example/daerah/cari/60/?c=bpjs+tk"
    assert Channel("feed", "/rss").page_url(2) is None
    assert Channel.of("listing", "/x?p={page}").page_url(2) == "/x?p=2"


def test_a_daily_index_is_one_channel_a_day() -> None:
    daily = Channel("listing", "/i?d={date}&u={us_date}", "/i?d={date}&p={page}")
    days = for_days(daily, date(2026, 2, 27), date(2026, 3, 1))
    assert [channel.url for channel in days] == [
        "/i?d=2026-03-01&u=03/01/2026",
        "/i?d=2026-02-28&u=02/28/2026",
        "/i?d=2026-02-27&u=02/27/2026",
    ]
    assert days[0].page_url(2) == "/i?d=2026-03-01&p=2"


def test_rss() -> None:
    body = rss(
        "<item><title> Pemkab &amp;amp; BPJS </title><link> /satu-dua </link>"
        "<pubDate>Rabu</pubDate>"
        "<description>&lt;img src=x&gt; Isi &lt;b&gt;tebal&lt;/b&gt;</description></item>",
        "<item><title>Tanpa tautan</title></item>",
        "<item><title>Beranda</title><link>https://a.example/</link></item>",
        "<item><guid>https://a.example/tiga-empat</guid></item>",
        "<item><link>javascript:alert(1)</link></item>",
        "<item><link>/satu-dua</link></item>",
    )
    lead, second, again = parse_feed(b"\n  " + body, URL)
    assert [lead.url, second.url] == ["https://a.example/satu-dua", "https://a.example/tiga-empat"]
    assert again.url == lead.url
    assert (lead.title, lead.summary) == ("Pemkab & BPJS", "Isi tebal")
    assert (lead.published_raw, lead.channel_kind, lead.channel_url) == ("Rabu", "feed", URL)


def test_atom_and_rdf() -> None:
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">Judul</title>
      <link rel="self" href="/feed/1"/><link rel="alternate" href="/satu-dua"/>
      <published>2026-01-02T03:04:05+07:00</published><updated>x</updated>
      <summary>Ringkas</summary></entry></feed>"""
    (lead,) = parse_feed(atom, URL)
    assert (lead.url, lead.summary) == ("https://a.example/satu-dua", "Ringkas")
    assert lead.published_raw == "2026-01-02T03:04:05+07:00"
    rdf = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <item><title>J</title><link>https://a.example/x-y</link><dc:date>2026-01-02</dc:date></item>
      </rdf:RDF>"""
    (lead,) = parse_feed(rdf, URL)
    assert (lead.url, lead.published_raw) == ("https://a.example/x-y", "2026-01-02")


def test_a_broken_feed_gives_what_is_whole() -> None:
    cut = rss("<item><title>A</title><link>https://a.example/a-b</link></item>", "<item><tit")
    assert [lead.title for lead in parse_feed(cut[:-20], URL)] == ["A"]
    nbsp = rss("<item><title>A&nbsp;B</title><link>https://a.example/a-b</link></item>")
    assert len(list(parse_feed(nbsp, URL))) == 1
    latin = b"<?xml version='1.0' encoding='utf-8'?>" + rss(
        "<item><title>Caf\u00e9</title><link>https://a.example/a-b</link></item>"
    ).decode().encode("latin-1")
    assert len(list(parse_feed(latin, URL))) <= 1


def test_a_feed_that_declares_utf_16_and_is_not() -> None:
    body = b"<?xml version='1.0' encoding='utf-16'?>" + rss(
        "<item><link>https://a.example/x</link></item>"
    )
    assert [lead.url for lead in parse_feed(body, URL)] == ["https://a.example/x"]


def test_an_endless_address_is_left_out() -> None:
    body = rss(f"<item><link>https://a.example/{'x' * 5000}</link></item>")
    assert list(parse_feed(body, URL)) == []


def test_an_entity_bomb_stays_small() -> None:
    begin = process_time()
    with pytest.raises(ChannelError, match="broken XML"):
        list(parse_feed(BOMB, URL))
    assert process_time() - begin < 1


def test_an_outside_entity_is_not_read() -> None:
    body = (
        b'<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item>'
        b"<title>x&f;</title><link>https://a.example/a-b</link></item></channel></rss>"
    )
    (lead,) = parse_feed(body, URL)
    assert lead.title == "x"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<!DOCTYPE html><html><body>Beranda</body></html>", "an HTML page stands there"),
        (b"<!-- x --><HTML lang=id>", "an HTML page stands there"),
        (b"kesalahan", "not XML"),
        (b"\x00\x01\xff\xfe", "not XML"),
        (b"<urlset></urlset>", "not a feed: its first element is <urlset>"),
        (b"\x1f\x8bnot gzip", "a broken gzip file"),
    ],
)
def test_what_is_no_feed(body: bytes, says: str) -> None:
    with pytest.raises(ChannelError, match=says):
        list(parse_feed(body, URL))


def sitemap(body: bytes, *old: str) -> list[Lead | SitemapRef]:
    return list(parse_sitemap(body, "https://a.example/sitemap.xml", lambda raw: raw in old))


def test_sitemaps() -> None:
    body = gzip.compress(
        b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://a.example/satu-dua</loc><lastmod>2026-01-03</lastmod><news:news>
        <news:publication_date>2026-01-02T08:00:00+07:00</news:publication_date>
        <news:title>Judul</news:title><news:keywords>BPJS, Kabupaten</news:keywords>
        </news:news></url>
        <url><loc>https://a.example/</loc></url><url><priority>1</priority></url></urlset>"""
    )
    (lead,) = sitemap(body)
    assert isinstance(lead, Lead)
    assert (lead.title, lead.summary) == ("Judul", "BPJS, Kabupaten")
    assert lead.published_raw == "2026-01-02T08:00:00+07:00"
    assert sitemap(body, "2026-01-03") == []


def test_a_picture_in_a_sitemap_is_not_the_page() -> None:
    body = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url>
        <image:image><image:loc>https://a.example/a.jpg</image:loc></image:image>
        <loc>https://a.example/satu-dua</loc><image:image><image:title>Foto</image:title>
        <image:loc>https://a.example/b.jpg</image:loc></image:image></url></urlset>"""
    (lead,) = sitemap(body)
    assert isinstance(lead, Lead)
    assert (lead.url, lead.title) == ("https://a.example/satu-dua", "")


def test_a_sitemap_index() -> None:
    body = b"""<sitemapindex><sitemap><loc>/a.xml</loc><lastmod>2026-01-03</lastmod></sitemap>
      <sitemap><loc>https://a.example/b.xml</loc></sitemap></sitemapindex>"""
    assert sitemap(body) == [
        SitemapRef("https://a.example/a.xml", "2026-01-03"),
        SitemapRef("https://a.example/b.xml", None),
    ]


def test_a_sitemap_that_unpacks_to_too_much() -> None:
    with pytest.raises(ChannelError, match="too much"):
        sitemap(gzip.compress(b"<urlset>" + b" " * 60_000_000))


def test_wordpress_rest() -> None:
    posts = [
        {
            "link": "https://a.example/satu-dua/",
            "title": {"rendered": "Pemkab &#8211; BPJS"},
            "excerpt": {"rendered": "<p>Ringkas [&hellip;]</p>\n"},
            "date": "2026-01-02T08:00:00",
            "date_gmt": "2026-01-02T01:00:00",
        },
        {"title": None, "link": None},
        "not a post",
    ]
    (lead,) = parse_rest(json.dumps(posts).encode(), "https://a.example/wp-json/")
    assert (lead.title, lead.summary) == ("Pemkab – BPJS", "Ringkas […]")
    assert lead.published_raw == "2026-01-02T01:00:00+00:00"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"<!doctype html><html>", "not JSON: an HTML page"),
        (b'{"code": "rest_no_route"}', "no list of posts: rest_no_route"),
        (b'"text"', "no list of posts"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_what_is_no_rest_answer(body: bytes, says: str) -> None:
    with pytest.raises(ChannelError, match=says):
        list(parse_rest(body, URL))


@given(st.binary(max_size=300))
def test_no_bytes_upset_a_parser(noise: bytes) -> None:
    for body in (noise, rss("<item>").replace(b"<item>", noise), b"[" + noise + b"]"):
        for parse in (
            lambda body: parse_feed(body, URL),
            sitemap,
            lambda body: parse_rest(body, URL),
        ):
            with suppress(ChannelError):
                list(parse(body))
