-- People, cases and the road from the entrance to the exit.
-- Dates are ISO texts, perhaps partial (YYYY, YYYY-MM); lists in one text are separated by ";"; NULL is unknown.

-- 地区の一覧（利用者が決める）
CREATE TABLE areas (
  id TEXT PRIMARY KEY,
  area TEXT NOT NULL,
  name TEXT,
  wards TEXT,
  from_on TEXT
) STRICT;

-- 機関と病院
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

-- 支援者・ピア・家族などの人
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
CREATE INDEX people_org_id ON people(org_id);

-- 対象者（その人）。実人数はここで数える。
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

-- ケース（一回の支援）とその人
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

-- 入院
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
) STRICT;
CREATE INDEX admissions_case_id ON admissions(case_id);
CREATE INDEX admissions_org_id ON admissions(org_id);

-- 段階の経過
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
CREATE INDEX stage_events_case_id ON stage_events(case_id);

-- 保留
CREATE TABLE holds (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  from_on TEXT NOT NULL,
  to_on TEXT,
  reason TEXT,
  review_on TEXT,
  note TEXT
) STRICT;
CREATE INDEX holds_case_id ON holds(case_id);

-- 支給決定
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
CREATE INDEX decisions_case_id ON decisions(case_id);

-- 手帳・受給者証など
CREATE TABLE certificates (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  kind TEXT NOT NULL,
  from_on TEXT,
  to_on TEXT,
  grade TEXT,
  number TEXT
) STRICT;
CREATE INDEX certificates_case_id ON certificates(case_id);

-- 出口の見通し
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
CREATE INDEX exit_outlooks_case_id ON exit_outlooks(case_id);
CREATE INDEX exit_outlooks_org_id ON exit_outlooks(org_id);

-- 退院を難しくしている理由
CREATE TABLE obstacles (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  code TEXT NOT NULL,
  noted_on TEXT,
  resolved_on TEXT
) STRICT;
CREATE INDEX obstacles_case_id ON obstacles(case_id);

-- 段階ごとの確認事項
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
CREATE INDEX checklist_items_case_id ON checklist_items(case_id);

-- 住まいの候補
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
CREATE INDEX housing_candidates_case_id ON housing_candidates(case_id);

-- 体験宿泊
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
CREATE INDEX trial_stays_case_id ON trial_stays(case_id);
CREATE INDEX trial_stays_org_id ON trial_stays(org_id);

-- 体験利用
CREATE TABLE trial_uses (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  from_on TEXT NOT NULL,
  service TEXT,
  org_id TEXT REFERENCES organisations(id),
  days INTEGER
) STRICT;
CREATE INDEX trial_uses_case_id ON trial_uses(case_id);
CREATE INDEX trial_uses_org_id ON trial_uses(org_id);

-- 定着の計画
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
CREATE INDEX settlement_plans_case_id ON settlement_plans(case_id);

-- 生活の確認
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
CREATE INDEX life_checks_case_id ON life_checks(case_id);

-- 機関との関係の経過
CREATE TABLE relationship_states (
  id TEXT PRIMARY KEY,
  org_id TEXT NOT NULL REFERENCES organisations(id),
  department TEXT,
  state TEXT NOT NULL,
  on_date TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX relationship_states_org_id ON relationship_states(org_id);
