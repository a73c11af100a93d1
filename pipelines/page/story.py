"""The paragraphs of a story: read, cleaned, and parted from what stands at their ends."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate, takewhile

from lxml import etree

from pipelines.boilerplate import without_boilerplate, without_repeats
from pipelines.model import Dropped
from pipelines.page.edges import (
    CLOSING_NAME,
    dateline_of,
    is_about_writer,
    is_closing_name,
    is_code,
    is_sign_off,
    opens_story,
    print_at_end,
    source_credit_of,
    split_sign_off,
    with_dateline_joined,
)
from pipelines.page.endings import (
    before_another,
    before_comments,
    before_pleas,
    is_paragraph,
    length_of,
    without_boxes_below,
    without_loose_end,
)
from pipelines.page.junk import is_junk
from pipelines.page.language import language_of
from pipelines.page.lines import OPENS_WITH_DATE, Line, read_lines
from pipelines.page.links import without_links_below
from pipelines.page.markup import text_of
from pipelines.page.metadata import Metadata
from pipelines.page.names import folded, is_place
from pipelines.page.opened import Opened
from pipelines.page.recurring import without_recurring
from pipelines.page.releases import end_of_release, is_below_mark

_SHORT, _TWICE, _AT_LEAST, _BOLD = 120, 2, 0.5, 0.9
_BY = re.compile(r"(?:by|oleh)\s*:?\s(?-i:[A-Z])[^.,]{2,60}$", re.I)
_HEAD_RULES = ("repeated title", "clock", "byline")
_SMALL = ("h4", "h5", "h6")
_TEASERS, _TEASER, _SUMMARY, _OPENING, _CAPTION = 8, 300, 6, 60, 250


@dataclass(frozen=True, slots=True)
class Story:
    """paragraphs: the text. dropped: every line left out, with its rule.

    only_date: the one line of the body that is nothing but a date, above or below the text.
    """

    paragraphs: tuple[str, ...]
    sign_off: str | None
    source_credit: str | None
    dropped: tuple[Dropped, ...]
    only_date: str | None = None

    @property
    def is_short(self) -> bool:
        """Too little to be what the page is there for."""
        return sum(map(len, self.paragraphs)) < _SHORT

    def is_told_in(self, text: str) -> bool:
        """True where any of its longest paragraphs opens in the text as it does here."""
        openings = [p[:_OPENING] for p in sorted(self.paragraphs, key=len)[-3:]]
        if any(opening in text for opening in openings):
            return True
        told = folded(text)
        return any(folded(opening) in told for opening in openings)


def body_lines(
    pages: Iterable[Opened], junk: Callable[[etree._Element], bool] = is_junk
) -> list[Line]:
    """The lines of the bodies of all pages of an article, junk passed over."""
    lines: list[Line] = []
    for opened in pages:
        for body in opened.bodies:
            drop = opened.layout.drop
            unwanted = {e for css in drop for e in opened.index.select(css, body)}
            lines += read_lines(body, unwanted, junk)
    return lines


def declared_lines(meta: Metadata) -> list[Line]:
    """The story as the page's JSON-LD tells it, for pages that draw themselves by script."""
    text = meta.ld_text("articleBody")
    if "</" in text and (root := etree.fromstring(text, etree.HTMLParser())) is not None:
        return read_lines(root)
    return plain_lines(text)


def plain_lines(text: str) -> list[Line]:
    """Lines of a text without markup."""
    return [Line(" ".join(line.split()), "p") for line in text.splitlines() if line.strip()]


def story_of(lines: list[Line], title: str, recurring: frozenset[str] = frozenset()) -> Story:
    """Leave out what is no story, and take sign-off and credited source out of its end.

    recurring: lines that stand on many of the site's pages, see `recurring_lines`.
    """
    lines = before_another(before_comments(lines))
    lines = lines[:-1] if len(lines) > 1 and is_below_mark(lines[-1], lines[-2]) else lines
    told, dropped = without_boilerplate(with_dateline_joined(lines), title)
    told = _below_head(told, lines, dropped)
    told, repeated = without_repeats(told)
    told, shared = without_recurring(told, recurring)
    dropped += repeated + shared
    told = without_links_below(told, dropped)
    if told and is_about_writer(told[-1].text):
        dropped.append(Dropped(told.pop().text, "about the writer"))
    if told and is_closing_name(told[-1].text, told[-1].bold):
        dropped.append(Dropped(told.pop().text, CLOSING_NAME))
    told = _without_frame(_without_deck(told, dropped), dropped)
    told = _between_the_edges(_without_translation(told, dropped), dropped)
    closed = without_loose_end(without_boxes_below(before_pleas(told)))
    dropped += (Dropped(line.text, "below the story") for line in told[len(closed) :])
    told = closed
    paragraphs, source = _without_source([line.text for line in told], dropped)
    sign_off = _popped_sign_off(paragraphs, dropped)
    if paragraphs and not sign_off:
        paragraphs[-1], sign_off = _split(paragraphs[-1], told)
    return Story(tuple(paragraphs), sign_off, source, tuple(dropped), _only_date(lines, dropped))


def _only_date(lines: list[Line], dropped: list[Dropped]) -> str | None:
    """No day among the paragraphs, which is one that the story tells of."""
    dates = {line.line for line in dropped if line.rule == "clock"}
    if len(dates) != 1:
        return None
    above = takewhile(lambda line: not is_paragraph(line), lines)
    edges = (line.text for line in (*above, *lines[-1:]))
    return next((text for text in edges if text in dates), None)


