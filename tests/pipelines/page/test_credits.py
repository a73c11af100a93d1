"""Who wrote a story, from every place that may name them."""

import json

import pytest

from pipelines.extract import extract_article
from pipelines.model import GENERIC_SITE, Page, Site
from tests.pipelines.page.samples import FIRST, SECOND, THIRD, TRIBUN, URL, bare, tribun

TEAM = (("Ani Contoh", "Writer"), ("Budi Semisal", "Editor"))


def test_who_reports_from_somewhere_at_the_end_is_the_reporter() -> None:
    closing = "Tim liputan Kabar Reka, Ani Contoh dan Budi Semisal melaporkan dari Sungai Madu."
    article = extract_article(Page(URL, tribun(FIRST, SECOND, closing)), TRIBUN)
    assert article.authors == ("Ani Contoh", "Budi Semisal")
    assert article.paragraphs == (FIRST, SECOND)


def test_a_label_prints_the_name_that_stands_in_capitals_below_the_story() -> None:
    label = "<div id='penulis'>Penulis: Ani Contoh</div>"
    for around, author in ((label, "Ani Contoh"), ("", "ANI CONTOH")):
        page = Page(URL, tribun(FIRST, SECOND, "<b>ANI CONTOH</b>", around=around))
        assert extract_article(page, TRIBUN).authors == (author,)


def test_a_newsrooms_code_below_a_labelled_name_makes_nobody_its_editor() -> None:
    story = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>Laporan: Wahyudi</p><p>(red)</p></div>"
    page = Page("https://contoh.id/a", f"<html><body><h1>Judul</h1>{story}</body>".encode())
    article = extract_article(page, GENERIC_SITE)
    assert (article.authors, article.editors) == (("Wahyudi",), ())


def test_a_sign_off_may_name_the_editor() -> None:
    page = Page(URL, tribun(FIRST, f"{SECOND}", "*** (Penyunting: Ani Contoh)"))
    article = extract_article(page, TRIBUN)
    assert (article.paragraphs, article.editors) == ((FIRST, SECOND), ("Ani Contoh",))


def test_who_is_pictured_has_not_written() -> None:
    date = "<span><b>Ani Contoh</b> | Jum'at, 17 Februari 2017 - 13:30 wib</span>"
    picture = "<div><img src='a.jpg'></div><div><p>Budi Semisal. (Foto: Ani/Reka)</p></div>"
    page = Page("https://contoh.id/a", bare(f"<h1>Judul</h1>{date}{picture}"))
    assert extract_article(page, GENERIC_SITE).authors == ("Ani Contoh",)


def test_the_way_to_a_page_through_its_site_is_nobody() -> None:
    crumbs = "<div><span>Beranda</span> <i></i> <span>Bali</span></div><div>4 November 2026</div>"
    page = Page("https://contoh.id/a", bare(f"{crumbs}<h1>Judul Berita yang Cukup Panjang</h1>"))
    assert extract_article(page, GENERIC_SITE).authors == ()


def test_an_account_that_is_a_part_of_the_editors_name_is_no_reporter() -> None:
    declared = '{"@type":"NewsArticle","author":{"name":"Budi"}}'
    ld = f'<script type="application/ld+json">{declared}</script>'
    story = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>Editor: Budi Semisal</p></div>"
    body = f"<html><head>{ld}</head><body><h1>Judul</h1>{story}</body>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert (article.authors, article.editors) == ((), ("Budi Semisal",))


def test_a_name_ends_where_a_sentence_begins() -> None:
    closing = "Penulis: Ani Contoh. Wawancara ini disunting demi kejelasan."
    assert extract_article(Page(URL, tribun(FIRST, SECOND, closing)), TRIBUN).authors == (
        "Ani Contoh",
    )
    moch = extract_article(Page(URL, tribun(FIRST, SECOND, "Penulis: Moch. Ali bin Abu")), TRIBUN)
    assert moch.authors == ("Moch. Ali bin Abu",)


