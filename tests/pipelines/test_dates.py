"""Publication dates: machine and visible forms."""

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dates import parse_published

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 3, 10, 5, 0, tzinfo=UTC)  # 12.00 WIB, a Tuesday

MACHINE = [
    ("2024-07-30T17:11:52+07:00", "2024-07-30T17:11:52+07:00", "second"),
    ("2020-10-07T15:13:00+0700", "2020-10-07T15:13:00+07:00", "second"),
    ("2023-11-02T14:34:19+00:00", "2023-11-02T14:34:19+00:00", "second"),
    ("2016-02-16T02:10:56Z", "2016-02-16T02:10:56+00:00", "second"),
    ("2025-07-01T02:15:00.000Z", "2025-07-01T02:15:00+00:00", "second"),
    ("2023-11-02T20-59-53Z", "2023-11-02T20:59:53+07:00", "second"),
    ("2015-11-05 T10:08:58Z", "2015-11-05T10:08:58+07:00", "second"),
    ("2015-06-19T03:40:00+07:00Z", "2015-06-19T03:40:00+07:00", "second"),
    ("2021-06-16T13:00:00-07:00", "2021-06-16T13:00:00+07:00", "second"),
    ("2023-11-02 21:34:19", "2023-11-02T21:34:19+07:00", "second"),
    ("2023/11/02 20:59:53", "2023-11-02T20:59:53+07:00", "second"),
    ("2026-07-24T12:40+07:00", "2026-07-24T12:40:00+07:00", "minute"),
    ("2026-07-24T12:40+09:00", "2026-07-24T12:40:00+09:00", "minute"),
    ("2025-07-04", "2025-07-04T00:00:00+07:00", "day"),
    ("2025/07/04", "2025-07-04T00:00:00+07:00", "day"),
    ("1698933593", "2023-11-02T20:59:53+07:00", "second"),
    ("1698933593000", "2023-11-02T20:59:53+07:00", "second"),
    ("Thu, 05 Nov 2015 14:56:43 +0700", "2015-11-05T14:56:43+07:00", "second"),
    ("Thu, 05 Nov 2015 07:56:43 GMT", "2015-11-05T07:56:43+00:00", "second"),
]

