"""What a rule of boilerplate is: a name, and what it recognises."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipelines.page.lines import Line

LONGEST = 400
"""Longer lines are no boilerplate, unless a rule says so."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A name for people and what it recognises, given a line and its text in lower case.

    longest: longer lines never match. pattern: all that it asks of the text, where it asks no more.
    """

    name: str
    matches: Callable[[Line, str], bool]
    longest: int
    pattern: re.Pattern[str] | None = None


def any_of(*patterns: str) -> str:
    return "(?:" + "|".join(patterns) + ")"


def rule(name: str, *patterns: str, longest: int = LONGEST) -> Rule:
    """patterns: in lower case, which is three times as fast as to ignore it."""
    compiled = re.compile(any_of(*(f"(?:{p})" for p in patterns)))

    def matches(_: Line, lower: str) -> bool:
        return compiled.match(lower) is not None

    return Rule(name, matches, longest, compiled)
