"""What a user can get wrong: one clear line, the documented status, no traceback, nothing lost."""

import gzip
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from crawler.cli import main
from pipelines.store import StoreError
from pipelines.tables.database import lock_for_writing

Command = Callable[..., CompletedProcess[str]]
PAGE = """<!doctype html><html lang="id"><head><title>Sinergi</title>
<link rel="canonical" href="https://kabar.example/2026/10/05/sinergi/"></head><body><article>
<h1>Pemkab Banyuasin dan BPJS Ketenagakerjaan Teken MoU</h1>
<!-- synthetic: written for this test -->
<p>PANGKALAN BALAI - Pemerintah Kabupaten Banyuasin dan BPJS Ketenagakerjaan Kantor Cabang
Palembang menandatangani nota kesepahaman tentang perlindungan pekerja rentan, Senin
(5/10/2026), di ruang rapat bupati.</p>
<p>Bupati Banyuasin mengatakan kesepakatan itu melindungi 1.200 nelayan dan petani di
wilayahnya melalui program jaminan kecelakaan kerja dan jaminan kematian.</p>
<p>Kepala cabang menyambut baik langkah pemerintah kabupaten dan berharap daerah lain
mengikuti langkah yang sama pada tahun depan.</p></article></body></html>"""


def pantau(*arguments: str) -> CompletedProcess[str]:
    call = [sys.executable, "-c", "from crawler.cli import main; main()", *arguments]
    return subprocess.run(call, capture_output=True, text=True, timeout=60)


@pytest.fixture
def pantau_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Command]:
    """The command in this process, since a process of its own takes a second to start."""

    def run(*arguments: str) -> CompletedProcess[str]:
        monkeypatch.setattr(sys, "argv", ["pantau", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        assert isinstance(end.value.code, int)
        return CompletedProcess(arguments, end.value.code, *capfd.readouterr())

    monkeypatch.chdir(tmp_path)
    before = signal.getsignal(signal.SIGTERM)
    yield run
    signal.signal(signal.SIGTERM, before)


def one_line(done: CompletedProcess[str]) -> str:
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["crawl", "sripku"], "sripoku"),
        (["crawl", "--province", "99"], "16 Sumatera Selatan"),
        (["crawl", "--province", "16.03"], "Kabupaten Muara Enim is in 16 Sumatera Selatan"),
        (["report", "--province", "bogor"], "Kabupaten Bogor is in 32 Jawa Barat; Kota Bogor"),
        (["sites", "list", "--province", "jawa brat"], "did you mean Jawa Barat"),
        (["crawl", "--since", "kemarin"], "2026-01-31"),
        (["crawl", "--since", "2999-01-01"], "still to come"),
        (["crawl", "-s", "delay"], "KEY=VALUE"),
        (["crawl", "-s", "DOWNLOAD_DELY=3"], "DOWNLOAD_DELAY"),
        (["crawl", "-s", "DOWNLOAD_DELAY=abc"], "is a number"),
        (["crawl", "-s", "LOG_LEVEL=LOUD"], "DEBUG, INFO"),
        (["crawl", "-s", "AUTOTHROTTLE_ENABLED=maybe"], "True or False"),
        (["crawl", "-s", "ITEM_PIPELINES=abc"], "a table in JSON"),
        (["crawl", "-s", "RETRY_HTTP_CODES=500,abc"], "numbers with commas"),
        (["crawl", "--strict", "--every", "6h"], "use --on-sick"),
        (["inspect", "ftp://kabar.example/x"], "not an http(s) address"),
        (["inspect", "http://[::1"], "not an http(s) address"),
        (["inspect", "page.html", "--url", "kabar.example/x"], "--url kabar.example/x"),
        (["crawl", "--platform", "gopher"], "wordpress"),
        (["crawl", "--limit", "0"], "--limit"),
        (["crawl", "--cluster", "foo"], "tcp://10.0.0.1:8786"),
        (["crawl", "--sites", "no-such.toml"], "no-such.toml"),
        (["ingest", "no-such.html"], "no-such.html"),
        (["ingest"], "PATH"),
        (["ingest", ".", "--url", "https://kabar.example/x"], "one saved page"),
        (["nonsense"], "nonsense"),
        (["sites", "show", "nobody"], "nobody"),
    ],
)
def test_wrong_use(arguments: list[str], says: str, pantau_here: Command) -> None:
    done = pantau_here(*arguments)
    assert says in one_line(done)
    assert done.returncode == 2


