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