def test_editor_of_the_json_ld_is_no_reporter() -> None:
    ld = (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-12",'
        '"author":{"@type":"Person","name":"Tono Contoh"}}</script>'
    )
    credit = "<div class='side-article mb5'><div id='editor'>Editor: Tono Contoh</div></div>"
    article = extract_article(Page(URL, tribun(FIRST, SECOND, head=ld, around=credit)), TRIBUN)
    assert (article.authors, article.editors) == ((), ("Tono Contoh",))


def test_an_editor_in_the_pages_head_is_no_reporter() -> None:
    head = "<meta name='content_author' content='Tono Contoh'>"
    for editor, authors in (("Tono Contoh", ()), ("Ani Contoh", ("Tono Contoh",))):
        story = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>Editor: {editor}</p></div>"
        body = f"<html><head>{head}</head><body><h1>Judul</h1>{story}</body>"
        article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
        assert (article.authors, article.editors) == (authors, (editor,))


@pytest.mark.parametrize(
    ("name", "authors", "editors"),
    [
        ("Editor Ani Contoh", (), ("Ani Contoh",)),
        ("Ani Contoh", ("Ani Contoh",), ()),
        ("PopojiCMS", (), ()),
    ],
)
def test_an_account_may_call_itself_editor(
    name: str, authors: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    data = {"@type": "NewsArticle", "author": {"@type": "Person", "name": name}}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    body = bare(f"<meta name='content_author' content='{name}'>{script}<h1>Judul</h1>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert (article.authors, article.editors) == (authors, editors)


def test_a_heading_above_names_and_roles_is_no_label() -> None:
    ani, budi = ("<div><span>{}</span><span>{}</span></div>".format(*one) for one in TEAM)
    for box in ("<h3>Editorial Team</h3>", ""):
        body = bare("<h1>Judul Berita yang Cukup Panjang</h1>", f"{box}{ani}{budi}")
        article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
        assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi Semisal",))


def test_roles_in_headings_name_who_stands_below_each() -> None:
    team = "<h4>Penulis</h4><p>Ani Contoh</p><h4>Editor</h4><p>Budi Semisal</p>"
    body = bare("<h1>Judul Berita yang Cukup Panjang</h1>", f"<div>{team}</div>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi Semisal",))


def test_linked_words_of_a_menu_are_no_label() -> None:
    menu = "<ul><li><a href='/k'>Kontributor</a></li><li><a href='/j'>Jadwal Bus</a></li></ul>"
    title = "<h2>Judul Berita yang Cukup Panjang</h2>"
    story = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>"
    page = Page("https://contoh.id/a", f"<html><body>{menu}{title}{story}".encode())
    assert extract_article(page, GENERIC_SITE).authors == ()


def test_a_name_in_a_row_that_is_called_author_is_the_reporters() -> None:
    row = "<div class='row author'><div>Ani Contoh</div><div>7 Oktober 2026</div></div>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{row}")
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == (
        "Ani Contoh",
    )


