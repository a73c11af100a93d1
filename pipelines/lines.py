"""The text of a body, line by line as a reader sees it, with what the markup says of each."""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from pipelines.markup import squash

DROPPED_TAGS = frozenset(
    ["script", "style", "noscript", "iframe", "svg", "canvas", "form", "button", "select", "input", "textarea", "video", "audio", "object", "embed", "template", "figcaption", "nav", "ins", "map", "link", "meta", "amp-ad", "amp-iframe", "amp-social-share"]
)
_BLOCKS = frozenset(
    ["p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "tbody", "thead", "tr", "td", "th", "section", "article", "header", "footer", "dl", "dt", "dd", "pre", "center", "main", "aside", "figure", "fieldset", "hr", "details", "summary", "address", "body"]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_JUNK_TOKEN = re.compile(
    r"(?:^|[-_])(?:ads?|adsense|adsbygoogle|adslot|advert\w*|iklan|banner|gpt|dfp|googletag|"
    r"share|sharing|sharedaddy|sharebar|socials?|sosmed|socialicon|addtoany|jeg-share|"
    r"related|relatedposts|terkait|bacajuga|baca-juga|linksisip|inline-?related|readmore|"
    r"also-read|berita-lain|lainnya|rekomendasi|recommend\w*|populer|popular|trending|"
    r"caption|credit|photo-?credit|imageinfo|imagecontent|para_caption|"
    r"newsletter|subscribe|comments?|komentar|respond|disqus|breadcrumbs?|pagination|paging-nav|"
    r"author-?box|authorbox|post-?tags?|tag-?list|tags-links|tagcloud|news-tags|"
    r"embed|twitter-tweet|instagram-media|tiktok-embed|fb-post|wp-embed\w*|"
    r"parallax\w*|scrollpage|toc|ez-toc\w*|lwptoc|screen-reader-text|sr-only|"
    r"google-news|googlenews|ext-channel|whatsapp|channel-wa|popup|modal|tooltip|"
    r"postinfo|wpcnt|jp-post-flair|post-views|view-count|counter)(?:$|[-_])",
    re.I,
)
_INNER = re.compile(
    r"[\s(\[]*(?:baca|simak|lihat|tonton)\s+(?:juga|selengkapnya)\b|[\s(]*baca\s*:|"
    r"[\s(]*read\s+(?:also|more)\s*:",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line. tag: its block. link, bold: share of its letters in links and in bold.

    image: the block also holds a picture. element: the block itself.
    """

    text: str
    tag: str
    link: float = 0.0
    bold: float = 0.0
    image: bool = False
    element: etree._Element | None = field(default=None, compare=False, repr=False)

    @property
    def heading(self) -> bool:
        """A sub-heading of the story by its tag."""
        return self.tag in _HEADINGS


@lru_cache(maxsize=8192)
def _junk_token(attribute: str) -> bool:
    return any(_JUNK_TOKEN.search(token) for token in attribute.split())


def is_junk(element: etree._Element) -> bool:
    """True where the class or id says that it is no part of a story."""
    name, key = element.get("class"), element.get("id")
    if not ((name and _junk_token(name)) or (key and _junk_token(key))):
        return False
    return not _holds_prose(element)


def _holds_prose(element: etree._Element) -> bool:
    """A wrapper that is named like an ad but holds whole paragraphs outside of links."""
    prose = 0
    for paragraph in element.iter("p"):
        length = len(squash(paragraph.text or ""))
        prose += length if length > 60 else 0
        if prose > 900:
            return True
    return False


class _Collector:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.image = False
        self.breaks = 0
        self._reset()

    def _reset(self) -> None:
        self.pieces: list[str] = []
        self.total = self.linked = self.bolded = 0

    def add(self, text: str, links: int, bolds: int, block: etree._Element) -> None:
        if not text or text.isspace():
            self.pieces.append(" ")
            return
        if self.breaks > 1 or (self.breaks and self._stands_alone(text, links, bolds)):
            self.flush(block)
        self.breaks = 0
        size = len(text.strip())
        self.pieces.append(text)
        self.total += size
        self.linked += size if links else 0
        self.bolded += size if bolds else 0

    def _stands_alone(self, text: str, links: int, bolds: int) -> bool:
        """After a single line break: a heading, a link or a credit is a line of its own."""
        if not self.total:
            return False
        before_bold, before_link = self.bolded == self.total, self.linked == self.total
        changes = before_bold != bool(bolds) or before_link or (links and len(text) > 25)
        return bool(changes) or text.lstrip()[:1] in "([" or _INNER.match(text) is not None

    def flush(self, block: etree._Element) -> None:
        text = squash("".join(self.pieces)) if self.total else ""
        if text:
            link, bold = self.linked / self.total, self.bolded / self.total
            tag = block.tag if isinstance(block.tag, str) else ""
            self.lines.append(Line(text, tag, link, bold, self.image, block))
            self.image = False
        self._reset()
        self.breaks = 0


def read_lines(
    body: etree._Element,
    dropped: Set[etree._Element] = frozenset(),
    junk: Callable[[etree._Element], bool] = is_junk,
) -> list[Line]:
    """The lines below `body`, in page order; `dropped` elements and junk are passed over."""
    collector, blocks = _Collector(), [body]
    links = bolds = 0
    skipped = None
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if element is skipped:
            if element.tail:
                collector.add(element.tail, links, bolds, blocks[-1])
        elif event == "start":
            if element is not body and (
                tag in DROPPED_TAGS or element in dropped or (tag != "a" and junk(element))
            ):
                walker.skip_subtree()
                skipped = element
                if tag in _BLOCKS:
                    collector.flush(blocks[-1])
                continue
            if tag == "br":
                collector.breaks += 1
            elif tag in ("img", "amp-img"):
                collector.image = True
            elif tag in _BLOCKS:
                collector.flush(blocks[-1])
                if element is not body:
                    blocks.append(element)
            else:
                links += tag == "a"
                bolds += tag in ("b", "strong")
            if element.text:
                _add_inner(collector, element, links, bolds, blocks[-1])
        else:
            if tag in _BLOCKS:
                if element is blocks[-1]:
                    collector.flush(element)
                    if element is not body:
                        blocks.pop()
                    collector.image = collector.image and tag != "p"
            elif tag == "a" and links:
                links -= 1
            elif tag in ("b", "strong") and bolds:
                bolds -= 1
            if element is not body and element.tail:
                collector.add(element.tail, links, bolds, blocks[-1])
    collector.flush(body)
    return collector.lines


def _add_inner(
    collector: _Collector, element: etree._Element, links: int, bolds: int, block: etree._Element
) -> None:
    """Text that opens an element; an inline "Baca juga" begins a line of its own."""
    text = element.text or ""
    if element.tag not in _BLOCKS and collector.total and _INNER.match(text):
        collector.flush(block)
    collector.add(text, links, bolds, block)


def texts(lines: list[Line]) -> Iterator[str]:
    """Only the words of the lines."""
    return (line.text for line in lines)
