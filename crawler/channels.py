"""Pure parsers from what feeds, sitemaps and WordPress REST answer to Leads.

A parser takes the body and the address it came from, and gives what it finds one by one, front
pages left out: an answer may have a hundred thousand entries. It raises ChannelError, one line
for people, when the body is not such a channel at all. A single broken entry is left out.
"""

import html
import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple, TypeVar
from urllib.parse import urljoin, urlsplit

from lxml import etree

from pipelines.model import Lead
from pipelines.page.json_text import json_of
from pipelines.urls import is_home

MAX_UNPACKED = 50 * 1024 * 1024
_SUMMARY_CHARS = 1000
_URL_CHARS = 2000
_TAG = re.compile(r"<[^<>]{0,2000}>")


class ChannelError(ValueError):
    """The answer is not the channel that it should be; one line for people."""


class SitemapRef(NamedTuple):
    """A sitemap that an index names, with its lastmod verbatim."""

    url: str
    changed_raw: str | None


class _Format(NamedTuple):
    """An XML format: its name, and how its root and its entries may be called."""

    name: str
    roots: tuple[str, ...]
    entries: tuple[str, ...]


_FEED = _Format("a feed", ("rss", "RDF", "feed"), ("item", "entry"))
_SITEMAP = _Format("a sitemap", ("urlset", "sitemapindex"), ("url", "sitemap"))
_Found = TypeVar("_Found", bound=Lead | SitemapRef)


def parse_feed(body: bytes, url: str) -> Iterator[Lead]:
    """Entries of an RSS, RDF or Atom feed, in order."""
    return _read(body, _FEED, lambda entry: _feed_lead(entry, url))


def parse_sitemap(
    body: bytes, url: str, is_old: Callable[[str | None], bool]
) -> Iterator[Lead | SitemapRef]:
    """Pages and further sitemaps that a sitemap, news sitemap or sitemap index names.

    is_old: whether a page is left out for its lastmod.
    """
    return _read(body, _SITEMAP, lambda entry: _sitemap_entry(entry, url, is_old))


