"""What the demo server answers with."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime

HTML = "text/html"
XML = "application/xml; charset=utf-8"
RSS = "application/rss+xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. delay: seconds the server waits first. etag: validator, empty for none."""

    body: bytes = b""
    status: int = 200
    content_type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str = ""
    last_modified: datetime | None = None
    delay: float = 0.0

    def is_known_to(self, request: Mapping[str, str]) -> bool:
        """Whether the validators of a conditional request still hold."""
        if self.etag and request.get("if-none-match"):
            return self.etag in request["if-none-match"]
        since = request.get("if-modified-since")
        return self.last_modified is not None and since == http_date(self.last_modified)


NOT_FOUND = Reply(b"<!-- Synthetic page. --><h1>404</h1><p>Halaman tidak ditemukan</p>", 404)


def html(body: str, charset: str = "utf-8") -> Reply:
    """A web page in its outlet's charset."""
    return Reply(
        body.encode(charset, "xmlcharrefreplace"), content_type=f"{HTML}; charset={charset}"
    )


def json_reply(value: object, headers: Mapping[str, str] | None = None, status: int = 200) -> Reply:
    """A JSON document."""
    body = json.dumps(value, ensure_ascii=False).encode()
    return Reply(body, status, "application/json; charset=utf-8", headers or {})


def redirect(address: str) -> Reply:
    """A permanent redirect."""
    return Reply(status=301, headers={"Location": address})


def fingerprint(body: bytes) -> str:
    """A strong ETag of a body."""
    return f'"{hashlib.sha256(body).hexdigest()[:20]}"'


def http_date(moment: datetime) -> str:
    """The moment as HTTP headers give it."""
    return format_datetime(moment, usegmt=False).replace("+0000", "GMT")
