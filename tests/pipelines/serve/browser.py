"""A real browser on a real server: what the browser tests and the pictures of the docs share."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from crawler.demo import MiniWeb
from pipelines.serve.app import application, listen

PANTAU = str(Path(sys.executable).with_name("pantau"))
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "print": {"viewport": {"width": 794, "height": 1100}},
}


def chromium() -> str | None:
    """The browser of this computer, if there is one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


@dataclass
class Visit:
    """One tab. faults: what the console said, and requests to another host."""

    page: Page
    home: str
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        answer = self.page.goto(self.home + path)
        assert answer is not None
        assert answer.status == 200, f"{path}: {answer.status}"
        return self.page


@contextmanager
def running(db: Path) -> Iterator[str]:
    """A server on a free port of loopback; its address."""
    with listen("127.0.0.1", 0) as at:
        config = uvicorn.Config(application(db).app(), log_level="warning", lifespan="on")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [at]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{at.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def browsing() -> Iterator[Browser]:
    """The browser, headless."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def visiting(browser: Browser, home: str, size: str = "desktop") -> Iterator[Visit]:
    """A tab of its own, of that size."""
    context = browser.new_context(**SIZES[size], locale="id-ID")
    visit = Visit(context.new_page(), home)
    if size == "print":
        visit.page.emulate_media(media="print")
    visit.page.on("console", lambda message: visit.faults.append(message.text))
    visit.page.on("pageerror", lambda error: visit.faults.append(str(error)))
    visit.page.on("request", lambda request: _note(visit, request.url))
    yield visit
    context.close()


def beside(page: Page) -> int:
    """How many pixels of a page stand beside the screen."""
    assert page.viewport_size is not None
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width - page.viewport_size["width"]


def _note(visit: Visit, url: str) -> None:
    if not url.startswith(visit.home):
        visit.faults.append(f"asked another host: {url}")


def crawl_the_demo(db: Path) -> Path:
    """The embedded mini-web, crawled into a database."""
    quick = ("-s", "DOWNLOAD_DELAY=0.02", "-s", "AUTOTHROTTLE_ENABLED=False")
    with MiniWeb() as web:
        command = [PANTAU, "crawl", "--sites", str(web.registry_file), "--db", str(db), *quick]
        subprocess.run(command, capture_output=True, timeout=90, check=True)
    return db
