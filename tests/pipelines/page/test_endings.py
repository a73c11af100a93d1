"""Where a story ends, and where it begins below what sums it up."""

import pytest
from lxml import html

from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Page
from pipelines.page.lines import Line, read_lines
from pipelines.page.story import story_of
from tests.pipelines.page.samples import FIRST, SECOND, THIRD, URL


@pytest.mark.parametrize(
    "heading",
    [
        "<h3>2 Komentar</h3>",
        "<h3>Komentar (2)</h3>",
        "<div>KOMENTAR (1) Ani - 03/03/2026 19:44:10 Baru saya tahu.</div>",
        "<p><b>2 Komentar</b></p>",
        "<p>Komentar via Website : 1</p>",
        "<h3>Satu pemikiran pada “Judul”</h3>",
    ],
)
def test_comments_of_readers_are_no_story(heading: str) -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    comments = f"{heading}<div><p>Saya setuju dengan {THIRD.lower()}</p></div>"
    body = f"<html><body><h1>Judul</h1><div>{story}</div><div>{comments}</div></body></html>"
    article = extract_article(Page("https://x.id/a/1/b", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_a_heading_of_comments_above_most_of_a_story_ends_none() -> None:
    for above, kept in ((f"<p>{FIRST}</p>", 9), ("<p>Foto</p>", 8)):
        rest = "".join(f"<p>{THIRD} Bagian {n}.</p>" for n in range(8))
        body = f"<h1>Judul</h1><div>{above}<h4>3 Komentar</h4>{rest}</div>"
        page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
        told = [p for p in extract_article(page, GENERIC_SITE).paragraphs if len(p) > 50]
        assert len(told) == kept


@pytest.mark.parametrize(
    "mark",
    [
        "<p><a href='#komentar'>0 Komentar</a></p>",
        "<ul><li>Komentar</li><li>Bagikan</li></ul>",
        "<div>Komentar</div>",
        "<h3>Asal Usul Gagasan Perlindungan bagi Petani</h3><p>5 Januari 2026</p>",
        "<h3>Jadwal Penyuluhan di Kecamatan Reka dan Semu</h3><p>12 Mei 2026 di balai desa</p>",
    ],
)
def test_a_tab_or_a_chapter_with_its_day_ends_no_story(mark: str) -> None:
    told = f"<p>{FIRST}</p><p>{SECOND}</p>{mark}<p>{THIRD}</p>"
    body = f"<html><body><h1>Judul</h1><div>{told}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert {FIRST, SECOND, THIRD} <= set(article.paragraphs)


def test_a_story_told_once_more_in_english_is_told_once() -> None:
    english = (
        "The regent and the head of the agency signed the agreement at the town hall in the "
        "morning, and they said that it would cover all of the village officials this year."
    )
    told = "".join(f"<p>{p}</p>" for p in (FIRST, f"{SECOND} {THIRD}", english, f"Later {english}"))
    quoted = told.replace(f"Later {english}", THIRD)
    sung = told.replace(english, "We sing of the sea and of the wind that is the home of us all.")
    abstract = "".join(
        f"<p>{p}</p>" for p in (FIRST, f"{SECOND} {THIRD}", SECOND, f"<em>{english}</em>")
    )
    said = abstract.replace("<em>", "<em>“")
    for body, kept in ((told, 2), (quoted, 4), (sung, 4), (abstract, 3), (said, 4)):
        page = Page("https://contoh.id/a", f"<html><body><h1>J</h1><div>{body}</div>".encode())
        assert len(extract_article(page, GENERIC_SITE).paragraphs) == kept


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("<h2>Pasar Ikan di Reka Kembali Dibuka</h2><p>8 November 2023 - admin</p>", 2),
        ("<h2><a href='/a'>Pasar Ikan Dibuka</a></h2><p>08 Nov 2023</p>", 2),
        ("<h2>Pasar Ikan di Reka Kembali Dibuka</h2>", 4),
        ("<section><h3>Layanan Kami</h3></section>", 2),
        ("<h3>Warga: Itu Hak Kami</h3>", 4),
        ("<p>Layanan Kami</p>", 4),
        ("<h2>Linimasa</h2><p>8 November 2023</p>", 4),
        ("<div><h2><a href='/a'>Pasar Ikan Desa Dibuka</a></h2><p>08 Nov 2023</p></div>", 3),
    ],
)
def test_a_further_headline_with_its_date_opens_another_story(below: str, kept: int) -> None:
    told = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND))
    body = f"<html><body><h2>Judul Berita</h2><div>{told}{below}<p>{THIRD}</p></div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert len(article.paragraphs) == kept


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("<div><a href='/a'>buruh tani</a></div><div><a href='/b'>UMKM</a></div>", 0),
        ("<p>Aturannya ialah:</p><p><a href='/a'>Perda Reka</a></p>", 2),
        ("<p>Warga mendaftar di:</p><p><a href='/a'>www.contoh.id</a></p>", 2),
        ("<p>Ani Contoh adalah wartawan Koran Reka. Ia meliput pelabuhan sejak 2016.</p>", 0),
        ("<p>Ani Contoh bergabung dengan Koran Reka sejak 2016. Ia meliput nelayan.</p>", 0),
        ("<p>Ani Contoh adalah wartawan yang ikut mendaftar pagi itu.</p>", 1),
    ],
)
def test_links_alone_and_who_wrote_end_no_story(below: str, kept: int) -> None:
    told = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<html><body><h1>Judul</h1><div>{told}{below}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert len(article.paragraphs) == 3 + kept


