"""How many times as fast as trafilatura pages are read, and whether memory stays flat."""

import gc
import resource
import time
from collections.abc import Callable, Mapping

from trafilatura import bare_extraction

from benchmarks.reading_corpora import Sample
from benchmarks.reading_extractors import pantau, pantau_no_layouts
from pipelines.model import Page
from pipelines.read import read_page
from pipelines.relevance import names_agency

Work = Callable[[Sample], object]
_ROUNDS = 7
MANY = 10_000


def stock(sample: Sample) -> object:
    """trafilatura with its metadata, as it comes."""
    return bare_extraction(sample.page.body, url=sample.page.url, with_metadata=True)


def turned_away(sample: Sample) -> object:
    """All that a crawl does with a page that names the agency nowhere."""
    return read_page(sample.page, sample.site)


READERS: dict[str, Work] = {
    "trafilatura": stock,
    "pantau": pantau,
    "pantau, no layouts": pantau_no_layouts,
}


def milliseconds(works: Mapping[str, Work], samples: list[Sample]) -> dict[str, float]:
    """CPU time a page by what is done: the mean of each page's best of seven times in a row.

    They take turns page by page, so that a busy machine slows all alike.
    """
    spent = dict.fromkeys(works, 0.0)
    for sample in samples:
        for name, work in works.items():
            spent[name] += min(_spent(work, sample) for _ in range(_ROUNDS))
    return {name: 1000 * total / len(samples) for name, total in spent.items()}


def _spent(work: Work, sample: Sample) -> float:
    gc.collect(0)
    start = time.process_time()
    work(sample)
    return time.process_time() - start


def speed_table(corpora: dict[str, list[Sample]]) -> str:
    """Milliseconds a page and how many times as fast as trafilatura, as Markdown."""
    lines = [
        "| pages | trafilatura, ms | pantau, ms | times as fast | no layouts, ms | times as fast |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    platform = [s for samples in corpora.values() for s in samples if s.site.platform != "generic"]
    for corpus, samples in {**corpora, "all of a known platform": platform}.items():
        theirs, ours, generic = milliseconds(READERS, samples).values()
        lines.append(
            f"| {corpus} ({len(samples)}) | {theirs:.1f} | {ours:.2f} | **{theirs / ours:.1f}** "
            f"| {generic:.2f} | {theirs / generic:.1f} |"
        )
    return "\n".join(lines)


def turned_away_in(samples: list[Sample]) -> float:
    """Milliseconds for a page that names the agency nowhere."""
    unnamed = [sample for sample in samples if not names_agency(sample.page.body)]
    return milliseconds({"turned away": turned_away}, unnamed)["turned away"]


def memory(samples: list[Sample]) -> tuple[float, float]:
    """Peak MB after a tenth of many different pages, and after all of them."""
    early = 0.0
    for number in range(MANY):
        sample = samples[number % len(samples)]
        own = b'<div class="kelas-%d" id="nomor-%d">Berita %d</div></body>' % ((number,) * 3)
        page = Page(sample.page.url, sample.page.body.replace(b"</body>", own))
        pantau(Sample(sample.name, page, sample.site, sample.gold))
        early = early if number >= MANY // 10 else _peak()
    return early, _peak()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
