"""Where a publishing system keeps the parts of an article, as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from pipelines.page.selectors import Index

Origin = Literal["visible", "meta", "json-ld"]
_LEAST_TEXT = 120


@dataclass(frozen=True, slots=True)
class Layout:
    """One template of one publishing system; every field but the name is CSS.

    body: where the story stands, the first that is there. whole: the story is all elements
    that `body` names, not only the first. drop: what inside the body is no story. title: the
    headline where h1 is not it. reporter, editor: elements that hold only names. byline:
    elements with labels ("Penulis: A | Editor: B"). published: elements with the date, best
    first. source: the credited origin. tags: links of the tag list. pages: links to pages
    2..n. authors_from: which sources of reporters to believe, best first. author_meta,
    editor_meta: names of meta tags that hold reporters and editors. look_around:
    names may also stand where none of these say, near the body. closing_names: reporters sign
    below their stories. account: the reporter's place
    names the account that posted, which may be the editor's. hosts: whose layout it is, where
    others call their bodies the same; empty where no other does.
    """

    name: str
    body: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    whole: bool = False
    drop: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    reporter: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    authors_from: tuple[Origin, ...] = ("visible", "meta", "json-ld")
    author_meta: tuple[str, ...] = ()
    editor_meta: tuple[str, ...] = ()
    look_around: bool = True
    closing_names: bool = False
    account: bool = False

    def selectors(self) -> tuple[str, ...]:
        """All its CSS."""
        names = (self.reporter, self.editor, self.byline, self.source)
        others = (self.body, self.drop, self.title, self.published, self.tags, self.pages)
        return tuple(css for group in (*names, *others) for css in group)


def is_at_home(layout: Layout, hosts: Iterable[str]) -> bool:
    """False on the pages of others, where what it looks for may mean anything."""
    if not layout.hosts:
        return True
    ends = tuple(f".{host}" for host in layout.hosts)
    return any(f".{host}".endswith(ends) for host in hosts)


def bodies_of(layout: Layout, index: Index) -> tuple[etree._Element, ...]:
    """The elements that hold the story in this layout, () where it is not this page's."""
    for css in layout.body:
        found = _outermost(index.select(css))
        bodies = found if layout.whole else found[:1]
        if _has_text(bodies):
            return bodies
    return ()


def _has_text(bodies: tuple[etree._Element, ...]) -> bool:
    total = 0
    for text in (text for body in bodies for text in body.itertext()):
        total += len(text.strip())
        if total >= _LEAST_TEXT:
            return True
    return False


def _outermost(found: Iterable[etree._Element]) -> tuple[etree._Element, ...]:
    kept: list[etree._Element] = []
    for element in found:
        if not kept or kept[-1] not in element.iterancestors():
            kept.append(element)
    return tuple(kept)
