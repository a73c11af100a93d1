"""The facts of the real seed stories, wherever ../shared is present."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from pipelines.agreements import Facts, find_facts
from pipelines.model import Article
from pipelines.relevance import judge

PAGES = ("mediaindonesia", "visitaaponce", "harianokus", "jambi-independent", "sripoku", "inpost")


def _gold(shared: Path, page: str) -> dict[str, Any]:
    lines = (shared / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    return next(row for row in rows if row["page"] == f"{page}.html")


def _article(gold: dict[str, Any]) -> Article:
    return Article(
        id="0" * 16,
        url=gold["url"],
        site="seed",
        platform=gold["platform"],
        title=gold["title"],
        text="\n\n".join(gold["paragraphs"]),
        paragraphs=tuple(gold["paragraphs"]),
        published_at=datetime.fromisoformat(gold["published"]) if gold["published"] else None,
    )


@pytest.fixture(params=PAGES)
def seed(request: pytest.FixtureRequest, shared: Path) -> tuple[dict[str, Any], Article, Facts]:
    gold = _gold(shared, request.param)
    article = _article(gold)
    return gold, article, find_facts(article, judge(article))


Seed = tuple[dict[str, Any], Article, Facts]


def test_relevance_is_cooperation(seed: Seed) -> None:
    gold, article, _ = seed
    relevance = judge(article)
    assert relevance.label == gold["relevance"]
    assert relevance.reasons


def test_one_agreement_as_gold_says(seed: Seed) -> None:
    gold, _, facts = seed
    if "agreement" not in gold:
        pytest.skip("the copy has no gold of its own")
    wanted = gold["agreement"]
    (found,) = facts.agreements
    assert found.government is not None
    assert found.government.name == wanted["government"]
    assert found.government.code == wanted["government_code"]
    assert found.counterpart is None
    for field in ("bpjs_office", "instrument", "renewal", "status", "event_date_raw"):
        assert getattr(found, field) == wanted[field], field
    assert found.event_date == (
        date.fromisoformat(wanted["event_date"]) if wanted["event_date"] else None
    )


def test_the_copy_without_a_date_leaves_the_year_open(shared: Path) -> None:
    article = _article(_gold(shared, "visitaaponce"))
    (found,) = find_facts(article, judge(article)).agreements
    assert found.event_date is None
    assert found.event_date_raw == "Jumat (13/10)"
    assert found.event_date_note is not None
    assert "year is unknown" in found.event_date_note


def test_figures_as_gold_says(seed: Seed) -> None:
    gold, _, facts = seed
    found = {
        (one.raw, one.value, (one.unit or "").lower().split("/")[-1], one.approximate)
        for one in facts.figures
    }
    for wanted in gold.get("figures", ()):
        literal = (wanted["raw"], wanted["value"], wanted["unit"].lower())
        assert (*literal, wanted.get("approximate", False)) in found
    assert len(facts.figures) == len(gold.get("figures", facts.figures))


def test_as_of_is_the_day_of_the_data(shared: Path) -> None:
    article = _article(_gold(shared, "jambi-independent"))
    facts = find_facts(article, judge(article))
    assert [one.as_of for one in facts.figures if one.as_of] == [date(2024, 12, 31)]


def test_regulations_as_gold_says(seed: Seed) -> None:
    gold, _, facts = seed
    found = [(one.raw, one.kind, one.number, one.year) for one in facts.regulations]
    wanted = [(one["raw"], one["kind"], one["number"], one["year"]) for one in gold.get(
        "regulations", ())]  # fmt: skip
    assert found == wanted


def test_officials_as_gold_says(seed: Seed) -> None:
    gold, _, facts = seed
    if "officials" in gold:
        assert {one.name for one in facts.officials} == {one["name"] for one in gold["officials"]}


def test_every_quote_is_at_its_offsets(seed: Seed) -> None:
    _, article, facts = seed
    everything = (
        *facts.agreements,
        *facts.figures,
        *facts.worker_groups,
        *facts.regulations,
        *facts.officials,
    )
    for fact in everything:
        evidence = fact.evidence
        assert article.text[evidence.start : evidence.end] == evidence.quote
