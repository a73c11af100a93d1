"""Lines that recur across a site's stories, which therefore are part of none.

They are learned on every platform: a layout drops the frames that its author saw, and a site may
add its own any day. A line is learned only where nothing can be lost by it: short, without a
figure, a quotation or a word on the agency, and on many different stories.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pipelines.model import Dropped
from pipelines.page.lines import Line

LEAST_STORIES = 4
_SHARE = 0.25
_LONGEST = 200
_TELLING = re.compile(
    r"\d|[\"“”]|bpjs|jamsos|ketenagakerjaan|jaminan|perlindungan|pekerja|peserta|\b(?:jkk|jkm|jht|jp|jkp)\b",
    re.I,
)


def recurring_lines(stories: Iterable[Sequence[str]]) -> frozenset[str]:
    """The lines that stand in at least four of a site's stories and in a quarter of them.

    stories: the paragraphs of each story, reprints counted once by the caller. The result depends
    on the set of stories only, not on their order.
    """
    seen: Counter[str] = Counter()
    told = 0
    for paragraphs in stories:
        told += 1
        seen.update({folded_line(p) for p in paragraphs if _may_be_frame(p)})
    least = max(LEAST_STORIES, _SHARE * told)
    return frozenset(line for line, count in seen.items() if count >= least)


def _may_be_frame(line: str) -> bool:
    return len(line) <= _LONGEST and not _TELLING.search(line)


def without_recurring(
    lines: Sequence[Line], recurring: frozenset[str]
) -> tuple[list[Line], list[Dropped]]:
    """The lines of a page that are its own, and those it shares with its site."""
    if not recurring:
        return list(lines), []
    own: list[Line] = []
    shared: list[Dropped] = []
    for line in lines:
        if folded_line(line.text) in recurring:
            shared.append(Dropped(line.text, "recurs on the site's pages"))
        else:
            own.append(line)
    return own, shared


def folded_line(line: str) -> str:
    """How lines are compared: white space and case apart."""
    return " ".join(line.split()).casefold()
