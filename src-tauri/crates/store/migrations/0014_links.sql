-- Links in texts that are no notes, the moment at which such a text was written, and notes that may become an episode.

-- 活動や回の文にあるリンク。文には「@名前」「#名前」とそのまま残り、同じ言葉はどの文でも同じ先を指す。
CREATE TABLE linked_names (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
  text TEXT NOT NULL,
  case_id TEXT REFERENCES cases(id),
  person_id TEXT REFERENCES people(id),
  org_id TEXT REFERENCES organisations(id),
  UNIQUE (kind, text)
) STRICT;
CREATE INDEX linked_names_case_id ON linked_names(case_id);
CREATE INDEX linked_names_person_id ON linked_names(person_id);
CREATE INDEX linked_names_org_id ON linked_names(org_id);

-- 報告用エピソードの候補: 記録に付けた印。捨てた記録の印は残り、戻せばまた付いている。
CREATE TABLE episodes (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL UNIQUE,
  marked_on TEXT NOT NULL
) STRICT;

-- 記録した日時（実施した日とは別に）
ALTER TABLE activities ADD COLUMN written_at TEXT;
ALTER TABLE support_to_others ADD COLUMN written_at TEXT;
ALTER TABLE sessions ADD COLUMN written_at TEXT;
