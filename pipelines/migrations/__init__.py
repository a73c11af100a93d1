"""The tables of the database, one step a change, never edited later; in the order of their names.

Column names are the keys of `pantau inspect --json`. A time stands twice: as printed, ISO 8601
with its offset, and as `*_utc` for sorting.
"""

from pipelines.migrations import m001_m006, m007_m010, m011_m019, m020_m022
from pipelines.migrations.step import migrations

__all__ = ["m001_m006", "m007_m010", "m011_m019", "m020_m022", "migrations"]
