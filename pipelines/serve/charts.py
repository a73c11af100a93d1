"""Charts as plain numbers: where the bars of an SVG stand. Templates draw them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of a chart. kind: what it counts; value: how many; the rest in SVG units."""

    kind: str
    value: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Stacked columns. bars: from left to right; labels: (x, text) below some columns;
    grid: (y, value) of the lines; width, height: of the drawing area."""

    bars: tuple[Bar, ...]
    labels: tuple[tuple[float, str], ...]
    grid: tuple[tuple[float, int], ...]
    width: float
    height: float


def stacked_columns(
    counts: Mapping[str, Mapping[str, int]],
    kinds: Sequence[str],
    width: float = 720,
    height: float = 200,
) -> Columns:
    """One column a key of `counts`, in its order, `kinds` stacked from the bottom."""
    top = _round_up(max((sum(column.values()) for column in counts.values()), default=1))
    step = width / max(1, len(counts))
    bars: list[Bar] = []
    for index, column in enumerate(counts.values()):
        foot = height
        for kind in kinds:
            tall = column.get(kind, 0) / top * height
            if tall:
                foot -= tall
                bars.append(
                    Bar(kind, column[kind], index * step + step * 0.12, foot, step * 0.76, tall)
                )
    every = max(1, -(-len(counts) // 9))
    labels = [(index * step + step / 2, key) for index, key in enumerate(counts)][::every]
    grid = sorted({round(top * part / 4) for part in range(5)})
    lines = tuple((height - value / top * height, value) for value in grid)
    return Columns(tuple(bars), tuple(labels), lines, width, height)


def stacked_row(counts: Mapping[str, int], width: float = 400, height: float = 14) -> list[Bar]:
    """One bar of the full width, cut by the shares of its kinds."""
    total = sum(counts.values()) or 1
    bars, left = [], 0.0
    for kind, value in counts.items():
        wide = value / total * width
        if wide:
            bars.append(Bar(kind, value, left, 0, wide, height))
        left += wide
    return bars


def _round_up(value: int) -> int:
    """The next good end of an axis: a power of ten times a number that quarters well."""
    scale = 1
    while True:
        for step in (1, 2, 3, 4, 5, 6, 8):
            if step * scale >= value:
                return step * scale
        scale *= 10
