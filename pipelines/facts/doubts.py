"""How sure a scored choice is: whether it stands where the words for it count less."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TypeVar

K = TypeVar("K", bound=str)
DOUBT = 0.9
"""How much less: on stories never seen, doubt up to this dropped more wrong answers than right
ones, and more of it as many of each."""


def doubted(points: Mapping[K, float], chosen: Collection[K]) -> dict[K, float]:
    """The points with the chosen heard more quietly."""
    heard: dict[K, float] = defaultdict(float)
    for name, weight in points.items():
        heard[name] = weight * DOUBT if name in chosen else weight
    return heard
