CREATE TABLE access_log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  event TEXT NOT NULL,
  object TEXT,
  result TEXT,
  previous TEXT NOT NULL
) STRICT;

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
, written_at TEXT) STRICT;

CREATE TABLE admissions (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  org_id TEXT NOT NULL REFERENCES organisations(id),
  ward TEXT,
  chart_no TEXT,
  admitted_on TEXT NOT NULL,
  admission_form TEXT,
  discharged_on TEXT,
  destination TEXT,
  room TEXT,
  form_history TEXT,
  period_end TEXT,
  committee_on TEXT,
  committee_attended INTEGER CHECK (committee_attended IN (0, 1)),
  discharge_counsellor TEXT REFERENCES people(id),
  attending TEXT REFERENCES people(id),
  primary_nurse TEXT REFERENCES people(id),
  hospital_sw TEXT REFERENCES people(id),
  note TEXT
, discharge_planned_on TEXT) STRICT;

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
, recurrence_id TEXT REFERENCES recurrences(id), due_on TEXT, apart INTEGER CHECK (apart IN (0, 1)), travel_minutes INTEGER, place TEXT, uid TEXT) STRICT;

CREATE TABLE areas (
  id TEXT PRIMARY KEY,
  area TEXT NOT NULL,
  name TEXT,
  wards TEXT,
  from_on TEXT
) STRICT;

CREATE TABLE attachment_parts (
  sha256 TEXT NOT NULL,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, part)
) STRICT;

CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('png', 'jpeg', 'pdf')),
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE attendance (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id),
  case_id TEXT REFERENCES cases(id),
  attendance TEXT NOT NULL,
  remark TEXT,
  label TEXT
) STRICT;

CREATE TABLE attendance_changes (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id),
  case_id TEXT REFERENCES cases(id),
  label TEXT,
  was TEXT,
  became TEXT,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  pack_key TEXT UNIQUE,
  client_id TEXT NOT NULL REFERENCES clients(id),
  origin_area TEXT,
  diagnosis_group TEXT,
  income TEXT,
  identified_on TEXT NOT NULL,
  case_role TEXT,
  closure_reason TEXT,
  case_code TEXT,
  origin_address TEXT,
  wish TEXT,
  wish_on TEXT,
  wished_place TEXT,
  anxieties TEXT,
  intake_route TEXT,
  initiator TEXT,
  project_flag INTEGER CHECK (project_flag IN (0, 1)),
  consent_on TEXT,
  consent_form TEXT,
  diagnosis_text TEXT,
  comorbidity TEXT,
  guardian TEXT,
  key_person TEXT REFERENCES people(id),
  family_note TEXT,
  money_care TEXT,
  main_supporter_org TEXT REFERENCES organisations(id),
  main_supporter_person TEXT REFERENCES people(id),
  closed_on TEXT,
  retention_until TEXT,
  benefit_municipality TEXT,
  welfare_office TEXT,
  residence_register TEXT
) STRICT;

CREATE TABLE certificates (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  kind TEXT NOT NULL,
  from_on TEXT,
  to_on TEXT,
  grade TEXT,
  number TEXT
) STRICT;

CREATE TABLE checklist_items (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  stage TEXT NOT NULL,
  item TEXT NOT NULL,
  done_on TEXT,
  done_by TEXT,
  note TEXT,
  hidden INTEGER CHECK (hidden IN (0, 1)),
  UNIQUE (case_id, stage, item)
) STRICT;

CREATE TABLE clients (
  id TEXT PRIMARY KEY,
  person_key TEXT UNIQUE,
  family_name TEXT,
  given_name TEXT,
  family_kana TEXT,
  given_kana TEXT,
  aliases TEXT,
  sex TEXT,
  birth_date TEXT,
  phone TEXT
) STRICT;

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

CREATE TABLE contact_copies (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL UNIQUE,
  copied_on TEXT NOT NULL
) STRICT;

CREATE TABLE contact_people (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts(id),
  person_id TEXT NOT NULL REFERENCES people(id),
  role TEXT
) STRICT;

CREATE TABLE contact_revisions (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL,
  revision_no INTEGER NOT NULL,
  replaced_at TEXT,
  reason TEXT,
  body TEXT
) STRICT;

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

CREATE TABLE crisis_calls (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  seq INTEGER,
  who TEXT,
  phone TEXT,
  hours TEXT
) STRICT;