def _below_head(told: list[Line], lines: list[Line], dropped: list[Dropped]) -> list[Line]:
    """Above the headline, date and names that open a body stand only a rubric or a deck."""
    head = list(takewhile(lambda line: not is_paragraph(line), lines[:_TEASERS]))
    if not head:
        return told
    rules = {line.line: line.rule for line in dropped}
    ends = [i for i, line in enumerate(head) if _is_of_head(line, rules.get(line.text))]
    above = head[: ends[-1] + 1] if ends else []
    first = next((i for i, line in enumerate(told) if line not in above), len(told))
    dropped += (Dropped(line.text, "above the story") for line in told[:first])
    return told[first:]


def _is_of_head(line: Line, rule: str | None) -> bool:
    if rule is not None:
        return rule in _HEAD_RULES
    placed = OPENS_WITH_DATE.match(line.text.partition(", ")[2])
    dated = OPENS_WITH_DATE.match(line.text) or (placed and line.text.endswith(placed[0]))
    return bool(dated or _BY.match(line.text))


def _without_deck(told: list[Line], dropped: list[Dropped]) -> list[Line]:
    """A small heading of several words above or below all paragraphs sums the story up."""
    if len(told) > 1 and (_is_deck(told[0], told[1]) or _is_lead(told[0], told[1])):
        dropped.append(Dropped(told[0].text, "summary"))
        told = told[1:]
    if len(told) > 1 and _is_deck(told[-1], told[-2]):
        dropped.append(Dropped(told[-1].text, "summary"))
        told = told[:-1]
    return told


def _is_deck(line: Line, beside: Line) -> bool:
    several = len(line.text.split()) >= _SUMMARY
    return several and line.tag in _SMALL and beside.tag != line.tag


def _is_lead(line: Line, below: Line) -> bool:
    """In bold, above the dateline that the story opens with."""
    if line.bold < _BOLD or below.bold > _AT_LEAST or dateline_of(line.text) is not None:
        return False
    return dateline_of(below.text) is not None


def _without_frame(told: list[Line], dropped: list[Dropped]) -> list[Line]:
    end = end_of_release(told)
    dropped += (Dropped(line.text, "press release") for line in told[end:])
    return told[:end]


def _without_translation(told: list[Line], dropped: list[Dropped]) -> list[Line]:
    """What tells an Indonesian story once more in English below it, at about its length."""
    if not any(" the " in line.text for line in told[-_TWICE:]):
        return told
    if _is_abstract(told[-1]) and any(_is_in(line, "id") for line in told[:-1]):
        dropped.append(Dropped(told[-1].text, "translation"))
        return told[:-1]
    english = [i for i, line in enumerate(told) if " the " in line.text and _is_in(line, "en")]
    if len(english) < _TWICE or english[0] < _TWICE:
        return told
    above, below = told[: english[0]], told[english[0] :]
    if any(_is_in(line, "id") for line in below) or not any(_is_in(line, "id") for line in above):
        return told
    if length_of(below) < _AT_LEAST * length_of(above):
        return told
    dropped += (Dropped(line.text, "translation") for line in below)
    return above


def _is_abstract(line: Line) -> bool:
    """A whole paragraph in italics and in English, which is nobody's quote."""
    if line.element is None or not line.text[0].isalnum() or not _is_in(line, "en"):
        return False
    return any(text_of(slanted) == line.text for slanted in line.element.iter("em", "i"))


def _is_in(line: Line, code: str) -> bool:
    return language_of(line.text, "") == code


def _between_the_edges(told: list[Line], dropped: list[Dropped]) -> list[Line]:
    """Short lines above the dateline, and all below a newsroom's code, are no story."""
    above = accumulate((len(line.text) for line in told[:_TEASERS]), initial=0)
    near = [line for line, size in zip(told[:_TEASERS], above, strict=False) if size < _TEASER]
    heads = (i for i, line in enumerate(near) if line.tag != "li" and opens_story(line.text))
    first = next(heads, 0)
    if _is_caption(told[first : first + 2]):
        first += 1
    dropped += (Dropped(line.text, "above the dateline") for line in told[:first])
    told = told[first:]
    last = next((i for i, line in enumerate(told) if is_code(line.text)), len(told))
    if 2 * last > len(told):
        dropped += (Dropped(line.text, "below the sign-off") for line in told[last + 1 :])
        told = told[: last + 1]
    return told


def _is_caption(top: list[Line]) -> bool:
    """ "PASAR - Warga antre …" above the story's own dateline: "REKA - Bupati …"."""
    if len(top) < 2 or not all(line.text[:3].isupper() for line in top):
        return False
    if len(top[0].text) > _CAPTION or not all(opens_story(line.text) for line in top):
        return False
    place = dateline_of(top[0].text)
    return place is not None and not is_place(place) and place != dateline_of(top[1].text)


def _without_source(texts: list[str], dropped: list[Dropped]) -> tuple[list[str], str | None]:
    paragraphs: list[str] = []
    source = None
    for text in texts:
        credit = source_credit_of(text)
        if credit is None:
            paragraphs.append(text)
        else:
            source = source or credit or None
            dropped.append(Dropped(text, "source"))
    return paragraphs, source


def _split(last: str, told: list[Line]) -> tuple[str, str | None]:
    """The last paragraph without the code at its end, and the code or what stands in bold there."""
    own = next((line for line in reversed(told) if line.text == last), None)
    if own is not None and (sign := print_at_end(own)):
        return last.removesuffix(sign).rstrip(), sign
    return split_sign_off(last)


def _popped_sign_off(paragraphs: list[str], dropped: list[Dropped]) -> str | None:
    sign_off = None
    while paragraphs and is_sign_off(paragraphs[-1]):
        sign_off = paragraphs.pop()
        dropped.append(Dropped(sign_off, "sign-off"))
    return sign_off
