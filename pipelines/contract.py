"""A reading as the public contract: the keys of `pantau inspect --json`."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pipelines.model import Reading


def as_contract(reading: Reading) -> dict[str, Any]:
    """The reading as plain JSON types: ISO 8601 times, lists, null where nothing is known."""
    return {
        field.name: _plain(getattr(reading, field.name))
        for field in fields(reading)
        if field.name != "trace"
    }


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return str(value)
    return value
