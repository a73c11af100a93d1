"""A page of a Media Indonesia-like system."""

import json

from crawler.demo.markup.view import SYNTHETIC, View, body_html, social_meta
from crawler.demo.words import attribute, long_date, text


def article(view: View) -> str:
    """The page, with sidebar headlines before and after the story."""
    story, title = view.story, view.story.title
    return f"""<!-- Layout Default -->
{SYNTHETIC}
<!DOCTYPE html>
<html lang="id"><head><meta charset="UTF-8"><title>{text(title)} </title>
<meta name="title" content="{attribute(title)}">
{social_meta(view, title, "website")}
<meta name="author" content="{view.outlet.brand} developer">
<meta name="news_keywords" content="{attribute(", ".join(story.tags))}">
<link rel="alternate" type="application/rss+xml" href="{view.outlet.home}/feed">
<script type="application/ld+json">{_json_ld(view)}</script>
</head><body>
<header><div class="topbar">{long_date(view.today)}</div><nav><a href="/nusantara">NUSANTARA</a>
<a href="/ekonomi">EKONOMI</a><a href="/indeks">INDEKS</a></nav></header>
<section class="breaking"><div class="ti">Headline</div>{_headlines(view)}</section>
<section class="detail"><div class="container max-w-1024"><div class="columns">
<div class="column is-8"><div class="post-header">
<ul class="mi-breadcrumb"><li><a href="/">Home <i class="fa fa-angle-right"></i></a></li>
<li><a href="/{story.section}">{story.section.title()}</a></li></ul>
<h1>{text(title)}</h1>
<div class="info"><div class="author-2">{text(story.reporter or "")}</div>
<span class="datetime"> {_datetime(view)}</span>
<div class="font-size-bt-group"><button>A-</button><button>A+</button></div></div></div>
<div class="article">{_figure(view)}
{body_html(view, _inserts(view), story.sign_off or "")}
<br><br><div class="ext-channel">Cek berita dan artikel yg lain di
<a href="https://news.google.com/">Google News</a> dan dan ikuti
<a href="https://whatsapp.com/">WhatsApp channel</a> {view.outlet.brand}</div>
{_editor(view)}<div class="_ap_apex_ad"></div></div>
<div class="foot-article"><div class="share-group"><span>SHARE</span></div></div>
<ul class="related-tags"><li>Tags:</li>{_tags(view)}</ul>
<section><div class="ti">Berita Lainnya</div>{_headlines(view)}
<a href="/indeks" class="bt bt-primary">LOAD MORE</a></section></div>
<div class="column is-4"><section><div class="ti">Opini</div><ul class="list-4"><li>
<h3><a href="/opini/700001/menimbang-ulang-upah">Menimbang Ulang Upah</a></h3>
<span><i class="fa fa-clock"></i> 20/1/2026 05:10</span></li></ul></section></div>
</div></div></section>
<footer>Copyright @ 2026 Lensa Nusa. All Rights Reserved</footer></body></html>"""


def _datetime(view: View) -> str:
    moment = view.published
    return f"{moment.day}/{moment.month}/{moment.year} {moment:%H:%M}"


def _figure(view: View) -> str:
    caption = text(view.story.caption or view.story.title)
    return (
        '<figure class="main-img"><img class="zoomable" data-src="/asset/foto.jpg">'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _inserts(view: View) -> dict[int, str]:
    links = [
        f'<p><strong>Baca juga: <a href="{view.outlet.url(other)}">{text(other.title)}</a>'
        "</strong></p>"
        for other in view.others[:2]
    ]
    ad = '<div class="flying-carpet"><p>ADVERTISEMENT</p></div>'
    return dict(zip((3, 5), [ad + links[0], *links[1:]], strict=False)) if links else {}


def _editor(view: View) -> str:
    if not view.story.editor:
        return ""
    name = text(view.story.editor)
    return f'<div class="info-author">Editor : <a class="author" href="/author/1">{name}</a></div>'


def _tags(view: View) -> str:
    return "".join(
        f'<li><a class="bt bt-grey" href="/tag/{tag.replace(" ", "-")}"># {text(tag)}</a></li>'
        for tag in view.story.tags
    )


def _headlines(view: View) -> str:
    return "".join(
        f'<a title="{attribute(other.title)}" href="{view.outlet.url(other)}">'
        f'<div class="item">{text(other.title)}</div></a>'
        for other in view.others[:4]
    )


def _json_ld(view: View) -> str:
    story = view.story
    return json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": story.title,
            "datePublished": story.published.isoformat(),
            "dateModified": (story.modified or story.published).isoformat(),
            "author": {"@type": "Person", "name": story.editor or view.outlet.name},
            "mainEntityOfPage": view.url,
        },
        ensure_ascii=False,
    ).replace("</", "<\\/")
