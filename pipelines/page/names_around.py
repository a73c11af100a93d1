"""Who wrote a story, from the lines around its body, where no layout says where to look."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from lxml import etree

from pipelines.page.byline import Byline, in_role, joined, read_byline
from pipelines.page.captions import ends_in_credit
from pipelines.page.credit_lines import is_dated_name
from pipelines.page.interface import is_interface
from pipelines.page.lines import Line
from pipelines.page.markup import HEADINGS, text_of, words_of
from pipelines.page.names import (
    BETWEEN,
    is_full_name,
    name_after_date,
    name_before_date,
    people,
    without_notice,
)
from pipelines.page.neighbours import leads_elsewhere
from pipelines.page.opened import Opened
from pipelines.page.roles import role_of
from pipelines.page.writers import is_pictured, is_writer, links_to_reporters, named_by_icon

LONGEST = 160
"""Longer lines are no bylines."""

_JOINED, _MOST, _INITIALS = re.compile(r"\s(?:&|dan)\s"), 3, 2
_COLUMN = re.compile(r"badge|categor|kategori|rubrik|kanal|label|channel", re.I)
_NAMES, _OPENING, _ABOVE, _LINKED, _ROW = 90, 20, 2, 0.5, 4
_CARDS = ("article", "li")
_EDITED = re.compile(r"(?:editor|penyunting|redaktur)\s?:", re.I)


def labelled_around(opened: Opened) -> Byline:
    """Who has a label, on the same line or beside it."""
    lines = _lines(opened)
    short = (line for line in lines if len(line.text) <= LONGEST)
    read = ((line, _read(line, opened.newsroom)) for line in short)
    own = (
        b
        for line, b in read
        if b.names()
        and not _is_listed(line, opened)
        and (not b.accounts or _may_name(line, opened))
    )
    named = joined(own) | _beside_labels(lines, opened.newsroom)
    if named.authors or not named.editors:
        return named
    return replace(named, accounts=_above_editor(lines, opened.newsroom))


def _read(line: Line, newsroom: frozenset[str]) -> Byline:
    """By its parts, where the markup sets each apart: <small>Penulis: Ani</small> <small>Desa…"""
    if ":" in line.text and line.element is not None:
        parts = [words for e in line.element if (words := words_of(e))]
        apart = " ".join(parts) == line.text and not any(p.endswith(":") for p in parts)
        if apart and (named := joined(read_byline(p, newsroom) for p in parts)).names():
            return named
    return read_byline(line.text, newsroom)


def _is_listed(line: Line, opened: Opened) -> bool:
    """In an item that leads to another story: <div><a>Judul</a><br>Reporter: Budi</div>."""
    item, anchor = line.element, opened.anchor()
    if item is None or anchor is None or line.link:
        return False
    first = next(item.iter("a"), None)
    if first is None or item is anchor or item in anchor.iterancestors():
        return False
    return text_of(item).startswith(text_of(first)) and leads_elsewhere(
        first, line.text, opened.title
    )


def _may_name(line: Line, opened: Opened) -> bool:
    """Whether a name without a label may be the writer's: in no other story's card, no caption."""
    return opened.owns(line.element) and not ends_in_credit(line.text)


def _above_editor(lines: Sequence[Line], newsroom: frozenset[str]) -> tuple[str, ...]:
    """The full name that stands alone above the editor's: "Ani Contoh" / "Editor: Budi"."""
    for line, below in pairwise(lines):
        if not _EDITED.match(below.text) or line.tag in HEADINGS or not _share_block(line, below):
            continue
        if is_full_name(line.text) and read_byline(below.text, newsroom).editors:
            return people(line.text, newsroom)
    return ()


def _share_block(line: Line, other: Line) -> bool:
    """In one block, or in two side by side."""
    if line.element is None:
        return False
    return line.element is other.element or (line.box is not None and line.box is other.box)


