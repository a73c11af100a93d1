"""Lines that recur across a site's pages, which therefore are no story."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pipelines.model import Dropped
from pipelines.page.lines import Line

LEAST_PAGES = 4
_SHARE = 0.25
_LONGEST = 400


def recurring_lines(stories: Iterable[Sequence[str]]) -> frozenset[str]:
    """The lines that stand on at least four of a site's pages and on a quarter of them.

    stories: the paragraphs of each page, reprints of one story counted once by the caller. The
    result depends on the set of stories only, not on their order.
    """
    seen: Counter[str] = Counter()
    pages = 0
    for paragraphs in stories:
        pages += 1
        seen.update({folded_line(p) for p in paragraphs if len(p) <= _LONGEST})
    return frozenset(
        line for line, count in seen.items() if count >= max(LEAST_PAGES, _SHARE * pages)
    )


def without_recurring(
    lines: Sequence[Line], recurring: frozenset[str]
) -> tuple[list[Line], list[Dropped]]:
    """The lines of a page that are its own, and those it shares with its site."""
    if not recurring:
        return list(lines), []
    shared = [folded_line(line.text) in recurring for line in lines]
    own = [line for line, is_shared in zip(lines, shared, strict=True) if not is_shared]
    others = (line.text for line, is_shared in zip(lines, shared, strict=True) if is_shared)
    return own, [Dropped(text, "recurs on the site's pages") for text in others]


def folded_line(line: str) -> str:
    """How lines are compared: white space and case apart."""
    return " ".join(line.split()).casefold()
