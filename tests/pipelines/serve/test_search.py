"""What is asked for is found, and nothing that anybody types is a mistake."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.serve.search import Asked, asked, full_text, hits, marked


def found(db: Path, **fields: str) -> list[str]:
    """Which of the synthetic stories a search finds, in its order."""
    with sqlite3.connect(db) as connection:
        rows = hits(connection, asked(fields)).found
    return ["".join(part for part, _ in row["title"]).split()[1] for row in rows]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["satu", "dua", "tiga", "empat"]),
        ({"q": "nelayan"}, ["satu", "dua", "tiga", "empat"]),
        ({"q": "NELAYAN dua"}, ["dua"]),
        ({"q": '"judul dua lindungi"'}, ["dua"]),
        ({"q": '"dua judul"'}, []),
        ({"q": "nelayan petambak"}, []),
        ({"q": "!!! ((("}, []),
        ({"province": "16"}, ["satu", "dua"]),
        ({"government": "16.03"}, ["dua"]),
        ({"government": "none"}, ["empat"]),
        ({"instrument": "pks"}, ["dua"]),
        ({"status": "planned"}, ["tiga"]),
        ({"status": "signed", "instrument": "mou", "q": "nelayan"}, ["satu", "empat"]),
        ({"since": "2026-04-04"}, ["satu", "dua"]),
        ({"since": "2026-04-05"}, ["satu"]),
        ({"until": "2026-04-04"}, ["dua", "tiga", "empat"]),
        ({"until": "2026-04-03"}, ["tiga", "empat"]),
        ({"since": "2026-03-05", "until": "2026-03-05"}, ["tiga"]),
        ({"until": "2026-03-04"}, ["empat"]),
        ({"copies": "1", "province": "16"}, ["salinan", "satu", "dua"]),
        ({"page": "2"}, []),
    ],
)
def test_filters(db: Path, fields: dict[str, str], expected: list[str]) -> None:
    assert found(db, **fields) == expected


def test_best_first_puts_the_closest_text_first(db: Path) -> None:
    assert found(db, q="empat nelayan", order="best") == ["empat"]
    assert sorted(found(db, q="judul", order="best")) == ["dua", "empat", "satu", "tiga"]


def test_hits_are_marked_in_title_and_text(db: Path) -> None:
    with sqlite3.connect(db) as connection:
        row = hits(connection, asked({"q": "dua nelayan"})).found[0]
    assert row["title"] == [
        ("Judul ", False), ("dua", True), (" lindungi ", False), ("nelayan", True),
    ]  # fmt: skip
    assert ("nelayan", True) in row["excerpt"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"province": "99"}, Asked(ignored=("province",))),
        ({"government": "16.999", "status": "x"}, Asked(ignored=("government", "status"))),
        ({"since": "2026-02-30", "until": "besok"}, Asked(ignored=("since", "until"))),
        ({"page": "-1"}, Asked()),
        ({"page": "999999999999"}, Asked()),
        ({"page": "99999"}, Asked(page=500)),
        ({"page": "²"}, Asked()),
        ({"q": "  dua \x00 kata  "}, Asked(q="dua kata")),
        ({"q": "x" * 5000}, Asked(q="x" * 200)),
        ({"order": "best", "copies": "1"}, Asked(order="best", copies=True)),
        ({"order": "x", "copies": "ya"}, Asked()),
    ],
)
def test_what_makes_no_sense_is_left_out(fields: dict[str, str], expected: Asked) -> None:
    assert asked(fields) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("perangkat desa", '"perangkat" AND "desa"'),
        ('"perangkat desa" baru', '"perangkat desa" AND "baru"'),
        ('"tidak ditutup', '"tidak ditutup"'),
        ("a OR b*", '"a" AND "OR" AND "b*"'),
        ("Lubuk Linggau", '(("lubuk" AND "linggau") OR "lubuklinggau")'),
        ("lubuklinggau kader", '(("lubuk" AND "linggau") OR "lubuklinggau") AND "kader"'),
        ("kader Toli-Toli", '"kader" AND (("toli" AND "toli") OR "tolitoli")'),
        ('"lubuk linggau"', '"lubuk linggau"'),
        ('lubuk "linggau"', '"lubuk" AND "linggau"'),
        ('"" !!!', ""),
        ("", ""),
    ],
)
def test_words_become_a_question(words: str, expected: str) -> None:
    assert full_text(words) == expected


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(text)")
    return connection


@given(words=st.text(max_size=50))
def test_whatever_is_typed_is_a_question(index: sqlite3.Connection, words: str) -> None:
    match = full_text(asked({"q": words}).q)
    if match:
        index.execute("SELECT * FROM texts WHERE texts MATCH ?", (match,)).fetchall()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a \x02b\x03 c", [("a ", False), ("b", True), (" c", False)]),
        ("a\x03b\x02c", [("abc", False)]),
        ("\x02\x02b\x03", [("b", True)]),
        ("", []),
    ],
)
def test_marks_that_do_not_pair_are_dropped(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [part for part in marked(text) if part[0]] == expected
