"""A page of an ANTARA-like bureau: the older markup without <p>, and the newer one."""

from crawler.demo.markup.view import SYNTHETIC, View, body_html, social_meta
from crawler.demo.words import attribute, long_date, text


def article(view: View) -> str:
    """Even numbers come in the older markup, odd ones in the newer."""
    return _newer(view) if view.story.number % 2 else _older(view)


def _head(view: View) -> str:
    title = f"{view.story.title} - {view.outlet.name}"
    return f"""<head><meta charset="utf-8"><title>{text(title)}</title>
{social_meta(view, title)}
<meta itemprop="datePublished" content="{view.published.isoformat()}">
<meta name="keywords" content="{attribute(", ".join(view.story.tags))}">
<link rel="alternate" type="application/rss+xml" href="/rss/terkini.xml"></head>"""


def _older(view: View) -> str:
    story = view.story
    return f"""<!DOCTYPE html><html lang="id">{SYNTHETIC}{_head(view)}<body>
<div class="righthd">{_clock(view)}</div><div id="content">
<h1 class="title" itemprop="headline"><strong>{text(story.title)}</strong></h1>
<div class="date mt10"><time itemprop="datePublished" datetime="{view.published.isoformat()}">
{_clock_of_story(view)}</time> | 1.229 Views</div>
<div class="share">Bagikan: Facebook Twitter</div>
<figure><img src="/img/foto.jpg">
<figcaption>{text(story.caption or story.title)}</figcaption></figure>
<div id="content_news" itemprop="articleBody">{_broken_lines(view)}
<p class="mt10">Editor: <span itemprop="editor">{text(story.editor or "")}</span></p>
<p class="date">COPYRIGHT © BANUANEWS 2026</p></div>
<div class="terkait"><h3>Berita Terkait</h3>{_related(view)}</div></div></body></html>"""


def _newer(view: View) -> str:
    story = view.story
    return f"""<!DOCTYPE html><html lang="id">{SYNTHETIC}{_head(view)}<body>
<header><span class="topbar-date">{_clock(view)}</span></header>
<div class="wrap__article-detail"><div class="wrap__article-detail-title">
<h1>{text(story.title)}</h1></div>
<div class="wrap__article-detail-info"><ul class="list-inline"><li class="list-inline-item">
<span>{_clock_of_story(view)}</span></li></ul></div>
<div class="wrap__article-detail-image"><img src="/img/foto.jpg">
<p class="image-caption">{text(story.caption or story.title)}</p></div>
<div class="wrap__article-detail-content post-content">
{body_html(view, _inserts(view))}
<p class="text-muted small">Pewarta: {text(story.reporter or "")}<br>
Editor : {text(story.editor or "")}<br>COPYRIGHT © BANUANEWS 2026</p>
<p class="text-muted small">Dilarang keras mengambil konten, melakukan crawling atau pengindeksan
otomatis untuk kecerdasan buatan di situs ini tanpa izin tertulis.</p></div></div>
<aside class="wrapper__list__article"><h4>Terkini</h4>{_related(view)}</aside></body></html>"""


def _clock(view: View) -> str:
    return long_date(view.today)


def _clock_of_story(view: View) -> str:
    return f"{long_date(view.published)} {view.published:%H:%M} {view.outlet.zone}"


def _broken_lines(view: View) -> str:
    return "<br><br>\n".join(text(paragraph) for paragraph in view.story.plain_paragraphs)


def _inserts(view: View) -> dict[int, str]:
    return {
        3: "".join(
            f'<p><strong>Baca juga: <a href="{view.outlet.url(other)}">{text(other.title)}</a>'
            "</strong></p>"
            for other in view.others[:1]
        )
    }


def _related(view: View) -> str:
    return "".join(
        f'<div class="card__post__content"><h2><a href="{view.outlet.url(other)}">'
        f"{text(other.title)}</a></h2></div>"
        for other in view.others[:3]
    )
