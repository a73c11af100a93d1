"""Which of the printed dates is the day of the event: the signing before the statement."""

import re
from datetime import date, timedelta

from pipelines.facts.event_dates import STILL_TO_COME, PrintedDate, find_dates
from pipelines.facts.prose import Prose

_SIGNING = re.compile(
    r"tanda\s?tangan|nandatangan|\bteken|meneken|diteken|\bmou\b|nota\s+kesep|perjanjian\s+ker|"
    r"disepakati|menyepakati|sepakat|menjalin"
)
_SIGNED_ON = re.compile(
    r"(?:tanda\s?tangani|nandatangani|teken|diteken|disepakati)\s(?:pada\s|hari\s)*\(?$"
    r"|\b(?:se|edaran|instruksi|mou|pks|kesepahaman|kerja\s?sama)\s(?:itu\s)?tertanggal\s$",
    re.IGNORECASE,
)
_HELD_ON = re.compile(
    r"\b(?:dilakukan|dilaksanakan|digelar|berlangsung|diadakan)\s(?:pada\s|hari\s|tanggal\s)+$",
    re.IGNORECASE,
)
_ISSUED_ON = re.compile(
    r"\b(?:\w*erbitkan|\w*etapkan|\w*undangkan|disahkan|mengesahkan|dikeluarkan)\s(?:\w+\s){0,28}?"
    r"(?:pada|sejak|tanggal|pada\stanggal|sejak\stanggal)\s$"
    r"|\b(?:edaran|instruksi|perda|perbup|perwali|pergub|peraturan\s\w+)\s(?:nomor\s|no\.?\s?)?"
    r"[\w/.-]{1,30}\s(?:ber|ter)?tanggal\s$",
    re.IGNORECASE,
)
"""What stands before the day of a regulation."""
_WILL = re.compile(r"\bakan\b[^.\n]*$")
_EVENT = re.compile(
    r"kegiatan|acara|digelar|menggelar|berlangsung|dilaksanakan|diselenggarakan|melaksanakan|"
    r"peluncuran|diluncurkan|meluncurkan|launching|rapat|rakor|pertemuan|audiensi|menghadiri|"
    r"dihadiri|penyerahan|diserahkan|menyerahkan|sosialisasi|bertempat|membuka|diterbitkan"
)
_STATEMENT = re.compile(
    r"\b(?:kata|ujar|tutur|ucap|jelas|ungkap|sebut|tegas|papar|terang|imbuh|tambah|ujarnya|katanya|"
    r"mengatakan|menyampaikan|menjelaskan|menuturkan|mengungkapkan|kepada\s+\w+|ditemui)\b"
)
_NOT_THE_EVENT = re.compile(
    r"(?:\b(?:hingga|sampai(?:\s+dengan)?|per|sejak|mulai|terhitung|berlaku|posisi|data|periode|"
    r"setiap|tiap|lahir|meninggal(?:\s+dunia)?|sebelum|paling\s+lambat|batas|tertanggal|"
    r"tahun\s+lalu|edisi)\b(?:\s+(?:tanggal|hari|pada|bulan|dunia|data))*[\s(]*)$",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\b(?:sebelumnya|pernah|tindak\s?lanjut\s+(?:dari|atas)|menindaklanjuti|tahun\s+lalu|diketahui|silam|dahulu|almarhum\w*|santunan|wafat|"
    r"kecelakaan\s+(?:terjadi|kerja\s+pada)|mulai\s+berlaku)\b"
)
_SETTING = re.compile(r"\b(?:usai|seusai|di\s?sela)\b[^.,;\n]{0,60}\bsantunan\b")
_LONG_PAST = re.compile(r"\s(?:yang\s)?(?:lalu|silam)\b", re.IGNORECASE)
_SET_OFF = re.compile(r"(?:,|\bpada|\bhari|\bpada\s+hari|\btadi|[A-Z]\w+)\s*\(?$")
_QUOTED = re.compile(r"[\"“”]")
_DATELINE = 90
_YEAR = re.compile(r"[0-9]{4}")
_DATELINE_AFTER = re.compile(r"\)?\s*(?:\([^()\n]{0,40}\)\s*)?[-–—|]")
_OLD = timedelta(days=120)
_EARLY = (2.0, 1.6, 1.2, 0.8, 0.4)
_SIGNED, _ENOUGH = 2.6, 1.6
_MOST_DATES = 60


def event_day(
    prose: Prose,
    dates: tuple[PrintedDate, ...],
    published: date | None,
    regulation: bool = False,
) -> PrintedDate | None:
    """The printed date of the event, or None when no date is told with the news.

    regulation: the event is a regulation, which has the day it was issued.
    A day still to come is chosen only where the news has no day of its own.
    """
    near = dates[:_MOST_DATES]
    issued = regulation and next((one for one in near if _is_issued_on(prose, one)), None)
    if issued:
        return issued
    rated = [(_rate(prose, found, published), found) for found in near]
    good = [(rate, found) for rate, found in rated if rate >= _ENOUGH]
    if not good:
        return _of_the_dateline(prose, dates)
    best = max(good, key=lambda pair: (pair[1].note != STILL_TO_COME, pair[0]))[1]
    best = next((found for _, found in good if _is_a_day_of(found, best)), best)
    if best.until is not None:
        return PrintedDate(
            best.raw, best.start, best.end, None, None, "the text gives several days", True
        )
    return best


def _is_issued_on(prose: Prose, found: PrintedDate) -> bool:
    before = max(prose.sentence_at(found.start)[0], found.start - 280)
    return found.day is not None and bool(_ISSUED_ON.search(prose.text, before, found.start))


def dateline_day(prose: Prose) -> date | None:
    """The full date of a dateline, "Ternate, 8 Juni 2024 – ", if no later one is printed."""
    dates = find_dates(prose, None)
    if not dates or not _in_dateline(prose, dates[0]):
        return None
    days = [found.day for found in dates if found.day]
    return dates[0].day if dates[0].day == max(days, default=None) else None


def _of_the_dateline(prose: Prose, dates: tuple[PrintedDate, ...]) -> PrintedDate | None:
    """The full date of a dateline, where the sentence behind it tells what was done or signed."""
    first = dates[0] if dates else None
    if not first or not first.day or not _YEAR.search(first.raw) or not _in_dateline(prose, first):
        return None
    lead = prose.lower[slice(*prose.sentence_at(first.end))]
    return first if _SIGNING.search(lead) or _EVENT.search(lead) else None


def _in_dateline(prose: Prose, found: PrintedDate) -> bool:
    first = prose.paragraph_of(found.start) == 0 and found.end < _DATELINE
    return first and _DATELINE_AFTER.match(prose.text, found.end) is not None


def _is_a_day_of(found: PrintedDate, several: PrintedDate) -> bool:
    """Whether a date is the very day of a range: "13-14 Agustus", and later "Rabu (13/8)"."""
    if several.until is None or several.day is None or found.day is None or not found.dated:
        return False
    return found.until is None and several.day <= found.day <= several.until


def _rate(prose: Prose, found: PrintedDate, published: date | None) -> float:
    text = prose.text
    start, end = prose.sentence_at(found.start)
    sentence = prose.lower[start:end]
    paragraph = prose.paragraph_of(found.start)
    rate = _EARLY[paragraph] if paragraph < len(_EARLY) else 0.0
    signed = _SIGNED_ON.search(text, max(0, found.start - 60), found.start)
    if not signed and _NOT_THE_EVENT.search(text, max(0, found.start - 40), found.start):
        return 0.0
    if _in_dateline(prose, found):
        return 0.0
    if not found.dated and not _told_by_weekday(prose, found, paragraph):
        return 0.0
    rate += 2.0 if found.dated else 0.6
    told = _SIGNED if signed else _told_of(prose, found, sentence)
    rate += told
    weekday_ends = found.start + len(found.raw.split()[0])
    if not told and any(_LONG_PAST.match(text, end) for end in (found.end, weekday_ends)):
        return 0.0
    before = prose.lower[start : found.start]
    future = found.note == STILL_TO_COME or (published is None and bool(_WILL.search(before)))
    if _BACKGROUND.search(_SETTING.sub("", _beside(prose, found))) and not future:
        rate -= 2.5
    if found.day and published and published - found.day > _OLD:
        rate -= 3.0
    if future:
        rate -= 2.0
    return rate


def _beside(prose: Prose, found: PrintedDate) -> str:
    """The part of the sentence that holds a date, up to the quotations on either side."""
    start, end = prose.sentence_at(found.start)
    before = _QUOTED.split(prose.lower[start : found.start])[-1]
    return before + _QUOTED.split(prose.lower[found.start : end])[0]


def _told_of(prose: Prose, found: PrintedDate, sentence: str) -> float:
    """How much the words around a date make it that of the event."""
    if _HELD_ON.search(prose.text, max(0, found.start - 60), found.start):
        return 2.2
    if _SIGNING.search(sentence):
        return 2.0
    if _EVENT.search(sentence):
        return 1.2
    return 0.4 if _STATEMENT.search(sentence) else 0.0


def _told_by_weekday(prose: Prose, found: PrintedDate, paragraph: int) -> bool:
    """Whether a bare weekday or "kemarin" stands as a date: set off, early, outside quotes."""
    text = prose.text
    before = text[prose.paragraph_starts[paragraph] : found.start]
    if paragraph > 5 or len(_QUOTED.findall(before)) % 2:
        return False
    told = _SET_OFF.search(before) or _SIGNED_ON.search(before[-60:])
    return bool(told) and not re.match(
        r"\s*(?:-|–|hingga|sampai|dan|berkah|depan)\b|\s*[-–]", text[found.end : found.end + 12]
    )
