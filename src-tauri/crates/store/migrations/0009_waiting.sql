-- Searchable records that were written a short while ago and wait, folded, for their place in the index. `last_doc` is
-- the last number of their day there. Never exported.
CREATE TABLE search_waiting (
  seq INTEGER PRIMARY KEY,
  last_doc INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  folded TEXT NOT NULL
) STRICT;
