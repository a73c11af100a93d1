"""`pantau serve` as a program: where it listens, and what it says when it cannot."""

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import pytest

PANTAU = str(Path(sys.executable).with_name("pantau"))


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [PANTAU, "serve", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.slow
def test_it_answers_on_loopback_until_it_is_interrupted(db: Path) -> None:
    command = [PANTAU, "serve", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = server.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:[0-9]+/", said)
        assert address, said
        with urllib.request.urlopen(address[0], timeout=20) as answer:
            assert "Pantau Jamsos" in answer.read().decode()
        server.send_signal(signal.SIGINT)
        rest = server.stderr.read()
    assert server.returncode == 0
    assert rest == ""


@pytest.mark.slow
def test_what_cannot_be_served_is_one_line(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    foreign.write_text("not a database " * 100)
    for path, words in ((tmp_path / "none.db", "no such database"), (foreign, "not a database")):
        done = run("--db", path)
        assert done.returncode == 1
        assert words in done.stderr
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_a_taken_port_is_one_line(db: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("--db", db, "--port", taken.getsockname()[1])
    assert done.returncode == 1
    assert re.fullmatch(
        r"pantau: port \d+ of 127\.0\.0\.1 cannot be used: .*--port.*\n", done.stderr
    )


_AS_NOBODY = """
import os, sys
from pathlib import Path
from pipelines.serve.app import application
from pipelines.store import Store, StoreError
os.setgid(65534), os.setuid(65534)
try:
    application(Path(sys.argv[1]))
except StoreError as error:
    sys.exit(f"refused: {error}")
"""


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_reader_who_may_not_write_in_the_folder(db: Path, mode: str) -> None:
    """A live database cannot be shared without writing beside it; a backup can be read."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(shutil.copy(db, name))
        with sqlite3.connect(copy) as connection:
            connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.close()
        copy.chmod(0o444)
        Path(name).chmod(0o555)
        command = [sys.executable, "-c", _AS_NOBODY, str(copy)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        Path(name).chmod(0o755)
    if mode == "DELETE":
        assert done.returncode == 0, done.stderr
    else:
        assert done.stderr.startswith("refused: "), done.stderr
        assert "pantau backup" in done.stderr
        assert len(done.stderr.splitlines()) == 1
