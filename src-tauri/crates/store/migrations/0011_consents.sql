-- 意向・同意: what a person agreed to, how it was confirmed, and until when. Nothing is ever struck out: a withdrawal
-- is written beside what was given.
CREATE TABLE consents (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  about TEXT NOT NULL,
  scope TEXT,
  given_on TEXT NOT NULL,
  way TEXT NOT NULL,
  confirmed_by TEXT,
  valid_until TEXT,
  withdrawn_on TEXT,
  withdrawn_reason TEXT
) STRICT;
CREATE INDEX consents_case_id ON consents(case_id);
