"""How fast the whole pipeline is beside bare Scrapy, on one machine in one run.

    python benchmarks/crawling.py [--pages 4000] [--sites 20] [--write]

Serves synthetic pages of about 75 KB on loopback and fetches the same ones four ways, each in a
process of its own: bare Scrapy, Scrapy with stock trafilatura in the callback, our whole
pipeline (fetch, read, archive, store) with every page a story, and a broad crawl in which one
page in five is. Prints pages a second and the shares of bare Scrapy's rate; needs no network.
--write puts them into docs/benchmarks.md, with the load that the machine had beside it.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

PAGE_BYTES = 75_000
DOCS = Path(__file__).parent.parent / "docs" / "benchmarks.md"
START, END = "<!-- crawling: begin -->", "<!-- crawling: end -->"
_SYLLABLES = [
    "ba",
    "da",
    "ka",
    "la",
    "ma",
    "na",
    "pa",
    "ra",
    "sa",
    "ta",
    "wa",
    "ga",
    "ja",
    "ha",
    "ci",
    "di",
    "mi",
    "ni",
    "ri",
    "si",
    "ti",
    "bu",
    "du",
    "ku",
    "lu",
    "mu",
]
_PLACES = [
    "Ogan Ilir",
    "Muara Enim",
    "Lahat",
    "Banyuasin",
    "Sarolangun",
    "Tebo",
    "Bungo",
    "Merangin",
    "Kerinci",
    "Natuna",
    "Lingga",
    "Pesawaran",
    "Tanggamus",
    "Kaur",
    "Seluma",
    "Blora",
    "Pati",
    "Demak",
    "Kudus",
    "Jepara",
    "Magetan",
    "Ngawi",
]


def sentence(seed: random.Random) -> str:
    """Words that no other page has."""
    words = ("".join(seed.choices(_SYLLABLES, k=seed.randint(2, 4))) for _ in range(30))
    return " ".join(words).capitalize() + "."


def story(number: int, relevant: bool) -> bytes:
    """A page on the structure of a WordPress news theme, padded to the size of a real one."""
    seed = random.Random(number)
    agency = "BPJS Ketenagakerjaan" if relevant else "dinas perikanan"
    place = _PLACES[number % len(_PLACES)]
    day = f"{1 + number % 28}/{1 + number // 28 % 10}/2026"
    lead = (
        f"{place.upper()} – Pemerintah Kabupaten {place} menandatangani perjanjian kerja sama "
        f"dengan {agency} untuk melindungi {number + 1000} pekerja rentan, {day}."
    )
    text = "".join(f"<p>{line}</p>" for line in [lead] + [sentence(seed) for _ in range(12)])
    menu = "".join(
        f'<li class="menu-item"><a href="/m/{n}">Rubrik {n}</a></li>' for n in range(300)
    )
    script = f"<script>var data = {json.dumps('x' * 40_000)};</script>"
    page = (
        f"<!doctype html><html lang='id'><head><title>Pemkab {place} dan {agency} {number}</title>"
        f"<meta property='article:published_time' content='2026-11-18T09:00:00+07:00'>{script}"
        f"</head><body class='gmr-theme'><nav><ul>{menu}</ul></nav><article class='post'>"
        f"<h1 class='entry-title'>Pemkab {place} dan {agency} Teken Kerja Sama {number}</h1>"
        f"<div class='entry-content entry-content-single'>{text}</div></article>"
    )
    filler = "<div class='widget'><a href='/x'>Berita lain</a></div>"
    missing = max(0, PAGE_BYTES - len(page)) // len(filler)
    return (page + filler * missing + "</body></html>").encode()


def path_of(number: int) -> str:
    """Address of a story."""
    return f"/cerita/pemkab-ogan-ilir-dan-mitra-teken-kerja-sama-{number}/"


def feed(home: str, pages: list[bytes]) -> bytes:
    """A feed that names every page of a site by its headline."""
    titles = (page.partition(b"<title>")[2].partition(b"</title>")[0].decode() for page in pages)
    items = "".join(
        f"<item><title>{title}</title><link>{home}{path_of(n)}</link></item>"
        for n, title in enumerate(titles)
    )
    return f"<rss><channel>{items}</channel></rss>".encode()


def serve(ports: list[int], pages: int, every: int) -> None:
    """Answer on each port; every so many pages one is a story."""
    answers = {
        port: [story(n * 1000 + port % 1000, n % every == 0) for n in range(pages)]
        for port in ports
    }
    asyncio.run(_serve(answers))


async def _serve(answers: dict[int, list[bytes]]) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        port = writer.get_extra_info("sockname")[1]
        while request := await reader.readuntil(b"\r\n\r\n"):
            path = request.split(b" ", 2)[1].decode()
            writer.write(_answer(path, port, answers[port]))
            await writer.drain()

    async def quietly(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    servers = [await asyncio.start_server(quietly, "127.0.0.1", port) for port in answers]
    await asyncio.gather(*(server.serve_forever() for server in servers))


def _answer(path: str, port: int, answers: list[bytes]) -> bytes:
    number = path.rstrip("/").rpartition("-")[2]
    if path.startswith("/cerita/") and number.isdigit():
        status, kind, body = "200 OK", "text/html; charset=utf-8", answers[int(number)]
    elif path == "/feed/":
        status, kind = "200 OK", "application/rss+xml"
        body = feed(f"http://127.0.0.1:{port}", answers)
    else:
        status, kind, body = "404 Not Found", "text/plain", b""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


BARE = """
import sys, time
from pathlib import Path
import scrapy
from scrapy.crawler import CrawlerProcess

