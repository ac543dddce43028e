//! Rows of one table, added many at a time.

use crate::schema::Field;
use crate::{StoreError, Writer};
use domain::measure::Id;
use rusqlite::{ToSql, params_from_iter};

/// Most rows of one statement.
const MOST: usize = 50;

/// Rows that wait to be added in one statement, all with the same fields.
#[derive(Default)]
pub(super) struct Batch {
    table: &'static str,
    names: Vec<&'static str>,
    rows: Vec<(Id, Vec<Field>)>,
}

impl Batch {
    /// Takes a row; the rows before it are added when it is of another kind or when they are many.
    pub(super) fn take(
        &mut self,
        writer: &mut Writer,
        table: &'static str,
        id: Id,
        fields: Vec<(&'static str, Field)>,
    ) -> Result<(), StoreError> {
        let same = self.table == table && self.names.iter().eq(fields.iter().map(|(name, _)| name));
        if !same || self.rows.len() == MOST {
            self.add(writer)?;
            self.table = table;
            self.names = fields.iter().map(|(name, _)| *name).collect();
        }
        self.rows.push((id, fields.into_iter().map(|(_, field)| field).collect()));
        Ok(())
    }

    /// Adds the rows that wait.
    pub(super) fn add(&mut self, writer: &mut Writer) -> Result<(), StoreError> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let marks = format!("({})", vec!["?"; self.names.len() + 1].join(", "));
        let rows = vec![marks; self.rows.len()].join(", ");
        let sql = format!("INSERT INTO {} (id, {}) VALUES {rows}", self.table, self.names.join(", "));
        let ids: Vec<Field> = self.rows.iter().map(|(id, _)| Field::from(id)).collect();
        let values = ids.iter().zip(&self.rows).flat_map(|(id, (_, fields))| {
            std::iter::once(id as &dyn ToSql).chain(fields.iter().map(|field| field as &dyn ToSql))
        });
        writer.conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        self.rows.clear();
        Ok(())
    }
}
