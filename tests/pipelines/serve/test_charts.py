"""The bars of a chart are as long as what they count."""

import pytest

from pipelines.serve.charts import stacked_columns, stacked_row


def test_columns_stack_to_their_sum() -> None:
    counts = {"2026-01": {"signed": 3, "planned": 1}, "2026-02": {}, "2026-03": {"signed": 8}}
    columns = stacked_columns(counts, ("signed", "planned"), 300, 80)
    assert [(bar.kind, bar.value, bar.height) for bar in columns.bars] == [
        ("signed", 3, 30.0), ("planned", 1, 10.0), ("signed", 8, 80.0),
    ]  # fmt: skip
    assert [bar.y for bar in columns.bars] == [50.0, 40.0, 0.0]
    assert columns.grid[-1] == (0.0, 8)
    assert [text for _, text in columns.labels] == list(counts)


@pytest.mark.parametrize(
    ("most", "lines"),
    [(1, [0, 1]), (3, [0, 1, 2, 3]), (7, [0, 2, 4, 6, 8]), (2400, [0, 750, 1500, 2250, 3000])],
)
def test_an_axis_ends_a_little_above_the_longest_column(most: int, lines: list[int]) -> None:
    grid = stacked_columns({"2026-01": {"signed": most}}, ("signed",)).grid
    assert [value for _, value in grid] == lines


def test_a_chart_of_nothing_is_empty() -> None:
    assert stacked_columns({}, ("signed",)).bars == ()


def test_a_row_is_cut_by_shares() -> None:
    bars = stacked_row({"a": 1, "b": 0, "c": 3}, 400)
    assert [(bar.kind, bar.x, bar.width) for bar in bars] == [("a", 0, 100), ("c", 100, 300)]
    assert stacked_row({"a": 0}) == []
