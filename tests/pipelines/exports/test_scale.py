"""100,000 articles become Parquet within ten seconds of work and 300 MB of memory."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pyarrow.parquet
import pytest

from pipelines.store import Store
from tests.pipelines.synthetic import NOW, SITE, page, reading

ARTICLES = 100_000
# Copies of one stored row of 2,500 characters, each with an id, an address and words of its own.
COPIES = """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :copies)
    INSERT INTO articles SELECT ROWS FROM articles, n"""
OWN = {
    "rowid": "NULL",
    "id": "printf('%016x', i * 7919)",
    "url": "url || i",
    "text": "replace(text, 'Asri', printf('%08x', i * 2654435761)) || text || text",
}
# The command, and what the system says of its own process: a child's maximum, as `wait4` has it,
# counts what its parent had before.
MEASURED = """import atexit, pathlib, sys
atexit.register(lambda: sys.stderr.write(pathlib.Path("/proc/self/status").read_text()))
from crawler.cli import main
main()"""


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.timeout(300)
def test_a_hundred_thousand_articles(tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    with Store.open(db) as store:
        store.save(None, SITE, page("https://a.example/x"), reading("https://a.example/x"), NOW)
        columns = store.query("SELECT name FROM pragma_table_info('articles')")
        own = ", ".join(OWN.get(column["name"], column["name"]) for column in columns)
    with closing(sqlite3.connect(db)) as connection, connection:  # past the full-text index
        connection.execute(COPIES.replace("ROWS", own), {"copies": ARTICLES - 1})
    command = ["export", "--db", str(db), "--dataset", "articles", "--format", "parquet"]
    process = subprocess.Popen(
        [sys.executable, "-c", MEASURED, *command], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    peak = re.search(r"VmHWM:\s+(\d+) kB", process.stderr.read())
    _, status, used = os.wait4(process.pid, 0)
    file = pyarrow.parquet.ParquetFile(tmp_path / "output" / "datasets" / "articles.parquet")
    assert (status, file.metadata.num_rows) == (0, ARTICLES)
    assert peak is not None
    assert int(peak[1]) / 1024 < 300
    assert used.ru_utime + used.ru_stime < 10