@pytest.mark.parametrize(
    ("heading", "kept"),
    [("<h4>Iuran perangkat desa ditanggung anggaran daerah</h4>", False),
     ("<h4>Dua Program Wajib</h4>", True),
     ("<h2>Iuran perangkat desa ditanggung anggaran daerah</h2>", True)],
)  # fmt: skip
def test_a_small_heading_above_the_story_sums_it_up_and_none_ends_it(
    heading: str, kept: bool
) -> None:
    story = f"<p>{SECOND}</p><p>{THIRD}</p>"
    for told, left in ((heading + story, kept), (story + heading, False)):
        body = f"<h1>Judul Berita</h1><div class='isi'>{told}</div>"
        page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
        paragraphs = extract_article(page, GENERIC_SITE).paragraphs
        assert (len(paragraphs) == 3, SECOND in paragraphs) == (left, True)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ("<p>Penulis: Ani Contoh</p><h3>Agenda</h3><p>Rapat anggota dimulai besok pagi.</p>", ()),
        ("<p>Penulis: Ani Contoh</p><p>Rapat anggota itu usai.</p>", ("Rapat anggota itu usai.",)),
        ("<h3>Agenda</h3><p>Rapat anggota itu usai.</p>", ("Agenda", "Rapat anggota itu usai.")),
        ("<h3>Kabar Singkat</h3>", ()),
        ("<ul><li><a href='/x'>Pasar Ikan Kembali Dibuka</a><br>Pasar itu ramai.</li></ul>", ()),
        ("<ul><li><b>Pasar Ikan Kembali Dibuka</b><br>Ramai.</li></ul>",
         ("Pasar Ikan Kembali Dibuka", "Ramai.")),
        ("<table><td><h4><a href='/x'>Pasar Ikan Kembali Dibuka</a></h4><p>Ramai.</p></table>", ()),
        ("<table><td><h4>Pasar Ikan</h4><p>Ramai.</p></table>", ("Pasar Ikan", "Ramai.")),
        (f"<table><td><h4><a href='/x'>Pasar Ikan Dibuka Lagi</a></h4><p>{THIRD * 4}</p></table>",
         (THIRD * 4,)),
    ],
)  # fmt: skip
def test_further_items_of_a_newsletter_are_no_story(after: str, told: tuple[str, ...]) -> None:
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<h1>Bupati Teken Perjanjian</h1><div class='entry-content'>{story}{after}</div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, SECOND, THIRD, *told)


def test_names_above_most_of_a_story_do_not_end_it() -> None:
    told = (THIRD, "Rapat anggota dimulai besok pagi.", "Pasar itu ramai.")
    head = f"<p>{FIRST}</p><p>{SECOND}</p><p>Penulis: Ani Contoh</p><h3>Agenda</h3>"
    body = head + "".join(f"<p>{p}</p>" for p in told)
    page = Page(URL, f"<h1>Judul</h1><div class='entry-content'>{body}</div>".encode())
    assert extract_article(page, GENERIC_SITE).paragraphs == (FIRST, SECOND, "Agenda", *told)


