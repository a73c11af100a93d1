"""Our pages: each takes a request, asks the database one question, and fills a template."""

import sqlite3
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any

from datasette.app import Datasette
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import NotFound, Request, Response

from pipelines.regions import WIB, bare_name, kabupaten_and_kota, region
from pipelines.serve import charts, dashboard, events, search, tilemap
from pipelines.serve.coverage import coverage, rows
from pipelines.serve.language import ENGLISH, INDONESIAN, Language
from pipelines.serve.metadata import DATABASE
from pipelines.serve.overview import overview
from pipelines.serve.place import MOST_EVENTS, place
from pipelines.serve.story import story_page

Context = dict[str, Any]
Question = Callable[[sqlite3.Connection], Context | None]

_TIME_LIMIT_MS = 5000


async def front(datasette: Datasette, request: Request) -> Response:
    """What this is, how fresh it is, and the map."""

    def question(connection: sqlite3.Connection) -> Context:
        found = overview(connection, coverage(connection))
        return {"overview": found, "map": tilemap.tiles(found.provinces, "coverage", _today())}

    return await _page(datasette, request, "front.html", question)


async def search_page(datasette: Datasette, request: Request) -> Response:
    """Search with its filters."""
    wanted = search.asked(request.args)

    def question(connection: sqlite3.Connection) -> Context:
        return {"asked": wanted, "hits": search.hits(connection, wanted), "choices": _choices()}

    return await _page(datasette, request, "search.html", question)


async def regions_page(datasette: Datasette, request: Request) -> Response:
    """All provinces with their kabupaten and kota, or those in one state."""
    state = request.args.get("state", "")

    def question(connection: sqlite3.Connection) -> Context:
        return {"provinces": coverage(connection), "state": state}

    return await _page(datasette, request, "regions.html", question)


async def agreements_page(datasette: Datasette, request: Request) -> Response:
    """What was agreed, planned or told, the newest first."""

    def question(connection: sqlite3.Connection) -> Context:
        return {"listed": events.listed(connection, request.args)}

    return await _page(datasette, request, "agreements.html", question)


async def region_page(datasette: Datasette, request: Request) -> Response:
    """One province, kabupaten or kota."""

    def question(connection: sqlite3.Connection) -> Context | None:
        found = place(connection, request.url_vars["code"], coverage(connection))
        return {"place": found, "most": MOST_EVENTS} if found else None

    return await _page(datasette, request, "region.html", question)


async def story(datasette: Datasette, request: Request) -> Response:
    """One story, showing its canonical article or the one that was asked for."""
    names = request.url_vars

    def question(connection: sqlite3.Connection) -> Context | None:
        found = story_page(connection, names["story"], names["article"], _language(request))
        return {"page": found} if found else None

    return await _page(datasette, request, "story.html", question)


async def article(datasette: Datasette, request: Request) -> Response:
    """The way from an article's id to its story."""
    name = request.url_vars["article"]

    def question(connection: sqlite3.Connection) -> list[Context]:
        return rows(connection, "SELECT story_id FROM articles WHERE id = ?", [name])

    found = await datasette.get_database(DATABASE).execute_fn(question)
    if not found:
        raise NotFound("")
    path = f"/story/{found[0]['story_id']}/{name}"
    return Response.redirect(_language(request).path(path))


async def dashboard_page(datasette: Datasette, request: Request) -> Response:
    """Coverage, time, health and fates."""
    colour: tilemap.Colour = "recency" if request.args.get("colour") == "recency" else "coverage"

    def question(connection: sqlite3.Connection) -> Context:
        found = dashboard.dashboard(connection)
        return {
            "dashboard": found,
            "colour": colour,
            "map": tilemap.tiles(found.provinces, colour, _today()),
            "columns": charts.stacked_columns(found.months, dashboard.COUNTED),
            "statuses": dashboard.COUNTED,
            "groups": tuple(dashboard.FATE_GROUPS),
            "stacked_row": charts.stacked_row,
        }

    return await _page(datasette, request, "dashboard.html", question)


async def nothing(request: Request) -> Response:
    """Datasette's own workings, paths of files among them: not for readers."""
    raise NotFound("")


ROUTES: tuple[tuple[str, Callable[..., Awaitable[Response]]], ...] = (
    (r"/?", front),
    (r"/search", search_page),
    (r"/regions", regions_page),
    (r"/agreements", agreements_page),
    (r"/region/(?P<code>[0-9.]{2,5})", region_page),
    (r"/story/(?P<story>[0-9a-f]{16})(/(?P<article>[0-9a-f]{16}))?", story),
    (r"/article/(?P<article>[0-9a-f]{16})", article),
    (r"/dashboard", dashboard_page),
    (r"/-/.*", nothing),
)


async def _page(
    datasette: Datasette, request: Request, template: str, question: Question
) -> Response:
    """Ask and fill in; the page that says that there is none where the answer is None."""

    def ask(connection: sqlite3.Connection) -> Context | None:
        with sqlite_timelimit(connection, _TIME_LIMIT_MS):
            return question(connection)

    context = await datasette.get_database(DATABASE).execute_fn(ask)
    if context is None:
        raise NotFound("")
    say = _language(request)
    here = request.path.removeprefix("/en") or "/"
    switch = say.other.path(here) + (f"?{request.query_string}" if request.query_string else "")
    common = {"say": say, "switch": switch, "here": here, "region": region, "bare": bare_name}
    return Response.html(
        await datasette.render_template(template, {**common, **context}, request=request)
    )


def _language(request: Request) -> Language:
    return ENGLISH if request.url_vars.get("english") else INDONESIAN


def _choices() -> dict[str, Any]:
    """What the filters offer: provinces, and their governments, their own first."""
    governments: dict[str, list[Any]] = {}
    for government in kabupaten_and_kota():
        code = government.code[:2]
        governments.setdefault(code, [region(code)]).append(government)
    return {
        "governments": governments,
        "instruments": search.INSTRUMENTS,
        "statuses": dashboard.STATUSES,
    }


def _today() -> date:
    return datetime.now(WIB).date()
