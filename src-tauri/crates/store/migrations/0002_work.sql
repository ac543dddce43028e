-- Visits, programmes, contacts, activities and what follows from them.
-- Dates are ISO texts, perhaps partial (YYYY, YYYY-MM); lists in one text are separated by ";"; NULL is unknown.

-- くり返しの予定
CREATE TABLE recurrences (
  id TEXT PRIMARY KEY,
  starts TEXT NOT NULL,
  ends TEXT,
  kind TEXT,
  rule TEXT,
  holiday_rule TEXT,
  title TEXT,
  org_id TEXT REFERENCES organisations(id),
  start_time TEXT,
  end_time TEXT
) STRICT;
CREATE INDEX recurrences_org_id ON recurrences(org_id);

-- 訪問
CREATE TABLE visits (
  id TEXT PRIMARY KEY,
  pack_key TEXT UNIQUE,
  on_date TEXT NOT NULL,
  start_time TEXT,
  end_time TEXT,
  org_id TEXT REFERENCES organisations(id),
  ward TEXT,
  purposes TEXT,
  travel_minutes INTEGER,
  materials TEXT,
  result TEXT,
  reason TEXT,
  ward_note TEXT
) STRICT;
CREATE INDEX visits_org_id ON visits(org_id);
CREATE INDEX visits_on_date ON visits(on_date);

-- 訪問で会う予定の人と結果
CREATE TABLE visit_cases (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visits(id),
  case_id TEXT NOT NULL REFERENCES cases(id),
  planned INTEGER CHECK (planned IN (0, 1)),
  outcome TEXT
) STRICT;
CREATE INDEX visit_cases_visit_id ON visit_cases(visit_id);
CREATE INDEX visit_cases_case_id ON visit_cases(case_id);

-- その他の予定
CREATE TABLE appointments (
  id TEXT PRIMARY KEY,
  on_date TEXT NOT NULL,
  start_time TEXT,
  end_time TEXT,
  kind TEXT NOT NULL,
  title TEXT,
  case_id TEXT REFERENCES cases(id),
  org_id TEXT REFERENCES organisations(id),
  result TEXT,
  reason TEXT
) STRICT;
CREATE INDEX appointments_case_id ON appointments(case_id);
CREATE INDEX appointments_org_id ON appointments(org_id);
CREATE INDEX appointments_on_date ON appointments(on_date);

-- 退院プログラム
CREATE TABLE programmes (
  id TEXT PRIMARY KEY,
  pack_key TEXT UNIQUE,
  name TEXT NOT NULL,
  org_id TEXT REFERENCES organisations(id),
  starts TEXT,
  ends TEXT,
  status TEXT,
  aim TEXT,
  planned_sessions INTEGER,
  eligibility TEXT,
  cost TEXT
) STRICT;
CREATE INDEX programmes_org_id ON programmes(org_id);

-- 主催・共催・協力
CREATE TABLE programme_organisers (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programmes(id),
  org_id TEXT REFERENCES organisations(id),
  side TEXT,
  role TEXT
) STRICT;
CREATE INDEX programme_organisers_programme_id ON programme_organisers(programme_id);
CREATE INDEX programme_organisers_org_id ON programme_organisers(org_id);

-- 準備の確認事項
CREATE TABLE programme_preparations (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programmes(id),
  item TEXT NOT NULL,
  done_on TEXT
) STRICT;
CREATE INDEX programme_preparations_programme_id ON programme_preparations(programme_id);

-- プログラムの参加者名簿
CREATE TABLE participants (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programmes(id),
  case_id TEXT REFERENCES cases(id),
  label TEXT,
  joined_on TEXT,
  left_on TEXT,
  reason TEXT
) STRICT;
CREATE INDEX participants_programme_id ON participants(programme_id);
CREATE INDEX participants_case_id ON participants(case_id);

-- プログラムの回
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programmes(id),
  session_no INTEGER NOT NULL,
  on_date TEXT NOT NULL,
  start_time TEXT,
  end_time TEXT,
  place TEXT,
  theme TEXT,
  peer_supporters TEXT,
  contents TEXT,
  materials TEXT,
  staff_medical INTEGER,
  staff_support INTEGER,
  staff_municipal INTEGER,
  observers INTEGER,
  cancelled_reason TEXT,
  good TEXT,
  concern TEXT,
  words TEXT,
  next TEXT,
  result TEXT,
  UNIQUE (programme_id, session_no)
) STRICT;
CREATE INDEX sessions_programme_id ON sessions(programme_id);

-- 回の職員
CREATE TABLE session_staff (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id),
  person_id TEXT REFERENCES people(id),
  org_id TEXT REFERENCES organisations(id),
  role TEXT
) STRICT;
CREATE INDEX session_staff_org_id ON session_staff(org_id);
CREATE INDEX session_staff_session_id ON session_staff(session_id);

-- 出欠
CREATE TABLE attendance (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id),
  case_id TEXT REFERENCES cases(id),
  attendance TEXT NOT NULL,
  remark TEXT,
  label TEXT
) STRICT;
CREATE INDEX attendance_case_id ON attendance(case_id);
CREATE INDEX attendance_session_id ON attendance(session_id);

