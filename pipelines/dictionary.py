"""The data dictionary: every table and column with type, meaning, example; made from the code."""

import ast
import re
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, get_args

from pipelines import model
from pipelines.fates import Fate
from pipelines.store import Store

COLUMNS = Path(__file__).parent / "data" / "columns.toml"
_CLASS_OF = {
    "sites": "Site",
    "articles": "Article",
    "figures": "Figure",
    "worker_groups": "WorkerGroup",
    "regulations": "Regulation",
    "officials": "Official",
    "agreements": "Agreement",
    "agreement_sources": "Agreement",
}
_PREFIXES = {"government_": "Government", "relevance_": "Relevance", "lead_": "Lead"}
_EVIDENCE = {"quote", "start", "end"}
# Where a column of a dataset is described that its own table does not have.
_ELSEWHERE = ("agreements", "articles", "regions", "changes")
_OBJECTS = """SELECT name FROM sqlite_master WHERE type = :kind
    AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'articles_fts%' ORDER BY rowid"""
_HEAD = """# The data dictionary

Made from the code by `make docs`; a test fails when it is stale. Columns with the name of a field
of `pantau inspect --json` mean what that field means. JSON lists are text in SQLite; flags are 0
and 1; times are ISO 8601 with offset, and beside them as `*_utc` for sorting. null: not given.
`"group"` and `"end"` are words of SQL: quote them. How `instrument` and `status` are decided, with
examples: [conventions](conventions.md).

Search titles and texts with the full-text index:

```sql
SELECT a.published_at, a.title, a.url FROM articles_fts f JOIN articles a ON a.rowid = f.rowid
WHERE articles_fts MATCH 'nelayan AND "nota kesepahaman"' ORDER BY a.published_at_utc DESC;
```
"""
_DATASETS = """## The datasets

Views that are ready-made joins. `pantau export --dataset coverage` writes `dataset_coverage`, and
so on; the dataset `fates` has columns of `pages`.
"""


class Meaning(NamedTuple):
    """What a field or column means. source: the class or module that knows."""

    text: str
    example: str
    source: str


def data_dictionary() -> str:
    """The whole page, as Markdown."""
    said = tomllib.loads(COLUMNS.read_text(encoding="utf-8"))
    fields = field_meanings()
    parts = [_HEAD]
    for table, columns in _columns("table").items():
        if table not in said["internal"]:
            parts.append(_section(table, said[table][""], columns, meaning_of, fields, said))
    parts.append(_DATASETS)
    for view, columns in _columns("view").items():
        parts.append(_section(view, said["views"][view], columns, meaning_in, fields, said))
    parts.append("## Behind the stories\n\nTables that the program keeps for itself:\n")
    parts.append("".join(f"- `{name}`: {text}\n" for name, text in said["internal"].items()))
    parts.append(_allowed_values())
    return "\n".join(parts)


def field_meanings() -> dict[str, dict[str, Meaning]]:
    """By class and field of the model: what the string below each field says."""
    source = Path(model.__file__).read_text(encoding="utf-8")
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    return {node.name: dict(_fields(node)) for node in classes}


def meaning_of(
    table: str, column: str, fields: dict[str, dict[str, Meaning]], said: dict[str, dict[str, str]]
) -> Meaning:
    """What a column means. Raises KeyError for a column that nobody has described."""
    for name in (table, "*"):
        if column in said.get(name, {}):
            return _meaning(said[name][column], "the store")
    if column.endswith("_utc"):
        return Meaning(f"`{column.removesuffix('_utc')}` in UTC, for sorting.", "", "the store")
    if column in _EVIDENCE:
        return fields["Evidence"][column]
    for prefix, owner in _PREFIXES.items():
        if column.startswith(prefix):
            return fields[owner][column.removeprefix(prefix)]
    return fields[_CLASS_OF[table]][column]


def meaning_in(
    view: str, column: str, fields: dict[str, dict[str, Meaning]], said: dict[str, dict[str, str]]
) -> Meaning:
    """What a column of a dataset's view means. Raises KeyError where nobody has described it."""
    for table in (view, view.removeprefix("dataset_"), *_ELSEWHERE):
        try:
            return meaning_of(table, column, fields, said)
        except KeyError:
            continue
    raise KeyError(f"{view}.{column}")


def _fields(node: ast.ClassDef) -> list[tuple[str, Meaning]]:
    found = []
    for statement, below in zip(node.body, node.body[1:], strict=False):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            text = ast.literal_eval(below.value) if isinstance(below, ast.Expr) else ""
            found.append((statement.target.id, _meaning(str(text), f"`{node.name}`")))
    return found


def _meaning(text: str, source: str) -> Meaning:
    said, _, example = re.sub(r"\s+", " ", text).partition("e.g. ")
    return Meaning(said.strip(), example.strip(), source)


def _columns(kind: str) -> dict[str, list[tuple[str, str]]]:
    """(name, type) of the columns of every table, or of every view."""
    with _new_database() as store:
        return {
            name: [
                (column["name"], column["type"])
                for column in store.query(
                    "SELECT name, type FROM pragma_table_info(:table)", {"table": name}
                )
            ]
            for name in (row["name"] for row in store.query(_OBJECTS, {"kind": kind}))
        }


@contextmanager
def _new_database() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "new.db") as store:
        yield store


def _section(
    table: str,
    about: str,
    columns: list[tuple[str, str]],
    meaning: Callable[..., Meaning],
    fields: dict[str, dict[str, Meaning]],
    said: dict[str, dict[str, str]],
) -> str:
    lines = [f"## {table}", "", about, "", "| column | type | meaning | e.g. | from |"]
    lines.append("|---|---|---|---|---|")
    for column, kind in columns:
        text, example, source = meaning(table, column, fields, said)
        shown = f"`{example}`" if example else ""
        cells = (f"`{column}`", kind, text, shown, source)
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join([*lines, ""])


def _allowed_values() -> str:
    values = {
        "fate": tuple(Fate),
        "relevance_label": get_args(model.RelevanceLabel),
        "instrument": get_args(model.Instrument),
        "status (of agreements)": get_args(model.Status),
        "government_level": get_args(model.Level),
        "published_precision": get_args(model.Precision),
        "published_source": get_args(model.PublishedSource),
        "channel_kind": get_args(model.ChannelKind),
    }
    rows = [f"| `{name}` | {', '.join(f'`{v}`' for v in some)} |" for name, some in values.items()]
    return "\n".join(["## Allowed values", "", "| column | values |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    sys.stdout.write(data_dictionary())