@pytest.mark.parametrize("name", ["author-info", "about-author-box", "profil-penulis"])
def test_a_box_about_the_writer_is_no_story(name: str) -> None:
    box = (
        f"<div class='{name}'><h4>Ani Contoh</h4><p>Ani menulis tentang desa sejak lama.</p></div>"
    )
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<html><body><h1>Judul Berita</h1><div class='isi'>{story}{box}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


ABOUT = "Bank Reka adalah bank milik daerah yang berdiri pada 1964."


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        (("-- Selesai --", "Bank Reka", ABOUT), 0),
        (("Tentang Bank Reka", ABOUT), 0),
        (("Tentang Bank Reka", ABOUT, "Narahubung:", "Ani Contoh"), 0),
        (("Untuk informasi lebih lanjut silakan hubungi:", "Ani Contoh", "Kepala Humas"), 0),
        (("Narahubung", "Ani Contoh, Kepala Humas"), 0),
        (("***", ABOUT), 0),
        (("Reka, 11 Maret 2026 KEPALA SEKSI INTELIJEN ANI CONTOH, S.H.",), 0),
        (("Reka, 11 Maret 2026", "KEPALA SEKSI INTELIJEN", "ANI CONTOH, S.H."), 0),
        (("Pada Rabu, 11 Maret 2026 Bupati Reka menyerahkan kartu itu di aula.",), 1),
        (("Reka, 11 Maret 2026 Bupati Reka Ani Contoh menyerahkan kartu itu.", "Kami senang."), 2),
        (("Reka, 11 Maret 2026 lalu, didatangi kepala desa yang meminta jaminan itu.",), 1),
        (("***", "Ani Contoh adalah ketua kelompok nelayan di desa itu."), 2),
        (("Selesai dibahas, perjanjian itu diteken.", ABOUT), 2),
        (("Tentang Iuran Nelayan", ABOUT), 2),
        (("Tentang Bank Reka", "PT Bank Daerah Reka didirikan pada 1964 oleh provinsi."), 0),
        (("Tentang Iuran Nelayan", "Iuran nelayan adalah iuran yang ditanggung kas daerah."), 2),
        (("Informasi lebih lanjut hubungi kantor desa, kata bupati itu.", ABOUT), 2),
    ],
)
def test_the_frame_of_a_press_release_is_no_story(below: tuple[str, ...], kept: int) -> None:
    story = story_of([Line(text, "p") for text in (FIRST, SECOND, THIRD, *below)], "Judul")
    told = tuple(text for text in below[:kept] if text != "***")
    assert story.paragraphs == (FIRST, SECOND, THIRD, *told)


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ([Line("Agenda Bulan Ini", "h3")], 0),
        ([Line("Kabar Dari Kantor Kami", "p"), Line("Unit Data Reka", "div")], 0),
        ([Line("Bagian Umum Kantor Daerah Contoh Raya Utara Sekali", "p")], 0),
        ([Line("Lengkap:", "p")], 0),
        ([Line("Warga menunggu kabar itu dengan sabar", "h2")], 0),
        ([Line("Warga menunggu kabar itu dengan sabar", "p")], 1),
        ([Line("ANI ADALAH WARTAWAN SENIOR DI REKA", "p")], 1),
        ([Line("Air bersih", "li")], 1),
        ([Line("2. Selimut bayi", "p")], 1),
        ([Line("- Selimut bayi", "p")], 1),
        ([Line("Hidup buruh!", "p")], 1),
        ([Line("Mereka butuh:", "p"), Line("Selimut bayi", "p")], 2),
        ([Line(f"{SECOND[:-1]}:", "p"), Line("Selimut bayi", "p")], 2),
        ([Line("Regu Satu", "p"), Line("Regu Dua", "p"), Line("Regu Tiga", "p")], 3),
    ],
)
def test_no_label_stands_below_the_last_sentence(below: list[Line], kept: int) -> None:
    told = story_of([Line(FIRST, "p"), Line(SECOND, "p"), *below], "").paragraphs
    assert told == (FIRST, SECOND, *(line.text for line in below[:kept]))


