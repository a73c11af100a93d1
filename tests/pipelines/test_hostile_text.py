"""Hostile and broken texts: linear time, no exception, nothing guessed."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.agreements import Facts, find_facts
from pipelines.model import Article, Relevance
from pipelines.relevance import judge, names_agency, points_to_agency

MILLION = 1_000_000
SECONDS = 5.0
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CONTENDED = Relevance("cooperation", 1.0, ("forced",))


def _article(title: str, text: str) -> Article:
    return Article(
        id="0" * 16,
        url="https://berita.example/1",
        site="x",
        platform="generic",
        title=title,
        text=text,
        paragraphs=(text,),
        published_at=datetime(2025, 3, 14, tzinfo=UTC),
    )


def _read(title: str, text: str) -> Facts:
    article = _article(title, text)
    judge(article)
    points_to_agency(title)
    facts = find_facts(article, CONTENDED)
    for group in (facts.agreements, facts.figures, facts.worker_groups, facts.officials):
        for fact in group:
            evidence = fact.evidence
            assert text[evidence.start : evidence.end] == evidence.quote
    return facts


def _repeated(unit: str) -> str:
    return (unit * (MILLION // len(unit) + 1))[:MILLION]


@pytest.mark.parametrize(
    "unit",
    [
        "x",
        "BPJS Ketenagakerjaan ",
        "BPJS Ketenagakerjaan\n\n",
        "Pemkab Agam dan ",
        "Bupati Siak Adi, Bupati ",
        "dua belas ribu lima ratus ",
        "iuran apbd yang diteken ",
        "telah menandatangani dua tahun setelah ",
        "Kepala Dinas ",
        "Kepala , ",
        "Bupati A. B. C. ",
        "menandatangani kerja ",
        "akan akan ",
        "akan teken MoU PKS ",
        "sesuai PKS yang telah diteken ",
        "nelayan di Kabupaten Tuban ",
        "22 surat kuasa khusus ",
        "PP Nomor 4, 5 dan 6, ",
        "Lurah Suka Jaya Budi Andi ",
        "Peraturan Bupati Bupati ",
        "perda (a) ",
        "1.000.",
        "1 ",
        "9",
        "12/3/",
        "Senin, ",
        "(12/3",
        "Rp1",
        "dua puluh ",
        "kemarin (",
        "((((",
        "Kantor Cabang ",
        "Kantor Wilayah Riau, ",
        "hingga 31 Desember 2024 ",
        "A, A, ",
        "“Bupati ",
        "selaku ",
        "\u0130",
        "\n",
        ". A",
        " ",
        "\u00a0",
        "tindak lanjut dari ",
        "Kejari ",
        "Universitas Negeri ",
    ],
)
def test_a_megabyte_of_repetition_takes_linear_time(unit: str) -> None:
    start = time.process_time()
    _read(_repeated(unit)[:2000], _repeated(unit))
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Elokride Gandeng BPJS", f"BPJS dan Elokride. Elokride bekerja sama. {'A' * 40_000}"),
        ("Elokride Gandeng BPJS", f"BPJS dan Elokride. Elokride bekerja sama. {'Ab-' * 13_000}"),
        (
            "Warga",
            "".join(
                f"Bupati Siak {a}ra {b}udo{c}, " for a in CAPITALS for b in CAPITALS for c in "abc"
            ),
        ),
    ],
)
def test_long_names_and_many_persons_take_linear_time(title: str, text: str) -> None:
    start = time.process_time()
    _read(title, text)
    assert time.process_time() - start < 1.0


def test_a_megabyte_of_bytes_is_scanned_quickly() -> None:
    start = time.process_time()
    assert not names_agency(_repeated("jaminan sosial ").encode())
    assert not names_agency(b"bpj" * 300_000)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "The regency administration signed an agreement with a bank on Monday.",
        "Kerajaan negeri menandatangani perjanjian dengan Perkeso pada hari Isnin.",
        "Bupati rawuh ing bale desa kaliyan para warga.",
        "بوباتي ١٢٣٤ عامل",
        "पेमकैब १२३४ मजदूर",
        "٣٥٠٠٠ pekerja ۱۲/۳/۲۰۲۵",
        "PEMERlNTAH KABUPATFN 0GAN lL1R MENANDATANGAN1 M0U",
        "BPJSKetenagakerjaanPemkabAgamMenandatanganiMoU12Maret2025",
    ],
)
def test_other_languages_and_noise_give_no_government_and_no_day(text: str) -> None:
    (found,) = _read("", text).agreements
    assert found.government is None
    assert found.event_date is None
    assert found.bpjs_office is None


def test_capitals_are_read_like_the_rest() -> None:
    text = (
        "PEMKAB AGAM MENANDATANGANI NOTA KESEPAHAMAN DENGAN BPJS KETENAGAKERJAAN CABANG "
        "BUKITTINGGI, RABU (12/3/2025)."
    )
    (found,) = _read("", text).agreements
    assert found.government is not None
    assert found.government.code == "13.06"
    assert found.bpjs_office == "Kantor Cabang Bukittinggi"
    assert str(found.event_date) == "2025-03-12"


VOCABULARY = """
    Pemkab Pemkot Agam Bogor Bupati Kepala Dinas BPJS Ketenagakerjaan Cabang Palembang , . ( ) /
    - Senin (12/3/2025) 12 Maret 2025 1.000 orang Rp5 juta MoU PKS menandatangani akan dan Kejari
    Perbup Nomor 5 Tahun 2024 petani H. Drs. Ahmad Fauzi M.Si hingga per “ ” ribu dua"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=80))
def test_any_order_of_the_words_is_read(words: list[str]) -> None:
    _read(" ".join(words[:12]), " ".join(words))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=500))
def test_any_text_is_read(text: str) -> None:
    _read(text[:80], text)
