"""Is this the same story? Fingerprints, likeness and grouping, as pure functions.

A story is a text told once, however often it is reprinted, cut, reordered or lightly edited.
Equal words are not enough: press releases are reused for another government or another year, so
facts guard every decision, and where facts are missing the names and dates of the text do.
"""

import hashlib
import re
import struct
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from operator import eq

from rensa import RMinHash

WHOLE_BANDS, LEAD_BANDS, ROWS = 14, 7, 4
LEAD_SHINGLES = 88  # of a text's first ninety words
SAME_TEXT = 0.6  # share of the shorter text's shingles that the longer one has
SAME_NAMES = 0.6  # share of the poorer text's proper names that the richer one has
SHORTEST_PART = 0.2  # a smaller excerpt than this is no copy of the whole
FEWEST_SHINGLES = 25  # of a shorter text only an exact copy is the same story
ABOUT = timedelta(days=14)  # how far two days may be apart where one was only inferred
FEWEST_WORDS = 20  # a shorter text says too little to be anybody's copy

_PARTING = re.compile(r"[^\x00-\x7f\w]")
_TO_BLANKS = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256))
_NAME = re.compile(r"(?<![.!?:”\"“‘'\n])[ ]+([A-Z][a-z'’]+)")
_DAY = re.compile(r"\b([0-3]?\d)/([01]?\d)\b")
_YEAR = re.compile(r"\b20[0-3]\d\b")
_STOCK = (
    "badan penyelenggara jaminan sosial ketenagakerjaan kesehatan jamsostek bpjamsostek "
    "kantor cabang kepala wilayah pemerintah pemkab pemkot pemprov kabupaten kota provinsi "
    "daerah bupati wali walikota wakil gubernur sekretaris dinas tenaga kerja kecelakaan "
    "kematian hari tua pensiun program perjanjian kerjasama sama nota kesepakatan kesepahaman "
    "peraturan undang negara indonesia republik presiden menteri asisten desa kelurahan "
    "kecamatan bapak ibu senin selasa rabu kamis jumat sabtu minggu wib wita wit "
)
_STOCK_NAMES = frozenset(_STOCK.split())


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a text to find its copies.

    text_hash: of the normalised words, equal for equal texts. signature: MinHash of the 3-word
    shingles, 56 numbers of four bytes. bands: hashes of parts of the signatures of the text and
    of its lead; two texts that share one are candidates. words: how many the text has.
    """

    text_hash: bytes
    words: int
    signature: bytes
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are: shares (0..1) of shingles and of proper names in common."""

    score: float
    names: float


@dataclass(frozen=True, slots=True)
class Node:
    """One text with the facts that guard it; all articles with both the same are one node.

    dates: event dates, ISO; one that the reader inferred from the publication date ("Rabu") has a
    "~" before it, because a later reprint infers a later one.
    """

    id: int
    fingerprint: int
    text_hash: bytes
    words: int
    governments: frozenset[str]
    dates: frozenset[str]


IDENTICAL = Likeness(1.0, 1.0)


def words_of(text: str) -> list[str]:
    """The words of a text, lower case, without punctuation: what counts as its wording."""
    # In bytes, since a pattern for words takes twice as long.
    lowered = _PARTING.sub(" ", text.lower())
    return lowered.encode().translate(_TO_BLANKS).decode().split()


def fingerprint(text: str, article_id: str) -> Fingerprint:
    """The fingerprint of an article's text.

    One too short to be compared has no bands; one that says hardly anything has the article's
    own hash, so that empty pages are never each other's copies.
    """
    words = words_of(text)
    own = "" if len(words) >= FEWEST_WORDS else article_id
    text_hash = hashlib.sha256(f"{own} {' '.join(words)}".encode()).digest()[:16]
    shingles = _shingles(words)
    if len(shingles) < FEWEST_SHINGLES:
        return Fingerprint(text_hash, len(words), b"", ())
    whole = _minhash(shingles, WHOLE_BANDS * ROWS)
    lead = _minhash(shingles[:LEAD_SHINGLES], LEAD_BANDS * ROWS)
    bands = tuple(dict.fromkeys((*_bands(whole, b"whole"), *_bands(lead, b"lead"))))
    return Fingerprint(text_hash, len(words), whole, bands)


def shared_part(mark: Fingerprint, words: int, signature: bytes) -> float:
    """Estimated share of the shorter text's shingles that another text has, by its signature."""
    if not mark.signature or not signature:
        return 0.0
    mine, theirs = array("I", mark.signature), array("I", signature)
    alike: float = sum(map(eq, mine, theirs)) / len(mine)
    return alike / (1 + alike) * (words + mark.words) / min(words, mark.words)


def likeness(one: str, other: str) -> Likeness | None:
    """How alike two texts are, or None where they are not one text in two versions."""
    mine, theirs = _shingle_set(one), _shingle_set(other)
    fewer, more = sorted((len(mine), len(theirs)))
    if fewer < FEWEST_SHINGLES or fewer < SHORTEST_PART * more:
        return None
    score = len(mine & theirs) / fewer
    return Likeness(score, _names_in_common(one, other)) if score >= SAME_TEXT else None


