"""Every page answers, says what it should, and shows what strangers wrote as text."""

import re
import shutil
import sqlite3
from asyncio import AbstractEventLoop
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from lxml import html

from pipelines.model import Government
from pipelines.serve.app import application, warm
from pipelines.serve.metadata import metadata
from pipelines.store import Store
from tests.pipelines.serve.conftest import HOSTILE, Asker, asker, made
from tests.pipelines.synthetic import NOW, SITE, agreement, page, reading

PAGES = (
    "/",
    "/search?q=nelayan&status=signed",
    "/regions",
    "/regions?state=silent",
    "/agreements",
    "/agreements?kind=planned&province=15",
    "/region/16",
    "/region/16.10",
    "/region/11.01",
    "/dashboard",
    "/dashboard?colour=recency",
)
TABLES = ("/data", "/data/agreements", "/data/articles?_search=nelayan", "/data/silent_regions")


def story_of(db: Path, url: str) -> tuple[str, str]:
    """(story, article) of an address."""
    with sqlite3.connect(db) as connection:
        found = connection.execute(
            "SELECT story_id, id FROM articles WHERE url LIKE ?", (f"%{url}",)
        )
        row: tuple[str, str] = found.fetchone()
        return row


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_in_both_languages(site: Asker, path: str) -> None:
    for prefix, language in (("", "id"), ("/en", "en")):
        answer = site.get(prefix + ("" if prefix and path == "/" else path))
        assert answer.status == 200
        page = html.fromstring(answer.text)
        assert page.get("lang") == language
        switch = page.xpath("//a[@class='switch']")[0]
        assert switch.get("hreflang") == {"id": "en", "en": "id"}[language]
        assert site.get(switch.get("href")).status == 200


def test_the_first_answer_waits_for_no_template(db: Path, loop: AbstractEventLoop) -> None:
    served = application(db)
    loop.run_until_complete(warm(served))
    ready = {name for _, name in served.jinja_env.cache}
    ours = {"front.html", "search.html", "regions.html", "region.html", "dashboard.html"}
    assert ours | {"base.html", "_parts.html", "table.html"} <= ready


@pytest.mark.slow
@pytest.mark.parametrize("path", [*PAGES, *TABLES])
def test_every_link_leads_somewhere(site: Asker, path: str) -> None:
    page = html.fromstring(site.get(path).text)
    links = {link for link in page.xpath("//main//a/@href") if link.startswith("/")}
    assert links
    dead = [link for link in sorted(links)[:40] if site.get(link).status not in (200, 302)]
    assert dead == []


def test_the_front_page_says_how_much_and_how_fresh(site: Asker) -> None:
    text = site.get("/en").text
    page = html.fromstring(text)
    assert [b.text for b in page.xpath("//ul[@class='stats']//b")] == ["2", "3", "4", "1"]
    assert "and 1 planned" in text
    assert "Newest story published 4 May 2026" in text
    assert "Last collected 4 May 2026 08:00 WIB" in text
    assert len(page.xpath("//ul[@class='tiles']/li")) == 38


def test_search_offers_what_it_found(site: Asker) -> None:
    page = html.fromstring(site.get("/search?q=dua+nelayan&province=16").text)
    assert page.xpath("//ol[@class='hits']/li/h3//mark/text()") == ["dua", "nelayan"]
    assert page.xpath("//select[@id='province']/option[@selected]/@value") == ["16"]
    assert len(page.xpath("//select[@id='government']//option")) == 2 + 38 + 514


def test_a_region_has_its_timeline_and_a_silent_one_says_so(site: Asker) -> None:
    page = html.fromstring(site.get("/region/16.03").text)
    assert [e.get("class") for e in page.xpath("//ol[@class='timeline']/li")] == ["signed"]
    assert "2 Maret 2026" in page.xpath("//time")[0].text
    assert "Belum ditemukan berita" in site.get("/region/11.01").text
    assert site.get("/region/99.01").status == 404


def test_a_day_that_is_not_known_is_not_shown_as_the_signing(
    db: Path, tmp_path: Path, loop: AbstractEventLoop
) -> None:
    path = Path(shutil.copy(db, tmp_path))
    with Store.open(path) as store:
        store.change("UPDATE agreements SET event_date = NULL WHERE government_code = '16.03'")
        store.change("UPDATE agreements SET day = substr(first_published_at, 1, 10)")
    own = asker(path, loop)
    region = html.fromstring(own.get("/region/16.03").text)
    assert region.xpath("//time")[0].text == "diberitakan 4 April 2026"
    said = [dd.text_content() for dd in region.xpath("//dl[@class='facts']//dd")]
    assert said[0].endswith("diberitakan 4 April 2026")
    assert said[1:] == ["tidak tercatat", "4 April 2026", "1"]
    assert "diberitakan 4 April 2026" in own.get("/agreements").text


