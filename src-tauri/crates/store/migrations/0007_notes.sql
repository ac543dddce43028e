-- What a note carries: links, templates, attachments, and what was thrown away.
-- Dates are ISO texts; NULL is unknown.

-- 記録の文にあるリンク。文には「@名前」「#名前」とそのまま残り、ここは指す先だけを持つ。
CREATE TABLE mentions (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
  text TEXT NOT NULL,
  case_id TEXT REFERENCES cases(id),
  person_id TEXT REFERENCES people(id),
  org_id TEXT REFERENCES organisations(id),
  UNIQUE (contact_id, kind, text)
) STRICT;
CREATE INDEX mentions_case_id ON mentions(case_id);
CREATE INDEX mentions_person_id ON mentions(person_id);
CREATE INDEX mentions_org_id ON mentions(org_id);

-- 記録のひな形
CREATE TABLE snippets (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  method TEXT,
  stage TEXT
) STRICT;

-- 記録につけた写真と書類
CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('png', 'jpeg', 'pdf')),
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachments_contact_id ON attachments(contact_id);
CREATE INDEX attachments_sha256 ON attachments(sha256);

-- Their bytes in pieces, by the hash of the whole. Never changed, so an undo needs no copy; cleared when nothing names
-- them any more.
CREATE TABLE attachment_parts (
  sha256 TEXT NOT NULL,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, part)
) STRICT;

-- ごみ箱. One row per record that was thrown away, with all that went with it. Undone, never exported.
CREATE TABLE trash (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  deleted_at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
