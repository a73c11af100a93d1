"""What was agreed: a scored choice among the deeds of the headline, the lead and the body."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.facts.deeds import HEADLINE, Deed, Story, Time
from pipelines.facts.doubts import doubted
from pipelines.model import Instrument

_PLACES = {HEADLINE: 4.0, 0: 3.0, 1: 2.0, 2: 2.0}
_LATER = 0.7
_SIGNED_LATER = 2.0
_LAST_SIGNING = 8
_TIMES: dict[Time, float] = {"done": 1.3, "ahead": 1.1, "now": 0.9, "back": 0.4}
_LEAST = 0.5
_REVIEWED, _OUTWEIGHS, _LAUNCHED = 0.7, 0.8, 3.0
_ENOUGH_PAPER, _ENOUGH_PACT, _ENOUGH_RULE = 1.8, 2.2, 2.0
_RULE_IS_THE_SUBJECT, _RULED = 3.2, 0.65
_SETTING_NEAR = 25
_BASIS = 1.3
_ENOUGH_PLEDGE = 2.5
_LEAD = 2
_ALLIED = ("mou", "pks", "pact", "agree", "tie")
_SAID_EARLY = frozenset({"cover", "launch", "commit", "plan", "visit"})
"""Deeds that many stories mention further down, whatever they are about."""
_SAID_BY: dict[Instrument, tuple[str, ...]] = {
    "mou": ("mou",),
    "pks": ("pks",),
    "addendum": ("addendum",),
    "agreement": ("pact", "agree", "tie", "ally"),
    "regulation": ("rule", "draft", "issue"),
    "commitment": ("pledge", "launch", "commit", "plan", "cover", "pay", "card", "budget", "visit"),
    "socialization": ("teach", "rakor", "meet", "review"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What was agreed. likely: the best answer; None where no deed tells it. sure: it stands also
    where the other deeds are heard louder. start: the offset in the text of the words for it."""

    likely: Instrument | None
    sure: bool
    start: int

    @property
    def instrument(self) -> Instrument | None:
        """The answer, None where it is not sure."""
        return self.likely if self.sure else None


def place_weight(deed: Deed) -> float:
    """How loud a place is: the headline most, then the lead; a signing also further down."""
    signs = deed.time == "done" and deed.kind not in ("agree", "tie", "renew")
    signing = signs and deed.paragraph < _LAST_SIGNING
    return _PLACES.get(deed.paragraph, _SIGNED_LATER if signing else _LATER)


def instrument_of(story: Story, institution: bool = False) -> Choice:
    """The instrument and the words that say so.

    institution: the other party is no government, whose working together is an agreement.
    """
    points, past = _points(story, past=False), _points(story, past=True)
    chosen = _choose(points, past, institution)
    if chosen is None:
        return Choice(None, False, 0)
    by = _SAID_BY[chosen]
    sure = _choose(doubted(points, by), doubted(past, by), institution) == chosen
    if chosen == "agreement" and not institution and not _is_told(story, by):
        sure = False
    told = [deed for deed in story.text if deed.kind in by]
    loudest = max(told, key=lambda deed: place_weight(deed) * _TIMES[deed.time], default=None)
    return Choice(chosen, sure, loudest.start if loudest else 0)


def _is_told(story: Story, kinds: tuple[str, ...]) -> bool:
    """Whether a deed is told as done, ahead or past, not only named: "bekerja sama dengan"."""
    return any(deed.time != "now" for deed in story.deeds if deed.kind in kinds)


def _points(story: Story, past: bool) -> dict[str, float]:
    """For each kind of deed its loudest in every paragraph, added up.

    past: only of what the news looks back on, else only of the rest.
    """
    loudest: dict[tuple[str, int], float] = defaultdict(float)
    for told in (story.headline, story.text):
        for index, deed in enumerate(told):
            if _is_past(deed) is not past:
                continue
            if deed.kind in _SAID_EARLY and deed.paragraph > _LEAD:
                continue
            weight = place_weight(deed) * _part(index, told)
            key = (deed.kind, deed.paragraph)
            loudest[key] = max(loudest[key], weight)
    points: dict[str, float] = defaultdict(float)
    for (kind, _), weight in loudest.items():
        points[kind] += weight
    if story.both_names:
        points["pks"] += points["mou"]
    return points


def _is_past(deed: Deed) -> bool:
    """A regulation in force stays the news; a paper signed long ago does not."""
    return deed.time == "back" and deed.kind not in ("rule", "draft")


