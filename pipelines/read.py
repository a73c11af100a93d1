"""The whole way from raw bytes to facts, in one pure function."""

from pipelines.agreements import find_facts
from pipelines.extract import extract
from pipelines.fates import Fate
from pipelines.model import Page, Reading, Site
from pipelines.relevance import judge
from pipelines.response import fate_at_sight


def read_page(page: Page, site: Site) -> Reading:
    """Read one page of a site: the article with its facts, or the fate that it has instead.

    Never raises for what a page may contain; needs no network, no database and no clock.
    """
    if fate := fate_at_sight(page):
        return Reading(*fate)
    extraction = extract(page, site)
    article, trace = extraction.article, extraction.trace
    if extraction.not_article:
        return Reading(Fate.NOT_ARTICLE, extraction.not_article, article, trace=trace)
    relevance = judge(article)
    if relevance.label == "unrelated":
        return Reading(Fate.OFF_TOPIC, relevance.reasons[0], article, relevance, trace=trace)
    facts = find_facts(article, relevance)
    return Reading(
        Fate.STORED,
        None,
        article,
        relevance,
        facts.agreements,
        facts.figures,
        facts.worker_groups,
        facts.regulations,
        facts.officials,
        trace,
    )
