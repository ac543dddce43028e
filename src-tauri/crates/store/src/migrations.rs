//! The schema's steps: forward only, never edited after a release.

use crate::StoreError;
use rusqlite::{Connection, TransactionBehavior};

const STEPS: &[&str] = &[
    include_str!("../migrations/0001_people.sql"),
    include_str!("../migrations/0002_work.sql"),
    include_str!("../migrations/0003_reports.sql"),
    include_str!("../migrations/0004_house.sql"),
    include_str!("../migrations/0005_imports.sql"),
    include_str!("../migrations/0006_proofs.sql"),
    include_str!("../migrations/0007_notes.sql"),
    include_str!("../migrations/0008_papers.sql"),
    include_str!("../migrations/0009_waiting.sql"),
    include_str!("../migrations/0010_deciders.sql"),
    include_str!("../migrations/0011_consents.sql"),
    include_str!("../migrations/0012_searches.sql"),
    include_str!("../migrations/0013_exit.sql"),
    include_str!("../migrations/0014_links.sql"),
    include_str!("../migrations/0015_series.sql"),
    include_str!("../migrations/0016_years.sql"),
    include_str!("../migrations/0017_programmes.sql"),
    include_str!("../migrations/0018_space.sql"),
    include_str!("../migrations/0019_order.sql"),
];

/// Number of steps this program knows.
pub(crate) fn known() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// Number of steps the file has gone.
///
/// Error: [`StoreError::Newer`] when a newer program wrote it.
pub(crate) fn version(conn: &Connection) -> Result<u32, StoreError> {
    let found: u32 = conn.pragma_query_value(None, "user_version", |r| r.get(0))?;
    if found > known() { Err(StoreError::Newer { found, known: known() }) } else { Ok(found) }
}

/// Brings the schema up to date in one transaction.
///
/// Errors: [`StoreError::Newer`] when the file was written by a newer program; it is left untouched.
pub(crate) fn run(conn: &mut Connection) -> Result<(), StoreError> {
    let found = version(conn)?;
    if found == known() {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in &STEPS[found as usize..] {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", known())?;
    tx.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::STEPS;
    use crate::triggers::trial::{Trial, issues};
    use domain::text::fold::grams;

    #[test]
    fn a_vault_from_before_the_waiting_records_keeps_its_records_its_index_and_its_undo() {
        let mut trial = Trial::after("before-waiting", |conn| {
            for step in &STEPS[..8] {
                conn.execute_batch(step).unwrap();
            }
            conn.execute_batch(&issues("2026-11-02", 0, 3)).unwrap();
            conn.execute_batch(
                "INSERT INTO settings(id, value) VALUES ('fold_version', '1');
                 INSERT INTO undo_acts(name, at, kind) VALUES ('WriteIssue', '2026-11-02T09:00:00+09:00', 'act');
                 INSERT INTO undo_rows SELECT (1 << 24) + 1, 'issues', '-', unhex(replace(max(id), '-', '')) FROM issues;
                 INSERT INTO search_docs(doc, kind, record)
                   SELECT 834579968 - substr(id, -1), 'issue', unhex(replace(id, '-', '')) FROM issues;",
            )
            .unwrap();
            for (doc, issue) in (834_579_966..=834_579_968).rev().zip(0..) {
                let grams = grams(&format!("足りないもの{issue}"));
                conn.execute("INSERT INTO search_index(rowid, grams) VALUES (?1, ?2)", (doc, grams)).unwrap();
            }
            conn.pragma_update(None, "user_version", 8).unwrap();
        });
        assert_eq!(trial.search("足りないもの").len(), 3);
        assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new(), "nothing had to be healed");
        assert_eq!(trial.undo(), "WriteIssue");
        trial.act(&issues("2026-11-02", 7, 1));
        let found: Vec<String> = trial.search("足りないもの").into_iter().map(|hit| hit.text).collect();
        assert_eq!(found, ["足りないもの7", "足りないもの1", "足りないもの0"]);
        assert_eq!(trial.store.check().unwrap(), Vec::<&str>::new());
    }
}
