"""Precision and recall of the facts on the synthetic corpus, a field a line.

The rules were tuned on `tests/corpus/tuned`; the other parts were measured before any rule was
changed for them. `python -m benchmarks.facts` prints each beside its pinned floors;
`--misses` lists each disagreement; `--pin` writes today's figures as the floors. Ends with 1,
and pins nothing, where a figure lies below its floor.
"""

import json
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

from pipelines.agreements import Facts, find_facts
from pipelines.model import Agreement, Article, Regulation
from pipelines.relevance import judge

HERE = Path(__file__).parent
CORPUS = HERE.parent / "tests" / "corpus"
FLOORS = HERE / "facts_floor.json"
HALVES = ("tuned", "held_out", "unseen", "blind", "later")
AGREEMENT_FIELDS = (
    "government",
    "counterpart",
    "bpjs_office",
    "instrument",
    "renewal",
    "status",
    "event_date",
    "event_date_raw",
)
LIST_FIELDS = ("figures", "groups", "regulations", "officials")
Gold = dict[str, Any]


@dataclass
class Tally:
    """Right, wrong and missing values of one field, with the disagreements."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    misses: list[str] = field(default_factory=list)

    def count(self, where: str, wanted: object, found: object) -> None:
        if wanted == found:
            self.right += wanted is not None
            return
        self.wrong += found is not None
        self.missing += wanted is not None
        self.misses.append(f"{where}: wanted {wanted!r}, found {found!r}")

    @property
    def precision(self) -> float:
        return round(self.right / (self.right + self.wrong), 3) if self.right else 0.0

    @property
    def recall(self) -> float:
        return round(self.right / (self.right + self.missing), 3) if self.right else 0.0


def stories(half: str) -> Iterator[tuple[Gold, Article]]:
    """Every article of a part of the corpus with its gold facts."""
    for path in sorted((CORPUS / half).glob("*.toml")):
        for gold in tomllib.loads(path.read_text(encoding="utf-8"))["article"]:
            yield gold, _article(gold)


def _article(gold: Gold) -> Article:
    text = gold["text"]
    day = gold.get("published")
    return Article(
        id="0" * 16,
        url=f"https://corpus.example/{gold['id']}",
        site="corpus",
        platform="generic",
        title=gold["title"],
        text=text,
        paragraphs=tuple(text.split("\n\n")),
        published_at=datetime.combine(day, clock(12), UTC) if day else None,
    )


def measure(half: str) -> dict[str, Tally]:
    """A tally a field over a half of the corpus."""
    tallies = {name: Tally() for name in ("relevance", *AGREEMENT_FIELDS, *LIST_FIELDS)}
    for gold, article in stories(half):
        relevance = judge(article)
        _count_relevance(tallies["relevance"], gold, relevance.label)
        facts = find_facts(article, relevance)
        _count_agreements(tallies, gold, facts)
        _count_lists(tallies, gold, facts)
    return tallies


def _count_relevance(tally: Tally, gold: Gold, label: str) -> None:
    """Cooperation found or not; another label is nothing found."""
    wanted = "cooperation" if gold["relevance"] == "cooperation" else None
    found = "cooperation" if label == "cooperation" else None
    tally.count(gold["id"], wanted, found)


def _count_agreements(tallies: dict[str, Tally], gold: Gold, facts: Facts) -> None:
    wanted = {_party(row.get("government"), row.get("counterpart")): row for row in _rows(gold)}
    found = {_party(_value(one, "government"), one.counterpart): one for one in facts.agreements}
    if len(wanted) == len(found) == 1:
        found = dict(zip(wanted, found.values(), strict=True))
    for party in dict.fromkeys((*wanted, *found)):
        row, one = wanted.get(party, {}), found.get(party)
        for name in AGREEMENT_FIELDS:
            tallies[name].count(gold["id"], row.get(name), _value(one, name))


def _rows(gold: Gold) -> list[Gold]:
    rows: list[Gold] = gold.get("agreement", [])
    return rows


def _party(government: object, counterpart: object) -> object:
    return government or counterpart


def _value(agreement: Agreement | None, name: str) -> object:
    if agreement is None:
        return None
    if name == "government":
        return agreement.government.code if agreement.government else None
    value: object = getattr(agreement, name)
    return value


def _count_lists(tallies: dict[str, Tally], gold: Gold, facts: Facts) -> None:
    found: dict[str, set[object]] = {
        "figures": {(one.raw, one.value) for one in facts.figures},
        "groups": {one.group for one in facts.worker_groups},
        "regulations": {_cited(one) for one in facts.regulations},
        "officials": {one.name for one in facts.officials},
    }
    for name in LIST_FIELDS:
        wanted = _wanted(gold, name)
        for value in wanted | found[name]:
            has, gets = value in wanted, value in found[name]
            tallies[name].count(gold["id"], value if has else None, value if gets else None)


def _cited(one: Regulation) -> str:
    """A regulation as a reader notes it: "perbup 23/2021", "se 560/118/2023", "perda 7"."""
    named = f"{one.kind} {one.number}"
    told = one.year is None or (one.number or "").endswith(f"/{one.year}")
    return named if told else f"{named}/{one.year}"


def _wanted(gold: Gold, name: str) -> set[object]:
    if name == "regulations":
        return {cited.removesuffix("/-") for cited in gold.get(name, ())}
    if name != "figures":
        return set(gold.get(name, ()))
    return {(raw, float(value)) for raw, value in gold.get(name, {}).items()}


def milliseconds_a_story() -> float:
    """Processor time of judging a story and finding its facts, over the whole corpus."""
    articles = [article for half in HALVES for _, article in stories(half)]
    for article in articles[:20]:
        find_facts(article, judge(article))
    start = time.process_time()
    for article in articles:
        find_facts(article, judge(article))
    return round((time.process_time() - start) * 1000 / len(articles), 2)


def as_figures(tallies: dict[str, Tally]) -> dict[str, list[float]]:
    """Precision and recall a field, as they are pinned."""
    return {name: [one.precision, one.recall] for name, one in tallies.items()}


def below(
    figures: dict[str, dict[str, list[float]]], floors: dict[str, dict[str, list[float]]]
) -> list[str]:
    """The fields whose precision or recall lies below its floor, as "half: field"."""
    return [
        f"{half}: {name}"
        for half, fields in floors.items()
        for name, floor in fields.items()
        if any(got < least for got, least in zip(figures[half][name], floor, strict=True))
    ]


def main() -> None:
    measured = {half: measure(half) for half in HALVES}
    figures = {half: as_figures(tallies) for half, tallies in measured.items()}
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    for half, tallies in measured.items():
        print(f"{half}: {sum(1 for _ in stories(half))} stories")
        for name, one in tallies.items():
            floor = floors[half][name]
            print(f"  {name:15} precision {one.precision:.3f}  recall {one.recall:.3f}", end="  ")
            print(f"({one.right} right, {one.wrong} wrong, {one.missing} missing; floor {floor})")
            if "--misses" in sys.argv:
                print(*(f"      {miss}" for miss in one.misses), sep="\n")
    print(f"cost: {milliseconds_a_story()} ms a story")
    if fallen := below(figures, floors):
        raise SystemExit(f"below the floor: {', '.join(fallen)}")
    if "--pin" in sys.argv:
        FLOORS.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
