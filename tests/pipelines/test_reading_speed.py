"""Reading costs a fraction of the stock extractor, and is the same in every process."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from trafilatura import bare_extraction

from benchmarks.reading_corpora import Sample, shared_pages
from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE

ROOT = Path(__file__).parent.parent.parent
READ_ALL = """
import hashlib
from benchmarks.reading_corpora import fixture_pages
from pipelines.extract import extract
for sample in fixture_pages():
    print(hashlib.sha256(repr(extract(sample.page, sample.site)).encode()).hexdigest())
"""


def fastest(read: Callable[[Sample], object], samples: list[Sample]) -> float:
    rounds = []
    for _ in range(3):
        start = time.process_time()
        for sample in samples:
            read(sample)
        rounds.append(time.process_time() - start)
    return min(rounds)


@pytest.mark.slow
@pytest.mark.alone
def test_many_times_as_fast_as_the_stock_extractor(shared: Path) -> None:
    """Some ten times on an idle machine; the bound leaves room for a busy one."""
    samples = list(shared_pages())

    def stock(sample: Sample) -> object:
        return bare_extraction(sample.page.body, url=sample.page.url, with_metadata=True)

    theirs = fastest(stock, samples)
    assert theirs > 6 * fastest(lambda s: extract_article(s.page, s.site), samples)
    assert theirs > fastest(lambda s: extract_article(s.page, GENERIC_SITE), samples)


@pytest.mark.slow
def test_the_same_in_every_process_and_locale() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", READ_ALL],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Jayapura"))
    }
    assert len(outputs) == 1
    assert outputs.pop().strip()
