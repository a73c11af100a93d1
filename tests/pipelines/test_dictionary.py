"""The data dictionary says what the database holds, all of it, and is not stale."""

from pathlib import Path

from pipelines.dictionary import data_dictionary, field_meanings

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == data_dictionary(), "stale: run `make docs`"


def test_every_field_of_the_model_is_described() -> None:
    silent = [
        f"{owner}.{name}"
        for owner, fields in field_meanings().items()
        for name, meaning in fields.items()
        if not meaning.text and not meaning.example
    ]
    assert silent == []
