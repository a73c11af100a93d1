"""The rules' version follows what reads, and nothing else."""

from pipelines.rules import _sources, rules_version


def test_it_covers_all_that_reads_and_nothing_of_the_store() -> None:
    names = {path.name for path in _sources()}
    assert {"read.py", "extract.py", "wordpress.py", "dates.py", "agreements.py"} <= names
    assert not {"store.py", "schema.py", "archive.py", "steps.py"} & names


def test_it_is_the_same_each_time_and_short() -> None:
    assert rules_version() == rules_version.__wrapped__()
    assert len(rules_version()) < 40