def marked_around(opened: Opened) -> tuple[str, ...]:
    """Whom the markup calls a writer, else whose name opens the line with the story's date."""
    lines, newsroom = _lines(opened), opened.newsroom
    held: dict[etree._Element, tuple[str, ...]] = {}
    read = ((line, _marked(line, newsroom, held)) for line in lines)
    marked = (names for line, names in read if names and not _in_card(line, opened))
    dated = (line for line in lines if is_dated_name(line) and opened.owns(line.element))
    alone = (name_before_date(line.text, newsroom) for line in dated)
    named = next(filter(None, marked), ()) or _before_date(opened) or next(alone, ())
    return named or _above_date(opened)


def _lines(opened: Opened) -> list[Line]:
    """The lines around the body without the headline, which may read like a name."""
    title = opened.meta.title
    return [line for line in opened.around.lines if not title.startswith(line.text[:_OPENING])]


def _in_card(line: Line, opened: Opened) -> bool:
    """In an article or an item of a list that is another's: it has a linked heading, no story."""
    anchor = opened.anchor()
    if line.element is None or anchor is None:
        return False
    near = (line.element, *line.element.iterancestors())
    card = next((e for e in near if e.tag in _CARDS), None)
    if card is None or card is anchor or card in anchor.iterancestors():
        return False
    headings = (h for h in card.iter(*HEADINGS) if next(h.iter("a"), None) is not None)
    return any(text_of(h) != opened.title for h in headings)


def _before_date(opened: Opened) -> tuple[str, ...]:
    """The name that opens the line with the article's date, headlines apart."""
    for element, shown in opened.around.dates[:1]:
        above = {element, *element.iterancestors()}
        lines = (line.text for line in opened.around.lines if _dates(line, shown) in above)
        line = next(lines, "")
        names = name_before_date(line, opened.newsroom) or name_after_date(line, opened.newsroom)
        beside = line.removesuffix(shown).strip(BETWEEN)
        if not names and beside != line and is_full_name(beside):
            names = people(beside, opened.newsroom)
        names = names or _in_own_element(element, line, opened.newsroom)
        names = tuple(n for n in names if not (line.startswith(f"{n}, ") and _is_told(n, opened)))
        columns = _columns(element)
        return tuple(n for n in names if n not in opened.meta.title and n not in columns)
    return ()


def _is_told(place: str, opened: Opened) -> bool:
    """The place before a date is told of in the story, as its writer is not."""
    return any(place in text_of(body) for body in opened.bodies)


def _columns(block: etree._Element) -> set[str]:
    """What the markup of a line calls a column of the outlet."""
    return {words_of(e) for e in block.iter() if _COLUMN.search(e.get("class") or "")}


def _in_own_element(dated: etree._Element, line: str, newsroom: frozenset[str]) -> tuple[str, ...]:
    """The name in the first element of such a line: <span>Ani Contoh</span><span>4 Mei …"""
    name = _opening(dated, line)
    rest = line.removeprefix(name).strip()
    dated_only = not without_notice(f" {rest}").strip() and not rest[:1].islower()
    return people(name, newsroom) if is_full_name(name) and dated_only else ()


def _opening(block: etree._Element, line: str) -> str:
    """What the first element of a line holds, "" where the line opens otherwise."""
    first = next((words for e in block if (words := words_of(e))), "")
    return first if first != line and line.startswith(first) else ""


def _above_date(opened: Opened) -> tuple[str, ...]:
    """The full names, no link, that stand alone right above the article's date."""
    for element, shown in opened.around.dates[:1]:
        above = {element, *element.iterancestors()}
        pairs = pairwise(opened.around.lines)
        line = next((line for line, below in pairs if _dates(below, shown) in above), None)
        return _alone(line, opened) if line else ()
    return ()


def _alone(line: Line, opened: Opened) -> tuple[str, ...]:
    """The names that a line is nothing but."""
    if line.link > _LINKED or line.tag in HEADINGS or is_interface(line, line.text.lower()):
        return ()
    parts = _JOINED.split(line.text)
    acronym = any(word.isupper() for word in line.text.split() if len(word) > _INITIALS)
    if len(parts) > _MOST or (acronym and not line.text.isupper()):
        return ()
    names = people(line.text, opened.newsroom) if all(map(is_full_name, parts)) else ()
    columns = _columns(line.element) if names and line.element is not None else ()
    return tuple(name for name in names if name not in opened.title and name not in columns)


