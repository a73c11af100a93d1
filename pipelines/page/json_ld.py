"""The JSON-LD object that tells of the story on a page."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from lxml import etree

from pipelines.page.json_text import json_of
from pipelines.page.markup import text_of

_PAGE_TYPES = frozenset(("webpage", "qapage", "itempage"))
_ARTICLE_TYPES = _PAGE_TYPES | frozenset(
    ("newsarticle", "article", "blogposting", "reportagenewsarticle", "report")
)
_TELLING = ("article", "blogposting", "report", "webpage", "datepublished")
_MAX_LD = 400_000
_LOOSE_PAIR = re.compile(
    r'"(datePublished|dateModified|headline|articleBody|@type)"\s*:\s*"((?:[^"\\]|\\.)*)"'
)
_WORD, _SHARED, _HEADINGS = re.compile(r"\w{3,}"), 0.3, 8


def article_object(root: etree._Element, own: tuple[str, ...]) -> Mapping[str, Any]:
    """The best object of the page's story, empty where there is none.

    own: the page's declared titles and addresses; an object whose headline shares next to no
    word with them, nor with a heading of the page, tells of another story.
    """
    best: Mapping[str, Any] = {}
    named: dict[str, Mapping[str, Any]] = {}
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        for item in _objects(script.text or ""):
            named.setdefault(str(item.get("@id")), item)
            if _rank(item) > _rank(best) and _tells_of_page(item, root, own):
                best = item
    return {**best, "author": _looked_up(best["author"], named)} if "author" in best else best


def _tells_of_page(item: Mapping[str, Any], root: etree._Element, own: tuple[str, ...]) -> bool:
    headline, url = item.get("headline"), item.get("url")
    if not isinstance(headline, str) or not any(own) or (url and url in own):
        return True
    if any(headline in text for text in own):
        return True
    words = _words(headline)
    if not words or any(_are_akin(words, text) for text in own):
        return True
    headings = islice(root.iter("h1", "h2", "h3"), _HEADINGS)
    return any(_are_akin(words, text_of(heading)) for heading in headings)


def _are_akin(words: set[str], text: str) -> bool:
    others = _words(text)
    return len(words & others) > _SHARED * min(len(words), len(others))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _looked_up(value: object, named: Mapping[str, object]) -> object:
    """What a graph says elsewhere of the one whom it only points to: {"@id": "#ani"}."""
    if isinstance(value, list):
        return [_looked_up(one, named) for one in value[:20]]
    if isinstance(value, dict) and "@id" in value and value.keys() <= {"@id", "@type"}:
        return named.get(str(value["@id"]), value)
    return value


def _rank(item: Mapping[str, Any]) -> int:
    kinds = item.get("@type")
    names = {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}
    if not names & _ARTICLE_TYPES:
        return 0
    return 1 if names <= _PAGE_TYPES else 3 if "newsarticle" in names else 2


def _objects(text: str) -> Iterator[Mapping[str, Any]]:
    text = text.strip()[:_MAX_LD]
    lower = text.lower()
    if not any(word in lower for word in _TELLING):
        return
    try:
        data = json_of(text)
    except (ValueError, RecursionError):
        loose = {key: _unescaped(value) for key, value in reversed(_LOOSE_PAIR.findall(text))}
        yield {"@type": "Article", **loose} if "datePublished" in loose else {}
        return
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (g for g in graph if isinstance(g, dict)) if isinstance(graph, list) else ()


def _unescaped(value: str) -> str:
    return value.replace('\\"', '"').replace("\\/", "/").replace("\\n", "\n")
