"""Where a story ends, by what stands below its last sentence."""

import pytest

from pipelines.page.lines import Line
from pipelines.page.story import story_of
from tests.pipelines.page.samples import FIRST, SECOND


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ([Line("Agenda Bulan Ini", "h3")], 0),
        ([Line("Kabar Dari Kantor Kami", "p"), Line("Unit Data Reka", "div")], 0),
        ([Line("Bagian Umum Kantor Daerah Contoh Raya Utara Sekali", "p")], 0),
        ([Line("Lengkap:", "p")], 0),
        ([Line("Warga menunggu kabar itu dengan sabar", "h2")], 0),
        ([Line("Warga menunggu kabar itu dengan sabar", "p")], 1),
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
