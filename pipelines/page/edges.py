"""What stands at the two ends of a story: dateline, sign-off, credited source."""

import re
from dataclasses import replace

from pipelines.page.lines import SENTENCE_ENDS, Line
from pipelines.page.markup import text_of
from pipelines.page.names import folded, is_place

_HEAD = re.compile(
    r"(?P<head>[^–—|\n]{2,90}?)(?=[\s–—|:/~-])(?P<mark>\s*[–—|]+\s*|\s+-{1,2}\s*|-{1,2}\s+|--|\s*:\s+|\s*//\s*|\s+~\s+)"
)
_LONE_HEAD = re.compile(r"\w[^.!?]{1,60}\s?[–—-]{1,2}")
_TIGHT_HEAD = re.compile(r"(?P<head>[^–—|:\n]{2,60}?)(?P<mark>-)(?=[A-Z\"“])")
_COMMA_HEAD = re.compile(r"(?P<head>[A-Z]{3,}(?: [A-Z]{3,}){0,2})(?P<mark>,) (?=[A-Z][a-z])")
_REGION_HEAD = re.compile(r"(?P<head>[A-Z][a-zA-Z ]{2,30})(?P<mark>[.:]) (?=[A-Z])")
_BRACKET_HEAD = re.compile(r"\[(?P<parts>[^\[\]\n]{3,60})\] (?=[A-Z\"“])")
_OFFICE_HEAD = re.compile(
    r"(?P<place>[A-Z]{3,}(?: [A-Z]{3,}){0,2}), (?P<outlet>[A-Z][A-Z ]{2,28})\. (?=[A-Z])"
)
_OUTLET = re.compile(
    r"(?<![\w-])[\w-]+(?:\.\s?[\w-]+)*\.\s?(?:com|id|co|net|org|news|info|tv|my\.id|co\.id)\b|"
    r"\b(?:antara\w*|tribun\w*|radar|harian|koran|kompas\w*|detik\w*|disway|jpnn|republika|media|suara|"
    r"rakyat|news|newsroom|online|pos|post|ekspres|express|times|tempo|viva|merdeka|okezone|berita|"
    r"\w{4,}(?:pos|post|news|ekspres|express)|liputan\w*|humas|prokom?pim|infopublik|kbrn|kominfo|diskominfo|diskominfotik|prnewswire|rri|bisnis)\b",
    re.I,
)
_DATE = re.compile(r"\(?\b\d{1,2}(?:[/.-]\d{1,2}|\s+[A-Za-z]{3,9})(?:[/.-]\d{2,4}|\s+\d{4})?\b\)?")
_DATED_HEAD = re.compile(
    r"(?P<place>[A-Z][\w.]+(?: [A-Z][\w.]+){0,4}),? *\(?(?:[A-Z][a-z]+, *)?"
    r"(?P<date>\d{1,2}(?:/\d{1,2}/| [A-Z][a-z]{2,8} )\d{4})\)? *(?:[–—|:]|-{1,2}(?!\w)) *(?=\S)"
)
_NOT_PLACE = re.compile(
    r"\b(?:yang|dan|di|ke|dari|untuk|dengan|ini|itu|adalah|akan|telah|bupati|wali\s?kota|walikota|"
    r"gubernur|wakil|kepala|ketua|menteri|presiden|pemerintah|pemkab|pemkot|pemprov|pemda|bpjs|"
    r"bpjamsostek|dinas|direktur|sekretaris|asisten|camat|kapolres|polres|dprd|pt|cv|program|"
    r"sebanyak|seorang|sejumlah|para|ratusan|ribuan|puluhan|dalam|pada|saat|usai|setelah|jelang|"
    r"sekda|badan|bank|universitas|rsud|kejaksaan|kejari|komisi|video|foto|update)\b|[?!;\"“”]",
    re.I,
)
_SIGN = (
    r"\(\s*(?:[*#-]{1,5}|(?:[\w.*'’+&-]{1,25}(?:\s*[/,|:]\s*|\s*[-–]\s*|\s+)){0,4}[\w.*'’+&-]{1,25})\s*\)"
    r"|\[\s*(?:\*\s*/\s*)?(?:\*|[a-zA-Z]{2,6})(?:\s*[/-]\s*[a-zA-Z]{2,6}){0,3}\s*\]"
)
_BRACKETED = r"\[[A-Z][a-z]{2,12}(?: [A-Z][a-z]+)?\]"
_STARRED = r"\(\s?\*{1,5}(?:\s?/\s?[a-z]{2,6}){0,2}\s?\)"
_NAME = r"(?:[A-Z][a-z]+ ){1,2}[A-Z][a-z]+"
_SIGN_LINE = re.compile(
    rf"(?:{_SIGN}|[A-Za-z]{{2,12}}(?:/[A-Za-z]{{2,12}}){{1,3}}|{_NAME}(?:\s?/\s?{_NAME}){{1,2}}|\*{{2,5}}|#{{2,4}}|-\s*[a-z]{{2,4}}\s*-)"
    r"\W{0,2}$"
)
_SIGN_END = re.compile(
    rf"(?:(?<=[.!?”\"’'*])\s*(?P<sign>(?:\*{{2,5}}\s*)?{_SIGN}|{_BRACKETED}|\*{{2,5}}|\*{{1,2}}\s?[a-z]{{2,4}}\d{{0,3}})|"
    rf"\s(?P<stars>{_STARRED}))\s*\.?\s*$"
)
_SIGN_ENDS, _CODE_ENDS = (")", "]", "*"), 10
_CODE = re.compile(
    r"\((?:[a-z]{2,5}(?:/[a-z]{2,5}){0,3}|\*{1,3})\)|\[[a-z]{2,5}(?:/[a-z]{2,5}){0,3}\]"
)
_OFFICE_CODE = re.compile(
    r"[(\[](?:[\w .&-]{2,30}/){1,3}\s?"
    r"(?:[\w .&-]{1,25}|[\w &-]{0,12}\b(?:foto|ft)\s?[:/.-]\s?[\w .]{1,20})[)\]]\W{0,2}",
    re.I,
)
_OFFICE_LINE = re.compile(
    r"\((?:tim |seksi |bidang |bid\. |bagian )?"
    r"(?:humas|prokopim|kominfo|diskominfo|ppid|media center)\b[\w\s.,&/-]{0,80}\)\W{0,2}",
    re.I,
)
_STARS = re.compile(r"\*{1,5}\s*(?=[(\[])")
_NO_SIGN = re.compile(
    r"\d{1,2}\s*/\s*\d|\b(?:laporan|foto|dok|ilustrasi|sumber|hr\.?|hal\.?|qs|video)\b|"
    r"(?<!\bpendim )(?<!\bpenrem )(?<!\bkodim )\d{4}|%",
    re.I,
)
_DIGITS = re.compile(r"\d{1,2}\s*/\s*\d|\d{4}")
_PRINT, _HALF = re.compile(r"\w[\w.'’]*(?: [\w.'’]+){0,2}(?<![.'’])"), 0.5
_SOURCE = re.compile(
    r"\W*(?:link\s+sumber|sumber(?:\s+(?:berita|artikel))?|source(?:\s+news)?|dilansir\s+dari|"
    r"dikutip\s+dari)\s*[:：|]\s*\|?\s*(?P<name>.{0,120})$",
    re.I,
)


