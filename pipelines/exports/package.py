"""The description beside the files: a Frictionless data package with licence and provenance."""

import hashlib
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipelines.dictionary import COLUMNS, Meaning, field_meanings, meaning_in
from pipelines.exports.catalogue import Dataset
from pipelines.exports.kinds import Column
from pipelines.store import Store

DESCRIPTION = (
    "Agreements between BPJS Ketenagakerjaan, Indonesia's workers' social security agency, and"
    " regional governments or institutions to cover workers, as regional news tells of them:"
    " deduplicated, dated, each fact with the words that say so and a link to its source."
)
LICENCE = "Facts and short quotes; texts and headlines belong to their publishers"
_MEDIA_TYPES = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
}
_SOURCES = """SELECT coalesce(s.name, a.site) AS title, s.home AS path FROM
    (SELECT DISTINCT site FROM articles) a LEFT JOIN sites s ON s.key = a.site ORDER BY a.site"""
_AS_OF = """SELECT max(saved_at_utc) AS until, min(published_at_utc) AS first,
    max(published_at_utc) AS last FROM articles"""
_RULES = (
    """SELECT DISTINCT rules_version FROM articles WHERE rules_version IS NOT NULL ORDER BY 1"""
)


def package(store: Store, resources: list[dict[str, Any]], **more: str) -> dict[str, Any]:
    """What a folder of datasets is: a descriptor after Frictionless Data Package v1.

    Everything in it is from the database, so the same database gives the same description.
    """
    as_of = store.query(_AS_OF)[0]
    return {
        "name": "pantau-jamsos",
        "title": "Pantau Jamsos",
        "description": DESCRIPTION,
        "licenses": [{"name": "other-closed", "title": LICENCE}],
        "sources": [_given(row) for row in store.query(_SOURCES)],
        "data_until": as_of["until"],
        "published_from": as_of["first"],
        "published_until": as_of["last"],
        "made_by": f"pantau-jamsos {version('pantau-jamsos')}",
        "rules": [row["rules_version"] for row in store.query(_RULES)],
        **more,
        "resources": resources,
    }


def resource(
    dataset: Dataset, columns: Iterable[Column], file: Path, path: str, rows: int
) -> dict[str, Any]:
    """What one file holds: format, size, checksum, number of rows, and the meaning of columns."""
    form = path.rpartition(".")[2]
    with file.open("rb") as body:
        digest = hashlib.file_digest(body, "sha256").hexdigest()
    return {
        "name": dataset.name.replace("_", "-"),
        "title": dataset.title,
        "path": path,
        "profile": "tabular-data-resource",
        "format": form,
        "mediatype": _MEDIA_TYPES[form],
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{digest}",
        "rows": rows,
        "schema": {
            "fields": [_field(dataset, column) for column in columns],
            "primaryKey": list(dataset.key),
        },
    }


def _field(dataset: Dataset, column: Column) -> dict[str, Any]:
    meaning = _meaning(dataset, column.name)
    return _given(
        {
            "name": column.name,
            "type": column.kind.name,
            "format": "any" if column.kind.name == "datetime" else None,
            "description": meaning.text or f"e.g. {meaning.example}",
            "example": meaning.example,
        }
    )


def _given(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value}


@cache
def _described() -> tuple[Any, Any]:
    return field_meanings(), tomllib.loads(COLUMNS.read_text(encoding="utf-8"))


def _meaning(dataset: Dataset, column: str) -> Meaning:
    """What a column means, from the data dictionary. Raises KeyError where nobody said it."""
    own = "pages" if dataset.name == "fates" else f"dataset_{dataset.name}"
    return meaning_in(own, column, *_described())
