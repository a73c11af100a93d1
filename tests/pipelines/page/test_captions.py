"""Lines that tell of a picture."""

import pytest

from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Page
from pipelines.page.lines import Line
from pipelines.page.story import story_of
from tests.pipelines.page.samples import FIRST, SECOND, THIRD


@pytest.mark.parametrize(
    ("block", "kept"),
    [
        ("<div><img src='a.jpg'><span>{}</span></div>", False),
        ("<div class='x'><img src='a.jpg'><p>{}</p></div>", False),
        ("<p><img src='a.jpg'><br><em>{}</em></p>", False),
        ("<div><img src='a'><div><p>{}</p></div></div><div><img src='b'><div>B</div></div>", False),
        ("<p><img src='a.jpg'></p><p style='x'><small>{}</small></p>", False),
        ("<p><img src='a.jpg'></p><p>{}</p>", True),
        ("<p>Rapat itu.</p><p><small>{}</small></p>", True),
        ("<p><img src='a.jpg'>{}</p>", True),
        ("<ul><li><img src='a.svg'>{}</li></ul>", True),
        ("<div><img class='emoji' src='a.svg'>{}</div>", True),
        ("<div>{}<img src='a.jpg'></div>", True),
        ("<div><img src='a'><small>{}</small><br><img src='b'><small>Rapat</small></div>", False),
    ],
)
def test_all_the_text_in_a_pictures_element_is_its_caption(block: str, kept: bool) -> None:
    shown = "Para nelayan menerima kartu peserta di dermaga desa itu."
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<h1>Judul</h1><div class='teks'>{story}{block.format(shown)}<p>{FIRST[18:]}</p></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert (shown in extract_article(page, GENERIC_SITE).paragraphs) == kept


@pytest.mark.parametrize(("head", "kept"), [("RAPAT KERJA", False), ("SURABAYA", True)])
def test_a_caption_opens_with_what_it_shows_and_a_story_with_a_place(head: str, kept: bool) -> None:
    shown = f"{head} - Para nelayan menerima kartu peserta di dermaga desa itu."
    story = "".join(f"<p>{p}</p>" for p in (FIRST[18:], SECOND, THIRD))
    body = f"<h1>Judul</h1><div class='teks'><div><img src='a'><b>{shown}</b></div>{story}</div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert (shown in extract_article(page, GENERIC_SITE).paragraphs) == kept


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
