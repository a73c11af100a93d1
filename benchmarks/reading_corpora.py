"""The pages that readers are measured on, each with what a careful reader wrote down."""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from benchmarks.reading_scores import Gold, gold_of
from pipelines.extract import declared_url
from pipelines.model import GENERIC_SITE, Page, Site

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
_INLINE = "a abbr b cite code em font i mark q s small span strong sub sup u"


@dataclass(frozen=True, slots=True)
class Sample:
    """One page with what it says. site: what the registry would know of it."""

    name: str
    page: Page
    site: Site
    gold: Gold


def shared_pages() -> Iterator[Sample]:
    """The 30 real pages; national papers are named by their file."""
    for path in sorted((SHARED / "pages").glob("*.json")):
        data = json.loads(path.read_text())
        body = gzip.decompress(path.with_suffix(".html.gz").read_bytes())
        family, _, rest = path.stem.partition("__")
        platform = rest.split("-")[0] if family == "other-national" else family
        url = data["url"] or ""
        yield Sample(path.stem, Page(url, body), Site("x", "x", platform), gold_of(data))


def seed_pages() -> Iterator[Sample]:
    """The six pages that the project started from."""
    path = SHARED / "seeds" / "gold.jsonl"
    for line in path.read_text().splitlines() if path.exists() else ():
        data = json.loads(line)
        body = (SHARED / "seeds" / "pages" / data["page"]).read_bytes()
        site = Site("x", "x", data["platform"])
        yield Sample(data["page"], Page(data["url"], body), site, gold_of(data))


def fixture_pages() -> Iterator[Sample]:
    """The project's own synthetic pages."""
    for path in sorted((ROOT / "tests" / "pages").glob("*/*.html")):
        data = json.loads(path.with_suffix(".json").read_text())
        body = path.read_bytes()
        platform = data.get("platform", path.parent.name)
        site = Site("x", data.get("site_name", "x"), platform, province=data.get("province"))
        url = declared_url(body) or data.get("url", "")
        yield Sample(path.stem, Page(url, body), site, gold_of(data))


def control_pages(folder: Path) -> Iterator[Sample]:
    """Pages in the form of readability's own tests: NAME/source.html beside NAME/expected.html.

    Pages of filler, which print the same paragraph again and again, are no stories.
    """
    for path in sorted(folder.glob("*/source.html")):
        said = json.loads((path.parent / "expected-metadata.json").read_text())
        tree = html.fromstring((path.parent / "expected.html").read_text())
        for element in tree.iter():
            if element.tag not in _INLINE.split():
                element.tail = "\n" + (element.tail or "")
                element.text = "\n" + (element.text or "")
        lines = (" ".join(line.split()) for line in str(tree.text_content()).splitlines())
        story = tuple(filter(None, lines))
        if len(long := [line for line in story if len(line) > 60]) > len(set(long)):
            continue
        gold = Gold(said["title"], story, authors=(), editors=(), published=None)
        url = f"https://control.example/{path.parent.name}"
        yield Sample(path.parent.name, Page(url, path.read_bytes()), GENERIC_SITE, gold)


CORPORA: dict[str, Callable[[], Iterator[Sample]]] = {
    "shared pages": shared_pages,
    "seed pages": seed_pages,
    "own fixtures": fixture_pages,
}
