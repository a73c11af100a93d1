"""Bytes to a parsed page: charset, size, and what is no web page at all."""

import codecs
import re
import zlib
from itertools import islice

from lxml import etree

MAX_BYTES = 8_000_000
MAX_READ = 3_000_000
MAX_TAGS = 15_000
"""Bytes and tags that are read; a story stands long before, later comes a list without end."""

SUB_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
HEADINGS = ("h1", *SUB_HEADINGS)

_GZIP = b"\x1f\x8b"
_NOT_HTML = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"RIFF", b"\x00\x00\x00")
_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|urlset|sitemapindex|svg)\b", re.I)
_SOMETHING = re.compile(rb"[^\s\x00]")
_TAG = re.compile(rb"<\s*/?\s*[a-zA-Z!][^>]{0,2000}>")
_TAG_START = re.compile(rb"<")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.I)
_CONTROLS = bytes(c for c in range(0x20) if c not in b"\t\n\r")
_INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u2060\ufeff\u00ad]+")
_JOINERS = " \u200c\u200d\u2800\u3164"
"""What shows nothing but between letters: editors put it into empty paragraphs."""


class NotHtmlError(Exception):
    """The bytes are no web page; the message says what they look like."""


class TooLargeError(Exception):
    """The page has more bytes than a page may have."""


def squash(text: str) -> str:
    """One line without invisible characters: every run of white space becomes one space."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(_INVISIBLE.sub("", text).split()).strip(_JOINERS)


def text_of(element: etree._Element) -> str:
    """All text below an element on one line."""
    whole = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return squash(whole)


def words_of(element: etree._Element) -> str:
    """All text below an element, with a space wherever the markup changes."""
    return squash(" ".join(map(str, element.itertext())))


def unpacked(body: bytes) -> bytes:
    """The bytes of the page, also where the server left them gzipped.

    Raises TooLargeError where they are more than a page may have, NotHtmlError where the
    gzip stream is broken from its start.
    """
    if body[:2] == _GZIP:
        body = _gunzipped(body)
    if len(body) > MAX_BYTES:
        raise TooLargeError(f"more than {MAX_BYTES} bytes")
    return body


def _gunzipped(body: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(body, MAX_BYTES + 1)
    except zlib.error as error:
        raise NotHtmlError("gzip data that cannot be unpacked") from error


def _check_is_html(body: bytes) -> None:
    if not _SOMETHING.search(body):
        raise NotHtmlError("empty")
    if body.startswith(_NOT_HTML):
        raise NotHtmlError("binary data")
    head = body[:4096]
    if _FEED.match(head):
        raise NotHtmlError("a feed or sitemap, not a page")
    if b"\x00" not in body[:200] and not _TAG.search(body):
        raise NotHtmlError("no markup in it")


def _charset(body: bytes, content_type: str) -> str | None:
    in_page = _META_CHARSET.search(body[:8192])
    in_header = _HEADER_CHARSET.search(content_type)
    name = in_header.group(1) if in_header else in_page.group(1).decode() if in_page else None
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def as_utf8(body: bytes, content_type: str = "") -> bytes:
    """The page in UTF-8: as it is wherever its bytes allow it, else as declared, else cp1252."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if body.startswith(mark):
            return body[2:].decode(name, "replace").encode()
    try:
        body.decode()
    except UnicodeDecodeError:
        return _decoded(body, _charset(body, content_type)).encode("utf-8", "replace")
    return body.removeprefix(codecs.BOM_UTF8)


def _decoded(body: bytes, declared: str | None) -> str:
    if declared in (None, "utf-8") and _mostly_utf8(body):
        return body.decode("utf-8", "replace")
    known = declared not in (None, "utf-8", "iso8859-1", "ascii")
    return _decoded_as(body, declared if declared and known else "cp1252")


def _shortened(body: bytes) -> bytes:
    body = body[:MAX_READ]
    if body.count(b"<") <= MAX_TAGS:
        return body
    last = next(islice(_TAG_START.finditer(body), MAX_TAGS, None))
    return body[: last.start()]


def _decoded_as(body: bytes, name: str) -> str:
    try:
        return body.decode(name, "replace")
    except (LookupError, ValueError):
        return body.decode("cp1252", "replace")


def _mostly_utf8(body: bytes) -> bool:
    """Cut or slightly damaged UTF-8, not another charset."""
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(ord(c) > 127 for c in text[:200_000]) - broken
    return 4 * broken <= whole or (broken == 1 and text.endswith("\ufffd"))


def parse(body: bytes, content_type: str = "") -> etree._Element:
    """The page as a tree, without comments.

    Raises NotHtmlError and TooLargeError.
    """
    body = unpacked(body)
    _check_is_html(body)
    characters = as_utf8(_shortened(body), content_type)
    if any(control in characters for control in _CONTROLS):  # half as long as translating
        characters = characters.translate(None, _CONTROLS)
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(characters, parser)
    except etree.XMLSyntaxError as error:
        raise NotHtmlError("nothing in it that could be parsed") from error
    if root is None:
        raise NotHtmlError("nothing in it that could be parsed")
    return root


def depth_of(root: etree._Element) -> int:
    """How deep the elements of a page are nested."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
