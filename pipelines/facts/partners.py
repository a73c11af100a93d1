"""Partners that no institution's word tells, by the grammar of agreeing: "menggandeng Elokride".

A capitalised name where a partner stands, beside the agency in a sentence that speaks of agreeing.
It counts only where the story names it again, and where it is no person, region or office.
"""

import re
from collections.abc import Iterator
from itertools import islice

from pipelines.facts.agency import AGENCY_NEAR
from pipelines.facts.full_names import written_out
from pipelines.facts.institutions import without_what_follows
from pipelines.facts.joints import IS_URGED
from pipelines.facts.officials import find_officials
from pipelines.facts.prose import DATELINE_END, MAX_READ, Prose, data_words
from pipelines.regions import find_regions

_WORD = r"[A-Z][\w'’/-]*"
_NAME = (
    r"(?!Kerja\s?[Ss]ama\b|Kolaborasi\b|Sinergi\b|Kemitraan\b|Sama\b)"
    rf"(?P<name>{_WORD}(?:\s(?:dan\s)?{_WORD}){{0,7}})"
    r"(?:\s\((?P<short>[A-Z][\w-]+)\))?"
)
_LINK = r"\s(?:[a-z]+,?\s){0,5}"
_DEED = (
    r"\b(?:kerja\s?sama|bekerja\s?sama|kolaborasi|berkolaborasi|sinergi|bersinergi|bermitra|"
    r"kemitraan|perjanjian|kesep\w+|MoU|PKS|nota\s\w+)\b"
)
_COVERS = (
    r"(?:mendaftarkan|membiayai|menanggung|mengikutsertakan|melindungi|memproteksi|memfasilitasi)\b"
)
_AGENCY = r"(?:BPJS|BP\s?[Jj]|Jamsostek|Badan\s[Pp]enyelenggara)"
_SUBJECT = re.compile(
    rf"{_NAME}(?:[^.;\n]{{0,90}}?(?i:{_DEED})[^.;\n]{{0,60}}?\b(?:dengan|bersama)\s|"
    rf"[^.;\n]{{0,60}}?\s{_COVERS}[^.;\n]{{0,90}}?)[^.;\n]{{0,20}}?(?={_AGENCY})"
)
_PARTNERS = (
    re.compile(rf"(?i:{_DEED}(?:\s[\w()/]+){{0,6}}?\s(?:dengan|bersama)){_LINK}{_NAME}"),
    re.compile(rf"\b(?i:(?:meng)?gandeng|(?:me)?rangkul){_LINK}{_NAME}"),
    re.compile(rf"\bantara\s{_AGENCY}[^.;]{{0,60}}?\s(?:dengan|dan){_LINK}{_NAME}"),
    re.compile(
        rf"{_NAME},?\s(?:[a-z]+\s){{0,3}}?(?:menjalin|meneken|teken|menandatangani|bekerja\ssama|"
        rf"melanjutkan|memperpanjang)\b[^.;\n]{{0,90}}?\b(?:dengan|bersama){_LINK}(?={_AGENCY})"
    ),
    re.compile(
        rf"{_NAME}\s(?:dengan|bersama|dan|gandeng|menggandeng|Gandeng|Bersama){_LINK}(?={_AGENCY})"
    ),
)
_IN_HEADLINE = (
    re.compile(rf"(?:^|[,:?!]\s){_NAME}\s(?:Gandeng|Bareng|Bersama|dan|Dan|&)\s(?={_AGENCY})"),
    re.compile(
        rf"{_AGENCY}(?:\s[\w-]+){{0,3}}?\s(?:[Gg]andeng|[Rr]angkul|[Bb]ersama|[Dd]engan|dan|&)\s"
        rf"{_NAME}"
    ),
)
_SPEAKS_OF_AGREEING = re.compile(rf"{_DEED}|gandeng|rangkul|{_COVERS}", re.IGNORECASE)
_AGENCY_NAMED = re.compile(_AGENCY)
_BEFORE_BRACKETS = rf"(?<![\w'’/-])(?P<long>(?:{_WORD}\s(?:(?:dan|di)\s)?){{1,9}})"
_BESIDE = re.compile(r"\s(?:(?:Kabupaten|Kota|Provinsi)\s)?")
_NO_PARTNER = data_words("organ_words.txt") | data_words("no_partners.txt")
_PARAGRAPHS, _SENTENCES = 4, 12
_NAMED_AGAIN, _SHORTEST = 2, 3


