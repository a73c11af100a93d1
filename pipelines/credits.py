"""Reporters and editors of a page: which of its many author fields to believe."""

from collections.abc import Iterable

from pipelines.body import surroundings
from pipelines.byline import Byline, is_newsroom, people, read_byline
from pipelines.layout import first_of
from pipelines.markup import select, text_of
from pipelines.opened import Opened

_LONGEST_LINE = 160


def authors_and_editors(opened: Opened, dropped: Iterable[str]) -> Byline:
    """Names by role, from the best source that the layout believes.

    dropped: lines that were left out of the body; bylines often stand there.
    """
    visible = _visible(opened, list(dropped))
    authors = _authors(opened, visible)
    return Byline(tuple(a for a in authors if a not in visible.editors), visible.editors)


def _visible(opened: Opened, dropped: list[str]) -> Byline:
    layout, newsroom = opened.layout, opened.newsroom
    editors = _names(opened, layout.editor) or _in_meta(opened, layout.editor_meta)
    named = Byline(_names(opened, layout.reporter), editors)
    for css in layout.byline:
        for element in select(opened.root, css)[:12]:
            named |= _line(text_of(element), newsroom)
    for text in dropped:
        named |= _line(text, newsroom)
    if opened.bodies and not named.authors and "json-ld" in layout.authors_from:
        for text in surroundings(opened.bodies[0]).credits:
            named |= _line(text, newsroom)
    return named


def _line(text: str, newsroom: frozenset[str]) -> Byline:
    return read_byline(text, newsroom) if len(text) <= _LONGEST_LINE else Byline()


def _names(opened: Opened, selectors: tuple[str, ...]) -> tuple[str, ...]:
    elements = first_of(opened.root, selectors)[:4]
    found = [name for e in elements for name in people(text_of(e), opened.newsroom)]
    return tuple(dict.fromkeys(found))


def _authors(opened: Opened, visible: Byline) -> tuple[str, ...]:
    for origin in opened.layout.authors_from:
        names = visible.authors if origin == "visible" else _declared(opened, origin)
        names = tuple(name for name in names if name not in visible.editors)
        if names:
            return names
    return ()


def _declared(opened: Opened, origin: str) -> tuple[str, ...]:
    if origin == "meta":
        return _in_meta(opened, opened.layout.author_meta)
    named = (n for n in opened.meta.ld_names("author") if not is_newsroom(n, opened.newsroom))
    return tuple(dict.fromkeys(p for name in named for p in people(name, opened.newsroom)))


def _in_meta(opened: Opened, names: tuple[str, ...]) -> tuple[str, ...]:
    return people(opened.meta.first(*names), opened.newsroom)
