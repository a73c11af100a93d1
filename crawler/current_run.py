"""The run that the crawlers of this process work for; Scrapy copies settings, so it stands here."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipelines.archive import folder_beside
from pipelines.model import Site
from pipelines.open_run import OpenRun
from pipelines.store import StoreError

_current: OpenRun | None = None


@contextmanager
def working_for(run: OpenRun) -> Iterator[OpenRun]:
    """Let every spider that starts within join this run."""
    global _current
    _current = run
    try:
        yield run
    finally:
        _current = None


def join_or_open(site: Site, settings: Mapping[str, Any]) -> tuple[OpenRun, bool]:
    """The run under way, or a new one for a lone `scrapy crawl`; True where it is the caller's.

    A database that cannot be used ends the program with one line that says why.
    """
    if _current:
        return _current, False
    db, archive = Path(settings["DB"]), settings.get("ARCHIVE_DIR")
    try:
        run = OpenRun(
            db,
            Path(archive) if archive else folder_beside(db),
            archive_all=settings.get("ARCHIVE_ALL") in (True, "True", "true", "1"),
        )
    except StoreError as error:
        raise SystemExit(f"pantau: {error}") from None
    return run.start(f"scrapy crawl {site.key}", [site]), True
