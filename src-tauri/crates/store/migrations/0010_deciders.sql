-- Who decided that a word may stay: the user's name as it was set on that day.
ALTER TABLE redaction_decisions ADD COLUMN decided_by TEXT;
