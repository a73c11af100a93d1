"""Indonesian personal names: where one begins and ends, without titles and degrees."""

import re

from pipelines.facts.prose import data_words

_HONORIFICS = re.compile(
    r"(?:(?:bapak|ibu|pak|bu|sdr|saudara|yth|h|hi|hj|kh|k\.h|tgh|kiai|kyai|tuan\s+guru|ust|ustadz|drs|dra|dr|"
    r"drg|drh|ir|assoc|prof|apt|ns|irjen|brigjen|kombes|akbp|kompol|akp|mayjen|kolonel|letkol|mayor|"
    r"kapten|letjen|letda|lettu|serma|serka|sertu|serda|pelda|peltu|aiptu|aipda|bripka|ipda|iptu|laksma|laksda|marsma|marsda|pol|pdt|rm|hc|"
    r"raden|rd|tn|ny|pendeta|pastor|ustaz|komjen|jenderal|purn|haji|hajah|hm|ha|hr|hb|tb|romo|tgk|capt|mgr|"
    r"purnawirawan)\b\.?(?:\s?\(?(?:pol|purn|hc|h\.c|inf|kav|ar[mh]|czi|c[pb][lam]|ck[muce]|caj|chb|chk|ctp|mar|"
    r"laut|[tpe](?=\))|pn[bk]|tek|tni|cand)\b\.?\)?){0,3}[,\s]*)+",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"(?:[A-Z]\.\s?(?=[A-Z])|[A-Z][a-z]+[A-Z][a-z]+|[A-Z][a-z’'`]+(?![A-Z])(?:-[A-Z][a-z]+)*|[A-Z]{1,2}\.?(?=[\s,.]|$)|[A-Z]{3,}|"
    r"[A-Z][a-z]*['’`][A-Z]?[a-z]+)\.?"
)
_PARTICLES = re.compile(r"\s(?:bin|binti|al|el|de|van|da|dos|la)\b(?=\s[A-Z])")
_DEGREE = re.compile(
    r"(?:S|M|A|D|B|Dr|Sp|SE|SH|MH|MM|ST|MT|MAP|AP|SIP|SSos|SPd|MSi|MPd|SKM|SSTP|STP|Phd|MBA|CN|AKS|"
    r"Ak|CA|QIA|Lc|MA|MP|SP|MPH|MPA|MSc|MKes|SKep|SPi|SHut|SAg|MAg|STTP|CRMO|CGCAE|SIK|MIK|LLM|Psi|MPsi)\.?$"
)
NAME_INITIALS = frozenset(
    {"hm", "ha", "hr", "hb", "tb", "kh", "hj", "igk", "ign", "aa", "rm", "akbp", "akp"}
)
"""Titles and first names written as capitals, which begin a name and end an office."""
_NEVER = data_words("never_names.txt") | data_words("organ_words.txt")
_BEGINS_A_NAME = frozenset(
    {"Prof", "Dr", "Drs", "Dra", "Hj", "KH", "AKBP", "AKP", "Kompol", "Kombes", "Irjen", "Brigjen"}
    | {"Kolonel", "Letkol", "Mayjen", "Ir", "Assoc"}
)
_WORD_GOES_ON = re.compile(r"-[a-z]")
_SPACED_DEGREE = re.compile(r"\s[MS]\.\s(?:Ag|Si|Pd|Sos|Hum|Kom|Kes|Ak|Sc|Th|Ked|Farm)\.?$")
_GLUED = re.compile(r"\.(?=[A-Z][a-z])")
_SHORTENED = frozenset({"abd", "ach", "akh", "moh", "muh", "mhd", "mch", "sdr", "sya", "yoh"})
_MOST_WORDS = 6
_LONGEST_SHORTENED = 4
_ACRONYM = re.compile(r"[A-Z]{2,5}")
_OF_A_BODY = re.compile(r"[A-Z][a-z]+ [A-Z]{3,5}")
_DERIVED = re.compile(
    r"(?:ke|pe(?:r|m|n|ng|ny|l)?)[a-z]{5,}an(?:nya)?|[a-z]{4,}(?:isasi|ologi|itas)|[a-z]{5,}nya",
    re.I,
)
_GRADES = ("kelas ", "tipe ")
"""What makes a grade of the letter behind it, no initial."""
_CAPITAL = re.compile(r"\s?[A-Z]")
_NAME_GOES_ON = re.compile(r"\s(?!Ph\.?D)[A-Z][a-z]")


def is_derived_noun(word: str) -> bool:
    """Whether a word is formed as names of offices are and persons' are not: "Persidangan"."""
    return _DERIVED.fullmatch(word) is not None


def past_titles(text: str, offset: int) -> int:
    """Where the titles end that begin here; the offset itself where none do."""
    titles = _HONORIFICS.match(text, offset)
    return titles.end() if titles else offset


def name_at(text: str, offset: int, places: dict[int, int]) -> tuple[str, int, int] | None:
    """The person's name that begins here, after titles, as (name, start, end).

    places: where names of places begin and end; a place is no person.
    """
    start = end = past_titles(text, offset)
    words: list[str] = []
    while len(words) < _MOST_WORDS:
        match = _NAME_WORD.match(text, end)
        if match is None or not _is_name_word(match, places, words):
            break
        if _WORD_GOES_ON.match(text, match.end()):
            break
        if words and match.group().strip(". ") in _BEGINS_A_NAME:
            return name_at(text, match.start(), places)
        words.append(match.group().strip())
        end = match.end()
        if words[-1].endswith(".") and not _is_shortened(words):
            break
        particle = _PARTICLES.match(text, end)
        if particle:
            words.append(particle.group().strip())
            end = particle.end()
        if text[end : end + 1] == " ":
            end += 1
        elif text[end - 1] not in ". ":
            break
    end = start + len(_SPACED_DEGREE.sub("", text[start:end].rstrip(" ,")))
    name = " ".join(_GLUED.sub(". ", text[start:end]).split()).strip(" .,")
    whole = any(len(word.strip(".")) > 2 for word in words)
    if not whole or _ACRONYM.fullmatch(name) or _OF_A_BODY.fullmatch(name):
        return None
    return name, start, start + len(text[start:end].rstrip(" .,"))


def _is_shortened(words: list[str]) -> bool:
    """Whether a full stop shortens a name and ends no sentence: "Moh. Saleh", "Andi Abd. Aziz"."""
    last = words[-1].lower().strip(".")
    return len(last) < _LONGEST_SHORTENED and (
        len(words) < 2 or len(last) < 3 or last in _SHORTENED
    )


def _is_name_word(match: re.Match[str], places: dict[int, int], words: list[str]) -> bool:
    word, start = match.group(), match.start()
    if (
        word.startswith("Se-")
        or word.lower().strip(".") in _NEVER
        or is_derived_noun(word)
        or (words and _is_degree(word, match))
        or (len(word) == 1 and match.string[max(0, start - 6) : start].lower().endswith(_GRADES))
    ):
        return False
    return start not in places or (bool(words) and places[start] - start == len(word))


def _is_degree(word: str, match: re.Match[str]) -> bool:
    """Whether capitals are a degree: a name does not go on after it."""
    if _NAME_GOES_ON.match(match.string, match.end()):
        return False
    if len(word.strip(".")) == 1 and not _CAPITAL.match(match.string, match.end()):
        return False
    return len(word) > 1 and (word.isupper() or "." in word) and bool(_DEGREE.match(word))
