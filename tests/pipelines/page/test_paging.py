"""Pages 2..n from an article's own pager."""

import pytest
from lxml import etree

from pipelines.page.paging import page_links

URL = "https://contoh.id/read/12/judul-berita"


def links(*hrefs: str) -> list[etree._Element]:
    return [etree.Element("a", href=href) for href in hrefs]


@pytest.mark.parametrize(
    ("hrefs", "pages"),
    [
        (["?page=2", "?page=3"], [f"{URL}?page=2", f"{URL}?page=3"]),
        (["?page=3", "?page=2", "?page=2"], [f"{URL}?page=2", f"{URL}?page=3"]),
        (["?page=2", "?page=5"], [f"{URL}?page={n}" for n in (2, 3, 4, 5)]),
        (["?page=all", "?page=all#page2"], []),
        ([f"{URL}/15", f"{URL}/30"], [f"{URL}/15", f"{URL}/30"]),
        ([f"{URL}/2/"], [f"{URL}/2/"]),
        (["?page=1"], []),
        (["https://lain.id/read/12/judul-berita?page=2"], []),
        (["/read/13/berita-lain?page=2", "/kategori/kota/30"], []),
        (["http://[bukan", "javascript:void(0)", ""], []),
        (["?page=2#komentar"], [f"{URL}?page=2"]),
    ],
)
def test_pages(hrefs: list[str], pages: list[str]) -> None:
    assert list(page_links(links(*hrefs), URL)) == pages


def test_pager_without_end_is_cut() -> None:
    assert len(page_links(links(*(f"?page={n}" for n in range(2, 99))), URL)) <= 30
