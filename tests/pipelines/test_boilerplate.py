"""Lines that their markup or the lines around them tell from the story's."""

import pytest
from lxml import html

from pipelines.boilerplate import rule_for, without_boilerplate, without_repeats
from pipelines.page.lines import Line, read_lines
from pipelines.page.neighbours import is_teaser

LONG = "Pemkab Reka meneken perjanjian perlindungan pekerja desa, Senin."


def test_whole_link_is_another_story_but_a_linked_sentence_is_not() -> None:
    headline = Line("Jalan Desa Diaspal Tahun Ini", "p", link=1.0)
    sentence = Line("Perjanjian itu dapat diunduh di laman pemkab.", "p", link=1.0)
    address = Line("www.contoh.go.id/perjanjian kerja sama terbaru", "p", link=1.0)
    assert rule_for(headline) == "link to another story"
    assert rule_for(sentence) is None
    assert rule_for(address) is None


def test_a_name_that_its_markup_calls_a_writers_is_a_byline_but_other_lines_are_not() -> None:
    link = html.fragment_fromstring("<p><a href='/penulis/ani'>Ani Contoh</a></p>")
    called = html.fragment_fromstring("<p><span class='author'>Ani Contoh</span></p>")
    said = html.fragment_fromstring("<p class='author'>Ani Contoh menulis tentang laut.</p>")
    other = html.fragment_fromstring("<p><a href='/jaminan/kematian'>Jaminan Kematian</a></p>")
    assert rule_for(Line("Ani Contoh", "p", link=1.0, element=link)) == "closing name"
    assert rule_for(Line("Ani Contoh", "p", element=called)) == "closing name"
    assert rule_for(Line("Ani Contoh menulis tentang laut.", "p", element=said)) is None
    assert rule_for(Line("Jaminan Kematian", "p", link=1.0, element=other)) is None


def test_a_sub_heading_that_opens_with_a_role_is_no_byline() -> None:
    assert rule_for(Line("Penulis Muda Terlindungi", "h3")) is None


def test_what_lies_in_a_link_as_a_block_is_another_story() -> None:
    card = html.fragment_fromstring("<a href='/x'><div><p>Pasar itu ramai.</p></div></a>")
    linked = html.fragment_fromstring("<p><a href='/x'>Pasar itu ramai.</a></p>")
    inside, beside = card.find(".//p"), linked
    text = "Pasar itu ramai."
    assert rule_for(Line(text, "p", link=1.0, element=inside)) == "link to another story"
    assert rule_for(Line(text, "p", link=1.0, element=beside)) is None
    contents = html.fragment_fromstring("<li><a href='#dua'>Dua Program</a></li>")
    assert rule_for(Line("Dua Program", "li", link=1.0, element=contents)) is not None


def test_a_label_before_a_linked_headline_is_another_story() -> None:
    text = "Yang lain dari kami: Pasar Baru Dibuka Hari Ini"
    assert rule_for(Line(text, "p", link=0.7)) == "read also"
    assert rule_for(Line(text, "p")) is None
    assert rule_for(Line("Unduh di laman: perjanjian.pdf", "p", link=0.7)) is None


def test_a_link_that_its_markup_calls_a_tag_is_none_of_the_storys_headings() -> None:
    tag = html.fragment_fromstring("<div class='post tags'><a href='/t'>pekerja rentan</a></div>")
    other = html.fragment_fromstring("<div class='tag-desa'><a href='/t'>pekerja rentan</a></div>")
    for element, rule in ((tag, "tags"), (other, None)):
        assert rule_for(Line("pekerja rentan", "div", link=1.0, element=element)) == rule
    assert rule_for(Line("Pekerja rentan itu", "div", link=0.4, element=tag)) is None


def test_a_sub_heading_in_bold_that_ends_with_a_role_is_no_byline() -> None:
    assert rule_for(Line("Semangat Baru Jurnalis", "p", bold=1.0)) is None
    assert rule_for(Line("Semangat Baru Jurnalis", "p")) == "byline"


