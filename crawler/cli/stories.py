"""`pantau stories`: articles that tell the same text, and why they are one."""

import json
from pathlib import Path

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
    """Show one story by its ID or the ID of one of its articles."""
    with Store.open(db, read_only=True) as store:
        story = store.story(story_id)
    if story is None:
        raise click.ClickException(f"{db}: no story and no article has the ID {story_id}")
    if as_json:
        click.echo(json.dumps(story, ensure_ascii=False, indent=2))
        return
    results.print(f"[bold]{escape(story['title'])}[/]\n[dim]story {story['id']}[/]")
    results.print(f"original: {escape(story['reason'])}\n")
    for article in story["articles"]:
        mark = "copy" if article["copy_of"] else "original"
        results.print(
            f"  [bold]{mark:<9}[/]{article['published_at'] or 'no date':<26}{article['url']}"
        )
        if article.get("why"):
            results.print(f"           [dim]{escape(article['why'])}[/]")
