"""Ours and other extractors as readers of a sample; none of them may touch the network.

Those that are not installed are left out; `make bench-reading` installs them.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from hashlib import md5
from typing import Any

import pipelines.page.opened
from benchmarks.reading_corpora import Sample
from benchmarks.reading_scores import Read
from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Page, Site

Reader = Callable[[Sample], Read]
_NAMES = re.compile(rb"""(\s(?:class|id)\s*=\s*)("[^"]*"|'[^']*')""", re.I)


def _ours(page: Page, site: Site) -> Read:
    article = extract_article(page, site)
    return Read(article.title, article.paragraphs, article.authors, article.published_at)


def pantau(sample: Sample) -> Read:
    """As in a crawl: the site's platform is known."""
    return _ours(sample.page, sample.site)


def pantau_unknown_site(sample: Sample) -> Read:
    """A page of a site that is in no registry."""
    return _ours(sample.page, GENERIC_SITE)


def pantau_no_layouts(sample: Sample) -> Read:
    """The generic reader alone, as on a system that nobody described."""
    known = pipelines.page.opened.layouts_for
    pipelines.page.opened.layouts_for = lambda platform: ()
    try:
        return _ours(sample.page, GENERIC_SITE)
    finally:
        pipelines.page.opened.layouts_for = known


def pantau_unknown_theme(sample: Sample) -> Read:
    """A page of an unknown site whose classes and ids mean nothing, as those of a new theme."""
    return _ours(replace(sample.page, body=_renamed(sample.page.body)), GENERIC_SITE)


@lru_cache(maxsize=256)
def _renamed(body: bytes) -> bytes:
    head, start, rest = body.partition(b"<body")
    return head + start + _NAMES.sub(_without_meaning, rest)


def _without_meaning(names: re.Match[bytes]) -> bytes:
    marks = (
        md5(name, usedforsecurity=False).hexdigest() for name in names[2].strip(b"'\"").split()
    )
    return names[1] + b'"' + b" ".join(b"x" + mark[:6].encode() for mark in marks) + b'"'


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


def _moment(value: Any) -> datetime | date | None:
    if isinstance(value, datetime) or value is None:
        return value
    try:
        return (date if len(str(value)) == 10 else datetime).fromisoformat(str(value))
    except ValueError:
        return None


def _trafilatura(precise: bool) -> Reader:
    from trafilatura import bare_extraction

    def read(sample: Sample) -> Read:
        found = bare_extraction(
            sample.page.body,
            url=sample.page.url,
            with_metadata=True,
            include_comments=False,
            favor_precision=precise,
        )
        if found is None:
            return Read()
        names = tuple(n.strip() for n in (found.author or "").split(";") if n.strip())
        return Read(found.title or "", _lines(found.text), names, _moment(found.date))

    return read


def _newspaper4k() -> Reader:
    from newspaper import Article

    def read(sample: Sample) -> Read:
        article = Article(sample.page.url or "https://x.example/", language="id")
        article.download(input_html=sample.page.body.decode("utf-8", "replace"))
        article.parse()
        names = tuple(article.authors)
        return Read(article.title, _lines(article.text), names, _moment(article.publish_date))

    return read


def _readability() -> Reader:
    from lxml import html
    from readability import Document

    def read(sample: Sample) -> Read:
        document = Document(sample.page.body.decode("utf-8", "replace"))
        tree = html.fromstring(document.summary())
        text = "\n".join(str(t) for t in tree.itertext())
        return Read(document.short_title(), _lines(text))

    return read


def _goose3() -> Reader:
    from goose3 import Goose

    def read(sample: Sample) -> Read:
        with Goose({"use_meta_language": False, "target_language": "id"}) as goose:
            found = goose.extract(raw_html=sample.page.body.decode("utf-8", "replace"))
        names = tuple(found.authors or ())
        return Read(found.title, _lines(found.cleaned_text), names, found.publish_datetime_utc)

    return read


def _news_please() -> Reader:
    from newsplease import NewsPlease

    def read(sample: Sample) -> Read:
        found = NewsPlease.from_html(
            sample.page.body.decode("utf-8", "replace"),
            url=sample.page.url or None,
            fetch_images=False,
        )
        names = tuple(found.authors or ())
        return Read(found.title or "", _lines(found.maintext), names, _moment(found.date_publish))

    return read


def _resiliparse() -> Reader:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def read(sample: Sample) -> Read:
        tree = HTMLTree.parse_from_bytes(sample.page.body, "utf-8")
        text = extract_plain_text(tree, main_content=True, alt_texts=False, links=False)
        return Read(tree.title or "", _lines(text))

    return read


OURS: dict[str, Reader] = {
    "pantau": pantau,
    "pantau, unknown site": pantau_unknown_site,
    "pantau, no layouts": pantau_no_layouts,
    "pantau, unknown theme": pantau_unknown_theme,
}
OTHERS: dict[str, Callable[[], Reader]] = {
    "trafilatura": lambda: _trafilatura(precise=False),
    "trafilatura, precision": lambda: _trafilatura(precise=True),
    "newspaper4k": _newspaper4k,
    "readability-lxml": _readability,
    "goose3": _goose3,
    "news-please": _news_please,
    "resiliparse": _resiliparse,
}


def readers() -> Iterator[tuple[str, Reader]]:
    """Ours, then the others that can be imported."""
    yield from OURS.items()
    for name, make in OTHERS.items():
        try:
            yield name, make()
        except ImportError as error:
            print(f"left out, not installed: {name} ({error})", file=sys.stderr)