_WRITER = re.compile(
    r"(?:[A-Z][\w.'’-]* ){1,5}(?:(?:adalah|merupakan) (?:seorang )?(?:jurnalis|wartawan|reporter|"
    r"kontributor|koresponden)\b|bergabung (?:dengan|di|bersama) .{3,40} sejak (?:tahun )?\d{4})"
    r".{0,200}\b(?:[Ii]a|[Dd]ia) (?:\w+ )?(?:meliput|menulis|menekuni|lulusan|alumnus|dihubungi)\b"
)
_LONGEST_CARD = 400
CLOSING_NAME = "closing name"
"""The rule under which a reporter's bare name below the story is left out."""


def is_about_writer(text: str) -> bool:
    """A last line that tells who wrote: "Ani Contoh adalah wartawan Koran Reka. Ia meliput …"."""
    return len(text) <= _LONGEST_CARD and _WRITER.match(text) is not None


def is_closing_name(text: str, bold: float) -> bool:
    """A last line that is only a name in bold capitals: "DINI TEJA"."""
    words = text.split()
    return bold > 0.9 and text.isupper() and 1 < len(words) <= 4 and text.replace(" ", "").isalpha()


def dateline_date(paragraph: str) -> str | None:
    """The date beside the place that a press release opens with: "Reka, 22 Juli 2022 – …"."""
    match = _DATED_HEAD.match(paragraph[:140])
    return match["date"] if match and not _NOT_PLACE.search(match["place"]) else None