CREATE TABLE crisis_plans (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE REFERENCES cases(id),
  made_on TEXT,
  well TEXT,
  signs TEXT,
  own_ways TEXT,
  wanted TEXT,
  unwanted TEXT,
  hospital TEXT
) STRICT;

CREATE TABLE days_off (
  id TEXT PRIMARY KEY,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  yearly INTEGER NOT NULL CHECK (yearly IN (0, 1)),
  name TEXT NOT NULL,
  org_id TEXT REFERENCES organisations(id)
) STRICT;

CREATE TABLE decisions (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  service TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  ended_on TEXT,
  end_reason TEXT,
  municipality TEXT,
  renewal_no INTEGER,
  certificate_no TEXT
) STRICT;

CREATE TABLE drafts (
  place TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE earlier_figures (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL,
  table_no TEXT NOT NULL,
  figure TEXT NOT NULL,
  value INTEGER NOT NULL,
  UNIQUE (fiscal_year, table_no, figure)
) STRICT;

CREATE TABLE episodes (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL UNIQUE,
  marked_on TEXT NOT NULL
) STRICT;

CREATE TABLE exit_outlooks (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  line TEXT NOT NULL,
  wish TEXT,
  idea TEXT,
  org_id TEXT REFERENCES organisations(id),
  certainty TEXT,
  updated_on TEXT,
  UNIQUE (case_id, line)
) STRICT;

CREATE TABLE expansion_steps (
  id TEXT PRIMARY KEY,
  area TEXT NOT NULL,
  step TEXT NOT NULL,
  on_date TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE holds (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  from_on TEXT NOT NULL,
  to_on TEXT,
  reason TEXT,
  review_on TEXT,
  note TEXT
) STRICT;

CREATE TABLE housing_candidates (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  seen_on TEXT,
  name TEXT,
  address TEXT,
  landlord TEXT,
  agent TEXT,
  rent INTEGER,
  initial_cost INTEGER,
  guarantor_kind TEXT,
  condition_told TEXT,
  result TEXT,
  reason TEXT
) STRICT;

CREATE TABLE import_heads (
  head TEXT PRIMARY KEY,
  columns TEXT NOT NULL,
  used_at TEXT NOT NULL
) STRICT;

CREATE TABLE issues (
  id TEXT PRIMARY KEY,
  on_date TEXT NOT NULL,
  text TEXT NOT NULL,
  tags TEXT,
  case_id TEXT REFERENCES cases(id),
  org_id TEXT REFERENCES organisations(id),
  status TEXT
) STRICT;

CREATE TABLE life_checks (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  on_date TEXT NOT NULL,
  method TEXT,
  sleep INTEGER,
  meals INTEGER,
  medicine INTEGER,
  money INTEGER,
  neighbours INTEGER,
  loneliness INTEGER,
  note TEXT
) STRICT;

CREATE TABLE linked_names (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
  text TEXT NOT NULL,
  case_id TEXT REFERENCES cases(id),
  person_id TEXT REFERENCES people(id),
  org_id TEXT REFERENCES organisations(id),
  UNIQUE (kind, text)
) STRICT;

CREATE TABLE list_filters (
  list TEXT PRIMARY KEY,
  query TEXT NOT NULL
) STRICT;

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

CREATE TABLE obstacles (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  code TEXT NOT NULL,
  noted_on TEXT,
  resolved_on TEXT
) STRICT;

CREATE TABLE organisations (
  id TEXT PRIMARY KEY,
  pack_key TEXT UNIQUE,
  name TEXT NOT NULL,
  kana TEXT,
  type TEXT,
  area TEXT,
  ward_area TEXT,
  psychiatric_beds INTEGER,
  experience TEXT,
  relationship_state TEXT,
  note TEXT,
  address TEXT,
  phone TEXT,
  designated_number TEXT,
  first_case_on TEXT,
  closed_to_visits_from TEXT,
  closed_to_visits_to TEXT
) STRICT;

CREATE TABLE participants (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programmes(id),
  case_id TEXT REFERENCES cases(id),
  label TEXT,
  joined_on TEXT,
  left_on TEXT,
  reason TEXT
) STRICT;

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

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  pack_key TEXT UNIQUE,
  name TEXT NOT NULL,
  kana TEXT,
  org_id TEXT REFERENCES organisations(id),
  job TEXT,
  department TEXT,
  role TEXT,
  met_on TEXT,
  met_how TEXT,
  introduced_by TEXT REFERENCES people(id),
  from_on TEXT,
  to_on TEXT,
  phone TEXT,
  relation TEXT,
  care_note TEXT
) STRICT;

CREATE TABLE programme_organisers (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programmes(id),
  org_id TEXT REFERENCES organisations(id),
  side TEXT,
  role TEXT
) STRICT;

CREATE TABLE programme_preparations (
  id TEXT PRIMARY KEY,
  programme_id TEXT NOT NULL REFERENCES programmes(id),
  item TEXT NOT NULL,
  done_on TEXT
, position INTEGER) STRICT;

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
, default_attendance TEXT) STRICT;

CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  month TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT,
  area TEXT,
  audience TEXT
) STRICT;

CREATE TABLE recurrence_cases (
  id TEXT PRIMARY KEY,
  recurrence_id TEXT NOT NULL REFERENCES recurrences(id),
  case_id TEXT NOT NULL REFERENCES cases(id)
) STRICT;

CREATE TABLE recurrence_exceptions (
  id TEXT PRIMARY KEY,
  recurrence_id TEXT NOT NULL REFERENCES recurrences(id),
  due_on TEXT NOT NULL
) STRICT;

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
, pack_key TEXT, ward TEXT, purposes TEXT, travel_minutes INTEGER, programme_id TEXT REFERENCES programmes(id), place TEXT, laid_until TEXT, uid TEXT) STRICT;

CREATE TABLE redaction_decisions (
  id TEXT PRIMARY KEY,
  word TEXT NOT NULL,
  level TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT,
  decided_at TEXT NOT NULL, decided_by TEXT,
  UNIQUE (word, level)
) STRICT;

CREATE TABLE relationship_states (
  id TEXT PRIMARY KEY,
  org_id TEXT NOT NULL REFERENCES organisations(id),
  department TEXT,
  state TEXT NOT NULL,
  on_date TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE release_proofs (
  sha256 TEXT PRIMARY KEY,
  proof TEXT NOT NULL
) STRICT;

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

CREATE TABLE report_sections (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL,
  section TEXT NOT NULL,
  text TEXT,
  UNIQUE (fiscal_year, section)
) STRICT;

CREATE TABLE road_pages (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE REFERENCES cases(id),
  wish TEXT,
  next_step TEXT,
  written_on TEXT
) STRICT;

CREATE TABLE saved_searches (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('records', 'people')),
  query TEXT NOT NULL
) STRICT;

CREATE TABLE search_docs (
  doc INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record ANY NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5(
  grams,
  content = '',
  contentless_delete = 1,
  tokenize = "ascii tokenchars '!#$%&*+-./<=>@[\]^_`{|}~'''"
);

CREATE TABLE search_waiting (
  seq INTEGER PRIMARY KEY,
  last_doc INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  folded TEXT NOT NULL
) STRICT;

CREATE TABLE session_staff (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id),
  person_id TEXT REFERENCES people(id),
  org_id TEXT REFERENCES organisations(id),
  role TEXT
) STRICT;

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
  result TEXT, written_at TEXT, recurrence_id TEXT REFERENCES recurrences(id), due_on TEXT, apart INTEGER CHECK (apart IN (0, 1)),
  UNIQUE (programme_id, session_no)
) STRICT;

CREATE TABLE settings (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE settlement_plans (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  planned_on TEXT,
  day_activity TEXT,
  medication TEXT,
  money TEXT,
  crisis_plan TEXT,
  contact_order TEXT,
  supporters TEXT
) STRICT;

CREATE TABLE settlement_supporters (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  seq INTEGER,
  role TEXT,
  name TEXT,
  contact TEXT,
  first_weeks TEXT,
  first_months TEXT,
  later TEXT
) STRICT;

CREATE TABLE snippets (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  method TEXT,
  stage TEXT
) STRICT;

CREATE TABLE stage_events (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  stage TEXT NOT NULL,
  from_on TEXT NOT NULL,
  seq INTEGER,
  reason TEXT,
  decided_with TEXT,
  skipped TEXT
) STRICT;

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
, written_at TEXT) STRICT;

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

