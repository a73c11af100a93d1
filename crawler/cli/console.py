"""Where things are said: results on standard output, everything else on standard error."""

from rich.console import Console

notes = Console(stderr=True, highlight=False)
results = Console(highlight=False)
