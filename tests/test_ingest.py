"""WARC files of others through the whole command: once each, resumable, damage named."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from crawler.cli import cli, ingest
from pipelines.archives import foreign
from pipelines.tables.ingested import Ingested
from tests.pipelines.archives.test_foreign import INFO, OTHER, packed, url, visits
from tests.test_bad_input import on_disk_of_its_own

# Synthetic, written for the tests.
STORY = """<html><head><title>Pemkab Bantul gandeng BPJS Ketenagakerjaan nomor {n}</title>
<meta property="article:published_time" content="2026-01-02T10:00:00+07:00"></head><body>
<article><h1>Pemkab Bantul gandeng BPJS Ketenagakerjaan nomor {n}</h1>
<p>BANTUL - Pemerintah Kabupaten Bantul menandatangani perjanjian kerja sama dengan BPJS
Ketenagakerjaan untuk melindungi {n}00 nelayan dan pedagang pasar, Jumat (2/1/2026).</p>
<p>Bupati mengatakan iuran dibayar dari anggaran daerah kelompok {n} dan berlaku satu tahun penuh
bagi seluruh peserta yang sudah didata oleh para camat di wilayah itu.</p></article></body></html>
"""


def story(n: int) -> bytes:
    return STORY.format(n=n).encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    bodies = [story(n) if n % 10 == 3 else OTHER for n in range(50)]
    path = tmp_path / "CC-NEWS-20260102-00001.warc.gz"
    path.write_bytes(packed(INFO, *visits(bodies)))
    return path


def take(db: Path, *files: Path | str) -> Result:
    return CliRunner().invoke(cli, ["ingest", *map(str, files), "--db", str(db)])


def rows(db: Path, sql: str) -> list[Any]:
    with sqlite3.connect(db) as connection:
        return connection.execute(sql).fetchall()


STORED = [(url(n),) for n in (13, 23, 3, 33, 43)]
SQL = "SELECT url FROM articles ORDER BY url"
TAKEN = "SELECT name, records, pages, done, problem FROM ingested"


def test_a_file_is_taken_once_and_what_is_not_there_is_named(file: Path, tmp_path: Path) -> None:
    db, empty = tmp_path / "news.db", tmp_path / "kosong"
    empty.mkdir()
    done = take(db, tmp_path / "tiada.html", empty, file)
    assert done.exit_code == 1
    assert "tiada.html: No such file" in done.stderr
    assert "kosong: no .html" in done.stderr
    assert "2 of 3 files were not taken" in done.stderr
    assert rows(db, SQL) == STORED
    assert rows(db, TAKEN) == [(file.name, 50, 5, 1, None)]
    file.rename(tmp_path / "lain.warc.gz")
    again = take(db, tmp_path / "lain.warc.gz")
    assert "0 new articles" in again.output
    assert rows(db, TAKEN) == [(file.name, 50, 5, 1, None)]
    assert CliRunner().invoke(cli, ["archive", "verify", "--db", str(db)]).exit_code == 0
    assert rows(db, "SELECT count(*) FROM pages WHERE archive_file IS NOT NULL") == [(5,)]


def test_a_page_that_does_not_say_its_address_is_told_it(tmp_path: Path) -> None:
    db, page = tmp_path / "news.db", tmp_path / "simpanan.html"
    page.write_bytes(story(1))
    refused = take(db, page)
    assert (refused.exit_code, rows(db, SQL)) == (1, [])
    assert "`pantau ingest --url ADDRESS FILE` says it" in refused.stderr
    address = "https://kabar.example/2026/01/02/satu"
    assert take(db, page, "--url", address).exit_code == 0
    assert rows(db, SQL) == [(address,)]


@pytest.mark.slow
def test_a_run_that_dies_goes_on_where_it_was(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "news.db"
    small = partial(foreign.slices_of, most_bytes=2000)
    monkeypatch.setattr(ingest, "slices_of", small)
    note = Ingested.note
    noted: list[int | None] = []

    def dying(*given: Any) -> None:
        if len(noted) == 4:
            raise KeyboardInterrupt
        noted.append(given[4].end)
        note(*given)

    monkeypatch.setattr(Ingested, "note", dying)
    assert take(db, file).exit_code != 0
    assert rows(db, "SELECT position, done FROM ingested") == [(noted[-1], 0)]
    started: list[int] = []
    monkeypatch.setattr(Ingested, "note", note)
    monkeypatch.setattr(ingest, "slices_of", lambda path, at: started.append(at) or small(path, at))
    assert take(db, file).exit_code == 0
    assert started == [noted[-1]]
    assert rows(db, SQL) == STORED
    assert rows(db, TAKEN) == [(file.name, 50, 5, 1, None)]


def test_damage_is_named_and_the_rest_is_taken(file: Path, tmp_path: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(content)
    broken, empty = tmp_path / "bukan.warc.gz", tmp_path / "kosong.warc.gz"
    broken.write_bytes(b"bukan arsip" * 10)
    empty.write_bytes(b"")
    done = take(tmp_path / "news.db", broken, file, empty)
    assert done.exit_code == 1
    assert f"{broken}: no WARC record" in done.stderr
    assert f"{empty}: no WARC record" in done.stderr
    assert f"{file}: damaged in 1 places" in done.stderr
    assert len(rows(tmp_path / "news.db", SQL)) >= 4


@pytest.mark.slow
def test_our_own_archive_makes_the_database_again(file: Path, tmp_path: Path) -> None:
    db, again = tmp_path / "news.db", tmp_path / "again" / "news.db"
    take(db, file)
    done = take(again, tmp_path / "archive")
    assert done.exit_code == 0
    facts = "SELECT article_id, position, raw, value, as_of FROM figures ORDER BY 1, 2"
    for sql in (SQL, "SELECT id, event_date, sources FROM agreements ORDER BY id", facts):
        assert rows(again, sql) == rows(db, sql) != []


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are seen in /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_end_while_the_workers_start_is_one_line(
    file: Path, tmp_path: Path, number: signal.Signals
) -> None:
    """Ctrl-C is heard by all processes of a terminal, what a supervisor sends by the first."""
    # A suite that a shell runs in the background hands down that SIGINT is ignored.
    hear = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    program = [sys.executable, "-c", f"{hear}; from crawler.cli import main; main()"]
    call = [*program, "ingest", str(file), "--db", str(tmp_path / "news.db")]
    run = subprocess.Popen(call, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not _imports(run.pid, "lxml"):
        assert run.poll() is None
    (os.killpg if number is signal.SIGINT else os.kill)(run.pid, number)
    said = run.communicate(timeout=30)[1].splitlines()
    assert run.returncode == 130
    assert [line for line in said if line and not line.startswith("pantau: ")] == []


def _imports(parent: int, library: str) -> bool:
    """Whether a child of a process has loaded a library: it is about to begin its work."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    with suppress(OSError):  # it has ended in between
        return any(library in Path(f"/proc/{child}/maps").read_text() for child in children)
    return False