def compatible(one: Node, other: Node) -> bool:
    """Whether no known fact stands between two texts: the same government, the same day."""
    return _agree(one.governments, other.governments) and _same_day(one.dates, other.dates)


def rank(node: Node) -> tuple[int, int, bytes, str, str]:
    """The order in which texts found groups: facts known first, then the fullest text."""
    known = bool(node.governments) + bool(node.dates)
    inferred = any(day.startswith("~") for day in node.dates)
    facts = (" ".join(sorted(node.governments)), " ".join(sorted(node.dates)))
    return (inferred - 2 * known, -node.words, node.text_hash, *facts)


def partition(
    nodes: Iterable[Node], likenesses: Mapping[tuple[int, int], Likeness]
) -> list[list[Node]]:
    """Nodes as stories, whatever the order they came in; the first of each is its pivot.

    `likenesses` is keyed by the pair of fingerprints, smaller first. Every member is alike to its
    pivot, so that a chain of small changes never makes one story of different texts; an undated
    or unplaced text joins the group it is most like.
    """
    groups: list[_Group] = []
    for node in sorted(nodes, key=rank):
        fits = [group.fit(node, likenesses) for group in groups]
        best = max(fits, default=0.0)
        if best > 0:
            groups[fits.index(best)].add(node)
        else:
            groups.append(_Group(node))
    return [group.members for group in groups]


class _Group:
    """A story in the making: its pivot, its members, and the facts they settled."""

    def __init__(self, pivot: Node) -> None:
        self.pivot = pivot
        self.members = [pivot]
        self.governments, self.dates = pivot.governments, pivot.dates

    def add(self, node: Node) -> None:
        self.members.append(node)
        self.governments = self.governments or node.governments
        self.dates = self.dates or node.dates

    def fit(self, node: Node, likenesses: Mapping[tuple[int, int], Likeness]) -> float:
        """How alike a node is to the pivot, or 0 where something stands between them."""
        if not (_agree(self.governments, node.governments) and _same_day(self.dates, node.dates)):
            return 0.0
        return fit(self.pivot, node, likeness_between(self.pivot, node, likenesses))


def fit(pivot: Node, node: Node, alike: Likeness | None) -> float:
    """How well a text fits a story, 0 for not at all; names decide where a fact is missing."""
    if alike is None or not compatible(pivot, node):
        return 0.0
    settled = pivot.governments and node.governments and pivot.dates and node.dates
    return alike.score if settled or alike.names >= SAME_NAMES else 0.0


def likeness_between(
    one: Node, other: Node, likenesses: Mapping[tuple[int, int], Likeness]
) -> Likeness | None:
    """The likeness of two nodes' texts; None where they are not alike."""
    if one.fingerprint == other.fingerprint:
        return IDENTICAL
    pair = sorted((one.fingerprint, other.fingerprint))
    return likenesses.get((pair[0], pair[1]))


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _same_day(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or any(_near(a, b) for a in one for b in other)


def _near(one: str, other: str) -> bool:
    if one == other or not (one.startswith("~") or other.startswith("~")):
        return one == other
    days = [date.fromisoformat(day.removeprefix("~")) for day in (one, other)]
    return abs(days[0] - days[1]) <= ABOUT


def _shingles(words: Sequence[str]) -> list[str]:
    threes = zip(words, words[1:], words[2:], strict=False)
    return [f"{one} {two} {three}" for one, two, three in threes]


@lru_cache(maxsize=256)
def _shingle_set(text: str) -> frozenset[str]:
    return frozenset(_shingles(words_of(text)))


def _minhash(shingles: list[str], length: int) -> bytes:
    sketch = RMinHash(num_perm=length, seed=1)
    sketch.update(shingles)
    return struct.pack(f"<{length}I", *sketch.digest())


def _bands(signature: bytes, part: bytes) -> list[int]:
    """One 63-bit number a band; its place and part are mixed in."""
    width = 4 * ROWS
    starts = range(0, len(signature), width)
    return [_number(signature[at : at + width], b"%s %d" % (part, at)) for at in starts]


def _number(rows: bytes, place: bytes) -> int:
    return int.from_bytes(blake2b(rows, digest_size=8, key=place).digest()) >> 1


def _names_in_common(one: str, other: str) -> float:
    """Share of the poorer text's proper names that the other has; 0 where their dates differ."""
    if _disjoint(_days(one), _days(other)) or _disjoint(_years(one), _years(other)):
        return 0.0
    mine, theirs = _names(one), _names(other)
    fewer = min(len(mine), len(theirs))
    return len(mine & theirs) / fewer if fewer > 2 else 1.0


def _disjoint(one: set[str], other: set[str]) -> bool:
    return bool(one and other and one.isdisjoint(other))


def _days(text: str) -> set[str]:
    return {f"{int(day)}/{int(month)}" for day, month in _DAY.findall(text)}


def _years(text: str) -> set[str]:
    return set(_YEAR.findall(text))


def _names(text: str) -> set[str]:
    return {name.lower() for name in _NAME.findall(text)} - _STOCK_NAMES
