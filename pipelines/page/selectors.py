"""CSS selectors over an index of a page's class names and ids: one walk, then look-ups.

Understands what layouts need: `tag.class#id[attr]`, `[attr='x']`, `[attr^='x']`, `[attr*='x']`,
`:not(.class)`, and the combinators space, `>` and, as the last one, `~`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

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
    """One part of a selector; before: how it hangs on the part to its left."""

    before: str
    tag: str | None
    classes: frozenset[str]
    ids: frozenset[str]
    without: frozenset[str]
    attributes: tuple[tuple[str, str, str], ...]

    @property
    def is_indexed(self) -> bool:
        """True where the index leads to what it names."""
        return bool(self.classes or self.ids or self.items)

    @property
    def items(self) -> tuple[str, ...]:
        """Exact values that it asks of itemprop."""
        return tuple(v for name, op, v in self.attributes if (name, op) == ("itemprop", "="))

    def matches(self, element: etree._Element) -> bool:
        """True for an element that this part names by itself."""
        if self.tag and element.tag != self.tag:
            return False
        if self.ids and element.get("id") not in self.ids:
            return False
        if self.classes or self.without:
            names = (element.get("class") or "").split()
            if not self.classes.issubset(names) or not self.without.isdisjoint(names):
                return False
        return all(_holds(element, *attribute) for attribute in self.attributes)


def _holds(element: etree._Element, name: str, operator: str, value: str) -> bool:
    found = element.get(name)
    if found is None:
        return False
    if operator == "^=":
        return found.startswith(value)
    return value in found if operator == "*=" else not operator or found == value


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


def _compound(before: str, tag: str | None, rest: str) -> _Compound:
    found = list(_PART.finditer(rest))
    return _Compound(
        before,
        None if tag == "*" else tag,
        frozenset(m["cls"] for m in found if m["cls"]),
        frozenset(m["id"] for m in found if m["id"]),
        frozenset(m["no"] for m in found if m["no"]),
        tuple((m["attr"], m["op"] or "", m["value"] or "") for m in found if m["attr"]),
    )


def tokens_of(name: str) -> tuple[str, ...]:
    """The class names in a class attribute."""
    return tuple(dict.fromkeys(name.split()))


def classes_in(css: str) -> frozenset[str]:
    """The class names that a selector asks for."""
    return frozenset(name for part in _parsed(css) for name in part.classes)


class Index:
    """A page's elements by class name, id and itemprop.

    tokens: which names of a class attribute to keep, all by default.
    """

    def __init__(
        self, root: etree._Element, tokens: Callable[[str], tuple[str, ...]] = tokens_of
    ) -> None:
        self.root = root
        self._by_class: dict[str, list[etree._Element]] = {}
        self._by_id: dict[str, list[etree._Element]] = {}
        self._by_item: dict[str, list[etree._Element]] = {}
        by_class = self._by_class
        for element in root.iter():
            name, key = element.get("class"), element.get("id")
            if name and len(name) <= _LONGEST_NAME:
                for token in tokens(name):
                    if token in by_class:
                        by_class[token].append(element)
                    else:
                        by_class[token] = [element]
            if key:
                self._by_id.setdefault(key, []).append(element)
            if item := element.get("itemprop"):
                self._by_item.setdefault(item, []).append(element)

    def select(self, css: str, within: etree._Element | None = None) -> list[etree._Element]:
        """The elements that a selector names, in page order, at or below `within`."""
        parts = _parsed(css)
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
        if last.is_indexed:
            return self._indexed(last)
        for at in range(len(parts) - 2, -1, -1):
            if parts[at].is_indexed:
                bases = (e for e in self._indexed(parts[at]) if parts[at].matches(e))
                below = (base.iter(last.tag) if last.tag else base.iter() for base in bases)
                return dict.fromkeys(e for elements in below for e in elements)
        return within.iter(last.tag) if last.tag else within.iter()

    def _indexed(self, part: _Compound) -> list[etree._Element]:
        lists = [self._by_id.get(key, []) for key in part.ids]
        lists += [self._by_class.get(name, []) for name in part.classes]
        lists += [self._by_item.get(value, []) for value in part.items]
        return min(lists, key=len)


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
