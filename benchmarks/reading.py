"""How well and how fast pages are read, side by side with other extractors, offline.

    python benchmarks/reading.py                 print the table
    python benchmarks/reading.py --write         and put it into docs/benchmarks.md
    python benchmarks/reading.py --pin           raise the floor that the tests hold
    python benchmarks/reading.py --lower REASON  lower it, with the reason in the file

Corpora: ../shared/pages (real, annotated), ../shared/seeds/pages, the project's own fixtures.
Extractors that are not installed are named and left out:
pip install newspaper4k readability-lxml goose3 news-please resiliparse lxml_html_clean
"""

import argparse
import gzip
import json
import socket
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import pipelines.page.opened  # noqa: E402
from benchmarks.reading_scores import Gold, Read, Scores, gold_of  # noqa: E402
from pipelines.extract import declared_url, extract_article  # noqa: E402
from pipelines.model import GENERIC_SITE, Page, Site  # noqa: E402

SHARED = ROOT.parent / "shared"
FLOOR = ROOT / "benchmarks" / "reading_floor.json"
DOCS = ROOT / "docs" / "benchmarks.md"
START, END = "<!-- reading: begin -->", "<!-- reading: end -->"
HIGHER = ("f1", "lowest_f1", "titles", "authors", "published")
LOWER = ("residue", "editors_as_authors", "wrong_dates")


@dataclass(frozen=True, slots=True)
class Sample:
    """One page with what it says. site: what the registry would know of it."""

    name: str
    page: Page
    site: Site
    gold: Gold


Reader = Callable[[Sample], Read]


def shared_pages() -> Iterator[Sample]:
    """The 30 real pages; national papers are named by their file."""
    for path in sorted((SHARED / "pages").glob("*.json")):
        data = json.loads(path.read_text())
        body = gzip.decompress(path.with_suffix(".html.gz").read_bytes())
        family, _, rest = path.stem.partition("__")
        platform = rest.split("-")[0] if family == "other-national" else family
        url = data["url"] or ""
        yield Sample(path.stem, Page(url, body), Site("x", "x", platform), gold_of(data))


def seed_pages() -> Iterator[Sample]:
    """The six pages that the project started from."""
    path = SHARED / "seeds" / "gold.jsonl"
    for line in path.read_text().splitlines() if path.exists() else ():
        data = json.loads(line)
        body = (SHARED / "seeds" / "pages" / data["page"]).read_bytes()
        site = Site("x", "x", data["platform"])
        yield Sample(data["page"], Page(data["url"], body), site, gold_of(data))


def fixture_pages() -> Iterator[Sample]:
    """The project's own synthetic pages."""
    for path in sorted((ROOT / "tests" / "pages").glob("*/*.html")):
        data = json.loads(path.with_suffix(".json").read_text())
        body = path.read_bytes()
        platform = data.get("platform", path.parent.name)
        site = Site("x", data.get("site_name", "x"), platform, province=data.get("province"))
        url = declared_url(body) or data.get("url", "")
        yield Sample(path.stem, Page(url, body), site, gold_of(data))


CORPORA: dict[str, Callable[[], Iterator[Sample]]] = {
    "shared pages": shared_pages,
    "seed pages": seed_pages,
    "own fixtures": fixture_pages,
}


def _ours(page: Page, site: Site) -> Read:
    article = extract_article(page, site)
    return Read(article.title, article.paragraphs, article.authors, article.published_at)


def pantau(sample: Sample) -> Read:
    """As in a crawl: the site's platform is known."""
    return _ours(sample.page, sample.site)


def pantau_unknown_site(sample: Sample) -> Read:
    """A page of a site that is in no registry."""
    return _ours(sample.page, GENERIC_SITE)


def pantau_no_layouts(sample: Sample) -> Read:
    """The generic reader alone, as on a system that nobody described."""
    known = pipelines.page.opened.layouts_for
    pipelines.page.opened.layouts_for = lambda platform: ()
    try:
        return _ours(sample.page, GENERIC_SITE)
    finally:
        pipelines.page.opened.layouts_for = known


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


def _moment(value: Any) -> datetime | date | None:
    if isinstance(value, datetime) or value is None:
        return value
    try:
        return (date if len(str(value)) == 10 else datetime).fromisoformat(str(value))
    except ValueError:
        return None


def _trafilatura(precise: bool) -> Reader:
    from trafilatura import bare_extraction

    def read(sample: Sample) -> Read:
        found = bare_extraction(
            sample.page.body,
            url=sample.page.url,
            with_metadata=True,
            include_comments=False,
            favor_precision=precise,
        )
        if found is None:
            return Read()
        names = tuple(n.strip() for n in (found.author or "").split(";") if n.strip())
        return Read(found.title or "", _lines(found.text), names, _moment(found.date))

    return read


