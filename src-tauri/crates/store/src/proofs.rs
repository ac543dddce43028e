//! What an attack on a finished file asks of the store: the notes that must not stand in it, and the proofs of what
//! was tried.

use crate::{Reader, StoreError, Writer};

impl Reader<'_> {
    /// Every note on a person, earlier versions too. Never printed, never logged.
    pub fn notes_on_persons(&self) -> Result<Vec<String>, StoreError> {
        self.all(
            // One row per note.
            "SELECT text AS found FROM contacts WHERE text IS NOT NULL \
             UNION SELECT s FROM contacts WHERE s IS NOT NULL \
             UNION SELECT o FROM contacts WHERE o IS NOT NULL \
             UNION SELECT a FROM contacts WHERE a IS NOT NULL \
             UNION SELECT p FROM contacts WHERE p IS NOT NULL \
             UNION SELECT important FROM contacts WHERE important IS NOT NULL \
             UNION SELECT body FROM contact_revisions WHERE body IS NOT NULL \
             UNION SELECT wish FROM cases WHERE wish IS NOT NULL \
             UNION SELECT diagnosis_text FROM cases WHERE diagnosis_text IS NOT NULL \
             UNION SELECT family_note FROM cases WHERE family_note IS NOT NULL \
             UNION SELECT note FROM admissions WHERE note IS NOT NULL \
             UNION SELECT note FROM holds WHERE note IS NOT NULL \
             UNION SELECT note FROM life_checks WHERE note IS NOT NULL \
             UNION SELECT day_activity FROM settlement_plans WHERE day_activity IS NOT NULL \
             UNION SELECT medication FROM settlement_plans WHERE medication IS NOT NULL \
             UNION SELECT money FROM settlement_plans WHERE money IS NOT NULL \
             UNION SELECT signs FROM crisis_plans WHERE signs IS NOT NULL \
             UNION SELECT own_ways FROM crisis_plans WHERE own_ways IS NOT NULL \
             UNION SELECT wanted FROM crisis_plans WHERE wanted IS NOT NULL \
             UNION SELECT unwanted FROM crisis_plans WHERE unwanted IS NOT NULL \
             UNION SELECT hospital FROM crisis_plans WHERE hospital IS NOT NULL \
             UNION SELECT text FROM tasks",
            [],
            |r| r.text("found"),
        )
    }

    /// The proof that was kept of a file, by the hash of its bytes.
    pub fn proof_of(&self, sha256: &str) -> Result<Option<String>, StoreError> {
        // The one proof of these bytes.
        self.first("SELECT proof FROM release_proofs WHERE sha256 = ?", [sha256], |r| r.text("proof"))
    }
}

impl Writer<'_> {
    /// Keeps the proof of a file; a later one of the same bytes takes its place.
    pub fn keep_proof(&mut self, sha256: &str, proof: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO release_proofs(sha256, proof) VALUES (?1, ?2)
                   ON CONFLICT(sha256) DO UPDATE SET proof = excluded.proof";
        self.conn.prepare_cached(sql)?.execute((sha256, proof))?;
        Ok(())
    }
}
