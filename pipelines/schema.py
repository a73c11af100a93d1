"""The tables of the database, as sqlite-utils migrations: one step a change, never edited later.

Column names are the keys of `pantau inspect --json`. A time stands twice: as printed, ISO 8601
with its offset, and as `*_utc` for sorting. `application_id` tells our database from any other
SQLite file; `user_version` is the number of the newest migration, so that a database written by
a newer version is recognised.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x50414E54  # "PANT"

migrations = Migrations("pantau")


def version() -> int:
    """The number of the newest migration this code knows."""
    empty = Database(memory=True)
    steps = len(migrations.pending(empty))
    empty.close()
    return steps


def migrate(db: Database) -> None:
    """Bring a new or older database to this version; each step is one transaction."""
    # First of all whose it is, so that one that a full disk left half made is gone on with.
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.apply(db)
    db.execute(f"PRAGMA user_version = {version()}")


_GOVERNMENT = "government_code TEXT, government_name TEXT, government_level TEXT"
_AGREEMENT = f"""
    {_GOVERNMENT}, counterpart TEXT, bpjs_office TEXT, instrument TEXT NOT NULL,
    renewal INTEGER NOT NULL, status TEXT NOT NULL,
    event_date TEXT, event_date_raw TEXT, event_date_note TEXT, duration TEXT,
    programmes TEXT NOT NULL
