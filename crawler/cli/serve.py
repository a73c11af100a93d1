"""`pantau serve`: search, regions and a dashboard in the browser."""

from pathlib import Path

import click

from crawler.cli import options
from crawler.cli.console import notes

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command(name="serve")
@options.database
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
def command(db: Path, port: int, host: str) -> None:
    """Serve the database to browsers: search, regions, stories, a dashboard, all tables."""
    try:
        from pipelines.serve.app import application, listen, serve
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"serving needs {error.name}: pip install '.[serve]' where the project lies"
        ) from error
    served = application(db)
    try:
        at = listen(host, port)
    except OSError as error:
        why = str(error.strerror or error).partition(" (while")[0]
        raise click.ClickException(
            f"port {port} of {host} cannot be used: {why}; choose another --port or --host"
        ) from error
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{at.getsockname()[1]}/"

    def ready() -> None:
        notes.print(f"{address} serves {db}; Ctrl-C ends it", soft_wrap=True)
        if host not in _LOOPBACK:
            notes.print("whoever reaches this computer can read it, the texts too", soft_wrap=True)

    with at:
        serve(served, at, ready)
