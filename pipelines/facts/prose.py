"""Indonesian prose as words, sentences and evidence, all by offset.

A story is cut into words once; every reader then starts only at the words that matter to it,
found through an index, so that the cost of a story does not grow with the number of readers.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import accumulate, chain, compress
from typing import Generic, NamedTuple, Self, TypeVar

from pipelines.model import Evidence

MAX_READ = 40_000
"""Characters of a story that are read for facts; real ones have some 3,000."""

DATELINE_END = re.compile(
    r"[^\n|]{0,40}\|[^\n|–—]{1,40}[–—-]\s"
    r"|[^\n]{0,70}?\s?(?:[–—|]|--|-(?=\s)|(?<=[a-z)])-(?=[A-Z]))\s?"
)
"""A dateline, from the beginning of a text: "Ternate (Warta) – "."""

_LONGEST_SENTENCE = 1_500
# No possessive group: Python before 3.11.5 does not go back rightly where one fails half way.
_WORD = re.compile(r"([^\W_]++(?:['’`][^\W\d_]++)*)")
_QUOTE = re.compile(r'["“”][^"“”\n]*+["“”]')
_LONG_QUOTE = 17
# All that may begin an end stands in one set, for which a text is searched in half the time.
_SENTENCE_END = re.compile(r"[\n.!?…](?:(?<=\n)\n|(?<!\n)[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9]))")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(.,])(?:[A-Z]|[A-Z][a-z]{0,3}|[A-Z]\.[A-Z][a-z]*|no|hal|tgl|kab|prov|kec|dll|"
    r"dkk|hj|drs|dra|ir|dr|prof|plt|plh|pps|pj|rp|st|spd|sos|kep|tbk|SH|MM|SE|AP|PT|CV)\.$"
)
_SOUGHT: set[str] = set()


class Heads(frozenset[str]):
    """Words that a reader begins at. A story's index has those of every reader, and no others."""

    def __new__(cls, words: Iterable[str]) -> Self:
        heads = super().__new__(cls, words)
        _SOUGHT.update(heads)
        return heads


