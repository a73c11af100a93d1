"""Names by role from the labels that newsrooms print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.page.byline import Byline, read_byline
from pipelines.page.names import name_after_date, name_before_date, people
from pipelines.page.roles import role_of

OUTLET = frozenset({"jambireka", "radarreka", "fajarrekanews"})

LINES = [
    ("Penulis: Ani Contoh | Editor: Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Editor: Budi Semisal", (), ("Budi Semisal",)),
    ("Reporter : Ani Contoh", ("Ani Contoh",), ()),
    ("Pewarta: Nur Contoh", ("Nur Contoh",), ()),
    ("Pewarta : Ani Contoh Editor : Budi Semisal COPYRIGHT © ANTARA 2026",
     ("Ani Contoh",), ("Budi Semisal",)),
    ("Oleh Ani Lidya Contoh", ("Ani Lidya Contoh",), ()),
    ("Ditulis oleh Ani Contoh Label: Ekonomi , Sungai Lilin", ("Ani Contoh",), ()),
    ("Oleh : Ani Contoh", ("Ani Contoh",), ()),
    ("Oleh: Ani Contoh — 8 Nov 2023", ("Ani Contoh",), ()),
    ("Ditulis Oleh : Ani Contoh, Pada Tanggal : 22 Maret 2012", ("Ani Contoh",), ()),
    ("By Ani Contoh", ("Ani Contoh",), ()),
    ("Rep: Fuji/ Red: Agung Semisal", ("Fuji",), ("Agung Semisal",)),
    ("Redaktur & Reporter : Boy", ("Boy",), ("Boy",)),
    ("Red: Agung Semisal", (), ("Agung Semisal",)),
    ("Penulis : Kontributor Lhok Reka, Masri", ("Masri",), ()),
    ("| Penulis | : Ani Contoh", ("Ani Contoh",), ()),
    ("Laporan Wartawan Tribun Reka, Ani Contoh", ("Ani Contoh",), ()),
    ("Fotografer: Gilang Contoh", ("Gilang Contoh",), ()),
    ("Writer: Ani / Editor: Budi", ("Ani",), ("Budi",)),
    ("Penulis: Ani Contoh dan Budi Semisal", ("Ani Contoh", "Budi Semisal"), ()),
    ("Penulis: Redaksi", (), ()),
    ("Reporter: Jambi Reka", (), ()),
    ("oleh Fajar Reka", (), ()),
    ("oleh Fajar", ("Fajar",), ()),
    ("Editor: Admin", (), ()),
    ("Sumber: Antara", (), ()),
    ("Editor: Redaktur Pelaksana", (), ()),
    ("Redaktur Pelaksana: Budi Semisal", (), ("Budi Semisal",)),
    ("Redaktur Jaga: Budi Semisal", (), ("Budi Semisal",)),
    ("Pewarta: Ani Contoh | Uploader: Citra Unggah", ("Ani Contoh",), ()),
    ("Uploader: Citra Unggah", (), ()),
    ("Penulis/Editor: Ani Contoh/Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Reporter/Pewarta: Ani Contoh, Budi Semisal", ("Ani Contoh", "Budi Semisal"), ()),
    ("Kontributor Sungai Madu: Ani Contoh", ("Ani Contoh",), ()),
    ("(Laporan Biro Sungai Madu: Ani Contoh)", ("Ani Contoh",), ()),
    ("(Kabiro Sungai Madu/Ani Contoh)", ("Ani Contoh",), ()),
    ("Kepala Biro Hukum: Ani Contoh", (), ()),
    ("by adminreka | Jun 15, 2023 | Pasar | 0 comments", (), ()),
    ("Laporan Biro Umum Setda, peserta aman bekerja", (), ()),
    ("Koresponden Reka : Ani Contoh | Editor: Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Daerah | Disunting oleh Budi Semisal", (), ("Budi Semisal",)),
    ("3 jam yang lalu Oleh Anirahma", ("Anirahma",), ()),
    ("Dikirim 14 Mei 2025 pukul 20:41 WIB · Disunting oleh Budi Semisal", (), ("Budi Semisal",)),
    ("Teks oleh Ani Contoh — Foto oleh Citra Foto — Penyunting Budi Semisal",
     ("Ani Contoh",), ("Budi Semisal",)),
    ("Citizen Reporter: Ani Contoh, tinggal di Sungai Madu, Bengkulu", ("Ani Contoh",), ()),
    ("Penulis: Ani Contoh, Guru SD di Sungai Madu", ("Ani Contoh",), ()),
    ("Penulis: Ani Contoh, Budi Semisal", ("Ani Contoh", "Budi Semisal"), ()),
    ("Penulis: Ani Contoh, S.Pd", ("Ani Contoh",), ()),
    ("Penulis: Ani Contoh, SH", ("Ani Contoh",), ()),
    ("Teks: Sr. Ani Contoh, DSY dan Budi Semu, OFMCap", ("Sr. Ani Contoh", "Budi Semu"), ()),
    ("Penulis: Ani Contoh/RAH", ("Ani Contoh", "RAH"), ()),
    ("Penulis: ANI, RAH", ("ANI", "RAH"), ()),
    ("Penyunting: Ani H.S.", (), ("Ani H.S.",)),
    ("Reporter: M. Contoh", ("M. Contoh",), ()),
    ("Wartawan: Ani Contoh 07-10-2026 | 09:12 WIB", ("Ani Contoh",), ()),
    ("Oleh Ani Contoh 2 jam yang lalu", ("Ani Contoh",), ()),
    ("Penulis: Ani Contoh 7 Oktober 2026", ("Ani Contoh",), ()),
    ("Reporter: Ani Contoh | Editor: Ani Contoh", ("Ani Contoh",), ("Ani Contoh",)),
    ("Reporter : Red Editor : Budi Semisal", (), ("Budi Semisal",)),
    ("Laporan oleh Ani Contoh Sabtu, 10 Oktober 2026 | 14:05 WIB", ("Ani Contoh",), ()),
    ("Penulis: Ani Contoh pada Kamis 23 Januari 2020, 13:30 WIB", ("Ani Contoh",), ()),
    ("(Laporan Reporter POS-REKA.COM, Ani Contoh)", ("Ani Contoh",), ()),
    ("Laporan Wartawan Tribun Reka / Ani Contoh", ("Ani Contoh",), ()),
    ("Ani Contoh Reporter", ("Ani Contoh",), ()),
    ("Budi Semisal, Editor", (), ("Budi Semisal",)),
    ("Ani Contoh, S.Sos (Reporter) / Budi Semisal (Editor)",
     ("Ani Contoh",), ("Budi Semisal",)),
    ("Oleh Ani Contoh, Kontributor Sungai Madu", ("Ani Contoh",), ()),
    ("By Ani Contoh On Dec 2, 2025 2:05 PM", ("Ani Contoh",), ()),
    ("Submitted by Ani Contoh on Sel, 02/12/2025 - 14:05", ("Ani Contoh",), ()),
    ("2/12/2025 2:05:11 PM oleh Ani Contoh", ("Ani Contoh",), ()),
    ("Posted on 2 December 2025 by Studio", (), ()),
    ("Video Editor: Budi Semisal", (), ()),
    ("Foto dan teks: Ani Contoh", ("Ani Contoh",), ()),
    ("Dilaporkan oleh Ani Contoh di Sungai Madu 2 Desember 2025", ("Ani Contoh",), ()),
    ("Laporan Ani Contoh, Sungai Madu", ("Ani Contoh",), ()),
    ("Tentang Penulis", (), ()),
    ("Rekomendasi Editor", (), ()),
    ("Pewarta: Ani ContohEditor: Budi SemisalCopyright © ANTARA 2026",
     ("Ani Contoh",), ("Budi Semisal",)),
    ("Pewarta: Xinhua", (), ()),
    ("Diposkan oleh Ani Contoh - Jumat, Oktober 16, 2026", ("Ani Contoh",), ()),
    ("Ditulis : Ani Contoh | Editor : Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Rep : Ani Contoh Ed : Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("A. Contoh, Jurnalis | 4/11/26 10:15 WIB", ("A. Contoh",), ()),
    ("Ani Contoh - Jambi Reka", ("Ani Contoh",), ()),
    ("Ani Contoh, Jambi Reka", ("Ani Contoh",), ()),
    ("Lampung Selatan - Jambi Reka", (), ()),
    ("Semu Lama, Jambi Reka --", (), ()),
    ("Ani Contoh - Koran Lain", (), ()),
    ("Oleh Ani Contoh Diperbarui 16 Okt 2025", ("Ani Contoh",), ()),
    ("Reporter: Jambi Reka Muaro", (), ()),
    ("Baca juga: Pasar Dibuka", (), ()),
    ("Penulis Ani Contoh Editor Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Oleh Ani Contoh | Editor: Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Reporter: Ani Contoh Penerjemah: Budi Semisal", ("Ani Contoh",), ()),
    ("Penulis: Ani Contoh, Fotografer: Budi Semisal", ("Ani Contoh",), ()),
    ("Ditulis oleh Ani Contoh, disunting oleh: Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Penulis: Ani Contoh | Diposting oleh: Budi Semisal", ("Ani Contoh",), ()),
    ("Penulis lepas yang menyukai kopi", (), ()),
    ("Rep. Ani Contoh | Ed. Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Teks & foto: Ani Contoh", ("Ani Contoh",), ()),
    ("Editor: Budi S.", (), ("Budi S.",)),
    ("Editor: Budi Semisal.", (), ("Budi Semisal",)),
    ("22 Oktober 2025 19.09 WIB oleh Ani Contoh", ("Ani Contoh",), ()),
    ("Dibuka 19.09 WIB oleh bupati setempat", (), ()),
    ("Laporan Ani Contoh", ("Ani Contoh",), ()),
    ("Laporan Khusus", (), ()),
    ("Laporan Warga Reka", (), ()),
    ("Ani Contoh | Editor: Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Hukum Kriminal | Editor: Budi Semisal", (), ("Budi Semisal",)),
    ("Ani Contoh · Jambi Reka", ("Ani Contoh",), ()),
    ("Ani Contoh/Jambi Reka", (), ()),
    ("Penulis: Ani Contoh Penyelia naskah: Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Penulis naskah: Ani Contoh", ("Ani Contoh",), ()),
    ("Ditulis Ani Contoh · Disunting Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Ditulis wartawan kami Ani Contoh", ("Ani Contoh",), ()),
    ("Ditulis dengan tinta emas", (), ()),
    ("Laporan Ani Contoh dari Pulau Reka", ("Ani Contoh",), ()),
    ("Penulis: Dinas Komunikasi dan Informatika", (), ()),
    ("Dikirim oleh Ani Contoh", ("Ani Contoh",), ()),
    ("Sukoco, Jurnalis", ("Sukoco",), ()),
    ("Daerah, Jurnalis", (), ()),
    ("Ani Contoh - Editor in Chief", (), ("Ani Contoh",)),
    ("Bupati terima tamu - Editor in Chief", (), ()),
    ("Publikasi: Ani Contoh, 16/10/2026", ("Ani Contoh",), ()),
    ("Oleh: Ani Contoh, Budi Semisal | Editor: Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Oleh: Budi Semisal | Editor: Budi Semisal", (), ("Budi Semisal",)),
    ("Kontributor Sumbawa Barat, Ani Contoh", ("Ani Contoh",), ()),
    ("LAPORAN: ANI CONTOH DAN BUDI S, MINAHASA UTARA", ("ANI CONTOH", "BUDI S"), ()),
    ("Oleh: Ani Contoh Pengajar Kebijakan Sosial, Peneliti Lembaga Reka", ("Ani Contoh",), ()),
    ("Kontributor Pulau Reka, yang dibuka kemarin", (), ()),
    ("Kontributor terbesar, Sektor Tani", (), ()),
    ("Kontributor Pajak Terbesar, Bank Reka Jaya", (), ()),
    ("Penulis: Ani Contoh Editor Desk Reka: Budi Semisal", ("Ani Contoh",), ("Budi Semisal",)),
    ("Oleh Ani Contoh untuk MC Reka, Selasa, 3 November 2026 | 14:22 WIT - Redaktur: Budi S. - 268",
     ("Ani Contoh",), ("Budi S.",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "authors", "editors"), LINES)
def test_reads_roles(text: str, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    read = read_byline(text, OUTLET)
    assert (read.authors, read.editors) == (authors, editors)


def test_place_of_the_reporter_may_hold_the_editor_too() -> None:
    read = read_byline("Ani Contoh , Editor: Budi Semisal", OUTLET, placed=True)
    assert read == Byline(("Ani Contoh",), ("Budi Semisal",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vidya Contoh - detikHealth", ("Vidya Contoh",)),
        ("Dewi Contoh Jurnalis", ("Dewi Contoh",)),
        ("EditorAni Contoh", ("Ani Contoh",)),
        ("Editorial", ()),
        ("Tim Redaksi", ()),
        ("Administrator", ()),
        ("Radar Reka", ()),
        ("radarr", ()),
        ("JAMBI", ()),
        ("Diterbitkan", ()),
        ("MC Kab Reka", ()),
        ("Kanwil Kemenag", ()),
        ("Publikasi: Ani Contoh", ()),
        ("mediafiksi.com developer", ()),
        ("Senin, 4 Mei 2020", ()),
        ("", ()),
    ],
)
def test_people_only(text: str, names: tuple[str, ...]) -> None:
    assert people(text, OUTLET) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ani Contoh | Rabu, 4 November 2026 17:30 WIT", ("Ani Contoh",)),
        ("Ani Contoh • 05 November 2026 10:00", ("Ani Contoh",)),
        ("Ani Contoh 05 November 2026 10:00", ()),
        ("Jambi Reka · Ani Contoh · 4 Nov 2026, 14:05 WIB", ("Ani Contoh",)),
        ("Kabar Jambi · Ani Contoh · 4 Nov 2026", ()),
        ("Ogan Ilir | Rabu, 4 November 2026", ()),
        ("Hukum Kriminal - 4 November 2026", ()),
        ("Jambi Reka - 4 November 2026", ()),
        ("Rabu, 4 November 2026", ()),
        ("Ani Contoh |", ()),
    ],
)
def test_a_name_may_open_the_line_with_the_date(text: str, names: tuple[str, ...]) -> None:
    assert name_before_date(text, OUTLET) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Diterbitkan: Jumat 4 November 2026 (06:30 WITA) • Ani Contoh", ("Ani Contoh",)),
        ("4 November 2026 | Hukum Kriminal", ()),
        ("Pasar Dibuka | Ani Contoh", ()),
        ("• Ani Contoh", ()),
    ],
)
def test_a_name_may_end_the_line_with_the_date(text: str, names: tuple[str, ...]) -> None:
    assert name_after_date(text, OUTLET) == names


def test_one_byline_fills_the_other() -> None:
    assert Byline(("A",)) | Byline(("B",), ("C",)) == Byline(("A",), ("C",))


@pytest.mark.parametrize(
    ("text", "role"),
    [("Penulis", "reporter"), ("Editor :", "editor"), ("Jurnalis", "reporter"), ("Bupati", None)],
)
def test_lone_labels(text: str, role: str | None) -> None:
    assert role_of(text) == role


@given(st.text(max_size=400))
def test_any_text_is_survived(text: str) -> None:
    read = read_byline(text)
    assert all(name.strip() == name for name in read.authors + read.editors)
