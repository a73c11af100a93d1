"""What was agreed and how far it is: every deed of a story speaks for some answers.

`data/deed_weights.tsv` says how much, for a deed by its kind, by its time, and by the place where
it stands; the answer with the highest sum wins. `benchmarks/deed_weights.py` learns the weights
from the stories of tests/corpus.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress
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

_SILENCE = [0] * sum(map(len, ANSWERS))
_LEAST = 60
"""How far the best answer must be before the next, in hundredths of the logarithm of their odds."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """instrument, status: None where no deed tells, or two answers are told as loudly.
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
    sums = _sums(signs_in(story, institution))
    instruments, statuses = ANSWERS
    split = len(instruments)
    loudest = max(range(split), key=sums.__getitem__)
    return Verdict(
        best_of(sums[:split], instruments),
        best_of(sums[split:], statuses),
        _quoted(story, _NAMED_BY[instruments[loudest]], loudest),
    )


def _quoted(story: Story, kinds: frozenset[str], answer: int) -> int:
    """Where the deed that names the answer loudest begins; 0 where none does."""
    deeds = (deed for deed in story.text if deed.kind in kinds)
    told = max(deeds, key=lambda deed: _alone(*_told(deed))[answer], default=None)
    return told.start if told else 0


def signs_in(story: Story, institution: bool) -> set[str]:
    """The names of all that speaks: "launch", "launch done", "launch headline" and so on."""
    holds = (True, institution, story.both_names)
    return set(compress(FLAGS, holds)) | signs_of_all(told_in(story))


def told_in(story: Story) -> set[tuple[str, str, str]]:
    """All deeds of a story as their kind, place and time."""
    return {_told(deed) for deed in story.deeds if deed.kind not in JOINTS}


def signs_of_all(told: set[tuple[str, str, str]]) -> set[str]:
    """What deeds say, each by itself, and which papers of this news they name together."""
    papers = {kind for kind, _, time in told if kind in _NAMED_PAPERS and time != "back"}
    return {f"papers {'+'.join(sorted(papers)) or 'none'}"}.union(*(signs_of(*one) for one in told))


def _told(deed: Deed) -> tuple[str, str, str]:
    place = _PLACES.get(deed.paragraph, _LATER)
    return deed.kind, _QUOTED if deed.quoted and place not in _OPENS else place, deed.time


@cache
def signs_of(kind: str, place: str, time: str) -> tuple[str, ...]:
    """What one deed says: as such, by its time, place, and both, and without its kind."""
    signs = kind, f"{kind} {time}", f"{kind} {place}", f"{kind} {place} {time}", f"{place} {time}"
    return (*signs, f"{kind} opening", f"{kind} opening {time}") if place in _OPENS else signs


@cache
def _alone(kind: str, place: str, time: str) -> list[int]:
    """How much one deed weighs for each answer."""
    return _sums(signs_of(kind, place, time))


@cache
def _weights() -> dict[str, tuple[int, ...]]:
    return {sign: tuple(map(int, row)) for sign, *row in data_lines("deed_weights.tsv")}


def _sums(signs: Iterable[str]) -> list[int]:
    """For each answer the sum of what its signs weigh."""
    weights = _weights()
    rows = [weights[sign] for sign in signs if sign in weights]
    return list(map(sum, zip(_SILENCE, *rows, strict=True)))


def best_of(sums: Sequence[int], answers: Sequence[A]) -> A | None:
    """The answer told loudest, None where another one is told nearly as loudly."""
    second, first = sorted(zip(sums, answers, strict=True))[-2:]
    return first[1] if first[0] - second[0] >= _LEAST else None
