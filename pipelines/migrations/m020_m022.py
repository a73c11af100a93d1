"""Steps 20 and on: see `pipelines.migrations`."""

from sqlite_utils import Database

from pipelines.migrations.step import migrations, run

_AGREED = """status = 'signed'
                        OR status = 'ongoing' AND instrument <> 'socialization'"""


@migrations()
def m020_indexed_together(db: Database) -> None:
    """New articles go into the full-text index some at a time, by the store, at half the cost."""
    run(db, "DROP TRIGGER articles_fts_insert")


@migrations()
def m021_since_signed(db: Database) -> None:
    """Since when it is signed, apart from since when it is news; agreements apart from events."""
    (view,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'dataset_coverage'").fetchone()
    since = "min(event_date) FILTER (WHERE {}) AS since"
    view = view.replace(since.format(_AGREED), since.format("status = 'signed'"))
    seen = "max(published_on) AS last_seen"
    view = view.replace(seen, f"min(published_on) AS first_seen, {seen}")
    view = view.replace("t.last_seen", "t.first_seen, t.last_seen")
    run(
        db,
        "DROP VIEW dataset_coverage",
        view,
        "DROP VIEW dataset_governments",
        f"""CREATE VIEW dataset_governments AS
            SELECT government_code, government_name, government_level,
                count(*) FILTER (WHERE {_AGREED}) AS agreements, count(*) AS events,
                sum(status = 'signed') AS signed, min(event_date) AS first_event_date,
                max(event_date) AS last_event_date
            FROM agreements WHERE government_code IS NOT NULL GROUP BY government_code""",
        "DROP INDEX agreements_day",
        """CREATE INDEX agreements_day ON
            agreements(day, status, instrument, renewal, government_level)""",
    )


@migrations()
def m022_merged_seldom(db: Database) -> None:
    """The full-text index merges its parts half as often; a look-up in a few more costs nothing."""
    run(db, "INSERT INTO articles_fts(articles_fts, rank) VALUES ('automerge', 8)")
