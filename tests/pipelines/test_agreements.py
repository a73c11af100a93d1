"""All facts of one story together: rows, evidence, nothing where nothing is told."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pipelines.agreements import Facts, find_facts
from pipelines.model import Article, Relevance
from pipelines.relevance import judge

STORY = Article(
    id="0" * 16,
    url="https://berita.example/1",
    site="x",
    platform="generic",
    title="Pemkab Agam Teken MoU dengan BPJS Ketenagakerjaan",
    text=(
        "LUBUK BASUNG – Pemkab Agam menandatangani nota kesepahaman dengan BPJS Ketenagakerjaan "
        "Cabang Bukittinggi, Selasa (14/5/2024).\n\n"
        "Bupati Agam, Dr. H. Zulhendri Rasyid, M.M., menyebut 4.215 perangkat nagari terlindungi "
        "JKK dan JKM sesuai Perbup Nomor 7 Tahun 2023. Nota itu berlaku selama dua tahun."
    ),
    paragraphs=(),
    published_at=datetime(2024, 5, 15, 8, tzinfo=UTC),
)


def test_one_story_one_row() -> None:
    facts = find_facts(STORY, judge(STORY))
    (found,) = facts.agreements
    assert found.government is not None
    assert (found.government.code, found.government.name) == ("13.06", "Kabupaten Agam")
    assert found.government.level == "kabupaten"
    assert found.counterpart is None
    assert found.bpjs_office == "Kantor Cabang Bukittinggi"
    assert (found.instrument, found.renewal, found.status) == ("mou", False, "signed")
    assert (found.event_date, found.event_date_raw) == (date(2024, 5, 14), "Selasa (14/5/2024)")
    assert found.event_date_note is None
    assert found.duration == "dua tahun"
    assert found.programmes == ("JKK", "JKM")
    assert "nota kesepahaman" in found.evidence.quote
    assert [(one.raw, one.value) for one in facts.figures] == [("4.215 perangkat nagari", 4215)]
    assert [one.group for one in facts.worker_groups] == ["perangkat desa"]
    assert [(one.kind, one.number, one.year) for one in facts.regulations] == [
        ("perbup", "7", 2023)
    ]
    assert [(one.name, one.role) for one in facts.officials] == [
        ("Zulhendri Rasyid", "Bupati Agam")
    ]


def test_a_signing_on_a_day_to_come_is_planned() -> None:
    article = replace(STORY, text=STORY.text.replace("Selasa (14/5/2024)", "Senin (20/5/2024)"))
    (found,) = find_facts(article, judge(article)).agreements
    assert (found.status, found.event_date) == ("planned", None)


def test_a_dateline_dates_a_story_that_nothing_else_does() -> None:
    text = (
        "Padang, 15 Mei 2024 – Pemkab Agam meneken MoU dengan BPJS Ketenagakerjaan, Selasa (14/5)."
    )
    article = replace(STORY, text=text, published_at=None)
    (found,) = find_facts(article, judge(article)).agreements
    assert found.event_date == date(2024, 5, 14)


def test_every_quote_is_at_its_offsets() -> None:
    facts = find_facts(STORY, judge(STORY))
    for group in (
        facts.agreements,
        facts.figures,
        facts.worker_groups,
        facts.regulations,
        facts.officials,
    ):
        assert group
        for fact in group:
            evidence = fact.evidence
            assert STORY.text[evidence.start : evidence.end] == evidence.quote


def test_two_governments_are_two_rows() -> None:
    story = replace(
        STORY,
        title="Pemprov Maluku dan Pemkot Ambon Teken PKS dengan BPJS Ketenagakerjaan",
        text="Pemprov Maluku dan Pemkot Ambon menandatangani PKS dengan BPJS Ketenagakerjaan.",
    )
    rows = find_facts(story, judge(story)).agreements
    assert [row.government.code for row in rows if row.government] == ["81", "81.71"]
    assert {row.instrument for row in rows} == {"pks"}


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Edaran Nomor 440/71 tanggal 2 Mei 2024 dikeluarkan bupati.", date(2024, 5, 2)),
        ("Bupati menerbitkan Perbup Nomor 9 Tahun 2024 sejak 3 Mei 2024.", date(2024, 5, 3)),
        ("Perda itu disahkan pada tanggal 6 Mei 2024.", date(2024, 5, 6)),
        ("Peserta tercatat hingga 7 Mei 2024.", date(2024, 5, 14)),
        ("Perda itu disahkan.", date(2024, 5, 14)),
    ],
)
def test_a_regulation_has_the_day_it_was_issued(told: str, day: date) -> None:
    text = f"Bupati Agam menerbitkan edaran. {told}\n\nEdaran dibagikan, Selasa (14/5/2024)."
    story = replace(STORY, title="Bupati Agam Terbitkan Edaran", text=text)
    (found,) = find_facts(story, Relevance("cooperation", 1.0, ())).agreements
    assert (found.instrument, found.event_date) == ("regulation", day)


def test_a_related_story_has_facts_but_no_agreement() -> None:
    facts = find_facts(STORY, Relevance("related", 0.3, ("a claim",)))
    assert facts.agreements == ()
    assert facts.figures


@pytest.mark.parametrize("text", ["", "   \n\n "])
def test_nothing_is_made_of_nothing(text: str) -> None:
    empty = replace(STORY, text=text)
    assert find_facts(empty, Relevance("cooperation", 1.0, ())) == Facts()
    assert find_facts(STORY, Relevance("unrelated", 0.0, ())) == Facts()


def test_a_story_without_anything_told_leaves_nulls() -> None:
    bare = replace(STORY, title="Kerja Sama", text="Kerja sama itu baik.", published_at=None)
    (found,) = find_facts(bare, Relevance("cooperation", 0.9, ())).agreements
    assert found.government is None
    assert found.counterpart is None
    assert found.bpjs_office is None
    assert found.event_date is None
    assert found.event_date_raw is None
    assert found.duration is None
    assert found.programmes == ()


def test_a_weak_relation_without_a_party_is_no_agreement() -> None:
    bare = replace(STORY, title="Kerja Sama", text="Kerja sama itu baik.", published_at=None)
    assert find_facts(bare, Relevance("cooperation", 0.6, ())).agreements == ()


def test_a_named_paper_is_an_agreement_whoever_signs() -> None:
    bare = replace(STORY, title="Teken PKS", text="PKS diteken hari ini.", published_at=None)
    (found,) = find_facts(bare, Relevance("cooperation", 0.6, ())).agreements
    assert (found.government, found.counterpart, found.instrument) == (None, None, "pks")


def test_of_two_papers_with_two_parties_nobody_can_tell_whose_is_which() -> None:
    text = (
        "Pemkab Agam dan Kejari Agam menggandeng BPJS Ketenagakerjaan. Naskah pertama perjanjian "
        "kerja sama yang diteken pemkab, naskah kedua nota kesepahaman yang diteken kejari."
    )
    title = "Pemkab dan Kejari Agam Gandeng BPJS Ketenagakerjaan"
    facts = find_facts(replace(STORY, title=title, text=text), Relevance("cooperation", 1.0, ()))
    assert [(one.instrument, one.status) for one in facts.agreements] == [(None, "signed")] * 2


def test_the_day_of_the_data_belongs_to_its_figure() -> None:
    story = replace(
        STORY,
        text="Berdasarkan data hingga 31 Desember 2023, peserta di Agam mencapai 79.077 orang, "
        "terdiri atas 52.104 pekerja formal.",
    )
    facts = find_facts(story, Relevance("cooperation", 1.0, ()))
    assert [(one.value, one.as_of) for one in facts.figures] == [
        (79_077, date(2023, 12, 31)),
        (52_104, None),
    ]
    assert facts.figures[0].about == "peserta di Agam"


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Peserta di Agam mencapai 900 orang.", "Peserta di Agam"),
        ("Kepala Cabang Rini mengatakan peserta di Agam mencapai 900 orang.", "peserta di Agam"),
        ("AGAM – Sebanyak 900 orang di Agam terdaftar.", "di Agam terdaftar"),
        ("Budi menyebut sudah ada 900 orang.", None),
    ],
)
def test_a_figure_is_not_about_who_tells_it(sentence: str, about: str | None) -> None:
    (found,) = find_facts(replace(STORY, text=sentence), Relevance("related", 0.4, ())).figures
    assert found.about == about
