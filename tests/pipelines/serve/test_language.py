"""Both languages say everything the pages say."""

import re
import string
from pathlib import Path
from typing import get_args

import pytest

import pipelines.serve
from pipelines.health import State as Health
from pipelines.model import Instrument, Status
from pipelines.serve.coverage import State
from pipelines.serve.dashboard import FATE_GROUPS
from pipelines.serve.highlight import Kind
from pipelines.serve.language import ENGLISH, INDONESIAN, words
from pipelines.serve.search import asked
from pipelines.tables.standing import KINDS, Form
from pipelines.tables.stories import canonical_of

PACKAGES = Path(pipelines.__file__).parent
TEMPLATES = (PACKAGES / "serve" / "templates", PACKAGES / "report" / "templates")
DATA = Path(pipelines.__file__).parent / "data"
FAMILIES = {
    "instrument": get_args(Instrument),
    "status": get_args(Status),
    "health": get_args(Health),
    "state": get_args(State),
    "kind": get_args(Kind),
    "kinds": KINDS,
    "has": get_args(Form),
    "new": get_args(Form),
    "fates": FATE_GROUPS,
}


def test_every_phrase_of_a_template_is_there() -> None:
    text = "\n".join(file.read_text() for folder in TEMPLATES for file in folder.iterdir())
    used = set(re.findall(r"say\([\"']([\w.]+)[\"'][,)]", text))
    assert len(used) > 80
    assert used <= set(words())


@pytest.mark.parametrize("family", FAMILIES)
def test_every_value_has_a_name(family: str) -> None:
    assert {f"{family}.{value}" for value in FAMILIES[family]} <= set(words())


def test_both_languages_fill_in_the_same() -> None:
    unequal = [key for key, pair in words().items() if len({_filled(text) for text in pair}) > 1]
    empty = [key for key, pair in words().items() if not all(text.strip() for text in pair)]
    assert unequal == empty == []


def _filled(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize(
    ("status", "event_date", "told", "said"),
    [
        ("signed", "2026-11-03", "2026-11-04", "3 November 2026"),
        ("ongoing", "2026-11-03", "2026-11-04", "per 3 November 2026"),
        ("signed", None, "2026-11-03", "diberitakan 3 November 2026"),
        ("planned", "2026-09-15", "2026-09-16", "diberitakan 16 September 2026"),
        (None, None, None, "tanggal tidak diketahui"),
    ],
)
def test_a_day_is_the_events_own_or_is_said_to_be_that_of_the_news(
    status: str | None, event_date: str | None, told: str | None, said: str
) -> None:
    event = {"status": status, "event_date": event_date, "told": told}
    assert INDONESIAN.when(event) == said


def test_groups_are_written_as_each_language_writes_them() -> None:
    assert INDONESIAN.groups(["rt/rw", "nelayan", "non-asn"]) == "RT/RW, nelayan, non-ASN"
    assert ENGLISH.groups(["nelayan", "kelompok baru"]) == "fishers, kelompok baru"
    table = (DATA / "worker_groups.tsv").read_text().splitlines()
    named = {line.partition("\t")[0] for line in table if line[0] not in "#-"}
    phrases = {key: pair[0] for key, pair in words().items() if key.startswith("group.")}
    assert {f"group.{name}" for name in named} <= phrases.keys()
    assert all(key == f"group.{written.lower()}" for key, written in phrases.items())


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("dua tahun", "two years"),
        ("satu (1) tahun", "one (1) year"),
        ("12 bulan", "12 months"),
        ("setahun", "one year"),
        ("sampai 30 Oktober 2029", "until 30 October 2029"),
        ("hingga akhir 2027", "until the end of 2027"),
        ("selama masa jabatan", "selama masa jabatan"),
    ],
)
def test_a_term_is_told_in_each_language(printed: str, english: str) -> None:
    assert (INDONESIAN.term(printed), ENGLISH.term(printed)) == (printed, english)


@pytest.mark.parametrize(
    ("language", "number", "day", "month", "moment"),
    [
        (INDONESIAN, "1.234.567", "3 Mei 2026", "Mei 2026", "23 November 2026 01:30 WIB"),
        (ENGLISH, "1,234,567", "3 May 2026", "May 2026", "23 November 2026 01:30 WIB"),
    ],
)
def test_numbers_and_days(language, number, day, month, moment) -> None:  # type: ignore[no-untyped-def]
    assert language.number(1234567) == number
    assert language.day("2026-05-03T23:00:00+07:00") == day
    assert language.month("2026-05") == month
    assert language.moment("2026-11-22T18:30:00Z") == moment
    assert language.day(None) == language("no_date")


def test_addresses_stay_in_their_language() -> None:
    assert INDONESIAN.path("/") == "/"
    assert ENGLISH.path("/") == "/en"
    assert ENGLISH.path("/search", q="a b", page="", **{"status": "signed"}) == (
        "/en/search?q=a+b&status=signed"
    )
    query = asked({"q": "x", "copies": "1"}).query
    assert INDONESIAN.path("/search", **query) == "/search?q=x&copies=1"


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (canonical_of("0|2026-10-29T01:15:00Z|1|a", 2)[1],
         "tidak menyebut sumber lain; terbit paling awal, 2026-10-29T01:15:00Z"),
        (canonical_of("1|undated|1|a", 2)[1],
         "semua artikel menyebut sumber lain; tidak ada tanggal terbit, naskah terlengkap"),
        (canonical_of("0|undated|1|a", 1)[1], "satu-satunya artikel"),
        ("the same text; government 73.04; event date not known; credits Kabar {Kita}",
         "naskah yang sama; Kabupaten Jeneponto; tanggal peristiwa tidak diketahui;"
         " menyebut sumber Kabar {Kita}"),
        ("45% the same words, but another government (73.04) and another event date (2026-01-01)",
         "45% kata sama, tetapi pemerintah daerah lain (Kabupaten Jeneponto) dan tanggal"
         " peristiwa lain (2026-01-01)"),
        ("similar words, but liker to another story",
         "kata-kata yang mirip, tetapi lebih mirip berita lain"),
        ("nothing new since 2026-10-01; it used to give 1.5 a day",
         "tidak ada yang baru sejak 2026-10-01; biasanya 1.5 sehari"),
        ("none of its 3 channels answers as it should: HTTP 500",
         "tidak satu pun dari 3 kanalnya menjawab semestinya: HTTP 500"),
    ],
)  # fmt: skip
def test_reasons_are_told_in_indonesian(reason: str, said: str) -> None:
    assert INDONESIAN.because(reason) == (said, "id")
    assert ENGLISH.because(reason) == (reason, "en")


def test_a_reason_in_words_of_others_stays_as_it_is() -> None:
    assert INDONESIAN.because("robots.txt: HTTP 500") == ("robots.txt: HTTP 500", "en")
