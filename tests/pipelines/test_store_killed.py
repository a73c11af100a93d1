"""kill -9 in the middle of a load: what was done is kept, and the groups come out the same."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.duplicates import pairs
from benchmarks.releases import SITE, page_of, reading_of
from pipelines.fates import Fate
from pipelines.model import Lead
from pipelines.store import Store
from pipelines.tables.status import runs
from tests.pipelines.synthetic import NOW
from tests.pipelines.tables.test_stories import decisions

ROOT = Path(__file__).parent.parent.parent
CODE = """
import sys
from pathlib import Path
from tests.pipelines.test_store_killed import load
load(Path(sys.argv[1]), lambda done: print(done, flush=True))
"""


def releases() -> list[tuple[str, object]]:
    sides = [side for pair in pairs(3, 4) for side in (pair.one, pair.other)]
    urls = [f"https://site.example/berita/{n + 1000}/kabar" for n in range(len(sides))]
    return [(url, reading_of(side, url)) for url, side in zip(urls, sides, strict=True)]


def load(path: Path, tell: object = None) -> None:
    """Find all pages, then save those that are due, as a crawl does."""
    readings = dict(releases())
    with Store.open(path) as store:
        run = store.ledger.start_run("crawl", [SITE.key], NOW)
        leads = [Lead(url, "feed", "https://site.example/feed") for url in readings]
        store.ledger.found(run, SITE.key, leads, NOW)
        for done, (url, _) in enumerate(store.ledger.pending(SITE.key, NOW)):
            if callable(tell):
                tell(done)
            store.save(run, SITE, page_of(url), readings[url], NOW)  # type: ignore[arg-type]
        store.ledger.end_run(run, NOW, "done")


@pytest.mark.slow
def test_killed_in_the_middle_and_run_again(tmp_path: Path) -> None:
    killed, whole = tmp_path / "killed.db", tmp_path / "whole.db"
    process = subprocess.Popen(
        [sys.executable, "-c", CODE, str(killed)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) == 40:
            os.kill(process.pid, signal.SIGKILL)
            break
    assert process.wait() == -signal.SIGKILL
    process.stdout.close()
    with Store.open(killed) as store:
        kept = store.counts()["articles"]
        assert 40 <= kept < len(releases())
        assert store.ledger.fates()[Fate.PENDING] == len(releases()) - kept
    load(killed)
    load(whole)
    with Store.open(killed) as one, Store.open(whole) as other:
        assert decisions(one) == decisions(other)
        assert one.search_is_in_step()
        assert one._db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert one.ledger.count() == sum(one.ledger.fates().values()) == len(releases())
        assert [run["status"] for run in runs(one)] == ["done", "died"]
