"""A folder of datasets, written aside and renamed when all of it is there."""

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from pipelines.exports import cursors
from pipelines.exports.card import card
from pipelines.exports.catalogue import DATASETS, Dataset
from pipelines.exports.package import package, resource
from pipelines.exports.rows import Table, changes, published, whole
from pipelines.exports.writers import WRITERS
from pipelines.store import Store

Format = Literal["csv", "jsonl", "parquet", "hf"]
FORMATS: tuple[Format, ...] = ("csv", "jsonl", "parquet", "hf")


def export(
    store: Store, names: Sequence[str], form: Format, out: Path, *, with_text: bool = False
) -> list[Path]:
    """Write whole datasets, with a datapackage.json that describes them; the files written.

    The same database gives the same bytes. `hf` is Parquet with a dataset card and, unless
    `with_text`, without the texts. Raises ModuleNotFoundError for Parquet without the extra
    `parquet`, KeyError for no dataset, OSError.
    """
    rows = published if form == "hf" and not with_text else whole
    with aside(out) as folder, store.atomic():
        described = _write(store, names, form, folder, lambda dataset: rows(store, dataset), {})
        if form == "hf":
            text = card(described, with_text=with_text)
            (folder / "README.md").write_text(text, encoding="utf-8")
        return files_of(folder, out)


def export_changes(
    store: Store, names: Sequence[str], form: Format, out: Path, since: str
) -> tuple[list[Path], str]:
    """Write what changed since a cursor; the files written, and the cursor for the next time.

    `store` is open for writing. A file has the changed rows, with `withdrawn` false, and of each
    row that is gone its key, with `withdrawn` true. Raises as `export`, and UnknownCursor.
    """
    with aside(out) as folder, store.atomic():
        number = cursors.number_of(store, since)
        cursor = cursors.advance(store)
        told = {"since": since, "cursor": cursor}
        _write(store, names, form, folder, lambda dataset: changes(store, dataset, number), told)
        return files_of(folder, out), cursor


def _write(
    store: Store,
    names: Sequence[str],
    form: Format,
    folder: Path,
    rows: Callable[[Dataset], Table],
    told: dict[str, str],
) -> dict[str, Any]:
    """Write the data files and their description; the description."""
    ending = "parquet" if form == "hf" else form
    resources = []
    for name in dict.fromkeys(names):
        dataset, path = DATASETS[name], f"{name}.{ending}"
        table = rows(dataset)
        with (folder / path).open("wb") as file:
            count = WRITERS[ending](table, file)
        resources.append(resource(dataset, table.columns, folder / path, path, count))
    described = package(store, resources, **told)
    text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    return described


@contextmanager
def aside(out: Path) -> Iterator[Path]:
    """A folder beside the files of `out`; what is in it at the end takes their place."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".export-", dir=out) as name:
        yield Path(name)
        for file in sorted(Path(name).iterdir()):
            file.replace(out / file.name)


def files_of(folder: Path, out: Path) -> list[Path]:
    """The files of `out` that those of a folder beside them become."""
    return [out / file.name for file in sorted(folder.iterdir())]