-- 支援経過記録
CREATE TABLE contacts (
  id TEXT PRIMARY KEY,
  pack_key TEXT UNIQUE,
  session_id TEXT REFERENCES sessions(id),
  case_id TEXT REFERENCES cases(id),
  on_date TEXT NOT NULL,
  minutes INTEGER,
  method TEXT,
  counterpart TEXT,
  text TEXT,
  start_time TEXT,
  end_time TEXT,
  minutes_estimated INTEGER CHECK (minutes_estimated IN (0, 1)),
  place TEXT,
  org_id TEXT REFERENCES organisations(id),
  participants INTEGER,
  content_kinds TEXT,
  s TEXT,
  o TEXT,
  a TEXT,
  p TEXT,
  important TEXT,
  outcome TEXT,
  visit_id TEXT REFERENCES visits(id),
  stage_at_time TEXT,
  written_at TEXT,
  source TEXT,
  transcribed_on TEXT
) STRICT;
-- Covers what lists and alerts ask of every contact, so that they never touch the texts.
CREATE INDEX contacts_case_id ON contacts(case_id, on_date, method, counterpart);
CREATE INDEX contacts_org_id ON contacts(org_id) WHERE org_id IS NOT NULL;
CREATE INDEX contacts_visit_id ON contacts(visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX contacts_session_id ON contacts(session_id) WHERE session_id IS NOT NULL;
CREATE INDEX contacts_on_date ON contacts(on_date);

-- 記録に出る人
CREATE TABLE contact_people (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  person_id TEXT NOT NULL REFERENCES people(id),
  role TEXT
) STRICT;
CREATE INDEX contact_people_contact_id ON contact_people(contact_id);

-- 記録の訂正前の版
CREATE TABLE contact_revisions (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL,
  revision_no INTEGER NOT NULL,
  replaced_at TEXT,
  reason TEXT,
  body TEXT
) STRICT;
CREATE INDEX contact_revisions_contact_id ON contact_revisions(contact_id);

-- 次の一手
CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  created_on TEXT,
  case_id TEXT REFERENCES cases(id),
  contact_id TEXT REFERENCES contacts(id),
  org_id TEXT REFERENCES organisations(id),
  text TEXT NOT NULL,
  owner TEXT,
  due_on TEXT,
  done_on TEXT
) STRICT;
CREATE INDEX tasks_case_id ON tasks(case_id);
CREATE INDEX tasks_contact_id ON tasks(contact_id);
CREATE INDEX tasks_org_id ON tasks(org_id);

-- 会議・事業説明・研修など
CREATE TABLE activities (
  id TEXT PRIMARY KEY,
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT,
  minutes INTEGER,
  participants INTEGER,
  participants_medical INTEGER,
  participants_support INTEGER,
  participants_municipal INTEGER,
  participants_peer_family INTEGER,
  content TEXT,
  start_time TEXT,
  body_org TEXT REFERENCES organisations(id),
  area TEXT,
  participants_housing INTEGER,
  participants_other INTEGER,
  partner_role TEXT,
  aim TEXT,
  decisions TEXT,
  homework TEXT,
  reaction TEXT,
  materials TEXT
) STRICT;
CREATE INDEX activities_on_date ON activities(on_date);

-- 支援者への支援
CREATE TABLE support_to_others (
  id TEXT PRIMARY KEY,
  on_date TEXT NOT NULL,
  org_id TEXT NOT NULL REFERENCES organisations(id),
  kind TEXT NOT NULL,
  theme TEXT,
  theme_codes TEXT,
  case_id TEXT REFERENCES cases(id),
  minutes INTEGER,
  change_seen TEXT
) STRICT;
CREATE INDEX support_to_others_org_id ON support_to_others(org_id);
CREATE INDEX support_to_others_case_id ON support_to_others(case_id);

-- 情報発信
CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT,
  area TEXT,
  audience TEXT
) STRICT;

-- 気づき
CREATE TABLE issues (
  id TEXT PRIMARY KEY,
  on_date TEXT NOT NULL,
  text TEXT NOT NULL,
  tags TEXT,
  case_id TEXT REFERENCES cases(id),
  org_id TEXT REFERENCES organisations(id),
  status TEXT
) STRICT;
CREATE INDEX issues_case_id ON issues(case_id);
CREATE INDEX issues_org_id ON issues(org_id);

-- 地区ごとの展開
CREATE TABLE expansion_steps (
  id TEXT PRIMARY KEY,
  area TEXT NOT NULL,
  step TEXT NOT NULL,
  on_date TEXT NOT NULL,
  note TEXT
) STRICT;

-- 年度のねらい
CREATE TABLE year_aims (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL,
  aim TEXT NOT NULL,
  UNIQUE (fiscal_year)
) STRICT;

-- 病院データ（630型）
CREATE TABLE survey630 (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  org_id TEXT NOT NULL REFERENCES organisations(id),
  beds INTEGER,
  inpatients INTEGER,
  los_lt_3m INTEGER,
  los_3m_1y INTEGER,
  los_1_5y INTEGER,
  los_5_10y INTEGER,
  los_10_20y INTEGER,
  los_ge_20y INTEGER,
  ge1y_lt65 INTEGER,
  ge1y_ge65 INTEGER,
  involuntary INTEGER,
  medical_protection INTEGER,
  voluntary INTEGER,
  other_form INTEGER,
  june_admissions INTEGER,
  june_discharges INTEGER,
  annual_inpatient_days INTEGER,
  annual_admissions INTEGER,
  annual_discharges INTEGER,
  monthly_discharges TEXT,
  source TEXT,
  publishable INTEGER CHECK (publishable IN (0, 1))
) STRICT;
CREATE INDEX survey630_org_id ON survey630(org_id);

-- 6月の退院先（630型）
CREATE TABLE survey630_discharges (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  org_id TEXT NOT NULL REFERENCES organisations(id),
  destination TEXT NOT NULL,
  all_count INTEGER,
  ge1y INTEGER
) STRICT;
CREATE INDEX survey630_discharges_org_id ON survey630_discharges(org_id);
