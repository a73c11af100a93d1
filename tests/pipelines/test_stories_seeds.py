"""The real seed pages: the undated copy joins the original's story and its agreement."""

import json
from pathlib import Path

import pytest

from pipelines.model import Page, Reading, Site
from pipelines.read import read_page
from pipelines.store import Store
from tests.pipelines.synthetic import NOW
from tests.pipelines.tables.test_stories import decisions

Seed = tuple[str, Site, Page, Reading]


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[Seed]:
    lines = (shared / "seeds" / "gold.jsonl").read_text().splitlines()
    return [_seed(shared, json.loads(line)) for line in lines]


def _seed(shared: Path, gold: dict[str, str]) -> Seed:
    site = Site(gold["platform"], gold["platform"], gold["platform"])
    page = Page(gold["url"], (shared / "seeds" / "pages" / gold["page"]).read_bytes())
    return gold["page"], site, page, read_page(page, site)


def ingest(path: Path, seeds: list[Seed]) -> list[tuple[object, ...]]:
    with Store.open(path) as store:
        for _, site, page, reading in seeds:
            store.save(None, site, page, reading, NOW)
        assert store.counts() == {"articles": 6, "stories": 5, "agreements": 4, "events": 5}
        return decisions(store)


def test_six_pages_are_five_stories_and_five_agreements(tmp_path: Path, seeds: list[Seed]) -> None:
    told = ingest(tmp_path / "as-listed.db", seeds)
    by_name = {name: reading for name, _, _, reading in seeds}
    original, copy = (
        by_name[f"{name}.html"].article for name in ("mediaindonesia", "visitaaponce")
    )
    assert original is not None
    assert copy is not None
    rows = {row[0]: row for row in told if row[0] in (original.id, copy.id) and len(row) == 3}
    assert rows[copy.id][2] == original.id
    assert ingest(tmp_path / "reversed.db", seeds[::-1]) == told
    copy_first = sorted(seeds, key=lambda seed: seed[0] != "visitaaponce.html")
    assert ingest(tmp_path / "copy-first.db", copy_first) == told
