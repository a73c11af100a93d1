"""Workers for archives: units of work done in all cores, or on a cluster, and taken in order."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from typing import Self, TypeVar

from pipelines.cluster import Cluster, connected
from pipelines.reader import processes, undisturbed

_NEEDS = ["pipelines.read", "pipelines.archives.reread"]

Unit = TypeVar("Unit")
Made = TypeVar("Made")


class Workers:
    """Processes of this machine, or of a cluster; a context manager.

    A unit that ends its process is tried once more in a process of its own, so that the units
    beside it do not suffer.
    """

    def __init__(self, count: int | None = None, cluster: Cluster | None = None) -> None:
        self._at_once = cluster.at_once if cluster else count or os.cpu_count() or 1
        self._cluster = cluster
        self._lost = (BrokenProcessPool, cluster.lost) if cluster else BrokenProcessPool
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def map(
        self, work: Callable[[Unit], Made], units: Iterable[Unit]
    ) -> Iterator[tuple[Unit, Made | None]]:
        """Each unit with what was made of it, in the order given, a few of them ahead.

        None where the unit ended every process it was given to.
        """
        waiting: deque[tuple[Unit, Executor, Future[Made] | None]] = deque()
        for unit in units:
            waiting.append((unit, *self._submit(work, unit)))
            if len(waiting) > 2 * self._at_once:
                first, executor, future = waiting.popleft()
                yield first, self._made(work, first, executor, future)
        for left, executor, future in waiting:
            yield left, self._made(work, left, executor, future)

    def alone(self, work: Callable[[Unit], Made], unit: Unit) -> Made | None:
        """What a process of its own, here, makes of a unit; None where that ends it."""
        with processes(1, _NEEDS) as pool:
            try:
                with undisturbed():
                    begun = pool.submit(work, unit)
                return begun.result()
            except BrokenProcessPool:
                return None

    def _submit(
        self, work: Callable[[Unit], Made], unit: Unit
    ) -> tuple[Executor, "Future[Made] | None"]:
        executor = self._executor()
        try:
            with undisturbed():  # a process that is only half begun would be forgotten
                return executor, executor.submit(work, unit)
        except BrokenProcessPool:
            return executor, None

    def _made(
        self,
        work: Callable[[Unit], Made],
        unit: Unit,
        executor: Executor,
        future: "Future[Made] | None",
    ) -> Made | None:
        try:
            if future:
                return future.result()
        except self._lost:
            pass
        if executor is self._pool:
            self._pool = None
        return self.alone(work, unit)

    def _executor(self) -> Executor:
        if self._cluster:
            return self._cluster.executor
        if self._pool is None:
            self._pool = processes(self._at_once, _NEEDS)
        return self._pool


@contextmanager
def hired(address: str | None, count: int | None = None) -> Iterator[Workers]:
    """Workers of the cluster with a scheduler there, else processes here, one a core.

    count: of processes here. Raises ClusterError.
    """
    with ExitStack() as stack:
        cluster = stack.enter_context(connected(address)) if address else None
        yield stack.enter_context(Workers(count, cluster))
