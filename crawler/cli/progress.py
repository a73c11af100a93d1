"""Live progress of a crawl: a bar when a person watches, a line now and then when not."""

from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from crawler.cli.console import notes
from crawler.run import Progress as State
from pipelines.fates import Fate

_SECONDS_BETWEEN_LINES = 30.0


class CrawlProgress:
    """Shows how far a crawl is, on standard error; a context manager."""

    def __init__(self, sites: int) -> None:
        self._bar = Progress(
            TextColumn("sites"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TextColumn("{task.fields[said]}"),
            TimeElapsedColumn(),
            console=notes,
            disable=not notes.is_terminal,
            transient=True,
        )
        self._task = self._bar.add_task("crawl", total=sites, said="")
        self._next_line = _SECONDS_BETWEEN_LINES

    def update(self, state: State) -> None:
        """Show where the run stands."""
        said = _said(state)
        self._bar.update(self._task, completed=state.sites_done, said=said)
        if self._bar.disable and state.seconds >= self._next_line:
            self._next_line = state.seconds + _SECONDS_BETWEEN_LINES
            notes.print(f"{state.seconds:.0f} s: sites {state.sites_done}/{state.sites}, {said}")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()


def _said(state: State) -> str:
    bad = state.fates.get(Fate.BLOCKED, 0) + state.fates.get(Fate.FAILED, 0)
    rate = state.pages / state.seconds if state.seconds else 0.0
    parts = [
        f"{state.pages} pages ({rate:.1f}/s)",
        f"{state.found} found",
        f"{state.fates.get(Fate.STORED, 0)} stored",
    ]
    return " · ".join([*parts, f"{bad} blocked or failed"] if bad else parts)
