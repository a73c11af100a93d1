"""The whole product against the demo's gold: every page, its reading, its story, its event."""

import json
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from crawler.demo import MiniWeb, Request
from crawler.demo.content import Story, load_outlets
from pipelines.urls import canonical_url

pytestmark = pytest.mark.slow

STORIES = [story for outlet in load_outlets() for story in outlet.stories]
STORED = [story for story in STORIES if story.gold.fate == "stored"]
COOPERATION = [story for story in STORED if story.gold.relevance == "cooperation"]
UNDATED = {"kedaibola"}
PANTAU = str(Path(sys.executable).with_name("pantau"))
QUICK = ("-s", "DOWNLOAD_DELAY=0.02", "-s", "AUTOTHROTTLE_ENABLED=False")

Row = Mapping[str, str]


@dataclass(frozen=True)
class Crawled:
    """A first crawl of the mini-web: its database and its requests; urls by key of the story."""

    web: MiniWeb
    db: Path
    requests: tuple[Request, ...]
    urls: Mapping[str, str]

    def by_key(self, table: str) -> dict[str, list[Row]]:
        keys = {url: key for key, url in self.urls.items()}
        found = defaultdict(list)
        with sqlite3.connect(self.db) as connection:
            connection.row_factory = sqlite3.Row
            for row in connection.execute(f"SELECT * FROM {table}"):
                if row["url"] in keys:
                    found[keys[row["url"]]].append(dict(row))
        return found

    def one(self, table: str, story: Story) -> Row:
        rows = self.by_key(table)[story.key]
        assert len(rows) == 1, f"{story.key}: {len(rows)} rows in {table}"
        return rows[0]


def crawl(web: MiniWeb, db: Path) -> None:
    command = [PANTAU, "crawl", "--sites", str(web.registry_file), "--db", str(db), *QUICK]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    db = tmp_path_factory.mktemp("demo") / "news.db"
    with MiniWeb() as web:
        crawl(web, db)
        urls = {story.key: canonical_url(url) for url, story in web.stories().items()}
        yield Crawled(web, db, tuple(web.requests), urls)


def key_of(story: Story) -> str:
    return story.key


@pytest.mark.parametrize("story", STORIES, ids=key_of)
def test_every_page_has_the_fate_it_deserves(crawled: Crawled, story: Story) -> None:
    assert crawled.one("pages", story)["fate"] == story.gold.fate


def test_nothing_else_was_found_but_other_addresses_of_these(crawled: Crawled) -> None:
    with sqlite3.connect(crawled.db) as connection:
        rows = connection.execute("SELECT url, fate, fate_detail FROM pages").fetchall()
    others = {url: (fate, detail) for url, fate, detail in rows if url not in crawled.urls.values()}
    assert {fate for fate, _ in others.values()} == {"alias"}
    assert {detail for _, detail in others.values()} <= set(crawled.urls.values())


@pytest.mark.parametrize("story", STORED, ids=key_of)
def test_the_text_is_the_story_and_nothing_else(crawled: Crawled, story: Story) -> None:
    row = crawled.one("dataset_articles", story)
    assert row["title"] == story.title
    assert row["text"].split("\n\n") == list(story.plain_paragraphs)
    assert row["sign_off"] == story.sign_off
    assert row["source_credit"] == story.source


@pytest.mark.parametrize("story", STORED, ids=key_of)
def test_who_wrote_it_and_when(crawled: Crawled, story: Story) -> None:
    row = crawled.one("dataset_articles", story)
    reporters = [name for name in [story.reporter] if name and name != "Redaksi"]
    assert json.loads(row["authors"]) == reporters
    assert json.loads(row["editors"]) == [name for name in [story.editor] if name]
    if story.site in UNDATED:
        assert row["published_at"] is None
    else:
        assert row["published_at"][:16] == story.published.isoformat()[:16]
        assert row["published_at"][-6:] == story.published.isoformat()[-6:]


@pytest.mark.parametrize("story", STORED, ids=key_of)
def test_relevance(crawled: Crawled, story: Story) -> None:
    assert crawled.one("dataset_articles", story)["relevance_label"] == story.gold.relevance


