"""What a page's head says of itself: meta tags, links, JSON-LD."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from pipelines.page.json_ld import article_object
from pipelines.page.markup import squash

ARCHIVE_PREFIX = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(?=https?://)", re.I)


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own words about itself.

    metas: first content by lower-case name, property or itemprop. article_tags: all of
    article:tag. canonical: href of rel=canonical. title: the <title>. lang: <html lang>.
    ld: the article's JSON-LD object, empty where there is none.
    """

    metas: Mapping[str, str]
    article_tags: tuple[str, ...]
    canonical: str
    title: str
    lang: str
    ld: Mapping[str, Any]

    def first(self, *names: str) -> str:
        """The first of these metas that says something, else ""."""
        for name in names:
            if said := self.metas.get(name):
                return said
        return ""

    def ld_text(self, key: str) -> str:
        """A string of the JSON-LD object, else ""."""
        value = self.ld.get(key)
        return value.strip() if isinstance(value, str) else ""

    def declared_url(self) -> str | None:
        """The address the page gives itself, free of the web archive's prefix."""
        for url in (self.canonical, self.first("og:url"), *self._ld_urls()):
            if url.strip():
                return ARCHIVE_PREFIX.sub("", url.strip())
        return None

    def _ld_urls(self) -> Iterator[str]:
        whole = self.ld.get("mainEntityOfPage")
        yield self.ld_text("url")
        yield whole if isinstance(whole, str) else ""
        yield str(whole.get("@id") or "") if isinstance(whole, dict) else ""

    def ld_people(self, key: str) -> tuple[tuple[str, str], ...]:
        """Names of the people under a JSON-LD key, each with the job it tells or "".

        Organisations are left out.
        """
        value = self.ld.get(key)
        people = value if isinstance(value, list) else [value]
        return tuple((name, _job(person)) for person in people[:20] if (name := _person(person)))

    def publisher(self) -> str:
        """The newsroom's own name, else ""."""
        value = self.ld.get("publisher")
        name = value.get("name") if isinstance(value, dict) else value
        return squash(name) if isinstance(name, str) else ""


def _person(value: object) -> str:
    if isinstance(value, str):
        return squash(value)
    if not isinstance(value, dict) or value.get("@type") == "Organization":
        return ""
    name = value.get("name")
    if isinstance(name, list) and name:
        name = name[0]
    return squash(name) if isinstance(name, str) else ""


def _job(person: object) -> str:
    job = person.get("jobTitle") if isinstance(person, dict) else None
    return job if isinstance(job, str) else ""


def read_metadata(root: etree._Element) -> Metadata:
    """Collect what the head (or wherever it was put) declares."""
    metas: dict[str, str] = {}
    article_tags = []
    dates: list[etree._Element] = []
    for meta in root.iter("meta"):
        if not (content := (meta.get("content") or "").strip()):
            continue
        for attribute in ("name", "property", "itemprop"):
            if name := meta.get(attribute):
                if attribute == "itemprop" and name.startswith("date"):
                    dates.append(meta)
                    continue
                metas.setdefault(name := name.lower(), content)
                if name == "article:tag":
                    article_tags.append(squash(content))
    for date in dates if len(dates) == 1 else filter(_is_of_headline, dates):
        metas.setdefault(str(date.get("itemprop")).lower(), date.get("content", "").strip())
    first = next(root.iter("title"), None)
    title = squash(first.text or "") if first is not None else ""
    canonical = _canonical(root)
    own = (title, metas.get("og:title", ""), canonical, metas.get("og:url", ""))
    return Metadata(
        metas=metas,
        article_tags=tuple(article_tags),
        canonical=canonical,
        title=title,
        lang=(root.get("lang") or "").lower(),
        ld=article_object(root, own),
    )


def _is_of_headline(date: etree._Element) -> bool:
    """Of many dated things on a page: the one that holds its headline, or the page itself."""
    scope = next((e for e in date.iterancestors() if e.get("itemscope") is not None), None)
    return scope is None or next(scope.iter("h1"), None) is not None


def _canonical(root: etree._Element) -> str:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return (link.get("href") or "").strip()
    return ""
