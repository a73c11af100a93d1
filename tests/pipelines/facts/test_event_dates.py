"""Dates inside the prose: printed forms, the missing year, contradictions, the day of the event."""

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.facts.event_dates import find_dates
from pipelines.facts.event_days import dateline_day, event_day
from pipelines.facts.prose import Prose

FRIDAY = date(2025, 3, 14)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MEANT_BY_MORE_THAN_A_DAY = {
    "hingga Juni 2025": "a month is no day",
    "per Desember 2018": "a month is no day",
    "per September 2025": "a month is no day",
    "hingga April 2025": "a month is no day",
    "Agustus–Desember 2023": "months are no days",
    "September–Desember 2025": "months are no days",
    "sejak Oktober 2021 – Desember 2022": "months are no days",
    "Copyright © ANTARA 2022": "a year is no day",
    "Hari Buruh Internasional (May Day) 2025": "a holiday's name is not resolved",
}


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Rabu (12/3)", date(2025, 3, 12)),
        ("Rabu (12/3/2025)", date(2025, 3, 12)),
        ("Rabu ( 12/3/2025 )", date(2025, 3, 12)),
        ("Rabu (12/03/25)", date(2025, 3, 12)),
        ("Rabu (12/3) 2025", date(2025, 3, 12)),
        ("(12/3) 2025", date(2025, 3, 12)),
        ("Rabu 12 Maret 2025", date(2025, 3, 12)),
        ("Rabu, 12 Maret 2025", date(2025, 3, 12)),
        ("Rabu (12 Maret 2025)", date(2025, 3, 12)),
        ("Rabu,12 Maret 2025", date(2025, 3, 12)),
        ("Rabu sore (12/3/2025)", date(2025, 3, 12)),
        ("Rabu Pahing (12/3/2025)", date(2025, 3, 12)),
        ("Rabu 12.3.2025", date(2025, 3, 12)),
        ("Rabu, 12-03-2025", date(2025, 3, 12)),
        ("kemarin (13/3)", date(2025, 3, 13)),
        ("Jum'at (7/3)", date(2025, 3, 7)),
        ("Jum’at (7/3)", date(2025, 3, 7)),
        ("Ahad, 9 Maret", date(2025, 3, 9)),
        ("12 Maret 2025", date(2025, 3, 12)),
        ("12 Peb 2025", date(2025, 2, 12)),
        ("18 Agu 2022", date(2022, 8, 18)),
        ("3 Nop 2024", date(2024, 11, 3)),
        ("Tue 11/03/2025", date(2025, 3, 11)),
        ("2025-03-12", date(2025, 3, 12)),
        ("Senin (30/12)", date(2024, 12, 30)),
    ],
)
def test_printed_days(printed: str, day: date) -> None:
    (found,) = find_dates(Prose(f"Acara digelar pada {printed} di aula."), FRIDAY)
    assert found.raw == printed
    assert found.day == day
    assert found.note is None


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("Senin 9 Desember 2024 ", None),
        ("Senin 9 Desember 2025", "contradicts"),
        ("kamis (31/5/2015)", "contradicts"),
        ("Selasa (13/2/25)", "contradicts"),
        ("31 November 2020", "no such day"),
        ("30/2/2025", "no such day"),
        ("2/14/2025", "no such day"),
        ("Senin (26/12/12022)", "impossible"),
        ("Senin (10/2)", None),
        ("Rabu (13/3)", "contradicts"),
        ("Rabu kemarin (13/3)", "contradicts"),
        ("Senin lalu (10/2)", None),
        ("Senin (17/3)", "still to come"),
        ("Senin (17/3/2025)", "still to come"),
        ("(20/4)", "still to come"),
    ],
)
def test_impossible_days_are_not_repaired(printed: str, reason: str | None) -> None:
    found = find_dates(Prose(f"Menurut dia, {printed}."), FRIDAY)[0]
    assert (found.day is None) == (reason is not None)
    assert reason is None or reason in (found.note or "")


