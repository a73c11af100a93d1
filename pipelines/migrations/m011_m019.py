"""Steps 11 to 19: exports, cluster crawls, what refers to what, unsaid values, days, bodies."""

from sqlite_utils import Database

from pipelines.migrations.step import migrations, run

_AGREED_BEFORE = """status <> 'planned'
                        AND instrument <> 'socialization'"""
_AGREED = """status = 'signed'
                        OR status = 'ongoing' AND instrument <> 'socialization'"""


@migrations()
def m011_exported(db: Database) -> None:
    """What the exports told of each row, and the cursors they gave."""
    run(
        db,
        """CREATE TABLE exported (
            dataset TEXT NOT NULL, key TEXT NOT NULL, digest BLOB, number INTEGER NOT NULL,
            PRIMARY KEY (dataset, key)) WITHOUT ROWID""",
        "CREATE INDEX exported_number ON exported(dataset, number)",
        "CREATE TABLE cursors (number INTEGER PRIMARY KEY, cursor TEXT NOT NULL UNIQUE)",
    )


@migrations()
def m012_merged(db: Database) -> None:
    """Which shards of a cluster's crawl were written, so that none is written twice."""
    run(
        db,
        """CREATE TABLE merged (
            unit TEXT PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES runs(id),
            at TEXT NOT NULL, at_utc TEXT NOT NULL) WITHOUT ROWID""",
    )


@migrations()
def m013_referrers(db: Database) -> None:
    """What refers to an article, found without a search when the article is withdrawn."""
    run(
        db,
        "CREATE INDEX agreements_article ON agreements(article_id)",
        "CREATE INDEX stories_canonical ON stories(canonical_article_id)",
    )


@migrations()
def m014_lasting_revisions(db: Database) -> None:
    """Revisions that outlast an article which rules withdraw, for the day it comes back."""
    run(
        db,
        "ALTER TABLE revisions RENAME TO old_revisions",
        """CREATE TABLE revisions (
            article_id TEXT NOT NULL, number INTEGER NOT NULL, seen_at TEXT NOT NULL,
            seen_at_utc TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
            diff TEXT NOT NULL, PRIMARY KEY (article_id, number)) WITHOUT ROWID""",
        "INSERT INTO revisions SELECT * FROM old_revisions",
        "DROP TABLE old_revisions",
    )


@migrations()
def m015_recurring_lines(db: Database) -> None:
    """Lines that recur across the stories of a site, for those who read its next pages."""
    run(
        db,
        """CREATE TABLE recurring_lines (
            site TEXT NOT NULL, line TEXT NOT NULL, learned_at TEXT NOT NULL,
            learned_at_utc TEXT NOT NULL, PRIMARY KEY (site, line)) WITHOUT ROWID""",
    )


@migrations()
def m016_unsaid(db: Database) -> None:
    """Agreements whose instrument or status no story says; an agreement since its signing, too."""
    kept = db.execute(
        """SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND (type = 'view'
            OR type = 'index' AND tbl_name IN ('agreements', 'agreement_sources'))"""
    ).fetchall()
    run(db, *(f"DROP {kind} {name}" for kind, name, _ in kept))
    for table in ("agreements", "agreement_sources"):
        new = db[table].schema
        for column in ("instrument", "status"):
            new = new.replace(f"{column} TEXT NOT NULL", f"{column} TEXT")
        run(
            db,
            f"ALTER TABLE {table} RENAME TO old_{table}",
            new,
            f"INSERT INTO {table} SELECT * FROM old_{table}",
            f"DROP TABLE old_{table}",
        )
    run(db, *(sql.replace(_AGREED_BEFORE, _AGREED) for _, _, sql in kept))


@migrations()
def m017_days(db: Database) -> None:
    """The day an event is sorted and counted by, and all that the pages count in two indexes."""
    day = "coalesce(event_date, substr(first_published_at, 1, 10))"
    run(
        db,
        "ALTER TABLE agreements ADD COLUMN day TEXT",
        f"UPDATE agreements SET day = {day}",
        f"""CREATE TRIGGER agreements_day_insert AFTER INSERT ON agreements BEGIN
            UPDATE agreements SET day = {day} WHERE id = new.id; END""",
        "DROP INDEX agreements_government",
        """CREATE INDEX agreements_government ON
            agreements(government_code, status, instrument, day)""",
        """CREATE INDEX agreements_day ON
            agreements(day, status, instrument, government_level)""",
    )


@migrations()
def m018_covered(db: Database) -> None:
    """Of a region its agreements, apart from all that was told of it, plans and campaigns too."""
    (view,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'dataset_coverage'").fetchone()
    counted = f"count(*) FILTER (WHERE {_AGREED}) AS agreements, count(*) AS events"
    shown = "coalesce(s.agreements, 0) AS agreements"
    view = view.replace("count(*) AS agreements", counted)
    view = view.replace(shown, f"{shown}, coalesce(s.events, 0) AS events")
    run(db, "DROP VIEW dataset_coverage", view)


@migrations()
def m019_bodies(db: Database) -> None:
    """An institution is one party by its long and its short name, and its reports one event."""
    from pipelines.facts.bodies import party_of
    from pipelines.tables.events import Events

    rows = db.execute(
        "SELECT article_id, position, party, counterpart FROM agreement_sources"
        " WHERE government_code IS NULL AND counterpart IS NOT NULL"
    ).fetchall()
    changed = [(key, *row[:2]) for row in rows if (key := party_of(None, row[3])) != row[2]]
    db.conn.executemany(
        "UPDATE agreement_sources SET party = ? WHERE article_id = ? AND position = ?", changed
    )
    for article_id in dict.fromkeys(article_id for _, article_id, _ in changed):
        Events(db.conn).place(article_id)
