"""Lines that lead to other stories, in any of their spellings."""

import re
from functools import lru_cache
from itertools import islice

from lxml import etree

from pipelines.model import Dropped
from pipelines.page.lines import Line
from pipelines.page.rule import any_of, rule
from pipelines.page.unfolding import unfolds

_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_ALSO = re.compile(
    r"[\W_]{0,4}"
    + any_of(
        r"(?:aa\s+)?(?:baca|bacalah|simak|simaklah|lihat|tonton|saksikan|cek|dengarkan|klik)"
        r"(?:\s+(?:juga|jua|pula|selengkapnya|selanjutnya|berita|artikel|lainnya|lagi)|juga\b)"
        r"(?:\s+(?:juga|lainnya|terkait|selengkapnya|selanjutnya|di\s?sini|nya))?",
        r"(?:aa\s+)?read\s+(?:also|more|next|too)|also\s+read|see\s+also|bacaan?\s+(?:lain(?:nya)?|terkait)",
        r"(?:selanjutnya|sebelumnya|menarik\s+dibaca|pilihan\s+(?:editor|redaksi))(?=\s*[:;])|artikel\s+(?:terkait|lainnya|menarik)|berita\s+(?:terkait|lainnya|sebelumnya|menarik)",
    )
    + r"(?P<colon>\s*[:;»>|]+)?\s*"
)
_BARE_ALSO = re.compile(
    r"[^\w\"“‘']{0,4}(?:baca|read|simak|lihat|tonton|terkait|promosi)\b(?P<colon>\s*[:;»>|]+)?\s*"
)
_NEXT = ("selanjutnya", "sebelumnya")
"""What opens a step of a list as well."""
_LINKED, _ALL_LINKED = 0.3, 0.95
_ENDS_ON = tuple("anextdrg.…]»›→ ")
_LEADS_ON = re.compile(
    r"[.…!?\]\"”]\s*[\[(]?\s?(?P<label>"
    + any_of(
        r"(?:(?:baca|lihat|simak) )?(?:selengkapnya|selanjutnya|lebih lanjut)",
        r"(?:read|see) (?:more|on)|continue reading|lanjut(?:kan)? (?:mem)?baca",
    )
    + r"[\s.…»›→\])]*)$"
)
_TAIL = 60
_MARK = re.compile(r"\s*[:»→›➜➤▶►]+\s*")
_BUTTON = re.compile(r"(?:^|[\s_-])(?:btn|button)|button(?:$|[\s_-])", re.I)
_CALLED_TAGS = re.compile(r"(?:^|[\s_-])(?:tags|topics)(?:$|[\s_-])|^tag$", re.I)
_TAGGED = re.compile(r"\W*(?:tags?|topik|label|kata kunci|keywords?)(?: terkait)?\s*[:|]?\s")


def reads_also(line: Line, lower: str) -> bool:
    """A link to another story, in any spelling: with a colon, as a link, or as a bare label."""
    text = line.text
    if text[0] in "\"“‘'":
        return False
    if line.link and (_leads_on(line, lower) or (line.link > 0.5 and _is_labelled_link(text))):
        return True
    match = _ALSO.match(lower)
    if match:
        rest = text[match.end() :]
        titled = is_titled(rest) or ("juga" in match[0] and bool(rest) and is_headline(rest))
        colon = match["colon"] and (titled or not lower.startswith(_NEXT))
        return bool(colon or not rest or line.link > 0.3 or titled)
    match = _BARE_ALSO.match(lower)
    if not match:
        return False
    rest = text[match.end() :]
    if match["colon"]:
        return line.link > 0.3 or is_headline(rest)
    return line.link > 0.5 and is_headline(rest)


def _leads_on(line: Line, lower: str) -> bool:
    """The opening of another story, with a link to the rest: "Pasar itu ramai. Selengkapnya"."""
    match = _LEADS_ON.search(lower[-_TAIL:]) if lower.endswith(_ENDS_ON) else None
    linked = line.link * len(lower)
    return match is not None and abs(linked - len(match["label"])) <= 1


def _is_labelled_link(text: str) -> bool:
    """A few words, a mark and a linked headline: "Yang lain dari kami: Pasar Baru Dibuka"."""
    mark = _MARK.search(text)
    label, rest = (text[: mark.start()], text[mark.end() :]) if mark else (text, "")
    return len(label.split()) <= 6 and len(rest.split()) >= 4 and is_headline(rest)


def is_headline(text: str) -> bool:
    """Begins like a headline and does not end like a sentence; true of nothing at all."""
    return not text.endswith((".", ",", ";", '."', ".”")) and text[:1].upper() == text[:1]


