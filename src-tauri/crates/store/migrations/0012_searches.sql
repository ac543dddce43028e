-- Searches of one's own, and what each list is narrowed by. Never what was once asked.

-- 残した探し方. `place` is the list that is asked: records or people. Undone, never exported.
CREATE TABLE saved_searches (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('records', 'people')),
  query TEXT NOT NULL
) STRICT;

-- What a list stays narrowed by: the conditions that are chosen there, without words. Not undone, not exported.
CREATE TABLE list_filters (
  list TEXT PRIMARY KEY,
  query TEXT NOT NULL
) STRICT;
