"""Datasets as data frames, for notebooks."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pipelines.exports.catalogue import DATASETS
from pipelines.exports.rows import whole
from pipelines.exports.writers import arrow_batches, arrow_schema
from pipelines.store import Store

if TYPE_CHECKING:
    import pyarrow

Frame = Literal["polars", "pandas"]


def load(name: str, db: Path | str = "output/news.db", frame: Frame | None = None) -> Any:
    """A dataset as a data frame: of polars or pandas as asked, else of the one that is there.

    Times are zoned, dates are dates, flags booleans and lists lists. Needs the extra `frames`,
    or pandas and pyarrow. Raises KeyError for no dataset, StoreError, ModuleNotFoundError.
    """
    import pyarrow

    with Store.open(Path(db), read_only=True) as store:
        rows = whole(store, DATASETS[name])
        table = pyarrow.Table.from_batches(arrow_batches(rows), arrow_schema(rows))
    if (frame or _installed()) == "pandas":
        return _pandas(table)
    import polars

    return polars.from_arrow(table)


def _installed() -> Frame:
    return "polars" if find_spec("polars") else "pandas"


def _pandas(table: "pyarrow.Table") -> Any:
    """With days as datetime64, and whole numbers that stay whole where some are not known."""
    import pandas
    import pyarrow

    types = {pyarrow.int64(): pandas.Int64Dtype(), pyarrow.bool_(): pandas.BooleanDtype()}
    return table.to_pandas(date_as_object=False, types_mapper=types.get)
