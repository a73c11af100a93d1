"""Periods and terms of a report."""

from datetime import date

import pytest

from pipelines.report.period import Period, period
from pipelines.report.terms import end_of

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-10-01..2026-10-15", "2026-10-01", "2026-10-15"),
        ("2026-11-22..2026-11-22", "2026-11-22", "2026-11-22"),
        (None, "2026-10-24", "2026-11-22"),
    ],
)
def test_a_period_has_its_first_and_last_day(text: str | None, first: str, last: str) -> None:
    assert period(text, TODAY) == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("oktober", "not a period"),
        ("2026-13", "not a period"),
        ("0000", "not a period"),
        ("2026-10-01..", "not a period"),
        ("2026-10-01..2026-10-02..2026-10-03", "not a period"),
        ("2026-10-15..2026-10-01", "ends before it begins"),
        ("2027", "still to come"),
    ],
)
def test_what_is_no_period_is_said(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"{text}: .*{said}"):
        period(text, TODAY)


def test_both_ends_are_within() -> None:
    days = Period(date(2026, 10, 1), date(2026, 10, 31))
    within = ("2026-10-01", "2026-10-31T23:59:00+07:00", "2026-11-01", "2026-09-30", None)
    assert [day in days for day in within] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("day", "duration", "end"),
    [
        ("2026-09-10", "dua tahun", "2028-09-10"),
        ("2026-09-10", "2 (dua) tahun", "2028-09-10"),
        ("2026-09-10", "tiga (3) Tahun", "2029-09-10"),
        ("2026-09-10", "6 bulan", "2027-03-10"),
        ("2026-08-31", "enam bulan", "2027-02-28"),
        ("2024-02-29", "setahun", "2025-02-28"),
        ("2026-09-10", "beberapa tahun", None),
        ("2026-09-10", None, None),
        (None, "dua tahun", None),
        ("2026-09-10", "dua belas (12) bulan", "2027-09-10"),
        ("2026-09-10", "12 (dua belas) bulan", "2027-09-10"),
        ("2026-09-10", "sebulan", "2026-10-10"),
        ("2026-09-10", "sampai 30 September 2029", "2029-09-30"),
        (None, "hingga Februari 2028", "2028-02-29"),
        (None, "sampai akhir 2027", "2027-12-31"),
        (None, "s.d. 31/12/2027", "2027-12-31"),
        (None, "tiga tahun, hingga 2029", "2029-12-31"),
        (None, "mulai Oktober sampai dengan Desember 2026", "2026-12-31"),
        (None, "sampai 31 November 2027", None),
        (None, "sampai 31/13/2027", None),
        ("2026-09-10", "sampai pertengahan 2027", None),
        (None, "hingga Desember mendatang", None),
    ],
)
def test_a_term_ends_on_its_day(day: str | None, duration: str | None, end: str | None) -> None:
    assert end_of(day, duration) == (date.fromisoformat(end) if end else None)
