"""Listings and search pages: the links to stories, each with the words and the date beside it."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from crawler.channels import ChannelError, is_page
from crawler.registry import host_key
from pipelines.model import ChannelKind, Lead
from pipelines.urls import canonical_url

_SUMMARY_CHARS = 500
_BLOCK_CHARS = 2000
_LINKS_OF_ONE_STORY = 8
_LEVELS_OF_ONE_STORY = 12
_MAX_LINKS = 2000
_SIDE = re.compile(
    r"\b(?:aside|sidebar|side-?bar|footer|navbar|nav|menu|trending|terpopuler|populer|popular|"
    r"rekomendasi|recommended|related|terkait)\b",
    re.IGNORECASE,
)
_SIDE_TAGS = {"aside", "footer", "nav"}
_DATE = re.compile(
    r"\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}(?:[\s,|\-–]*\d{1,2}[:.]\d{2})?(?:\s*WI(?:B|TA|T)\b)?"
    r"|\b\d{1,2}[-/]\d{1,2}[-/]\d{4}(?:[\s,|\-–]*\d{1,2}[:.]\d{2})?(?:\s*WI(?:B|TA|T)\b)?"
    r"|\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?"
    r"|\b\d{1,3}\s+(?:detik|menit|jam|hari)\s+(?:yang\s+)?lalu\b"
)


def parse_listing(body: bytes, url: str, article: re.Pattern[str]) -> list[Lead]:
    """Links on a page whose path is an article's, on the same host, in the order of the page.

    Links in side bars, menus and boxes of popular or related stories are left out, since they
    are not what the page lists. ChannelError for bytes that are no HTML.
    """
    return [lead for lead, _ in _entries(body, url, article, "listing")]


def parse_search(
    body: bytes,
    url: str,
    article: re.Pattern[str],
    fits: Callable[[Lead], bool],
    places: set[str],
) -> list[Lead]:
    """The results on a search page.

    A result stands where at least one stands that fits the query, on this page or an earlier
    one; that tells results from the latest stories beside them, and a search that ignores its
    word gives nothing. places: where results stood so far, added to here.
    """
    entries = _entries(body, url, article, "search")
    places.update(place for lead, place in entries if fits(lead))
    return [lead for lead, place in entries if place in places]


def next_link(body: bytes, url: str) -> str | None:
    """The address of a listing's next page, where the page marks it as such."""
    for link in _html(body).iter("link", "a"):
        marks = f"{link.get('rel', '')} {link.get('class', '')}".lower().split()
        address = _address(link, url) if "next" in marks else ""
        if address and host_key(address) == host_key(url):
            return address
    return None


def _entries(
    body: bytes, url: str, article: re.Pattern[str], kind: ChannelKind
) -> list[tuple[Lead, str]]:
    """Each story's lead with its place: the tags and classes around the link."""
    own_host = host_key(url)
    entries: dict[str, tuple[Lead, str]] = {}
    for link in islice(_html(body).iter("a"), _MAX_LINKS):
        address = _address(link, url)
        if not address or host_key(address) != own_host or _is_beside(link):
            continue
        if article.search(urlsplit(address).path):
            _keep(entries, _lead(link, address, url, kind, article), _place(link))
    return list(entries.values())


def _html(body: bytes) -> html.HtmlElement:
    if not body.strip():
        raise ChannelError("the answer is empty")
    parser = html.HTMLParser(no_network=True, huge_tree=False, encoding=_encoding(body))
    try:
        root = html.document_fromstring(body, parser=parser)
    except (etree.LxmlError, ValueError):
        raise ChannelError("not HTML") from None
    if root.find(".//a") is None:
        raise ChannelError("no link on the page")
    return root


def _encoding(body: bytes) -> str | None:
    """UTF-8 where the bytes are valid UTF-8; else what the page says itself."""
    try:
        body.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _address(link: html.HtmlElement, url: str) -> str:
    try:
        address = urljoin(url, (link.get("href") or "").strip())
    except ValueError:
        return ""
    return address if is_page(address) else ""


def _is_beside(link: html.HtmlElement) -> bool:
    return any(
        element.tag in _SIDE_TAGS or _SIDE.search(f"{element.get('class')} {element.get('id')}")
        for element in link.iterancestors()
        if element.tag not in ("body", "html")
    )


def _lead(
    link: html.HtmlElement, address: str, url: str, kind: ChannelKind, article: re.Pattern[str]
) -> Lead:
    block = _block(link, article)
    text = _text(block)
    return Lead(
        url=address,
        channel_kind=kind,
        channel_url=url,
        title=_text(link) or (link.get("title") or "").strip(),
        summary=text[:_SUMMARY_CHARS],
        published_raw=_date(block, text),
    )


def _keep(entries: dict[str, tuple[Lead, str]], lead: Lead, place: str) -> None:
    """One lead a page: of an image link and a headline link, the one that says more."""
    key = canonical_url(lead.url)
    if key not in entries or len(lead.title) > len(entries[key][0].title):
        entries[key] = lead, place


def _place(link: html.HtmlElement) -> str:
    around = islice(link.iterancestors(), 4)
    return " ".join(f"{element.tag}.{element.get('class', '')}" for element in around)


def _block(link: html.HtmlElement, article: re.Pattern[str]) -> html.HtmlElement:
    """The largest element around a link that is about this link alone."""
    block = link
    for element in islice(link.iterancestors(), _LEVELS_OF_ONE_STORY):
        links = list(islice(element.iter("a"), _LINKS_OF_ONE_STORY + 1))
        if len(links) > _LINKS_OF_ONE_STORY or _names_another(links, link, article):
            break
        if len(_text(element)) >= _BLOCK_CHARS:
            break
        block = element
    return block


def _names_another(
    links: list[html.HtmlElement], link: html.HtmlElement, article: re.Pattern[str]
) -> bool:
    """Whether one of the links leads to another story: tags, sections and authors do not."""
    others = {a.get("href") or "" for a in links} - {link.get("href")}
    return any(article.search(_path(other)) for other in others)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _date(block: html.HtmlElement, text: str) -> str | None:
    for element in block.iter("time"):
        if stamp := (element.get("datetime") or "").strip():
            return stamp
    found = _DATE.search(text)
    return found[0] if found else None


def _text(element: html.HtmlElement) -> str:
    return " ".join(" ".join(_visible(element)).split())


def _visible(element: html.HtmlElement) -> Iterator[str]:
    """The text of an element, as much of it as a block may have."""
    length = 0
    for part in element.iter():
        hidden = not isinstance(part.tag, str) or part.tag in ("script", "style")
        own = "" if hidden else part.text or ""
        tail = (part.tail or "") if part is not element else ""
        length += len(own) + len(tail)
        yield own
        yield tail
        if length > 2 * _BLOCK_CHARS:
            return
