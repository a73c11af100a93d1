"""A page of a Promedia-like system, as of the Radar and ayo* sites."""

import json

from crawler.demo.markup.view import SYNTHETIC, View, body_html, social_meta
from crawler.demo.words import attribute, long_date, text


def article(view: View) -> str:
    """One page of the article; page 2 and on come with ?page=."""
    story, title = view.story, view.story.title
    return f"""<!DOCTYPE html><html lang="id"><head>{SYNTHETIC}<meta charset="utf-8">
<title>{text(title)} - {text(view.outlet.name)}</title>
{social_meta(view, f"{title} - {view.outlet.name}")}
<meta property="article:published_time" content="{view.published.isoformat()}">
<meta name="author" content="{attribute(view.outlet.name)}">
<script type="application/ld+json">{_json_ld(view)}</script>
<script>dataLayer = [{{"published_date": "{view.published:%Y-%m-%d %H:%M:%S}",
"rubrik": "{story.section}", "editor": "{attribute(story.editor or "")}"}}];</script></head><body>
<header><date>{long_date(view.today)}</date><nav><a href="/daerah">Daerah</a></nav></header>
<main><div class="read__header"><h1 class="read__title">{text(title)}</h1>
<div class="read__info"><div class="read__info__author">{text(story.reporter or "Tim Redaksi")}
</div><div class="read__info__date">- {_visible_time(view)}</div></div></div>
<div class="photo"><img src="/foto/utama.webp"><div class="photo__caption">
{text(story.caption or title)}</div></div>
<article class="read__content clearfix" itemprop="articleBody">
{body_html(view, _inserts(view), story.sign_off or "")}</article>
{_paging(view)}<p>Editor: <a href="/author/1">{text(story.editor or "")}</a></p>
<ul class="tag__list">{_tags(view)}</ul>
<div class="read__related"><h3>Artikel Terkait</h3>{_latest(view)}</div></main>
<aside>{_latest(view)}</aside>
<footer>© 2026 {text(view.outlet.name)}</footer></body></html>"""


def _visible_time(view: View) -> str:
    return f"{long_date(view.published)} | {view.published:%H:%M} {view.outlet.zone}"


def _inserts(view: View) -> dict[int, str]:
    links = [
        f'<p><strong class="read__others">Baca Juga: <a href="{view.outlet.url(other)}">'
        f"{text(other.title)}</a></strong></p>"
        for other in view.others[:1]
    ]
    return {2: "".join(links)}


def _paging(view: View) -> str:
    count = len(view.story.pages)
    if count == 1:
        return ""
    links = "".join(
        f'<a class="paging__link" href="{view.url}?page={number}">{number}</a>'
        for number in range(1, count + 1)
    )
    following = f'<a class="paging__link" href="{view.url}?page={view.number + 1}">Selanjutnya</a>'
    last = "" if view.is_last else following
    return f'<div class="paging paging--article">{links}{last}</div>'


def _tags(view: View) -> str:
    return "".join(
        f'<li><h4><a href="/tag/{tag.lower().replace(" ", "-")}">{text(tag)}</a></h4></li>'
        for tag in view.story.tags
    )


def _latest(view: View) -> str:
    return "".join(
        f'<div class="latest__item"><h2 class="latest__title"><a class="latest__link" '
        f'href="{view.outlet.url(other)}">{text(other.title)}</a></h2>'
        f'<date class="latest__date">{long_date(other.published)}</date></div>'
        for other in view.others[:3]
    )


def _json_ld(view: View) -> str:
    published = f"{view.published:%Y-%m-%dT%H:%M:%S%z}"
    return json.dumps(
        {"@type": "NewsArticle", "headline": view.story.title, "datePublished": published},
        ensure_ascii=False,
    ).replace("</", "<\\/")
