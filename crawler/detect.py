"""What a site is made with, told from one of its pages: for `pantau sites add`."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

_HOSTS = (
    ("tribun", r"(?:^|\.)tribunnews\.com"),
    ("antara", r"(?:^|\.)antaranews\.com?"),
    ("disway", r"(?:^|\.)disway\.id|(?:^|\.)bacakoran\.co"),
    ("mediaindonesia", r"(?:^|\.)mediaindonesia\.com"),
    ("jawapos", r"(?:^|\.)jawapos\.com"),
    ("jpnn", r"(?:^|\.)jpnn\.com"),
    ("promedia", r"(?:^|\.)pikiran-rakyat\.com"),
    ("kompas", r"(?:^|\.)kompas\.com"),
    ("detik", r"(?:^|\.)detik\.com"),
    ("republika", r"(?:^|\.)republika\.co\.id"),
    ("rri", r"(?:^|\.)rri\.co\.id"),
    ("suara", r"(?:^|\.)suara\.com"),
    ("inews", r"(?:^|\.)inews\.id"),
)
_MARKS = (
    ("wordpress", rb"/wp-content/|/wp-includes/|<meta[^>]+generator[^>]+WordPress"),
    ("promedia", rb"promediateknologi|article class=[\"']read__content"),
    ("disway", rb"href=[\"'][^\"']*/listtag/\d+/|cms\.disway\.id|class=[\"']post text-black-1"),
    ("antara", rb"wrap__article-detail"),
    ("tribun", rb"side-article txt-article|id=[\"']arttitle"),
)
_READ = 500_000
_SUFFIXES = re.compile(r"\.(?:co|go|or|web|my|ac|sch)?\.?(?:id|com|co|net|org|news|info|tv)$")


@dataclass(frozen=True, slots=True)
class Detected:
    """A guess at a registry entry. reasons: what each part was told from."""

    key: str
    name: str
    platform: str
    home: str
    channels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()

    def table(self, province: str | None = None) -> str:
        """The entry as it stands in a registry."""
        lines = [f"[{self.key}]", f"name = {_quoted(self.name)}", f'platform = "{self.platform}"']
        lines.append(f'home = "{self.home}"')
        if province:
            lines.append(f'province = "{province}"')
        if self.channels:
            kinds = (f"{kind} = {json.dumps(urls)}" for kind, urls in self.channels.items())
            lines.append(f"channels = {{ {', '.join(kinds)} }}")
        lines.append(f"evidence = {_quoted('; '.join(self.reasons))}")
        return "\n".join(lines) + "\n"


def detect(url: str, body: bytes) -> Detected:
    """What a page tells of its site: platform, name, the feeds that it names."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    root = _parsed(body)
    platform, reason = _platform(host, body)
    feeds = _feeds(root, url)
    return Detected(
        key=_key(host),
        name=_name(root) or host.removeprefix("www."),
        platform=platform,
        home=f"{parts.scheme}://{parts.netloc}",
        channels={"feeds": feeds} if feeds else {},
        reasons=(reason, *(f"the page names the feed {feed}" for feed in feeds)),
    )


def _platform(host: str, body: bytes) -> tuple[str, str]:
    for platform, pattern in _HOSTS:
        if re.search(pattern + "$", host):
            return platform, f"the host {host} is of this network"
    for platform, mark in _MARKS:
        if found := re.search(mark, body[:_READ], re.IGNORECASE):
            return platform, f"the page has {found[0][:60].decode('ascii', 'replace')}"
    return "generic", "no system was recognised"


def _parsed(body: bytes) -> html.HtmlElement | None:
    try:
        return html.document_fromstring(body[:_READ]) if body.strip() else None
    except (etree.LxmlError, ValueError):
        return None


def _feeds(root: html.HtmlElement | None, url: str) -> tuple[str, ...]:
    """Feeds of the site itself: those of comments and of single stories are left out."""
    if root is None:
        return ()
    named = root.xpath("//link[contains(@type, 'rss') or contains(@type, 'atom')]/@href")
    feeds = (urljoin(url, str(link).strip()) for link in named)
    own = [feed for feed in feeds if "comment" not in feed and feed.count("/") < 6]
    return tuple(dict.fromkeys(own))[:3]


def _name(root: html.HtmlElement | None) -> str:
    if root is None:
        return ""
    found = root.xpath("//meta[@property='og:site_name']/@content")
    text = "".join(char if char.isprintable() else " " for char in str(found[0])) if found else ""
    return " ".join(text.split())


def _key(host: str) -> str:
    stem = _SUFFIXES.sub("", host.removeprefix("www."))
    key = re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_")
    return key if key[:1].isalpha() else f"site_{key}".rstrip("_")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
