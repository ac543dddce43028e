//! 残した探し方: searches of one's own, and what each list stays narrowed by.

use crate::schema::Field;
use crate::{Reader, StoreError, Writer};

/// A search that was kept under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearch {
    /// Its name.
    pub name: String,
    /// The list that is asked: `records` or `people`.
    pub place: String,
    /// What is asked, as typed.
    pub query: String,
}

impl Reader<'_> {
    /// Kept searches in their order.
    pub fn saved_searches(&self) -> Result<Vec<SavedSearch>, StoreError> {
        // One row per search.
        self.all("SELECT name, place, query FROM saved_searches ORDER BY position, id", [], |r| {
            Ok(SavedSearch { name: r.text("name")?, place: r.text("place")?, query: r.text("query")? })
        })
    }

    /// What each list stays narrowed by.
    pub fn list_filters(&self) -> Result<Vec<(String, String)>, StoreError> {
        // One row per list.
        self.all("SELECT list, query FROM list_filters ORDER BY list", [], |r| {
            Ok((r.text("list")?, r.text("query")?))
        })
    }
}

impl Writer<'_> {
    /// Keeps all searches in place of those before.
    pub fn keep_searches(&mut self, searches: &[SavedSearch]) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM saved_searches", [])?;
        for (search, position) in searches.iter().zip(0u32..) {
            let fields = [
                ("position", Field::from(position)),
                ("name", Field::from(&search.name)),
                ("place", Field::from(&search.place)),
                ("query", Field::from(&search.query)),
            ];
            self.insert("saved_searches", &fields)?;
        }
        Ok(())
    }

    /// Keeps what a list stays narrowed by; nothing is kept of an empty one.
    pub fn keep_list_filter(&mut self, list: &str, query: &str) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM list_filters WHERE list = ?1", [list])?;
        if !query.is_empty() {
            self.conn.execute("INSERT INTO list_filters(list, query) VALUES (?1, ?2)", [list, query])?;
        }
        Ok(())
    }
}
