"""The headline as the reader sees it."""

import re
from collections.abc import Iterable
from html import unescape
from itertools import islice, takewhile

from lxml import etree

from pipelines.page.lines import Line, read_lines
from pipelines.page.markup import text_of
from pipelines.page.metadata import Metadata
from pipelines.page.names import folded

_TAIL = re.compile(r"\s+(?:[-–—|»•:·]|::|»)\s+(?P<tail>[^-–—|»•·]{2,60})$")
_HEAD = re.compile(r"^(?P<head>[^-–—|»•·]{2,40})\s+(?:[|»•·]|::)\s+")

_HEADLINE = re.compile(r"(?:^|[-_ ])(?:judul|jdl|title|headline)(?:$|[-_ ])", re.I)
_NAMED_FIRST = re.compile(r"^(?P<head>[^-–—|»•·:]{2,40})\s+[-–—]\s+")
_ORNAMENT = re.compile(r"^[\W_]{2,}|(?<=\s)[.:|*~=]{2,}$")
_SITE_WORDS = re.compile(
    r"\b(?:pemerintah|kabupaten|kota|provinsi|situs|resmi|website|portal|berita|selamat|datang|di|"
    r"dinas|beranda|home|halaman|utama)\b",
    re.I,
)


def without_site(title: str, newsroom: frozenset[str]) -> str:
    """A declared title without the outlet's name at its end: "… - Tribunnews.com".

    newsroom: folded names of the outlet.
    """
    title = _ORNAMENT.sub("", title).strip()
    for _ in range(3):
        match = _TAIL.search(title)
        if not match or not _names_site(match["tail"], newsroom):
            break
        title = title[: match.start()].rstrip()
    head = _HEAD.match(title)
    if head and _names_site(head["head"], newsroom):
        return title[head.end() :]
    named = _NAMED_FIRST.match(title)
    if named and any(len(n) > 5 and n in folded(named["head"]) for n in newsroom):
        return title[named.end() :]
    return title


def _names_site(part: str, newsroom: frozenset[str]) -> bool:
    key = folded(part)
    if re.search(r"\.\s?(?:com|id|co|net|org|news)\b", part, re.I):
        return True
    return any(
        len(n) > 3 and (key == n or n in key or (len(key) > 4 and key in n)) for n in newsroom
    )


def is_site_only(title: str, newsroom: frozenset[str]) -> bool:
    """A declared title that names the outlet and next to nothing else."""
    key = folded(_SITE_WORDS.sub("", title))
    own = (n for n in newsroom if len(n) > 3 and (n in key or (len(key) > 3 and key in n)))
    return not key or any(abs(len(key) - len(n)) <= 6 for n in own)


def heading_before(body: etree._Element, root: etree._Element) -> str:
    """The last heading above a body that reads like a headline, else ""; no deck below one."""
    above = list(takewhile(lambda e: e is not body, root.iter()))
    for is_heading in (_is_heading, _is_small_heading):
        last: etree._Element | None = None
        for element in filter(is_heading, above):
            if len(text_of(element).split()) > 4:
                last = last if last is not None and _is_deck(element, last) else element
        if last is not None:
            return text_of(last)
    return ""


def _is_deck(element: etree._Element, headline: etree._Element) -> bool:
    """A smaller heading right beside a headline."""
    return element.getprevious() is headline and str(element.tag) > str(headline.tag)


def _is_small_heading(element: etree._Element) -> bool:
    return element.tag in ("h4", "h5", "h6")


def _is_heading(element: etree._Element) -> bool:
    """A heading by its tag; on old pages, text that its class calls a headline, no link's."""
    if element.tag in ("h1", "h2", "h3"):
        return True
    called = element.get("class") or element.get("id") or ""
    return bool(_HEADLINE.search(called)) and next(element.iter("a", "table"), None) is None


def headline_above(lines: Iterable[Line]) -> str:
    """The headline that a body without headings opens with, in bold or in capitals, else ""."""
    for line in islice(lines, 4):
        written = line.bold > 0.9 or line.text.isupper()
        if written and 4 <= len(line.text.split()) <= 25 and not line.text.endswith((".", ":")):
            return line.text
    return ""


def choose_title(declared: str, headings: Iterable[str], newsroom: frozenset[str]) -> str:
    """The heading that the page's own declaration confirms, else the declaration.

    declared: og:title, JSON-LD headline or <title>. headings: text of h1, h2 … in page order.
    """
    clean = without_site(declared, newsroom)
    key = folded(clean)
    shown = [heading for heading in headings if len(heading) > 3]
    for heading in shown:
        if key and folded(heading) == key:
            return heading
    for heading in shown:
        part = folded(heading)
        if len(part) > 20 and (part in folded(declared) or (len(key) > 20 and key in part)):
            return without_site(heading, newsroom)
    return clean or (shown[0] if shown else "")


def title_of(
    root: etree._Element,
    meta: Metadata,
    placed: Iterable[etree._Element],
    newsroom: frozenset[str],
    body: etree._Element | None,
) -> str:
    """The headline: where the layout places it, else the heading that the page's head confirms.

    Where these name only the site or a section, it is what stands right above the story.
    """
    title = next(filter(None, map(text_of, placed)), "") or _declared(root, meta, newsroom)
    title = unescape(title) if "&" in title else title
    if body is None or not (is_site_only(title, newsroom) or _is_section(title, root)):
        return title
    return heading_before(body, root) or headline_above(read_lines(body, most=4)) or title


def _declared(root: etree._Element, meta: Metadata, newsroom: frozenset[str]) -> str:
    declared = meta.first("og:title", "twitter:title") or meta.ld_text("headline") or meta.title
    headings = (text_of(e) for tag in ("h1", "h2", "h3") for e in root.iter(tag))
    return choose_title(declared, headings, newsroom)


def _is_section(title: str, root: etree._Element) -> bool:
    """A word or two; a few more where no heading of the page repeats them: "Detail Berita"."""
    words = len(title.split())
    return words < 3 or (
        words < 4 and all(text_of(h) != title for h in root.iter("h1", "h2", "h3"))
    )
