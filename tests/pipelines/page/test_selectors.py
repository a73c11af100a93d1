"""Selectors over the index name what a full CSS engine names."""

from pathlib import Path

import pytest
from lxml import etree
from lxml.cssselect import CSSSelector

from pipelines.layouts import GENERIC, layouts_for
from pipelines.page.selectors import Index

FIELDS = ("body", "drop", "title", "reporter", "editor", "byline", "published", "source", "tags")
LAYOUTS = (*layouts_for("tribun"), GENERIC)
SELECTORS = sorted(
    {css for layout in LAYOUTS for field in (*FIELDS, "pages") for css in getattr(layout, field)}
)
PAGES = sorted((Path(__file__).parent.parent.parent / "pages").glob("*/*.html"))
HTML = """
<div id="a" class="x y"><p class="x">1</p><p data-k="kata">2</p>
<a rel="tag" href="/tag/q">3</a><div class="y z"><p class="x z">4</p>
<span itemprop="name"><b class="x">5</b></span></div></div><p class="x" itemprop="name">6</p>
"""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_layout_selector_as_cssselect_reads_it(path: Path) -> None:
    root = etree.HTML(path.read_bytes())
    index = Index(root)
    for css in SELECTORS:
        assert index.select(css) == CSSSelector(css)(root), css


@pytest.mark.parametrize(
    "css",
    [
        "p", ".x", "#a", "div.x.y", "p.x", "div p", "div > p", "div > div > p.z", ".y .x",
        "p ~ div", "p ~ a", ".x ~ p", "p ~ .z", "* ~ p", "div p ~ div",
        "[data-k]", "[data-k='kata']", "[data-k^='ka']", "a[href*='/tag']",
        "p:not(.x)", "div.y:not(.x) p", "*", "div *", ".missing", "#missing p",
        "div .y > p", "[itemprop='name']",
        "[itemprop='name'] b", "p[itemprop='name']", "[itemprop^='na']",
    ],
)  # fmt: skip
def test_combinations(css: str) -> None:
    root = etree.HTML(HTML)
    assert Index(root).select(css) == CSSSelector(css)(root)


def test_within_an_element() -> None:
    index = Index(etree.HTML(HTML))
    (inner,) = index.select("div.z")
    assert [e.text for e in index.select("p.x", inner)] == ["4"]
    assert index.select("div.z", inner) == [inner]
    assert [e.text for e in index.select("[class^='x']", inner)] == ["4", "5"]


def test_first_and_all() -> None:
    index = Index(etree.HTML(HTML))
    assert [e.text for e in index.first_of((".missing", "b", "a"))] == ["5"]
    assert [e.text for e in index.all_of(("b", ".missing", "a"))] == ["5", "3"]
    assert index.first_of((".missing",)) == []


@pytest.mark.parametrize(
    "css", ["p:first-child", "p + a", "p,a", "p ~ a b", "p:contains('x')", "["]
)
def test_what_layouts_may_not_use(css: str) -> None:
    with pytest.raises(ValueError, match="not a selector"):
        Index(etree.HTML(HTML)).select(css)


def test_a_class_attribute_without_end_is_no_name() -> None:
    root = etree.HTML(f"<div class='{'iklan ' * 1000}'><p class='x'>1</p></div>")
    assert Index(root).select(".iklan") == []
