"""Small boxes among the paragraphs of a story."""

import pytest
from lxml import html

from pipelines.page.junk import is_junk
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
        (f"<div>{_BOX.replace('h4', 'p')}</div>", True, True),
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


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        ("<span>Selami pula</span> <a href='/b'>Nelayan Reka Terima Kartu Peserta</a>", False),
        ("<small>- Ruang Kawan -</small><ins data-ad-client='x'></ins>", False),
        ("<small>- Ruang Kawan -</small><ins>disisipkan</ins>", True),
        ("<span>Bupati Reka lalu mengumumkan</span> <a href='/b'>daftar penerimanya.</a>", True),
        ("<a href='/b'>Nelayan Reka Terima Kartu Peserta</a> <span>Kemarin</span>", True),
    ],
)
def test_a_label_before_a_link_or_an_advertisement_is_no_story(box: str, kept: bool) -> None:
    told = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><div>{box}</div><p>{THIRD} Lalu.</p>"
    lines = read_lines(html.fromstring(f"<div>{told}</div>"))
    assert (len(story_of(lines, "").paragraphs) > 4) == kept


@pytest.mark.parametrize(
    "name", ["not-prose my-6", "wa-join", "gabung-grup", "sfsi_icons", "essb_a", "donor-teks"]
)
def test_what_plugins_add_is_no_story(name: str) -> None:
    added = f"<div class='{name}'><p>Liputan seperti ini hidup dari pembaca.</p></div>"
    page = html.fromstring(f"<div><p>{FIRST}</p>{added}<p>{SECOND}</p></div>")
    lines = read_lines(page, junk=is_junk)
    assert story_of(lines, "").paragraphs == (FIRST, SECOND)


WORDS = "Kabar pesisir hadir juga di grup pembaca."


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        (f"<div class='x1'>{WORDS}</div>", False),
        (f"<div class='x1'><p>{WORDS}</p></div>", False),
        (f"<div>{WORDS}</div>", True),
        (f"<div class='wp-block-group'>{WORDS}</div>", True),
        (f"<div class='x1'><ul><li>{WORDS}</li></ul></div>", True),
        (f"<div class='x1'>{WORDS} {FIRST} {SECOND}</div>", True),
        (f"<div class='x1'>{WORDS}</div><p>{THIRD} Lagi.</p><div class='x1'>{SECOND}</div>", True),
    ],
)
def test_a_few_words_in_a_named_box_of_their_own_are_no_story(box: str, kept: bool) -> None:
    told = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{box}<p>{THIRD} Lalu.</p>"
    story = story_of(read_lines(html.fromstring(f"<div>{told}</div>")), "")
    assert any(WORDS in p for p in story.paragraphs) == kept


@pytest.mark.parametrize(
    ("last", "kept"),
    [("<a href='/t'>Traktir kami</a>", False), ("<a href='/t'>Reka</a> ikut.", True)],
)
def test_a_plea_that_ends_in_a_link_is_no_story(last: str, kept: bool) -> None:
    plea = "Kami kecil dan tanpa induk. Bila tulisan ini berguna, segelas kopi cukup bagi kami, "
    box = f"<div class='x1'><p>{plea * 2}</p><p>{last}</p></div>"
    told = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{box}<p>{THIRD} Lalu.</p>"
    story = story_of(read_lines(html.fromstring(f"<div>{told}</div>")), "")
    assert any(plea in paragraph for paragraph in story.paragraphs) == kept


@pytest.mark.parametrize(
    ("last", "kept"),
    [("— Info Reka (@inforeka) 29 Mei 2026", False), ("— Ani Contoh, bupati Reka", True)],
)
def test_a_post_set_into_the_story_is_none_of_it(last: str, kept: bool) -> None:
    quote = f"<blockquote class='x1'><p>Jalur pesisir padat sore ini.</p><p>{last}</p></blockquote>"
    body = f"<div><p>{FIRST}</p><p>{SECOND}</p>{quote}<p>{THIRD}</p></div>"
    story = story_of(read_lines(html.fromstring(body)), "")
    assert ("Jalur pesisir padat sore ini." in story.paragraphs) == kept


@pytest.mark.parametrize(
    ("block", "kept"),
    [
        ("<b>YANG LAIN DARI KAMI</b><br><a href='/1'>Nelayan Reka Terima Kartu Baru</a>", False),
        ("<b>Yang lain dari kami.</b><br><a href='/1'>Nelayan Reka Terima Kartu Baru</a>", True),
        ("<b>YANG LAIN DARI KAMI</b><br>Nelayan itu pulang sebelum subuh.", True),
    ],
)
def test_a_label_above_the_links_of_its_block_is_no_story(block: str, kept: bool) -> None:
    body = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{block}</p><p>{THIRD}</p></div>"
    story = story_of(read_lines(html.fromstring(body)), "")
    assert any("lain dari kami" in text.lower() for text in story.paragraphs) == kept
