"""Workers beyond this machine: a Dask cluster as an executor (the only door to distributed).

Units go out, what was made of them comes back, and this process alone writes. A worker needs this
program; one thread each, since a page that takes too long ends its whole process.
"""

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pipelines.rules import rules_version
from pipelines.tables.database import StoreError

_PATIENCE = 10.0  # seconds to wait for the scheduler
_LARGE = {"distributed.admin.large-graph-warning-threshold": "1GB"}


class ClusterError(StoreError):
    """The cluster cannot be used; the text is one line that names it and says what to do."""


class Wish(Enum):
    """What is wished of a task at work."""

    GO_ON = "nothing new"
    STOP = "come to an end and hand over what is done"
    GONE = "nobody waits for it any more"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster at work. at_once: how many units it does at once. lost: what a unit raises that
    killed every worker it was given to.
    """

    executor: Executor
    at_once: int
    lost: type[Exception]
    _client: Any

    def stop(self, flag: str) -> None:
        """Tell all tasks that look at this flag to stop."""
        from distributed import Event

        Event(flag, client=self._client).set()


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """The cluster whose scheduler is at an address like tcp://10.0.0.1:8786.

    A unit whose worker dies is run again on another. Raises ClusterError, also for a scheduler
    that dies while the block lasts.
    """
    try:
        import dask
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        wanted = "pip install '.[cluster]' where the project lies"
        raise ClusterError(f"--cluster needs: {wanted}") from error
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"{address}: no scheduler answers there ({error})") from error
    with client, dask.config.set(_LARGE):
        threads = _fit_threads(address, client)
        try:
            yield Cluster(client.get_executor(pure=False), threads, KilledWorker, client)
        except CancelledError as error:
            kept = "what came back is kept, and the same command goes on from there"
            raise ClusterError(f"{address}: the scheduler went away; {kept}") from error


def _fit_threads(address: str, client: Any) -> int:
    """How many units can be done at once, by workers that read as this program does."""
    threads = sum(client.nthreads().values())
    if not threads:
        raise ClusterError(f"{address}: the scheduler has no workers; start some with dask worker")
    try:
        theirs = set(client.run(rules_version).values())
    except ImportError as error:
        raise ClusterError(f"{address}: a worker lacks this program ({error})") from error
    if theirs != {rules_version()}:
        words = "install the same version on every machine, and start the workers again"
        raise ClusterError(f"{address}: a worker has another version of this program; {words}")
    return int(threads)


def wish(flag: str) -> Wish:
    """What is wished of the task that asks. flag: the one that would tell it to stop."""
    from distributed import Event, get_worker

    worker = get_worker()
    task = worker.state.tasks.get(worker.get_current_task())
    if task is None or task.state == "cancelled":
        return Wish.GONE
    try:
        return Wish.STOP if Event(flag).is_set() else Wish.GO_ON
    except OSError:
        return Wish.GONE


def scratch() -> str:
    """A folder of the worker that asks, for what lies there while a task lasts."""
    from distributed import get_worker

    return str(get_worker().local_directory)