PARTIES = {
    "signed": "Kabupaten Ogan Ilir",
    "renewed": "Kabupaten Muara Enim",
    "planned": "Kabupaten Kerinci",
    "institution": "Universitas Asri",
}


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("", ["signed", "renewed", "institution"]),
        ("?kind=new", ["signed", "institution"]),
        ("?kind=running", ["renewed"]),
        ("?kind=planned", ["planned"]),
        ("?kind=told", []),
        ("?kind=planned&province=16", []),
        ("?province=16", ["signed", "renewed"]),
        ("?kind=x&province=99&page=²", ["signed", "renewed", "institution"]),
        ("?page=99", ["signed", "renewed", "institution"]),
    ],
)
def test_agreements_are_listed_apart_from_plans(site: Asker, asked: str, listed: list[str]) -> None:
    page = html.fromstring(site.get(f"/agreements{asked}").text)
    parties = page.xpath("//p[@class='what']")
    assert [p.text_content().split(" · ")[0].strip() for p in parties] == [
        PARTIES[name] for name in listed
    ]


@pytest.mark.parametrize(
    ("instrument", "badge"),
    [
        ("pks", "Ada perjanjian"),
        ("regulation", "Ada peraturan"),
        ("commitment", "Ada komitmen"),
        ("agreement", "Ada kerja sama"),
        (None, "Ada kesepakatan lain"),
    ],
)
def test_the_badge_of_a_region_names_the_form(
    db: Path, tmp_path: Path, loop: AbstractEventLoop, instrument: str | None, badge: str
) -> None:
    path = Path(shutil.copy(db, tmp_path))
    with Store.open(path) as store:
        change = "UPDATE agreements SET instrument = :it WHERE government_code = '16.03'"
        store.change(change, {"it": instrument})
    page = html.fromstring(asker(path, loop).get("/region/16.03").text)
    assert page.xpath("//span[@class='badge covered']/text()") == [badge]


def test_a_province_shows_what_is_newest_in_it(site: Asker) -> None:
    page = html.fromstring(site.get("/region/16").text)
    assert page.xpath("//p[@class='what']/a/text()") == [PARTIES["signed"], PARTIES["renewed"]]
    assert "/agreements?province=16" in page.xpath("//main//a/@href")


def test_every_tile_of_the_front_page_leads_to_what_it_counts(site: Asker) -> None:
    page = html.fromstring(site.get("/").text)
    counted = {a.get("href"): a.findtext("b") for a in page.xpath("//ul[@class='stats']//a")}
    assert counted["/regions?state=covered"] == "2"
    found = html.fromstring(site.get("/regions?state=covered").text)
    assert len(found.xpath("//ul[@class='places']/li")) == 2
    assert f"({counted['/agreements']})" in site.get("/agreements").text
    assert f"{counted['/search']} berita" in site.get("/search").text


def test_a_page_beyond_the_last_one_says_so(site: Asker) -> None:
    text = site.get("/search?q=nelayan&page=99").text
    assert "Hasilnya hanya sampai halaman 1." in text
    assert "Tidak ada yang cocok" not in text


def test_a_story_marks_its_facts_and_names_its_reprints(site: Asker, db: Path) -> None:
    story, article = story_of(db, "/satu")
    page = html.fromstring(site.get(f"/story/{story}").text)
    marks = {m.text_content().strip(): m.get("class") for m in page.xpath("//div/p/mark")}
    assert marks["pedagang pasar"].strip() == "k-group"
    assert marks["Bupati Rahmat Sanjaya"].strip() == "k-official"
    # Its quote does not stand where it says, so it is not shown as a fact.
    assert not page.xpath("//mark[contains(@class, 'k-regulation')]")
    for link in page.xpath("//aside[@id='facts']//li/a/@href"):
        assert page.xpath(f"//mark//span[@id='{link[1:]}']")
    rows = page.xpath("//section[@id='reprints']//tbody/tr")
    assert len(rows) == 2
    assert [row.xpath("td/@lang") for row in rows] == [["id"], ["id"]]
    _, copy = story_of(db, "/salinan")
    assert "Judul salinan" in site.get(f"/en/story/{story}/{copy}").text
    assert site.get(f"/story/{story}/{story_of(db, '/dua')[1]}").status == 404
    assert site.get(f"/story/{article[:15]}0").status == 404


def test_the_shown_text_is_the_stored_text(site: Asker, db: Path) -> None:
    story, article = story_of(db, "/satu")
    page = html.fromstring(site.get(f"/story/{story}").text)
    shown = [p.text_content().strip() for p in page.xpath("//div[@class='text']/p")]
    with sqlite3.connect(db) as connection:
        question = "SELECT text FROM articles WHERE id = ?"
        assert "\n\n".join(shown) == connection.execute(question, (article,)).fetchone()[0]