def test_a_summary_in_a_div_of_its_own_below_a_linked_headline_is_another_story() -> None:
    told = "<div><p>Warga menyambut pasar itu dengan panen raya sejak pagi.</p></div>"
    for head, teaser in (
        ("<a href='/x'>Pasar Baru Dibuka Hari Ini</a>", True),
        ("<b>A</b>", False),
    ):
        card = html.fragment_fromstring(f"<div>{head}{told}</div>")
        assert is_teaser(card.find(".//p")) == teaser


def test_summaries_below_links_in_a_list_are_other_stories() -> None:
    told = "Warga menyambut pasar itu dengan panen raya sejak pagi."
    for item, kept in ((f"<a href='/x'>Pasar Baru Dibuka Hari Ini</a><p>{told}</p>", 0),
                       (f"<b>Pasar Baru</b><p>{told}</p>", 1)):  # fmt: skip
        element = html.fragment_fromstring(f"<ul><li>{item}</li></ul>").find(".//p")
        assert len(without_boilerplate([Line(told, "p", element=element)])[0]) == kept


@pytest.mark.parametrize(
    ("block", "rule"),
    [
        ("<p>Pasar itu ramai sejak pagi. <a>Selengkapnya</a></p>", "read also"),
        ("<p>Pasar itu ramai [...] <a>Read More</a></p>", "read also"),
        ("<p>Pasar itu ramai. <a>Perjanjian</a> dibuat. Selengkapnya</p>", None),
        ("<p>Perjanjian itu diatur lagi dan <a>selengkapnya</a></p>", None),
        ("<p><a class='mc-button' href='/x'>Daftar Konsultasi</a></p>", "link to another story"),
        ("<p><a class='tebal' href='/x'>Daftar Konsultasi</a></p>", None),
        ("<div><p>Apakah iuran ditanggung?</p><button>Ya 61%</button></div>", "page fragment"),
        ("<div><p>Penghasilan sebulan</p><input></div>", "page fragment"),
        ("<div><p>Hitung zakat.</p><a class='btn' href='/z'>Hitung</a></div>", "page fragment"),
        ("<div><p>Hitung zakat.</p><a class='x' href='/z'>Hitung</a></div>", None),
        ("<div><p>Pasar dibuka.</p><a class='btn' href='/z'>Kembali</a></div>", None),
        ("<div><label>Setuju</label> <label>Tidak</label></div>", "page fragment"),
        ("<div><p>Apakah iuran ditanggung?</p><button>Bagikan</button></div>", None),
        ("<div><p>Apakah iuran ditanggung?</p><input type='hidden'></div>", None),
        (f"<div><p>Apakah iuran ditanggung?</p><input><p>{'Tidak. ' * 40}</p></div>", None),
        (f"<div><p>Apakah iuran ditanggung?</p><input>{'<br>' * 9}</div>", None),
        ("<li><p>Apakah iuran ditanggung?</p><button>Ya 61%</button></li>", None),
    ],
)
def test_what_leads_on_or_is_worked_with_is_no_story(block: str, rule: str | None) -> None:
    line = read_lines(html.fragment_fromstring(f"<section>{block}</section>"))[0]
    assert rule_for(line) == rule


def test_labelled_links_are_tags() -> None:
    assert rule_for(Line("Topik Terkait BPJS Desa", "div", link=0.5)) == "tags"
    assert rule_for(Line("Topik diskusi itu adalah perlindungan pekerja.", "p", link=0.5)) is None


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (["Reporter", "Ani Contoh", "Editor", "Budi Semisal"], []),
        (["Ani Contoh", "Reporter", "Budi Semisal", "Editor"], []),
        (["Bupati meneken perjanjian.", "Editor"], ["Bupati meneken perjanjian."]),
        (["Ani Contoh", "Bupati"], ["Ani Contoh", "Bupati"]),
    ],
)
def test_a_name_beside_a_role_is_no_story(texts: list[str], kept: list[str]) -> None:
    lines, _ = without_boilerplate([Line(text, "p") for text in texts])
    assert [line.text for line in lines] == kept


def test_a_sub_heading_beside_a_picture_is_no_caption() -> None:
    assert rule_for(Line("Target Tahun Ini", "h2", image=True)) is None
    assert rule_for(Line("Target Tahun Ini", "p", image=True)) == "caption"
    assert rule_for(Line("Target Tahun Ini:", "p", image=True)) is None


