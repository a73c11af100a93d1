"""Reporters and editors of a page: which of its many author fields to believe."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml import etree

from pipelines.layout import Layout
from pipelines.model import Dropped
from pipelines.page.byline import Byline, read_byline, role_of
from pipelines.page.edges import CLOSING_NAME
from pipelines.page.lines import Line
from pipelines.page.markup import words_of
from pipelines.page.names import is_newsroom, name_before_date, people
from pipelines.page.opened import Opened

_LONGEST, _NAMES, _OPENING = 160, 90, 20
_NAMED = re.compile(
    r"(?:^|[\s_-]|(?-i:(?<=[a-z])(?=[A-Z])))(?:authors?|autor|penulis|reporter|nmreporter|namerep|byline|jurnalis|wartawan|"
    r"pewarta|writer|journalist|posted-by|nama-redaksi|user-name)(?:$|[\s_-]|(?-i:(?=[A-Z])))",
    re.I,
)
_WRITERS = re.compile(r"/(?:penulis|authors?|reporter|wartawan|jurnalis|kontributor)/[^/]", re.I)
_NOT_NAMED = re.compile(
    r"photo|foto|img|image|avatar|caption|bio|desc|box|widget|(?<!na)list|comment", re.I
)


def authors_and_editors(opened: Opened, dropped: Iterable[Dropped]) -> Byline:
    """Names by role, from the best source that the layout believes.

    dropped: lines that were left out of the body; bylines often stand there.
    """
    visible = _visible(opened, dropped)
    authors = _authors(opened, visible)
    if _may_stand_around(opened.layout, visible, authors):
        visible |= _around(_beside_headline(opened), opened.newsroom) | _before_date(opened)
        authors = _authors(opened, visible)
    return Byline(authors, visible.editors or _in_ld(opened, "editor"), visible.told)


def _may_stand_around(layout: Layout, visible: Byline, authors: tuple[str, ...]) -> bool:
    """A printed name is worth more than JSON-LD's, which is often the editor's."""
    unsure = not authors or "json-ld" in layout.authors_from
    return layout.look_around and not visible.authors and unsure


def _visible(opened: Opened, dropped: Iterable[Dropped]) -> Byline:
    """What is printed: where the layout says, in the lines left out, last by which account."""
    layout = opened.layout
    editors = _names(opened, layout.editor) or _in_meta(opened, layout.editor_meta)
    placed = _placed(opened)
    named = Byline(editors=editors) | (Byline() if layout.account else placed)
    for element in islice(opened.index.all_of(layout.byline), 24):
        if named.authors and named.editors:
            return named
        named |= _line(words_of(element), opened.newsroom)
    for line in dropped:
        if line.rule == CLOSING_NAME:
            named |= Byline(authors=people(line.line, opened.newsroom), told=True)
        elif line.rule == "byline":
            named |= _line(line.line, opened.newsroom)
    return named | placed


def _line(text: str, newsroom: frozenset[str]) -> Byline:
    return read_byline(text, newsroom) if len(text) <= _LONGEST else Byline()


def _placed(opened: Opened) -> Byline:
    """Names where the layout has the reporter's; the place may hold the editor's too."""
    elements = opened.index.first_of(opened.layout.reporter)[:4]
    read = [read_byline(words_of(e), opened.newsroom, placed=True) for e in elements]
    authors = dict.fromkeys(name for byline in read for name in byline.authors)
    editors = dict.fromkeys(name for byline in read for name in byline.editors)
    return Byline(tuple(authors), tuple(editors), told=not opened.layout.account)


def _names(opened: Opened, selectors: tuple[str, ...]) -> tuple[str, ...]:
    elements = opened.index.first_of(selectors)[:4]
    found = [name for e in elements for name in people(words_of(e), opened.newsroom)]
    return tuple(dict.fromkeys(found))


def _around(lines: Sequence[Line], newsroom: frozenset[str]) -> Byline:
    """Names in the lines around a body: labelled, beside a label, or marked up as names."""
    named = Byline()
    texts = [line.text for line in lines]
    for text in texts:
        named |= _line(text, newsroom)
    named |= _beside_labels(texts, newsroom)
    if not named.authors:
        marked = (_marked_names(line, newsroom) for line in lines)
        named |= Byline(authors=next(filter(None, marked), ()))
    return named


def _beside_headline(opened: Opened) -> list[Line]:
    """The lines around the body without the headline, which may read like a name."""
    title = opened.meta.title
    return [line for line in opened.around.lines if not title.startswith(line.text[:_OPENING])]


def _before_date(opened: Opened) -> Byline:
    """The name that opens the line with the article's date, headlines apart."""
    for element, _ in opened.around.dates[:1]:
        above = {element, *element.iterancestors()}
        lines = (line.text for line in opened.around.lines if line.element in above)
        names = name_before_date(next(lines, ""), opened.newsroom)
        return Byline(tuple(name for name in names if name not in opened.meta.title))
    return Byline()


