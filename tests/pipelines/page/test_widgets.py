"""Small boxes among the paragraphs of a story."""

import pytest
from lxml import html

from pipelines.page.lines import read_lines
from pipelines.page.story import story_of
from tests.pipelines.page.samples import FIRST, SECOND, THIRD

_BOX = "<h4>Kabar Pagi</h4><p>Cerita pilihan dari pesisir setiap Sabtu.</p>"
_LONG = f"<h4>Iuran</h4><p>{FIRST} {SECOND} {THIRD}</p>"


@pytest.mark.parametrize(
    ("box", "below", "kept"),
    [
        (f"<div class='x1'>{_BOX}</div>", True, False),
        (f"<div class='x1'>{_BOX}</div>", False, True),
        (f"<div class='x1'>{_BOX}<a href='/b'>Mulai</a></div>", False, False),
        (f"<div class='x1'>{_BOX.replace('h4', 'p')}</div>", True, True),
        ("<div class='x1'><b>Kabar Pagi</b><p>Cerita pilihan.</p></div>", True, False),
        (f"<div class='x1'>{_LONG}</div>", True, True),
        (
            f"<div class='x1'>{_BOX}</div><p>{SECOND} Kedua.</p><div class='x1'>{_BOX}</div>",
            True,
            True,
        ),
    ],
)
def test_a_small_titled_box_among_paragraphs_is_no_story(box: str, below: bool, kept: bool) -> None:
    told = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    body = f"<div>{told}{box}{f'<p>{THIRD} Lalu.</p>' if below else ''}</div>"
    paragraphs = story_of(read_lines(html.fromstring(body)), "").paragraphs
    title = "Iuran" if _LONG in box else "Kabar Pagi"
    assert (title in paragraphs) == kept
