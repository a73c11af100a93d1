"""How well stories and events are told apart: `python -m benchmarks.duplicates`.

Builds labelled pairs from synthetic releases on the patterns that real duplicates show, a third
of them hard negatives, puts all their articles into one store in random order, and prints
precision and recall of the pairs by kind. Exits with 1 below the floors.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.releases import SITE, Event, Release, Writer, page_of, reading_of
from pipelines.store import Store

NOW = datetime(2026, 5, 4, tzinfo=UTC)
FLOORS = {"stories": (0.99, 0.97), "events": (0.97, 0.92)}
EACH = 30


@dataclass(frozen=True, slots=True)
class Pair:
    """Two releases, what kind of pair they are, and whether they are one story, one event."""

    kind: str
    one: Release
    other: Release
    story: bool
    event: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Of the pairs: rightly joined, wrongly joined, wrongly kept apart."""

    joined: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of joined pairs that belong together."""
        return self.joined / max(1, self.joined + self.wrong)

    @property
    def recall(self) -> float:
        """Share of pairs that belong together and were joined."""
        return self.joined / max(1, self.joined + self.missed)


def pairs(seed: int = 5, each: int = EACH) -> list[Pair]:
    """The labelled pairs, `each` of every kind."""
    writer = Writer(seed)
    return [pair for kind in _KINDS for _ in range(each) for pair in [kind(writer)]]


def _reprint(writer: Writer) -> Pair:
    release = writer.release(writer.event())
    return Pair("reprint", release, writer.copy(release), True, True)


def _hurried_reprint(writer: Writer) -> Pair:
    """A copy of which the reader missed the date, the year or the government."""
    release = writer.release(writer.event())
    return Pair("incomplete reprint", release, writer.forgetful(writer.copy(release)), True, True)


def _undated_copy(writer: Writer) -> Pair:
    release = writer.release(writer.event())
    bare = replace(writer.copy(release), day=None, published=None)
    return Pair("undated copy", release, bare, True, True)


def _two_copies(writer: Writer) -> Pair:
    release = writer.release(writer.event())
    return Pair("two copies", writer.copy(release), writer.copy(release), True, True)


def _conflicting_figures(writer: Writer) -> Pair:
    event = writer.event()
    release = writer.release(event)
    text = release.text.replace(event.gaps["count"], "7.777").replace(event.gaps["money"], "9,9")
    return Pair("conflicting figures", release, replace(release, text=text), True, True)


def _own_words(writer: Writer) -> Pair:
    event = writer.event()
    one, other = writer.rival(event)
    return Pair("own words", one, other, False, True)


def _own_words_undated(writer: Writer) -> Pair:
    event = writer.event()
    one, other = writer.rival(event)
    return Pair("own words, no day", one, replace(other, day=None), False, True)


def _other_government(writer: Writer) -> Pair:
    old, event = writer.event(), writer.event()
    release = writer.release(old)
    return Pair("other government", release, writer.reused(old, release, event), False, False)


def _other_government_same_day(writer: Writer) -> Pair:
    old = writer.event()
    event = replace(writer.event(), day=old.day)
    release = writer.release(old)
    reused = writer.reused(old, release, event)
    return Pair("other government, same day", release, reused, False, False)


def _other_year(writer: Writer) -> Pair:
    old = writer.event()
    event = Event(old.government, old.day + timedelta(days=364), old.gaps)
    release = writer.release(old)
    return Pair("other year", release, writer.reused(old, release, event), False, False)


def _unread_template(writer: Writer) -> Pair:
    """A template reused elsewhere, of which the reader made no agreement at all."""
    old, event = writer.event(), writer.event()
    release = replace(writer.release(old), told=False)
    return Pair("unread template", release, writer.reused(old, release, event), False, False)


def _plan_then_signing(writer: Writer) -> Pair:
    event = writer.event()
    signing, plan = writer.rival(event)
    earlier = plan.published - timedelta(days=5) if plan.published else None
    plan = replace(plan, status="planned", day=None, published=earlier)
    return Pair("plan, then signing", plan, signing, False, False)


def _retold_later(writer: Writer) -> Pair:
    event = writer.event()
    later = replace(event, day=event.day + timedelta(days=120))
    return Pair("retold months later", writer.rival(event)[0], writer.rival(later)[1], False, False)


def _unread_reprint(writer: Writer) -> Pair:
    """Copies of which the reader made no agreement: only the text can tell."""
    release = replace(writer.release(writer.event()), told=False)
    return Pair("unread reprint", writer.copy(release), writer.copy(release), True, False)


def _excerpt(writer: Writer) -> Pair:
    release = writer.release(writer.event())
    text = "\n\n".join(release.text.split("\n\n")[:2])
    return Pair("excerpt", release, replace(release, text=text, day=None), True, True)


def _counterpart_reprint(writer: Writer) -> Pair:
    release = replace(writer.release(writer.event()), government=None, counterpart="KONI Wanasari")
    return Pair("counterpart reprint", release, writer.copy(release), True, True)


def _counterpart_other_year(writer: Writer) -> Pair:
    old = writer.event()
    event = replace(old, day=old.day + timedelta(days=728))
    club = f"KONI {old.gaps['place']}"
    release = replace(writer.release(old), government=None, counterpart=club)
    other = replace(writer.reused(old, release, event), government=None)
    return Pair("counterpart, other year", release, other, False, False)


def _unread_elsewhere(writer: Writer) -> Pair:
    """The same template at two branches, the same week, and the reader made nothing of either."""
    old = writer.event()
    event = replace(writer.event(), day=old.day)
    release = replace(writer.release(old), told=False)
    return Pair("unread elsewhere", release, writer.reused(old, release, event), False, False)


def _same_boilerplate(writer: Writer) -> Pair:
    """Two short news items whose larger part is the agency's standing explanation."""
    one, other = (writer.explained(writer.event()) for _ in range(2))
    return Pair("same boilerplate", one, other, False, False)


