"""What a reading becomes in the database: one row for the article, some for each kind of fact."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from pipelines.facts.bodies import party_of
from pipelines.fates import Fate
from pipelines.model import Agreement, Article, Evidence, Reading, Relevance
from pipelines.tables.events import phase_of
from pipelines.tables.ledger import utc_text
from pipelines.tables.stories import article_rank

Row = dict[str, Any]
_encode = json.JSONEncoder(ensure_ascii=False).encode


class ArticleRows(NamedTuple):
    """All that is stored of an article. facts: the rows of every fact table, by table."""

    article: Row
    facts: dict[str, list[Row]]


def rows_of(reading: Reading) -> ArticleRows | None:
    """The rows of a reading with their hash; None when it is no article to be stored."""
    if reading.fate is not Fate.STORED or not reading.article or not reading.relevance:
        return None
    row, facts = article_row(reading.article, reading.relevance), fact_rows(reading)
    row["reading_hash"] = reading_hash(row, facts)
    return ArticleRows(row, facts)


def article_row(article: Article, relevance: Relevance) -> Row:
    """The article's own columns; lists as JSON, times as printed and in UTC."""
    return {
        "id": article.id,
        "url": article.url,
        "site": article.site,
        "platform": article.platform,
        "title": article.title,
        "text": article.text,
        "authors": _json(article.authors),
        "editors": _json(article.editors),
        "source_credit": article.source_credit,
        "dateline": article.dateline,
        "sign_off": article.sign_off,
        "tags": _json(article.tags),
        "language": article.language,
        "published_at": _iso(article.published_at),
        "published_at_utc": _utc(article.published_at),
        "published_precision": article.published_precision,
        "published_source": article.published_source,
        "published_raw": article.published_raw,
        "modified_at": _iso(article.modified_at),
        "modified_at_utc": _utc(article.modified_at),
        "relevance_label": relevance.label,
        "relevance_score": relevance.score,
        "relevance_reasons": _json(relevance.reasons),
        "rank": _rank(article),
    }


def fact_rows(reading: Reading) -> dict[str, list[Row]]:
    """The rows of every fact table, by table; `article_id` and `position` are their key."""
    article = reading.article
    assert article is not None
    return {
        "agreement_sources": _rows(article.id, [_report(a, article) for a in reading.agreements]),
        "figures": _rows(
            article.id,
            [
                {
                    "raw": f.raw,
                    "value": f.value,
                    "upper": f.upper,
                    "unit": f.unit,
                    "approximate": int(f.approximate),
                    "as_of": _iso(f.as_of),
                    "about": f.about,
                    **_evidence(f.evidence),
                }
                for f in reading.figures
            ],
        ),
        "worker_groups": _rows(
            article.id,
            [
                {"raw": g.raw, "group": g.group, **_evidence(g.evidence)}
                for g in reading.worker_groups
            ],
        ),
        "regulations": _rows(
            article.id,
            [
                {"raw": r.raw, "kind": r.kind, "number": r.number, "year": r.year}
                | _evidence(r.evidence)
                for r in reading.regulations
            ],
        ),
        "officials": _rows(
            article.id,
            [{"name": o.name, "role": o.role, **_evidence(o.evidence)} for o in reading.officials],
        ),
    }


def reading_hash(row: Row, facts: dict[str, list[Row]]) -> str:
    """SHA-256 of all that was read, hex: the same reading has the same."""
    return hashlib.sha256(_encode([row, facts]).encode()).hexdigest()


def _report(agreement: Agreement, article: Article) -> Row:
    government = agreement.government
    code = government.code if government else None
    return {
        "government_code": code,
        "government_name": government.name if government else None,
        "government_level": government.level if government else None,
        "counterpart": agreement.counterpart,
        "bpjs_office": agreement.bpjs_office,
        "instrument": agreement.instrument,
        "renewal": int(agreement.renewal),
        "status": agreement.status,
        "event_date": _iso(agreement.event_date),
        "event_date_raw": agreement.event_date_raw,
        "event_date_note": agreement.event_date_note,
        "duration": agreement.duration,
        "programmes": _json(agreement.programmes),
        **_evidence(agreement.evidence),
        "party": party_of(code, agreement.counterpart),
        "phase": phase_of(agreement.status),
        "inferred": int(_is_inferred(agreement)),
        "rank": _rank(article),
        "published_on": article.published_at.date().isoformat() if article.published_at else None,
    }


def _is_inferred(agreement: Agreement) -> bool:
    """Whether the day is counted from the publication ("Rabu", "kemarin"), not printed."""
    raw = agreement.event_date_raw
    return agreement.event_date is not None and bool(raw) and not re.search(r"\d", raw or "")


def _rank(article: Article) -> str:
    """A time known only as a day counts as that day's end: a printed hour of it is earlier."""
    at = article.published_at
    if at is not None and article.published_precision == "day":
        at = at.replace(hour=23, minute=59, second=59)
    return article_rank(
        credited=article.source_credit is not None,
        published_utc=_utc(at),
        words=len(article.text.split()),
        article_id=article.id,
    )


def _rows(article_id: str, facts: Iterable[Row]) -> list[Row]:
    return [{"article_id": article_id, "position": i, **fact} for i, fact in enumerate(facts)]


def _evidence(evidence: Evidence) -> Row:
    return {"quote": evidence.quote, "start": evidence.start, "end": evidence.end}


def _json(values: Sequence[str]) -> str:
    return _encode(list(values))


def _iso(value: date | datetime | None) -> str | None:
    return value.isoformat() if value is not None else None


def _utc(value: datetime | None) -> str | None:
    return utc_text(value) if value is not None else None
