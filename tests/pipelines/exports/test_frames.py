"""`load` gives a data frame with zoned times, dates, flags and lists."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import polars
import pytest

from pipelines.datasets import load


def test_a_frame_of_polars(db: Path) -> None:
    frame = load("articles", db)
    assert isinstance(frame, polars.DataFrame)
    assert frame.schema["published_at"] == polars.Datetime("us", "Asia/Jakarta")
    assert frame.schema["authors"] == polars.List(polars.String)
    (east,) = frame.filter(polars.col("url").str.ends_with("/timur")).rows(named=True)
    assert east["published_at"] == datetime(2026, 4, 9, 0, 30, tzinfo=ZoneInfo("Asia/Jayapura"))
    assert east["authors"] == ["Sari"]


def test_agreements_are_typed(db: Path) -> None:
    frame = load("agreements", str(db))
    (row,) = frame.filter(polars.col("government_code") == "99.02").rows(named=True)
    assert (row["event_date"], row["renewal"], row["programmes"]) == (
        date(2026, 4, 9),
        True,
        ["JKK"],
    )
    assert row["source_urls"] == ["https://portal.example/timur"]


def test_coverage_is_a_row_for_every_region(db: Path) -> None:
    frame = load("coverage", db)
    assert len(frame) == 514
    assert frame["worker_groups"].to_list() == [[]] * 514


def test_no_such_dataset(db: Path) -> None:
    with pytest.raises(KeyError, match="nothing"):
        load("nothing", db)
