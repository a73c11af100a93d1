"""Text of strangers made plain: nothing in it acts on a page or in a spreadsheet."""

import csv
import io
from typing import Any

from pipelines.exports.writers import harmless

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Controls, and the signs that turn the direction of what follows.
_ACTING = (*range(0x09), *range(0x0B, 0x0D), *range(0x0E, 0x20), *range(0x7F, 0xA0))
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SEEN = dict.fromkeys((*_ACTING, *_TURNING), _REPLACEMENT)

csv.field_size_limit(1 << 30)


def visible(value: Any) -> Any:
    """A text whose control signs, those that turn the direction among them, are seen."""
    return value.translate(_SEEN) if isinstance(value, str) else value


def harmless_row(line: bytes) -> bytes:
    """One row of CSV in which no cell is a formula to a spreadsheet."""
    made = io.StringIO()
    reader = csv.reader(io.StringIO(line.decode("utf-8", "replace"), newline=""))
    csv.writer(made).writerows([_harmless(cell) for cell in row] for row in reader)
    return made.getvalue().encode()


def _harmless(cell: str) -> str:
    return cell if _is_number(cell) else harmless(cell)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
