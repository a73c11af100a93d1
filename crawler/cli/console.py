"""Where things are said: results on standard output, everything else on standard error."""

from rich.console import Console


class Printer(Console):
    """A console that leaves it to the command what happens when nobody reads any more."""

    def on_broken_pipe(self) -> None:
        """Called while the error is being handled."""
        raise


notes = Console(stderr=True, highlight=False)
results = Printer(highlight=False)
