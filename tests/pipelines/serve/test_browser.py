"""The pages in headless Chromium: they work, on a phone, with a keyboard, for everybody."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.pipelines.serve import browser as drive
from tests.pipelines.serve.conftest import HOSTILE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(drive.chromium() is None, reason="chromium is not installed"),
]
SCREENSHOTS = ROOT / "output" / "screenshots"
PAGES = {
    "front": "/",
    "search": "/search?q=perangkat+desa",
    "regions": "/regions?state=covered",
    "agreements": "/agreements",
    "region": "/en/region/73.04",
    "silent-region": "/region/11.01",
    "province": "/region/16",
    "dashboard": "/dashboard",
    "dashboard-recency": "/en/dashboard?colour=recency",
    "data": "/data",
    "table": "/data/sites",
    "row": "/data/sites/lensanusa",
    "query": "/data/agreements_of_a_region?code=16.03",
}
# What is looked at on which screen: all of axe, its contrast alone, or only whether it fits.
LOOKS: dict[str, tuple[tuple[str, ...], dict[str, object] | None]] = {
    "desktop": (("story", *PAGES), {}),
    "dark": (
        ("story", "front", "search", "dashboard", "table"),
        {"runOnly": {"type": "rule", "values": ["color-contrast"]}},
    ),
    "phone": (("story", *PAGES), None),
    "print": (("story", "front", "region", "dashboard"), None),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with drive.browsing() as found:
        yield found


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drive.crawl_the_demo(tmp_path_factory.mktemp("demo") / "demo.db")


@pytest.fixture(scope="module")
def home(demo: Path) -> Iterator[str]:
    with drive.running(demo) as address:
        yield address


@pytest.fixture(scope="module")
def pages(demo: Path) -> dict[str, str]:
    """All pages, with the story that most sites reprinted."""
    with sqlite3.connect(demo) as connection:
        question = "SELECT id FROM stories ORDER BY articles DESC, id LIMIT 1"
        story = connection.execute(question).fetchone()[0]
    return {**PAGES, "story": f"/story/{story}"}


def test_a_reader_finds_the_way(browser: Browser, home: str) -> None:
    with drive.visiting(browser, home) as visit:
        page = visit.open("/")
        page.get_by_label("Cari dalam judul dan isi berita").fill("bpjs ketenagakerjaan")
        page.get_by_role("button", name="Cari").click()
        page.wait_for_url("**/search?*")
        assert page.locator(".hits li h3 mark").count() > 5
        before = page.locator(".hits > li").count()
        page.get_by_label("Provinsi").select_option(label="Jambi")
        page.get_by_label("Status").select_option(label="Ditandatangani")
        page.get_by_role("button", name="Saring").click()
        page.wait_for_url("**province=15*")
        assert 0 < page.locator(".hits > li").count() < before
        page.locator(".hits > li h3 a").first.click()
        page.wait_for_url("**/story/*")
        page.locator("#facts li a").first.click()
        page.wait_for_url("**#*")
        assert page.locator("mark:has(:target)").count() == 1
        page.go_back()
        page.go_back()
        page.locator(".chips a").first.click()
        page.wait_for_url("**/region/15*")
        page.locator(".timeline > li").first.wait_for()
        page.get_by_role("link", name="Dasbor").click()
        page.get_by_role("link", name="Kebaruan").click()
        page.wait_for_url("**colour=recency")
        assert page.locator(".tiles a").count() == 38
        page.locator(".tiles a").first.click()
        page.wait_for_url("**/region/11")
        assert page.locator("h1").inner_text() == "Provinsi Aceh"
        page.get_by_role("link", name="English").click()
        page.wait_for_url("**/en/region/11")
        assert visit.faults == []


def test_a_keyboard_is_enough(browser: Browser, home: str) -> None:
    with drive.visiting(browser, home) as visit:
        page = visit.open("/en")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "q"
        page.keyboard.type("perangkat desa")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=perangkat+desa")
        reached = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.add(
                page.evaluate(
                    "document.activeElement.name || document.activeElement.closest('h3,p')?.tagName"
                )
            )
        assert {"q", "province", "government", "status", "since", "copies", "H3"} <= reached


@pytest.mark.parametrize("size", drive.SIZES)
def test_every_page_fits_and_harms_nobody(
    browser: Browser, home: str, pages: dict[str, str], size: str
) -> None:
    """No serious fault that axe knows, nothing on the console, nothing beside the screen."""
    found = {}
    names, rules = LOOKS[size]
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with drive.visiting(browser, home, size) as visit:
        for name in names:
            page = visit.open(pages[name])
            page.screenshot(path=SCREENSHOTS / f"{name}-{size}.png", full_page=True)
            problems = [f"{wide} px too wide"] if (wide := drive.beside(page)) > 0 else []
            if rules is not None:
                options = {"resultTypes": ["violations"], **rules}
                problems += _faults(Axe().run(page, options=options).response["violations"])
            if problems:
                found[name] = problems
        assert visit.faults == []
    assert found == {}


def _faults(violations: list[dict[str, object]]) -> list[str]:
    return [
        f"{fault['id']}: {[node['html'] for node in fault['nodes']][:3]}"  # type: ignore[attr-defined]
        for fault in violations
        if fault["impact"] in ("serious", "critical")
    ]


def test_hostile_text_does_nothing(browser: Browser, hostile_db: Path) -> None:
    with drive.running(hostile_db) as address, drive.visiting(browser, address, "phone") as visit:
        for path in ("/", "/search", "/region/16.10", "/data/articles", "/data/agreements"):
            page = visit.open(path)
            assert page.evaluate("document.querySelectorAll('script, img').length") == 0
            assert drive.beside(page) <= 0, path
        page = visit.open("/search?q=kutipan")
        page.locator(".hits h3 a").first.click()
        page.wait_for_url("**/story/*")
        assert HOSTILE["script"] in page.locator(".text").inner_text()
        assert visit.faults == []
