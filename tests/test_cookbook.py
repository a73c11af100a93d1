"""Every answer in the cookbook is what its SQL and its Python give on the demo's database."""

from pathlib import Path

import pytest

from crawler.demo import MiniWeb
from tests.cookbook import PAGE, Question, answered, questions
from tests.test_demo_gold import crawl

QUESTIONS = questions()


def title_of(question: Question) -> str:
    return question.title


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("cookbook") / "demo.db"
    with MiniWeb() as web:
        crawl(web, db)
    return db


def test_there_are_ten_questions() -> None:
    titles = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:3] == "## "]
    assert [f"## {question.title}" for question in QUESTIONS] == titles
    assert len(titles) >= 10


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS, ids=title_of)
def test_sql_and_python_give_the_answer_that_is_shown(question: Question, demo: Path) -> None:
    assert question.in_sql(demo) == question.answer, (
        "the page is stale: python -m tests.cookbook output/demo.db"
    )
    assert question.in_python(demo) == question.answer


@pytest.mark.slow
def test_the_page_can_be_written_anew(demo: Path) -> None:
    assert answered(demo) == PAGE.read_text(encoding="utf-8")
