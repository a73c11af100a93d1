"""JSON as strangers write it."""

import json
import re
from typing import Any

# Half of a UTF-16 pair without its other half: Python reads it, but no database can keep it.
_HALF = re.compile(
    r"\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})"
    r"|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}",
    re.IGNORECASE,
)


def json_of(text: str) -> Any:
    """What the text says, with half characters replaced. Raises ValueError, RecursionError."""
    whole = _HALF.sub(r"\\ufffd", text) if "\\u" in text else text
    return json.loads(whole, strict=False)