CREATE TABLE survey630_discharges (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  org_id TEXT NOT NULL REFERENCES organisations(id),
  destination TEXT NOT NULL,
  all_count INTEGER,
  ge1y INTEGER
) STRICT;

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
, discharged_on TEXT, days_after INTEGER) STRICT;

CREATE TABLE trash (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  deleted_at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE trial_stays (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  from_on TEXT NOT NULL,
  to_on TEXT,
  org_id TEXT REFERENCES organisations(id),
  nights INTEGER,
  purpose TEXT,
  result TEXT,
  person_view TEXT,
  staff_view TEXT
) STRICT;

CREATE TABLE trial_uses (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  from_on TEXT NOT NULL,
  service TEXT,
  org_id TEXT REFERENCES organisations(id),
  days INTEGER
) STRICT;

CREATE TABLE undo_acts (
  act INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('act', 'undo', 'redo')),
  reverted INTEGER NOT NULL DEFAULT 0 CHECK (reverted IN (0, 1))
) STRICT;

CREATE TABLE undo_rows (
  row INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('+', '=', '-')),
  record ANY NOT NULL
) STRICT;

CREATE TABLE visit_cases (
  id TEXT PRIMARY KEY,
  visit_id TEXT NOT NULL REFERENCES visits(id),
  case_id TEXT NOT NULL REFERENCES cases(id),
  planned INTEGER CHECK (planned IN (0, 1)),
  outcome TEXT
) STRICT;

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
, recurrence_id TEXT REFERENCES recurrences(id), due_on TEXT, apart INTEGER CHECK (apart IN (0, 1))) STRICT;

CREATE TABLE year_aims (
  id TEXT PRIMARY KEY,
  fiscal_year INTEGER NOT NULL,
  aim TEXT NOT NULL,
  UNIQUE (fiscal_year)
) STRICT;

CREATE INDEX activities_body_org ON activities(body_org, on_date) WHERE body_org IS NOT NULL;

CREATE INDEX activities_on_date ON activities(on_date);

CREATE INDEX admissions_case_id ON admissions(case_id);

CREATE INDEX admissions_ward ON admissions(org_id, ward);

CREATE INDEX appointments_case_id ON appointments(case_id);

CREATE INDEX appointments_on_date ON appointments(on_date);

CREATE INDEX appointments_org_id ON appointments(org_id);

CREATE INDEX appointments_recurrence_id ON appointments(recurrence_id) WHERE recurrence_id IS NOT NULL;

CREATE INDEX appointments_uid ON appointments(uid) WHERE uid IS NOT NULL;

CREATE INDEX appointments_waiting ON appointments(on_date) WHERE coalesce(result, '') NOT IN ('done', 'changed');

CREATE INDEX attachments_contact_id ON attachments(contact_id);

CREATE INDEX attachments_sha256 ON attachments(sha256);

CREATE INDEX attendance_case_id ON attendance(case_id);

CREATE INDEX attendance_changes_case_id ON attendance_changes(case_id);

CREATE INDEX attendance_changes_session_id ON attendance_changes(session_id);

CREATE INDEX attendance_session_id ON attendance(session_id);

CREATE INDEX cases_client_id ON cases(client_id);

CREATE INDEX certificates_case_id ON certificates(case_id);

CREATE INDEX consents_case_id ON consents(case_id);

CREATE INDEX contact_people_contact_id ON contact_people(contact_id);

CREATE INDEX contact_revisions_contact_id ON contact_revisions(contact_id);

CREATE INDEX contacts_case_id ON contacts(case_id, on_date, method, counterpart);

CREATE INDEX contacts_on_date ON contacts(on_date);

CREATE INDEX contacts_org_id ON contacts(org_id) WHERE org_id IS NOT NULL;

CREATE INDEX contacts_session_id ON contacts(session_id) WHERE session_id IS NOT NULL;

CREATE INDEX contacts_visit_id ON contacts(visit_id) WHERE visit_id IS NOT NULL;

CREATE INDEX crisis_calls_case_id ON crisis_calls(case_id);

CREATE INDEX days_off_org_id ON days_off(org_id);

CREATE INDEX decisions_case_id ON decisions(case_id);

CREATE INDEX exit_outlooks_org_id ON exit_outlooks(org_id);

CREATE INDEX holds_case_id ON holds(case_id);

CREATE INDEX housing_candidates_case_id ON housing_candidates(case_id);

