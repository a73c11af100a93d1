"""The writer's side of a crawl on a cluster: cuts units, hands them out, merges what comes back."""

import signal
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import Any
from uuid import uuid4

from crawler.loop import our_settings
from crawler.registry import Registry, by_host
from crawler.run import Progress, RunResult, SiteResult, crawl
from crawler.spread.unit import Shard, Unit, UnitFailed, crawl_unit
from pipelines.cluster import Cluster, ClusterError, connected
from pipelines.fates import Fate
from pipelines.model import Site
from pipelines.open_run import OpenRun, now
from pipelines.tables.cut import cut
from pipelines.tables.merged import is_merged, note_merged

_SECONDS = 0.5  # after which a signal is heeded
_UNITS_A_WORKER = 2  # at least, where there are sites enough: nobody waits for the last one


def crawl_anywhere(
    sites: Sequence[Site], *, cluster: str | None = None, **arguments: Any
) -> RunResult:
    """`crawl` in this process, or by the workers of a cluster, given its scheduler's address."""
    return crawl_on(cluster, sites, **arguments) if cluster else crawl(sites, **arguments)


def crawl_on(
    address: str,
    sites: Sequence[Site],
    *,
    db: Path,
    archive: Path | None = None,
    archive_all: bool = False,
    since: date | None = None,
    limit: int | None = None,
    broad: bool = False,
    registry: Registry | None = None,
    settings: Mapping[str, str] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> RunResult:
    """`crawl` by the workers of a cluster, with the same result; address: of its scheduler.

    Raises what `crawl` raises, and ClusterError: for a cluster that cannot be used, and at the
    end for sites that no worker could crawl.
    """
    known = registry or Registry.of(sites)
    chosen = {"since": since, "limit": limit, "broad": broad}
    arguments = {**chosen, "registry": known, "settings": settings}
    with connected(address) as cluster:
        run = OpenRun(db, archive, archive_all=archive_all)
        status = "failed"
        try:
            run.start("crawl", sites)
            spread = Spread(cluster, run, db, sites, arguments, on_progress)
            with _on_signals(spread.stop):
                spread.work()
            status = "failed" if spread.failed else "stopped" if spread.stopping else "done"
        finally:
            run.end(status)
    if spread.failed:
        raise ClusterError(f"not crawled: {'; '.join(spread.failed)}")
    return RunResult(run.id, status, spread.results(), spread.seconds, tuple(spread.mishaps))


class Spread:
    """A crawl handed out. failed: units that no worker could do, a line each."""

    def __init__(
        self,
        cluster: Cluster,
        run: OpenRun,
        db: Path,
        sites: Sequence[Site],
        arguments: Mapping[str, Any],
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self._cluster = cluster
        self._run = run
        self._db = db
        self._sites = sites
        self._arguments = arguments
        self._on_progress = on_progress
        self._settings = our_settings(arguments["settings"] or {})
        self._flag = f"pantau-stop-{uuid4()}"
        self._results: dict[str, SiteResult] = {}
        self._started = monotonic()
        self.mishaps: list[str] = []
        self.failed: list[str] = []
        self.stopping = False

    @property
    def seconds(self) -> float:
        """Since it began."""
        return monotonic() - self._started

    def stop(self) -> None:
        """Hand out nothing more; what is at work comes to an end and is merged."""
        self.stopping = True

    def work(self) -> None:
        """Keep every worker busy, with one more unit waiting for each, and merge in between."""
        units = self._units()
        waiting: dict[Future[Shard], Unit] = {}
        while waiting or not self.stopping:
            free = 0 if self.stopping else 2 * self._cluster.at_once - len(waiting)
            for unit in islice(units, free):
                waiting[self._cluster.executor.submit(crawl_unit, unit)] = unit
            if not waiting:
                return
            if self.stopping:
                self._cluster.stop(self._flag)
            for future in wait(waiting, _SECONDS, FIRST_COMPLETED).done:
                self._take(waiting.pop(future), future)

    def _take(self, unit: Unit, future: "Future[Shard]") -> None:
        try:
            shard = future.result()
        except (UnitFailed, self._cluster.lost) as error:
            reason = error if isinstance(error, UnitFailed) else "it killed every worker"
            self.failed.append(f"{', '.join(site.key for site in unit.sites)} ({reason})")
            return
        merge(self._run, shard)
        self._results |= {result.key: result for result in shard.results}
        self.mishaps += shard.mishaps
        if self._on_progress:
            self._on_progress(self._progress())

    def _units(self) -> Iterator[Unit]:
        """All sites in units, each cut out of the database when its turn comes."""
        for number, sites in enumerate(self._parts()):
            yield Unit(
                name=f"{self._run.id}/{number}",
                stop=self._flag,
                sites=sites,
                pause=max(map(self._delay, sites)),
                known=cut(self._db, self._run.id, sites),
                arguments=self._arguments,
            )

    def _parts(self) -> list[list[Site]]:
        """As many sites together as a crawl has at once; fewer where workers would be idle."""
        groups = by_host(self._sites)
        most = 1 if self._arguments["since"] else self._settings.getint("SITES_AT_ONCE")
        fair = -(-len(groups) // (_UNITS_A_WORKER * self._cluster.at_once))
        size = max(1, min(most, fair))
        parts = [groups[start : start + size] for start in range(0, len(groups), size)]
        return [[site for group in part for site in group] for part in parts]

    def _delay(self, site: Site) -> float:
        return self._settings.getfloat("DOWNLOAD_DELAY") if site.delay is None else site.delay

    def _progress(self) -> Progress:
        results = self._results.values()
        return Progress(
            sites=len(self._sites),
            sites_done=len(results),
            pages=sum(result.requests for result in results),
            found=sum(result.found for result in results),
            fates=sum((Counter(result.fates) for result in results), Counter[Fate]()),
            seconds=self.seconds,
        )

    def results(self) -> tuple[SiteResult, ...]:
        """What became of each site."""
        left = "stopped before its turn"
        return tuple(
            self._results.get(site.key) or SiteResult(site.key, 0, 0, {}, left)
            for site in self._sites
        )


def merge(run: OpenRun, shard: Shard) -> None:
    """Write a shard, whole or not at all; one that was written already changes nothing."""
    with run.store.atomic():
        if not is_merged(run.store, shard.unit):
            for entry in shard.journal:
                entry.write(run)
            note_merged(run.store, shard.unit, run.id, now())


@contextmanager
def _on_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Stop in order on SIGINT and SIGTERM."""

    def handle(number: int, frame: FrameType | None) -> None:
        stop()

    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
