"""`pantau status` says no more than is known: of runs that never ended, and of sites' health."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from crawler.cli.status import command, health_line
from pipelines.store import Store
from tests.pipelines.synthetic import NOW


def test_a_run_is_at_work_only_while_it_holds_the_database(tmp_path: Path) -> None:
    db = tmp_path / "news.db"

    def told() -> str:
        said = CliRunner().invoke(command, ["--db", str(db), "--json"]).stdout
        return str(json.loads(said)["runs"][0]["status"])

    with Store.open(db) as store:
        run = store.ledger.start_run("crawl", ["portal"], NOW)
        assert told() == "running"
    assert told() == "died"
    with Store.open(db) as store:
        store.ledger.end_run(run, NOW, "done")
        assert told() == "done"


@pytest.mark.parametrize(
    ("visited", "sick", "sites", "says"),
    [
        (0, 0, 0, "no site was crawled to its end yet"),
        (0, 0, 57, "no site was crawled to its end yet"),
        (11, 1, 11, "10 of 11 crawled sites are well"),
        (1, 1, 11, "0 of 1 crawled sites are well; 10 more were not crawled to their end yet"),
    ],
)
def test_a_site_no_crawl_has_seen_is_neither_well_nor_sick(
    visited: int, sick: int, sites: int, says: str
) -> None:
    assert health_line(visited, sick, sites) == says