CREATE INDEX issues_case_id ON issues(case_id);

CREATE INDEX issues_org_id ON issues(org_id);

CREATE INDEX life_checks_case_id ON life_checks(case_id);

CREATE INDEX linked_names_case_id ON linked_names(case_id);

CREATE INDEX linked_names_org_id ON linked_names(org_id);

CREATE INDEX linked_names_person_id ON linked_names(person_id);

CREATE INDEX mentions_case_id ON mentions(case_id);

CREATE INDEX mentions_org_id ON mentions(org_id);

CREATE INDEX mentions_person_id ON mentions(person_id);

CREATE INDEX obstacles_case_id ON obstacles(case_id);

CREATE INDEX participants_case_id ON participants(case_id);

CREATE INDEX participants_programme_id ON participants(programme_id);

CREATE INDEX peer_activities_person_id ON peer_activities(person_id, on_date);

CREATE INDEX peer_activities_session_id ON peer_activities(session_id) WHERE session_id IS NOT NULL;

CREATE INDEX people_org_id ON people(org_id);

CREATE INDEX programme_organisers_org_id ON programme_organisers(org_id);

CREATE INDEX programme_organisers_programme_id ON programme_organisers(programme_id);

CREATE INDEX programme_preparations_programme_id ON programme_preparations(programme_id);

CREATE INDEX programmes_org_id ON programmes(org_id);

CREATE INDEX recurrence_cases_case_id ON recurrence_cases(case_id);

CREATE INDEX recurrence_cases_recurrence_id ON recurrence_cases(recurrence_id);

CREATE INDEX recurrence_exceptions_recurrence_id ON recurrence_exceptions(recurrence_id);

CREATE INDEX recurrences_org_id ON recurrences(org_id);

CREATE UNIQUE INDEX recurrences_pack_key ON recurrences(pack_key);

CREATE INDEX recurrences_programme_id ON recurrences(programme_id) WHERE programme_id IS NOT NULL;

CREATE INDEX relationship_states_org_id ON relationship_states(org_id);

CREATE INDEX session_staff_org_id ON session_staff(org_id);

CREATE INDEX session_staff_session_id ON session_staff(session_id);

CREATE INDEX sessions_on_date ON sessions(on_date);

CREATE INDEX sessions_recurrence_id ON sessions(recurrence_id) WHERE recurrence_id IS NOT NULL;

CREATE INDEX sessions_waiting ON sessions(on_date) WHERE coalesce(result, '') NOT IN ('done', 'changed');

CREATE INDEX settlement_plans_case_id ON settlement_plans(case_id);

CREATE INDEX settlement_supporters_case_id ON settlement_supporters(case_id);

CREATE INDEX stage_events_closed ON stage_events(case_id, from_on, seq, id) WHERE stage = 'closed';

CREATE INDEX stage_events_road ON stage_events(case_id, from_on, seq, id, stage);

CREATE INDEX support_to_others_case_id ON support_to_others(case_id);

CREATE INDEX support_to_others_on_date ON support_to_others(on_date);

CREATE INDEX support_to_others_org_id ON support_to_others(org_id);

CREATE INDEX survey630_discharges_org_id ON survey630_discharges(org_id);

CREATE INDEX survey630_org_id ON survey630(org_id);

CREATE INDEX tasks_case_id ON tasks(case_id);

CREATE INDEX tasks_contact_id ON tasks(contact_id);

CREATE INDEX tasks_done_on ON tasks(done_on);

CREATE INDEX tasks_org_id ON tasks(org_id);

CREATE INDEX trial_stays_case_id ON trial_stays(case_id);

CREATE INDEX trial_stays_org_id ON trial_stays(org_id);

CREATE INDEX trial_uses_case_id ON trial_uses(case_id);

CREATE INDEX trial_uses_org_id ON trial_uses(org_id);

CREATE INDEX visit_cases_case_id ON visit_cases(case_id);

CREATE INDEX visit_cases_visit_id ON visit_cases(visit_id);

CREATE INDEX visits_on_date ON visits(on_date);

CREATE INDEX visits_place ON visits(org_id, ward);

CREATE INDEX visits_recurrence_id ON visits(recurrence_id) WHERE recurrence_id IS NOT NULL;

CREATE INDEX visits_waiting ON visits(on_date) WHERE coalesce(result, '') NOT IN ('done', 'changed');
