"""The closed list of fates: what became of a URL, one each, with its reason beside it."""

from enum import StrEnum


class Fate(StrEnum):
    """What became of a URL. Every URL ever found has exactly one."""

    STORED = "stored"
    OFF_TOPIC = "off_topic"
    ALIAS = "alias"
    NOT_ARTICLE = "not_article"
    NOT_HTML = "not_html"
    TOO_LARGE = "too_large"
    BLOCKED = "blocked"
    ROBOTS = "robots"
    GONE = "gone"
    FAILED = "failed"
    REFUSED = "refused"
    PENDING = "pending"

    @property
    def meaning(self) -> str:
        """One line for people: what the fate says."""
        return _MEANINGS[self]


_MEANINGS = {
    Fate.STORED: "cooperation or related, in articles",
    Fate.OFF_TOPIC: "not about BPJS Ketenagakerjaan, by its text or its link",
    Fate.ALIAS: "another address of a page already known",
    Fate.NOT_ARTICLE: "gallery, video, listing or too little text",
    Fate.NOT_HTML: "not a web page",
    Fate.TOO_LARGE: "larger than a page may be",
    Fate.BLOCKED: "challenge or refusal, whatever the status code",
    Fate.ROBOTS: "robots.txt forbids it",
    Fate.GONE: "taken down (404 or 410)",
    Fate.FAILED: "network or server failed, also after retries",
    Fate.REFUSED: "the host guard does not go there",
    Fate.PENDING: "found, not yet fetched, or to be tried again",
}
