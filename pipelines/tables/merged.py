"""Which shards of a cluster's crawl were written: none twice."""

from datetime import datetime

from pipelines.store import Store
from pipelines.tables.ledger import utc_text


def is_merged(store: Store, unit: str) -> bool:
    """Whether the shard of a unit was written."""
    return bool(store.query("SELECT 1 FROM merged WHERE unit = :unit", {"unit": unit}))


def note_merged(store: Store, unit: str, run_id: int, at: datetime) -> None:
    """Note that the shard of a unit was written; in the transaction that writes it."""
    store.change(
        "INSERT INTO merged VALUES (:unit, :run, :at, :utc)",
        {"unit": unit, "run": run_id, "at": at.isoformat(), "utc": utc_text(at)},
    )