@pytest.mark.slow
def test_a_full_disk_under_the_archive_stops_cleanly(tmp_path: Path) -> None:
    bodies = [story(n).replace(b"</article>", noise(n)) for n in range(60)]
    file, db = tmp_path / "CC-NEWS-1.warc.gz", tmp_path / "news.db"
    file.write_bytes(packed(INFO, *visits(bodies)))
    call = f"eval $PANTAU ingest {file} --db {db} --archive $DISK/archive"
    verify = f"eval $PANTAU archive verify --db {db} --archive $DISK/archive"
    doctor = f"eval $PANTAU doctor --db {db} --archive $DISK/archive"
    room = "mount -o remount,size=50m $DISK"
    said = on_disk_of_its_own(
        tmp_path,
        "size=300k",
        f"{call}; echo status $?; {verify}; {room}; {call}; echo status $?; {doctor}",
    )
    assert "archive: the disk is full" in said
    assert said.index("status 1") < said.index("status 0")
    assert "wrong; see above" not in said
    assert "nothing is wrong" in said
    assert len(rows(db, SQL)) == 60


def noise(seed: int) -> bytes:
    """What does not pack well, so that the small disk is soon full."""
    return b"<!-- %s --></article>" % random.Random(seed).randbytes(9000).hex().encode()
