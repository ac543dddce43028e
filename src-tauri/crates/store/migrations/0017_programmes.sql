-- What a programme begins with in the list of a session, corrections of attendance, and the record of each peer supporter.

-- 出席をつけるときの初めの値（全員出席・全員欠席）
ALTER TABLE programmes ADD COLUMN default_attendance TEXT;

-- 出欠の訂正: what stood there before, and when it was changed.
CREATE TABLE attendance_changes (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id),
  case_id TEXT REFERENCES cases(id),
  label TEXT,
  was TEXT,
  became TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX attendance_changes_session_id ON attendance_changes(session_id);
CREATE INDEX attendance_changes_case_id ON attendance_changes(case_id);

-- ピアサポーターの活動: 謝金・実費・体調面の配慮。回に出た分は、その回を指す。
CREATE TABLE peer_activities (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people(id),
  session_id TEXT REFERENCES sessions(id),
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL,
  minutes INTEGER,
  fee INTEGER,
  expenses INTEGER,
  paid_on TEXT,
  care TEXT,
  note TEXT
) STRICT;
CREATE INDEX peer_activities_person_id ON peer_activities(person_id, on_date);
CREATE INDEX peer_activities_session_id ON peer_activities(session_id) WHERE session_id IS NOT NULL;
