"""Who did what for a story, from one printed line: "Penulis: A | Editor: B"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import zip_longest
from operator import and_

from pipelines.page.names import (
    BETWEEN,
    is_account,
    is_full_name,
    is_place,
    is_written_as_name,
    name_before_outlet,
    people,
    unique,
    without_notice,
)
from pipelines.page.roles import (
    BARE,
    DATED_BY,
    LABEL,
    NEXT_BARE,
    PERSON,
    PERSONS,
    opens_with_role,
    role_of,
)

_LAPORAN = re.compile(
    r"\W*(?:laporan\s+(?:wartawan|reporter|kontributor|jurnalis|koresponden)|"
    r"(?:(?<=\()|laporan\s+)(?:ka)?biro)\b"
    r"(?:\s+[\w.-]+){0,6}?\s*[,:/]\s*(?P<name>[^,:/]{3,50}?)\W*$",
    re.I,
)
_LAPORAN_ENDS = re.compile(r",|\sdari\s")
_REPORTS_FROM = re.compile(
    r"(?:Tim\s(?i:liputan)\s[^,]{2,40},\s)?(?P<names>[^:;]{4,70}?),?\s"
    r"melaporkan(?:\slangsung)?\s(?:dari|untuk)\s(?:[A-Z][\w.-]+[\s,]*){1,5}\.?"
)
_MARK = re.compile(r"[a-zA-Z]\s*\|?\s*[:：]|[eE][pdPD]\.")
_BETWEEN_PEOPLE = re.compile(r"\s[/|·•]\s|;\s")
_PERSON = re.compile(PERSON, re.I)
_BEFORE_ROLE = re.compile(r"(?P<name>[^-–—|,(]{4,45}?)\s*[-–—|,(]\s*(?P<role>[^-–—|,()]{3,30})")
_OF_PLACES = ("kontributor", "koresponden")
"""Whose place stands before the name: "Kontributor Sumbawa Barat, Ani Contoh"."""
_PEOPLE = ("reporter", "editor", "photographer")


@dataclass(slots=True)
class Byline:
    """Names by role. accounts: who stands where writers stand, with no word that says so.

    uploaders: who is called nothing else; what posts their stories names them as writers.
    """

    reporters: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    uploaders: tuple[str, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """The reporters; of a photo story the photographer; else the account, no editor's.

        Of several reporters one who is also named as an editor only edited.
        """
        others = self.editors + self.uploaders
        wrote = tuple(name for name in self.reporters if name not in self.editors)
        posted = (a for a in self.accounts if not _is_among(a, others) and not is_account(a))
        return wrote or self.reporters or self.photographers or tuple(posted)

    def names(self) -> bool:
        """True where it names anybody."""
        named = self.reporters or self.editors or self.photographers or self.accounts
        return bool(named or self.uploaders)

    def __or__(self, other: "Byline") -> "Byline":
        """Fill the roles that nobody has from another byline."""
        return Byline(
            self.reporters or other.reporters,
            self.editors or other.editors,
            self.photographers or other.photographers,
            self.accounts or other.accounts,
            self.uploaders or other.uploaders,
        )

    def __and__(self, other: "Byline") -> "Byline":
        """The names of both."""
        return Byline(
            unique(self.reporters + other.reporters),
            unique(self.editors + other.editors),
            unique(self.photographers + other.photographers),
            unique(self.accounts + other.accounts),
            unique(self.uploaders + other.uploaders),
        )


def _is_among(account: str, names: tuple[str, ...]) -> bool:
    """Whether an account is one of these, be it by a part of the name."""
    words = set(account.split())
    return any(words.issubset(name.split()) for name in names)


def in_role(label: str, names: tuple[str, ...]) -> Byline:
    """These names in the role that a label gives; nobody in one that is no person's part."""
    role = role_of(label)
    return Byline() if role in (None, "crew", "other") else Byline(**{f"{role}s": names})


def joined(bylines: Iterable[Byline]) -> Byline:
    """The names of all."""
    named = list(filter(Byline.names, bylines))
    return reduce(and_, named) if named else Byline()


def read_byline(text: str, newsroom: frozenset[str] = frozenset(), placed: bool = False) -> Byline:
    """Names from a line such as "Penulis: A | Editor: B" or "Redaktur & Reporter : C".

    newsroom: folded names of the outlet itself, which are nobody. placed: the line stands where
    reporters are named, so that names without a label are theirs.
    """
    if (laporan := _LAPORAN.match(text)) and is_written_as_name(laporan["name"]):
        return Byline(people(laporan["name"], newsroom))
    if "aporkan" in text and (reporting := reporting_from(text, newsroom)):
        return Byline(reporting)
    labels = _labels(text)
    before = _unlabelled(text[: labels[0].start()] if labels else text, newsroom, placed)
    if not labels:
        return before
    named = _labelled(text, labels, newsroom)
    return joined((before, named)) if before.names() else named | _beside(text, labels, newsroom)


