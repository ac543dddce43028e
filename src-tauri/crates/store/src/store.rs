//! One open vault: a single connection, questions and acts.

use crate::vault::{DataKey, open};
use crate::{Reader, StoreError, Writer, migrations, triggers, undo};
use chrono::{DateTime, FixedOffset};
use domain::measure::IdSource;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// One open, encrypted vault. Dropping it closes the file and wipes SQLite's copy of the key.
pub struct Store {
    conn: Connection,
    generation: u64,
}

/// What a check of the whole store found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// What SQLCipher and SQLite said, without any content.
    pub detail: String,
}

impl Store {
    /// Opens the store of a file, making its tables when the file is new.
    ///
    /// Errors: wrong key or damage, settings that do not hold, a newer schema.
    pub fn open(path: &Path, key: &DataKey) -> Result<Self, StoreError> {
        Self::prepare(open::connect(path, key)?)
    }

    fn prepare(mut conn: Connection) -> Result<Self, StoreError> {
        migrations::run(&mut conn)?;
        triggers::create(&conn)?;
        Ok(Self { conn, generation: 0 })
    }

    pub(crate) const fn connection(&self) -> &Connection {
        &self.conn
    }

    /// Counts the acts that were kept since opening, housekeeping aside. A long computation that finds it moved
    /// has looked at data of before.
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// Asks. Nothing can be changed while `question` runs.
    pub fn read<T, E: From<StoreError>>(&self, question: impl FnOnce(&Reader) -> Result<T, E>) -> Result<T, E> {
        self.conn.pragma_update(None, "query_only", true).map_err(StoreError::from)?;
        let answer = question(&Reader { conn: &self.conn });
        self.conn.pragma_update(None, "query_only", false).map_err(StoreError::from)?;
        answer
    }

    /// Acts in one transaction: all of it is kept or nothing. An act with a `name` can be undone;
    /// without one it is housekeeping (drafts, the ledger, the log).
    pub fn act<T, E: From<StoreError>>(
        &mut self,
        name: Option<&str>,
        at: DateTime<FixedOffset>,
        ids: &mut IdSource,
        deed: impl FnOnce(&mut Writer) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx =
            self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        undo::begin(&tx, name, at)?;
        let answer = deed(&mut Writer { reader: Reader { conn: &tx }, at, ids })?;
        undo::finish(&tx)?;
        tx.commit().map_err(StoreError::from)?;
        self.generation += u64::from(name.is_some());
        Ok(answer)
    }

    /// Checks every page and every index. The search index is rebuilt when it does not fit its records.
    ///
    /// Returns what was healed; error with what is damaged beyond that.
    pub fn check(&mut self) -> Result<Vec<&'static str>, Damage> {
        open::verify(&self.conn).map_err(|d| Damage { detail: d.to_string() })?;
        let broken = |e: &dyn std::fmt::Display| Damage { detail: e.to_string() };
        let orphans: u32 = self
            .conn
            .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |r| r.get(0))
            .map_err(|e| broken(&e))?;
        if orphans > 0 {
            return Err(Damage { detail: format!("{orphans} records refer to nothing") });
        }
        let mut healed = Vec::new();
        if !triggers::index_fits(&self.conn).map_err(|e| broken(&e))? {
            triggers::rebuild_index(&self.conn).map_err(|e| broken(&e))?;
            healed.push("search_index");
        }
        Ok(healed)
    }
}
