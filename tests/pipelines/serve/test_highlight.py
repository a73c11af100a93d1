"""Facts are marked where they stand, and the text stays as it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.serve.highlight import Fact, paragraphs


def fact(start: int, end: int, kind: str = "figure", key: str = "") -> Fact:
    return Fact(key or f"{kind}-{start}-{end}", kind, start, end, "label")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "facts", "expected"),
    [
        ("abc", [], [[("abc", "")]]),
        ("abc", [fact(1, 2)], [[("a", ""), ("b", "figure"), ("c", "")]]),
        ("ab\n\ncd", [fact(4, 6)], [[("ab", "")], [("cd", "figure")]]),
        # one in the other: the shorter is named first
        (
            "abcd",
            [fact(0, 4, "agreement"), fact(1, 2)],
            [[("a", "agreement"), ("b", "figure agreement"), ("cd", "agreement")]],
        ),
        # across a paragraph's end
        ("ab\n\ncd", [fact(1, 5)], [[("a", ""), ("b", "figure")], [("c", "figure"), ("d", "")]]),
        # outside the text: left out
        ("abc", [fact(2, 9), fact(-1, 2), fact(2, 2)], [[("abc", "")]]),
        ("", [], []),
    ],
)
def test_segments(text: str, facts: list[Fact], expected: list[list[tuple[str, str]]]) -> None:
    found = [[(s.text, " ".join(s.kinds)) for s in part] for part in paragraphs(text, facts)]
    assert found == expected


@given(
    st.text("ab \n", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12),
)
def test_nothing_is_lost_and_each_fact_begins_once(text: str, spans: list[tuple[int, int]]) -> None:
    facts = [fact(start, end, key=str(n)) for n, (start, end) in enumerate(spans)]
    found = paragraphs(text, facts)
    parts = [part for part in re.split(r"\n{2,}", text) if part]
    assert ["".join(s.text for s in segments) for segments in found] == parts
    begun = [f.key for segments in found for s in segments for f in s.begins]
    assert len(begun) == len(set(begun))
    for one in facts:
        if 0 <= one.start < one.end <= len(text):
            marked = "".join(s.text for part in found for s in part if one in s.facts)
            assert marked == re.sub(r"\n{2,}", "", text[one.start : one.end]) or "\n" in text