@pytest.mark.parametrize(
    ("account", "around", "authors", "editors"),
    [
        ("Budi Semisal", "", ("Budi Semisal",), ()),
        ("Budi Semisal", "<p>Penulis: Ani Contoh</p>", ("Ani Contoh",), ()),
        ("Budi Semisal", "<p>Editor: Budi Semisal</p>", (), ("Budi Semisal",)),
        ("admin", "<p>Penulis: Ani Contoh | Editor: Ani Contoh</p>", ("Ani Contoh",),
         ("Ani Contoh",)),
        ("Bun", "", ("Bun",), ()),
        ("adminbp", "", (), ()),
        ("Kaur TU dan Umum", "", (), ()),
        ("Kasi Semisal", "", ("Kasi Semisal",), ()),
        ("Jane Smith", "", (), ()),
        ("PT Reka Digital", "", (), ()),
    ],
)  # fmt: skip
def test_an_account_is_the_reporters_where_nothing_else_is_told(
    account: str, around: str, authors: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    posted = f"<div class='entry-meta'>by <span class='author vcard'><a>{account}</a></span></div>"
    told = f"<p>{FIRST}</p><p>{SECOND}</p>{around}"
    body = bare(f"<h1>Judul Berita Panjang</h1>{posted}<div class='entry-content'>{told}</div>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert (article.authors, article.editors) == (authors, editors)


@pytest.mark.parametrize(
    ("platform", "body", "credits"),
    [
        ("disway", "post text-black-1", "<span>Reporter: <b>Ani Contoh</b></span>"),
        ("promedia", "read__content", "<a href='/author/1'>Ani Contoh</a>"),
        ("promedia", "read__content", "<a href='/author/1'>Ani Contoh, Budi Semisal</a>"),
    ],
)
@pytest.mark.parametrize("below", ["read__editor", "mt2"])
def test_labels_stand_elsewhere_than_the_layout_says(
    platform: str, body: str, credits: str, below: str
) -> None:
    told = f"<div class='{body}' itemprop='articleBody'><p>{FIRST}</p><p>{SECOND}</p></div>"
    above = f"<h1>Judul Berita</h1><div class='read__info__author'>{credits}</div>"
    edited = f"<div class='{below}'><p>Editor: <a href='/e'>Budi Semisal</a></p></div>"
    page = Page("https://contoh.id/a", f"<html><body>{above}{told}{edited}".encode())
    article = extract_article(page, Site("x", "Contoh", platform))
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi Semisal",))


def test_a_headline_that_reads_like_a_name_is_nobody() -> None:
    head = "<title>Guru Mengaji Terlindungi - Contoh</title>"
    body = bare(
        f"{head}<p>Guru Mengaji Terlindungi - Contoh</p><h1>Guru Mengaji Terlindungi</h1>"
        "<p>Guru Mengaji Terlindungi | Rabu, 4 November 2026</p>"
    )
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>Ani Contoh</b> | Rabu, 4 November 2026 17:30 WIB</p>",
        "<div><img alt='x'><a href='/penulis/ani'>Ani Contoh</a></div>",
        "<p><i class='fa fa-user'></i> Ani Contoh <i class='fa fa-clock'></i> 4 November 2026</p>",
        "<p><i class='bi bi-person'></i><span>Ani Contoh</span><span>4 November 2026</span></p>",
        "<div><p>Ani Contoh</p><p>Rabu, 4 November 2026 17.30 WITA · 3 menit baca</p></div>",
        "<div><b>Ani Contoh</b><time datetime='2026-11-04T17:30'>4 hari lalu</time></div>",
        "<div><a href='/user/ani'>Ani Contoh</a> | Rabu, 4 November 2026</div>",
        "<div><b>Ani Contoh</b> <i>Rabu, 4 November 2026 | 18.47</i></div><div>01:36</div>",
        "<div><b>Ani Contoh</b><br>Rabu, 4 November 2026 17:30 WIB</div>",
        "<p>Ani Contoh - Contoh.id</p><p>Rabu, 4 November 2026 17:30 WIB</p>",
        "<div>Ani Contoh &bull; <time datetime='2026-11-04T17:30'>4 November 2026</time></div>",
        "<div><i>Ani Contoh</i> <i>4 November 2026, 17:30 WIB</i> <i>Diperbarui 18:44</i></div>",
        "<p><a href='/author/budi'>Budi Semisal</a> | <a href='/reporter/ani'>Ani Contoh</a></p>",
        "<div><small>Kontributor : Ani Contoh</small> <small>Pemerintahan</small></div>",
        "<div><b>Kontributor :</b> <a>Ani Contoh</a></div>",
        "<div class='jawab-oleh'><p><a>Ani Contoh</a> <i>Bantuan Hukum Reka</i></p></div>",
    ],
)
def test_an_unlabelled_name_beside_date_or_outlet_is_the_reporters(line: str) -> None:
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert article.authors == ("Ani Contoh",)


