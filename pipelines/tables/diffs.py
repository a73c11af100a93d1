"""What changed between two versions of an article, for people."""

import difflib
from collections.abc import Mapping

LONGEST = 2000  # lines; longer texts are not compared line by line


def readable_diff(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """Unified diff by paragraph, headline first; both sides have `title` and `text`."""
    before, after = (_lines(side) for side in (old, new))
    if len(before) + len(after) > LONGEST:
        return f"rewritten: {len(before)} lines before, {len(after)} after"
    return "\n".join(difflib.unified_diff(before, after, "before", "after", n=0, lineterm=""))


def _lines(version: Mapping[str, str]) -> list[str]:
    return [version["title"], *(line for line in version["text"].split("\n") if line)]
