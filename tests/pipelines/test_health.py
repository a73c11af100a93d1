"""Health: what a history of visits says, each sickness told from a good site's quiet day."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipelines.health import Health, health_of_sites, judge
from pipelines.store import Store
from pipelines.tables.visits import Visit, completeness_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
replace = Visit._replace
GOOD = Visit("koran", NOW.isoformat(), 12, 4, 3, 0, 0, 4, 0, 3, 1.0)


def history(*newest: dict[str, object], hours: float = 6, usual: int = 20) -> list[Visit]:
    """Newest first: the visits given, then good ones, one every so many hours."""
    rows = [replace(GOOD, **changes) for changes in newest] + [GOOD] * usual  # type: ignore[arg-type]
    return [replace(row, at=ago(n * timedelta(hours=hours))) for n, row in enumerate(rows)]


def ago(time: timedelta) -> str:
    return (NOW - time).isoformat()


NOTHING = {"found": 0, "stored": 0, "dated": 0}


@pytest.mark.parametrize(
    ("visits", "state", "says"),
    [
        ([], "new", ""),
        (history(), "ok", ""),
        (history(NOTHING), "ok", ""),
        (history(NOTHING, NOTHING), "silent", "it used to give 16.0 a day"),
        (history(NOTHING, NOTHING, hours=1), "silent", "a day"),
        (history(NOTHING, hours=24), "ok", ""),
        (history({"left": "blocked: HTTP 403 at x"}), "blocked", "HTTP 403 at x"),
        (history({"left": "robots.txt: HTTP 500"}), "unreachable", "500"),
        (history({"blocked": 9, "stored": 1}), "blocked", "9 pages refused"),
        (history({"blocked": 1, "stored": 8}), "ok", ""),
        (history(NOTHING, {"left": "blocked: HTTP 403 at x"}), "blocked", "HTTP 403 at x"),
        (history(NOTHING, {"blocked": 2, **NOTHING}), "blocked", "2 pages refused"),
        (history({"stored": 1}, {"left": "blocked: HTTP 403 at x"}), "ok", ""),
        (history({"sick_channels": 4}), "sick", "none of its 4"),
        (history({"sick_channels": 1}), "sick", "1 of its 4 channels fell ill"),
        (history({"sick_channels": 1}, {"sick_channels": 1}, {"sick_channels": 1}), "ok", ""),
        (history(*[{"dated": 0}] * 3), "undated", "100% of its new articles"),
        (history({"dated": 0}), "ok", ""),
        (history({"requests": 200}), "costly", "50 requests a story, where 3"),
        (history({"requests": 25}), "ok", ""),
    ],
)
def test_what_a_history_says(visits: list[Visit], state: str, says: str) -> None:
    given = judge(visits)
    assert given.state == state
    assert says in given.reason
    assert not given.reason.startswith(f"{state}: ")


def test_a_site_that_gives_little_is_not_silent() -> None:
    rows = [replace(GOOD, found=0, stored=0, at=ago(timedelta(days=n))) for n in range(30)]
    seldom = [replace(row, found=1) if n in (9, 19, 29) else row for n, row in enumerate(rows)]
    assert judge(seldom) == Health("ok")


def test_health_of_a_database(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db") as store:
        assert health_of_sites(store.stream) == {}


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (range(0, 10), range(0, 10), 1.0),
        (range(0, 20), range(10, 30), 0.768),
        (range(0, 10), range(20, 30), 0.167),
        (range(0, 3), range(0, 30), None),
    ],
)
def test_how_complete_two_lists_are(one: range, other: range, share: float | None) -> None:
    given = completeness_of({str(n) for n in one}, {str(n) for n in other})
    assert given == (share and pytest.approx(share, abs=0.001))
