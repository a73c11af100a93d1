"""Reporters and editors of a page: the places that name them, in order of trust.

1. what is printed: where the layout says, in the lines left out of the body, then around it;
2. the page's head, where the layout trusts it; 3. JSON-LD, which often names the editor or the
account; 4. the account in the page's head; 5. a full name that signs the story. A layout may
trust these in another order (`authors_from`). A place fills the roles that nobody has yet, and
`Byline.authors` decides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from pipelines.layout import Origin
from pipelines.model import Dropped
from pipelines.page.byline import Byline, in_role, joined, read_byline
from pipelines.page.credit_lines import NAMED_AS
from pipelines.page.edges import CLOSING_NAME
from pipelines.page.markup import words_of
from pipelines.page.names import is_full_name, is_newsroom, people, unique
from pipelines.page.names_around import LONGEST, labelled_around, marked_around
from pipelines.page.opened import Opened
from pipelines.page.roles import role_of

_MOST_NAMES, _MOST_LABELS = 4, 24
_CODE = re.compile(r"[A-Z]{2,4}|[a-z]{1,3}\d|red")
_PARTED = re.compile(r"[^\w\s.'’]")


def authors_and_editors(
    opened: Opened, dropped: Iterable[Dropped], sign_off: str | None = None
) -> Byline:
    """Names by role, from the best places that the layout believes.

    dropped: lines that were left out of the body; bylines often stand there. sign_off: what the
    story ends with, a code or the reporter's full name.
    """
    named = Byline()
    for origin in opened.layout.authors_from:
        if named.reporters and named.editors:
            break
        named |= _from(origin, opened, dropped, named)
    named |= Byline(
        editors=_in_ld(opened).editors or _line(sign_off or "", opened.newsroom).editors
    )
    return named if named.authors else replace(named, accounts=_signed(sign_off, opened.newsroom))


def _from(origin: Origin, opened: Opened, dropped: Iterable[Dropped], known: Byline) -> Byline:
    layout = opened.layout
    if origin == "meta":
        declared = _authors(opened, layout.author_meta)
        reporters = tuple(name for name in declared if name not in known.editors)
        return Byline(reporters, _in_meta(opened, layout.editor_meta))
    if origin == "json-ld":
        return Byline(accounts=_in_ld(opened).accounts or _account(opened))
    placed = _placed(opened)
    printed = _printed(opened, dropped, placed)
    named = known | printed | placed
    closing = Byline(_closing(opened, dropped))
    signed = layout.closing_names and closing.reporters
    unnamed = layout.look_around and not (named.reporters or printed.accounts or signed)
    if unnamed or not (named.names() or signed):
        named |= labelled_around(opened)
    if unnamed:
        named |= Byline(accounts=() if named.authors else marked_around(opened))
    return named | closing


def _signed(sign_off: str | None, newsroom: frozenset[str]) -> tuple[str, ...]:
    """A full name at the story's end: "(Ani Contoh)", "(Ani Contoh/reka)", "(Ani Contoh/KR)"."""
    name, _, outlet = (sign_off or "").strip("()[]*. ").partition("/")
    if outlet and not (is_newsroom(outlet, newsroom) or _CODE.fullmatch(outlet)):
        return ()
    return people(name, newsroom) if is_full_name(name) and not _PARTED.search(name) else ()


def _printed(opened: Opened, dropped: Iterable[Dropped], placed: Byline) -> Byline:
    """What stands in the layout's credit lines, and in the lines left out of the body."""
    layout = opened.layout
    named = Byline(editors=_names(opened, layout.editor))
    for element in islice(opened.index.all_of(layout.byline), _MOST_LABELS):
        if (named.reporters or named.accounts or placed.reporters) and (named | placed).editors:
            break
        named |= _line(words_of(element), opened.newsroom)
    return named | joined(_left_out(opened, dropped))


def _closing(opened: Opened, dropped: Iterable[Dropped]) -> tuple[str, ...]:
    """Who stands in the body or below it, be it in capitals; a label prints the name as it is."""
    lines = (line.line for line in dropped if line.rule == CLOSING_NAME)
    return unique(name for line in lines for name in people(line, opened.newsroom))


def _left_out(opened: Opened, dropped: Iterable[Dropped]) -> Iterator[Byline]:
    for line in dropped:
        if line.rule.startswith(NAMED_AS):
            yield in_role(line.rule.removeprefix(NAMED_AS), people(line.line, opened.newsroom))
        elif line.rule == "byline":
            yield _line(line.line, opened.newsroom)


def _line(text: str, newsroom: frozenset[str]) -> Byline:
    return read_byline(text, newsroom) if len(text) <= LONGEST else Byline()


def _placed(opened: Opened) -> Byline:
    """Names where the layout has the reporter's; the place may hold the editor's too."""
    elements = opened.own(opened.layout.reporter)[:_MOST_NAMES]
    read = joined(read_byline(words_of(e), opened.newsroom, placed=True) for e in elements)
    editors = _names(opened, opened.layout.editor)
    names = tuple(n for n in unique(read.reporters + read.accounts) if n not in editors)
    if opened.layout.account:
        return replace(read, reporters=(), accounts=names)
    return replace(read, reporters=names, accounts=())


def _names(opened: Opened, selectors: tuple[str, ...]) -> tuple[str, ...]:
    elements = opened.own(selectors)[:_MOST_NAMES]
    return unique(name for e in elements for name in people(words_of(e), opened.newsroom))


def _in_ld(opened: Opened) -> Byline:
    """Its authors are accounts, but for those whom it calls editors by key, job or name."""
    named = Byline()
    for key, label in (("author", "by"), ("editor", "editor")):
        for name, job in opened.meta.ld_people(key):
            role = "editor" if "editor" in (role_of(job), _opening_role(name)) else label
            if not is_newsroom(name, opened.newsroom):
                named &= in_role(role, people(name, opened.newsroom))
    return named


def _opening_role(account: str) -> str | None:
    """The role in the name of an account: "Editor Ani Contoh"."""
    first, _, name = account.partition(" ")
    return role_of(first) if name else None


def _account(opened: Opened) -> tuple[str, ...]:
    """Whom the page's head says to have written it, or names where that is all a system has."""
    for number in "12":
        if role_of(opened.meta.first(f"twitter:label{number}")) in ("reporter", "account"):
            return _authors(opened, (f"twitter:data{number}",))
    return _authors(opened, ("author",)) if opened.layout.account else ()


def _authors(opened: Opened, names: tuple[str, ...]) -> tuple[str, ...]:
    """Whom metas name, but for who calls himself an editor."""
    editors = _opening_role(opened.meta.first(*names)) == "editor"
    return () if editors else _in_meta(opened, names)


def _in_meta(opened: Opened, names: tuple[str, ...]) -> tuple[str, ...]:
    return people(opened.meta.first(*names), opened.newsroom)