def test_the_tables_lead_to_the_pages(site: Asker, db: Path) -> None:
    story, article = story_of(db, "/dua")
    links = html.fromstring(site.get("/data/agreements").text).xpath("//td/a/@href")
    assert {f"/article/{article}", "/region/16.03"} <= set(links)
    answer = site.get(f"/en/article/{article}")
    assert (answer.status, answer.headers["location"]) == (302, f"/en/story/{story}/{article}")
    assert site.get("/article/0123456789abcdef").status == 404


@pytest.mark.parametrize("path", ["/region/16.10", "/search?q=script"])
def test_what_no_story_says_is_said_to_be_unsaid(hostile_site: Asker, path: str) -> None:
    text = hostile_site.get(path).text
    assert "Bentuk tidak disebut" in text
    assert "Status tidak disebut" in text


# --- what strangers wrote, and what strangers ask


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text_everywhere(hostile_site: Asker, hostile_db: Path, name: str) -> None:
    story, article = story_of(hostile_db, f"/{name}")
    paths = [
        f"/story/{story}/{article}",
        "/",
        "/search",
        "/search?q=" + quote(HOSTILE[name][:30]),
        "/region/16.10",
        f"/data/articles?id={article}",
        "/data/agreements",
        "/data?" + urlencode({"sql": f"select title, text from articles where id = '{article}'"}),
    ]
    for path in paths:
        answer = hostile_site.get(path)
        assert answer.status == 200, path
        page = html.fromstring(answer.text)
        assert not page.xpath("//script | //img | //*[@onerror]"), path
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x1b]", answer.text), path
        assert "49" not in page.xpath("string(//main//h1)"), path
    if name == "script":
        assert HOSTILE["script"] in html.fromstring(hostile_site.get(paths[0]).text).text_content()


def test_no_cell_of_csv_is_a_formula(hostile_site: Asker) -> None:
    text = hostile_site.get("/data/articles.csv?_stream=on&_nofacet=1").text
    assert "'=cmd|" in text
    assert not re.search(r'(^|,)"?[=+@]', text, re.MULTILINE)
    numbers = hostile_site.get("/data.csv?sql=select+-5+as+a,+'-x'+as+b").text
    assert numbers.splitlines() == ["a,b", "-5,'-x"]


QUERIES = (
    '"',
    "(((",
    "* OR",
    "-",
    "<script>",
    "\u202e",
    "x" * 20_000,
    "😀",
    "%00",
    "%ED%A0%80",
    "{a}",
)
ASKED = (
    "/search?q=",
    "/search?page=",
    "/search?since=",
    "/search?province=",
    "/regions?state=",
    "/region/",
    "/story/",
    "/dashboard?colour=",
    "/data/articles?_search=",
    "/data/articles?_sort=",
    "/data/articles?_next=",
    "/data/articles?_size=",
    "/data/articles?_facet=",
    "/data/articles?_where=",
    "/data/",
    "/",
)


@pytest.mark.slow
@pytest.mark.parametrize("path", ASKED)
def test_no_question_breaks_a_page(site: Asker, path: str) -> None:
    for query in QUERIES:
        asked = path + (query if query.startswith("%") else quote(query))
        answer = site.get(asked)
        assert answer.status < 500, asked
        if "text/html" in answer.headers["content-type"]:
            assert "<script" not in answer.text, asked


@pytest.mark.parametrize(
    "sql",
    [
        "insert into sites values (1, 2, 3, 4, 5, 6)",
        "delete from articles",
        "attach database 'x.db' as x",
        "vacuum into 'x.db'",
        "pragma query_only = off",
        "select load_extension('x')",
        "select randomblob(1000000000)",
        "select hex(zeroblob(900000000))",
    ],
)
def test_sql_from_the_address_bar_only_reads(site: Asker, sql: str) -> None:
    assert site.get("/data.json?" + urlencode({"sql": sql})).status == 400
    page = site.get("/data?" + urlencode({"sql": sql}))
    assert page.status == 400 or 'class="warning"' in page.text


def test_sql_that_reads_is_answered(site: Asker) -> None:
    asked = urlencode({"sql": "select count(*) as n from articles", "_shape": "array"})
    assert site.get("/data.json?" + asked).text == '[{"n": 5}]'


@pytest.mark.slow
def test_sql_ends_after_its_time(site: Asker) -> None:
    sql = "with recursive c(x) as (select 1 union all select x + 1 from c) select sum(x) from c"
    answer = site.get("/data.json?" + urlencode({"sql": sql}))
    assert answer.status == 400
    assert "too long" in answer.text