"""
_EVIDENCE = 'quote TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL'
_OF_ARTICLE = "article_id TEXT NOT NULL REFERENCES articles(id), position INTEGER NOT NULL"


@migrations()
def m001_ledger(db: Database) -> None:
    """Runs, sites, channels, and every article URL ever found with its fate."""
    _run(
        db,
        """CREATE TABLE runs (
            id INTEGER PRIMARY KEY, command TEXT NOT NULL, sites TEXT NOT NULL,
            status TEXT NOT NULL, started_at TEXT NOT NULL, started_at_utc TEXT NOT NULL,
            ended_at TEXT, ended_at_utc TEXT)""",
        """CREATE TABLE sites (
            key TEXT PRIMARY KEY, name TEXT NOT NULL, platform TEXT NOT NULL, home TEXT NOT NULL,
            province TEXT, verified INTEGER NOT NULL) WITHOUT ROWID""",
        """CREATE TABLE channels (
            url TEXT PRIMARY KEY, site TEXT NOT NULL, kind TEXT NOT NULL, status INTEGER,
            etag TEXT, last_modified TEXT, leads INTEGER NOT NULL, error TEXT,
            run_id INTEGER REFERENCES runs(id), tried_at TEXT NOT NULL, tried_at_utc TEXT NOT NULL,
            last_gave_at_utc TEXT) WITHOUT ROWID""",
        """CREATE TABLE pages (
            url TEXT PRIMARY KEY, site TEXT NOT NULL, fate TEXT NOT NULL, fate_detail TEXT,
            address_key TEXT NOT NULL, run_id INTEGER REFERENCES runs(id),
            lead_url TEXT, lead_title TEXT, lead_summary TEXT, lead_published_raw TEXT,
            channel_kind TEXT, channel_url TEXT,
            status INTEGER, etag TEXT, last_modified TEXT, content_hash TEXT, final_url TEXT,
            archive_file TEXT, archive_offset INTEGER, archive_digest TEXT,
            tries INTEGER NOT NULL DEFAULT 0, next_try_utc TEXT,
            found_at TEXT NOT NULL, found_at_utc TEXT NOT NULL, settled_at TEXT,
            settled_at_utc TEXT)""",
        "CREATE INDEX pages_site_fate ON pages(site, fate)",
        "CREATE INDEX pages_run ON pages(run_id, fate)",
        "CREATE INDEX pages_address_key ON pages(address_key)",
    )


@migrations()
def m002_articles(db: Database) -> None:
    """Articles with their full-text index, their facts and their revisions."""
    _run(
        db,
        """CREATE TABLE articles (
            rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT NOT NULL,
            site TEXT NOT NULL, platform TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
            authors TEXT NOT NULL, editors TEXT NOT NULL, source_credit TEXT, dateline TEXT,
            sign_off TEXT, tags TEXT NOT NULL, language TEXT,
            published_at TEXT, published_at_utc TEXT, published_precision TEXT,
            published_source TEXT, published_raw TEXT, modified_at TEXT, modified_at_utc TEXT,
            relevance_label TEXT NOT NULL, relevance_score REAL NOT NULL,
            relevance_reasons TEXT NOT NULL,
            reading_hash TEXT NOT NULL, saved_at TEXT NOT NULL, saved_at_utc TEXT NOT NULL,
            gone_at TEXT, rank TEXT NOT NULL, node INTEGER, story_id TEXT, copy_of TEXT)""",
        "CREATE INDEX articles_story ON articles(story_id)",
        "CREATE INDEX articles_node ON articles(node)",
        "CREATE INDEX articles_published ON articles(published_at_utc)",
        "CREATE INDEX articles_site ON articles(site, relevance_label)",
        """CREATE TABLE revisions (
            article_id TEXT NOT NULL REFERENCES articles(id), number INTEGER NOT NULL,
            seen_at TEXT NOT NULL, seen_at_utc TEXT NOT NULL, title TEXT NOT NULL,
            text TEXT NOT NULL, diff TEXT NOT NULL,
            PRIMARY KEY (article_id, number)) WITHOUT ROWID""",
        f"""CREATE TABLE figures (
            {_OF_ARTICLE}, raw TEXT NOT NULL, value REAL NOT NULL, upper REAL, unit TEXT,
            approximate INTEGER NOT NULL, as_of TEXT, about TEXT, {_EVIDENCE},
            PRIMARY KEY (article_id, position)) WITHOUT ROWID""",
        f"""CREATE TABLE worker_groups (
            {_OF_ARTICLE}, raw TEXT NOT NULL, "group" TEXT NOT NULL, {_EVIDENCE},
            PRIMARY KEY (article_id, position)) WITHOUT ROWID""",
        f"""CREATE TABLE regulations (
            {_OF_ARTICLE}, raw TEXT NOT NULL, kind TEXT NOT NULL, number TEXT, year INTEGER,
            {_EVIDENCE}, PRIMARY KEY (article_id, position)) WITHOUT ROWID""",
        f"""CREATE TABLE officials (
            {_OF_ARTICLE}, name TEXT NOT NULL, role TEXT NOT NULL, {_EVIDENCE},
            PRIMARY KEY (article_id, position)) WITHOUT ROWID""",
        """CREATE VIRTUAL TABLE articles_fts USING fts5(
            title, text, content='articles', content_rowid='rowid',
            tokenize='unicode61 remove_diacritics 2')""",
        """CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
            INSERT INTO articles_fts(rowid, title, text) VALUES (new.rowid, new.title, new.text);
            END""",
        """CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, text ON articles BEGIN
            INSERT INTO articles_fts(articles_fts, rowid, title, text)
                VALUES ('delete', old.rowid, old.title, old.text);
            INSERT INTO articles_fts(rowid, title, text) VALUES (new.rowid, new.title, new.text);
            END""",
    )


@migrations()
def m003_stories(db: Database) -> None:
    """Which texts are one story: fingerprints with their bands, likenesses, and the decisions.

    A fingerprint is one normalised text; a node is a text with the facts that guard it, so that
    ten thousand copies of one text are one node. Bands and likenesses are between fingerprints.
    """
    _run(
        db,
        """CREATE TABLE fingerprints (
            id INTEGER PRIMARY KEY, text_hash BLOB NOT NULL UNIQUE, words INTEGER NOT NULL,
            signature BLOB NOT NULL)""",
        """CREATE TABLE bands (
            band INTEGER NOT NULL, fingerprint INTEGER NOT NULL,
            PRIMARY KEY (band, fingerprint)) WITHOUT ROWID""",
        """CREATE TABLE likenesses (
            one INTEGER NOT NULL, other INTEGER NOT NULL, score REAL NOT NULL,
            names REAL NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID""",
        """CREATE TABLE nodes (
            id INTEGER PRIMARY KEY, fingerprint INTEGER NOT NULL, governments TEXT NOT NULL,
            dates TEXT NOT NULL, story_id TEXT, articles INTEGER NOT NULL DEFAULT 0,
            first_id TEXT, best_rank TEXT,
            UNIQUE (fingerprint, governments, dates))""",
        "CREATE INDEX nodes_story ON nodes(story_id)",
        "CREATE INDEX nodes_facts ON nodes(governments, dates)",
        """CREATE TABLE stories (
            id TEXT PRIMARY KEY, canonical_article_id TEXT NOT NULL REFERENCES articles(id),
            reason TEXT NOT NULL, articles INTEGER NOT NULL, pivot INTEGER NOT NULL,
            copies_due INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID""",
        """CREATE TABLE story_changes (
            id INTEGER PRIMARY KEY, at TEXT NOT NULL, story_id TEXT NOT NULL,
            article_id TEXT NOT NULL, change TEXT NOT NULL)""",
        "CREATE INDEX story_changes_story ON story_changes(story_id)",
        "CREATE INDEX story_changes_article ON story_changes(article_id)",
    )


@migrations()
def m004_agreements(db: Database) -> None:
    """Events and what each article says of them."""
    _run(
        db,
        f"""CREATE TABLE agreements (
            id TEXT PRIMARY KEY, {_AGREEMENT}, article_id TEXT NOT NULL REFERENCES articles(id),
            {_EVIDENCE}, sources INTEGER NOT NULL, stories INTEGER NOT NULL,
            first_published_at TEXT, first_published_at_utc TEXT) WITHOUT ROWID""",
        "CREATE INDEX agreements_government ON agreements(government_code, event_date)",
        f"""CREATE TABLE agreement_sources (
            {_OF_ARTICLE}, agreement_id TEXT, {_AGREEMENT}, {_EVIDENCE},
            party TEXT NOT NULL, phase TEXT NOT NULL, published_on TEXT, story_id TEXT,
            rank TEXT NOT NULL,
            PRIMARY KEY (article_id, position)) WITHOUT ROWID""",
        """CREATE INDEX agreement_sources_event ON
            agreement_sources(agreement_id, event_date IS NULL, rank, position)""",
        "CREATE INDEX agreement_sources_date ON agreement_sources(party, event_date)",
        "CREATE INDEX agreement_sources_published ON agreement_sources(party, published_on)",
        "CREATE INDEX agreement_sources_story ON agreement_sources(story_id, party, phase)",
    )


@migrations()
def m005_datasets(db: Database) -> None:
    """A dataset is a view plus a writer."""
    _run(
        db,
        """CREATE VIEW dataset_articles AS
            SELECT id, url, site, platform, title, text, authors, editors, source_credit,
                dateline, sign_off, tags, language, published_at, published_at_utc,
                published_precision, published_source, published_raw, modified_at,
                relevance_label, relevance_score, story_id, copy_of, saved_at_utc
            FROM articles""",
        """CREATE VIEW dataset_stories AS
            SELECT s.id, s.canonical_article_id, a.url, a.site, a.title, a.published_at,
                a.published_at_utc, a.relevance_label, s.articles, s.reason
            FROM stories s JOIN articles a ON a.id = s.canonical_article_id""",
        """CREATE VIEW dataset_agreements AS
            SELECT g.*, a.url, a.site, a.title, a.published_at, a.story_id
            FROM agreements g JOIN articles a ON a.id = g.article_id""",
        """CREATE VIEW dataset_agreement_sources AS
            SELECT s.agreement_id, s.article_id, a.url, a.site, a.story_id, a.copy_of,
                s.government_code, s.government_name, s.counterpart, s.bpjs_office, s.instrument,
                s.renewal, s.status, s.event_date, s.event_date_raw, s.event_date_note,
                s.duration, s.programmes, s.quote, s.start, s."end"
            FROM agreement_sources s JOIN articles a ON a.id = s.article_id""",
        *(
            f"""CREATE VIEW dataset_{facts} AS
            SELECT f.*, a.url, a.site, a.published_at, a.story_id, a.copy_of
            FROM {facts} f JOIN articles a ON a.id = f.article_id"""
            for facts in ("figures", "worker_groups", "regulations", "officials")
        ),
        """CREATE VIEW dataset_governments AS
            SELECT government_code, government_name, government_level, count(*) AS agreements,
                sum(status = 'signed') AS signed, min(event_date) AS first_event_date,
                max(event_date) AS last_event_date
            FROM agreements WHERE government_code IS NOT NULL GROUP BY government_code""",
    )


@migrations()
def m006_visits(db: Database) -> None:
    """One row a site and run: what the visit asked for and gave; health is judged from it."""
    _run(
        db,
        """CREATE TABLE visits (
            run_id INTEGER NOT NULL REFERENCES runs(id), site TEXT NOT NULL,
            at TEXT NOT NULL, at_utc TEXT NOT NULL, requests INTEGER NOT NULL,
            found INTEGER NOT NULL, stored INTEGER NOT NULL, blocked INTEGER NOT NULL,
            failed INTEGER NOT NULL, channels INTEGER NOT NULL, sick_channels INTEGER NOT NULL,
            dated INTEGER NOT NULL, completeness REAL, "left" TEXT,
            PRIMARY KEY (site, run_id)) WITHOUT ROWID""",
    )


@migrations()
def m007_rereading(db: Database) -> None:
    """Which rules made a reading, articles that can be withdrawn, and what was ingested so far."""
    _run(
        db,
        "ALTER TABLE articles ADD COLUMN rules_version TEXT",
        """CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
            INSERT INTO articles_fts(articles_fts, rowid, title, text)
                VALUES ('delete', old.rowid, old.title, old.text);
            END""",
        """CREATE TABLE ingested (
            digest TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL,
            position INTEGER NOT NULL, records INTEGER NOT NULL, pages INTEGER NOT NULL,
            done INTEGER NOT NULL, problem TEXT, run_id INTEGER REFERENCES runs(id),
            at TEXT NOT NULL, at_utc TEXT NOT NULL) WITHOUT ROWID""",
    )


@migrations()
def m008_inferred_days(db: Database) -> None:
    """Event dates that are counted from the publication date and not printed in the text."""
    _run(
        db,
        "ALTER TABLE agreement_sources ADD COLUMN inferred INTEGER NOT NULL DEFAULT 0",
        "DROP INDEX agreement_sources_event",
        """CREATE INDEX agreement_sources_event ON agreement_sources(
            agreement_id, event_date IS NULL, inferred, event_date, rank, position)""",
        "DROP INDEX agreement_sources_story",
        """CREATE INDEX agreement_sources_story ON
            agreement_sources(story_id, party, phase, inferred, event_date)""",
        """CREATE INDEX agreement_sources_open ON agreement_sources(story_id, party, phase)
            WHERE event_date IS NULL OR inferred""",
    )


@migrations()
def m009_serving(db: Database) -> None:
    """What the pages ask for most, answered from an index: coverage, and originals by time."""
    _run(
        db,
        "DROP INDEX agreements_government",
        """CREATE INDEX agreements_government ON agreements(
            government_code, event_date, first_published_at, status, instrument)""",
        "CREATE INDEX articles_originals ON articles(published_at_utc, id) WHERE copy_of IS NULL",
        """CREATE INDEX agreement_sources_asked ON
            agreement_sources(status, instrument, government_code)""",
    )


@migrations()
def m010_coverage(db: Database) -> None:
    """All regions, so that the silent ones are rows too; datasets that say all they should."""
    _run(
        db,
        """CREATE TABLE regions (
            code TEXT PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL,
            province_code TEXT NOT NULL) WITHOUT ROWID""",
        "DROP VIEW dataset_articles",
        """CREATE VIEW dataset_articles AS
            SELECT id, url, site, platform, title, text, authors, editors, source_credit,
                dateline, sign_off, tags, language, published_at, published_at_utc,
                substr(published_at, 1, 10) AS published_on,
                'UTC' || substr(published_at, -6) AS published_offset, published_precision,
                published_source, published_raw, modified_at, relevance_label, relevance_score,
                story_id, copy_of, saved_at_utc, gone_at
            FROM articles""",
        "DROP VIEW dataset_stories",
        """CREATE VIEW dataset_stories AS
            SELECT s.id, s.canonical_article_id, a.url, a.site, a.title, a.published_at,
                a.published_at_utc, substr(a.published_at, 1, 10) AS published_on,
                a.relevance_label, s.articles, s.reason
            FROM stories s JOIN articles a ON a.id = s.canonical_article_id""",
        "DROP VIEW dataset_agreements",
        """CREATE VIEW dataset_agreements AS
            SELECT g.*, substr(g.first_published_at, 1, 10) AS first_published_on,
                a.url, a.site, a.title, a.published_at, a.story_id,
                (SELECT json_group_array(url) FROM (SELECT DISTINCT o.url
                    FROM agreement_sources s JOIN articles o ON o.id = s.article_id
                    WHERE s.agreement_id = g.id ORDER BY o.url)) AS source_urls
            FROM agreements g JOIN articles a ON a.id = g.article_id""",
        "DROP VIEW dataset_agreement_sources",
        """CREATE VIEW dataset_agreement_sources AS
            SELECT s.agreement_id, s.article_id, s.position, a.url, a.site, a.story_id, a.copy_of,
                s.government_code, s.government_name, s.counterpart, s.bpjs_office, s.instrument,
                s.renewal, s.status, s.event_date, s.event_date_raw, s.event_date_note,
                s.duration, s.programmes, s.published_on, s.quote, s.start, s."end"
            FROM agreement_sources s JOIN articles a ON a.id = s.article_id""",
        """CREATE VIEW dataset_coverage AS
            WITH ranked AS (
                SELECT *, row_number() OVER (PARTITION BY government_code ORDER BY
                    coalesce(event_date, substr(first_published_at, 1, 10)) DESC, id) AS nth
                FROM agreements WHERE government_code IS NOT NULL),
            signed AS (
                SELECT government_code AS code, count(*) AS agreements,
                    min(event_date) FILTER (WHERE status <> 'planned'
                        AND instrument <> 'socialization') AS since
                FROM agreements WHERE government_code IS NOT NULL GROUP BY 1),
            told AS (
                SELECT government_code AS code, count(DISTINCT story_id) AS stories,
                    max(published_on) AS last_seen
                FROM agreement_sources WHERE government_code IS NOT NULL GROUP BY 1),
            counted AS (
                SELECT g.government_code AS code, min(f.value) AS workers, min(f.raw) AS raw
                FROM ranked g JOIN figures f ON f.article_id = g.article_id
                    AND f.start >= g.start AND f."end" <= g."end" AND f.upper IS NULL
                WHERE g.nth = 1 AND EXISTS (SELECT 1 FROM worker_groups w
                    WHERE w.article_id = f.article_id AND w.start < f."end" AND w."end" > f.start)
                GROUP BY 1 HAVING min(f.value) = max(f.value))
            SELECT r.code, r.name, r.province_code, p.name AS province,
                coalesce(s.agreements, 0) AS agreements, coalesce(t.stories, 0) AS stories,
                s.since, t.last_seen, g.id AS agreement_id, g.instrument, g.renewal, g.status,
                g.event_date, g.event_date_raw, g.duration, g.programmes, g.bpjs_office,
                c.workers, c.raw AS workers_raw,
                (SELECT json_group_array("group") FROM (SELECT DISTINCT "group"
                    FROM worker_groups w WHERE w.article_id = g.article_id ORDER BY 1)
                    WHERE g.id IS NOT NULL) AS worker_groups,
                g.quote, g.first_published_at,
                substr(g.first_published_at, 1, 10) AS first_published_on, a.url, a.title
            FROM regions r JOIN regions p ON p.code = r.province_code
            LEFT JOIN signed s ON s.code = r.code LEFT JOIN told t ON t.code = r.code
            LEFT JOIN ranked g ON g.government_code = r.code AND g.nth = 1
            LEFT JOIN counted c ON c.code = r.code LEFT JOIN articles a ON a.id = g.article_id
            WHERE r.level <> 'province'""",
    )
    db.conn.executemany("INSERT INTO regions VALUES (?, ?, ?, ?)", _regions())


@migrations()
def m011_exported(db: Database) -> None:
    """What the exports told of each row, and the cursors they gave."""
    _run(
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
    _run(
        db,
        """CREATE TABLE merged (
            unit TEXT PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES runs(id),
            at TEXT NOT NULL, at_utc TEXT NOT NULL) WITHOUT ROWID""",
    )


@migrations()
def m013_referrers(db: Database) -> None:
    """What refers to an article, found without a search when the article is withdrawn."""
    _run(
        db,
        "CREATE INDEX agreements_article ON agreements(article_id)",
        "CREATE INDEX stories_canonical ON stories(canonical_article_id)",
    )


@migrations()
def m014_lasting_revisions(db: Database) -> None:
    """Revisions that outlast an article which rules withdraw, for the day it comes back."""
    _run(
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
    _run(
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
    _run(db, *(f"DROP {kind} {name}" for kind, name, _ in kept))
    for table in ("agreements", "agreement_sources"):
        new = db[table].schema
        for column in ("instrument", "status"):
            new = new.replace(f"{column} TEXT NOT NULL", f"{column} TEXT")
        _run(
            db,
            f"ALTER TABLE {table} RENAME TO old_{table}",
            new,
            f"INSERT INTO {table} SELECT * FROM old_{table}",
            f"DROP TABLE old_{table}",
        )
    _run(db, *(sql.replace(_AGREED_BEFORE, _AGREED) for _, _, sql in kept))


_AGREED_BEFORE = """status <> 'planned'
                        AND instrument <> 'socialization'"""
_AGREED = """status = 'signed'
                        OR status = 'ongoing' AND instrument <> 'socialization'"""


@migrations()
def m017_days(db: Database) -> None:
    """The day an event is sorted and counted by, and all that the pages count in two indexes."""
    day = "coalesce(event_date, substr(first_published_at, 1, 10))"
    _run(
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
    _run(db, "DROP VIEW dataset_coverage", view)


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


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)


def _regions() -> list[tuple[str, str, str, str]]:
    """(code, name, level, code of its province) of every province, kabupaten and kota."""
    from pipelines.regions import all_regions

    return [(found.code, found.name, found.level, found.code[:2]) for found in all_regions()]
