"""How deduplication holds at size: `python -m benchmarks.duplicates_scale [ARTICLES] [--db FILE]`.

Loads synthetic articles of realistic length, one in five a reprint, through the real store and
prints, window by window, milliseconds a saved article, peak memory, bytes an article, and the
time to look up a story. Only the saving is timed; writing the synthetic text is not.
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
from pipelines.model import Reading
from pipelines.store import Store

NOW = datetime(2026, 5, 4, tzinfo=UTC)
GOVERNMENTS = 552
REPRINTED, REUSED = 0.2, 0.05
WINDOW = 5_000
RECENT = 2_000
SYLLABLES = ("ba", "ka", "da", "ma", "sa", "ta", "la", "ra", "ber", "men", "di", "ter", "an", "kan")


def articles(seed: int = 7) -> Iterator[tuple[str, Reading, int]]:
    """Endless (URL, reading, number of its story) of some 280 words.

    One in five is a reprint, one in twenty a template reused for another event.
    """
    writer = Writer(seed)
    chance = writer.chance
    vocabulary = _vocabulary(chance)
    recent: list[tuple[Event, Release, int]] = []
    for serial in count(1):
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
    """Load and print one line a window."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=100_000)
    parser.add_argument("--db", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.db or Path(folder) / "scale.db"
        with Store.open(path) as store:
            load(store, arguments.articles, path)


def load(store: Store, total: int, path: Path) -> None:
    """Save `total` articles and print a line every 5,000; the last compares with 10,000."""
    run = store.ledger.start_run("benchmark", [], NOW)
    print(" articles  ms/article   cpu ms  peak MB  bytes/article  look-up ms   stories     events")
    stream = articles()
    costs = []
    for done in range(WINDOW, total + 1, WINDOW):
        spent, busy, ids = _save(store, run, islice(stream, WINDOW))
        costs.append(busy / WINDOW)
        looked = statistics.median(_timed(store, name) for name in ids)
        counts = store.counts()
        clock, cpu = (1000 * seconds / WINDOW for seconds in (spent, busy))
        print(
            f"{done:9,}  {clock:10.3f}  {cpu:7.3f}  {_peak():7.0f}",
            f" {_size(path) / done:13,.0f}  {looked:10.2f}",
            f" {counts['stories']:8,}  {counts['agreements']:9,}",
            flush=True,
        )
    at_first, at_last = costs[min(10_000 // WINDOW, len(costs) - 1)], costs[-1]
    print(f"an article costs {at_last / at_first:.2f} times at the end what it costs after 10,000")
    store.ledger.end_run(run, NOW, "done")


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
