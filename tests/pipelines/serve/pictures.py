"""Draw the pictures of the docs from the demo: `python -m tests.pipelines.serve.pictures`."""

import sqlite3
import tempfile
from pathlib import Path

from tests.conftest import ROOT
from tests.pipelines.serve import browser as drive

PICTURES = ROOT / "docs" / "pictures"
PAGES = {
    "front": ("/en", "desktop"),
    "search": ("/en/search?q=bpjs+ketenagakerjaan&province=15", "desktop"),
    "region": ("/en/region/73.04", "desktop"),
    "story": ("/en/story/{story}", "dark"),
    "dashboard": ("/dashboard", "desktop"),
    "phone": ("/", "phone"),
}


def main() -> None:
    """Crawl the demo, serve it, and take the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        db = drive.crawl_the_demo(Path(folder) / "demo.db")
        with sqlite3.connect(db) as connection:
            question = "SELECT id FROM stories ORDER BY articles DESC, id LIMIT 1"
            story = connection.execute(question).fetchone()[0]
        with drive.running(db) as home, drive.browsing() as browser:
            for name, (path, size) in PAGES.items():
                with drive.visiting(browser, home, size) as visit:
                    if size != "phone":
                        visit.page.set_viewport_size({"width": 1000, "height": 760})
                    page = visit.open(path.format(story=story))
                    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
