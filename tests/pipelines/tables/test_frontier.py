"""The frontier: which leads are news, how far a channel was walked, what to look at again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.fates import Fate
from pipelines.model import Lead
from pipelines.store import Store
from pipelines.tables.frontier import Frontier
from pipelines.urls import canonical_url

START = datetime(2026, 11, 1, 8, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.db") as store:
        store.ledger.start_run("test", ["koran"], START)
        yield store


def lead(name: str) -> Lead:
    return Lead(f"https://koran.example/{name}", "feed", "https://koran.example/rss", name)


def sort(
    frontier: Frontier, names: str, wanted: str, sampled: str = "", at: datetime = START
) -> str:
    """Names of the leads that are to be fetched, in order."""
    leads = [lead(name) for name in names]
    found = frontier.sort(
        1, "koran", leads, lambda one: one.title in wanted, lambda one: one.title in sampled, at
    )
    return "".join(one.title for one in found.wanted)


def test_new_leads_are_wanted_sampled_or_put_aside(store: Store) -> None:
    assert sort(Frontier(store.ledger), "abcd", wanted="ac", sampled="d") == "acd"
    assert store.ledger.fates() == {Fate.OFF_TOPIC: 1, Fate.PENDING: 3}


def test_what_is_known_is_not_wanted_again(store: Store) -> None:
    frontier = Frontier(store.ledger)
    sort(frontier, "ab", wanted="a")
    assert sort(frontier, "ab", wanted="a") == ""


def test_what_was_put_aside_is_wanted_when_a_better_channel_points_to_it(store: Store) -> None:
    frontier = Frontier(store.ledger)
    sort(frontier, "ab", wanted="")
    assert sort(frontier, "ab", wanted="b") == "b"
    assert sort(frontier, "ab", wanted="b") == ""
    store.ledger.settle(1, lead("b").url, Fate.OFF_TOPIC, "a how-to", START)
    assert sort(frontier, "ab", wanted="b") == ""


def test_a_channel_is_walked_when_it_ended_well(store: Store) -> None:
    frontier = Frontier(store.ledger)
    assert frontier.walked_at("https://koran.example/rss") is None

    def save(error: str | None) -> None:
        store.ledger.save_channel(
            1,
            "koran",
            "feed",
            "https://koran.example/rss",
            START,
            status=200,
            etag=None,
            last_modified=None,
            leads=1,
            error=error,
        )

    save(None)
    assert frontier.walked_at("https://koran.example/rss") == START
    save("HTTP 500")
    assert frontier.walked_at("https://koran.example/rss") is None


def test_what_was_not_known_at_the_last_walk(store: Store) -> None:
    frontier = Frontier(store.ledger)
    sort(frontier, "a", wanted="a", at=START)
    sort(frontier, "b", wanted="b", at=START + timedelta(hours=2))
    leads = [lead(name) for name in "abc"]
    assert frontier.unseen_since(leads, START + timedelta(hours=1)) == 2
    assert frontier.unseen_since(leads, START + timedelta(hours=3)) == 1


@pytest.mark.parametrize(
    ("seen_after", "asked_after", "due"),
    [
        (timedelta(minutes=5), timedelta(hours=23), False),
        (timedelta(minutes=5), timedelta(hours=25), True),
        (timedelta(days=3), timedelta(days=5), False),
        (timedelta(days=3), timedelta(days=7), True),
        (timedelta(days=61), timedelta(days=400), False),
    ],
)
def test_a_stored_page_is_looked_at_again_ever_more_seldom(
    store: Store, seen_after: timedelta, asked_after: timedelta, due: bool
) -> None:
    frontier = Frontier(store.ledger)
    sort(frontier, "ab", wanted="ab")
    store.ledger.settle(1, lead("a").url, Fate.STORED, None, START + seen_after)
    store.ledger.settle(1, lead("b").url, Fate.GONE, None, START + seen_after)
    again = frontier.due_again("koran", START + asked_after)
    assert [url for url, _ in again] == ([canonical_url(lead("a").url)] if due else [])
    assert [one for _, one in again] == ([lead("a")] if due else [])
