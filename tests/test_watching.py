"""A sick source is seen the same day, and schedules stop cleanly."""

import json
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click
import pytest

from crawler.cli.every import interval, repeat
from crawler.cli.sick import tell
from crawler.demo.server import MiniWeb
from crawler.registry import load_registry
from pipelines.health import Health
from tests.crawler.judge import JudgedWeb, newsroom

PANTAU = [sys.executable, "-c", "from crawler.cli import main; main()"]
FAST = ["-s", "DOWNLOAD_DELAY=0.01", "-s", "AUTOTHROTTLE_ENABLED=False"]
# Turns without a crawl, each ended by a SIGTERM within a tenth of a millisecond of its wait.
STOPPED_AT_ANY_MOMENT = """
import io, os, random, signal, sys, threading
from datetime import timedelta
from time import perf_counter
from crawler.cli.every import repeat

moments = []

class Said(io.StringIO):
    def write(self, text):
        if "next crawl at" in text:
            moments.append(perf_counter() + random.uniform(0, 1e-4))

def stop_each():
    while True:
        if moments and perf_counter() > moments[0]:
            moments.clear()
            os.kill(os.getpid(), signal.SIGTERM)

sys.stderr = Said()
sys.setswitchinterval(1e-6)
threading.Thread(target=stop_each, daemon=True).start()
for _ in range(3000):
    repeat(timedelta(hours=6), lambda: None)
"""
# For commands that take no settings.
HURRIED = "import crawler.settings; crawler.settings.DOWNLOAD_DELAY = 0.01; "
DEAD_SITE = """[sunyi]
name = "Kabar Sunyi"
platform = "generic"
home = "http://127.0.0.1:9"
allow_private = true
"""


@pytest.mark.parametrize(
    ("text", "span"),
    [("30m", timedelta(minutes=30)), ("6h", timedelta(hours=6)), ("1D", timedelta(days=1))],
)
def test_an_interval(text: str, span: timedelta) -> None:
    assert interval(text) == span


@pytest.mark.parametrize("text", ["", "6", "0h", "6 jam", "-1h", "1.5h", "99999d"])
def test_no_interval(text: str) -> None:
    with pytest.raises(click.UsageError, match="30m, 6h or 1d"):
        interval(text)


@pytest.fixture
def dead(tmp_path: Path) -> list[str]:
    sites = tmp_path / "sites.toml"
    sites.write_text(DEAD_SITE)
    return ["crawl", "--sites", str(sites), "--db", str(tmp_path / "news.db"), *FAST]


class StopTurnsError(Exception):
    """Ends a loop that has no end."""


def pantau(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PANTAU, *arguments], capture_output=True, text=True, timeout=60)


def add_site(*arguments: str) -> subprocess.CompletedProcess[str]:
    call = [*PANTAU[:2], HURRIED + PANTAU[2], "sites", "add", *arguments, "--allow-private"]
    return subprocess.run(call, capture_output=True, text=True, timeout=60)


@pytest.mark.slow
def test_a_dead_site_is_named_and_strict_says_so(dead: list[str]) -> None:
    plain, strict = pantau(*dead), pantau(*dead, "--strict")
    assert (plain.returncode, strict.returncode) == (0, 4)
    assert plain.stderr.startswith("sunyi: unreachable: ")
    assert plain.stdout.splitlines()[-1] == "No site answered."
    assert "Traceback" not in plain.stderr + strict.stderr


@pytest.mark.slow
def test_status_gives_every_site_a_health(dead: list[str], tmp_path: Path) -> None:
    pantau(*dead)
    told = json.loads(pantau("status", "--db", str(tmp_path / "news.db"), "--json").stdout)
    assert [(site["key"], site["health"]) for site in told["sites"]] == [("sunyi", "unreachable")]


