"""The report of a small database: what is new, planned, ended and silent, and how it is shown."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import html

from crawler.cli import cli
from pipelines.model import Agreement, Evidence, Figure, Government, WorkerGroup
from pipelines.report.findings import Findings, findings
from pipelines.report.period import Period
from pipelines.report.write import write_report
from pipelines.store import Store
from tests.pipelines.synthetic import NOW, SITE, TEXT, WIB, agreement, page, reading

MUBA = Government("16.06", "Kabupaten Musi Banyuasin", "kabupaten")
OKI = Government("16.02", "Kabupaten Ogan Komering Ilir", "kabupaten")
JAMBI = Government("15.71", "Kota Jambi", "kota")
BONE = Government("73.08", "Kabupaten Bone", "kabupaten")
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
# (government, day, duration, status): told the day after
EVENTS = [
    (MUBA, date(2024, 3, 10), "dua tahun", "signed"),
    (OKI, date(2024, 3, 12), "2 tahun", "signed"),
    (OKI, date(2026, 3, 11), None, "signed"),
    (JAMBI, date(2026, 2, 3), None, "planned"),
    (BONE, date(2026, 3, 20), None, "planned"),
    (BONE, date(2026, 4, 20), None, "signed"),
]
HOSTILE = 'Kabar <script>alert(1)</script> | *x* [a](javascript:1) \N{RIGHT-TO-LEFT OVERRIDE}"'


def told(government: Government, day: date, **changes: Any) -> Agreement:
    return agreement(government, day, event_date_raw=str(day), **changes)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with Store.open(path) as store:
        for number, (government, day, duration, status) in enumerate(EVENTS):
            published = datetime(day.year, day.month, day.day, 9, tzinfo=WIB) + timedelta(days=1)
            url = f"https://portal.example/{number}"
            fact = told(government, day, duration=duration, status=status)
            text = f"{government.name} {number}. {TEXT}"
            made = reading(url, text, published, [replace(fact, evidence=fact.evidence)])
            store.save(None, SITE, page(url), made, NOW)
    return path


def found(db: Path, period: Period = MARCH, province: str | None = None) -> Findings:
    with Store.open(db, read_only=True) as store:
        return findings(store._db.conn, period, province)


def parties(events: list[dict[str, Any]]) -> list[str]:
    return [event["government_name"] for event in events]


def test_new_is_what_was_first_told_in_the_period(db: Path) -> None:
    assert parties(found(db).new) == [OKI.name]
    assert found(db).first_time == []
    assert found(db, Period(date(2024, 3, 1), date(2024, 3, 31))).first_time == [
        MUBA.name,
        OKI.name,
    ]


@pytest.mark.parametrize(
    ("change", "new", "running", "told"),
    [
        ("status = 'signed'", 1, 0, 0),
        ("instrument = 'commitment'", 1, 0, 0),
        ("instrument = NULL", 1, 0, 0),
        ("renewal = 1", 0, 1, 0),
        ("instrument = 'addendum'", 0, 1, 0),
        ("status = 'ongoing'", 0, 1, 0),
        ("status = 'ongoing', instrument = 'socialization'", 0, 0, 1),
        ("status = 'ongoing', instrument = NULL", 0, 0, 1),
        ("status = NULL", 0, 0, 1),
        ("status = 'planned'", 0, 0, 0),
    ],
)
def test_what_runs_already_is_not_new(
    db: Path, change: str, new: int, running: int, told: int
) -> None:
    with Store.open(db) as store:
        store.change(f"UPDATE agreements SET {change} WHERE day = '2026-03-11'")
        store.change("DELETE FROM agreements WHERE day = '2024-03-12'")
    report = found(db)
    assert (len(report.new), len(report.running), len(report.told)) == (new, running, told)
    assert report.first_time == [OKI.name] * new
    assert sum(report.forms.values()) == new


def test_covered_regions_are_named_with_their_latest(db: Path) -> None:
    held = found(db, province="16").held
    assert {code: parties(events) for code, events in held.items()} == {"16": [OKI.name, MUBA.name]}
    assert [event["day"] for event in held["16"]] == ["2026-03-11", "2024-03-10"]
    assert all(event["refs"] for event in held["16"])
    assert sum(map(len, found(db).held.values())) == found(db).covered


def test_workers_and_the_words_for_them_are_told_where_one_number_is_known(
    tmp_path: Path,
) -> None:
    path, url = tmp_path / "news.db", "https://portal.example/satu"
    text = f"Muba meneken MoU bagi 912 petugas sapu. Nanti juga 40 nelayan. {TEXT}"
    sentence = text[: text.index(" Nanti")]
    with Store.open(path) as store:
        fact = replace(told(MUBA, MARCH.first), evidence=Evidence(sentence, 0, len(sentence)))
        made = replace(
            reading(url, text, datetime(2026, 3, 5, tzinfo=WIB), [fact]),
            figures=(figure(text, "912 petugas", 912), figure(text, "40 nelayan", 40)),
            worker_groups=(group(text, "petugas sapu", "petugas kebersihan"),),
        )
        store.save(None, SITE, page(url), made, NOW)
    (event,) = found(path).new
    assert event["workers"] == "912 petugas"
    assert event["groups"] == {"petugas kebersihan": ["petugas sapu"]}
    _, shown = write_report(path, MARCH, None, "en", tmp_path / "out")
    assert "Workers: 912 petugas." in shown.read_text()
    assert "For whom: cleaners (“petugas sapu”)." in shown.read_text()


def figure(text: str, raw: str, value: float) -> Figure:
    return Figure(raw, value, None, "orang", False, None, None, at(text, raw))


def group(text: str, raw: str, name: str) -> WorkerGroup:
    return WorkerGroup(raw, name, at(text, raw))


def at(text: str, quote: str) -> Evidence:
    return Evidence(quote, text.index(quote), text.index(quote) + len(quote))


def test_a_plan_stays_until_its_party_agrees(db: Path) -> None:
    assert parties(found(db).planned) == [JAMBI.name, BONE.name]
    april = Period(date(2026, 4, 1), date(2026, 4, 30))
    assert parties(found(db, april).planned) == [JAMBI.name]


def test_a_term_that_ran_out_is_told_unless_something_followed(db: Path) -> None:
    assert parties(found(db).ended) == [MUBA.name]


@pytest.mark.parametrize(("status", "ends"), [("signed", 1), ("planned", 0), ("ongoing", 0)])
def test_only_a_term_that_was_signed_has_an_end(db: Path, status: str, ends: int) -> None:
    with Store.open(db) as store:
        change = "UPDATE agreements SET status = :status, duration = 'dua bulan'"
        store.change(f"{change} WHERE day = '2026-03-11'", {"status": status})
    report = found(db)
    told = (*report.new, *report.planned)
    assert sum(event["ends"] is not None for event in told) == ends


@pytest.mark.parametrize(("year", "covered"), [(2023, 0), (2024, 2), (2026, 3)])
def test_the_map_is_as_it_was_then(db: Path, year: int, covered: int) -> None:
    assert found(db, Period(date(year, 1, 1), date(year, 12, 31))).covered == covered


def test_regions_nobody_told_of_are_silent_and_old_news_is_quiet(db: Path) -> None:
    report = found(db, province="16")
    assert report.regions == 17
    assert [region.name for region, _ in report.quiet] == [MUBA.name]
    assert list(report.silent) == ["16"]
    assert len(report.silent["16"]) == 15


def test_months_run_up_to_the_period(db: Path) -> None:
    months = found(db).months
    assert next(iter(months)) == "2025-04"
    assert months["2026-03"] == {"signed": 1, "planned": 1}


def test_every_event_refers_to_its_sources(db: Path) -> None:
    report = found(db)
    numbers = [
        number for e in (*report.new, *report.planned, *report.ended) for number in e["refs"]
    ]
    assert sorted(numbers) == [source.number for source in report.sources]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("province", [None, "16"])
def test_the_page_needs_nothing_else(
    db: Path, tmp_path: Path, language: Any, province: str | None
) -> None:
    page_path, text_path = write_report(db, MARCH, province, language, tmp_path / "out")
    tree = html.fromstring(page_path.read_bytes())
    assert tree.get("lang") == language
    assert not tree.xpath("//script | //link | //img | //@src")
    assert OKI.name in text_path.read_text()
    targets = {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")}
    assert targets <= set(tree.xpath("//@id"))


def test_two_reports_of_one_database_are_the_same(db: Path, tmp_path: Path) -> None:
    written = [write_report(db, MARCH, None, "id", tmp_path / name) for name in ("a", "b")]
    first, second = ([path.read_bytes() for path in paths] for paths in written)
    assert first == second


def test_words_of_strangers_stay_words(tmp_path: Path) -> None:
    path, url = tmp_path / "hostile.db", "https://portal.example/jahat?a=<b>"
    with Store.open(path) as store:
        unsaid = told(MUBA, MARCH.first, instrument=None, status=None)
        made = reading(url, TEXT, datetime(2026, 3, 5, tzinfo=WIB), [unsaid])
        assert made.article is not None
        hostile = replace(made, article=replace(made.article, title=HOSTILE))
        store.save(None, SITE, page(url), hostile, NOW)
    page_path, text_path = write_report(path, MARCH, None, "id", tmp_path)
    assert not html.fromstring(page_path.read_bytes()).xpath("//script")
    text = text_path.read_text()
    assert "<script" not in text.replace("\\<script", "")
    assert "\\[a\\](javascript:1)" in text
    assert "Bentuk tidak disebut, status tidak disebut" in text
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text + page_path.read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--period", "2099"], "that period is still to come"),
        (["--period", "kemarin"], "not a period"),
        (["--province", "99"], "no province has this name or code"),
        (["--province", "16.06"], "Kabupaten Musi Banyuasin is in 16 Sumatera Selatan"),
    ],
)
def test_wrong_use_is_said_in_a_line(db: Path, arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(cli, ["report", "--db", str(db), *arguments])
    assert result.exit_code == 2
    assert said in result.output
