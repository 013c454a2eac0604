-- One compiled pack. Written once, then only read.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Everything that has an id. `number` follows the corpus's order: sources, topics, then entries by (date, id).
CREATE TABLE item (
    number   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL,          -- source, topic, fact, quote, timeline
    speaker  TEXT,                   -- a quote's
    earliest TEXT,                   -- ISO 8601 day, of what has a date
    latest   TEXT,
    breadth  INTEGER NOT NULL,       -- a fact's: the lower, the better it stands for its topic; see bot.store.compile
    document TEXT NOT NULL           -- JSON, keys as in the YAML; converted languages begin with +
);
CREATE INDEX item_by_kind ON item (kind, number);
CREATE INDEX item_by_speaker ON item (speaker, number) WHERE speaker IS NOT NULL;

-- Which entry is about which topic; place 0 is what it is mostly about.
CREATE TABLE about (
    topic  TEXT NOT NULL,
    kind   TEXT NOT NULL,
    place  INTEGER NOT NULL,
    number INTEGER NOT NULL REFERENCES item (number),
    PRIMARY KEY (topic, kind, place, number)
) WITHOUT ROWID;

-- Names and aliases of topics, as typed and as compared; place 0 is a name, others are aliases.
CREATE TABLE name (
    key   TEXT NOT NULL,
    topic TEXT NOT NULL,
    shown TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (key, topic)
) WITHOUT ROWID;

-- The terms of each topic and entry, made by bot.search.tokenise, joined by spaces. Terms hold no ASCII punctuation but
-- the point, so the ascii tokeniser, for which all other characters are part of a word, keeps each one whole.
CREATE TABLE terms (
    number INTEGER PRIMARY KEY REFERENCES item (number),
    names  TEXT NOT NULL,
    words  TEXT NOT NULL
);
CREATE VIRTUAL TABLE full_text USING fts5 (
    names, words, content = 'terms', content_rowid = 'number', tokenize = "ascii tokenchars '.'"
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (full_text, row);
