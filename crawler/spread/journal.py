"""What a crawl writes, noted on a worker and written again by the one writer, in the same words.

Every entry is a call to the ordinary store with the worker's own time, so that stories and events
are decided where the whole database is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Protocol

from pipelines.archive import Position
from pipelines.archives.capture import captures
from pipelines.archives.packing import Packed, packed
from pipelines.fates import Fate
from pipelines.model import Lead, Page, Site
from pipelines.open_run import OpenRun, now
from pipelines.ready import Ready


class Entry(Protocol):
    """One thing that was written."""

    def write(self, run: OpenRun) -> None:
        """Write it again for another run."""


@dataclass(frozen=True, slots=True)
class Found:
    """A channel's leads. wanted, sampled: those that were worth a request."""

    site: str
    leads: Sequence[Lead]
    wanted: frozenset[Lead]
    sampled: frozenset[Lead]
    at: datetime

    def write(self, run: OpenRun) -> None:
        """Into the ledger."""
        wanted, sampled = self.wanted.__contains__, self.sampled.__contains__
        run.frontier.sort(run.id, self.site, self.leads, wanted, sampled, self.at)


@dataclass(frozen=True, slots=True)
class Settled:
    """A URL that got its fate without a page."""

    site: str
    url: str
    fate: Fate
    detail: str | None
    at: datetime

    def write(self, run: OpenRun) -> None:
        """Into the ledger."""
        key = self.site
        run.ledger.settle(run.id, self.url, self.fate, self.detail, self.at, site_key=key)


@dataclass(frozen=True, slots=True)
class Read:
    """A page that was read. capture: the page as a WARC file holds it; told: what it says."""

    site: Site
    capture: Packed
    told: Ready
    at: datetime

    def write(self, run: OpenRun) -> None:
        """The page into the archive if it mattered, then what was read of it."""
        ((_, page),) = captures(BytesIO(self.capture.records), self.site.key)
        ready = self.told._replace(capture=self.capture)
        run.store.save(run.id, self.site, page, ready, self.at, run.keep(page, ready))


@dataclass(frozen=True, slots=True)
class Channel:
    """What a channel gave. row: as it stands in the table `channels`."""

    row: Mapping[str, Any]

    def write(self, run: OpenRun) -> None:
        """Into the table `channels`."""
        row = self.row
        run.ledger.save_channel(
            run.id,
            row["site"],
            row["kind"],
            row["url"],
            datetime.fromisoformat(row["tried_at"]),
            status=row["status"],
            etag=row["etag"],
            last_modified=row["last_modified"],
            leads=row["leads"],
            error=row["error"],
        )


@dataclass(frozen=True, slots=True)
class Visited:
    """What a visit asked for and gave. row: as it stands in the table `visits`."""

    row: Mapping[str, Any]

    def write(self, run: OpenRun) -> None:
        """Into the history that health is judged from; after the visit's channels."""
        run.frontier.save_visit({**self.row, "run_id": run.id})


class NotedRun(OpenRun):
    """A worker's run: an ordinary one that notes what it writes, with every page."""

    def __init__(self, journal: list[Entry], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._journal = journal

    def note_found(
        self,
        site: Site,
        leads: Sequence[Lead],
        is_wanted: Callable[[Lead], bool],
        is_sampled: Callable[[Lead], bool],
    ) -> list[Lead]:
        """As ever, noted."""
        wanted, sampled = frozenset(filter(is_wanted, leads)), frozenset(filter(is_sampled, leads))
        self._journal.append(Found(site.key, leads, wanted, sampled, now()))
        return super().note_found(site, leads, is_wanted, is_sampled)

    def settle(self, site: Site, urls: Iterable[str], fate: Fate, detail: str | None) -> None:
        """As ever, noted."""
        known = list(urls)
        self._journal += (Settled(site.key, url, fate, detail, now()) for url in known)
        super().settle(site, known, fate, detail)

    def save(self, site: Site, page: Page, reading: Ready, archived: Position | None) -> None:
        """As ever, noted; whether the archive keeps the page is for the writer to say."""
        capture = reading.capture or packed(page)
        self._journal.append(Read(site, capture, reading._replace(capture=None), now()))
        super().save(site, page, reading, archived)

    def end(self, status: str) -> None:
        """As ever; what channels and visits came to is noted before the database closes."""
        for table, entry in (("channels", Channel), ("visits", Visited)):
            sql = f"SELECT * FROM {table} WHERE run_id = :run"
            self._journal += map(entry, self.store.query(sql, {"run": self.id}))
        super().end(status)
