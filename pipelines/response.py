"""What a response is before anybody reads it: a page, or a fate of its own."""

import re

from pipelines.fates import Fate
from pipelines.model import Page

MAX_PAGE_BYTES = 10 * 1024 * 1024

_GONE = {404, 410}
_REFUSING = {401, 402, 403, 407, 429, 451}
_PDF_ZIP_GZIP = (b"%PDF", b"PK\x03\x04", b"\x1f\x8b")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x00\x00\x00")
_PAGE_TYPES = ("text/html", "application/xhtml", "text/plain", "text/xml", "application/xml")
# Marks of the challenge pages that stand where the article should be, also with status 200.
_CHALLENGE = re.compile(
    rb"cf-chl-|cf_chl_opt|challenge-platform/|/cdn-cgi/challenge|<title>\s*just a moment"
    rb"|<title>\s*attention required|ddos-guard|_incapsula_resource|sucuri_cloudproxy"
    rb"|<title>\s*access denied|<title>\s*403 forbidden|captcha-delivery\.com",
    re.IGNORECASE,
)
_CHALLENGE_HEAD = 20_000


def fate_of_response(page: Page) -> tuple[Fate, str] | None:
    """The fate that a response has by itself, with its reason; None for a page to be read."""
    if page.status in _GONE:
        return Fate.GONE, f"HTTP {page.status}"
    if is_challenge(page):
        return Fate.BLOCKED, f"challenge page (HTTP {page.status})"
    if page.status in _REFUSING:
        return Fate.BLOCKED, f"HTTP {page.status}"
    if page.status >= 400:
        return Fate.FAILED, f"HTTP {page.status}"
    if len(page.body) > MAX_PAGE_BYTES:
        return Fate.TOO_LARGE, f"{len(page.body)} bytes"
    if not page.body.strip():
        return Fate.NOT_ARTICLE, "the page is empty"
    return _not_html(page)


def is_challenge(page: Page) -> bool:
    """Whether the body is a block or challenge page instead of an article.

    Real articles sit behind the same services and load their scripts, so a long page that
    answers 200 is never taken for one.
    """
    if page.status == 200 and len(page.body) > _CHALLENGE_HEAD:
        return False
    return _CHALLENGE.search(page.body[:_CHALLENGE_HEAD]) is not None


def _not_html(page: Page) -> tuple[Fate, str] | None:
    kind = page.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind and not kind.startswith(_PAGE_TYPES):
        return Fate.NOT_HTML, kind
    start = page.body[:1024].lstrip()
    if start.startswith(_PDF_ZIP_GZIP + _IMAGES) or b"<" not in page.body[:65536].replace(
        b"\x00", b""
    ):
        return Fate.NOT_HTML, "the bytes are no web page"
    return None
