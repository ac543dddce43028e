-- What the house itself keeps: settings, drafts, undo, search and the log. Never exported.

-- Settings and values of the house, one per key.
CREATE TABLE settings (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- Text being typed, one per place (a case, a visit, a form). Not undone, not logged.
CREATE TABLE drafts (
  place TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

-- One row per act that can be undone. `kind` is act, undo or redo; `reverted` is 1 once it was taken back.
CREATE TABLE undo_acts (
  act INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('act', 'undo', 'redo')),
  reverted INTEGER NOT NULL DEFAULT 0 CHECK (reverted IN (0, 1))
) STRICT;

-- One row per changed record of an act, with what would bring the record back: its identity where it was new, else all
-- its fields. An identity stands as its 16 bytes. `op` is what an undo does with the record: - takes it away, + puts
-- it back, = gives it its fields again. `row` is the act times 2^24 plus a running number.
CREATE TABLE undo_rows (
  row INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('+', '=', '-')),
  record ANY NOT NULL
) STRICT;

-- One row per searchable record, its identity as 16 bytes. `doc` is the day, counted down, times 256 less a running number, so that the newest
-- come first without sorting; records without a date come before all others.
CREATE TABLE search_docs (
  doc INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record ANY NOT NULL
) STRICT;

-- Overlapping bigrams of the folded text.
CREATE VIRTUAL TABLE search_index USING fts5(
  grams,
  content = '',
  contentless_delete = 1,
  tokenize = "ascii tokenchars '!#$%&*+-./<=>@[\]^_`{|}~'''"
);
INSERT INTO search_index(search_index, rank) VALUES ('secure-delete', 1);
-- One leaf of the index fits into one page of the file, beside what seals it.
INSERT INTO search_index(search_index, rank) VALUES ('pgsz', 3940);

-- Words that somebody decided to keep in a text that leaves, folded, for a level, with the reason.
CREATE TABLE redaction_decisions (
  id TEXT PRIMARY KEY,
  word TEXT NOT NULL,
  level TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT,
  decided_at TEXT NOT NULL,
  UNIQUE (word, level)
) STRICT;

-- What happened, one row per event; `previous` chains the rows. Never holds a name.
CREATE TABLE access_log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  event TEXT NOT NULL,
  object TEXT,
  result TEXT,
  previous TEXT NOT NULL
) STRICT;
