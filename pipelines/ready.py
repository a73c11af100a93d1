"""A reading made ready for the one writer: what is left to do is to append and to insert."""

from typing import NamedTuple

from pipelines.archives.packing import Packed, packed
from pipelines.fates import Fate
from pipelines.model import Page, Reading
from pipelines.tables.rows import ArticleRows, rows_of


class Ready(NamedTuple):
    """What becomes of a page, as it is written.

    rows: of an article that is stored, else None. capture: the page packed for the archive; None
    where it does not belong there, or was not packed yet.
    """

    fate: Fate
    fate_detail: str | None = None
    rows: ArticleRows | None = None
    capture: Packed | None = None


def ready(reading: Reading, page: Page | None = None) -> Ready:
    """The reading as rows; with its page, a stored one is packed too."""
    rows = rows_of(reading)
    capture = packed(page) if page and rows else None
    return Ready(reading.fate, reading.fate_detail, rows, capture)
