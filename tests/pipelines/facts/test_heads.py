"""A reader begins at the words it asks for, whenever it first asked."""

from pipelines.facts.prose import Heads, Phrases, Prose


def test_words_asked_for_after_a_story_was_indexed_are_found() -> None:
    prose = Prose("Wuzala di Wezolo, lalu wuzala lagi.")
    assert prose.places_of(Heads({"wezolo"})) == [2]
    assert prose.places_of(Heads({"wuzala", "wezolo"})) == [0, 2, 4]
    assert [found.value for found in Phrases([("wuzala lagi", 1), ("lalu", 2)]).find(prose)] == [
        2,
        1,
    ]


def test_a_beginning_counts_only_where_a_word_begins() -> None:
    prose = Prose("Terpadu Rp5 juta, korp rp 7 dan urp.")
    assert [prose.words[place] for place in prose.beginning("rp", "zz")] == ["rp5", "rp"]


def test_words_stand_at_their_offsets() -> None:
    prose = Prose("Jum'at, 5/3: _Budi’s_ 'kata' İa.")
    printed = [prose.lower[a:b] for a, b in zip(prose.starts, prose.ends, strict=True)]
    assert printed == prose.words
    assert prose.words[:5] == ["jum'at", "5", "3", "budi’s", "kata"]
