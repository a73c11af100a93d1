"""`pantau stories`: articles that tell the same text, and why they are one."""

import json
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from rich.markup import escape

from crawler.cli import options
from crawler.cli.console import results
from pipelines.store import Store
from pipelines.tables.database import open_to_read


@click.group(name="stories")
def command() -> None:
    """Stories: articles that tell the same text."""


@command.command(name="find")
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many."
)
@options.database
@options.as_json
def find_stories(words: tuple[str, ...], limit: int, db: Path, as_json: bool) -> None:
    """List stories that have all WORDS, newest first; "quoted words" in their order."""
    total, found = _found(db, " ".join(words), limit)
    if as_json:
        told = {"total": total, "stories": found}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for story in found:
        day = (story["published_at"] or "no date")[:10]
        _say(f"{story['id']}  {day:<10}  {story['site']:<16}  {escape(story['title'])}")
    if total > len(found):
        click.echo(f"{len(found)} of {total} stories; --limit {total} shows all", err=True)
    else:
        click.echo("1 story" if total == 1 else f"{total} stories", err=True)


def _found(db: Path, words: str, limit: int) -> tuple[int, list[dict[str, Any]]]:
    """How many there are, and the newest, each with the keys id, published_at, site, title."""
    from pipelines.serve.search import PAGE, Hits, asked, hits

    with closing(open_to_read(db)) as database:

        def page(number: int) -> Hits:
            return hits(database.conn, asked({"q": words, "page": str(number)}))

        first = page(1)
        numbers = range(2, min(first.pages, -(-limit // PAGE)) + 1)
        pages = [first, *map(page, numbers)]
    rows = [_told(row) for hit in pages for row in hit.found]
    return first.total, rows[:limit]


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """One that was found; its title comes in parts, hits apart."""
    title = "".join(part for part, _ in row["title"])
    return {
        "id": row["story_id"],
        "published_at": row["published_at"],
        "site": row["site"],
        "title": title,
    }


@command.command(name="show")
@click.argument("story_id", metavar="ID")
@options.database
@options.as_json
def show_story(story_id: str, db: Path, as_json: bool) -> None:
    """Show one story by a URL, by its ID or an article's, or by the start that one ID has."""
    with Store.open(db, read_only=True) as store:
        story = store.story(story_id)
    if story is None:
        raise click.ClickException(
            f"{db}: no story is known as {story_id}, or several IDs begin so;"
            " `pantau stories find WORDS` lists stories"
        )
    if as_json:
        click.echo(json.dumps(story, ensure_ascii=False, indent=2))
    else:
        _show(story)


def _show(story: dict[str, Any]) -> None:
    _say(f"[bold]{escape(story['members'][0]['title'])}[/]")
    count = "1 article" if story["articles"] == 1 else f"{story['articles']} articles"
    _say(f"[dim]story {story['id']}, {count}[/]")
    for member in story["members"]:
        mark = "copy" if member["copy_of"] else "original"
        _say(f"\n  [bold]{mark:<9}[/]{member['published_at'] or 'no date'}  {member['site']}")
        _say(f"           {escape(member['url'])}")
        _say(f"           [dim]article {member['id']}[/]")
        why = member["why"] if member["copy_of"] else f"{story['reason']}; {member['why']}"
        _say(f"           [dim]{escape(why)}[/]")
    for agreement in story["agreements"]:
        party = agreement["government_name"] or agreement["counterpart"] or "party not named"
        when = agreement["event_date"] or "date not known"
        what = agreement["instrument"] or "instrument not stated"
        status = agreement["status"] or "status not stated"
        _say(f"\n  [bold]event[/] {when}  {escape(party)}  {what}, {status}")
        _say(f"           [dim]“{escape(agreement['quote'])}”[/]")
    for other in story["kept_apart"]:
        _say(f"\n  [bold]kept apart[/] {escape(other['url'])}")
        _say(f"           [dim]{escape(other['why'])}[/]")
    for change in story["changes"]:
        at = f"{datetime.fromisoformat(change['at']).astimezone():%Y-%m-%d %H:%M:%S %z}"
        _say(f"\n  [dim]{at} article {change['article_id']} {escape(change['change'])}[/]")


def _say(line: str) -> None:
    results.print(line, soft_wrap=True)
