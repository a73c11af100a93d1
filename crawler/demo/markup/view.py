"""What a page of a story needs to know, and the pieces that all systems print."""

from dataclasses import dataclass
from datetime import date, datetime

from crawler.demo.content import Outlet, Story
from crawler.demo.words import attribute, text

SYNTHETIC = (
    "<!-- Synthetic page: written for the demo of Pantau Jamsos. "
    "Halaman sintetis, bukan berita sungguhan. -->"
)


@dataclass(frozen=True, slots=True)
class View:
    """One page of a story as asked for.

    number: page of a multi-page article. whole: all its pages at once. amp: the AMP variant.
    today: for the clock in the page header.
    """

    outlet: Outlet
    story: Story
    today: date
    number: int = 1
    whole: bool = False
    amp: bool = False

    @property
    def url(self) -> str:
        """The canonical address, of page 1."""
        return self.outlet.url(self.story)

    @property
    def published(self) -> datetime:
        """When it appeared, in the outlet's zone."""
        return self.story.published

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs on this page."""
        return self.story.paragraphs if self.whole else self.story.pages[self.number - 1]

    @property
    def is_last(self) -> bool:
        """Whether the article ends on this page."""
        return self.whole or self.number == len(self.story.pages)

    @property
    def others(self) -> tuple[Story, ...]:
        """Other stories of the outlet, for lists beside and inside this one."""
        latest = [other for other in self.outlet.latest if other is not self.story]
        turn = self.story.number % max(len(latest), 1)
        return tuple(latest[turn:] + latest[:turn])


def paragraph_html(paragraph: str) -> str:
    """A paragraph, or a sub-heading where it is marked as one."""
    if paragraph.startswith("## "):
        return f"<h3>{text(paragraph[3:])}</h3>"
    return f"<p>{text(paragraph)}</p>"


def body_html(view: View, inserts: dict[int, str], last: str = "") -> str:
    """Paragraphs with inserts after some of them; `last` is glued to the final one."""
    parts: list[str] = []
    for index, paragraph in enumerate(view.paragraphs, start=1):
        html = paragraph_html(paragraph)
        if last and view.is_last and index == len(view.paragraphs):
            html = html.replace("</p>", f" {text(last)}</p>")
        parts.append(html + inserts.get(index, ""))
    return "\n".join(parts)


def social_meta(view: View, title: str, kind: str = "article") -> str:
    """Open Graph, description and canonical link, as every system has them."""
    return f"""<meta name="description" content="{attribute(view.story.summary)}">
<meta property="og:type" content="{kind}">
<meta property="og:title" content="{attribute(title)}">
<meta property="og:url" content="{view.url}">
<meta property="og:site_name" content="{attribute(view.outlet.name)}">
<link rel="canonical" href="{view.url}">"""
