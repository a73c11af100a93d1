"""A page of a Tribun-like system: regional edition."""

import json

from crawler.demo.markup.view import SYNTHETIC, View, body_html, social_meta
from crawler.demo.words import attribute, long_date, text


def article(view: View) -> str:
    """One page of the article; page 2 and on come with ?page=."""
    story, title = view.story, view.story.title
    return f"""<!DOCTYPE html>
<html lang="id-ID" itemscope itemtype="http://schema.org/WebPage">{SYNTHETIC}
<head><meta charset="utf-8"><title>{text(title)} - {text(view.outlet.name)}</title>
<meta name="news_keywords" content="{attribute(", ".join(story.tags))}">
{social_meta(view, f"{title} - {view.outlet.name}")}
<link rel="amphtml" href="{view.outlet.home}/amp{story.path}">
<meta property="android:app_id" content="{story.number}">
<script type="application/ld+json">{_json_ld(view)}</script>
</head><body>
<ul class="fbo"><li class="fbo2 grey ar">{long_date(view.today)}</li></ul>
<div class="content"><div class="fl w677"><div class="bsh mb20" id="va"><div class="p1020 bsht">
<div class="pos_rel" id="article">
<h1 class="f50 black2 f400 crimson" id="arttitle">{text(title)}</h1>
<h4 class="hide">{text(story.summary)}</h4>
<div class="mt10"><time class="grey" {_machine_time(view)}>{_visible_time(view)}</time></div>
<div class="mt10 share hide sharebtn">
<a class="twitter-share-button">Tweet</a><span>Share</span></div>
<div id="article_con" class="fl pt20 pos_rel">{_photo(view)}
<div id="div-BelowImages"></div>
<div class="side-article txt-article multi-fontsize editcontent">
{body_html(view, _inserts(view))}</div>
{_credit(view)}<div class="side-article mb5">{_paging(view)}
<div class="mb10 f16">Tags <h5 class="tagcloud3">{_tags(view)}</h5></div>
<div id="penulis">{_person("Penulis", story.reporter)}</div>
<div id="editor">{_person("Editor", story.editor)}</div>
<div class="mb20"><strong>Baca Juga</strong>{_related(view)}</div></div>
</div></div></div></div></div>
<div class="fr w323"><h3>Berita Populer</h3><ul>{_related(view)}</ul>
<time class="timeago" title="{view.today.isoformat()}">2 jam lalu</time></div></div>
<footer>© 2026 {text(view.outlet.name)}, All Right Reserved</footer></body></html>"""


def _machine_time(view: View) -> str:
    return f'datetime="{view.published:%Y-%m-%dT%H:%M%z}"' if view.story.number % 2 else ""


def _visible_time(view: View) -> str:
    return f"{long_date(view.published)} {view.published:%H:%M} {view.outlet.zone}"


def _photo(view: View) -> str:
    caption = text(view.story.caption or view.story.title)
    return (
        '<div id="artimg"><img class="imgfull" src="/foto/x.jpg">'
        '<div class="f11 white pa3 fr pos_rel ar">Istimewa</div>'
        f'<div class="arial f12 pt5 grey2">{caption}</div></div>'
    )


def _inserts(view: View) -> dict[int, str]:
    ad = '<div id="div-Inside-MediumRectangle"><script>var ad = 1;</script></div>'
    links = [
        f'<p class="baca">Baca: <a href="{view.outlet.url(other)}">{text(other.title)}</a></p>'
        for other in view.others[:1]
    ]
    return {2: "".join(links) + ad}


def _credit(view: View) -> str:
    return f'<div class="mt10">Sumber: {text(view.story.source)}</div>' if view.story.source else ""


def _paging(view: View) -> str:
    count = len(view.story.pages)
    if count == 1 or view.whole:
        return ""
    links = "".join(
        f'<a href="{view.url}?page={number}"{_current(number == view.number)}>{number}</a>'
        for number in range(1, count + 1)
    )
    address = f"{view.url}?page={view.number + 1}"
    following = f'<a class="bgblue white" href="{address}">Halaman selanjutnya</a>'
    if view.is_last:
        following = ""
    return (
        f'<div class="mb20">{following}</div><div class="paging">'
        f'<span class="total-page">Halaman {view.number}/{count}</span>{links}</div>'
    )


def _current(here: bool) -> str:
    return ' id="pagecurrent"' if here else ""


def _tags(view: View) -> str:
    return "".join(
        f'<a class="rd2" href="/tag/{tag.lower().replace(" ", "-")}?url={view.url}">{text(tag)}</a>'
        for tag in view.story.tags
    )


def _person(role: str, name: str | None) -> str:
    return f"{role}: {text(name)}" if name else ""


def _related(view: View) -> str:
    return "".join(
        f'<li><a class="rd2" href="{view.outlet.url(other)}">{text(other.title)}</a></li>'
        for other in view.others[:3]
    )


def _json_ld(view: View) -> str:
    story = view.story
    return json.dumps(
        {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebPage", "url": view.url},
                {
                    "@type": "NewsArticle",
                    "headline": story.title,
                    "datePublished": story.published.isoformat(),
                    "author": [{"@type": "Person", "name": story.editor or view.outlet.name}],
                    "keywords": list(story.tags),
                },
            ],
        },
        ensure_ascii=False,
    ).replace("</", "<\\/")
