"""The ledger: one fate a URL, nothing lost, failures put off and taken up again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from pipelines.fates import Fate
from pipelines.model import Lead, Site
from pipelines.store import Store
from pipelines.tables.ledger import LONGEST_BACK_OFF, Ledger, back_off
from pipelines.tables.status import runs
from tests.pipelines.synthetic import NOW, SITE

PLAIN = "https://portal.example/berita-satu-dua"
AMP = "https://portal.example/berita-satu-dua/amp"


def lead(url: str, title: str = "Judul") -> Lead:
    return Lead(url, "feed", "https://portal.example/feed", title, "ringkasan", "Rabu (8/4)")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Store.open(tmp_path / "news.db") as store:
        yield store.ledger


def fate_of(ledger: Ledger, url: str) -> str:
    ((fate,),) = ledger._db.execute("SELECT fate FROM pages WHERE url = ?", (url,)).fetchall()
    return str(fate)


@pytest.fixture
def run(ledger: Ledger) -> int:
    return ledger.start_run("crawl", ["portal"], NOW)


def test_a_new_link_waits_with_what_the_channel_said(ledger: Ledger, run: int) -> None:
    assert ledger.found(run, "portal", [lead(PLAIN)], NOW) == [PLAIN]
    assert ledger.pending("portal", NOW) == [(PLAIN, lead(PLAIN))]
    assert ledger.found(run, "portal", [lead(PLAIN)], NOW) == []
    assert ledger.pending("other", NOW) == []


def test_a_variant_is_an_alias_and_its_page_is_fetched_once(ledger: Ledger, run: int) -> None:
    assert ledger.found(
        run, "portal", [lead(AMP), lead(PLAIN), lead(PLAIN + "?page=all")], NOW
    ) == [PLAIN]
    assert ledger.fates() == {Fate.ALIAS: 2, Fate.PENDING: 1}
    assert ledger.count() == 3
    assert fate_of(ledger, AMP) == Fate.ALIAS


def test_spelling_makes_no_row(ledger: Ledger, run: int) -> None:
    ledger.found(run, "portal", [lead("http://www.portal.example/berita-satu-dua#x")], NOW)
    assert ledger.count() == 1
    assert fate_of(ledger, PLAIN) == Fate.PENDING


def test_the_last_slash_makes_no_second_page(ledger: Ledger, run: int) -> None:
    assert ledger.found(run, "portal", [lead(PLAIN), lead(PLAIN + "/")], NOW) == [PLAIN]
    assert fate_of(ledger, PLAIN + "/") == Fate.ALIAS


def test_a_new_slug_of_a_known_id_is_an_alias(ledger: Ledger, run: int) -> None:
    one, other = (
        "https://kota.example/read/691700/satu-dua",
        "https://kota.example/read/691700/tiga",
    )
    assert ledger.found(run, "kota", [lead(one)], NOW) == [one]
    assert ledger.found(run, "kota", [lead(other)], NOW) == []
    assert fate_of(ledger, other) == Fate.ALIAS


@pytest.mark.parametrize("fate", [Fate.FAILED, Fate.BLOCKED])
def test_failures_and_refusals_wait_longer_each_time(ledger: Ledger, run: int, fate: Fate) -> None:
    ledger.found(run, "portal", [lead(PLAIN)], NOW)
    ledger.settle(run, PLAIN, fate, "HTTP 403", NOW)
    assert ledger.pending("portal", NOW) == []
    assert ledger.pending("portal", NOW + back_off(fate, 1)) == [(PLAIN, lead(PLAIN))]
    ledger.settle(run, PLAIN, fate, "HTTP 403", NOW)
    assert ledger.pending("portal", NOW + back_off(fate, 1)) == []
    assert ledger.pending("portal", NOW + back_off(fate, 2)) != []


@pytest.mark.parametrize("fate", [Fate.FAILED, Fate.BLOCKED])
def test_back_off_doubles_up_to_a_week(fate: Fate) -> None:
    assert back_off(fate, 2) == 2 * back_off(fate, 1)
    assert back_off(fate, 1000) == LONGEST_BACK_OFF


def test_who_refuses_is_left_alone_for_longer() -> None:
    assert back_off(Fate.BLOCKED, 1) > back_off(Fate.FAILED, 1)


def test_a_page_in_flight_when_the_run_died_is_due_at_once(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db") as store:
        first = store.ledger.start_run("crawl", ["portal"], NOW)
        store.ledger.found(first, "portal", [lead(PLAIN)], NOW)
    with Store.open(tmp_path / "news.db") as store:
        store.ledger.start_run("crawl", ["portal"], NOW + timedelta(minutes=1))
        assert [url for url, _ in store.ledger.pending("portal", NOW)] == [PLAIN]
        assert [row["status"] for row in runs(store)] == ["running", "died"]


def test_found_is_the_sum_of_the_fates(ledger: Ledger, run: int) -> None:
    urls = [f"https://portal.example/berita-{i}-ini" for i in range(6)]
    ledger.found(run, "portal", [lead(u) for u in [*urls, AMP]], NOW)
    for url, fate in zip(
        urls, [Fate.OFF_TOPIC, Fate.GONE, Fate.BLOCKED, Fate.ROBOTS], strict=False
    ):
        ledger.settle(run, url, fate, "why", NOW)
    assert sum(ledger.fates().values()) == ledger.count() == 8
    assert sum(ledger.fates("portal").values()) == 8
    assert ledger.fates("nobody") == {}


def test_a_stored_page_stays_stored_when_the_site_is_sick(ledger: Ledger, run: int) -> None:
    ledger.settle(run, PLAIN, Fate.STORED, None, NOW, etag="1")
    ledger.settle(run, PLAIN, Fate.FAILED, "timed out", NOW)
    assert fate_of(ledger, PLAIN) == Fate.STORED
    assert ledger.page_validators(PLAIN) == ("1", None)
    ledger.settle(run, PLAIN, Fate.GONE, "404", NOW)
    assert fate_of(ledger, PLAIN) == Fate.GONE


def test_channels_keep_their_validators(ledger: Ledger, run: int) -> None:
    url = "https://portal.example/feed"
    assert ledger.validators(url) == (None, None)
    for status, etag, leads in [(200, '"a"', 9), (304, None, 0)]:
        ledger.save_channel(
            run, "portal", "feed", url, NOW,
            status=status, etag=etag, last_modified=None, leads=leads, error=None,
        )  # fmt: skip
    assert ledger.validators(url) == ('"a"', None)


def test_sites_are_kept_and_updated(ledger: Ledger) -> None:
    ledger.save_sites([SITE])
    ledger.save_sites([Site("portal", "Portal Baru", "generic", verified=True)])
    rows = list(ledger._db.query("SELECT key, name, verified FROM sites"))
    assert rows == [{"key": "portal", "name": "Portal Baru", "verified": 1}]
