//! A store for the tests of what follows every change.

use crate::search::Hit;
use crate::vault::DataKey;
use crate::{Store, StoreError};
use chrono::DateTime;
use domain::measure::IdSource;

/// A store in a file of its own, which goes with it.
pub(super) struct Trial {
    pub(super) store: Store,
    ids: IdSource,
    path: std::path::PathBuf,
}

impl Trial {
    pub(super) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("susono-{name}-{}.db", std::process::id()));
        let store = Store::open(&path, &DataKey::new([5; 32])).unwrap();
        Self { store, ids: IdSource::new([7; 32]), path }
    }

    pub(super) fn act(&mut self, sql: &str) {
        let at = DateTime::parse_from_rfc3339("2026-11-02T09:00:00+09:00").unwrap();
        let done: Result<(), StoreError> =
            self.store.act(Some("Trial"), at, &mut self.ids, |writer| Ok(writer.conn.execute_batch(sql)?));
        done.unwrap();
    }

    pub(super) fn search(&self, query: &str) -> Vec<Hit> {
        let found = self.store.read(|reader| reader.search(query, 2_000)).unwrap();
        assert_eq!(found.total as usize, found.hits.len());
        found.hits
    }
}

impl Drop for Trial {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Records of one day, numbered from `first`.
pub(super) fn issues(day: &str, first: usize, count: usize) -> String {
    format!(
        "WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {first} + {count}) \
         INSERT INTO issues(id, on_date, text) SELECT printf('00000000-0000-7000-8000-%012d', i), '{day}', '足りないもの' || i FROM n;"
    )
}