@pytest.mark.parametrize("story", COOPERATION, ids=key_of)
def test_who_agreed_on_what_and_when(crawled: Crawled, story: Story) -> None:
    row, gold = crawled.one("dataset_agreement_sources", story), story.gold
    assert row["government_code"] == gold.government
    assert row["counterpart"] in (gold.counterpart or {None})
    assert row["bpjs_office"] == gold.office
    assert row["instrument"] == gold.instrument
    assert bool(row["renewal"]) is gold.renewal
    assert row["status"] == gold.status
    assert row["event_date"] == (gold.event_date.isoformat() if gold.event_date else None)


@pytest.mark.parametrize("story", COOPERATION, ids=key_of)
def test_every_quote_stands_in_the_text(crawled: Crawled, story: Story) -> None:
    text = crawled.one("dataset_articles", story)["text"]
    row = crawled.one("dataset_agreement_sources", story)
    assert text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_a_contradicted_date_is_kept_raw(crawled: Crawled) -> None:
    story = next(story for story in STORIES if story.gold.story == "lombok-tengah")
    row = crawled.one("dataset_agreement_sources", story)
    assert row["event_date"] is None
    assert row["event_date_raw"] == "Senin (3/11/2026)"
    assert row["event_date_note"]


def groups(pairs: Iterable[tuple[str | None, str]]) -> set[frozenset[str]]:
    """The sets of keys that share a name."""
    named = defaultdict(set)
    for name, key in pairs:
        named[name].add(key)
    return {frozenset(keys) for keys in named.values()}


def test_reprints_are_one_story_and_nothing_else_is(crawled: Crawled) -> None:
    rows = crawled.by_key("dataset_articles")
    got = groups((rows[key][0]["story_id"], key) for key in rows)
    assert got == groups((story.gold.story, story.key) for story in STORED)


def test_every_event_is_one_agreement(crawled: Crawled) -> None:
    rows = crawled.by_key("dataset_agreement_sources")
    got = groups((rows[key][0]["agreement_id"], key) for key in rows)
    assert got == groups((story.gold.event, story.key) for story in COOPERATION)


def test_no_page_is_asked_for_twice(crawled: Crawled) -> None:
    asked = [
        (request.site, request.path)
        for request in crawled.requests
        if request.path != "/robots.txt"
    ]
    assert len(asked) == len(set(asked))


def test_a_forbidden_page_is_never_asked_for(crawled: Crawled) -> None:
    assert not [request for request in crawled.requests if "/read/99" in request.path]


def test_a_crawl_delay_is_kept(crawled: Crawled) -> None:
    outlet = crawled.web.sites["wartapraja"]
    times = [request.time for request in crawled.requests if request.site == outlet.key]
    after_robots = list(pairwise(times))[1:]
    assert len(after_robots) > 3
    assert (
        min(later - earlier for earlier, later in after_robots) >= (outlet.crawl_delay or 0) * 0.9
    )


def test_a_second_crawl_stores_nothing_new(crawled: Crawled) -> None:
    def state() -> list[tuple[str, ...]]:
        with sqlite3.connect(crawled.db) as connection:
            return [
                connection.execute("SELECT group_concat(id) FROM articles ORDER BY id").fetchone(),
                connection.execute("SELECT group_concat(id) FROM stories").fetchone(),
                connection.execute("SELECT group_concat(id) FROM agreements").fetchone(),
                connection.execute("SELECT count(*), group_concat(fate) FROM pages").fetchone(),
                connection.execute("PRAGMA integrity_check").fetchone(),
            ]

    before, asked = state(), len(crawled.web.requests)
    crawl(crawled.web, crawled.db)
    assert state() == before
    later = crawled.web.requests[asked:]
    fetched = {
        crawled.web.sites[request.site].home + request.path
        for request in later
        if request.status == 200
    }
    assert not fetched & {url for url, story in crawled.web.stories().items() if story in STORED}
    assert 304 in {request.status for request in later}
