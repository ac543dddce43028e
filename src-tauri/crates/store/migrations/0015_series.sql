-- くり返しの予定: what each series plans, the days it leaves out, and which plans belong to it. A plan of a series knows the
-- day on which the rule puts it (due_on) and whether it has gone its own way since (apart).
ALTER TABLE recurrences ADD COLUMN pack_key TEXT;
ALTER TABLE recurrences ADD COLUMN ward TEXT;
ALTER TABLE recurrences ADD COLUMN purposes TEXT;
ALTER TABLE recurrences ADD COLUMN travel_minutes INTEGER;
ALTER TABLE recurrences ADD COLUMN programme_id TEXT REFERENCES programmes(id);
ALTER TABLE recurrences ADD COLUMN place TEXT;
ALTER TABLE recurrences ADD COLUMN laid_until TEXT;
ALTER TABLE recurrences ADD COLUMN uid TEXT;
CREATE UNIQUE INDEX recurrences_pack_key ON recurrences(pack_key);
CREATE INDEX recurrences_programme_id ON recurrences(programme_id) WHERE programme_id IS NOT NULL;

-- くり返しの予定で会う人
CREATE TABLE recurrence_cases (
  id TEXT PRIMARY KEY,
  recurrence_id TEXT NOT NULL REFERENCES recurrences(id),
  case_id TEXT NOT NULL REFERENCES cases(id)
) STRICT;
CREATE INDEX recurrence_cases_recurrence_id ON recurrence_cases(recurrence_id);
CREATE INDEX recurrence_cases_case_id ON recurrence_cases(case_id);

-- くり返しの予定が除く日
CREATE TABLE recurrence_exceptions (
  id TEXT PRIMARY KEY,
  recurrence_id TEXT NOT NULL REFERENCES recurrences(id),
  due_on TEXT NOT NULL
) STRICT;
CREATE INDEX recurrence_exceptions_recurrence_id ON recurrence_exceptions(recurrence_id);

ALTER TABLE visits ADD COLUMN recurrence_id TEXT REFERENCES recurrences(id);
ALTER TABLE visits ADD COLUMN due_on TEXT;
ALTER TABLE visits ADD COLUMN apart INTEGER CHECK (apart IN (0, 1));
CREATE INDEX visits_recurrence_id ON visits(recurrence_id) WHERE recurrence_id IS NOT NULL;

ALTER TABLE sessions ADD COLUMN recurrence_id TEXT REFERENCES recurrences(id);
ALTER TABLE sessions ADD COLUMN due_on TEXT;
ALTER TABLE sessions ADD COLUMN apart INTEGER CHECK (apart IN (0, 1));
CREATE INDEX sessions_recurrence_id ON sessions(recurrence_id) WHERE recurrence_id IS NOT NULL;
CREATE INDEX sessions_on_date ON sessions(on_date);

-- What comes from another calendar keeps the name that it has there (uid), so that it never comes twice.
ALTER TABLE appointments ADD COLUMN recurrence_id TEXT REFERENCES recurrences(id);
ALTER TABLE appointments ADD COLUMN due_on TEXT;
ALTER TABLE appointments ADD COLUMN apart INTEGER CHECK (apart IN (0, 1));
ALTER TABLE appointments ADD COLUMN travel_minutes INTEGER;
ALTER TABLE appointments ADD COLUMN place TEXT;
ALTER TABLE appointments ADD COLUMN uid TEXT;
CREATE INDEX appointments_recurrence_id ON appointments(recurrence_id) WHERE recurrence_id IS NOT NULL;
CREATE INDEX appointments_uid ON appointments(uid) WHERE uid IS NOT NULL;

-- 休みの日: the user's own, or those of one hospital; every year or once.
CREATE TABLE days_off (
  id TEXT PRIMARY KEY,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  yearly INTEGER NOT NULL CHECK (yearly IN (0, 1)),
  name TEXT NOT NULL,
  org_id TEXT REFERENCES organisations(id)
) STRICT;
CREATE INDEX days_off_org_id ON days_off(org_id);
