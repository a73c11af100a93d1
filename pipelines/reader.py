"""Reading in worker processes, so that the crawl never waits for it and no page can end it."""

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, get_context, parent_process, resource_tracker
from multiprocessing.connection import wait
from typing import Any

from pipelines.fates import Fate
from pipelines.model import Page, Reading, Site
from pipelines.ready import Ready, ready

Job = tuple[Page, Site]
MOST_AT_ONCE = 16
MOST_BYTES_AT_ONCE = 1_000_000
A_MOMENT = 0.05  # seconds
_NEEDS = ["pipelines.read", "pipelines.reader"]
READ_SECONDS = 30.0  # after which a page ends the process that reads it


class Reader:
    """A pool of readers, shared by all crawlers of a process.

    Pages are handed over some at a time, as many as come within a moment. A page that kills its
    reader, or takes it longer than `seconds`, is given one more chance alone, so that the pages
    read beside it do not suffer, and then is a failure by name.
    """

    def __init__(self, workers: int | None = None, seconds: float = READ_SECONDS) -> None:
        self._workers = workers or os.cpu_count() or 2
        self._seconds = seconds
        self._pool: ProcessPoolExecutor | None = None
        self._batch: _Batch | None = None
        self._in_hand = 0
        self._alone = asyncio.Lock()

    async def read(self, page: Page, site: Site) -> Ready:
        """`read_page` in a worker; a page that cannot be read comes back as failed."""
        batch = self._open_batch()
        place = batch.add(page, site)
        self._in_hand += 1
        try:
            return (await asyncio.shield(batch.read))[place]
        except BrokenProcessPool:
            return await self._read_alone(page, site)
        finally:
            self._in_hand -= 1

    def prepare(self) -> None:
        """Begin to load what readers need, while the first pages are on their way."""
        self._open()

    @property
    def is_idle(self) -> bool:
        """Whether no page waits to be read."""
        return not self._in_hand

    def _open_batch(self) -> "_Batch":
        if self._batch is None or self._batch.full.is_set():
            self._batch = _Batch(self._read_batch)
        return self._batch

    async def _read_batch(self, batch: "_Batch") -> list[Ready]:
        await batch.closed()
        pool = self._open()
        try:
            return await self._submit(pool, batch.jobs)
        except BrokenProcessPool:
            self._discard(pool)
            raise

    def close(self) -> None:
        """End the workers; pages that wait to be read are given up."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = processes(self._workers, _NEEDS)
        return self._pool

    def _discard(self, pool: ProcessPoolExecutor) -> None:
        if self._pool is pool:
            self._pool = None
        pool.shutdown(wait=False)

    async def _submit(self, pool: ProcessPoolExecutor, jobs: list[Job]) -> list[Ready]:
        # In a thread: the first one waits until the readers have started.
        handed_over = await asyncio.to_thread(pool.submit, read_all, jobs, self._seconds)
        return await asyncio.wrap_future(handed_over)

    async def _read_alone(self, page: Page, site: Site) -> Ready:
        async with self._alone:
            pool = processes(1, _NEEDS)
            try:
                return (await self._submit(pool, [(page, site)]))[0]
            except BrokenProcessPool:
                return Ready(Fate.FAILED, f"no reader survived it within {self._seconds:g} s")
            finally:
                pool.shutdown(wait=False)


class _Batch:
    """Pages on their way to a reader together. full: no more may join; read: what they say."""

    def __init__(self, read: Callable[["_Batch"], Coroutine[Any, Any, list[Ready]]]) -> None:
        self.jobs: list[Job] = []
        self.full = asyncio.Event()
        self.read = asyncio.ensure_future(read(self))
        self._bytes = 0

    def add(self, page: Page, site: Site) -> int:
        """Its place in the batch."""
        self.jobs.append((page, site))
        self._bytes += sum(len(part.body) for part in (page, *page.more))
        if len(self.jobs) == MOST_AT_ONCE or self._bytes >= MOST_BYTES_AT_ONCE:
            self.full.set()
        return len(self.jobs) - 1

    async def closed(self) -> None:
        """When it is full, or a moment has passed."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.full.wait(), A_MOMENT)
        self.full.set()


def read_all(jobs: list[Job], seconds: float) -> list[Ready]:
    """Read pages one after the other, each within its time."""
    return [ready(read_in_time(page, site, seconds), page) for page, site in jobs]


def read_in_time(page: Page, site: Site, seconds: float) -> Reading:
    """Read a page; the alarm ends the whole process, since a library may never come back."""
    from pipelines.read import read_page

    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return read_page(page, site)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def processes(count: int, needs: list[str]) -> ProcessPoolExecutor:
    """A pool of processes that leave the keyboard to this one and end with it.

    needs: modules that they load beforehand.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(needs)
    resource_tracker.ensure_running()  # it lets the keyboard in again when it has started
    with undisturbed():
        forkserver.ensure_running()  # and all it forks are as deaf as it is
    return ProcessPoolExecutor(count, context, initializer=_die_with_parent)


@contextmanager
def undisturbed() -> Iterator[None]:
    """What is done within is done whole, and what begins within is deaf to the keyboard.

    A Ctrl-C or SIGTERM waits.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # the main thread alone is ever interrupted
        return
    waiting: list[int] = []
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda number, _: waiting.append(number)) for number in numbers]
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
    if waiting:
        signal.raise_signal(waiting[0])


def _die_with_parent() -> None:
    """End when the parent ends, however it ends; garbage is looked for as seldom as in `crawl`."""
    gc.freeze()
    gc.set_threshold(50_000)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    threading.Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