def test_links_after_a_bare_label_go_with_it() -> None:
    lines = [
        Line("Paragraf pertama.", "p"),
        Line("Baca Juga", "p"),
        Line("Pasar Baru", "li", link=1.0),
        Line("Jembatan Lama", "li", link=1.0),
        Line("Paragraf kedua.", "p"),
        Line("Pasar Baru", "li"),
    ]
    kept, dropped = without_boilerplate(lines)
    assert [line.text for line in kept] == ["Paragraf pertama.", "Paragraf kedua.", "Pasar Baru"]
    assert [d.rule for d in dropped] == [
        "read also",
        "link to another story",
        "link to another story",
    ]


def test_a_step_in_a_list_may_be_told_in_words_of_controls() -> None:
    assert rule_for(Line("Klik daftar", "li")) is None
    assert rule_for(Line("Klik daftar", "p")) == "page fragment"


def test_a_list_after_the_announced_links_is_the_storys() -> None:
    lines = [
        Line("BACA JUGA:", "p"),
        Line("Pasar Baru", "div", link=1.0),
        Line("Jaminan Kematian", "li"),
    ]
    kept, _ = without_boilerplate(lines)
    assert [line.text for line in kept] == ["Jaminan Kematian"]


@pytest.mark.parametrize(
    ("announces", "line", "kept"),
    [
        (Line("Berita Terkait", "p"), Line("Pemkab Bagikan Bibit Jagung", "p"), False),
        (Line("Berita Terbaru", "h4"), Line("Kabar desa jadi sorotan", "h5"), False),
        (Line("Berita Terbaru", "h4"), Line("Iuran Ditanggung Daerah", "h4"), True),
        (Line("Berita Terkait", "p"), Line("Iuran Ditanggung Anggaran Daerah", "h3"), True),
        (Line("Baca juga:", "p"), Line("Iuran Ditanggung Anggaran Daerah", "p", bold=1.0), True),
        (
            Line("Baca juga:", "p"),
            Line("Bupati berharap semua desa ikut serta tahun ini", "p"),
            True,
        ),
        (Line("Baca juga:", "p"), Line("Bupati Umar Andaian Hadir di Sawah Reka.", "p"), True),
    ],
)
def test_headlines_below_what_announces_them_are_no_story(
    announces: Line, line: Line, kept: bool
) -> None:
    told, _ = without_boilerplate([announces, line])
    assert told == ([line] if kept else [])


def test_repeated_title_and_paragraph() -> None:
    long = "Kalimat ini cukup panjang untuk dikenali bila tercetak dua kali di halaman."
    kept, dropped = without_boilerplate(
        [Line("Judul Berita.", "p"), Line(long, "p")], "Judul berita"
    )
    assert [d.rule for d in dropped] == ["repeated title"]
    kept, dropped = without_repeats([*kept, Line(long, "p"), Line("Pendek.", "p")])
    assert [line.text for line in kept] == [long, "Pendek."]
    assert [d.rule for d in dropped] == ["repeated paragraph"]


def test_links_below_a_label_of_tags_are_tags() -> None:
    lines = [
        Line("Tag :", "li"),
        Line("bpjs ketenagakerjaan", "li", link=1.0),
        Line("gambir", "li", link=1.0),
        Line("Kartu keluarga", "li"),
        Line("Surat desa", "li"),
    ]
    assert without_boilerplate(lines)[0] == lines[-1:]


def test_the_card_of_the_writer_is_no_story_and_names_who_wrote() -> None:
    lines = [
        Line("Pemkab meneken perjanjian itu, Senin.", "p"),
        Line("Ani Contoh", "h3"),
        Line("Merupakan salah satu kontributor di Kabar Reka.", "p"),
        Line("(", "p"),
    ]
    kept, dropped = without_boilerplate(lines)
    assert kept == lines[:1]
    assert [one.rule for one in dropped[:2]] == ["named as reporter", "about the writer"]


