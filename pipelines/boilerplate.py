"""Leave out the lines that are never the story, and tell which rule each falls under."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import takewhile

from lxml import etree

from pipelines.model import Dropped
from pipelines.page.boilerplate_rules import CATEGORY, RULES
from pipelines.page.credit_lines import beside_roles
from pipelines.page.edges import split_sign_off
from pipelines.page.filler import filler_in
from pipelines.page.lines import SENTENCE_ENDS, Line
from pipelines.page.links import LABEL, RELATED, is_headline, is_titled
from pipelines.page.markup import SUB_HEADINGS
from pipelines.page.names import folded
from pipelines.page.neighbours import is_listed_teaser, is_pulled, is_teaser, wrappers

_LINKED, _LONGEST_RUBRIC, _LONGEST_LABEL = 0.7, 200, 80
_COMMENTS = re.compile(
    r"\W*(?:\d+ )?(?:(?:semua )?komentar(?: anda| pembaca| terkini| terbaru| via \w+)?|comments?|"
    r"tinggalkan (?:balasan|komentar)|"
    r"leave a (?:reply|comment)|satu tanggapan|no comments|belum ada komentar|"
    r"(?:tentang|profil) penulis|about the author)[\W\d]*|"
    r"(?:komentar|comments?) ?\(\d+\) .{3,60}\d{1,2}/\d{1,2}/\d{4}\b.{0,120}|"
    r"komentar ?\(\d+\)\W{1,3}[\w ]{3,60}|"
    r"(?:\d+|satu|dua|tiga|one|two) (?:pemikiran|tanggapan|gagasan|komentar|balasan|thoughts?|"
    r"comments?|repl(?:y|ies)|responses?) (?:pada|untuk|terhadap|on|to) [“\"].{0,160}",
    re.I,
)
_LONGEST_HEADLINE, _SENTENCE, _TRAILING = 110, 45, 8
_SPEAKERS = ("cite", "footer")
"""Below a quote that is set apart, who said it."""
_TOLD, _DAYS = 3, 2
_OF_WORDS = (
    *("invitation", "read also", "advertisement", "share bar", "counter", "byline", "notice"),
    *("page fragment", "contact", "tags"),
)
"""Rules that go by a line's words; where somebody is reported to have said it, it is told."""

_REPORTED = re.compile(
    r"[,\"”’?!]\s(?:kata|ujar|tutur|tegas|ungkap|ucap|papar|imbuh|pesan|pinta|ajak|jelas|terang|"
    r"tulis|begitu|demikian|kelakar|seru)(?:nya\b|\s(?:dia|ia|[a-z]{3,}))"
)
_URGED = re.compile(
    r"(\W*(?:(?:ber)?gabung|ber(?:langganan|donasi)|ikuti|simak|baca|dapatkan|kunjungi|dukung|temukan|"
    r"nikmati|saksikan|tonton|daftar|unduh|kirim|kirimkan|hubungi|jadi|bantu|pantau|klik))lah\b"
)
_URGING = 20
_LABELS, _ABOUT = ("byline", "tags"), ("adalah", "merupakan")
_LINK = "link to another story"
_LONGEST = max(rule.longest for rule in RULES) + 1
_AMBIGUOUS = (RELATED.name, "page fragment")
"""Rules whose words may head a part of a story as well: "Rekomendasi", "Dokumen"."""


_Asked = tuple[str, Callable[[str], object] | None, Callable[[Line, str], bool]]
"""A rule's name, what it asks of the text alone, and what it asks of the line."""


def rule_for(line: Line) -> str | None:
    """The name of the rule that a line falls under, None for a line of the story."""
    return _rule_for(line, line.text.lower())


def _rule_for(line: Line, lower: str) -> str | None:
    if "lah " in lower[:_URGING] and (urged := _URGED.match(lower)):
        lower = urged[1] + lower[urged.end() :]
    for name, match, matches in _rules_for(min(len(lower), _LONGEST)):
        if match(lower) if match else matches(line, lower):
            told = name in _OF_WORDS and _is_told(line, lower)
            told = told or (name == "caption" and not line.image and _is_said(lower))
            told = told or (name in _LABELS and _labels_sentence(line.text))
            return None if told and not line.link else name
    return None


@cache
def _rules_for(length: int) -> tuple[_Asked, ...]:
    """Those that look at lines so long, unpacked once, since every line asks them all."""
    rules = (rule for rule in RULES if length <= rule.longest)
    return tuple((r.name, r.pattern.match if r.pattern else None, r.matches) for r in rules)


def _is_told(line: Line, lower: str) -> bool:
    """Somebody is reported to have said it."""
    return line.text[-1] in SENTENCE_ENDS and _is_said(lower)


def _is_said(lower: str) -> bool:
    return _REPORTED.search(lower) is not None


def _labels_sentence(text: str) -> bool:
    """What follows a label is a question or a sentence, no name: "Wartawan: Apa kata Anda?"."""
    rest = text.partition(":")[2]
    words = rest.split()[:3]
    if len(words) < 3 or words[0] in _ABOUT:
        return False
    named = words[0][0].isupper() and (words[1][0].isupper() or words[0][-1] == ",")
    return rest.endswith("?") or (rest.endswith((".", ";")) and not named)


