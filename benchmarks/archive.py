"""Archives at size: looking through the WARC files of others, and reading our own again.

`python -m benchmarks.archive` makes a synthetic file in the layout of Common Crawl's news (50,000
responses, one in a thousand about the agency), then prints the CPU time a record of

  fastwarc   bare iteration, the fastest that can be had
  filter     `pipelines.archives.foreign.read_slice`: every body looked through for the names
  all cores  the same, slices in all cores as `pantau ingest` does it; by the clock, start included
  read all   each record parsed and extracted, measured on a sample

and checks that the filter misses nothing. `--records N` makes a smaller file.
"""

import argparse
import gzip
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from fastwarc.warc import ArchiveIterator

from pipelines.archives.foreign import read_slice, slices_of
from pipelines.archives.http_block import from_block
from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Page

SAMPLE = 400
# The most frequent words of Indonesian news first; the weights are those of a natural language.
WORDS = """yang dan di ke dari untuk dengan pada ini itu akan telah oleh dalam tidak juga adalah
    karena bisa tersebut kami kita mereka tahun bulan hari kepada saat satu dua tiga orang ribu juta
    warga desa kabupaten kota pemerintah bupati sekolah pasar jalan rumah sakit anak ibu guru siswa
    harga beras ikan sampai program bantuan pekerja nelayan petani dinas provinsi camat rapat hujan
    sawah panen laut kapal polisi korban dokter obat gizi ramai minyak""".split()  # noqa: SIM905
WEIGHTS = [1 / rank for rank in range(1, len(WORDS) + 1)]
SCRIPT = "window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}"


def words(rng: random.Random, count: int) -> list[str]:
    return rng.choices(WORDS, WEIGHTS, k=count)


def slug(rng: random.Random) -> str:
    return "-".join(words(rng, 6))


def page(number: int, rng: random.Random, relevant: bool) -> bytes:
    """A page of some 25 KB: a frame of scripts and links around a story."""
    about = "BPJS Ketenagakerjaan" if relevant else "Dinas Perikanan"
    story = "".join(f"<p>{' '.join(words(rng, 50))}.</p>\n" for _ in range(12))
    links = "".join(
        f'<li class="item-{n}"><a href="/berita/{rng.randrange(10**6)}/{slug(rng)}">'
        f"{' '.join(words(rng, 7))}</a></li>\n"
        for n in range(60)
    )
    scripts = "".join(
        f"<script>{SCRIPT}var a{n}='{rng.getrandbits(400):x}';</script>\n" for n in range(25)
    )
    return (
        f"<html><head><title>Bupati dan {about} nomor {number}</title>{scripts}</head><body>"
        f"<ul>{links}</ul><article><h1>Bupati dan {about}</h1><p>BANTUL - Bupati bertemu {about}."
        f"</p>{story}</article></body></html>"
    ).encode()


def record(kind: str, url: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2026-01-02T03:04:05Z\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6)


def visits(records: int) -> Iterator[bytes]:
    """Request and response of every visit; plain pages repeat, so that the file is made fast."""
    rng = random.Random(7)
    plain = [page(n, rng, relevant=False) for n in range(200)]
    for number in range(records):
        relevant = number % 1000 == 500
        body = page(number, rng, relevant=True) if relevant else plain[number % len(plain)]
        url = f"https://koran.example/berita/{number}"
        yield record("request", url, b"GET / HTTP/1.1\r\nHost: koran.example\r\n\r\n")
        yield record("response", url, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body)


def bare(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(1 for _ in ArchiveIterator(stream, parse_http=False))


def filtered(path: Path) -> int:
    return sum(len(read_slice(path, *borders).pages) for borders in slices_of(path))


def in_all_cores(path: Path) -> int:
    with ProcessPoolExecutor(os.cpu_count(), get_context("forkserver")) as pool:
        parts = [pool.submit(read_slice, path, *borders) for borders in slices_of(path)]
        return sum(len(part.result().pages) for part in parts)


def read_all(path: Path, most: int) -> int:
    done = 0
    with path.open("rb") as stream:
        for raw in ArchiveIterator(stream, parse_http=False):
            if raw.headers.get("WARC-Type") == "response" and done < most:
                answer = from_block(raw.reader.read())
                url = raw.headers.get("WARC-Target-URI") or ""
                extract_article(Page(url, answer.body, answer.status, answer.headers), GENERIC_SITE)
                done += 1
            elif done == most:
                break
    return done


def timed(
    name: str,
    records: int,
    work: Callable[..., int],
    *args: object,
    clock: Callable[[], float] = time.process_time,
) -> float:
    start = clock()
    result = work(*args)
    each = (clock() - start) / records * 1000
    print(f"{name:<10}{each:10.4f} ms a record   ({result})")
    return each


def main() -> None:
    """Make the file, measure, and say how the figures stand to each other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=50_000)
    records = parser.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "CC-NEWS-synthetic.warc.gz"
        with path.open("wb") as file:
            for part in visits(records):
                file.write(part)
        print(f"{records} responses, {path.stat().st_size / 1e6:.0f} MB packed")
        fast = timed("fastwarc", records, bare, path)
        ours = timed("filter", records, filtered, path)
        cores = timed("all cores", records, in_all_cores, path, clock=time.perf_counter)
        read_all(path, 5)
        every = timed("read all", SAMPLE, read_all, path, SAMPLE)
        found, relevant = in_all_cores(path), len(range(500, records, 1000))
    print(f"filter: {every / ours:.0f} times as fast as reading all (wanted: 20 times)")
    print(f"        {fast / ours:.2f} of fastwarc's bare speed on one core, ", end="")
    print(f"{fast / cores:.2f} on all (wanted: 0.50)")
    print(f"        {found} of {relevant} relevant pages found")


if __name__ == "__main__":
    main()
