"""The version of the rules: changes whenever the code or data that make a reading change."""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

_HERE = Path(__file__).parent
_IMPORT = re.compile(r"^\s*(?:from|import) (pipelines[\w.]*)", re.MULTILINE)
_LIBRARIES = ("dateparser", "lxml", "trafilatura")


@cache
def rules_version() -> str:
    """The package's version and a hash of what reads: sources, data, libraries. e.g. 0.1.0+1f0c9a…

    A change to the store, the crawl or the command leaves it as it is.
    """
    digest = hashlib.sha256()
    for path in sorted([*_sources(), *(_HERE / "data").iterdir()]):
        digest.update(path.relative_to(_HERE).as_posix().encode())
        digest.update(path.read_bytes())
    digest.update(" ".join(version(library) for library in _LIBRARIES).encode())
    return f"{version('pantau-jamsos')}+{digest.hexdigest()[:12]}"


def _sources() -> set[Path]:
    """`read_page` and all it imports, step by step."""
    reached: set[Path] = set()
    waiting = ["pipelines.read"]
    while waiting:
        for path in _files(waiting.pop()):
            if path not in reached:
                reached.add(path)
                waiting += _IMPORT.findall(path.read_text(encoding="utf-8"))
    return reached


def _files(module: str) -> Iterator[Path]:
    path = _HERE.parent.joinpath(*module.split("."))
    if path != _HERE and path.is_dir():
        yield from path.glob("*.py")
    elif path.with_suffix(".py").exists():
        yield path.with_suffix(".py")
