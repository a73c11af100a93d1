"""A crawl's last line and `pantau status` say no more than is known of sites and of runs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from crawler.cli.status import command, health_line
from crawler.cli.tables import run_line
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


NONE = dict.fromkeys(("articles", "stories", "agreements", "events"), 0)
SOME = {"articles": 5, "stories": 4, "agreements": 2, "events": 3}
DEAD, SHUT = "the host name is not known", "blocked: HTTP 403 at https://portal.example/feed"


@pytest.mark.parametrize(
    ("before", "after", "pending", "left", "says"),
    [
        (NONE, NONE, 0, [None], "Nothing is stored yet: no story about the agency was found."),
        (NONE, NONE, 0, [DEAD, DEAD], "No site answered."),
        (SOME, SOME, 0, [DEAD], "No site answered."),
        (SOME, SOME, 0, [SHUT], "Every site refused."),
        (SOME, SOME, 0, [SHUT, DEAD], "Of 2 sites, 1 did not answer and 1 refused."),
        (SOME, SOME, 3, [DEAD], "Nothing new; pages left to the next run: 3. No site answered."),
        (
            SOME,
            SOME,
            0,
            [DEAD, None],
            "Nothing new: every story that was found is already in the database."
            " Of 2 sites, 1 did not answer.",
        ),
        (
            NONE,
            SOME,
            0,
            [None, SHUT, DEAD, DEAD],
            "New: 5 articles, 4 stories, 2 agreements (of 3 events, plans and campaigns too)."
            " Of 4 sites, 2 did not answer and 1 refused.",
        ),
    ],
)
def test_the_last_line_of_a_crawl_says_who_was_not_there(
    before: dict[str, int],
    after: dict[str, int],
    pending: int,
    left: list[str | None],
    says: str,
) -> None:
    assert run_line(before, after, pending, left) == says