@pytest.mark.parametrize(
    ("last", "sign_off"),
    [
        (f"<p>{SECOND} <strong><em>Wahyu</em></strong></p>", "Wahyu"),
        (f"<p>{SECOND} <b>w. ani</b></p>", "w. ani"),
        (f"<p>{SECOND} <b>Warga setuju.</b></p>", None),
        (f"<p>{SECOND[:-1]} <b>desa</b></p>", None),
        (f"<p>{SECOND} <b>Wahyu</b> setuju</p>", None),
    ],
)
def test_a_word_in_bold_behind_the_last_sentence_signs_it(last: str, sign_off: str | None) -> None:
    story = story_of(read_lines(html.fromstring(f"<div><p>{FIRST}</p>{last}</div>")), "")
    assert (story.sign_off, story.paragraphs[-1] == SECOND) == (sign_off, sign_off is not None)


@pytest.mark.parametrize(
    ("above", "below", "kept"),
    [(1.0, "Reka", False), (1.0, "Ia", True), (0.0, "Reka", True)],
)
def test_a_lead_in_bold_above_the_dateline_sums_the_story_up(
    above: float, below: str, kept: bool
) -> None:
    lead = Line("Baru empat perusahaan patuh. Dinas memberi waktu tiga bulan.", "div", bold=above)
    first = Line(f"{below} - {SECOND}" if below == "Reka" else f"{below} {THIRD}", "div")
    told = story_of([lead, first, Line(SECOND, "div")], "").paragraphs
    assert (lead.text in told) == kept


PLEA = "Kirimkan kisah ini kepada keluarga Anda ya"


@pytest.mark.parametrize(
    ("code", "below", "ends"),
    [
        ("(rin)", (PLEA,), True),
        ("[rin/kp-03]", (PLEA, PLEA + " kawan"), True),
        ("(*)", (PLEA,), True),
        ("(Sambil tersenyum)", (PLEA,), False),
        ("(JKM)", (PLEA,), False),
        ("", (PLEA,), False),
        ("(rin)", tuple(f"{THIRD} Bagian {n}." for n in range(4)), False),
    ],
)
def test_a_little_below_a_newsrooms_code_is_no_story(
    code: str, below: tuple[str, ...], ends: bool
) -> None:
    told = [Line(FIRST, "p"), Line(SECOND, "p"), Line(f"{THIRD} {code}".strip(), "p")]
    story = story_of([*told, *(Line(text, "p") for text in below)], "")
    assert (below[0] not in story.paragraphs) == ends
    assert not ends or (story.paragraphs == (FIRST, SECOND, THIRD) and story.sign_off == code)


def test_a_credited_source_below_a_newsrooms_code_is_kept() -> None:
    told = [Line(FIRST, "p"), Line(f"{SECOND} (*)", "p"), Line("Sumber: radiofiksi.example", "p")]
    story = story_of(told, "")
    assert (story.source_credit, story.sign_off) == ("radiofiksi.example", "(*)")


_ASK = "Apa kabar pesisir pagi ini, kawan pembaca semua di sana?"


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        (f"<div class='x1'>{_ASK}</div>", False),
        (f"<div>{_ASK}</div>", True),
        (f"<div class='x11i5rnm xat24cr'>{_ASK}</div>", True),
        (f"<div class='x1'>{_ASK}</div><div class='x1'>{' '.join([_ASK] * 5)}</div>", True),
        (f"<blockquote class='x1'>{_ASK}</blockquote>", True),
        ("<div class='x1'>Sumber: Antara Fiksi</div>", False),
    ],
)
def test_a_little_in_a_box_below_paragraphs_is_no_story(below: str, kept: bool) -> None:
    told = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    story = story_of(read_lines(html.fromstring(f"<div>{told}{below}</div>")), "")
    assert any(_ASK in paragraph for paragraph in story.paragraphs) == kept


def test_what_stands_beside_the_box_of_the_paragraphs_is_no_story() -> None:
    told = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div><div>{_ASK}</div>"
    story = story_of(read_lines(html.fromstring(f"<div>{told}</div>")), "")
    assert story.paragraphs == (FIRST, SECOND, THIRD)
