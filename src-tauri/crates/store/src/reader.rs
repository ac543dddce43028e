//! Asking. A reader cannot change anything: SQLite is asked of every statement whether it only reads.

use crate::StoreError;
use domain::calendar::PartialDate;
use domain::measure::Id;
use rusqlite::types::FromSql;
use rusqlite::{CachedStatement, Connection, Params};

/// A view of the store during one question.
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
}

/// One row of an answer, read by the name of its columns.
pub struct Row<'a> {
    row: &'a rusqlite::Row<'a>,
    /// Names of the columns; SQLite would be asked for each of them again with every value.
    names: &'a [String],
}

impl Row<'_> {
    fn get<T: FromSql>(&self, name: &str) -> Result<T, StoreError> {
        let Some(at) = self.names.iter().position(|column| column == name) else {
            return Ok(self.row.get(name)?);
        };
        Ok(self.row.get(at)?)
    }
    /// Text; unknown is empty.
    pub fn text(&self, name: &str) -> Result<String, StoreError> {
        Ok(self.get::<Option<String>>(name)?.unwrap_or_default())
    }
    /// Text, or `None` where unknown.
    pub fn maybe(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.get(name)
    }
    /// Whole number, or `None` where unknown.
    pub fn number(&self, name: &str) -> Result<Option<u32>, StoreError> {
        self.get(name)
    }
    /// Count that is always there.
    pub fn count(&self, name: &str) -> Result<u32, StoreError> {
        self.get(name)
    }
    /// 1 or 0; unknown is false.
    pub fn flag(&self, name: &str) -> Result<bool, StoreError> {
        Ok(self.get::<Option<bool>>(name)?.unwrap_or_default())
    }
    /// Identity that is always there.
    pub fn id(&self, name: &str) -> Result<Id, StoreError> {
        self.maybe_id(name)?.ok_or(StoreError::Unreadable("id"))
    }
    /// Identity, or `None`.
    pub fn maybe_id(&self, name: &str) -> Result<Option<Id>, StoreError> {
        match self.maybe(name)? {
            None => Ok(None),
            Some(text) => Id::try_from(text).map(Some).map_err(|_| StoreError::Unreadable("id")),
        }
    }
    /// Date that is always there.
    pub fn date(&self, name: &str) -> Result<PartialDate, StoreError> {
        self.maybe_date(name)?.ok_or(StoreError::Unreadable("date"))
    }
    /// Date, or `None` where unknown.
    pub fn maybe_date(&self, name: &str) -> Result<Option<PartialDate>, StoreError> {
        match self.maybe(name)? {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| StoreError::Unreadable("date")),
        }
    }
    /// Texts of a list separated by `;`.
    pub fn list(&self, name: &str) -> Result<Vec<String>, StoreError> {
        Ok(split_list(&self.text(name)?))
    }
}

/// Names of the columns of a statement.
fn columns(statement: &CachedStatement<'_>) -> Vec<String> {
    statement.column_names().map(str::to_owned).collect()
}

/// The texts of a list separated by `;`.
pub(crate) fn split_list(text: &str) -> Vec<String> {
    text.split(';').map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).collect()
}

impl Reader<'_> {
    /// A statement that only asks. Error: one that would change something is refused before it runs.
    fn question(&self, sql: &str) -> Result<CachedStatement<'_>, StoreError> {
        let statement = self.conn.prepare_cached(sql)?;
        if statement.readonly() { Ok(statement) } else { Err(StoreError::NoQuestion) }
    }

    /// All rows of a statement, each made into a value.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut make: impl FnMut(&Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.question(sql)?;
        let names = columns(&statement);
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(make(&Row { row, names: &names })?);
        }
        Ok(found)
    }

    /// The first row of a statement, or `None`.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut make: impl FnMut(&Row) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.question(sql)?;
        let names = columns(&statement);
        let mut rows = statement.query(params)?;
        match rows.next()? {
            Some(row) => Ok(Some(make(&Row { row, names: &names })?)),
            None => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::vault::DataKey;
    use crate::{Store, StoreError};

    #[test]
    fn a_question_that_would_change_something_is_refused_before_it_runs() {
        let path = std::env::temp_dir().join(format!("susono-reader-{}.db", std::process::id()));
        let store = Store::open(&path, &DataKey::new([5; 32])).unwrap();
        let asked = store.read(|reader| {
            reader.all("INSERT INTO settings(id, value) VALUES ('a', 'b') RETURNING id", [], |row| {
                row.text("id")
            })
        });
        assert!(matches!(asked, Err(StoreError::NoQuestion)));
        let kept = store
            .read(|reader| reader.all("SELECT id FROM settings WHERE id = 'a'", [], |row| row.text("id")));
        assert_eq!(kept.unwrap(), Vec::<String>::new());
        drop(store);
        std::fs::remove_file(path).unwrap();
    }
}
