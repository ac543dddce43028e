-- What is prepared keeps its order wherever it goes.
ALTER TABLE programme_preparations ADD COLUMN position INTEGER;
UPDATE programme_preparations SET position =
  (SELECT count(*) FROM programme_preparations p
   WHERE p.programme_id = programme_preparations.programme_id AND p.id <= programme_preparations.id);
