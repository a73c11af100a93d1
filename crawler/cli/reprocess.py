"""`pantau reprocess`: the kept pages read again with today's rules."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from crawler.cli import options
from crawler.cli.console import notes, results
from crawler.registry import load_registry
from pipelines.archive import folder_beside
from pipelines.archives.reread import Reread, reread_all
from pipelines.archives.reread_changes import Change, apply, changes_of, kept_pages, not_kept
from pipelines.model import Site
from pipelines.rules import rules_version
from pipelines.store import Store
from pipelines.tables.learned import Lines, learned_lines, note_lines
from pipelines.workers import Workers, hired

_SHORT = 60


@dataclass(slots=True)
class _Outcome:
    """What became of the pages that were read. done: pages by what was made of them."""

    read: int = 0
    changes: list[Change] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)

    def note(self, changes: list[Change]) -> None:
        """Count a page with what changed on it."""
        self.done["changed"] += bool(changes)
        self.changes += changes


@click.command(name="reprocess")
@options.registry_file
@options.database
@options.archive_folder
@click.option("--diff", is_flag=True, help="Only show what would change.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes; all cores if not given.")
@options.cluster
@options.as_json
def command(
    sites_file: Path | None,
    db: Path,
    archive: Path | None,
    diff: bool,
    workers: int | None,
    cluster: str | None,
    as_json: bool,
) -> None:
    """Read the archive again with today's rules and the lines that recur on its sites."""
    sites = load_registry(sites_file).sites
    folder = archive or folder_beside(db)
    with ExitStack() as stack:
        many = stack.enter_context(hired(cluster, workers))
        store = stack.enter_context(Store.open(db, read_only=diff))
        lines = learned_lines(store)
        if not diff:
            note_lines(store, lines, datetime.now(UTC))
        found = _watched(store, many, folder, sites, lines)
        outcome = _compare(store, found) if diff else _carry_out(store, folder, found)
        outside = not_kept(store)
    if as_json:
        changes = [change._asdict() for change in outcome.changes]
        said = {"read": outcome.read, "changed": outcome.done["changed"], "changes": changes}
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        _show(outcome, diff)
    _say_problems(outcome, outside)


def _watched(
    store: Store, workers: Workers, folder: Path, sites: Mapping[str, Site], lines: Lines
) -> Iterator[Reread]:
    kept = kept_pages(store, sites, lines)
    yield from track(
        reread_all(workers, folder, kept),
        "reading",
        total=len(kept),
        console=notes,
        disable=not notes.is_terminal,
    )


def _compare(store: Store, found: Iterable[Reread]) -> _Outcome:
    outcome = _Outcome()
    for page in found:
        if _was_read(outcome, page):
            outcome.note(changes_of(store, page))
    return outcome


def _carry_out(store: Store, folder: Path, found: Iterable[Reread]) -> _Outcome:
    """Each page in a transaction of its own: a run that dies is simply run again."""
    outcome = _Outcome()
    same: list[str] = []
    run = 0
    for page in found:
        if not _was_read(outcome, page):
            continue
        changes = changes_of(store, page)
        outcome.note(changes)
        if page.reading:
            at = datetime.now(UTC)
            run = run or store.ledger.start_run("reprocess", [], at)
            outcome.done[apply(store, run, folder, page, at)] += 1
        elif page.kept.reading_hash and page.kept.article_id:
            same.append(page.kept.article_id)
    store.note_rules(same)
    if run:
        store.ledger.end_run(run, datetime.now(UTC), "done")
    return outcome


def _was_read(outcome: _Outcome, page: Reread) -> bool:
    if page.problem:
        outcome.problems.append(page.problem)
        return False
    outcome.read += 1
    return True


def _show(outcome: _Outcome, diff: bool) -> None:
    if outcome.changes:
        results.print(_table(outcome.changes))
    would = "would change" if diff else "changed"
    by_kind = ", ".join(
        f"{outcome.done[kind]} {kind}"
        for kind in ("revised", "withdrawn", "restored")
        if outcome.done[kind]
    )
    click.echo(
        f"{outcome.read} pages read with rules {rules_version()}: "
        f"{outcome.done['changed']} {would}{f' ({by_kind})' if by_kind else ''}"
    )


def _table(changes: Iterable[Change]) -> Table:
    """A row a field and site: how often it changes, and one example."""
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], Change] = {}
    for change in changes:
        counts[change.field, change.site] += 1
        examples.setdefault((change.field, change.site), change)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("field", "site"):
        table.add_column(name, overflow="fold")
    table.add_column("changes", justify="right")
    for name in ("before", "after", "for example at"):
        table.add_column(name, overflow="fold")
    for key, count in sorted(counts.items(), key=lambda item: (item[0][0], -item[1])):
        example = examples[key]
        before, after = (_short(value) for value in (example.before, example.after))
        table.add_row(*key, str(count), escape(before), escape(after), escape(example.url))
    return table


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def _say_problems(outcome: _Outcome, outside: int) -> None:
    for problem, pages in Counter(outcome.problems).items():
        often = f" ({pages} pages)" if pages > 1 else ""
        notes.print(problem + often, markup=False, soft_wrap=True)
    if outside:
        notes.print(
            f"{outside} articles are not in the archive and stay as they are", soft_wrap=True
        )
    if outcome.problems:
        raise click.ClickException(f"{len(outcome.problems)} pages could not be read; see above")
