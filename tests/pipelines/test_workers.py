"""Workers: units in order, and one that ends its process harms nobody beside it."""

import os

import pytest

from pipelines.workers import Workers


def doubled(number: int) -> int:
    """What a unit makes; 7 is one that no process survives."""
    if number == 7:
        os._exit(1)
    return 2 * number


@pytest.mark.slow
@pytest.mark.parametrize("units", [[], [7], [1, 2, 7, 3, 4, 5, 7, 6]])
def test_units_come_back_in_order_and_the_deadly_ones_empty(units: list[int]) -> None:
    with Workers(2) as workers:
        made = list(workers.map(doubled, units))
    assert made == [(unit, None if unit == 7 else 2 * unit) for unit in units]
