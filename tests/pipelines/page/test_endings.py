"""Where a story ends, by what stands below its last sentence."""

import pytest
from lxml import html

from pipelines.page.lines import Line, read_lines
from pipelines.page.story import story_of
from tests.pipelines.page.samples import FIRST, SECOND, THIRD


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ([Line("Agenda Bulan Ini", "h3")], 0),
        ([Line("Kabar Dari Kantor Kami", "p"), Line("Unit Data Reka", "div")], 0),
        ([Line("Bagian Umum Kantor Daerah Contoh Raya Utara Sekali", "p")], 0),
        ([Line("Lengkap:", "p")], 0),
        ([Line("Warga menunggu kabar itu dengan sabar", "h2")], 0),
        ([Line("Warga menunggu kabar itu dengan sabar", "p")], 1),
        ([Line("ANI ADALAH WARTAWAN SENIOR DI REKA", "p")], 1),
        ([Line("Air bersih", "li")], 1),
        ([Line("2. Selimut bayi", "p")], 1),
        ([Line("- Selimut bayi", "p")], 1),
        ([Line("Hidup buruh!", "p")], 1),
        ([Line("Mereka butuh:", "p"), Line("Selimut bayi", "p")], 2),
        ([Line(f"{SECOND[:-1]}:", "p"), Line("Selimut bayi", "p")], 2),
        ([Line("Regu Satu", "p"), Line("Regu Dua", "p"), Line("Regu Tiga", "p")], 3),
    ],
)
def test_no_label_stands_below_the_last_sentence(below: list[Line], kept: int) -> None:
    told = story_of([Line(FIRST, "p"), Line(SECOND, "p"), *below], "").paragraphs
    assert told == (FIRST, SECOND, *(line.text for line in below[:kept]))


@pytest.mark.parametrize(
    ("last", "sign_off"),
    [
        (f"<p>{SECOND} <strong><em>Wahyu</em></strong></p>", "Wahyu"),
        (f"<p>{SECOND} <b>w. ani</b></p>", "w. ani"),
        (f"<p>{SECOND} <b>Warga setuju.</b></p>", None),
        (f"<p>{SECOND[:-1]} <b>desa</b></p>", None),
        (f"<p>{SECOND} <b>Wahyu</b> setuju</p>", None),
    ],
)
def test_a_word_in_bold_behind_the_last_sentence_signs_it(last: str, sign_off: str | None) -> None:
    story = story_of(read_lines(html.fromstring(f"<div><p>{FIRST}</p>{last}</div>")), "")
    assert (story.sign_off, story.paragraphs[-1] == SECOND) == (sign_off, sign_off is not None)


@pytest.mark.parametrize(
    ("above", "below", "kept"),
    [(1.0, "Reka", False), (1.0, "Ia", True), (0.0, "Reka", True)],
)
def test_a_lead_in_bold_above_the_dateline_sums_the_story_up(
    above: float, below: str, kept: bool
) -> None:
    lead = Line("Baru empat perusahaan patuh. Dinas memberi waktu tiga bulan.", "div", bold=above)
    first = Line(f"{below} - {SECOND}" if below == "Reka" else f"{below} {THIRD}", "div")
    told = story_of([lead, first, Line(SECOND, "div")], "").paragraphs
    assert (lead.text in told) == kept


@pytest.mark.parametrize(
    ("top", "kept"),
    [
        ("LOKET ANTRE - Warga menunggu giliran di loket pasar, Rabu pagi itu juga.", False),
        ("SURABAYA - Warga menunggu giliran di loket pasar, Rabu pagi itu juga.", True),
        ("Warga menunggu giliran di loket pasar sejak pagi, Rabu pagi itu juga.", False),
    ],
)
def test_a_caption_above_the_dateline_is_no_story(top: str, kept: bool) -> None:
    lines = [Line(text, "p") for text in (top, FIRST, SECOND)]
    assert (top in story_of(lines, "").paragraphs) == kept
