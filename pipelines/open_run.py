"""A run that is under way: what all crawlers of a process share, and what became of its URLs."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from pipelines.archive import ArchiveWriter, Position
from pipelines.fates import Fate
from pipelines.model import Lead, Page, Site
from pipelines.reader import A_MOMENT, Reader
from pipelines.ready import Ready
from pipelines.store import Store
from pipelines.tables.frontier import Frontier
from pipelines.tables.learned import known_lines, taught
from pipelines.tables.ledger import utc_text

MOMENTS_TO_COMMIT = 5  # at the most; fewer when nothing more is being read


class OpenRun:
    """One run on one database: its store, archive and readers, and a tally for each site.

    archive_all: keep also the pages that will not be stored. found: new URLs by site. fates: given
    in this run by (site, fate). on_change: called after each of them. Raises StoreError and
    StoreBusy when it opens.
    """

    def __init__(
        self,
        db: Path,
        archive: Path | None,
        *,
        archive_all: bool = False,
        on_change: Callable[[], None] = lambda: None,
    ) -> None:
        self.store = Store.open(db)
        self.ledger = self.store.ledger
        self.frontier = Frontier(self.ledger)
        self.reader = Reader()
        self._lines = known_lines(self.store)
        self.archive = ArchiveWriter(archive, db.stem) if archive else None
        self._archive_all = archive_all
        self.found: Counter[str] = Counter()
        self.fates: Counter[tuple[str, Fate]] = Counter()
        self._dated: Counter[str] = Counter()
        self.id = 0
        self._on_change = on_change
        self._commit: asyncio.Task[None] | None = None

    def start(self, command: str, sites: Sequence[Site]) -> Self:
        """Note the run and its sites."""
        self.ledger.save_sites(sites)
        self.id = self.ledger.start_run(command, [site.key for site in sites], now())
        return self

    def end(self, status: str) -> None:
        """Note how it ended ("done", "stopped", "failed") and let go of everything."""
        self.reader.close()
        if self.archive:
            self.archive.close()
        if self.id:
            self.ledger.end_run(self.id, now(), status)
        self.store.close()

    def note_found(
        self,
        site: Site,
        leads: Sequence[Lead],
        is_wanted: Callable[[Lead], bool],
        is_sampled: Callable[[Lead], bool],
    ) -> list[Lead]:
        """Put leads into the ledger; those to be fetched."""
        found = self.frontier.sort(self.id, site.key, leads, is_wanted, is_sampled, now())
        self.found[site.key] += found.new
        if found.aside:
            self.fates[site.key, Fate.OFF_TOPIC] += found.aside
        self._on_change()
        return found.wanted

    def settle(self, site: Site, urls: Iterable[str], fate: Fate, detail: str | None) -> None:
        """Give URLs of the ledger a fate without a page."""
        for url in urls:
            self.ledger.settle(self.id, url, fate, detail, now(), site_key=site.key)
            self.fates[site.key, fate] += 1
        self._on_change()

    async def read(self, page: Page, site: Site) -> Ready:
        """What a page says, told by a reader that knows the lines which recur on its site."""
        return await self.reader.read(page, taught(site, self._lines))

    def keep(self, page: Page, reading: Ready) -> Position | None:
        """Archive a page that mattered; None for others and where its capture is there already."""
        if self.archive is None:
            return None
        return keep(self.store, self.archive, page, reading, unstored=self._archive_all)

    def save(self, site: Site, page: Page, reading: Ready, archived: Position | None) -> None:
        """Store what was read of a page and settle it, for good as soon as it is `committed`."""
        self.store.begin()
        self.store.save(self.id, site, page, reading, now(), archived)
        self.fates[site.key, reading.fate] += 1
        if reading.rows and reading.rows.article["published_at"]:
            self._dated[site.key] += 1
        self._on_change()

    async def committed(self) -> None:
        """When all that was saved stands for good: pages share a transaction while more are read.

        A crash loses what came in those moments: such pages are pending and fetched again.
        """
        if self._commit is None:
            self._commit = asyncio.ensure_future(self._commit_in_a_moment())
        await asyncio.shield(self._commit)

    async def _commit_in_a_moment(self) -> None:
        for _ in range(MOMENTS_TO_COMMIT):
            await asyncio.sleep(A_MOMENT)
            if self.reader.is_idle:
                break
        self._commit = None
        self.store.commit()

    def save_visit(
        self, site: Site, requests: int, completeness: float | None, left: str | None
    ) -> None:
        """Note what a site was asked for and gave in this run."""
        at = now()
        counts = {
            "stored": self.fates[site.key, Fate.STORED],
            "blocked": self.fates[site.key, Fate.BLOCKED],
            "failed": self.fates[site.key, Fate.FAILED],
        }
        self.frontier.save_visit(
            {
                "run_id": self.id,
                "site": site.key,
                "at": at.isoformat(),
                "at_utc": utc_text(at),
                "requests": requests,
                "found": self.found[site.key],
                **counts,
                "dated": self._dated[site.key],
                "completeness": completeness,
                "left": left,
            }
        )


def keep(
    store: Store, archive: ArchiveWriter, page: Page, reading: Ready, *, unstored: bool
) -> Position | None:
    """Archive a page unless its capture is there already; unstored: also one that is no article."""
    mattered = unstored or reading.fate is Fate.STORED
    if not mattered or store.is_archived(page, reading.rows):
        return None
    return archive.write(page, reading.capture)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)
