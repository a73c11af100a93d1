"""`pantau stories find` finds what the search page finds, and gives what `stories show` takes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crawler.cli import cli


def pantau(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["stories", *arguments, "--db", str(db)])


@pytest.mark.parametrize(
    ("arguments", "titles", "said"),
    [
        (["NELAYAN"], ["satu", "dua", "tiga", "empat"], "4 stories"),
        (["judul", "dua"], ["dua"], "1 story"),
        (['"berita tiga"', "nelayan"], ["tiga"], "1 story"),
        (["nelayan", "--limit", "2"], ["satu", "dua"], "2 of 4 stories; --limit 4 shows all"),
        (["harimau"], [], "0 stories"),
        (["?"], [], "0 stories"),
    ],
)
def test_stories_with_all_words_newest_first(
    db: Path, arguments: list[str], titles: list[str], said: str
) -> None:
    told = pantau(db, "find", *arguments)
    lines = told.stdout.splitlines()
    assert [line.split("  ")[-1] for line in lines] == [
        f"Judul {t} lindungi nelayan" for t in titles
    ]
    assert (told.exit_code, told.stderr.strip()) == (0, said)


def test_more_than_a_page_of_them(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.serve.search.PAGE", 1)
    told = json.loads(pantau(db, "find", "nelayan", "--limit", "3", "--json").stdout)
    assert told["total"] == 4
    assert [story["title"].split()[1] for story in told["stories"]] == ["satu", "dua", "tiga"]
    assert list(told["stories"][0]) == ["id", "published_at", "site", "title"]


def test_what_was_found_can_be_shown(db: Path) -> None:
    (line,) = pantau(db, "find", "judul", "dua").stdout.splitlines()
    name, day, site, _ = line.split(maxsplit=3)
    assert (day, site) == ("2026-04-04", "portal")
    for spelt in (name, name.upper(), name[:6]):
        assert pantau(db, "show", spelt).stdout.startswith("Judul dua")
    unknown = pantau(db, "show", "zz")
    assert unknown.exit_code == 1
    assert "`pantau stories find WORDS` lists stories" in unknown.stderr


@pytest.mark.parametrize("word", ["kutipan", "cmd", "abc", "raw"])
def test_a_hostile_title_takes_a_line(hostile_db: Path, word: str) -> None:
    lines = pantau(hostile_db, "find", word).stdout.split("\n")
    assert [line[:16].isalnum() for line in lines] == [True, False]
