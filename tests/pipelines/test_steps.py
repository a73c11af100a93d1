"""The steps: a page is read in a worker, archived when it mattered, and always settled."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.fates import Fate
from pipelines.model import Lead, Page, Site
from pipelines.open_run import OpenRun
from pipelines.reader import Job, Reader
from pipelines.ready import Ready
from pipelines.steps import Archive, Fetched, Read, Save

SITE = Site("koran", "Koran", "wordpress", "https://koran.example", "16")
# Synthetic, on the structure of a WordPress news theme.
STORY = """<!doctype html><html lang="id"><head><title>Kerja Sama</title></head><body>
<article><h1 class="entry-title">Pemkab Ogan Ilir dan BPJS Ketenagakerjaan Teken Kerja Sama</h1>
<div class="entry-content entry-content-single"><p>INDRALAYA – Pemerintah Kabupaten Ogan Ilir
menandatangani perjanjian kerja sama dengan BPJS Ketenagakerjaan untuk 1.200 pekerja rentan.</p>
<p>Bupati mengatakan iuran mereka dibayar dari anggaran daerah selama setahun penuh.</p></div>
</article></body></html>"""


def page(body: str = STORY, status: int = 200) -> Page:
    url = "https://koran.example/pemkab-teken-kerja-sama/"
    return Page(
        url, body.encode(), status, {"content-type": "text/html"}, lead=Lead(url, "feed", "")
    )


def walk(run: OpenRun, given: Page) -> Fetched:
    """A page through all steps."""

    async def steps() -> Fetched:
        item = await Read(run).process_item(Fetched(SITE, given))
        return await Save(run).process_item(Archive(run).process_item(item))

    return asyncio.run(steps())


@pytest.fixture
def run(tmp_path: Path) -> OpenRun:
    return OpenRun(tmp_path / "news.db", tmp_path / "archive").start("test", [SITE])


def test_a_story_is_read_archived_and_stored(run: OpenRun, tmp_path: Path) -> None:
    item = walk(run, page())
    run.end("done")
    assert item.reading is not None
    assert item.reading.fate is Fate.STORED
    assert item.archived is not None
    assert (tmp_path / "archive" / item.archived.file).is_file()
    assert run.fates == {("koran", Fate.STORED): 1}
    assert str(item).endswith("stored")


def test_pages_of_one_moment_stand_for_good_when_their_step_is_done(
    run: OpenRun, tmp_path: Path
) -> None:
    """What another connection sees is what a crash would leave."""
    others = [replace(page(), url=f"https://koran.example/{n}/", lead=None) for n in range(3)]
    seen: list[int] = []

    def stored() -> int:
        with sqlite3.connect(tmp_path / "news.db") as rows:
            return int(rows.execute("SELECT count(*) FROM articles").fetchone()[0])

    async def save(given: Page) -> None:
        item = Archive(run).process_item(await Read(run).process_item(Fetched(SITE, given)))
        seen.append(stored())
        await Save(run).process_item(item)

    async def all_at_once() -> None:
        await asyncio.gather(*map(save, others))

    asyncio.run(all_at_once())
    assert (seen, stored()) == ([0, 0, 0], 3)
    run.end("done")


@pytest.mark.parametrize(
    ("given", "fate"),
    [
        (page(status=404), Fate.GONE),
        (page(status=503), Fate.FAILED),
        (page("<html>Harga cabai naik</html>"), Fate.OFF_TOPIC),
        (page(""), Fate.NOT_ARTICLE),
    ],
)
def test_any_other_page_is_settled_too(
    run: OpenRun, tmp_path: Path, given: Page, fate: Fate
) -> None:
    item = walk(run, given)
    counted = run.ledger.fates()
    run.end("done")
    assert item.reading is not None
    assert (item.reading.fate, item.archived) == (fate, None)
    assert counted == {fate: 1}
    assert not (tmp_path / "archive").exists()


def read(reader: Reader, *pages: Page) -> list[Ready]:
    async def all_at_once() -> list[Ready]:
        return await asyncio.gather(*(reader.read(one, SITE) for one in pages))

    try:
        return asyncio.run(all_at_once())
    finally:
        reader.close()


@pytest.mark.slow
def test_a_page_that_kills_its_reader_is_a_failure_and_harms_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipelines.reader.read_all", die_on_request)
    deadly = page(STORY.replace("Bupati", "MATIKAN"))
    readings = read(Reader(1, seconds=5), page(), deadly, page(), page())
    assert [reading.fate for reading in readings] == [
        Fate.STORED,
        Fate.FAILED,
        Fate.STORED,
        Fate.STORED,
    ]
    assert readings[1].fate_detail == "no reader survived it within 5 s"


@pytest.mark.slow
def test_a_page_that_never_ends_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.reader.read_all", hang_on_request)
    hanging = page(STORY.replace("Bupati", "GANTUNG"))
    hung, fine = read(Reader(1, seconds=0.3), hanging, page())
    assert (hung.fate, fine.fate) == (Fate.FAILED, Fate.STORED)


def die_on_request(jobs: list[Job], seconds: float) -> list[Ready]:
    if any(b"MATIKAN" in given.body for given, _ in jobs):
        os.kill(os.getpid(), signal.SIGKILL)
    return [Ready(Fate.STORED) for _ in jobs]


def hang_on_request(jobs: list[Job], seconds: float) -> list[Ready]:
    signal.setitimer(signal.ITIMER_REAL, seconds)
    while any(b"GANTUNG" in given.body for given, _ in jobs):
        time.sleep(0.01)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return [Ready(Fate.STORED) for _ in jobs]


ORPHANS = """
import asyncio, os, sys
from pipelines.model import Page, Site
from pipelines.reader import Reader

def pid(jobs, seconds):
    return [os.getpid()]

if __name__ == "__main__":
    import pipelines.reader
    pipelines.reader.read_all = pid
    page = Page("https://koran.example/x", b"<html>BPJS Ketenagakerjaan</html>")
    reader = Reader(1)
    print(asyncio.run(reader.read(page, Site("k", "K", "generic"))), flush=True)
    os.kill(os.getpid(), 9)
"""


@pytest.mark.slow
def test_readers_end_with_their_parent_even_by_kill(tmp_path: Path) -> None:
    script = tmp_path / "orphans.py"
    script.write_text(ORPHANS)
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, env=environment, timeout=30
    )
    assert done.returncode == -signal.SIGKILL
    worker = int(done.stdout)
    deadline = time.monotonic() + 10
    while alive(worker):
        assert time.monotonic() < deadline, "the reader outlived the crawl"
        time.sleep(0.05)


def alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"
