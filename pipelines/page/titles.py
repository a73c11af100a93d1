"""The headline as the reader sees it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import islice, takewhile

from lxml import etree

from pipelines.page.lines import Line, read_lines
from pipelines.page.markup import squash, text_of
from pipelines.page.metadata import Metadata
from pipelines.page.names import folded

_TAIL = re.compile(r"\s+(?:[-–—|»•:·]|::|»)\s+(?P<tail>[^-–—|»•·]{2,60})$")
_HEAD = re.compile(r"^(?P<head>[^-–—|»•·]{2,40})\s+(?:[|»•·]|::)\s+")

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAST_WORDS, _MOST_WORDS, _PARAGRAPH, _OPENING = 3, 25, 90, 20
_SHOWN, _LONG_WORD, _HALF, _LONG_HEADLINE = 40, 4, 0.5, 160
_ENDS = (".", "!", "?", '"', "”", ":")
_HEADLINE = re.compile(r"(?:^|[-_ ])(?:judul\w*|jdl|(?!sub)[a-z]*title|headline)(?:$|[-_ ])", re.I)
_NAMED_FIRST = re.compile(r"^(?P<head>[^-–—|»•·:]{2,40})\s+[-–—]\s+")
_ORNAMENT = re.compile(r"^[\W_]{2,}|(?<=\s)[.:|*~=]{2,}$")
_BLOCKS = ("p", "div", "span")
_LABELS, _LABEL = ("th", "td", "dt", "label"), re.compile(r"judul(?: berita)?\W*", re.I)
_BOLD_CLASS = re.compile(
    r"(?:^|\s)(?:(?:font|fw|text|f|weight)-?(?:bold(?:er)?|semibold|extrabold|[6-9]00)|"
    r"(?:text|fs)-(?:[1-6]|[2-6]?xl)|display-[1-6]|h[1-3])(?:$|\s)",
    re.I,
)
_SITE_WORDS = re.compile(
    r"\b(?:pemerintah|kabupaten|kota|provinsi|situs|resmi|website|portal|berita|selamat|datang|di|"
    r"dinas|beranda|home|halaman|utama)\b",
    re.I,
)
_WORD = re.compile(r"\w+")
_OPENS_PORTAL = re.compile(r"\W*(?:portal|situs|website|laman|selamat datang)\b", re.I)
_PARTS = re.compile(r"\s+(?:[-–—|»•·:]|::)\s+")
_KIND = re.compile(
    r"\W*(?:(?:detail|baca|lihat|isi|cetak|arsip|halaman|print|single)\s)?"
    r"(?:siaran pers|press release|berita(?: (?:daerah|terkini|terbaru|kegiatan|dan artikel))?|"
    r"artikel|pengumuman|informasi|news|post|rilis|kegiatan)\W*",
    re.I,
)
_SLOGAN = re.compile(r"\b(?:ter(?:cepat|percaya|aktual|depan|lengkap)|aktual|akurat|tajam)\b", re.I)
_OFFICES = (
    r"pemerintah|dinas|badan|kementerian|universitas|kejaksaan|sekretariat|kecamatan|kelurahan|"
    r"politeknik|institut"
)
_OFFICE = re.compile(rf"\W*(?:{_OFFICES})(?:\s[\w&]+){{1,4}}\W*", re.I)
_LIKE_OFFICE = re.compile(
    rf"\W*(?:{_OFFICES}|polres|polda|polsek|kejari|kejati|rsud|rumah sakit|desa|dprd|kantor|balai|"
    r"pengadilan|sekolah|sm[ak]|man|asosiasi|serikat|yayasan|lembaga|ppid|bagian|bappeda|bpbd|kpu|"
    r"bawaslu|puskesmas|koperasi)(?:\s[\w.&]+){1,7}\W*",
    re.I,
)
"""What may be an office's name or a headline that opens with one."""
_PORTAL = re.compile(r"\b(?:portal|situs|website|media|berita|kabar|informasi)\b", re.I)


def without_site(title: str, newsroom: frozenset[str]) -> str:
    """A declared title without the outlet's name at its end: "… - Tribunnews.com".

    newsroom: folded names of the outlet.
    """
    title = _ORNAMENT.sub("", title).strip()
    for _ in range(3):
        match = _TAIL.search(title)
        if not match or not _names_site(match["tail"], newsroom):
            break
        title = title[: match.start()].rstrip()
    head = _HEAD.match(title)
    if head and _names_site(head["head"], newsroom):
        return title[head.end() :]
    named = _NAMED_FIRST.match(title)
    if named and any(len(n) > 5 and n in folded(named["head"]) for n in newsroom):
        return title[named.end() :]
    return title


def _names_site(part: str, newsroom: frozenset[str]) -> bool:
    key = folded(part)
    if re.search(r"\.\s?(?:com|id|co|net|org|news)\b", part, re.I):
        return True
    return any(
        len(n) > 3 and (key == n or n in key or (len(key) > 4 and key in n)) for n in newsroom
    )


