"""A story as a person sees it: members and neighbours with their reasons."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.store import Store
from tests.pipelines.synthetic import NOW, SITE, TEXT, page, reading
from tests.pipelines.tables.test_stories import OTHER_PLACE, POOL, ingest


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("view") / "news.db") as store:
        ingest(store, POOL)
        yield store


def article(name: str) -> tuple[str, str]:
    """(id, URL) of a member of the pool."""
    (found,) = [r.article for r in POOL if r.article and r.article.title == name]
    return found.id, found.url


def test_members_say_why_they_belong(store: Store) -> None:
    shown = store.story(article("original")[0])
    assert shown is not None
    assert shown["canonical_article_id"] == article("original")[0]
    assert shown["reason"].startswith("credits no other source; published first")
    why = {member["title"]: member["why"] for member in shown["members"]}
    assert next(iter(why)) == "original"
    assert set(why) == {"original", "reprint", "cut", "edited", "undated", "weekday"}
    assert why["undated"].endswith("government 99.01; event date not known")
    assert "event date about 2026-04-15" in why["weekday"]
    assert "credits Portal" in why["reprint"]
    assert "of the shorter text is in the other" in why["cut"]
    assert [g["sources"] for g in shown["agreements"]] == [8]


def test_neighbours_say_why_they_are_kept_apart(store: Store) -> None:
    shown = store.story(article("cut")[0])
    assert shown is not None
    apart = {near["title"]: near["why"] for near in shown["kept_apart"]}
    assert set(apart) == {"otherplace", "nextyear"}
    assert "another government (99.02)" in apart["otherplace"]
    assert "another event date (2027-04-08)" in apart["nextyear"]
    assert "government" not in apart["nextyear"]


def test_names_and_days_keep_unread_texts_apart(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db") as store:
        for number, text in enumerate((TEXT, OTHER_PLACE)):
            url = f"https://site{number}.example/kabar-satu-ini"
            store.save(None, SITE, page(url), reading(url, text, agreements=[]), NOW)
        shown = store.story("https://site0.example/kabar-satu-ini")
    assert shown is not None
    assert shown["articles"] == 1
    (near,) = shown["kept_apart"]
    assert near["why"].endswith("but other names or dates in the text")


@pytest.mark.parametrize(
    "spell",
    [
        lambda i, u: i,
        lambda i, u: i.upper(),
        lambda i, u: i[:8].upper(),
        lambda i, u: u + "?amp=1",
    ],
)
def test_a_story_is_found_by_any_of_its_names(store: Store, spell: object) -> None:
    assert callable(spell)
    for name in ("original", "weekday"):
        shown = store.story(spell(*article(name)))
        assert shown is not None
        assert shown["canonical_article_id"] == article("original")[0]


@pytest.mark.parametrize("name", ["", "zz", "0123456789abcdef", "https://nowhere.example/x", "'"])
def test_what_is_nobody_s_name_is_no_story(store: Store, name: str) -> None:
    assert store.story(name) is None


def test_revised_decisions_are_told(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.db") as store:
        ingest(store, [POOL[1], POOL[0]])
        shown = store.story(article("original")[0])
    assert shown is not None
    assert [change["change"] for change in shown["changes"]] == [
        f"moved here from story {article('reprint')[0]}"
    ]
