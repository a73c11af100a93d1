"""Partners that no institution's word tells, by the grammar of agreeing: "menggandeng Elokride".

A capitalised name where a partner stands, beside the agency in a sentence that speaks of agreeing.
It counts only where the story names it again, and where it is no person, region or office.
"""

import re
from collections.abc import Iterator

from pipelines.facts.agency import AGENCY_NEAR
from pipelines.facts.institutions import without_what_follows
from pipelines.facts.officials import find_officials
from pipelines.facts.prose import MAX_READ, Prose, data_words
from pipelines.regions import find_regions

_NAME = (
    r"(?!Kerja\s?[Ss]ama\b|Kolaborasi\b|Sinergi\b|Kemitraan\b|Sama\b)"
    r"(?P<name>[A-Z][\w'’/-]*(?:\s(?:dan\s)?[A-Z][\w'’/-]*){0,7})"
    r"(?:\s\((?P<short>[A-Z][\w-]+)\))?"
)
_LINK = r"\s(?:[a-z]+,?\s){0,5}"
_DEED = (
    r"\b(?:kerja\s?sama|bekerja\s?sama|kolaborasi|berkolaborasi|sinergi|bersinergi|bermitra|"
    r"kemitraan|perjanjian|kesep\w+|MoU|PKS|nota\s\w+)\b"
)
_AGENCY = r"(?:BPJS|BP\s?[Jj]|Jamsostek|Badan\s[Pp]enyelenggara)"
_PARTNERS = (
    re.compile(rf"(?i:{_DEED}(?:\s[\w()/]+){{0,6}}?\s(?:dengan|bersama)){_LINK}{_NAME}"),
    re.compile(rf"\b(?i:(?:meng)?gandeng|(?:me)?rangkul){_LINK}{_NAME}"),
    re.compile(rf"\bantara\s{_AGENCY}[^.;]{{0,60}}?\s(?:dengan|dan){_LINK}{_NAME}"),
    re.compile(
        rf"{_NAME}\s(?:dengan|bersama|dan|gandeng|menggandeng|Gandeng|Bersama){_LINK}(?={_AGENCY})"
    ),
)
_IN_HEADLINE = (
    re.compile(rf"(?:^|[,:?!]\s){_NAME}\s(?:Gandeng|Bareng|Bersama|dan|Dan|&)\s(?={_AGENCY})"),
    re.compile(
        rf"{_AGENCY}(?:\s[\w-]+){{0,3}}?\s(?:[Gg]andeng|[Rr]angkul|[Bb]ersama|[Dd]engan|dan|&)\s{_NAME}"
    ),
)
_SPEAKS_OF_AGREEING = re.compile(rf"{_DEED}|gandeng|rangkul", re.IGNORECASE)
_AGENCY_NAMED = re.compile(_AGENCY)
_NO_PARTNER = data_words("organ_words.txt") | data_words("no_partners.txt")
_PARAGRAPHS = 4
_NAMED_AGAIN, _SHORTEST = 2, 3


def partner_named(title: str, prose: Prose) -> str | None:
    """The capitalised name that agrees with the agency, and that the story names again."""
    for match in _matches(_IN_HEADLINE, title):
        name = _as_far_as_named(match["name"], prose.text[:MAX_READ])
        if name and _is_a_body(name, prose):
            return name
    for sentence in _agreeing_sentences(prose):
        for match in _matches(_PARTNERS, sentence):
            name = without_what_follows(match["name"])
            if _is_a_body(name, prose) and _is_told_again(name, match["short"], title, prose):
                return name
    return None


def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    return (match for pattern in patterns for match in pattern.finditer(text))


def _as_far_as_named(name: str, text: str) -> str | None:
    """As many words of a headline's name as the text uses as a name, in its sentences, twice."""
    words = name.split()
    for count in range(len(words), 0, -1):
        beginning = " ".join(words[:count])
        if text.count(beginning) < _NAMED_AGAIN:
            continue
        as_a_name = re.escape(beginning)
        if len(re.findall(rf"(?<=[a-z,(]\s){as_a_name}\b|\({as_a_name}\)", text)) >= _NAMED_AGAIN:
            return beginning
    return None


def _agreeing_sentences(prose: Prose) -> Iterator[str]:
    """The sentences of the first paragraphs that name the agency and speak of agreeing."""
    starts = prose.paragraph_starts
    within = starts[_PARAGRAPHS] if len(starts) > _PARAGRAPHS else len(prose.text)
    for start in prose.sentence_starts:
        if start >= within:
            return
        sentence = prose.text[slice(*prose.sentence_at(start))]
        if _AGENCY_NAMED.search(sentence) and _SPEAKS_OF_AGREEING.search(sentence):
            yield sentence


def _is_told_again(name: str, short: str | None, title: str, prose: Prose) -> bool:
    story = f"{title}\n{prose.text[:MAX_READ]}"
    return max(story.count(name), story.count(short) if short else 0) >= _NAMED_AGAIN


def _is_a_body(name: str, prose: Prose) -> bool:
    """Whether a name is of no person, region, office of a government, or the agency."""
    first = name.lower().partition(" ")[0]
    if first in _NO_PARTNER or len(name) < _SHORTEST or AGENCY_NEAR.search(name):
        return False
    if any(name in one.name for one in find_officials(prose)):
        return False
    if any(one.bare_name.startswith(first) for one in find_regions(prose)):
        return False
    return not any(one.start == 0 for one in find_regions(Prose(name)))
