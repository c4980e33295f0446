-- The ledger's tables in SQLite. Version 9.
CREATE TABLE ledger_version (
    version INTEGER NOT NULL
);
CREATE TABLE article (
    id TEXT NOT NULL,
    site TEXT NOT NULL,
    revision INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    field_hashes BLOB NOT NULL,
    published_at TEXT,
    modified_at TEXT,
    withdrawn BOOLEAN NOT NULL,
    url TEXT NOT NULL,
    first_seen BIGINT NOT NULL,
    last_checked BIGINT NOT NULL,
    next_check BIGINT,
    store VARCHAR(16) NOT NULL,
    day VARCHAR(10) NOT NULL,
    "offset" BIGINT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID
;
CREATE INDEX article_due ON article (site, next_check) WHERE next_check IS NOT NULL;
CREATE TABLE article_url (
    "key" BLOB NOT NULL,
    article_id TEXT NOT NULL,
    PRIMARY KEY ("key")
)
 WITHOUT ROWID
;
CREATE TABLE day_file (
    store VARCHAR(16) NOT NULL,
    site TEXT NOT NULL,
    day VARCHAR(10) NOT NULL,
    committed BIGINT NOT NULL,
    complete BOOLEAN NOT NULL,
    PRIMARY KEY (store, site, day)
)
 WITHOUT ROWID
;
CREATE TABLE listing (
    "key" BLOB NOT NULL,
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    content_type TEXT,
    link TEXT,
    body BLOB NOT NULL,
    asked INTEGER NOT NULL,
    trusted BOOLEAN NOT NULL,
    checked BIGINT NOT NULL,
    proven BOOLEAN DEFAULT 0 NOT NULL,
    PRIMARY KEY ("key")
)
 WITHOUT ROWID
;
CREATE TABLE run (
    id TEXT NOT NULL,
    site TEXT NOT NULL,
    started BIGINT NOT NULL,
    ended BIGINT,
    record TEXT NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID
;
CREATE INDEX run_open ON run (site) WHERE ended IS NULL;
CREATE TABLE original_text (
    holder INTEGER NOT NULL,
    id TEXT NOT NULL,
    seen BIGINT NOT NULL,
    sketch BLOB NOT NULL,
    copy_of TEXT,
    PRIMARY KEY (holder)
);
CREATE INDEX ix_original_text_seen ON original_text (seen);
CREATE TABLE original_key (
    "key" BIGINT NOT NULL,
    holder BIGINT NOT NULL,
    PRIMARY KEY ("key", holder)
)
 WITHOUT ROWID
;
CREATE TABLE no_line (
    "key" BLOB NOT NULL,
    site TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    tries INTEGER NOT NULL,
    not_before BIGINT NOT NULL,
    published_at TEXT,
    moved_to TEXT,
    said BLOB NOT NULL,
    checked BIGINT NOT NULL,
    PRIMARY KEY ("key")
)
 WITHOUT ROWID
;
CREATE INDEX no_line_checked ON no_line (site, checked);
CREATE TABLE supply (
    "key" BLOB NOT NULL,
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    kind TEXT NOT NULL,
    guessed BOOLEAN NOT NULL,
    runs INTEGER NOT NULL,
    answered BIGINT,
    new_at BIGINT,
    usual INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    failing_since BIGINT,
    problem TEXT,
    moved_to TEXT,
    not_before BIGINT,
    checked BIGINT NOT NULL,
    PRIMARY KEY ("key")
)
 WITHOUT ROWID
;
CREATE INDEX supply_checked ON supply (site, checked);
CREATE TABLE usual (
    site TEXT NOT NULL,
    arguments VARCHAR(16) NOT NULL,
    hour INTEGER NOT NULL,
    runs INTEGER NOT NULL,
    listed INTEGER NOT NULL,
    least INTEGER NOT NULL,
    PRIMARY KEY (site, arguments, hour)
)
 WITHOUT ROWID
;
CREATE TABLE host (
    host TEXT NOT NULL,
    not_before BIGINT NOT NULL,
    reason TEXT NOT NULL,
    since BIGINT,
    site TEXT,
    PRIMARY KEY (host)
)
 WITHOUT ROWID
;
CREATE TABLE low_runs (
    site TEXT NOT NULL,
    arguments VARCHAR(16) NOT NULL,
    since BIGINT,
    lowest INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    PRIMARY KEY (site, arguments)
)
 WITHOUT ROWID
;
CREATE TABLE link_shape (
    site TEXT NOT NULL,
    shape TEXT NOT NULL,
    articles INTEGER NOT NULL,
    others INTEGER NOT NULL,
    checked BIGINT NOT NULL,
    PRIMARY KEY (site, shape)
)
 WITHOUT ROWID
;
CREATE TABLE stated_date (
    site TEXT NOT NULL,
    source TEXT NOT NULL,
    "right" INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    checked BIGINT NOT NULL,
    PRIMARY KEY (site, source)
)
 WITHOUT ROWID
;
CREATE TABLE site_history (
    site TEXT NOT NULL,
    arguments VARCHAR(16) NOT NULL,
    history TEXT NOT NULL,
    checked BIGINT NOT NULL,
    PRIMARY KEY (site, arguments)
)
 WITHOUT ROWID
;
CREATE TABLE alarm (
    site TEXT NOT NULL,
    arguments VARCHAR(16) NOT NULL,
    subject TEXT NOT NULL,
    since BIGINT NOT NULL,
    line TEXT NOT NULL,
    chance FLOAT NOT NULL,
    samples TEXT NOT NULL,
    raised BIGINT NOT NULL,
    run_id TEXT NOT NULL,
    over BIGINT,
    told BIGINT,
    told_over BIGINT,
    PRIMARY KEY (site, arguments, subject, since)
)
 WITHOUT ROWID
;
CREATE TABLE rotation (
    article_id TEXT NOT NULL,
    site TEXT NOT NULL,
    places BLOB NOT NULL,
    checked BIGINT NOT NULL,
    PRIMARY KEY (article_id)
)
 WITHOUT ROWID
;
