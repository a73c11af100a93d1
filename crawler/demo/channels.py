"""The demo's feeds, sitemaps, listings, search pages and WordPress REST."""

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime

from crawler.demo.content import Outlet, Story
from crawler.demo.entries import entry
from crawler.demo.markup.view import SYNTHETIC
from crawler.demo.reply import NOT_FOUND, RSS, XML, Reply, html, json_reply
from crawler.demo.words import attribute, text

FEED_LENGTH = 10


def feed(outlet: Outlet, stories: Sequence[Story], page: int = 1) -> Reply:
    """RSS 2.0 with the newest stories; WordPress pages it with ?paged=."""
    part = page_of(stories, page, FEED_LENGTH)
    if not part:
        return NOT_FOUND
    items = "".join(_item(outlet, story) for story in part)
    return Reply(_rss(outlet, items).encode(), content_type=RSS, last_modified=_newest(part))


def useless_feed(outlet: Outlet) -> Reply:
    """A well-formed feed whose every link is the home page."""
    items = "".join(
        f"<item><title>{text(story.title)}</title><link>{outlet.home}/</link></item>"
        for story in outlet.latest[:FEED_LENGTH]
    )
    return Reply(_rss(outlet, items).encode(), content_type=RSS)


def sitemap_index(outlet: Outlet, paths: Sequence[str]) -> Reply:
    """A sitemap of sitemaps."""
    entries = "".join(f"<sitemap><loc>{outlet.home}{path}</loc></sitemap>" for path in paths)
    return _xml(f"<sitemapindex {_SITEMAP}>{entries}</sitemapindex>")


def news_sitemap(outlet: Outlet, stories: Sequence[Story]) -> Reply:
    """A news sitemap with titles and publication dates."""
    entries = "".join(
        f"<url><loc>{outlet.url(story)}</loc><news:news><news:publication>"
        f"<news:name>{text(outlet.name)}</news:name><news:language>id</news:language>"
        f"</news:publication><news:publication_date>{story.published.isoformat()}"
        f"</news:publication_date><news:title>{text(story.title)}</news:title></news:news></url>"
        for story in stories
    )
    return _xml(f"<urlset {_SITEMAP} {_NEWS}>{entries}</urlset>")


def plain_sitemap(outlet: Outlet, stories: Sequence[Story]) -> Reply:
    """A sitemap with nothing but addresses."""
    entries = "".join(f"<url><loc>{outlet.url(story)}</loc></url>" for story in stories)
    return _xml(f"<urlset {_SITEMAP}>{entries}</urlset>")


def rest_posts(outlet: Outlet, stories: Sequence[Story], page: int, per_page: int) -> Reply:
    """WordPress REST posts; a page beyond the last one is an error 400, as in WordPress."""
    total_pages = -(-len(stories) // per_page)
    if page > max(total_pages, 1):
        code = "rest_post_invalid_page_number"
        return json_reply({"code": code, "data": {"status": 400}}, status=400)
    posts = [_post(outlet, story) for story in page_of(stories, page, per_page)]
    return json_reply(posts, {"X-WP-Total": str(len(stories)), "X-WP-TotalPages": str(total_pages)})


def listing(outlet: Outlet, stories: Sequence[Story], next_url: str | None) -> Reply:
    """A page of links as the outlet's system lays it out, with a link to the next page."""
    entries = "".join(entry(outlet, story) for story in stories)
    address = attribute(next_url or "")
    pager = f'<a class="next" rel="next" href="{address}">Berikutnya</a>' if address else ""
    return html(
        f"<!DOCTYPE html><html lang='id'><head>{SYNTHETIC}<meta charset='{outlet.charset}'>"
        f"<title>Indeks Berita - {text(outlet.name)}</title>{_feed_link(outlet)}</head>"
        f"<body class='{'archive gmr-theme' if outlet.platform == 'wordpress' else 'indeks'}'>"
        f"<nav><a href='/'>Beranda</a> <a href='/tentang-kami'>Tentang Kami</a></nav>"
        f"<div class='col-sm-8'>{entries}</div>"
        f"<div class='pagination'>{pager}</div></body></html>",
        outlet.charset,
    )


def page_of(stories: Sequence[Story], page: int, size: int) -> Sequence[Story]:
    """The stories of page 1, 2, ..."""
    return stories[(page - 1) * size : page * size]


def matching(stories: Sequence[Story], query: str) -> tuple[Story, ...]:
    """Stories that hold every word of a query, as site searches find them."""
    words = query.lower().replace('"', " ").replace("-", " ").split()
    return tuple(
        story
        for story in stories
        if all(word in f"{story.title} {' '.join(story.paragraphs)}".lower() for word in words)
    )


_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def _xml(body: str) -> Reply:
    return Reply(f'<?xml version="1.0" encoding="UTF-8"?>{body}'.encode(), content_type=XML)


def _rss(outlet: Outlet, items: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>{text(outlet.name)}</title><link>{outlet.home}</link>"
        f"<description>Berita terkini</description>{items}</channel></rss>"
    )


def _item(outlet: Outlet, story: Story) -> str:
    picture = '<img src="/img/kecil.jpg" align="left">' if outlet.platform == "antara" else ""
    return (
        f"<item><title>{text(story.title)}</title><link>{outlet.url(story)}</link>"
        f"<pubDate>{format_datetime(story.published)}</pubDate>"
        f"<description>{text(picture + story.summary)}</description>"
        f'<guid isPermaLink="false">{outlet.home}/?p={story.number}</guid></item>'
    )


def _newest(stories: Sequence[Story]) -> datetime:
    return max(story.published for story in stories).astimezone(UTC)


def _post(outlet: Outlet, story: Story) -> dict[str, object]:
    local = story.published
    return {
        "id": story.number,
        "date": f"{local:%Y-%m-%dT%H:%M:%S}",
        "date_gmt": f"{local.astimezone(UTC):%Y-%m-%dT%H:%M:%S}",
        "slug": story.path.strip("/"),
        "type": "post",
        "link": outlet.url(story),
        "title": {"rendered": text(story.title)},
        "excerpt": {"rendered": f"<p>{text(story.summary)} [&hellip;]</p>\n"},
    }


def _feed_link(outlet: Outlet) -> str:
    return '<link rel="alternate" type="application/rss+xml" href="/feed">' if outlet.feed else ""