def partners_named(title: str, prose: Prose) -> tuple[str, ...]:
    """The capitalised name that agrees with the agency, and that the story names again, if any."""
    for match in _matches(_IN_HEADLINE, title, 0, len(title)):
        name = _as_far_as_named(match["name"], prose.text[:MAX_READ])
        if name and _is_a_body(name, prose):
            return (_written_out_or_long(name, prose),)
    for start, end in islice(_agreeing_sentences(prose), _SENTENCES):
        subject = _subject(prose, start, end)
        for match in (*subject, *_matches(_PARTNERS, prose.text, start, end)):
            name = without_what_follows(match["name"])
            if _is_a_body(name, prose) and _is_told_again(name, match["short"], title, prose):
                return (_written_out_or_long(name + _place_after(match, prose), prose),)
    return ()


def _written_out_or_long(name: str, prose: Prose) -> str:
    full = written_out(name, prose)
    return full if full != name else _long_form(name, prose)


def _subject(prose: Prose, start: int, end: int) -> list[re.Match[str]]:
    """What a sentence begins with, where it agrees with the agency and is surely a name."""
    match = _SUBJECT.match(prose.text, start, end)
    if not match or IS_URGED.match(prose.text, match.end("name"), end):
        return []
    name = match["name"]
    sure = " " in name or match["short"] or re.search(rf"(?<=[a-z,]\s){name}\b", prose.text)
    return [match] if sure else []


def _matches(
    patterns: tuple[re.Pattern[str], ...], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    return (match for pattern in patterns for match in pattern.finditer(text, start, end))


def _as_far_as_named(name: str, text: str) -> str | None:
    """As many words of a headline's name as the text uses as a name, in its sentences, twice."""
    words = name.split()
    for count in range(len(words), 0, -1):
        beginning = " ".join(words[:count])
        if text.count(beginning) < _NAMED_AGAIN:
            continue
        as_a_name = re.escape(beginning)
        within = rf"(?<=[a-z,(]\s){as_a_name}\b|\({as_a_name}\)"
        if count > 1 or len(re.findall(within, text)) >= _NAMED_AGAIN:
            return beginning
    return None


def _agreeing_sentences(prose: Prose) -> Iterator[tuple[int, int]]:
    """The sentences of the first paragraphs that name the agency and speak of agreeing."""
    starts = prose.paragraph_starts
    within = starts[_PARAGRAPHS] if len(starts) > _PARAGRAPHS else len(prose.text)
    dateline = DATELINE_END.match(prose.text)
    for start in prose.sentence_starts:
        if start >= within:
            return
        _, end = prose.sentence_at(start)
        if _AGENCY_NAMED.search(prose.text, start, end) and _SPEAKS_OF_AGREEING.search(
            prose.text, start, end
        ):
            yield (
                (dateline.end() if dateline and dateline.end() < end and not start else start),
                end,
            )


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
    if any(one.bare_name.split()[0] == first for one in find_regions(prose)):
        return False
    return not any(one.start == 0 for one in find_regions(Prose(name)))


def _place_after(match: re.Match[str], prose: Prose) -> str:
    """The place that follows a short form: "Himpunan Elok (HE) Kota Palu"."""
    end = match.end("short") + 1 if match["short"] else MAX_READ
    place = next((one for one in find_regions(prose) if one.start >= end), None)
    beside = place and _BESIDE.fullmatch(prose.text, end, place.start)
    return prose.text[end : place.end] if place and beside else ""


def _long_form(name: str, prose: Prose) -> str:
    """A headline's short form as the text writes it out: "Permata" by "Perhimpunan … (Permata)"."""
    short, _, rest = name.partition(" ")
    before = re.search(rf"{_BEFORE_BRACKETS}\({re.escape(short)}\)", prose.text[:MAX_READ])
    words = before["long"].split() if before else []
    begins = [first for first, word in enumerate(words) if word[0].lower() == short[0].lower()]
    spelt = (first for first in begins if _initials(words[first:]) == short.lower())
    first = next(spelt, begins[-1] if begins else None)
    return name if first is None else " ".join((*words[first:], rest)).rstrip()


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper()).lower()