def announces_others(line: Line) -> bool:
    """A heading above links to other stories."""
    return len(line.text) <= RELATED.longest and RELATED.matches(line, line.text.lower())


def opens_comments(line: Line) -> bool:
    """A heading above what readers say, or above what is told of the writer."""
    return len(line.text) <= _LONGEST_RUBRIC and _COMMENTS.fullmatch(line.text) is not None


def without_boilerplate(lines: Sequence[Line], title: str = "") -> tuple[list[Line], list[Dropped]]:
    """The lines of the story, and the others with the rule that each falls under.

    title: the headline, which many pages repeat above the body.
    """
    kept: list[Line] = []
    dropped: list[Dropped] = []
    announced = linked = category = False
    summary: Line | None = None
    led: etree._Element | None = None
    signed = 0
    headline, heading, longest = _bare(title), "", len(title) + _TRAILING
    lowers = [line.text.lower() for line in lines]
    beside, filler = beside_roles(lines), filler_in(lowers)
    ruled = map(_rule_for, lines, lowers)
    names = [beside.get(i) or name for i, name in enumerate(ruled)]
    names = [name or _heading_of_links(lines[i:], names[i:]) for i, name in enumerate(names)]
    days = _days(lines, names)
    for i, (line, lower, name) in enumerate(zip(lines, lowers, names, strict=True)):
        heads = i in days or (name and _is_heading(name, line, lines[i + 1 : i + 3], kept))
        if kept and (heads or (name == "caption" and _closes(lines[i:], names[i + 1 :], kept))):
            name = None
        if not name and (
            _is_listed(line, led) or (announced and _is_announced(line, linked, heading))
        ):
            name = _LINK
        elif not name and summary and (line.tag == "li" or _is_boxed(summary, line)):
            name = "summary"
        elif not name and category and len(line.text.split()) <= 3:
            name = "tags"
        elif not name and headline and len(lower) <= longest and _bare(line.text) == headline:
            name = "repeated title"
        elif not name and i in filler:
            name = "filler"
        elif not (name or kept) and line.tag in SUB_HEADINGS and _boxes_points(lines[i:]):
            name = "summary"
        if name:
            dropped.append(Dropped(line.text, name))
            led = line.element if line.link > _LINKED else led
            signed = len(kept) if name == "byline" else signed
        else:
            kept.append(line)
        short = len(lower) <= _LONGEST_LABEL
        listed = category and name == "tags" and line.link > _LINKED
        category = listed or (short and CATEGORY.fullmatch(lower) is not None)
        summary = (summary if line.tag == "li" else line) if name == "summary" else None
        label = name == RELATED.name or (short and LABEL.match(lower) is not None)
        announced = label or (announced and name is not None)
        heading = line.tag if label else heading
        linked = announced and not label and (linked or line.link > _LINKED)
    end = signed if _is_end(kept, signed) else len(kept)
    dropped += (Dropped(line.text, "below the byline") for line in kept[end:])
    return kept[:end], dropped


def _is_heading(name: str, line: Line, below: Sequence[Line], kept: Sequence[Line]) -> bool:
    """Whether what falls under a rule heads a part of a story: points, one word, or a day."""
    if name == "summary":
        return _heads_list(line, below, kept)
    may_head = name == "clock" or (name in _AMBIGUOUS and " " not in line.text)
    return may_head and _heads_story(line, below)


def _closes(lines: Sequence[Line], names: Sequence[str | None], kept: Sequence[Line]) -> bool:
    """The story's last paragraph, signed as pictures are too: "… Agustus. (reka.co.id/ani)".

    names: the rules that the lines after it fall under; headings and links are of other stories.
    """
    line, *after = lines
    if line.tag not in ("p", "div") or line.image or not line.text.endswith(")"):
        return False
    if not (_is_beside(line, kept[-1]) and split_sign_off(line.text)[1] is not None):
        return False
    below = zip(after, names, strict=True)
    return all(name or b.link > _LINKED or b.tag in SUB_HEADINGS for b, name in below)


def _heads_story(line: Line, below: Sequence[Line]) -> bool:
    """A heading or bold line above a paragraph of the story, and no link below that."""
    headed = line.tag in SUB_HEADINGS or line.bold > _LINKED
    if not headed or line.link or not below or not _is_above_sentence(line, below[0]):
        return False
    linked = any(b.link > _LINKED for b in below)
    return not linked and rule_for(below[0]) is None


def _days(lines: Sequence[Line], names: Sequence[str | None]) -> frozenset[int]:
    """Numbers of the lines that are days or clocks, where several head paragraphs side by side."""
    if names.count("clock") < _DAYS:
        return frozenset()
    clocks = (i for i, name in enumerate(names[:-1]) if name == "clock" and not names[i + 1])
    heads = [i for i in clocks if not lines[i].link and _is_above_sentence(lines[i], lines[i + 1])]
    boxes = Counter(_outer(lines[i]) for i in heads)
    return frozenset(i for i in heads if boxes[_outer(lines[i])] >= _DAYS)


