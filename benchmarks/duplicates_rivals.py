"""Ours beside datasketch's MinHashLSH and beside comparing all pairs, on the same articles.

`python -m benchmarks.duplicates_rivals [ARTICLES]`. Prints seconds, milliseconds an article, and
how many pairs of one story were joined, missed, and wrongly joined with another story. Ours is
the whole store with its facts and full-text index; the others only compare texts, in memory.
datasketch is left out where it is not installed; all pairs stop at 2,000 articles.
"""

import argparse
import importlib.util
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, islice
from pathlib import Path

from benchmarks.duplicates_scale import NOW, articles
from benchmarks.releases import SITE, page_of
from pipelines.duplicates import SAME_TEXT, words_of
from pipelines.model import Reading
from pipelines.store import Store

MOST_ALL_PAIRS = 2_000
Corpus = Sequence[tuple[str, Reading, int]]
Groups = Iterable[Sequence[int]]


def ours(corpus: Corpus) -> Groups:
    """The real store, a page at a time."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "o.db") as store:
        saved = [store.save(None, SITE, page_of(url), read, NOW) for url, read, _ in corpus]
        rows = store.query("SELECT id, story_id FROM articles")
        stories = {row["id"]: row["story_id"] for row in rows}
        return _gathered([str(stories[s.article_id]) for s in saved])


def datasketch(corpus: Corpus) -> Groups:
    """MinHashLSH with 128 permutations at Jaccard 0.5; connected texts are one group."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]

    index = MinHashLSH(threshold=0.5, num_perm=128)
    union = _Union(len(corpus))
    for number, text in enumerate(_texts(corpus)):
        sketch = MinHash(num_perm=128)
        sketch.update_batch([shingle.encode() for shingle in _shingles(text)])
        for other in index.query(sketch):
            union.join(number, other)
        index.insert(number, sketch)
    return _gathered([union.find(number) for number in range(len(corpus))])


def all_pairs(corpus: Corpus) -> Groups:
    """Every text with every other, by the share of the shorter one's shingles."""
    union = _Union(len(corpus))
    sets = [frozenset(_shingles(text)) for text in _texts(corpus)]
    for (one, mine), (other, theirs) in combinations(enumerate(sets), 2):
        if len(mine & theirs) >= SAME_TEXT * min(len(mine), len(theirs)):
            union.join(one, other)
    return _gathered([union.find(number) for number in range(len(corpus))])


class _Union:
    """Disjoint sets of numbers."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, one: int) -> int:
        while self._parent[one] != one:
            self._parent[one] = one = self._parent[self._parent[one]]
        return one

    def join(self, one: int, other: int) -> None:
        self._parent[self.find(one)] = self.find(other)


def _shingles(text: str) -> list[str]:
    words = words_of(text)
    return [" ".join(words[i : i + 3]) for i in range(len(words) - 2)]


def _texts(corpus: Corpus) -> list[str]:
    return [read.article.text for _, read, _ in corpus if read.article]


def _gathered(keys: Sequence[str | int]) -> Groups:
    groups: dict[str | int, list[int]] = {}
    for number, key in enumerate(keys):
        groups.setdefault(key, []).append(number)
    return groups.values()


def pairs_of(groups: Groups, labels: Sequence[int]) -> tuple[int, int, int]:
    """Pairs of one story (joined, missed) and pairs of two stories that were joined."""
    wanted = sum(n * (n - 1) // 2 for n in Counter(labels).values())
    joined = wrong = 0
    for group in groups:
        told = Counter(labels[number] for number in group)
        right = sum(n * (n - 1) // 2 for n in told.values())
        joined += right
        wrong += len(group) * (len(group) - 1) // 2 - right
    return joined, wanted - joined, wrong


def main() -> None:
    """One line a way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    corpus = list(islice(articles(), parser.parse_args().articles))
    print("way          articles   seconds  ms/article   joined  missed  wrongly joined")
    _measure("ours", ours, corpus)
    if importlib.util.find_spec("datasketch"):
        _measure("datasketch", datasketch, corpus)
    _measure("all pairs", all_pairs, corpus[:MOST_ALL_PAIRS])


def _measure(name: str, way: Callable[[Corpus], Groups], corpus: Corpus) -> None:
    start = time.process_time()
    groups = way(corpus)
    seconds = time.process_time() - start
    joined, missed, wrong = pairs_of(groups, [story for *_, story in corpus])
    cost = 1000 * seconds / len(corpus)
    print(f"{name:11}  {len(corpus):8,}  {seconds:8.1f}  {cost:10.3f}", end="")
    print(f"  {joined:7,}  {missed:6,}  {wrong:14,}", flush=True)


if __name__ == "__main__":
    main()
