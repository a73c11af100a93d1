"""Reading in worker processes, so that the crawl never waits for it and no page can end it."""

import asyncio
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait

from pipelines.fates import Fate
from pipelines.model import Page, Reading, Site
from pipelines.relevance import names_agency
from pipelines.response import fate_of_response


class Reader:
    """A pool of readers, shared by all crawlers of a process.

    A page that kills its reader, or takes it longer than `seconds`, is given one more chance
    alone, so that the pages read beside it do not suffer, and then is a failure by name.
    """

    def __init__(self, workers: int | None = None, seconds: float = 30.0) -> None:
        self._workers = workers or max(1, (os.cpu_count() or 2) - 1)
        self._seconds = seconds
        self._context = get_context("forkserver")
        self._context.set_forkserver_preload(["pipelines.read"])
        self._pool: ProcessPoolExecutor | None = None
        self._alone = asyncio.Lock()

    async def read(self, page: Page, site: Site) -> Reading:
        """`read_page` in a worker; a page that cannot be read comes back as failed."""
        if fate := fate_of_response(page):
            return Reading(*fate)
        if not names_agency(page.body):
            return Reading(Fate.OFF_TOPIC, "the page does not name the agency")
        pool = self._open()
        try:
            return await self._submit(pool, page, site)
        except BrokenProcessPool:
            self._discard(pool)
            return await self._read_alone(page, site)

    def close(self) -> None:
        """End the workers; pages that wait to be read are given up."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = self._new_pool(self._workers)
        return self._pool

    def _new_pool(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, self._context, initializer=die_with_parent)

    def _discard(self, pool: ProcessPoolExecutor) -> None:
        if self._pool is pool:
            self._pool = None
        pool.shutdown(wait=False)

    async def _submit(self, pool: ProcessPoolExecutor, page: Page, site: Site) -> Reading:
        future = pool.submit(read_in_time, page, site, self._seconds)
        return await asyncio.wrap_future(future)

    async def _read_alone(self, page: Page, site: Site) -> Reading:
        async with self._alone:
            pool = self._new_pool(1)
            try:
                return await self._submit(pool, page, site)
            except BrokenProcessPool:
                return Reading(Fate.FAILED, f"no reader survived it within {self._seconds:g} s")
            finally:
                pool.shutdown(wait=False)


def read_in_time(page: Page, site: Site, seconds: float) -> Reading:
    """Read a page; the alarm ends the whole process, since a library may never come back."""
    from pipelines.read import read_page

    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return read_page(page, site)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def die_with_parent() -> None:
    """Leave the keyboard to the parent, and end when it ends, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    threading.Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
