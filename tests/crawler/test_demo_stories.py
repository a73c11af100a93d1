"""The demo's stories are complete, consistent and tell what they are meant to tell."""

import re
from datetime import date

import pytest

from crawler.demo.content import Outlet, Story, load_outlets
from crawler.demo.words import DAYS, MONTHS
from pipelines.fates import Fate

OUTLETS = load_outlets()
STORIES = [story for outlet in OUTLETS for story in outlet.stories]
ARTICLES = [story for story in STORIES if story.kind == "article"]
COOPERATION = [story for story in STORIES if story.gold.relevance == "cooperation"]
CONTRADICTION = "koranselaparang:20517"
WEEKDAY_DATE = re.compile(
    rf"\b({'|'.join(DAYS)}|Jum'at),?(?: kemarin)? \(?(\d\d?)(?:/(\d\d?)| ({'|'.join(MONTHS)}))"
)


def by_key(story: Story) -> str:
    return story.key


def test_the_web_is_as_large_and_as_mixed_as_promised() -> None:
    assert len(OUTLETS) >= 10
    assert len(STORIES) >= 60
    assert len({story.gold.government for story in COOPERATION} - {None}) >= 25
    assert {outlet.platform for outlet in OUTLETS} == {
        "mediaindonesia",
        "tribun",
        "disway",
        "wordpress",
        "antara",
        "promedia",
        "generic",
    }


def test_every_instrument_and_status_is_told() -> None:
    instruments = {story.gold.instrument for story in COOPERATION}
    assert instruments >= {
        "mou",
        "pks",
        "addendum",
        "regulation",
        "commitment",
        "agreement",
        "socialization",
    }
    assert {story.gold.status for story in COOPERATION} == {"planned", "signed", "ongoing"}
    assert {story.gold.renewal for story in COOPERATION} == {True, False}


@pytest.mark.parametrize("story", STORIES, ids=by_key)
def test_gold_is_complete(story: Story) -> None:
    gold = story.gold
    assert gold.fate in set(Fate)
    assert (gold.fate == "stored") == (gold.relevance in {"cooperation", "related"})
    assert (gold.story is not None) == (gold.fate == "stored")
    facts = (gold.instrument, gold.renewal, gold.status, gold.event)
    if gold.relevance == "cooperation":
        assert None not in facts
        assert (gold.government is None) != (gold.counterpart == ())
    else:
        assert set(facts) == {None}


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.key)
def test_addresses_and_numbers_are_an_outlets_own(outlet: Outlet) -> None:
    assert len({story.path for story in outlet.stories}) == len(outlet.stories)
    assert len({story.number for story in outlet.stories}) == len(outlet.stories)


@pytest.mark.parametrize("story", ARTICLES, ids=by_key)
def test_articles_are_dated_inside_the_demos_autumn(story: Story) -> None:
    assert date(2026, 9, 1) <= story.published.date() <= date(2026, 11, 15)
    assert story.published.tzinfo is not None
    if story.gold.event_date:
        assert story.gold.event_date <= story.published.date()


@pytest.mark.parametrize("story", ARTICLES, ids=by_key)
def test_printed_weekdays_are_right(story: Story) -> None:
    wrong = [
        match[0]
        for match in WEEKDAY_DATE.finditer("\n".join(story.paragraphs))
        if DAYS[_day(match).weekday()] != match[1].replace("'", "")
    ]
    assert wrong == (["Senin (3/11"] if story.key == CONTRADICTION else [])


def _day(match: re.Match[str]) -> date:
    month = int(match[3]) if match[3] else MONTHS.index(match[4]) + 1
    return date(2026, month, int(match[2]))


@pytest.mark.parametrize("story", COOPERATION, ids=by_key)
def test_the_office_of_the_gold_is_printed(story: Story) -> None:
    assert story.gold.office
    place = re.sub(r"^Kantor (Cabang|Wilayah)( Utama| Pembantu)? ", "", story.gold.office)
    assert re.search(
        rf"(Cabang|Utama|Pembantu|Wilayah|Ketenagakerjaan) {place}\b", " ".join(story.paragraphs)
    )


def test_a_press_release_is_printed_on_three_sites() -> None:
    group = [story for story in STORIES if story.gold.story == "jeneponto"]
    assert len({story.site for story in group}) == 3
    assert len({story.title for story in group}) == 2
    assert len({len(story.paragraphs) for story in group}) == 2


def test_a_template_is_another_story_of_another_government() -> None:
    first, second = (
        next(story for story in STORIES if story.gold.story == name)
        for name in ("sarolangun", "kerinci")
    )
    assert first.gold.government != second.gold.government
    same = set(first.paragraphs) & set(second.paragraphs)
    shared_words = set(" ".join(first.paragraphs).split()) & set(
        " ".join(second.paragraphs).split()
    )
    assert not same or len(same) < len(first.paragraphs)
    assert len(shared_words) > 80


def test_one_event_is_told_in_two_texts() -> None:
    group = [story for story in STORIES if story.gold.event == "muara-enim"]
    assert len({story.gold.story for story in group}) == len(group) == 2


def test_no_word_of_an_exchange_is_left_over() -> None:
    kerinci = next(story for story in STORIES if story.gold.story == "kerinci")
    text = " ".join(kerinci.paragraphs)
    assert not re.search("sarolangun|hurmin|rendra|3\\.200", text, re.IGNORECASE)
