"""One body is one party, however its name and its place are written."""

import pytest

from pipelines.facts.bodies import body_key, party_of
from pipelines.facts.institutions import find_institutions
from pipelines.facts.prose import Prose

SAME = [
    ("KONI Sumsel", "Komite Olahraga Nasional Indonesia Sumatera Selatan"),
    ("Baznas NTB", "Badan Amil Zakat Nasional Provinsi NTB"),
    ("Kejari Babar", "Kejaksaan Negeri Bangka Barat"),
    ("PWI Jatim", "Persatuan Wartawan Indonesia Jawa Timur"),
    ("RSUD Kabupaten Bengkalis", "Rumah Sakit Umum Daerah Bengkalis"),
    ("PP Muhammadiyah", "Pimpinan Pusat Muhammadiyah"),
    ("pt Reka Tani,", "PT Reka Tani"),
]
DIFFERENT = [
    ("KONI Sumsel", "KONI Sumbar"),
    ("KONI Sumsel", "Baznas Sumsel"),
    ("Kejaksaan Negeri Kota Bogor", "Kejaksaan Negeri Kabupaten Bogor"),
    ("Kejaksaan Negeri Bangka Barat", "Kejaksaan Tinggi Bangka Belitung"),
    ("Universitas Jambi", "Universitas Riau"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_body_by_two_names_is_one_party(one: str, other: str) -> None:
    assert body_key(one) == body_key(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_bodies_are_two_parties(one: str, other: str) -> None:
    assert body_key(one) != body_key(other)


def test_a_government_goes_before_an_institution() -> None:
    assert party_of("16.09", "KONI OKU Selatan") == "16.09"


@pytest.mark.parametrize("nobody", [None, "", " . "])
def test_nobody_named_is_no_party(nobody: str | None) -> None:
    assert party_of(None, nobody) == ""


def test_an_arts_council_is_a_body() -> None:
    (found,) = find_institutions(Prose("Agensi digandeng Dewan Kesenian Jakarta (DKJ) itu."))
    assert found.name == "Dewan Kesenian Jakarta"
