"""Lines that recur across a site's pages are no story, in any order of the pages."""

import random
from dataclasses import replace

import pytest

from pipelines.extract import extract
from pipelines.model import GENERIC_SITE, Page
from pipelines.page.lines import Line
from pipelines.page.recurring import recurring_lines, without_recurring

SLOGAN = "Koran Fiksi menyapa pembaca setia dari pesisir sampai pegunungan."
PAGES = [(f"Bupati nomor {n} meneken perjanjian kerja sama.", SLOGAN) for n in range(12)]
TOLD_OFTEN = (
    "Program jaminan sosial melindungi pekerja rentan di desa.",
    "BPJS Ketenagakerjaan memiliki lima program bagi semua.",
    "Iurannya hanya Rp16.800 setiap bulan.",
    "“Kami mengajak semua warga ikut serta,” ujarnya.",
    "Kata bupati, desa-desa itu akan didatangi satu demi satu sampai akhir musim. " * 3,
)


def test_a_line_on_many_pages_recurs() -> None:
    assert recurring_lines(PAGES) == {SLOGAN.casefold()}


@pytest.mark.parametrize("line", TOLD_OFTEN)
def test_what_stories_tell_again_and_again_is_no_frame(line: str) -> None:
    assert recurring_lines([(f"Berita nomor {n}.", line) for n in range(12)]) == frozenset()


def test_order_does_not_matter() -> None:
    shuffled = random.Random(1).sample(PAGES, len(PAGES))
    assert recurring_lines(shuffled) == recurring_lines(PAGES)


def test_three_pages_are_no_habit() -> None:
    assert recurring_lines(PAGES[:3]) == frozenset()


def test_a_line_repeated_on_one_page_counts_once() -> None:
    assert recurring_lines([(SLOGAN,) * 9, *(page[:1] for page in PAGES)]) == frozenset()


def test_a_rare_line_of_a_large_site_stays() -> None:
    others = [(f"Berita lain nomor {n}.",) for n in range(40)]
    assert recurring_lines([*PAGES[:5], *others]) == frozenset()


def test_dropped_lines_say_why() -> None:
    own, dropped = without_recurring([Line("Isi.", "p"), Line(SLOGAN, "p")], recurring_lines(PAGES))
    assert [line.text for line in own] == ["Isi."]
    assert [d.rule for d in dropped] == ["recurs on the site's pages"]


def test_extract_leaves_recurring_lines_out() -> None:
    story = "Bupati meneken perjanjian kerja sama dengan BPJS Ketenagakerjaan hari itu juga."
    body = f"<html><body><h1>Judul</h1><div><p>{story}</p><p>{SLOGAN}</p></div></body></html>"
    page = Page("https://contoh.id/berita/1/judul", body.encode())
    assert extract(page, GENERIC_SITE).article.paragraphs == (story, SLOGAN)
    learned = extract(page, replace(GENERIC_SITE, recurring=recurring_lines(PAGES)))
    assert learned.article.paragraphs == (story,)
