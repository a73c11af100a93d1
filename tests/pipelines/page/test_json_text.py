"""Half characters, as cut-off emojis leave them, never get past the door."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.channels import parse_rest
from pipelines.model import GENERIC_SITE, Page
from pipelines.page.json_text import json_of
from pipelines.read import read_page
from pipelines.store import Store

# Synthetic, written for the tests.
STORY = """<html><head><script type="application/ld+json">{"@type": "NewsArticle",
"headline": "Pemkab Banyuasin teken MoU \\ud83d", "datePublished": "2026-10-05T07:30:00+07:00",
"author": {"name": "Sari \\udc00 Dewi"}}</script></head><body><article>
<h1>Pemkab Banyuasin &#xD83D; teken MoU</h1>
<p>Pemerintah Kabupaten Banyuasin menandatangani nota kesepahaman dengan BPJS Ketenagakerjaan
&#xDC00; untuk melindungi 1.200 nelayan, Senin (5/10/2026).</p>
<p>Bupati mengatakan kerja sama itu melindungi pekerja rentan di seluruh kecamatan tahun ini.</p>
</article></body></html>"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (r'"\ud83d\ude00"', "😀"),
        (r'"\uD83D\uDE00 x"', "😀 x"),
        (r'"x \ud83d"', "x \ufffd"),
        (r'"\ude00 x"', "\ufffd x"),
        (r'"\ud83d\ud83d\ude00"', "\ufffd😀"),
        (r'"\ude00\ud83d"', "\ufffd\ufffd"),
        (r'["é", "\u00e9"]', ["é", "é"]),
        ('"a\tb"', "a\tb"),
    ],
)
def test_half_characters_are_replaced(text: str, said: object) -> None:
    assert json_of(text) == said


@given(st.text(st.characters()) | st.text(st.sampled_from("\ud83d\ude00x\\")))
def test_what_comes_out_can_be_kept(text: str) -> None:
    found = json_of(json.dumps(text))
    found.encode()
    if not any("\ud800" <= character <= "\udfff" for character in text):
        assert found == text


def test_a_page_with_half_characters_is_stored(tmp_path: Path) -> None:
    page = Page("https://kabar.example/2026/10/05/x/", STORY.encode())
    reading = read_page(page, GENERIC_SITE)
    with Store.open(tmp_path / "news.db") as store:
        saved = store.save(None, GENERIC_SITE, page, reading, datetime.now(UTC))
        assert saved.outcome == "new"
        (row,) = store.query("SELECT title, authors FROM articles")
    assert "\ufffd" in row["title"] + row["authors"]


def test_a_lead_with_half_a_character_can_be_kept() -> None:
    body = rb'[{"link": "https://a.example/x", "title": {"rendered": "MoU \ud83d"}}]'
    (lead,) = parse_rest(body, "https://a.example/wp-json")
    assert lead.title == "MoU \ufffd"
