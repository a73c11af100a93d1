"""The pure parts of the manners: robots.txt, Retry-After, hosts, what a failure means."""

from datetime import UTC, date, datetime

import pytest
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadTimeoutError,
    IgnoreRequest,
)

from crawler.channel import Channel
from crawler.channels import SitemapRef
from crawler.downloader import Stopped
from crawler.failures import fate_of_failure
from crawler.focus import asks_for_agency, is_sampled, points
from crawler.host_guard import HostRefused, is_public
from crawler.retry_after import retry_after
from crawler.robots import RobotsForbidden, RobotsUnreachable, rules_of
from crawler.sitemaps import children_worth_asking
from crawler.walk import is_before, is_older
from pipelines.fates import Fate
from pipelines.model import Lead
from pipelines.regions import WIB

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sun, 22 Nov 2026 08:01:00 GMT", 60.0),
        ("Sun, 22 Nov 2026 07:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1e9", None),
        ("99999999999999", None),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@pytest.mark.parametrize(
    ("status", "body", "allowed"),
    [
        (200, b"User-agent: *\nDisallow: /tag/", False),
        (200, b"\xef\xbb\xbfUser-agent: PantauJamsos\nDisallow: /\n", False),
        (200, b"User-agent: GPTBot\nDisallow: /", True),
        (200, b"<html>tidak ada</html>", True),
        (200, b"\xff\xfe\x00", True),
        (404, b"User-agent: *\nDisallow: /", True),
        (403, b"", True),
    ],
)
def test_what_robots_txt_allows(status: int, body: bytes, allowed: bool) -> None:
    assert rules_of(status, body).can_fetch("https://a.example/tag/x", "PantauJamsos") is allowed


@pytest.mark.parametrize("status", [429, 500, 503, 301, 304])
def test_no_robots_txt_is_no_permission(status: int) -> None:
    with pytest.raises(RobotsUnreachable, match=str(status)):
        rules_of(status, b"")


def test_of_a_huge_robots_txt_the_head_counts() -> None:
    body = b"User-agent: *\nDisallow: /a\n" + b"# x\n" * 2_000_000 + b"Disallow: /b\n"
    rules = rules_of(200, body)
    assert not rules.can_fetch("https://a.example/a", "PantauJamsos")
    assert rules.can_fetch("https://a.example/b", "PantauJamsos")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("172.16.5.4", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1", False),
        ("::ffff:127.0.0.1", False),
        ("2001:4860:4860::8888", True),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (RobotsForbidden("x"), Fate.ROBOTS),
        (RobotsUnreachable("x"), Fate.PENDING),
        (Stopped("x"), Fate.PENDING),
        (HostRefused("x"), Fate.REFUSED),
        (DownloadCancelledError("x"), Fate.TOO_LARGE),
        (IgnoreRequest("… exceeded DOWNLOAD_MAXSIZE (1 B) during decompression."), Fate.TOO_LARGE),
        (IgnoreRequest("max redirections reached"), Fate.FAILED),
        (DownloadTimeoutError("x"), Fate.FAILED),
        (CannotResolveHostError("x"), Fate.FAILED),
        (ValueError("aneh"), Fate.FAILED),
    ],
)
def test_what_a_failure_means(error: Exception, fate: Fate) -> None:
    given, detail = fate_of_failure(error)
    assert given is fate
    assert detail


def lead(title: str = "", url: str = "https://a.example/x", summary: str = "") -> Lead:
    return Lead(url, "feed", "https://a.example/rss", title, summary)


def test_what_points_to_the_agency() -> None:
    assert points(lead("Pemkab gandeng BPJS Ketenagakerjaan"))
    assert points(lead(url="https://a.example/read/1/pemkab-daftarkan-nelayan-ke-bpjamsostek"))
    assert points(lead(summary="… peserta Jamsostek …"))
    assert not points(lead("Harga cabai naik", "https://a.example/read/2/harga-cabai-naik"))


@pytest.mark.parametrize(
    ("url", "asks"),
    [
        ("https://a.example/?s=bpjs+ketenagakerjaan", True),
        ("https://a.example/wp-json/wp/v2/posts?search=jamsostek&page=1", True),
        ("https://a.example/tag/bpjs-ketenagakerjaan", True),
        ("https://a.example/listtag/12/bpjs-tk", True),
        ("https://jamsostek.example/feed", False),
        ("https://a.example/indeks", False),
    ],
)
def test_channels_about_the_agency(url: str, asks: bool) -> None:
    assert asks_for_agency(Channel("listing", url)) is asks


def test_the_sample_is_small_and_always_the_same() -> None:
    leads = [lead(url=f"https://a.example/read/{n}/judul") for n in range(5000)]
    sampled = [one.url for one in leads if is_sampled(one)]
    assert 50 <= len(sampled) <= 150
    assert sampled == [one.url for one in leads if is_sampled(one)]


@pytest.mark.parametrize(
    ("raw", "older"),
    [
        ("2026-11-19T23:59:59+07:00", True),
        ("2026-11-19T17:00:00+00:00", False),
        ("Rabu, 18 November 2026 10:00 WIB", True),
        ("20/11/2026 06:00", False),
        ("tidak jelas", False),
        (None, False),
    ],
)
def test_older_than_since(raw: str | None, older: bool) -> None:
    assert is_older(raw, date(2026, 11, 20), WIB, NOW) is older


@pytest.mark.parametrize(
    ("raw", "before"),
    [
        ("2026-11-22T14:59:00+07:00", True),
        ("2026-11-22T15:01:00+07:00", False),
        ("2026-11-21", True),
        ("2026-11-22", False),
        ("kemarin dulu", False),
    ],
)
def test_changed_before_a_moment(raw: str, before: bool) -> None:
    assert is_before(raw, NOW, WIB) is before


def test_sitemaps_worth_asking() -> None:
    names = ["post-sitemap1", "image-sitemap", "post-sitemap2", "category-sitemap", "news"]
    stamps = ["2026-01-01", None, "2026-11-20", None, None]
    refs = [SitemapRef(f"https://a.example/{n}.xml", s) for n, s in zip(names, stamps, strict=True)]
    asked = [ref.url.rpartition("/")[2] for ref in children_worth_asking(refs, None, WIB)]
    assert asked == ["post-sitemap2.xml", "post-sitemap1.xml", "news.xml"]
    recent = children_worth_asking(refs, date(2026, 11, 1), WIB)
    assert [ref.url.rpartition("/")[2] for ref in recent] == ["post-sitemap2.xml", "news.xml"]
