"""How `reprocess` grows with its workers: one against two, on a synthetic archive.

`python -m benchmarks.reprocess` keeps 1,500 synthetic pages and reads them again; the clock, the
start of the workers included. `--pages N` makes another archive.
"""

import argparse
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from pipelines.archive import ArchiveWriter
from pipelines.archives.reread import Kept, reread_all
from pipelines.model import GENERIC_SITE, Page
from pipelines.workers import Workers

NOW = datetime(2026, 10, 5, tzinfo=UTC)
PARAGRAPH = (
    "<p>Pemerintah Kabupaten Bantul menandatangani perjanjian kerja sama dengan BPJS "
    "Ketenagakerjaan untuk melindungi {n} nelayan, Jumat (2/1/2026), kata Bupati di pendopo "
    "kelompok {k} bersama kepala cabang, dinas dan para camat yang mendata peserta.</p>\n"
)


def page(number: int) -> Page:
    """A page of some 60 KB about an agreement."""
    story = "".join(PARAGRAPH.format(n=number + k, k=k) for k in range(15))
    frame = "".join(f"<li><a href='/b/{k}'>berita {k} dari desa</a></li>" for k in range(1200))
    body = f"<html><title>Pemkab Bantul {number}</title><ul>{frame}</ul><article>{story}</article>"
    url = f"https://koran.example/berita/{number}"
    return Page(url, body.encode(), 200, {"content-type": "text/html"}, NOW)


def seconds(folder: Path, kept: list[Kept], workers: int) -> float:
    start = time.perf_counter()
    with Workers(workers) as many:
        assert sum(1 for found in reread_all(many, folder, kept) if found.reading) == len(kept)
    return time.perf_counter() - start


def main() -> None:
    """Make the archive, read it with one worker and with two, and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1500)
    pages = [page(number) for number in range(parser.parse_args().pages)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        writer = ArchiveWriter(folder, "news")
        kept = [Kept(p.url, GENERIC_SITE, writer.write(p), None, None) for p in pages]
        writer.close()
        took = {workers: seconds(folder, kept, workers) for workers in (1, 2)}
    for workers, spent in took.items():
        print(f"{workers} workers: {spent:6.1f} s, {len(kept) / spent:6.1f} pages a second")
    print(f"two are {took[1] / took[2]:.2f} times as fast as one (wanted: 1.7)")


if __name__ == "__main__":
    main()
