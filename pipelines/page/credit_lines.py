"""Lines of a body that do nothing but name who wrote it, without a colon."""

import re
from collections.abc import Sequence
from itertools import islice

from pipelines.page.byline import read_byline, reporting_from
from pipelines.page.lines import SENTENCE_ENDS, Line
from pipelines.page.names import is_full_name, is_written_as_name, name_before_date, people
from pipelines.page.roles import PERSON, PERSONS, opens_with_role, role_of
from pipelines.page.writers import is_writer

LONGEST = 90
_PEOPLE = ("reporter", "photographer", "account", "editor", "uploader")
NAMED_AS = "named as "
"""What a rule begins with under which a name is left out; its role follows."""

_NEAR, _LONGEST_NAME, _MOST_WORDS, _BOLD = 3, 50, 5, 0.5
_SAID = SENTENCE_ENDS[1:]
_ENDS_CLOCK = (*"0123456789", "wib", "wita", "wit")
_CARD, _NO_NAMES = 3, ("h1", "h2", "h3", "li")
_NO_PARAGRAPHS = ("h1", "h2", "h3", "h4", "h5", "h6", "li")
_ROLE_AFTER = re.compile(rf"[^,(]{{4,45}}(?:,\s*|\s*\()(?:{PERSON})\)?")
_ABOUT = re.compile(
    r"(?:merupakan|adalah) (?:salah (?:satu|seorang) |seorang )?"
    r"(?:kontributor|wartawan|reporter|jurnalis|penulis|koresponden)\b"
)
"""What a card says of the one whose name heads it."""
_CLOCK_AT_END = re.compile(r"\b\d{1,2}[:.]\d{2}(?:\s*(?:wib|wita|wit))?\W*$")


def is_bare_byline(line: Line, lower: str) -> bool:
    """A role and names without a colon: "Penulis Ani Contoh", "Ani Contoh, Jurnalis"."""
    if "melaporkan" in lower:
        return bool(reporting_from(line.text))
    if lower.endswith(SENTENCE_ENDS):
        return False
    after = lower.rstrip(")").endswith(PERSONS) and (
        _ROLE_AFTER.fullmatch(lower) or (line.bold < _BOLD and _is_name_and_role(line.text))
    )
    if not (after or opens_with_role(lower)):
        return False
    return line.tag not in _NO_PARAGRAPHS and read_byline(line.text).names()


def _is_name_and_role(text: str) -> bool:
    """ "Ani Contoh Reporter", which no sub-heading in bold is."""
    name, _, role = text.rpartition(" ")
    return role[:1].isupper() and is_full_name(name)


def beside_roles(lines: Sequence[Line]) -> dict[int, str]:
    """Lines that are only the name beside one that is only a role: "Reporter" / "Ani".

    By their place among the lines, with the rule under which they are left out.
    """
    beside: dict[int, str] = {}
    for i, line in enumerate(lines):
        about = i and line.text.startswith(("M", "m", "A", "a")) and _ABOUT.match(line.text.lower())
        if about and _is_name(lines[i - 1].text):
            beside |= {i - 1: f"{NAMED_AS}reporter", i: "about the writer"}
        role = role_of(line.text)
        if role not in _PEOPLE or line.tag in _NO_PARAGRAPHS:
            continue
        near = (n for n in (i - 1, i + 1) if 0 <= n < len(lines) and n not in beside)
        for n in islice((n for n in near if _names_one(lines[n])), 1):
            beside[n] = f"{NAMED_AS}{role}"
            if n > i and n + 1 < len(lines) and _is_card(lines[n], lines[n + 1]):
                beside[n + 1] = "about the writer"
        if line.tag == "dt" and i + 1 < len(lines) and lines[i + 1].tag == "dd":
            beside.setdefault(i + 1, f"{NAMED_AS}{role}")
    return beside


def _is_card(name: Line, about: Line) -> bool:
    """Little else stands beside the two."""
    if name.element is None or about.element is None:
        return False
    card = name.element.getparent()
    return card is not None and card is about.element.getparent() and len(card) <= _CARD


def _names_one(line: Line) -> bool:
    return line.tag not in _NO_NAMES and ":" not in line.text and _is_name(line.text)


def _is_name(text: str) -> bool:
    short = len(text) <= _LONGEST_NAME
    return short and is_written_as_name(text) and len(people(text)) == 1


def is_bare_name(line: Line, lower: str) -> bool:
    """A name that its markup calls a writer's, or that a date and a clock follow."""
    if lower.endswith(_SAID):
        return False
    if lower.endswith(_ENDS_CLOCK):
        return is_dated_name(line)
    short = len(lower) <= _LONGEST_NAME and lower.count(" ") < _MOST_WORDS
    return short and is_written_as_name(line.text) and _calls_writer(line)


def _calls_writer(line: Line) -> bool:
    near = () if line.element is None else islice(line.element.iter(), _NEAR)
    return any(map(is_writer, near)) and len(people(line.text)) == 1


def is_dated_name(line: Line) -> bool:
    """A name with a date and a clock, and nothing else."""
    if line.tag in _NO_PARAGRAPHS or not _CLOCK_AT_END.search(line.text.lower()):
        return False
    return bool(name_before_date(line.text))