def test_nothing_of_a_page_runs_and_nothing_comes_from_elsewhere(site: Asker) -> None:
    for path in (*PAGES, *TABLES, "/nope", "/data/articles/1"):
        answer = site.get(path)
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        page = html.fromstring(answer.text)
        assert not page.xpath("//script | //iframe | //@onclick | //@style")
        for address in page.xpath("//link[@rel!='alternate']/@href | //@src"):
            assert address.startswith("/static/")
            assert site.get(address).status == 200


@pytest.mark.parametrize("name", ["databases", "settings.json", "threads", "messages", "static/a"])
def test_the_workings_are_not_shown(site: Asker, name: str) -> None:
    assert site.get(f"/-/{name}").status == 404


def test_an_unknown_page_says_so_in_its_language(site: Asker) -> None:
    assert "Halaman ini tidak ada" in site.get("/tidak-ada").text
    assert "There is no such page" in site.get("/en/nothing").text


# --- the tables


def test_every_table_that_is_shown_says_what_it_is(site: Asker, db: Path) -> None:
    described = metadata()["databases"]["data"]["tables"]
    answer = site.get("/data.json").text
    with sqlite3.connect(db) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("articles_fts_", "sqlite_"))
        ]
    assert len(tables) > 15
    for name in tables:
        about = described.get(name, {})
        assert about.get("hidden") or about.get("description"), f"{name} is neither"
    assert '"articles"' in answer


@pytest.mark.parametrize("name", metadata()["databases"]["data"]["queries"])
def test_stored_questions_are_answered(site: Asker, name: str) -> None:
    answer = site.get(f"/data/{name}.json?_shape=array&code=16.10")
    assert answer.status == 200
    assert answer.text.startswith("[{")


def test_no_stored_question_hides_a_table() -> None:
    known = metadata()["databases"]["data"]
    assert not known["queries"].keys() & known["tables"].keys()


def test_the_tables_which_are_in_english_lead_back_to_indonesian(site: Asker) -> None:
    (switch,) = html.fromstring(site.get("/data/agreements").text).xpath("//a[@class='switch']")
    assert (switch.get("href"), switch.get("lang"), switch.text) == ("/", "id", "Bahasa Indonesia")


def test_facets_count(site: Asker) -> None:
    page = html.fromstring(site.get("/data/agreements").text)
    facets = page.xpath("//div[contains(@class, 'facets')]//section")
    counts = {
        f.xpath("h3/text()")[0]: {
            li.xpath("string(a)"): li.xpath("string(span)") for li in f.xpath("ul/li")
        }
        for f in facets
    }
    assert counts["status"] == {"signed": "3", "planned": "1"}


# --- a database that lives


def counted(live: Asker) -> tuple[str, str, int, int]:
    """Regions with an agreement by front page and dashboard; events of a region; hits."""
    front = html.fromstring(live.get("/").text).xpath("string(//ul[@class='stats']//b)")
    aceh = html.fromstring(live.get("/dashboard").text).xpath("string(//tr[th='Aceh']/td)")
    events = html.fromstring(live.get("/region/11.01").text).xpath("//ol[@class='timeline']/li")
    hits = html.fromstring(live.get("/search?q=bencana").text).xpath("//ol[@class='hits']/li")
    return str(front), str(aceh), len(events), len(hits)


def test_pages_show_what_a_run_has_just_written(tmp_path: Path, loop: AbstractEventLoop) -> None:
    path = made(tmp_path / "live.db")
    live = asker(path, loop)
    assert counted(live) == ("2", "0", 0, 0)
    url, text = "https://portal.example/lima", "LIMA - Kabarnya lain sama sekali, soal bencana."
    told = agreement(Government("11.01", "Kabupaten Aceh Selatan", "kabupaten"), text=text)
    with Store.open(path) as store:
        store.save(None, SITE, page(url), reading(url, text, NOW, [told]), NOW)
        # The writer is still there, and what it has written is seen.
        assert counted(live) == ("3", "1", 1, 1)
        store.change("DELETE FROM agreements WHERE government_code = '11.01'")
        assert counted(live) == ("2", "0", 0, 1)
        store.ledger.start_run("crawl", [], NOW)
        assert "still running" in live.get("/en/").text
    with Store.open(path):  # by somebody else: that run has died
        assert "Last collected 4 May 2026" in live.get("/en/").text


def test_a_database_may_have_any_name(tmp_path: Path, loop: AbstractEventLoop) -> None:
    path = tmp_path / "berita #1? 50%20.db"
    with Store.open(path):
        pass
    assert asker(path, loop).get("/search?q=a").status == 200


@pytest.mark.slow
def test_a_new_database_has_pages_too(tmp_path: Path, loop: AbstractEventLoop) -> None:
    path = tmp_path / "new.db"
    with Store.open(path):
        pass
    empty = asker(path, loop)
    for asked in (*PAGES, *TABLES):
        assert empty.get(asked).status == 200, asked
