"""Questions that unfold their answers: a story's or the site's own."""

import pytest

from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Page
from tests.pipelines.page.samples import FIRST, SECOND, THIRD

_ASKED = ("Siapa saja yang didaftarkan?", "Ke mana melapor?")
_ANSWERED = ("Semua kader yang bertugas di kelurahan.", "Ke puskesmas terdekat dari rumah.")
_UNFOLDED = {
    "details": "<details><summary>{0}</summary><p>{1}</p></details>",
    "Bootstrap 5": "<div class='accordion-item'><h2><button>{0}</button></h2>"
    "<div class='accordion-body'>{1}</div></div>",
    "Bootstrap 4": "<div class='card'><h5><button data-toggle='collapse'>{0}</button></h5>"
    "<div class='collapse'>{1}</div></div>",
    "Bootstrap 3": "<div><h4><a class='btn' data-toggle='collapse' href='#c'>{0}</a></h4>"
    "<div>{1}</div></div>",
    "Elementor": "<div class='elementor-accordion-item'><div role='button'>"
    "<a class='elementor-accordion-title'>{0}</a></div><div><p>{1}</p></div></div>",
    "answers in spans": "<div class='accordion-item'><h2><button>{0}</button></h2>"
    "<div class='accordion-body'><span>{1}</span></div></div>",
    "a list of terms": "<dt>{0}</dt><dd>{1}</dd>",
    "buttons": "<button class='accordion'>{0}</button><div class='panel'><p>{1}</p></div>",
}


@pytest.mark.parametrize("markup", _UNFOLDED.values(), ids=_UNFOLDED)
@pytest.mark.parametrize("apart", [False, True])
def test_questions_that_unfold_below_a_storys_text_are_its_own(markup: str, apart: bool) -> None:
    items = "".join(markup.format(*pair) for pair in zip(_ASKED, _ANSWERED, strict=True))
    unfolding = f"<div class='accordion'>{items}</div>"
    told = f"<p>{FIRST}</p><div>{SECOND}</div><div><p>{THIRD}</p></div>"
    inside = f"<div>{told}{unfolding}</div>"
    body = f"<div><div>{told}</div><nav></nav>{unfolding}</div>" if apart else inside
    page = Page("https://contoh.id/a", f"<html><body><h1>Judul</h1>{body}".encode())
    asked = (_ASKED[0], _ANSWERED[0], _ASKED[1], _ANSWERED[1])
    story = (FIRST, SECOND, THIRD)
    assert extract_article(page, GENERIC_SITE).paragraphs == story + (() if apart else asked)


@pytest.mark.parametrize(
    ("told", "kept"), [((FIRST,), 5), ((FIRST, SECOND, THIRD, THIRD.upper()), 4)]
)
def test_questions_below_a_box_that_introduces_them_are_the_story(
    told: tuple[str, ...], kept: int
) -> None:
    answers = (THIRD.lower(), f"{SECOND} {_ANSWERED[0]}")
    items = "".join(
        _UNFOLDED["Bootstrap 5"].format(*qa) for qa in zip(_ASKED, answers, strict=True)
    )
    above = "".join(f"<p>{p}</p>" for p in told)
    body = f"<div><div>{above}</div><div class='accordion'>{items}</div></div>"
    page = Page("https://contoh.id/a", f"<html><body><h1>Judul</h1>{body}".encode())
    assert len(extract_article(page, GENERIC_SITE).paragraphs) == kept


def test_links_that_unfold_are_no_story() -> None:
    menu = "<h4><button>Layanan</button></h4><ul><li><a href='/a'>Izin Usaha</a></li></ul>"
    column = "<h4>Ekonomi</h4><p>Kumpulan kabar usaha dari semua desa</p>"
    for parts in (menu, column):
        told = f"<p>{FIRST}</p><p>{SECOND}</p><div class='accordion'>{parts}{parts}</div>"
        page = Page("https://contoh.id/a", f"<html><body><h1>Judul</h1><div>{told}</div>".encode())
        assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, SECOND)


def test_a_heading_among_bare_text_heads_a_part_and_questions_below_it_are_told() -> None:
    items = "".join(_UNFOLDED["details"].format(*qa) for qa in zip(_ASKED, _ANSWERED, strict=True))
    asked = f"<br><br><div class='accordion'>{items}</div>"
    story = f"<div>{FIRST}<br><br>{SECOND}<h4>Rekomendasi</h4>{THIRD}{asked}</div>"
    page = Page("https://contoh.id/a", f"<html><body><h1>Judul</h1>{story}".encode())
    told = (FIRST, SECOND, "Rekomendasi", THIRD)
    unfolded = (_ASKED[0], _ANSWERED[0], _ASKED[1], _ANSWERED[1])
    assert extract_article(page, GENERIC_SITE).paragraphs == (*told, *unfolded)