def test_a_process_of_its_own_says_the_same(pantau_here: Command) -> None:
    wrong = ("crawl", "--sites", "no-such.toml")
    here, there = pantau_here(*wrong), pantau(*wrong)
    assert one_line(there) == one_line(here)
    assert (there.returncode, there.stdout) == (2, "")


def test_a_registry_without_a_site(tmp_path: Path, pantau_here: Command) -> None:
    (tmp_path / "my.toml").touch()
    done = pantau_here("crawl", "--sites", "my.toml")
    assert "this registry has no site; `pantau sites add URL" in one_line(done)
    assert done.returncode == 2


@pytest.mark.slow
def test_output_that_nobody_reads_ends_as_other_tools_do() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    call = [sys.executable, "-c", "from crawler.cli import main; main()", "sites", "list"]
    done = subprocess.run(call, stdout=writes, stderr=subprocess.PIPE, timeout=60)
    os.close(writes)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder where nobody can write")
def test_a_database_where_no_file_can_be_is_not_called_busy() -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        lock_for_writing(Path("/proc/news.db"))


def test_a_page_that_is_not_there() -> None:
    done = pantau("inspect", "no-such.html")
    assert "no-such.html" in one_line(done)
    assert done.returncode == 1


def test_a_backup_into_a_folder_that_is_not_there(tmp_path: Path) -> None:
    done = pantau("backup", f"{tmp_path}/nowhere/")
    assert "nowhere/: there is no such folder" in one_line(done)
    assert done.returncode == 1
    assert not list(tmp_path.iterdir())


def test_a_cut_file(tmp_path: Path) -> None:
    file = tmp_path / "page.html.gz"
    file.write_bytes(gzip.compress(PAGE.encode())[:100])
    done = pantau("inspect", str(file))
    assert "page.html.gz" in one_line(done)
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("registry", "says"),
    [
        ("[kabar\n", "sites.toml"),
        ('[kabar]\nname = "K"\nhome = "https://k.example"\n', "platform"),
        ('[kabar]\nname = "K"\nhome = "https://k.example"\nplatform = "gopher"\n', "gopher"),
        ('[kabar]\nname = "K"\nhome = "ftp://k.example"\nplatform = "generic"\n', "ftp://"),
        ('[k]\nname = "K"\nhome = "https://k.id"\nplatform = "generic"\nprovince = "99"\n', "99"),
        ('[a]\nname = "K"\nhome = "https://k.example"\nplatform = "generic"\n[a]\n', "a"),
    ],
)
def test_a_broken_registry(registry: str, says: str, tmp_path: Path, pantau_here: Command) -> None:
    file = tmp_path / "sites.toml"
    file.write_text(registry)
    done = pantau_here("crawl", "--sites", str(file), "--db", str(tmp_path / "news.db"))
    line = one_line(done)
    assert "sites.toml" in line
    assert says in line
    assert done.returncode == 2


@pytest.fixture
def saved_page(tmp_path: Path) -> Path:
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    return file


def test_a_file_that_is_no_database(saved_page: Path, tmp_path: Path) -> None:
    text = tmp_path / "notes.db"
    text.write_text("catatan rapat, bukan basis data\n" * 100)
    done = pantau("ingest", str(saved_page), "--db", str(text))
    assert "notes.db" in one_line(done)
    assert done.returncode == 1
    assert text.read_text().startswith("catatan rapat")


