"""The headline as the reader sees it."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import takewhile

from lxml import etree

from pipelines.page.headlines import (
    above_story,
    heading_before,
    headline_above,
    headline_of,
    labelled,
    plain_headline,
    share_in,
    told_words,
)
from pipelines.page.lines import read_lines
from pipelines.page.markup import squash, text_of
from pipelines.page.metadata import Metadata
from pipelines.page.names import folded

_TAIL = re.compile(r"\s+(?:[-–—|»•:·]|::|»)\s+(?P<tail>[^-–—|»•·]{2,60})$")
_HEAD = re.compile(r"^(?P<head>[^-–—|»•·]{2,40})\s+(?:[|»•·]|::)\s+")

_LEAST_WORDS, _SHOWN, _HALF, _CUT = 3, 40, 0.5, 0.4
_NAMED_FIRST = re.compile(r"^(?P<head>[^-–—|»•·:]{2,40})\s+[-–—]\s+")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|id|co|net|org|news)", re.I)
_CUT_OFF = ("...", "…")
_ORNAMENT = re.compile(r"^[\W_]{2,}|(?<=\s)[.:|*~=]{2,}$")
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
        if not match or title.endswith(_CUT_OFF) or not _names_site(match["tail"], newsroom):
            break
        title = title[: match.start()].rstrip()
    head = _HEAD.match(title)
    if head and _names_site(head["head"], newsroom):
        return title[head.end() :]
    named = _NAMED_FIRST.match(title)
    if named and _opens_with_site(named["head"], newsroom):
        return title[named.end() :]
    return title


def _opens_with_site(head: str, newsroom: frozenset[str]) -> bool:
    return bool(_DOMAIN.fullmatch(head)) or any(len(n) > 5 and n in folded(head) for n in newsroom)


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
        cut = len(key) > max(20, _CUT * len(part)) and key in part
        if len(part) > 20 and (part in folded(declared) or cut):
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
    unnamed = _OFFICE.fullmatch(title) or is_site_only(title, newsroom) or _is_section(title, root)
    if unnamed or len(title.split()) < _LEAST_WORDS:
        before = [] if unnamed else list(takewhile(lambda e: e is not body, root.iter()))
        nothing = unnamed or (_KIND.fullmatch(title) and not heading_before(before))
        return _shown(list(above_story(body, root)) if nothing else before, body) or title
    if confirmed:
        return title
    if _names_office(title, newsroom):
        return _told_better(_shown(list(above_story(body, root)), body), "", body) or title
    if shown := _shown_as(title, root):
        return shown if _PARTS.match(title.removeprefix(shown)) else title
    heading = heading_before(list(above_story(body, root)))
    first = any(text_of(h) == heading for h in root.iter("h1"))
    return _told_better(heading, "" if first else title, body) or title


def _told_better(heading: str, title: str, body: etree._Element) -> str:
    """The heading where the story tells it, and more of it than of the title; else the title."""
    told = told_words(body) if heading else frozenset()
    return heading if share_in(told, heading) > max(_HALF, share_in(told, title)) else title


def _shown(above: list[etree._Element], body: etree._Element) -> str:
    """What reads like a headline right above the story or at its top, else ""."""
    heading = heading_before(above)
    if _LIKE_OFFICE.fullmatch(heading):
        heading = _told_better(heading_before(above, small=True), heading, body) or heading
    shown = labelled(above) or heading or headline_above(read_lines(body, most=4))
    return shown or plain_headline(above, body)


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
    headings = (e for tag in ("h1", "h2", "h3") for e in root.iter(tag))
    return (said for e in headings for said in _said(e))


def _said(heading: etree._Element) -> tuple[str, ...]:
    """All of it, and what it says without the small print behind it."""
    whole = text_of(heading)
    return (whole, headline_of(heading)) if len(heading) else (whole,)


def _is_headline(heading: str, newsroom: frozenset[str]) -> bool:
    return len(heading.split()) > _LEAST_WORDS and not is_site_only(heading, newsroom)


def _shown_as(title: str, root: etree._Element) -> str:
    """The page's text that holds its opening, in whatever element, else ""."""
    opening = squash(title)[:_SHOWN]
    shown = (e for e in root.iter() if e.tag not in ("title", "script", "style"))
    texts = (squash(text) for e in shown for text in (e.text, e.tail) if text)
    return next((text for text in texts if opening in text), "")


def _is_section(title: str, root: etree._Element) -> bool:
    """A portal's name or a kind of page, which no heading of the page repeats: "Detail Berita"."""
    few = len(_WORD.findall(title)) <= _LEAST_WORDS or _OPENS_PORTAL.match(title)
    if few:
        return all(text_of(h) != title for h in root.iter("h1", "h2", "h3"))
    kind = any(_KIND.fullmatch(part) for part in _PARTS.split(title))
    return (kind or len(_SLOGAN.findall(title)) > 1) and not _shown_as(title, root)
