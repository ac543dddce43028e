-- What was done in earlier years costs nothing when a screen of today is opened.
CREATE INDEX cases_client_id ON cases(client_id);
CREATE INDEX stage_events_road ON stage_events(case_id, from_on, seq, id, stage);
CREATE INDEX stage_events_closed ON stage_events(case_id, from_on, seq, id) WHERE stage = 'closed';
CREATE INDEX visits_place ON visits(org_id, ward);
CREATE INDEX visits_waiting ON visits(on_date) WHERE coalesce(result, '') NOT IN ('done', 'changed');
CREATE INDEX sessions_waiting ON sessions(on_date) WHERE coalesce(result, '') NOT IN ('done', 'changed');
CREATE INDEX appointments_waiting ON appointments(on_date) WHERE coalesce(result, '') NOT IN ('done', 'changed');
CREATE INDEX admissions_ward ON admissions(org_id, ward);
CREATE INDEX activities_body_org ON activities(body_org, on_date) WHERE body_org IS NOT NULL;
CREATE INDEX support_to_others_on_date ON support_to_others(on_date);
CREATE INDEX tasks_done_on ON tasks(done_on);