def parse_rest(body: bytes, url: str) -> Iterator[Lead]:
    """Posts of a WordPress REST answer."""
    try:
        posts = json_of(body.decode("utf-8", "replace").removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise ChannelError("not JSON" + _looks_like_html(body)) from None
    if not isinstance(posts, list):
        code = posts.get("code") if isinstance(posts, dict) else None
        raise ChannelError(f"no list of posts{f': {code}' if code else ''}")
    leads = (_rest_lead(post, url) for post in posts if isinstance(post, dict))
    return (lead for lead in leads if is_page(lead.url))


def _feed_lead(entry: etree._Element, url: str) -> Lead:
    words: dict[str, str] = {}
    for part in entry:
        if text := _link(part) if _name(part) == "link" else _text(part):
            words.setdefault(_name(part), text)
    link = words.get("origLink") or words.get("link") or _permalink(words.get("guid", ""))
    summary = words.get("description") or words.get("summary") or words.get("encoded") or ""
    return Lead(
        url=urljoin(url, link.strip()) if link else "",
        channel_kind="feed",
        channel_url=url,
        title=_plain(words.get("title", "")),
        summary=_plain(summary or words.get("content", ""))[:_SUMMARY_CHARS],
        published_raw=words.get("pubDate") or words.get("published") or words.get("date"),
    )


def _link(part: etree._Element) -> str:
    """The address of an RSS <link>text</link> or of an Atom link to the page itself."""
    if part.get("rel", "alternate") != "alternate":
        return ""
    return part.get("href") or _text(part)


def _permalink(guid: str) -> str:
    return guid if guid.startswith(("http://", "https://")) else ""


def _sitemap_entry(
    entry: etree._Element, url: str, is_old: Callable[[str | None], bool]
) -> Lead | SitemapRef | None:
    words = _sitemap_words(entry)
    location = urljoin(url, words.get("loc", ""))
    if "loc" not in words:
        return None
    if _name(entry) == "sitemap":
        return SitemapRef(location, words.get("lastmod"))
    return None if is_old(words.get("lastmod")) else _sitemap_lead(words, location, url)


def _sitemap_words(entry: etree._Element) -> dict[str, str]:
    """What an entry says itself and as news; its images and videos have a loc and title too."""
    told = (part for block in entry if _name(block) == "news" for part in block)
    words: dict[str, str] = {}
    for part in (*entry, *told):
        if text := _text(part):
            words.setdefault(_name(part), text)
    return words


def _sitemap_lead(words: dict[str, str], location: str, url: str) -> Lead:
    return Lead(
        url=location,
        channel_kind="sitemap",
        channel_url=url,
        title=_plain(words.get("title", "")),
        summary=_plain(words.get("keywords", ""))[:_SUMMARY_CHARS],
        published_raw=words.get("publication_date"),
    )


def _rest_lead(post: dict[str, object], url: str) -> Lead:
    utc = post.get("date_gmt")
    raw = f"{utc}+00:00" if isinstance(utc, str) and utc else post.get("date")
    return Lead(
        url=urljoin(url, link) if isinstance(link := post.get("link"), str) and link else "",
        channel_kind="rest",
        channel_url=url,
        title=_rendered(post.get("title")),
        summary=_rendered(post.get("excerpt"))[:_SUMMARY_CHARS],
        published_raw=raw if isinstance(raw, str) else None,
    )


def _rendered(value: object) -> str:
    text = value.get("rendered") if isinstance(value, dict) else value
    return _plain(text) if isinstance(text, str) else ""


def is_page(url: str) -> bool:
    """Whether an address may be a page of a story: http(s), not endless, and no front page."""
    if len(url) > _URL_CHARS:
        return False
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return False
    return bool(usable) and not is_home(url)


def _read(
    body: bytes, kind: _Format, read: Callable[[etree._Element], _Found | None]
) -> Iterator[_Found]:
    """What `read` makes of the entries, one by one, so that no long document is held whole.

    What can be saved from a broken one; ChannelError where that is nothing.
    """
    body = _plain_xml(body)
    given = 0
    for encoding in (None, "utf-8"):  # some declare UTF-16 and are not
        parsed = _parsed(body, kind, encoding)
        for _, entry in parsed:
            _check_root(entry.getroottree().getroot(), kind)
            one = read(entry)
            if isinstance(one, SitemapRef) or (one and is_page(one.url)):
                given += 1
                yield one
            _forget(entry)
        if parsed.root is not None:
            _check_root(parsed.root, kind)
            if not given and (problem := _fatal(parsed)):
                raise ChannelError(f"broken XML: {problem}")
            return
    raise ChannelError("not XML")


def _plain_xml(body: bytes) -> bytes:
    body = unpacked(body).strip()
    if not body:
        raise ChannelError("the answer is empty")
    if hint := _looks_like_html(body):
        raise ChannelError("not XML" + hint)
    return body


def _parsed(body: bytes, kind: _Format, encoding: str | None) -> etree.iterparse:
    return etree.iterparse(
        BytesIO(body),
        tag=[f"{{*}}{name}" for name in kind.entries],
        encoding=encoding,
        recover=True,
        resolve_entities=False,
        no_network=True,
        collect_ids=False,
    )


def _check_root(root: etree._Element, kind: _Format) -> None:
    if _name(root) not in kind.roots:
        raise ChannelError(f"not {kind.name}: its first element is <{_name(root)}>")


def _forget(entry: etree._Element) -> None:
    """Let go of an entry, and of all that stands before it beside it."""
    entry.clear()
    parent = entry.getparent()
    while parent is not None and entry.getprevious() is not None:
        del parent[0]


def _fatal(parsed: etree.iterparse) -> str | None:
    """The first error that makes a document no XML, in the parser's words."""
    errors = (e for e in parsed.error_log if e.level == etree.ErrorLevels.FATAL)
    error = next(errors, None)
    return " ".join(f"{error.message} (line {error.line})".split()) if error else None


def unpacked(body: bytes) -> bytes:
    """The body, unpacked where it is a gzip file; ChannelError over MAX_UNPACKED bytes."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        text = unpacker.decompress(body, MAX_UNPACKED)
    except zlib.error:
        raise ChannelError("a broken gzip file") from None
    if unpacker.unconsumed_tail:
        raise ChannelError("a gzip file that unpacks to too much")
    return text


def _looks_like_html(body: bytes) -> str:
    start = re.sub(rb"<!--.*?-->|\s+", b" ", body[:2000], flags=re.DOTALL).lstrip().lower()
    is_html = start.startswith((b"<!doctype html", b"<html")) or b"<head" in start[:300]
    return ": an HTML page stands there" if is_html else ""


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: etree._Element) -> str:
    return "".join(_strings(element)).strip()


def _strings(element: etree._Element) -> Iterator[str]:
    """The text of an element without what an unresolved entity would have said."""
    for node in element.iter():
        if isinstance(node.tag, str):
            yield node.text or ""
        if node is not element:
            yield node.tail or ""


def _plain(text: str) -> str:
    """Text without mark-up, its white space folded."""
    return " ".join(html.unescape(_TAG.sub(" ", html.unescape(text))).split())
