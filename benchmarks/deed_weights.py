"""Learns from the stories of tests/corpus how much a deed speaks for an instrument and a status.

`make weights` writes pipelines/data/deed_weights.tsv, in an environment that has SciPy.
The stories are those of the corpus, of the demo and of `told.tsv`, and the real ones whose deeds
(not whose words) `real_deeds.tsv` keeps; where the reader of one was unsure of both answers, of
the parties' rows or of the story's relevance, it is no lesson. Run it after a change of deeds.tsv,
topics.tsv or of a gold fact.

`make weights ARGS=--held-out` writes nothing: it tells how well each batch is read by weights
learned from all others, and what more doubt would do. `--real FILE...` first reads the deeds of
the real stories in those files (JSON lines: title, text, instrument, status, institution, batch)
in place of what is kept of their batches.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.facts import CORPUS, HALVES, stories
from crawler.demo.content import load_outlets
from pipelines.facts.deeds import read_story
from pipelines.facts.prose import read_prose
from pipelines.facts.verdicts import (
    ANSWERS,
    FLAGS,
    LEAST,
    PAIRS,
    best_of,
    likelihoods,
    signs_in,
    signs_of_all,
    told_in,
)

WEIGHTS = Path(__file__).parent.parent / "pipelines" / "data" / "deed_weights.tsv"
REAL = CORPUS / "real_deeds.tsv"
TOLD = CORPUS / "told.tsv"
SEEN = 3
"""A sign is learned where so many stories have it."""
NAMES = ("instrument", "status")
INSTRUMENTS, STATUSES = map(len, ANSWERS)
PRICES = np.repeat([0.7, 1.4, 1.4], [INSTRUMENTS, STATUSES, INSTRUMENTS * STATUSES])
"""What a weight costs: of an instrument, of a status whatever the instrument, and of a pair."""
OF_PAIRS = np.vstack(
    [
        np.kron(np.eye(INSTRUMENTS), np.ones((1, STATUSES))),
        np.kron(np.ones((1, INSTRUMENTS)), np.eye(STATUSES)),
        np.eye(INSTRUMENTS * STATUSES),
    ]
)
"""Which pairs each of these counts for."""
PLACES = ("headline ", "lead ", "second ", "third ", "later ", "quoted ")
"""What a place tells of time, whatever the deed, speaks for no instrument."""
STEPS = 300
DOUBTS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0)
PARAGRAPH = " ¶ "


@dataclass(frozen=True)
class Lesson:
    """A story to learn from: its signs and its answers, "" where one is not to be learned."""

    batch: str
    signs: frozenset[str]
    answers: tuple[str, str]


Reading = tuple[Lesson, tuple[list[float], list[float]]]
"""A story, and how likely each instrument and each status was found to be."""


def lessons() -> list[Lesson]:
    """All stories of one agreement, or of several that are alike."""
    return [*_corpus(), *_demo(), *_told(), *_real()]


def _corpus() -> Iterator[Lesson]:
    for half in HALVES:
        for gold, article in stories(half):
            rows = gold.get("agreement", [])
            answers = {(row.get("instrument", ""), row.get("status", "")) for row in rows}
            if len(answers) == 1:
                institution = not any(row.get("government") for row in rows)
                yield _lesson(half, article.title, article.text, institution, *answers.pop())


def _demo() -> Iterator[Lesson]:
    for story in (story for outlet in load_outlets() for story in outlet.stories):
        gold = story.gold
        if gold.instrument and gold.status:
            text = "\n\n".join(story.paragraphs)
            institution = gold.government is None
            yield _lesson("demo", story.title, text, institution, gold.instrument, gold.status)


def _told() -> Iterator[Lesson]:
    for line in TOLD.read_text(encoding="utf-8").splitlines():
        title, text, instrument, status = line.split("\t")
        text = text.replace(PARAGRAPH, "\n\n")
        yield _lesson("told", title, text, False, instrument, status)


def _real() -> Iterator[Lesson]:
    for line in REAL.read_text(encoding="utf-8").splitlines():
        batch, instrument, status, signs = line.split("\t")
        yield Lesson(batch, _whole(signs.split("|")), (instrument, status))


def _whole(kept: list[str]) -> frozenset[str]:
    """All signs of the deeds whose kind, place and time are kept, and what else is kept."""
    others = {sign for sign in kept if sign in FLAGS or sign.startswith("topic ")}
    words = [sign.split(" ") for sign in kept if sign not in others]
    return frozenset(others | signs_of_all({(kind, place, time) for kind, place, time in words}))


def _lesson(
    batch: str, title: str, text: str, institution: bool, instrument: str, status: str
) -> Lesson:
    signs = signs_in(read_story(title, read_prose(text)), institution)
    known = "" if instrument == "other" else instrument
    return Lesson(batch, frozenset(signs), (known, status))


def read_real(paths: Iterable[str]) -> None:
    """Keeps the signs of real stories, without their words, beside those of other batches."""
    lines: list[str] = []
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            keys = ("batch", "title", "text", "institution", "instrument", "status")
            batch, title, text, institution, instrument, status = (row[key] for key in keys)
            story = read_story(title, read_prose(text))
            kept = [
                *signs_in(story, institution).intersection(FLAGS),
                *story.topics,
                *map(" ".join, told_in(story)),
            ]
            known = "" if instrument == "other" else instrument
            lines.append("\t".join((batch, known, status, "|".join(sorted(kept)))))
    batches = {_batch_of(line) for line in lines}
    kept_lines = REAL.read_text(encoding="utf-8").splitlines()
    others = [line for line in kept_lines if _batch_of(line) not in batches]
    REAL.write_text("\n".join([*others, *lines]) + "\n", encoding="utf-8")


def _batch_of(line: str) -> str:
    return line.partition("\t")[0]


class Learned:
    """How much each sign weighs for each pair of an instrument and a status."""

    def __init__(self, known: list[Lesson]) -> None:
        seen = Counter(sign for one in known for sign in one.signs)
        signs = sorted(sign for sign, times in seen.items() if times >= SEEN)
        self._columns = {sign: n for n, sign in enumerate(signs)}
        fitting = np.array([[_fits(one, pair) for pair in PAIRS] for one in known])
        self._weights = self._learn(self._rows([one.signs for one in known]), fitting)

    def _rows(self, stories: list[frozenset[str]]) -> csr_matrix:
        columns = self._columns
        known = [sorted(columns[sign] for sign in one & columns.keys()) for one in stories]
        ends = np.cumsum([0, *map(len, known)])
        places = np.array([column for one in known for column in one], dtype=int)
        return csr_matrix((np.ones(len(places)), places, ends), (len(stories), len(columns)))

    def _learn(self, rows: csr_matrix, fitting: np.ndarray) -> np.ndarray:
        """The weights that make the known answers likeliest at the least price of their squares.

        What a sign says of an instrument, of a status and of a pair is learned side by side.
        """
        shape = rows.shape[1], len(PRICES)
        columns, free = rows.T.tocsr(), np.ones(shape)
        free[[sign.startswith(PLACES) for sign in self._columns], : len(ANSWERS[0])] = 0

        def cost(flat: np.ndarray) -> tuple[float, np.ndarray]:
            says = flat.reshape(shape)
            sums = rows @ (says @ OF_PAIRS)
            likely = np.exp(sums - sums.max(axis=1, keepdims=True))
            right = likely * fitting
            of_all, of_right = (one.sum(axis=1, keepdims=True) for one in (likely, right))
            missed = likely / of_all - right / of_right
            slope = (columns @ missed @ OF_PAIRS.T + PRICES * says) * free
            return (PRICES * says**2).sum() / 2 - np.log(of_right / of_all).sum(), slope.ravel()

        start = np.zeros(free.size)
        found = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
        return found.x.reshape(shape) @ OF_PAIRS

    def table(self) -> Iterator[tuple[str, list[int]]]:
        """Each sign and its weight for each pair, in hundredths."""
        for sign, row in zip(self._columns, self._weights, strict=True):
            yield sign, [round(100 * weight) for weight in row]

    def read(self, stories: list[Lesson]) -> list[tuple[list[float], list[float]]]:
        """How likely each instrument and each status is in some stories, as the program tells."""
        sums = 100 * (self._rows([one.signs for one in stories]) @ self._weights)
        return [likelihoods(row) for row in sums.tolist()]


def _fits(lesson: Lesson, pair: tuple[str, str]) -> bool:
    """Whether a pair is among what the answers known leave open."""
    return all(known in ("", one) for known, one in zip(lesson.answers, pair, strict=True))


def write(known: list[Lesson]) -> None:
    """Writes the table: a sign and its weight, in hundredths, for each pair."""
    rows = [(sign, *map(str, weights)) for sign, weights in Learned(known).table() if any(weights)]
    WEIGHTS.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def held_out(known: list[Lesson]) -> None:
    """Prints for each batch what weights learned from all others make of it, then for doubts."""
    read: dict[str, list[Reading]] = {}
    for batch in dict.fromkeys(one.batch for one in known):
        here = [one for one in known if one.batch == batch]
        likely = Learned([one for one in known if one.batch != batch]).read(here)
        read[batch] = list(zip(here, likely, strict=True))
        told = (f"{name} {_tally(read[batch], n)}" for n, name in enumerate(NAMES))
        print(f"{batch}: {'; '.join(told)}")
    real = [one for batch, some in read.items() if batch.startswith("real") for one in some]
    for least in DOUBTS:
        told = (f"{name} {_tally(real, n, least)}" for n, name in enumerate(NAMES))
        print(f"real, null below {least} times: {'; '.join(told)}")


def _tally(read: list[Reading], question: int, least: float = LEAST) -> str:
    asked = [(one.answers[question], of[question]) for one, of in read if one.answers[question]]
    found = [(want, best_of(likely, ANSWERS[question], least)) for want, likely in asked]
    right = sum(want == answer for want, answer in found)
    null = sum(answer is None for _, answer in found)
    share = f"{right / max(1, len(found) - null):.3f} / {right / max(1, len(found)):.3f}"
    return f"{share} ({right} right, {len(found) - right - null} wrong, {null} null)"


def main() -> None:
    arguments = sys.argv[1:]
    if "--real" in arguments:
        read_real(one for one in arguments[arguments.index("--real") + 1 :] if one[:2] != "--")
    known = lessons()
    if "--held-out" in arguments:
        held_out(known)
    else:
        write(known)


if __name__ == "__main__":
    main()
