-- Papers of the practice: what was copied into the office's own system, and what the person's own page says.

-- 転記済み: 事業所の様式やシステムへ写した記録。捨てた記録の印は残り、戻せばまた付いている。
CREATE TABLE contact_copies (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL UNIQUE,
  copied_on TEXT NOT NULL
) STRICT;

-- 「これからの道のり」に書くことば
CREATE TABLE road_pages (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE REFERENCES cases(id),
  wish TEXT,
  next_step TEXT,
  written_on TEXT
) STRICT;
