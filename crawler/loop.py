"""The event loop that every crawl of a process runs in, one after the other."""

import asyncio
from collections.abc import Mapping
from functools import cache

from scrapy.settings import Settings
from scrapy.utils.reactor import install_reactor

_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"


def our_settings(overrides: Mapping[str, str]) -> Settings:
    """Scrapy's settings with ours, and over them what a user asks for."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    # Scrapy's own counts, console and exports: for each of 40 sites, and a run has its own.
    settings.set("EXTENSIONS_BASE", {}, priority="project")
    settings.setdict(dict(overrides), priority="cmdline")
    return settings


@cache
def _reactor_loop(kind: str) -> asyncio.AbstractEventLoop:
    install_reactor(_REACTOR, kind)
    return asyncio.get_event_loop()


def open_loop(settings: Settings) -> asyncio.AbstractEventLoop:
    """The reactor's own event loop, ready for `run_until_complete`, as often as wanted.

    A Twisted reactor cannot be run twice, its loop can. Only from a process's main thread.
    """
    loop = _reactor_loop(settings["ASYNCIO_EVENT_LOOP"])
    asyncio.set_event_loop(loop)
    from twisted.internet import reactor

    if not reactor.running:
        reactor.startRunning(installSignalHandlers=False)
    return loop
