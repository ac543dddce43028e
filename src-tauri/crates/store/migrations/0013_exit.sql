-- What carries a person after the discharge: who comes when, the crisis plan, and what a discharge sets in motion.

-- 定着の計画: who comes when, in the order of the plan.
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
CREATE INDEX settlement_supporters_case_id ON settlement_supporters(case_id);

-- クライシスプラン.
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

-- クライシスプラン: whom to call, in the order in which they are called.
CREATE TABLE crisis_calls (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases(id),
  seq INTEGER,
  who TEXT,
  phone TEXT,
  hours TEXT
) STRICT;
CREATE INDEX crisis_calls_case_id ON crisis_calls(case_id);

-- 退院予定日.
ALTER TABLE admissions ADD COLUMN discharge_planned_on TEXT;

-- The discharge after which a task is due, and how many days after it.
ALTER TABLE tasks ADD COLUMN discharged_on TEXT;
ALTER TABLE tasks ADD COLUMN days_after INTEGER;