class Prose:
    """A text with its words and sentences; only the first MAX_READ characters are read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._index: dict[str, list[int]] = {}
        self._words_sought = 0

    @cached_property
    def lower(self) -> str:
        """The text read, in lower case, every character at its own offset."""
        text = self.text[:MAX_READ]
        lowered = text.lower()
        if len(lowered) == len(text):
            return lowered
        return "".join(low if len(low := char.lower()) == 1 else char for char in text)

    @cached_property
    def _spans(self) -> tuple[list[int], list[int], list[str]]:
        # Gaps and words in turn: each edge between them is the sum of the lengths before it.
        parts = _WORD.split(self.lower)
        edges = list(accumulate(map(len, parts)))
        return edges[:-1:2], edges[1::2], parts[1::2]

    @property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return self._spans[0]

    @property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return self._spans[1]

    @property
    def words(self) -> list[str]:
        """Runs of letters and digits, in order, in lower case."""
        return self._spans[2]

    def _places(self) -> dict[str, list[int]]:
        """For each word that some reader begins at the numbers of its places."""
        if self._words_sought != len(_SOUGHT):  # a reader has loaded its words since
            self._words_sought, self._index = len(_SOUGHT), {}
            sought = map(_SOUGHT.__contains__, self.words)
            for place, word in compress(enumerate(self.words), sought):
                self._index.setdefault(word, []).append(place)
        return self._index

    def places_of(self, heads: Heads) -> list[int]:
        """Numbers of the words that are among some heads, in order."""
        places = self._places()
        # Each way goes through the smaller one.
        here = heads.intersection(places) if len(places) < len(heads) else places.keys() & heads
        return sorted(chain.from_iterable([places[word] for word in here]))

    @cached_property
    def numerals(self) -> list[int]:
        """Numbers of the words that begin with a digit."""
        return [place for place, word in enumerate(self.words) if word < ":"]

    def beginning(self, *prefixes: str) -> Iterator[int]:
        """Numbers of the words that begin with one of some lower-case prefixes."""
        for prefix in prefixes:
            start = self.lower.find(prefix)
            while start >= 0:
                place = bisect_left(self.starts, start)
                if place < len(self.starts) and self.starts[place] == start:
                    yield place
                start = self.lower.find(prefix, start + 1)

    def matches_at(
        self, places: Iterable[int], pattern: re.Pattern[str]
    ) -> Iterator[re.Match[str]]:
        """Matches of a pattern in the text that begin at one of some words."""
        taken = 0
        for place in places:
            start = self.starts[place]
            match = pattern.match(self.text, start) if start >= taken else None
            if match is not None:
                taken = match.end()
                yield match

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """Where each sentence begins; a paragraph's end ends a sentence."""
        starts = [0]
        for match in _SENTENCE_END.finditer(self.text, 0, MAX_READ):
            before = self.text[max(0, match.start() - 6) : match.start() + 1]
            within = match.group()[0] == "." and "\n\n" not in match.group()
            if not within or not _ABBREVIATED.search(before):
                starts.extend(range(starts[-1] + _LONGEST_SENTENCE, match.end(), _LONGEST_SENTENCE))
                starts.append(match.end())
        end = min(len(self.text), MAX_READ)
        starts.extend(range(starts[-1] + _LONGEST_SENTENCE, end, _LONGEST_SENTENCE))
        return tuple(starts)

    @cached_property
    def paragraph_starts(self) -> tuple[int, ...]:
        """Where each paragraph begins."""
        breaks = re.finditer(r"\n\n", self.text[:MAX_READ])
        return (0, *(m.end() for m in breaks))

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset, as (start, end)."""
        starts = self.sentence_starts
        index = bisect_right(starts, offset) - 1
        end = starts[index + 1] if index + 1 < len(starts) else min(len(self.text), MAX_READ)
        return starts[index], end

    @property
    def first_sentence(self) -> tuple[int, int]:
        """Where the first sentence behind the dateline begins and ends."""
        dateline = DATELINE_END.match(self.text)
        return self.sentence_at(dateline.end() if dateline else 0)

    def paragraph_of(self, offset: int) -> int:
        """Number of the paragraph that holds an offset, from 0."""
        return bisect_right(self.paragraph_starts, offset) - 1

    def quoted_at(self, offset: int) -> bool:
        """Whether an offset lies in a quotation of some length."""
        return bisect_right(self._quote_edges, offset) % 2 == 1

    @cached_property
    def _quote_edges(self) -> list[int]:
        spans = (match.span() for match in _QUOTE.finditer(self.text, 0, MAX_READ))
        return [edge for span in spans if span[1] - span[0] >= _LONG_QUOTE for edge in span]

    def evidence(self, start: int, end: int) -> Evidence:
        """The words from start to end as evidence."""
        return Evidence(self.text[start:end], start, end)

    def sentence_evidence(self, offset: int) -> Evidence:
        """The sentence that holds an offset as evidence, without white space at its end."""
        start, end = self.sentence_at(offset)
        quote = self.text[start:end].rstrip()
        return Evidence(quote, start, start + len(quote))


@lru_cache(maxsize=8)
def read_prose(text: str) -> Prose:
    """The prose of a text; readers of the same story share one."""
    return Prose(text)


T = TypeVar("T")


class Phrase(NamedTuple, Generic[T]):
    """A phrase found: the offsets, number of its first word, how many words, what it stands for."""

    start: int
    end: int
    first: int
    length: int
    value: T


class Phrases(Generic[T]):
    """Finds many fixed phrases in one pass over the words of a text, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._words: dict[str, T] = {}
        self._longer: dict[str, dict[str, list[tuple[list[str], T]]]] = {}
        for phrase, value in entries:
            words = _WORD.findall(phrase.lower())
            if len(words) == 1:
                self._words.setdefault(words[0], value)
            else:
                by_second = self._longer.setdefault(words[0], {})
                by_second.setdefault(words[1], []).append((words, value))
        for by_second in self._longer.values():
            for variants in by_second.values():
                variants.sort(key=lambda entry: -len(entry[0]))
        self._heads = Heads({*self._words, *self._longer})

    def find(self, prose: Prose) -> Iterator[Phrase[T]]:
        """Phrases in order, not overlapping. Their words may be parted by blanks, / . and -."""
        free = 0
        for place in prose.places_of(self._heads):
            found = self._at(prose, place) if place >= free else None
            if found is not None:
                free = place + found.length
                yield found

    def at(self, prose: Prose, offset: int) -> Phrase[T] | None:
        """The phrase that begins exactly at an offset."""
        place = bisect_left(prose.starts, offset)
        if place >= len(prose.starts) or prose.starts[place] != offset:
            return None
        return self._at(prose, place)

    def _at(self, prose: Prose, place: int) -> Phrase[T] | None:
        starts, ends, words = prose._spans
        first = words[place]
        if first in self._longer and place + 1 < len(words):
            for wanted, value in self._longer[first].get(words[place + 1], ()):
                length = len(wanted)
                last = place + length - 1
                if words[place : last + 1] == wanted and _close(prose, place, last):
                    return Phrase(starts[place], ends[last], place, length, value)
        if first not in self._words:
            return None
        return Phrase(starts[place], ends[place], place, 1, self._words[first])


def _close(prose: Prose, first: int, last: int) -> bool:
    starts, ends, text = prose.starts, prose.ends, prose.text
    return all(text[ends[n] : starts[n + 1]] in _JOINTS for n in range(first, last))


_JOINTS = frozenset(
    {" ", "-", "/", ".", ". ", "  ", " - ", " / ", "\u2013", "\u2011", "\xa0", "\n", "- "}
)


def data_lines(name: str) -> Iterator[list[str]]:
    """Rows of a tab-separated file of pipelines/data."""
    text = files("pipelines").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        yield line.split("\t")


def data_words(name: str) -> frozenset[str]:
    """The words of a plain list in pipelines/data."""
    text = files("pipelines").joinpath("data", name).read_text(encoding="utf-8")
    return frozenset(text.split())