VISIBLE = [
    ("Senin, 4 Mei 2020 04:25 WIB", "2020-05-04T04:25:00+07:00", "minute"),
    ("Ahad 25 Jan 2026 / 6 Syaban 1447 H, 14:27 WIB", "2026-01-25T14:27:00+07:00", "minute"),
    ("Jumat, 24 Juli 2026 12:40 WIB", "2026-07-24T12:40:00+07:00", "minute"),
    ("Rabu, 17 Juni 2015 | 22:26 WIB", "2015-06-17T22:26:00+07:00", "minute"),
    ("Kompas.com - 02/11/2023, 21:34 WIB", "2023-11-02T21:34:00+07:00", "minute"),
    (" 20/1/2026 18:30", "2026-01-20T18:30:00+07:00", "minute"),
    ("13/10/2023 20:05", "2023-10-13T20:05:00+07:00", "minute"),
    ("1/15/2024", "2024-01-15T00:00:00+07:00", "day"),
    ("2023-11-27T03:15:00.000Z Sekretariat", "2023-11-27T03:15:00+00:00", "second"),
    ("Minggu 12-04-2026,10:07 WIB", "2026-04-12T10:07:00+07:00", "minute"),
    ("Jumat 06-01-2023,17:09 WIB", "2023-01-06T17:09:00+07:00", "minute"),
    ("Kamis, 02 Nov 2023 20:59 WIB", "2023-11-02T20:59:00+07:00", "minute"),
    ("Selasa, 23/02/2016 15:32 WIB", "2016-02-23T15:32:00+07:00", "minute"),
    ("- 7 Oktober 2020, 15:13 WIB", "2020-10-07T15:13:00+07:00", "minute"),
    ("Selasa, 24 Februari 2026 | 08:50 WIB", "2026-02-24T08:50:00+07:00", "minute"),
    ("Minggu, 18 Juli 2021 – 18:52 WIB", "2021-07-18T18:52:00+07:00", "minute"),
    ("Senin, 15 Februari 2016, 16:15 WIB", "2016-02-15T16:15:00+07:00", "minute"),
    ("Jumat , 17 February 2017, 13:16 WIB", "2017-02-17T13:16:00+07:00", "minute"),
    ("08:03:37, 18 Agu 2022", "2022-08-18T08:03:37+07:00", "second"),
    ("16:05 WITA, Jumat 29/08/2025", "2025-08-29T16:05:00+08:00", "minute"),
    ("29 Agst 2025", "2025-08-29T00:00:00+07:00", "day"),
    ("18 Agt 2022 10:15", "2022-08-18T10:15:00+07:00", "minute"),
    ("3 Ags 2022", "2022-08-03T00:00:00+07:00", "day"),
    ("5 Nop 2021, 09.05 WITA", "2021-11-05T09:05:00+08:00", "minute"),
    ("25 Pebruari 2017", "2017-02-25T00:00:00+07:00", "day"),
    ("1 Peb 2018 pukul 07.30 WIT", "2018-02-01T07:30:00+09:00", "minute"),
    ("Jum'at, 19 Juni 2015 - 11:58 wib", "2015-06-19T11:58:00+07:00", "minute"),
    ("Ahad, 22 November 2026 | 10:11", "2026-11-22T10:11:00+07:00", "minute"),
    ("Rabu Pahing, 5 November 2025", "2025-11-05T00:00:00+07:00", "day"),
    ("pada 23 Jan 2021, 13:30 WIB", "2021-01-23T13:30:00+07:00", "minute"),
    ("on 16 Feb 2016 at 09:10 WIB", "2016-02-16T09:10:00+07:00", "minute"),
    ("26 Jun 2020, 13:58 WIB Diperbarui 27 Jun 2020, 08:00 WIB", "2020-06-26T13:58:00+07:00",
     "minute"),
    ("3 Mei 2012 09:10 Pemutakhiran Terakhir 4 Mei 2012", "2012-05-03T09:10:00+07:00", "minute"),
    ("Last updated: March 22, 2012 8:15 am", "2012-03-22T08:15:00+07:00", "minute"),
    ("Terakhir diubah 22 Maret 2012", "2012-03-22T00:00:00+07:00", "day"),
    ("22 Maret 2012 Last modified 23 Maret 2012", "2012-03-22T00:00:00+07:00", "day"),
    ("Maret 30, 2015", "2015-03-30T00:00:00+07:00", "day"),
    ("19 Jun 2015 | 13:06", "2015-06-19T13:06:00+07:00", "minute"),
    ("JATIM | 17 Juni 2021 11:38 Reporter : Aksara", "2021-06-17T11:38:00+07:00", "minute"),
    ("2/14/2026 02:09:00 PM WIB", "2026-02-14T14:09:00+07:00", "second"),
    ("4/11/26 10:15 WIB", "2026-11-04T10:15:00+07:00", "minute"),
    ("2/12/2025 2:05:11 PM", "2025-02-12T14:05:11+07:00", "second"),
    ("02/12/2025 2:05 pm", "2025-12-02T14:05:00+07:00", "minute"),
    ("2025-02-12 2:05:11 PM", "2025-02-12T14:05:11+07:00", "second"),
    ("2 Desember 2025 pk. 14.05 WITA", "2025-12-02T14:05:00+08:00", "minute"),
    ("Tue 29/07/2025", "2025-07-29T00:00:00+07:00", "day"),
    ("Minggu, 21 Jul 2024, 12:45:36 WIB", "2024-07-21T12:45:36+07:00", "second"),
    ("Selasa, 10 Maret 2026 19:21 WITA", "2026-03-10T19:21:00+08:00", "minute"),
    ("Posted on Maret 30, 2015 by Admin", "2015-03-30T00:00:00+07:00", "day"),
    ("Submitted by humas on Sen, 11/09/2026 - 15:33", "2026-11-09T15:33:00+07:00", "minute"),
    ("Sen, 09/11/2026 - 15:33", "2026-11-09T15:33:00+07:00", "minute"),
    ("Fri, 25/09/2026 - 08:00", "2026-09-25T08:00:00+07:00", "minute"),
    ("11/4/25 8:12 AM", "2025-11-04T08:12:00+07:00", "minute"),
    ("8/19/25, 12:05 PM WITA", "2025-08-19T12:05:00+08:00", "minute"),
    ("Tanggal : 21-01-2026 | Jam : 07:48:02", "2026-01-21T07:48:02+07:00", "second"),
    ("Senin, 1 Januari 2024 pukul 00:05 WIB", "2024-01-01T00:05:00+07:00", "minute"),
]  # fmt: skip

NO_DATE = [
    "",
    "Rabu",
    "Rabu (24/9)",
    "4/11/26 10:15",
    "4/11/26",
    "4/11/26 10:15 AM",
    "04/09/26 10:15 AM",
    "12 jam lalu",
    "12 hours ago",
    "31 November 2020",
    "26/12/12022",
    "Senin 9 Desember 2025 siang",
    "kamis (31/5/2015)",
    "Copyright © ANTARA",
    "per Desember",
    "Sel, 09/11/2026 - 15:33",
    "Jum, 05/09/2025 - 08:00",
    "9999-99-99T99:99:99Z",
    "0012-01-01",
    "1.229 Views",
    "Rp 2.000.000",
]

