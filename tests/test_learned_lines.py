"""What recurs across a site's stories is learned from them, and left out from then on."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crawler.cli import cli
from pipelines.model import Page, Site
from pipelines.open_run import OpenRun
from pipelines.tables.cut import cut, open_cut

# Synthetic, written for the tests.
HOST = "koran-fiksi.example"
SITE = Site(HOST, "Koran Fiksi", "generic", f"https://{HOST}")
FRAME = "Koran Fiksi menemani pagi warga dari pesisir hingga lereng gunung."
REPRINTED = "Acara ditutup dengan makan siang bersama di bawah pohon beringin."
PLACES = {
    "Bantul": "nelayan yang melaut pada malam hari dari pantai selatan",
    "Sleman": "petani salak yang memanjat lereng setiap musim panen tiba",
    "Klaten": "pengrajin payung yang bekerja di rumah masing-masing",
    "Magelang": "pemahat batu di sekitar candi dan para kusir andong",
    "Wonosobo": "buruh kebun teh yang berangkat sebelum matahari terbit",
}
PAGE = """<html><head><title>Pemkab {place} melindungi pekerja</title>
<link rel="canonical" href="https://koran-fiksi.example/berita/{name}">
<meta property="article:published_time" content="2026-01-0{day}T10:00:00+07:00"></head><body>
<article><h1>Pemkab {place} melindungi pekerja</h1>
<p>{upper} - Pemerintah Kabupaten {place} menandatangani perjanjian kerja sama dengan BPJS
Ketenagakerjaan untuk melindungi {day}.{day}00 {who}, Jumat (2/1/2026).</p>
<p>Bupati {place} mengatakan {who} kini tenang bekerja karena iuran ditanggung daerah.</p>
{more}<p>{frame}</p></article></body></html>
"""


def page(place: str, name: str, more: str = "") -> str:
    day = list(PLACES).index(place) + 1
    return PAGE.format(
        place=place,
        upper=place.upper(),
        day=day,
        name=name,
        who=PLACES[place],
        more=more,
        frame=FRAME,
    )


def pantau(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], catch_exceptions=False)


def texts(db: Path) -> list[str]:
    with sqlite3.connect(db) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM articles ORDER BY url")]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Four stories with the frame, one of them printed five times over."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for place in list(PLACES)[:4]:
        (pages / f"{place}.html").write_text(page(place, place.lower()))
    for copy in range(5):
        again = page("Bantul", f"bantul-{copy}", f"<p>{REPRINTED}</p>")
        (pages / f"again-{copy}.html").write_text(again)
    assert pantau("ingest", pages, "--db", tmp_path / "news.db").exit_code == 0
    return tmp_path / "news.db"


@pytest.mark.slow
def test_reprocess_learns_and_every_later_reading_knows(db: Path, tmp_path: Path) -> None:
    before = texts(db)
    assert all(FRAME in text for text in before)
    shown = pantau("reprocess", "--diff", "--db", db)
    assert f"{len(before)} would change" in shown.output
    assert texts(db) == before

    assert pantau("reprocess", "--db", db).exit_code == 0
    after = texts(db)
    assert [text.replace(f"\n\n{FRAME}", "") for text in before] == after
    assert sum(REPRINTED in text for text in after) == 5

    assert " 0 changed" in pantau("reprocess", "--db", db).output
    (tmp_path / "later.html").write_text(page("Wonosobo", "wonosobo"))
    assert pantau("ingest", tmp_path / "later.html", "--db", db).exit_code == 0
    assert len(texts(db)) == len(before) + 1
    assert not any(FRAME in text for text in texts(db))


def test_a_crawl_knows_what_was_learned_also_on_a_cluster(db: Path, tmp_path: Path) -> None:
    assert pantau("reprocess", "--db", db).exit_code == 0
    open_cut(cut(db, 1, [SITE]), tmp_path / "cut.db")
    for known in (db, tmp_path / "cut.db"):
        assert FRAME not in asyncio.run(read_in_a_crawl(known))


async def read_in_a_crawl(db: Path) -> str:
    run = OpenRun(db, None)
    url = f"https://{HOST}/berita/wonosobo"
    body = page("Wonosobo", "wonosobo").encode()
    try:
        told = await run.read(Page(url, body, headers={"content-type": "text/html"}), SITE)
    finally:
        run.end("done")
    assert told.rows
    return str(told.rows.article["text"])
