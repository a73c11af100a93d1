"""Which words of a sentence are deeds, and whether they are done, ahead or past."""

import pytest

from pipelines.facts.deeds import read_story
from pipelines.facts.prose import Prose, data_lines


def _times(text: str, kind: str) -> list[str]:
    return [deed.time for deed in read_story("", Prose(text)).text if deed.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "times"),
    [
        ("Bupati menandatangani PKS yang akan melindungi petani.", "pks", ["done"]),
        ("PKS itu akan segera diteken.", "pks", ["ahead"]),
        ("Penandatanganan MoU dijadwalkan pekan depan.", "mou", ["ahead"]),
        ("Pemkab akan mendaftarkan petani melalui PKS yang diteken Senin.", "pks", ["done"]),
        ("Sesuai PKS yang diteken Januari, pemkab membayar iuran.", "sign", ["back"]),
        ("Sebelumnya, pemkab meneken MoU.", "mou", ["back"]),
        ("Bupati meneken PKS sebagai tindak lanjut MoU.", "pks", ["done"]),
        ("Bupati meneken PKS sebagai tindak lanjut MoU.", "mou", ["back"]),
        ("MoU akan ditindaklanjuti dengan PKS.", "pks", ["ahead"]),
        ("Ditandai penandatangan nota kesepakatan oleh bupati.", "mou", ["done"]),
        ("Dua tahun setelah MoU diteken, peserta naik.", "sign", ["back"]),
        ("Pelaksanaan penandatanganan PKS berlangsung Rabu.", "pks", ["done"]),
        ("PKS yang telah berjalan setahun dievaluasi.", "pks", ["back"]),
        ("Pelaksanaan PKS dinilai baik.", "pks", ["back"]),
        ("Tindak lanjut Perjanjian Kerja Sama (PKS) tentang Sinergi Program.", "ally", ["back"]),
        ("Bupati meneken PKS tentang sinergi program.", "ally", ["done"]),
        ("Raperda itu masuk prolegda.", "draft", ["ahead"]),
        ("Kini sedang disusun Peraturan Bupati.", "rule", ["ahead"]),
        ("Kini terbit Peraturan Bupati.", "rule", ["done"]),
        ("DPRD mengesahkan raperda itu.", "draft", ["done"]),
        ("Perbup telah diterbitkan tahun ini.", "rule", ["back"]),
        ("Bupati menargetkan 3.000 pekerja terlindungi.", "covered", ["now"]),
        ("Bupati menargetkan MoU rampung.", "mou", ["ahead"]),
        ("Pemkab melakukan kerja sama.", "pact", ["done"]),
        ("Pemkab akan membuat perjanjian kerja sama.", "pks", ["ahead"]),
        ("Iuran perangkat desa dibahas agar semua didaftarkan.", "cover", ["ahead"]),
        ("Guru ngaji diusulkan didaftarkan tahun ini.", "cover", ["ahead"]),
        ("Setiap desa wajib mendaftarkan perangkatnya.", "cover", ["must"]),
        ("Desa mendaftarkan perangkat yang wajib hadir.", "cover", ["now"]),
        ("Banyak pekerja yang belum terdaftar.", "covered", ["must"]),
        ("Pekerja yang belum lama bekerja, terdaftar.", "covered", ["now"]),
        ("BPJS mendorong perbup jaminan sosial.", "rule", ["ahead"]),
        ("Rapat mempercepat terbitnya perda.", "issue", ["ahead"]),
        ("Pemkab akan (29/5/2025) mendaftarkan petani.", "cover", ["ahead"]),
        ("Pemkab telah mendaftarkan petani.", "cover", ["done"]),
        ("Petani kini di kota itu terdaftar.", "covered", ["done"]),
        ("Dana itu dipakai untuk mendaftarkan petani.", "cover", ["goal"]),
        ("Desa dapat segera membayarkan iuran.", "pay", ["ahead"]),
        ("Semua sudah tahu, pemkab mendaftarkan petani.", "cover", ["now"]),
        ("Semua sudah tahu. Pemkab mendaftarkan petani.", "cover", ["now"]),
        ("Sudah lama sekali pemkab itu mendaftarkan petani.", "cover", ["now"]),
        ("Sudah ada desa yang mendaftarkan petani.", "cover", ["now"]),
        ("Petani mendapat proteksi di sana.", "covered", ["now"]),
        ("Bupati telah meneken MoU.", "sign", ["done"]),
        ("Raperda usulan DPRD ditetapkan menjadi perda.", "issue", ["done"]),
        ("Rapat itu lanjutan nota kesepahaman dengan polisi.", "mou", ["back"]),
        ("Mereka sudah mengingatkan agar desa patuh.", "remind", ["done", "goal"]),
        ("Badan Pembentukan Peraturan Daerah rapat.", "rule", []),
        ("Fraksi PKS mendukung.", "pks", []),
        ("Fraksi pks.", "sign", []),
    ],
)
def test_a_deed_has_its_time(text: str, kind: str, times: list[str]) -> None:
    assert _times(text, kind) == times


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Perjanjian Kerja Sama/PKS (MoU) diteken.", True),
        ("Keduanya meneken MoU dan PKS.", True),
        ("MoU diteken. PKS menyusul.", False),
    ],
)
def test_one_paper_may_have_both_names(text: str, both: bool) -> None:
    assert read_story("", Prose(text)).both_names is both


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Kami meneken nota itu kemarin," kata bupati.', [True]),
        ("“Kami senang sekali hari ini,” kata bupati usai meneken nota itu.", [False]),
        ('Program "Aman" itu diluncurkan di desa "Suka".', [False]),
        ('"Kami menunggu lama sekali.\n\nBupati meneken nota itu." Titik.', [False]),
    ],
)
def test_a_deed_may_stand_in_a_quotation(text: str, quoted: list[bool]) -> None:
    story = read_story("", Prose(text))
    acts = [deed for deed in story.text if deed.kind in ("sign", "launch")]
    assert [deed.quoted for deed in acts] == quoted


@pytest.mark.parametrize(
    ("title", "text", "topics"),
    [
        ("", "Cuaca cerah.", []),
        ("Iuran Nelayan", "Dari APBD.", ["money", "vulnerable"]),
        ("Iuran", "Premi dari APBD.", ["money", "money often"]),
        ("", "Bupati di ruang kerjanya. Ruang tamu penuh.", ["office"]),
    ],
)
def test_a_story_speaks_of_topics_in_headline_and_text(
    title: str, text: str, topics: list[str]
) -> None:
    assert read_story(title, Prose(text)).topics == {f"topic {topic}" for topic in topics}


@pytest.mark.parametrize("table", ["deeds.tsv", "topics.tsv"])
def test_no_phrase_stands_twice_in_a_table(table: str) -> None:
    phrases = [phrase for _, words in data_lines(table) for phrase in words.split("|")]
    assert sorted({p for p in phrases if phrases.count(p) > 1}) == []
