"""Every fixture page reads as the JSON beside it says.

The pages are synthetic: our own words on the structures that real systems use.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.extract import declared_url, extract, next_pages
from pipelines.layouts import every_layout
from pipelines.model import Article, Page, Site

PAGES = sorted((Path(__file__).parent.parent / "pages").glob("*/*.html"))


def site_of(expected: dict[str, Any], platform: str) -> Site:
    return Site(
        key="fixture",
        name=expected.get("site_name", "Koran Fiksi"),
        platform=expected.get("platform", platform),
        province=expected.get("province"),
    )


def as_json(article: Article) -> dict[str, Any]:
    published, modified = article.published_at, article.modified_at
    return {
        "url": article.url,
        "title": article.title,
        "paragraphs": list(article.paragraphs),
        "authors": list(article.authors),
        "editors": list(article.editors),
        "source_credit": article.source_credit,
        "dateline": article.dateline,
        "sign_off": article.sign_off,
        "tags": list(article.tags),
        "language": article.language,
        "published": published.isoformat() if published else None,
        "published_precision": article.published_precision,
        "published_source": article.published_source,
        "modified": modified.isoformat() if modified else None,
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_fixture_page_reads_as_expected(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text())
    body = path.read_bytes()
    assert b"synthetic" in body[:400].lower(), "a fixture says that it is synthetic"
    page = Page(url=declared_url(body) or expected["url"], body=body)
    extraction = extract(page, site_of(expected, path.parent.name))
    read = as_json(extraction.article) | {
        "layout": extraction.trace.layout,
        "not_article": extraction.not_article,
        "next_pages": list(next_pages(page, site_of(expected, path.parent.name))),
    }
    claimed = {k: v for k, v in expected.items() if k in read}
    assert {k: read[k] for k in claimed} == claimed
    assert {"title", "paragraphs", "published"} <= set(claimed)


def test_every_platform_has_a_fixture() -> None:
    assert {path.parent.name for path in PAGES} >= {
        "tribun", "disway", "mediaindonesia", "wordpress", "generic", "antara", "kompas", "detik",
        "promedia", "jpnn", "republika", "liputan6", "merdeka", "okezone", "viva", "rri",
        "government",
    }  # fmt: skip


def test_every_layout_has_a_fixture() -> None:
    read_by = {json.loads(path.with_suffix(".json").read_text()).get("layout") for path in PAGES}
    assert {layout.name for layout in every_layout()} <= read_by