def is_site_only(title: str, newsroom: frozenset[str]) -> bool:
    """A declared title that names the outlet and next to nothing else."""
    if _PORTAL.search(title) and folded(title).startswith(tuple(n for n in newsroom if len(n) > 5)):
        return True
    key = folded(_SITE_WORDS.sub("", title))
    own = (n for n in newsroom if len(n) > 3 and (n in key or (len(key) > 3 and key in n)))
    return not key or any(abs(len(key) - len(n)) <= 6 for n in own)


def heading_before(above: Sequence[etree._Element]) -> str:
    """The last heading above a story that reads like a headline, else ""; no deck below one.

    above: all elements before the story.
    """
    for is_heading in (_is_heading, _is_small_heading, _is_bold):
        last: etree._Element | None = None
        seen: list[etree._Element] = []
        for element in filter(is_heading, above):
            if 4 < len(headline_of(element).split()) <= _MOST_WORDS:
                last = last if last is not None and _is_lesser(element, last, seen) else element
                seen.append(element)
        if last is not None:
            return headline_of(last)
    return ""


def _above_story(body: etree._Element, root: etree._Element) -> Iterator[etree._Element]:
    """What stands before the first paragraph of a body, be it in the body or not."""
    told = (line for line in read_lines(body, most=12) if _is_paragraph(line.text))
    first = next((line for line in told if line.tag not in _HEADINGS), None)
    for element in next(root.iter("body"), root).iter():
        if first and (element is first.element is not body or _begins(element, first.text)):
            return
        yield element
        if first and _opens(element.tail, first.text):
            yield from element.iterdescendants()
            return


def _begins(element: etree._Element, paragraph: str) -> bool:
    """A menu may name an office as its story does."""
    return element.tag != "a" and _opens(element.text, paragraph)


def _is_paragraph(text: str) -> bool:
    return len(text) > (_PARAGRAPH if text.endswith(_ENDS) else _LONG_HEADLINE)


def _opens(text: str | None, paragraph: str) -> bool:
    opening = squash((text or "")[:_PARAGRAPH])
    return len(opening) > _OPENING and paragraph.startswith(opening)


def headline_of(heading: etree._Element) -> str:
    """What a heading says without the small print behind it: <h1>Judul <small>Senin …</small>."""
    last = heading[-1] if len(heading) else None
    if last is not None and _is_small_print(last) and not (last.tail or "").strip():
        small, whole = text_of(last), text_of(heading)
        rest = whole.removesuffix(small).rstrip()
        return rest if len(rest.split()) >= _LEAST_WORDS else whole
    return text_of(heading)


def _is_small_print(part: etree._Element) -> bool:
    """A deck or a date in the headline's own element."""
    if part.tag != "span":
        return part.tag == "small"
    above = part.getprevious()
    below = above is not None and above.tag == "br" and not (above.tail or "").strip()
    return below and "font-size" in (part.get("style") or "")


def _is_lesser(
    heading: etree._Element, headline: etree._Element, seen: list[etree._Element]
) -> bool:
    """A deck; what stands below a headline that the page's trail has told before."""
    if _is_deck(heading, headline):
        return True
    title, told = text_of(headline), text_of(heading)
    return title != told and any(e is not headline and title in text_of(e) for e in seen)


def _is_deck(element: etree._Element, headline: etree._Element) -> bool:
    """A smaller heading right beside a headline."""
    return element.getprevious() is headline and str(element.tag) > str(headline.tag)


def _is_small_heading(element: etree._Element) -> bool:
    return element.tag in ("h4", "h5", "h6")


def _is_bold(element: etree._Element) -> bool:
    """Bold print that has its block to itself, in no link; a block that its class makes bold."""
    if element.tag in _BLOCKS:
        called = element.get("class")
        bold = called is not None and _BOLD_CLASS.search(called) is not None
        return bold and next(element.iter("a"), None) is None
    above = element.getparent()
    if element.tag not in ("b", "strong") or above is None:
        return False
    return above.tag != "a" and text_of(above) == text_of(element)


def _is_heading(element: etree._Element) -> bool:
    """A heading by its tag; on old pages, text that its class calls a headline, no link's."""
    if element.tag in ("h1", "h2", "h3"):
        return True
    own = str(element.tag) if "-" in str(element.tag) else ""
    called = element.get("class") or element.get("id") or own
    return bool(_HEADLINE.search(called)) and next(element.iter("a", "table"), None) is None


def _labelled(above: Iterable[etree._Element]) -> str:
    """What stands beside the word for it: <th>Judul</th><td>Bupati Teken …</td>."""
    words = (e for e in above if e.tag in _LABELS and _LABEL.fullmatch(text_of(e)))
    return next((text_of(beside) for e in words for beside in e.itersiblings()), "")


def headline_above(lines: Iterable[Line]) -> str:
    """The headline that a body without headings opens with, in bold or in capitals, else ""."""
    for line in islice(lines, 4):
        written = line.bold > 0.9 or line.text.isupper()
        if (
            written
            and 4 <= len(line.text.split()) <= _MOST_WORDS
            and not line.text.endswith((".", ":"))
        ):
            return line.text
    return ""