def is_titled(text: str) -> bool:
    """A headline in title case: most of its words begin with capitals."""
    words = [word for word in text.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return is_headline(text) and len(words) > 2 and capitals > 0.6 * len(words)


def is_link(line: Line, lower: str) -> bool:
    """A whole line that is a link and reads like a headline, leads to a part of the page, or
    lies in a link as a block.
    """
    if line.link < 0.95:
        return False
    element = line.element
    elsewhere = _reads_like_headline(line.text, lower) or (
        element is not None and (_is_elsewhere(element) or is_button(element))
    )
    if not elsewhere:
        return False
    link = None if element is None else next(element.iter("a"), None)
    return link is None or not unfolds(link)


def _reads_like_headline(text: str, lower: str) -> bool:
    if len(text.split()) < 4 or _ENDS_SENTENCE.search(text.rstrip("?!")):
        return False
    return "://" not in text and not lower.startswith("www.")


def is_button(block: etree._Element) -> bool:
    """A link that its class calls a button: "Daftar Sekarang"."""
    link = block if block.tag == "a" else next(block.iter("a"), None)
    called = None if link is None else link.get("class")
    return called is not None and _BUTTON.search(called) is not None


def is_tag_line(line: Line, lower: str) -> bool:
    """The links of a tag list, by their label or by what their markup is called."""
    if line.link < _LINKED or lower.endswith("."):
        return False
    if _TAGGED.match(lower) is not None:
        return True
    near = () if line.element is None else (line.element, *islice(line.element.iterancestors(), 1))
    return line.link > _ALL_LINKED and any(map(_is_called_tags, near))


def _is_called_tags(element: etree._Element) -> bool:
    name = element.get("class") or element.get("id")
    return name is not None and _names_tags(name)


@lru_cache(maxsize=4096)
def _names_tags(name: str) -> bool:
    return _CALLED_TAGS.search(name) is not None


def without_links_below(told: list[Line], dropped: list[Dropped]) -> list[Line]:
    """A story without the short lines at its end that are links alone and that nothing lists."""
    if not told or not _is_mere_link(told[-1]):
        return told
    last = next((i for i in reversed(range(len(told))) if not _is_mere_link(told[i])), -1)
    if last < 0 or told[last].text.endswith(":"):
        return told
    dropped += (Dropped(line.text, "link below the story") for line in told[last + 1 :])
    return told[: last + 1]


def _is_mere_link(line: Line) -> bool:
    whole = line.link > _ALL_LINKED and len(line.text) <= _TAIL
    return whole and not _ENDS_SENTENCE.search(line.text) and "." not in line.text


def _is_elsewhere(block: etree._Element) -> bool:
    """A block in a link, as cards are, or one with a link into the page, as contents are."""
    if next(block.iterancestors("a"), None) is not None:
        return True
    link = next(block.iter("a"), None)
    href = "" if link is None else link.get("href") or ""
    return len(href) > 1 and href[0] == "#"


RELATED = rule(
    "related heading",
    r"\W*(?:kumpulan\s+)?(?:berita|artikel|kabar|warta|pos|post(?:ingan)?|baca(?:an)?|foto|video|konten|tulisan)\s*"
    r"(?:terkait|lainnya|lain|populer|terbaru|terkini|rekomendasi|pilihan|menarik lainnya)"
    r"(?: untuk (?:anda|kamu|mu))?\W*$",
    r"\W*(?:berita|artikel) (?!acara\b)\w+ lainnya\W*$",
    r"\W*(?:berita|artikel|kabar) lain(?:nya)? (?:dari|di|seputar|tentang) [\w ]{2,30}\W*$",
    r"\W*(?:terkait|terbaru|terkini(?: lainnya)?|tautan sahabat|rekomendasi(?: untuk anda)?)\W*$",
    r"\W*(?:berita rekomendasi|rekomendasi (?:berita|artikel|bacaan))\W*$",
    r"\W*(?:jangan lewatkan(?: juga| (?:video|berita) \w+)?|terpopuler|populer|trending)\W*$",
    r"\W*(?:recent|latest|popular|featured|trending) (?:posts?|news|articles?|stories)\W*$",
    r"\W*related(?: (?:posts?|news|articles?))?\W*$|\W*pilihan (?:untukmu|editor|redaksi)\W*$",
    r"\W*paling (?:populer|banyak dibaca)\W*$|\W*kumpulan berita\W*$|\W*news feed\W*$",
    r"\W*(?:(?:anda )?mungkin (?:anda |kamu )?(?:juga )?suka|most read)\W*$",
    r"\W*you (?:may|might) (?:also )?(?:like|be interested in)\W*$",
    r"\W*(?:artikel|berita|pos|tulisan) (?:selanjutnya|sebelumnya|berikutnya)\W*$",
    r"sebelum lanjut, siapa tahu|video pilihan\b|saksikan video pilihan",
    r"(?:kabar|berita|warta|info) (?:singkat|kilat)\W*$|kilas (?:kabar|berita|info)\W*$",
    r"[a-z][a-z ]{2,40} terkini$|editor.?s (?:choice|picks?)\W*$|you may have missed\W*$",
    r"(?:anda )?mungkin (?:anda )?(?:me)?lewatkan\W*$",
    longest=90,
)

LABEL = re.compile(
    r"\W*"
    + any_of(
        r"baca\s*(?:juga|selengkapnya|berita|artikel)?.{0,20}|simak juga|lihat juga",
        r"read(?: also| next)?|(?:berita|artikel|pos)\s+(?:terkait|lainnya).{0,20}",
        r"home|beranda",
        r"jangan lewatkan.{0,5}|rekomendasi.{0,12}|bacaan lain(?:nya)?|related.{0,15}|terkait",
    )
    + r"\s*[:»>|]*\s*$"
)
"""A line, in lower case, that announces links: what follows it may be such a link."""