def test_what_is_said_of_a_writer_of_whom_the_story_tells_stays() -> None:
    lines = [
        Line("Bupati menyerahkan kartu kepada Ani Contoh, Senin.", "p"),
        Line("Ani merupakan salah satu wartawan yang dilindungi.", "p"),
        Line("Merupakan wartawan sejak 2010, ia kini punya jaminan.", "p"),
    ]
    assert without_boilerplate(lines)[0] == lines


def test_the_list_below_a_summarys_heading_is_no_story_and_later_lists_are() -> None:
    lines = [
        Line("Ringkasan Berita:", "p"),
        Line("Iuran dibayar daerah", "li"),
        Line("Pemkab meneken perjanjian itu, Senin.", "p"),
        Line("Kartu keluarga", "li"),
    ]
    kept, _ = without_boilerplate(lines)
    assert [line.text for line in kept] == [lines[2].text, lines[3].text]


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>Satu.</p><div><h4>Poin Penting</h4><p>Iuran desa</p></div><p>Dua.</p>", "Satu. Dua."),
        ("<p>Satu.</p><p>Dua.</p><h4>Poin Penting</h4><ul><li>Iuran</ul>", "Satu. Dua."),
        (
            "<p>Satu.</p><p>Dua.</p><p>Tiga.</p><h4>Poin Penting</h4><ul><li>Iuran</ul>",
            "Satu. Dua. Tiga. Poin Penting Iuran",
        ),
        ("<h4>Poin Penting</h4><p>Satu.</p><p>Dua.</p><p>Tiga.</p>", "Satu. Dua. Tiga."),
        (f"<div><h4>Yang baru</h4><ul><li>Iuran</ul></div><p>{LONG}</p>", LONG),
        ("<div><h4>Syarat</h4><ul><li>Iuran</ul></div><p>Satu.</p>", "Syarat Iuran Satu."),
        (f"<h4>Syarat</h4><ul><li>Iuran</ul><p>{LONG}</p>", f"Syarat Iuran {LONG}"),
    ],
)
def test_points_in_a_box_sum_up_and_points_among_paragraphs_are_told(
    markup: str, kept: str
) -> None:
    lines = read_lines(html.fragment_fromstring(f"<section>{markup}</section>"))
    assert " ".join(line.text for line in without_boilerplate(lines)[0]) == kept


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>{0}</p><p>5 Mei 2025</p><p>{0} A.</p><p>09.00 WIB</p><p>{0} B.</p>", 5),
        ("<p>{0}</p><p>5 Mei 2025</p><p>{0} A.</p>", 2),
        ("<p>{0}</p><p>5 Mei 2025</p><p>Panen</p><p>6 Mei 2025</p><p>Pasar</p>", 3),
        ("<p>{0}</p><div><p>5 Mei 2025</p><p>{0} A.</p></div>" * 2, 4),
    ],
)
def test_several_days_above_paragraphs_side_by_side_are_told(markup: str, kept: int) -> None:
    told = markup.format("Warga menyambut pasar itu dengan panen raya sejak pagi.")
    lines = read_lines(html.fragment_fromstring(f"<section>{told}</section>"))
    assert len(without_boilerplate(lines)[0]) == kept


def test_a_signed_last_paragraph_stays_above_headings_and_links_of_others() -> None:
    told = "<p>Warga menyambut pasar itu dengan panen raya.</p>"
    last = "<p>Pasar itu dibuka lagi Rabu depan. (Reka.com/Ani Contoh)</p>"
    for below, stays in (
        ("<h4>Kabar Reka</h4><p><a href='/b'>Kapal Perintis Sandar Lagi di Reka</a></p>", True),
        ("<p>Kepala pasar menyebut kios sudah penuh sejak pagi.</p>", False),
    ):
        lines = read_lines(html.fragment_fromstring(f"<section>{told}{last}{below}</section>"))
        assert (lines[1] in without_boilerplate(lines)[0]) == stays


def test_filler_goes_unless_it_is_most_of_what_a_page_tells() -> None:
    filler = Line("Lorem ipsum dolor sit amet, nulla consectetur.", "p")
    told = Line("Warga menyambut pasar itu dengan panen raya sejak pagi di tepi sungai.", "p")
    assert without_boilerplate([told, filler])[0] == [told]
    assert without_boilerplate([told, filler, filler])[0] == [told, filler, filler]
