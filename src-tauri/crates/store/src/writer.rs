//! Acting. A writer lives inside one transaction of one act.

use crate::schema::Field;
use crate::{Reader, StoreError};
use chrono::{DateTime, FixedOffset};
use domain::measure::{Id, IdSource};
use rusqlite::{ToSql, params_from_iter};

/// The store during one act: everything a reader can do, and changes.
pub struct Writer<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) at: DateTime<FixedOffset>,
    pub(crate) ids: &'a mut IdSource,
    /// A setting was changed.
    pub(crate) set: bool,
}

impl<'a> std::ops::Deref for Writer<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl Writer<'_> {
    /// A fresh identity.
    pub fn new_id(&mut self) -> Id {
        self.ids.next(self.at)
    }
    /// The moment of the act.
    pub const fn at(&self) -> DateTime<FixedOffset> {
        self.at
    }

    /// Adds one record and gives its identity.
    pub(crate) fn insert(&mut self, table: &'static str, fields: &[(&str, Field)]) -> Result<Id, StoreError> {
        let id = self.new_id();
        self.insert_as(table, &id, fields)?;
        Ok(id)
    }

    /// Adds one record under an identity that was given before.
    pub(crate) fn insert_as(
        &mut self,
        table: &'static str,
        id: &Id,
        fields: &[(&str, Field)],
    ) -> Result<(), StoreError> {
        let names: Vec<&str> = fields.iter().map(|(n, _)| *n).collect();
        let marks = vec!["?"; names.len() + 1].join(", ");
        let sql = format!("INSERT INTO {table} (id, {}) VALUES ({marks})", names.join(", "));
        let own = Field::from(id);
        let values = std::iter::once(&own as &dyn ToSql).chain(fields.iter().map(|(_, f)| f as &dyn ToSql));
        self.conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }

    /// Changes fields of one record. Error: [`StoreError::Missing`].
    pub(crate) fn update(
        &mut self,
        table: &'static str,
        id: &Id,
        fields: &[(&str, Field)],
    ) -> Result<(), StoreError> {
        let sets: Vec<String> = fields.iter().map(|(n, _)| format!("{n} = ?")).collect();
        let sql = format!("UPDATE {table} SET {} WHERE id = ?", sets.join(", "));
        let own = Field::from(id);
        let values = fields.iter().map(|(_, f)| f as &dyn ToSql).chain(std::iter::once(&own as &dyn ToSql));
        let changed = self.conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        if changed == 0 { Err(StoreError::Missing(table)) } else { Ok(()) }
    }

    /// Removes one record. Error: [`StoreError::Missing`].
    pub(crate) fn delete(&mut self, table: &'static str, id: &Id) -> Result<(), StoreError> {
        let sql = format!("DELETE FROM {table} WHERE id = ?");
        let changed = self.conn.prepare_cached(&sql)?.execute([id.as_str()])?;
        if changed == 0 { Err(StoreError::Missing(table)) } else { Ok(()) }
    }
}
