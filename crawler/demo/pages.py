"""The demo's story pages and the faults that are there on purpose."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date

from crawler.demo.content import Outlet, Story
from crawler.demo.markup import (
    antara,
    disway,
    generic,
    mediaindonesia,
    promedia,
    tribun,
    wordpress,
)
from crawler.demo.markup.view import SYNTHETIC, View
from crawler.demo.reply import NOT_FOUND, Reply, fingerprint, html, redirect
from crawler.demo.words import text

Query = Mapping[str, str]

SLOW_SECONDS = 1.5
_FIXED_DAY = date(2026, 1, 1)
_MARKUP: Mapping[str, Callable[[View], str]] = {
    "mediaindonesia": mediaindonesia.article,
    "tribun": tribun.article,
    "disway": disway.article,
    "wordpress": wordpress.article,
    "antara": antara.article,
    "promedia": promedia.article,
    "generic": generic.article,
}


def story_reply(outlet: Outlet, path: str, query: Query, today: date) -> Reply | None:
    """The page at an address or at one of its variants; None where there is none."""
    if "p" in query:
        return _by_number(outlet, query["p"])
    if outlet.platform == "wordpress" and not path.endswith("/"):
        return _with_slash(outlet, path)
    for story in outlet.stories:
        found = _variant(outlet, story, path, query, today)
        if found:
            return _page(found)
    return None


def _with_slash(outlet: Outlet, path: str) -> Reply | None:
    known = {story.path for story in outlet.stories}
    return redirect(f"{outlet.home}{path}/") if f"{path}/" in known else None


def _by_number(outlet: Outlet, number: str) -> Reply:
    for story in outlet.stories:
        if str(story.number) == number:
            return redirect(outlet.url(story))
    return NOT_FOUND


def _variant(outlet: Outlet, story: Story, path: str, query: Query, today: date) -> View | None:
    view = View(outlet, story, today)
    if path == story.path:
        return _asked(view, query)
    if path == _amp_path(outlet, story):
        return replace(view, amp=True, whole=True)
    if outlet.platform == "disway" and (match := re.fullmatch(r"(.*)/(\d\d?)", path)):
        number = int(match[2]) // 15 + 1
        if match[1] == story.path and number <= len(story.pages):
            return replace(view, number=number)
    return None


def _asked(view: View, query: Query) -> View | None:
    page = query.get("page", "1")
    if page == "all":
        return replace(view, whole=True)
    if page.isdigit() and 1 <= int(page) <= max(len(view.story.pages), 1):
        return replace(view, number=int(page), amp=query.get("amp") == "1")
    return None


def _amp_path(outlet: Outlet, story: Story) -> str:
    if outlet.platform == "disway":
        return story.path.replace("/read/", "/amp/", 1)
    if outlet.platform == "wordpress":
        return f"{story.path}amp/"
    return f"/amp{story.path}"


def _page(view: View) -> Reply:
    story = view.story
    if story.kind != "article":
        return _fault(view)
    rendered = html(_MARKUP[view.outlet.platform](view), view.outlet.charset)
    same_any_day = _MARKUP[view.outlet.platform](replace(view, today=_FIXED_DAY))
    return replace(
        rendered,
        etag=fingerprint(same_any_day.encode()),
        last_modified=(story.modified or story.published).astimezone(UTC),
        delay=SLOW_SECONDS if story.slow else 0.0,
    )


def _fault(view: View) -> Reply:
    title = text(view.story.title)
    if view.story.kind == "gone":
        return NOT_FOUND
    if view.story.kind == "empty":
        return html("")
    if view.story.kind == "pdf":
        return Reply(_PDF, content_type="application/pdf")
    if view.story.kind == "challenge":
        return replace(html(_CHALLENGE), status=403, headers={"cf-mitigated": "challenge"})
    if view.story.kind == "gallery":
        return html(_gallery(view))
    return html(f"<html>{SYNTHETIC}<h1>{title}</h1><p>Halaman internal redaksi.</p></html>")


def _gallery(view: View) -> str:
    """The system's own page, with captioned pictures where the paragraphs would be."""
    pictures = '<figure><img src="/foto/1.jpg"></figure><figure><img src="/foto/2.jpg"></figure>'
    page = _MARKUP[view.outlet.platform](view)
    return page.replace(
        '<div class="post text-black-1">', f'<div class="post text-black-1">{pictures}'
    )


_PDF = b"%PDF-1.4\n% Synthetic document: written for the demo.\n1 0 obj<<>>endobj\n%%EOF\n"
_CHALLENGE = f"""<!DOCTYPE html><html lang="en-US"><head>{SYNTHETIC}<title>Just a moment...</title>
<meta http-equiv="refresh" content="390"></head><body class="no-js">
<div class="main-wrapper" role="main"><h2 id="challenge-running">Checking if the site connection
is secure</h2><div id="challenge-stage"></div><noscript>Enable JavaScript and cookies to
continue</noscript></div><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script>
</body></html>"""
