"""How deduplication holds at size: `python -m benchmarks.duplicates_scale [ARTICLES] [--db FILE]`.

Loads synthetic articles of realistic length, one in five a reprint, through the real store and
prints, window by window, milliseconds a saved article, peak memory, bytes an article, and the
time to look up a story. Only the saving is timed; writing the synthetic text is not.

At the end the same new articles are saved in turn into the full database and into a copy taken at
10,000 articles, so that what else the machine does meets both alike. A database given by `--db`
is loaded further and kept, with its copy beside it.
"""

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import accumulate, count, islice
from pathlib import Path

from benchmarks.releases import SITE, Event, Release, Writer, page_of, reading_of
from pipelines.backup import back_up
from pipelines.model import Reading
from pipelines.store import Store

NOW = datetime(2026, 5, 4, tzinfo=UTC)
GOVERNMENTS = 552
REPRINTED, REUSED = 0.2, 0.05
WINDOW, SMALL = 5_000, 10_000
COMPARED, TURN = 2_000, 20
HEADER = " articles  ms/article   cpu ms  peak MB  bytes/article  look-up ms   stories  events"
AFTERWARDS = 10_000_000  # so that a new number never meets an old one
RECENT = 2_000
SYLLABLES = ("ba", "ka", "da", "ma", "sa", "ta", "la", "ra", "ber", "men", "di", "ter", "an", "kan")


def articles(seed: int = 7, first: int = 1) -> Iterator[tuple[str, Reading, int]]:
    """Endless (URL, reading, number of its story) of some 280 words, numbered from `first`.

    One in five is a reprint, one in twenty a template reused for another event.
    """
    writer = Writer(seed)
    chance = writer.chance
    vocabulary = _vocabulary(chance)
    recent: list[tuple[Event, Release, int]] = []
    for serial in count(first):
        url = f"https://site{serial % 300}.example/berita/{serial}/kabar-{serial}"
        lot, story = chance.random(), serial
        if recent and lot < REPRINTED:
            _, original, story = chance.choice(recent)
            release = writer.forgetful(writer.copy(original))
        else:
            event = _somewhere(writer)
            if recent and lot < REPRINTED + REUSED:
                release = writer.reused(*chance.choice(recent)[:2], event)
            else:
                release = _lengthened(writer.release(event), chance, *vocabulary)
            recent.append((event, release, serial))
            del recent[:-RECENT]
        yield url, reading_of(release, url), story


def _somewhere(writer: Writer) -> Event:
    """A new event in one of as many governments as there are."""
    event = writer.event()
    code = f"{writer.chance.randrange(GOVERNMENTS):03}"
    return replace(event, government=replace(event.government, code=code))


def _vocabulary(chance: random.Random) -> tuple[list[str], list[float]]:
    """40,000 made-up words, as unevenly used as real ones."""
    words = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(50_000)}
    ordered = sorted(words)[:40_000]
    return ordered, list(accumulate(1 / (n + 10) for n in range(len(ordered))))


def _lengthened(
    release: Release, chance: random.Random, words: list[str], weights: list[float]
) -> Release:
    """The lead and one paragraph of a release among paragraphs of made-up words."""
    paragraphs = release.text.split("\n\n")
    filler = chance.choices(words, cum_weights=weights, k=210)
    made = [" ".join(filler[at : at + 30]) + "." for at in range(0, 210, 30)]
    made[1:1] = [paragraphs[0], chance.choice(paragraphs[1:])]
    return replace(release, text="\n\n".join(made))


def main() -> None:
    """Load and print one line a window, then compare with 10,000 articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=100_000)
    parser.add_argument("--db", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.db or Path(folder) / "scale.db"
        small = path.with_suffix(".small.db")
        load(path, small, arguments.articles)
        compare(small, path)


def load(path: Path, small: Path, total: int) -> None:
    """Save up to `total` articles, print a line every 5,000, copy the database at 10,000."""
    with Store.open(path) as store:
        had = store.counts()["articles"]
        run = store.ledger.start_run("benchmark", [], NOW)
        stream = articles()
        print(HEADER)
        for done in range(WINDOW, total + 1, WINDOW):
            window = islice(stream, WINDOW)
            if done <= had:
                list(window)
                continue
            spent, busy, ids = _save(store, run, window)
            looked = statistics.median(_timed(store, name) for name in ids)
            _print_window(store, path, done, spent, busy, looked)
            if done == SMALL:
                back_up(path, small)
        store.ledger.end_run(run, NOW, "done")


def _print_window(
    store: Store, path: Path, done: int, spent: float, busy: float, looked: float
) -> None:
    counts = store.counts()
    clock, cpu = (1000 * seconds / WINDOW for seconds in (spent, busy))
    print(
        f"{done:9,}  {clock:10.3f}  {cpu:7.3f}  {_peak():7.0f}  {_size(path) / done:13,.0f}",
        f" {looked:10.2f}  {counts['stories']:8,}  {counts['agreements']:6,}",
        flush=True,
    )


def compare(small: Path, large: Path) -> None:
    """What as many new articles cost in a small and in a large database, saved in turn."""
    with Store.open(small) as few, Store.open(large) as many:
        sizes = [store.counts()["articles"] for store in (few, many)]
        runs = [store.ledger.start_run("compare", [], NOW) for store in (few, many)]
        streams = [articles(seed, AFTERWARDS + sizes[1]) for seed in (8, 9)]
        costs = [0.0, 0.0]
        for _ in range(COMPARED // TURN):
            for i, store in enumerate((few, many)):
                costs[i] += _save(store, runs[i], islice(streams[i], TURN))[1] / COMPARED
        for store, run in zip((few, many), runs, strict=True):
            store.ledger.end_run(run, NOW, "done")
    for size, cost in zip(sizes, costs, strict=True):
        print(f"{size:9,} articles: {1000 * cost:.3f} ms CPU an article")
    print(f"an article costs {costs[1] / costs[0]:.2f} times what it costs in the small one")


def _save(
    store: Store, run: int, stream: Iterator[tuple[str, Reading, int]]
) -> tuple[float, float, list[str]]:
    spent, busy, ids = 0.0, 0.0, []
    for number, (url, reading, _) in enumerate(stream):
        page = page_of(url)
        start, began = time.perf_counter(), time.process_time()
        saved = store.save(run, SITE, page, reading, NOW)
        spent += time.perf_counter() - start
        busy += time.process_time() - began
        if number % 100 == 0 and saved.article_id:
            ids.append(saved.article_id)
    return spent, busy, ids


def _timed(store: Store, name: str) -> float:
    start = time.perf_counter()
    store.story(name)
    return 1000 * (time.perf_counter() - start)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _size(path: Path) -> int:
    return sum(p.stat().st_size for p in path.parent.glob(path.name + "*"))


if __name__ == "__main__":
    main()