def _dates(line: Line, shown: str) -> etree._Element | None:
    """The element of a line that holds this date."""
    return line.element if shown in line.text or shown.startswith(line.text) else None


def _beside_labels(lines: Sequence[Line], newsroom: frozenset[str]) -> Byline:
    """Names on lines of their own before ("Ani" / "Penulis") or after their label.

    A heading above a name and its label names a box: "Editorial Team" / "Ani" / "Writer".
    """
    told = [i for i, line in enumerate(lines) if role_of(line.text) and line.link < _LINKED]
    labels = [
        i
        for i in told
        if not (lines[i].tag in HEADINGS and i + 2 in told and lines[i + 2].tag not in HEADINGS)
    ]
    if not labels:
        return Byline()
    first = labels[0]
    label = lines[first].text
    may_follow = first and not label.endswith(":") and role_of(label) != "account"
    step = -1 if may_follow and _may_sign(lines[first - 1], newsroom) else 1
    named = Byline()
    for i in labels:
        following = lines[i + 1 :] if step > 0 else reversed(lines[:i])
        names = tuple(_names_in_row(lines[i], following, newsroom))
        named |= in_role(lines[i].text, names if len(names) <= _ROW else ())
    return named


def _may_sign(line: Line, newsroom: frozenset[str]) -> bool:
    """A name, be it linked; a linked word alone is a part of a menu."""
    unlinked = line.link < _LINKED or is_full_name(line.text)
    return unlinked and _is_name(line.text, newsroom)


def _names_in_row(label: Line, beside: Iterable[Line], newsroom: frozenset[str]) -> Iterator[str]:
    """The name next to a label, and those that the markup sets beside it in the same way."""
    first: Line | None = None
    for line in beside:
        alike = first is None or _alike(first, line, label)
        if not alike or not _is_name(line.text, newsroom):
            return
        first = first or line
        yield from people(line.text, newsroom)


def _alike(first: Line, line: Line, label: Line) -> bool:
    """Siblings of one kind, which the label is not: <dt>Penulis<dd>Ani<dd>Budi."""
    if first.element is None or line.element is None or line.tag != first.tag:
        return False
    if first.tag == label.tag:
        return False
    return line.element.getparent() is first.element.getparent()


def _is_name(text: str, newsroom: frozenset[str]) -> bool:
    words = text.strip(" ,.").partition(", ")[0].split()
    proper = 1 <= len(words) <= 5 and all(word[0].isupper() for word in words)
    return proper and not role_of(text) and bool(people(text, newsroom))


def _marked(
    line: Line, newsroom: frozenset[str], held: dict[etree._Element, tuple[str, ...]]
) -> tuple[str, ...]:
    """What an element of the line called author, reporter … by its markup holds, or one above it.

    held: what each element looked at so far holds; the lines of one may be thousands.
    """
    block = line.element
    if block is None:
        return ()
    if block not in held:
        held[block] = _held(block, newsroom)
    if held[block]:
        return held[block]
    above = islice(block.iterancestors(), _ABOVE)
    if not any(is_writer(e) and not _pictured(e, block) for e in above):
        return ()
    whole = _full_names(line.text, newsroom) if _is_name(line.text, newsroom) else ()
    return whole or _full_names(_opening(block, line.text), newsroom)


def _held(block: etree._Element, newsroom: frozenset[str]) -> tuple[str, ...]:
    """The names in the first element of a block that is called a writer, captions apart."""
    for element in block.iter():
        named = is_writer(element) and not _pictured(element, block)
        text = words_of(element) if named else named_by_icon(element)
        if text and (names := _full_names(text, newsroom)):
            linked = (_full_names(words_of(a), newsroom) for a in links_to_reporters(block))
            return tuple(name for found in linked for name in found) or names
    return ()


def _full_names(text: str, newsroom: frozenset[str]) -> tuple[str, ...]:
    names = people(text, newsroom) if len(text) <= _NAMES else ()
    return tuple(name for name in names if is_full_name(name, least=1))


def _pictured(element: etree._Element, block: etree._Element) -> bool:
    above = element.getparent()
    near = [element] if above is None or element is block else [element, above]
    return any(map(is_pictured, near))