class Bare(scrapy.Spider):
    name = "bare"
    async def start(self):
        for url in Path(sys.argv[1]).read_text().split():
            yield scrapy.Request(url)
    def parse(self, response):
        if sys.argv[2] == "trafilatura":
            import trafilatura
            trafilatura.bare_extraction(response.text, with_metadata=True)

process = CrawlerProcess({"LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS": 40})
crawler = process.create_crawler(Bare)
process.crawl(crawler)
begin = time.perf_counter()
process.start()
print(crawler.stats.get_value("response_received_count"), time.perf_counter() - begin)
"""

# As `pantau crawl` does, it imports what crawls where its readers, which load it too, do not.
OURS = """
if __name__ == "__main__":
    import sys, time
    from pathlib import Path
    from crawler.registry import load_registry
    from crawler.run import crawl

    folder = Path(sys.argv[1])
    sites = list(load_registry(folder / "sites.toml").sites.values())
    begin = time.perf_counter()
    result = crawl(
        sites,
        db=folder / "news.db",
        archive=folder / "archive",
        broad=sys.argv[2] == "broad",
        settings={"DOWNLOAD_DELAY": "0"},
    )
    print(sum(result.fates.values()), time.perf_counter() - begin)
"""


def rate(code: str, *arguments: str) -> float:
    """Pages a second of a program that prints its pages and its seconds."""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as script:
        script.write(code)
        script.flush()
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        done = subprocess.run(
            [sys.executable, script.name, *arguments],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        )
    pages, seconds = done.stdout.split()[-2:]
    return int(pages) / float(seconds)


def wait_for(port: int) -> None:
    """Until a server answers there."""
    while True:
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return


def registry(folder: Path, ports: list[int]) -> None:
    """A registry of the test sites, asked by their feed alone."""
    tables = (
        f'[situs_{port}]\nname = "{port}"\nplatform = "wordpress"\nallow_private = true\n'
        f'home = "http://127.0.0.1:{port}"\n'
        'channels = { feeds = ["/feed/"], search = [], rest = [], sitemaps = [] }\n'
        for port in ports
    )
    (folder / "sites.toml").write_text("\n".join(tables))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=4000)
    parser.add_argument("--sites", type=int, default=20)
    parser.add_argument("--first-port", type=int, default=28700)
    parser.add_argument("--write", action="store_true", help="put the table into docs")
    chosen = parser.parse_args()
    load = os.getloadavg()[0]
    per_site = chosen.pages // chosen.sites
    rates: dict[str, float] = {}
    for every, ways in ((1, ("bare", "trafilatura", "full")), (5, ("bare broad", "broad"))):
        ports = list(range(chosen.first_port, chosen.first_port + chosen.sites))
        chosen.first_port += chosen.sites
        server = multiprocessing.Process(target=serve, args=(ports, per_site, every), daemon=True)
        server.start()
        wait_for(ports[-1])
        urls = [f"http://127.0.0.1:{port}{path_of(n)}" for n in range(per_site) for port in ports]
        for way in ways:
            with tempfile.TemporaryDirectory() as folder:
                registry(Path(folder), ports)
                if way in ("full", "broad"):
                    rates[way] = rate(OURS, folder, way)
                else:
                    listed = Path(folder) / "urls.txt"
                    listed.write_text("\n".join(urls))
                    rates[way] = rate(BARE, str(listed), way)
        server.terminate()
    told = report(rates, chosen.pages, load)
    sys.stdout.write(told)
    if chosen.write:
        head, _, rest = DOCS.read_text().partition(START)
        DOCS.write_text(f"{head}{START}\n{told}{END}{rest.partition(END)[2]}")


def report(rates: dict[str, float], pages: int, load: float) -> str:
    """Rates and shares as Markdown. load: of the machine before the first way, by its own count."""
    rows = "".join(f"| {way} | {rate:.1f} |\n" for way, rate in rates.items())
    cores = len(os.sched_getaffinity(0))
    return (
        f"{pages} pages, {cores} cores; load of the machine before the start: {load:.1f}.\n\n"
        f"| way | pages/s |\n|---|--:|\n{rows}\n| share | measured | aim |\n|---|--:|--:|\n"
        f"| full / bare | {rates['full'] / rates['bare']:.2f} | 0.5 |\n"
        f"| broad / bare | {rates['broad'] / rates['bare broad']:.2f} | 0.7 |\n"
        f"| full / trafilatura | {rates['full'] / rates['trafilatura']:.2f} | 4 |\n"
    )


if __name__ == "__main__":
    main()
