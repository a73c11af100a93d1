"""Indonesian prose as words, sentences and evidence, all by offset."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from pipelines.model import Evidence

MAX_READ = 40_000
"""Characters of a story that are read for facts; real ones have some 3,000."""

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"\n\n|[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(.,])(?:[A-Z]|[A-Z][a-z]{0,3}|[A-Z]\.[A-Z][a-z]*|no|hal|tgl|kab|prov|kec|dll|"
    r"dkk|hj|drs|dra|ir|dr|prof|plt|plh|pps|pj|rp|st|spd|sos|kep|tbk|"
    r"M|S|SH|MM|SE|AP)\.$"
)


class Word(NamedTuple):
    """One word of the text. lower: the form to compare."""

    start: int
    end: int
    lower: str


@dataclass(frozen=True)
class Prose:
    """A text with its words and sentences; only the first MAX_READ characters are read."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Runs of letters and digits, in order."""
        found = _WORD.finditer(self.text, 0, MAX_READ)
        return tuple(Word(m.start(), m.end(), m.group().lower()) for m in found)

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """Where each sentence begins; a paragraph's end ends a sentence."""
        starts = [0]
        for match in _SENTENCE_END.finditer(self.text, 0, MAX_READ):
            before = self.text[max(0, match.start() - 6) : match.start() + 1]
            if match.group()[0] != "." or not _ABBREVIATED.search(before):
                starts.append(match.end())
        return tuple(starts)

    @cached_property
    def paragraph_starts(self) -> tuple[int, ...]:
        """Where each paragraph begins."""
        breaks = re.finditer(r"\n\n", self.text[:MAX_READ])
        return (0, *(m.end() for m in breaks))

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset, as (start, end)."""
        return _span_at(self.sentence_starts, offset, min(len(self.text), MAX_READ))

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Every sentence as (start, end)."""
        ends = (*self.sentence_starts[1:], min(len(self.text), MAX_READ))
        yield from zip(self.sentence_starts, ends, strict=True)

    def paragraph_of(self, offset: int) -> int:
        """Number of the paragraph that holds an offset, from 0."""
        return bisect_right(self.paragraph_starts, offset) - 1

    def evidence(self, start: int, end: int) -> Evidence:
        """The words from start to end as evidence."""
        return Evidence(self.text[start:end], start, end)

    def sentence_evidence(self, offset: int) -> Evidence:
        """The sentence that holds an offset as evidence, without white space at its ends."""
        start, end = self.sentence_at(offset)
        quote = self.text[start:end].rstrip()
        return Evidence(quote, start, start + len(quote))


def _span_at(starts: tuple[int, ...], offset: int, length: int) -> tuple[int, int]:
    index = bisect_right(starts, offset) - 1
    end = starts[index + 1] if index + 1 < len(starts) else length
    return starts[index], end


T = TypeVar("T")


class Phrase(NamedTuple, Generic[T]):
    """A phrase found: the offsets, its number of words and first word, and what it stands for."""

    start: int
    end: int
    first: int
    length: int
    value: T


class Phrases(Generic[T]):
    """Finds many fixed phrases in one pass over the words of a text, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            words = tuple(m.group().lower() for m in _WORD.finditer(phrase))
            self._by_first.setdefault(words[0], []).append((words, value))
        for variants in self._by_first.values():
            variants.sort(key=lambda entry: -len(entry[0]))

    def find(self, prose: Prose) -> Iterator[Phrase[T]]:
        """Phrases in order, not overlapping. Their words may be parted by blanks, / . and -."""
        words, index = prose.words, 0
        while index < len(words):
            found = self._at(prose, index)
            if found is None:
                index += 1
                continue
            yield found
            index += found.length

    def at(self, prose: Prose, offset: int) -> Phrase[T] | None:
        """The phrase that begins exactly at an offset."""
        index = bisect_right(prose.words, (offset, -1, ""))
        if index >= len(prose.words) or prose.words[index].start != offset:
            return None
        return self._at(prose, index)

    def _at(self, prose: Prose, index: int) -> Phrase[T] | None:
        for wanted, value in self._by_first.get(prose.words[index].lower, ()):
            here = prose.words[index : index + len(wanted)]
            if tuple(word.lower for word in here) == wanted and _close(prose.text, here):
                return Phrase(here[0].start, here[-1].end, index, len(wanted), value)
        return None


def _close(text: str, words: tuple[Word, ...]) -> bool:
    return all(text[a.end : b.start] in _JOINTS for a, b in pairwise(words))


_JOINTS = {" ", "-", "/", ".", ". ", "  ", " - ", " / ", "\u2013", "\u2011", "\xa0", "\n", "- "}


def data_lines(name: str) -> Iterator[list[str]]:
    """Rows of a tab-separated file of pipelines/data."""
    text = files("pipelines").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        yield line.split("\t")


def data_words(name: str) -> frozenset[str]:
    """The words of a plain list in pipelines/data."""
    text = files("pipelines").joinpath("data", name).read_text(encoding="utf-8")
    return frozenset(text.split())
