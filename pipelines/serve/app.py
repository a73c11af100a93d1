"""Puts the server together: Datasette on one database, read-only, with our pages in front."""

import asyncio
import socket
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm

from pipelines.serve import plugin
from pipelines.serve.metadata import DATABASE, metadata
from pipelines.store import Store

_HERE = Path(__file__).parent
_SETTINGS = {
    "sql_time_limit_ms": 2000,
    "num_sql_threads": 3,
    "truncate_cells_html": 120,
    "default_page_size": 50,
    "facet_time_limit_ms": 300,
    "allow_download": False,
    "suggest_facets": False,
}
_DEAREST = (
    "/",
    "/search?q=bpjs",
    "/regions",
    "/agreements",
    "/region/11",
    "/dashboard",
    f"/{DATABASE}/agreements",
)


class _Served(Datasette):  # type: ignore[misc]
    """Datasette without its catalogue of schemas, which takes seconds and which nobody asks."""

    async def refresh_schemas(self) -> None:
        """Nothing."""


class _Live(Database):  # type: ignore[misc]
    """Opened to read, whatever its name; its rows are not all counted for a list of tables."""

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """A connection that cannot write."""
        uri = f"{Path(self.path).resolve().as_uri()}?mode=ro"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._all_file_connections.append(connection)
        return connection

    async def table_counts(self, limit: int = 10) -> dict[str, None]:
        """Every table, uncounted."""
        return dict.fromkeys(await self.table_names())


def application(db: Path) -> Datasette:
    """Datasette with our pages on a database; `.client` asks it without a network.

    Raises StoreError for what cannot be read.
    """
    with Store.open(db, read_only=True) as store:
        store.counts()
    if not pm.has_plugin("pantau"):
        pm.register(plugin, "pantau")
        # Theirs prints every mistyped address with all local variables.
        pm.unregister(name="datasette.handle_exception")
    served = _Served(
        [],
        metadata=metadata(),
        settings=_SETTINGS,
        template_dir=str(_HERE / "templates"),
        static_mounts=[("static", str(_HERE / "static"))],
    )
    served.remove_database("_memory")
    served.add_database(_Live(served, path=str(db), is_mutable=True), name=DATABASE)
    return served


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises OSError where the port is taken or not allowed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def serve(served: Datasette, at: socket.socket, ready: Callable[[], None]) -> None:
    """Answer until interrupted; `ready` is called once all pages answer at their usual pace."""
    config = uvicorn.Config(served.app(), log_level="warning", lifespan="on", server_header=False)

    async def run() -> None:
        await warm(served)
        ready()
        await uvicorn.Server(config).serve(sockets=[at])

    with suppress(KeyboardInterrupt):
        asyncio.run(run())


async def warm(served: Datasette) -> None:
    """Ask for the dearest pages: their templates are compiled then, and the file is at hand."""
    await served.invoke_startup()
    for path in _DEAREST:
        await served.client.get(path)
