"""Which WARC files of others were taken in, and how far."""

from datetime import datetime
from typing import NamedTuple

from pipelines.archives.foreign import Slice
from pipelines.store import Store
from pipelines.tables.ledger import utc_text

_NOTE = """INSERT INTO ingested
        (digest, name, size, position, records, pages, done, problem, run_id, at, at_utc)
    VALUES (:digest, :name, :size, :position, :records, :pages, :done, :problem, :run, :at, :utc)
    ON CONFLICT (digest) DO UPDATE SET position = excluded.position, done = excluded.done,
        records = records + excluded.records, pages = pages + excluded.pages,
        problem = coalesce(excluded.problem, problem), run_id = excluded.run_id,
        at = excluded.at, at_utc = excluded.at_utc"""


class Progress(NamedTuple):
    """How far a file was taken in: up to a byte, or to its end."""

    position: int = 0
    done: bool = False


class Ingested:
    """The files that a database took in, by what tells them apart, wherever they lie."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def progress(self, digest: str) -> Progress:
        """How far a file was taken in; at its beginning where it is new."""
        sql = "SELECT position, done FROM ingested WHERE digest = :digest"
        rows = self._store.query(sql, {"digest": digest})
        return Progress(rows[0]["position"], bool(rows[0]["done"])) if rows else Progress()

    def note(
        self, digest: str, name: str, size: int, part: Slice, run_id: int, at: datetime
    ) -> None:
        """Note that a slice was taken in, with all its pages."""
        self._store.change(
            _NOTE,
            {
                "digest": digest,
                "name": name,
                "size": size,
                "position": size if part.end is None else part.end,
                "records": part.records,
                "pages": len(part.pages),
                "done": int(part.end is None),
                "problem": f"damaged in {part.damaged} places" if part.damaged else None,
                "run": run_id,
                "at": at.isoformat(),
                "utc": utc_text(at),
            },
        )
