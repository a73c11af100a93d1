"""The demo's outlets and stories, read from the TOML files beside this module.

Every text here is written for the project; outlets and people are invented, regions are real.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

FOLDER = Path(__file__).parent

Kind = Literal["article", "gallery", "empty", "pdf", "challenge", "gone", "forbidden"]


@dataclass(frozen=True, slots=True)
class Gold:
    """What a careful reader makes of the page; the names are those of `pantau inspect`.

    government: Kemendagri code. counterpart: its name in each form printed. office: of the
    agency. story, event: pages with the same name tell the same text, or the same real event.
    """

    fate: str
    relevance: str | None = None
    government: str | None = None
    counterpart: tuple[str, ...] = ()
    office: str | None = None
    instrument: str | None = None
    renewal: bool | None = None
    status: str | None = None
    event_date: date | None = None
    story: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One page of an outlet.

    kind: an article, or a fault on purpose. breaks: indexes of the paragraphs that begin a new
    page of a multi-page article. slow: the server takes its time. listed: another address of the
    page, which listings use. "## " before a paragraph makes it a sub-heading.
    """

    key: str
    site: str
    number: int
    path: str
    section: str
    title: str
    published: datetime
    paragraphs: tuple[str, ...]
    gold: Gold
    kind: Kind = "article"
    modified: datetime | None = None
    reporter: str | None = None
    editor: str | None = None
    caption: str | None = None
    sign_off: str | None = None
    source: str | None = None
    tags: tuple[str, ...] = ()
    breaks: tuple[int, ...] = ()
    slow: bool = False
    listed: str | None = None

    @property
    def plain_paragraphs(self) -> tuple[str, ...]:
        """The text as a reader must find it, sub-headings without their mark."""
        return tuple(paragraph.removeprefix("## ") for paragraph in self.paragraphs)

    @property
    def pages(self) -> tuple[tuple[str, ...], ...]:
        """The paragraphs of page 1, 2, ..."""
        starts = (0, *self.breaks)
        ends = (*self.breaks, len(self.paragraphs))
        return tuple(self.paragraphs[start:end] for start, end in zip(starts, ends, strict=True))

    @property
    def summary(self) -> str:
        """The beginning of the story, as feeds and meta descriptions give it."""
        text = self.plain_paragraphs[0] if self.paragraphs else self.title
        return text if len(text) <= 150 else text[:150].rsplit(" ", 1)[0]


@dataclass(frozen=True, slots=True)
class Outlet:
    """One demo site: what its registry table says, and how its server behaves.

    brand: as the newsroom writes itself. zone: printed after times. per_page: entries of a
    listing. crawl_delay: seconds, in robots.txt. charset: of its pages. feed, rest, validators:
    whether it has them. picky: refuses library user agents. dated: its sitemap says when.
    """

    key: str
    name: str
    platform: str
    brand: str
    zone: str
    province: str | None = None
    home: str = ""
    per_page: int = 5
    crawl_delay: float | None = None
    charset: str = "utf-8"
    template: str = ""
    feed: bool = True
    rest: bool = False
    validators: bool = True
    picky: bool = False
    dated: bool = True
    stories: tuple[Story, ...] = field(default=(), repr=False)

    def at(self, home: str) -> "Outlet":
        """The same outlet with the address it is served at."""
        return replace(self, home=home)

    def url(self, story: Story) -> str:
        """Absolute address of a story."""
        return self.home + story.path

    def listed_url(self, story: Story) -> str:
        """The address that listings give for a story: often a variant of its own."""
        return self.home + (story.listed or story.path)

    @property
    def latest(self) -> tuple[Story, ...]:
        """What channels list, newest first."""
        return tuple(sorted(self.stories, key=lambda story: story.published, reverse=True))


def load_outlets() -> tuple[Outlet, ...]:
    """All demo outlets with their stories; the home addresses are still empty."""
    tables = _read(FOLDER / "sites.toml")
    raw = {key: _read(FOLDER / "stories" / f"{key}.toml")["story"] for key in tables}
    texts = {f"{key}:{entry['number']}": entry for key, entries in raw.items() for entry in entries}
    return tuple(
        replace(
            outlet := Outlet(key=key, **table),
            stories=tuple(_story(outlet, entry, texts) for entry in raw[key]),
        )
        for key, table in tables.items()
    )


def slug_of(title: str) -> str:
    """The title as publishing systems put it into an address."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower().replace(",", "")).strip("-")


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _story(
    outlet: Outlet, entry: Mapping[str, Any], texts: Mapping[str, Mapping[str, Any]]
) -> Story:
    path = entry.get("path") or _path(outlet, entry)
    made = {
        "key": f"{outlet.key}:{entry['number']}",
        "site": outlet.key,
        "section": entry.get("section", "daerah"),
        "path": path,
        "paragraphs": _paragraphs(entry, texts),
        "gold": _gold(entry["gold"]),
        "tags": tuple(entry.get("tags", ())),
        "breaks": tuple(entry.get("breaks", ())),
        "listed": _listed(entry, path),
    }
    plain = {key: value for key, value in entry.items() if key not in _WORKED_OUT}
    return Story(**(plain | made))


def _gold(entry: Mapping[str, Any]) -> Gold:
    return Gold(**{**entry, "counterpart": tuple(entry.get("counterpart", ()))})


_WORKED_OUT = {"text", "text_from", "words", "cut", "prefix"}


def _listed(entry: Mapping[str, Any], path: str) -> str | None:
    slug = path.strip("/").rsplit("/", 1)[-1]
    shape = entry.get("listed")
    return shape.format(path=path, slug=slug, number=entry["number"]) if shape else None


def _paragraphs(
    entry: Mapping[str, Any], texts: Mapping[str, Mapping[str, Any]]
) -> tuple[str, ...]:
    """Own text, or another story's with words exchanged, a tail cut off, a dateline put before."""
    text = str(entry.get("text", ""))
    if "text_from" in entry:
        text = "\n\n".join(_paragraphs(texts[entry["text_from"]], texts))
    for old, new in entry.get("words", {}).items():
        if old not in text:
            raise ValueError(f"{entry['title']}: {old!r} does not occur in {entry['text_from']}")
        text = text.replace(old, new)
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
    kept = paragraphs[: len(paragraphs) - int(entry.get("cut", 0))]
    if "prefix" in entry:
        kept[0] = f"{entry['prefix']}{kept[0]}"
    return tuple(kept)


def _path(outlet: Outlet, entry: Mapping[str, Any]) -> str:
    slug = entry.get("slug") or slug_of(entry["title"])
    number, section = entry["number"], entry.get("section", "daerah")
    shapes = {
        "mediaindonesia": f"/{section}/{number}/{slug}",
        "tribun": f"/{entry['published']:%Y/%m/%d}/{slug}",
        "disway": f"/read/{number}/{slug}",
        "wordpress": f"/{slug}/",
        "antara": f"/berita/{number}/{slug}",
        "promedia": f"/{section}/{number}/{slug}",
        "generic": f"/berita/detail/{slug}",
    }
    return shapes[outlet.platform]
