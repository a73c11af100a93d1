"""The kinds of values in datasets: how SQLite keeps them, and what they are in typed formats."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value. name: as Frictionless calls it. read: the value of what SQLite keeps."""

    name: str
    read: Callable[[Any], Any] | None = None


def _list(raw: str) -> list[str]:
    """Most lists are empty, and parsing JSON takes time."""
    return [] if raw == "[]" else json.loads(raw)


TEXT = Kind("string")
INTEGER = Kind("integer", int)
NUMBER = Kind("number", float)
FLAG = Kind("boolean", bool)
DAY = Kind("date", date.fromisoformat)
TIME = Kind("datetime", datetime.fromisoformat)
LIST = Kind("array", _list)

_KINDS = {
    **dict.fromkeys(("articles", "sources", "stories", "agreements", "events", "workers"), INTEGER),
    **dict.fromkeys(("position", "start", "end", "year"), INTEGER),
    **dict.fromkeys(("value", "upper", "relevance_score"), NUMBER),
    **dict.fromkeys(("renewal", "approximate", "withdrawn"), FLAG),
    **dict.fromkeys(("event_date", "as_of", "since", "first_seen", "last_seen"), DAY),
    **dict.fromkeys(("published_on", "first_published_on", "day"), DAY),
    **dict.fromkeys(("published_at", "first_published_at", "modified_at", "gone_at"), TIME),
    **dict.fromkeys(("found_at", "settled_at"), TIME),
    **dict.fromkeys(("authors", "editors", "tags", "programmes"), LIST),
    **dict.fromkeys(("source_urls", "worker_groups"), LIST),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a dataset; a name means the same in each of them."""

    name: str

    @property
    def kind(self) -> Kind:
        """The kind of its values: text unless said otherwise."""
        return TIME if self.name.endswith("_utc") else _KINDS.get(self.name, TEXT)

    def values(self, raw: tuple[Any, ...]) -> list[Any]:
        """Typed values, None staying None, of what SQLite gave."""
        read = self.kind.read
        if read is None:
            return list(raw)
        return [None if value is None else read(value) for value in raw]