@pytest.mark.parametrize(
    "line",
    [
        "<a href='/kabar'>Suara Kampung</a>",
        "Siaran Pers",
        "Sungai Penuh",
        "Ani",
        "BPJS Pekerja",
        "Lihat Komentar",
        "Jenjang SMA",
        "Verified Green",
        "<i class='badge'>Olah Raga</i></p><p>",
    ],
)
def test_what_is_no_name_above_the_date_is_nobody(line: str) -> None:
    dated = f"<p>{line}</p><p>Rabu, 4 November 2026 17:30 WIB</p>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{dated}")
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == ()


def test_names_that_stand_alone_above_the_date_are_all_the_reporters() -> None:
    dated = "<div>Ani Contoh &amp; Budi S.</div><div>Rabu, 4 November 2026 17:30 WIB</div>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{dated}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert article.authors == ("Ani Contoh", "Budi S.")


def test_a_menu_above_a_label_names_nobody() -> None:
    menu = "<ul><li><a href='/i'>Indeks</a></li></ul>"
    credit = "<dl><dt>Ditulis oleh</dt><dd>Ani Contoh</dd></dl>"
    body = bare(f"{menu}{credit}<h1>Judul Berita yang Cukup Panjang</h1>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert article.authors == ("Ani Contoh",)


def test_a_graph_may_only_point_to_the_author() -> None:
    ld = (
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x",'
        '"author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Ani Contoh"}]}</script>'
        '<script type="application/ld+json">{"@type":"Person","@id":"#b","name":"B"}</script>'
    )
    for page, authors in ((ld, ("Ani Contoh",)), (ld.replace('"@id":"#a","n', '"n'), ())):
        body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{page}")
        assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == authors


def test_names_set_in_a_row_beside_their_label_are_all_the_reporters() -> None:
    row = "<dt>Reporter</dt><dd>Ani Contoh</dd><dd>Tono Contoh</dd><dt>Editor</dt><dd>Budi</dd>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1><dl>{row}</dl><p>Facebook</p>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh", "Tono Contoh"), ("Budi",))


def test_a_labelled_name_anywhere_in_the_article_comes_before_the_account() -> None:
    posted = (
        "<div class='entry-meta'>by <span class='author vcard'><a>Budi Semisal</a></span></div>"
    )
    told = f"<div class='entry-content'><p>{FIRST}</p><p>{SECOND}</p></div>"
    body = bare(f"<h1>Judul Berita Panjang</h1>{posted}{told}<div>Reporter: Ani Contoh</div>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert article.authors == ("Ani Contoh",)


@pytest.mark.parametrize(
    ("box", "authors"),
    [
        ("<div class='user-box'><a class='user-name'>Ani Contoh</a></div>", ("Ani Contoh",)),
        ("<div class='author-box'><h4>Tentang Penulis</h4><p>Penulis suka kopi.</p></div>", ()),
    ],
)
def test_a_box_around_the_story_names_its_writer(box: str, authors: tuple[str, ...]) -> None:
    body = bare(f"{box}<h1>Judul Berita yang Cukup Panjang</h1>")
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == authors


@pytest.mark.parametrize(
    ("label", "authors"), [("Ditulis oleh", ("Ani Contoh",)), ("Estimasi waktu membaca", ())]
)
def test_the_head_may_label_the_account(label: str, authors: tuple[str, ...]) -> None:
    head = (
        f"<meta name='twitter:label1' content='{label}'>"
        "<meta name='twitter:data1' content='Ani Contoh'>"
    )
    body = bare(f"{head}<h1>Judul Berita yang Cukup Panjang</h1>")
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == authors


def test_names_and_roles_that_touch_are_parted() -> None:
    cards = "<div><b>Ani Contoh</b><span>Penulis</span></div><div><b>Budi</b><i>Editor</i></div>"
    body = (
        f"<html><body><h1>Judul</h1><div><p>{FIRST}</p><p>{SECOND}</p>{cards}</div></body></html>"
    )
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi",))
    assert article.paragraphs == (FIRST, SECOND)


def test_names_beside_their_roles_below_the_story_are_read() -> None:
    told = "".join(
        f"<p>{p}</p>" for p in (FIRST, SECOND, "Ani Contoh", "Reporter", "Budi", "Editor")
    )
    body = f"<html><body><h1>Judul</h1><div class='entry-content'>{told}</div></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi",))
    assert article.paragraphs == (FIRST, SECOND)


