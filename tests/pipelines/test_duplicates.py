"""Likeness and grouping as pure functions, and the labelled pairs with their floors."""

import re
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.duplicates import FLOORS, measure, pairs
from benchmarks.duplicates_rivals import ours, pairs_of
from benchmarks.duplicates_scale import articles
from pipelines.duplicates import (
    FEWEST_SHINGLES,
    IDENTICAL,
    Likeness,
    Node,
    compatible,
    fingerprint,
    likeness,
    partition,
    shared_part,
    words_of,
)
from tests.pipelines.synthetic import TEXT

LONG = " ".join(f"kata{i}" for i in range(200))


def node(number: int, governments: str = "", dates: str = "", words: int = 100) -> Node:
    hashed = number.to_bytes(16)
    return Node(
        number, number, hashed, words, frozenset(governments.split()), frozenset(dates.split())
    )


def alike(*pairs: tuple[int, int], names: float = 1.0) -> dict[tuple[int, int], Likeness]:
    return {pair: Likeness(0.9, names) for pair in pairs}


def ids(groups: list[list[Node]]) -> set[frozenset[int]]:
    return {frozenset(n.id for n in group) for group in groups}


def test_words_are_what_counts_as_wording() -> None:
    assert words_of("Rp2,35 miliar – “Jum'at” (24/9)") == [
        "rp2",
        "35",
        "miliar",
        "jum",
        "at",
        "24",
        "9",
    ]
    assert fingerprint("A b, C " * 20, "x") == fingerprint("a B c. " * 20, "y")


@given(st.text(st.characters() | st.sampled_from("Aş9_ \xa0\u2028–’\ud800"), max_size=40))
def test_words_are_runs_of_letters_and_digits(text: str) -> None:
    assert words_of(text) == re.findall(r"[^\W_]+", text.lower())


def test_a_text_that_says_nothing_has_a_fingerprint_of_its_own() -> None:
    assert fingerprint("", "x").text_hash != fingerprint("", "y").text_hash
    assert fingerprint("", "x").bands == ()
    assert fingerprint("satu dua tiga", "x") != fingerprint("satu dua tiga", "y")


@pytest.mark.parametrize(
    ("other", "score"),
    [
        (LONG, 1.0),
        (LONG.partition(" kata120")[0], 1.0),
        ("JAKARTA, KORAN KITA - " + LONG + " Baca juga kabar lain", 1.0),
        (LONG.replace("kata50 ", "lain50 "), 0.98),
    ],
)
def test_copies_are_alike(other: str, score: float) -> None:
    found = likeness(LONG, other)
    assert found is not None
    assert found.score == pytest.approx(score, abs=0.01)
    assert found == likeness(other, LONG)


@pytest.mark.parametrize(
    "other",
    [
        "",
        "kata1 kata2 kata3",
        " ".join(f"lain{i}" for i in range(200)),
        " ".join(f"kata{i}" for i in range(30)),
        " ".join(f"kata{i if i < 80 else i + 1000}" for i in range(200)),
    ],
)
def test_what_is_no_copy_is_not_alike(other: str) -> None:
    assert likeness(LONG, other) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [("(8/4)", "(9/5)"), ("Rabu (8/4)", "Rabu (8/4/2026)")],
)
def test_other_days_in_the_text_are_no_names_in_common(old: str, new: str) -> None:
    found = likeness(TEXT, TEXT.replace(old, new))
    assert found is not None
    assert found.names == (1.0 if "8/4" in new else 0.0)


def test_copies_share_a_band_and_their_signatures_say_so() -> None:
    one, other = fingerprint(TEXT, "x"), fingerprint("KOTA, KORAN - " + TEXT, "y")
    assert set(one.bands) & set(other.bands)
    assert shared_part(one, other.words, other.signature) > 0.8
    stranger = fingerprint(LONG, "z")
    assert not set(one.bands) & set(stranger.bands)
    assert shared_part(one, stranger.words, stranger.signature) < 0.1


@pytest.mark.parametrize(
    ("nodes", "likenesses", "groups"),
    [
        ([node(1), node(2)], alike((1, 2)), [{1, 2}]),
        ([node(1), node(2)], {}, [{1}, {2}]),
        ([node(1, "16.10"), node(2, "16.11")], alike((1, 2)), [{1}, {2}]),
        ([node(1, "16.10 16.11"), node(2, "16.11")], alike((1, 2)), [{1, 2}]),
        ([node(1, "16", "2024-01-02"), node(2, "16", "2025-01-02")], alike((1, 2)), [{1}, {2}]),
        ([node(1, "16", "2024-01-02"), node(2, "16")], alike((1, 2)), [{1, 2}]),
        ([node(1), node(2)], alike((1, 2), names=0.2), [{1}, {2}]),
        (
            [node(1, "16", "2024-01-02"), node(2, "16", "2024-01-02")],
            alike((1, 2), names=0.2),
            [{1, 2}],
        ),
    ],
)
def test_facts_stand_above_words(
    nodes: list[Node], likenesses: dict[tuple[int, int], Likeness], groups: list[set[int]]
) -> None:
    assert ids(partition(nodes, likenesses)) == {frozenset(group) for group in groups}


def test_an_undated_text_never_joins_two_events() -> None:
    nodes = [node(1, "16", "2024-01-02"), node(2), node(3, "17", "2025-01-02")]
    assert ids(partition(nodes, alike((1, 2), (2, 3)))) == {frozenset({1, 2}), frozenset({3})}


def test_a_chain_of_small_changes_is_not_one_story() -> None:
    nodes = [node(n) for n in range(10)]
    groups = partition(nodes, alike(*((n, n + 1) for n in range(9))))
    assert max(map(len, groups)) <= 3


@given(st.permutations(range(12)), st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11))))
def test_groups_do_not_depend_on_the_order(order: list[int], links: set[tuple[int, int]]) -> None:
    nodes = [node(n, ("", "16", "17")[n % 3], ("", "2024-01-02")[n % 2]) for n in range(12)]
    linked = alike(*((a, b) for a, b in links if a < b))
    groups = partition(nodes, linked)
    assert ids(partition([nodes[n] for n in order], linked)) == ids(groups)
    assert sorted(n.id for group in groups for n in group) == list(range(12))
    for pivot, *members in groups:
        assert all(compatible(pivot, member) for member in members)


@given(st.text(), st.text())
def test_any_text_can_be_compared(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    if len(words_of(one)) > FEWEST_SHINGLES + 2:
        assert likeness(one, one) == IDENTICAL


@pytest.mark.parametrize("seed", [101, 202])
def test_fewer_pairs_of_other_seeds_hold_too(seed: int) -> None:
    scores, wrong = measure(pairs(seed, 8), seed)
    for what, (precision, recall) in FLOORS.items():
        assert scores[what].precision >= precision, wrong
        assert scores[what].recall >= recall - 0.03, wrong


@pytest.mark.slow
def test_labelled_pairs_hold_their_floors() -> None:
    labelled = pairs()
    assert len(labelled) >= 300
    assert sum(not pair.story for pair in labelled) * 3 >= len(labelled)
    scores, wrong = measure(labelled)
    for what, (precision, recall) in FLOORS.items():
        assert scores[what].precision >= precision, wrong
        assert scores[what].recall >= recall, wrong


@pytest.mark.slow
def test_reprints_among_many_are_found_and_reused_templates_kept_apart() -> None:
    corpus = list(islice(articles(seed=3), 400))
    joined, missed, wrong = pairs_of(ours(corpus), [story for *_, story in corpus])
    assert joined > 50
    assert missed <= joined // 15
    assert wrong == 0
