"""An alternation by first letters finds what the plain one finds."""

import re

import pytest

from pipelines.facts.alternatives import by_first_letter

WORDS = (
    r"sepakat\w*|sinergi|(?:me|pe)?neken|t?anda|mou|mou (?:baru|lama(?: sekali)?)|menjalin|\w*tak"
)


TEXTS = (
    "sepakati,sinergi,meneken,neken,anda,tanda,mou,mou lama sekali,menjalin,berontak,sepak,"
    "sinergis,mo,men,,s,sinergisepakat"
)


@pytest.mark.parametrize("text", TEXTS.split(","))
def test_it_finds_what_the_plain_alternation_finds(text: str) -> None:
    plain = re.search(rf"\b(?:{WORDS})\b", f"dan {text} itu")
    found = re.search(rf"\b(?:{by_first_letter(WORDS)})\b", f"dan {text} itu")
    assert (found and found.span()) == (plain and plain.span())


def test_what_begins_alike_stands_together() -> None:
    assert by_first_letter("sa|ta|s(?:e|i)|t?i") == "s(?:a|(?:e|i))|t(?:a)|t?i(?:)"