def dateline_of(paragraph: str, newsroom: frozenset[str] = frozenset()) -> str | None:
    """The place that a first paragraph opens with: "MUARA BUNGO, X.CO.ID – …" → MUARA BUNGO.

    newsroom: folded names of the outlet, which are no place. None where only an outlet or a
    date stands there.
    """
    start = paragraph[:140]
    if framed := _framed_place(start):
        return framed
    if (region := _REGION_HEAD.match(start)) and is_place(region["head"]):
        return region["head"]
    match = _HEAD.match(start) or _TIGHT_HEAD.match(start)
    if not match or _NOT_PLACE.search(match["head"]):
        match = _COMMA_HEAD.match(start) or match
    if not match:
        return None
    head, mark = match["head"], match["mark"]
    named = _OUTLET.search(head)
    outlet = bool(named) or "(" in head or _names(head, newsroom)
    parts = [p for p in head.split(",") if not p.strip()[:1].islower() or folded(p) not in newsroom]
    undated = _DATE.sub("", ",".join(parts).strip())
    unnamed = _OUTLET.sub("", head) if named else head
    if _NOT_PLACE.search(unnamed) or not _looks_like_place(undated, mark, outlet):
        return None
    first, *rest = (_place(p, newsroom) for p in re.split(r"[,()/|;]|\s[-–]\s", undated))
    further = (p for p in rest if not first or is_place(p) or not _is_cut_from(p, newsroom))
    place = ", ".join(filter(None, (first, *further)))
    if not place and outlet and _OUTLET.match(head):
        return dateline_of(start[match.end() :], newsroom)
    return place or None


def _framed_place(start: str) -> str | None:
    """The place of "[Kampus Reka – Mataram] Rektor …" and of "LANGGUR, HUMAS DPRD. Komisi …"."""
    if start[:1] == "[" and (inside := _BRACKET_HEAD.match(start)):
        parts = re.split(r"\s?[–—|,/-]\s?", inside["parts"])
        return next((part for part in parts if is_place(part)), None)
    office = _OFFICE_HEAD.match(start)
    return office["place"] if office and _OUTLET.search(office["outlet"]) else None


def _names(head: str, newsroom: frozenset[str]) -> bool:
    return any(folded(part) in newsroom for part in head.split(","))


def _is_cut_from(part: str, newsroom: frozenset[str]) -> bool:
    """The first or last word of the outlet's name, by which it calls itself: "FIKSI"."""
    key = folded(part)
    return len(key) > 3 and any(n.startswith(key) or n.endswith(key) for n in newsroom)


def _looks_like_place(head: str, mark: str, outlet: bool) -> bool:
    words = head.split()
    if not head[:1].isalpha() or len(words) > 9:
        return False
    if not all(w[0].isupper() or not w[0].isalpha() or _OUTLET.search(w) for w in words):
        return False
    strict = ":" in mark
    return outlet or (head.isupper() and len(words) <= 5) or (len(words) <= 3 and not strict)


