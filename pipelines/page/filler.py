"""What came with a template and was never written over."""

from collections.abc import Sequence

from pipelines.page.names import is_stock

_LATIN = ("ipsum", "nulla", "consectetur", "voluptat", "vestibulum", "scelerisque", "soluta")
_STOCK_NAME = 14


def filler_in(lowers: Sequence[str]) -> frozenset[int]:
    """Numbers of the lines of filler, none where it is most of what the page tells.

    lowers: the lines in lower case.
    """
    found = frozenset(i for i, lower in enumerate(lowers) if _is_filler(lower))
    latin = sum(len(lowers[i]) for i in found)
    return found if 2 * latin < sum(map(len, lowers)) else frozenset()


def _is_filler(lower: str) -> bool:
    """ "Lorem ipsum dolor sit amet …", "John Doe"."""
    if "ipsum" in lower or "nulla" in lower or "voluptat" in lower:
        return sum(word in lower for word in _LATIN) > 2 or lower.startswith("lorem ipsum")
    return len(lower) <= _STOCK_NAME and is_stock(lower)
