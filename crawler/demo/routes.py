"""Which address of an outlet gives what: the ways of each publishing system."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from crawler.demo import channels
from crawler.demo.content import Outlet, Story
from crawler.demo.pages import Query, story_reply
from crawler.demo.reply import NOT_FOUND, Reply, fingerprint, json_reply

Handler = Callable[[Outlet, re.Match[str], Query], Reply]

OFF_LIMITS = "/internal/"


def answer(outlet: Outlet, path: str, query: Query, today: date) -> Reply:
    """The reply for one address; channels first, then stories, else 404."""
    reply = _channel(outlet, path, query) or story_reply(outlet, path, query, today)
    if reply is None:
        return NOT_FOUND
    if outlet.validators and reply.status == 200 and not reply.etag:
        return replace(reply, etag=fingerprint(reply.body))
    return reply if outlet.validators else replace(reply, etag="", last_modified=None)


def robots(outlet: Outlet) -> Reply:
    """robots.txt: what the network's own forbids, a Crawl-delay where the outlet asks for one."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _FORBIDDEN[outlet.platform])]
    if outlet.crawl_delay:
        lines.append(f"Crawl-delay: {outlet.crawl_delay:g}")
    if outlet.platform not in ("disway",):
        lines.append(f"Sitemap: {outlet.home}/sitemap.xml")
    return Reply("\n".join(lines).encode() + b"\n", content_type="text/plain")


def _channel(outlet: Outlet, path: str, query: Query) -> Reply | None:
    if path == "/robots.txt":
        return robots(outlet)
    for pattern, handler in _ROUTES[outlet.platform]:
        if match := re.fullmatch(pattern, path):
            return handler(outlet, match, query)
    return None


def _listing(outlet: Outlet, stories: tuple[Story, ...], page: int, following: str) -> Reply:
    """One page of a listing; past its end an empty one."""
    part = channels.page_of(stories, page, outlet.per_page)
    more = page * outlet.per_page < len(stories)
    return channels.listing(outlet, part, outlet.home + following if more else None)