def _newspaper4k() -> Reader:
    from newspaper import Article

    def read(sample: Sample) -> Read:
        article = Article(sample.page.url or "https://x.example/", language="id")
        article.download(input_html=sample.page.body.decode("utf-8", "replace"))
        article.parse()
        names = tuple(article.authors)
        return Read(article.title, _lines(article.text), names, _moment(article.publish_date))

    return read


def _readability() -> Reader:
    from lxml import html
    from readability import Document

    def read(sample: Sample) -> Read:
        document = Document(sample.page.body.decode("utf-8", "replace"))
        tree = html.fromstring(document.summary())
        text = "\n".join(str(t) for t in tree.itertext())
        return Read(document.short_title(), _lines(text))

    return read


def _goose3() -> Reader:
    from goose3 import Goose

    def read(sample: Sample) -> Read:
        with Goose({"use_meta_language": False, "target_language": "id"}) as goose:
            found = goose.extract(raw_html=sample.page.body.decode("utf-8", "replace"))
        names = tuple(found.authors or ())
        return Read(found.title, _lines(found.cleaned_text), names, found.publish_datetime_utc)

    return read


def _news_please() -> Reader:
    from newsplease import NewsPlease

    def read(sample: Sample) -> Read:
        found = NewsPlease.from_html(
            sample.page.body.decode("utf-8", "replace"),
            url=sample.page.url or None,
            fetch_images=False,
        )
        names = tuple(found.authors or ())
        return Read(found.title or "", _lines(found.maintext), names, _moment(found.date_publish))

    return read


def _resiliparse() -> Reader:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def read(sample: Sample) -> Read:
        tree = HTMLTree.parse_from_bytes(sample.page.body, "utf-8")
        text = extract_plain_text(tree, main_content=True, alt_texts=False, links=False)
        return Read(tree.title or "", _lines(text))

    return read


OURS: dict[str, Reader] = {
    "pantau": pantau,
    "pantau, unknown site": pantau_unknown_site,
    "pantau, no layouts": pantau_no_layouts,
}
OTHERS: dict[str, Callable[[], Reader]] = {
    "trafilatura": lambda: _trafilatura(precise=False),
    "trafilatura, precision": lambda: _trafilatura(precise=True),
    "newspaper4k": _newspaper4k,
    "readability-lxml": _readability,
    "goose3": _goose3,
    "news-please": _news_please,
    "resiliparse": _resiliparse,
}


def readers() -> Iterator[tuple[str, Reader]]:
    """Ours, then the others that can be imported."""
    yield from OURS.items()
    for name, make in OTHERS.items():
        try:
            yield name, make()
        except ImportError as error:
            print(f"left out, not installed: {name} ({error})", file=sys.stderr)


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


def measure() -> dict[str, dict[str, dict[str, float]]]:
    """Scores by corpus and reader, all in this one run."""
    corpora = {name: samples for name, make in CORPORA.items() if (samples := list(make()))}
    results: dict[str, dict[str, dict[str, float]]] = {name: {} for name in corpora}
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


def table(results: dict[str, dict[str, dict[str, float]]]) -> str:
    """The results as Markdown."""
    lines = [setting(), ""]
    for corpus, by_reader in results.items():
        pages = int(next(iter(by_reader.values()))["pages"])
        lines += [
            f"### {corpus[0].upper()}{corpus[1:]} ({pages})",
            "",
            "| reader | text F1 | lowest | residue lines | titles | authors | editors as authors "
            "| published | wrong dates | pages/s |",
            "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
            *(_row(name, scores) for name, scores in by_reader.items()),
            "",
        ]
    return "\n".join(lines)


def _row(name: str, s: dict[str, float]) -> str:
    shares = {key: f"{s[key]:.0%}" for key in ("titles", "authors", "published")}
    return (
        f"| {name} | {s['f1']:.3f} | {s['lowest_f1']:.3f} | {s['residue']:.0f} "
        f"| {shares['titles']} | {shares['authors']} | {s['editors_as_authors']:.0f} "
        f"| {shares['published']} | {s['wrong_dates']:.0f} | {s['pages_per_second']:.0f} |"
    )


def below_floor(results: dict[str, dict[str, dict[str, float]]]) -> list[str]:
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


def pin(results: dict[str, dict[str, dict[str, float]]], reason: str | None) -> None:
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


def write_docs(results: dict[str, dict[str, dict[str, float]]]) -> None:
    """Put the table between its marks in docs/benchmarks.md."""
    old = DOCS.read_text() if DOCS.exists() else f"# Benchmarks\n\n## Reading\n\n{START}\n{END}\n"
    if START not in old:
        old += f"\n## Reading\n\n{START}\n{END}\n"
    head, _, rest = old.partition(START)
    tail = rest.partition(END)[2]
    DOCS.write_text(f"{head}{START}\n{table(results)}{END}{tail}")


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
    options = parser.parse_args()
    no_network()
    results = measure()
    print(table(results))
    if options.write:
        write_docs(results)
    if options.pin or options.lower:
        pin(results, options.lower)
    fallen = below_floor(results)
    print("\n".join(fallen), file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
