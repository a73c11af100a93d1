"""Datasette's hooks: what a connection may do, which pages there are, what every answer carries."""

import json
import logging
import re
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from datasette.app import Datasette
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError
from jinja2 import Environment
from markupsafe import Markup
from pluggy import HookimplMarker

from pipelines.serve import pages
from pipelines.serve.connection import restrict
from pipelines.serve.language import ENGLISH, INDONESIAN
from pipelines.serve.metadata import DATABASE, meanings
from pipelines.serve.visible import harmless_row, visible

hookimpl = HookimplMarker("datasette")

Asgi = Callable[..., Awaitable[None]]

# Nothing on a page runs, and nothing comes from another host.
_HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
        b" base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    # The texts are their publishers': to be found there, not here.
    (b"x-robots-tag", b"noindex"),
)
_PAGE_OF = {
    **dict.fromkeys(("article_id", "canonical_article_id", "copy_of"), "article"),
    "story_id": "story",
    "government_code": "region",
}
_NAME = re.compile(r"[0-9a-f]{16}|[0-9]{2}(\.[0-9]{2})?")
_log = logging.getLogger(__name__)


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """Every connection to our database reads, and no more."""
    if database == DATABASE:
        restrict(conn)


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """What templates use; the tables, which are in English, get the English frame."""
    env.finalize = visible
    env.globals |= {"say": ENGLISH, "meanings": meanings}
    env.trim_blocks = env.lstrip_blocks = True


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """Our pages: the same addresses in Indonesian, and below /en in English."""
    return [(rf"(?P<english>/en)?{path}$", view) for path, view in pages.ROUTES]


@hookimpl
def render_cell(value: object, column: str) -> Markup | None:
    """In the tables, what names an article, a story or a region leads to its page."""
    page = _PAGE_OF.get(column)
    name = value.get("value") if isinstance(value, dict) else value
    if page is None or not isinstance(name, str) or not _NAME.fullmatch(name):
        return None
    return Markup('<a href="/{}/{}">{}</a>').format(page, name, name)


@hookimpl
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response]]:
    """An error page in the reader's language; what nobody foresaw is logged."""

    async def answer() -> Response:
        status, what = _said(exception)
        if status == 500:
            _log.error("%s failed", request.path, exc_info=exception)
        if re.search(r"\.json$", request.path):
            return Response.json({"ok": False, "error": what, "status": status}, status=status)
        english = request.path.startswith(("/en/", f"/{DATABASE}", "/-/"))
        template = datasette.jinja_env.get_template("error.html")
        say = ENGLISH if english else INDONESIAN
        body = await template.render_async(say=say, status=status, what=what, request=request)
        return Response.html(body, status=status)

    return answer


def _said(error: Exception) -> tuple[int, str]:
    """The HTTP status of an error, and what it says to the one who asked."""
    if isinstance(error, QueryInterrupted) or "interrupted" in error.args:
        return 503, ""
    if isinstance(error, Base400):
        return error.status, str(error.args[0]) if error.args else ""
    if isinstance(error, DatasetteError):
        # Raised on purpose, for what was asked: never a failure of ours.
        status = 400 if error.status == 500 else error.status
        return status, re.sub(r"<[^>]*>", " ", str(error.message))
    if isinstance(error, (sqlite3.Error, json.JSONDecodeError)):
        return 400, str(error)
    return 500, ""


@hookimpl
def asgi_wrapper() -> Callable[[Asgi], Asgi]:
    """Every answer carries the rules for the browser; CSV carries no formulas."""
    return _wrapped


def _wrapped(app: Asgi) -> Asgi:
    async def wrapper(scope: dict[str, Any], receive: Asgi, send: Asgi) -> None:
        is_csv = scope["type"] == "http" and scope["path"].endswith(".csv")

        async def sending(message: dict[str, Any]) -> None:
            nonlocal is_csv
            if message["type"] == "http.response.start":
                is_csv = is_csv and message["status"] == 200
                message = {**message, "headers": _with_rules(message.get("headers", ()))}
            elif is_csv and message.get("body"):
                message = {**message, "body": harmless_row(message["body"])}
            await send(message)

        await app(scope, receive, sending)

    return wrapper


def _with_rules(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [*((name, value) for name, value in headers), *_HEADERS]
