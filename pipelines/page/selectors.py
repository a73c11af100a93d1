"""CSS selectors over tables of a page's class names, ids and other attributes.

Understands what layouts need: `tag.class#id[attr]`, `[attr='x']`, `[attr^='x']`, `[attr*='x']`,
`:not(.class)`, and the combinators space, `>` and, as the last one, `~`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from lxml import etree

_LONGEST_NAME = 2000
_COMPOUND = re.compile(
    r"(?P<tag>[a-zA-Z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+|\[[^\]]+\]|:not\(\.[\w-]+\))*)"
)
_PART = re.compile(
    r"\.(?P<cls>[\w-]+)|#(?P<id>[\w-]+)|:not\(\.(?P<no>[\w-]+)\)"
    r"|\[(?P<attr>[\w-]+)(?:(?P<op>[\^*]?=)'(?P<value>[^']*)')?\]"
)
_STEP = re.compile(r"\s*([>~])\s*|\s+")


@dataclass(frozen=True, slots=True)
class _Compound:
    """One part of a selector; before: how it hangs on the part to its left.

    exact: attributes of which it asks one value, ids among them. others: all else it asks.
    keys: where the index has what it names, as tag, attribute and value. hints: attributes with
    what one of their names must hold.
    """

    before: str
    tag: str | None
    classes: frozenset[str]
    without: frozenset[str]
    exact: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str, str], ...]
    keys: tuple[tuple[str | None, str, str], ...]
    hints: tuple[tuple[str, str], ...]

    def matches(self, element: etree._Element) -> bool:
        """True for an element that this part names by itself."""
        if self.tag and element.tag != self.tag:
            return False
        if self.classes or self.without:
            names = (element.get("class") or "").split()
            if not self.classes.issubset(names) or not self.without.isdisjoint(names):
                return False
        for name, value in self.exact:
            if element.get(name) != value:
                return False
        for name, operator, value in self.others:
            found = element.get(name)
            if found is None or value not in found:
                return False
            if operator == "^=" and not found.startswith(value):
                return False
        return True


@lru_cache(maxsize=1024)
def _parsed(css: str) -> tuple[_Compound, ...]:
    """The parts of a selector from left to right. Raises ValueError for what is none."""
    parts, before, at = [], " ", 0
    while at < len(css):
        match = _COMPOUND.match(css, at)
        if not match or match.end() == at:
            raise ValueError(f"not a selector that layouts may use: {css}")
        parts.append(_compound(before, match["tag"], match["rest"]))
        step = _STEP.match(css, match.end())
        if not step and match.end() < len(css):
            raise ValueError(f"not a selector that layouts may use: {css}")
        if before == "~" and step:
            raise ValueError(f"not a selector that layouts may use, ~ only at its end: {css}")
        before = (step[1] if step else None) or " "
        at = step.end() if step else match.end()
    return tuple(parts)


def _compound(before: str, name: str | None, rest: str) -> _Compound:
    found = list(_PART.finditer(rest))
    tag = None if name == "*" else name
    classes = [m["cls"] for m in found if m["cls"]]
    asked = [(m["attr"], m["op"] or "", m["value"] or "") for m in found if m["attr"]]
    exact = [("id", m["id"]) for m in found if m["id"]]
    exact += [(attribute, value) for attribute, operator, value in asked if operator == "="]
    others = tuple(attribute for attribute in asked if attribute[1] != "=")
    return _Compound(
        before,
        tag,
        frozenset(classes),
        frozenset(m["no"] for m in found if m["no"]),
        tuple(exact),
        others,
        tuple((tag, *key) for key in (*(("class", c) for c in classes), *exact)),
        tuple((name, value) for name, _, value in others if name in ("class", "id")),
    )


@lru_cache(maxsize=8192)
def _classes_in(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.split()))


_Table = Mapping[str, list[etree._Element]]


@cache
def _values_of(attribute: str) -> etree.XPath:
    return etree.XPath(f"descendant-or-self::*/@{attribute}", smart_strings=False)


class Index:
    """A page's elements by what selectors ask of them; each tag is looked through once.

    A layout asks for a few tags only, so most elements of its pages are never looked at.
    """

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._names: dict[str, frozenset[str]] = {}
        self._tables: dict[tuple[str | None, str], _Table] = {}

    def select(self, css: str, within: etree._Element | None = None) -> list[etree._Element]:
        """The elements that a selector names, in page order, at or below `within`."""
        parts = _parsed(css)
        for part in parts:
            for key in part.keys:
                if not self._found(key):
                    return []
            for attribute, held in part.hints:
                names = self._table(part.tag, attribute) if part.tag else self._names_of(attribute)
                if not any(held in name for name in names):
                    return []
        if parts[-1].before == "~":
            found = self._beside(parts)
        else:
            candidates = self._candidates(parts, self.root if within is None else within)
            found = (e for e in candidates if _holds_all(e, parts))
        return [e for e in found if within is None or e is within or within in e.iterancestors()]

    def first_of(self, selectors: Iterable[str]) -> list[etree._Element]:
        """What the first selector that names anything names."""
        return next((found for css in selectors if (found := self.select(css))), [])

    def all_of(self, selectors: Iterable[str]) -> Iterator[etree._Element]:
        """What any of the selectors names."""
        for css in selectors:
            yield from self.select(css)

    def _beside(self, parts: tuple[_Compound, ...]) -> Iterator[etree._Element]:
        """What follows an element in the same parent, each once."""
        bases = (e for e in self._candidates(parts[:-1], self.root) if _holds_all(e, parts[:-1]))
        firsts = {base.getparent(): base for base in reversed(list(bases))}
        for base in reversed(list(firsts.values())):
            yield from (e for e in base.itersiblings() if parts[-1].matches(e))

    def _candidates(
        self, parts: tuple[_Compound, ...], within: etree._Element
    ) -> Iterable[etree._Element]:
        """Elements among which all that the selector names must be, in page order."""
        last = parts[-1]
        if last.keys:
            return self._fewest(last)
        for at in range(len(parts) - 2, -1, -1):
            if parts[at].keys:
                bases = (e for e in self._fewest(parts[at]) if parts[at].matches(e))
                below = (base.iter(last.tag) if last.tag else base.iter() for base in bases)
                return dict.fromkeys(e for elements in below for e in elements)
        return within.iter(last.tag) if last.tag else within.iter()

    def _fewest(self, part: _Compound) -> list[etree._Element]:
        return min(map(self._found, part.keys), key=len)

    def _found(self, key: tuple[str | None, str, str]) -> list[etree._Element]:
        tag, attribute, value = key
        many = tag is None or attribute == "rel" or attribute in self._names
        if many and value not in self._names_of(attribute):
            return []
        return self._table(tag, attribute).get(value, [])

    def _table(self, tag: str | None, attribute: str) -> _Table:
        table = self._tables.get((tag, attribute))
        if table is None:
            table = self._tables[tag, attribute] = self._looked_through(tag, attribute)
        return table

    def _names_of(self, attribute: str) -> frozenset[str]:
        """All that an attribute says on the page; far sooner told than on which element."""
        names = self._names.get(attribute)
        if names is None:
            values = set(cast("list[str]", _values_of(attribute)(self.root)))
            short = [value for value in values if len(value) <= _LONGEST_NAME]
            names = frozenset(" ".join(short).split() if attribute == "class" else short)
            self._names[attribute] = names
        return names

    def _looked_through(self, tag: str | None, attribute: str) -> _Table:
        table: defaultdict[str, list[etree._Element]] = defaultdict(list)
        for element in self.root.iter(tag or "*"):
            value = element.get(attribute)
            if value is not None and len(value) <= _LONGEST_NAME:
                for name in _classes_in(value) if attribute == "class" else (value,):
                    table[name].append(element)
        return table


def _holds_all(element: etree._Element, parts: tuple[_Compound, ...]) -> bool:
    return parts[-1].matches(element) and _hangs(element, parts, len(parts) - 1)


def _hangs(element: etree._Element, parts: tuple[_Compound, ...], at: int) -> bool:
    """Whether what stands left of a part is found above an element."""
    if at == 0:
        return True
    left, how = parts[at - 1], parts[at].before
    if how == ">":
        above = element.getparent()
        near: Iterable[etree._Element] = () if above is None else (above,)
    else:
        near = element.iterancestors()
    return any(left.matches(e) and _hangs(e, parts, at - 1) for e in near)
