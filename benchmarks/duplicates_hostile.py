"""What hostile input costs: `python -m benchmarks.duplicates_hostile [ARTICLES]`.

One text in very many copies (newest first, the worst order), texts of ten words and none, texts
that all share bands without being alike, and a chain of texts each a little different from the
last. Prints the time an article at the start and at the end, the stories, and how many
articles the story of the middle one has.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.releases import SITE, Release, Writer, page_of, reading_of
from pipelines.store import Store

NOW = datetime(2026, 5, 4, tzinfo=UTC)
Make = Callable[[int], Release]


def one_text(writer: Writer) -> Make:
    """The same release, each copy published an hour before the last."""
    release = writer.release(writer.event())
    first = release.published or NOW
    return lambda number: replace(release, published=first - timedelta(hours=number))


def ten_words(writer: Writer) -> Make:
    """The same ten words everywhere, as a wall before subscribers' articles says them."""
    release = replace(writer.release(writer.event()), told=False)
    return lambda number: replace(release, text="satu dua tiga empat lima enam tujuh delapan baru")


def nothing(writer: Writer) -> Make:
    """No text at all."""
    release = replace(writer.release(writer.event()), told=False)
    return lambda number: replace(release, text="")


def colliding(writer: Writer) -> Make:
    """The same first ninety words, then something else: every lead band is shared."""
    release = replace(writer.release(writer.event()), told=False, day=None, published=None)
    lead = " ".join(release.text.split()[:90])
    return lambda number: replace(
        release, text=f"{lead} " + " ".join(f"kata{number * 7919 + i}" for i in range(160))
    )


def chain(writer: Writer) -> Make:
    """Two hundred words that move on by five with every article: neighbours are nearly alike."""
    release = replace(writer.release(writer.event()), told=False, day=None, published=None)
    return lambda number: replace(
        release, text=" ".join(f"kata{i}" for i in range(5 * number, 5 * number + 200))
    )


def main() -> None:
    """Run every kind and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    total = parser.parse_args().articles
    print("kind        articles  first ms  last ms  stories  in one")
    for kind in (one_text, ten_words, nothing, colliding, chain):
        with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "h.db") as store:
            first, last = load(store, kind(Writer(3)), total)
            shown = store.story(f"https://site.example/berita/{1000 + total // 2}/kabar")
            stories, middle = store.counts()["stories"], shown["articles"] if shown else 0
            print(f"{kind.__name__:10}  {total:8,}", end="")
            print(f"  {first:8.2f}  {last:7.2f}  {stories:7,}  {middle:7,}", flush=True)


def load(store: Store, make: Make, total: int) -> tuple[float, float]:
    """Milliseconds an article over the first and over the last tenth."""
    tenth = max(1, total // 10)
    spent = [_save(store, make, number) for number in range(total)]
    return 1000 * sum(spent[:tenth]) / tenth, 1000 * sum(spent[-tenth:]) / tenth


def _save(store: Store, make: Make, number: int) -> float:
    url = f"https://site.example/berita/{number + 1000}/kabar"
    reading = reading_of(make(number), url)
    start = time.process_time()
    store.save(None, SITE, page_of(url), reading, NOW)
    return time.process_time() - start


if __name__ == "__main__":
    main()
