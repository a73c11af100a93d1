"""Who reported and who edited, from the labels that newsrooms print."""

import re
from dataclasses import dataclass
from typing import Literal

from pipelines.page.names import (
    BETWEEN,
    BY_WHOM,
    is_full_name,
    name_before_outlet,
    people,
    unique,
    without_notice,
)

Role = Literal["author", "editor"]
_REPORTERS = (
    r"penulis(?:\s+naskah)?|reporter|pewarta(?:\s+foto)?|wartawan|jurnalis|rep|"
    rf"(?:{BY_WHOM})\s+oleh|ditulis|oleh|(?:written\s+|posted\s+)?by|"
    r"writer|author|kontributor|contributor|koresponden|laporan|liputan|"
    r"fotografer|photographer|naskah|teks|reported\s+by|report"
)
_EDITORS = (
    r"editors?|ed|redaktur(?:\s+pelaksana)?|red|penyunting|disunting\s+oleh|edited\s+by|penyelia|"
    r"copy\s*editor|editor\s+in\s+chief|uploader|pengunggah|publisher"
)
_OTHERS = (
    r"sumber(?:\s+berita)?|source(?:\s+news)?|foto(?:\s+oleh)?|kategori|tags?|tanggal|published"
)
_GLUED = r"(?-i:(?<=[a-z])(?=[A-Z][a-z]+\s?:))"
_LABEL = re.compile(
    rf"(?:(?<![\w.])|{_GLUED})(?P<role>{_REPORTERS}|{_EDITORS}|{_OTHERS})"
    rf"(?:\s*(?:&|dan|/|,)\s*(?P<second>{_REPORTERS}|{_EDITORS}))?\s*\|?\s*[:：]\s*\|?",
    re.I,
)
_LABEL_ALONE = re.compile(_REPORTERS, re.I)
_BARE = re.compile(
    rf"\W*(?:(?:(?:{BY_WHOM}) )?oleh|(?:written |posted )?by|"
    r"penulis|reporter|pewarta|editor)\s+(?=\S)",
    re.I,
)
_ROLES_AFTER = {"reporter", "penulis", "writer", "wartawan", "jurnalis", "pewarta", "kontributor"}
_ROLES_AFTER |= {"editor", "redaktur"}
_EDITOR = re.compile(rf"(?:{_EDITORS})", re.I)
_OTHER = re.compile(rf"(?:{_OTHERS})", re.I)
_LAPORAN = re.compile(
    r"\W*laporan\s+(?:wartawan|reporter|kontributor|jurnalis|koresponden)\b"
    r"(?:\s+[\w.-]+){0,6}?\s*[,:/]\s*(?P<name>[^,:/]{3,50}?)\W*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Names by role. told: the page itself calls these authors reporters, even if they edited."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    told: bool = False

    def __or__(self, other: "Byline") -> "Byline":
        """Fill what is missing from another byline."""
        return Byline(
            self.authors or other.authors,
            self.editors or other.editors,
            self.told if self.authors else other.told,
        )


def read_byline(text: str, newsroom: frozenset[str] = frozenset(), placed: bool = False) -> Byline:
    """Names from a line such as "Penulis: A | Editor: B" or "Redaktur & Reporter : C".

    newsroom: folded names of the outlet itself, which are nobody. placed: the line stands where
    reporters are named, so that names without a label are theirs.
    """
    laporan = _LAPORAN.match(text)
    if laporan:
        return _reported(people(laporan["name"], newsroom))
    labels = list(_LABEL.finditer(text)) if ":" in text or "：" in text else []
    if not labels:
        return _without_label(text, newsroom, placed)
    authors = list(people(text[: labels[0].start()], newsroom)) if placed else []
    editors: list[str] = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        names = people(text[label.end() : following.start() if following else None], newsroom)
        for role in filter(None, (label["role"], label["second"])):
            if _EDITOR.fullmatch(role):
                editors.extend(names)
            elif not _OTHER.fullmatch(role):
                authors.extend(names)
    return Byline(unique(authors), unique(editors), told=True)


def _without_label(text: str, newsroom: frozenset[str], placed: bool) -> Byline:
    """Names after a bare "Oleh", before a bare role ("Ani Contoh Reporter"), or in their place."""
    if bare := _BARE.match(text):
        role, names = bare.group().strip(), text[bare.end() :]
    elif after := _before_role(text):
        names, role = after
    elif of_outlet := name_before_outlet(text, newsroom):
        return _reported(of_outlet)
    else:
        return _reported(people(text, newsroom)) if placed else Byline()
    found = people(names, newsroom)
    is_editor = role.casefold().endswith(("editor", "redaktur"))
    return Byline(editors=found) if is_editor else _reported(found)


def _before_role(text: str) -> tuple[str, str] | None:
    """The name that a line puts before a bare role, and the role."""
    head, _, role = without_notice(text).rstrip(BETWEEN).rpartition(" ")
    role, name = role.strip("(),.").casefold(), head.strip(BETWEEN)
    return (name, role) if role in _ROLES_AFTER and is_full_name(name) else None


def _reported(names: tuple[str, ...]) -> Byline:
    return Byline(authors=names, told=True)


def role_of(text: str) -> Role | None:
    """The role that a line is nothing but the label of: "Penulis", "Editor :"."""
    label = text.strip(" :|")
    if _EDITOR.fullmatch(label):
        return "editor"
    return "author" if _LABEL_ALONE.fullmatch(label) else None
