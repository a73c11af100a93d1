"""Literals of real stories, wherever ../shared is present: figures, rules, officials, places."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.facts.officials import find_officials
from pipelines.facts.prose import Prose
from pipelines.facts.regulations import find_regulations
from pipelines.numbers import find_counted
from pipelines.regions import find_regions, region

SPANS_OF_TIME = ("bulan", "tahun")


@pytest.fixture(scope="module")
def labels(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "labels" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_figures_have_their_values(labels: list[dict[str, Any]]) -> None:
    figures = [
        figure
        for row in labels
        for figure in row.get("figures", ())
        if figure["value"] is not None and figure["unit"] not in SPANS_OF_TIME
    ]
    met = [
        figure
        for figure in figures
        if any(
            abs(one.value - figure["value"]) < 0.01
            for one in find_counted(Prose(f"tercatat {figure['text']}."))
        )
    ]
    assert len(met) >= 0.97 * len(figures)


def test_regulations_are_read_whole(labels: list[dict[str, Any]]) -> None:
    printed = [
        text
        for row in labels
        for text in row.get("regulations", ())
        if any(char.isdigit() for char in text) and "Number" not in text
    ]
    met = [
        text
        for text in printed
        if [one.raw for one in find_regulations(Prose(f"sesuai {text} tentang"))] == [text]
    ]
    assert len(met) >= 0.92 * len(printed)


def test_officials_have_their_names(labels: list[dict[str, Any]]) -> None:
    wrong, met, asked = 0, 0, 0
    for row in labels:
        for official in row.get("officials", ()):
            name = official["name"].removeprefix("H. ").removeprefix("Hj ").removeprefix("H ")
            text = f"Hal itu disampaikan {official['role']} {official['name']} di lokasi."
            found = [one.name for one in find_officials(Prose(text))]
            asked += 1
            met += found == [name]
            wrong += bool(found) and found != [name]
    assert wrong <= 0.02 * asked
    assert met >= 0.93 * asked


def test_governments_are_found_by_name(labels: list[dict[str, Any]]) -> None:
    for row in labels:
        name = row.get("government")
        if not name:
            continue
        codes = {mention.code for mention in find_regions(Prose(f"Pemerintah {name} hadir."))}
        found = [place.name for code in codes if code and (place := region(code))]
        assert [one.replace(" ", "").lower() for one in found] == [name.replace(" ", "").lower()]
