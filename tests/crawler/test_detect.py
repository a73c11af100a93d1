"""A site's system, told from one synthetic page; the entry it leads to is a right one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.detect import detect
from crawler.registry import load_registry, platforms

WORDPRESS = b"""<html><head><meta property="og:site_name" content="Kabar &quot;Kita&quot;">
<link rel="alternate" type="application/rss+xml" href="/feed/">
<link rel="alternate" type="application/rss+xml" href="/comments/feed/">
<link rel="stylesheet" href="/wp-content/themes/x.css"></head><body></body></html>"""


@pytest.mark.parametrize(
    ("url", "body", "platform"),
    [
        ("https://kabarkita.co.id/a/b", WORDPRESS, "wordpress"),
        ("https://gayo.tribunnews.com/", b"", "tribun"),
        ("https://radarkita.disway.id./read/1/a", b"<p>", "disway"),
        ("https://korankita.id/read/1/a", b'<a href="/listtag/12/bpjs">', "disway"),
        (
            "https://kita.example/x",
            b'<img src="https://static.promediateknologi.id/x">',
            "promedia",
        ),
        ("https://nottribunnews.com/", b"<html></html>", "generic"),
        ("http://127.0.0.1:8123/", b"", "generic"),
    ],
)
def test_the_platform(url: str, body: bytes, platform: str) -> None:
    found = detect(url, body)
    assert found.platform == platform
    assert found.platform in platforms()
    assert found.reasons[0]


def test_the_entry_is_a_right_one(tmp_path: Path) -> None:
    found = detect("https://www.kabarkita.co.id/a/b", WORDPRESS)
    file = tmp_path / "sites.toml"
    file.write_text(found.table("16"), encoding="utf-8")
    (site,) = load_registry(file).sites.values()
    assert (site.key, site.name, site.home) == (
        "kabarkita",
        'Kabar "Kita"',
        "https://www.kabarkita.co.id",
    )
    assert site.channels == {"feeds": ("https://www.kabarkita.co.id/feed/",)}
    assert (site.province, site.verified) == ("16", False)
    assert "wp-content" in (site.evidence or "")


@given(
    st.binary(max_size=300),
    st.sampled_from(["https://x.example/", "http://9.id", "https://a-b.c.id"]),
)
def test_any_page_gives_a_right_entry(
    tmp_path_factory: pytest.TempPathFactory, body: bytes, url: str
) -> None:
    file = tmp_path_factory.mktemp("detect") / "sites.toml"
    table = detect(url, b"<meta property='og:site_name' content='" + body + b"'>" + body).table()
    file.write_text(table, encoding="utf-8")
    assert len(load_registry(file).sites) == 1