def _place(part: str, newsroom: frozenset[str]) -> str:
    part = part.strip(" .,-–—:")
    if not part or _OUTLET.search(part) or (folded(part) in newsroom and not is_place(part)):
        return ""
    return part if any(c.isalpha() for c in part) and len(part) > 2 else ""


def with_dateline_joined(lines: list[Line]) -> list[Line]:
    """A dateline that the markup keeps outside of the first paragraph opens it again."""
    if len(lines) < 2 or lines[0].tag == "p" or not _LONE_HEAD.fullmatch(lines[0].text):
        return lines
    joined = replace(lines[1], text=f"{lines[0].text} {lines[1].text}")
    return [joined, *lines[2:]]


def opens_story(paragraph: str) -> bool:
    """A paragraph that opens with a dateline that cannot be anything else."""
    match = _HEAD.match(paragraph[:140]) if len(paragraph) >= 60 else None
    if len(paragraph) >= 60 and _framed_place(paragraph[:140]):
        return True
    if not match:
        return False
    head, first = match["head"], paragraph[match.end() : match.end() + 1]
    named = is_place(head) and not (first.islower() or first.isdigit())
    sure = named or (head.isupper() and len(head) > 3) or _OUTLET.search(head)
    return bool(sure) and dateline_of(paragraph) is not None


def is_code(line: str) -> bool:
    """A line that is only initials in lower case, which newsrooms put at the very end."""
    return _CODE.fullmatch(line) is not None


def is_sign_off(line: str) -> bool:
    """A line that is only a newsroom's code: "(vyp/kna)", "[ian]", "(*)"."""
    if _OFFICE_LINE.fullmatch(line):
        return True
    if len(line) > 60:
        return False
    line = _STARS.sub("", line)
    code = _OFFICE_CODE.fullmatch(line) and not _DIGITS.search(line)
    return bool(code or (_SIGN_LINE.fullmatch(line) and not _NO_SIGN.search(line)))


def split_sign_off(paragraph: str) -> tuple[str, str | None]:
    """A last paragraph without the code at its end, and the code."""
    signed = paragraph.rstrip(" .").endswith(_SIGN_ENDS) or "*" in paragraph[-_CODE_ENDS:]
    match = _SIGN_END.search(paragraph, max(0, len(paragraph) - 90)) if signed else None
    sign = (match["sign"] or match["stars"]) if match else ""
    if not match or _NO_SIGN.search(sign) or not paragraph[: match.start()].strip():
        return _without_office(paragraph) if signed else (paragraph, None)
    return paragraph[: match.start()].rstrip(), sign


def _without_office(paragraph: str) -> tuple[str, str | None]:
    """An office's code behind the last sentence: "(Humas/Foto: Ani)"."""
    last = max(paragraph.rfind("("), paragraph.rfind("["))
    told, sign = paragraph[: max(last, 0)].rstrip(), paragraph[last:]
    return (told, sign) if told.endswith(SENTENCE_ENDS) and is_sign_off(sign) else (paragraph, None)


def print_at_end(line: Line) -> str:
    """What a line says in bold behind its last sentence: "… pekan ini. <b>Iwan</b>"; else ""."""
    if line.element is None or not 0 < line.bold < _HALF:
        return ""
    bold = [text_of(e) for e in line.element.iter("b", "strong")][-1:]
    for text in filter(line.text.endswith, bold):
        told = line.text.removesuffix(text).rstrip()
        if told.endswith(SENTENCE_ENDS) and _PRINT.fullmatch(text):
            return text
    return ""


def source_credit_of(line: str) -> str | None:
    """The credited origin that a line names, "" for a bare label, None for any other line."""
    if len(line) > 140:
        return None
    match = _SOURCE.match(line)
    return match["name"].strip(" .|-") if match else None