def test_without_a_publication_date_the_year_stays_open() -> None:
    (found,) = find_dates(Prose("katanya, Jumat (13/10)."), None)
    assert found.day is None
    assert found.raw == "Jumat (13/10)"
    assert found.note == "the year is unknown: no publication date"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Diteken Selasa (15/10). Anggarannya rampung 22 Oktober 2024.", date(2024, 10, 15)),
        ("Diteken Selasa (15/10). Mulai 2025 semua terlindungi.", date(2024, 10, 15)),
        ("Diteken Rabu (15/10). Mulai 2025 semua terlindungi.", date(2025, 10, 15)),
        ("Diteken Senin (15/10). Mulai 2025 semua terlindungi.", None),
        ("Diteken Rabu (15/10). Dasarnya Perda Nomor 3 Tahun 2025.", None),
        ("Diteken Rabu (15/10), sesuai Inpres 2/2025.", None),
        ("Diteken Sabtu (15/10). Program itu menuju Indonesia Emas 2045.", None),
        ("Diteken Senin (15/10). RPJMD 2025-2029 memuatnya.", None),
        ("Diteken Minggu (15/10). Jumlahnya 2045 orang, hubungi 0812-2030-2045.", None),
        ("Diteken Selasa (15/10). Laporan dibuat 22/10/2024.", date(2024, 10, 15)),
        ("Diteken pada 15/10. Mulai 2025 semua terlindungi.", None),
    ],
)
def test_the_year_is_the_latest_told_where_the_weekday_agrees(text: str, day: date | None) -> None:
    found = find_dates(Prose(text), None)
    assert found[0].day == day


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("Rabu 8 hingga Kamis 9 Mei 2019", date(2019, 5, 8), date(2019, 5, 9)),
        ("Kamis-Jumat (3-4/10/2024)", date(2024, 10, 3), date(2024, 10, 4)),
        ("29–30 Juli 2024", date(2024, 7, 29), date(2024, 7, 30)),
    ],
)
def test_ranges(printed: str, first: date, last: date) -> None:
    (found,) = find_dates(Prose(f"Digelar {printed}."), FRIDAY)
    assert (found.day, found.until) == (first, last)


def test_numbers_that_are_no_dates() -> None:
    text = "Ada 1.328 orang, 12,5 persen, Nomor 140/792/DPMD/2025, 3/4 bagian di RT 05/RW 02."
    dated = [found.raw for found in find_dates(Prose(text), FRIDAY) if found.day]
    assert dated == []


def test_every_meaningful_literal_of_the_shared_list(shared: Path) -> None:
    rows = csv.reader(
        (shared / "labels" / "date_strings.tsv").open(encoding="utf-8"), delimiter="\t"
    )
    unmet = []
    for row in rows:
        meant = re.sub(r"T.*", "", row[1]) if len(row) > 1 else ""
        if not meant or row[0] in MEANT_BY_MORE_THAN_A_DAY:
            continue
        first, _, last = meant.partition("/")
        published = date.fromisoformat(first) + timedelta(days=2)
        found = next(one for one in find_dates(Prose(row[0]), published) if one.dated)
        if (str(found.day), str(found.until or "")) != (first, last):
            unmet.append((row, found))
    assert unmet == []


@given(
    day=st.integers(0, 40),
    month=st.integers(0, 14),
    year=st.none() | st.integers(0, 99_999),
    weekday=st.sampled_from(WEEKDAYS),
    shape=st.sampled_from(["{w} ({d}/{m}{y})", "{w}, {d}/{m}{y}", "{w} {d}-{m}{y}"]),
    published=st.none() | st.dates(date(2010, 1, 1), date(2030, 1, 1)),
)
def test_a_day_never_contradicts_its_weekday(
    day: int, month: int, year: int | None, weekday: str, shape: str, published: date | None
) -> None:
    tail = "" if year is None else f"/{year}"
    text = shape.format(w=weekday, d=day, m=month, y=tail)
    for found in find_dates(Prose(f"Digelar {text} lalu."), published):
        if found.day is not None:
            assert found.day.weekday() == WEEKDAYS.index(weekday)
            assert published is None or found.day <= published + timedelta(days=1)


