"""A page of a WordPress portal with an Indonesian news theme."""

from crawler.demo.markup.view import SYNTHETIC, View, body_html, social_meta
from crawler.demo.words import MONTHS, attribute, long_date, text


def article(view: View) -> str:
    """The page, with the view count and the share line between headline and story."""
    story, title = view.story, view.story.title
    return f"""<!DOCTYPE html><html lang="id-ID"><head>{SYNTHETIC}<meta charset="UTF-8">
<title>{text(title)} - {text(view.outlet.name)}</title>
{social_meta(view, f"{title} - {view.outlet.name}")}
<meta property="article:published_time" content="{view.published.isoformat()}">
<meta name="author" content="{attribute(story.reporter or "Redaksi")}">
<link rel="alternate" type="application/rss+xml" href="{view.outlet.home}/feed/">
<link rel="shortlink" href="{view.outlet.home}/?p={story.number}">
{_api_link(view)}</head>
<body class="post-template-default single single-post gmr-theme idtheme kentooz">
<header><div class="gmr-topnotification">{long_date(view.today)}</div>
<nav><ul><li><a href="/category/{story.section}/">{story.section.upper()}</a></li></ul></nav>
</header>
<div class="gmr-topbanner">Pasang iklan di sini</div>
<div id="primary" class="content-area"><main id="main">
<article id="post-{story.number}" class="post type-post"><div class="gmr-box-content gmr-single">
<header class="entry-header"><span class="cat-links-content">
<a href="/category/{story.section}/">{story.section.upper()}</a></span>
<h1 class="entry-title" itemprop="headline">{text(title)}</h1>
<div class="gmr-metacontent-single"><span class="entry-author vcard">
<a class="url fn n" href="/author/redaksi/">{text(story.reporter or "Redaksi")}</a></span>
<span class="posted-on">{_time(view)}</span></div></header>
<div class="view-count">{story.number % 700}</div><div>×</div>
<h2 class="pop-title">{text(title)}</h2>
<div class="gmr-content-share"><div>Sebarkan artikel ini</div>
<ul class="gmr-socialicon-share"><li><a>Facebook</a></li><li><a>WhatsApp</a></li></ul></div>
<figure class="wp-caption gmr-attachment-img"><img src="/wp-content/uploads/foto.jpg">
<figcaption class="wp-caption-text">{text(story.caption or "")}</figcaption></figure>
<div class="entry-content entry-content-single clearfix" itemprop="text">
<div class="gmr-banner-beforecontent">Iklan</div>
{body_html(view, _inserts(view), story.sign_off or "")}
<div class="gmr-banner-insidecontent"><script>var iklan = 1;</script></div>
{_credit(view)}</div>
<div class="gmr-cf-metacontent">{_people(view)}</div>
<footer class="entry-footer"><span class="tags-links">{_tags(view)}</span></footer></div></article>
<div class="gmr-box-content gmr-single"><h3 class="widget-title">Related post</h3>
<div class="site-main gmr-single gmr-infinite-selector gmr-related-infinite">{_related(view)}</div>
</div></main></div>
<aside id="secondary"><h3>Berita Populer</h3><ul>{_related(view)}</ul></aside>
<footer>© 2026 {text(view.outlet.name)}</footer></body></html>"""


def _api_link(view: View) -> str:
    if not view.outlet.rest:
        return ""
    return f'<link rel="https://api.w.org/" href="{view.outlet.home}/wp-json/">'


def _time(view: View) -> str:
    published = view.published
    visible = f"{published.day} {MONTHS[published.month - 1]} {published.year} {published:%H:%M}"
    if view.story.modified is None:
        return (
            '<time class="entry-date published updated" itemprop="dateModified" '
            f'datetime="{published.isoformat()}">{visible}</time>'
        )
    return (
        f'<time class="entry-date published" datetime="{published.isoformat()}">{visible}</time>'
        f'<time class="updated" datetime="{view.story.modified.isoformat()}">'
        f"{long_date(view.story.modified)}</time>"
    )


def _inserts(view: View) -> dict[int, str]:
    links = [
        f'<p><strong>{mark}</strong>&nbsp; <a href="{view.outlet.url(other)}">'
        f"{text(other.title)}</a></p>"
        for mark, other in zip(("READ", "Baca Juga :"), view.others, strict=False)
    ]
    return dict(zip((2, 4), links, strict=False))


def _credit(view: View) -> str:
    source = view.story.source
    if not source:
        return ""
    return f'<p>Link sumber: <a href="https://{attribute(source)}">{text(source)}</a></p>'


def _people(view: View) -> str:
    editor = view.story.editor
    return f'<span class="editor">Editor: {text(editor)}</span>' if editor else ""


def _tags(view: View) -> str:
    return "".join(
        f'<a href="/tag/{tag.lower().replace(" ", "-")}/" rel="tag">{text(tag)}</a>'
        for tag in view.story.tags
    )


def _related(view: View) -> str:
    return "".join(
        f'<div class="gmr-related-title"><a href="{view.outlet.url(other)}">'
        f"{text(other.title)}</a></div>"
        for other in view.others[:3]
    )