RELATIVE = [
    ("2 jam lalu", "2026-03-10T00:00:00+07:00", "day"),
    ("9 menit yang lalu", "2026-03-10T11:51:00+07:00", "minute"),
    ("45 seconds ago", "2026-03-10T11:59:15+07:00", "minute"),
    ("11 hours ago", "2026-03-10T00:00:00+07:00", "day"),
    ("14 hours ago", "2026-03-09T00:00:00+07:00", "day"),
    ("Redaksi - 5 jam yang lalu", "2026-03-10T00:00:00+07:00", "day"),
    ("seminggu yang lalu", "2026-03-03T00:00:00+07:00", "day"),
    ("2 weeks ago", "2026-02-24T00:00:00+07:00", "day"),
    ("3 hari lalu", "2026-03-07T00:00:00+07:00", "day"),
    ("kemarin", "2026-03-09T00:00:00+07:00", "day"),
]


@pytest.mark.parametrize(("raw", "expected", "precision"), MACHINE + VISIBLE)
def test_reads_date(raw: str, expected: str, precision: str) -> None:
    found = parse_published(raw, WIB)
    assert found is not None
    assert found.at == datetime.fromisoformat(expected)
    assert found.at.utcoffset() == datetime.fromisoformat(expected).utcoffset()
    assert found.precision == precision


@pytest.mark.parametrize("raw", NO_DATE)
def test_guesses_nothing(raw: str) -> None:
    assert parse_published(raw, WIB, NOW) is None


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(("raw", "expected", "precision"), RELATIVE)
def test_relative_time_needs_now(raw: str, expected: str, precision: str) -> None:
    found = parse_published(raw, WIB, NOW)
    assert found is not None
    assert (found.at.isoformat(), found.precision) == (expected, precision)
    assert parse_published(raw, WIB) is None


def test_future_is_no_publication() -> None:
    assert parse_published("11 Maret 2026 12:00 WIB", WIB, NOW) is None
    assert parse_published("10 Maret 2026", WIB, NOW) is not None
    assert parse_published("2026-03-10T12:30:00+07:00", WIB, NOW) is not None


def test_zone_of_the_site_fills_in() -> None:
    wit = ZoneInfo("Asia/Jayapura")
    found = parse_published("2023-11-02 21:34:19", wit)
    assert found is not None
    assert found.at.utcoffset() == timedelta(hours=9)


# What the shared list gives a meaning, and no page prints as its date of publication.
NO_PUBLICATION = (
    ("no year: the event's day, see facts/event_dates", r"(?!.*\d{4}).*"),
    ("more or less than a day", r"(?:.*hingga|per|sejak|Copyright|Hari|\w+[-–]\w+) .*|.*\(3-4/.*"),
    ("a part of an address, see page/published", r"/.*/"),
)


@pytest.fixture(params=["UTC", "America/Lima"])
def elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose own clock is not Indonesia's."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("elsewhere")
def test_every_labelled_string_is_met(shared: Path) -> None:
    """Right where the shared list says what a string means; the others stand above by reason."""
    unmet = []
    for line in (shared / "labels/date_strings.tsv").read_text().splitlines():
        raw, _, meaning = line.partition("\t")
        if not meaning or any(re.fullmatch(pattern, raw) for _, pattern in NO_PUBLICATION):
            continue
        found = parse_published(raw, WIB)
        days_only = len(meaning) == 10
        if not found or (str(found.at.date()) if days_only else found.at) != (
            meaning if days_only else datetime.fromisoformat(meaning)
        ):
            unmet.append((raw, meaning, found))
    assert unmet == []


@given(st.datetimes(min_value=datetime(1995, 1, 1), max_value=datetime(2060, 1, 1)))
def test_every_printed_moment_comes_back(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0, tzinfo=WIB)
    days = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    months = [
        "Jan",
        "Peb",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agt",
        "Sept",
        "Oktober",
        "Nop",
        "Des",
    ]
    raw = (
        f"{days[moment.weekday()]}, {moment.day} {months[moment.month - 1]} {moment.year} "
        f"| {moment:%H.%M} WIB"
    )
    found = parse_published(raw, WIB)
    assert found is not None
    assert found.at == moment


@given(st.text(max_size=300))
def test_any_text_is_survived(raw: str) -> None:
    parse_published(raw, WIB, NOW)
