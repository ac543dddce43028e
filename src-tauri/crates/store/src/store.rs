//! One open vault: a single connection, questions and acts.

use crate::house::Mark;
use crate::vault::{DataKey, open};
use crate::{Reader, StoreError, Writer, migrations, triggers, undo};
use chrono::{DateTime, FixedOffset};
use domain::measure::IdSource;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// Who is told how far the log of a store has come, and keeps it outside the store.
pub trait Keeper: Send {
    /// An act was kept, and the log ends here. The keeper is dropped after the file was closed.
    fn kept(&mut self, mark: &Mark);
}

/// One open, encrypted vault. Dropping it closes the file and wipes SQLite's copy of the key.
pub struct Store {
    conn: Connection,
    /// True once the triggers stand that follow every change.
    followed: bool,
    generation: u64,
    mark: Mark,
    /// After the connection, so that it is dropped after it.
    keeper: Option<Box<dyn Keeper>>,
}

/// A store whose pages were proven whole and in which nothing was changed yet.
pub struct Examined {
    conn: Connection,
    mark: Mark,
}

impl Examined {
    /// Opens a file and looks at all of it.
    ///
    /// Errors: wrong key or damage, settings that do not hold, a newer schema.
    pub fn of(path: &Path, key: &DataKey) -> Result<Self, StoreError> {
        let conn = open::connect(path, key)?;
        open::verify(&conn)?;
        Self::looked_at(conn)
    }

    fn looked_at(conn: Connection) -> Result<Self, StoreError> {
        let mark = match migrations::version(&conn)? {
            0 => Mark::default(),
            _ => Reader { conn: &conn }.mark()?,
        };
        Ok(Self { conn, mark })
    }

    /// The newest row of its log.
    pub const fn mark(&self) -> &Mark {
        &self.mark
    }

    /// True when its log goes on from `mark` without a break.
    pub fn follows(&self, mark: &Mark) -> Result<bool, StoreError> {
        if self.mark == Mark::default() {
            return Ok(*mark == self.mark);
        }
        Reader { conn: &self.conn }.follows(mark)
    }

    /// The open store. `keeper` hears of every act from now on.
    pub fn open(mut self, keeper: Option<Box<dyn Keeper>>) -> Result<Store, StoreError> {
        migrations::run(&mut self.conn)?;
        // More statements than one room has: the next question must not prepare anew what the last one dropped.
        self.conn.set_prepared_statement_cache_capacity(256);
        triggers::prepare(&self.conn)?;
        Ok(Store { conn: self.conn, followed: false, generation: 0, mark: self.mark, keeper })
    }
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
        Examined::looked_at(open::connect(path, key)?)?.open(None)
    }

    pub(crate) const fn connection(&self) -> &Connection {
        &self.conn
    }

    /// Counts the acts that were kept since opening, and the settings that were changed; housekeeping aside. A long computation that finds it moved
    /// has looked at data of before.
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// Asks. Nothing can be changed while `question` runs.
    pub fn read<T, E: From<StoreError>>(
        &self,
        question: impl FnOnce(&Reader) -> Result<T, E>,
    ) -> Result<T, E> {
        // One look for all its statements: none has to ask anew whether the file has changed.
        let look = self.conn.unchecked_transaction().map_err(StoreError::from)?;
        question(&Reader { conn: &look })
    }

    /// Acts in one transaction: all of it is kept or nothing. An act with a `name` can be undone and leaves a row in
    /// the log; without one it is housekeeping (drafts, the ledger, the log).
    pub fn act<T, E: From<StoreError>>(
        &mut self,
        name: Option<&str>,
        at: DateTime<FixedOffset>,
        ids: &mut IdSource,
        deed: impl FnOnce(&mut Writer) -> Result<T, E>,
    ) -> Result<T, E> {
        if !self.followed {
            triggers::create(&self.conn)?;
            self.followed = true;
        }
        let tx =
            self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        undo::begin(&tx, name, at)?;
        let mut writer = Writer { reader: Reader { conn: &tx }, at, ids, set: false };
        let answer = deed(&mut writer)?;
        let set = writer.set;
        let mut mark = writer.mark()?;
        if let Some(name) = name.filter(|_| mark == self.mark) {
            writer.log_event(name, "", "done")?;
            mark = writer.mark()?;
        }
        triggers::waiting::settle(&tx)?;
        undo::finish(&tx)?;
        tx.commit().map_err(StoreError::from)?;
        self.generation += u64::from(name.is_some() || set);
        if mark != self.mark {
            self.mark = mark;
            if let Some(keeper) = &mut self.keeper {
                keeper.kept(&self.mark);
            }
        }
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
        if !triggers::index::fits(&self.conn).map_err(|e| broken(&e))? {
            triggers::index::rebuild(&self.conn).map_err(|e| broken(&e))?;
            // The records have other numbers now.
            self.generation += 1;
            healed.push("search_index");
        }
        Ok(healed)
    }
}
