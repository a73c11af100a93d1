"""What markup calls the one who wrote: by class, by rel, or by a link to a writer's page."""

import re

from lxml import etree

_NAMED = re.compile(
    r"(?:^|[\s_-]|(?-i:(?<=[a-z])(?=[A-Z])))(?:authors?|autor|penulis|reporter|nmreporter|namerep|"
    r"byline|jurnalis|wartawan|pewarta|writer|journalist|posted-by|nama-redaksi|user-name)"
    r"(?:$|[\s_-]|(?-i:(?=[A-Z])))",
    re.I,
)
_WRITERS = re.compile(r"/(?:penulis|authors?|reporter|wartawan|jurnalis|kontributor)/[^/]", re.I)
_NOT_NAMED = re.compile(
    r"photo|foto|img|image|avatar|caption|bio|desc|widget|(?<!na)list|comment", re.I
)


def is_writer(element: etree._Element) -> bool:
    """True of an element that is called author, reporter, penulis …"""
    return _NAMED.search(_called(element)) is not None


def is_pictured(element: etree._Element) -> bool:
    """True of an element that is called a picture, a widget or the like, which names others."""
    return _NOT_NAMED.search(_called(element)) is not None


def _called(element: etree._Element) -> str:
    if _WRITERS.search(element.get("href") or ""):
        return "author"
    names = (element.get("class"), element.get("rel"), element.get("data-hook"))
    return next(filter(None, names), str(element.tag))
