"""Datasets for the people downstream: a dataset is a question to the database plus a writer."""

import csv
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pipelines.regions import kabupaten_and_kota, region
from pipelines.store import Store

if TYPE_CHECKING:
    import polars

Format = Literal["csv", "jsonl", "parquet"]
FORMATS: tuple[Format, ...] = ("csv", "jsonl", "parquet")
Row = dict[str, Any]

_QUESTIONS = {
    "articles": "SELECT * FROM dataset_articles ORDER BY id",
    "stories": "SELECT * FROM dataset_stories ORDER BY id",
    "agreements": "SELECT * FROM dataset_agreements ORDER BY id",
    "agreement_sources": "SELECT * FROM dataset_agreement_sources"
    " ORDER BY agreement_id, article_id, start",
    "figures": "SELECT * FROM dataset_figures ORDER BY article_id, position",
    "worker_groups": "SELECT * FROM dataset_worker_groups ORDER BY article_id, position",
    "regulations": "SELECT * FROM dataset_regulations ORDER BY article_id, position",
    "officials": "SELECT * FROM dataset_officials ORDER BY article_id, position",
    "fates": "SELECT url, site, fate, fate_detail, channel_kind, channel_url, found_at, settled_at"
    " FROM pages ORDER BY url",
}
_LATEST = """SELECT government_code AS code, id AS agreement_id, instrument, renewal, status,
    event_date, event_date_raw, bpjs_office, first_published_at, article_id,
    (SELECT url FROM articles a WHERE a.id = g.article_id) AS url,
    count(*) OVER (PARTITION BY government_code) AS agreements,
    sum(stories) OVER (PARTITION BY government_code) AS stories,
    min(event_date) OVER (PARTITION BY government_code) AS since,
    row_number() OVER (PARTITION BY government_code
        ORDER BY coalesce(event_date, substr(first_published_at, 1, 10)) DESC, id) AS nth
    FROM agreements g WHERE government_code IS NOT NULL"""
_COVERAGE = ("agreement_id", "agreements", "stories", "since", "instrument", "renewal", "status")
_LAST = ("event_date", "event_date_raw", "bpjs_office", "first_published_at", "url")
# A spreadsheet takes these for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def names() -> tuple[str, ...]:
    """What there is."""
    return (*_QUESTIONS, "coverage")


def rows_of(name: str, store: Store) -> list[Row]:
    """The rows of a dataset, in an order that never changes. Raises KeyError for no dataset."""
    if name == "coverage":
        return _coverage(store)
    return store.query(_QUESTIONS[name])


def load(name: str, db: Path | str = "output/news.db") -> "polars.DataFrame":
    """A dataset as a polars data frame, for notebooks; needs the extra `frames`."""
    import polars

    with Store.open(Path(db), read_only=True) as store:
        return polars.DataFrame(rows_of(name, store), infer_schema_length=None)


def export(store: Store, chosen: Sequence[str], kind: Format, out: Path) -> list[Path]:
    """Write datasets and a datapackage.json that describes them; the files written.

    The same database gives the same bytes. Each file is written aside and renamed. Raises
    ModuleNotFoundError for parquet without the extra `parquet`, OSError.
    """
    out.mkdir(parents=True, exist_ok=True)
    files, resources = [], []
    for name in chosen:
        rows = rows_of(name, store)
        body = _WRITERS[kind](rows)
        file = out / f"{name}.{kind}"
        _put(file, body)
        files.append(file)
        resources.append(_resource(name, kind, file, body, rows))
    package = {"name": "pantau-jamsos", "licenses": [_FACTS_LICENCE], "resources": resources}
    described = out / "datapackage.json"
    _put(described, (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode())
    return [*files, described]


def _coverage(store: Store) -> list[Row]:
    """One row a kabupaten/kota, with its latest agreement; those without any are rows too."""
    latest = {row["code"]: row for row in store.query(_LATEST) if row["nth"] == 1}
    covered = []
    for government in kabupaten_and_kota():
        found = latest.get(government.code, {})
        province = region(government.code[:2])
        row: Row = {"code": government.code, "name": government.name}
        row["province"] = province.name if province else None
        row |= {column: found.get(column) for column in (*_COVERAGE, *_LAST)}
        row["agreements"], row["stories"] = found.get("agreements", 0), found.get("stories", 0)
        covered.append(row)
    return covered


def _csv(rows: Sequence[Row]) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs; nothing that a spreadsheet would run."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        writer.writerow(_harmless(value) for value in row.values())
    return text.getvalue().encode("utf-8-sig", "replace")


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _jsonl(rows: Iterable[Row]) -> bytes:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return "".join(lines).encode("utf-8", "replace")


def _parquet(rows: Sequence[Row]) -> bytes:
    import pyarrow
    import pyarrow.parquet

    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), sink, compression="zstd")
    return bytes(sink.getvalue())


_WRITERS = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}
_FACTS_LICENCE = {
    "title": "Facts and short quotes; the texts belong to their publishers",
    "name": "other-closed",
}
_TYPES = {bool: "boolean", int: "integer", float: "number"}


def _put(file: Path, body: bytes) -> None:
    aside = file.with_name(f".{file.name}.new")
    aside.write_bytes(body)
    aside.replace(file)


def _resource(
    name: str, kind: Format, file: Path, body: bytes, rows: Sequence[Mapping[str, Any]]
) -> Row:
    return {
        "name": name.replace("_", "-"),
        "path": file.name,
        "format": kind,
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "rows": len(rows),
        "schema": {"fields": [{"name": c, "type": _type(c, rows)} for c in (rows or [{}])[0]]},
    }


def _type(column: str, rows: Sequence[Mapping[str, Any]]) -> str:
    kinds = {type(row[column]) for row in rows if row[column] is not None}
    if kinds == {int, float}:
        return "number"
    return _TYPES.get(kinds.pop(), "string") if len(kinds) == 1 else "string"