@pytest.mark.parametrize(
    ("signed", "authors"), [("Semu Raya", ()), ("Ani Contoh", ("Ani Contoh",))]
)
def test_a_place_before_a_date_that_the_story_tells_of_wrote_nothing(
    signed: str, authors: tuple[str, ...]
) -> None:
    head = f"<h1>Judul Berita Panjang</h1><div>{signed}, 25 November 2023</div>"
    body = bare(head).replace(b"Bupati meneken", b"Bupati Semu Raya meneken")
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == authors


def test_a_card_of_the_writer_below_the_story_names_him_and_is_none_of_it() -> None:
    card = (
        "<div><b>Ditulis oleh</b><h5>Ani Contoh</h5><p>Gemar menulis cerita tentang laut.</p></div>"
    )
    told = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<html><body><article><h1>Judul</h1>{told}{card}</article></body></html>"
    article = extract_article(Page("https://contoh.id/a", body.encode()), GENERIC_SITE)
    assert article.authors == ("Ani Contoh",)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_an_editor_by_his_job_in_json_ld_is_no_reporter() -> None:
    ld = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":['
        '{"@type":"Person","name":"Budi Semisal","jobTitle":"Editor"},'
        '{"@type":"Person","name":"Ani Contoh","jobTitle":"Author"}]}</script>'
    )
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{ld}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi Semisal",))


@pytest.mark.parametrize(
    ("sign", "authors"),
    [
        ("(Ani Contoh)", ("Ani Contoh",)),
        ("(Ani Contoh/fiksi)", ("Ani Contoh",)),
        ("(tribunfiksi.com/Ani Contoh)", ()),
        ("(Ani Contoh/tribunfiksi)", ("Ani Contoh",)),
        ("(Ani Contoh/KR)", ("Ani Contoh",)),
        ("(Ani Contoh/tk2)", ("Ani Contoh",)),
        ("(Radar Fiksi/ani)", ()),
        ("(Ani Contoh/Budi Semisal)", ()),
        ("(ani)", ()),
        ("*ani", ()),
        ("(Humas DPRD)", ()),
        ("(MC Reka/Ani)", ()),
    ],
)
def test_a_full_name_at_the_end_is_the_reporters(sign: str, authors: tuple[str, ...]) -> None:
    page = Page(URL, tribun(FIRST, f"{SECOND} {sign}"))
    article = extract_article(page, TRIBUN)
    assert (article.authors, article.sign_off) == (authors, sign)


def test_a_name_deep_in_a_writers_box_is_the_reporters() -> None:
    box = "<div><p class='name'>Ani Contoh</p><p>4 November 2026</p></div>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1><div class='author-box'>{box}</div>")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert article.authors == ("Ani Contoh",)


@pytest.mark.parametrize(
    "line",
    [
        "<div>Jenjang SMA | 4 November 2026</div>",
        "<div><i class='badge'>Olah Raga</i> | 4 November 2026</div>",
        "<div><i>Upacara Bendera</i> pada 4 November 2026 17:30 WIB</div>",
    ],
)
def test_a_column_beside_the_date_is_nobody(line: str) -> None:
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{line}")
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == ()


