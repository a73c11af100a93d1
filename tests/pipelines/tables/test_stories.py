"""Stories and events: what is one, what must not be, in whatever order it arrives."""

import tempfile
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.model import Reading
from pipelines.store import Store
from tests.pipelines.synthetic import ASRI, BARU, NOW, SITE, TEXT, WIB, agreement, page, reading

APRIL = datetime(2026, 4, 8, 16, 0, tzinfo=WIB)

# Synthetic, written for the tests: the same signing in words of its own.
OWN_WORDS = """Nelayan di pesisir kini tidak perlu cemas. Nota kesepahaman antara Pemkab Asri dan \
BPJS Ketenagakerjaan sudah diteken kemarin di pendopo kabupaten.

Lewat naskah itu, ribuan warga yang bekerja di laut, di pasar dan di posyandu masuk daftar peserta \
tanpa memotong penghasilan mereka, sebab pemerintah daerah yang menanggung preminya.

Camat diminta melapor setiap pekan. Warga yang belum tercatat dapat datang sendiri ke kantor desa \
membawa kartu keluarga, lalu petugas akan memasukkan namanya pada gelombang kedua."""

OTHER_PLACE = (
    TEXT.replace("Asri", "Baru")
    .replace("TANJUNG", "MUARA")
    .replace("Rahmat Sanjaya", "Hendra Wibowo")
    .replace("Rahmat", "Hendra")
    .replace("Dewi Anggraini", "Yusuf Siregar")
    .replace("Dewi", "Yusuf")
    .replace("Lukman Hakim", "Siti Marlina")
    .replace("(8/4)", "(22/4)")
    .replace("4.250", "2.900")
)
NEXT_YEAR = TEXT.replace("Rabu (8/4)", "Kamis (8/4/2027)").replace("4.250", "6.100")
CUT = TEXT.partition("\n\nDewi menjelaskan")[0]
EDITED = TEXT.replace("pedagang pasar", "penjual di pasar").replace("4.250", "4.520")
REPRINT = "Tanjung Asri, Kabar Kita. " + TEXT.replace("TANJUNG ASRI - ", "") + "\n\nBaca terus."


def told(name: str, text: str, day: date | None, **more: object) -> Reading:
    government = more.pop("government", ASRI)
    published = more.pop("published", APRIL)
    assert not isinstance(published, str)
    made = agreement(government, day, text, **more)  # type: ignore[arg-type]
    credit = "Portal" if name == "reprint" else None
    return reading(
        f"https://{name}.example/berita-{name}",
        text,
        published,
        [made],
        name,
        credit=credit,  # type: ignore[arg-type]
    )


SIGNING, LATER = date(2026, 4, 8), date(2027, 4, 8)
POOL = [
    told("original", TEXT, SIGNING),
    told("reprint", REPRINT, SIGNING, published=APRIL - timedelta(hours=3)),
    told("cut", CUT, SIGNING, published=APRIL + timedelta(hours=1)),
    told("edited", EDITED, SIGNING, published=APRIL + timedelta(days=2)),
    told("undated", TEXT, None, published=None),
    told(
        "weekday",
        TEXT.replace("Rabu (8/4)", "Rabu pekan ini"),
        date(2026, 4, 15),
        published=APRIL + timedelta(days=8),
        event_date_raw="Rabu",
    ),
    told("otherplace", OTHER_PLACE, date(2026, 4, 22), government=BARU),
    told("nextyear", NEXT_YEAR, LATER, published=APRIL + timedelta(days=365)),
    told("ownwords", OWN_WORDS, SIGNING),
    told("ownundated", OWN_WORDS.replace("kini", "sekarang"), None, published=APRIL),
    told("plan", OWN_WORDS.replace("sudah", "akan"), None, status="planned"),
]
STORIES = {
    frozenset({"original", "reprint", "cut", "edited", "undated", "weekday"}),
    frozenset({"otherplace"}),
    frozenset({"nextyear"}),
    frozenset({"ownwords", "ownundated", "plan"}),
}
EVENTS = {
    frozenset(
        {"original", "reprint", "cut", "edited", "undated", "weekday", "ownwords", "ownundated"}
    ),
    frozenset({"otherplace"}),
    frozenset({"nextyear"}),
    frozenset({"plan"}),
}


def ingest(store: Store, readings: Sequence[Reading]) -> None:
    for read in readings:
        assert read.article is not None
        store.save(None, SITE, page(read.article.url), read, NOW)


def groups(store: Store, query: str) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, title in store._db.execute(query):
        found.setdefault(key, set()).add(title)
    return {frozenset(titles) for titles in found.values()}


def stories(store: Store) -> set[frozenset[str]]:
    return groups(store, "SELECT story_id, title FROM articles")


def events(store: Store) -> set[frozenset[str]]:
    return groups(
        store,
        "SELECT agreement_id, title FROM agreement_sources JOIN articles ON id = article_id",
    )


def decisions(store: Store) -> list[tuple[object, ...]]:
    """All that is decided about articles, stories and events, without what order leaves behind."""
    return [
        *store._db.execute("SELECT id, story_id, copy_of FROM articles ORDER BY id"),
        *store._db.execute(
            "SELECT id, canonical_article_id, reason, articles FROM stories ORDER BY id"
        ),
        *store._db.execute("SELECT * FROM agreements ORDER BY id"),
        *store._db.execute(
            "SELECT article_id, agreement_id, story_id FROM agreement_sources ORDER BY 1"
        ),
    ]


def fresh(readings: Sequence[Reading]) -> list[tuple[object, ...]]:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "news.db") as store:
        ingest(store, readings)
        return decisions(store)


