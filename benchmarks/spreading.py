"""What a crawl gains from a cluster: the same polite crawl here, by one worker and by two.

    python -m benchmarks.spreading [--sites 48] [--stories 12] [--delay 1.0] [--at-once 8]

Serves synthetic sites on loopback, every page a story, and crawls them three times with the same
delay and as many sites at once a process. Prints the seconds each took, the start of processes
included, and what a page costs the process that merges. Needs no network.
"""

import argparse
import multiprocessing
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from distributed import LocalCluster

from benchmarks.crawling import registry, serve

PANTAU = [sys.executable, "-c", "from crawler.cli import main; main()"]


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [opened.getsockname()[1] for opened in sockets]
    for opened in sockets:
        opened.close()
    return ports


def crawl(folder: Path, name: str, options: argparse.Namespace, *more: str) -> tuple[float, float]:
    """Wall seconds of a crawl into a database of its own, and CPU seconds of what it started."""
    settings = [f"DOWNLOAD_DELAY={options.delay}", f"SITES_AT_ONCE={options.at_once}"]
    db = folder / name / "news.db"
    call = [*PANTAU, "crawl", "--sites", str(folder / "sites.toml"), "--db", str(db), *more]
    call += [word for setting in settings for word in ("-s", setting)]
    begin = time.perf_counter()
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the crawl ended with status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - begin, used.ru_utime + used.ru_stime


def main() -> None:
    """Crawl three times and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sites", type=int, default=48)
    parser.add_argument("--stories", type=int, default=12)
    parser.add_argument("--delay", type=float, default=1.0)
    parser.add_argument("--at-once", type=int, default=8)
    options = parser.parse_args()
    ports = free_ports(options.sites)
    web = multiprocessing.get_context("fork").Process(
        target=serve, args=(ports, options.stories, 1), daemon=True
    )
    web.start()
    with tempfile.TemporaryDirectory() as name:
        registry(Path(name), ports)
        compare(Path(name), options)
    web.terminate()


def compare(folder: Path, options: argparse.Namespace) -> None:
    """The same crawl without a cluster, and with one worker and with two."""
    stories = options.sites * options.stories
    alone, _ = crawl(folder, "alone", options)
    print(f"{stories} stories of {options.sites} sites; without a cluster: {alone:.0f} s")
    for count in (1, 2):
        with LocalCluster(
            n_workers=count, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster:
            address = cluster.scheduler_address
            took, cpu = crawl(folder, str(count), options, "--cluster", address)
        cost = 1000 * cpu / stories
        print(f"{count} workers: {took:.0f} s; merging took {cost:.1f} ms of CPU a story")


if __name__ == "__main__":
    main()
