"""Sick sites: shown after a crawl, handed to a command of the user's choice."""

import json
import shlex
import subprocess
from collections.abc import Collection, Mapping

import click

from crawler.cli.console import notes
from pipelines.health import Health, health_of_sites
from pipelines.store import Store

_NOTIFY_SECONDS = 60


def sick_among(store: Store, keys: Collection[str]) -> dict[str, Health]:
    """The sites of these that somebody should look at, with the reason."""
    return {
        key: health
        for key, health in health_of_sites(store.stream).items()
        if key in keys and health.is_sick
    }


def name_sick(sick: Mapping[str, Health]) -> None:
    """Name the sick sites on standard error, with the reason."""
    for key, health in sick.items():
        notes.print(f"{key}: {health.state}: {health.reason}", markup=False, soft_wrap=True)


def tell(sick: Mapping[str, Health], on_sick: str | None) -> None:
    """Call the user's command with the sick sites as JSON.

    Raises ClickException when it cannot be run or fails.
    """
    if sick and on_sick:
        _call(on_sick, sick)


def _call(command: str, sick: Mapping[str, Health]) -> None:
    rows = [
        {"site": key, "health": health.state, "reason": health.reason}
        for key, health in sick.items()
    ]
    try:
        subprocess.run(
            shlex.split(command),
            input=json.dumps(rows),
            text=True,
            check=True,
            timeout=_NOTIFY_SECONDS,
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise click.ClickException(f"--on-sick {command}: {_in_words(error)}") from error


def _in_words(error: Exception) -> str:
    match error:
        case subprocess.CalledProcessError():
            return f"it ended with status {error.returncode}"
        case subprocess.TimeoutExpired():
            return f"it did not end within {_NOTIFY_SECONDS} s"
        case OSError():
            return error.strerror or str(error)
    return str(error)
