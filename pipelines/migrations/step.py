"""What every step is made with."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("pantau")


def run(db: Database, *statements: str) -> None:
    """Execute statements one after the other, inside the transaction of a step."""
    for statement in statements:
        db.execute(statement)
