"""The five stories that the project started from, read as a careful person reads them."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from crawler.cli import cli

PAGES = (
    "mediaindonesia",
    "visitaaponce",
    "harianokus",
    "jambi-independent",
    "sripoku",
    "inpost",
)


@pytest.fixture(scope="session")
def gold(shared: Path) -> dict[str, dict[str, Any]]:
    lines = (shared / "seeds" / "gold.jsonl").read_text().splitlines()
    return {Path(row["page"]).stem: row for row in map(json.loads, lines)}


@pytest.fixture(scope="session")
def readings(shared: Path, gold: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: inspect(shared, gold, name) for name in PAGES}


def inspect(shared: Path, gold: dict[str, dict[str, Any]], name: str) -> dict[str, Any]:
    file = shared / "seeds" / "pages" / f"{name}.html"
    done = CliRunner().invoke(cli, ["inspect", str(file), "--url", gold[name]["url"], "--json"])
    assert done.exit_code == 0, done.output
    reading: dict[str, Any] = json.loads(done.stdout)
    return reading


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", PAGES)
def test_the_article(name: str, gold: dict[str, Any], readings: dict[str, Any]) -> None:
    expected, article = gold[name], readings[name]["article"]
    assert article["title"] == expected["title"]
    assert [squeeze(p) for p in article["paragraphs"]] == [
        squeeze(p) for p in expected["paragraphs"]
    ]
    assert article["platform"] == expected["platform"]
    assert article["authors"] in (expected["authors"], expected.get("authors_accept"))
    for key in ("editors", "dateline", "sign_off"):
        assert article[key] == expected[key], key
    assert article["source_credit"] == expected.get("source_credit")


@pytest.mark.parametrize("name", PAGES)
def test_the_time_of_publication(name: str, gold: dict[str, Any], readings: dict[str, Any]) -> None:
    published, expected = readings[name]["article"]["published_at"], gold[name]["published"]
    if expected is None:
        assert published is None
    else:
        assert datetime.fromisoformat(published) == datetime.fromisoformat(expected)


@pytest.mark.parametrize("name", PAGES)
def test_the_agreement(name: str, gold: dict[str, Any], readings: dict[str, Any]) -> None:
    assert readings[name]["fate"] == "stored"
    assert readings[name]["relevance"]["label"] == gold[name]["relevance"]
    (agreement,) = readings[name]["agreements"]
    if name == "visitaaponce":
        # The copy prints no date of its own, so the year of (13/10) cannot be known from it.
        assert (agreement["event_date"], agreement["event_date_raw"]) == (None, "Jumat (13/10)")
        return
    expected = gold[name]["agreement"]
    assert agreement["government"]["name"] == expected["government"]
    assert agreement["government"]["code"] == expected["government_code"]
    for key in (
        "bpjs_office",
        "instrument",
        "renewal",
        "status",
        "event_date",
        "event_date_raw",
    ):
        assert agreement[key] == expected[key], key


@pytest.mark.parametrize("name", PAGES)
def test_every_quote_stands_where_it_says(name: str, readings: dict[str, Any]) -> None:
    reading = readings[name]
    text = reading["article"]["text"]
    facts = [
        fact
        for kind in ("agreements", "figures", "worker_groups", "regulations", "officials")
        for fact in reading[kind]
    ]
    assert facts
    for fact in facts:
        evidence = fact["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_ingested_together_the_copy_joins_its_original(shared: Path, tmp_path: Path) -> None:
    files = sorted(map(str, (shared / "seeds" / "pages").glob("*.html")))
    done = CliRunner().invoke(cli, ["ingest", *files, "--db", str(tmp_path / "news.db")])
    assert done.exit_code == 0, done.output
    assert "in the database: 6 articles, 5 stories, 4 agreements" in done.stdout


def test_ingested_twice_nothing_is_new(shared: Path, tmp_path: Path) -> None:
    files = sorted(map(str, (shared / "seeds" / "pages").glob("*.html")))
    call = ["ingest", *files, "--db", str(tmp_path / "news.db")]
    CliRunner().invoke(cli, call)
    done = CliRunner().invoke(cli, call)
    assert "0 new articles, 0 new stories, 0 new agreements" in done.stdout
