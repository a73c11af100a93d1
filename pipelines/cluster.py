"""Workers beyond this machine: a Dask cluster as an executor (the only door to distributed).

A worker needs this program and the archive at the same path; one thread each, since a page that
takes too long ends its whole process.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass

from pipelines.tables.database import StoreError

_PATIENCE = 10.0  # seconds to wait for the scheduler


class ClusterError(StoreError):
    """The cluster cannot be used; the text is one line that names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster at work. at_once: how many units it does at once. lost: what a unit raises that
    killed every worker it was given to.
    """

    executor: Executor
    at_once: int
    lost: type[Exception]


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """The cluster whose scheduler is at an address like tcp://10.0.0.1:8786.

    A unit whose worker dies is run again on another. Raises ClusterError.
    """
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise ClusterError("--cluster needs: pip install 'pantau-jamsos[cluster]'") from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"{address}: no scheduler answers there ({error})") from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ClusterError(
                f"{address}: the scheduler has no workers; start some with dask worker"
            )
        yield Cluster(client.get_executor(pure=False), threads, KilledWorker)
