//! 元に戻す・やり直す. Every record's change was logged by a trigger; taking an act back is a new act that
//! brings the records to what they were. History is never rewritten: a contact record taken back gets one
//! more revision.

use crate::schema::columns;
use crate::{StoreError, Writer};
use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

/// How many acts can be taken back, at least.
const KEPT: i64 = 500;
/// Acts after which those beyond are let go, together: one by one each act would touch the oldest page as well.
const LET_GO: i64 = 32;

/// What could be taken back or done again now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoState {
    /// Name of the act that an undo would take back.
    pub undo: Option<String>,
    /// Name of the act that a redo would bring again.
    pub redo: Option<String>,
}

/// Begins to log an act. Housekeeping has no name and leaves no trace.
pub(crate) fn begin(
    conn: &Connection,
    name: Option<&str>,
    at: DateTime<FixedOffset>,
) -> Result<(), StoreError> {
    let moment = at.to_rfc3339();
    let act = match name {
        None => None,
        Some(name) => {
            let kind = match name {
                UNDO => "undo",
                REDO => "redo",
                _ => "act",
            };
            let sql = "INSERT INTO undo_acts(name, at, kind) VALUES (?1, ?2, ?3)";
            conn.prepare_cached(sql)?.execute((name, &moment, kind))?;
            Some(conn.last_insert_rowid())
        }
    };
    conn.prepare_cached("UPDATE act SET n = ?1, at = ?2, reason = NULL")?.execute((act, &moment))?;
    Ok(())
}

/// Ends an act: one that changed no record leaves no trace, and a new act ends what could be done again.
pub(crate) fn finish(conn: &Connection) -> Result<(), StoreError> {
    let (act, changed): (Option<i64>, bool) = conn
        .prepare_cached("SELECT n, EXISTS (SELECT 1 FROM undo_rows WHERE row > n << 24) FROM act")?
        .query_row([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let Some(act) = act else { return Ok(()) };
    if changed && act % LET_GO == 0 {
        let oldest = act - KEPT + 1;
        conn.prepare_cached("DELETE FROM undo_rows WHERE row < ?1 << 24")?.execute([oldest])?;
        conn.prepare_cached("DELETE FROM undo_acts WHERE act < ?1")?.execute([oldest])?;
    } else if !changed {
        conn.prepare_cached("DELETE FROM undo_acts WHERE act = ?1")?.execute([act])?;
    }
    conn.prepare_cached("UPDATE act SET n = NULL, reason = NULL")?.execute([])?;
    Ok(())
}

/// Name under which an undo is logged.
pub const UNDO: &str = "Undo";
/// Name under which a redo is logged.
pub const REDO: &str = "Redo";

/// The newest act that stands and can be taken back.
const NEXT_UNDO: &str = "SELECT act, name FROM undo_acts WHERE kind IN ('act', 'redo') AND reverted = 0 ORDER BY act DESC LIMIT 1";
/// The newest undo that stands, unless an act came after it.
const NEXT_REDO: &str = "SELECT act, name FROM undo_acts WHERE kind = 'undo' AND reverted = 0 \
     AND act > coalesce((SELECT max(act) FROM undo_acts WHERE kind = 'act'), 0) ORDER BY act DESC LIMIT 1";

impl crate::Reader<'_> {
    /// What an undo and a redo would do now.
    pub fn undo_state(&self) -> Result<UndoState, StoreError> {
        let undo = self.first(NEXT_UNDO, [], |r| r.text("name"))?;
        let redo = self.first(NEXT_REDO, [], |r| r.text("name"))?;
        Ok(UndoState { undo, redo })
    }
}

impl Writer<'_> {
    /// Gives the reason that revisions of this act will carry.
    pub fn because(&mut self, reason: &str) -> Result<(), StoreError> {
        self.conn.execute("UPDATE act SET reason = ?1", [reason])?;
        Ok(())
    }

    /// Takes the newest act back and gives its name. The door runs it as an act named [`UNDO`].
    ///
    /// Error: [`StoreError::NothingToUndo`].
    pub fn undo(&mut self) -> Result<String, StoreError> {
        self.take_back(NEXT_UNDO)
    }

    /// Does the newest undone act again and gives its name. The door runs it as an act named [`REDO`].
    ///
    /// Error: [`StoreError::NothingToUndo`].
    pub fn redo(&mut self) -> Result<String, StoreError> {
        self.take_back(NEXT_REDO)
    }

    fn take_back(&mut self, which: &str) -> Result<String, StoreError> {
        let own: i64 = self.conn.query_row("SELECT n FROM act", [], |r| r.get(0))?;
        let found = self.first(&which.replacen("ORDER BY", "AND act < :own ORDER BY", 1), [own], |r| {
            Ok((i64::from(r.count("act")?), r.text("name")?))
        })?;
        let (act, name) = found.ok_or(StoreError::NothingToUndo)?;
        self.conn.pragma_update(None, "defer_foreign_keys", true)?;
        let rows =
            self.all("SELECT tbl, op, unpacked(record) AS record FROM undo_rows WHERE row > ?1 << 24 AND row < (?1 + 1) << 24 ORDER BY row DESC", [act], |r| {
                Ok((r.text("tbl")?, r.text("op")?, r.text("record")?))
            })?;
        for (table, op, record) in rows {
            self.bring_back(&table, &op, &record)?;
        }
        self.conn.execute("UPDATE undo_acts SET reverted = 1 WHERE act = ?1", [act])?;
        self.conn.execute("UPDATE undo_acts SET name = ?2 WHERE act = ?1", (own, &name))?;
        Ok(name)
    }

    fn bring_back(&self, table: &str, op: &str, record: &str) -> Result<(), StoreError> {
        let names = columns(self.conn, table)?;
        let sql = match op {
            "-" => format!("DELETE FROM {table} WHERE id = ?1"),
            "+" => {
                let values: Vec<String> = names.iter().map(|n| format!("?1 ->> '$.{n}'")).collect();
                format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "))
            }
            _ => {
                let sets: Vec<String> = names.iter().map(|n| format!("{n} = ?1 ->> '$.{n}'")).collect();
                format!("UPDATE {table} SET {} WHERE id = ?1 ->> '$.id'", sets.join(", "))
            }
        };
        self.conn.prepare_cached(&sql)?.execute([record])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT, LET_GO, begin, finish};
    use crate::triggers::trial::{Trial, issues, moment};

    #[test]
    fn old_acts_are_let_go_and_enough_are_kept() {
        let mut trial = Trial::new("let-go");
        trial.act(&issues("2026-11-02", 0, 1));
        let conn = trial.store.connection();
        conn.execute_batch("BEGIN").unwrap();
        for act in 1..700 {
            begin(conn, Some("Trial"), moment()).unwrap();
            conn.execute_batch(&issues("2026-11-02", act, 1)).unwrap();
            finish(conn).unwrap();
            let count = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, i64>(0)).unwrap();
            let kept = count("SELECT count(*) FROM undo_acts");
            assert_eq!(kept, count("SELECT count(*) FROM undo_rows"));
            let acts = i64::try_from(act).unwrap() + 1;
            assert!((KEPT.min(acts)..KEPT + LET_GO).contains(&kept), "{kept} after {acts}");
        }
        conn.execute_batch("COMMIT").unwrap();
        let name = trial.undo();
        assert_eq!((name.as_str(), trial.search("足りないもの699").len()), ("Trial", 0));
        assert_eq!(trial.search("足りないもの698").len(), 1);
    }
}