@given(st.text(max_size=300), st.none() | st.dates())
def test_any_text_is_read(text: str, published: date | None) -> None:
    for found in find_dates(Prose(text), published):
        assert text[found.start : found.end] == found.raw


def _event(text: str, published: date | None = FRIDAY) -> tuple[date | None, str | None]:
    prose = Prose(text)
    found = event_day(prose, find_dates(prose, published), published)
    return (found.day, found.raw) if found else (None, None)


def test_the_signing_wins_over_the_statement() -> None:
    text = (
        "Wali kota memastikan program berjalan, katanya, Rabu (12/3/2025).\n\n"
        "Perjanjian kerja sama itu ditandatangani pada Senin (10/3/2025) di balai kota."
    )
    assert _event(text) == (date(2025, 3, 10), "Senin (10/3/2025)")


def test_what_is_quoted_beside_a_day_makes_no_background_of_it() -> None:
    text = '"Sebelumnya sudah dibahas, nanti dibuat peraturan," katanya, Rabu 12 Maret 2025.'
    prose = Prose(text)
    day = event_day(prose, find_dates(prose, FRIDAY), FRIDAY)
    assert day is not None
    assert day.day == date(2025, 3, 12)


def test_what_is_still_to_be_done_makes_no_background_of_a_day() -> None:
    text = "Kartu diserahkan pada Rabu (12/3) karena petugas pemilu nanti mudah lelah."
    prose = Prose(text)
    day = event_day(prose, find_dates(prose, FRIDAY), FRIDAY)
    assert day is not None
    assert day.day == date(2025, 3, 12)


def test_the_day_beside_the_signing_wins_in_one_sentence() -> None:
    text = "Sekretaris, Jumat (14/3/2025), mengatakan kerja sama ditandatangani Kamis (13/3)."
    assert _event(text) == (date(2025, 3, 13), "Kamis (13/3)")


def test_the_day_it_was_held_goes_before_that_of_who_confirms_it() -> None:
    text = "Kadis, Jumat (14/3/2025), membenarkan PKS itu yang dilakukan pada Kamis 13 Maret 2025."
    assert _event(text) == (date(2025, 3, 13), "Kamis 13 Maret 2025")


def test_a_bracket_is_no_part_of_the_printed_day() -> None:
    assert _event("Kartu diserahkan di aula (12/3/2025).") == (date(2025, 3, 12), "12/3/2025")


def test_what_will_be_signed_has_no_day_where_the_publication_is_unknown() -> None:
    text = "Audiensi digelar Rabu (12/3/2025). Mereka akan meneken MoU Jumat (14/3/2025)."
    assert _event(text, None) == (date(2025, 3, 12), "Rabu (12/3/2025)")


def test_background_agreements_and_spans_are_not_the_event() -> None:
    text = (
        "MoU ditandatangani bupati, Rabu (12/3/2025).\n\n"
        "Sebelumnya nota kesepahaman diteken gubernur pada 23 November 2024. "
        "Perlindungan berlaku hingga 31 Desember 2025 dan data per 1 Maret 2025 sudah ada."
    )
    assert _event(text) == (date(2025, 3, 12), "Rabu (12/3/2025)")


def test_a_bare_weekday_is_resolved_from_the_publication_date() -> None:
    assert _event("Kata bupati di Sigi, Selasa.") == (date(2025, 3, 11), "Selasa")
    assert _event("Kata bupati di Sigi, Jumat.") == (FRIDAY, "Jumat")
    assert _event("Kata bupati di Sigi, Selasa.", None) == (None, "Selasa")


def test_a_statement_after_a_hand_over_has_its_day() -> None:
    text = "Program dibahas, kata Kunto usai menyerahkan santunan di Sigi, Selasa."
    assert _event(text) == (date(2025, 3, 11), "Selasa")