def _part(index: int, told: tuple[Deed, ...]) -> float:
    """How much a deed counts by its time and by what it is in its sentence."""
    deed = told[index]
    if deed.kind == "rule" and _is_basis(index, told):
        return _BASIS
    return _TIMES[deed.time] * _share(index, told)


def _share(index: int, told: tuple[Deed, ...]) -> float:
    """Less than 1 where a deed is only the setting of its sentence, its means or its aim."""
    deed = told[index]
    if deed.kind in ("cover", "pay"):
        return 1.0 if deed.time == "ahead" else 0.5
    if deed.kind == "card":
        return 0.8 if deed.paragraph == 0 and deed.sentence > 0 else 1.2
    before = [one for one in told[max(0, index - 1) : index] if one.sentence == deed.sentence]
    if deed.kind == "pact":
        return _part_of_pact(deed, before, told[index + 1 : index + 2])
    if (
        deed.kind in ("meet", "rakor", "visit", "teach", "launch")
        and before
        and before[0].kind == "setting"
    ):
        return 0.2 if deed.start - before[0].end < _SETTING_NEAR else 1.0
    return 1.0


def _part_of_pact(deed: Deed, before: Iterable[Deed], after: Iterable[Deed]) -> float:
    """Less where working together only serves: "gandeng … sosialisasikan", "melindungi … lewat"."""
    if any(one.kind in ("teach", "aim", "launch") and _serves(deed, one) for one in after):
        return 0.4
    serves = ("cover", "pay", "launch", "means")
    return 0.5 if any(o.kind in serves and o.clause == deed.clause for o in before) else 1.0


def _serves(pact: Deed, other: Deed) -> bool:
    """Whether working together is said of the other: in its clause, or to be held "bersama"."""
    same = pact.sentence == other.sentence and pact.time == "now" and other.kind == "teach"
    return pact.clause == other.clause or same


def _is_basis(index: int, told: tuple[Deed, ...]) -> bool:
    """Whether the sentence makes the regulation what cover rests on."""
    near = told[max(0, index - 4) : index + 5]
    return any(one.kind == "basis" and one.sentence == told[index].sentence for one in near)


def _choose(
    points: dict[str, float], past: dict[str, float], institution: bool
) -> Instrument | None:
    """The most specific of what is said loudly enough."""
    paper = points["mou"] + points["pks"]
    pact = points["pact"] + points["agree"] + points["tie"] + 0.35 * points["ally"]
    rule = points["rule"] + points["draft"]
    if points["addendum"] >= _ENOUGH_RULE:
        return "addendum"
    if rule >= _RULE_IS_THE_SUBJECT and rule > max(paper, _RULED * _covered(points)):
        return "regulation"
    if paper >= _ENOUGH_PAPER:
        return "pks" if points["pks"] >= 0.7 * points["mou"] else "mou"
    if points["pledge"] >= _ENOUGH_PLEDGE:
        return "commitment"
    if pact >= max(_ENOUGH_PACT, 0.5 * points["launch"]):
        return _named(points)
    if rule >= max(_ENOUGH_RULE, _RULED * _covered(points)):
        return "regulation"
    return _softer(points, past, institution)


def _named(points: dict[str, float]) -> Instrument:
    """An agreement by the name of its paper, if the text has one."""
    if not points["mou"] + points["pks"]:
        return "agreement"
    return "pks" if points["pks"] >= points["mou"] else "mou"


def _softer(
    points: dict[str, float], past: dict[str, float], institution: bool
) -> Instrument | None:
    """What it is where nothing is signed: cover given, a meeting, or an earlier paper."""
    scores: dict[Instrument, float] = {
        "commitment": _covered(points) + points["card"],
        "socialization": points["teach"] + points["rakor"] + points["meet"] + points["review"],
    }
    best = max(scores, key=lambda name: scores[name])
    earlier = past["mou"] + past["pks"] + past["pact"]
    reviewed = best == "socialization" and points["review"] > 0
    if earlier and earlier >= (_REVIEWED if reviewed else _OUTWEIGHS * scores[best]):
        return _named(past)
    allied = any(one[kind] for one in (points, past) for kind in _ALLIED)
    launched = points["launch"] >= _LAUNCHED
    if institution and allied and not launched:
        return _named(points if points["mou"] + points["pks"] else past)
    told = scores[best] >= max(_LEAST, 0.8 * points["visit"])
    return best if told else None


def _covered(points: dict[str, float]) -> float:
    """How much is told of cover given or promised."""
    given = points["pledge"] + points["launch"] + points["commit"] + points["plan"]
    return given + points["cover"] + points["pay"] + 0.3 * points["budget"]
