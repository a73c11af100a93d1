"""Addresses: spelling, variants, and what a page may say of its own address."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipelines.urls import (
    address_key,
    article_id,
    canonical_url,
    choose_canonical,
    fetch_address,
    is_home,
    normal_url,
)

TRIBUN = "https://jateng.tribunnews.com/2022/11/03/koni-dan-jamsostek-teken-mou"
DISWAY = "https://kota.disway.id/read/691700/pemkab-dan-bpjs-perkuat-kolaborasi"
ANTARA = "https://jateng.antaranews.com/berita/531036/pemkab-upayakan-pekerja-dilindungi"
PORTAL = "https://inpost.id/pemkab-sepakati-kerja-sama/"
PROMEDIA = "https://www.prokal.co/pemerintahan/1775384541/pemda-dan-bpjs-perkuat-sinergi"


@pytest.mark.parametrize(
    ("variant", "canonical"),
    [
        ("https://jateng.tribunnews.com/amp/2022/11/03/koni-dan-jamsostek-teken-mou", TRIBUN),
        (TRIBUN + "?page=all", TRIBUN),
        (TRIBUN + "?page=2&utm_source=wa#komentar", TRIBUN),
        ("http://jateng.tribunnews.com./2022/11/03/koni-dan-jamsostek-teken-mou", TRIBUN),
        ("https://m.jateng.tribunnews.com/2022/11/03/koni-dan-jamsostek-teken-mou", TRIBUN),
        ("https://kota.disway.id./read/691700/pemkab-dan-bpjs-perkuat-kolaborasi", DISWAY),
        ("https://kota.disway.id//read/691700/pemkab-dan-bpjs-perkuat-kolaborasi/15", DISWAY),
        ("https://kota.disway.id/amp/691700/pemkab-dan-bpjs-perkuat-kolaborasi/30", DISWAY),
        (
            "https://jateng.antaranews.co/amp/berita/531036/pemkab-upayakan-pekerja-dilindungi",
            ANTARA,
        ),
        ("https://inpost.id/pemkab-sepakati-kerja-sama/", PORTAL),
        ("https://www.inpost.id/pemkab-sepakati-kerja-sama/amp/?noamp=mobile", PORTAL),
        ("https://inpost.id/pemkab-sepakati-kerja-sama/?amp=1&pgrelated=9", PORTAL),
        ("https://inpost.id/pemkab-sepakati-kerja-sama/3/?pgrelated=142", PORTAL),
        ("https://inpost.id/pemkab-sepakati-kerja-sama/page/2/", PORTAL),
        ("https://inpost.id/pemkab-sepakati-kerja-sama/all/", PORTAL),
        ("https://inpost.id/a-b-c.html/2", "https://inpost.id/a-b-c.html"),
        (
            "https://www.prokal.co/pemerintahan/amp/1775384541/pemda-dan-bpjs-perkuat-sinergi",
            "https://prokal.co/pemerintahan/1775384541/pemda-dan-bpjs-perkuat-sinergi",
        ),
        (
            "https://amp.suara.com/x/2025/12/10/205000/a-b-c?page=1",
            "https://suara.com/x/2025/12/10/205000/a-b-c",
        ),
        (
            "https://blog.example.id/2025/09/judul.html?m=1",
            "https://blog.example.id/2025/09/judul.html",
        ),
        (
            "https://amp.kompas.com/regional/read/2023/11/02/213419578/a-b-c?page=all",
            "https://regional.kompas.com/read/2023/11/02/213419578/a-b-c",
        ),
        ("https://inpost.id/pemkab-sepakati-kerja-sama/?PHPSESSID=0a1b", PORTAL),
        ("https://inpost.id/pemkab-sepakati-kerja-sama;jsessionid=0A.b1/", PORTAL),
        ("https://kabar-é.example/a-b-c", "https://xn--kabar--gva.example/a-b-c"),
        ("http://desa.blogspot.co.id/2025/09/a.html", "https://desa.blogspot.com/2025/09/a.html"),
        ("HTTPS://Example.ID:443/%7euser/%c3%a9", "https://example.id/~user/%C3%A9"),
    ],
)
def test_variants_fold(variant: str, canonical: str) -> None:
    assert canonical_url(variant) == canonical


@pytest.mark.parametrize(
    "url",
    [
        "https://example.id/?p=13141",
        "https://example.id/index.php/Index/details.html?id=11861830",
        "https://example.id/read/12946/koranhos.com",
        "https://example.id/berita/detail_berita/345",
        "https://example.id/2025/12/25",
        "https://example.id/judul-yang-panjang/25/12/2025",
        "https://example.id/mps-780-marbot-en-semarang-city/44855",
        "http://127.0.0.1:8091/2025/07/14/judul",
        "http://localhost/judul",
    ],
)
def test_what_names_a_page_stays(url: str) -> None:
    assert canonical_url(url) == url


@pytest.mark.parametrize("text", ["", "tel:123", "mailto:a@b.id", "http://", "https://[", "//x/y"])
def test_what_is_no_address_comes_back(text: str) -> None:
    assert canonical_url(f" {text} ") == text


@given(st.text(max_size=80))
@example("/m/amp/m/1")
@example("/a-b-c/2/3/all")
@example("//amp//12345/x-y/2?page=3&b&a=%zz")
def test_folding_twice_is_folding_once(tail: str) -> None:
    for host in (
        "https://www.example.co.id",
        "http://m.www.example.id:81",
        "https://amp.x.antaranews.co.",
    ):
        once = canonical_url(host + "/" + tail)
        assert canonical_url(once) == once
        assert normal_url(normal_url(host + tail)) == normal_url(host + tail)


@pytest.mark.parametrize(
    ("page", "declared", "chosen"),
    [
        (PORTAL, None, PORTAL),
        (PORTAL, "", PORTAL),
        (PORTAL, "/pemkab-sepakati-kerja-sama", PORTAL),
        (PORTAL, "https://inpost.id/", PORTAL),
        (PORTAL, "https://inpost.id/index.php", PORTAL),
        (PORTAL, "https://inpost.id/harga-emas-hari-ini-naik", PORTAL),
        (PORTAL, "https://portaldutaradio.com/pemkab-sepakati-kerja-sama", PORTAL),
        (PORTAL, "not a url", PORTAL),
        ("https://inpost.id/?p=77", PORTAL + "/", PORTAL),
        (
            PORTAL,
            "https://inpost.id/2025/03/01/pemkab-sepakati-kerja-sama/",
            "https://inpost.id/2025/03/01/pemkab-sepakati-kerja-sama/",
        ),
        ("https://m.tribunnews.com/2022/11/03/koni-dan-jamsostek-teken-mou", TRIBUN, TRIBUN),
        ("https://kota.disway.id/read/691700/salah.com", DISWAY, DISWAY),
        ("http://127.0.0.1:9/a-b-c", "http://127.0.0.1:8/a-b-c", "http://127.0.0.1:9/a-b-c"),
    ],
)
def test_a_declared_address_is_weighed(page: str, declared: str | None, chosen: str) -> None:
    assert choose_canonical(page, declared) == chosen


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (DISWAY, "https://kota.disway.id/read/691700/judul-baru", True),
        (DISWAY, "https://kota.disway.id/bungo/read/691700/judul-baru", True),
        (DISWAY, "https://kota.disway.id/read/691701/pemkab-dan-bpjs-perkuat-kolaborasi", False),
        (ANTARA, ANTARA.replace("berita", "nasional/berita"), True),
        ("https://a.id/x/2025/12/10/205000/a-b-c", "https://a.id/x/2025/12/10/205000/d-e-f", False),
        ("https://a.id/pemilu-2024/a-b-c", "https://a.id/pemilu-2024/d-e-f", False),
        ("https://a.id/2024/a-b-c", "https://a.id/2024/d-e-f", False),
        ("https://a.id/20240102/a-b-c", "https://a.id/20240102/d-e-f", False),
        ("https://a.id/x/pr-123456/a-b-c", "https://a.id/x/pr-123456/d-e-f", True),
    ],
)
def test_an_id_outlives_its_slug(one: str, other: str, same: bool) -> None:
    assert (address_key(one) == address_key(other)) is same


def test_fetching_asks_for_what_was_found_unless_it_is_a_variant() -> None:
    assert (
        fetch_address("http://www.inpost.id/judul-berita/") == "http://www.inpost.id/judul-berita/"
    )
    assert fetch_address(TRIBUN + "?page=2") == TRIBUN


@given(st.text(st.characters(codec=None), max_size=60))
@example("http://[::1")
@example("https://a.id:99999999/x")
@example("https://\ud800.id/\udfff?\ud801=1#\ud802")
@example("https://ａ.id/%zz%4")
def test_no_text_is_too_strange_for_an_address(text: str) -> None:
    for url in (text, "https://a.id/" + text, "http://" + text):
        article_id(canonical_url(url).encode("utf-8", "replace").decode())
        assert choose_canonical("https://a.id/x-y-z", url).startswith("https://a.id")


def test_home_pages() -> None:
    assert is_home("https://inpost.id")
    assert is_home("https://www.inpost.id/index.php")
    assert not is_home("https://inpost.id/?p=3")


def test_article_id_is_sixteen_hex_of_sha256() -> None:
    assert article_id("https://example.id/a") == "eb76b5d2c8949c6d"