@pytest.mark.parametrize(
    "text",
    [
        "Gerakan itu dicanangkan gubernur pada peringatan hari pangan 3 Maret 2025 lalu.",
        "Layanan buka setiap Senin sampai Jumat.",
        "“Secara anggaran kemarin memang sudah ada,” ucapnya.",
        "Ternate, 12/3 (Kabar) - Penandatanganan dilakukan bupati.",
        "Kota Lama, 12 Maret 2025 – Program itu diperkenalkan bupati.",
    ],
)
def test_days_that_are_not_told_as_the_event(text: str) -> None:
    assert _event(text) == (None, None)


def test_the_day_of_the_news_goes_before_one_to_come() -> None:
    text = "Naskah diteken 2 April 2025.\n\nHal itu dikatakan bupati, Selasa (11/3/2025)."
    assert _event(text) == (date(2025, 3, 11), "Selasa (11/3/2025)")


def test_a_bare_weekday_of_the_signing_is_its_day() -> None:
    assert _event("Perjanjiannya diteken Selasa di aula.") == (date(2025, 3, 11), "Selasa")


def test_a_range_of_days_is_left_open() -> None:
    prose = Prose("Kegiatan digelar Rabu 8 hingga Kamis 9 Mei 2019 di hotel.")
    found = event_day(prose, find_dates(prose, date(2019, 5, 10)), date(2019, 5, 10))
    assert found is not None
    assert found.day is None
    assert found.note == "the text gives several days"


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Rabu pekan lalu", date(2025, 9, 10)),
        ("Senin pekan lalu", date(2025, 9, 8)),
        ("Jumat minggu lalu", date(2025, 9, 12)),
        ("Senin pekan ini", date(2025, 9, 15)),
        ("Jumat pekan ini", None),
        ("Senin lalu", date(2025, 9, 15)),
        ("Selasa kemarin", date(2025, 9, 16)),
        ("Rabu lalu", date(2025, 9, 10)),
    ],
)
def test_a_weekday_of_a_week_told(printed: str, day: date | None) -> None:
    (found,) = find_dates(Prose(f"Naskah itu diteken pada {printed} di aula."), date(2025, 9, 17))
    assert (found.raw, found.day) == (printed, day)


def test_a_day_told_by_itself_goes_before_its_range() -> None:
    text = (
        "Kartu diserahkan selama dua hari, Rabu-Kamis (13-14/8/2025).\n\n"
        "Di Lasem kartu diserahkan Rabu (13/8/2025)."
    )
    dates = find_dates(Prose(text), date(2025, 8, 15))
    found = event_day(Prose(text), dates, date(2025, 8, 15))
    assert found is not None
    assert found.day == date(2025, 8, 13)


def test_the_day_an_edict_bears_is_its_day() -> None:
    text = "SE tertanggal 13 Maret 2023 itu disebar pekan ini. Camat ditemui Kamis (16/3/2023)."
    found = event_day(Prose(text), find_dates(Prose(text), None), None)
    assert found is not None
    assert found.day == date(2023, 3, 13)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tual, 28 Mei 2025 – Pemkot menanggung iuran, Rabu (28/5).", date(2025, 5, 28)),
        ("Tual (28/5/2025) - Pemkot menanggung iuran, Rabu (28/5).", date(2025, 5, 28)),
        ("Tual, 28 Mei – Pemkot menanggung iuran, Rabu (28/5).", None),
        ("Tual – Pemkot menanggung iuran, Rabu (28/5/2025).", None),
        ("Tual, 6 Januari 2024 – Kartu dibagikan Selasa (6/2/2024).", None),
        ("Pemkot menanggung iuran.", None),
    ],
)
def test_the_day_of_a_dateline(text: str, day: date | None) -> None:
    assert dateline_day(Prose(text)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tual, 28 Mei 2025 – Rapat evaluasi digelar Pemkot di aula.", date(2025, 5, 28)),
        ("Tual, 28 Mei 2025 – Rapat digelar Pemkot, Senin (26/5/2025).", date(2025, 5, 26)),
        ("Tual, 28 Mei 2025 – Pemkot menjalankan program iuran gratis.", None),
        ("Tual – Rapat evaluasi digelar Pemkot di aula.", None),
    ],
)
def test_a_dateline_is_the_day_where_no_other_is_told(text: str, day: date | None) -> None:
    assert _event(text, None)[0] == day
