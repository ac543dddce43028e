//! What an import of a list has to know: who and what is there already, and what the columns of a head were taken
//! for last time.

use crate::{Reader, StoreError, Writer};
use domain::measure::Id;
use std::collections::HashSet;

/// A record that is there already, by what makes two of its kind the same.
pub type Mark = (String, String, String);

impl Reader<'_> {
    /// Identity and name of every organisation, the oldest first.
    pub fn organisation_names(&self) -> Result<Vec<(Id, String)>, StoreError> {
        self.all("SELECT id, name FROM organisations ORDER BY id", [], |r| Ok((r.id("id")?, r.text("name")?)))
    }

    /// Notes that are there: case, day, text.
    pub fn contact_marks(&self) -> Result<HashSet<Mark>, StoreError> {
        self.marks("SELECT case_id AS a, on_date AS b, text AS c FROM contacts WHERE case_id IS NOT NULL")
    }

    /// Activities that are there: day, kind, name.
    pub fn activity_marks(&self) -> Result<HashSet<Mark>, StoreError> {
        self.marks("SELECT on_date AS a, kind AS b, name AS c FROM activities")
    }

    /// Figures of hospitals that are there: year, hospital.
    pub fn survey_marks(&self) -> Result<HashSet<Mark>, StoreError> {
        self.marks("SELECT CAST(year AS TEXT) AS a, org_id AS b, '' AS c FROM survey630")
    }

    fn marks(&self, sql: &str) -> Result<HashSet<Mark>, StoreError> {
        let rows = self.all(sql, [], |r| Ok((r.text("a")?, r.text("b")?, r.text("c")?)))?;
        Ok(rows.into_iter().collect())
    }

    /// What the columns of a head were taken for last time.
    pub fn import_columns(&self, head: &str) -> Result<Option<String>, StoreError> {
        self.first("SELECT columns FROM import_heads WHERE head = ?1", [head], |r| r.text("columns"))
    }
}

impl Writer<'_> {
    /// Remembers what the columns of a head were taken for.
    pub fn keep_import_columns(&mut self, head: &str, columns: &str) -> Result<(), StoreError> {
        let at = self.at().to_rfc3339();
        let sql = "INSERT INTO import_heads(head, columns, used_at) VALUES (?1, ?2, ?3)
                   ON CONFLICT(head) DO UPDATE SET columns = excluded.columns, used_at = excluded.used_at";
        self.conn.prepare_cached(sql)?.execute((head, columns, at))?;
        Ok(())
    }
}
