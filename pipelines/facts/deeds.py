"""What a story tells of being done, a word or phrase a deed: papers, signings, launches, plans.

`data/deeds.tsv` lists the words of each kind. A deed stands in a clause of a sentence; the words
beside it say whether it is done, still ahead, or an earlier one that the news only looks back on.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from pipelines.facts.prose import Phrases, Prose, read_prose
from pipelines.facts.topics import listed_words, topics_in

Time = Literal["done", "now", "ahead", "back", "must", "goal"]
"""done: signed, issued, renewed, or behind "telah". now: named without a word on when. ahead:
planned or wished for. back: an earlier one. must: a duty, or not yet done. goal: behind "untuk"."""

HEADLINE = -1
"""The paragraph of what stands in the headline."""

_PAPERS = frozenset({"mou", "pks", "addendum", "pact", "pledge", "ally"})
_RULES = frozenset({"rule", "draft"})
_ACTS = {
    **dict.fromkeys(_PAPERS, ("sign", "agree", "tie", "renew")),
    **dict.fromkeys(_RULES, ("issue", "sign")),
}
_DONE = frozenset({"sign", "agree", "tie", "renew", "issue"})
_OF_A_PAPER = _DONE | {"pact", "ally"}
_OF_COVER = frozenset({"cover", "pay", "enlarge", "launch", "hand", "budget"})
_TO_COME = frozenset({"planned", "soon"})
_PENDING = _TO_COME | {"due"}
_HOPES = _PENDING | {"aim"}
_MADE = frozenset({"mou", "pks", "addendum", "pact"})
_OF_WORKERS = frozenset({"cover", "pay", "covered"})
JOINTS = frozenset({"mask", "cut", "setting", "make"})
"""Kinds of words that only part or join clauses, or say that what follows is done."""
_TELL_TIME = _HOPES | JOINTS | {"ahead", "plan", "back", "past", "next", "force", "if", "start"}
_TIMELESS = _DONE | _TELL_TIME | {"ground", "run", "means", "law", "duty"}
"""Kinds that no "telah" or "untuk" before them gives a time."""
_LED_BY: dict[str, Time] = {
    **dict.fromkeys(("telah", "sudah", "kini", "berhasil", "resmi"), "done"),
    **dict.fromkeys(("untuk", "agar", "guna", "supaya", "demi", "upaya", "rangka"), "goal"),
    **dict.fromkeys(("dapat", "bisa", "mampu", "perlu"), "goal"),
    **dict.fromkeys(("belum", "tidak", "yang", "sedang", "tengah"), "now"),
}
_LEADS = 4
_SHELTER = re.compile(r"\bper?lindungan\b")
"""What is called "proteksi" as well."""
_ENDS_LEADING = frozenset(".,;:()")
_CUTS = frozenset({"cut", "means", "past"})
_PARTS_CLAUSES = frozenset(',;:()–—"“”|')
_BRACKETS = re.compile(r"\([^()]{1,20}\)")
_OPENING = 4
_FIRST = 1


class Deed(NamedTuple):
    """A word of deeds.tsv in a story.

    kind: its row. start, end: offsets in the headline or the text. paragraph: from 0, or
    HEADLINE. sentence: where its sentence begins. clause: from 0 in its sentence.
    quoted: whether somebody says it, between quotation marks.
    """

    kind: str
    start: int
    end: int
    paragraph: int
    sentence: int
    clause: int
    quoted: bool
    time: Time = "now"


@dataclass(frozen=True, slots=True)
class Story:
    """The deeds of the headline and those of the text, each in order.

    both_names: one paper is called MoU and PKS, or one of each is signed in this news.
    topics: what it speaks of beside its deeds; see topics_in.
    """

    headline: tuple[Deed, ...]
    text: tuple[Deed, ...]
    both_names: bool
    topics: frozenset[str]

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """All deeds, those of the headline first."""
        return self.headline + self.text


def read_story(title: str, prose: Prose) -> Story:
    """What a headline and its text tell of being done."""
    text, above = _find(prose), read_prose(title)
    headline = tuple(deed._replace(paragraph=HEADLINE) for deed in _find(above))
    both_names = _both_names(prose.text, text) or _both_signed(text)
    return Story(headline, text, both_names, topics_in(above, prose))


@cache
def _lexicon() -> Phrases[str]:
    calls = [*listed_words("deeds.tsv")]
    calls += [(re.sub(_SHELTER, "proteksi", w), k) for w, k in calls if re.search(_SHELTER, w)]
    return Phrases((word + ending, kind) for word, kind in calls for ending in ("", "nya"))


def _find(prose: Prose) -> tuple[Deed, ...]:
    by_sentence = groupby(_untimed(prose), key=lambda deed: deed.sentence)
    return tuple(deed for _, sentence in by_sentence for deed in _timed(list(sentence)))


def _untimed(prose: Prose) -> list[Deed]:
    found: list[Deed] = []
    sentence, sentence_ends, paragraph = 0, 0, 0
    for phrase in _lexicon().find(prose):
        kind, start, end = phrase.value, phrase.start, phrase.end
        last = found[-1] if found else None
        if last is not None and kind == last.kind and prose.text[last.end : start] == " (":
            found[-1] = last._replace(end=end)
            continue
        if start >= sentence_ends:
            sentence, sentence_ends = prose.sentence_at(start)
            paragraph = prose.paragraph_of(start)
        clause = 0
        if last is not None and last.sentence == sentence:
            clause = last.clause + (kind in _CUTS or _parted(prose.text, last, start))
        time = _led(prose, phrase.first, sentence) if kind not in _TIMELESS else "now"
        quoted = prose.quoted_at(start)
        found.append(Deed(kind, start, end, paragraph, sentence, clause, quoted, time))
    return found


def _led(prose: Prose, place: int, sentence: int) -> Time:
    """The time that the nearest of some words shortly before gives a deed, if its clause none."""
    first = max(0, place - _LEADS)
    if _LED_BY.keys().isdisjoint(prose.words[first:place]):
        return "now"
    for before in range(place - 1, first - 1, -1):
        between = prose.text[prose.ends[before] : prose.starts[before + 1]]
        if prose.starts[before] < sentence or not _ENDS_LEADING.isdisjoint(between):
            break
        if prose.words[before] in _LED_BY:
            return _LED_BY[prose.words[before]]
    return "now"


def _parted(text: str, last: Deed, start: int) -> bool:
    """Whether a clause ends between two deeds; not after a first "Sebelumnya," or at "(RT)"."""
    opens = last.kind == "back" and last.start < last.sentence + _OPENING
    between = text[last.end : start].removeprefix(")")
    if "(" in between:
        between = _BRACKETS.sub("", between)
    return not opens and not _PARTS_CLAUSES.isdisjoint(between)


def _timed(sentence: list[Deed]) -> list[Deed]:
    """With the time of each: by its own clause, then by the signing beside it."""
    own: list[Deed] = []
    for deed in sentence:
        time = _own_time(deed, own, sentence)
        own.append(deed if time == "now" else _at(deed, time))
    return [_at(deed, _with_signing(deed, own)) for deed in own]


def _at(deed: Deed, time: Time) -> Deed:
    return deed if deed.time == time else deed._replace(time=time)


def _own_time(deed: Deed, earlier: list[Deed], sentence: list[Deed]) -> Time:
    if deed.kind in JOINTS:
        return "now"
    following = sentence[len(earlier) + 1 :]
    before = {one.kind for one in earlier if one.clause == deed.clause}
    after = {one.kind for one in following if one.clause == deed.clause}
    nearest = earlier[-1].kind if before else None
    if _looks_back(deed, before, after, earlier, sentence):
        return "back"
    if _if_ever(earlier) or _looks_ahead(deed, before, after):
        return "ahead"
    if deed.kind in _OF_WORKERS and ("duty" in before or nearest == "due"):
        return "must"
    if deed.kind in _MADE and nearest == "make":
        return "done"
    if deed.kind == "tie" and "teach" in after:
        return "now"
    return "done" if deed.kind in _DONE else "now"


def _looks_back(
    deed: Deed, before: set[str], after: set[str], earlier: list[Deed], sentence: list[Deed]
) -> bool:
    nearest = earlier[-1].kind if before else None
    if "back" in before or "back" in after or nearest in ("ground", "past"):
        return True
    if deed.kind in _ACTS and (nearest in ("run", "review") or _ran_before(deed, before, sentence)):
        return True
    if deed.kind in _RULES and ("force" in before or "force" in after):
        return True
    return deed.kind in _OF_A_PAPER and _of_earlier_paper(deed, earlier)


def _looks_ahead(deed: Deed, before: set[str], after: set[str]) -> bool:
    if deed.kind == "plan" or "ahead" in before or "next" in before:
        return True
    if deed.kind in _OF_COVER and not (before | after).isdisjoint(_TO_COME):
        return True
    signs = deed.kind in _PAPERS or deed.kind in _DONE or deed.kind == "launch"
    if signs and not before.isdisjoint(_HOPES):
        return True
    if (signs or deed.kind in _RULES) and not after.isdisjoint(_PENDING):
        return True
    if deed.kind in _RULES and not before.isdisjoint(_TO_COME | {"aim"}):
        return True
    return (deed.kind == "issue" and not before.isdisjoint(("support", "enlarge"))) or (
        deed.kind == "tie" and "ahead" in after
    )


def _if_ever(earlier: list[Deed]) -> bool:
    """Whether a condition opens the sentence: "Kalau anggaran cukup, nota diteken Januari"."""
    return any(one.kind == "if" for one in earlier)


def _ran_before(deed: Deed, before: set[str], sentence: list[Deed]) -> bool:
    """Whether a paper not signed here is told as known: "PKS yang telah berjalan setahun"."""
    following = next((one.kind for one in sentence if one.start > deed.start), None)
    return following == "past" and before.isdisjoint(_DONE)


def _of_earlier_paper(deed: Deed, earlier: list[Deed]) -> bool:
    """Whether it is of an earlier paper: "sesuai PKS (yang) diteken", "PKS tentang sinergi"."""
    beside = [one for one in earlier[-2:] if one.kind != "cut"]
    joined = len(beside) == 1 or (bool(beside) and beside[-1].clause == deed.clause)
    return joined and beside[-1].kind in _PAPERS and beside[-1].time == "back"


def _with_signing(deed: Deed, sentence: list[Deed]) -> Time:
    """A paper is as far as the signing that is nearest to it in its sentence."""
    if deed.kind not in _ACTS or deed.time not in ("now", "goal"):
        return deed.time
    acts = [one for one in sentence if one.kind in _ACTS[deed.kind]]
    if not acts:
        return "ahead" if deed.kind == "draft" else deed.time
    return min(acts, key=lambda one: abs(one.start - deed.start)).time


def _both_signed(deeds: tuple[Deed, ...]) -> bool:
    """Whether the first paragraphs tell of an MoU and a PKS as signed."""
    early = {deed.kind for deed in deeds if deed.time == "done" and deed.paragraph <= _FIRST}
    return {"mou", "pks"} <= early


def _both_names(text: str, deeds: tuple[Deed, ...]) -> bool:
    """Whether a text says "PKS (MoU)", "MoU dan PKS" or the like."""
    return any(
        {one.kind, other.kind} == {"mou", "pks"}
        and text[one.end : other.start].strip(" )(/") in ("", "dan", "serta", "sekaligus", "atau")
        for one, other in pairwise(deeds)
    )
