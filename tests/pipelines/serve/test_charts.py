"""The bars of a chart are as long as what they count."""

from pipelines.serve.charts import stacked_columns, stacked_row


def test_columns_stack_to_their_sum() -> None:
    counts = {"2026-01": {"signed": 3, "planned": 1}, "2026-02": {}, "2026-03": {"signed": 8}}
    columns = stacked_columns(counts, ("signed", "planned"), 300, 100)
    assert [(bar.kind, bar.value, bar.height) for bar in columns.bars] == [
        ("signed", 3, 30.0), ("planned", 1, 10.0), ("signed", 8, 80.0),
    ]  # fmt: skip
    assert [bar.y for bar in columns.bars] == [70.0, 60.0, 20.0]
    assert columns.grid[-1] == (0.0, 10)
    assert [text for _, text in columns.labels] == list(counts)


def test_a_chart_of_nothing_is_empty() -> None:
    assert stacked_columns({}, ("signed",)).bars == ()


def test_a_row_is_cut_by_shares() -> None:
    bars = stacked_row({"a": 1, "b": 0, "c": 3}, 400)
    assert [(bar.kind, bar.x, bar.width) for bar in bars] == [("a", 0, 100), ("c", 100, 300)]
    assert stacked_row({"a": 0}) == []
