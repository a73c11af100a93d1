"""Steps 1 to 6: the ledger, articles and their facts, stories, agreements, datasets, visits."""

from sqlite_utils import Database

from pipelines.migrations.step import migrations, run

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
    run(
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
    run(
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
    run(
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
    run(
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
    run(
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
    run(
        db,
        """CREATE TABLE visits (
            run_id INTEGER NOT NULL REFERENCES runs(id), site TEXT NOT NULL,
            at TEXT NOT NULL, at_utc TEXT NOT NULL, requests INTEGER NOT NULL,
            found INTEGER NOT NULL, stored INTEGER NOT NULL, blocked INTEGER NOT NULL,
            failed INTEGER NOT NULL, channels INTEGER NOT NULL, sick_channels INTEGER NOT NULL,
            dated INTEGER NOT NULL, completeness REAL, "left" TEXT,
            PRIMARY KEY (site, run_id)) WITHOUT ROWID""",
    )
