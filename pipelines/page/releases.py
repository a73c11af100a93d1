"""The frame of a press release: what stands below its end mark, who issued it, whom to call."""

import re
from collections.abc import Sequence

from pipelines.page.lines import Line

_END_MARK = re.compile(
    r"[\W_]+(?:selesai|tamat|sekian|end)[\W_]*|(?:selesai|tamat|end)[\W_]+", re.I
)
_ABOUT = re.compile(r"(?:sekilas\s+)?(?:tentang|about)\s+(?P<who>.{3,60}?)\W*", re.I)
_IS = re.compile(
    r"\b(?:didirikan|berdiri|(?:adalah|merupakan|is)\b.{0,90}\b(?:badan|bank|perusahaan|lembaga|bumn|"
    r"organisasi|yayasan|universitas|kampus|asosiasi|platform|penyedia|operator|grup|koperasi|"
    r"rumah sakit|pengelola|produsen|pengembang|company|provider|group))\b",
    re.I,
)
_MARK = re.compile(r"[*#]{3,5}|# # #|\* \* \*")
_OF_ITSELF = re.compile(
    r"[A-Z][\w ().]{2,60}?\s(?:adalah|merupakan)\s(?:salah satu\s)?"
    r"(?:badan|perusahaan|lembaga|organisasi|bank|yayasan|universitas)\b"
)
_CONTACT = re.compile(
    r"(?:(?:untuk\s+)?(?:informasi|keterangan)\s+(?:lebih\s+lanjut|lebih\s+lengkap|lainnya|selengkapnya)"
    r"[^.]{0,60}\b(?:meng)?hubungi\b[^.]{0,60}:|"
    r"(?:narahubung|kontak(?:\s+(?:media|pers|person))?|media\s+contact|contact\s+person)\s*:?)",
    re.I,
)
_PRESS = re.compile(
    r"(?:narahubung|kontak (?:media|pers|person)|media contact|contact person)\b.{0,120}"
    r"(?:\S@\S|\d[\d\s-]{5,}).{0,60}"
)
_CALLED = re.compile(r"call cent(?:er|re)\s*:?[\s\d()-]{3,20}")
_REACHED = re.compile(
    r"[^.]{0,60}\b(?:telepon|telp|tel|hp|wa|whats\s?app|surel|e-?mail|faks|fax)\b\.?\s*[:(].{0,80}"
    r"(?:\d[\d\s-]{5,}|\S@\S)(?:.{0,80}[^.])?$"
)
_ACCOUNT = re.compile(
    r"(?:no(?:mor)?\.? ?)?rek(?:ening)?\.? (?:donasi|zakat|infa[qk]|sedekah|wakaf|bantuan|kami)\W*|"
    r"(?:rekening )?(?:bank|bsi|bri|bni|bca|btn|bpd|mandiri)\b[a-z ]{0,30}[:.-]? ?\d[\d .-]{7,24}"
    r"(?:\(?(?:a\.? ?n\b|atas nama\b).{0,60})?"
)
_SIGNED_AT = re.compile(
    r"(?!(?i:pada|sejak|hari|mulai|senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\b)"
    r"[A-Z][\w ]{2,30}, \d{1,2} [A-Za-z]{3,9} 20\d\d"
    r"(?P<who>\s+(?:A\.?N\.? )?(?:KEPALA|KASI|KETUA|DIREKTUR|BUPATI|WALI ?KOTA|GUBERNUR|KAPOLRES|"
    r"DANDIM|SEKRETARIS|HUMAS|PLT|PLH)\b[^a-z]{3,140}(?:[a-z]{1,4}[^a-z]{0,12}){0,3})?",
)
"""The day and who signs: "Reka, 11 Maret 2026 KEPALA SEKSI INTELIJEN ANI CONTOH, S.H."."""
_FEW, _MANY, _SHORT, _FURTHER = 5, 8, 160, 60


def is_contact(_: Line, lower: str) -> bool:
    """Where somebody is reached: "Telp: (0741) 22334", or paid: "Bank Reka 700 100 2233"."""
    if lower.startswith("call cent"):
        return _CALLED.fullmatch(lower) is not None
    if _ACCOUNT.fullmatch(lower) or _PRESS.fullmatch(lower):
        return True
    return (":" in lower or "(" in lower) and _REACHED.match(lower) is not None


def is_below_mark(line: Line, above: Line) -> bool:
    """What its office says of itself: "***" above "Bank Reka adalah perusahaan …"."""
    return _MARK.fullmatch(above.text) is not None and _OF_ITSELF.match(line.text) is not None


def end_of_release(lines: Sequence[Line]) -> int:
    """How many lines come before the frame at the end of a press release; all where it has none."""
    total = len(lines)
    for i, line in enumerate(lines):
        if i > 1 and 2 * i > total - _FEW and _END_MARK.fullmatch(line.text):
            return i
        left = lines[i + 1 :]
        if i > 0 and len(left) < _FEW and left and _is_about(line, left[0]):
            return i
        if i > 1 and len(left) < _FEW and _is_signature(line, left):
            return i
        if i > 0 and len(left) < _MANY and _CONTACT.fullmatch(line.text) and _all_short(left):
            return i
    return total


def _is_signature(line: Line, left: Sequence[Line]) -> bool:
    match = _SIGNED_AT.fullmatch(line.text)
    if match is None:
        return False
    below = bool(left) and left[0].text.isupper()
    few = all(len(one.text.split()) <= _FEW for one in left)
    return _all_short(left) if match["who"] else below and few


def _is_about(heading: Line, below: Line) -> bool:
    """ "Tentang Bank Reka" above "Bank Reka adalah …"."""
    match = _ABOUT.fullmatch(heading.text)
    if match is None:
        return False
    who, told = match["who"].casefold(), below.text.casefold()
    opening = told[: len(who) + _FURTHER]
    named = told.startswith(who) or all(word in opening for word in who.split())
    return named and _IS.search(below.text[: len(opening) + _FURTHER + _FURTHER]) is not None


def _all_short(lines: Sequence[Line]) -> bool:
    return all(len(line.text) < _SHORT for line in lines)