_KINDS = (
    _unread_reprint,
    _excerpt,
    _counterpart_reprint,
    _counterpart_other_year,
    _unread_elsewhere,
    _same_boilerplate,
    _reprint,
    _hurried_reprint,
    _undated_copy,
    _two_copies,
    _conflicting_figures,
    _own_words,
    _own_words_undated,
    _other_government,
    _other_government_same_day,
    _other_year,
    _unread_template,
    _plan_then_signing,
    _retold_later,
)


def measure(labelled: list[Pair], seed: int = 1) -> tuple[dict[str, Score], Counter[str]]:
    """Scores for stories and for events, and how many pairs of each kind went wrong."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "pairs.db") as store:
        _load(store, labelled, seed)
        numbers = range(len(labelled))
        told = [(_same(store, n, "story"), _same(store, n, "event")) for n in numbers]
    wrong: Counter[str] = Counter()
    for pair, (story, event) in zip(labelled, told, strict=True):
        wrong[f"{pair.kind}: story"] += story != pair.story
        wrong[f"{pair.kind}: event"] += event != pair.event
    return {
        "stories": _score([(p.story, story) for p, (story, _) in zip(labelled, told, strict=True)]),
        "events": _score([(p.event, event) for p, (_, event) in zip(labelled, told, strict=True)]),
    }, +wrong


def _load(store: Store, labelled: list[Pair], seed: int) -> None:
    sides = [
        (_address(number, side), release)
        for number, pair in enumerate(labelled)
        for side, release in enumerate((pair.one, pair.other))
    ]
    random.Random(seed).shuffle(sides)
    for url, release in sides:
        store.save(None, SITE, page_of(url), reading_of(release, url), NOW)


def _address(number: int, side: int) -> str:
    return f"https://side{side}.example/berita/{number + 1000}/kabar"


def _same(store: Store, number: int, what: str) -> bool:
    shown = [store.story(_address(number, side)) for side in (0, 1)]
    if what == "story":
        return shown[0] == shown[1] and shown[0] is not None
    one, other = ({a["id"] for a in story["agreements"]} if story else set() for story in shown)
    return bool(one & other)


def _score(labels: list[tuple[bool, bool]]) -> Score:
    counted = Counter(labels)
    return Score(counted[True, True], counted[False, True], counted[True, False])


def _lines(scores: dict[str, Score], wrong: Counter[str]) -> Iterator[str]:
    for what, score in scores.items():
        yield f"{what}: precision {score.precision:.3f}, recall {score.recall:.3f}"
    for kind, number in wrong.most_common():
        yield f"  {number} wrong: {kind}"


def main() -> int:
    """Print the scores; 1 when one is below its floor."""
    labelled = pairs()
    hard = sum(not pair.event for pair in labelled)
    print(f"{len(labelled)} pairs, {hard} of them hard negatives")
    scores, wrong = measure(labelled)
    print("\n".join(_lines(scores, wrong)))
    return int(
        any(
            score.precision < FLOORS[what][0] or score.recall < FLOORS[what][1]
            for what, score in scores.items()
        )
    )


if __name__ == "__main__":
    sys.exit(main())