def confirmed_by(declared: str, headings: Iterable[str], newsroom: frozenset[str]) -> str:
    """The heading that a page's own declaration confirms, else "".

    declared: og:title, JSON-LD headline or <title>. headings: text of h1, h2 … in page order.
    """
    key = folded(without_site(declared, newsroom))
    shown: list[str] = []
    for heading in filter(lambda heading: len(heading) > 3, headings):
        if key and folded(heading) == key:
            return heading
        shown.append(heading)
    for heading in shown:
        part = folded(heading)
        if len(part) > 20 and (part in folded(declared) or (len(key) > 20 and key in part)):
            return without_site(heading, newsroom)
    return ""


def title_of(
    root: etree._Element,
    meta: Metadata,
    placed: Iterable[etree._Element],
    newsroom: frozenset[str],
    body: etree._Element | None,
) -> str:
    """The headline: where the layout places it, else the heading that the page's head confirms.

    Where these name only the site or a section, it is what stands right above the story; so it is
    where a declared title is shown nowhere and that heading is told in the story.
    """
    shown = next(filter(None, map(text_of, placed)), "")
    title, confirmed = (shown, True) if shown else _declared(root, meta, newsroom)
    title = unescape(title) if "&" in title else title
    if body is None:
        return title
    office = _OFFICE.fullmatch(title) or (not confirmed and _names_office(title, newsroom))
    unnamed = office or is_site_only(title, newsroom) or _is_section(title, root)
    if unnamed or len(title.split()) < _LEAST_WORDS:
        before = takewhile(lambda e: e is not body, root.iter())
        above = list(_above_story(body, root) if unnamed else before)
        shown = _labelled(above) or heading_before(above)
        return shown or headline_above(read_lines(body, most=4)) or title
    if confirmed:
        return title
    if shown := _shown_as(title, root):
        return shown if _PARTS.match(title.removeprefix(shown)) else title
    heading = heading_before(list(_above_story(body, root)))
    first = any(text_of(h) == heading for h in root.iter("h1"))
    least = _HALF if first else max(_HALF, _told(title, body))
    return heading if _told(heading, body) > least else title


def _names_office(title: str, newsroom: frozenset[str]) -> bool:
    """An office, or it and the outlet: "SIDIR - Dinas Contoh"."""
    return all(
        _LIKE_OFFICE.fullmatch(part) or is_site_only(part, newsroom) or _KIND.fullmatch(part)
        for part in _PARTS.split(title)
    )


def _declared(root: etree._Element, meta: Metadata, newsroom: frozenset[str]) -> tuple[str, bool]:
    """What the page's head calls the story, and whether a heading confirms it.

    The head may hold the title of another story in one place and its own in the next.
    """
    places = (meta.first("og:title", "twitter:title"), meta.ld_text("headline"), meta.title)
    first, *others = dict.fromkeys(filter(None, places)) or ("",)
    if heading := confirmed_by(first, _headings(root), newsroom):
        return heading, True
    clean = without_site(first, newsroom)
    confirmed = (confirmed_by(title, _headings(root), newsroom) for title in others)
    own = next((heading for heading in confirmed if _is_headline(heading, newsroom)), "")
    if own and not _shown_as(clean, root):
        return own, True
    return clean or next((h for h in _headings(root) if len(h) > 3), ""), False


def _headings(root: etree._Element) -> Iterator[str]:
    return (headline_of(e) for tag in ("h1", "h2", "h3") for e in root.iter(tag))


def _is_headline(heading: str, newsroom: frozenset[str]) -> bool:
    return len(heading.split()) > _LEAST_WORDS and not is_site_only(heading, newsroom)


def _shown_as(title: str, root: etree._Element) -> str:
    """The page's text that holds its opening, in whatever element, else ""."""
    opening = squash(title)[:_SHOWN]
    shown = (e for e in root.iter() if e.tag not in ("title", "script", "style"))
    texts = (squash(text) for e in shown for text in (e.text, e.tail) if text)
    return next((text for text in texts if opening in text), "")


def _told(heading: str, body: etree._Element) -> float:
    """How many of its longer words the paragraphs of the story tell, as a share."""
    words = {word for word in _WORD.findall(heading.casefold()) if len(word) >= _LONG_WORD}
    lines = (line.text for line in read_lines(body) if len(line.text) > _PARAGRAPH)
    told = {word for line in lines for word in _WORD.findall(line.casefold())}
    return len(words & told) / len(words) if words else 0.0


def _is_section(title: str, root: etree._Element) -> bool:
    """A portal's name or a kind of page, which no heading of the page repeats: "Detail Berita"."""
    few = len(_WORD.findall(title)) <= _LEAST_WORDS or _OPENS_PORTAL.match(title)
    if few:
        return all(text_of(h) != title for h in root.iter("h1", "h2", "h3"))
    kind = any(_KIND.fullmatch(part) for part in _PARTS.split(title))
    return (kind or len(_SLOGAN.findall(title)) > 1) and not _shown_as(title, root)
