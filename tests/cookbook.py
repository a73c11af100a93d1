"""The questions of docs/cookbook.md: read from the page, asked, and written back with answers.

`python -m tests.cookbook DATABASE` writes the answers that a database gives into the page.
"""

import json
import re
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent.parent / "docs" / "cookbook.md"
_QUESTION = re.compile(
    r"^## (?P<title>\d+\. [^\n]+)\n.*?^```sql\n(?P<sql>.*?)^```\n\n"
    r"^```python\n(?P<python>.*?)^```\n(?P<answer>\n(?:\|[^\n]*\n)+)?",
    re.DOTALL | re.MULTILINE,
)
_PREAMBLE = re.compile(r"^```python\n(import.*?)^```", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """A question with its two ways to the answer. answer: the table that the page shows."""

    title: str
    sql: str
    python: str
    answer: str

    def in_sql(self, db: Path) -> str:
        with closing(sqlite3.connect(f"{db.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute(self.sql)
            return table([name for name, *_ in rows.description], rows.fetchall())

    def in_python(self, db: Path) -> str:
        names: dict[str, Any] = {}
        exec(_preamble(), names)
        names["db"] = db
        exec(self.python, names)
        return table(names["answer"].columns, names["answer"].rows())


def questions() -> list[Question]:
    """All that the page asks."""
    found = _QUESTION.finditer(PAGE.read_text(encoding="utf-8"))
    return [Question(*(part or "" for part in match.groups())) for match in found]


def table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A Markdown table as the page shows it, with the empty line above."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n" + "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else str(value)


def _preamble() -> str:
    found = _PREAMBLE.search(PAGE.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def answered(db: Path) -> str:
    """The page with the answers that a database gives."""

    def answer(match: re.Match[str]) -> str:
        question = Question(*(part or "" for part in match.groups()))
        return match[0].removesuffix(question.answer) + question.in_sql(db)

    return _QUESTION.sub(answer, PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    PAGE.write_text(answered(Path(sys.argv[1])), encoding="utf-8")
