"""Planned, signed or ongoing: what is told as done, and what only as hoped or past."""

import pytest

from pipelines.facts.deeds import read_story
from pipelines.facts.instruments import Choice
from pipelines.facts.prose import Prose
from pipelines.facts.statuses import status_of
from pipelines.model import Instrument


@pytest.mark.parametrize(
    ("title", "text", "instrument", "status"),
    [
        ("Pemkab Akan Perluas Peserta", "Pemkab menandatangani PKS, Rabu.", "pks", "signed"),
        ("Pemkot Segera Teken PKS", "Pemkot segera meneken PKS.", "pks", "planned"),
        (
            "Usai Teken MoU Tahun Lalu, Pemkot Evaluasi",
            "Pemkot mengevaluasi pelaksanaan MoU yang diteken tahun lalu.",
            "mou",
            "ongoing",
        ),
        (
            "Ribuan Non ASN Dijamin",
            "Sesuai PKS yang ditandatangani tahun lalu, pemkab membayar iuran.",
            "pks",
            "ongoing",
        ),
        ("Kejati Perbarui MoU", "Kejati memperbarui nota kesepahaman.", "mou", "signed"),
        ("Kota Resmi Punya Perda", "Perda itu diundangkan Senin.", "regulation", "signed"),
        (
            "Dua Tahun MoU, Peserta Naik",
            "Dua tahun setelah nota kesepahaman diteken, peserta naik.",
            "mou",
            "ongoing",
        ),
        (
            "Pemkab Salurkan Iuran",
            "Pemkab yang telah menandatangani MoU tahun lalu menyalurkan iuran.",
            "mou",
            "ongoing",
        ),
        (
            "Nelayan Terlindungi",
            "Dengan tema Nelayan Terlindungi, pemprov bersiap menggelar peluncuran program.",
            "commitment",
            "planned",
        ),
        ("Pemkot Kaji Perlindungan", "Pemkot mengkaji perlindungan.", "commitment", "planned"),
        ("Pemprov Ikat Kontrak", "Pemprov mengikat kerja sama.", "agreement", "signed"),
        ("Bupati Terima BPJS", "Keduanya membicarakan kemungkinan MoU.", "mou", "planned"),
    ],
)
def test_status(title: str, text: str, instrument: Instrument, status: str) -> None:
    choice = Choice(instrument, True, 0)
    assert status_of(read_story(title, Prose(text)), choice) == status
