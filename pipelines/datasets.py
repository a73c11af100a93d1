"""Datasets for the people downstream: a dataset is a view plus a writer; see `exports/`."""

from pipelines.exports.catalogue import DATASETS
from pipelines.exports.cursors import UnknownCursor
from pipelines.exports.folder import FORMATS, Format, export, export_changes
from pipelines.exports.frames import load

__all__ = ["FORMATS", "Format", "UnknownCursor", "export", "export_changes", "load", "names"]


def names() -> tuple[str, ...]:
    """What there is."""
    return tuple(DATASETS)