@pytest.mark.parametrize(
    "card",
    [
        "<article><h2><a href='/b'>Kapal Nelayan Hilang Kontak</a></h2>"
        "<span class='byline'>oleh Budi S.</span></article>",
        "<li><a href='/b'>Kapal Nelayan Hilang Kontak di Selat Reka</a><br>"
        "<small>Budi S., 14 November 2025 - 08.32</small></li>",
    ],
)
def test_who_wrote_the_stories_listed_below_did_not_write_this_one(card: str) -> None:
    page = Page("https://contoh.id/a", bare("<h1>Judul Berita yang Cukup Panjang</h1>", card))
    assert extract_article(page, GENERIC_SITE).authors == ()


def test_reporters_of_stories_listed_below_are_none_of_this_one() -> None:
    own = "<table><tr><td>Reporter</td><td>:</td><td>Ani Contoh</td></tr></table>"
    other = "<div><a href='/b'>Kapal Nelayan Hilang Kontak di Selat Reka</a><br>"
    listed = f"{other}<small>21-01-2026, 11.40 WIT - Reporter: Budi Semisal</small></div>"
    body = bare("<h1>Judul Berita yang Cukup Panjang</h1>", f"{own}{listed}{listed}")
    assert extract_article(Page("https://contoh.id/a", body), GENERIC_SITE).authors == (
        "Ani Contoh",
    )


def test_tags_above_a_box_of_editors_are_none_of_them() -> None:
    box = "<p>Topik</p><p>BPJS Ketenagakerjaan Reka</p><p>Editorial Team</p>"
    names = "<p>Editor</p><p>Budi Semisal</p><p>Ikuti kami</p>"
    page = Page("https://contoh.id/a", bare(f"<h1>Judul Berita yang Panjang</h1>{box}{names}"))
    assert extract_article(page, GENERIC_SITE).editors == ("Budi Semisal",)


def test_a_long_list_beside_a_role_is_no_byline() -> None:
    for many, authors in ((2, 2), (6, 0)):
        names = "".join(f"<dd>Ani Contoh {chr(65 + n)}.</dd>" for n in range(many))
        body = bare(f"<h1>Judul Berita yang Panjang</h1><dl><dt>Penulis</dt>{names}</dl>")
        article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
        assert len(article.authors) == authors


def test_where_a_layout_places_writer_and_editor_side_by_side_each_is_one() -> None:
    names = "<h6>Ani Contoh<span>,</span></h6><h6>Budi Semisal</h6>"
    credit = f"<div class='credit-title-name'>{names}</div>"
    story = f"<div class='read__content'><p>{FIRST}</p><p>{SECOND}</p></div>"
    body = f"<h1 class='read__title'>Judul Berita</h1>{credit}{story}"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    article = extract_article(page, Site("x", "Contoh", "kompas"))
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi Semisal",))


def test_a_name_ends_before_the_date_of_a_change() -> None:
    meta = "<div class='author'>By Ani Contoh</div><time>Last updated 4 Mei 2025</time>"
    body = bare(f"<h1>Judul Berita yang Panjang</h1><p class='author'>{meta}</p>")
    page = Page("https://contoh.id/a", body)
    assert extract_article(page, GENERIC_SITE).authors == ("Ani Contoh",)


def test_a_name_alone_above_the_editors_is_the_reporters() -> None:
    for name, authors in (("Ani Contoh", ("Ani Contoh",)), ("Kabar Utama", ())):
        row = f"<div><a>{name}</a><span>Editor: Budi Semisal</span></div><time>4 Mei 2025</time>"
        body = bare(f"<h1>Judul Berita yang Panjang</h1><div>{row}</div>")
        article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
        assert (article.authors, article.editors) == (authors, ("Budi Semisal",))


