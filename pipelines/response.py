"""What a response is before anybody reads it: a page, or a fate of its own."""

import re

from pipelines.fates import Fate
from pipelines.model import Page
from pipelines.relevance import names_agency
from pipelines.urls import is_home

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
_TITLE = re.compile(rb"<(?:title|TITLE)[^>]{0,200}>([^<]{0,300})")
# What the title of a page says that stands, with status 200, where another one was asked for.
_NOT_THERE = re.compile(
    rb"^\W*(?:(?:berita|konten|postingan|tautan|data) )?tidak ditemukan\s*(?:[^\w\s]|$)"
    rb"|^\W*(?:not found|nothing found)\s*(?:[^\w\s]|$)"
    rb"|\b404\W{1,5}(?:not found|error|halaman|page)\b|\b(?:error|kesalahan|oops)\W{1,5}404\b"
    rb"|\bpage (?:cannot be |could not be |was )?not found\b"
    rb"|\b(?:halaman|laman|artikel)(?: (?:yang|ini|itu|anda|kamu|cari|dicari|tersebut)){0,5}"
    rb" tidak (?:ditemukan|tersedia)\b",
    re.IGNORECASE,
)
# All bytes but the control codes that no text has.
_NO_CODES = bytes(set(range(256)) - set(range(1, 9)) - set(range(14, 27)) - set(range(28, 32)))


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
    return _not_html(page) or _not_there(page)


def fate_at_sight(page: Page) -> tuple[Fate, str] | None:
    """The fate that a response has, or one for not naming the agency; None for one to be read."""
    if fate := fate_of_response(page):
        return fate
    if names_agency(page.body):
        return None
    if page.lead and names_agency(page.lead.title.encode(errors="replace")):
        return _instead_of_story(page)
    return Fate.OFF_TOPIC, "the page does not name the agency"


def _instead_of_story(page: Page) -> tuple[Fate, str]:
    """What stands where a headline names the agency and its page does not: mostly a wall."""
    if is_home(page.url):
        return Fate.NOT_ARTICLE, "it leads to the front page"
    return Fate.BLOCKED, "another page stands there: it does not name the agency as its headline"


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
    return (Fate.NOT_HTML, "the bytes are no web page") if _is_binary(page.body) else None


def _is_binary(body: bytes) -> bool:
    """Whether it begins as a file of another kind, has no tag, or is full of control codes."""
    if body[:1024].lstrip().startswith(_PDF_ZIP_GZIP + _IMAGES):
        return True
    codes = body[:4096].translate(None, _NO_CODES)
    return len(codes) * 20 > len(body[:4096]) or b"<" not in body[:65536].replace(b"\x00", b"")


def _not_there(page: Page) -> tuple[Fate, str] | None:
    title = _TITLE.search(page.body[:_CHALLENGE_HEAD])
    said = b" ".join(title.group(1).split()) if title else b""
    if not _NOT_THERE.search(said):
        return None
    return Fate.NOT_ARTICLE, f"it says that it is not there: {said.decode(errors='replace')}"
