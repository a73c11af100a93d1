"""What a spider sees in a page before anybody reads it."""

import pytest

from crawler.news_spider import hints_at_more
from pipelines.model import Page

URL = "https://koran.example/daerah/pemkab-teken-kerja-sama/"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("?page=2", True),
        ("/daerah/pemkab-teken-kerja-sama?x=1&amp;halaman=3", True),
        ("?a=1&hal=2", True),
        ("/daerah/pemkab-teken-kerja-sama/2", True),
        ("/daerah/pemkab-teken-kerja-sama/15", True),
        ("?page=all", False),
        ("?homepage=1", False),
        ("/daerah/pemkab-teken-kerja-sama/amp/", False),
        ("/daerah/berita-lain/2", False),
        ("", False),
    ],
)
def test_a_page_that_may_go_on_is_looked_through(link: str, expected: bool) -> None:
    body = f"<html><p>Bupati hadir.</p><a href='{link}'>lagi</a></html>".encode()
    assert hints_at_more(Page(URL, body)) is expected
