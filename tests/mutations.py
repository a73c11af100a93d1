"""Pages that nobody would write: fixtures torn at random from a seed, and monsters built by hand.

Every mutant has a number; the same number gives the same page on any machine.
"""

import gzip
import hashlib
import json
import random
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from pipelines.extract import declared_url
from pipelines.model import GENERIC_SITE, Page, Site
from pipelines.read import read_page

PAGES = Path(__file__).parent / "pages"
SITE = Site("fiksi", "Koran Fiksi", "tribun")
URL = "https://fiksi.example/berita/1/judul"
TEXT = (
    "<p>Bupati meneken perjanjian kerja sama dengan BPJS Ketenagakerjaan untuk pekerja rentan.</p>"
)
HEAD = "<html><head><title>Judul Berita Panjang</title></head><body><h1>Judul Berita Panjang</h1>"
_LONG = 7_500_000
_EVERY = 200  # one mutant in so many is a monster
_SEED = 2026


def _filled(unit: str) -> bytes:
    return (HEAD + TEXT * 3 + unit * (_LONG // len(unit))).encode()


MONSTERS: dict[str, Callable[[], bytes]] = {
    "nested divs": lambda: (HEAD + "<div>" * 50_000 + TEXT).encode(),
    "nested bold": lambda: (HEAD + "<p>" + "<b>" * 50_000 + TEXT).encode(),
    "nested tables": lambda: (HEAD + "<table><tr><td>" * 20_000 + TEXT).encode(),
    "nested links": lambda: (HEAD + "<a href=x>" * 50_000 + TEXT).encode(),
    "nested and closed": lambda: (HEAD + "<i>" * 50_000 + TEXT + "</i>" * 50_000).encode(),
    "20 MB of one tag": lambda: ("<p>" * 7_000_000).encode(),
    "paragraphs without end": lambda: _filled("<p>"),
    "breaks without end": lambda: _filled("<br>"),
    "lines of one paragraph": lambda: (HEAD + "<p>" + "Kata biasa.<br><br>" * 3_000).encode(),
    "brackets without end": lambda: _filled("<"),
    "links without end": lambda: _filled("<a href=/x>kata</a> "),
    "paragraphs beside a body": lambda: (
        HEAD + f"<article class='read__content'>{TEXT * 3}</article>" + "<p>kata</p>" * 500_000
    ).encode(),
    "stories without end": lambda: _filled(TEXT),
    "headings without end": lambda: _filled("<h1>Judul lain</h1>"),
    "bylines without end": lambda: _filled("<div>Penulis: Ani</div>"),
    "labels in one line": lambda: _filled("Penulis: "),
    "one line": lambda: _filled("kata baca juga: "),
    "one word": lambda: _filled("k"),
    "spaces": lambda: _filled(" "),
    "dashes": lambda: _filled("-- "),
    "attributes": lambda: (HEAD + "<div " + "a=b " * 1_500_000 + ">" + TEXT * 3).encode(),
    "class names": lambda: (
        HEAD + '<div class="' + "iklan " * 1_000_000 + '">' + TEXT * 3
    ).encode(),
    "comment": lambda: b"<html><!--" + b"-" * 2_000_000,
    "gzip bomb": lambda: gzip.compress(b"<p>" * 20_000_000),
    "broken gzip": lambda: b"\x1f\x8b" + random.Random(1).randbytes(5000),
    "deep json-ld": lambda: (
        HEAD + "<script type='application/ld+json'>" + "[" * 200_000 + "</script>" + TEXT * 4
    ).encode(),
    "json-ld without end": lambda: (
        HEAD + '<script type=\'application/ld+json\'>{"headline":"' + '\\"' * 1_500_000 + TEXT * 4
    ).encode(),
    "entity bomb": lambda: _entities() + (TEXT * 4).encode(),
    "noise": lambda: random.Random(2).randbytes(300_000),
}


def _entities() -> bytes:
    """A billion times ten letters, for a parser that unfolds what a doctype declares."""
    levels = [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10)]
    doctype = '<!DOCTYPE html [<!ENTITY e0 "aaaaaaaaaa">' + "".join(levels) + "]>"
    return f"{doctype}<html><body><p>&e9;</p>".encode()


def _cut(page: bytes, rng: random.Random) -> bytes:
    return page[: rng.randrange(len(page))]


def _headless(page: bytes, rng: random.Random) -> bytes:
    return page[rng.randrange(len(page)) :]


def _holed(page: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(page))
    return page[:at] + page[at + rng.randrange(1, 400) :]


def _with(page: bytes, rng: random.Random, what: bytes) -> bytes:
    at = rng.randrange(len(page))
    return page[:at] + what + page[at:]


def _noisy(page: bytes, rng: random.Random) -> bytes:
    return _with(page, rng, rng.randbytes(rng.randrange(1, 200)))


def _nulled(page: bytes, rng: random.Random) -> bytes:
    return _with(page, rng, b"\x00" * rng.randrange(1, 5000))


def _nested(page: bytes, rng: random.Random) -> bytes:
    tag = rng.choice((b"<div>", b"<b>", b"<p>", b"<table><tr><td>", b"<li>", b"<a href=x>"))
    return _with(page, rng, tag * rng.choice((10, 300, 5_000, 50_000)))


def _swollen(page: bytes, rng: random.Random) -> bytes:
    unit = rng.choice(
        (b"<br>", b"<p>", b" ", b"&#0;", "\u202e".encode(), b"Penulis: ", b"(", b"1.")
    )
    return _with(page, rng, unit * rng.choice((50, 2_000, 100_000)))


def _repeated(page: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(page))
    piece = page[at : at + rng.randrange(1, 2_000)]
    return page[:at] + piece * rng.randrange(2, 20) + page[at:]


def _torn(page: bytes, rng: random.Random) -> bytes:
    mark = rng.choice((b"<div", b'"', b">", b"{", b"</", b"p>", b"</p>", b"</div>", b"="))
    return page.replace(mark, rng.choice((b"", rng.randbytes(2))))


def _without_close(page: bytes, rng: random.Random) -> bytes:
    return page.replace(rng.choice((b"</div>", b"</p>", b"</a>", b"</script>", b"</h1>")), b"")


def _other_charset(page: bytes, rng: random.Random) -> bytes:
    text = page.decode("utf-8", "replace")
    name = rng.choice(("utf-16", "utf-16-be", "utf-32", "cp1252", "utf-7", "shift_jis", "koi8-r"))
    return text.encode(name, "replace")


def _wrong_charset(page: bytes, rng: random.Random) -> bytes:
    name = rng.choice((b"utf-16", b"iso-2022-jp", b"tidak-ada", b"hex", b"rot13", b"idna", b""))
    return page.replace(b"utf-8", name).replace(b"UTF-8", name)


def _gzipped(page: bytes, rng: random.Random) -> bytes:
    packed = gzip.compress(page, mtime=0)
    return packed if rng.random() < 0.5 else packed[: rng.randrange(2, len(packed))]


def _broken_ld(page: bytes, rng: random.Random) -> bytes:
    text = rng.choice((b"{", b"[[[[", b'{"@type":"NewsArticle","author":[[1]],"datePublished":{}}',
                       b'{"@graph":"x"}', b"null", b'"\\ud800"', b"1e999", b"{}}"))  # fmt: skip
    return _with(page, rng, b'<script type="application/ld+json">' + text + b"</script>")


def _bombed(page: bytes, rng: random.Random) -> bytes:
    return _entities() + page[rng.randrange(200) :]


def _spliced(page: bytes, rng: random.Random) -> bytes:
    other = rng.choice(_originals())[0]
    return page[: rng.randrange(len(page))] + other[rng.randrange(len(other)) :]


def _shuffled(page: bytes, rng: random.Random) -> bytes:
    blocks = page.split(b"<")
    rng.shuffle(blocks)
    return b"<".join(blocks)


MUTATORS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _headless, _holed, _noisy, _nulled, _nested, _swollen, _repeated, _torn, _without_close,
    _other_charset, _wrong_charset, _gzipped, _broken_ld, _bombed, _spliced, _shuffled,
)  # fmt: skip