@pytest.mark.slow
def test_a_command_of_the_users_choice_gets_the_sick_sites(dead: list[str], tmp_path: Path) -> None:
    kept = tmp_path / "sick.json"
    script = f"import sys; open({str(kept)!r}, 'w').write(sys.stdin.read())"
    done = pantau(*dead, "--on-sick", f'{sys.executable} -c "{script}"')
    assert done.returncode == 0
    (row,) = json.loads(kept.read_text())
    assert (row["site"], row["health"]) == ("sunyi", "unreachable")


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("no-such-command-anywhere", "No such file or directory"),
        (f"{sys.executable} -c 'raise SystemExit(7)'", "it ended with status 7"),
        ("mail 'the team", "No closing quotation"),
    ],
)
def test_a_command_that_fails_is_said(command: str, says: str) -> None:
    with pytest.raises(click.ClickException) as told:
        tell({"sunyi": Health("unreachable", "the host name is not known")}, command)
    assert told.value.message == f"--on-sick {command}: {says}"


def test_a_turn_that_fails_does_not_end_every(capfd: pytest.CaptureFixture[str]) -> None:
    turns = [click.ClickException("--on-sick mail: it ended"), StopTurnsError()]

    def crawl_once() -> None:
        raise turns.pop(0)

    with pytest.raises(StopTurnsError):
        repeat(timedelta(), crawl_once)
    assert "--on-sick mail: it ended" in capfd.readouterr().err


@pytest.fixture
def web() -> Iterator[MiniWeb]:
    with MiniWeb() as web:
        yield web


@pytest.mark.slow
def test_every_hears_a_signal_at_any_moment() -> None:
    call = [sys.executable, "-c", STOPPED_AT_ANY_MOMENT]
    assert subprocess.run(call, timeout=60).returncode == 0


@pytest.mark.slow
def test_every_waits_for_its_next_turn_and_stops_on_sigterm(web: MiniWeb, tmp_path: Path) -> None:
    call = [*PANTAU, "crawl", "wartapraja", "--sites", str(web.registry_file), *FAST]
    run = subprocess.Popen(
        [*call, "--db", str(tmp_path / "news.db"), "--every", "6h"],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert run.stderr is not None
    for line in run.stderr:
        if line.startswith("next crawl at"):
            break
    run.send_signal(signal.SIGTERM)
    assert "stopped" in run.communicate(timeout=30)[1]
    assert run.returncode == 0


@pytest.mark.slow
def test_a_site_is_added_from_one_of_its_pages(web: MiniWeb, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    url = next(url for url, story in web.stories().items() if story.site == "teropongceleb")
    done = add_site(url, "--province", "73", "--append", str(mine))
    assert done.returncode == 0, done.stderr
    added = load_registry(mine).sites
    (new,) = added.values()
    assert (new.platform, new.province, new.home) == ("wordpress", "73", url[: url.index("/", 8)])
    printed = add_site(url)
    assert tomllib.loads(printed.stdout).keys() == {new.key}
    again = add_site(url, "--append", str(mine))
    assert again.returncode == 1
    assert "already" in again.stderr
    assert len(again.stderr.splitlines()) == 1


@pytest.mark.slow
def test_a_site_is_added_at_the_pace_that_it_asks_for(tmp_path: Path) -> None:
    with JudgedWeb(tmp_path) as web:
        site = web.add("lambat", newsroom(1), "User-agent: *\nCrawl-delay: 0.4\n")
        story = next(path for path in site.routes if path.startswith("/cerita/"))
        done = add_site(f"{site.home}{story}")
    assert done.returncode == 0, done.stderr
    assert [asked.path for asked in site.asked].count("/robots.txt") == 2
    assert site.least_gap() >= 0.4


@pytest.mark.slow
def test_a_page_that_is_not_there_adds_no_site(web: MiniWeb) -> None:
    home = next(iter(load_registry(web.registry_file).sites.values())).home
    done = pantau("sites", "add", "http://127.0.0.1:9/x")
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (1, 1)
    assert "not a public address" in done.stderr
    assert "--allow-private" in done.stderr
    assert pantau("sites", "add", home.removeprefix("http://")).returncode == 2
    gone = add_site(f"{home}/no-such-page")
    assert (gone.returncode, gone.stdout) == (1, "")
    assert "gone: HTTP 404; give the address of an article" in gone.stderr
    wrong = pantau("sites", "add", f"{home}/x", "--province", "99")
    assert wrong.returncode == 2
    assert "no province has this name or code" in wrong.stderr