def _home(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    if outlet.platform == "wordpress" and query:
        return _wordpress_query(outlet, query, 1)
    return channels.listing(outlet, outlet.latest[: 2 * outlet.per_page], None)


def _feed(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    if not outlet.feed:
        return NOT_FOUND
    return channels.feed(outlet, outlet.latest, _number(query, "paged", 1))


def _tribun_feed(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    return channels.useless_feed(outlet)


def _tribun_sitemaps(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    sections = sorted({story.section for story in outlet.stories})
    paths = [f"/{section}/sitemap_{kind}.xml" for section in sections for kind in ("news", "web")]
    return channels.sitemap_index(outlet, paths)


def _tribun_sitemap(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    stories = tuple(story for story in outlet.latest if story.section == match["section"])
    if match["kind"] == "news":
        return channels.news_sitemap(outlet, stories[:4])
    return channels.plain_sitemap(outlet, stories[:8])


def _tribun_index(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    """All stories, or a day's; beyond the last page the last one is repeated."""
    stories = outlet.latest
    day = query.get("date")
    if day:
        stories = tuple(story for story in stories if f"{story.published:%Y-%m-%d}" == day)
    last = max(-(-len(stories) // outlet.per_page), 1)
    page = min(_number(query, "page", 1), last)
    kept = f"date={day}&" if day else ""
    return _listing(outlet, stories, page, f"/index-news?{kept}page={page + 1}")


def _tribun_tag(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    page = _number(query, "page", 1)
    stories = _tagged(outlet, match["tag"])
    return _listing(outlet, stories, page, f"/tag/{match['tag']}?page={page + 1}")


def _disway_category(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    page = int(match["offset"] or 0) // 30 + 1
    stories = tuple(story for story in outlet.latest if story.section == match["slug"])
    return _listing(outlet, stories, page, f"/kategori/{match['slug']}/{30 * page}")


def _disway_search(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    page = int(match["offset"] or 0) // 30 + 1
    word = query.get("c", "")
    stories = channels.matching(outlet.latest, word)
    following = f"/search/kata/{30 * page}/{30 * page}/?c={word.replace(' ', '+')}&num="
    return _listing(outlet, stories, page, following)


def _disway_tag(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    return channels.listing(outlet, _tagged(outlet, match["tag"]), None)


def _media_index(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    page = int(match["offset"] or 0) // 20 + 1
    desk = match["desk"]
    stories = tuple(s for s in outlet.latest if desk in ("indeks", s.section))
    return _listing(outlet, stories, page, f"/{desk}/20/{20 * page}")


def _media_search(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    page = _number(query, "page", 1)
    word = query.get("q", "")
    stories = channels.matching(outlet.latest, word)
    return _listing(outlet, stories, page, f"/search?q={word.replace(' ', '+')}&page={page + 1}")


def _sitemap(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    paths = ["/sitemap-news.xml", "/sitemap-web.xml"] if outlet.dated else ["/sitemap-web.xml"]
    return channels.sitemap_index(outlet, paths)


def _news_sitemap(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    return channels.news_sitemap(outlet, outlet.latest[:8])


def _web_sitemap(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    return channels.plain_sitemap(outlet, outlet.latest)


def _antara_latest(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    page = int(match["page"] or 1)
    return _listing(outlet, outlet.latest, page, f"/terkini/{page + 1}")


def _antara_search(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    page = int(match["page"] or _number(query, "page", 1))
    word = (match["word"] or query.get("q", "")).replace("+", " ")
    stories = channels.matching(outlet.latest, word)
    return _listing(outlet, stories, page, f"/search/{word.replace(' ', '+')}/{page + 1}")


def _antara_tag(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    page = int(match["page"] or 1)
    stories = _tagged(outlet, match["tag"])
    return _listing(outlet, stories, page, f"/tag/{match['tag']}/{page + 1}")


def _wordpress_page(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    return _wordpress_query(outlet, query, int(match["page"]))


def _wordpress_query(outlet: Outlet, query: Query, page: int) -> Reply:
    if "p" in query:
        return story_reply(outlet, "/", query, date.min) or NOT_FOUND
    if query.get("feed") == "rss2":
        return channels.feed(outlet, channels.matching(outlet.latest, query.get("s", "")))
    word = query.get("s", "")
    stories = channels.matching(outlet.latest, word)
    return _listing(outlet, stories, page, f"/page/{page + 1}/?s={word.replace(' ', '+')}")


def _wordpress_tag(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    stories = _tagged(outlet, match["tag"])
    if match["feed"]:
        return channels.feed(outlet, stories)
    return channels.listing(outlet, stories, None)


def _rest(outlet: Outlet, match: re.Match[str], query: Query) -> Reply:
    if not outlet.rest:
        return json_reply({"code": "rest_no_route", "data": {"status": 404}}, status=404)
    stories = channels.matching(outlet.latest, query.get("search", ""))
    if after := query.get("after"):
        stories = tuple(s for s in stories if f"{s.published:%Y-%m-%dT%H:%M:%S}" > after)
    page, per_page = _number(query, "page", 1), min(_number(query, "per_page", 10), 100)
    return channels.rest_posts(outlet, stories, page, per_page)


def _number(query: Query, name: str, default: int) -> int:
    value = query.get(name, "")
    return max(int(value), 1) if value.isdecimal() else default


def _tagged(outlet: Outlet, slug: str) -> tuple[Story, ...]:
    return tuple(
        story
        for story in outlet.latest
        if slug.lower() in {tag.lower().replace(" ", "-") for tag in story.tags}
    )


_COMMON: list[tuple[str, Handler]] = [("/", _home)]
_SITEMAPS: list[tuple[str, Handler]] = [
    (r"/sitemap\.xml", _sitemap),
    (r"/sitemap-news\.xml", _news_sitemap),
    (r"/sitemap-web\.xml", _web_sitemap),
]
_ROUTES: Mapping[str, list[tuple[str, Handler]]] = {
    "mediaindonesia": [
        *_COMMON,
        *_SITEMAPS,
        (r"/feed(/all)?", _feed),
        (r"/(?P<desk>indeks|nusantara|ekonomi|olahraga)(/20/(?P<offset>\d+))?", _media_index),
        (r"/tag/(?P<tag>[^/]+)", _tribun_tag),
        (r"/search", _media_search),
    ],
    "tribun": [
        *_COMMON,
        (r"/rss", _tribun_feed),
        (r"/sitemap\.xml", _tribun_sitemaps),
        (r"/(?P<section>[a-z]+)/sitemap_(?P<kind>news|web)\.xml", _tribun_sitemap),
        (r"/index-news", _tribun_index),
        (r"/tag/(?P<tag>[^/]+)", _tribun_tag),
    ],
    "disway": [
        *_COMMON,
        (r"/rss(/\w+)?", _feed),
        (r"/kategori/(?P<slug>[a-z-]+)(/(?P<offset>\d+))?", _disway_category),
        (r"/search/kata/?((?P<offset>\d+)/\d+/?)?", _disway_search),
        (r"/listtag/\d+/(?P<tag>[^/]+)", _disway_tag),
    ],
    "wordpress": [
        *_COMMON,
        *_SITEMAPS,
        (r"/sitemap_index\.xml", _sitemap),
        (r"/feed/?", _feed),
        (r"/page/(?P<page>\d+)/?", _wordpress_page),
        (r"/tag/(?P<tag>[^/]+)/(?P<feed>feed/)?", _wordpress_tag),
        (r"/wp-json/wp/v2/posts/?", _rest),
    ],
    "antara": [
        *_COMMON,
        *_SITEMAPS,
        (r"/rss/terkini\.xml", _feed),
        (r"/terkini(/(?P<page>\d+))?", _antara_latest),
        (r"/search(/(?P<word>[^/]+)/(?P<page>\d+))?", _antara_search),
        (r"/tag/(?P<tag>[^/]+)(/(?P<page>\d+))?", _antara_tag),
    ],
    "promedia": [
        *_COMMON,
        *_SITEMAPS,
        (r"/rss", _feed),
        (r"/search", _media_search),
        (r"/tag/(?P<tag>[^/]+)", _tribun_tag),
    ],
    "generic": [*_COMMON, *_SITEMAPS, (r"/feed/?", _feed)],
}
_FORBIDDEN: Mapping[str, tuple[str, ...]] = {
    "mediaindonesia": ("/video/", OFF_LIMITS),
    "tribun": ("/search", "/topic", "/api", "/ajax", OFF_LIMITS),
    "disway": ("/upload/", "/read/99"),
    "wordpress": ("/wp-admin/", OFF_LIMITS),
    "antara": ("/cari/", OFF_LIMITS),
    "promedia": ("/embed/", OFF_LIMITS),
    "generic": (OFF_LIMITS,),
}
