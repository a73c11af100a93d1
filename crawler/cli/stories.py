"""`pantau stories`: articles that tell the same text, and why they are one."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from rich.markup import escape

from crawler.cli import options
from crawler.cli.console import results
from pipelines.store import Store


@click.group(name="stories")
def command() -> None:
    """Stories: articles that tell the same text."""


@command.command(name="show")
@click.argument("story_id", metavar="ID")
@options.database
@options.as_json
def show_story(story_id: str, db: Path, as_json: bool) -> None:
    """Show one story by its ID, the ID of one of its articles, or a URL."""
    with Store.open(db, read_only=True) as store:
        story = store.story(story_id)
    if story is None:
        raise click.ClickException(f"{db}: no story and no article is known as {story_id}")
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