def _outer(line: Line) -> etree._Element | None:
    """What holds a line and others, be it in an element of its own."""
    return None if line.element is None else list(wrappers(line.element))[-1].getparent()


def _is_above_sentence(line: Line, below: Line) -> bool:
    """Above a paragraph in the same element, which reads like a sentence."""
    ended = len(below.text) > _SENTENCE and below.text.endswith((".", ":", '"', "”"))
    return ended and _is_beside(line, below)


def _heads_list(line: Line, below: Sequence[Line], kept: Sequence[Line]) -> bool:
    """A heading among the story's paragraphs, above a list: "Poin Penting" of an agreement."""
    if line.tag not in SUB_HEADINGS or len(kept) < _TOLD or not below or line.element is None:
        return False
    outer, inner = _outer(line), _outer(below[0])
    listed = below[0].tag == "li" and inner is not None and outer in (inner, inner.getparent())
    return listed and not below[0].link and all(_outer(k) is outer for k in kept[-_TOLD:])


def _boxes_points(lines: Sequence[Line]) -> bool:
    """A heading above the story that shares a box with nothing but a list of points."""
    line, *after = lines
    box, point = _outer(line), after[0].element if after else None
    if box is None or point is None or after[0].tag != "li":
        return False
    inside = [e.tag for e in box if isinstance(e.tag, str)]
    listed = inside[1:] in (["ul"], ["ol"]) and box in point.iterancestors()
    return listed and any(len(told.text) > _SENTENCE for told in after if told.tag != "li")


def _heading_of_links(lines: Sequence[Line], names: Sequence[str | None]) -> str | None:
    """A few words above links that its block holds and nothing else: <b>Yang lain</b><br><a>…"""
    line, block = lines[0], lines[0].element
    if block is None or line.link or len(line.text) > _LONGEST_LABEL:
        return None
    below = zip(lines[1:], names[1:], strict=True)
    beside = [name for _, name in takewhile(lambda pair: pair[0].element is block, below)]
    ended = line.text.endswith(SENTENCE_ENDS) or not beside
    return None if ended or any(name != _LINK for name in beside) else RELATED.name


def _is_boxed(summary: Line, line: Line) -> bool:
    """Right below a summary's heading, in a box with little else."""
    box = _outer(summary)
    return box is not None and len(box) <= _TOLD and box is _outer(line)


def _is_beside(line: Line, other: Line) -> bool:
    """Two blocks in the same element, be it each in one of its own; a block in bare text."""
    if line.element is None or other.element is None or is_teaser(other.element):
        return False
    return _outer(line) in (_outer(other), other.element)


def _is_end(kept: Sequence[Line], signed: int) -> bool:
    """What follows the names below most of a story under a heading of its own is another."""
    return len(kept) // 2 < signed < len(kept) and kept[signed].tag in SUB_HEADINGS


def _is_listed(line: Line, led: etree._Element | None) -> bool:
    """The summary of a story in a list, below or behind the link to it; led: the last link's."""
    if line.element is None:
        return False
    return is_listed_teaser(line.element) or (line.tag == "li" and line.element is led)


def _bare(text: str) -> str:
    return text.casefold().rstrip(" -–.")


def _is_announced(line: Line, linked: bool, heading: str) -> bool:
    """After a bare "Baca juga": what is linked or sums it up, or reads like a headline.

    linked: links have come already, so what has none is the story's. heading: the tag of what
    announces; a smaller heading belongs to it.
    """
    if line.link > _LINKED or (line.element is not None and is_teaser(line.element)):
        return True
    if line.tag in SUB_HEADINGS:
        return heading in SUB_HEADINGS and line.tag > heading
    if linked or line.tag == "li":
        return not linked and is_headline(line.text)
    plain = line.bold < _LINKED and len(line.text) <= _LONGEST_HEADLINE
    return plain and is_titled(line.text)


def without_repeats(lines: Iterable[Line]) -> tuple[list[Line], list[Dropped]]:
    """Drop whole paragraphs that already stood on the page, and quotes pulled out of others."""
    lines = tuple(lines)
    seen: set[str] = set()
    kept: list[Line] = []
    dropped: list[Dropped] = []
    pulled = False
    for line in lines:
        speaker = pulled and line.tag in _SPEAKERS
        pulled = is_pulled(line.element, line.text) and _is_told_again(line.text, lines)
        if len(line.text) > 60 and line.text in seen:
            dropped.append(Dropped(line.text, "repeated paragraph"))
        elif pulled or speaker:
            dropped.append(Dropped(line.text, "pull quote"))
        else:
            kept.append(line)
        seen.add(line.text)
    return kept, dropped


def _is_told_again(text: str, lines: Iterable[Line]) -> bool:
    words = folded(text)
    others = (line.text for line in lines if len(line.text) > len(text))
    return any(words in folded(other) for other in others)
