"""A page of a Disway or bacakoran-like system."""

from crawler.demo.markup.view import SYNTHETIC, View, body_html, social_meta
from crawler.demo.words import DAYS, attribute, text


def article(view: View) -> str:
    """The page, or its AMP variant; further pages hang a paragraph offset on the address."""
    return _amp(view) if view.amp else _desktop(view)


def _desktop(view: View) -> str:
    story, title = view.story, view.story.title
    return f"""<!DOCTYPE html><html lang="id"><head>{SYNTHETIC}<meta charset="utf-8">
<title>{text(title)}</title>
{social_meta(view, title)}
<meta name="pubdate" content="{view.published:%Y-%m-%d %H:%M:%S}">
<meta name="author" content="{attribute(view.outlet.name)}">
<link rel="amphtml" href="{view.outlet.home}/amp/{story.number}/{story.path.rsplit("/", 1)[1]}">
<script>
dataLayer=[{{"published_date":"{view.published:%Y-%m-%d %H:%M:%S}","rubrik":"Daerah"}}]</script>
</head><body>
<header><div class="top-date">{DAYS[view.today.weekday()]} {view.today:%d-%m-%Y}</div>
<ul class="menu"><li><a href="/kategori/{story.section}">{story.section.upper()}</a></li>
<li><a href="/kategori/nasional">NASIONAL</a></li></ul></header>
<div class="container"><div class="row"><div class="col-sm-8">
<ul class="breadcrumb"><li><a href="/">Home</a></li>
<li><a href="/kategori/{story.section}">{story.section.title()}</a></li></ul>
<h1>{text(title)}</h1>
<div class="post-info"><span class="date">{_visible_time(view)}</span>|
<span>{_person("Reporter", story.reporter or view.outlet.name)}</span></div>
<div class="share"><a>Facebook</a><a>Twitter</a><a>WhatsApp</a></div>
<img src="/upload/7c9e.jpg"><div class="caption">{text(story.caption or title)}--</div>
<div class="ads-slot">Iklan</div>
<div class="post text-black-1">
{body_html(view, _inserts(view), story.sign_off or "")}
</div>
{_pager(view)}
<div id="author">{_person("Reporter", story.reporter)}</div>
<div id="editor">{_person("Editor", story.editor)}</div>
<p>Cek Berita dan Artikel yang lain di Google News</p><p>Sumber: {text(story.source or "")}</p>
<div class="news-tags">{_tags(view)}</div>
<h4>Berita Terkait</h4><div class="media-content">{_headings(view, 3)}</div></div>
<div class="col-sm-4"><h4>Terpopuler</h4>{_headings(view, 2)}</div></div></div>
<footer>Copyright 2026 {text(view.outlet.name)}. All rights reserved</footer></body></html>"""


def _amp(view: View) -> str:
    story, title = view.story, view.story.title
    return f"""<!DOCTYPE html><html amp lang="id"><head>{SYNTHETIC}<meta charset="utf-8">
<title>{text(title)}</title><link rel="canonical" href="{view.url}"></head><body>
<h1>{text(title)}</h1><div class="post-info">{_visible_time(view)}</div>
{body_html(view, {}, story.sign_off or "")}
<p>Editor : {text(story.editor or "")}</p></body></html>"""


def _visible_time(view: View) -> str:
    moment = view.published
    day = DAYS[moment.weekday()]
    return f"{day} {moment:%d-%m-%Y},{moment:%H:%M} {view.outlet.zone}"


def _inserts(view: View) -> dict[int, str]:
    links = [
        f'<p><strong>BACA JUGA:</strong><a href="{view.outlet.url(other)}">'
        f"<strong>{text(other.title)}</strong></a></p>"
        for other in view.others[:4]
    ]
    return {3: "".join(links[:2]), 5: "".join(links[2:])}


def _person(role: str, name: str | None) -> str:
    return f"{role}: <strong>{text(name)}</strong>" if name else ""


def _pager(view: View) -> str:
    if len(view.story.pages) == 1:
        return '<ul class="pagination"></ul>'
    addresses = [view.url, *(f"{view.url}/{15 * n}" for n in range(1, len(view.story.pages)))]
    links = "".join(
        f'<li><a href="{address}" data-ci-pagination-page="{number}">{number}</a></li>'
        for number, address in enumerate(addresses, start=1)
    )
    return f'<ul class="pagination">{links}</ul>'


def _tags(view: View) -> str:
    return "".join(
        f'<a href="/listtag/{100 + index}/{tag.lower().replace(" ", "-")}"># {text(tag)}</a>'
        for index, tag in enumerate(view.story.tags)
    )


def _headings(view: View, count: int) -> str:
    return "".join(
        f'<h2 class="media-heading"><a href="{other.path}">{text(other.title)}</a></h2>'
        for other in view.others[:count]
    )
