-- Reports and the ledger of what has left.
-- Dates are ISO texts, perhaps partial (YYYY, YYYY-MM); lists in one text are separated by ";"; NULL is unknown.

-- 報告書の本文
CREATE TABLE report_sections (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL,
  section TEXT NOT NULL,
  text TEXT,
  UNIQUE (fiscal_year, section)
) STRICT;

-- 書き出した報告書の控え
CREATE TABLE releases (
  id TEXT PRIMARY KEY,
  released_at TEXT NOT NULL,
  report TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  level TEXT NOT NULL,
  k INTEGER,
  file_name TEXT,
  sha256 TEXT,
  figures TEXT
) STRICT;
