-- What the columns of an imported list were taken for, by a hash of its head. Not undone, not exported.
CREATE TABLE import_heads (
  head TEXT PRIMARY KEY,
  columns TEXT NOT NULL,
  used_at TEXT NOT NULL
) STRICT;
