"""The mini-web behaves over real HTTP as the publishing systems do."""

import json
import re
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

import pytest

from crawler.demo import MiniWeb
from crawler.demo.words import text

pytestmark = pytest.mark.slow

BROWSER = "Mozilla/5.0 (compatible; test)"
QUERY = "bpjs+ketenagakerjaan"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str

    @property
    def text(self) -> str:
        charset = "windows-1252" if "windows-1252" in self.headers["content-type"] else "utf-8"
        return self.body.decode(charset)


def get(url: str, method: str = "GET", **headers: str) -> Answer:
    sent = {"User-Agent": BROWSER} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    request = urllib.request.Request(url, headers=sent, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as reply:
            return _answer(reply)
    except urllib.error.HTTPError as error:
        with error:
            return _answer(error)


def _answer(reply: object) -> Answer:
    headers = {name.lower(): value for name, value in reply.headers.items()}  # type: ignore[attr-defined]
    return Answer(reply.status, headers, reply.read(), reply.url)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def web() -> Iterator[MiniWeb]:
    with MiniWeb() as started:
        yield started


STATUS = {"gone": 404, "challenge": 403}


def test_every_page_answers_as_its_gold_says(web: MiniWeb) -> None:
    for url, story in web.stories().items():
        answer = get(url)
        assert answer.status == STATUS.get(story.kind, 200), url
        if story.kind != "empty":
            assert b"Synthetic" in answer.body, url
        if story.kind == "article":
            assert text(story.title) in answer.text, url
        if story.kind == "pdf":
            assert answer.headers["content-type"] == "application/pdf"


def test_every_paragraph_is_on_the_page_or_its_further_pages(web: MiniWeb) -> None:
    for url, story in web.stories().items():
        if story.kind != "article":
            continue
        suffix = {"tribun": "?page={0}", "promedia": "?page={0}", "disway": "/{1}"}.get(
            _platform(web, story.site), ""
        )
        pages = [
            get(url + suffix.format(number, 15 * (number - 1)) if number > 1 else url).text
            for number in range(1, len(story.pages) + 1)
        ]
        whole = unescape("".join(pages))
        assert [part for part in story.plain_paragraphs if part not in whole] == [], url


def _platform(web: MiniWeb, site: str) -> str:
    return web.sites[site].platform


def test_variants_show_the_story_they_stand_for(web: MiniWeb) -> None:
    variants = web.variants()
    assert len(variants) >= 6
    stories = web.stories()
    for variant, canonical in variants.items():
        answer = get(variant)
        assert answer.status == 200
        assert text(stories[canonical].title) in answer.text
        assert f'<link rel="canonical" href="{canonical}">' in answer.text


def test_shortlinks_redirect(web: MiniWeb) -> None:
    home = web.sites["halmaherakini"].home
    assert get(f"{home}/?p=3301").url.endswith("peserta-bpjs-ketenagakerjaan/")
    assert get(f"{home}/?p=1").status == 404


def test_unknown_addresses_are_404(web: MiniWeb) -> None:
    for site in web.sites.values():
        assert get(f"{site.home}/tidak/ada").status == 404
    tribun = web.sites["kabarmusi"]
    assert get(f"{tribun.url(tribun.stories[0])}?page=9").status == 404


def test_an_unchanged_page_is_304(web: MiniWeb) -> None:
    site = web.sites["lensanusa"]
    for url in (site.url(site.stories[0]), f"{site.home}/feed", f"{site.home}/sitemap-news.xml"):
        etag = get(url).headers["etag"]
        again = get(url, If_None_Match=etag)
        assert (again.status, again.body) == (304, b"")
        assert get(url, If_None_Match='"other"').status == 200
    modified = get(site.url(site.stories[0])).headers["last-modified"]
    assert modified.endswith("GMT")
    assert get(site.url(site.stories[0]), If_Modified_Since=modified).status == 304


def test_the_header_clock_does_not_change_the_validator(web: MiniWeb) -> None:
    site = web.sites["kabarmusi"]
    url = site.url(site.stories[0])
    first, second = get(url), get(url)
    assert first.headers["etag"] == second.headers["etag"]


def test_head_has_no_body(web: MiniWeb) -> None:
    site = web.sites["kabarmusi"]
    answer = get(site.url(site.stories[0]), method="HEAD")
    assert answer.status == 200
    assert answer.body == b""
    assert int(answer.headers["content-length"]) > 3000


@pytest.mark.parametrize(
    ("site", "line"),
    [
        ("kabarmusi", "Disallow: /search"),
        ("batangharipos", "Disallow: /read/99"),
        ("wartapraja", "Crawl-delay: 0.2"),
        ("teropongceleb", "Disallow: /wp-admin/"),
    ],
)
def test_robots(web: MiniWeb, site: str, line: str) -> None:
    answer = get(f"{web.sites[site].home}/robots.txt")
    assert answer.headers["content-type"] == "text/plain"
    assert line in answer.text.splitlines()


def test_a_library_user_agent_is_refused_where_real_networks_do(web: MiniWeb) -> None:
    home = web.sites["kabarmusi"].home
    assert get(f"{home}/", User_Agent="Scrapy/2.19").status == 403
    assert get(f"{home}/").status == 200


def links(answer: Answer, pattern: str = r'href="(http[^"]+)"') -> set[str]:
    return {unescape(found) for found in re.findall(pattern, answer.text)}


def walk(web: MiniWeb, site: str, path: str) -> tuple[set[str], int]:
    """All story links of a listing and its following pages, and how many pages there were."""
    found: set[str] = set()
    url: str | None = web.sites[site].home + path
    pages = 0
    while url and pages < 12:
        answer = get(url)
        assert answer.status == 200, url
        following = re.search(r'rel="next" href="([^"]+)"', answer.text)
        found |= links(answer)
        url = unescape(following[1]) if following else None
        pages += 1
    return found, pages


@pytest.mark.parametrize(
    ("site", "path"),
    [
        ("lensanusa", "/indeks"),
        ("lensanusa", f"/search?q={QUERY}"),
        ("kabarmusi", "/index-news"),
        ("batangharipos", f"/search/kata/?c={QUERY}"),
        ("koranselaparang", "/kategori/daerah"),
        ("teropongceleb", f"/?s={QUERY}"),
        ("banuanews", "/terkini"),
        ("pesisirpos", f"/search?q={QUERY}"),
        ("banuanews", "/search?q=(banuanews)+-"),
    ],
)
def test_listings_page_through_everything(web: MiniWeb, site: str, path: str) -> None:
    found, pages = walk(web, site, path)
    wanted = {
        web.sites[site].listed_url(story)
        for story in web.sites[site].stories
        if story.gold.relevance == "cooperation"
    }
    assert wanted <= found
    assert pages >= 2


def test_an_index_page_beyond_the_last_repeats_it(web: MiniWeb) -> None:
    home = web.sites["kabarmusi"].home
    stories = r'href="(http[^"]+/2026/[^"]+)"'
    last = links(get(f"{home}/index-news?page=2"), stories)
    assert links(get(f"{home}/index-news?page=11"), stories) == last != set()
    assert len(links(get(f"{home}/index-news?date=2026-09-15"), stories)) == 1


@pytest.mark.parametrize(
    ("site", "path"),
    [
        ("lensanusa", "/feed"),
        ("batangharipos", "/rss"),
        ("teropongceleb", "/feed/"),
        ("halmaherakini", "/feed/"),
        ("banuanews", "/rss/terkini.xml"),
        ("wartapraja", "/feed"),
    ],
)
def test_feeds_list_the_newest(web: MiniWeb, site: str, path: str) -> None:
    outlet = web.sites[site]
    answer = get(outlet.home + path)
    assert "rss+xml" in answer.headers["content-type"]
    found = set(re.findall(r"<item>.*?<link>([^<]+)</link>", answer.text))
    assert found == {outlet.url(story) for story in outlet.latest[:10]}
    assert " +0" in answer.text


def test_the_useless_and_the_missing_feed(web: MiniWeb) -> None:
    tribun = web.sites["kabarmusi"]
    found = set(re.findall(r"<item>.*?<link>([^<]+)</link>", get(f"{tribun.home}/rss").text))
    assert found == {f"{tribun.home}/"}
    assert get(f"{web.sites['koranselaparang'].home}/rss").status == 404


@pytest.mark.parametrize("site", ["lensanusa", "kabarmusi", "teropongceleb", "wartapraja"])
def test_sitemaps_lead_to_every_story(web: MiniWeb, site: str) -> None:
    outlet = web.sites[site]
    parts = re.findall(r"<loc>([^<]+)</loc>", get(f"{outlet.home}/sitemap.xml").text)
    texts = [get(part).text for part in parts]
    found = {loc for part in texts for loc in re.findall(r"<loc>([^<]+)</loc>", part)}
    assert found == {outlet.url(story) for story in outlet.stories}
    assert any("<news:publication_date>2026-" in part for part in texts)


def test_the_copycat_never_gives_a_date(web: MiniWeb) -> None:
    outlet = web.sites["kedaibola"]
    copy = get(outlet.url(outlet.stories[0])).text
    assert "2026" not in copy
    parts = re.findall(r"<loc>([^<]+)</loc>", get(f"{outlet.home}/sitemap.xml").text)
    assert all("2026-" not in get(part).text for part in parts)


def test_wordpress_rest(web: MiniWeb) -> None:
    home = web.sites["teropongceleb"].home
    first = get(f"{home}/wp-json/wp/v2/posts?search={QUERY}&per_page=4&page=1")
    posts = json.loads(first.body)
    assert len(posts) == 4
    assert first.headers["x-wp-totalpages"] == "2"
    assert posts[0]["link"].startswith(home)
    assert posts[0]["title"]["rendered"]
    beyond = get(f"{home}/wp-json/wp/v2/posts?search={QUERY}&per_page=4&page=9")
    assert (beyond.status, json.loads(beyond.body)["code"]) == (
        400,
        "rest_post_invalid_page_number",
    )
    recent = get(f"{home}/wp-json/wp/v2/posts?after=2026-11-01T00:00:00&per_page=100")
    assert {post["id"] for post in json.loads(recent.body)} == {5131, 5140}
    assert get(f"{web.sites['halmaherakini'].home}/wp-json/wp/v2/posts").status == 404


def test_junk_parameters_do_no_harm(web: MiniWeb) -> None:
    assert get(f"{web.sites['lensanusa'].home}/search?page=-3%27--").status == 200
    assert get(f"{web.sites['teropongceleb'].home}/feed/?paged=x").status == 200
    assert get(f"{web.sites['kabarmusi'].home}/index-news?page=0&date=kemarin").status == 200


def test_a_portal_in_an_old_charset(web: MiniWeb) -> None:
    outlet = web.sites["wartapraja"]
    answer = get(outlet.url(outlet.stories[0]))
    assert "windows-1252" in answer.headers["content-type"]
    assert b"\x93Kami ingin" in answer.body


def test_one_page_is_slow(web: MiniWeb) -> None:
    slow = [url for url, story in web.stories().items() if story.slow]
    assert len(slow) == 1
    start = time.monotonic()
    assert get(slow[0]).status == 200
    assert time.monotonic() - start >= 1.5


def test_requests_are_kept(web: MiniWeb) -> None:
    home = web.sites["banuanews"].home
    get(f"{home}/terkini/2?x=1", X_Probe="yes")
    seen = web.requests[-1]
    assert (seen.site, seen.method, seen.path) == ("banuanews", "GET", "/terkini/2?x=1")
    assert seen.headers["x-probe"] == "yes"


def test_the_registry_file_names_every_outlet(web: MiniWeb) -> None:
    tables = tomllib.loads(web.registry_file.read_text(encoding="utf-8"))
    assert {key: table["home"] for key, table in tables.items()} == {
        key: outlet.home for key, outlet in web.sites.items()
    }
    assert all(table["allow_private"] is True for table in tables.values())


def test_fixed_ports_give_the_same_addresses_and_a_taken_port_is_an_error() -> None:
    with MiniWeb() as first:
        taken = int(first.sites["lensanusa"].home.rsplit(":", 1)[1])
        with pytest.raises(OSError, match="in use"), MiniWeb(first_port=taken):
            pass
    assert not first.registry_file.exists()
