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

-- 報告書の見出しの順・題・要否（年度と報告書ごと）
CREATE TABLE report_plans (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL,
  report TEXT NOT NULL,
  section TEXT NOT NULL,
  position INTEGER NOT NULL,
  title TEXT,
  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
  UNIQUE (fiscal_year, report, section)
) STRICT;

-- 手入力した前年度までの集計
CREATE TABLE earlier_figures (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL,
  table_no TEXT NOT NULL,
  figure TEXT NOT NULL,
  value INTEGER NOT NULL,
  UNIQUE (fiscal_year, table_no, figure)
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
  figures TEXT,
  snapshot INTEGER
) STRICT;
