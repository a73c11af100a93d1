"""Learns from the stories of tests/corpus how much a deed speaks for an instrument or a status.

`make weights` writes pipelines/data/deed_weights.tsv, in an environment that has scikit-learn.
The stories are those of the corpus, of the demo and of `told.tsv`, and the real ones whose deeds
(not whose words) `real_deeds.tsv` keeps. Run it after a change of deeds.tsv or of a gold fact.

`make weights ARGS=--held-out` writes nothing: it tells how well each batch is read by weights
learned from all others. `--real FILE...` first reads the deeds of the real stories in those files
(JSON lines: title, text, instrument, status, institution, batch), anew.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.facts import CORPUS, HALVES, stories
from crawler.demo.content import load_outlets
from pipelines.facts.deeds import read_story
from pipelines.facts.prose import read_prose
from pipelines.facts.verdicts import ANSWERS, FLAGS, best_of, signs_in, signs_of_all, told_in

WEIGHTS = Path(__file__).parent.parent / "pipelines" / "data" / "deed_weights.tsv"
REAL = CORPUS / "real_deeds.tsv"
TOLD = CORPUS / "told.tsv"
STRENGTH = 1.0
REAL_COUNTS = 2.0
SEEN = 2
PARAGRAPH = " ¶ "


@dataclass(frozen=True)
class Lesson:
    """A story to learn from: its signs and its answers, "" where one is not to be learned."""

    batch: str
    signs: frozenset[str]
    answers: tuple[str, str]


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
    words = [sign.split(" ") for sign in kept if sign not in FLAGS]
    told = {(kind, place, time) for kind, place, time in words}
    return frozenset(kept) | signs_of_all(told)


def _lesson(
    batch: str, title: str, text: str, institution: bool, instrument: str, status: str
) -> Lesson:
    signs = signs_in(read_story(title, read_prose(text)), institution)
    return Lesson(batch, frozenset(signs), (instrument, status))


def read_real(paths: Iterable[str]) -> None:
    """Keeps the signs of real stories, without their words."""
    lines = []
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            keys = ("batch", "title", "text", "institution", "instrument", "status")
            batch, title, text, institution, instrument, status = (row[key] for key in keys)
            story = read_story(title, read_prose(text))
            kept = [
                *signs_in(story, institution).intersection(FLAGS),
                *map(" ".join, told_in(story)),
            ]
            known = "" if instrument == "other" else instrument
            lines.append("\t".join((batch, known, status, "|".join(sorted(kept)))))
    REAL.write_text("\n".join(lines) + "\n", encoding="utf-8")


class Learned:
    """The weights of one question: instrument or status."""

    def __init__(self, known: list[Lesson], question: int) -> None:
        known = [one for one in known if one.answers[question]]
        self._columns = DictVectorizer()
        rows = self._columns.fit_transform([dict.fromkeys(one.signs, 1.0) for one in known])
        counts = [REAL_COUNTS if one.batch.startswith("real") else 1.0 for one in known]
        self._model = LogisticRegression(C=STRENGTH, max_iter=1000, fit_intercept=False)
        self._model.fit(rows, [one.answers[question] for one in known], sample_weight=counts)
        self._answers = list(ANSWERS[question])

    def weights(self) -> dict[str, list[float]]:
        """For each sign how much it speaks for each answer."""
        names = self._columns.get_feature_names_out()
        order = [list(self._model.classes_).index(answer) for answer in self._answers]
        return {name: list(self._model.coef_[order, n]) for n, name in enumerate(names)}

    def read(self, signs: Iterable[str]) -> str | None:
        """The answer, None where it is not sure, as the program decides."""
        rows = self._columns.transform([dict.fromkeys(signs, 1.0)])
        scores = [round(100 * score) for score in self._model.decision_function(rows)[0]]
        return best_of(scores, list(self._model.classes_))


def learn(known: list[Lesson]) -> tuple[Learned, Learned]:
    """The weights for the instrument and those for the status."""
    seen = Counter(sign for one in known for sign in one.signs)
    often = [
        Lesson(one.batch, frozenset(s for s in one.signs if seen[s] >= SEEN), one.answers)
        for one in known
    ]
    return Learned(often, 0), Learned(often, 1)


def write(known: list[Lesson]) -> None:
    """Writes the table: a sign and its weight, in hundredths, for each answer."""
    instrument, status = (learned.weights() for learned in learn(known))
    lines = []
    for sign in sorted(instrument):
        row = [*instrument[sign], *status[sign]]
        hundredths = [round(100 * weight) for weight in row]
        if any(hundredths):
            lines.append("\t".join((sign, *map(str, hundredths))))
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def held_out(known: list[Lesson]) -> None:
    """Prints for each batch what weights learned from all others make of it."""
    for batch in dict.fromkeys(one.batch for one in known):
        rest = learn([one for one in known if one.batch != batch])
        here = [one for one in known if one.batch == batch]
        print(f"{batch}: instrument {_read(rest[0], here, 0)}; status {_read(rest[1], here, 1)}")


def _read(learned: Learned, here: list[Lesson], question: int) -> str:
    asked = [one for one in here if one.answers[question]]
    found = [learned.read(one.signs) for one in asked]
    right = sum(one.answers[question] == answer for one, answer in zip(asked, found, strict=True))
    null = found.count(None)
    return f"{right} right, {len(asked) - right - null} wrong, {null} null"


def main() -> None:
    arguments = sys.argv[1:]
    if "--real" in arguments:
        read_real(arguments[arguments.index("--real") + 1 :])
    known = lessons()
    if "--held-out" in arguments:
        held_out(known)
    else:
        write(known)


if __name__ == "__main__":
    main()