def test_a_database_of_somebody_else(saved_page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("create table recipes (name)")
    done = pantau("ingest", str(saved_page), "--db", str(other))
    assert "other.db" in one_line(done)
    assert done.returncode == 1
    tables = sqlite3.connect(other).execute("select name from sqlite_master").fetchall()
    assert tables == [("recipes",)]


@pytest.mark.slow
def test_a_database_of_a_newer_version(saved_page: Path, tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    pantau("ingest", str(saved_page), "--db", str(db))
    with sqlite3.connect(db) as connection:
        connection.execute("pragma user_version = 9999")
    done = pantau("ingest", str(saved_page), "--db", str(db))
    assert "newer" in one_line(done)
    assert done.returncode == 1


def test_a_database_that_is_not_there_to_be_read(tmp_path: Path, pantau_here: Command) -> None:
    done = pantau_here("status", "--db", "none.db")
    assert "none.db: there is no such database" in one_line(done)
    assert done.returncode == 1
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("verb", ["status", "doctor", "backup copy.db"])
def test_an_empty_file_is_no_database(verb: str, tmp_path: Path, pantau_here: Command) -> None:
    (tmp_path / "news.db").touch()
    done = pantau_here(*verb.split(), "--db", "news.db")
    assert "news.db: empty, not yet a database" in one_line(done)
    assert done.returncode == 1
    assert (tmp_path / "news.db").stat().st_size == 0


def on_disk_of_its_own(tmp_path: Path, options: str, script: str) -> str:
    """Run a shell script with a small disk mounted at $DISK; what it said on both streams."""
    if shutil.which("unshare") is None:
        pytest.skip("needs unshare, to mount a small disk in a namespace of its own")
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk in a namespace of their own")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = f'{sys.executable} -c "from crawler.cli import main; main()"'
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", f"mount -t tmpfs -o {options} none $DISK && {script}"],
        capture_output=True,
        text=True,
        timeout=100,
        env={**os.environ, "DISK": str(disk), "PANTAU": command},
    )
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_a_folder_that_may_not_be_written(saved_page: Path, tmp_path: Path) -> None:
    said = on_disk_of_its_own(
        tmp_path,
        "ro,size=1m",
        f"eval $PANTAU ingest {saved_page} --db $DISK/news.db; echo status $?",
    )
    assert "news.db" in said
    assert "status 1" in said


@pytest.mark.slow
def test_a_full_disk_under_what_is_written_for_others(saved_page: Path, tmp_path: Path) -> None:
    db = tmp_path / "news.db"
    said = on_disk_of_its_own(
        tmp_path,
        "size=8k",
        f"eval $PANTAU ingest {saved_page} --db {db} > /dev/null; "
        f"eval $PANTAU report --db {db} --out $DISK; echo status $?; "
        f"eval $PANTAU export --db {db} --out $DISK; echo status $?; ls -A $DISK",
    )
    full = "pantau: no space is left on the disk; make room, then run this again"
    assert sorted(said.splitlines()) == [full, full, "status 1", "status 1"]


@pytest.mark.slow
def test_a_full_disk(saved_page: Path, tmp_path: Path) -> None:
    """The database begins on a disk of 1 MB, and the pages do not all fit."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(300):
        page = PAGE.replace("/sinergi/", f"/sinergi-{number}/").replace("1.200", f"1.{number:03}")
        (pages / f"{number}.html").write_text(page)
    check = (
        "import sqlite3; db = sqlite3.connect('$DISK/news.db'); "
        "print(db.execute('pragma integrity_check').fetchone())"
    )
    said = on_disk_of_its_own(
        tmp_path,
        "size=1m",
        f"eval $PANTAU ingest {pages} --db $DISK/news.db; echo status $?; "
        f'{sys.executable} -c "{check}"',
    )
    assert "news.db" in said
    assert "full" in said
    assert "status 1" in said
    assert "('ok',)" in said