@cache
def _originals() -> tuple[tuple[bytes, str, str], ...]:
    """Every fixture with its address and platform."""
    paths = sorted(PAGES.glob("*/*.html"))
    read = [(path.read_bytes(), path.parent.name) for path in paths]
    return tuple((body, declared_url(body) or URL, platform) for body, platform in read)


def mutant(number: int) -> tuple[Page, Site]:
    """The page of that number, and the site that it is said to come from."""
    rng = random.Random(f"{_SEED} {number}")
    if number % _EVERY == 0:
        name = list(MONSTERS)[number // _EVERY % len(MONSTERS)]
        return Page(URL, MONSTERS[name]()), rng.choice((SITE, GENERIC_SITE))
    body, url, platform = rng.choice(_originals())
    for mutate in rng.choices(MUTATORS, k=rng.randrange(1, 5)):
        body = mutate(body, rng) or TEXT.encode()
    known = Site("fiksi", "Koran Fiksi", platform, province=rng.choice((None, "16", "94")))
    return Page(url, body), rng.choice((known, GENERIC_SITE))


def digest(numbers: Iterable[int]) -> str:
    """What is read on these mutants, as one word that differs when any reading does."""
    words = {n: hashlib.sha256(repr(read_page(*mutant(n))).encode()).hexdigest() for n in numbers}
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()
