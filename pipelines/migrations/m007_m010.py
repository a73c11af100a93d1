"""Steps 7 to 10: reading again, days that are counted, what the pages ask, coverage."""

from sqlite_utils import Database

from pipelines.migrations.step import migrations, run


@migrations()
def m007_rereading(db: Database) -> None:
    """Which rules made a reading, articles that can be withdrawn, and what was ingested so far."""
    run(
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
    run(
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
    run(
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
    run(
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


def _regions() -> list[tuple[str, str, str, str]]:
    """(code, name, level, code of its province) of every province, kabupaten and kota."""
    from pipelines.regions import all_regions

    return [(found.code, found.name, found.level, found.code[:2]) for found in all_regions()]
