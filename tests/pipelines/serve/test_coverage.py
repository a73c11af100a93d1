"""Where every region stands, and the map that shows it."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from pipelines.regions import kabupaten_and_kota, region
from pipelines.serve.coverage import coverage
from pipelines.serve.tilemap import coverage_step, places, recency_step, tiles

TODAY = date(2026, 11, 22)


def test_all_regions_are_there_also_the_silent_ones(db: Path) -> None:
    with sqlite3.connect(db) as connection:
        provinces = coverage(connection)
    parts = {part.region.code: part for province in provinces.values() for part in province.parts}
    assert len(provinces) == 38
    assert set(parts) == {government.code for government in kabupaten_and_kota()}
    states = {code: part.state for code, part in parts.items() if part.state != "silent"}
    assert states == {"16.10": "covered", "16.03": "covered", "15.01": "planned"}
    assert (parts["16.03"].instrument, parts["16.03"].latest) == ("pks", "2026-03-02")
    assert (provinces["16"].covered, provinces["16"].latest) == (2, "2026-04-08")
    assert (provinces["15"].covered, provinces["15"].planned, provinces["15"].latest) == (
        0,
        1,
        None,
    )


def test_every_province_has_a_tile_of_its_own() -> None:
    codes = [code for code, *_ in places()]
    spots = {(row, column) for _, row, column, _ in places()}
    assert len(codes) == len(set(codes)) == len(spots) == 38
    assert all(region(code) is not None and len(code) == 2 for code in codes)


def test_the_map_says_what_the_provinces_say(db: Path) -> None:
    with sqlite3.connect(db) as connection:
        provinces = coverage(connection)
    by_code = {tile.code: tile.step for tile in tiles(provinces, "coverage", TODAY)}
    assert (by_code["16"], by_code["15"], by_code["95"]) == (1, 0, 0)
    by_code = {tile.code: tile.step for tile in tiles(provinces, "recency", TODAY)}
    assert (by_code["16"], by_code["15"]) == (3, 0)


@pytest.mark.parametrize(
    ("covered", "of", "step"),
    [(0, 10, 0), (1, 10, 1), (1, 4, 2), (5, 10, 3), (3, 4, 4), (9, 9, 4)],
)
def test_steps_of_coverage(covered: int, of: int, step: int) -> None:
    assert coverage_step(covered, of) == step


@pytest.mark.parametrize(
    ("latest", "step"),
    [
        (None, 0),
        ("2026-11-22", 4),
        ("2026-08-24", 4),
        ("2026-08-23", 3),
        ("2025-11-22", 3),
        ("2025-11-21", 2),
        ("2020-01-01", 1),
    ],
)
def test_steps_of_recency(latest: str | None, step: int) -> None:
    assert recency_step(latest, TODAY) == step
