"""Which leads are followed: those that point to the agency, and a sample of the others."""

from urllib.parse import unquote_plus, urlsplit

from crawler.channel import Channel
from pipelines.model import Lead
from pipelines.relevance import points_to_agency
from pipelines.urls import article_id, canonical_url, slug_words

ONE_IN = 50


def points(lead: Lead) -> bool:
    """Whether title, slug or summary point to the agency."""
    return points_to_agency(f"{lead.title} {' '.join(slug_words(lead.url))} {lead.summary}")


def asks_for_agency(channel: Channel) -> bool:
    """Whether a channel is a search for the agency, or a tag or feed about it."""
    parts = urlsplit(channel.url)
    return points_to_agency(unquote_plus(f"{parts.path}?{parts.query}").replace("/", " "))


def is_sampled(lead: Lead) -> bool:
    """Whether this lead is one of those that are followed to learn what focus misses."""
    return int(article_id(canonical_url(lead.url)), 16) % ONE_IN == 0
