"""Who agreed with whom on what, when, for whom: a story's facts, each with its quote."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from pipelines.facts.deeds import read_story
from pipelines.facts.durations import duration_of
from pipelines.facts.event_dates import STILL_TO_COME, PrintedDate, find_dates
from pipelines.facts.event_days import dateline_day, event_day
from pipelines.facts.offices import acting_office
from pipelines.facts.officials import find_officials
from pipelines.facts.parties import find_parties
from pipelines.facts.prose import Prose, read_prose
from pipelines.facts.regulations import find_regulations
from pipelines.facts.terms import is_renewal, programmes_of
from pipelines.facts.verdicts import verdict_on
from pipelines.facts.worker_groups import find_worker_groups
from pipelines.model import (
    Agreement,
    Article,
    Figure,
    Government,
    Official,
    Regulation,
    Relevance,
    WorkerGroup,
)
from pipelines.numbers import Counted, find_counted

_AS_OF = re.compile(r"\b(?:hingga|per|sampai(?:\s+dengan)?|posisi|data|pada)\s*$", re.IGNORECASE)
_COUNTED_AFTER = re.compile(r"\s+([^\W\d_][^.,;:\d\n()\"”]{2,70})(?=\W)")
_WINDOW = 140
_SURE_WITHOUT_PARTY = 0.8
_OPENING = 1
_PAPERS = ("mou", "pks", "addendum")
_EARLIER_COUNT = re.compile(r"^.*\d(?:-?an)?\s+\w+\s+")
_LINKS = re.compile(
    r"^(?:(?:dan|serta|sedangkan|sementara|untuk|yang|di\s*mana|yaitu|yakni|bahwa|dari)\s+)+", re.I
)
_LINKED = re.compile(r"(?:\s+(?:dan|serta|yang|dengan|di|dari|untuk|per|atau))+$", re.I)
_SPOKEN = re.compile(
    r"^(?:.*\b(?:mengatakan|menyebut(?:kan)?|menjelaskan|menuturkan|mengungkapkan|menyampaikan|"
    r"menambahkan|menyatakan|melaporkan|menegaskan|merinci|memaparkan)\b|.*\s[-–—](?=\s|$))"
    r"(?:\s+(?:bahwa|sudah|masih|telah|ada|saat\s+ini|kini|baru|terdapat)\b)*\s*",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_IN = (
    r"\s+(?:yakni|yaitu|sebanyak|sebesar|mencapai|berjumlah|ada|adalah|sekitar|tercatat|"
    r"telah\s+mencapai|sejumlah|hanya)\s+(?:\w+\s+){0,2}$"
)
_LED_IN = re.compile(_LEAD_IN, re.IGNORECASE)
_LEAD = 60
_COUNTED_BEFORE = re.compile(rf"(?<![\w.,])([^.,;:\n()\"“”]{{3,110}}?){_LEAD_IN}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a story says: agreements, and everything it counts, covers, cites and names."""

    agreements: tuple[Agreement, ...] = ()
    figures: tuple[Figure, ...] = ()
    worker_groups: tuple[WorkerGroup, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    officials: tuple[Official, ...] = ()


def find_facts(article: Article, relevance: Relevance) -> Facts:
    """Facts of a story; agreements only where it tells of cooperation, nothing when unrelated."""
    if relevance.label == "unrelated" or not article.text.strip():
        return Facts()
    prose = read_prose(article.text)
    published = article.published_at.date() if article.published_at else dateline_day(prose)
    dates = find_dates(prose, published)
    agreements: tuple[Agreement, ...] = ()
    if relevance.label == "cooperation":
        agreements = _agreements(article.title, prose, dates, published, relevance.score)
    here = frozenset(one.government.code for one in agreements if one.government)
    return Facts(
        agreements=agreements,
        figures=_figures(prose, dates),
        worker_groups=find_worker_groups(prose, here),
        regulations=find_regulations(prose),
        officials=find_officials(prose),
    )


def _agreements(
    title: str, prose: Prose, dates: tuple[PrintedDate, ...], published: date | None, score: float
) -> tuple[Agreement, ...]:
    """One a party; none where no party and no paper is told and the story hardly agrees."""
    parties = find_parties(title, prose)
    sides: list[tuple[Government | None, str | None]] = [(one, None) for one in parties.governments]
    sides += [(None, one) for one in parties.counterparts]
    institution = bool(parties.counterparts) and not parties.governments
    story = read_story(title, prose)
    verdict = verdict_on(story, institution)
    if not sides and score < _SURE_WITHOUT_PARTY and verdict.instrument not in _PAPERS:
        return ()
    told = {deed.kind for deed in story.deeds if deed.paragraph <= _OPENING}
    each_its_own = len(sides) > 1 and {"mou", "pks"} <= told
    instrument = None if each_its_own else verdict.instrument
    day = event_day(prose, dates, published, verdict.instrument == "regulation")
    to_come = day is not None and day.note == STILL_TO_COME
    status = "planned" if to_come else verdict.status
    office = acting_office(prose, parties.governments)
    return tuple(
        Agreement(
            government=government,
            counterpart=counterpart,
            bpjs_office=office,
            instrument=instrument,
            renewal=is_renewal(title, prose),
            status=status,
            event_date=day.day if day else None,
            event_date_raw=day.raw if day else None,
            event_date_note=day.note if day else None,
            duration=duration_of(prose, verdict.instrument),
            programmes=programmes_of(prose),
            evidence=prose.sentence_evidence(verdict.start),
        )
        for government, counterpart in sides or [(None, None)]
    )


def _figures(prose: Prose, dates: tuple[PrintedDate, ...]) -> tuple[Figure, ...]:
    printed = [found for found in dates if found.dated]
    ends = [found.end for found in printed]
    outside = [one for one in find_counted(prose) if not _inside(one, printed, ends)]
    as_of = _as_of(prose, printed, outside)
    return tuple(
        Figure(
            raw=one.raw,
            value=one.value,
            upper=one.upper,
            unit=one.unit,
            approximate=one.approximate,
            as_of=as_of.get(one.start),
            about=_about(prose, one),
            evidence=prose.evidence(one.start, one.end),
        )
        for one in outside
    )


def _inside(one: Counted, printed: list[PrintedDate], ends: list[int]) -> bool:
    """Whether a number is part of a printed date: the first one that ends after it begins."""
    index = bisect_right(ends, one.start)
    return index < len(printed) and printed[index].start < one.end


def _as_of(prose: Prose, printed: list[PrintedDate], counted: list[Counted]) -> dict[int, date]:
    """For the first figure after "data hingga 31 Desember 2024" in its sentence, that day."""
    days: dict[int, date] = {}
    starts = [one.start for one in counted]
    for found in printed:
        if found.day is None or not _AS_OF.search(
            prose.text, max(0, found.start - 18), found.start
        ):
            continue
        _, end = prose.sentence_at(found.start)
        first = bisect_left(starts, found.end)
        if first < len(starts) and starts[first] < end:
            days[starts[first]] = found.day
    return days


def _about(prose: Prose, one: Counted) -> str | None:
    """The words that say what is counted, as printed beside the figure."""
    start, end = prose.sentence_at(one.start)
    first = max(start, one.start - _WINDOW)
    window = prose.text[first : one.start]
    if first > start:
        window = window.partition(" ")[2]
    before = _LED_IN.search(window[-_LEAD:]) and _COUNTED_BEFORE.search(window)
    if before:
        words = _EARLIER_COUNT.sub("", before[1])
        if window[: before.start(1)].rstrip()[-1:].isdigit():
            words = words.partition(" ")[2]
        if about := _tidy(words):
            return about
    after = _COUNTED_AFTER.match(prose.text, one.end, end)
    return _tidy(" ".join(after[1].split()[:8])) if after else None


def _tidy(words: str) -> str | None:
    """Without who says it, the dateline, and words that only join; None with hardly one left."""
    tidy = _LINKED.sub("", _LINKS.sub("", _SPOKEN.sub("", words))).strip()
    return tidy if len(tidy.split()) > 1 else None
