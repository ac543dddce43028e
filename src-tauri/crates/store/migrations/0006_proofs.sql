-- What was tried on a report before it left, by the hash of its bytes: sentences and counts, no names. Not undone,
-- not exported.
CREATE TABLE release_proofs (
  sha256 TEXT PRIMARY KEY,
  proof TEXT NOT NULL
) STRICT;
