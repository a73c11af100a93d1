"""How long exports take, in how much memory: `python -m benchmarks.exports [--db FILE]`.

Each is a `pantau export` in a process of its own. Without a database, one of 100,000 synthetic
articles is made first, which takes some minutes; with one, it is copied, since `--since` writes.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import duplicates_scale
from pipelines.store import Store

PANTAU = [sys.executable, "-c", "from crawler.cli import main; main()"]
ARTICLES = ("--dataset", "articles")
WAYS = (
    ("Parquet, articles", ("--format", "parquet", *ARTICLES)),
    ("Parquet, all datasets", ("--format", "parquet")),
    ("folder for load_dataset", ("--format", "hf")),
    ("JSONL, all datasets", ("--format", "jsonl")),
    ("CSV, all datasets", ("--format", "csv")),
    ("all as changes", ("--format", "parquet", "--since", "0")),
    ("changes, none", ("--format", "parquet", "--since", "LAST")),
)


def main() -> None:
    """Print one line a way of exporting."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = _database(folder, parser.parse_args().db)
        with Store.open(db) as store:
            print(", ".join(f"{n:,} {table}" for table, n in store.counts().items()))
        print(f"{'':24}  seconds  cpu s  peak MB  files MB")
        cursor = "0"
        for what, options in WAYS:
            asked = [cursor if option == "LAST" else option for option in options]
            cursor = _measure(what, [*asked, "--db", str(db)], folder / "out")


def _database(folder: Path, given: Path | None) -> Path:
    db = folder / "news.db"
    if given:
        shutil.copyfile(given, db)
    else:
        duplicates_scale.load(db, folder / "small.db", 100_000)
    return db


def _measure(what: str, options: list[str], out: Path) -> str:
    """Export, print what it took, and give the last word it said: the cursor, where it has one."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [*PANTAU, "export", *options, "--out", str(out)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    spent = time.perf_counter() - start
    if status:
        sys.exit(f"{what}: the export failed")
    size = sum(file.stat().st_size for file in out.iterdir()) / 1e6
    cpu, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    print(f"{what:24}  {spent:7.1f}  {cpu:5.1f}  {peak:7.0f}  {size:8.0f}", flush=True)
    shutil.rmtree(out)
    return said.split()[-1]


if __name__ == "__main__":
    main()