def reporting_from(text: str, newsroom: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Who closes a story: "Tim liputan X, Ani Contoh dan Budi S. melaporkan dari Reka."."""
    match = _REPORTS_FROM.fullmatch(text)
    parts = re.split(r",\s|\sdan\s", match["names"]) if match else []
    return people(match["names"], newsroom) if match and all(map(is_full_name, parts)) else ()


def _beside(text: str, labels: list[re.Match[str]], newsroom: frozenset[str]) -> Byline:
    """The full name that stands before the first role of a line: "Ani Contoh | Editor: B"."""
    name = text[: labels[0].start()].strip(BETWEEN)
    return Byline(accounts=people(name, newsroom) if is_full_name(name) else ())


def _labels(text: str) -> list[re.Match[str]]:
    """The roles of a line: those with a colon, and before them those that open it without one."""
    marked = (":" in text or "：" in text or "." in text) and _MARK.search(text)
    with_colon = list(LABEL.finditer(text)) if marked else []
    end = with_colon[0].start() if with_colon else len(text)
    bare = _bare(text)
    if not bare or bare.end() > end:
        return with_colon
    return [bare, *NEXT_BARE.finditer(text, bare.end(), end), *with_colon]


def _bare(text: str) -> re.Match[str] | None:
    lower = text.lower()
    if opens_with_role(lower):
        bare = BARE.match(text)
        if bare is None or bare["role"].casefold() not in _OF_PLACES:
            return bare
        place = text[bare.end("role") : bare.end()].strip(" ,")
        return bare if is_place(place) else None
    return DATED_BY.search(text) if " oleh " in lower or " by " in lower else None


def _labelled(text: str, labels: list[re.Match[str]], newsroom: frozenset[str]) -> Byline:
    named = Byline()
    for label, following in zip_longest(labels, labels[1:]):
        listed = text[label.end() : following and following.start()]
        if label.re is BARE and label["role"].casefold() == "laporan":
            listed = _LAPORAN_ENDS.split(listed, maxsplit=1)[0]
        names = people(listed, newsroom)
        if not (label.re is LABEL or _are_full(names, label["role"])):
            return Byline()
        roles = [role for role in label.groupdict().values() if role]
        for role, own in _dealt(roles, names):
            named &= in_role(role, own)
    return named


def _dealt(roles: list[str], names: tuple[str, ...]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Every name in every role, but for "Penulis/Editor: Ani/Budi", which names one for each."""
    if len(roles) == len(names) == 2 and "editor" in map(role_of, roles):
        return zip(roles, ((name,) for name in names), strict=True)
    return ((role, names) for role in roles)


def _before_role(text: str) -> tuple[str, str] | None:
    """The name that a line puts before a bare role, and the role."""
    text = without_notice(text).rstrip(BETWEEN)
    long = _BEFORE_ROLE.fullmatch(text)
    if long and role_of(long["role"]) in _PEOPLE and is_full_name(long["name"]):
        return long["name"], long["role"]
    head, _, role = text.rpartition(" ")
    least = 1 if head.endswith(",") or role.startswith("(") else 2
    name = head.strip(BETWEEN)
    found = _PERSON.fullmatch(role.strip("().,")) and is_full_name(name, least)
    return (name, role) if found else None


def _are_full(names: tuple[str, ...], role: str) -> bool:
    """What follows a role without a colon is names alone; "Laporan" opens columns as well."""
    least = 2 if role.casefold() == "laporan" else 1
    return all(is_full_name(name, least) for name in names)


def _unlabelled(text: str, newsroom: frozenset[str], placed: bool) -> Byline:
    """Names before a bare role ("Ani Contoh Reporter"), before the outlet, or in their place."""
    if not text:
        return Byline()
    lower = text.lower()
    if any(word in lower for word in PERSONS):
        parts = filter(None, map(_before_role, _BETWEEN_PEOPLE.split(text)))
        if (after := joined(in_role(role, people(name, newsroom)) for name, role in parts)).names():
            return after
    if placed:
        return Byline(people(text, newsroom))
    return Byline(accounts=name_before_outlet(text, newsroom))
