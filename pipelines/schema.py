"""The version of the database: its steps stand in `migrations/`.

`application_id` tells our database from any other SQLite file; `user_version` is the number of
the newest step, so that a database written by a newer version is recognised.
"""

from sqlite_utils import Database

from pipelines.migrations import migrations

APPLICATION_ID = 0x50414E54  # "PANT"


def version() -> int:
    """The number of the newest migration this code knows."""
    empty = Database(memory=True)
    steps = len(migrations.pending(empty))
    empty.close()
    return steps


def migrate(db: Database) -> None:
    """Bring a new or older database to this version; each step is one transaction."""
    # First of all whose it is, so that one that a full disk left half made is gone on with.
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.apply(db)
    db.execute(f"PRAGMA user_version = {version()}")
