"""The demo's invented stories stay out of the archive of real ones, and are found again."""

from pathlib import Path

from crawler.cli.demo import archive_of
from pipelines.archive import folder_beside


def test_a_new_demo_has_an_archive_of_its_own_that_every_command_finds(tmp_path: Path) -> None:
    demo, news = tmp_path / "demo.db", tmp_path / "news.db"
    own = archive_of(demo)
    assert own == folder_beside(demo) == tmp_path / "demo-archive"
    assert folder_beside(news) == tmp_path / "archive"
    demo.touch()
    assert archive_of(demo) == own


def test_a_demo_whose_pages_lie_beside_others_goes_on_there(tmp_path: Path) -> None:
    demo = tmp_path / "demo.db"
    demo.touch()
    assert archive_of(demo) == folder_beside(demo) == tmp_path / "archive"
