"""The words by which newsrooms print who did what for a story, by the role that each gives.

`_WORDS` is the one place for such words: bylines are read by it and lines left out by it.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Literal

Role = Literal["reporter", "photographer", "account", "editor", "uploader", "crew", "other"]
"""account: who posted the story, whom a bare "Oleh" names as well; uploader: who only did that;
crew: people whom no column holds; other: no person's part."""

_WORDS: dict[Role, tuple[str, ...]] = {
    "reporter": (
        "penulis", "penulis naskah", "reporter", "citizen reporter", "pewarta", "wartawan",
        "jurnalis", "journalist", "peliput", "diliput", "diliput oleh", "tim peliput",
        "tim liputan", "rep", "kontributor",
        "contributor", "koresponden", "correspondent", "ditulis", "ditulis oleh", "dilaporkan oleh",
        "laporan", "laporan oleh", "liputan", "liputan oleh", "naskah", "naskah oleh", "teks",
        "teks oleh", "cerita oleh", "report",
        "reported by", "reporting by", "writer", "author", "written by",
        "words by", "story by", "text by", "pewawancara", "interviewer",
    ),
    "photographer": ("fotografer", "photographer", "pewarta foto", "jurnalis foto"),
    "account": (
        "oleh", "by", "posted by", "submitted by", "published by", "diposting oleh",
        "diposkan oleh", "dipost oleh", "diterbitkan oleh", "dipublikasikan oleh",
        "dipublikasi oleh", "dipublish oleh", "diupload oleh", "diunggah oleh",
        "publikasi", "dikirim oleh", "dibuat oleh",
        "dirilis oleh", "dimuat oleh", "ditayangkan oleh", "pengirim", "created by",
    ),
    "editor": (
        "editor", "editors", "editorial team", "ed", "redaktur", "redaktur pelaksana", "red",
        "redaktur jaga", "redaktur senior", "redaktur eksekutif", "asisten redaktur", "redpel",
        "penyunting", "disunting", "disunting oleh", "diedit", "diedit oleh", "edited by",
        "editing by", "penyelia",
        "penyelaras", "penyelaras naskah", "penyelaras bahasa", "penyelia naskah",
        "penyunting naskah", "penyunting bahasa", "pemeriksa naskah", "pemeriksa bahasa",
        "penata bahasa", "editor naskah", "editor bahasa",
        "copy editor", "copyeditor", "editor in chief", "pimred",
        "pemimpin redaksi", "managing editor", "senior editor",
    ),
    "uploader": ("uploader", "pengunggah", "publisher", "publish", "upload"),
    "crew": (
        "penerjemah", "translator", "translated by", "alih bahasa", "videografer", "kameramen",
        "produser", "video editor", "editor video",
    ),
    "other": (
        "sumber", "sumber berita", "source", "source news", "foto", "foto oleh", "kategori", "tag",
        "label", "labels", "tags", "tanggal", "published",
    ),
}  # fmt: skip
PERSONS = (
    "penulis", "reporter", "pewarta", "wartawan", "jurnalis", "journalist", "kontributor",
    "contributor", "koresponden", "writer", "fotografer", "photographer", "editor", "redaktur",
)  # fmt: skip
_ROLE: dict[str, Role] = {word: role for role, words in _WORDS.items() for word in words}
_LONGEST = 40


def _pattern(words: Iterable[str]) -> str:
    """By their first letters, which is faster, then the longest first; any white space parts."""
    ordered = sorted(words, key=lambda word: (word[0], -len(word)))
    rests = (
        (first, "|".join(word[1:].replace(" ", r"\s+") for word in alike))
        for first, alike in groupby(ordered, key=itemgetter(0))
    )
    return "|".join(f"{first}(?:{rest})" for first, rest in rests)


_BY = [word for word in _ROLE if word.endswith((" oleh", " by"))]
BY_WHOM = _pattern([*_BY, "oleh", "by"])
"""What opens a credit without a colon, as a pattern: "Ditulis oleh"."""

PERSON = _pattern(PERSONS)
"""What a person is called beside a name, as a pattern: "Ani Contoh (Kontributor)"."""

CREDIT = _pattern(word for word, role in _ROLE.items() if role != "other")
"""The words of every role of people, as a pattern."""

_GLUED = r"(?-i:(?<=[a-z])(?=[A-Z][a-z]+\s?:))"
_CUT = r"(?:(?<=rep)|(?<=ed))\.(?=\s?(?-i:[A-Z]))"
_PLACE = (
    r"(?:(?<=utor|nden|awan)(?-i:(?:\s[A-Z]\w+){1,3})(?=\s?:)|"
    r"(?<=itor|ktur)\s(?:desk|halaman|daerah|wilayah|biro|rubrik)(?:\s\w+){0,2}(?=\s?:))?"
)
_DESK = re.compile(r"\s(?:desk|halaman|daerah|wilayah|biro|rubrik)(?:\s\w+){0,2}$")
LABEL = re.compile(
    rf"(?:(?<![\w.])|{_GLUED})(?P<role>{_pattern(_ROLE)}){_PLACE}"
    rf"(?:\s*(?:&|dan|/|,)\s*(?P<second>{CREDIT}|foto))?\s*\|?\s*(?:[:：]|{_CUT})\s*\|?",
    re.I,
)
"""A role with its colon: "Penulis:", "Redaktur & Reporter :", "ContohEditor:"; "Rep. ", "Ed. ";
"Kontributor Sungai Madu:"."""

_BARE = (
    rf"\W*(?P<role>{BY_WHOM}|laporan|penulis|reporter|pewarta|editor|"
    r"(?:kontributor|koresponden)(?=\s[\w .-]{3,30},\s)|ditulis|disunting|diliput|penyunting|"
    r"redaktur(?!\s(?:pelaksana|senior|eksekutif|jaga)\b))\s+"
    r"(?:(?:wartawan|reporter|jurnalis|kontributor)\skami\s+|(?<=utor\s|nden\s)[\w .-]{3,30},\s+)?"
    r"(?=\S)"
)
_LOWER_BARE = re.compile(_BARE)
BARE = re.compile(_BARE, re.I)
"""A role that opens a line without a colon: "Oleh Ani Contoh"."""

DATED_BY = re.compile(
    rf"(?:\b(?:wib|wita|wit|lalu|ago|[ap]m)|\d{{4}}|\d[:.]\d\d|\w\s[|·•–—])\W+(?P<role>{BY_WHOM})\s+(?=\w)",
    re.I,
)
"""The account after the date: "22 Oktober 2025 19.09 WIB oleh Ani Contoh"."""

NEXT_BARE = re.compile(
    r"[\s|/,·•–—]+(?P<role>Penulis|Reporter|Pewarta|Editor|Redaktur|Penyunting|Fotografer|Ditulis|Disunting|"
    r"(?:Foto|Teks|Naskah|Ditulis|Disunting)\s+oleh)\s+(?=[A-Z])"
)
"""A further role in such a line: "Penulis Ani Contoh Editor Budi Semisal"."""


def opens_with_role(lower: str) -> bool:
    """True for a line in lower case that `BARE` matches, in a third of its time."""
    return _LOWER_BARE.match(lower) is not None


def role_of(label: str) -> Role | None:
    """The role that a text is nothing but the word for: "Penulis", "Editor :"."""
    if len(label) > _LONGEST:
        return None
    words = " ".join(label.casefold().strip(" :：|(),.").split())
    return _ROLE.get(words) or _ROLE.get(_DESK.sub("", words))
