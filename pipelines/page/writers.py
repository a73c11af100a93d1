"""What markup calls the one who wrote: by class, by rel, or by a link to a writer's page."""

import re
from functools import lru_cache

from lxml import etree

from pipelines.page.markup import words_of

_NAMED = re.compile(
    r"(?:^|[\s_-]|(?-i:(?<=[a-z])(?=[A-Z])))(?:authors?|autor|penulis|reporter|nmreporter|namerep|"
    r"byline|by|oleh|jurnalis|wartawan|pewarta|writer|journalist|posted-by|nama-redaksi|user-name)"
    r"(?:$|[\s_-]|(?-i:(?=[A-Z])))",
    re.I,
)
_WRITERS = re.compile(
    r"/(?:penulis|authors?|reporter|wartawan|jurnalis|kontributor|kolumnis|users?)/[^/]|^/@\w", re.I
)
_REPORTERS = re.compile(r"/(?:reporter|wartawan|jurnalis|pewarta)/[^/]", re.I)
_ICONS = ("i", "span", "em", "svg")
_PERSON = re.compile(
    r"(?:^|\s)(?:fa|bi|icon|ion|ti|la|uil|mdi|flaticon)\S*-(?:user|person|author)\b"
)
_NOT_NAMED = re.compile(
    r"photo|foto|img|image|avatar|caption|bio|desc|widget|(?<!na)list|comment", re.I
)


def is_writer(element: etree._Element) -> bool:
    """True of an element that is called author, reporter, penulis …"""
    return _leads_to_writer(element.get("href")) or _names_writer(_called(element))


def links_to_reporters(block: etree._Element) -> list[etree._Element]:
    """Links to reporters' pages beside others' to writers' pages, who then only edited."""
    links = [a for a in block.iter("a") if _leads_to_writer(a.get("href"))]
    reporting = [a for a in links if _REPORTERS.search(a.get("href") or "")]
    return reporting if len(reporting) < len(links) else []


def named_by_icon(element: etree._Element) -> str:
    """The text that follows a drawn person: <i class="fa fa-user"></i> Ani Contoh."""
    if element.tag not in _ICONS or not _PERSON.search(element.get("class") or ""):
        return ""
    beside = element.getnext()
    return (element.tail or "").strip() or ("" if beside is None else words_of(beside))


def is_pictured(element: etree._Element) -> bool:
    """True of an element that is called a picture, a widget or the like, which names others."""
    return not _leads_to_writer(element.get("href")) and bool(_NOT_NAMED.search(_called(element)))


def _leads_to_writer(href: str | None) -> bool:
    return href is not None and _WRITERS.search(href) is not None


def _called(element: etree._Element) -> str:
    get = element.get
    return get("class") or get("rel") or get("data-hook") or str(element.tag)


@lru_cache(maxsize=8192)
def _names_writer(called: str) -> bool:
    return _NAMED.search(called) is not None
