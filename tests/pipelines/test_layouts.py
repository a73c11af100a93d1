"""The layouts as data: every selector can be used, every name is told apart."""

import pytest
from lxml import etree

from pipelines.extract import extract_article
from pipelines.layout import Layout, bodies_of
from pipelines.layouts import GENERIC, layouts_for
from pipelines.model import GENERIC_SITE, Page, Site
from pipelines.page.opened import open_page
from pipelines.page.selectors import Index
from tests.pipelines.page.samples import FIRST, SECOND, THIRD

TRIBUN = Site("fiksi", "Fiksi", "tribun")
LAYOUTS = (*layouts_for("tribun"), GENERIC)
EMPTY = etree.HTML("<html><body><p>x</p></body></html>")
FIELDS = "body drop title reporter editor byline published source tags pages".split()  # noqa: SIM905


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_selectors_compile_and_name_nothing_on_an_empty_page(layout: Layout) -> None:
    for field in FIELDS:
        for css in getattr(layout, field):
            assert Index(EMPTY).select(css) == []


def test_names_are_unique() -> None:
    names = [layout.name for layout in LAYOUTS]
    assert len(names) == len(set(names))


def test_own_layouts_come_first_and_all_are_tried() -> None:
    disway = layouts_for("disway")
    assert disway[0].name == "disway"
    assert {layout.name for layout in disway} == {layout.name for layout in layouts_for("generic")}
    assert len(disway) == len({layout.name for layout in disway})


@pytest.mark.parametrize(
    ("alias", "name"), [("bacakoran", "disway"), ("prmn", "promedia"), ("jawapos", "promedia")]
)
def test_networks_share_a_system(alias: str, name: str) -> None:
    assert layouts_for(alias)[0].name == name


def test_a_card_is_no_body_of_a_layout_that_an_unknown_site_might_have() -> None:
    card = f"<div class='news-content'><span>Lain: {FIRST} {SECOND}</span></div>"
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<html><body>{card}<div class='teks'>{story}</div></body></html>".encode()
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_an_empty_body_is_not_there() -> None:
    page = "<html><body><div class='a'> </div><div class='b'>{}</div></body></html>"
    root = etree.HTML(page.format("Bupati hadir di acara itu. " * 8))
    layout = Layout("x", body=("div.a", "div.b"))
    assert [body.get("class") for body in bodies_of(layout, Index(root))] == ["b"]


def test_nested_matches_count_once() -> None:
    text = "Bupati hadir di acara itu. " * 8
    root = etree.HTML(f"<body><div class='a'>{text}<div class='a'>{text}</div></div></body>")
    layout = Layout("x", body=("div.a",), whole=True)
    assert len(bodies_of(layout, Index(root))) == 1


@pytest.mark.parametrize(
    ("body", "host", "platform", "name"),
    [
        ("div class='article-content'", "contoh.go.id", "generic", "generic"),
        ("div class='article-content'", "khazanah.republika.co.id", "generic", "republika"),
        ("div class='article-content'", "bukanrepublika.co.id", "generic", "generic"),
        ("div class='article-content'", "contoh.go.id", "republika", "republika"),
        ("div itemprop='articleBody'", "contoh.id", "generic", "generic"),
        ("div itemprop='articleBody'", "jatim.jpnn.com", "generic", "jpnn"),
        ("div itemprop='articleBody'", "web.archive.org/web/2021/https://jpnn.com", "x", "jpnn"),
        ("div class='side-article txt-article'", "contoh.id", "generic", "tribun"),
    ],
)
def test_common_names_of_bodies_are_a_newsrooms_only_on_its_own_pages(
    body: str, host: str, platform: str, name: str
) -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    page = Page(f"https://{host}/a/1", f"<h1>Judul</h1><{body}>{story}</div>".encode())
    site = Site("x", "X", platform)
    assert open_page(page, site).layout.name == name


@pytest.mark.parametrize(
    "names",
    [
        "Penulis: <a>Ani Contoh</a> | <span id='editor'>Editor: <a>Tono Umpama</a></span></div>",
        "Penulis: <a>Ani Contoh</a> | Editor: <a>Tono Umpama</a></div>",
        "<a>Ani Contoh</a></div><div id='editor'>Editor: <a>Tono Umpama</a></div>",
        "Penulis: <a>Ani Contoh</a></div><div id='editor'>Editor: <a>Tono Umpama</a></div>",
    ],
)
def test_tribun_keeps_writer_and_editor_apart_in_one_box_and_in_two(names: str) -> None:
    text = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    page = f"<h1 id='arttitle'>Judul</h1><div id='penulis'>{names}<div class='txt-article'>{text}"
    body = f"<html><body><div id='article'>{page}</div></div></body></html>"
    article = extract_article(Page("https://fiksi.tribunnews.com/a", body.encode()), TRIBUN)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Tono Umpama",))
