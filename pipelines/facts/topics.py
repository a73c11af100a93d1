"""What a story speaks of beside its deeds: money, needs, a meeting in an office, students, jurists.

`data/topics.tsv` lists the words of each kind. They do no more than speak for an instrument or a
status; what is done, and when, only the words of `data/deeds.tsv` tell.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from pipelines.facts.prose import Phrases, Prose, data_lines

_OFTEN = 3


def topics_in(*parts: Prose) -> frozenset[str]:
    """What is spoken of, as "topic money"; beside it "topic money often" where it is thrice."""
    told = Counter(phrase.value for prose in parts for phrase in _topics().find(prose))
    often = (f"topic {kind} often" for kind, times in told.items() if times >= _OFTEN)
    return frozenset(f"topic {kind}" for kind in told).union(often)


@cache
def _topics() -> Phrases[str]:
    return Phrases(listed_words("topics.tsv"))


def listed_words(name: str) -> Iterator[tuple[str, str]]:
    """Each word or phrase of a table in pipelines/data that lists them by kind, with its kind."""
    for kind, words in data_lines(name):
        yield from ((word, kind) for word in words.split("|"))