def test_names_above_a_summary_box_are_still_the_storys() -> None:
    byline = "<div class='x'><p>Ani Contoh</p><p>Writer</p><p>Budi Semisal</p><p>Editor</p></div>"
    box = "<div class='inti'><h2>Intinya Sih</h2><ul><li>Perjanjian diteken</li></ul></div>"
    story = "".join(f"<p>{p}</p>" for p in (FIRST, SECOND, THIRD))
    body = f"<h1>Judul Berita yang Cukup Panjang</h1>{byline}<div>{box}<div>{story}</div></div>"
    page = Page("https://contoh.id/a", f"<html><body>{body}</body></html>".encode())
    article = extract_article(page, GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi Semisal",))


def test_an_editor_by_json_ld_is_no_reporter_where_names_stand_unlabelled() -> None:
    ld = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x",'
        '"editor":{"@type":"Person","name":"Budi Semisal"}}</script>'
    )
    names = "<div class='penulis-detail'>Ani Contoh, <span>Budi Semisal</span></div>"
    body = bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{ld}{names}")
    article = extract_article(Page("https://contoh.id/a", body), GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Budi Semisal",))


def test_names_on_the_cards_of_other_stories_are_nobody() -> None:
    by = "<p class='meta'>Oleh <span itemprop='author'>{}</span></p>"
    card = "<div><h3><a href='/b'>Kapal Nelayan Hilang Kontak di Selat Reka</a></h3>{}</div>"
    others = card.format(by.format("Budi Semisal")) + card.format(by.format("Citra Foto"))
    for own, authors in (("Ani Contoh", ("Ani Contoh",)), ("", ())):
        head = f"<h1>Judul Berita yang Cukup Panjang</h1>{by.format(own) if own else ''}"
        page = Page("https://contoh.id/a", bare(f"{others}<div>{head}</div>", others))
        assert extract_article(page, GENERIC_SITE).authors == authors


def test_names_follow_labels_with_a_colon_whatever_stands_above() -> None:
    rows = "<div>Sumber Berita</div><div>Budi Warta</div>"
    for label, name in (
        ("Penulis:", "Ani Contoh"),
        ("Foto:", "Citra Foto"),
        ("Editor:", "Dewi Reka"),
    ):
        rows += f"<div><div>{label}</div><div>{name}</div></div>"
    page = Page("https://contoh.id/a", bare(f"<h1>Judul Berita yang Cukup Panjang</h1>{rows}"))
    article = extract_article(page, GENERIC_SITE)
    assert (article.authors, article.editors) == (("Ani Contoh",), ("Dewi Reka",))


def test_who_only_uploads_is_no_writer_in_json_ld() -> None:
    data = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Citra Unggah"}}'
    head = f"<script type='application/ld+json'>{data}</script>"
    for line, authors in (("<p>Uploader: Citra Unggah</p>", ()), ("", ("Citra Unggah",))):
        page = Page("https://contoh.id/a", bare(f"{head}<h1>Judul Berita</h1>{line}"))
        article = extract_article(page, GENERIC_SITE)
        assert (article.authors, article.editors) == (authors, ())


def test_what_touches_a_labelled_name_says_who_that_is() -> None:
    line = "<div><b>Citizen Reporter: Ani Contoh</b><small>Guru SD, tinggal di Reka</small></div>"
    page = Page("https://contoh.id/a", bare(f"<h1>Judul Berita yang Panjang</h1>{line}"))
    assert extract_article(page, GENERIC_SITE).authors == ("Ani Contoh",)


@pytest.mark.parametrize(("name", "authors"), [("teks-by", ("Ani Contoh",)), ("bypass", ())])
def test_a_place_called_by_names_the_writer_and_not_how_he_lives(
    name: str, authors: tuple[str, ...]
) -> None:
    line = f"<p class='{name}'>Ani Contoh, mahasiswa Universitas Reka</p><p>Daerah</p>"
    page = Page("https://contoh.id/a", bare(f"<h1>Judul Berita yang Panjang</h1>{line}"))
    assert extract_article(page, GENERIC_SITE).authors == authors
