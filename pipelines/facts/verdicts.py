"""What was agreed and how far it is: every deed of a story speaks for some answers.

`data/deed_weights.tsv` says how much each sign of a story, such as a deed by its kind, its time
and its place, speaks for each pair of an instrument and a status, for what tells that an MoU is
planned does not tell that workers are enrolled. From the sums follows how likely each pair is, and
from that each instrument and each status. `benchmarks/deed_weights.py` learns the weights from
the stories of tests/corpus.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, product
from math import exp
from typing import TypeVar, get_args

from pipelines.facts.deeds import HEADLINE, JOINTS, Deed, Story
from pipelines.facts.prose import data_lines
from pipelines.model import Instrument, Status

ANSWERS: tuple[Sequence[Instrument], Sequence[Status]] = (
    tuple(name for name in get_args(Instrument) if name != "other"),
    get_args(Status),
)
"""What a story can be decided to tell; `other` is never told by a deed."""

FLAGS = ("always", "institution", "both names")
"""Signs beside the deeds: that there is a story, the other party, a paper of two names."""

A = TypeVar("A", bound=str)
N = TypeVar("N", int, float)
_PLACES = {HEADLINE: "headline", 0: "lead", 1: "second", 2: "third"}
_LATER = "later"
_QUOTED = "quoted"
_OPENS = frozenset({"headline", "lead", "second"})
"""The places that together are the opening."""
_NAMED_PAPERS = frozenset({"mou", "pks", "addendum"})
_PACT = ("pact", "agree", "tie", "ally", "sign", "renew")
_NAMED_BY: dict[Instrument, frozenset[str]] = {
    "mou": frozenset({"mou", *_PACT}),
    "pks": frozenset({"pks", *_PACT}),
    "addendum": frozenset({"addendum", *_PACT}),
    "agreement": frozenset(_PACT),
    "regulation": frozenset({"rule", "draft", "issue"}),
    "commitment": frozenset(
        {"pledge", "launch", "commit", "plan", "cover", "covered", "pay", "card"}
    ),
    "socialization": frozenset({"teach", "train", "rakor", "meet", "review"}),
}
"""The kinds of deeds that name an instrument, for its quote."""

_INSTRUMENTS, _STATUSES = ANSWERS
PAIRS = tuple(product(_INSTRUMENTS, _STATUSES))
"""What a row of the table speaks for, in its order."""

LEAST = 3.0
"""How many times as likely as the next the best answer must be."""

_LANE = 24
_HALF = 1 << (_LANE - 1)
"""A row is kept as one number with this many bits for each weight, so that rows add up at once."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """instrument, status: None where no deed tells, or two answers are about as likely.
    start: the offset in the text of the deed that names the likeliest instrument loudest."""

    instrument: Instrument | None
    status: Status | None
    start: int


def verdict_on(story: Story, institution: bool = False) -> Verdict:
    """What the deeds of a story speak for, taken together.

    institution: the other party is no government.
    """
    if not story.deeds:
        return Verdict(None, None, 0)
    by_instrument, by_status = likelihoods(sums_of(signs_in(story, institution)))
    likeliest = max(range(len(_INSTRUMENTS)), key=by_instrument.__getitem__)
    return Verdict(
        best_of(by_instrument, _INSTRUMENTS),
        best_of(by_status, _STATUSES),
        _quoted(story, _NAMED_BY[_INSTRUMENTS[likeliest]], likeliest),
    )


def _quoted(story: Story, kinds: frozenset[str], instrument: int) -> int:
    """Where the deed that names the instrument loudest begins; 0 where none does."""
    deeds = (deed for deed in story.text if deed.kind in kinds)
    told = max(deeds, key=lambda deed: _alone(*_told(deed))[instrument], default=None)
    return told.start if told else 0


def signs_in(story: Story, institution: bool) -> set[str]:
    """The names of all that speaks: "launch", "launch done", "topic money", and so on."""
    holds = (True, institution, story.both_names)
    return signs_of_all(told_in(story)).union(story.topics, compress(FLAGS, holds))


def told_in(story: Story) -> set[tuple[str, str, str]]:
    """All deeds of a story as their kind, place and time.

    What is planned is due as well: real stories learned from before know the one kind only.
    """
    told = {_told(deed) for deed in story.deeds if deed.kind not in JOINTS}
    return told | {("due", place, time) for kind, place, time in told if kind == "planned"}


def signs_of_all(told: set[tuple[str, str, str]]) -> set[str]:
    """What deeds say, each by itself, and which papers of this news they name together."""
    papers = {kind for kind, _, time in told if kind in _NAMED_PAPERS and time != "back"}
    return {f"papers {'+'.join(sorted(papers)) or 'none'}"}.union(*(signs_of(*one) for one in told))


def _told(deed: Deed) -> tuple[str, str, str]:
    place = _PLACES.get(deed.paragraph, _LATER)
    return deed.kind, _QUOTED if deed.quoted and place not in _OPENS else place, deed.time


@cache
def signs_of(kind: str, place: str, time: str) -> tuple[str, ...]:
    """What one deed says: as such, by its time, by its place, and without its kind."""
    signs = kind, f"{kind} {time}", f"{kind} {place}", f"{place} {time}"
    return (*signs, f"{kind} opening", f"{kind} opening {time}") if place in _OPENS else signs


@cache
def _alone(kind: str, place: str, time: str) -> list[int]:
    """How much one deed weighs for each instrument."""
    return [sum(weights) for weights in _by_instrument(sums_of(signs_of(kind, place, time)))]


@cache
def _weights() -> dict[str, int]:
    rows = data_lines("deed_weights.tsv")
    return {sign: sum(int(one) << _LANE * n for n, one in enumerate(row)) for sign, *row in rows}


def sums_of(signs: Iterable[str]) -> list[int]:
    """For each pair the sum of what some signs weigh."""
    weights = _weights()
    total = sum([weights[sign] for sign in signs if sign in weights])
    sums = []
    for _ in PAIRS:
        sums.append((total + _HALF) % (2 * _HALF) - _HALF)
        total = (total - sums[-1]) >> _LANE
    return sums


def likelihoods(sums: Sequence[float]) -> tuple[list[float], list[float]]:
    """How likely each instrument and each status is, from hundredths of logarithms of pairs."""
    loudest = max(sums)
    pairs = [exp((one - loudest) / 100) for one in sums]
    by_status = [sum(pairs[n :: len(_STATUSES)]) for n in range(len(_STATUSES))]
    return [sum(row) for row in _by_instrument(pairs)], by_status


def _by_instrument(pairs: Sequence[N]) -> Iterator[Sequence[N]]:
    """What stands beside the pairs, in a row of each instrument."""
    for first in range(0, len(PAIRS), len(_STATUSES)):
        yield pairs[first : first + len(_STATUSES)]


def best_of(likely: Sequence[float], answers: Sequence[A], least: float = LEAST) -> A | None:
    """The likeliest answer, None where it is not some times as likely as the next."""
    second, first = sorted(zip(likely, answers, strict=True))[-2:]
    return first[1] if first[0] >= least * second[0] else None
