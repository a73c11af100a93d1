"""Checking sites, what focus misses, and the generated page of sites."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from crawler.check import check
from crawler.cli.add import command as add
from crawler.cli.check import as_row, command, show_checks
from crawler.cli.errors import SICK
from crawler.focus import FocusReport, focus_report
from crawler.registry import load_registry
from crawler.run import crawl
from crawler.sites_page import sites_page
from pipelines.fates import Fate
from pipelines.health import health_of_sites
from pipelines.store import Store
from tests.conftest import ROOT
from tests.crawler.judge import JudgedWeb, newsroom, story

pytestmark = pytest.mark.slow


@pytest.fixture
def web(tmp_path: Path) -> Iterator[JudgedWeb]:
    with JudgedWeb(tmp_path) as web:
        yield web


def test_each_channel_and_one_article_are_asked(web: JudgedWeb, tmp_path: Path) -> None:
    web.add("sehat", newsroom(relevant=5))
    web.add("sakit", newsroom(relevant=5), robots=(503, {"Retry-After": "0"}, b""))
    sites = list(load_registry(web.registry).sites.values())
    good, bad = check(sites, db=tmp_path / "news.db", settings={"DOWNLOAD_DELAY": "0"})
    assert good.health.state == "ok"
    assert good.article is not None
    assert good.article[1] is Fate.STORED
    assert len(web.sites["sehat"].articles_asked()) == 1
    errors = {channel.url.rpartition("/")[2]: channel.error for channel in good.channels}
    assert errors["?s=jamsostek"] is None
    assert errors["sitemap_index.xml"] == "HTTP 404"
    assert (bad.health.state, bad.article) == ("unreachable", None)
    again, _ = check(sites, db=tmp_path / "news.db", settings={"DOWNLOAD_DELAY": "0"})
    assert not any(channel.unchanged for channel in good.channels)
    unchanged = [channel.leads for channel in again.channels if channel.unchanged]
    assert unchanged == [0] * len(unchanged) != []
    out = Console(file=StringIO(), width=120)
    show_checks([as_row(again)], out)
    assert f"0, {len(unchanged)} unchanged" in out.file.getvalue()  # type: ignore[attr-defined]


def test_a_sick_site_is_said_and_kept_for_status(web: JudgedWeb, tmp_path: Path) -> None:
    web.add("sakit", newsroom(relevant=5), robots=(503, {"Retry-After": "0"}, b""))
    call = ["--strict", "--sites", str(web.registry), "--db", str(tmp_path / "news.db")]
    assert CliRunner().invoke(command, call).exit_code == SICK
    with Store.open(tmp_path / "news.db", read_only=True) as store:
        assert health_of_sites(store.stream)["sakit"].state == "unreachable"


def test_a_site_is_tried_no_faster_than_it_is_crawled(
    web: JudgedWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.settings.DOWNLOAD_DELAY", 0.5)
    only_stories = "User-agent: *\nAllow: /cerita\nDisallow: /"
    site = web.add("baru", lambda home: {"/cerita-1": story(1)}, robots=only_stories)
    assert CliRunner().invoke(add, [f"{site.home}/cerita-1", "--allow-private"]).exit_code == 0
    assert [asked.path for asked in site.asked] == ["/robots.txt", "/cerita-1", "/robots.txt"]
    assert site.least_gap() >= 0.5


def test_what_focus_misses_is_estimated_from_the_sample(web: JudgedWeb, tmp_path: Path) -> None:
    web.add("koran", newsroom(relevant=10, other=400))
    db = tmp_path / "news.db"
    sites = list(load_registry(web.registry).sites.values())
    crawl(sites, db=db, settings={"DOWNLOAD_DELAY": "0"})
    with Store.open(db, read_only=True) as store:
        report = focus_report(store.query)
    assert report.aside + report.sampled == 400
    assert report.sampled >= 1
    assert (report.stories, report.missed) == (0, 0.0)
    assert FocusReport(aside=980, sampled=20, stories=1).missed == 49.0
    assert FocusReport(aside=5, sampled=0, stories=0).missed is None


def test_the_page_of_sites_is_up_to_date() -> None:
    written = (ROOT / "docs" / "sites.md").read_text(encoding="utf-8")
    assert written == sites_page(load_registry()), (
        "run python -m crawler.sites_page > docs/sites.md"
    )
