"""The six real seed pages read exactly as ../shared/seeds/gold.jsonl says."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.extract import declared_url, extract_article
from pipelines.model import GENERIC_SITE, Page, Site

OUTLETS = {
    "mediaindonesia": "Media Indonesia",
    "tribun": "Sriwijaya Post",
    "disway": "Jambi Independent",
    "wordpress": "InPost.id",
    "generic": "unknown site",
}
PAGES = [
    "mediaindonesia.html",
    "visitaaponce.html",
    "harianokus.html",
    "jambi-independent.html",
    "sripoku.html",
    "inpost.html",
]


def gold_of(shared: Path, name: str) -> dict[str, Any]:
    lines = (shared / "seeds/gold.jsonl").read_text().splitlines()
    return next(g for g in map(json.loads, lines) if g["page"] == name)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("known", [True, False], ids=["registered", "unknown site"])
def test_seed_page(shared: Path, name: str, known: bool) -> None:
    gold = gold_of(shared, name)
    body = (shared / "seeds/pages" / name).read_bytes()
    platform = gold["platform"]
    site = Site("seed", OUTLETS[platform], platform) if known else GENERIC_SITE
    article = extract_article(Page(url=declared_url(body) or "", body=body), site)

    assert article.title == gold["title"]
    assert [" ".join(p.split()) for p in article.paragraphs] == [
        " ".join(p.split()) for p in gold["paragraphs"]
    ]
    assert list(article.authors) in (gold["authors"], gold.get("authors_accept"))
    assert list(article.editors) == gold["editors"]
    assert article.source_credit == gold.get("source_credit")
    assert article.dateline == gold["dateline"]
    assert article.sign_off == gold["sign_off"]
    published = gold["published"] and datetime.fromisoformat(gold["published"])
    assert article.published_at == published
    if published:
        assert article.published_at is not None
        assert article.published_at.utcoffset() == published.utcoffset()
    assert article.language == "id"
