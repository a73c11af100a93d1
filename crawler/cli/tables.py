"""Tables that a person enjoys reading: what a run found and what became of it."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.markup import escape
from rich.table import Table

from crawler.cli.console import results
from pipelines.fates import Fate
from pipelines.store import Store
from pipelines.tables.standing import AGREED
from pipelines.tables.status import summary

_NUMBERS = ("found", "stored", "stories", "agreements")
_BAD = {Fate.BLOCKED, Fate.FAILED, Fate.REFUSED, Fate.TOO_LARGE}

_TOLD = f"""SELECT count(DISTINCT a.story_id) AS stories,
        count(DISTINCT g.id) AS agreements
    FROM articles a LEFT JOIN agreement_sources r ON r.article_id = a.id
    LEFT JOIN (SELECT id FROM agreements WHERE {AGREED}) g ON g.id = r.agreement_id
    WHERE a.site IN (SELECT value FROM json_each(:sites))"""
_NEWEST = f"""SELECT event_date, government_name, counterpart, instrument, renewal, status,
    bpjs_office, sources FROM agreements WHERE {AGREED}
    ORDER BY event_date IS NULL, event_date DESC, id LIMIT :limit"""


def show_sites(store: Store, keys: Iterable[str] | None = None) -> None:
    """One row a site and one for all; then what became of every URL that was found."""
    chosen = set(keys) if keys is not None else None
    rows = [row for row in summary(store) if chosen is None or row["key"] in chosen]
    fates: Counter[Fate] = sum((Counter(row["fates"]) for row in rows), Counter())
    (told,) = store.query(_TOLD, {"sites": json.dumps([row["key"] for row in rows])})
    totals = {"found": fates.total(), "stored": fates[Fate.STORED], **told}
    table = Table(box=None, header_style="bold", pad_edge=False, show_footer=True)
    table.add_column("site", f"[bold]{len(rows)} site{'s' * (len(rows) != 1)}[/]", overflow="fold")
    table.add_column("platform")
    for name in _NUMBERS:
        table.add_column(name, f"[bold]{totals[name]}[/]", justify="right")
    for row in rows:
        numbers = [str(row[name]) for name in _NUMBERS]
        table.add_row(escape(row["name"]), row["platform"] or "", *numbers)
    results.print(table)
    if sum(row["stories"] for row in rows) > totals["stories"]:
        results.print("[dim]a story or agreement that several sites tell counts once in the sum[/]")
    _show_fates(fates)


def _show_fates(fates: Mapping[Fate, int]) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right")
    for fate in Fate:
        if count := fates.get(fate, 0):
            style = "red" if fate in _BAD else "green" if fate is Fate.STORED else ""
            table.add_row(str(count), f"[{style}]{fate}[/]" if style else fate, fate.meaning)
    if not fates:
        return
    results.print("\n[bold]What became of every page that was found[/]")
    results.print(table)


def show_agreements(store: Store, limit: int) -> None:
    """The newest agreements, plans aside: when, who, what, and how many stories say so."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("date", no_wrap=True)
    for name in ("with", "instrument", "status", "office"):
        table.add_column(name, overflow="fold")
    table.add_column("sources", justify="right")
    for row in store.query(_NEWEST, {"limit": limit}):
        party = row["government_name"] or row["counterpart"] or "not named"
        instrument = (row["instrument"] or "not stated") + (" (renewal)" if row["renewal"] else "")
        table.add_row(
            row["event_date"] or "[dim]not known[/]",
            escape(party),
            instrument,
            row["status"] or "not stated",
            escape(row["bpjs_office"] or ""),
            str(row["sources"]),
        )
    results.print(table)


def run_line(
    before: Mapping[str, int],
    after: Mapping[str, int],
    pending: int = 0,
    left: Sequence[str | None] = (),
) -> str:
    """One line: what a run added to the database, what it left to the next one, who was not there.

    left: of each site, why it was left early; None where it was not.
    """
    return " ".join(filter(None, (_what_is_new(before, after, pending, left), _who_left(left))))


def _what_is_new(
    before: Mapping[str, int], after: Mapping[str, int], pending: int, left: Sequence[str | None]
) -> str | None:
    """None where nobody was there to give anything."""
    new = {name: after[name] - before[name] for name in after}
    rest = f"; pages left to the next run: {pending}" if pending else ""
    if any(new.values()):
        return (
            f"New: {new['articles']} articles, {new['stories']} stories, "
            f"{new['agreements']} agreements (of {new['events']} events, plans and campaigns too)"
            f"{rest}."
        )
    if pending:
        return f"Nothing new{rest}."
    if left and all(left):
        return None
    if not after["articles"]:
        return "Nothing is stored yet: no story about the agency was found."
    return "Nothing new: every story that was found is already in the database."


def _who_left(left: Sequence[str | None]) -> str | None:
    """The sites that could not be crawled to the end, in words; None where all were."""
    refused = sum(why.startswith("blocked") for why in left if why)
    silent = sum(map(bool, left)) - refused
    if not silent and not refused:
        return None
    if silent == len(left):
        return "No site answered."
    if refused == len(left):
        return "Every site refused."
    told = [f"{silent} did not answer"] * bool(silent) + [f"{refused} refused"] * bool(refused)
    return f"Of {len(left)} sites, {' and '.join(told)}."