def test_what_is_one_story_and_one_event(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db") as store:
        ingest(store, POOL)
        assert stories(store) == STORIES
        assert events(store) == EVENTS


@pytest.fixture(scope="module")
def decided() -> list[tuple[object, ...]]:
    """What is decided when all arrive in the order of the pool."""
    return fresh(POOL)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(order=st.permutations(POOL))
def test_any_order_gives_the_same_decisions(
    order: list[Reading], decided: list[tuple[object, ...]]
) -> None:
    assert fresh(order) == decided


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.permutations(POOL), st.integers(0, 11))
def test_any_subset_too(order: list[Reading], size: int) -> None:
    some = order[:size]
    assert fresh(some) == fresh(sorted(some, key=lambda r: r.article.url if r.article else ""))


def test_the_canonical_article_is_the_earliest_that_credits_nobody(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db") as store:
        ingest(store, [POOL[1], POOL[4]])
        ingest(store, POOL[:1])
        canonical = store._db.execute(
            "SELECT title, reason FROM stories s JOIN articles a ON a.id = canonical_article_id"
        ).fetchall()
        assert canonical == [
            ("original", "credits no other source; published first, 2026-04-08T09:00:00Z")
        ]
        copies = store._db.execute(
            "SELECT title FROM articles WHERE copy_of IS NOT NULL ORDER BY 1"
        )
        assert copies.fetchall() == [("reprint",), ("undated",)]
        changes = [c for (c,) in store._db.execute("SELECT change FROM story_changes")]
        assert any("canonical article instead of" in change for change in changes)


def test_an_agreement_fills_in_what_one_source_leaves_out(tmp_path: Path) -> None:
    bare = told("bare", TEXT, None, published=APRIL - timedelta(days=1), bpjs_office=None)
    with Store.open(tmp_path / "news.db") as store:
        ingest(store, [bare, POOL[0]])
        rows = store._db.execute("SELECT event_date, bpjs_office, sources FROM agreements")
        assert rows.fetchall() == [("2026-04-08", "Tanjung Asri", 2)]


def test_a_changed_text_leaves_its_story(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db") as store:
        ingest(store, POOL)
        read = told("edited", OTHER_PLACE, date(2026, 4, 22), government=BARU)
        assert read.article is not None
        store.save(None, SITE, page(read.article.url, b"changed"), read, NOW)
        assert frozenset({"otherplace", "edited"}) in stories(store)
        assert frozenset({"original", "reprint", "cut", "undated", "weekday"}) in stories(store)
        assert frozenset({"otherplace", "edited"}) in events(store)


def test_leaving_and_coming_back_restores_every_decision(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db") as store:
        ingest(store, POOL)
        before = decisions(store)
        for read in POOL:
            assert read.article is not None
            url = read.article.url
            away = reading(url, OWN_WORDS[::-1], APRIL, [], read.article.title)
            store.save(None, SITE, page(url, b"away"), away, NOW)
            store.save(None, SITE, page(url, b"back"), read, NOW)
        assert decisions(store) == before


@pytest.mark.parametrize("text", ["", "satu dua tiga empat lima", "."])
def test_texts_that_say_nothing_are_nobody_s_copy(tmp_path: Path, text: str) -> None:
    with Store.open(tmp_path / "news.db") as store:
        for i in range(4):
            url = f"https://site{i}.example/kosong-sekali-ini"
            store.save(None, SITE, page(url), reading(url, text, agreements=[]), NOW)
        assert store.counts()["stories"] == 4


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.sets(st.sampled_from(range(len(POOL))), max_size=6))
def test_those_who_stay_are_grouped_as_if_the_others_never_came(leaving: set[int]) -> None:
    staying = [read for number, read in enumerate(POOL) if number not in leaving]
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "news.db") as store:
        ingest(store, POOL)
        for number in leaving:
            article = POOL[number].article
            assert article is not None
            alone = " ".join(f"lain{number}x{i}" for i in range(60))
            away = reading(article.url, alone, None, [], f"away {number}")
            store.save(None, SITE, page(article.url, b"away"), away, NOW)
        left = {group for group in stories(store) if not any("away" in name for name in group)}
        told = events(store)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "news.db") as store:
        ingest(store, staying)
        assert (left, told) == (stories(store), events(store))


def test_texts_that_share_hardly_a_word_are_not_compared_whatever_their_facts(
    tmp_path: Path,
) -> None:
    compared: list[str] = []
    with Store.open(tmp_path / "news.db") as store:
        store._db.conn.set_trace_callback(
            lambda sql: compared.append(sql) if "a.text" in sql else None
        )
        ingest(store, [told("original", TEXT, SIGNING), told("ownwords", OWN_WORDS, SIGNING)])
        assert not compared
        ingest(store, [told("cut", CUT, SIGNING)])
        assert len(compared) == 1


@pytest.mark.slow
def test_a_crowd_of_near_copies_is_grouped_in_bounded_steps(tmp_path: Path) -> None:
    words = [f"kata{i}" for i in range(600)]
    with Store.open(tmp_path / "news.db") as store:
        for number in range(125):
            url = f"https://site.example/berita/{number + 1000}/kabar"
            text = " ".join(words[number : number + 200])
            store.save(None, SITE, page(url), reading(url, text, agreements=[]), NOW)
        sizes = [n for (n,) in store._db.execute("SELECT articles FROM stories")]
        assert sum(sizes) == 125
        assert max(sizes) < 110
        orphans = "SELECT count(*) FROM articles WHERE story_id NOT IN (SELECT id FROM stories)"
        assert store._db.execute(orphans).fetchone() == (0,)
        counted = "SELECT count(*) FROM stories s WHERE articles <> (SELECT count(*) FROM articles"
        assert store._db.execute(counted + " a WHERE a.story_id = s.id)").fetchone() == (0,)
