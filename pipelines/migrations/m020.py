"""Steps 20 and on: see `pipelines.migrations`."""

from sqlite_utils import Database

from pipelines.migrations.step import migrations, run


@migrations()
def m020_indexed_together(db: Database) -> None:
    """New articles go into the full-text index some at a time, by the store, at half the cost."""
    run(db, "DROP TRIGGER articles_fts_insert")