def _beside_labels(texts: Sequence[str], newsroom: frozenset[str]) -> Byline:
    """Names on a line of their own before ("Ani" / "Penulis") or after their label."""
    labels = [(i, role) for i, text in enumerate(texts) if (role := role_of(text))]
    if not labels:
        return Byline()
    first = labels[0][0]
    step = -1 if first and _is_name(texts[first - 1], newsroom) else 1
    named = Byline()
    for i, role in labels:
        beside = texts[i + step] if 0 <= i + step < len(texts) else ""
        names = people(beside, newsroom) if _is_name(beside, newsroom) else ()
        named |= Byline(names, told=True) if role == "author" else Byline(editors=names)
    return named


def _is_name(text: str, newsroom: frozenset[str]) -> bool:
    words = text.strip(" ,.").split()
    proper = 1 <= len(words) <= 5 and all(word[0].isupper() for word in words)
    return proper and not role_of(text) and bool(people(text, newsroom))


def _marked_names(line: Line, newsroom: frozenset[str]) -> tuple[str, ...]:
    """What the first element called author, reporter … by its markup holds, captions apart."""
    for element in line.element.iter() if line.element is not None else ():
        if (called := _called(element)) and _NAMED.search(called) and not _pictured(element, line):
            text = words_of(element)
            names = people(text, newsroom) if len(text) <= _NAMES else ()
            if names := tuple(filter(_is_proper, names)):
                return names
    above = line.element.getparent() if line.element is not None else None
    if above is None or not _NAMED.search(_called(above)) or _pictured(above, line):
        return ()
    return people(line.text, newsroom) if _is_name(line.text, newsroom) else ()


def _is_proper(name: str) -> bool:
    """Two words, or one that is written as a name is: an account is "adminbp"."""
    return " " in name or name[0].isupper()


def _called(element: etree._Element) -> str:
    """What the markup calls an element; a link to a writer's page is the writer."""
    if _WRITERS.search(element.get("href") or ""):
        return "author"
    names = (element.get("class"), element.get("rel"), element.get("data-hook"))
    return next(filter(None, names), str(element.tag))


def _pictured(element: etree._Element, line: Line) -> bool:
    above = element.getparent()
    near = [element] if above is None or element is line.element else [element, above]
    return any(_NOT_NAMED.search(_called(e)) for e in near)


def _authors(opened: Opened, visible: Byline) -> tuple[str, ...]:
    """The reporters; whom only an account or JSON-LD names is none where they edited."""
    editors = visible.editors or _in_ld(opened, "editor")
    for origin in opened.layout.authors_from:
        if origin == "meta":
            names, told = _in_meta(opened, opened.layout.author_meta), True
        elif origin == "visible":
            names, told = visible.authors, visible.told
        else:
            names, told = _in_ld(opened, "author") or _account(opened), False
        if names := tuple(n for n in names if told or n not in editors):
            return names
    return ()


def _in_ld(opened: Opened, key: str) -> tuple[str, ...]:
    named = (n for n in opened.meta.ld_names(key) if not is_newsroom(n, opened.newsroom))
    return tuple(dict.fromkeys(p for name in named for p in people(name, opened.newsroom)))


def _account(opened: Opened) -> tuple[str, ...]:
    """Whom the page's head names where an account is all that its system has."""
    names = _in_meta(opened, ("author",)) if opened.layout.account else ()
    return tuple(filter(_is_proper, names))


def _in_meta(opened: Opened, names: tuple[str, ...]) -> tuple[str, ...]:
    return people(opened.meta.first(*names), opened.newsroom)
